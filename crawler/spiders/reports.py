"""The spider: walks a site's lists of annual reports and yields what it fetched. It does not decide what a report is.

Every request that ends is yielded as a `Fetch`; a candidate page is yielded as a `Page` with its `Fetch` inside instead.
Which address comes next is the business of `crawler.walking.walk`, what is known already that of `crawler.walking.memory`.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from sqlalchemy.exc import SQLAlchemyError
from twisted.python.failure import Failure

from crawler.evidence import Problem, damage_of, document_of, encoding_of, page_of
from crawler.fetches import Ending, ending_of, ending_of_failure, is_home
from crawler.manners.pacing import LeftUnasked
from crawler.middlewares import CAPTURE, FETCHED_AT, ORIGINAL, PURPOSE, SENT, ArchiveFailed, DecodedResponse
from crawler.pages.base import IndexPage, PageRequest
from crawler.pages.families import classes_of, recognise
from crawler.registry import RegistryProblem, Site, load_sites
from crawler.stand_ins import ListsServed, StandIn
from crawler.unread import take_up
from crawler.walking.memory import Known, KnownList, KnownPage, Memory, placed_on, remember
from crawler.walking.walk import AskList, AskPage, Step, Walk, Walks, says_its_rows
from models.claims import ARCHIVE_FAILED
from pipelines.archive import give_back, take_archive
from pipelines.items import DivisionRef, Fetch, Listed, Page, Purpose
from pipelines.keeping.again import PATIENCE, insist
from pipelines.store import shared_engine
from pipelines.version import body_hash

logger = logging.getLogger(__name__)

TURNED_AWAY = 3
SILENT = 5
"""Challenge pages, and requests without any answer, in a row after which a site is left alone."""

MOST_WORDS = 50
"""Stops of a crawl that are kept in words; all of them are counted."""

_SCRIPT = {"X-Requested-With": "XMLHttpRequest"}
_SAME = Ending("not_modified", "the same bytes as last time")


class ReportsSpider(Spider):
    """Walks one site. Arguments: `site` (a row or its key), `year` (only this report year), `url` (only this page).

    `full=1` walks every list to its end and asks for every page, unchanged or not; `force=1` besides asks without saying
    what is known, so that every page is sent and read again. `dry_run=1` archives and reads, and stores only what was asked.
    """

    name = "reports"

    def __init__(
        self, site: Site, crawl: int | None = None, year: str | None = None, url: str | None = None,
        full: str | None = None, force: str | None = None, dry_run: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.site = site
        self.crawl = crawl
        self.year = int(year) if year else None
        self.url = url
        self.force = _is_set(force)
        self.full = self.force or _is_set(full)
        self.dry_run = _is_set(dry_run)
        self.walks = Walks(site, self.year, Memory(site.key, datetime.now(UTC)), self.full, self._count)
        self.lists = ListsServed()
        self.words: list[str] = []
        self._in_a_row: dict[str, int] = {}
        self._was_read = False

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
        for name, value in settings_of(site, crawler).items():
            crawler.settings.set(name, value, priority="spider")
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """The requests for the site's lists, or for the one page asked for.

        What crawls that were cut off left unread in the archive is read before, then what is known, once a crawl.
        """
        try:
            await self._look_back()
        except SQLAlchemyError as error:
            logger.error("site %s: what is known of it could not be read: %s", self.site.key, error)
            self._count("store_errors")
            return
        for request in self._requests(self.walks.begin(self.url)):
            yield request

    async def _look_back(self) -> None:
        if not self.crawler.settings.get("NIANBAO_DATABASE_URL"):
            return
        patience = self.crawler.settings.getfloat("NIANBAO_PATIENCE", PATIENCE)
        known = await insist(self._remember, patience)
        if known.unread:
            await insist(self._take_up, patience)
            known = await insist(self._remember, patience)
        self._was_read = bool(known.pages)
        self.walks.memory = known.of_entries() if self.force else known

    def _take_up(self) -> None:
        archive = take_archive(Path(self.crawler.settings["NIANBAO_DATA_DIR"]) / "warc")
        try:
            archive.sync()
            engine = shared_engine(self.crawler.settings["NIANBAO_DATABASE_URL"])
            take_up(engine, archive.directory, self.site, self.crawl or 0, archive.lines())
        finally:
            give_back(archive)

    def _remember(self) -> Memory:
        engine = shared_engine(self.crawler.settings["NIANBAO_DATABASE_URL"])
        return remember(engine, self.site.key, datetime.now(UTC), None if self.dry_run else self.crawl)

    @property
    def saw_all(self) -> bool:
        """Whether every list of the site was asked for and has answered or failed."""
        return self.url is None and self.walks.saw_all

    def placed_before(self, index_url: str) -> Counter[DivisionRef]:
        """Where earlier crawls placed the reports of a list: what is read anew today is placed beside them."""
        database = self.crawler.settings.get("NIANBAO_DATABASE_URL")
        if not database or not self._was_read:
            return Counter()
        return placed_on(shared_engine(database), self.site.key, index_url)

    # --- lists ---

    def parse_index(self, response: Response, walk: Walk, asked: PageRequest, known: KnownList | None = None) -> Iterator[Any]:
        """What a page of a list gives: its Fetch, requests for the pages it names, the next page of the list."""
        ending = self._judge(response, known)
        fetch = self._fetch(response, "index", ending, known)
        step, error = Step(), None
        try:
            step = self._step(response, fetch, ending, walk, asked, known)
        except Exception as problem:  # the request itself is kept, whatever our reading of it
            error = problem
        if step.stood_in is not None:
            fetch = replace(fetch, outcome=step.stood_in.outcome, reason=step.stood_in.reason)
        yield replace(fetch, listing=step.listing)
        self._leave_alone(ending)
        self._tell()
        if error is not None:
            raise error
        yield from self._requests(step.asks)

    def _step(
        self, response: Response, fetch: Fetch, ending: Ending, walk: Walk, asked: PageRequest, known: KnownList | None
    ) -> Step:
        if known is not None and ending.outcome == "not_modified":
            return self.walks.unchanged(known, walk)
        if ending.outcome != "ok" or not isinstance(response, DecodedResponse):
            return self.walks.failed(walk, asked, gone=ending.outcome == "gone")
        index = self._index(response, fetch, asked)
        found = self.lists.instead_of_list(index)
        if found is not None:
            return replace(self.walks.failed(walk, asked, gone=False), stood_in=found)
        step = self.walks.page(index, walk, asked)
        if step.listing is not None and walk.is_first and says_its_rows(step.listing):
            step.listing = replace(step.listing, body_hash=body_hash(response.body))
        return step

    def _index(self, response: DecodedResponse, fetch: Fetch, asked: PageRequest) -> IndexPage:
        index_class, _ = classes_of(self.site.family, response.url, response.text)
        document = document_of(response.text, fetch.content_type, response.document)
        index = index_class(document, response.url, response.text, fetch.fetched_at.date())
        index.asked = asked
        return index

    # --- pages ---

    def parse_report(self, response: Response, listed: Listed | None, known: KnownPage | None = None) -> Iterator[Any]:
        """The Page of a candidate, or its Fetch when it is none or says what it said last time."""
        ending = self._judge(response, known)
        if ending.outcome == "empty" and listed is not None and not listed.title:
            # An address built from a year, not found on a list: an empty answer says that there is no such report.
            ending = Ending("gone", "no report at the address of this year")
        fetch = self._fetch(response, "report", ending, known)
        if ending.outcome != "ok" or not isinstance(response, DecodedResponse):
            yield fetch
            self._leave_alone(ending)
            return
        self._leave_alone(ending)
        page: Page | Problem | StandIn = page_of(
            response.body,
            response.url,
            fetch.content_type,
            self.site.family,
            fetched_at=fetch.fetched_at,
            site=self.site.key,
            fetch=fetch,
            listed=listed,
            decoded=response.page_text,
            parsed=response.document,
        )
        if isinstance(page, Page):
            self._count(f"family/{recognise(response.url, response.text)[0]}")
            page = self.lists.instead_of_page(page.view, listed.title if listed else None) or page
        yield replace(fetch, outcome=page.outcome, reason=page.reason) if not isinstance(page, Page) else page

    def failed(self, failure: Failure) -> Iterator[Any]:
        """The Fetch of a request that gave no answer to read, and for a list what can be asked instead."""
        error = failure.value or Exception("no reason given")
        if isinstance(error, ArchiveFailed):
            raise CloseSpider(ARCHIVE_FAILED)
        if isinstance(error, LeftUnasked):
            return  # the crawl is being closed, and its reason says so
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        ending = ending_of_failure(error)
        arguments, step = request.cb_kwargs, Step()
        if request.meta[PURPOSE] == "index":
            step = self.walks.failed(arguments["walk"], arguments["asked"], gone=False)
        yield Fetch(
            site=self.site.key,
            crawl=self.crawl,
            url=request.url,
            requested_url=request.meta.get("redirect_urls", [request.url])[0],
            purpose=request.meta[PURPOSE],
            fetched_at=datetime.now(UTC),
            outcome=ending.outcome,
            reason=ending.reason,
            capture=request.meta.get(CAPTURE) if ending.outcome == "redirect_loop" else None,
            repeats=known.fetch if (known := arguments.get("known")) else None,
            listing=step.listing,
        )
        self._leave_alone(ending)
        self._tell()
        yield from self._requests(step.asks)

    def _judge(self, response: Response, known: Known | None) -> Ending:
        """How an answer ended; one that a redirect to the home page gave is no answer to what was asked."""
        ending = ending_of(response, response.page_text if isinstance(response, DecodedResponse) else None)
        if ending.outcome == "not_modified" and known is None:
            return Ending("http_error", "status 304, though nothing was said of an earlier copy")
        came_by = response.meta.get("redirect_urls")
        if ending.outcome == "ok" and came_by and response.meta[PURPOSE] == "report" and is_home(response.url):
            return Ending("http_error", f"{came_by[0]} led to the home page")
        if ending.outcome == "ok" and known is not None and known.is_current and body_hash(response.body) == known.body_hash:
            return _SAME
        return ending

    def _fetch(self, response: Response, purpose: Purpose, ending: Ending, known: Known | None) -> Fetch:
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
            repeats=known.fetch if known is not None else None,
        )

    def _leave_alone(self, ending: Ending) -> None:
        """Stops the crawl of a site that turns us away, or that has stopped answering."""
        for outcome, most in (("blocked", TURNED_AWAY), ("unreachable", SILENT)):
            self._in_a_row[outcome] = self._in_a_row.get(outcome, 0) + 1 if ending.outcome == outcome else 0
            if self._in_a_row[outcome] >= most:
                raise CloseSpider(f"{most} requests in a row were {outcome}")

    # --- requests ---

    def _requests(self, asks: Iterable[AskList | AskPage]) -> Iterator[Request]:
        for ask in asks:
            yield self._index_request(ask) if isinstance(ask, AskList) else self._report_request(ask)

    def _index_request(self, ask: AskList) -> Request:
        page, known = ask.page, ask.known
        form = {**_SCRIPT, "Content-Type": page.content_type} if page.content_type else {}
        headers = {**form, **(known.conditions() if known else {})}
        meta = {PURPOSE: "index", ORIGINAL: known.original if known else None}
        # dont_filter: what was asked is known here; Scrapy's filter would drop redirects without a word.
        return Request(
            page.url, self.parse_index, page.method, headers, page.body, meta=meta, errback=self.failed, dont_filter=True,
            cb_kwargs={"walk": ask.walk, "asked": page, "known": known}, priority=1,
        )  # fmt: skip

    def _report_request(self, ask: AskPage) -> Request:
        """The request for a candidate; of a known page only what is new, unless its list says something else of it."""
        known = self.walks.memory.page_at(ask.entry.url)
        meta = {PURPOSE: "report", ORIGINAL: known.original if known else None}
        if known is not None and ask.renewed:
            known = replace(known, etag=None, last_modified=None, is_current=False)
        return Request(
            ask.entry.url, self.parse_report, headers=known.conditions() if known else None, meta=meta, errback=self.failed,
            dont_filter=True, cb_kwargs={"listed": ask.listed, "known": known},
        )  # fmt: skip

    def _tell(self) -> None:
        for words in self.walks.words:
            logger.info("site %s: %s", self.site.key, words)
        self.words += self.walks.words[: MOST_WORDS - len(self.words)]
        self.walks.words.clear()

    def _count(self, name: str, number: int = 1) -> None:
        self.crawler.stats.inc_value(f"nianbao/{name}", number)


def _is_set(argument: str | None) -> bool:
    return argument is not None and argument.lower() not in ("", "0", "false", "no")


def _site_named(key: str, folders: list[Path]) -> Site:
    sites = load_sites(folders)
    if key not in sites:
        raise RegistryProblem(f"no site has the key {key!r}; {len(sites)} known in {', '.join(map(str, folders))}")
    return sites[key]


def settings_of(site: Site, crawler: Crawler) -> dict[str, object]:
    """The Scrapy settings that a site's row makes for a crawl of it: who asks, how much a page may weigh, which rules hold."""
    agent = str(crawler.settings["USER_AGENT"]).replace("{contact}", str(crawler.settings.get("NIANBAO_CONTACT", "")))
    return {
        "USER_AGENT": agent,
        "DOWNLOAD_MAXSIZE": site.limits.bytes,
        "ROBOTSTXT_OBEY": site.robots,
        "DOWNLOAD_VERIFY_CERTIFICATES": site.verify_tls,
    }


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1")[:500] if value else None


