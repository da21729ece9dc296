"""kill -9 at random moments: the crawl of several sites is killed again and again, then left to end, and its data compared."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from demo.web import DemoWeb
from faults.holding import Data, broken_archive, data_of, differences
from faults.installation import Installation, until


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: after so many answers of the sites, and so many seconds more; before any answer for `answers` of 0."""

    answers: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.answers} answers + {self.seconds:.2f} s"


def moments(seed: int, number: int) -> list[Moment]:
    """Random moments, the same for a seed: a fifth while the program starts, the others anywhere in the crawl."""
    dice = Random(seed)
    found = []
    for _ in range(number):
        early = dice.random() < 0.2
        found.append(Moment(0, dice.uniform(0.3, 3.0)) if early else Moment(dice.randint(1, 45), dice.uniform(0, 0.4)))
    return found


class Undisturbed:
    """What a crawl gives that nobody disturbs; made once for a set of sites."""

    def __init__(self, web: DemoWeb, folder: Path, sites: Iterable[str] = ()) -> None:
        self.web, self.folder, self.sites = web, folder, list(sites)

    @cached_property
    def data(self) -> Data:
        """What came of it."""
        installation = self.installation("undisturbed")
        installation.run("night")
        found = data_of(installation)
        if not found["facts"]:
            raise RuntimeError("the undisturbed run read nothing: " + installation.said())
        return found

    def installation(self, name: str, url: str = "", **settings: str) -> Installation:
        """A new installation with the rows of the same sites and an empty database; `url`: a database that is there already."""
        made = Installation(self.folder / name, url, settings)
        self.write_rows(made)
        if url:
            return made.prepare()
        template = self.folder / "template.sqlite"
        if not template.exists():
            made.prepare()
            shutil.copy(made.folder / "data" / "nianbao.sqlite", template)
        else:
            (made.folder / "data").mkdir(exist_ok=True)
            shutil.copy(template, made.folder / "data" / "nianbao.sqlite")
        return made

    def write_rows(self, installation: Installation) -> None:
        """The rows of its sites, in an installation."""
        self.web.rows(installation.rows)
        for row in installation.rows.glob("*.toml"):
            if self.sites and row.stem not in self.sites:
                row.unlink()

    def compare(self, installation: Installation, without: str = "") -> list[str]:
        """What is wrong with what a disturbed installation holds in the end; `without`: a column that is not compared."""
        expected = self.data
        if without:
            expected = data_of(Installation(self.folder / "undisturbed"), without)
        return differences(expected, data_of(installation, without)) + broken_archive(installation)


def kill(web: DemoWeb, running: subprocess.Popen[str], moment: Moment) -> bool:
    """Whether the process still ran when it was killed at that moment."""
    before = len(web.requests)
    if moment.answers:
        until(lambda: len(web.requests) - before >= moment.answers or running.poll() is not None)
    time.sleep(moment.seconds)
    ran = running.poll() is None
    running.send_signal(signal.SIGKILL)
    running.wait()
    return ran


def killed_and_finished(expected: Undisturbed, name: str, at: Iterable[Moment]) -> tuple[int, list[str]]:
    """How many times a crawl was killed, and what is wrong after it was taken up again and ended. A run that ended before its
    moment came is not counted as killed."""
    installation, killed = expected.installation(name), 0
    for moment in at:
        killed += kill(expected.web, installation.begin("night", "--all"), moment)
        installation.let_leases_end()
    installation.run("night", "--all")  # the schedule itself leaves alone for hours what was cut off three times in a row
    return killed, expected.compare(installation)
