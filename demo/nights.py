"""Two nights over the demo web: the commands an operator would type, and what the offices do between the nights."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from demo.web import DemoWeb

TOUCHED = ("qinglan", "shuangdu", "shuangdu")
"""The sites that have changed before the second night, in the order in which they are crawled: one twice, since a report counts
as gone once two whole walks of its list do not name it."""

LOOKS = (0, 1)
"""Exit codes that are no failure: done, and done with sites that need a look (a report was taken away)."""


Run = Callable[[Sequence[str], Path, Mapping[str, str]], subprocess.CompletedProcess[str]]


class NightFailed(Exception):
    """A command of the demo ended badly; the message shows it with what it said."""


def correct(web: DemoWeb) -> None:
    """Changes the web as its offices do: one corrects a figure, one takes a report away. Done again it changes nothing."""
    web.revise("qinglan", "青岚县人民政府", 2018, "requests.received", 31)
    try:
        web.withdraw(web.url("shuangdu", "霜渡县人民政府", 2015))
    except KeyError:  # it is gone already
        return


def settings(folder: Path) -> dict[str, str]:
    """The environment of the demo's commands: its data and site rows stand in the folder."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("NIANBAO_")}
    return own | {
        "NIANBAO_DATA_DIR": str(folder),
        "NIANBAO_SITES": str(folder / "sites"),
        "NIANBAO_SHIPPED_SITES": "false",
        "NIANBAO_CONTACT": "mailto:demo@example.org",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }


def two_nights(folder: Path, run: Run | None = None) -> str:
    """The URL of a SQLite database in an empty folder, with two nights over the demo web in it. Raises NightFailed.

    `run` gives what a command printed, from its words, its folder and its environment: a process of its own by default.
    """
    with DemoWeb() as web:
        web.rows(folder / "sites")
        for words in (("db", "upgrade"), ("night",)):
            _type(words, folder, run or _run)
        correct(web)
        for site in TOUCHED:
            _type(("crawl", site), folder, run or _run)
    return f"sqlite:///{(folder / 'nianbao.sqlite').resolve()}"


def _run(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "crawler.cli", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)


def _type(words: Sequence[str], folder: Path, run: Run) -> None:
    done = run(words, folder, settings(folder))
    if done.returncode not in LOOKS or "Traceback" in done.stderr:
        raise NightFailed(f"nianbao {' '.join(words)} ended with exit code {done.returncode}:\n{done.stdout}{done.stderr}")
