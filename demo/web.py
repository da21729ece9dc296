"""The demo web: real HTTP servers on loopback, one address a site, for `make demo` and for tests."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from urllib.parse import urlsplit

from demo.content import Content
from demo.entry import Resource
from demo.faults import FAULTS
from demo.impostors import SPOILS
from demo.places import PLANS
from demo.reports import Amount
from demo.rows import fault_row, row
from demo.server import Answer, Asked, Host, start
from demo.truth import Truth

FIRST_PORT, PORTS = 8731, 400
"""Ports are tried from here on, so that on a quiet machine every start has the same addresses."""


class DemoWeb:
    """A context manager: inside it the demo sites answer on loopback.

    sites     key -> base URL (`http://127.0.0.2:8731`), each site on an address of its own, all at one port
    faults    with `faults=True`: name -> base URL of the hosts that misbehave
    requests  every request so far, in order
    notes     what is not as described here, in words: an address that could not be bound and what stands in for it
    """

    def __init__(self, *, faults: bool = False, port: int | None = None, latency: float = 0.0) -> None:
        self.sites: dict[str, str] = {}
        self.faults: dict[str, str] = {}
        self.requests: list[Asked] = []
        self.notes: list[str] = []
        self._with_faults, self._port, self._latency = faults, port, latency
        self._contents: dict[str, Content] = {}
        self._spoiled: dict[str, str] = {}
        self._sockets: list[socket.socket] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None
        self._failed: BaseException | None = None

    def __enter__(self) -> DemoWeb:
        hosts = self._bind()
        ready = Event()
        self._thread = Thread(target=self._run, args=(hosts, ready), name="demo-web", daemon=True)
        self._thread.start()
        ready.wait()
        if self._failed is not None:
            raise RuntimeError("the demo web could not be started") from self._failed
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._loop is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()

    # --- what is served ---

    @property
    def truth(self) -> dict[str, Truth]:
        """URL -> what a careful reader finds there now, over all sites."""
        return {self.sites[key] + path: truth for key, one in self._contents.items() for path, truth in one.truth().items()}

    @property
    def decoys(self) -> list[str]:
        """The URLs of the pages that stand on the lists and are no reports."""
        return [self.sites[key] + path for key, one in self._contents.items() for path in one.decoys()]

    def content(self, key: str) -> Content:
        """The pages of one site. KeyError names the sites there are."""
        if key not in self._contents:
            raise KeyError(f"no demo site {key!r}; there are {', '.join(self._contents)}")
        return self._contents[key]

    def url(self, site: str, publisher: str, year: int) -> str:
        """Where a report stands. KeyError if it is not published."""
        return self.sites[site] + self.content(site).path(publisher, year)

    def in_flight(self, key: str) -> int:
        """The most requests that one host had to answer at the same time; 0 without any. Give `latency` to see overlaps."""
        return max((asked.in_flight for asked in self.requests if asked.site == key), default=0)

    # --- changes between two nights ---

    def publish(self, site: str, year: int, publisher: str | None = None) -> list[str]:
        """The URLs that appear when a site publishes its reports up to `year`."""
        return [self.sites[site] + path for path in self.content(site).publish(year, publisher)]

    def revise(self, site: str, publisher: str, year: int, code: str, value: Amount, applicant: str | None = None) -> str:
        """The URL of the report in which the figure `code` now has this value; nothing else of it changes."""
        return self.sites[site] + self.content(site).revise(publisher, year, (code, applicant), value)

    def withdraw(self, url: str, status: int = 404) -> None:
        """Takes an article off its site; its address answers `status` (404 or 410)."""
        base = f"http://{urlsplit(url).netloc}"
        for key, known in self.sites.items():
            if known == base:
                self._contents[key].withdraw(urlsplit(url).path, status)
                return
        raise KeyError(f"no demo site at {base}")

    def spoil(self, urls: Iterable[str], how: str) -> None:
        """What these addresses of demo sites answer until `heal`: a page in place of their own, named in `demo.impostors`."""
        self._spoiled |= dict.fromkeys(urls, how)

    def heal(self) -> None:
        """Every address answers its own page again."""
        self._spoiled.clear()

    def _answer_of(self, content: Content, base: str) -> Answer:
        def answer(path: str, query: Mapping[str, str]) -> Resource:
            how = self._spoiled.get(base + path)
            page = content.answer(path, query)
            return page if how is None else SPOILS[how](page)

        return answer

    def rows(self, directory: Path) -> list[Path]:
        """The TOML rows written to `directory`: one a site, and one a fault host (`fault-…`) where there are any."""
        directory.mkdir(parents=True, exist_ok=True)
        texts = {plan.key: row(plan, self.sites[plan.key]) for plan in PLANS}
        texts |= {f"fault-{name}": fault_row(name, base) for name, base in self.faults.items()}
        files = []
        for key, text in texts.items():
            files.append(directory / f"{key}.toml")
            files[-1].write_text(text, encoding="utf-8")
        return files

    # --- sockets ---

    def _bind(self) -> list[tuple[Host, socket.socket]]:
        wanted = [f"127.0.0.{2 + at}" for at in range(len(PLANS))]
        if self._with_faults:
            wanted += [f"127.0.1.{2 + at}" for at in range(len(FAULTS))]
        ports = range(FIRST_PORT, FIRST_PORT + PORTS) if self._port is None else (self._port,)
        for port in ports:
            bound = self._try(wanted, port)
            if bound is not None:
                return self._hosts(wanted, bound)
        raise OSError(errno.EADDRINUSE, f"no port from {ports[0]} to {ports[-1]} is free on {wanted[0]} to {wanted[-1]}")

    def _try(self, addresses: list[str], port: int) -> list[socket.socket] | None:
        bound: list[socket.socket] = []
        for address in addresses:
            try:
                bound.append(_listen(address, port))
            except OSError as error:
                if error.errno == errno.EADDRNOTAVAIL:  # no such address here (macOS has only 127.0.0.1): a port of its own
                    bound.append(_listen("127.0.0.1", 0))
                    self.notes.append(f"{address} cannot be bound: its site stands at 127.0.0.1:{bound[-1].getsockname()[1]}")
                    continue
                for one in bound:
                    one.close()
                if error.errno != errno.EADDRINUSE:
                    raise
                return None
        return bound

    def _hosts(self, addresses: list[str], bound: list[socket.socket]) -> list[tuple[Host, socket.socket]]:
        hosts: list[tuple[Host, socket.socket]] = []
        names = [plan.key for plan in PLANS] + (list(FAULTS) if self._with_faults else [])
        for name, sock in zip(names, bound, strict=True):
            address, port = sock.getsockname()[:2]
            base = f"http://{address}:{port}"
            at = len(hosts)
            answer: Answer
            if at < len(PLANS):
                content = Content(PLANS[at], address)
                self._contents[name], self.sites[name], answer = content, base, self._answer_of(content, base)
            else:
                self.faults[name], answer = base, FAULTS[name].answer
            hosts.append((Host(name if at < len(PLANS) else f"fault-{name}", answer, self.requests, self._latency), sock))
        self._sockets = bound
        return hosts

    def _run(self, hosts: list[tuple[Host, socket.socket]], ready: Event) -> None:
        self._loop = asyncio.new_event_loop()
        try:
            servers = [self._loop.run_until_complete(start(host, sock)) for host, sock in self._open(hosts)]
            ready.set()
            self._loop.run_forever()
            self._loop.run_until_complete(_stop(servers))
        except BaseException as error:  # handed to the thread that waits in __enter__
            self._failed = error
        finally:
            ready.set()
            self._loop.close()

    def _open(self, hosts: list[tuple[Host, socket.socket]]) -> list[tuple[Host, socket.socket]]:
        """The hosts that listen; the sockets of those that nobody answers at are closed, so connecting is refused."""
        listening = []
        for host, sock in hosts:
            name = host.key.removeprefix("fault-")
            if name in FAULTS and not FAULTS[name].listens:
                sock.close()
            else:
                listening.append((host, sock))
        return listening


def _listen(address: str, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((address, port))
        sock.listen(100)
    except OSError:
        sock.close()
        raise
    return sock


async def _stop(servers: list[asyncio.Server]) -> None:
    for server in servers:
        server.close()
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
