"""The last stage: keeps what was fetched and read, some captures a transaction.

A database error rolls the transaction back, is counted and raised, and the items stay in hand for another try; it is
never swallowed, since a crawl whose findings were lost must not look fine.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from models.database import open_engine, writer
from models.diffs import Diff, diff_of_crawl, merged
from pipelines.compare import compare_crawl
from pipelines.items import Fetch, Reading
from pipelines.keeping.batch import Batch, ClaimLost, load_indicators
from pipelines.keeping.figure_rows import Indicators
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

    @property
    def would_store(self) -> dict[str, Any] | None:
        """None: what it would store it has stored."""
        return None

    def add(self, item: Fetch | Reading) -> None:
        """Takes an item in hand and writes once there are enough. Raises StoreFailed; the item then stays in hand."""
        self._buffer.append(item)
        fetch = item if isinstance(item, Fetch) else item.page.fetch
        if fetch is not None and fetch.crawl is not None:
            self._crawls.add(fetch.crawl)
        if len(self._buffer) >= self.batch:
            self.flush()

    def flush(self) -> None:
        """Writes everything in hand in one transaction. Raises StoreFailed, and keeps it in hand, if that fails."""
        if not self._buffer:
            return
        try:
            counts = self._write()
        except (SQLAlchemyError, ClaimLost) as error:
            self.totals["store_errors"] += 1
            raise StoreFailed(f"{len(self._buffer)} item(s) not written: {error}") from error
        self.totals += counts
        for item in self._buffer:
            if isinstance(item, Fetch):
                self._walks.see(item)
        self._buffer.clear()

    def close(self) -> None:
        """Writes what is left, counts what its list no longer names, and compares the new versions with the reports beside them.

        Raises StoreFailed if something could not be written.
        """
        self.flush()
        self._count_missing()
        self._compare()

    def _count_missing(self) -> None:
        if not self._walks.whole:
            return
        try:
            with self.engine.begin() as connection:
                self.totals["reports_gone"] += self._walks.count_missing(connection)
        except SQLAlchemyError as error:
            self.totals["store_errors"] += 1
            raise StoreFailed(f"what vanished from its list could not be counted: {error}") from error
        self.totals += Counter()  # leaves out the zero

    def _compare(self) -> None:
        try:
            with self.engine.begin() as connection:
                for crawl in sorted(self._crawls):
                    self.totals["findings"] += compare_crawl(connection, crawl)
        except SQLAlchemyError as error:
            self.totals["store_errors"] += 1
            raise StoreFailed(f"the new versions could not be compared with the reports beside them: {error}") from error

    def _write(self) -> Counter[str]:
        with self.engine.begin() as connection:
            self._indicators = self._indicators or load_indicators(connection)
            batch = Batch(connection, self._indicators)
            batch.write(self._buffer)
        return batch.counts


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

    def close(self) -> None:
        """Looks at what is left. Raises StoreFailed."""
        self.flush()

    def _write(self) -> Counter[str]:
        with self.engine.connect() as connection:
            taken_back = connection.begin()
            self._indicators = self._indicators or load_indicators(connection)
            batch = Batch(connection, self._indicators)
            batch.write(self._buffer)
            parts = [diff_of_crawl(connection, crawl) for crawl in sorted(self._crawls)]
            taken_back.rollback()
        with self.engine.begin() as connection:
            Batch(connection, self._indicators).write_requests(self._buffer)
        self._parts += parts
        return batch.counts


@lru_cache(maxsize=4)
def shared_engine(url: str) -> Engine:
    """The engine that all crawls of this process use: it keeps each statement compiled, which costs more than running it.

    Disposing of it lets go of its connections; it opens new ones when it is used again.
    """
    return open_engine(url)


class StorePipeline:
    """Needs: a Fetch, or a Reading with its hashes. Adds: rows in the database (NIANBAO_DATABASE_URL). Drops: nothing."""

    def __init__(self, store: Store, crawler: Any) -> None:
        self.store, self.crawler = store, crawler
        self._stopping: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Any) -> StorePipeline:
        """The stage for a crawl; for a dry run one that keeps only what was asked for."""
        kind = DryRun if getattr(crawler.spider, "dry_run", False) else Store
        return cls(kind(shared_engine(crawler.settings["NIANBAO_DATABASE_URL"])), crawler)

    def process_item(self, item: Fetch | Reading) -> Fetch | Reading:
        """The item. A database error is raised, counted in `nianbao/store_errors`, and ends the crawl."""
        try:
            self.store.add(item)
        except StoreFailed as error:
            logger.error("%s", error)
            self._stop_crawl()
            raise
        finally:
            self._count()
        return item

    def _stop_crawl(self) -> None:
        if self._stopping is None:
            closing = self.crawler.engine.close_spider_async(reason="the database failed")
            self._stopping = asyncio.get_running_loop().create_task(closing)

    def close_spider(self) -> None:
        """Writes what is left in hand, or says what a dry run would have written."""
        try:
            self.store.close()
        finally:
            self._count()
            self.crawler.stats.set_value(WOULD_STORE, self.store.would_store)

    def _count(self) -> None:
        for name, number in self.store.totals.items():
            self.crawler.stats.set_value(f"nianbao/{name}", number)
