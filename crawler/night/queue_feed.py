"""Between the queue and a run of crawls: jobs go in, how each crawl ended comes out; and when a job is to be run again."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as QueueJob
from sqlalchemy.exc import SQLAlchemyError

from crawler.night.jobs import Job
from crawler.night.watching import Ended


class Again(Exception):
    """A job is to be run again: not before `at`, where given, and with another lock, where given."""

    def __init__(self, why: str, at: datetime | None = None, lock: str | None = None) -> None:
        super().__init__(why)
        self.at, self.lock = at, lock


class Persistence(BaseRetryStrategy):
    """When a job is run again: as it says itself, after errors of the database with growing pauses, after others a few times."""

    def get_retry_decision(self, *, exception: BaseException, job: QueueJob) -> RetryDecision | None:
        """When, or None for never."""
        if isinstance(exception, Again):
            return RetryDecision(retry_at=exception.at, lock=exception.lock)
        if isinstance(exception, (SQLAlchemyError, ConnectorException)) or job.attempts < 3:
            return RetryDecision(retry_in={"seconds": pause_of(job.attempts)})
        return None


def pause_of(attempts: int) -> int:
    """The seconds until a job is tried again: 1, 2, 4, at most 256."""
    return 1 << min(attempts, 8)


@dataclass
class QueueFeed:
    """Hands the jobs of the queue to a run of crawls, and how each ended back to whoever waits for it."""

    wake: Callable[[], None] = lambda: None
    closed: bool = False
    crawls: int = 0
    waiting: deque[tuple[Job, asyncio.Future[Ended]]] = field(default_factory=deque)
    running: dict[str, asyncio.Future[Ended]] = field(default_factory=dict)

    async def run(self, job: Job) -> Ended:
        """How the crawl ended. Raises Again where the run ends before it could begin."""
        if self.closed:
            raise Again("the worker ends")
        future: asyncio.Future[Ended] = asyncio.get_running_loop().create_future()
        self.waiting.append((job, future))
        self.wake()
        return await future

    def more(self, room: int, busy: Collection[str]) -> Sequence[Job]:
        """The jobs that came from the queue and were not begun yet."""
        jobs: list[Job] = []
        for job, future in list(self.waiting):
            if len(jobs) < room and job.site.key not in busy and not future.done():
                self.waiting.remove((job, future))
                self.running[job.site.key] = future
                jobs.append(job)
                busy = {*busy, job.site.key}
        return jobs

    def ended(self, job: Job, how: Ended) -> None:
        """Tells whoever waits for this job."""
        self.crawls += 1
        future = self.running.pop(job.site.key, None)
        if future is not None and not future.done():
            future.set_result(how)

    def waits(self) -> bool:
        """Until it is closed."""
        return not self.closed

    def close(self) -> None:
        """Gives back what was not begun."""
        self.closed = True
        while self.waiting:
            _, future = self.waiting.popleft()
            if not future.done():
                future.set_exception(Again("the worker ends"))
