"""What the database remembers of a site for its next visit: known pages, lists, entries. Read once as a crawl begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Boolean, Connection, Date, func, select

from models.base import Moment, Structure
from models.crawl import Fetch, Page
from models.division import Division
from models.document import ReportVersion
from models.prepared import Prepared

_ORIGINAL = """
    CASE WHEN f.warc_kind = 'response' THEN f.url ELSE o.url END AS original_url,
    CASE WHEN f.warc_kind = 'response' THEN f.fetched_at ELSE o.fetched_at END AS original_fetched_at,
    CASE WHEN f.warc_kind = 'response' THEN f.warc_file ELSE o.warc_file END AS original_file,
    CASE WHEN f.warc_kind = 'response' THEN f.warc_offset ELSE o.warc_offset END AS original_offset,
    CASE WHEN f.warc_kind = 'response' THEN f.warc_length ELSE o.warc_length END AS original_length,
    CASE WHEN f.warc_kind = 'response' THEN f.digest ELSE o.digest END AS original_digest"""
"""Where the bytes of a fetch stand: in its own record, or in that of the earlier answer of the address it repeats."""

_EARLIER = """LEFT JOIN "fetch" o ON f.warc_kind = 'revisit' AND o.id = (SELECT MAX(e.id) FROM "fetch" e
    WHERE e.digest = f.digest AND e.url = f.url AND e.warc_kind = 'response' AND e.id < f.id)"""

_ASKED = Prepared(
    f"""SELECT p.fetch_id, f.requested_url, f.fetched_at, f.etag, f.last_modified, p.body_hash, p.extractor, p.listed_title,
    p.listed_date, p.reports, COALESCE(p.last_seen, f.fetched_at) AS last_seen, {_ORIGINAL}
FROM "fetch" f LEFT JOIN page p ON p.fetch_id = f.id {_EARLIER}
WHERE f.site_key = :site AND f.purpose <> 'index'
    AND (p.fetch_id IS NOT NULL OR (f.purpose = 'report' AND f.outcome NOT IN ('ok', 'not_modified')))
ORDER BY f.fetched_at, f.id""",
    fetched_at=Moment(), listed_date=Date(), last_seen=Moment(), original_fetched_at=Moment(),
)  # fmt: skip

_LISTS = Prepared(
    f"""SELECT l.url, l.annual, l.leads_to, l.body_hash, l.extractor, l.full_at, l.fetch_id, f.etag, f.last_modified, {_ORIGINAL}
FROM listing l LEFT JOIN "fetch" f ON f.id = l.fetch_id {_EARLIER} WHERE l.site_key = :site""",
    annual=Boolean(), leads_to=Structure(), full_at=Moment(), original_fetched_at=Moment(),
)  # fmt: skip

_ENTRIES = Prepared(
    "SELECT url_hash, list_hash, url, title, date, missing, unit FROM listing_entry WHERE site_key = :site", date=Date()
)


def asked_for(connection: Connection, site: str) -> list[tuple[Any, ...]]:
    """Each request for a page of a site that was read or that brought none, the oldest first.

    Number of the reading (None where none came: an error, a refusal, something in its place), address, moment, validators, hash
    of the bytes, the code that read them, title and date on its list, reports on it, when it last answered so, and where its
    bytes stand (address, moment, file, offset, length, digest). A page is known only once it was stored with what stood on it.
    """
    return _ASKED.rows(connection, {"site": site})


def lists_of(connection: Connection, site: str) -> list[tuple[Any, ...]]:
    """Each list of a site: address, annual or not, what it leads to, hash of its first page, the code that read that, last whole
    walk, number of its fetch, its validators, and where its bytes stand as in `asked_for`."""
    return _LISTS.rows(connection, {"site": site})


def entries_of(connection: Connection, site: str) -> list[tuple[Any, ...]]:
    """Each entry that the site's lists named: key, list, address, title, date, how often it was missing in a row, whose it is."""
    return _ENTRIES.rows(connection, {"site": site})


def placed_on(connection: Connection, site: str, index_url: str, before: int | None = None) -> Iterator[Any]:
    """Where the reports of a list were placed: code, name, path, how many; by fetches `before` one or by all."""
    query: Any = (
        select(Division.code, Division.name, Division.path, func.count())
        .join(ReportVersion, ReportVersion.division_code == Division.code)
        .join(Fetch, Fetch.id == ReportVersion.fetch_id)
        .join(Page, Page.fetch_id == Fetch.id)
        .where(Fetch.site_key == site, Page.index_url == index_url, ReportVersion.current)
        .group_by(Division.code, Division.name, Division.path)
    )
    yield from connection.execute(query if before is None else query.where(Fetch.id < before))
