"""`nianbao night`, `crawl`, `schedule`, `status`: going out, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer
from sqlalchemy import Engine

from crawler.cli.opening import open_config, open_database, open_sites, site_named
from crawler.cli.screens import Progress, complain, ended_table, out, status_table, visit_table
from crawler.config import Config
from crawler.registry import Site
from crawler.schedule import PastCrawl, Visit, due, next_visit
from crawler.watching import Ended
from models.queries import crawl_history, last_crawls

NEEDS_A_LOOK = frozenset({"broken", "blocked", "incomplete", "refused"})
schedule_app = typer.Typer(no_args_is_help=True, help="When each site is next due, and why.")


def register(app: typer.Typer) -> None:
    """Puts the commands into the `nianbao` program."""
    app.command()(night)
    app.command()(crawl)
    app.command()(status)
    app.add_typer(schedule_app, name="schedule")


def night(every_site: Annotated[bool, typer.Option("--all", help="every site, due or not")] = False) -> None:
    """Crawls every site that is due and says how each ended. Exit code 1 if any needs a look."""
    config = open_config()
    sites = open_sites(config)
    engine = open_database(config)
    now = datetime.now(UTC)
    visits = due(histories(engine, sites), now, intervals(sites))
    keys = list(sites) if every_site else [visit.site for visit in visits]
    if not keys:
        out("no site is due: nothing to do")
        out(visit_table(upcoming(engine, sites, now)[:10], "next"))
        return
    ended = crawl_with_progress(config, [sites[key] for key in keys], "night" if not every_site else "night --all")
    out(ended_table(ended, {visit.site: visit for visit in upcoming(engine, sites, datetime.now(UTC))}))
    raise typer.Exit(_code(ended))


def crawl(
    key: Annotated[str, typer.Argument(help="the site's key, see `nianbao sites list`")],
    year: Annotated[int | None, typer.Option(min=2008, max=2100, help="only reports of this year")] = None,
    url: Annotated[str | None, typer.Option(help="only this page of the site")] = None,
) -> None:
    """Crawls one site now, due or not. Exit code 1 if it needs a look."""
    config = open_config()
    sites = open_sites(config)
    site = site_named(sites, key)
    engine = open_database(config)
    arguments = {name: str(value) for name, value in (("year", year), ("url", url)) if value is not None}
    ended = crawl_with_progress(config, [site], "demand", arguments)
    out(ended_table(ended, {visit.site: visit for visit in upcoming(engine, {key: site}, datetime.now(UTC))}))
    raise typer.Exit(_code(ended))


def status() -> None:
    """Shows how the last crawl of each site ended, what it kept, and when the site is next due."""
    config = open_config()
    sites = open_sites(config)
    engine = open_database(config)
    visits = {visit.site: visit for visit in upcoming(engine, sites, datetime.now(UTC))}
    out(status_table(last_crawls(engine), visits))


@schedule_app.command("next")
def show_next(count: Annotated[int, typer.Option(min=1, help="how many")] = 20) -> None:
    """Shows the sites that are due next, soonest first, each with its reason."""
    config = open_config()
    sites = open_sites(config)
    visits = upcoming(open_database(config), sites, datetime.now(UTC))
    out(visit_table(visits[:count], f"the next {min(count, len(visits))} of {len(visits)} sites"))


@schedule_app.command()
def why(key: Annotated[str, typer.Argument(help="the site's key")]) -> None:
    """Says when one site is next due, and why then."""
    config = open_config()
    site = site_named(open_sites(config), key)
    visit = upcoming(open_database(config), {key: site}, datetime.now(UTC))[0]
    out(visit_table([visit], site.name))


def crawl_with_progress(
    config: Config, sites: Sequence[Site], trigger: str, arguments: dict[str, str] | None = None
) -> list[Ended]:
    """How each of the sites ended, with a progress display while they run."""
    from crawler.run import CrawlRun  # here, so that the commands that only ask need not wait for Scrapy to load

    config.data_dir.mkdir(parents=True, exist_ok=True)
    with Progress(len(sites)) as progress:
        return CrawlRun(config, sites, trigger, arguments or {}, watcher=progress.watcher()).run()


def histories(engine: Engine, sites: dict[str, Site]) -> dict[str, list[PastCrawl]]:
    """The ended crawls of each site, newest first; an empty list for one never crawled."""
    past = crawl_history(engine, newest=10)
    return {key: [PastCrawl(ended, outcome) for ended, outcome in past.get(key, [])] for key in sites}


def intervals(sites: dict[str, Site]) -> dict[str, timedelta | None]:
    """The interval that a site's row asks for, None where it leaves it to the season."""
    days = {key: site.schedule.every_days for key, site in sites.items()}
    return {key: timedelta(days=each) if each else None for key, each in days.items()}


def upcoming(engine: Engine, sites: dict[str, Site], now: datetime) -> list[Visit]:
    """The next visit of every site, soonest first."""
    every = intervals(sites)
    visits = [next_visit(key, past, now, every[key]) for key, past in histories(engine, sites).items()]
    return sorted(visits, key=lambda visit: (visit.at, visit.site))


def _code(ended: list[Ended]) -> int:
    bad = [one for one in ended if one.outcome in NEEDS_A_LOOK]
    for one in bad:
        complain(f"{one.site}: {one.outcome}: {one.reason}")
    return 1 if bad else 0
