"""`nianbao status`: the last night in one screen, and what needs a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from crawler.cli.opening import open_config
from crawler.cli.scheduling import open_agenda
from crawler.cli.screens import local, out, outcome_words, status_table
from crawler.night.agenda import utc_now
from crawler.night.digest import REMEDIES, on_first_try, problem_of
from crawler.schedule import Visit
from models import nights
from models.queries import last_crawls
from models.told import SiteState, problems_told, site_states

LAST_NIGHT = timedelta(hours=24)


def register(app: typer.Typer) -> None:
    """Puts the command into the `nianbao` program."""
    app.command()(status)


def status(
    every_site: Annotated[bool, typer.Option("--all", help="every site, also those that are well")] = False,
) -> None:
    """Shows the last night: how its crawls ended, which sites need a look, since when, and what to do."""
    agenda = open_agenda(open_config())
    engine, now = agenda.engine, utc_now()
    visits = {visit.site: visit for visit in agenda.upcoming(now)}
    states = site_states(engine)
    out(_night(nights.ended_since(engine, now - LAST_NIGHT), list(nights.running(engine, now).values()), now))
    bad = [(state, kind) for state in states if (kind := problem_of(state, now)) is not None]
    if bad:
        out(_problems(bad, visits, problems_told(engine), now), *_remedies(kind for _, kind in bad))
    again = [state for state in states if problem_of(state, now) is None and on_first_try(state)]
    never = len(set(visits) - {state.site for state in states})
    out(*_cut_off(again), _others(len(states) - len(bad) - len(again), again, never))
    if every_site:
        out(status_table(last_crawls(engine), visits))


def _night(ended: Mapping[str, int], running: Sequence[nights.RunningCrawl], now: datetime) -> str:
    """How many crawls ended how; how many run, and which of these say nothing any more."""
    counted = ", ".join(f"{number} {outcome_words(name)}" for name, number in sorted(ended.items()))
    silent = ", ".join(f"{one.site} (taken over after {local(one.lease_until)})" for one in running if one.is_silent(now))
    parts = [f"crawls of the last 24 hours: {counted or 'none'}"]
    parts += [f"running now: {len(running)}"] if running else []
    parts += [f"no sign of life, perhaps killed: {silent}"] if silent else []
    return "; ".join(parts)


def _problems(
    bad: Sequence[tuple[SiteState, str]], visits: Mapping[str, Visit], told: Mapping[str, str], now: datetime
) -> Table:
    """The sites that need a look, those that have needed it longest first."""
    table = Table("site", "problem", "for", "crawls", "last good", "next due", "told", "why", title="sites that need a look")
    for state, kind in sorted(bad, key=lambda pair: (pair[0].since or now, pair[0].site)):
        days = f"{(now - state.since).days} day(s)" if state.since else "-"
        visit = visits.get(state.site)
        due = local(visit.at if visit else None)
        is_told = "yes" if told.get(state.site) == kind else "no"
        cells = (state.site, outcome_words(kind), days, str(state.in_a_row), local(state.last_good), due, is_told)
        table.add_row(*cells, escape(state.reason or ""))
    return table


def _remedies(kinds: Iterable[str]) -> list[str]:
    counted = Counter(kinds)
    return [f"{kind} ({counted[kind]}): {escape(REMEDIES[kind][0])}" for kind in REMEDIES if counted[kind]]


def _cut_off(again: Iterable[SiteState]) -> list[str]:
    """What cut crawls off, which is this machine's trouble and no site's: each reason once, the most frequent first."""
    reasons = Counter(state.reason or "no reason was kept" for state in again if state.cut_off)
    return [escape(f"cut off ({number}): {reason}") for reason, number in reasons.most_common(3)]


def _others(well: int, again: Sequence[SiteState], never: int) -> str:
    cut_off = sum(state.cut_off for state in again)
    once = len(again) - cut_off
    known = f"{well} site(s) are well" + (f"; {once} ended incomplete once and are tried again first" if once else "")
    known += f"; {cut_off} were cut off and are taken up again" if cut_off else ""
    return known + (f"; {never} were never crawled" if never else "") + "; `nianbao status --all` shows every site"
