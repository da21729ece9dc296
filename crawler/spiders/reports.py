"""The spider: walks a site's lists of annual reports and yields what it fetched. It does not decide what a report is.

Every request that ends is yielded as a `Fetch`; a candidate page is yielded as a `Page` with its `Fetch` inside instead.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.addresses import identity_of, netloc_of
from crawler.evidence import Problem, damage_of, document_of, encoding_of, page_of
from crawler.fetches import Ending, ending_of, ending_of_failure
from crawler.middlewares import CAPTURE, FETCHED_AT, PURPOSE, SENT, ArchiveFailed, DecodedResponse
from crawler.pages.base import Entry, IndexPage, PageRequest
from crawler.pages.families import classes_of
from crawler.pages.wordings import is_navigation, looks_like_report, names_column, years_in
from crawler.registry import RegistryProblem, Site, load_sites
from pipelines.items import Fetch, Listed, Purpose

logger = logging.getLogger(__name__)

TURNED_AWAY = 3
SILENT = 5
"""Challenge pages, and requests without any answer, in a row after which a site is left alone."""

_HOME = frozenset({"", "/", "/index.html", "/index.htm", "/index.shtml", "/index.jsp"})
_FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8", "X-Requested-With": "XMLHttpRequest"}


@dataclass(frozen=True, slots=True)
class Walk:
    """Where the walk of one list stands: known to hold annual reports or not, links deep, pages of it not yet asked for.

    `column` is the address of the registry's column that the walk began with, None outside of columns.
    """

    annual: bool
    column: str | None = None
    depth: int = 0
    pending: tuple[PageRequest, ...] = ()
    is_first: bool = True


class ReportsSpider(Spider):
    """Walks one site. Arguments: `site` (a row or its key), `year` (only this report year), `url` (only this page)."""

    name = "reports"

    def __init__(self, site: Site, crawl: int | None = None, year: str | None = None, url: str | None = None) -> None:
        super().__init__()
        self.site = site
        self.crawl = crawl
        self.year = int(year) if year else None
        self.url = url
        self._pages: set[str] = set()
        self._lists: set[str] = set()
        self._listed: set[str] = set()
        self._asked = 0
        self._in_a_row: dict[str, int] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider of a crawl. `site` may be a key, looked up in `sites_dir` or the folders of NIANBAO_SITES.

        Raises RegistryProblem for a key that no row has. The row's delay, bounds and robots rule become this crawl's settings.
        """
        folder = kwargs.pop("sites_dir", None)
        site = kwargs.pop("site", None)
        if not isinstance(site, Site):
            folders = [Path(folder)] if folder else [Path(name) for name in crawler.settings.getlist("NIANBAO_SITES")]
            site = _site_named(str(site or ""), folders)
        crawl = kwargs.pop("crawl", None)
        spider = cls(site, int(crawl) if crawl is not None else None, **kwargs)
        spider._set_crawler(crawler)
        for name, value in _settings_of(site, crawler).items():
            crawler.settings.set(name, value, priority="spider")
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """The requests for the site's lists: its known columns, then its other start pages; or for the one page asked for."""
        if self.url and self.url not in {*self.site.start, *(column.url for column in self.site.columns)}:
            for request in self._report_requests([Entry(self.url, "")], None):
                yield request
            return
        columns = [self.url] if self.url else [column.url for column in self.site.columns]
        for url in columns:
            for request in self._index_request(PageRequest(url), Walk(annual=True, column=url)):
                yield request
        for url in () if self.url else self.site.start:
            for request in self._index_request(PageRequest(url), Walk(annual=False)):
                yield request

    # --- lists ---

    def parse_index(self, response: Response, walk: Walk, asked: PageRequest) -> Iterator[Any]:
        """What a page of a list gives: its Fetch, requests for the pages it names, the next page of the list."""
        ending = self._judge(response)
        fetch = self._fetch(response, "index", ending)
        yield fetch
        self._leave_alone(ending)
        if ending.outcome != "ok" or not isinstance(response, DecodedResponse):
            yield from self._on_after_failure(walk, asked, gone=ending.outcome == "gone")
            return
        index_class, _ = classes_of(self.site.family, response.url, response.text)
        document = document_of(response.text, fetch.content_type)
        index = index_class(document, response.url, response.text, fetch.fetched_at.date())
        yield from self._walk_on(index, walk, asked)

    def _walk_on(self, index: IndexPage, walk: Walk, asked: PageRequest) -> Iterator[Request]:
        entries = [entry for entry in index.entries() if self._is_on_site(entry.url)]
        annual = walk.annual or index.is_annual_column or _mostly_reports(entries)
        fresh = [entry for entry in entries if identity_of(entry.url) not in self._listed]
        self._listed.update(identity_of(entry.url) for entry in fresh)
        wanted = [entry for entry in fresh if self._is_candidate(entry, annual)]
        self._count("entries", len(fresh))
        yield from self._report_requests(wanted, index.url, walk.column)
        pages = [page for page in (walk.pending or index.next_pages()) if _list_key(page) not in self._lists]
        if fresh or (not entries and walk.is_first):
            yield from self._next_page(pages, replace(walk, annual=annual))
        elif asked.fallback is not None:
            yield from self._index_request(asked.fallback, replace(walk, annual=annual))
        elif pages:
            self._stop("no_new_entries", f"{index.url} brought nothing new, {len(pages)} further page(s) not asked for")
        shortfall = index.shortfall()
        if shortfall:
            self._stop("truncated", f"{index.url}: {shortfall}")
        yield from self._deeper(index, replace(walk, annual=annual), bool(wanted))

    def _next_page(self, pages: list[PageRequest], walk: Walk) -> Iterator[Request]:
        for number, page in enumerate(pages):
            if not self._is_on_site(page.url):
                continue
            requests = list(self._index_request(page, replace(walk, pending=tuple(pages[number + 1 :]), is_first=False)))
            yield from requests
            if requests:
                return

    def _on_after_failure(self, walk: Walk, asked: PageRequest, gone: bool) -> Iterator[Request]:
        """After a page of a list that did not come: its other way of asking, else the next page; nothing once one is gone."""
        if asked.fallback is not None:
            yield from self._index_request(asked.fallback, walk)
        elif walk.is_first or gone:
            if not walk.is_first:
                self._stop("page_gone", f"{asked.url} is gone, {len(walk.pending)} further page(s) not asked for")
        else:
            yield from self._next_page(list(walk.pending), walk)

    def _deeper(self, index: IndexPage, walk: Walk, has_reports: bool) -> Iterator[Request]:
        """The columns a first page leads to, and its frames when it lists nothing itself."""
        if not walk.is_first:
            return
        if walk.depth >= self.site.limits.depth:
            self._count("stopped/depth")
            return
        below = replace(walk, depth=walk.depth + 1)
        for column in index.columns():
            if self._is_on_site(column.url) and self._may_hold_the_year(column.title):
                annual = walk.annual or names_column(column.title)
                yield from self._index_request(PageRequest(column.url), replace(below, annual=annual))
        if not has_reports:
            for url in index.frames():
                if self._is_on_site(url):
                    yield from self._index_request(PageRequest(url), below)

    def _is_candidate(self, entry: Entry, annual: bool) -> bool:
        if not self._names_the_year(entry.title):
            return False
        return looks_like_report(entry.title) or (annual and not is_navigation(entry.title or "年报"))

    def _names_the_year(self, title: str) -> bool:
        years = years_in(title)
        return self.year is None or not years or self.year in years

    def _may_hold_the_year(self, title: str) -> bool:
        """Whether a column may hold the year asked for: columns go by report year or by the year of publication."""
        return self._names_the_year(title) or (self.year is not None and self.year + 1 in years_in(title))

    # --- pages ---

    def parse_report(self, response: Response, listed: Listed | None) -> Iterator[Any]:
        """The Page of a candidate, or its Fetch when it is none."""
        ending = self._judge(response)
        if ending.outcome == "empty" and listed is not None and not listed.title:
            # An address built from a year, not found on a list: an empty answer says that there is no such report.
            ending = Ending("gone", "no report at the address of this year")
        fetch = self._fetch(response, "report", ending)
        if ending.outcome != "ok" or not isinstance(response, DecodedResponse):
            yield fetch
            self._leave_alone(ending)
            return
        self._leave_alone(ending)
        page = page_of(
            response.body,
            response.url,
            fetch.content_type,
            self.site.family,
            fetched_at=fetch.fetched_at,
            site=self.site.key,
            fetch=fetch,
            listed=listed,
            decoded=response.page_text,
        )
        yield replace(fetch, outcome=page.outcome, reason=page.reason) if isinstance(page, Problem) else page

    def failed(self, failure: Failure) -> Iterator[Any]:
        """The Fetch of a request that gave no answer to read, and for a list what can be asked instead."""
        error = failure.value or Exception("no reason given")
        if isinstance(error, ArchiveFailed):
            raise CloseSpider("the archive failed")
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        ending = ending_of_failure(error)
        requested = request.meta.get("redirect_urls", [request.url])[0]
        yield Fetch(
            site=self.site.key,
            crawl=self.crawl,
            url=request.url,
            requested_url=requested,
            purpose=request.meta[PURPOSE],
            fetched_at=datetime.now(UTC),
            outcome=ending.outcome,
            reason=ending.reason,
            capture=request.meta.get(CAPTURE) if ending.outcome == "redirect_loop" else None,
        )
        self._leave_alone(ending)
        if request.meta[PURPOSE] == "index":
            yield from self._on_after_failure(request.cb_kwargs["walk"], request.cb_kwargs["asked"], gone=False)

    def _judge(self, response: Response) -> Ending:
        """How an answer ended; one that a redirect to the home page gave is no answer to what was asked."""
        ending = ending_of(response, response.page_text if isinstance(response, DecodedResponse) else None)
        came_by = response.meta.get("redirect_urls")
        if ending.outcome == "ok" and came_by and response.meta[PURPOSE] == "report" and _is_home(response.url):
            return Ending("http_error", f"{came_by[0]} led to the home page")
        return ending

    def _fetch(self, response: Response, purpose: Purpose, ending: Ending) -> Fetch:
        meta, text = response.meta, response.page_text if isinstance(response, DecodedResponse) else None
        return Fetch(
            site=self.site.key,
            crawl=self.crawl,
            url=response.url,
            requested_url=meta.get("redirect_urls", [response.url])[0],
            purpose=purpose,
            fetched_at=meta[FETCHED_AT],
            outcome=ending.outcome,
            status=response.status,
            reason=ending.reason,
            content_type=_header(response, "Content-Type"),
            size=meta.get(SENT, len(response.body)),
            etag=_header(response, "ETag"),
            last_modified=_header(response, "Last-Modified"),
            capture=meta.get(CAPTURE),
            encoding=encoding_of(text) if text is not None and not text.binary else None,
            damage=damage_of(text) if text is not None else (),
        )

    def _leave_alone(self, ending: Ending) -> None:
        """Stops the crawl of a site that turns us away, or that has stopped answering."""
        for outcome, most in (("blocked", TURNED_AWAY), ("unreachable", SILENT)):
            self._in_a_row[outcome] = self._in_a_row.get(outcome, 0) + 1 if ending.outcome == outcome else 0
            if self._in_a_row[outcome] >= most:
                raise CloseSpider(f"{most} requests in a row were {outcome}")

    # --- requests ---

    def _index_request(self, page: PageRequest, walk: Walk) -> Iterator[Request]:
        key = _list_key(page)
        if key not in self._lists and self._may_ask():
            self._lists.add(key)
            arguments = {"walk": walk, "asked": page}
            headers = _FORM if page.method == "POST" else None
            # dont_filter: what was asked is known here; Scrapy's filter would drop redirects without a word.
            yield Request(
                page.url, self.parse_index, page.method, headers, page.body, meta={PURPOSE: "index"}, cb_kwargs=arguments,
                errback=self.failed, dont_filter=True, priority=1,
            )  # fmt: skip

    def _report_requests(self, entries: list[Entry], index_url: str | None, column: str | None = None) -> Iterator[Request]:
        for entry in entries:
            identity = identity_of(entry.url)
            if identity in self._pages or not self._may_ask():
                continue
            self._pages.add(identity)
            listed = Listed(entry.title, entry.date, index_url, column) if index_url else None
            meta = {PURPOSE: "report"}
            yield Request(
                entry.url, self.parse_report, meta=meta, cb_kwargs={"listed": listed}, errback=self.failed, dont_filter=True
            )

    def _may_ask(self) -> bool:
        if self._asked >= self.site.limits.pages:
            self._count("stopped/pages")
            return False
        self._asked += 1
        return True

    def _is_on_site(self, url: str) -> bool:
        if netloc_of(url) in self.site.scope:
            return True
        self._count("offsite_links")
        return False

    def _stop(self, why: str, words: str) -> None:
        self._count(f"stopped/{why}")
        logger.info("site %s: %s", self.site.key, words)

    def _count(self, name: str, number: int = 1) -> None:
        self.crawler.stats.inc_value(f"nianbao/{name}", number)


def _site_named(key: str, folders: list[Path]) -> Site:
    sites = load_sites(folders)
    if key not in sites:
        raise RegistryProblem(f"no site has the key {key!r}; {len(sites)} known in {', '.join(map(str, folders))}")
    return sites[key]


def _settings_of(site: Site, crawler: Crawler) -> dict[str, object]:
    agent = str(crawler.settings["USER_AGENT"]).replace("{contact}", str(crawler.settings.get("NIANBAO_CONTACT", "")))
    return {
        "USER_AGENT": agent,
        "DOWNLOAD_DELAY": site.delay,
        "DOWNLOAD_MAXSIZE": site.limits.bytes,
        "ROBOTSTXT_OBEY": site.robots,
        "DOWNLOAD_VERIFY_CERTIFICATES": site.verify_tls,
    }


def _list_key(page: PageRequest) -> str:
    return f"{page.method} {identity_of(page.url)} {page.body.decode('latin-1')}"


def _mostly_reports(entries: list[Entry]) -> bool:
    alike = sum(looks_like_report(entry.title) for entry in entries)
    return alike >= 2 and 2 * alike >= len(entries)


def _is_home(url: str) -> bool:
    return urlsplit(url).path.lower() in _HOME


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1")[:500] if value else None


