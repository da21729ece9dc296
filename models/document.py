"""Reports: one a publisher and year, every version that was seen of it, where it was seen, and what changed between versions."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base
from models.crawl import Fetch
from models.division import Division

TRUST = {"genuine": 2, "unknown": 2, "disguised": 1, "injected": 1, "mirror": 0, "hijacked": 0}
"""How far a version is trusted by its hijack verdict: one that is trusted less never takes the place of another."""

UNTRUSTED = ", ".join(f"'{verdict}'" for verdict, trust in TRUST.items() if trust < max(TRUST.values()))
"""The verdicts of versions in quarantine, as SQL; named one by one, so that an index finds them."""


class Report(Base):
    """One annual report: a publisher and a year, whatever its addresses. Its sayings are in its versions."""

    __tablename__ = "report"
    # Hash indexes on PostgreSQL where a hostile page may give a text longer than a B-tree page takes.
    __table_args__ = (
        Index("ix_report_publisher", "publisher", postgresql_using="hash"),
        Index("ix_report_report_year_division_code", "report_year", "division_code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    identity: Mapped[str] = mapped_column(unique=True, comment="division or site, publisher's normal form, year")
    publisher: Mapped[str | None]
    report_year: Mapped[int | None]
    division_code: Mapped[str | None] = mapped_column(ForeignKey("division.code"), index=True)
    level: Mapped[str | None]
    site_key: Mapped[str] = mapped_column(ForeignKey("site.key"), index=True, comment="site where it was seen first")
    url: Mapped[str] = mapped_column(comment="address of the current version")
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    gone_since: Mapped[datetime | None]

    division: Mapped[Division | None] = relationship()
    versions: Mapped[list[ReportVersion]] = relationship(back_populates="report", order_by="ReportVersion.seq")


class ReportVersion(Base):
    """What one report said at one time, as far as it was read. Never overwritten; only `last_seen` and `current` move."""

    __tablename__ = "report_version"
    __table_args__ = (
        UniqueConstraint("report_id", "seq"),
        Index(
            "uq_report_version_current",
            "report_id",
            unique=True,
            sqlite_where=text("current"),
            postgresql_where=text("current"),
        ),
        # Those in quarantine, who are few: the others are never looked for by their verdict.
        Index(
            "ix_report_version_hijack_verdict",
            "hijack_verdict",
            sqlite_where=text(f"hijack_verdict IN ({UNTRUSTED})"),
            postgresql_where=text(f"hijack_verdict IN ({UNTRUSTED})"),
        ),
        Index(
            "ix_report_version_content_hash",
            "content_hash",
            "report_id",
            sqlite_where=text("current"),
            postgresql_where=text("current"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"))
    seq: Mapped[int] = mapped_column(comment="counts a report's versions from 1")
    current: Mapped[bool] = mapped_column(comment="the version to read")
    cause: Mapped[str] = mapped_column(comment="first, published (changed), reread (by other code), elsewhere (other page)")
    fetch_id: Mapped[int] = mapped_column(ForeignKey("fetch.id"), index=True, comment="the capture it was first read from")
    url: Mapped[str]
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    family: Mapped[str] = mapped_column(comment="CMS family that read the page")
    extractor: Mapped[str] = mapped_column(comment="version of the code that read it")

    title: Mapped[str | None]
    title_as_printed: Mapped[str | None]
    publisher: Mapped[str | None]
    publisher_as_printed: Mapped[str | None]
    publisher_inferred: Mapped[bool] = mapped_column(comment="the name is nowhere printed as given in publisher")
    compiled_by: Mapped[str | None]
    level: Mapped[str | None]
    division_code: Mapped[str | None] = mapped_column(ForeignKey("division.code"))
    report_year: Mapped[int | None]
    period_start: Mapped[date | None]
    period_end: Mapped[date | None]
    publish_date: Mapped[date | None]
    published_at: Mapped[datetime | None]
    dates: Mapped[list[Any]] = mapped_column(comment="every publication date found, the winner first: source, value, raw")
    form_edition: Mapped[str | None] = mapped_column(comment="2014, 2019, 2021; NULL for prose")
    index_number: Mapped[str | None]
    document_number: Mapped[str | None]
    issuing_office: Mapped[str | None]
    topic: Mapped[str | None]
    source_media: Mapped[str | None]
    phone: Mapped[str | None]
    fax: Mapped[str | None]
    email: Mapped[str | None]
    address: Mapped[str | None]
    postcode: Mapped[str | None]
    website: Mapped[str | None]
    is_summary: Mapped[bool] = mapped_column(comment="a summary over many units")
    hijack_verdict: Mapped[str]
    hijack_found: Mapped[str | None] = mapped_column(comment="the program's own verdict where a person judged otherwise")
    hijack_evidence: Mapped[list[Any]]
    placement: Mapped[dict[str, Any] | None] = mapped_column(
        comment="why it is placed where it is: reason, votes (source, said, followed), candidates where it stays open"
    )
    codec: Mapped[str]
    encoding_evidence: Mapped[list[Any]]
    damage: Mapped[list[Any]]
    text: Mapped[str] = mapped_column(comment="the report's text after repair; places of facts count its characters")
    content_hash: Mapped[str] = mapped_column(comment="SHA-256 of the text without white space and visit counters")
    facts_hash: Mapped[str] = mapped_column(comment="SHA-256 of every cell's meaning")
    fact_count: Mapped[int]
    likeness: Mapped[int | None] = mapped_column(
        BigInteger, comment="sixty bits of its sentences, see models/likeness.py; NULL where they are too few"
    )

    report: Mapped[Report] = relationship(back_populates="versions")
    fetch: Mapped[Fetch] = relationship()


class Sighting(Base):
    """One version at one address: http and https, print and mobile twins are several sightings of one version."""

    __tablename__ = "sighting"
    __table_args__ = (Index("ix_sighting_url_hash", "url_hash"),)

    version_id: Mapped[int] = mapped_column(ForeignKey("report_version.id"), primary_key=True)
    url_hash: Mapped[str] = mapped_column(primary_key=True, comment="digest of the URL, which may be of any length")
    url: Mapped[str]
    site_key: Mapped[str] = mapped_column(ForeignKey("site.key"))
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    last_fetch_id: Mapped[int] = mapped_column(ForeignKey("fetch.id"))
    gone_since: Mapped[datetime | None] = mapped_column(comment="since when this address gives no page")

    version: Mapped[ReportVersion] = relationship()


class Tombstone(Base):
    """One time a report was taken away: since when, why, and when it came back. What the report said stays."""

    __tablename__ = "tombstone"

    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, comment="counts a report's disappearances from 1")
    gone_since: Mapped[datetime]
    why: Mapped[str] = mapped_column(comment="status 404, status 410, or that its list no longer names it")
    url: Mapped[str] = mapped_column(comment="the address that was last of all to be gone")
    returned_at: Mapped[datetime | None] = mapped_column(comment="when it was seen again; NULL while it is gone")


class Change(Base):
    """One difference between a version and the one before it at the same address: a figure's cell or a field."""

    __tablename__ = "change"

    version_id: Mapped[int] = mapped_column(ForeignKey("report_version.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    previous_id: Mapped[int] = mapped_column(ForeignKey("report_version.id"), index=True)
    kind: Mapped[str] = mapped_column(comment="added, removed or changed")
    field: Mapped[str | None] = mapped_column(comment="name of the field; NULL where a figure differs")
    code: Mapped[str | None]
    edition: Mapped[str | None]
    applicant: Mapped[str | None]
    category: Mapped[str | None]
    origin: Mapped[str | None]
    old_value: Mapped[Decimal | None]
    new_value: Mapped[Decimal | None]
    old_raw: Mapped[str | None] = mapped_column(comment="as printed before; the field's old content")
    new_raw: Mapped[str | None]


class Attachment(Base):
    """A file that a report's page links to, and its capture where it was fetched."""

    __tablename__ = "attachment"

    version_id: Mapped[int] = mapped_column(ForeignKey("report_version.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str]
    label: Mapped[str]
    fetch_id: Mapped[int | None] = mapped_column(ForeignKey("fetch.id"))
