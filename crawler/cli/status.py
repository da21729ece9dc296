"""`nianbao status`: how the last crawl of each site ended."""

from __future__ import annotations

import typer

from crawler.agenda import utc_now
from crawler.cli.opening import open_config
from crawler.cli.scheduling import open_agenda
from crawler.cli.screens import out, status_table
from models.queries import last_crawls


def register(app: typer.Typer) -> None:
    """Puts the command into the `nianbao` program."""
    app.command()(status)


def status() -> None:
    """Shows how the last crawl of each site ended, what it kept, and when the site is next due."""
    agenda = open_agenda(open_config())
    visits = {visit.site: visit for visit in agenda.upcoming(utc_now())}
    out(status_table(last_crawls(agenda.engine), visits))
