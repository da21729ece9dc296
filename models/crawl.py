"""What the crawler did: crawls, the requests of each, and the pages that were read."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, UniqueConstraint, false, or_, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base
from models.site import Site

RUNNING = "running"
OUTCOMES = ("ok", "nothing_new", "incomplete", "broken", "blocked")
"""How a crawl can end."""


CLOCK_SKEW = timedelta(days=1)
"""A sign of life dated further than this in the future was written by a wrong clock."""


def lease_is_over(crawl: type[Crawl], now: datetime) -> ColumnElement[bool]:
    """Whether a running crawl may be taken over: its lease is over, or would end by a clock that was wrong."""
    return or_(crawl.lease_until <= now, crawl.heartbeat_at > now + CLOCK_SKEW)


class Crawl(Base):
    """One run over one site. At most one is running a site: the partial unique index is the lock."""

    __tablename__ = "crawl"
    __table_args__ = (
        Index(
            "uq_crawl_running",
            "site_key",
            unique=True,
            sqlite_where=text("outcome = 'running'"),
            postgresql_where=text("outcome = 'running'"),
        ),
        Index("ix_crawl_site_key_started_at", "site_key", "started_at"),
        # The last crawls of each site by one look a site, however many nights are kept.
        Index("ix_crawl_site_key_id", "site_key", "id"),
        CheckConstraint("(outcome = 'running') = (ended_at IS NULL)", name="ended"),
        CheckConstraint("outcome IN ('running', 'ok', 'nothing_new', 'incomplete', 'broken', 'blocked')", name="outcome"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    site_key: Mapped[str] = mapped_column(ForeignKey("site.key"))
    trigger: Mapped[str] = mapped_column(comment="what asked for it: night, demand, retry, catch-up, replay")
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(default=RUNNING)
    reason: Mapped[str | None]
    counts: Mapped[dict[str, Any] | None] = mapped_column(comment="what was counted: requests, new, changed, gone, …")
    owner: Mapped[str | None] = mapped_column(comment="host and process that runs it")
    token: Mapped[int] = mapped_column(comment="fencing token: the site's claim number, rising")
    lease_until: Mapped[datetime] = mapped_column(comment="after this moment another may take the site over")
    heartbeat_at: Mapped[datetime]
    partial: Mapped[bool] = mapped_column(
        default=False, server_default=false(), comment="only a year, only a page or a dry run: no visit for the schedule"
    )
    would_store: Mapped[dict[str, Any] | None] = mapped_column(comment="of a dry run: what it would have stored")

    site: Mapped[Site] = relationship()


class Fetch(Base):
    """One request and how it ended, the bad ends too; where its bytes stand in the archive; how they were decoded."""

    __tablename__ = "fetch"
    __table_args__ = (
        # The same request handed in twice (a retry after a lost connection) is one row.
        UniqueConstraint("site_key", "request_key"),
        # Hash indexes on PostgreSQL: a hostile URL may be longer than a B-tree page takes.
        Index("ix_fetch_url", "url", postgresql_using="hash"),
        Index("ix_fetch_digest", "digest"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    site_key: Mapped[str] = mapped_column(ForeignKey("site.key"))
    crawl_id: Mapped[int | None] = mapped_column(ForeignKey("crawl.id"), index=True)
    request_key: Mapped[str] = mapped_column(comment="digest of requested URL, purpose and moment")
    url: Mapped[str] = mapped_column(comment="address that answered, after redirects")
    requested_url: Mapped[str]
    purpose: Mapped[str] = mapped_column(comment="index, report or attachment")
    fetched_at: Mapped[datetime]
    outcome: Mapped[str]
    status: Mapped[int | None]
    reason: Mapped[str | None]
    content_type: Mapped[str | None]
    size: Mapped[int] = mapped_column(comment="bytes of the body")
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    warc_file: Mapped[str | None]
    warc_offset: Mapped[int | None]
    warc_length: Mapped[int | None]
    warc_kind: Mapped[str | None] = mapped_column(comment="response, or revisit: the bytes stand in an earlier record")
    digest: Mapped[str | None] = mapped_column(comment="SHA-1 of the payload as in the archive")
    codec: Mapped[str | None] = mapped_column(comment="codec the bytes were decoded with")
    declared_codec: Mapped[str | None] = mapped_column(comment="codec that the header declared, else the page's meta tag")
    against_declaration: Mapped[bool | None] = mapped_column(comment="whether a declaration (header or meta) was overruled")
    encoding_evidence: Mapped[list[Any] | None] = mapped_column(comment="every vote: source, said, followed")
    damage: Mapped[list[Any] | None] = mapped_column(comment="garbling found: kind, method, share, lost")

    crawl: Mapped[Crawl | None] = relationship()
    site: Mapped[Site] = relationship()


class Page(Base):
    """A fetched page that was read, with the verdict on it: decoys stay visible with the reason."""

    __tablename__ = "page"
    __table_args__ = (Index("ix_page_is_annual_report", "is_annual_report"),)

    fetch_id: Mapped[int] = mapped_column(ForeignKey("fetch.id"), primary_key=True)
    is_annual_report: Mapped[bool]
    why: Mapped[str] = mapped_column(comment="in words, what the verdict rests on")
    reports: Mapped[int] = mapped_column(comment="how many reports stand on the page")
    family: Mapped[str]
    title: Mapped[str | None]
    heading: Mapped[str | None]
    listed_title: Mapped[str | None] = mapped_column(comment="the index page's anchor title, may be cut")
    listed_date: Mapped[date | None]
    index_url: Mapped[str | None]
    listed_column: Mapped[str | None] = mapped_column(comment="address of the registry's column that the list belongs to")
    listed_unit: Mapped[str | None] = mapped_column(comment="whose report the list says it is")
    body_hash: Mapped[str] = mapped_column(comment="SHA-256 of the bytes as sent")
    extractor: Mapped[str | None] = mapped_column(comment="version of the code that read it last")
    last_seen: Mapped[datetime | None] = mapped_column(comment="when the same bytes were last seen at this address")
    damaged: Mapped[bool]
    disguised: Mapped[bool]

    fetch: Mapped[Fetch] = relationship()
