"""Who is expected to report, when each report came, and the state of each year: summary tables, see `models/publications.py`.

They hold nothing that is not in other tables: they are there so that coverage of the whole country is read in a second.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Coded
from models.punctuality import BASES

STANDINGS = ("published", "attachment_only", "gone", "hijacked")
"""What is there of a report: it can be read, it is only linked to as a file, it was taken away, or only other people's words
stand in its place."""


class Publisher(Base):
    """One that has reported, or whose site is crawled: the government of a division, or a department by its name."""

    __tablename__ = "publisher"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True, comment="division code and colon for its government; else with a name or site")
    name: Mapped[str | None] = mapped_column(comment="as the newest report has it; NULL: that of the division")
    division_code: Mapped[str | None] = mapped_column(ForeignKey("division.code"), index=True)
    level: Mapped[str | None]
    rule: Mapped[str] = mapped_column(comment="rule of table due_date that its reports are held to")
    site_key: Mapped[str | None] = mapped_column(ForeignKey("site.key"), index=True, comment="site on which it is looked for")
    first_year: Mapped[int | None] = mapped_column(comment="years in which its division stood; NULL: no bound known")
    last_year: Mapped[int | None]


class Publication(Base):
    """When one report was published and what is there of it. At most one of a publisher and year is the `main` one."""

    __tablename__ = "publication"
    # Clustered by publisher and year: coverage asks for 41,000 publishers x 18 years in that order.
    __table_args__ = (Index("ix_publication_report_id", "report_id"), {"sqlite_with_rowid": False})

    publisher_id: Mapped[int] = mapped_column(ForeignKey("publisher.id"), primary_key=True)
    report_year: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), primary_key=True)
    main: Mapped[bool] = mapped_column(comment="the report to go by, where an office and its government have one each")
    standing: Mapped[str] = mapped_column(Coded(STANDINGS))
    published: Mapped[date | None] = mapped_column(comment="day of publication, see basis")
    basis: Mapped[str] = mapped_column(Coded(BASES), comment="what the day rests on, see models/punctuality.py")
    days_late: Mapped[int | None] = mapped_column(comment="0 in time; NULL where it cannot be told")
    verdict: Mapped[str] = mapped_column(comment="hijack verdict of the version to read")
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    gone_since: Mapped[datetime | None]


class CoverageCell(Base):
    """The state of one expected publisher and report year when its site was last looked at. Read it by the view `coverage`."""

    __tablename__ = "coverage_cell"
    __table_args__ = (
        Index("ix_coverage_cell_state_report_year", "state", "report_year"),
        Index("ix_coverage_cell_division_code", "division_code"),
        {"sqlite_with_rowid": False},
    )

    publisher_id: Mapped[int] = mapped_column(ForeignKey("publisher.id"), primary_key=True)
    report_year: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(comment="see models/coverage.py")
    days_late: Mapped[int | None]
    published: Mapped[date | None]
    basis: Mapped[str | None] = mapped_column(Coded(BASES))
    due: Mapped[date]
    local: Mapped[bool] = mapped_column(comment="the due date is set by local rule")
    division_code: Mapped[str | None] = mapped_column(comment="the publisher's, again: a province is read by this index")
    level: Mapped[str | None]
    report_id: Mapped[int | None] = mapped_column(ForeignKey("report.id"), comment="NULL where nothing was ever seen")
