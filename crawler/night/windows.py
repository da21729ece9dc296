"""Night windows and crons: the hours of the day in which a site may be crawled. Pure.

All reckoning of moments is done in UTC; the wall clock of a zone only says where a window begins and ends. So a window that a
change to summer time makes an hour shorter is an hour shorter, and none is visited twice or left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronsim import CronSim, CronSimError

DAY = timedelta(days=1)
_WINDOW = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Window:
    """The hours from `begins` to `ends` of the wall clock, the end exclusive; over midnight where it ends before it begins."""

    begins: time
    ends: time

    def __str__(self) -> str:
        return f"{self.begins:%H:%M}-{'24:00' if self.ends == time(0) else f'{self.ends:%H:%M}'}"

    def around(self, moment: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The window that is open at the moment, else the next one: when it opens and when it closes."""
        today = moment.astimezone(zone).date()
        for day in (today - DAY, today, today + DAY, today + 2 * DAY):
            opens, closes = self._of(day, zone)
            if closes > moment and closes > opens:
                return opens, closes
        raise ValueError(f"expected a window {self} of {zone.key} to open within two days of {moment}")

    def is_open(self, moment: datetime, zone: ZoneInfo) -> bool:
        """Whether the moment is in the window."""
        return self.around(moment, zone)[0] <= moment

    def _of(self, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
        last = day if self.begins < self.ends else day + DAY
        return _moment(day, self.begins, zone), _moment(last, self.ends, zone)


def read_window(text: str) -> Window:
    """The window of words like `22:00-06:00`. Raises ValueError that says what is right."""
    found = _WINDOW.fullmatch(text.strip())
    if found is None:
        raise ValueError(_RIGHT_WINDOW)
    first, second, third, fourth = map(int, found.groups())
    try:
        begins, ends = time(first, second), time(0 if (third, fourth) == (24, 0) else third, fourth)
    except ValueError:
        raise ValueError(_RIGHT_WINDOW) from None
    if begins == ends and (third, fourth) != (24, 0):
        raise ValueError("a window that is open for some time; 00:00-24:00 is the whole day")
    return Window(begins, ends)


_RIGHT_WINDOW = "a window like 22:00-06:00"


def read_zone(name: str) -> ZoneInfo:
    """The time zone of that name. Raises ValueError that says what is right."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("a time zone like Asia/Shanghai or Asia/Urumqi") from None


def read_cron(text: str) -> str:
    """The cron expression, checked: five fields, and a moment within the next four years. Raises ValueError."""
    if len(text.split()) != 5:
        raise ValueError(_RIGHT_CRON)
    try:
        next(CronSim(text, datetime(2024, 1, 1, tzinfo=UTC)))
    except (CronSimError, StopIteration) as problem:
        why = str(problem) or "no such day ever comes"
        raise ValueError(f"{_RIGHT_CRON} ({why})") from None
    return text


_RIGHT_CRON = "five fields of cron (minute hour day month weekday) like '30 2 * * 1'"


def cron_after(cron: str, moment: datetime, zone: ZoneInfo) -> datetime:
    """The first moment after this one that the expression names on the zone's wall clock, in UTC."""
    local = moment.astimezone(zone)
    for found in CronSim(cron, local):
        # An hour that the wall clock shows twice, or skips, can give a moment that is no later in truth.
        if (utc := found.astimezone(UTC)) > moment:
            return utc
    raise ValueError(f"expected {cron!r} to name a moment after {moment}")  # read_cron has seen to it


@lru_cache(maxsize=4096)
def _moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment of a wall clock, in UTC; one that the wall clock skips comes as much later as is skipped."""
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)
