"""Figures: the facts of each version, the findings of the rules on them, and what people said of the findings."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Coded
from models.codebook_tables import APPLICANTS, Indicator
from models.document import ReportVersion

MEANINGS = ("number", "zero", "approximate", "blank", "na", "text")
ORIGINS = ("form", "prose", "attachment")


class Fact(Base):
    """One figure with its place. The view `facts` shows it in words.

    Kept small and clustered by version: at a million reports this table is nearly the whole database.
    """

    __tablename__ = "fact"
    __table_args__ = ({"sqlite_with_rowid": False},)

    version_id: Mapped[int] = mapped_column(ForeignKey("report_version.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, comment="counts a version's facts from 1")
    indicator_id: Mapped[int | None] = mapped_column(ForeignKey("indicator.id"), comment="NULL for a local extra row")
    edition: Mapped[str | None] = mapped_column(comment="only where there is no indicator, which has its own")
    applicant: Mapped[str | None] = mapped_column(Coded(APPLICANTS))
    category: Mapped[str | None] = mapped_column(comment="printed label of a breakdown or of a local row")
    value: Mapped[Decimal | None] = mapped_column(comment="NULL unless meaning is number, zero or approximate")
    meaning: Mapped[str] = mapped_column(Coded(MEANINGS))
    raw: Mapped[str] = mapped_column(comment="as printed at its place")
    unit: Mapped[str | None]
    remark: Mapped[str | None]
    origin: Mapped[str] = mapped_column(Coded(ORIGINS))
    start: Mapped[int] = mapped_column("place_start", comment="characters of the version's text, the end exclusive")
    end: Mapped[int] = mapped_column("place_end")
    table: Mapped[int | None] = mapped_column("place_table", comment="table, row and column count from 1")
    row: Mapped[int | None] = mapped_column("place_row")
    column: Mapped[int | None] = mapped_column("place_column")

    indicator: Mapped[Indicator | None] = relationship()
    version: Mapped[ReportVersion] = relationship()


class Finding(Base):
    """The outcome of one rule on one version. The fingerprint is the same wherever rule and figures are the same."""

    __tablename__ = "finding"
    __table_args__ = (
        UniqueConstraint("version_id", "rule", "fingerprint"),
        Index("ix_finding_outcome_rule", "outcome", "rule"),
        Index("ix_finding_fingerprint", "fingerprint"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("report_version.id"))
    rule: Mapped[str]
    outcome: Mapped[str] = mapped_column(comment="pass, fail, uncertain or not_assessable")
    message: Mapped[str]
    left: Mapped[str | None] = mapped_column("left_side")
    right: Mapped[str | None] = mapped_column("right_side")
    fingerprint: Mapped[str]

    version: Mapped[ReportVersion] = relationship()


class FindingFact(Base):
    """A fact that a finding rests on, on either of its sides."""

    __tablename__ = "finding_fact"
    __table_args__ = (ForeignKeyConstraint(["version_id", "fact_number"], ["fact.version_id", "fact.number"]),)

    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(primary_key=True)
    fact_number: Mapped[int] = mapped_column(primary_key=True)


class Review(Base):
    """A person's verdict on a finding. It hangs on report and fingerprint, so every re-extraction finds it again."""

    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("report_id", "rule", "fingerprint"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"))
    rule: Mapped[str]
    fingerprint: Mapped[str]
    verdict: Mapped[str] = mapped_column(comment="confirmed, dismissed or unclear")
    note: Mapped[str | None]
    reviewer: Mapped[str | None]
    reviewed_at: Mapped[datetime]
