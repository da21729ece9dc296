"""The list of faults: each with how it is made, what must hold, and the function that tries it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType

from demo.web import DemoWeb
from faults.kills import Undisturbed
from faults.postgres import Server

SITES = ("qinglan", "weibo", "shuangdu", "tangyu")
"""Demo sites that are disturbed: of four families, a hundred requests in all."""
LATENCY = 0.06
"""Seconds that they take for an answer: a crawl then lasts some seconds on any machine."""


class Place:
    """Where faults are tried: the demo web, a folder, what an undisturbed crawl gives, a PostgreSQL server once it is needed."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="nianbao-faults-")
        self.folder = Path(self._folder.name)
        self.web = DemoWeb(latency=LATENCY)
        self._server: Server | None = None

    def __enter__(self) -> Place:
        self.web.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.web.__exit__(kind, error, trace)
        if self._server is not None:
            self._server.close()
        self._folder.cleanup()

    @cached_property
    def expected(self) -> Undisturbed:
        """What an undisturbed crawl gives."""
        return Undisturbed(self.web, self.folder, SITES)

    @property
    def server(self) -> Server:
        """A PostgreSQL server of its own."""
        self._server = self._server or Server(self.folder / "postgres")
        return self._server


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `tries` gives what was wrong after it, in words; nothing where all held."""

    group: str
    name: str
    made: str
    holds: str
    tries: Callable[[Place], list[str]]


CATALOGUE: list[Fault] = []
SAME = "the data are those of an undisturbed run, byte for byte; everything archived is stored, nothing twice"


def fault(
    group: str, name: str, made: str, holds: str = SAME
) -> Callable[[Callable[[Place], list[str]]], Callable[[Place], list[str]]]:
    """Puts a function into the catalogue."""

    def put(tries: Callable[[Place], list[str]]) -> Callable[[Place], list[str]]:
        CATALOGUE.append(Fault(group, name, made, holds, tries))
        return tries

    return put
