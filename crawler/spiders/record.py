"""The spider behind `nianbao sites record`: fetches a few pages of a known site so that they can be saved for tests."""

from __future__ import annotations

from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.pages.base import IndexPage
from crawler.probing.recording import Recorder
from crawler.probing.ways import Way
from crawler.registry import Site
from crawler.spiders.looking import LookingSpider
from crawler.spiders.reports import settings_of


class RecordSpider(LookingSpider):
    """Asks for what a `Recorder` wants and hands it the answers."""

    name = "record"

    def __init__(self, site: Site, recorder: Recorder, **more: Any) -> None:
        super().__init__(site, **more)
        self.recorder = recorder
        self.family = site.family

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider of one recording, with the row's own settings."""
        spider = cls(*args, **kwargs)
        spider._set_crawler(crawler)
        for name, value in settings_of(spider.site, crawler).items():
            crawler.settings.set(name, value, priority="spider")
        return spider

    def take(self) -> Way | None:
        """What the recorder wants next."""
        return self.recorder.take()

    def saw(self, way: Way, index: IndexPage, response: Response) -> None:
        """Hands a page to the recorder."""
        self.recorder.saw(way, index, response)

    def missed(self, way: Way, outcome: str, reason: str) -> None:
        """Hands a page that did not come to the recorder."""
        self.recorder.missed(way, outcome, reason)
