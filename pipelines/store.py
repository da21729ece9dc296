"""The last stage: keeps what was fetched and read, some captures a transaction.

A database error rolls the transaction back and the items stay in hand. Where the database is away (restarting, locked, its
disk full) the same items are tried again for a while, and the crawl waits. What cannot be written then is counted and raised,
never swallowed, since a crawl whose findings were lost must not look fine; the next crawl of the site reads it from the archive.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import configure_mappers

from models.away import is_away
from models.claims import DATABASE_FAILED
from models.database import open_engine, writer
from models.diffs import Diff, diff_of_crawl, merged
from pipelines.compare import compare_crawl
from pipelines.items import Fetch, Reading
from pipelines.keeping.again import PATIENCE, insist, passes
from pipelines.keeping.batch import Batch, ClaimLost, load_indicators
from pipelines.keeping.figure_rows import NO_INDICATORS, Indicators
from pipelines.keeping.lists import WalksSeen

logger = logging.getLogger(__name__)

WOULD_STORE = "nianbao/would_store"
"""Where the stats of a crawl hold what a dry run would have stored."""
MOST_IN_HAND = 500
"""Items that a dry run compares at a time: a report on two pages further apart than that is shown as new twice."""
BATCH = 20
"""Items a transaction: from here on, more of them make a row no cheaper."""


class StoreFailed(Exception):
    """What was handed in could not be written; it is kept in hand, nothing of it is in the database."""


class Store:
    """Keeps fetches and readings in a database of the current revision. One store a crawl; `totals` counts what it kept.

    totals: reports_new, reports_changed, reports_unchanged, reports_gone, not_reports, facts, findings (of failed rules),
    store_errors.
    """

    def __init__(self, engine: Engine, batch: int = BATCH) -> None:
        self.engine = writer(engine)
        self.batch = batch
        self.totals: Counter[str] = Counter()
        self._buffer: list[Fetch | Reading] = []
        self._indicators: Indicators | None = None
        self._crawls: set[int] = set()
        self._walks = WalksSeen()
        self.saw_all = False
        """Whether the crawl asked for every list of its site: see `WalksSeen.count_missing`."""
        self._has_reports = False

    @property
    def would_store(self) -> dict[str, Any] | None:
        """None: what it would store it has stored."""
        return None

    def add(self, item: Fetch | Reading) -> None:
        """Takes an item in hand and writes once there are enough. Raises StoreFailed; the item then stays in hand."""
        self.take(item)
        if len(self._buffer) >= self.batch:
            self.flush()

    def take(self, item: Fetch | Reading) -> None:
        """Takes an item in hand and writes nothing yet."""
        self._buffer.append(item)
        self._has_reports = self._has_reports or (isinstance(item, Reading) and bool(item.reports))
        fetch = item if isinstance(item, Fetch) else item.page.fetch
        if fetch is not None and fetch.crawl is not None:
            self._crawls.add(fetch.crawl)

    def flush(self) -> None:
        """Writes everything in hand in one transaction. Raises StoreFailed, and keeps it in hand, if that fails."""
        items = list(self._buffer)
        if not items:
            return
        try:
            counts = self._write(items)
        except (SQLAlchemyError, ClaimLost) as error:
            raise self._failed(f"{_named(items)} not written", error) from error
        del self._buffer[: len(items)]
        self.totals += counts
        for item in items:
            if isinstance(item, Fetch):
                self._walks.see(item)

    def close(self) -> None:
        """Writes what is left, counts what its list no longer names, and compares the new versions with the reports beside them.

        Raises StoreFailed if something could not be written.
        """
        for step in self.closing():
            step()

    def closing(self) -> list[Callable[[], None]]:
        """The steps of `close` that have something to do, each a transaction. All but the one that counts may be taken twice."""
        counts = [self._count_missing] if self._walks.whole or self._buffer else []
        return ([self.flush] if self._buffer else []) + counts + ([self._compare] if self._has_reports else [])

    def _count_missing(self) -> None:
        """Counts what its list no longer names; once, whatever comes of it: a count too few is made good by the next walk."""
        if not self._walks.whole:
            return
        walks, self._walks = self._walks, WalksSeen()
        try:
            with self.engine.begin() as connection:
                self.totals["reports_gone"] += walks.count_missing(connection, self.saw_all)
        except SQLAlchemyError as error:
            raise self._failed("what vanished from its list could not be counted", error) from error
        self.totals += Counter()  # leaves out the zero

    def _compare(self) -> None:
        try:
            with self.engine.begin() as connection:
                failed = sum(compare_crawl(connection, crawl) for crawl in sorted(self._crawls))
        except SQLAlchemyError as error:
            raise self._failed("the new versions could not be compared with the reports beside them", error) from error
        self.totals += Counter(findings=failed)

    def _failed(self, words: str, error: Exception) -> StoreFailed:
        """The exception to raise; an error of the database that may pass is none of ours yet, and is not counted."""
        self.totals["store_errors"] += not is_away(error)
        self.totals += Counter()
        return StoreFailed(f"{words}: {error}")

    def _write(self, items: list[Fetch | Reading]) -> Counter[str]:
        with self.engine.begin() as connection:
            batch = Batch(connection, self._indicators_for(connection, items))
            batch.write(items)
        return batch.counts


    def _indicators_for(self, connection: Connection, items: list[Fetch | Reading]) -> Indicators:
        """The codebook, read once a crawl, and not at all by one that meets no report."""
        if self._indicators is None and any(isinstance(item, Reading) for item in items):
            self._indicators = load_indicators(connection)
        return self._indicators or NO_INDICATORS


class DryRun(Store):
    """A store that keeps only what was asked for, and shows in `would_store` what it would have kept of the answers.

    Everything is compared and written as ever, looked at, and taken back: no page counts as read, no list as seen, no report
    or version is made, none is gone. The requests were made and their answers stand in the archive: those rows stay.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, MOST_IN_HAND)
        self._parts: list[Diff] = []

    @property
    def would_store(self) -> Diff:
        """What a crawl that stores would have changed, as `models.diffs` has it."""
        return merged(self._parts)

    def closing(self) -> list[Callable[[], None]]:
        """Looks at what is left."""
        return [self.flush]

    def _write(self, items: list[Fetch | Reading]) -> Counter[str]:
        with self.engine.connect() as connection:
            taken_back = connection.begin()
            batch = Batch(connection, self._indicators_for(connection, items))
            batch.write(items)
            parts = [diff_of_crawl(connection, crawl) for crawl in sorted(self._crawls)]
            taken_back.rollback()
        with self.engine.begin() as connection:
            Batch(connection, NO_INDICATORS).write_requests(items)
        self._parts += parts
        return batch.counts


