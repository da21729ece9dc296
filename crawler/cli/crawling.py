"""`nianbao night`, `crawl`, `daemon`: going out."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated

import typer

from crawler.cli.demand import Demand
from crawler.cli.opening import open_config, open_database, open_sites, site_named
from crawler.cli.scheduling import open_agenda
from crawler.cli.screens import Progress, complain, ended_table, out, visit_table
from crawler.config import Config
from crawler.night.agenda import Agenda, utc_now
from crawler.night.feed import NightFeed
from crawler.night.jobs import Feed, Job
from crawler.night.morning import after_night
from crawler.night.rhythm import CHINA
from crawler.night.watching import Ended
from models import queue
from models.database import DatabaseProblem

NEEDS_A_LOOK = frozenset({"broken", "blocked", "incomplete"})


def register(app: typer.Typer) -> None:
    """Puts the commands into the `nianbao` program."""
    app.command()(night)
    app.command()(crawl)
    app.command()(daemon)


def night(
    every_site: Annotated[bool, typer.Option("--all", help="every site, due or not")] = False,
    only_at_night: Annotated[
        bool, typer.Option("--only-at-night", help="by day only what was asked for: for timers and the daemon")
    ] = False,
) -> None:
    """Crawls every site that is due and says how each ended. Exit code 1 if any needs a look, 2 if a row is wrong.

    Typed by day it crawls all the same, what the night would; within the night window it ends with it.
    """
    config = open_config()
    _leave_to_workers(config)
    agenda = open_agenda(config)
    now = utc_now()
    until = _end_of_night(config, agenda, only_at_night, now)
    feed = NightFeed(agenda, timedelta(seconds=config.retry_pause), until, schedule=not every_site)
    jobs = [Job(site, "night --all") for site in agenda.sites.values()] if every_site else feed.more(config.lanes, ())
    if not jobs:
        out("no site is due: nothing to do", visit_table(agenda.upcoming(now)[:10], "next"))
        raise typer.Exit(2 if agenda.problems else 0)
    ended = crawl_with_progress(config, jobs, feed)
    agenda.night = config.night
    left = after_night(config, agenda.engine, ended, utc_now())
    out(ended_table(ended, {visit.site: visit for visit in agenda.upcoming(utc_now())}))
    for problem in left:
        complain(problem)
    raise typer.Exit(2 if agenda.problems else _code(ended) or int(bool(left)))


def crawl(
    key: Annotated[str, typer.Argument(help="the site's key, see `nianbao sites list`")],
    year: Annotated[int | None, typer.Option(min=2008, max=2100, help="only reports of this year")] = None,
    url: Annotated[str | None, typer.Option(help="only this page of the site")] = None,
    full: Annotated[bool, typer.Option("--full/--quick", help="every list to its end, or as far as there is news")] = True,
    force: Annotated[bool, typer.Option("--force", help="ask for and read every page again, known or not")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="crawl, archive, read, show what would change; store none")] = False,
    wait: Annotated[bool, typer.Option("--wait", help="where the site is being crawled: wait, and show how far it is")] = False,
    joins: Annotated[int | None, typer.Option("--request", hidden=True)] = None,
) -> None:
    """Crawls one site now, due or not, and says what changed. Exit code 1 if it needs a look.

    While the site is being crawled already the request is kept, and runs next.
    """
    config = open_config()
    site = site_named(open_sites(config), key)
    flags = {name: "1" for name, is_set in (("full", full), ("force", force), ("dry_run", dry_run)) if is_set}
    arguments = flags | {name: str(value) for name, value in (("year", year), ("url", url)) if value is not None}
    demand = Demand(config, open_database(config), site, arguments, joins)
    raise typer.Exit(demand.run(wait, crawl_with_progress))


def daemon() -> None:
    """Stays and follows the clock: crawls what is due and what is asked for, until SIGTERM or Ctrl-C."""
    from crawler.night.daemon import Daemon, log_to_stderr

    config = open_config()
    log_to_stderr()
    Daemon(config).run()


def crawl_with_progress(config: Config, jobs: Sequence[Job], feed: Feed) -> list[Ended]:
    """How each of the crawls ended, with a progress display while they run."""
    from crawler.run import CrawlRun  # here, so that the commands that only ask need not wait for Scrapy to load

    config.data_dir.mkdir(parents=True, exist_ok=True)
    with Progress(len(jobs)) as progress:
        return CrawlRun(config, (), "night", watcher=progress.watcher(), feed=feed, waiting=deque(jobs)).run()


def _leave_to_workers(config: Config) -> None:
    """Nothing where no worker is alive. Raises DatabaseProblem where some are: a night beside them would ask hosts they ask."""
    if not config.database.startswith("postgres"):
        return
    if workers := queue.workers_alive(open_database(config)):
        raise DatabaseProblem(
            f"expected no workers at the database {config.shown_database}, found {workers} alive: the night is theirs."
            " `nianbao crawl KEY` asks them for one site; stop them to crawl in this process"
        )


def _end_of_night(config: Config, agenda: Agenda, only_at_night: bool, now: datetime) -> datetime | None:
    """When the night that begins now ends: with its window; never where somebody calls it by day."""
    opens, closes = config.night.around(now, CHINA)
    if opens <= now:
        return None if config.night.is_open(closes, CHINA) else closes
    if not only_at_night:
        agenda.night = None
    return None


def _code(ended: list[Ended]) -> int:
    last = {one.site: one for one in ended}.values()
    bad = [one for one in last if one.outcome in NEEDS_A_LOOK]
    for one in bad:
        complain(f"{one.site}: {one.outcome}: {one.reason}")
    return 1 if bad else 0
