"""Runs crawls of many sites in one process, some at a time, and tells how each ended.

The claim, the counting and the outcome are the business of `crawler.claim`; this only keeps the lanes full.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from scrapy import Spider, signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from twisted.internet.error import ReactorNotRunning
from twisted.logger import globalLogBeginner

from crawler.config import Config
from crawler.log_file import LogFile
from crawler.night.jobs import Feed, Job, NoFeed
from crawler.night.start_settings import RunSettings
from crawler.night.watching import Ended, Watcher
from crawler.registry import Site
from crawler.spiders.reports import ReportsSpider
from pipelines.store import shared_engine

COUNTED = ("reports_new", "reports_changed", "reports_unchanged", "not_reports", "facts", "findings", "network_failures")
OF_ONE_CRAWL = 50
"""Priority of settings of one crawl: over the process's own, of priority 40."""
_UNUSED = tuple(
    f"scrapy.extensions.{name}"
    for name in (
        "logcount.LogCount", "telnet.TelnetConsole", "memusage.MemoryUsage", "memdebug.MemoryDebugger", "feedexport.FeedExporter",
        "logstats.LogStats", "spiderstate.SpiderState", "throttle.AutoThrottle", "remote_control.RemoteControl",
    )
)  # fmt: skip
"""What Scrapy would load for each crawl and a run has no use for: it tells its own counts, and keeps nothing in files."""
LOOK_SECONDS = 2.0
"""How often a run with free lanes asks its feed for more: a request for a site begins within that time."""


class _Process(AsyncCrawlerProcess):
    """Tells at once that it was asked to stop: a crawl that ends by itself at that moment must not make room for another."""

    told_to_stop = False

    def create_crawler(self, crawler_or_spidercls: type[Spider] | str | Crawler) -> Crawler:
        """The crawler itself where it was made already, with this process's settings: Scrapy would lay them over it again."""
        return crawler_or_spidercls if isinstance(crawler_or_spidercls, Crawler) else super().create_crawler(crawler_or_spidercls)

    async def stop(self) -> None:
        """Lets every crawl finish what it has in hand."""
        self.told_to_stop = True
        await super().stop()


