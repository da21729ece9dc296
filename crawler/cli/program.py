"""The `nianbao` command. Exit codes: 0 done, 1 something needs a look, 2 wrong call or row, 3 the database."""

from __future__ import annotations

import sys

import typer
from sqlalchemy.exc import SQLAlchemyError

from crawler.cli import (
    asking,
    coverage,
    crawling,
    database,
    exporting,
    findings,
    genuine,
    reading,
    replaying,
    scheduling,
    searching,
    serving,
    sites,
    status,
    working,
)
from crawler.cli.screens import complain
from crawler.config import ConfigProblem, load_config
from crawler.registry import RegistryProblem
from models.away import first_line, is_away, remedy
from models.database import DatabaseProblem

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="Annual reports on open government information (政府信息公开工作年度报告): crawl, check, ask.",
)
for module in (crawling, working, status, reading, replaying, asking, searching, exporting, coverage, serving):
    module.register(app)
app.add_typer(scheduling.app, name="schedule")
app.add_typer(sites.app, name="sites")
app.add_typer(findings.app, name="findings")
app.add_typer(genuine.app, name="genuine")
app.add_typer(database.app, name="db")


def main() -> None:
    """Runs one command; problems a user can mend are told in words and become an exit code."""
    try:
        app()
    except (ConfigProblem, RegistryProblem) as problem:
        complain(str(problem))
        sys.exit(2)
    except DatabaseProblem as problem:
        complain(str(problem))
        sys.exit(3)
    except SQLAlchemyError as error:
        if not is_away(error):
            raise
        complain(f"expected the database {load_config().shown_database} to answer, found: {first_line(error)}; {remedy(error)}")
        sys.exit(3)
    except BrokenPipeError:  # the reader of our output has gone: `nianbao export | head`
        sys.stderr.close()
        sys.exit(0)
