"""When what is known is asked for again: one place for every interval of the second visit. Pure.

A list is walked to its end once a season of the year, on a day of the site's own, so that not all sites fall due at once;
in between it is left at the first full page of entries that are known. A page that was read is asked for again at
intervals by its age, and once in every full walk: corrections come in the first weeks, and pages vanish at any time.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zlib import crc32

SEASONS = (1, 4, 7, 10)
"""The months in which a season begins."""
SPREAD = 60
"""Days over which the full walks of all sites are spread after a season's first."""
INTERVALS = ((60, timedelta(days=7)), (365, timedelta(days=30)))
"""Days since publication, and how often a page of at most that age is asked for; older ones in full walks only."""


LONGEST_WAIT = 30
"""Days after which a page that always fails is asked for once more."""


@lru_cache(maxsize=1024)  # a crawl asks for every page it knows
def season_start(key: str, now: datetime) -> datetime:
    """When the season of site `key` that `now` lies in began: its full walk of the season is due from then on."""
    shift = timedelta(days=crc32(key.encode()) % SPREAD)
    shifted = now - shift
    month = max(each for each in SEASONS if each <= shifted.month)
    return datetime(shifted.year, month, 1, tzinfo=UTC) + shift


def walk_is_due(key: str, full_at: datetime | None, now: datetime) -> bool:
    """Whether a list is to be walked to its end: never yet, or not since the season began."""
    return full_at is None or full_at < season_start(key, now)


def is_waiting(days: int, last: datetime, now: datetime) -> bool:
    """Whether a page that failed on so many days in a row, `last` the newest of them, is left alone for now.

    Twice it is asked for at every visit; then after 2, 4, 8, 16 days, and at last once a month.
    """
    return days > 2 and now - last < timedelta(days=min(2 ** (min(days, 9) - 2), LONGEST_WAIT))


def page_is_due(key: str, published: date | None, seen: datetime, now: datetime) -> bool:
    """Whether a known page is to be asked for again. `seen` is when it last answered; an unknown date counts as old."""
    if seen < season_start(key, now):
        return True
    if published is None:
        return False
    age = (now.date() - published).days
    interval = next((every for days, every in INTERVALS if age <= days), None)
    return interval is not None and now - seen >= interval
