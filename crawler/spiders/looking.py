"""A spider that looks at pages one after another and keeps nothing but their bytes in the archive: no items, no database."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from scrapy import Request, Spider
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.evidence import document_of
from crawler.fetches import ending_of, ending_of_failure
from crawler.middlewares import PURPOSE, ArchiveFailed, DecodedResponse
from crawler.pages.base import IndexPage
from crawler.pages.families import AUTO, classes_of
from crawler.probing.ways import Way
from crawler.registry import Site


class LookingSpider(Spider):
    """Asks for what `take` names, one page at a time, and hands each answer to `saw` or `missed`.

    `site` bounds where it may go (hosts, delay, robots.txt); `family` is how pages are read.
    """

    family = AUTO
    site: Site

    def __init__(self, site: Site, watch: Callable[[str, int], None] | None = None, **more: Any) -> None:
        super().__init__(**more)
        self.site = site
        self.watch = watch or (lambda url, number: None)
        self._asked = 0

    @abstractmethod
    def take(self) -> Way | None:
        """What to ask for next; None ends the look."""

    @abstractmethod
    def saw(self, way: Way, index: IndexPage, response: Response) -> None:
        """Takes in a page that came."""

    @abstractmethod
    def missed(self, way: Way, outcome: str, reason: str) -> None:
        """Takes in that a page could not be read, and why."""

    async def start(self) -> AsyncIterator[Any]:
        """The first request; each answer asks for the next."""
        for request in self._next():
            yield request

    def _next(self) -> Iterator[Request]:
        way = self.take()
        if way is not None:
            self._asked += 1
            self.watch(way.url, self._asked)
            asked = way.request
            headers = {"Content-Type": asked.content_type} if asked.content_type else None
            yield Request(
                asked.url, self.arrived, asked.method, headers, asked.body, meta={PURPOSE: "index"}, cb_kwargs={"way": way},
                errback=self.failed, dont_filter=True,
            )  # fmt: skip

    def arrived(self, response: Response, way: Way) -> Iterator[Request]:
        """Reads an answer, then asks for the next page."""
        text = response.page_text if isinstance(response, DecodedResponse) else None
        ending = ending_of(response, text)
        if ending.outcome != "ok" or text is None:
            self.missed(way, ending.outcome, ending.reason or "")
        else:
            self.saw(way, self._index(response, text.text, way), response)
        yield from self._next()

    def _index(self, response: Response, text: str, way: Way) -> IndexPage:
        declared = response.headers.get("Content-Type")
        document = document_of(text, declared.decode("latin-1") if declared else None)
        index_class, _ = classes_of(self.family, response.url, text)
        index = index_class(document, response.url, text, datetime.now(UTC).date())
        index.asked = way.request
        return index

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Notes a request without an answer to read, then asks for the next page."""
        error = failure.value or Exception("no reason given")
        if isinstance(error, ArchiveFailed):
            raise CloseSpider("the archive failed")
        ending = ending_of_failure(error)
        way: Way = failure.request.cb_kwargs["way"]  # type: ignore[attr-defined]  # Scrapy puts the request there
        self.missed(way, ending.outcome, ending.reason or "")
        yield from self._next()
