"""Runs commands and scripts in processes of their own that have the program loaded: loading it took longer than most crawls.

A child is forked from a process that has imported everything and done nothing yet (no reactor, no settings, no database),
so it is as fresh as one that was started anew. `python -m tests.nursery` is that process: an order a line on standard
input (JSON: script, words, folder, environment, where to put what is said), the child's number as its answer; or the question
how a child ended.
"""

from __future__ import annotations

import atexit
import json
import math
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
_PROGRAM = (
    "crawler.cli.program", "crawler.run", "crawler.middlewares", "crawler.manners.guard", "crawler.manners.robots",
    "crawler.manners.budget", "scrapy.core.engine", "scrapy.core.downloader", "scrapy.core.scheduler", "scrapy.core.scraper",
    *(f"pipelines.{stage}" for stage in ("archive", "classify", "extract", "validate", "place", "version", "store")),
)  # fmt: skip


@dataclass
class Born:
    """A command that runs: as much of `subprocess.Popen` as the tests need."""

    pid: int
    nursery: subprocess.Popen[str]
    returncode: int | None = None

    def poll(self) -> int | None:
        """The exit code; None while it runs."""
        if self.returncode is None:
            self.returncode = _ask(self.nursery, {"poll": self.pid})
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, waited for. Raises TimeoutExpired."""
        end = time.monotonic() + (timeout or math.inf)
        while (code := self.poll()) is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            time.sleep(0.005)
        return code

    def send_signal(self, number: int) -> None:
        """Sends a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Ends it at once."""
        self.send_signal(signal.SIGKILL)


def run(
    words: Sequence[str], folder: Path, environment: Mapping[str, str], waits: float = 240.0, script: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """What `nianbao`, or a script, printed when called with these words, and its exit code. Killed after `waits` seconds."""
    with tempfile.TemporaryDirectory(prefix="nianbao-said-") as name:
        said = (Path(name) / "out", Path(name) / "errors")
        born = begin(words, folder, environment, said, script)
        try:
            code = born.wait(waits)
        finally:
            born.kill()
        return subprocess.CompletedProcess(words, code, *(file.read_text(encoding="utf-8") for file in said))


def begin(
    words: Sequence[str], folder: Path, environment: Mapping[str, str], said: tuple[Path, Path], script: Path | None = None
) -> Born:
    """`nianbao`, or a script, called with these words. `said`: files to which its output and its errors are appended."""
    nursery = _nursery(environment.get("COLUMNS", "80"))
    order = {"words": list(words), "folder": str(folder), "environment": dict(environment), "said": [*map(str, said)]}
    pid = _ask(nursery, {**order, "script": str(script) if script else None})
    assert pid is not None
    return Born(pid, nursery)


def _ask(nursery: subprocess.Popen[str], order: Mapping[str, Any]) -> int | None:
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(json.dumps(order) + "\n")
    nursery.stdin.flush()
    answer = nursery.stdout.readline()
    if not answer:
        raise RuntimeError("the process that runs the commands of the tests has ended; what it said stands above")
    told: int | None = json.loads(answer)
    return told


@cache
def _nursery(columns: str) -> subprocess.Popen[str]:
    """The process that children are forked from. The width of the screen is looked up when the program is loaded."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("NIANBAO_")}
    environment = own | {"COLUMNS": columns, "PYTHONPATH": str(ROOT)}
    command, pipe = [sys.executable, "-m", "tests.nursery"], subprocess.PIPE
    started = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment, cwd=ROOT)
    atexit.register(_end, started)
    return started


def _end(nursery: subprocess.Popen[str]) -> None:
    nursery.communicate()


# --- the process itself ---


def _load() -> None:
    """Imports what a night imports, but for what takes effect by being imported: the reactor, the settings in force."""
    from scrapy.settings import default_settings

    scrapys = (default_settings.EXTENSIONS_BASE, default_settings.DOWNLOADER_MIDDLEWARES_BASE,
               default_settings.SPIDER_MIDDLEWARES_BASE)  # fmt: skip
    for path in dict.fromkeys(path.rpartition(".")[0] for table in scrapys for path in table):
        import_module(path)
    for name in _PROGRAM:
        import_module(name)
    assert not {"twisted.internet.reactor", "crawler.settings"} & sys.modules.keys()


def _serve() -> None:
    """Answers orders until there are no more. In a child it returns at once, when that has done its work."""
    for line in sys.stdin:
        order = json.loads(line)
        if "poll" in order:
            done, status = os.waitpid(order["poll"], os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if done else None
        else:
            answer = os.fork()
            if answer == 0:
                _become(order)
                return
        print(json.dumps(answer), flush=True)


def _become(order: Mapping[str, Any]) -> None:
    """Turns the child into the command: its folder, its environment, its own places to say something, nothing to hear."""
    for number, path in zip((1, 2), order["said"], strict=True):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv = [order["script"] or "nianbao", *order["words"]]
    if order["script"]:
        runpy.run_path(order["script"], run_name="__main__")
    else:
        import_module("crawler.cli.program").main()


if __name__ == "__main__":
    _load()
    _serve()
