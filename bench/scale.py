"""What one worker and one PostgreSQL take for a crawl: the figures that docs/scale.md reckons with.

    python -m bench.scale

A full crawl of the demo sites and a second night over them, each in a process of its own, tables in PostgreSQL. CPU is that of
the crawling process from its first crawl to its last, and that of all of PostgreSQL's processes.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bench.cluster import served, url_of
from bench.cluster_web import ClusterWeb
from bench.pipeline import _load, _warm
from crawler.config import Config
from crawler.registry import load_sites
from crawler.run import CrawlRun
from demo.web import DemoWeb
from models.database import open_engine, upgrade

NIGHT, HOURS, CRAWL, NIGHTS = 57_000, 8, 1_000_000, 7
"""Requests of a night over the country and the hours of its window; requests of the first full crawl and nights for it."""
ENOUGH = {"full crawl": CRAWL / (NIGHTS * HOURS * 3600), "second night": NIGHT / (HOURS * 3600)}
"""Requests a second that one core must do, so that one machine holds the country."""
SITES, LANES, MOST_A_LANE = 200, (16, 128), 4.0
"""Small sites for the measure of memory, lanes at which it is taken, and the MB that a lane may take."""
TABLES = ("fetch", "page", "report_version", "finding", "sighting")


def measures() -> list[dict[str, Any]]:
    """Requests a CPU second of a full crawl and of a second night, against what the country needs; memory; work of PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="nianbao-scale-") as name, DemoWeb() as web:
        folder = Path(name)
        folder.chmod(0o755)
        web.rows(folder / "sites")
        with served(folder / "pg") as server:
            url = url_of(server.get_uri())
            upgrade(url)
            return [*(_measured(what, folder, url, server.get_pid()) for what in ENOUGH), _lanes(folder, url)]


def _measured(what: str, folder: Path, url: str, postmaster: int) -> dict[str, Any]:
    before, worked = _kept(url), _cpu_of(postmaster)
    timed = _run(folder, url, 16)
    time.sleep(1)  # the server's processes for the crawl end, and are counted to it
    after, its = _kept(url), _cpu_of(postmaster) - worked
    requests = after["fetch"] - before["fetch"]
    rate, bar = requests / timed["cpu"], ENOUGH[what]
    rows = sum(after[table] - before[table] for table in TABLES)
    said = (
        f"{requests} requests in {timed['cpu']:.1f} s of CPU and {timed['wall']:.1f} s; {timed['rss']:.0f} MB at most;"
        f" PostgreSQL {its:.2f} s of CPU, {its / requests * 1000:.1f} ms a request, {rows} rows, {rows / its:.0f} a CPU second;"
        f" tables {(after['bytes'] - before['bytes']) / requests / 1024:.1f} KB and archive"
        f" {timed['archived'] / requests / 1024:.1f} KB a request"
    )
    return {
        "name": f"scale/requests a CPU second, {what}", "value": rate, "bar": f">= {bar:.1f}", "ok": rate >= bar,
        "reference": said,
    }  # fmt: skip


def _lanes(folder: Path, url: str) -> dict[str, Any]:
    """What a lane takes of memory: many small sites crawled at the same time, beside the same sites a few at a time."""
    with ClusterWeb(SITES, pages=3, latency=0.2) as web:
        web.rows(folder / "small" / "sites")
        few, many = (_run(folder / "small", url, lanes)["rss"] for lanes in LANES)
    each = (many - few) / (LANES[1] - LANES[0])
    said = f"{few:.0f} MB with {LANES[0]} lanes, {many:.0f} MB with {LANES[1]}; {SITES} sites"
    return {"name": "scale/MB a lane", "value": each, "bar": f"<= {MOST_A_LANE}", "ok": each <= MOST_A_LANE, "reference": said}


def _run(folder: Path, url: str, lanes: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.scale", "crawl", str(folder), url, str(lanes)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    timed: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return timed


def _kept(url: str) -> dict[str, int]:
    engine = open_engine(url)
    with engine.connect() as connection:
        kept = {table: int(connection.execute(text(f'SELECT COUNT(*) FROM "{table}"')).scalar_one()) for table in TABLES}
        kept["bytes"] = int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
    engine.dispose()
    return kept


def _cpu_of(postmaster: int) -> float:
    """The CPU seconds of a server and of those of its processes that have ended."""
    fields = Path(f"/proc/{postmaster}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _crawl(folder: Path, url: str, lanes: int) -> dict[str, float]:
    config = Config(
        database_url=url, data_dir=folder / "data", sites=folder / "sites", shipped_sites=False,
        contact="mailto:bench@example.org", lanes=lanes,
    )  # fmt: skip
    archived = _archived(config.data_dir)
    run = CrawlRun(config, list(load_sites(config.site_folders).values()), "bench")
    _load(run.settings())
    _warm()
    began, worked = time.monotonic(), time.process_time()
    run.run()
    cpu, wall = time.process_time() - worked, time.monotonic() - began
    rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"cpu": cpu, "wall": wall, "rss": rss, "archived": float(_archived(config.data_dir) - archived)}


def _archived(data: Path) -> int:
    return sum(file.stat().st_size for file in (data / "warc").glob("*.warc.gz"))


if __name__ == "__main__":
    if sys.argv[1:2] == ["crawl"]:
        print(json.dumps(_crawl(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))))
    else:
        for row in measures():
            print(f"{'ok ' if row['ok'] else 'LOW'} {row['name']}: {row['value']:.1f} (bar {row['bar']}; {row['reference']})")
