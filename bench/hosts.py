"""A polite crawl of many hosts in one process, and what picking the next request costs as hosts become more.

The hosts are loopback addresses, served by a process of its own that counts what each has in flight. The ideal wall time is
what the delays alone take: one less than the pages of a host, times the delay.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from scrapy import Request, Spider
from scrapy.core.scheduler import Scheduler
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler.config import Config
from crawler.manners.pacing import Pacing
from crawler.registry import Site
from crawler.run import CrawlRun
from demo.entry import Resource
from demo.fault_pages import good_report, html, links
from demo.server import Asked, Host, start
from models.database import upgrade

HOSTS, PAGES, DELAY, LATENCY = 200, 5, 20.0, 0.05
FEW, MANY, PICKS = 100, 3000, 20_000
PORT = 8719


def measures() -> list[dict[str, Any]]:
    """Wall time over the ideal, requests in flight on one host, and the cost of the next pick at 3,000 hosts over 100."""
    return [*_polite(), *_picking()]


# --- the crawl ---


def _polite() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder, _served() as stop:
        done = _run("crawl", folder)
        seen = stop()
    ideal = DELAY * (seen["most_asked"] - 1)  # n requests of a host, robots.txt among them, begin n - 1 delays apart
    ratio = done["wall"] / ideal
    said = (
        f"{HOSTS} hosts, {seen['asked']} requests, {done['wall']:.1f} s, {done['cpu']:.1f} s of them CPU; "
        f"ideal {ideal:.1f} s by the delay of {DELAY:g} s alone"
    )
    return [
        {"name": "hosts/wall over ideal", "value": ratio, "bar": "<= 1.3", "ok": ratio <= 1.3, "reference": said},
        {"name": "hosts/in flight on a host", "value": float(seen["in_flight"]), "bar": "<= 1", "ok": seen["in_flight"] == 1,
         "reference": f"as the servers counted; shortest time between two requests of a host {seen['closest']:.2f} s"},
    ]  # fmt: skip


def _address(number: int) -> str:
    return f"127.0.{10 + number // 200}.{1 + number % 200}"


def _sites() -> list[Site]:
    return [
        Site(key=f"host-{number}", name="试验站点", level="township", start=(f"http://{_address(number)}:{PORT}/index.html",),
             family="generic", allow_private=True, delay=DELAY)
        for number in range(HOSTS)
    ]  # fmt: skip


def _crawl(folder: Path) -> dict[str, float]:
    config = Config(data_dir=folder, sites=folder, shipped_sites=False, contact="mailto:bench@example.org", lanes=HOSTS)
    upgrade(config.database)
    run = CrawlRun(config, _sites(), "bench")
    began, worked = time.monotonic(), time.process_time()
    ended = run.run()
    wall, cpu = time.monotonic() - began, time.process_time() - worked
    bad = [end for end in ended if end.outcome != "ok"]
    if bad:
        raise RuntimeError(f"{len(bad)} of {len(ended)} crawls did not end well, the first: {bad[0]}")
    return {"wall": wall, "cpu": cpu}


# --- the servers ---


@contextlib.contextmanager
def _served() -> Iterator[Any]:
    """Serves the hosts in a process of its own; the function that is given stops it and says what it counted."""
    command = [sys.executable, "-m", "bench.hosts", "serve"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdout.readline()

    def stop() -> dict[str, Any]:
        out, _ = process.communicate("stop\n")
        counted: dict[str, Any] = json.loads(out)
        return counted

    try:
        yield stop
    finally:
        process.kill()


def _answer(path: str, query: Any) -> Resource:
    years = range(2024 - PAGES, 2024)
    if path == "/index.html":
        return html("政府信息公开年报", links({f"/{year}.html": year for year in years}))
    name = path.strip("/").removesuffix(".html")
    return good_report(int(name)) if name.isdecimal() and len(name) == 4 else html("404", "", 404)


async def _serve() -> None:
    log: list[Asked] = []
    for number in range(HOSTS):
        listening = socket.create_server((_address(number), PORT), backlog=20)
        await start(Host(str(number), _answer, log, LATENCY), listening)
    print("ready", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    moments: dict[str, list[float]] = {}
    for asked in log:
        moments.setdefault(asked.site, []).append(asked.at)
    gaps = [later - sooner for times in moments.values() for sooner, later in pairwise(times)]
    counted = {"asked": len(log), "in_flight": max(asked.in_flight for asked in log), "closest": min(gaps),
               "most_asked": max(map(len, moments.values()))}  # fmt: skip
    print(json.dumps(counted), flush=True)


# --- the next pick ---


def _picking() -> list[dict[str, Any]]:
    ours = {hosts: _run("ours", str(hosts))["ms"] for hosts in (FEW, MANY)}
    stock = {hosts: _run("stock", str(hosts))["ms"] for hosts in (FEW, MANY)}
    ratio = ours[MANY] / ours[FEW]
    said = (
        f"{ours[FEW]:.4f} ms at {FEW} hosts, {ours[MANY]:.4f} ms at {MANY}, a queue a site and the pace of its host; "
        f"one queue of Scrapy's for all hosts: {stock[FEW]:.4f} and {stock[MANY]:.4f} ms"
    )
    row = {"name": "hosts/next pick at 3,000 over 100", "value": ratio, "bar": "<= 2", "ok": ratio <= 2, "reference": said}
    return [row]


def _queue(process: AsyncCrawlerProcess) -> tuple[Crawler, Scheduler]:
    """A scheduler of Scrapy's as a crawl has it, with the one thing it asks of an engine: whose requests are under way."""
    crawler = process.create_crawler(Spider)
    crawler.spider = Spider(name="bench")
    crawler._apply_settings()
    slots: Any = SimpleNamespace(slots={}, get_slot_key=lambda request: request.url.split("/")[2])
    crawler.engine = SimpleNamespace(downloader=slots)  # type: ignore[assignment]
    scheduler = Scheduler.from_crawler(crawler)
    scheduler.open(crawler.spider)
    return crawler, scheduler


def _picks(kind: str, hosts: int) -> dict[str, float]:
    """The CPU milliseconds of one pick: a request out of its queue and, in ours, its turn at the host."""
    settings = Settings({"LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False})
    process = AsyncCrawlerProcess(settings)
    queues = [_queue(process)[1] for _ in range(hosts if kind == "ours" else 1)]
    pacing = Pacing()
    each = max(2, PICKS // hosts)
    for host in range(hosts):
        for page in range(each):
            queues[host % len(queues)].enqueue_request(Request(f"http://{host}.example/{page}", dont_filter=True))

    async def pick() -> float:
        began = time.process_time()
        for _ in range(each):
            for host in range(hosts):
                request = queues[host % len(queues)].next_request()
                assert request is not None
                if kind == "ours":
                    async with pacing.turn(request.url.split("/")[2], 0):
                        pass
        return (time.process_time() - began) * 1000 / (each * hosts)

    return {"ms": asyncio.run(pick())}


def _run(what: str, argument: str) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.hosts", what, argument]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    timed: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return timed


if __name__ == "__main__":
    _what, *_more = sys.argv[1:]
    if _what == "serve":
        asyncio.run(_serve())
    else:
        print(json.dumps(_crawl(Path(_more[0])) if _what == "crawl" else _picks(_what, int(_more[0]))))
