"""`nianbao replay`: archived pages read again by the code of today, without the network."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.markup import escape
from rich.table import Table

from crawler.cli.opening import open_config, open_database, open_sites, site_named
from crawler.cli.screens import complain, out

CHINA = ZoneInfo("Asia/Shanghai")
MOST_SHOWN = 40
"""Cells of one report that are shown; the database has them all."""


def register(app: typer.Typer) -> None:
    """Puts the command into the `nianbao` program."""
    app.command()(replay)


def replay(
    site: Annotated[str | None, typer.Option(help="only this site's captures")] = None,
    year: Annotated[int | None, typer.Option(min=2008, max=2100, help="only reports of this year")] = None,
    finding: Annotated[str | None, typer.Option(help="only reports on which this rule fails")] = None,
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="only captures from this day on")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="at most so many captures")] = None,
    everything: Annotated[bool, typer.Option("--all", help="also what this very code has read already")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="shows what would change and writes nothing")] = False,
    unread: Annotated[bool, typer.Option("--unread", help="instead: archived answers of which nothing was stored")] = False,
) -> None:
    """Reads archived pages again and shows which values change with the code. Exit code 1 if a record could not be read.

    Stopped and called again it goes on where it was: what this code has read is left out (--all reads it too).
    A crawl that was killed, or whose database was away for too long, leaves its last answers in the archive alone. The next
    crawl of the site reads them; --unread reads whatever is left of all sites, but those that are being crawled.
    """
    if unread:
        if year is not None or finding is not None or since is not None or limit is not None or everything or dry_run:
            complain("expected --unread alone or with --site, found another option with it")
            raise typer.Exit(2)
        raise typer.Exit(_read_unread(site))
    # Here, so that the commands that only ask need not wait for the reading path to load.
    from crawler.replay import Replay
    from models.replays import Wanted
    from pipelines.extractor import EXTRACTOR

    config = open_config()
    sites = open_sites(config)
    if site is not None:
        site_named(sites, site)
    engine = open_database(config)
    moment = since.replace(tzinfo=CHINA).astimezone(UTC) if since else None
    wanted = Wanted(EXTRACTOR, site, year, finding, moment, everything)
    done = Replay(engine, config.data_dir / "warc", sites, _show, dry_run=dry_run).run(wanted, limit)
    would = " (dry run: nothing was written)" if dry_run else ""
    out(f"{done.read} capture(s) read by code {EXTRACTOR}: {done.same} as before, {done.changed} otherwise{would}")
    if not done.read and not everything:
        out("what this very code has read already is left out: --all reads it too")
    for problem in done.broken:
        complain(problem)
    if done.broken:
        complain(f"{len(done.broken)} capture(s) could not be read")
    raise typer.Exit(1 if done.broken else 0)


def _read_unread(site: str | None) -> int:
    from crawler.unread import read_unread

    config = open_config()
    sites = open_sites(config)
    if site is not None:
        site_named(sites, site)
    found = read_unread(open_database(config), config.data_dir / "warc", sites, site)
    out(f"{found.stored} archived answer(s) of which nothing was stored were read, {found.reports} of them annual reports")
    for problem in found.broken:
        complain(problem)
    return 1 if found.broken else 0


def _show(difference: object) -> None:
    """One report that is read otherwise."""
    from crawler.replay import Difference

    assert isinstance(difference, Difference)
    head = f"{difference.publisher or '-'} {difference.year or '-'}: {difference.what} {difference.url}"
    if not difference.cells:
        out(escape(head))
        return
    table = Table("field or cell", "before", "now", title=escape(head), title_justify="left")
    for name, old, new in difference.cells[:MOST_SHOWN]:
        table.add_row(escape(name), escape((old or "-")[:120]), escape((new or "-")[:120]))
    if len(difference.cells) > MOST_SHOWN:
        table.caption = f"{len(difference.cells) - MOST_SHOWN} more"
    out(table)
