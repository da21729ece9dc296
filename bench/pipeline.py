"""The whole pipeline against a bare Scrapy spider: pages a CPU second over the same demo pages, in the same run.

The bare spider asks for every address that the full crawl asked for and does nothing with the answers. Both run one
crawler a site, each in a process of its own, in turn; start-up, imports and tables read once a process (codecs, wordings,
divisions) are not counted, the crawlers' own start is.
"""

from __future__ import annotations

import encodings
import gc
import importlib
import json
import os
import pkgutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.utils.misc import load_object
from sqlalchemy import text
from sqlalchemy.orm import configure_mappers

from crawler.config import Config
from crawler.evidence import Problem, page_of
from crawler.registry import load_sites
from crawler.run import CrawlRun
from demo.web import DemoWeb
from models.database import open_engine, upgrade
from pipelines.extract import read
from pipelines.place import PlacePipeline
from pipelines.validate import check
from tests.pipelines.accuracy import labelled

ROUNDS = 5
BAR = 0.5


_PARTS = (
    "SCHEDULER", "SCHEDULER_PRIORITY_QUEUE", "SCHEDULER_MEMORY_QUEUE", "SCHEDULER_DISK_QUEUE", "DUPEFILTER_CLASS", "STATS_CLASS",
    "LOG_FORMATTER", "ROBOTSTXT_PARSER", "DOWNLOADER", "ITEM_PROCESSOR", "REQUEST_FINGERPRINTER_CLASS", "DNS_RESOLVER",
)  # fmt: skip
"""Settings that name a class which Scrapy loads when a crawl begins."""


class BareSpider(Spider):
    """Asks for every address it is given and looks at nothing."""

    name = "bare"
    custom_settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False}  # noqa: RUF012 - Scrapy's own form

    def __init__(self, urls: list[str]) -> None:
        super().__init__()
        self.urls = urls

    async def start(self) -> AsyncIterator[Any]:
        """The requests, in the order of the full crawl."""
        for url in self.urls:
            yield Request(url, dont_filter=True)

    def parse(self, response: Response, **_: Any) -> None:
        """Nothing."""


def measures() -> list[dict[str, Any]]:
    """The ratio of pages a CPU second, full pipeline over bare spider; the median of several rounds."""
    ratios = []
    with DemoWeb() as web, tempfile.TemporaryDirectory() as folder:
        web.rows(Path(folder) / "sites")
        for number in range(ROUNDS + 1):
            full = _timed("full", Path(folder), str(number))
            bare = _timed("bare", Path(folder), str(number))
            if number:  # the first round warms the caches of the machine
                ratios.append((full["pages"] / full["cpu"]) / (bare["pages"] / bare["cpu"]))
    value = statistics.median(ratios)
    speed = f"full {full['cpu'] / full['pages'] * 1000:.1f} ms a page, bare {bare['cpu'] / bare['pages'] * 1000:.1f} ms"
    reference = f"bare Scrapy spider on the same {bare['pages']} demo pages; last round: {speed}"
    return [{"name": "pipeline/bare spider", "value": value, "bar": f">= {BAR}", "ok": value >= BAR, "reference": reference}]


def _timed(what: str, folder: Path, number: str) -> dict[str, float]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NIANBAO_")}
    command = [sys.executable, "-m", "bench.pipeline", what, str(folder), number]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    timed: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return timed


def _full(folder: Path, number: str) -> dict[str, float]:
    config = Config(data_dir=folder / number, sites=folder / "sites", shipped_sites=False, contact="mailto:bench@example.org")
    config.data_dir.mkdir()
    upgrade(config.database)
    sites = list(load_sites(config.site_folders).values())
    run = CrawlRun(config, sites, "bench")
    _load(run.settings())
    _warm()
    _tidy()
    began = time.process_time()
    run.run()
    cpu = time.process_time() - began
    asked = _asked(config)
    (folder / "urls.json").write_text(json.dumps(asked), encoding="utf-8")
    return {"pages": sum(map(len, asked.values())), "cpu": cpu}


def _load(settings: Settings) -> None:
    """Imports what Scrapy would import when a crawl begins, so that neither side's imports are counted."""
    for name in ("ITEM_PIPELINES", "DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "EXTENSIONS"):
        for path in settings.getwithbase(name):
            if isinstance(path, str):
                load_object(path)
    parts = (settings[name] for name in _PARTS)
    for path in (*settings.getwithbase("DOWNLOAD_HANDLERS").values(), *parts):
        if isinstance(path, str):
            load_object(path)
    codecs = (f"encodings.{module.name}" for module in pkgutil.iter_modules(encodings.__path__))
    for name in ("protego", "resource", *codecs):
        with suppress(ImportError):  # a codec of another system
            importlib.import_module(name)


def _warm() -> None:
    """Maps the tables and reads some pages: what a process loads once is not counted against 193 pages."""
    configure_mappers()
    for example in labelled(["f14-d", "f19-d", "f21-d", "prose-a", "prose-c"]):
        page = page_of(example.body, example.labels["url"], None, fetched_at=datetime(2025, 3, 1, tzinfo=UTC))
        if isinstance(page, Problem):
            raise RuntimeError(f"{example.name}: {page.reason}")
        reading = read(page)
        for report in reading.reports:
            check(report)
        PlacePipeline().process_item(reading)


def _tidy() -> None:
    """Leaves what was loaded to itself: one look of the cycle collector at it costs half a crawl, and falls on either side."""
    gc.collect()
    gc.freeze()


def _asked(config: Config) -> dict[str, list[str]]:
    engine = open_engine(config.database)
    asked: dict[str, list[str]] = {}
    with engine.connect() as connection:
        for site, url in connection.execute(text("SELECT site_key, requested_url FROM fetch ORDER BY id")):
            asked.setdefault(site, []).append(url)
    engine.dispose()
    return asked


def _bare(folder: Path) -> dict[str, float]:
    asked: dict[str, list[str]] = json.loads((folder / "urls.json").read_text(encoding="utf-8"))
    _load(Settings())
    process = AsyncCrawlerProcess({"LOG_ENABLED": False, "ROBOTSTXT_OBEY": True})
    _tidy()
    began = time.process_time()
    for urls in asked.values():
        process.crawl(BareSpider, urls=urls)
    process.start()
    return {"pages": sum(map(len, asked.values())), "cpu": time.process_time() - began}


if __name__ == "__main__":
    _what, _folder, _number = sys.argv[1:]
    print(json.dumps(_full(Path(_folder), _number) if _what == "full" else _bare(Path(_folder))))
