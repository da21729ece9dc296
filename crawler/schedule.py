"""When each site is next due, and why. Pure: what is stored of a site and a moment `now` go in, visits with reasons come out.

Townships and counties publish between January and March (the Regulation asks for 31 January and 31 March). A site is looked
at every night around the days on which it published before, for as long as its report is awaited; seldom once that is in;
less and less often while it is broken; and left alone while it turns us away. A site's row may set all of it otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import takewhile

from crawler.night.rhythm import PastCrawl, SiteFacts, earliest_of_rhythm, words_of
from crawler.night.windows import DAY, Window, cron_after

LONGEST_BACK_OFF = timedelta(days=14)
FIRST_BACK_OFF = timedelta(hours=6)
BLOCKED_PAUSE = timedelta(days=7)
LONGEST_BLOCKED_PAUSE = timedelta(days=28)
SLACK = timedelta(hours=4)
"""A night may begin this much earlier than the one before: visits a day apart would come later each night otherwise."""
CLOCK_SKEW = timedelta(days=1)
"""Crawls that ended further than this in the future were dated by a wrong clock and are not gone by."""
TAKEN_UP_AGAIN = 2
"""Crawls in a row that were cut off and are taken up again at once; from the next on it is taken for a fault of the site."""


@dataclass(frozen=True, slots=True)
class Visit:
    """When a site is to be crawled next.

    at      since when, or from when on, it is due
    starts  the first moment, from now on, that its window lets the crawl begin
    reason  why then, in a sentence
    missed  it should have begun before: the crawl that makes up for it is recorded as `catch-up`
    """

    site: str
    at: datetime
    starts: datetime
    reason: str
    missed: bool = False


def next_visit(site: SiteFacts, now: datetime, night: Window | None = None) -> Visit:
    """The next visit of a site. `night` is the window for sites whose row sets neither a window nor a cron."""
    window = window_of(site, night)
    past = [crawl for crawl in site.past if crawl.ended <= now + CLOCK_SKEW]
    if not past:
        why = "its crawls are dated in the future, by a wrong clock" if site.past else "never crawled before"
        return Visit(site.key, now, _opening(site, window, now), why)
    earliest, reason = _earliest(site, past)
    at = _with_jitter(site, window, _opening(site, window, earliest))
    starts = at if at >= now else _opening(site, window, now)
    return Visit(site.key, at, starts, reason, _is_missed(site, window, at, now))


def due(sites: Iterable[SiteFacts], now: datetime, night: Window | None = None) -> list[Visit]:
    """The sites that are due at `now`, longest waiting first; `starts` tells which of them may begin at once."""
    visits = (next_visit(site, now, night) for site in sites)
    return sorted((visit for visit in visits if visit.at <= now), key=lambda visit: (visit.at, visit.site))


def upcoming(sites: Iterable[SiteFacts], now: datetime, night: Window | None = None) -> list[Visit]:
    """The next visit of every site, soonest first."""
    return sorted((next_visit(site, now, night) for site in sites), key=lambda visit: (visit.starts, visit.at, visit.site))


def window_of(site: SiteFacts, night: Window | None) -> Window | None:
    """The window that holds for a site: its row's own; else none where its row sets a cron; else the night's."""
    return site.rhythm.window or (None if site.rhythm.cron else night)


def _earliest(site: SiteFacts, past: Sequence[PastCrawl]) -> tuple[datetime, str]:
    """The moment from which on the site is due, whatever the hour, and why. Never before the end of its last crawl."""
    last = past[0]
    cut_off = _in_a_row(past, lambda crawl: crawl.cut_off)
    if 0 < cut_off <= TAKEN_UP_AGAIN:
        return last.ended, "its last crawl was cut off before its end: taken up again at once"
    pause, why = _pause(past)
    if site.rhythm.cron is not None:
        slot = cron_after(site.rhythm.cron, last.ended + max(pause - timedelta(seconds=1), timedelta(0)), site.rhythm.zone)
        return slot, (f"{why}; " if why else "") + f"its row asks for {site.rhythm.cron!r} ({site.rhythm.zone.key})"
    if why:
        return last.ended + pause, why
    earliest, why = earliest_of_rhythm(site, last)
    return max(earliest - SLACK, last.ended), why


def _pause(past: Sequence[PastCrawl]) -> tuple[timedelta, str]:
    """How long a site that failed or turned us away is left alone, and why; no time where its last crawl went well."""
    blocked = _in_a_row(past, lambda crawl: crawl.outcome == "blocked")
    if blocked:
        pause = min(BLOCKED_PAUSE * 2 ** (blocked - 1), LONGEST_BLOCKED_PAUSE)
        return pause, f"blocked {_times(blocked)}: left alone for {words_of(pause)}"
    failed = _in_a_row(past, lambda crawl: crawl.cut_off or crawl.outcome in ("broken", "incomplete"))
    if failed:
        pause = min(FIRST_BACK_OFF * 2 ** (failed - 1), LONGEST_BACK_OFF)
        return pause, f"{past[0].outcome} {_times(failed)}: again after {words_of(pause)}"
    return timedelta(0), ""


def _in_a_row(past: Iterable[PastCrawl], is_so: Callable[[PastCrawl], bool]) -> int:
    return min(sum(1 for _ in takewhile(is_so, past)), 10)


def _times(count: int) -> str:
    return "last time" if count == 1 else f"{count} times in a row"


def _opening(site: SiteFacts, window: Window | None, moment: datetime) -> datetime:
    """The moment, or the next opening of the window where it is closed then."""
    return moment if window is None else max(moment, window.around(moment, site.rhythm.zone)[0])


def _with_jitter(site: SiteFacts, window: Window | None, moment: datetime) -> datetime:
    """The moment put off by a part of the row's jitter that is the same for this site and day whenever it is asked for."""
    if not site.rhythm.jitter:
        return moment
    day = moment.astimezone(site.rhythm.zone).date()
    share = int.from_bytes(sha256(f"{site.key} {day}".encode()).digest()[:4], "big") / 2**32
    span = site.rhythm.jitter
    if window is not None:  # spread over what is left of the window, so that its end sees no crowd
        span = min(span, max(window.around(moment, site.rhythm.zone)[1] - moment - timedelta(minutes=1), timedelta(0)))
    return moment + timedelta(seconds=int(span.total_seconds() * share))


def _is_missed(site: SiteFacts, window: Window | None, at: datetime, now: datetime) -> bool:
    """Whether the run that was to begin at `at` was missed: its window has closed, its cron came again, or a day went by."""
    if now < at:
        return False
    if window is not None:
        return window.around(at, site.rhythm.zone)[1] <= now
    return now - at >= DAY or (site.rhythm.cron is not None and cron_after(site.rhythm.cron, at, site.rhythm.zone) <= now)
