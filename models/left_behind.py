"""Which crawls of a site ended so that something they had archived may not have been stored, and what was stored. Read-only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from itertools import takewhile
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from models.base import Structure
from models.claims import LEASE_EXPIRED, was_cut_off
from models.crawl import RUNNING, Crawl, Fetch, lease_is_over
from models.prepared import Prepared

_LOOKED_BACK = 50


def crawls_left_behind(connection: Connection, site: str, before: int) -> list[Row[Any]]:
    """The crawls of a site, newest first, since the last one before `before` that wrote everything it had: id and beginning.

    A crawl that was killed, lost its claim, or counted errors of our own, of the disk or of the database is one; a dry run
    tells nothing either way. Whoever comes after the last good one has seen to those before it.
    """
    return list(takewhile(lambda row: not _wrote_everything(row), _before(connection, site, before)))


def left_something_behind(connection: Connection, site: str, before: int) -> bool:
    """Whether `crawls_left_behind` would name any crawl: asked as every crawl begins, and nearly always not so."""
    row = _LAST.row(connection, {"site": site, "before": before})
    return row is not None and not _ended_whole(*row)


def _before(connection: Connection, site: str, before: int) -> Iterator[Row[Any]]:
    rows = connection.execute(_earlier(), {"site": site, "before": before})
    yield from (row for row in rows if row.would_store is None)


def _wrote_everything(row: Row[Any]) -> bool:
    return _ended_whole(row.outcome, row.reason, row.counts)


def _ended_whole(outcome: str, reason: str | None, counts: dict[str, Any] | None) -> bool:
    return outcome != RUNNING and reason != LEASE_EXPIRED and counts is not None and not counts.get("errors")


_LAST = Prepared(
    """SELECT outcome, reason, counts FROM crawl WHERE site_key = :site AND id < :before AND would_store IS NULL
ORDER BY id DESC LIMIT 1""",
    counts=Structure(),
)
"""The newest crawl of a site before one that was no dry run: the first that `_before` gives."""


@cache
def _earlier() -> Any:
    """The statement, kept: making one costs more than running it."""
    columns = (Crawl.id, Crawl.started_at, Crawl.outcome, Crawl.reason, Crawl.counts, Crawl.would_store)
    earlier = (Crawl.site_key == bindparam("site"), Crawl.id < bindparam("before"))
    return select(*columns).where(*earlier).order_by(Crawl.id.desc()).limit(_LOOKED_BACK)


def crawls_gone_on_with(connection: Connection, site: str, crawl: int) -> list[int]:
    """The crawls that were cut off before this one, so that it went on where they were: by number, newest first."""
    rows = _before(connection, site, crawl)
    return [row.id for row in takewhile(lambda row: was_cut_off(row.reason) or not _wrote_everything(row), rows)]


def crawls_of(connection: Connection, site: str) -> Sequence[Row[int, datetime]]:
    """Every crawl of a site, newest first: id and beginning."""
    query = select(Crawl.id, Crawl.started_at).where(Crawl.site_key == site).order_by(Crawl.started_at.desc(), Crawl.id.desc())
    return connection.execute(query).all()


def stored_spots(connection: Connection, site: str, since: datetime) -> set[tuple[str, int]]:
    """File and offset of each capture of a site that was stored, of those from a moment on."""
    query = select(Fetch.warc_file, Fetch.warc_offset).where(
        Fetch.site_key == site, Fetch.fetched_at >= since, Fetch.warc_file.is_not(None)
    )
    return {(str(file), int(offset or 0)) for file, offset in connection.execute(query)}


def stored_in_file(connection: Connection, file: str) -> set[int]:
    """The offsets in a WARC file of the captures that were stored."""
    return {int(offset or 0) for offset in connection.scalars(select(Fetch.warc_offset).where(Fetch.warc_file == file))}


def is_being_crawled(connection: Connection, site: str, now: datetime) -> bool:
    """Whether a crawl of the site runs, whose lease has not run out."""
    query = select(Crawl.id).where(Crawl.site_key == site, Crawl.outcome == RUNNING, ~lease_is_over(Crawl, now))
    return connection.execute(query).first() is not None
