"""An installation in a folder of its own, whose crawls run as processes that can be killed, stopped and watched."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from models.database import open_engine, upgrade

ROOT = Path(__file__).parents[1]
WAITS = 240.0


@dataclass
class Installation:
    """A folder with site rows and data. `url`: the database's, SQLite in the folder by default; `settings` go over the usual."""

    folder: Path
    url: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = self.folder / "sites"
        self.warc = self.folder / "data" / "warc"
        self.rows.mkdir(parents=True, exist_ok=True)
        self.url = self.url or f"sqlite:///{self.folder / 'data' / 'nianbao.sqlite'}"

    def prepare(self) -> Installation:
        """Makes the database."""
        upgrade(self.url)
        return self

    def environment(self) -> dict[str, str]:
        """The variables that its commands run with."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("NIANBAO_")}
        return own | {
            "NIANBAO_DATA_DIR": str(self.folder / "data"), "NIANBAO_SITES": str(self.rows), "NIANBAO_SHIPPED_SITES": "false",
            "NIANBAO_DATABASE_URL": self.url, "NIANBAO_CONTACT": "mailto:faults@example.org", "NIANBAO_WINDOW": "00:00-24:00",
            "NIANBAO_RETRY_PAUSE": "0", "COLUMNS": "200", "PYTHONPATH": str(ROOT), **self.settings,
        }  # fmt: skip

    def begin(self, *words: str, **more: Any) -> subprocess.Popen[str]:
        """A command that runs; `more` goes to Popen. Its words go to a file, so that nobody has to read a pipe."""
        out = (self.folder / "said.txt").open("a", encoding="utf-8")
        with out:
            return subprocess.Popen(
                [sys.executable, "-m", "crawler.cli", *words],
                cwd=self.folder, env=self.environment(), stdout=out, stderr=subprocess.STDOUT, text=True, **more,
            )  # fmt: skip

    def run(self, *words: str, waits: float = WAITS, **more: Any) -> int:
        """The exit code of a command. One that does not end within `waits` seconds is killed, and TimeoutExpired raised."""
        running = self.begin(*words, **more)
        try:
            return running.wait(waits)
        finally:
            running.kill()

    def said(self) -> str:
        """Everything its commands have printed."""
        file = self.folder / "said.txt"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def log(self) -> str:
        """What its crawls have logged."""
        file = self.folder / "data" / "log" / "crawl.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def engine(self) -> Engine:
        """An engine on its database, to be disposed of."""
        return open_engine(self.url)

    def ask(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        engine = self.engine()
        try:
            with engine.connect() as connection:
                return [tuple(row) for row in connection.execute(text(query), values)]
        finally:
            engine.dispose()

    def let_leases_end(self) -> int:
        """How many crawls were running: they are dated as if their leases were over, which saves waiting for that."""
        engine = self.engine()
        try:
            with engine.begin() as connection:
                over = text("UPDATE crawl SET lease_until = '2000-01-01 00:00:00' WHERE outcome = 'running'")
                return connection.execute(over).rowcount
        finally:
            engine.dispose()

    def outcomes(self) -> dict[str, tuple[str, str]]:
        """How the last crawl of each site ended, and why."""
        query = "SELECT site_key, outcome, reason FROM crawl ORDER BY id"
        return {site: (outcome, reason or "") for site, outcome, reason in self.ask(query)}


def until(happened: Callable[[], object], seconds: float = 60.0, step: float = 0.02) -> bool:
    """Whether it happened within the time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(step)
    return bool(happened())
