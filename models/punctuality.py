"""When a report was really published, out of dates that may be a moved site's. Pure.

A site that moves to another CMS stamps all its old reports with the day of the move. A day after the due date is therefore
doubted, and the report is `date_doubtful`, not late, where

- it lies more than a year after the due date (a late report comes late, not years later), or
- reports of three or more different years on the same site bear it (`mass_days`), or
- it lies after the day on which the crawler had already seen the report.

Nothing that is in time is doubted: a move only ever makes a date later. Other dates may then speak, and what they say is
marked `inferred`:

- the day of publication that the page gives elsewhere, or that an earlier version of it gave, where it is earlier and not
  itself to be doubted, wins over any date that is late;
- the day on which it was signed, or that stands in its address, wins over a doubted date only: a report signed in March and
  put out in June is late;
- a report that the crawler had seen by some day was published by then, whatever is printed (`seen`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

BASES = ("printed", "inferred", "seen", "doubtful", "none")
"""What a publication date rests on: the version's own date, another one, our having seen it; or it is doubted or missing."""

PLAUSIBLE = timedelta(days=366)
"""How long after the due date a report may come out before its date is doubted."""

MASS_YEARS = 3
"""Reports of so many different years on one day of one site are a move."""

OF_PUBLICATION = frozenset({"index-table", "meta", "page-line", "list"})
"""Sources of a date that say when a page was published; `colophon` and `url` say when it was written or made."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One date that some version of a report gives, and where it stands."""

    day: date
    source: str


@dataclass(frozen=True, slots=True)
class Timing:
    """When a report was published, as far as that can be told. `day` is None without any date; `late` is 0 in time."""

    day: date | None
    basis: str
    late: int | None


def mass_days(reports: Iterable[tuple[date | None, int]]) -> frozenset[date]:
    """The days that reports of `MASS_YEARS` or more different years bear, from the dates and report years of one site."""
    years: defaultdict[date, set[int]] = defaultdict(set)
    for day, year in reports:
        if day is not None:
            years[day].add(year)
    return frozenset(day for day, found in years.items() if len(found) >= MASS_YEARS)


def timing(
    printed: date | None, others: Sequence[Dated], due: date, floor: date, seen: date, moves: frozenset[date] = frozenset()
) -> Timing:
    """When a report was published, to be held against its due date.

    `printed` is the publication date of the version to read, `others` every date of every version, `floor` the end of the
    period reported on (nothing is published before it), `seen` the day of the first capture in China, `moves` the site's
    mass days. Days late are counted from the due date.
    """
    if printed is not None and printed <= due:
        return Timing(printed, "printed", 0)
    if seen <= due:
        return Timing(seen, "seen", 0)
    if printed is None:
        return Timing(None, "none", None)

    def doubted(day: date) -> bool:
        return day > due and (day > due + PLAUSIBLE or day in moves or day > seen)

    doubtful = doubted(printed)
    fit = [
        one.day for one in others
        if floor <= one.day < printed and not doubted(one.day) and (doubtful or one.source in OF_PUBLICATION)
    ]  # fmt: skip
    published = [one.day for one in others if one.source in OF_PUBLICATION and one.day in fit]
    if day := min(published or fit, default=None):
        return Timing(day, "inferred", max(0, (day - due).days))
    late = (printed - due).days
    return Timing(printed, "doubtful", None) if doubtful else Timing(printed, "printed", late)
