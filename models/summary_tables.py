"""Sums and points kept beside the figures, so that the whole country is read at once: see `models/summaries.py`.

They hold nothing that is not in table `fact`: the pipeline keeps them true with every version it writes, `nianbao db upgrade`
makes them anew, and `queries.check_summaries` holds them against the facts.
"""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import ForeignKey, Index, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Coded

EDITIONS = ("2014", "2019", "2021")
"""Form editions in the order of their codes: one is never moved or taken out, only added at the end."""


class Tally(Base):
    """Which version of each report is in the sums and points, and under which year, province and level."""

    __tablename__ = "tally"
    __table_args__ = (Index("ix_tally_report_year_area", "report_year", "area"),)

    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(
        ForeignKey("report_version.id"), comment="the version whose figures are in the sums and points"
    )
    report_year: Mapped[int | None] = mapped_column(comment="NULL: in no sum")
    area: Mapped[str] = mapped_column(comment="first two digits of the division's code, the province; '' unknown")
    level: Mapped[str] = mapped_column(comment="level of the publisher; '' unknown")


class SeriesName(Base):
    """A number for each series, which stays when the codebook changes. The view `series` shows the name."""

    __tablename__ = "series_name"

    id: Mapped[int] = mapped_column(primary_key=True)
    series: Mapped[str] = mapped_column(unique=True)


class SeriesPoint(Base):
    """One series in one report. Read it by the view `series`."""

    __tablename__ = "series_point"
    __table_args__ = ({"sqlite_with_rowid": False},)

    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("series_name.id"), primary_key=True)
    edition: Mapped[str] = mapped_column(Coded(EDITIONS), comment="edition that the series is read off")
    value: Mapped[Decimal | None] = mapped_column(comment="NULL where a figure of the sum is missing")
    found: Mapped[int] = mapped_column(SmallInteger, comment="how many figures of the sum are there")


class FigureSum(Base):
    """The sum of one indicator over the reports of a year, province and level. Read it by the view `sums`."""

    __tablename__ = "figure_sum"
    __table_args__ = ({"sqlite_with_rowid": False},)

    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"), primary_key=True)
    report_year: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(
        primary_key=True, comment="first two digits of the division's code, the province; '' unknown"
    )
    level: Mapped[str] = mapped_column(primary_key=True, comment="level of the publishers; '' unknown")
    applicant: Mapped[int] = mapped_column(
        SmallInteger, primary_key=True, comment="0 none, else the place of the applicant type from 1"
    )
    reports: Mapped[int] = mapped_column(comment="how many reports have a value")
    value: Mapped[Decimal] = mapped_column(comment="their sum")
