"""A worker of a cluster: takes crawls from the queue for as long as it is let, on one of any number of machines.

Procrastinate's workers and Scrapy's crawls live in one event loop. One of the two workers takes crawls, as many at a time as
there are lanes; the other takes what keeps the queue, so that planning and rescuing never wait behind crawls.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from procrastinate.exceptions import ConnectorException
from procrastinate.worker import Worker as QueueWorker
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from twisted.internet.defer import Deferred

from crawler.cluster import CRAWLS, KEEPING, Cluster
from crawler.config import Config
from crawler.night.agenda import Agenda, Clock, utc_now
from crawler.night.patience import PatientConnector, first_line
from crawler.night.queue_feed import QueueFeed
from crawler.run import CrawlRun
from models import queue
from models.database import DatabaseProblem, open_engine, require_current

logger = logging.getLogger("nianbao.worker")

CRAWLS_A_LIFE = 2000
"""After so many crawls a worker begins anew: what a long-lived process keeps is let go of, and new code is loaded."""
LOOK_SECONDS = 30.0
"""How often a worker looks at its rows, the clock, the revision, and for jobs that were lost on their way to it."""
LONGEST_PAUSE = 60.0
MOST_SKEW = timedelta(seconds=20)


class WorkerProblem(DatabaseProblem):
    """Why a worker cannot go on, in words."""


def check_clock(here: datetime, there: datetime, most: timedelta = MOST_SKEW) -> None:
    """Nothing where two clocks agree. Raises WorkerProblem: leases are written by the clock of each machine."""
    apart = here - there
    if abs(apart) > most:
        way = "ahead of" if apart > timedelta(0) else "behind"
        raise WorkerProblem(
            f"expected this machine's clock within {most.total_seconds():.0f} s of the database's, found it"
            f" {abs(apart.total_seconds()):.0f} s {way} it: set it (timedatectl set-ntp true)"
        )


def wait_until_ready(config: Config, clock: Clock = utc_now, sleep: Callable[[float], None] = time.sleep) -> None:
    """Returns once the database is there, of this revision, with a queue, and the clock is right.

    Waits while the database is away or the clock is wrong, and says so. Raises DatabaseProblem for what waiting does not mend.
    """
    pause = 1.0
    while True:
        try:
            _check(config, clock)
            return
        except WorkerProblem as problem:
            why = str(problem)
        except DatabaseProblem as problem:
            if not isinstance(problem.__cause__, OperationalError):
                raise
            why = str(problem)
        except OperationalError as problem:
            why = f"the database is away: {first_line(problem.orig)}"
        logger.warning("%s; tried again in %.0f s", " ".join(why.split()), pause)
        sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


def _check(config: Config, clock: Clock) -> None:
    require_current(config.database)
    engine = open_engine(config.database)
    try:
        with engine.connect() as connection:
            ready = queue.is_ready(connection)
        if not ready:
            raise DatabaseProblem(
                f"expected a queue of this program's version in the database {config.shown_database}, found none of it; run"
                f" `nianbao db upgrade` (its role needs the right to create the schema {queue.SCHEMA})"
            )
        check_clock(clock(), queue.moment_of(engine))
    finally:
        engine.dispose()


@dataclass
class Worker:
    """One worker process. `run` blocks until SIGTERM or SIGINT, which lets crawls finish what they have in hand.

    After it `problem` says why it could not go on, if so, and `is_spent` whether it is to begin anew.
    """

    config: Config
    clock: Clock = utc_now
    crawls_a_life: int = CRAWLS_A_LIFE
    feed: QueueFeed = field(default_factory=QueueFeed)
    problem: str = ""
    is_spent: bool = False
    workers: dict[str, QueueWorker] = field(default_factory=dict)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _suspects: set[int] = field(default_factory=set)

    def run(self) -> None:
        """Works. The database must have been found ready."""
        engine = open_engine(self.config.database)
        agenda = Agenda(self.config.site_folders, engine, self.config.night)
        for problem in agenda.problems:
            logger.error("a row is wrong, its site is left out: %s", problem)
        conninfo, options = queue.address(engine.url)
        self.connector = PatientConnector(
            conninfo=conninfo, kwargs={"options": options}, min_size=1, max_size=4, timeout=10, name="queue"
        )
        self.cluster = Cluster(self.connector, agenda, timedelta(seconds=self.config.retry_pause), self.feed, self.clock)
        CrawlRun(self.config, (), "night", feed=self.feed, began=self._begin).run()
        engine.dispose()

    def _begin(self, wake: Callable[[], None]) -> None:
        from twisted.internet import reactor  # imported late: Scrapy installs the reactor first

        for chatty in ("procrastinate", "psycopg.pool", "alembic"):
            logging.getLogger(chatty).setLevel(logging.ERROR)
        self.feed.wake = wake
        ends = lambda: Deferred.fromFuture(asyncio.ensure_future(self._end()))  # noqa: E731 - the reactor waits for it
        reactor.addSystemEventTrigger("before", "shutdown", ends)  # type: ignore[arg-type]  # its interface lists them wrongly
        self._tasks = [asyncio.ensure_future(each) for each in (self._work(), self._look())]
        logger.info("a worker of %d lane(s) takes crawls from %s", self.config.lanes, self.config.shown_database)

    async def _work(self) -> None:
        async with self.cluster.app.open_async():
            await asyncio.gather(self._keep_up(CRAWLS, self.config.lanes), self._keep_up(KEEPING, 1))

    async def _keep_up(self, name: str, lanes: int) -> None:
        """Runs a worker of the queue, and another one where it ends by an error that patience did not help with."""
        while not (self.feed.closed or self.is_spent):
            # Stalled workers are pruned by the task `rescue` alone, once their jobs were seen to.
            worker = self.workers[name] = QueueWorker(
                self.cluster.app, [name], name, lanes, install_signal_handlers=False, delete_jobs="successful",
                fetch_job_polling_interval=2.0, stalled_worker_timeout=24 * 3600,
            )  # fmt: skip
            try:
                await worker.run()  # type: ignore[no-untyped-call]
            except Exception:
                logger.exception("taking jobs of %r failed", name)
            if not (self.feed.closed or self.is_spent):
                logger.error("the worker for %r jobs begins anew", name)
                await asyncio.sleep(5)
        if self.is_spent:
            self.feed.close()  # the run ends with its last crawl

    async def _end(self) -> None:
        """Gives back what was not begun, and waits until every job is written down."""
        self.feed.close()
        self.connector.closing = True
        for worker in self.workers.values():
            worker.stop()  # type: ignore[no-untyped-call]
        working, looking = self._tasks
        looking.cancel()
        await asyncio.gather(working, looking, return_exceptions=True)

    # --- looking after itself ---

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await asyncio.to_thread(self._look_around)
                await self._find_lost_jobs()
            except (SQLAlchemyError, ConnectorException) as problem:
                logger.debug("looked around in vain: %s", problem)
            except DatabaseProblem as problem:
                if isinstance(problem.__cause__, OperationalError):
                    continue
                self._give_up(str(problem))
            if self.feed.crawls >= self.crawls_a_life and not self.is_spent:
                self._retire()

    def _look_around(self) -> None:
        self.cluster.take_in()
        _check(self.config, self.clock)

    def _give_up(self, why: str) -> None:
        if not self.problem:
            self.problem = why
            logger.error("%s: the worker ends, its crawls go to others", why)
            signal.raise_signal(signal.SIGTERM)  # the way that whoever stops it takes

    def _retire(self) -> None:
        logger.info("%d crawls: the worker begins anew once those that run have ended", self.feed.crawls)
        self.is_spent = True
        for worker in self.workers.values():
            worker.stop()  # type: ignore[no-untyped-call]

    async def _find_lost_jobs(self) -> None:
        """Puts back jobs that stand as this worker's and that it does not know of: their hand-over was lost with a connection."""
        lost: set[int] = set()
        for worker in list(self.workers.values()):
            if worker.worker_id is None:
                continue
            known = {context.job.id for context in worker._running_jobs.values()}
            for job in await self.cluster.app.job_manager.list_jobs_async(status="doing", worker_id=worker.worker_id):
                if job.id is None or job.id in known:
                    continue
                lost.add(job.id)
                if job.id in self._suspects:  # seen twice: it is not on its way just now
                    logger.warning("job %s was lost on its way to this worker, it is put back", job.id)
                    await self.cluster.app.job_manager.retry_job(job, retry_at=self.clock())
        self._suspects = lost
