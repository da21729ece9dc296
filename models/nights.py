"""What the schedule asks the database: how crawls ended, what was published when, what runs now. Read-only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Engine, and_, case, func, or_, select

from models.claims import LEASE_EXPIRED, was_cut_off
from models.crawl import RUNNING, Crawl, Fetch, lease_is_over
from models.publisher import Publication, Publisher
from models.site import Site

NEWEST = 8
"""Crawls that are looked back on at most: the longest back-off is reached by then."""
WELL = ("ok", "nothing_new")
_AT_ONCE = 500  # a database takes so many names in one question


@dataclass(frozen=True, slots=True)
class EndedCrawl:
    """How one crawl ended. `cut_off`: killed or told to stop, so that it says nothing about the site."""

    ended: datetime
    outcome: str
    cut_off: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class YearOut:
    """The reports of one year on one site: how many publishers have one, first and last day of publication in the year after."""

    publishers: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class RunningCrawl:
    """A crawl that runs now: who runs it, since when, when another may take it over, how many requests of it have ended."""

    crawl: int
    site: str
    trigger: str
    owner: str | None
    started: datetime
    lease_until: datetime
    fetches: int
    beat: datetime

    def is_silent(self, now: datetime) -> bool:
        """Whether a beat that was due is missing (three of them come in a lease), so that its process may have died."""
        return now - self.beat > (self.lease_until - self.beat) / 2


def past_crawls(engine: Engine, now: datetime, sites: Collection[str] | None = None) -> dict[str, list[EndedCrawl]]:
    """The last ended visits of each site, newest first; looks at a part of a site and dry runs are none.

    A crawl whose lease ran out was cut off at that moment, also before anybody has taken the site over.
    One where the last went well, which is all that need be known then; up to `NEWEST` where it failed or is dated after `now`.
    """
    found = {key: [last] for key, last in _last_crawls(engine, now, 1, sites)}
    unwell = [key for key, (last,) in found.items() if last.outcome not in WELL or last.ended > now]
    for start in range(0, len(unwell), _AT_ONCE):
        part = unwell[start : start + _AT_ONCE]
        for key in part:
            found[key] = []
        for key, crawl in _last_crawls(engine, now, NEWEST, part):
            found[key].append(crawl)
    return found


def _last_crawls(
    engine: Engine, now: datetime, newest: int, sites: Collection[str] | None
) -> Iterator[tuple[str, EndedCrawl]]:
    """A look into the index a site, however many crawls are kept; of one site the newest come first."""
    over = or_(Crawl.outcome != RUNNING, lease_is_over(Crawl, now))
    inner = select(Crawl.id).where(Crawl.site_key == Site.key, over, ~Crawl.partial)
    last = inner.order_by(Crawl.id.desc()).limit(newest).correlate(Site)
    columns = (Crawl.site_key, Crawl.ended_at, Crawl.outcome, Crawl.reason, Crawl.lease_until)
    query = select(*columns).select_from(Site).join(Crawl, Crawl.id.in_(last.scalar_subquery()))
    if sites is not None:
        query = query.where(Site.key.in_(sites))
    if newest > 1:
        query = query.order_by(Crawl.site_key, Crawl.id.desc())
    with engine.connect() as connection:
        for site, ended, outcome, reason, lease in connection.execute(query):
            if ended is None:
                yield site, EndedCrawl(min(lease, now), "broken", True, LEASE_EXPIRED)
            else:
                yield site, EndedCrawl(ended, outcome, was_cut_off(reason), reason)


def years_out(engine: Engine, newest: int, years: int = 5, sites: Collection[str] | None = None) -> dict[str, dict[int, YearOut]]:
    """What stands on each site of the report years `newest` and before, by site and year."""
    wanted = range(newest - years + 1, newest + 1)
    in_next_year = or_(*(_in_year_after(year) for year in wanted))
    day = case((in_next_year, Publication.published))
    kinds = (Publisher.site_key, Publication.report_year)
    query = (
        select(*kinds, func.count(), func.min(day), func.max(day))
        .join(Publication, Publication.publisher_id == Publisher.id)
        .where(Publication.main, Publication.report_year.in_(wanted), Publication.standing.in_(("published", "attachment_only")))
        .group_by(*kinds)
    )
    if sites is not None:
        query = query.where(Publisher.site_key.in_(sites))
    found: dict[str, dict[int, YearOut]] = defaultdict(dict)
    with engine.connect() as connection:
        for site, year, publishers, first, last in connection.execute(query):
            found[site][year] = YearOut(publishers, first, last)
    return dict(found)


def _in_year_after(year: int) -> ColumnElement[bool]:
    days = date(year + 1, 1, 1), date(year + 1, 12, 31)
    return and_(Publication.report_year == year, Publication.published.between(*days))


def ended_since(engine: Engine, since: datetime) -> dict[str, int]:
    """How many crawls have ended since a moment, by outcome."""
    query = select(Crawl.outcome, func.count()).where(Crawl.ended_at >= since).group_by(Crawl.outcome)
    with engine.connect() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


def running(engine: Engine, now: datetime, site: str | None = None) -> dict[str, RunningCrawl]:
    """The crawls that run at `now`, by site; one whose lease ran out does not."""
    fetches = select(func.count()).where(Fetch.crawl_id == Crawl.id).correlate(Crawl).scalar_subquery()
    kept = (Crawl.id, Crawl.site_key, Crawl.trigger, Crawl.owner, Crawl.started_at, Crawl.lease_until)
    query = select(*kept, fetches, Crawl.heartbeat_at).where(Crawl.outcome == RUNNING, ~lease_is_over(Crawl, now))
    if site is not None:
        query = query.where(Crawl.site_key == site)
    with engine.connect() as connection:
        return {row[1]: RunningCrawl(*row) for row in connection.execute(query)}


def lapsed(engine: Engine, now: datetime) -> dict[int, str]:
    """The crawls that gave no sign of life for longer than their lease, and that nobody has taken over yet: id -> site."""
    query = select(Crawl.id, Crawl.site_key).where(Crawl.outcome == RUNNING, lease_is_over(Crawl, now), ~Crawl.partial)
    with engine.connect() as connection:
        return {row.id: row.site_key for row in connection.execute(query)}
