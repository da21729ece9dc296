"""The work of a cluster as jobs of a queue (procrastinate on PostgreSQL): planning, rescuing, and crawls of sites.

A job says only which site, and why. Whether it is still wanted is asked of the database when it begins and when it has ended, so
a job that is doubled, late or left over from a dead worker does no harm; and what may crawl a site is the claim, as everywhere.
Jobs of sites that share hosts have one lock: one after another, whatever the worker.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from procrastinate import App, JobContext, SyncPsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job as QueueJob
from sqlalchemy import Engine

from crawler.night.agenda import Agenda, Clock, site_facts, utc_now
from crawler.night.feed import RETRIED
from crawler.night.groups import groups_of
from crawler.night.jobs import Job
from crawler.night.patience import PatientConnector
from crawler.night.queue_feed import Again, Persistence, QueueFeed, pause_of
from crawler.registry import Site
from crawler.schedule import next_visit, window_of
from models import queue, requests

logger = logging.getLogger("nianbao.worker")

CRAWLS, KEEPING = "crawl", "keeping"
"""The two queues: crawls, and what keeps the queue itself; the second never waits behind the first."""
EVERY_MINUTE, OFTEN = "* * * * *", "* * * * * */10"
ON_DEMAND, BY_SCHEDULE = 10, 0
"""Priorities: a crawl that somebody asked for runs next."""
MOST_WAITING = 5000
"""Crawls of the schedule that are put into the queue at most; the next look puts in the next ones."""
KEPT_HOURS = 24 * 7
NO_ROW_TRIES = 5
"""How often a job goes to other workers where one has no row of its site: rows may not be everywhere yet."""


class Cluster:
    """The tasks of one worker: what it plans, rescues and crawls. The rows are those of its own machine.

    `take_in` reads rows that changed; they should be the same on all machines.
    """

    def __init__(
        self, connector: PatientConnector, agenda: Agenda, retry_pause: timedelta, feed: QueueFeed, clock: Clock = utc_now
    ) -> None:
        self.agenda, self.engine, self.retry_pause, self.feed, self.clock = agenda, agenda.engine, retry_pause, feed, clock
        self.groups = groups_of(agenda.sites)
        self.connector = connector
        self.app = App(connector=connector)
        again = Persistence()
        plan = self.app.task(name="plan", queue=KEEPING, lock="plan", queueing_lock="plan", retry=again)(self.plan)
        rescue = self.app.task(name="rescue", queue=KEEPING, queueing_lock="rescue", retry=again)(self.rescue)
        self._crawl = self.app.task(name="crawl", queue=CRAWLS, retry=again, pass_context=True)(self.crawl)
        self.app.periodic(cron=EVERY_MINUTE)(plan)
        self.app.periodic(cron=OFTEN)(rescue)

    def take_in(self) -> None:
        """Reads the rows again where any has changed."""
        if self.agenda.read_rows():
            self.groups = groups_of(self.agenda.sites)
            for problem in self.agenda.problems:
                logger.error("a row is wrong, its site is left out: %s", problem)

    # --- tasks ---

    async def plan(self, timestamp: int) -> None:
        """Puts what was asked for and what is due into the queue; once a minute, on one worker."""
        jobs = await asyncio.to_thread(self._wanted)
        if jobs:
            await self._put_in(jobs)
            logger.info("%d crawl(s) put into the queue", len(jobs))
        await self.app.job_manager.delete_old_jobs(
            nb_hours=KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
        )

    async def rescue(self, timestamp: int) -> None:
        """Gives the jobs of dead workers to the living, those of a running crawl not before its lease ends."""
        if await asyncio.to_thread(self._has_just_come_back):
            return  # nobody could give a sign of life
        manager = self.app.job_manager
        stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=queue.STALLED))
        sites = {str(job.task_kwargs["site"]) for job in stalled if "site" in job.task_kwargs}
        leases = await asyncio.to_thread(queue.lease_ends, self.engine, sites) if sites else {}
        for job in stalled:
            at = leases.get(str(job.task_kwargs.get("site")))
            try:
                await manager.retry_job(job, retry_at=max(at, self.clock()) if at else self.clock())
            except ConnectorException as problem:  # another worker was quicker, or it has ended by now
                logger.debug("job %s was not rescued: %s", job.id, problem)
                continue
            if "site" in job.task_kwargs:
                logger.warning("%s: its worker gives no sign of life, it goes to another", job.task_kwargs["site"])
        await manager.prune_stalled_workers(queue.STALLED)

    async def crawl(self, context: JobContext, site: str, trigger: str, request: int | None = None) -> str:
        """Crawls a site if that is still wanted. Raises Again where it is to be done another time."""
        job = await asyncio.to_thread(self._job, context.job, site, trigger, request)
        if job is None:
            return "not wanted any more"
        how = await self.feed.run(job)
        logger.info("%s: %s%s", site, how.outcome, f": {how.reason}" if how.reason else "")
        await asyncio.to_thread(self._settle, job, context.job.attempts)
        if trigger in ("night", "catch-up") and how.outcome in RETRIED and how.counts.get("network_failures", 0):
            await self._put_in([self._queue_job(site, "retry", None, self.clock() + self.retry_pause)])
        return how.outcome

    def _has_just_come_back(self) -> bool:
        """Whether the database was away so lately that workers who are alive may seem dead."""
        return time.monotonic() - self.connector.back < queue.STALLED or queue.up_for(self.engine).total_seconds() < queue.STALLED

    # --- what is wanted ---

    def _wanted(self) -> list[QueueJob]:
        self.take_in()
        now = self.clock()
        sites, asked = queue.known_jobs(self.engine)
        waiting = requests.waiting(self.engine, now, MOST_WAITING)
        jobs = [self._queue_job(one.site, "demand", one.id) for one in waiting if one.id not in asked]
        for visit in self.agenda.due(now):
            if len(sites) >= MOST_WAITING:
                break
            if visit.site not in sites:
                sites.add(visit.site)
                jobs.append(self._queue_job(visit.site, "catch-up" if visit.missed else "night"))
        return jobs

    def _job(self, queued: QueueJob, key: str, trigger: str, request: int | None) -> Job | None:
        """The crawl that a queued job asks for, or None where it is not wanted any more."""
        site = self.agenda.sites.get(key)
        if site is None:
            self._without_row(queued, key, request)
            return None
        if queued.lock != self.groups[key]:
            raise Again("its hosts are in another group now", lock=self.groups[key])
        if request is not None:
            standing = _standing(self.engine, request)
            return Job(site, trigger, standing.options, request) if standing and standing.ended is None else None
        return Job(site, trigger) if self._is_due(site, trigger) else None

    def _without_row(self, queued: QueueJob, key: str, request: int | None) -> None:
        if queued.attempts < NO_ROW_TRIES:
            raise Again(f"no row has the key {key!r} here", self.clock() + timedelta(seconds=5))
        logger.warning("%s: no row has this key any more, it is not crawled", key)
        if request is not None:
            requests.refuse(self.engine, request, f"no row has the key {key!r} any more", self.clock())

    def _is_due(self, site: Site, trigger: str) -> bool:
        now = self.clock()
        facts = site_facts(self.engine, {site.key: site}, now)[0]
        if trigger == "retry":  # the schedule would let it rest after the failure
            window = window_of(facts, self.agenda.night)
            return window is None or window.is_open(now, facts.rhythm.zone)
        visit = next_visit(facts, now, self.agenda.night)
        return visit.at <= now and visit.starts <= now

    def _settle(self, job: Job, attempts: int = 0) -> None:
        """Nothing where the crawl is done with; raises Again where it was refused, cut off, or its end could not be written."""
        lease = queue.lease_ends(self.engine, [job.site.key]).get(job.site.key)
        if job.request is not None:
            standing = _standing(self.engine, job.request)
            is_open = standing is not None and standing.ended is None
        else:
            is_open = lease is not None or (job.trigger != "retry" and self._is_due(job.site, job.trigger))
        if is_open:
            # Handed back by a worker that ends, it is taken at once; else whatever went wrong may last.
            soon = self.clock() + timedelta(seconds=0 if self.feed.closed else pause_of(attempts))
            raise Again("it is still wanted", max(lease, soon) if lease else soon)

    # --- the queue ---

    def _queue_job(self, site: str, trigger: str, request: int | None = None, at: datetime | None = None) -> QueueJob:
        lock = self.groups.get(site, site)
        once = f"retry {site}" if trigger == "retry" else f"site {site}" if request is None else f"request {request}"
        priority = BY_SCHEDULE if request is None else ON_DEMAND
        deferrer = self._crawl.configure(lock=lock, queueing_lock=once, priority=priority, schedule_at=at)
        values = {"site": site, "trigger": trigger, **({} if request is None else {"request": request})}
        job: QueueJob = deferrer.job.evolve(task_kwargs=values)
        return job

    async def _put_in(self, jobs: Sequence[QueueJob]) -> None:
        try:
            await self.app.job_manager.batch_defer_jobs_async(list(jobs))
        except AlreadyEnqueued:  # somebody was quicker with one of them, and none was put in
            for job in jobs:
                await self._put_in_one(job)

    async def _put_in_one(self, job: QueueJob) -> None:
        try:
            await self.app.job_manager.defer_job_async(job)
        except AlreadyEnqueued:
            logger.debug("%s waits already", job.queueing_lock)


def hand_over(engine: Engine, site: str, request: int) -> None:
    """Puts a request into the queue, before everything of the schedule; one that waits there already is left as it is."""
    with _door(engine) as app:
        deferrer = app.configure_task("crawl", queue=CRAWLS, priority=ON_DEMAND, queueing_lock=f"request {request}")
        try:
            deferrer.defer(site=site, trigger="demand", request=request)
        except AlreadyEnqueued:
            logger.debug("request %s waits already", request)


@contextmanager
def _door(engine: Engine) -> Iterator[App]:
    conninfo, options = queue.address(engine.url)
    app = App(connector=SyncPsycopgConnector(conninfo=conninfo, kwargs={"options": options}, min_size=1, max_size=1))
    with app.open():
        yield app


def _standing(engine: Engine, request: int) -> requests.Standing | None:
    try:
        return requests.standing(engine, request)
    except LookupError:
        return None
