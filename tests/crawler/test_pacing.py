import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.manners.pacing import (
    FIRST_PAUSE,
    LONGEST_PAUSE,
    LONGEST_REST,
    LONGEST_WAIT,
    SLOWEST,
    HostAsleep,
    HostPace,
    LeftUnasked,
    Pacing,
    seconds_of,
)

NOW = datetime(2024, 1, 2, 3, 0, tzinfo=UTC)
HOST = "www.baiyan.example"


class Clock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def _paced(body: Callable[[Pacing, Clock], Coroutine[Any, Any, None]]) -> None:
    clock = Clock()
    asyncio.run(body(Pacing(clock, clock.sleep), clock))


def test_sites_on_one_host_ask_it_one_at_a_time_and_keep_the_longer_delay() -> None:
    async def crawls(pacing: Pacing, clock: Clock) -> None:
        began: list[tuple[str, float]] = []
        in_flight = 0

        async def ask(site: str, host: str, delay: float) -> None:
            nonlocal in_flight
            async with pacing.turn(host, delay):
                in_flight += 1
                assert in_flight == 1
                began.append((site, clock.now))
                await asyncio.sleep(0)
                in_flight -= 1

        await asyncio.gather(
            ask("a", HOST, 3), ask("b", "baiyan.example", 10), ask("a", HOST.upper() + ".", 3), ask("c", HOST, 0)
        )
        assert [at for _, at in began] == [1000, 1010, 1020, 1023]

    _paced(crawls)


def test_another_host_does_not_wait() -> None:
    async def crawls(pacing: Pacing, clock: Clock) -> None:
        async with pacing.turn("a.example", 5):
            pass
        async with pacing.turn("b.example", 5):
            assert clock.now == 1000

    _paced(crawls)


def test_the_delay_that_robots_txt_asks_for_is_kept_up_to_a_bound() -> None:
    async def crawls(pacing: Pacing, clock: Clock) -> None:
        pacing.ask_for(HOST, 20)
        for _ in range(2):
            async with pacing.turn(HOST, 3):
                pass
        assert clock.now == 1020
        pacing.ask_for(HOST, 3600)
        assert pacing.of(HOST).least == SLOWEST

    _paced(crawls)


def test_a_slow_host_rests_as_long_as_its_answer_took_but_no_longer_than_the_delay() -> None:
    pace = HostPace()
    pace.begin(100, 3)
    pace.answered(102, 200, None)
    assert pace.wait(102, 3) == 2
    pace.begin(200, 3)
    pace.answered(260, 200, None)
    assert pace.wait(260, 3) == 3


def test_pauses_grow_with_each_failure_and_shrink_slowly_with_each_answer() -> None:
    pace, pauses = HostPace(), []
    for fails in (True, True, True, False, False):
        pace.begin(0, 0)
        if fails:
            pace.failed(0)
        else:
            pace.answered(0, 200, None)
        pauses.append(pace.wait(0, 0))
    assert pauses == [FIRST_PAUSE, 2, 4, 3, 2.25]
    for _ in range(20):
        pace.answered(0, 503, None)
    assert pace.wait(0, 0) == LONGEST_PAUSE
    for _ in range(30):
        pace.answered(0, 200, None)
    assert pace.wait(0, 0) == 0


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_busy_answers_are_trouble_and_other_errors_are_none(status: int) -> None:
    pace = HostPace()
    pace.answered(0, 404, None)
    pace.answered(0, 500, None)
    assert pace.trouble == 0
    pace.answered(0, status, None)
    assert pace.trouble == FIRST_PAUSE


def test_a_short_retry_after_is_waited_for_and_a_long_one_leaves_the_host_alone() -> None:
    async def crawls(pacing: Pacing, clock: Clock) -> None:
        async with pacing.turn(HOST, 0) as pace:
            pace.answered(clock.now, 503, 30)
        async with pacing.turn(HOST, 0) as pace:
            assert clock.now == 1030
            pace.answered(clock.now, 429, LONGEST_WAIT + 60)
        with pytest.raises(HostAsleep, match="150 seconds"):
            async with pacing.turn(HOST, 0):
                pass
        assert clock.now == 1030
        clock.now += 61
        async with pacing.turn(HOST, 0):
            assert clock.now == 1030 + LONGEST_WAIT + 60

    _paced(crawls)


def test_a_crawl_that_ends_does_not_sit_out_its_pause() -> None:
    async def crawls(pacing: Pacing, clock: Clock) -> None:
        async with pacing.turn(HOST, 60):
            pass
        with pytest.raises(LeftUnasked):
            async with pacing.turn(HOST, 60, lambda: clock.now > 1001):
                pass
        assert clock.now == 1002

    _paced(crawls)


@pytest.mark.parametrize(
    ("said", "date", "seconds"),
    [
        (b"120", None, 120), (b" 7 ", None, 7), (b"99999999999", None, LONGEST_REST), (b"-5", None, None), (b"", None, None),
        (None, None, None), (b"soon", None, None), (b"1e9", None, None), ("١٢".encode(), None, None),
        (b"Tue, 02 Jan 2024 03:01:00 GMT", None, 60), (b"Tue, 02 Jan 2024 02:00:00 GMT", None, 0),
        (b"Tue, 02 Jan 2024 03:01:00 GMT", b"Tue, 02 Jan 2024 03:00:30 GMT", 30),
        (b"Tue, 02 Jan 2099 03:01:00 GMT", None, LONGEST_REST), (b"Tue, 99 Jan 2024 03:01:00 GMT", None, None),
    ],
)  # fmt: skip
def test_retry_after_is_read_as_seconds_or_as_a_moment_by_the_servers_own_clock(
    said: bytes | None, date: bytes | None, seconds: float | None
) -> None:
    assert seconds_of(said, date, NOW) == seconds
