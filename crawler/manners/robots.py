"""robots.txt by RFC 9309: asked for once a host and day in a process; what does not load forbids everything for now.

Scrapy's own middleware takes a robots.txt that fails for permission, and asks for it anew in every crawl.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from crawler.fetches import RefusedAddress, RobotsForbid, RobotsUnread, ending_of_failure
from crawler.manners.pacing import LeftUnasked, shared_pacing

KEPT = 24 * 3600.0
KEPT_UNREAD = 600.0
"""Seconds for which a robots.txt holds (RFC 9309, 2.4: a day), and for which one that did not load is not asked for again."""

LONGEST = 512 * 1024
"""Bytes that are read of a robots.txt; RFC 9309, 2.5, asks for at least 500 KiB."""

_MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host's robots.txt says to us. Without a parser everything is allowed; `unread` says why it did not load.

    `delay` is in seconds, None where it asks for none.
    """

    parser: Protego | None = None
    agent: str = ""
    delay: float | None = None
    unread: str | None = None
    silent: bool = False

    def allow(self, url: str) -> bool:
        """Whether an address may be asked."""
        return self.unread is None and (self.parser is None or bool(self.parser.can_fetch(url, self.agent)))


def rules_of(status: int, body: bytes, agent: str) -> Rules:
    """What an answer to the request for robots.txt means (RFC 9309, 2.3.1): 4xx allows, 5xx and 429 forbid for now."""
    if status >= 500 or status == 429:
        return Rules(unread=f"robots.txt answered with status {status}")
    if not 200 <= status < 300:
        return Rules()
    parser = Protego.parse(body[:LONGEST].decode("utf-8-sig", "ignore"))
    asked = [float(delay) for delay in (parser.crawl_delay(agent),) if delay is not None]
    rate = parser.request_rate(agent)
    if rate is not None and rate.requests > 0:
        asked.append(rate.seconds / rate.requests)
    return Rules(parser, agent, max(asked, default=None))


class RobotsMemory:
    """The rules of every host asked so far, for as long as they hold; two crawls that want the same ask once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._kept: dict[str, tuple[float, Rules]] = {}
        self._asking: dict[str, asyncio.Future[None]] = {}

    async def rules(self, origin: str, ask: Callable[[], Awaitable[Rules]]) -> Rules:
        """The rules of an origin (`https://host:port`), asked for with `ask` when none are kept."""
        while (waiting := self._asking.get(origin)) is not None:
            await waiting
        until, kept = self._kept.get(origin, (0.0, None))
        if kept is not None and self.clock() < until:
            return kept
        done = self._asking[origin] = asyncio.get_running_loop().create_future()
        try:
            found = await ask()
        finally:
            # Also when the crawl that asks is stopped: the next one that waits asks for itself.
            del self._asking[origin]
            done.set_result(None)
        self._keep(origin, found)
        return found

    def _keep(self, origin: str, rules: Rules) -> None:
        if len(self._kept) >= _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[origin] = (self.clock() + (KEPT if rules.unread is None else KEPT_UNREAD), rules)


@lru_cache(maxsize=1)
def shared_memory() -> RobotsMemory:
    """The rules that all crawls of this process know."""
    return RobotsMemory()


class RobotsMiddleware:
    """Lets through what a host's robots.txt allows, and takes over the delay it asks for."""

    def __init__(self, crawler: Crawler, memory: RobotsMemory) -> None:
        self.crawler, self.memory = crawler, memory
        self.agent = str(crawler.settings["ROBOTSTXT_USER_AGENT"])

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """On the rules that this process knows; not for a site whose row says `robots = false`."""
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured("this site's robots.txt is not asked for")
        return cls(crawler, shared_memory())

    async def process_request(self, request: Request) -> None:
        """Raises RobotsForbid for an address that robots.txt forbids, RobotsUnread while it does not load."""
        if request.meta.get("dont_obey_robotstxt"):
            return
        url = urlparse_cached(request)
        origin = f"{url.scheme}://{url.netloc.lower()}"
        rules = await self.memory.rules(origin, lambda: self._ask(origin))
        if rules.unread is not None:
            raise RobotsUnread(rules.unread, silent=rules.silent)
        if rules.delay is not None:
            shared_pacing().ask_for(url.hostname or "", rules.delay)
        if not rules.allow(request.url):
            raise RobotsForbid("robots.txt forbids it")

    async def _ask(self, origin: str) -> Rules:
        request = Request(f"{origin}/robots.txt", meta={"dont_obey_robotstxt": True}, callback=NO_CALLBACK, priority=1000)
        try:
            response: Response = await self.crawler.engine.download_async(request)
        except (RefusedAddress, LeftUnasked):
            raise  # nothing was learnt of this host: the page itself meets the same end
        except IgnoreRequest as error:
            # Too many redirects, or more bytes than a page may have: RFC 9309, 2.3.1.2, takes it for unavailable.
            return Rules(unread=str(error)) if ending_of_failure(error).outcome == "busy" else Rules()
        except Exception as error:
            ending = ending_of_failure(error)
            return Rules(unread=f"robots.txt did not load: {ending.reason}", silent=ending.outcome == "unreachable")
        return rules_of(response.status, response.body, self.agent)
