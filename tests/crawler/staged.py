"""Run as a script: `walking.py` on a stage where names, the network and the clock are what a test says.

`staged.py STAGE ROWS DATA OUT [KEY=VALUE …]`. STAGE is JSON: `names` gives the addresses that a name server tells of a name,
one lookup after the other, the last one for good; with `clock`, waiting for a host's turn moves a clock and takes no time;
`settings` go over those of the project. Connections leave this machine never: what was tried stands in OUT, with the waits.
"""

import errno
import json
import socket
import sys
from pathlib import Path
from typing import Any

import crawler.settings
from crawler.manners import pacing
from tests.crawler.walking import main

tried: list[str] = []
waited: list[float] = []


def _stage_names(names: dict[str, list[str]]) -> None:
    def look_up(host: str) -> str:
        told = names.get(host, [host])
        return told.pop(0) if len(told) > 1 else told[0]

    socket.gethostbyname = look_up


class _Socket(socket.socket):
    """One that reaches loopback and nothing else."""

    def connect_ex(self, address: Any) -> int:
        tried.append(str(address[0]))
        return super().connect_ex(address) if str(address[0]).startswith("127.") else errno.ENETUNREACH


def _stage_clock() -> None:
    now = 1000.0

    async def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds
        waited.append(seconds)

    shared = pacing.shared_pacing()
    shared.clock, shared.sleep = lambda: now, sleep


if __name__ == "__main__":
    stage = json.loads(sys.argv[1])
    _stage_names(stage.get("names", {}))
    socket.socket = _Socket  # type: ignore[misc]  # the crawl's own name for it
    if stage.get("clock"):
        _stage_clock()
    for name, value in stage.get("settings", {}).items():
        setattr(crawler.settings, name, value)
    out = Path(sys.argv[4])
    main(Path(sys.argv[2]), Path(sys.argv[3]), out, dict(pair.split("=", 1) for pair in sys.argv[5:]))
    with out.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"kind": "stage", "tried": tried, "waited": waited}) + "\n")
