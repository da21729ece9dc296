"""`nianbao db`: upgrade, check, backup, restore."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from sqlalchemy import make_url

from crawler.cli.opening import open_config
from crawler.cli.screens import out
from models.database import require_current, upgrade

if TYPE_CHECKING:
    from models.backup import Kept

app = typer.Typer(no_args_is_help=True, help="The database: make it, bring it up to date, check it, back it up.")


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


@app.command("backup")
def back_up(file: Annotated[Path, typer.Argument(help="the new file; it must not exist")]) -> None:
    """Writes the whole database into one SQLite file, while it is in use. The archive (warc/) is files: copy those as files."""
    from models.backup import backup  # here, so that other commands need not wait for every table to load

    config = open_config()
    out(f"{file}: {_words(backup(config.database, file))}")


@app.command("restore")
def put_back(
    file: Annotated[Path, typer.Argument(help="a file that `db backup` wrote, on either engine")],
    overwrite: Annotated[bool, typer.Option("--overwrite", help="also where the database has data, which is lost")] = False,
) -> None:
    """Puts a backup back: into an empty database, or with --overwrite in place of what is there."""
    from models.backup import restore  # as above

    config = open_config()
    config.data_dir.mkdir(parents=True, exist_ok=True)
    kept = restore(file, config.database, overwrite)
    out(f"the database {_shown(config.database)} holds what the backup held: {_words(kept)}")


def _words(kept: Kept) -> str:
    return f"{kept.sites} site(s), {kept.crawls} crawl(s), {kept.reports} report(s), revision {kept.revision}"


def _shown(url: str) -> str:
    """The URL without its password."""
    return make_url(url).render_as_string(hide_password=True)
