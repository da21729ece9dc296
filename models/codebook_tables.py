"""The codebook as tables: indicators, identities, and the concordance with its expressions taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from sqlalchemy import Connection, ForeignKey, Table, UniqueConstraint, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from models import codebook
from models.base import Base, Coded

APPLICANTS = tuple(codebook.APPLICANTS)


class Indicator(Base):
    """One figure that a form edition asks for."""

    __tablename__ = "indicator"
    __table_args__ = (UniqueConstraint("code", "edition"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    edition: Mapped[str] = mapped_column(comment="2014, 2019 or 2021")
    position: Mapped[int] = mapped_column(comment="order in which the form prints it")
    section: Mapped[str]
    label: Mapped[str] = mapped_column(comment="as the form prints it")
    unit: Mapped[str]
    parent: Mapped[str | None] = mapped_column(comment="code of the total it is a part of")
    aliases: Mapped[list[Any]]
    note: Mapped[str]


class Identity(Base):
    """A piece of arithmetic that a form must (hard) or should (soft) satisfy."""

    __tablename__ = "identity"

    rule: Mapped[str] = mapped_column(primary_key=True)
    editions: Mapped[list[Any]]
    strength: Mapped[str]
    left_side: Mapped[str]
    operator: Mapped[str]
    right_side: Mapped[str]
    meaning: Mapped[str]


class Concordance(Base):
    """How one series is read off one form edition."""

    __tablename__ = "concordance"

    series: Mapped[str] = mapped_column(primary_key=True)
    edition: Mapped[str] = mapped_column(primary_key=True)
    expression: Mapped[str]
    comparability: Mapped[str]
    terms: Mapped[int] = mapped_column(comment="how many figures the expression adds up")


class SeriesTerm(Base):
    """One figure of a series' sum in one edition."""

    __tablename__ = "series_term"

    series: Mapped[str] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"), primary_key=True)
    applicant: Mapped[str | None] = mapped_column(Coded(APPLICANTS))


_TERM = re.compile(r"(?:sum\()?(?P<code>[a-z_.*]+)(?:\[(?P<applicant>[a-z_]+)\])?\)?")


def terms(row: codebook.Concordance) -> tuple[tuple[str, str | None], ...]:
    """The (code, applicant) pairs that a concordance row adds up; `sum(applications.denied_*[total])` names its parts.

    Raises ValueError for an expression that is more than a sum of known indicators.
    """
    found: list[tuple[str, str | None]] = []
    for part in row.expression.split(" + "):
        match = _TERM.fullmatch(part.strip())
        codes = [code for code in codebook.indicators_of(row.edition) if match and fnmatchcase(code, match["code"])]
        if match is None or not codes:
            raise ValueError(f"concordance {row.series} {row.edition}: expected a sum of indicators, found {part!r}")
        found += [(code, match["applicant"]) for code in codes]
    return tuple(found)


def sync(connection: Connection) -> bool:
    """Makes the codebook's tables say what `models/data` says; True where that changed what a series is made of.

    Run again it changes nothing; indicator ids stay.
    """
    before = _expressions(connection)
    _upsert(connection, Indicator.__table__, ["code", "edition"], list(_indicator_rows()))
    _upsert(connection, Identity.__table__, ["rule"], list(_identity_rows()))
    # Indicators are never deleted, facts point to them; identities and series that left the files go.
    kept = [identity.rule for identity in codebook.identities()]
    connection.execute(delete(Identity).where(Identity.rule.not_in(kept)))
    connection.execute(delete(SeriesTerm))
    connection.execute(delete(Concordance))
    ids: dict[tuple[str, str], int] = {(row.code, row.edition): row.id for row in connection.execute(select(Indicator))}
    rows = [(row, terms(row)) for row in codebook.concordance()]
    connection.execute(insert(Concordance), [_concordance_row(row, len(parts)) for row, parts in rows])
    connection.execute(
        insert(SeriesTerm),
        [
            {"series": row.series, "indicator_id": ids[code, row.edition], "applicant": applicant}
            for row, parts in rows
            for code, applicant in parts
        ],
    )
    return _expressions(connection) != before


def _expressions(connection: Connection) -> set[tuple[str, str, str, int]]:
    columns = (Concordance.series, Concordance.edition, Concordance.expression, Concordance.terms)
    return {(series, edition, expression, count) for series, edition, expression, count in connection.execute(select(*columns))}


def _upsert(connection: Connection, table: Any, key: list[str], rows: list[dict[str, Any]]) -> None:
    assert isinstance(table, Table)
    statement = (postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert)(table)
    changes = {name: statement.excluded[name] for name in rows[0] if name not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=changes), rows)


def _indicator_rows() -> Iterator[dict[str, Any]]:
    for position, item in enumerate(codebook.indicators(), start=1):
        yield {
            "code": item.code, "edition": item.edition, "position": position, "section": item.section, "label": item.label,
            "unit": item.unit, "parent": item.parent, "aliases": list(item.aliases), "note": item.note,
        }  # fmt: skip


def _identity_rows() -> Iterator[dict[str, Any]]:
    for item in codebook.identities():
        yield {
            "rule": item.rule, "editions": list(item.editions), "strength": item.strength, "left_side": item.left,
            "operator": item.operator, "right_side": item.right, "meaning": item.meaning,
        }  # fmt: skip


def _concordance_row(row: codebook.Concordance, count: int) -> dict[str, Any]:
    return {
        "series": row.series, "edition": row.edition, "expression": row.expression,
        "comparability": row.comparability, "terms": count,
    }  # fmt: skip
