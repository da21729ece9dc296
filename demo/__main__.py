"""`make demo`: a night over the demo web, with the commands an operator would type, into data/demo/nianbao.sqlite."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from demo.nights import LOOKS, TOUCHED, correct, settings
from demo.web import DemoWeb

FOLDER = Path("data/demo")


def main() -> int:
    """Runs the demo and gives 0 when every command did what it should."""
    again = (FOLDER / "nianbao.sqlite").exists()
    rows = FOLDER / "sites"
    rows.mkdir(parents=True, exist_ok=True)
    for old in rows.glob("*.toml"):
        old.unlink()  # the web may answer on another port than last time
    with DemoWeb() as web:
        web.rows(rows)
        print(f"A small web of our own making answers on this machine: {len(web.sites)} sites of invented places.\n")
        if again:
            correct(web)  # the offices did so after the first night
        if not all(map(_typed, (("db", "upgrade"), ("night", "--all") if again else ("night",)))):
            return 1
        if not again:
            print("The next day one office corrects a figure of 2018, and another takes its report of 2015 away: its site is")
            print("walked twice, since what one walk does not find may only be late.\n")
            correct(web)
            if not all(_typed(("crawl", site)) for site in TOUCHED):
                return 1
        if not all(map(_typed, _looks())):
            return 1
    print("The database is data/demo/nianbao.sqlite: ask it anything (docs/cookbook.md), or look at it in a browser with")
    print("`nianbao serve data/demo/nianbao.sqlite`. Run `make demo` again: nothing new.")
    return 0


def _looks() -> tuple[tuple[str, ...], ...]:
    return (
        ("status",),
        ("show", "柳笛镇", "2021"),
        ("series", "applications_received", "--in", "青岚县"),
    )


def _typed(command: tuple[str, ...]) -> bool:
    """Runs one `nianbao` command with the demo's settings, shows it as typed, and says whether it did its work."""
    print(f"$ nianbao {' '.join(command)}", flush=True)
    environment = settings(FOLDER)
    # COLUMNS: the tables are as wide as what they show, also where the demo's output goes to a file.
    environment.setdefault("COLUMNS", "150")
    done = subprocess.run([sys.executable, "-m", "crawler.cli", *command], env=environment, check=False)
    print(flush=True)
    if done.returncode not in LOOKS:
        print(f"the command ended with exit code {done.returncode}", file=sys.stderr)
    return done.returncode in LOOKS


if __name__ == "__main__":
    sys.exit(main())
