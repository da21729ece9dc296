"""What the database remembers of a site for its next visit: known pages, lists, entries. Read once as a crawl begins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, case, func, select
from sqlalchemy.orm import aliased

from models.crawl import Fetch, Page
from models.division import Division
from models.document import ReportVersion
from models.listing import Listing, ListingEntry

RESPONSE, REVISIT = "response", "revisit"


def pages_of(connection: Connection, site: str) -> Iterator[Row[Any]]:
    """Each reading of a page of a site, the oldest first: address, validators, hash of its bytes, where these stand.

    A page is known only once it was stored together with what stood on it.
    """
    yield from connection.execute(_pages(), {"site": site})


@cache
def _pages() -> Any:
    """The statement of `pages_of`; making one costs more than running it, and a night asks for it once a site."""
    query = (
        select(
            Fetch.id, Fetch.requested_url, Fetch.etag, Fetch.last_modified, Page.body_hash, Page.extractor, Page.listed_title,
            Page.listed_date, Page.reports, func.coalesce(Page.last_seen, Fetch.fetched_at).label("last_seen"), *_original(),
        )
        .join(Page, Page.fetch_id == Fetch.id)
        .where(Fetch.site_key == bindparam("site"))
        .order_by(Fetch.fetched_at, Fetch.id)
    )  # fmt: skip
    return _with_original(query)


def lists_of(connection: Connection, site: str) -> Iterator[Row[Any]]:
    """Each list of a site with the validators of its first page and where that page stands."""
    yield from connection.execute(_lists(), {"site": site})


@cache
def _lists() -> Any:
    query = (
        select(
            Listing.url, Listing.annual, Listing.leads_to, Listing.body_hash, Listing.extractor, Listing.full_at,
            Listing.fetch_id, Fetch.etag, Fetch.last_modified, *_original(),
        )
        .outerjoin(Fetch, Fetch.id == Listing.fetch_id)
        .where(Listing.site_key == bindparam("site"))
    )  # fmt: skip
    return _with_original(query)


def entries_of(connection: Connection, site: str) -> Iterator[Row[Any]]:
    """Each entry that the site's lists named: key, list, address, title, date, how often it was missing in a row."""
    yield from connection.execute(_entries(), {"site": site})


@cache
def _entries() -> Any:
    columns = (
        ListingEntry.url_hash, ListingEntry.list_hash, ListingEntry.url, ListingEntry.title, ListingEntry.date,
        ListingEntry.missing, ListingEntry.unit,
    )  # fmt: skip
    return select(*columns).where(ListingEntry.site_key == bindparam("site"))


def failures_of(connection: Connection, site: str) -> Iterator[Any]:
    """Address and moment of each request for a page of a site that brought none: an error, a refusal, something in its place."""
    yield from connection.execute(_failures(), {"site": site})


@cache
def _failures() -> Any:
    return select(Fetch.requested_url, Fetch.fetched_at).where(
        Fetch.site_key == bindparam("site"), Fetch.purpose == "report", Fetch.outcome.not_in(("ok", "not_modified"))
    )


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


_first, _earlier = aliased(Fetch), aliased(Fetch)


def _original() -> tuple[Any, ...]:
    """Where the bytes of a fetch stand: in its own record, or in that of the earlier answer of the address it repeats."""
    own = Fetch.warc_kind == RESPONSE
    names = ("url", "fetched_at", "warc_file", "warc_offset", "warc_length", "digest")
    return tuple(case((own, getattr(Fetch, name)), else_=getattr(_first, name)).label(f"original_{name}") for name in names)


def _with_original(query: Any) -> Any:
    same = (
        select(func.max(_earlier.id))
        .where(
            _earlier.digest == Fetch.digest, _earlier.url == Fetch.url, _earlier.warc_kind == RESPONSE, _earlier.id < Fetch.id
        )
        .correlate(Fetch)
        .scalar_subquery()
    )  # fmt: skip
    return query.outerjoin(_first, and_(Fetch.warc_kind == REVISIT, _first.id == same))
