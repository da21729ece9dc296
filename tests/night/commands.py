"""Runs `nianbao` commands as a user would, with settings of the test.

A crawl gets a process of its own (Scrapy's reactor runs once a process), forked from one that has the program loaded; other
commands run in this one, which is faster still.
"""

import contextlib
import io
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from crawler.cli.program import main
from tests import nursery

ROOT = Path(__file__).parents[2]
WAITS = 240.0


@dataclass(frozen=True)
class Installation:
    """A folder with site rows and data, and the commands that are typed there."""

    folder: Path

    @property
    def rows(self) -> Path:
        return self.folder / "sites"

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder / 'data' / 'nianbao.sqlite'}"

    def prepare(self, template: Path) -> None:
        """Puts a database at the newest revision in its place: a copy of the session's (fixture `sqlite_template`)."""
        (self.folder / "data").mkdir(parents=True, exist_ok=True)
        shutil.copy(template, self.folder / "data" / "nianbao.sqlite")

    def environment(self) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith("NIANBAO_")}
        return own | {
            "NIANBAO_DATA_DIR": str(self.folder / "data"),
            "NIANBAO_SITES": str(self.rows),
            "NIANBAO_SHIPPED_SITES": "false",
            "NIANBAO_CONTACT": "mailto:tests@example.org",
            "NIANBAO_WINDOW": "00:00-24:00",  # tests run at any hour
            "NIANBAO_RETRY_PAUSE": "0",
            "COLUMNS": "200",
            "PYTHONPATH": str(ROOT),
        }

    def type(self, *words: str, module: str = "crawler.cli") -> subprocess.CompletedProcess[str]:
        """What a command printed, and its exit code. Never raises for a bad end."""
        if module == "crawler.cli" and words[0] not in ("night", "crawl"):
            return self._type_here(words)
        if module == "crawler.cli":
            return nursery.run(words, self.folder, self.environment(), WAITS)
        return subprocess.run(
            [sys.executable, "-m", module, *words],
            cwd=self.folder, env=self.environment(), capture_output=True, text=True, check=False, timeout=WAITS,
        )  # fmt: skip

    def _type_here(self, words: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
        out, errors, code = io.StringIO(), io.StringIO(), 0
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            with (
                mock.patch.dict(os.environ, self.environment(), clear=True), mock.patch.object(sys, "argv", ["nianbao", *words]),
                contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors),
            ):  # fmt: skip
                main()
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            os.chdir(before)
        return subprocess.CompletedProcess(words, code, out.getvalue(), errors.getvalue())
