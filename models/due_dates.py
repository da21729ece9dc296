"""When each report is due: the rules of `data/due_dates.csv`, spelt out as a day a level and year in table `due_date`.

Source: 政府信息公开条例 of 2007 (article 31: every organ by 31 March) and as revised in 2019, in force from 15 May 2019
(article 49: departments by 31 January, governments by 31 March). The revised one is silent on townships: their day is set
by local rule, often earlier; where no row names it, they are held to the day of the government above and marked `local`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

FIRST_REPORT_YEAR = 2008
"""The first year reported on: the regulation came into force on 1 May 2008."""

_LAST_REPORT_YEAR = 2060  # how far the table is spelt out; what is asked for always ends sooner
UNKNOWN_LEVEL = "unknown"


class DueDate(Base):
    """The last day on which a report is in time, for one rule (a level, or a level within an area) and report year."""

    __tablename__ = "due_date"
    __table_args__ = ({"sqlite_with_rowid": False},)

    rule: Mapped[str] = mapped_column(primary_key=True, comment="a level, or level@code for the divisions within an area")
    report_year: Mapped[int] = mapped_column(primary_key=True)
    level: Mapped[str]
    area: Mapped[str | None] = mapped_column(comment="beginning of the division codes it holds for; NULL: everywhere")
    due: Mapped[date] = mapped_column(comment="the day itself is still in time")
    local: Mapped[bool] = mapped_column(comment="the day is set by local rule, not by the regulation")
    basis: Mapped[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the file: the due day of a level in a span of report years, within an area (`area` "": everywhere)."""

    level: str
    area: str
    first_year: int
    last_year: int
    month: int
    day: int
    local: bool
    basis: str

    @property
    def name(self) -> str:
        """The key of the rule: `county`, or `township@3304` for the townships of an area."""
        return f"{self.level}@{self.area}" if self.area else self.level

    def due(self, report_year: int) -> date:
        """The last day in time: a report is due in the year after the one it reports on."""
        return date(report_year + 1, self.month, self.day)


@cache
def rules() -> tuple[Rule, ...]:
    """Every row of the file, those of larger areas first. Raises ValueError for a row that names no day."""
    text = files("models").joinpath("data", "due_dates.csv").read_text(encoding="utf-8")
    found = [
        Rule(
            row["level"], row["area"], int(row["first_year"]), int(row["last_year"] or _LAST_REPORT_YEAR),
            int(row["month"]), int(row["day"]), row["local"] == "yes", row["basis"],
        )
        for row in csv.DictReader(text.splitlines())
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda rule: len(rule.area)))


def rule_for(level: str | None, division: str | None, known: tuple[Rule, ...] | None = None) -> str:
    """The name of the rule that holds for a publisher: that of the smallest area around its division, else its level's."""
    names = [
        rule.name for rule in (rules() if known is None else known)
        if rule.level == level and (not rule.area or (division or "").startswith(rule.area))
    ]  # fmt: skip
    return names[-1] if names else UNKNOWN_LEVEL


def days(known: tuple[Rule, ...] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of the table. A rule of an area that is silent on a year says what the larger area around it says."""
    known = rules() if known is None else known
    for name in dict.fromkeys(rule.name for rule in known):
        level, _, area = name.partition("@")
        around = [rule for rule in known if rule.level == level and area.startswith(rule.area)]
        for year in range(FIRST_REPORT_YEAR, _LAST_REPORT_YEAR + 1):
            holding = [rule for rule in around if rule.first_year <= year <= rule.last_year]
            if holding:
                rule = holding[-1]
                yield {
                    "rule": name, "report_year": year, "level": level, "area": area or None, "due": rule.due(year),
                    "local": rule.local, "basis": rule.basis,
                }  # fmt: skip


def sync(connection: Connection) -> bool:
    """Whether the table said something else than the file, as it does now. Run again it only compares."""
    table = DueDate.__table__
    assert isinstance(table, Table)
    wanted = list(days())
    stored = {tuple(row) for row in connection.execute(select(table))}
    changed = stored != {tuple(row[column.name] for column in table.columns) for row in wanted}
    if changed:
        connection.execute(delete(table))
        connection.execute(insert(table), wanted)
    return changed
