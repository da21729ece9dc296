"""`make faults`: every fault, a line each with its seconds; `python -m faults WORD…` only those whose group or name has a word.

Exit code 1 where something did not hold. `--table` prints the table of docs/reliability.md.
"""

from __future__ import annotations

import sys
import time
import traceback

from faults import clock, database, disk, hosts, process  # noqa: F401 - importing them fills the catalogue
from faults.catalogue import CATALOGUE, Fault, Place
from faults.table import table


def main(words: list[str]) -> int:
    """Runs the faults that have one of the words in group or name, all without words; the exit code."""
    if words == ["--table"]:
        print(table())
        return 0
    chosen = [one for one in CATALOGUE if not words or any(word in f"{one.group}: {one.name}" for word in words)]
    if not chosen:
        print(f"no fault has {' or '.join(words)} in its name; there are {len(CATALOGUE)}", file=sys.stderr)
        return 2
    begun, failed = time.monotonic(), 0
    with Place() as place:
        for one in chosen:
            failed += not _try(place, one)
    print(f"{len(chosen)} faults, {failed} did not hold, {time.monotonic() - begun:.0f} s")
    return 1 if failed else 0


def _try(place: Place, one: Fault) -> bool:
    begun = time.monotonic()
    try:
        wrong = one.tries(place)
    except Exception:
        wrong = [traceback.format_exc(limit=-3)]
    print(f"{'FAIL' if wrong else 'ok  '} {time.monotonic() - begun:6.1f} s  {one.group}: {one.name}", flush=True)
    for line in wrong[:12]:
        print(f"         {line[:600]}", flush=True)
    return not wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
