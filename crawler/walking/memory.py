"""What earlier crawls of a site left, as its next crawl needs it: which entries, pages and lists are known, and what is due."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine, Row

from crawler.addresses import identity_of
from crawler.pages.base import Entry
from crawler.walking.revisits import is_waiting, page_is_due, walk_is_due
from models import remembered
from pipelines.extractor import EXTRACTOR
from pipelines.items import CapturePlace, DivisionRef
from pipelines.list_page import LeadsTo
from pipelines.warc.records import Original


@lru_cache(maxsize=10_000)
def key_of(url: str) -> str:
    """The key of an address in the memory: the same for all its spellings (`crawler.addresses.identity_of`)."""
    return sha256(identity_of(url).encode("utf-8", "replace")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Known:
    """A page that was read: its validators, the hash of its bytes, where these stand. `is_current`: read by this very code."""

    fetch: int
    etag: str | None
    last_modified: str | None
    body_hash: str | None
    original: Original | None
    is_current: bool

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed; none where the server gave no validator."""
        headers = {"If-None-Match": self.etag} if self.etag else {}
        return headers | ({"If-Modified-Since": self.last_modified} if self.last_modified else {})


@dataclass(frozen=True, slots=True)
class KnownPage(Known):
    """A page that may be a report: how its list announced it, how many reports stand on it, when it last answered so."""

    listed_title: str | None
    listed_date: date | None
    reports: int
    seen: datetime


@dataclass(frozen=True, slots=True)
class KnownList(Known):
    """A list: what its first page leads to, and when it was last walked to its end."""

    annual: bool
    leads_to: tuple[LeadsTo, ...]
    full_at: datetime | None


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """A line of a list as it was last printed; `missing`: whole walks in a row without it; `unit`: whose the list says it is."""

    url: str
    title: str
    date: date | None
    list_key: str
    missing: int
    unit: str | None = None


@dataclass(slots=True)
class Memory:
    """What is known of one site at the moment `now`. An empty one knows nothing: everything is asked for."""

    site: str
    now: datetime
    pages: dict[str, KnownPage] = field(default_factory=dict)
    lists: dict[str, KnownList] = field(default_factory=dict)
    entries: dict[str, KnownEntry] = field(default_factory=dict)
    failing: dict[str, set[datetime]] = field(default_factory=dict)

    def of_entries(self) -> Memory:
        """What a forced crawl may know: which lines the lists had. Every list and page is asked for as if it were new."""
        return Memory(self.site, self.now, entries=self.entries)

    def page_at(self, url: str) -> KnownPage | None:
        """The last good reading of a page."""
        return self.pages.get(key_of(url))

    def reports_at(self, url: str) -> int:
        """How many reports stand on a known page."""
        known = self.page_at(url)
        return known.reports if known else 0

    def list_at(self, url: str) -> KnownList | None:
        """A list as it was last read by this very code."""
        known = self.lists.get(key_of(url))
        return known if known is not None and known.is_current else None

    def walk_is_due(self, url: str) -> bool:
        """Whether a list is to be walked to its end."""
        known = self.lists.get(key_of(url))
        return walk_is_due(self.site, known.full_at if known else None, self.now)

    def page_is_due(self, url: str, published: date | None) -> bool:
        """Whether a page is to be asked for: never read, or read long enough ago for its age."""
        if self.is_waiting(url):
            return False
        known = self.pages.get(key_of(url))
        return known is None or page_is_due(self.site, published or known.listed_date, known.seen, self.now)

    def is_waiting(self, url: str) -> bool:
        """Whether a page failed so often since it was last read that it is left alone for now."""
        known, failed = self.page_at(url), self.failing.get(key_of(url), set())
        moments = [moment for moment in failed if known is None or moment > known.seen]
        return bool(moments) and is_waiting(len({moment.date() for moment in moments}), max(moments), self.now)

    def has_entry(self, entry: Entry) -> bool:
        """Whether a list said the very same of this address before."""
        known = self.entries.get(key_of(entry.url))
        return known is not None and not known.missing and (known.title, known.date) == (entry.title, entry.date)

    def is_renewed(self, entry: Entry) -> bool:
        """Whether an entry is known and its list says something else of it than before, or names it again after a pause."""
        return key_of(entry.url) in self.entries and not self.has_entry(entry)

    def entries_of(self, root: str) -> list[KnownEntry]:
        """The entries that were last seen on the list which begins at an address, and are on it still as far as is known."""
        key = key_of(root)
        return [entry for entry in self.entries.values() if entry.list_key == key and not entry.missing]


def remember(engine: Engine, site: str, now: datetime) -> Memory:
    """The memory of a site. Raises the database's own errors."""
    memory = Memory(site, now)
    with engine.connect() as connection:
        for row in remembered.pages_of(connection, site):
            memory.pages[key_of(row.requested_url)] = _page(row)
        for row in remembered.lists_of(connection, site):
            memory.lists[key_of(row.url)] = _list(row)
        for row in remembered.entries_of(connection, site):
            memory.entries[row.url_hash] = KnownEntry(row.url, row.title, row.date, row.list_hash, row.missing, row.unit)
        for url, moment in remembered.failures_of(connection, site):
            memory.failing.setdefault(key_of(url), set()).add(moment)
    return memory


def placed_on(engine: Engine, site: str, index_url: str, before: int | None = None) -> Counter[DivisionRef]:
    """How many reports of a list were placed in which division, by fetches `before` one or all."""
    with engine.connect() as connection:
        rows = remembered.placed_on(connection, site, index_url, before)
        return Counter({DivisionRef(code, name, tuple(path.split("/"))): number for code, name, path, number in rows})


def _page(row: Row[Any]) -> KnownPage:
    current = row.extractor == EXTRACTOR
    known = (row.id, row.etag, row.last_modified, row.body_hash, _original(row), current)
    return KnownPage(*known, row.listed_title, row.listed_date, row.reports, row.last_seen)


def _list(row: Row[Any]) -> KnownList:
    leads = tuple(LeadsTo(*one) for one in row.leads_to)
    current = row.extractor == EXTRACTOR and row.fetch_id is not None
    known = (row.fetch_id or 0, row.etag, row.last_modified, row.body_hash, _original(row), current)
    return KnownList(*known, row.annual, leads, row.full_at)


def _original(row: Row[Any]) -> Original | None:
    if row.original_warc_file is None:
        return None
    place = CapturePlace(row.original_warc_file, row.original_warc_offset, row.original_warc_length, row.original_digest)
    return Original(row.original_url, row.original_fetched_at, place)
