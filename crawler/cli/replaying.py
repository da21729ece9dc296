"""`nianbao replay`: archived pages read again by the code of today, without the network."""

from __future__ import annotations

from datetime import UTC, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.markup import escape
from rich.table import Table
from sqlalchemy import Engine

from crawler.cli.opening import open_config, open_database, open_sites, site_named
from crawler.cli.screens import complain, local, out
from models.codebook import identities
from models.replays import Wanted, failing_rules

if TYPE_CHECKING:  # they load the whole reading path, for which commands that only ask need not wait
    from crawler.replay import Replayed
    from crawler.replay_mark import Reached

CHINA = ZoneInfo("Asia/Shanghai")
MOST_SHOWN, LONGEST = 40, 300
"""Cells of one report that are shown, and characters of each; the database has them all."""


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
    anew: Annotated[bool, typer.Option("--anew", help="with --all: from the beginning, though one was stopped")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="shows what would change and writes nothing")] = False,
    unread: Annotated[bool, typer.Option("--unread", help="instead: archived answers of which nothing was stored")] = False,
) -> None:
    """Reads archived pages again and shows which values change with the code. Exit code 1 if a record could not be read.

    Stopped and called again it goes on where it was: what this code has read is left out. --all reads it too; stopped or
    killed, it goes on from its mark when called again with the same options, or begins anew with --anew.
    A crawl that was killed, or whose database was away for too long, leaves its last answers in the archive alone. The next
    crawl of the site reads them; --unread reads whatever is left of all sites, but those that are being crawled.
    """
    if unread:
        if year is not None or finding is not None or since is not None or limit is not None or everything or anew or dry_run:
            complain("expected --unread alone or with --site, found another option with it")
            raise typer.Exit(2)
        raise typer.Exit(_read_unread(site))
    if anew and not everything:
        complain("expected --anew with --all: without it what this code has read is left out anyway")
        raise typer.Exit(2)
    # Here, so that the commands that only ask need not wait for the reading path to load.
    from pipelines.extractor import EXTRACTOR

    moment = since.replace(tzinfo=CHINA).astimezone(UTC) if since else None
    raise typer.Exit(_replay(Wanted(EXTRACTOR, site, year, finding, moment, everything), limit, anew=anew, dry_run=dry_run))


def _replay(wanted: Wanted, limit: int | None, *, anew: bool, dry_run: bool) -> int:
    from crawler.replay import Replay
    from crawler.replay_mark import Mark

    config = open_config()
    sites = open_sites(config)
    if wanted.site is not None:
        site_named(sites, wanted.site)
    engine = open_database(config)
    if wanted.finding is not None and not _is_rule(engine, wanted.finding):
        return 2
    mark = Mark(config.data_dir, wanted) if wanted.again and not dry_run else None
    if mark is not None and anew:
        mark.forget()
    earlier = mark.before if mark else None
    if earlier is not None:
        out(f"goes on where it was stopped at {local(earlier.at)}: {earlier.read} capture(s) read by then (--anew begins anew)")
    done = Replay(engine, config.data_dir / "warc", sites, _show, dry_run=dry_run).run(wanted, limit, mark)
    _tell(done, wanted, earlier, dry_run)
    if mark is not None and not done.whole:
        out("that was not the end: the same command goes on from here")
    return 1 if done.broken or (earlier and earlier.broken) else 0


def _tell(done: Replayed, wanted: Wanted, earlier: Reached | None, dry_run: bool) -> None:
    would = " (dry run: nothing was written)" if dry_run else ""
    out(f"{done.read} capture(s) read by code {wanted.code}: {done.same} as before, {done.changed} otherwise{would}")
    if earlier is not None:
        out(f"with those read before it was stopped: {earlier.read + done.read}, {earlier.changed + done.changed} otherwise")
    if not done.read and not wanted.again:
        out("what this very code has read already is left out: --all reads it too")
    for problem in done.broken:
        complain(problem)
    broken = len(done.broken) + (earlier.broken if earlier else 0)
    if broken:
        complain(f"{broken} capture(s) could not be read")


def _is_rule(engine: Engine, name: str) -> bool:
    """Whether a rule of this name may fail; says which ones there are where none has it."""
    with engine.connect() as connection:
        failing = failing_rules(connection)
    if name in failing:
        return True
    if name in {identity.rule for identity in identities()}:
        out(f"rule {name} fails on no report")
        return True
    shown = f"one of {', '.join(failing)}" if failing else "the name of a rule; so far none fails on any report"
    complain(f"expected {shown}, found {name!r}{_nearest(name, failing)}")
    return False


def _nearest(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    return f": did you mean {', '.join(near)}?" if near else ""


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
        table.add_row(escape(name), escape((old or "-")[:LONGEST]), escape((new or "-")[:LONGEST]))
    if len(difference.cells) > MOST_SHOWN:
        table.caption = f"{len(difference.cells) - MOST_SHOWN} more"
    out(table)
