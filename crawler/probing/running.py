"""Runs a search, or a look at known pages, in this process: Scrapy with the project's manners, without database or items."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings
from twisted.logger import globalLogBeginner

from crawler.config import Config
from crawler.log_file import LogFile
from crawler.probing.search import Search
from crawler.registry import Limits, RegistryProblem, Site
from crawler.spiders.looking import LookingSpider
from crawler.spiders.probe import ProbeSpider

Watch = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Manners:
    """How a portal is asked: seconds between two requests, and whether addresses of private networks may be asked."""

    delay: float = 3.0
    allow_private: bool = False


def run_search(config: Config, search: Search, manners: Manners, watch: Watch) -> None:
    """Runs a search to its end; what it found is in the search. Blocks; may be called once in a process.

    The answers stand in the archive (`data/warc`) as those of a crawl do; nothing is written to the database.
    Raises RegistryProblem for an address that cannot be asked.
    """
    look(config, ProbeSpider, site=provisional(search.home, manners, search.bounds.pages), search=search, watch=watch)


def provisional(url: str, manners: Manners, pages: int) -> Site:
    """A row for a portal that has none yet, to bound a look at it. Raises RegistryProblem for what is no web address."""
    host = urlsplit(url).hostname if "://" in url else None
    if not host or urlsplit(url).scheme not in ("http", "https"):
        raise RegistryProblem(f"URL: expected a portal's address that begins with http:// or https://, found {url[:80]!r}")
    values: dict[str, Any] = {"key": "probe", "name": host, "level": "county", "start": (url,)}
    return Site(**values, delay=manners.delay, allow_private=manners.allow_private, limits=Limits(pages=pages + 10))


def look(config: Config, spider: type[LookingSpider], **arguments: Any) -> None:
    """Runs one spider that keeps nothing but bytes in the archive. Blocks; may be called once in a process."""
    process = AsyncCrawlerProcess(settings_for(config))
    _log_to_file(config)
    task = process.crawl(process.create_crawler(spider), **arguments)
    process.start()
    if not task.cancelled() and (failure := task.exception()) is not None:
        raise failure


def settings_for(config: Config) -> Settings:
    """The project's Scrapy settings for a look: the archive as always, no items, no database."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.setdict(
        {
            "NIANBAO_DATABASE_URL": "",
            "NIANBAO_DATA_DIR": str(config.data_dir.resolve()),
            "NIANBAO_CONTACT": config.contact,
            "ITEM_PIPELINES": {},
            "SPIDER_MIDDLEWARES": {"crawler.claim.ClaimMiddleware": None},
            "LOG_INSTALL_ROOT_HANDLER": False,  # the screen is for the operator; the log goes to a file
        },
        priority="cmdline",
    )
    return settings


def _log_to_file(config: Config) -> None:
    logging.basicConfig(handlers=[LogFile(config.data_dir / "log" / "probe.log")], level=logging.INFO, force=True)
    # Until its logging has begun, Twisted prints critical events on the screen too; Scrapy hands them to the log anyway.
    globalLogBeginner.beginLoggingTo([], discardBuffer=True, redirectStandardIO=False)
    for chatty in ("scrapy", "twisted"):
        logging.getLogger(chatty).setLevel(logging.INFO)
