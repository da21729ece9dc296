"""Claims a site in the database when its crawl opens and writes down how the crawl ended when it closes.

It is a spider middleware, so `nianbao night`, `nianbao crawl KEY` and `scrapy crawl reports -a site=KEY` go through the
same door: a crawl that does not get the claim makes no request.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from twisted.python.failure import Failure

from crawler.night.expectations import found_by, unmet
from crawler.night.jobs import PARTIAL
from crawler.night.tally import noted
from crawler.outcome import BY_NETWORK, Counts, Outcome, outcome_of
from crawler.registry import Site
from models.away import first_line
from models.claims import ARCHIVE_FAILED, Claim, claim, finish, heartbeat
from models.queries import fetches_of_crawl
from pipelines.keeping.again import PATIENCE, insist
from pipelines.store import WOULD_STORE, shared_engine

logger = logging.getLogger(__name__)


class ClaimMiddleware:
    """Holds the claim of one crawl: taken before its first request, renewed while it runs, given back with the outcome."""

    def __init__(self, crawler: Crawler, engine: Engine, trigger: str, lease: timedelta, request: int | None = None) -> None:
        self.crawler, self.engine, self.trigger, self.lease, self.request = crawler, engine, trigger, lease, request
        self.claim: Claim | None = None
        self.beating: asyncio.Task[None] | None = None
        self.closing: asyncio.Task[None] | None = None
        self.patience = crawler.settings.getfloat("NIANBAO_PATIENCE", PATIENCE) / 2

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Reads NIANBAO_DATABASE_URL, NIANBAO_TRIGGER, NIANBAO_LEASE (seconds) and NIANBAO_REQUEST (a number)."""
        settings = crawler.settings
        if not settings["NIANBAO_DATABASE_URL"]:
            raise NotConfigured("NIANBAO_DATABASE_URL is not set")
        lease = timedelta(seconds=settings.getint("NIANBAO_LEASE", 600))
        engine, trigger = shared_engine(settings["NIANBAO_DATABASE_URL"]), settings.get("NIANBAO_TRIGGER", "scrapy")
        held = cls(crawler, engine, trigger, lease, settings.get("NIANBAO_REQUEST"))
        crawler.signals.connect(held.spider_opened, signals.spider_opened)
        crawler.signals.connect(held.spider_closed, signals.spider_closed)
        crawler.signals.connect(held.item_failed, signals.item_error)
        return held

    async def spider_opened(self, spider: Spider) -> None:
        """Claims the site. Without the claim (another crawl runs) or a database the spider will start nothing."""
        try:
            self.claim = await insist(lambda: self._claimed(spider), self.patience)
        except SQLAlchemyError as error:
            logger.error("the site could not be claimed, the database does not answer: %s", error)
            self._count("nianbao/outcome", "broken")
            self._count("nianbao/reason", "the database does not answer")
            return
        if self.claim is None:
            logger.warning("site %s is being crawled already: nothing done", self._site(spider))
            self._count("nianbao/outcome", "refused")
            self._count("nianbao/reason", "another crawl of this site is running")
            return
        spider.crawl = self.claim.crawl  # type: ignore[attr-defined]  # the spider puts it on every Fetch
        self.beating = asyncio.get_event_loop().create_task(self._beat())

    def _claimed(self, spider: Spider) -> Claim | None:
        now = datetime.now(UTC)
        return claim(
            self.engine, self._site(spider), now, self.trigger, self.lease,
            request=self.request, partial=any(getattr(spider, name, None) for name in PARTIAL),
            row=_columns(spider.site),  # type: ignore[attr-defined]
        )  # fmt: skip

    def item_failed(self, failure: Failure) -> None:
        """Counts an item that a stage could not take; Scrapy itself counts none. A disk that takes nothing ends the crawl."""
        self.crawler.stats.inc_value("nianbao/item_errors")
        if isinstance(failure.value, OSError) and self.closing is None:
            logger.error("what was fetched could not be made safe on disk: %s", failure.value)
            closing = self.crawler.engine.close_spider_async(reason=ARCHIVE_FAILED)
            self.closing = asyncio.get_running_loop().create_task(closing)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Lets the first requests through only with the claim in hand."""
        if self.claim is not None:
            async for request in start:
                yield request

    async def _beat(self) -> None:
        while self.claim is not None:
            await asyncio.sleep(self.lease.total_seconds() / 3)
            try:
                kept = heartbeat(self.engine, self.claim, datetime.now(UTC), self.lease)
            except SQLAlchemyError as error:
                logger.warning("no sign of life could be written: %s", error)
                continue
            if not kept:
                logger.error("the claim was taken over by another crawl: stopping")
                await self.crawler.engine.close_spider_async(reason="claim lost")
                return

    async def spider_closed(self, spider: Spider, reason: str) -> None:
        """Counts what the crawl did, judges it and writes the end of the crawl; a lost claim writes nothing."""
        if self.beating is not None:
            self.beating.cancel()
        if self.claim is None:
            return
        try:
            outcome = await insist(lambda: self._finished(spider, reason), self.patience)
        except SQLAlchemyError as error:
            outcome = Outcome("broken", f"the end of the crawl could not be written: {first_line(error)}")
            logger.error("%s: %s", outcome.reason, error)
        self._count("nianbao/outcome", outcome.name)
        self._count("nianbao/reason", outcome.reason)

    def _finished(self, spider: Spider, reason: str) -> Outcome:
        assert self.claim is not None
        with self.engine.connect() as connection:
            counts = self.counts(connection)
            outcome = outcome_of(counts, reason, self._unmet(connection, spider, counts))
        finish(
            self.engine, self.claim, outcome.name, _numbers(counts), outcome.reason, datetime.now(UTC),
            would_store=self.crawler.stats.get_value(WOULD_STORE),
        )  # fmt: skip
        self.crawler.stats.set_value("nianbao/network_failures", counts.of(*BY_NETWORK))
        return outcome

    def counts(self, connection: Connection) -> Counts:
        """What this crawl did: requests as the database has them, reports and errors as the stats have them."""
        assert self.claim is not None
        stats = self.crawler.stats.get_stats()
        number = {name: int(stats.get(f"nianbao/{name}", 0)) for name in _COUNTED}
        errors = sum(int(value) for key, value in stats.items() if key.startswith(_ERRORS))
        return Counts(
            fetches=fetches_of_crawl(connection, self.claim.crawl),
            reports=number["reports_new"] + number["reports_changed"] + number["reports_unchanged"] + number["reports_known"],
            new=number["reports_new"],
            changed=number["reports_changed"],
            unchanged=number["reports_unchanged"],
            not_reports=number["not_reports"],
            facts=number["facts"],
            findings=number["findings"],
            errors=errors,
            said=tuple(getattr(self.crawler.spider, "words", ())),
            **noted(stats, self.engine, self.claim.crawl),
        )

    def _unmet(self, connection: Connection, spider: Spider, counts: Counts) -> list[str]:
        """What was expected of the crawl and is not there. Of a part of a site, or a dry run, nothing is expected."""
        assert self.claim is not None
        if any(getattr(spider, name, None) for name in PARTIAL):
            return []
        return unmet(found_by(connection, spider.site, self.claim.crawl, counts))  # type: ignore[attr-defined]

    def _count(self, key: str, value: str) -> None:
        self.crawler.stats.set_value(key, value)

    @staticmethod
    def _site(spider: Spider) -> str:
        return str(spider.site.key)  # type: ignore[attr-defined]  # the registry's row, set by the spider


_COUNTED = ("reports_new", "reports_changed", "reports_unchanged", "reports_known", "not_reports", "facts", "findings")
_ERRORS = ("spider_exceptions/count", "nianbao/item_errors", "nianbao/store_errors", "nianbao/archive_errors")


def _columns(site: Site) -> dict[str, Any]:
    """What the database keeps of a site's row."""
    return {
        "name": site.name,
        "division": site.division.code if site.division else None,
        "family": site.family,
        "start_urls": list(site.start),
        "schedule": site.schedule.model_dump(mode="json", exclude_none=True),
        "expectations": site.expect.model_dump(mode="json", exclude_none=True),
        "caveats": "\n".join(site.caveats) or None,
    }


def _numbers(counts: Counts) -> dict[str, Any]:
    plain = {name: getattr(counts, name) for name in Counts.__dataclass_fields__ if name not in ("fetches", "said")}
    return {**plain, "fetches": {f"{why}/{how}": n for (why, how), n in sorted(counts.fetches.items())}}