@dataclass
class CrawlRun:
    """Crawls `sites` in `config.lanes` lanes, then what `feed` has. `arguments` go to the spiders of `sites` (`year`, `url`)."""

    config: Config
    sites: Sequence[Site]
    trigger: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    overrides: Mapping[str, Any] = field(default_factory=dict)
    watcher: Watcher = field(default_factory=Watcher)
    feed: Feed = field(default_factory=NoFeed)
    results: list[Ended] = field(default_factory=list)
    waiting: deque[Job] = field(default_factory=deque)
    active: dict[str, Job] = field(default_factory=dict)
    stopping: bool = False
    began: Callable[[Callable[[], None]], None] = lambda wake: None
    """Called once in the running event loop; what it is given makes the run ask its feed at once."""

    def run(self) -> list[Ended]:
        """Crawls everything and gives how each crawl ended, in the order of ending. Blocks; may be called once in a process.

        SIGINT or SIGTERM lets running crawls finish what they have in hand; sites not yet begun stay due. A second one stops
        at once.
        """
        self.waiting.extend(Job(site, self.trigger, self.arguments) for site in self.sites)
        if not self.waiting:
            self.waiting.extend(self.feed.more(self.config.lanes, ()))
        if not self.waiting and not self.feed.waits():
            return []
        process = _Process(self.settings())
        self._log_to_file()
        self._fill(process)
        asyncio.get_event_loop().call_later(LOOK_SECONDS, self._look_again, process)
        asyncio.get_event_loop().call_soon(self.began, partial(self._fill, process))
        spare_collections()
        process.start(stop_after_crawl=False)
        self.stopping = self.stopping or process.told_to_stop
        shared_engine(self.config.database).dispose()  # once, not at each site's end: SQLite tidies its log at every last close
        return self.results

    def settings(self) -> Settings:
        """The project's Scrapy settings with this installation's places put in."""
        settings = RunSettings()
        settings.setmodule("crawler.settings", priority="project")
        settings.setdict(
            {
                "NIANBAO_DATABASE_URL": self.config.database,
                "NIANBAO_DATA_DIR": str(self.config.data_dir),
                "NIANBAO_TRIGGER": self.trigger,
                "NIANBAO_LEASE": self.config.lease,
                "NIANBAO_PATIENCE": self.config.patience,
                "NIANBAO_CONTACT": self.config.contact,
                "SPIDER_MODULES": [],  # the spider is known: no other is looked for
                "EXTENSIONS": dict.fromkeys(_UNUSED),
                "LOG_VERSIONS": [],  # they would be looked for in every package's files, before there is a log to write them to
                "LOG_INSTALL_ROOT_HANDLER": False,  # the screen is for the operator; the log goes to a file
                **self.overrides,
            },
            priority="cmdline",
        )
        return settings

    def _log_to_file(self) -> None:
        logging.basicConfig(handlers=[LogFile(self.config.data_dir / "log" / "crawl.log")], level=logging.INFO, force=True)
        # Until its logging has begun, Twisted prints critical events on the screen too; Scrapy hands them to the log anyway.
        globalLogBeginner.beginLoggingTo([], discardBuffer=True, redirectStandardIO=False)
        for chatty in ("scrapy", "twisted"):  # Scrapy opens its own logger at DEBUG: a page's whole text a line
            logging.getLogger(chatty).setLevel(logging.INFO)
        for listing in ("scrapy.crawler", "scrapy.middleware", "scrapy.addons", "scrapy.extensions"):
            logging.getLogger(listing).setLevel(logging.WARNING)  # sixty lines of settings at each site's start

    def _fill(self, process: _Process) -> None:
        """Begins jobs while there are lanes free; ends the run once nothing runs and nothing more will come."""
        self.stopping = self.stopping or process.told_to_stop
        while not self.stopping and len(self.active) < self.config.lanes and (job := self._next()):
            self._start(process, job)
        if not self.active and (self.stopping or not self.feed.waits()):
            asyncio.get_event_loop().call_soon(_stop_reactor)

    def _next(self) -> Job | None:
        if not self.waiting:
            self.waiting.extend(self.feed.more(self.config.lanes - len(self.active), self.active.keys()))
        while self.waiting:
            job = self.waiting.popleft()
            if job.site.key not in self.active:
                return job
        return None

    def _look_again(self, process: _Process) -> None:
        if not self.stopping:
            asyncio.get_event_loop().call_later(LOOK_SECONDS, self._look_again, process)
            self._fill(process)

    def _start(self, process: _Process, job: Job) -> None:
        crawler = process.create_crawler(ReportsSpider)
        for name, value in (("NIANBAO_TRIGGER", job.trigger), ("NIANBAO_REQUEST", job.request)):
            crawler.settings.set(name, value, priority=OF_ONE_CRAWL)
        crawler.signals.connect(self._answered, signals.response_received)
        self.active[job.site.key] = job
        self.watcher.opened(job.site.key)
        task = process.crawl(crawler, site=job.site, **job.arguments)
        task.add_done_callback(partial(self._ended, process, job, crawler))

    def _answered(self, spider: ReportsSpider) -> None:
        self.watcher.answered(spider.site.key)

    def _ended(self, process: _Process, job: Job, crawler: Crawler, task: asyncio.Task[None]) -> None:
        ended = _how_it_ended(job.site.key, crawler, task)
        del self.active[job.site.key]
        self.results.append(ended)
        self.feed.ended(job, ended)
        self.watcher.ended(ended)
        self.stopping = self.stopping or _finish_reason(crawler) == "shutdown"
        self._fill(process)


def _stop_reactor() -> None:
    from twisted.internet import reactor  # imported late: Scrapy installs the reactor first

    with suppress(ReactorNotRunning):  # a signal was quicker
        reactor.stop()  # type: ignore[misc]  # its interface lists the arguments wrongly


def spare_collections() -> None:
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
