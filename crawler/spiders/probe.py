"""The spider behind `nianbao sites probe`: looks for the annual reports of a portal of which only the home page is known."""

from __future__ import annotations

from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.pages.base import IndexPage
from crawler.pages.paging import PageRequest
from crawler.probing.row import newest
from crawler.probing.search import Search
from crawler.probing.ways import Way
from crawler.registry import Site
from crawler.spiders.looking import LookingSpider
from crawler.spiders.reports import settings_of


class ProbeSpider(LookingSpider):
    """Goes where a `Search` sends it, then looks at one of the articles found. The search is its result."""

    name = "probe"

    def __init__(self, site: Site, search: Search, **more: Any) -> None:
        super().__init__(site, **more)
        self.search = search
        self._sampled: str | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider of one search, with the site's bounds and the search's seconds as settings."""
        spider = cls(*args, **kwargs)
        spider._set_crawler(crawler)
        settings = {**settings_of(spider.site, crawler), "CLOSESPIDER_TIMEOUT": spider.search.bounds.seconds}
        for name, value in settings.items():
            crawler.settings.set(name, value, priority="spider")
        return spider

    def take(self) -> Way | None:
        """The search's next way; after its last one an article of the best list found."""
        way = self.search.take()
        if way is not None:
            return way
        url = newest(self.search)
        if url is None or self._sampled is not None:
            return None
        self._sampled = url
        return Way(PageRequest(url), "", 0, "an article of the list found")

    def saw(self, way: Way, index: IndexPage, response: Response) -> None:
        """Hands a page to the search and opens the hosts that it found worth asking."""
        if way.url == self._sampled:
            self.search.sample = (index.url, index.text)
            return
        self.search.saw(way, index)
        if self.search.hosts - self.site.scope:
            self.site = Site(**{**self.site.model_dump(), "hosts": tuple(sorted(self.search.hosts))})

    def missed(self, way: Way, outcome: str, reason: str) -> None:
        """Hands a page that did not come to the search."""
        self.search.missed(way, outcome, reason)
