"""Hosts that misbehave (`demo.faults`): one night over all of them, then each one's outcome, and a healthy site beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from demo.faults import FAULTS
from demo.web import DemoWeb
from faults.catalogue import Place, fault
from faults.installation import Installation

HEALTHY = "shuangdu"
NETWORK = ("unreachable", "reset", "nonsense", "drip", "truncated", "short-length")
CONTENT = ("empty", "huge", "binary", "zip", "bomb", "bomb-deflate", "broken-gzip")
BLOCKED = ("robots", "challenge", "shield")
WELL = ("endless", "calendar", "generated", "offsite", "mixed", "away")
"""Those that give reports beside what is wrong, or nothing that is wrong: they may end as ok or incomplete."""
A_NIGHT = 600.0
"""Seconds: an answer that drips is waited for a minute, four times."""


@cache
def _night(place: Place) -> tuple[Installation, str]:
    """A night over every fault host and one healthy site, and what it said."""
    installation = Installation(place.folder / "hosts").prepare()
    with DemoWeb(faults=True) as web:
        web.rows(installation.rows)
        for row in installation.rows.glob("*.toml"):
            if row.stem in web.sites and row.stem != HEALTHY:
                row.unlink()
        installation.run("night", waits=A_NIGHT)
    return installation, installation.said()


def _tries(name: str) -> Callable[[Place], list[str]]:
    def tries(place: Place) -> list[str]:
        installation, said = _night(place)
        outcomes = installation.outcomes()
        outcome, reason = outcomes.get(f"fault-{name}", ("no crawl", ""))
        wrong = [] if outcome in _allowed(name) else [f"it ended as {outcome}: {reason}"]
        wrong += [] if reason or outcome in ("ok", "nothing_new") else ["no reason was given"]
        wrong += [] if outcomes[HEALTHY][0] == "ok" else [f"the healthy site ended as {outcomes[HEALTHY]}"]
        errors = installation.ask("SELECT counts FROM crawl WHERE site_key = :site", site=f"fault-{name}")
        wrong += [f"our own code failed: {counts}" for (counts,) in errors if counts and '"errors": 0' not in counts]
        return wrong + (["it said a traceback"] if "Traceback" in said else [])

    return tries


def _allowed(name: str) -> tuple[str, ...]:
    if name in BLOCKED:
        return ("blocked",)
    return ("ok", "nothing_new", "incomplete") if name in WELL else ("incomplete", "broken")


def _holds(name: str) -> str:
    return (
        f"its crawl ends as {' or '.join(_allowed(name))} with a reason and no error of our own, a healthy site beside it as ok"
    )


for _name, _fault in FAULTS.items():
    _group = "network" if _name in NETWORK else "content" if _name in CONTENT else "server"
    fault(_group, _name, f"a host of the demo web: {_fault.what}", _holds(_name))(_tries(_name))