def _named(items: list[Fetch | Reading]) -> str:
    """A batch in words: how many items, and the addresses of the first and the last."""
    urls = [item.url if isinstance(item, Fetch) else item.page.url for item in items]
    return f"{len(items)} item(s) from {urls[0][:200]} to {urls[-1][:200]}"


@lru_cache(maxsize=4)
def shared_engine(url: str) -> Engine:
    """The engine that all crawls of this process use: it keeps each statement compiled, which costs more than running it.

    Disposing of it lets go of its connections; it opens new ones when it is used again.
    """
    configure_mappers()  # else the first statements would do so, and some are made in threads at the same time
    return open_engine(url)


class StorePipeline:
    """Needs: a Fetch, or a Reading with its hashes. Adds: rows in the database (NIANBAO_DATABASE_URL). Drops: nothing.

    While the database is away, items are taken in hand and whoever handed them in waits, so that the crawl slows to a stop by
    itself. `patience`: seconds.
    """

    def __init__(self, store: Store, crawler: Any, patience: float = PATIENCE) -> None:
        self.store, self.crawler, self.patience = store, crawler, patience
        self._stopping: asyncio.Task[None] | None = None
        self._waiting: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Any) -> StorePipeline:
        """The stage for a crawl; for a dry run one that keeps only what was asked for."""
        kind = DryRun if getattr(crawler.spider, "dry_run", False) else Store
        patience = crawler.settings.getfloat("NIANBAO_PATIENCE", PATIENCE)
        return cls(kind(shared_engine(crawler.settings["NIANBAO_DATABASE_URL"])), crawler, patience)

    def process_item(self, item: Fetch | Reading) -> Fetch | Reading | Awaitable[Fetch | Reading]:
        """The item, awaited where the database is away. Its error at last is raised, counted in `nianbao/store_errors`, and ends
        the crawl."""
        if self._waiting is not None:
            self.store.take(item)
            return self._after_waiting(item)
        try:
            self.store.add(item)
        except StoreFailed as error:
            if not passes(error) or self._stopping is not None:
                self._fail(error)
                raise
            self._waiting = asyncio.get_running_loop().create_task(self._wait())
            return self._after_waiting(item)
        self._count()
        return item

    async def close_spider(self) -> None:
        """Writes what is left in hand, or says what a dry run would have written."""
        if self._waiting is not None:
            await asyncio.wait([self._waiting])
        self.store.saw_all = bool(getattr(self.crawler.spider, "saw_all", False))
        try:
            for step in self.store.closing():
                # A batch is written as every other is; a thread for it, with a connection of its own, would cost as much again.
                in_thread = step != self.store.flush
                await insist(step, self.patience if self._stopping is None else 0, in_thread=in_thread)
        except StoreFailed as error:
            self._fail(error)
            raise
        finally:
            self._count()
            if (would_store := self.store.would_store) is not None:
                self.crawler.stats.set_value(WOULD_STORE, would_store)

    async def _wait(self) -> None:
        try:
            await insist(self.store.flush, self.patience, in_thread=True)
        except StoreFailed as error:
            self._fail(error)
            raise
        finally:
            self._waiting = None
            self._count()

    async def _after_waiting(self, item: Fetch | Reading) -> Fetch | Reading:
        if self._waiting is not None:
            await asyncio.shield(self._waiting)
        return item

    def _fail(self, error: StoreFailed) -> None:
        logger.error("%s", error)
        self.store.totals["store_errors"] += passes(error)  # others are counted already
        self._count()
        if self._stopping is None:
            closing = self.crawler.engine.close_spider_async(reason=DATABASE_FAILED)
            self._stopping = asyncio.get_running_loop().create_task(closing)

    def _count(self) -> None:
        for name, number in self.store.totals.items():
            self.crawler.stats.set_value(f"nianbao/{name}", number)
