"""One request at a time a host, over all the crawls of this process: a pause between two, and a longer one after trouble.

Several sites stand on one host (a prefecture's portal has a site for each of its counties), and each site has a Scrapy
crawler of its own. So the pace is kept here, below all of them, right before a connection is made.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, DownloadCancelledError, IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
LONGEST_WAIT = 90.0
"""Seconds: the first pause after trouble (or the site's delay, if longer), the longest one, and the longest that a crawl
waits because a host asks for it; a host that asks for more is left alone until then."""

LONGEST_REST = 24 * 3600.0
SLOWEST = 60.0
"""Seconds: the longest that a Retry-After is believed, and the longest delay that a robots.txt may ask for."""

_BUSY = frozenset({429, 502, 503, 504})
_NEVER = float("-inf")


class HostAsleep(IgnoreRequest):
    """A host asked to be left alone for longer than a crawl waits; it was not asked."""


class LeftUnasked(IgnoreRequest):
    """The crawl ends, so the request that waited for its turn was not made."""


@dataclass(slots=True)
class HostPace:
    """When one host may be asked again. Moments are seconds of a monotonic clock, pauses are seconds.

    `least` is what its robots.txt asks for between two requests, `trouble` the pause that grows with each failure and
    shrinks slowly with each answer, `asleep` the moment until which the host itself asked to be left alone.
    """

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    least: float = 0.0
    delay: float = 0.0
    began: float = _NEVER
    ended: float = _NEVER
    trouble: float = 0.0
    asleep: float = _NEVER

    def wait(self, now: float, delay: float) -> float:
        """The seconds until a request of a site with this delay may begin. A slow host rests as long as its answer took."""
        pause = max(delay, self.delay, self.least)
        rest = min(self.ended - self.began, pause) if self.ended > self.began else 0.0
        return max(self.began + pause - now, self.ended + max(rest, self.trouble) - now, self.asleep - now, 0.0)

    def begin(self, now: float, delay: float) -> None:
        """A request of a site with this delay begins."""
        self.began, self.delay = now, delay

    def answered(self, now: float, status: int, retry_after: float | None) -> None:
        """An answer came. `retry_after`: seconds for which the host asks to be left alone."""
        self.ended = now
        if status not in _BUSY:
            self.trouble = self.trouble * 0.75 if self.trouble > FIRST_PAUSE / 2 else 0.0
            return
        self._grow()
        if retry_after is not None:
            self.asleep = max(self.asleep, now + retry_after)

    def failed(self, now: float) -> None:
        """No answer came."""
        self.ended = now
        self._grow()

    def _grow(self) -> None:
        self.trouble = min(max(2 * self.trouble, self.delay, FIRST_PAUSE), LONGEST_PAUSE)


class Pacing:
    """The pace of every host. `clock` gives monotonic seconds, `sleep` waits for some."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self.clock, self.sleep = clock, sleep
        self._hosts: dict[str, HostPace] = {}

    def of(self, host: str) -> HostPace:
        """The pace of a host; a name with www and the one without are one host."""
        name = host.lower().rstrip(".").removeprefix("www.")
        if name not in self._hosts:
            self._hosts[name] = HostPace()
        return self._hosts[name]

    def ask_for(self, host: str, seconds: float | None) -> None:
        """Notes the delay that a host's robots.txt asks for, at most SLOWEST; None asks for nothing."""
        self.of(host).least = min(max(seconds or 0.0, 0.0), SLOWEST)

    @asynccontextmanager
    async def turn(self, host: str, delay: float, is_over: Callable[[], bool] = lambda: False) -> AsyncIterator[HostPace]:
        """Waits for this request's turn at a host; nobody else asks it meanwhile.

        Raises HostAsleep where the wait would be longer than LONGEST_WAIT, and LeftUnasked once `is_over`.
        """
        pace = self.of(host)
        async with pace.turn:
            while (wait := pace.wait(self.clock(), delay)) > 0:
                if wait > LONGEST_WAIT:
                    raise HostAsleep(f"{host} asks to be left alone for another {wait:.0f} seconds")
                if is_over():
                    break
                await self.sleep(min(wait, 1.0))
            if is_over():
                raise LeftUnasked(f"the crawl ended before {host} could be asked")
            pace.begin(self.clock(), delay)
            yield pace


@lru_cache(maxsize=1)
def shared_pacing() -> Pacing:
    """The pace that all crawls of this process keep."""
    return Pacing()


def seconds_of(retry_after: bytes | None, date: bytes | None, now: datetime) -> float | None:
    """The seconds a Retry-After header asks for (RFC 9110, 10.2.3), 0 to LONGEST_REST; None when it says nothing readable.

    A moment is measured against the server's own `date` where it gives one, since its clock may be wrong.
    """
    said = (retry_after or b"").decode("latin-1").strip()
    if said.isascii() and said.isdigit():
        return min(float(said[:9]), LONGEST_REST)
    until = _moment(said)
    if until is None:
        return None
    here = _moment((date or b"").decode("latin-1")) or now
    return min(max((until - here).total_seconds(), 0.0), LONGEST_REST)


def _moment(said: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(said[:100])
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


class PacedHandler(HTTP11DownloadHandler):
    """Scrapy's own handler for http and https, each request in its turn at the host. The site's row gives the delay."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pacing = shared_pacing()
        self._ended = lambda: _is_ending(crawler)

    async def download_request(self, request: Request) -> Response:
        """The answer, once it is this request's turn. What it says of the host's health sets the next pause."""
        host = urlparse_cached(request).hostname or ""
        delay = float(self._crawler.spider.site.delay)  # type: ignore[union-attr]  # every spider of this project has a site
        async with self._pacing.turn(host, delay, self._ended) as pace:
            try:
                response = await super().download_request(request)
            except CannotResolveHostError:
                raise  # nobody was asked
            except DownloadCancelledError:  # our own bound on a page's size, not the host's trouble
                pace.answered(self._pacing.clock(), 200, None)
                raise
            except BaseException:
                pace.failed(self._pacing.clock())
                raise
            headers = response.headers
            asked = seconds_of(headers.get("Retry-After"), headers.get("Date"), datetime.now(UTC))
            pace.answered(self._pacing.clock(), response.status, asked)
            return response


def _is_ending(crawler: Crawler) -> bool:
    """Whether a crawl is being closed: Scrapy then waits for what is in hand, which must not sit out long pauses."""
    slot = crawler.engine._slot if crawler.engine is not None else None
    return slot is not None and slot.closing is not None
