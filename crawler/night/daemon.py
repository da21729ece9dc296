"""Stays and follows the clock: whenever something is due or asked for, a round of crawls runs in a process of its own.

The daemon itself loads no Scrapy, holds no crawl and keeps nothing in mind that is not in the rows or the database, so it can
be killed at any moment, and any number of them may run on one database: the claims let each site be crawled once.
"""

from __future__ import annotations

import logging
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from types import FrameType

from sqlalchemy.exc import SQLAlchemyError

from crawler.config import Config
from crawler.night.agenda import Agenda, Clock, utc_now
from models import requests
from models.database import DatabaseProblem, open_engine, require_current

logger = logging.getLogger(__name__)

ROUND = (sys.executable, "-m", "crawler.cli", "night", "--only-at-night")
"""What a round runs: it crawls what is due within its window and what was asked for, then ends."""
REQUESTS_EVERY = 3.0
ROWS_EVERY = 30.0
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 40.0
"""Seconds: how often requests and rows are looked at; how long to wait after a round or a look that failed, first and at most."""
ENDED_WELL = (0, 1, 2)
"""Exit codes of a round that did its work: done, with sites or rows that need a look."""


class Daemon:
    """Looks at the clock, the rows and the requests until it is told to stop.

    The first SIGTERM or SIGINT is handed to the round that runs: its crawls finish what they have in hand and are handed back.
    A second one kills it.
    """

    def __init__(self, config: Config, command: Sequence[str] = ROUND, clock: Clock = utc_now) -> None:
        self.config, self.command, self.clock = config, command, clock
        self.signals = 0
        self.pause = FIRST_PAUSE
        self.agenda: Agenda | None = None
        self._round: subprocess.Popen[bytes] | None = None
        self._looked: float | None = None
        self._wake, self._woken = os.pipe()

    def run(self) -> None:
        """Runs until it is told to stop."""
        for each in (self._wake, self._woken):
            os.set_blocking(each, False)
        signal.set_wakeup_fd(self._woken, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._told_to_stop)
        signal.signal(signal.SIGCHLD, lambda *_: None)  # wakes it when a round ends
        logger.info("the daemon follows the clock; database %s", self.config.shown_database)
        while not self.signals:
            self._wait(self.step())
        logger.info("the daemon has stopped")

    def step(self) -> float:
        """Runs a round if there is anything to do, and gives the seconds to wait before the next look."""
        try:
            wanted = self.wanted()
        except (DatabaseProblem, SQLAlchemyError) as problem:
            self.agenda = None  # whatever was known of it may be different when it is back
            return self._later(f"the database cannot be used: {problem}")
        if not wanted:
            self.pause = FIRST_PAUSE
            return REQUESTS_EVERY
        code = self._run_round(wanted)
        self._looked = None
        if code not in ENDED_WELL and not self.signals:
            return self._later(f"a round ended with exit code {code}, see the log")
        self.pause = FIRST_PAUSE
        return REQUESTS_EVERY

    def wanted(self) -> str:
        """What there is to do now, in words; "" for nothing. Raises DatabaseProblem or SQLAlchemyError."""
        if self.agenda is None:
            require_current(self.config.database)
            self.agenda = Agenda(self.config.site_folders, open_engine(self.config.database), self.config.night)
            self._tell_problems(self.agenda)
            self._looked = None
        now = self.clock()
        if requests.waiting(self.agenda.engine, now, 1):
            return "a crawl was asked for"
        return self._due(self.agenda, now)

    def _due(self, agenda: Agenda, now: datetime) -> str:
        if self._looked is not None and time.monotonic() - self._looked < ROWS_EVERY:
            return ""
        if agenda.read_rows():
            logger.info("the rows have changed: %d sites", len(agenda.sites))
            self._tell_problems(agenda)
        self._looked = time.monotonic()
        due = agenda.due(now)
        return f"{len(due)} site(s) due, first {due[0].site}: {due[0].reason}" if due else ""

    def _tell_problems(self, agenda: Agenda) -> None:
        for problem in agenda.problems:
            logger.error("a row is wrong, its site is left out: %s", problem)

    def _later(self, why: str) -> float:
        pause, self.pause = self.pause, min(self.pause * 2, LONGEST_PAUSE)
        logger.error("%s; tried again in %.0f s", why, pause)
        return pause

    def _run_round(self, why: str) -> int:
        logger.info("a round begins: %s", why)
        if self.agenda is not None:
            self.agenda.engine.dispose()  # SQLite tidies its log only where nobody else holds it open
        # In a session of its own: what is typed at a terminal would reach it besides what is handed on.
        self._round = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, start_new_session=True)
        told = 0
        while (code := self._round.poll()) is None:
            if told < self.signals:
                told = self.signals
                self._round.send_signal(signal.SIGTERM if told == 1 else signal.SIGKILL)
            self._wait(REQUESTS_EVERY)
        self._round = None
        logger.info("the round has ended with exit code %d", code)
        return code

    def _told_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.signals += 1

    def _wait(self, seconds: float) -> None:
        """Waits, or less where a signal comes."""
        if self.signals and self._round is None:
            return
        if select.select([self._wake], [], [], seconds)[0]:
            os.read(self._wake, 512)


def log_to_stderr() -> None:
    """Lets the log of the daemon be read where it runs; systemd and Docker keep what is written there."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
