"""Where a night and a crawl on demand get their jobs from: stored requests, sites that are due, parts that failed."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from crawler.night.agenda import Agenda, Clock, utc_now
from crawler.night.jobs import Job
from crawler.night.watching import Ended
from crawler.registry import Site
from crawler.schedule import Visit
from models import nights, requests

logger = logging.getLogger(__name__)

LOOK_AGAIN = timedelta(minutes=5)
"""After so long a night looks again at what is due: rows change, and crons come while it runs."""
LAPSED_EVERY = timedelta(seconds=15)
"""How often a night with room looks for crawls that were killed, here or on another machine, and whose lease is over."""
SCHEDULED = frozenset({"night", "catch-up", "night --all"})
RETRIED = frozenset({"broken", "incomplete"})


class NightFeed:
    """The jobs of one night: waiting requests first, then sites that are due, at the end once more what the network broke.

    Each site is crawled once as due and once as retry in a night, whatever its row asks. `until` is when the night ends:
    from then on nothing is begun but requests. Without `schedule` only requests and retries are handed out.
    """

    def __init__(
        self, agenda: Agenda, pause: timedelta, until: datetime | None = None, clock: Clock = utc_now, schedule: bool = True
    ) -> None:
        self.agenda, self.pause, self.until, self.clock, self.schedule = agenda, pause, until, clock, schedule
        self.asked = RequestFeed(agenda.engine, self._site)
        self.retries: dict[str, datetime] = {}
        self._begun: set[str] = set()
        self._due: deque[Visit] = deque()
        self._looked: datetime | None = None
        self._asked_for_lapsed: datetime | None = None
        self._lapsed: set[int] = set()

    def more(self, room: int, busy: Collection[str]) -> Sequence[Job]:
        """Jobs to begin now. A database that does not answer gives none, and is asked again."""
        now = self.clock()
        jobs: list[Job] = []
        try:
            jobs += self.asked.more(room, busy)
            if self._is_over(now):
                return jobs
            self._take_back(now, busy)
            self._look(now)
        except SQLAlchemyError as error:
            logger.warning("the database does not answer, asked again soon: %s", error)
            return jobs
        taken = {*busy, *(job.site.key for job in jobs)}
        while self._due and len(jobs) < room:
            visit = self._due.popleft()
            if visit.site in self.agenda.sites and visit.site not in taken:
                self._begun.add(visit.site)
                jobs.append(Job(self.agenda.sites[visit.site], "catch-up" if visit.missed else "night"))
        if not self._due and not jobs:
            jobs += self._retries(now, room, taken)
        return jobs

    def ended(self, job: Job, how: Ended) -> None:
        """Notes a site that the network broke, for the end of the night."""
        self.asked.ended(job, how)
        if job.trigger in SCHEDULED and how.outcome in RETRIED and how.counts.get("network_failures", 0):
            self.retries[job.site.key] = self.clock() + self.pause

    def waits(self) -> bool:
        """Whether sites are left that the network broke."""
        return bool(self.retries) and not self._is_over(self.clock())

    def _take_back(self, now: datetime, busy: Collection[str]) -> None:
        """Has what is due looked at once more where a crawl was killed, and lets its site be begun again."""
        before = self._asked_for_lapsed
        if before is not None and timedelta(0) <= now - before < LAPSED_EVERY:
            return
        self._asked_for_lapsed = now
        found = {number: site for number, site in nights.lapsed(self.agenda.engine, now).items() if site not in busy}
        if found.keys() - self._lapsed:
            self._begun -= set(found.values())
            self._looked = None
        self._lapsed = set(found)

    def _look(self, now: datetime) -> None:
        if not self.schedule or (self._looked is not None and timedelta(0) <= now - self._looked < LOOK_AGAIN):
            return
        changed = self.agenda.read_rows()
        for problem in self.agenda.problems if changed else ():
            logger.error("a row is wrong, its site is left out: %s", problem)
        self._due = deque(visit for visit in self.agenda.due(now) if self._is_wanted(visit.site))
        self._looked = now

    def _is_wanted(self, site: str) -> bool:
        return site not in self._begun and site not in self.retries

    def _retries(self, now: datetime, room: int, taken: Collection[str]) -> list[Job]:
        ready = [key for key, moment in self.retries.items() if moment <= now and key not in taken][:room]
        for key in ready:
            del self.retries[key]
        return [Job(self.agenda.sites[key], "retry") for key in ready if key in self.agenda.sites]

    def _is_over(self, now: datetime) -> bool:
        return self.until is not None and now >= self.until

    def _site(self, key: str) -> Site | None:
        return self.agenda.sites.get(key)


class RequestFeed:
    """The stored requests that wait, of all sites or only of some, each handed out once by this process."""

    def __init__(
        self, engine: Engine, site_of: Callable[[str], Site | None], clock: Clock = utc_now, sites: Collection[str] = ()
    ) -> None:
        self.engine, self.site_of, self.clock, self.sites = engine, site_of, clock, sites
        self._handed_out: set[int] = set()

    def more(self, room: int, busy: Collection[str]) -> Sequence[Job]:
        """The oldest requests whose sites nobody crawls. One for a site without a row is ended, with that as its reason."""
        now = self.clock()
        jobs: list[Job] = []
        for found in requests.waiting(self.engine, now, room + len(self._handed_out), self.sites):
            if found.id in self._handed_out or found.site in busy or len(jobs) >= room:
                continue
            site = self.site_of(found.site)
            if site is None:
                requests.refuse(self.engine, found.id, f"no row has the key {found.site!r} any more", now)
                continue
            self._handed_out.add(found.id)
            jobs.append(Job(site, "demand", found.options, found.id))
        return jobs

    def ended(self, job: Job, how: Ended) -> None:
        """Ends a request whose crawl could not even begin; others end with their crawl, in the database."""
        if job.request is None:
            return
        if how.outcome == "refused":  # somebody else was quicker: the request waits on, or is being seen to
            self._handed_out.discard(job.request)
        elif how.outcome == "broken":
            try:
                requests.refuse(self.engine, job.request, how.reason, self.clock())
            except SQLAlchemyError as error:
                logger.warning("the end of request %s could not be written: %s", job.request, error)

    def waits(self) -> bool:
        """No: whoever asked waits, if anybody does."""
        return False
