"""`nianbao worker`: one of any number of processes, on any number of machines, that crawl from one queue."""

from __future__ import annotations

import logging
import os
import sys
from typing import Annotated

import typer

from crawler.cli.opening import open_config, open_database
from crawler.cli.screens import complain, out
from crawler.config import Config, ConfigProblem
from models import queue
from models.database import open_engine


def register(app: typer.Typer) -> None:
    """Puts the command into the `nianbao` program."""
    app.command()(worker)


def worker(
    lanes: Annotated[int | None, typer.Option(min=1, max=500, help="sites at a time, by default NIANBAO_LANES")] = None,
    show: Annotated[bool, typer.Option("--show", help="only say how the queue stands")] = False,
) -> None:
    """Takes crawls from the queue in PostgreSQL until SIGTERM or Ctrl-C. Any number of workers, on any number of machines.

    What is due and what is asked for is put into the queue by the workers themselves. Exit code 3: the database, or the clock.
    """
    config = open_config()
    _require_postgresql(config)
    if lanes is not None:
        config = config.model_copy(update={"lanes": lanes})
    if show:
        _show(config)
        return
    from crawler.night.worker import Worker, wait_until_ready  # here, so that --show need not wait for Scrapy to load

    _log_to_stderr()
    wait_until_ready(config)
    config.data_dir.mkdir(parents=True, exist_ok=True)
    working = Worker(config)
    working.run()
    if working.problem:
        complain(working.problem)
        raise typer.Exit(3)
    if working.is_spent:
        os.execv(sys.executable, [sys.executable, "-m", "crawler.cli", *sys.argv[1:]])


def _require_postgresql(config: Config) -> None:
    """Nothing where the database can have a queue. Raises ConfigProblem with what to use instead."""
    if not queue.is_for(open_engine(config.database)):
        raise ConfigProblem(
            f"NIANBAO_DATABASE_URL: workers on many machines need PostgreSQL, found {config.shown_database};"
            " one machine needs no worker: use `nianbao night` or `nianbao daemon`"
        )


def _show(config: Config) -> None:
    standing = queue.standing(open_database(config))
    out(
        f"workers alive: {standing.workers}; crawls running: {standing.running};"
        f" waiting: {standing.waiting}, of them put off until later: {standing.put_off}"
    )


def _log_to_stderr() -> None:
    """What an operator wants to hear goes to standard error, where systemd and Docker keep it; the rest to the log of crawls."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    words = logging.getLogger("nianbao.worker")
    words.setLevel(logging.INFO)
    words.addHandler(handler)
