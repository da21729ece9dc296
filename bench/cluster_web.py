"""Small sites on loopback for tests of many machines: a list and some reports each, served in a thread that counts."""

from __future__ import annotations

import asyncio
import errno
import json
import socket
from collections.abc import Mapping
from contextlib import ExitStack
from itertools import pairwise, product
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self

from demo.entry import Resource
from demo.fault_pages import html
from demo.server import Asked, Host, start

NAMES = [first + second + kind for kind, first, second in product("县区", "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥")]
FIRST_PORT, PORTS = 8741, 50
SHARED = 10
"""Of so many sites the last three stand on one host."""


class ClusterWeb:
    """A context manager: inside it `sites` small sites answer, with `pages` reports each and `latency` seconds an answer."""

    def __init__(self, sites: int, pages: int, latency: float) -> None:
        if sites > len(NAMES):
            raise ValueError(f"expected at most {len(NAMES)} sites, found {sites}")
        self.sites, self.pages, self.latency, self.port = sites, pages, latency, FIRST_PORT
        self.requests: list[Asked] = []
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._run, name="cluster-web", daemon=True)
        self._ready = Event()

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(30):
            raise RuntimeError("the small sites could not be started")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def host(self, number: int) -> str:
        """The address that a site stands on; some share one."""
        rest = number % SHARED
        shown = number - rest + SHARED - 3 if rest >= SHARED - 3 else number
        return f"127.0.{40 + shown // 200}.{1 + shown % 200}"

    def rows(self, folder: Path) -> None:
        """Writes the TOML row of each site."""
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(self.sites):
            lines = {
                "key": key_of(number), "name": f"{NAMES[number]}人民政府", "level": "county", "family": "generic",
                "start": [f"http://{self.host(number)}:{self.port}/{number}/index.html"], "allow_private": True, "delay": 0,
            }  # fmt: skip
            text = "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in lines.items())
            (folder / f"{key_of(number)}.toml").write_text(text, encoding="utf-8")

    def most_in_flight(self) -> int:
        """The most requests that one host had to answer at the same time."""
        return max((asked.in_flight for asked in self.requests), default=0)

    def asked_of(self, number: int) -> int:
        """How many requests a site has had."""
        return sum(asked.path.startswith(f"/{number}/") for asked in self.requests)

    def interleaved(self) -> int:
        """How often a host was asked for one site between two requests for another: each site's requests should be together.

        One taken up again after a kill comes back once.
        """
        asked: dict[str, list[str]] = {}
        for one in sorted(self.requests, key=lambda one: one.at):
            if (site := one.path.split("/")[1]).isdecimal():
                asked.setdefault(one.site, []).append(site)
        turns = sum(1 + sum(one != other for one, other in pairwise(sites)) for sites in asked.values())
        return turns - len({site for sites in asked.values() for site in sites})

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._ready.set()
        self._loop.run_forever()
        self._loop.close()

    async def _serve(self) -> None:
        addresses = sorted({self.host(number) for number in range(self.sites)})
        for address, listening in zip(addresses, self._listen(addresses), strict=True):
            await start(Host(address, self._answer, self.requests, self.latency), listening)

    def _listen(self, addresses: list[str]) -> list[socket.socket]:
        """A socket an address, all at the first port that is free on all of them."""
        for self.port in range(FIRST_PORT, FIRST_PORT + PORTS):
            with ExitStack() as opened:
                try:
                    found = [opened.enter_context(socket.create_server((address, self.port))) for address in addresses]
                except OSError as problem:
                    if problem.errno != errno.EADDRINUSE:
                        raise
                    continue
                opened.pop_all()
                return found
        raise OSError(errno.EADDRINUSE, f"no port from {FIRST_PORT} on is free on {addresses[0]} to {addresses[-1]}")

    def _answer(self, path: str, query: Mapping[str, str]) -> Resource:
        years = range(2024 - self.pages, 2024)
        number, _, name = path.strip("/").removesuffix(".html").partition("/")
        if not number.isdecimal() or int(number) >= self.sites:
            return html("404", "", 404)
        place = NAMES[int(number)]
        if name == "index":
            return html(f"{place}政府信息公开年报", "<ul>" + "".join(_entry(place, year) for year in years) + "</ul>")
        return _report(place, int(name)) if name.isdecimal() and int(name) in years else html("404", "", 404)


def key_of(number: int) -> str:
    """The key of a small site."""
    return f"small-{number:03d}"


def _entry(place: str, year: int) -> str:
    return f'<li><a href="{year}.html">{_title(place, year)}</a><span>{year + 1}-01-20</span></li>'


def _title(place: str, year: int) -> str:
    return f"{place}{year}年政府信息公开工作年度报告"


def _report(place: str, year: int) -> Resource:
    said = (
        f"<h1>{_title(place, year)}</h1><p>发布日期：{year + 1}-01-20</p><div id=\"zoom\">"
        f"<p>本报告由{place}人民政府办公室编制，统计期限自{year}年1月1日至{year}年12月31日。</p>"
        f"<p>一、主动公开政府信息情况</p><p>{year}年，全年主动公开政府信息{year - 1700}条。</p>"
        f"<p>二、依申请公开政府信息情况</p><p>{year}年，共收到政府信息公开申请{year - 2000}件，均已答复。</p></div>"
    )
    return html(_title(place, year), said)
