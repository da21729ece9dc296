"""Runs crawls of many sites in one process, some at a time, and tells how each ended.

The claim, the counting and the outcome are the business of `crawler.claim`; this only keeps the lanes full.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from twisted.logger import globalLogBeginner

from crawler.config import Config
from crawler.registry import Site
from crawler.spiders.reports import ReportsSpider
from crawler.watching import Ended, Watcher
from pipelines.store import shared_engine

COUNTED = ("reports_new", "reports_changed", "reports_unchanged", "not_reports", "facts", "findings")


@dataclass
class CrawlRun:
    """Crawls `sites` in `config.lanes` lanes. `arguments` go to every spider (`year`, `url`); `overrides` to its settings."""

    config: Config
    sites: Sequence[Site]
    trigger: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    overrides: Mapping[str, Any] = field(default_factory=dict)
    watcher: Watcher = field(default_factory=Watcher)
    results: list[Ended] = field(default_factory=list)
    waiting: list[Site] = field(default_factory=list)
    stopping: bool = False

    def run(self) -> list[Ended]:
        """Crawls every site and gives how each ended, in the order of ending. Blocks; may be called once in a process.

        SIGINT or SIGTERM lets running crawls finish what they have in hand; sites not yet begun stay due.
        """
        if not self.sites:
            return []
        process = AsyncCrawlerProcess(self.settings())
        self._log_to_file()
        self.waiting = list(reversed(self.sites))
        for _ in range(min(self.config.lanes, len(self.waiting))):
            self._start_next(process)
        _spare_collections()
        process.start()
        shared_engine(self.config.database).dispose()  # once, not at each site's end: SQLite tidies its log at every last close
        return self.results

    def settings(self) -> Settings:
        """The project's Scrapy settings with this installation's places put in."""
        settings = Settings()
        settings.setmodule("crawler.settings", priority="project")
        settings.setdict(
            {
                "NIANBAO_DATABASE_URL": self.config.database,
                "NIANBAO_DATA_DIR": str(self.config.data_dir),
                "NIANBAO_TRIGGER": self.trigger,
                "NIANBAO_LEASE": self.config.lease,
                "NIANBAO_CONTACT": self.config.contact,
                "LOG_INSTALL_ROOT_HANDLER": False,  # the screen is for the operator; the log goes to a file
                **self.overrides,
            },
            priority="cmdline",
        )
        return settings

    def _log_to_file(self) -> None:
        folder = Path(self.config.data_dir) / "log"
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(folder / "crawl.log", encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s [%(name)s] %(levelname)s: %(message)s"))
        logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
        # Until its logging has begun, Twisted prints critical events on the screen too; Scrapy hands them to the log anyway.
        globalLogBeginner.beginLoggingTo([], discardBuffer=True, redirectStandardIO=False)
        for chatty in ("scrapy", "twisted"):  # Scrapy opens its own logger at DEBUG: a page's whole text a line
            logging.getLogger(chatty).setLevel(logging.INFO)
        for listing in ("scrapy.crawler", "scrapy.middleware", "scrapy.addons", "scrapy.extensions"):
            logging.getLogger(listing).setLevel(logging.WARNING)  # sixty lines of settings at each site's start

    def _start_next(self, process: AsyncCrawlerProcess) -> None:
        if not self.waiting or self.stopping:
            return
        site = self.waiting.pop()
        crawler = process.create_crawler(ReportsSpider)
        crawler.signals.connect(self._answered, signals.response_received)
        self.watcher.opened(site.key)
        task = process.crawl(crawler, site=site, **self.arguments)
        task.add_done_callback(partial(self._ended, process, site, crawler))

    def _answered(self, spider: ReportsSpider) -> None:
        self.watcher.answered(spider.site.key)

    def _ended(self, process: AsyncCrawlerProcess, site: Site, crawler: Crawler, task: asyncio.Task[None]) -> None:
        ended = _how_it_ended(site.key, crawler, task)
        self.results.append(ended)
        self.watcher.ended(ended)
        self.stopping = self.stopping or _finish_reason(crawler) == "shutdown"
        self._start_next(process)


def _spare_collections() -> None:
    """Makes the cycle collector look less often, and never at what was loaded for good: it took a sixth of a crawl's time.

    Nearly all that a page leaves behind is freed at once, without it; what is in cycles waits for some dozen pages.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _how_it_ended(site: str, crawler: Crawler, task: asyncio.Task[None]) -> Ended:
    failure = None if task.cancelled() else task.exception()
    if failure is not None:
        return Ended(site, "broken", f"the crawl could not be started: {failure}", {})
    stats = crawler.stats.get_stats()
    counts = {name: int(stats.get(f"nianbao/{name}", 0)) for name in COUNTED}
    outcome = str(stats.get("nianbao/outcome", "broken"))
    return Ended(site, outcome, str(stats.get("nianbao/reason", "it left no outcome, see the log")), counts)


def _finish_reason(crawler: Crawler) -> str:
    try:
        return str(crawler.stats.get_value("finish_reason", ""))
    except RuntimeError:  # the crawl never got as far as having stats
        return ""
