"""What earlier crawls of a site left, as its next crawl needs it: which entries, pages and lists are known, and what is due."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine

from crawler.addresses import identity_of
from crawler.pages.base import Entry
from crawler.walking.revisits import is_waiting, page_is_due, walk_is_due
from models import remembered
from models.left_behind import left_something_behind
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
    """What is known of one site at the moment `now`. An empty one knows nothing: everything is asked for.

    `unread`: crawls before this one may have left answers in the archive that nobody read.
    """

    site: str
    now: datetime
    pages: dict[str, KnownPage] = field(default_factory=dict)
    lists: dict[str, KnownList] = field(default_factory=dict)
    entries: dict[str, KnownEntry] = field(default_factory=dict)
    failing: dict[str, set[datetime]] = field(default_factory=dict)
    unread: bool = False

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
        """Whether a list said the very same of this address before; one that names nobody now says nothing of whose it is."""
        known = self.entries.get(key_of(entry.url))
        if known is None or known.missing:
            return False
        return (known.title, known.date, known.unit) == (entry.title, entry.date, entry.unit or known.unit)

    def is_renewed(self, entry: Entry) -> bool:
        """Whether an entry is known and its list says something else of it than before, or names it again after a pause."""
        return key_of(entry.url) in self.entries and not self.has_entry(entry)

    def entries_of(self, root: str) -> list[KnownEntry]:
        """The entries that were last seen on the list which begins at an address, and are on it still as far as is known."""
        key = key_of(root)
        return [entry for entry in self.entries.values() if entry.list_key == key and not entry.missing]


def remember(engine: Engine, site: str, now: datetime, crawl: int | None = None) -> Memory:
    """The memory of a site. Where `crawl` is given it says whether crawls before that one may have left answers unread.

    Raises the database's own errors.
    """
    memory = Memory(site, now)
    with engine.connect() as connection:
        memory.unread = crawl is not None and left_something_behind(connection, site, crawl)
        for number, url, moment, *reading in remembered.asked_for(connection, site):
            if number is None:
                memory.failing.setdefault(key_of(url), set()).add(moment)
            else:
                memory.pages[key_of(url)] = _page(number, *reading)
        for url, *said in remembered.lists_of(connection, site):
            memory.lists[key_of(url)] = _list(*said)
        for key, list_key, url, title, day, missing, unit in remembered.entries_of(connection, site):
            memory.entries[key] = KnownEntry(url, title, day, list_key, missing, unit)
    return memory


def placed_on(engine: Engine, site: str, index_url: str, before: int | None = None) -> Counter[DivisionRef]:
    """How many reports of a list were placed in which division, by fetches `before` one or all."""
    with engine.connect() as connection:
        rows = remembered.placed_on(connection, site, index_url, before)
        return Counter({DivisionRef(code, name, tuple(path.split("/"))): number for code, name, path, number in rows})


def _page(
    number: int, etag: str | None, last_modified: str | None, body_hash: str, extractor: str | None, title: str | None,
    day: date | None, reports: int, seen: datetime, *original: Any,
) -> KnownPage:  # fmt: skip
    known = (number, etag, last_modified, body_hash, _original(*original), extractor == EXTRACTOR)
    return KnownPage(*known, title, day, reports, seen)


def _list(
    annual: bool, leads_to: list[list[Any]], body_hash: str | None, extractor: str | None, full_at: datetime | None,
    number: int | None, etag: str | None, last_modified: str | None, *original: Any,
) -> KnownList:  # fmt: skip
    current = extractor == EXTRACTOR and number is not None
    known = (number or 0, etag, last_modified, body_hash, _original(*original), current)
    return KnownList(*known, annual, tuple(LeadsTo(*one) for one in leads_to), full_at)


def _original(url: str, moment: datetime, file: str | None, offset: int, length: int, digest: str) -> Original | None:
    return None if file is None else Original(url, moment, CapturePlace(file, offset, length, digest))
