"""`make demo`: a night over the demo web, with the commands an operator would type, into data/demo/nianbao.sqlite."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from demo.web import DemoWeb

FOLDER = Path("data/demo")
LOOKS = (0, 1)
"""Exit codes that are no failure of the demo: done, and done with sites that need a look."""


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
        night = ("night", "--all") if again else ("night",)
        for command in (("db", "upgrade"), night, *_looks()):
            if not _typed(command):
                return 1
    print("The database is data/demo/nianbao.sqlite; ask it anything. Run `make demo` again: nothing new.")
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
    environment = os.environ | {
        "NIANBAO_DATA_DIR": str(FOLDER),
        "NIANBAO_SITES": str(FOLDER / "sites"),
        "NIANBAO_SHIPPED_SITES": "false",
        "NIANBAO_CONTACT": "mailto:demo@example.org",
        "NIANBAO_DATABASE_URL": "",
    }
    # COLUMNS: the tables are as wide as what they show, also where the demo's output goes to a file.
    environment.setdefault("COLUMNS", "150")
    done = subprocess.run([sys.executable, "-m", "crawler.cli", *command], env=environment, check=False)
    print(flush=True)
    if done.returncode not in LOOKS:
        print(f"the command ended with exit code {done.returncode}", file=sys.stderr)
    return done.returncode in LOOKS


if __name__ == "__main__":
    sys.exit(main())
