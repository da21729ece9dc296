"""Figures: the facts of each version, the findings of the rules on them, and what people said of the findings."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base
from models.codebook_tables import Indicator
from models.document import ReportVersion
from models.wordings import Wording

OUTCOMES = ("pass", "fail", "uncertain", "not_assessable")
"""What can come of a rule."""


class Fact(Base):
    """One figure with its place, packed (`models/packing.py`). Read it by the view `facts`, which shows it in words.

    Kept small and clustered by version: at a million reports this table is nearly the whole database.
    """

    __tablename__ = "fact"
    __table_args__ = ({"sqlite_with_rowid": False},)

    version_id: Mapped[int] = mapped_column(ForeignKey("report_version.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, comment="counts a version's facts from 1")
    indicator_id: Mapped[int | None] = mapped_column(ForeignKey("indicator.id"), comment="NULL for a local extra row")
    value: Mapped[Decimal | None] = mapped_column(comment="NULL unless meaning is number, zero or approximate")
    said: Mapped[int] = mapped_column(SmallInteger, comment="applicant, meaning, whether it counts, origin; packed")
    raw: Mapped[str | None] = mapped_column(comment="as printed at its place; NULL where that is the value's plain printing")
    place_start: Mapped[int] = mapped_column(comment="characters of the version's text before it")
    cell: Mapped[int | None] = mapped_column(BigInteger, comment="table, row and column, which count from 1; packed")
    more: Mapped[dict[str, Any] | None] = mapped_column(
        comment="what few have: edition (of a local row), category, unit (not the indicator's), remark, end (of the place)"
    )

    indicator: Mapped[Indicator | None] = relationship()
    version: Mapped[ReportVersion] = relationship()


class Finding(Base):
    """The outcome of one rule on one version. The fingerprint is the same wherever rule and figures are the same."""

    __tablename__ = "finding"
    # One finding in a hundred did not hold: the others are read by their version only.
    __table_args__ = (
        Index("ix_finding_fail", "rule", sqlite_where=text("outcome = 'fail'"), postgresql_where=text("outcome = 'fail'")),
        Index(
            "ix_finding_uncertain", "rule",
            sqlite_where=text("outcome = 'uncertain'"), postgresql_where=text("outcome = 'uncertain'"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("report_version.id"), index=True)
    rule: Mapped[str]
    outcome: Mapped[str] = mapped_column(comment="pass, fail, uncertain or not_assessable")
    wording_id: Mapped[int | None] = mapped_column(ForeignKey("wording.id"), comment="the rule's words; NULL: message is whole")
    message: Mapped[str | None] = mapped_column(comment="what the wording and the two sides do not say; see view findings")
    left: Mapped[str | None] = mapped_column("left_side")
    right: Mapped[str | None] = mapped_column("right_side")
    fingerprint: Mapped[str] = mapped_column(comment="digest of the rule, the figures it rests on, and whose those of others are")
    facts: Mapped[list[Any] | None] = mapped_column(comment="numbers of the version's facts that it rests on, on either side")
    elsewhere: Mapped[list[Any] | None] = mapped_column(
        comment="the facts of other reports that it rests on: version_id and number of each; NULL for a rule on one report"
    )

    version: Mapped[ReportVersion] = relationship()
    wording: Mapped[Wording | None] = relationship()


class Review(Base):
    """A person's verdict on a finding. It hangs on report and fingerprint, so every re-extraction finds it again."""

    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("report_id", "rule", "fingerprint"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"))
    rule: Mapped[str]
    fingerprint: Mapped[str]
    left: Mapped[str | None] = mapped_column("left_side", comment="left side of the finding when the person judged")
    right: Mapped[str | None] = mapped_column("right_side", comment="right side of the finding when the person judged")
    verdict: Mapped[str] = mapped_column(comment="confirmed, dismissed or unclear")
    note: Mapped[str | None]
    reviewer: Mapped[str | None]
    reviewed_at: Mapped[datetime]
