"""A second night over unchanged sites against a bare Scrapy crawl of the same lists: CPU in one run, and the facts it writes.

The bare spider asks for the same addresses and does nothing with what comes. Both run one crawler a site, each in a process
of its own, in turn; imports, and looks of the cycle collector at what they left, are not counted, the crawlers' own start is.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from scrapy.settings import Settings
from sqlalchemy import text

from bench.pipeline import BareSpider, _load, _tidy, _warm
from crawler.config import Config
from crawler.registry import load_sites
from crawler.run import CrawlRun
from demo.web import DemoWeb
from models.database import open_engine, upgrade

ROUNDS = 5
BAR = 1.15
TABLES = ("fact", "report_version", "finding", "change")


def measures() -> list[dict[str, Any]]:
    """CPU of a second night over that of the bare crawl of its lists, the median of several rounds; rows of facts it wrote."""
    ratios: list[float] = []
    written = 0.0
    with DemoWeb() as web, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        web.rows(folder / "sites")
        _timed("first", folder)
        for number in range(ROUNDS + 1):
            night, bare = _timed("night", folder), _timed("bare", folder)
            written += night["written"]
            if number:  # the first round warms the caches of the machine
                ratios.append(night["cpu"] / bare["cpu"])
    value = statistics.median(ratios)
    last = f"last round {night['cpu'] * 1000:.0f} ms of CPU against {bare['cpu'] * 1000:.0f} ms"
    reference = f"bare Scrapy crawl of the same {int(bare['pages'])} lists of the demo sites; {last}"
    return [
        {"name": "second night/bare crawl of its lists", "value": value, "bar": f"<= {BAR}", "ok": value <= BAR,
         "reference": reference},
        {"name": "second night/rows written", "value": written, "bar": "= 0", "ok": written == 0, "reference": ", ".join(TABLES)},
    ]  # fmt: skip


def _timed(what: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.second_night", what, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    timed: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return timed


def _config(folder: Path) -> Config:
    return Config(data_dir=folder / "data", sites=folder / "sites", shipped_sites=False, contact="mailto:bench@example.org")


def _night(folder: Path) -> dict[str, float]:
    config = _config(folder)
    if not config.data_dir.exists():
        config.data_dir.mkdir()
        upgrade(config.database)
    before = _rows(config)
    run = CrawlRun(config, list(load_sites(config.site_folders).values()), "bench")
    _load(run.settings())
    _warm()
    _tidy()
    began = time.process_time()
    run.run()
    cpu = time.process_time() - began
    return {"cpu": cpu, "written": _rows(config) - before}


def _rows(config: Config) -> float:
    engine = open_engine(config.database)
    with engine.connect() as connection:
        rows = sum(int(connection.execute(text(f"SELECT COUNT(*) FROM {table}")).scalar_one()) for table in TABLES)
    engine.dispose()
    return rows


def _bare(folder: Path) -> dict[str, float]:
    from scrapy.crawler import AsyncCrawlerProcess

    engine = open_engine(_config(folder).database)
    with engine.connect() as connection:
        last = "SELECT MAX(id) FROM crawl GROUP BY site_key"
        query = f"SELECT f.site_key, f.requested_url FROM \"fetch\" f WHERE f.crawl_id IN ({last})"
        asked: dict[str, list[str]] = {}
        for site, url in connection.execute(text(query)):
            asked.setdefault(site, []).append(url)
    engine.dispose()
    _load(Settings())
    process = AsyncCrawlerProcess({"LOG_ENABLED": False, "ROBOTSTXT_OBEY": True})
    _tidy()
    began = time.process_time()
    for urls in asked.values():
        process.crawl(BareSpider, urls=urls)
    process.start()
    return {"pages": sum(map(len, asked.values())), "cpu": time.process_time() - began}


if __name__ == "__main__":
    _what, _folder = sys.argv[1:]
    print(json.dumps(_bare(Path(_folder)) if _what == "bare" else _night(Path(_folder))))
