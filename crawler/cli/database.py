"""`nianbao db`: upgrade and check."""

from __future__ import annotations

import typer
from sqlalchemy import make_url

from crawler.cli.opening import open_config
from crawler.cli.screens import out
from models.database import require_current, upgrade

app = typer.Typer(no_args_is_help=True, help="The database: make it, bring it up to date, check it.")


@app.command("upgrade")
def upgrade_database() -> None:
    """Makes the tables, or brings them to this program's revision, and loads the codebook. Safe to run again."""
    config = open_config()
    config.data_dir.mkdir(parents=True, exist_ok=True)
    upgrade(config.database)
    out(f"the database is up to date: {_shown(config.database)}")


@app.command()
def check() -> None:
    """Says whether the database is there, ours, and of this program's revision. Exit code 3 if not."""
    config = open_config()
    require_current(config.database)
    out(f"the database is of this program's revision: {_shown(config.database)}")


def _shown(url: str) -> str:
    """The URL without its password."""
    return make_url(url).render_as_string(hide_password=True)
