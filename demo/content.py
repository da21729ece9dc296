"""What one demo site serves now: its reports and decoys, and the changes made to them between two nights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from threading import RLock

from demo import chrome
from demo.entry import Entry, Resource, Served
from demo.families import BUILD, PATH, START
from demo.places import SitePlan
from demo.reports import Amount, entries
from demo.truth import Key, Truth

_ROBOTS = b"User-agent: *\nDisallow: /search/\nDisallow: /admin/\n"


class Content:
    """The pages of one site as they stand now. `host` is the address the pages claim as SiteDomain. Safe between threads."""

    def __init__(self, site: SitePlan, host: str) -> None:
        self.site, self.host = site, host
        self._last = {who.name: who.years[1] for who in site.publishers}
        self._changes: dict[tuple[str, int], dict[Key, Amount]] = {}
        self._revisions: dict[str, int] = {}
        self._withdrawn: dict[str, int] = {}
        self._lock = RLock()
        self._entries: list[Entry] | None = None
        self._served: dict[str, Served] = {}

    def _build(self) -> list[Entry]:
        with self._lock:
            if self._entries is None:
                place = PATH[self.site.family]
                found = [entry for entry in entries(self.site, self._last, self._changes) if place(entry) not in self._withdrawn]
                self._served = self._surroundings() | BUILD[self.site.family](self.site, self.host, found)
                self._entries = found
            return self._entries

    def _surroundings(self) -> dict[str, Served]:
        start = START[self.site.family]
        links = f'{chrome.navigation()}<p><a href="{start}">{chrome.COLUMN}</a></p>{chrome.foot(self.site)}'
        home = chrome.page(self.site, chrome.document(self.site.name, "", links, charset=None))
        empty = f"{chrome.navigation()}<p>本栏目正在整理。</p>{chrome.foot(self.site)}"
        other = chrome.page(self.site, chrome.document(self.site.name, "", empty, charset=None))
        robots = Resource(_ROBOTS, "text/plain")
        return {"/": home, "/index.html": home, "/xwzx/index.html": other, "/bsfw/index.html": other, "/robots.txt": robots}

    def answer(self, path: str, query: Mapping[str, str]) -> Resource:
        """What the site answers to a path with these parameters; 404 or 410 with a page of words where there is nothing."""
        with self._lock:
            self._build()
            served = self._served.get(path)
        if served is None:
            html = chrome.document("页面不存在", "", "<p>您访问的页面不存在或已删除。</p>", charset=None)
            return replace(chrome.page(self.site, html), status=self._withdrawn.get(path, 404))
        found = served if isinstance(served, Resource) else served(query)
        times = self._revisions.get(path, 0)
        return replace(found, modified=found.modified + timedelta(days=30 * times)) if times and found.modified else found

    def paths(self) -> list[str]:
        """Every address that has a page of its own, in order; the APIs' are among them."""
        self._build()
        return sorted(self._served)

    def truth(self) -> dict[str, Truth]:
        """Path -> what a careful reader finds there now."""
        place = PATH[self.site.family]
        found = {place(entry): entry.truth for entry in self._build() if entry.truth is not None}
        return {path: replace(truth, path=path) for path, truth in found.items()}

    def decoys(self) -> list[str]:
        """The paths of the pages that stand on the lists and are no reports."""
        return [PATH[self.site.family](entry) for entry in self._build() if entry.truth is None]

    def publish(self, year: int, publisher: str | None = None) -> list[str]:
        """The paths of the reports that appear when the publisher (or each one) publishes all years up to `year`."""
        before = set(self.truth())
        with self._lock:
            for name in [publisher] if publisher else list(self._last):
                self._last[name] = max(self._last[name], year)
            self._entries = None
        return sorted(set(self.truth()) - before)

    def revise(self, publisher: str, year: int, key: Key, value: Amount) -> str:
        """The path of the report in which this figure now has another value. KeyError if the report has no such figure."""
        path = self.path(publisher, year)
        truth = self.truth()[path]
        if not any((fact.code, fact.applicant) == key and fact.category is None for fact in truth.facts):
            raise KeyError(f"{publisher} {year} states no {key[0]} ({key[1] or 'no applicant'})")
        with self._lock:
            self._changes.setdefault((publisher, year), {})[key] = Decimal(value) if isinstance(value, Decimal) else value
            self._revisions[path] = self._revisions.get(path, 0) + 1
            self._entries = None
        return path

    def withdraw(self, path: str, status: int = 404) -> None:
        """Takes an article off its list; its address answers `status` from now on."""
        if path not in {PATH[self.site.family](entry) for entry in self._build()}:
            raise KeyError(f"{self.site.key} has no article {path}")
        with self._lock:
            self._withdrawn[path] = status
            self._entries = None

    def path(self, publisher: str, year: int) -> str:
        """Where the report of a publisher and year stands. KeyError if it is not published."""
        for path, truth in self.truth().items():
            if (truth.publisher, truth.year) == (publisher, year):
                return path
        raise KeyError(f"{self.site.key} serves no report of {publisher!r} for {year}")
