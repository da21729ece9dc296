"""How often a site is looked at: by its row's interval and season, else by when it published before and what is awaited. Pure."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from crawler.night.windows import DAY, Window

CHINA = ZoneInfo("Asia/Shanghai")
SEASON = frozenset({1, 2, 3, 4})
"""Months in which reports are published: the Regulation asks for 31 January and 31 March, April brings the late ones."""

EVERY_NIGHT = DAY
NOT_YET = 3 * DAY  # in the season, but well before the days on which this site published in other years
STILL_AWAITED = 7 * DAY  # late
IN_IN_SEASON = 7 * DAY  # the report is in; what is corrected is corrected soon after
IN = 14 * DAY
UNKNOWN = 7 * DAY  # nothing was ever found here, outside the season
BEFORE = 14 * DAY
AFTER = 21 * DAY
"""How long before the earliest and after the latest day of other years a report is looked for every night."""
YEARS_BACK = 3


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What a site's row says of when to visit it; by default nothing."""

    zone: ZoneInfo = CHINA
    window: Window | None = None
    cron: str | None = None
    every: timedelta | None = None
    season: frozenset[int] = frozenset()
    season_every: timedelta | None = None
    jitter: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class PastCrawl:
    """How one earlier crawl of a site ended: aware moment, outcome (`ok`, `nothing_new`, …), whether it was cut off."""

    ended: datetime
    outcome: str
    cut_off: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """The reports of one year on a site: of how many publishers, and the first and last day on which they were published.

    Days are only those of the year after the report year: a site that moved gives old reports the day of its moving.
    """

    publishers: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What is known of a site: its row's rhythm, its ended crawls (newest first), its reports by report year."""

    key: str
    rhythm: Rhythm = Rhythm()
    past: Sequence[PastCrawl] = ()
    published: Mapping[int, Published] = field(default_factory=dict)


def earliest_of_rhythm(site: SiteFacts, last: PastCrawl) -> tuple[datetime, str]:
    """When a site whose last crawl went well is due again, whatever the hour, and why."""
    zone = site.rhythm.zone
    day = last.ended.astimezone(zone).date()
    interval, why = _interval(site, day)
    best = last.ended + interval, why
    for begins in _turns(site, day):
        opening = _midnight(begins, zone)
        if opening >= best[0]:
            break
        interval, why = _interval(site, begins)
        best = min(best, (max(opening, last.ended + interval), why), key=lambda found: found[0])
    return best


def words_of(interval: timedelta) -> str:
    """An interval in words: `6 hours`, `1 day`."""
    hours = interval.total_seconds() / 3600
    number, unit = (hours / 24, "day") if hours >= 24 else (hours, "hour")
    return f"{number:g} {unit}{'' if number == 1 else 's'}"


def _interval(site: SiteFacts, day: date) -> tuple[timedelta, str]:
    rhythm = site.rhythm
    if rhythm.season_every is not None and day.month in rhythm.season:
        return rhythm.season_every, f"its row asks for a visit every {words_of(rhythm.season_every)} in its season"
    if rhythm.every is not None:
        return rhythm.every, f"its row asks for a visit every {words_of(rhythm.every)}"
    return _adaptive(site, day)


def _adaptive(site: SiteFacts, day: date) -> tuple[timedelta, str]:
    """The interval by what is in and what is awaited on that day."""
    year = day.year - 1
    here = site.published.get(year)
    usual = _usual(site, year)
    in_season = day.month in SEASON
    if usual is None and here is None:
        if in_season:
            return EVERY_NIGHT, f"its report for {year} is awaited: every night from January to April"
        return UNKNOWN, f"no report of the last years was found on it: every {words_of(UNKNOWN)} outside January to April"
    if here is not None and here.publishers >= (usual or 0):
        interval = IN_IN_SEASON if in_season else IN
        return interval, f"{_in_words(year, here)}: looked at for corrections every {words_of(interval)}"
    missing = _missing(year, usual or 0, here)
    expected = _expected(site, year)
    if expected is None:
        expected = date(day.year, 1, 1), date(day.year, 4, 30)
    before = _days_words(site, year)
    if expected[0] <= day <= expected[1]:
        return EVERY_NIGHT, f"{missing}{before}: every night until {expected[1]}"
    if day < expected[0]:
        interval = NOT_YET if in_season else IN
        return interval, f"{missing}{before}: every {words_of(interval)} until {expected[0]}"
    return STILL_AWAITED, f"{missing}{before}: late, every {words_of(STILL_AWAITED)}"


def _usual(site: SiteFacts, year: int) -> int | None:
    """How many publishers of the site report, by the two years before; None where none is known."""
    found = [site.published[each].publishers for each in (year - 1, year - 2) if each in site.published]
    return max(found) if found else None


def _expected(site: SiteFacts, year: int) -> tuple[date, date] | None:
    """The days on which the report of a year is looked for: around those of the years before."""
    days = [_in_year(day, year + 1) for day in _known_days(site, year)]
    return (max(min(days) - BEFORE, date(year + 1, 1, 1)), max(days) + AFTER) if days else None


def _known_days(site: SiteFacts, year: int) -> list[date]:
    known = [site.published[each] for each in range(year - YEARS_BACK, year) if each in site.published]
    return [day for one in known for day in (one.first, one.last) if day is not None]


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


def _turns(site: SiteFacts, day: date) -> list[date]:
    """The next days on which a site may come to be looked at more often, soonest first."""
    found = {date(day.year + 1, 1, 1)}
    for year in (day.year, day.year + 1):
        found |= {date(year, month, 1) for month in site.rhythm.season}
        if site.rhythm.every is None and (expected := _expected(site, year - 1)):
            found.add(expected[0])
    return sorted(each for each in found if each > day)


def _in_words(year: int, here: Published) -> str:
    when = f", published {here.last}" if here.last and here.first == here.last else ""
    return f"its report for {year} is in{when}" if here.publishers == 1 else f"its {here.publishers} reports for {year} are in"


def _missing(year: int, usual: int, here: Published | None) -> str:
    if usual <= 1:
        return f"its report for {year} is awaited"
    return f"{usual - (here.publishers if here else 0)} of its {usual} reports for {year} are awaited"


def _days_words(site: SiteFacts, year: int) -> str:
    days = sorted((day.month, day.day) for day in _known_days(site, year))
    if not days:
        return ""
    first, last = days[0], days[-1]
    span = _day_word(first) if first == last else f"{_day_word(first)} to {_day_word(last)}"
    return f" (published on {span} in years before)"


def _day_word(day: tuple[int, int]) -> str:
    return f"{day[1]} {month_name[day[0]]}"


@lru_cache(maxsize=1024)
def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), tzinfo=zone)
