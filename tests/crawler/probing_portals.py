"""Run as a script: probes portals with the real spider and settings, and writes what was found as JSON lines.

Scrapy's reactor runs once a process, so tests call this in a process of its own: `probing_portals.py DATA OUT URL …`.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess

from crawler.config import Config
from crawler.probing.row import propose
from crawler.probing.running import Manners, provisional, settings_for
from crawler.probing.search import Search
from crawler.probing.whose import whose
from crawler.spiders.probe import ProbeSpider


def _told(search: Search) -> dict[str, Any]:
    place = whose(search.claims, search.home)
    row = propose(search, place, date(2024, 5, 6), allow_private=True)
    return {
        "home": search.home,
        "asked": search.asked,
        "found": {column.url: column.way.unit for column in search.found},
        "years": {column.url: list(column.years) for column in search.found},
        "candidates": [column.url for column in search.candidates],
        "troubles": [[trouble.url, trouble.outcome] for trouble in search.troubles],
        "family": row.family if row else None,
        "evidence": list(row.evidence) if row else [],
        "row": row.text if row else None,
        "name": place.name,
    }


def main(data: Path, out: Path, homes: list[str]) -> None:
    """Probes the portals side by side, each on its own hosts."""
    process = AsyncCrawlerProcess(settings_for(Config(data_dir=data)))
    searches = [Search(home) for home in homes]
    for search in searches:
        site = provisional(search.home, Manners(delay=0, allow_private=True), 60)
        process.crawl(process.create_crawler(ProbeSpider), site=site, search=search)
    process.start()
    out.write_text("".join(json.dumps(_told(search), ensure_ascii=False) + "\n" for search in searches), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
