"""What one crawl may spend: bytes of the whole site, and time. Pages and depth are counted by the walk itself.

A crawl whose budget is used up is closed; what it found stays, and its reason says which bound it met.
"""

from __future__ import annotations

import asyncio
from typing import Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.registry import Limits

BYTES_SPENT = "the site's budget of bytes is used up"
TIME_SPENT = "the crawl's time is over"
"""Reasons for which a crawl is closed; `limits.site_bytes` and `limits.minutes` of the site's row set the bounds."""


class Budget:
    """Counts the bytes of every answer as sent, robots.txt too, and closes the crawl at a bound of the site's row."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.spent = 0
        self._timer: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The budget of one crawl; it asks the spider for its site."""
        held = cls(crawler)
        crawler.signals.connect(held.spider_opened, signals.spider_opened)
        crawler.signals.connect(held.spider_closed, signals.spider_closed)
        return held

    def spider_opened(self, spider: Spider) -> None:
        """Sets the clock."""
        seconds = self._limits().minutes * 60
        self._timer = asyncio.get_running_loop().call_later(seconds, self._close, TIME_SPENT)

    def process_response(self, request: Request, response: Response) -> Response:
        """The response, its bytes counted."""
        self.spent += len(response.body)
        if self.spent > self._limits().site_bytes:
            self._close(BYTES_SPENT)
        return response

    def spider_closed(self) -> None:
        """Stops the clock."""
        if self._timer is not None:
            self._timer.cancel()

    def _close(self, reason: str) -> None:
        if self._closing is None and self.crawler.engine is not None:
            self._closing = asyncio.get_running_loop().create_task(self.crawler.engine.close_spider_async(reason=reason))

    def _limits(self) -> Limits:
        limits: Limits = self.crawler.spider.site.limits  # type: ignore[union-attr]  # every spider of this project has a site
        return limits
