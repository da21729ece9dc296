"""The walk of a site's lists: which pages and further lists to ask for next, and when a list has been seen whole.

No Scrapy and no I/O: page classes and what is remembered go in, addresses to ask come out. The spider makes requests of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from crawler.addresses import identity_of, netloc_of
from crawler.pages.base import Entry, IndexPage, PageRequest
from crawler.pages.families import recognise
from crawler.pages.wordings import is_navigation, looks_like_report, names_column, years_in
from crawler.registry import Site
from crawler.stand_ins import StandIn
from crawler.walking.memory import KnownList, Memory, key_of
from pipelines.items import Listed
from pipelines.list_page import LeadsTo, ListedEntry, ListEnd, ListPage


@dataclass(frozen=True, slots=True)
class Walk:
    """Where the walk of one list stands: known to hold annual reports or not, links deep, pages of it not yet asked for.

    `root` is the address that the list began with, `column` that of the registry's column it belongs to, None outside of
    columns. `full`: every page of it is asked for, known entries or not. `cut`: a page of it did not come. `lines`: entries
    that its pages before this one listed.
    """

    annual: bool
    root: str
    column: str | None = None
    depth: int = 0
    pending: tuple[PageRequest, ...] = ()
    is_first: bool = True
    full: bool = True
    cut: bool = False
    lines: int = 0


@dataclass(frozen=True, slots=True)
class AskList:
    """A page of a list to ask for. `known` is what is remembered of its first page, where it may answer that nothing changed."""

    page: PageRequest
    walk: Walk
    known: KnownList | None = None


@dataclass(frozen=True, slots=True)
class AskPage:
    """A candidate to ask for. `renewed`: its list says something else of it than before, so that it must be read again."""

    entry: Entry
    listed: Listed | None
    renewed: bool = False


@dataclass(slots=True)
class Step:
    """What came of one page of a list: what to ask for next, what to remember of it, what stood in its place if not a list."""

    asks: list[AskList | AskPage] = field(default_factory=list)
    listing: ListPage | None = None
    stood_in: StandIn | None = None


class Walks:
    """The walks of all lists of one crawl. `count` hears of stops and numbers, `say` of them in words.

    `full`: every list is walked to its end and every page of it asked for, whatever is remembered.
    """

    def __init__(self, site: Site, year: int | None, memory: Memory, full: bool, count: Callable[[str, int], None]) -> None:
        self.site, self.year, self.memory, self.full, self.count = site, year, memory, full, count
        self.words: list[str] = []
        self._pages: set[str] = set()
        self._lists: set[str] = set()
        self._listed: set[str] = set()
        self._asked = 0
        self._begun, self._open, self._left_out = False, 0, False

    @property
    def saw_all(self) -> bool:
        """Whether nothing of the site's lists is missing: all were asked for, and each has answered or failed."""
        return self._begun and not self._open and not self._left_out and self.year is None

    # --- beginning ---

    def begin(self, url: str | None) -> Iterator[AskList | AskPage]:
        """The site's known columns, then its other start pages; or the one address asked for."""
        columns = [column.url for column in self.site.columns]
        if url and url not in {*self.site.start, *columns}:
            yield from self.candidates([Entry(url, "")], None, None, asked_for=True)
            return
        for column in [url] if url else columns:
            yield from self._list(PageRequest(column), self._walk(column, annual=True, column=column))
        for start in () if url else self.site.start:
            yield from self._list(PageRequest(start), self._walk(start, annual=False))
        self._begun = True

    def _walk(self, url: str, annual: bool, column: str | None = None, depth: int = 0) -> Walk:
        return Walk(annual, url, column, depth, full=self.full or self.memory.walk_is_due(url))

    # --- a page of a list ---

    def page(self, index: IndexPage, walk: Walk, asked: PageRequest) -> Step:
        """What a page of a list gives: the pages it names, the next page of the list, the lists below it."""
        self._open -= 1
        entries = [entry for entry in index.entries() if self._is_on_site(entry.url)]
        walk = replace(walk, annual=walk.annual or index.is_annual_column or _mostly_reports(entries))
        if entries and not walk.lines and walk.annual and self._is_rebuilt(index, walk, entries):
            walk = replace(walk, cut=True)
        walk = replace(walk, lines=walk.lines + len(entries))
        fresh = [entry for entry in entries if key_of(entry.url) not in self._listed]
        self._listed.update(key_of(entry.url) for entry in fresh)
        self.count("entries", len(fresh))
        wanted = [entry for entry in fresh if self._is_candidate(entry, walk.annual)]
        step = Step(list(self.candidates(wanted, index.url, walk)))
        shortfall = index.shortfall()
        if shortfall:
            self._stop("truncated", f"{index.url}: {shortfall}")
        walk = replace(walk, cut=walk.cut or bool(shortfall))
        end = self._onward(step, index, walk, asked, entries, fresh)
        if end == "whole" and not walk.lines and self._had_rows(index, walk):
            end = "cut"
        leads = self._leads_to(index, walk, bool(wanted)) if walk.is_first else ()
        step.asks += self._below(leads, walk)
        seen = tuple(ListedEntry(key_of(entry.url), entry.url, entry.title, entry.date, entry.unit) for entry in fresh)
        step.listing = ListPage(walk.root, key_of(walk.root), walk.annual, walk.full, walk.is_first, seen, leads, end)
        return step

    def _is_rebuilt(self, index: IndexPage, walk: Walk, entries: list[Entry]) -> bool:
        """Says so where a list names none of its old rows, and its new ones have the addresses of another family of CMS."""
        known = self.memory.entries_of(walk.root)
        if not known or any(key_of(entry.url) in self.memory.entries for entry in entries):
            return False
        before, now = _family_of(one.url for one in known), _family_of(entry.url for entry in entries)
        if before != now:
            self.count("suspect/redesign", 1)
            self.words.append(f"{index.url} had addresses like those of {before}, and has those of {now}")
        return before != now

    def _had_rows(self, index: IndexPage, walk: Walk) -> bool:
        """Says so where a list without any row had some before: the site may be ill tonight, so nothing of it counts as gone."""
        lost = len(self.memory.entries_of(walk.root))
        if lost:
            self.count("suspect/empty_list", 1)
            self.words.append(f"{index.url} has no row, earlier crawls found {lost}")
        return lost > 0

    def _onward(
        self, step: Step, index: IndexPage, walk: Walk, asked: PageRequest, entries: list[Entry], fresh: list[Entry]
    ) -> ListEnd | None:
        """Puts the next page of the list into the step; where there is none, how the list ended."""
        pages = [page for page in (walk.pending or index.next_pages()) if _list_key(page) not in self._lists]
        if pages and not walk.full and entries and all(map(self.memory.has_entry, entries)):
            step.asks += self._due_of(walk)
            return "known"
        if fresh or (not entries and walk.is_first):
            following = list(self._next_page(pages, walk))
            step.asks += following
            return None if following else "cut" if pages or walk.cut else "whole"
        if asked.fallback is not None:
            following = list(self._list(asked.fallback, walk))
            step.asks += following
            return None if following else "cut"
        if pages:
            self._stop("no_new_entries", f"{index.url} brought nothing new, {len(pages)} further page(s) not asked for")
        return "cut" if pages or walk.cut else "whole"

    def unchanged(self, known: KnownList, walk: Walk) -> Step:
        """What the first page of a list gives that is the same as last time: what is due below it, the lists it leads to."""
        self._open -= 1
        walk = replace(walk, annual=known.annual)
        step = Step(list(self._due_of(walk)))
        step.asks += self._below(known.leads_to, walk)
        root = (walk.root, key_of(walk.root))
        step.listing = ListPage(*root, walk.annual, walk.full, True, (), known.leads_to, "known", repeats=True)
        return step

    def failed(self, walk: Walk, asked: PageRequest, gone: bool) -> Step:
        """After a page of a list that did not come: its other way of asking, else the next page; nothing once one is gone."""
        self._open -= 1
        walk, step = replace(walk, cut=True), Step()
        if asked.fallback is not None:
            step.asks += self._list(asked.fallback, walk)
        elif not walk.is_first and not gone:
            step.asks += self._next_page(list(walk.pending), walk)
        elif not walk.is_first:
            self._stop("page_gone", f"{asked.url} is gone, {len(walk.pending)} further page(s) not asked for")
        step.listing = ListPage(walk.root, key_of(walk.root), walk.annual, walk.full, False, end=None if step.asks else "cut")
        return step

    # --- further lists ---

    def _next_page(self, pages: list[PageRequest], walk: Walk) -> Iterator[AskList]:
        for number, page in enumerate(pages):
            if self._is_on_site(page.url):
                asks = list(self._list(page, replace(walk, pending=tuple(pages[number + 1 :]), is_first=False)))
                yield from asks
                if asks:
                    return

    def _leads_to(self, index: IndexPage, walk: Walk, has_reports: bool) -> tuple[LeadsTo, ...]:
        """The columns a first page leads to, and its frames when it lists nothing itself."""
        columns = [LeadsTo(one.url, one.title, walk.annual or names_column(one.title)) for one in index.columns()]
        frames = [] if has_reports else [LeadsTo(url, "", walk.annual) for url in index.frames()]
        return tuple(one for one in (*columns, *frames) if self._is_on_site(one.url))

    def _below(self, leads: Iterable[LeadsTo], walk: Walk) -> Iterator[AskList]:
        if not walk.is_first:
            return
        if walk.depth >= self.site.limits.depth:
            self.count("stopped/depth", 1)
            self._left_out = True
            return
        for one in leads:
            if self._may_hold_the_year(one.title):
                yield from self._list(PageRequest(one.url), self._walk(one.url, one.annual, walk.column, walk.depth + 1))

    def _list(self, page: PageRequest, walk: Walk) -> Iterator[AskList]:
        key = _list_key(page)
        if key not in self._lists and self._may_ask():
            self._lists.add(key)
            self._open += 1
            may_be_same = walk.is_first and not walk.full and page.method == "GET"
            yield AskList(page, walk, self.memory.list_at(page.url) if may_be_same else None)

    # --- pages ---

    def candidates(
        self, entries: Iterable[Entry], index_url: str | None, walk: Walk | None, asked_for: bool = False
    ) -> Iterator[AskPage]:
        """Those entries whose pages are to be asked for: not known, due, or the list says something else of them than before."""
        waiting = left = 0
        for entry in entries:
            identity = key_of(entry.url)
            renewed = not asked_for and self.memory.is_renewed(entry)
            wanted = asked_for or self.full or renewed or self.memory.page_is_due(entry.url, entry.date)
            if identity in self._pages:
                continue
            if not wanted:
                self._pages.add(identity)
                left += self.memory.reports_at(entry.url)
                waiting += self.memory.is_waiting(entry.url)
                continue
            if not self._may_ask():
                continue
            self._pages.add(identity)
            column = walk.column if walk else None
            listed = Listed(entry.title, entry.date, index_url, column, entry.unit) if index_url else None
            yield AskPage(entry, listed, renewed)
        if left:
            self.count("reports_known", left)
        if waiting:
            self._stop("waiting", f"{waiting} page(s) of {index_url} that failed before are asked again later, or on demand")

    def _due_of(self, walk: Walk) -> Iterator[AskPage]:
        """The pages of a list that are due although the list, or this part of it, was not read."""
        known = (Entry(one.url, one.title, one.date, one.unit) for one in self.memory.entries_of(walk.root))
        wanted = (entry for entry in known if key_of(entry.url) not in self._listed and self._is_candidate(entry, walk.annual))
        yield from self.candidates(wanted, walk.root, walk)

    def _is_candidate(self, entry: Entry, annual: bool) -> bool:
        if not self._names_the_year(entry.title):
            return False
        return looks_like_report(entry.title) or (annual and not is_navigation(entry.title or "年报"))

    def _names_the_year(self, title: str) -> bool:
        return self.year is None or not (years := years_in(title)) or self.year in years

    def _may_hold_the_year(self, title: str) -> bool:
        """Whether a column may hold the year asked for: columns go by report year or by the year of publication."""
        return self._names_the_year(title) or (self.year is not None and self.year + 1 in years_in(title))

    # --- bounds ---

    def _may_ask(self) -> bool:
        if self._asked >= self.site.limits.pages:
            self.count("stopped/pages", 1)
            self._left_out = True
            return False
        self._asked += 1
        return True

    def _is_on_site(self, url: str) -> bool:
        if netloc_of(url) in self.site.scope:
            return True
        self.count("offsite_links", 1)
        return False

    def _stop(self, why: str, words: str) -> None:
        self.count(f"stopped/{why}", 1)
        self.words.append(words)


def says_its_rows(listing: ListPage) -> bool:
    """Whether the first page of a list tells by itself that its rows changed: one whose script asks for them stays the same."""
    return bool(listing.entries) or listing.end is not None


def _list_key(page: PageRequest) -> str:
    return f"{page.method} {identity_of(page.url)} {page.body.decode('latin-1')}"


def _family_of(urls: Iterable[str]) -> str:
    """The family that most of these addresses look like."""
    return Counter(recognise(url, "")[0] for url in urls).most_common(1)[0][0]


def _mostly_reports(entries: list[Entry]) -> bool:
    alike = sum(looks_like_report(entry.title) for entry in entries)
    return alike >= 2 and 2 * alike >= len(entries)
