"""How much memory a crawl holds on to as its pages become more: `python -m bench.memory [FEW] [MANY]`, 2,000 and 20,000 pages.

A longer run, so it is no part of `make bench`. The real spider, stages and store crawl sites of a server in a process of its
own, sixteen at a time. What the process holds is sampled at every hundredth answer; each side's value is the median of its
last tenth, so that what single pages need for a moment does not count.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from crawler.config import Config
from crawler.night.watching import Watcher
from crawler.registry import Site
from crawler.run import CrawlRun
from demo.entry import Resource
from demo.fault_pages import html
from demo.server import Host, start
from models.database import upgrade

FEW, MANY = 2_000, 20_000
PAGES_A_SITE, A_LIST = 250, 25
MOST_GROWN = 40.0
PORT, HOSTS = 8717, 64
FILLER = "本年度本机关围绕重点领域继续细化公开内容，更新目录，培训人员，回应群众关切。" * 40


def grown(few: int, many: int) -> dict[str, Any]:
    """Megabytes by which the process is larger after `many` pages than after `few`, beside the size at `few`."""
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen([sys.executable, "-m", "bench.memory", "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert server.stdout is not None
        try:
            server.stdout.readline()
            samples = _crawl(Path(folder), many)
        finally:
            server.kill()
    first, last = _held(samples, few), _held(samples, many)
    sites = f"{many // PAGES_A_SITE} sites of {PAGES_A_SITE} pages"
    size = f"{first:.1f} MB at {few} pages, {last:.1f} MB at {max(samples)} pages, {sites}"
    value = last - first
    return {"name": f"memory/growth to {many} pages", "value": value, "bar": f"<= {MOST_GROWN:g} MB", "ok": value <= MOST_GROWN,
            "reference": size}  # fmt: skip


def _held(samples: dict[int, float], pages: int) -> float:
    near = [size for at, size in samples.items() if 0.9 * pages <= at <= pages]
    return statistics.median(near or [samples[min(samples)]])


def _crawl(folder: Path, pages: int) -> dict[int, float]:
    config = Config(data_dir=folder, sites=folder, shipped_sites=False, contact="mailto:bench@example.org", lanes=16)
    upgrade(config.database)
    samples: dict[int, float] = {}
    answered = 0

    def answer(site: str) -> None:
        nonlocal answered
        answered += 1
        if answered % 100 == 0:
            samples[answered] = _resident()
        if answered % 2000 == 0:
            gc.collect()
            print(f"{answered} answers: {_resident():.1f} MB", file=sys.stderr, flush=True)

    CrawlRun(config, _sites(pages // PAGES_A_SITE), "bench", watcher=Watcher(answered=answer)).run()
    return samples


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def _sites(number: int) -> list[Site]:
    return [
        Site(key=f"site-{at}", name="试验站点", level="township", allow_private=True, delay=0, family="generic",
             start=(f"http://127.0.9.{1 + at % HOSTS}:{PORT}/site{at}/index.html",))
        for at in range(number)
    ]  # fmt: skip


def _answer(path: str, query: Any) -> Resource:
    _, site, name = path.split("/", 2) if path.count("/") >= 2 else ("", "", "")
    word, _, number = name.removesuffix(".html").partition("_")
    if word == "index":
        return _list(site, int(number or 1))
    if word == "page" and number.isdecimal():
        return _report(site, int(number))
    return html("404", "", 404)


def _list(site: str, number: int) -> Resource:
    first = (number - 1) * A_LIST
    rows = "".join(f'<li><a href="/{site}/page_{at}.html">{_title(site, at)}</a><span>2024-01-20</span></li>'
                   for at in range(first, min(first + A_LIST, PAGES_A_SITE)))  # fmt: skip
    following = f'<a href="/{site}/index_{number + 1}.html">下一页</a>' if first + A_LIST < PAGES_A_SITE else ""
    return html("政府信息公开年报", f"<ul>{rows}</ul>{following}")


def _title(site: str, at: int) -> str:
    return f"{_town(site, at)}{2010 + at % 14}年政府信息公开工作年度报告"


def _town(site: str, at: int) -> str:
    letters = "青白红黄紫金银玉石木山水河湖江海云雨风雷"
    number = int(site.removeprefix("site")) * 100 + at // 14
    return "".join(letters[number // 20**place % 20] for place in range(3)) + "镇"


def _report(site: str, at: int) -> Resource:
    year = 2010 + at % 14
    paragraphs = (
        f"本报告由{_town(site, at)}人民政府编制，统计期限自{year}年1月1日至{year}年12月31日。",
        "一、主动公开政府信息情况",
        f"{year}年，我镇主动公开政府信息{at + 7}条。{FILLER}",
        "二、依申请公开政府信息情况",
        f"{year}年，我镇收到政府信息公开申请{at % 9}件。",
    )
    article = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = f"<h1>{_title(site, at)}</h1><p>发布日期：{year + 1}-01-20</p>"
    return html(_title(site, at), f'{head}<div id="zoom">{article}</div>')


async def _serve() -> None:
    for number in range(HOSTS):
        listening = socket.create_server((f"127.0.9.{1 + number}", PORT), backlog=50)
        await start(Host(str(number), _answer, _Nothing(), 0.0), listening)
    print("ready", flush=True)
    await asyncio.Event().wait()


class _Nothing(list[Any]):
    """A log that keeps nothing: the server too is asked very often."""

    def append(self, item: Any) -> None:
        """Drops it."""


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        asyncio.run(_serve())
    else:
        _few, _many = (*map(int, sys.argv[1:]), FEW, MANY)[:2]
        print(json.dumps(grown(_few, _many), ensure_ascii=False))
