"""The file in which a crawl says what it does, a line a thing that matters."""

from __future__ import annotations

import logging
import sys
from pathlib import Path


class LogFile(logging.FileHandler):
    """Appends dated lines to a file, whose folder is made. Where the disk is full it says so once, and the crawl goes on."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        super().__init__(path, encoding="utf-8")
        self.setFormatter(logging.Formatter("%(asctime)s [%(name)s] %(levelname)s: %(message)s"))
        self.told = False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name for it
        """Logging would print a traceback on the screen for every line."""
        problem = sys.exc_info()[1]
        if not isinstance(problem, OSError):
            super().handleError(record)
        elif not self.told:
            self.told = True
            why = problem.strerror or type(problem).__name__
            print(f"the log {self.baseFilename} cannot be written: {why}; the crawl goes on without it", file=sys.stderr)
