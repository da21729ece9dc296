import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadTimeoutError, IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.settings import Settings

from crawler.fetches import RefusedAddress, RobotsForbid, RobotsUnread, ending_of_failure
from crawler.manners.pacing import HostAsleep, shared_pacing
from crawler.manners.robots import KEPT, KEPT_UNREAD, LONGEST, RobotsMemory, RobotsMiddleware, Rules, rules_of

TEXT = b"""User-agent: *
Disallow: /

User-agent: nianbao
Disallow: /search/
Allow: /search/nb
Crawl-delay: 7
Request-rate: 1/20
"""
PAGE = "http://www.baiyan.example/a.html"


def test_the_group_that_names_us_holds_and_the_longer_rule_wins() -> None:
    rules = rules_of(200, b"\xef\xbb\xbf" + TEXT, "nianbao")
    allowed = {path: rules.allow(f"http://x.example{path}") for path in ("/", "/search/a", "/search/nb.html")}
    assert allowed == {"/": True, "/search/a": False, "/search/nb.html": True}


def test_the_slower_of_crawl_delay_and_request_rate_is_asked_for() -> None:
    assert rules_of(200, TEXT, "nianbao").delay == 20
    assert rules_of(200, TEXT, "other").delay is None


@pytest.mark.parametrize(("status", "allowed"), [(200, True), (401, True), (403, True), (404, True), (410, True), (429, False),
                                                 (500, False), (503, False)])  # fmt: skip
def test_a_missing_robots_txt_allows_and_a_broken_one_forbids_for_now(status: int, allowed: bool) -> None:
    rules = rules_of(status, b"", "nianbao")
    assert rules.allow(PAGE) is allowed
    assert (rules.unread is None) is allowed


@pytest.mark.parametrize("body", [b"<html><body>404</body></html>", b"\x00\xff\xfe" * 50, "用户代理: *".encode("gbk"), b""])
def test_what_is_no_robots_txt_allows(body: bytes) -> None:
    assert rules_of(200, body, "nianbao").allow(PAGE)


def test_a_hostile_robots_txt_is_read_in_bounds() -> None:
    stars = b"User-agent: *\nDisallow: /" + b"*a" * 3000 + b"*b$\n"
    assert rules_of(200, stars, "nianbao").allow("http://x.example/" + "a" * 1900)
    late = b"#" * LONGEST + b"\nUser-agent: *\nDisallow: /\n"
    assert rules_of(200, late, "nianbao").allow(PAGE)


class Engine:
    """Answers the request for robots.txt with what it is given: a response or an error."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def download_async(self, request: Request) -> Response:
        self.asked.append(request.url)
        await asyncio.sleep(0)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return Response(request.url, answer, body=TEXT)


def _middleware(engine: Engine, memory: RobotsMemory) -> RobotsMiddleware:
    settings = Settings({"ROBOTSTXT_USER_AGENT": "nianbao", "ROBOTSTXT_OBEY": True})
    return RobotsMiddleware(SimpleNamespace(settings=settings, engine=engine), memory)  # type: ignore[arg-type]


def _ask(middleware: RobotsMiddleware, *urls: str) -> None:
    async def all_at_once() -> None:
        await asyncio.gather(*(middleware.process_request(Request(url)) for url in urls))

    asyncio.run(all_at_once())


def test_it_is_asked_for_once_a_host_and_day_whatever_crawl_asks() -> None:
    now = [0.0]
    memory, engine = RobotsMemory(lambda: now[0]), Engine(200, 200)
    _ask(_middleware(engine, memory), PAGE, PAGE + "?2")
    _ask(_middleware(engine, memory), PAGE)
    assert engine.asked == ["http://www.baiyan.example/robots.txt"]
    now[0] = KEPT + 1
    _ask(_middleware(engine, memory), PAGE)
    assert len(engine.asked) == 2


def test_its_delay_becomes_the_hosts_pace() -> None:
    _ask(_middleware(Engine(200), RobotsMemory()), "http://slow.example/a")
    assert shared_pacing().of("slow.example").least == 20


def test_what_it_forbids_is_not_asked() -> None:
    with pytest.raises(RobotsForbid) as raised:
        _ask(_middleware(Engine(200), RobotsMemory()), "http://www.baiyan.example/search/a")
    assert ending_of_failure(raised.value).outcome == "forbidden"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (503, "robots_unread"),
        (500, "robots_unread"),
        (DownloadTimeoutError("slow"), "unreachable"),
        (HostAsleep("later"), "robots_unread"),
    ],
)
def test_until_it_loads_nothing_is_asked_and_it_is_not_asked_for_at_every_page(answer: Any, outcome: str) -> None:
    now = [0.0]
    memory, engine = RobotsMemory(lambda: now[0]), Engine(answer, 404)
    for _ in range(2):
        with pytest.raises(RobotsUnread) as raised:
            _ask(_middleware(engine, memory), PAGE)
        assert ending_of_failure(raised.value).outcome == outcome
    now[0] = KEPT_UNREAD + 1
    _ask(_middleware(engine, memory), PAGE)
    assert len(engine.asked) == 2


def test_an_address_off_the_site_teaches_nothing_about_its_host() -> None:
    memory = RobotsMemory()
    with pytest.raises(RefusedAddress):
        _ask(_middleware(Engine(RefusedAddress("no host of this site")), memory), PAGE)
    _ask(_middleware(Engine(404), memory), PAGE)


def test_redirects_without_end_count_as_no_robots_txt() -> None:
    _ask(_middleware(Engine(IgnoreRequest("max redirections reached")), RobotsMemory()), PAGE)


def test_a_crawl_that_dies_while_it_asks_leaves_the_question_to_the_next() -> None:
    memory = RobotsMemory()

    async def dies() -> Rules:
        raise asyncio.CancelledError

    async def asked() -> Rules:
        return Rules()

    async def two() -> list[Any]:
        return [*await asyncio.gather(memory.rules("http://x", dies), memory.rules("http://x", asked), return_exceptions=True)]

    first, second = asyncio.run(two())
    assert isinstance(first, asyncio.CancelledError)
    assert second.allow(PAGE)


def test_a_row_may_switch_it_off() -> None:
    crawler: Any = SimpleNamespace(settings=Settings({"ROBOTSTXT_OBEY": False}))
    with pytest.raises(NotConfigured):
        RobotsMiddleware.from_crawler(crawler)
