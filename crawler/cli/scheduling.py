"""`nianbao schedule`: when each site is next due, and why."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from crawler.cli.opening import open_config, open_database, open_sites, site_named
from crawler.cli.screens import complain, local, out, outcome_words, visit_table
from crawler.config import Config
from crawler.night.agenda import Agenda, site_facts, utc_now
from crawler.night.rhythm import SiteFacts
from crawler.registry import Site
from crawler.schedule import Visit, next_visit, window_of

app = typer.Typer(no_args_is_help=True, help="When each site is next due, and why.")


def open_agenda(config: Config) -> Agenda:
    """The rows and the database; rows that are wrong are told, and left out. Raises DatabaseProblem."""
    agenda = Agenda(config.site_folders, open_database(config), config.night)
    for problem in agenda.problems:
        complain(str(problem))
    return agenda


@app.command("next")
def show_next(count: Annotated[int, typer.Option(min=1, help="how many")] = 20) -> None:
    """Shows the sites that are due next, soonest first, each with its reason. Exit code 2 if a row is wrong."""
    agenda = open_agenda(open_config())
    visits = agenda.upcoming(utc_now())
    out(visit_table(visits[:count], f"the next {min(count, len(visits))} of {len(visits)} sites"))
    raise typer.Exit(2 if agenda.problems else 0)


@app.command()
def why(key: Annotated[str, typer.Argument(help="the site's key")]) -> None:
    """Says in a sentence when one site is next due, and what that rests on."""
    config = open_config()
    site = site_named(open_sites(config), key)
    engine, now = open_database(config), utc_now()
    facts = site_facts(engine, {key: site}, now)[0]
    visit = next_visit(facts, now, config.night)
    when = "is due now" if visit.starts <= now else f"is due on {local(visit.starts)} (Asia/Shanghai)"
    missed = "; the visit that was due before was missed and is made up for" if visit.missed else ""
    out(f"{escape(site.name)} ({key}) {when}: {escape(visit.reason)}{missed}.", *_facts(site, facts, visit, config))


def _facts(site: Site, facts: SiteFacts, visit: Visit, config: Config) -> list[str]:
    """What the sentence rests on, a line each."""
    last = facts.past[0] if facts.past else None
    window = window_of(facts, config.night)
    zone = facts.rhythm.zone.key
    lines = [f"  last crawl: {local(last.ended)} {outcome_words(last.outcome)}" if last else "  last crawl: none"]
    lines.append(f"  due since: {local(visit.at)}" if visit.at < visit.starts else f"  due from: {local(visit.at)}")
    lines.append(f"  window: {window} ({zone})" if window else "  window: none")
    if facts.rhythm.cron:
        lines.append(f"  cron: {facts.rhythm.cron} ({zone})")
    if facts.rhythm.jitter:
        lines.append(f"  jitter: up to {site.schedule.jitter} minutes, the same for this site and day")
    for year, out_ in sorted(facts.published.items(), reverse=True)[:4]:
        days = f"{out_.first}" if out_.first == out_.last else f"{out_.first} to {out_.last}"
        lines.append(f"  reports for {year}: {out_.publishers}" + (f", published {days}" if out_.first else ""))
    return lines
