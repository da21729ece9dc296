"""When each site is next due, and why. Pure: past crawls and a moment `now` go in, visits with reasons come out.

Townships and counties publish between January and March (the Regulation asks for 31 January and 31 March), so a site is
looked at every night from January to April and once a week for the rest of the year. A site that failed is tried again
sooner and then less and less often; one that blocks us is left alone for a week.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")
SEASON_MONTHS = frozenset({1, 2, 3, 4})
IN_SEASON = timedelta(hours=20)  # every night, with room for a night that starts a little earlier than the last
OFF_SEASON = timedelta(days=7)
LONGEST_BACK_OFF = timedelta(days=14)
BLOCKED_PAUSE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PastCrawl:
    """How one earlier crawl of a site ended: aware moment and outcome (`ok`, `nothing_new`, `incomplete`, …)."""

    ended: datetime
    outcome: str


@dataclass(frozen=True, slots=True)
class Visit:
    """When a site is to be crawled next, and the reason in a sentence."""

    site: str
    at: datetime
    reason: str


def next_visit(site: str, past: Sequence[PastCrawl], now: datetime, every: timedelta | None = None) -> Visit:
    """The next visit of a site. `past` holds its ended crawls, newest first; `every` is the interval of its own row."""
    if not past:
        return Visit(site, now, "never crawled before")
    last = past[0]
    failures = _failures_in_a_row(past)
    if last.outcome == "blocked":
        return Visit(site, last.ended + BLOCKED_PAUSE, "blocked last time: left alone for a week")
    if failures:
        pause = min(timedelta(hours=6) * 2 ** (failures - 1), LONGEST_BACK_OFF)
        return Visit(site, last.ended + pause, f"{last.outcome} {failures} time(s) in a row: again after {_words(pause)}")
    if every is not None:
        return Visit(site, last.ended + every, f"its row asks for a visit every {_words(every)}")
    if last.ended.astimezone(CHINA).month in SEASON_MONTHS:
        return Visit(site, last.ended + IN_SEASON, "reports are published from January to April: every night")
    season = _season_start(last.ended)
    if season < last.ended + OFF_SEASON:
        return Visit(site, season, "the season begins on 1 January")
    return Visit(site, last.ended + OFF_SEASON, "outside the season: once a week")


def due(
    history: Mapping[str, Sequence[PastCrawl]], now: datetime, every: Mapping[str, timedelta | None] | None = None
) -> list[Visit]:
    """The sites that are due at `now`, longest waiting first. `history` has a key for every site, newest crawl first."""
    visits = (next_visit(site, past, now, (every or {}).get(site)) for site, past in history.items())
    return sorted((visit for visit in visits if visit.at <= now), key=lambda visit: (visit.at, visit.site))


def _failures_in_a_row(past: Iterable[PastCrawl]) -> int:
    count = 0
    for crawl in past:
        if crawl.outcome not in ("broken", "incomplete"):
            break
        count += 1
    return min(count, 10)


def _season_start(after: datetime) -> datetime:
    return datetime(after.astimezone(CHINA).year + 1, 1, 1, tzinfo=CHINA)


def _words(interval: timedelta) -> str:
    hours = interval.total_seconds() / 3600
    return f"{hours / 24:g} day(s)" if hours >= 24 else f"{hours:g} hour(s)"
