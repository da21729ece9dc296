"""The machine's clock: it jumps in the middle of a crawl, and what is stored is dated in the future."""

from __future__ import annotations

import os
import time
from pathlib import Path

from faults.catalogue import SAME, Place, fault
from faults.installation import ROOT, Installation
from faults.kills import Moment, kill
from faults.process import begun, finished

DAY = 24 * 3600
LAST = "last_outcome"
"""Which visit was the last is told by its date: by a wrong clock, that may be another than the one that was made last."""
HERE = Path(__file__).parent / "moved_clock"


def _with_clock(place: Place, name: str) -> dict[str, str]:
    """The settings with which the clock of a crawl is what a file says."""
    file = place.folder / f"{name}.clock"
    file.write_text("0", encoding="utf-8")
    return {"FAULTS_CLOCK": str(file), "PYTHONPATH": os.pathsep.join((str(HERE), str(ROOT)))}


def _move(installation: Installation, seconds: float) -> None:
    Path(installation.settings["FAULTS_CLOCK"]).write_text(str(seconds), encoding="utf-8")


@fault(
    "clock",
    "jumps forward",
    "the clock goes 3 hours forward in the middle of a crawl",
    f"the crawl goes on and ends well; {SAME}",
)
def forward(place: Place) -> list[str]:
    """Its leases look long over, to itself."""
    installation, running = begun(place, "forward", settings=_with_clock(place, "forward"))
    _move(installation, 3 * 3600)
    running.wait(120)
    return place.expected.compare(installation, LAST)


@fault("clock", "jumps back", "the clock goes 2 hours back in the middle of a crawl", f"the crawl goes on and ends well; {SAME}")
def back(place: Place) -> list[str]:
    """Answers are dated before the beginning of their crawl."""
    installation, running = begun(place, "back", settings=_with_clock(place, "back"))
    _move(installation, -2 * 3600)
    running.wait(120)
    return place.expected.compare(installation, LAST)


@fault("clock", "jumps back, then killed", "the clock goes 2 hours back in the middle of a crawl, which is then killed")
def back_and_killed(place: Place) -> list[str]:
    """What it had archived is dated before its beginning, and is found all the same."""
    installation, running = begun(place, "back-killed", settings=_with_clock(place, "back-killed"))
    _move(installation, -2 * 3600)
    kill(place.web, running, Moment(25, 0.1))
    installation.let_leases_end()
    return finished(place, installation, LAST)


@fault("clock", "history in the future", "a night by a clock that is 400 days ahead; the clock is put right",
       f"the next night crawls every site again; {SAME}")  # fmt: skip
def future(place: Place) -> list[str]:
    """A site must not be left alone until the wrong date has come."""
    installation = place.expected.installation("future", **_with_clock(place, "future"))
    _move(installation, 400 * DAY)
    installation.run("night")
    _move(installation, 0)
    installation.run("night")
    crawls = dict(installation.ask("SELECT site_key, COUNT(*) FROM crawl GROUP BY site_key"))
    wrong = [f"{site} was crawled {number} time(s), not twice" for site, number in crawls.items() if number != 2]
    return wrong + place.expected.compare(installation, LAST)


@fault("clock", "a lease from the future", "a crawl begun by a clock that is 400 days ahead is killed; the clock is put right",
       "its site is not blocked until then: `nianbao crawl KEY` or the next night takes it up; as above")  # fmt: skip
def lease_from_the_future(place: Place) -> list[str]:
    """Its lease would end in 400 days."""
    installation = place.expected.installation("future-lease", **_with_clock(place, "future-lease"))
    _move(installation, 400 * DAY)
    kill(place.web, installation.begin("night"), Moment(12, 0.1))
    _move(installation, 0)
    time.sleep(0.5)
    return finished(place, installation, LAST)
