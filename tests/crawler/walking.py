"""Run as a script: crawls every site row of a folder with the real spider and settings, and writes what it yielded as JSON lines.

Scrapy's reactor runs once a process, so tests call this in a process of its own: `walking.py ROWS DATA OUT [KEY=VALUE …]`.
"""

import json
import sys
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.registry import load_sites
from crawler.spiders.reports import ReportsSpider
from pipelines.items import Fetch, Page


def _fetch(fetch: Fetch) -> dict[str, Any]:
    names = ("site", "crawl", "url", "requested_url", "purpose", "outcome", "status", "reason", "content_type", "size", "etag")
    place = fetch.capture
    return {
        **{name: getattr(fetch, name) for name in names},
        "fetched_at": fetch.fetched_at.isoformat(),
        "capture": [place.file, place.offset, place.length, place.digest] if place else None,
    }


def _line(item: Any) -> dict[str, Any]:
    if isinstance(item, Fetch):
        return {"kind": "fetch", **_fetch(item)}
    assert isinstance(item, Page)
    assert item.fetch is not None
    view, listed = item.view, item.listed
    return {
        "kind": "page",
        **_fetch(item.fetch),
        "codec": item.encoding.codec,
        "family": view.family,
        "title": view.title,
        "heading": view.heading,
        "rows": dict(view.rows),
        "breadcrumb": list(view.breadcrumb),
        "date_line": view.date_line,
        "content": "".join(view.content.itertext()),
        "listed": [listed.title, listed.date and listed.date.isoformat(), listed.index_url] if listed else None,
    }


def main(rows: Path, data: Path, out: Path, arguments: dict[str, str]) -> None:
    """Crawls the sites of `rows` and writes items, then one line of stats a site, to `out`."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    timeout, retries = arguments.pop("timeout", "5"), arguments.pop("retries", "0")
    overrides = {
        "NIANBAO_DATA_DIR": str(data), "NIANBAO_DATABASE_URL": "", "LOG_LEVEL": "WARNING",
        "RETRY_TIMES": int(retries), "DOWNLOAD_TIMEOUT": float(timeout),
        "ITEM_PIPELINES": {"pipelines.archive.ArchivePipeline": 100},
        "SPIDER_MIDDLEWARES": {"crawler.claim.ClaimMiddleware": None},
    }  # fmt: skip
    settings.setdict(overrides, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    with out.open("w", encoding="utf-8") as file:

        def keep(item: Any, **_: Any) -> None:
            file.write(json.dumps(_line(item), ensure_ascii=False) + "\n")

        crawlers = []
        for site in load_sites(rows).values():
            crawler = process.create_crawler(ReportsSpider)
            crawler.signals.connect(keep, signals.item_scraped, weak=False)
            crawlers.append((site.key, crawler))
            process.crawl(crawler, site=site, **arguments)
        process.start()
        for key, crawler in crawlers:
            stats = {name: value for name, value in crawler.stats.get_stats().items() if isinstance(value, int | float | str)}
            file.write(json.dumps({"kind": "stats", "site": key, **stats}) + "\n")


if __name__ == "__main__":
    pairs = dict(pair.split("=", 1) for pair in sys.argv[4:])
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), pairs)
