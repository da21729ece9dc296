import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from scrapy import Request
from scrapy.http import Response

from crawler.manners.budget import BYTES_SPENT, TIME_SPENT, Budget
from crawler.registry import Limits, Site

URL = "http://www.baiyan.example/a.html"


def _closed(limits: Limits, body: Callable[[Budget], None], seconds: float = 0.0) -> list[str]:
    """The reasons for which the crawl of a site with these limits was closed."""
    reasons: list[str] = []

    async def close(reason: str) -> None:
        reasons.append(reason)

    site = Site(key="baiyan", name="白雁区", level="county", start=(URL,), limits=limits)
    crawler: Any = SimpleNamespace(spider=SimpleNamespace(site=site), engine=SimpleNamespace(close_spider_async=close))

    async def crawl() -> None:
        budget = Budget(crawler)
        budget.spider_opened(crawler.spider)
        body(budget)
        await asyncio.sleep(seconds)
        budget.spider_closed()
        await asyncio.sleep(0)

    asyncio.run(crawl())
    return reasons


def _answers(*sizes: int) -> Callable[[Budget], None]:
    def body(budget: Budget) -> None:
        for size in sizes:
            response = Response(URL, body=b"x" * size)
            assert budget.process_response(Request(URL), response) is response

    return body


def test_a_crawl_within_its_bounds_is_left_alone() -> None:
    assert _closed(Limits(site_bytes=2048), _answers(1000, 1000)) == []


def test_a_site_that_sends_too_much_is_closed_once() -> None:
    assert _closed(Limits(site_bytes=2048), _answers(1000, 1000, 1000, 1000)) == [BYTES_SPENT]


def test_a_crawl_whose_time_is_over_is_closed() -> None:
    assert _closed(Limits(minutes=0.0001), _answers(), seconds=0.05) == [TIME_SPENT]
