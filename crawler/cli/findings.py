"""`nianbao findings`: what the rules found, and a person's verdict on it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import typer
from rich.markup import escape
from rich.table import Table
from sqlalchemy import Connection

from crawler.cli.opening import open_config, open_database
from crawler.cli.screens import columns, complain, out, verdict_words
from models import doubts
from models.coverage import UnclearPlace
from models.reviews import UnknownFinding, review

app = typer.Typer(no_args_is_help=True, help="What the rules found on the reports, and a person's verdicts.")
Outcome = Literal["fail", "uncertain", "not_assessable", "pass", "any"]
Verdict = Literal["confirmed", "dismissed", "unclear"]
State = Literal["standing", "unseen", "confirmed", "dismissed", "unclear", "any"]
_IN_CHINESE = "`nianbao show PLACE YEAR` tells those of one report in Chinese; 用 `nianbao show 地名 年份` 看中文说明"


@app.command("list")
def list_findings(
    outcome: Annotated[
        Outcome,
        typer.Option(
            help="findings of this outcome: a rule holds (pass) or does not (fail); a figure of it is missing or approximate"
            " and what is known decides nothing (uncertain); the report states no figure of it (not_assessable)"
        ),
    ] = "fail",
    rule: Annotated[str | None, typer.Option(help="only this rule")] = None,
    place: Annotated[str | None, typer.Option("--in", help="a division with all in it, or part of a publisher's name")] = None,
    site: Annotated[str | None, typer.Option(help="only reports that were first seen on this site")] = None,
    year: Annotated[int | None, typer.Option(min=2000, max=2100, help="only reports on this year")] = None,
    state: Annotated[
        State,
        typer.Option(
            "--status", "--review", help="what a person said of it; standing: whatever nobody dismissed; unseen: nobody judged it"
        ),
    ] = "standing",
    count: Annotated[int, typer.Option(min=1, help="how many to show")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a finding")] = False,
) -> None:
    """Shows findings with their numbers; those a person dismissed are left out unless --status asks for them."""
    wanted = doubts.Wanted(outcome, rule, place, site, year, state)
    with open_database(open_config()).connect() as connection:
        try:
            counts = doubts.findings_by_rule(connection, wanted)
            if not counts:
                _look_for(connection, wanted)
            rows = doubts.findings(connection, wanted, count)
        except (doubts.UnknownRule, doubts.UnknownPlace, UnclearPlace) as problem:
            complain(str(problem))
            raise typer.Exit(2) from None
    if as_json:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
        return
    out(_table(rows, f"{sum(counts.values())} finding(s): {outcome}"))
    if (more := sum(counts.values()) - len(rows)) > 0:
        out(f"{more} more; by rule: {', '.join(f'{rule} {number}' for rule, number in counts.items())}")
    if rows:
        out(_IN_CHINESE)


def _look_for(connection: Connection, wanted: doubts.Wanted) -> None:
    """Raises where nothing was found since a name is wrong."""
    if wanted.rule is not None:
        doubts.check_rule(connection, wanted.rule)
    doubts.check_place(connection, wanted)


def _table(rows: Sequence[Mapping[str, Any]], title: str) -> Table:
    heads = ("number", "publisher", "year", "rule", "left", "right", "what", "review")
    table = Table(*columns(*heads, whole=("number", "year", "rule")), title=title)
    for row in rows:
        sides = (escape(row["left_side"] or ""), escape(row["right_side"] or ""))
        about = (str(row["finding_id"]), escape(row["publisher"] or "-"), str(row["year"] or "-"), row["rule"])
        table.add_row(*about, *sides, escape(row["message"]), escape(verdict_words(row)))
    return table


@app.command("review")
def review_finding(
    number: Annotated[int, typer.Argument(help="the finding's number, see `nianbao findings list`")],
    verdict: Annotated[Verdict, typer.Argument(help="what you made of it")],
    note: Annotated[str | None, typer.Option(help="why, in your words")] = None,
    reviewer: Annotated[str | None, typer.Option(help="who judged; your login by default")] = None,
) -> None:
    """Keeps your verdict on a finding; it stays with the report through every later reading."""
    engine = open_database(open_config())
    with engine.connect() as connection:
        before = doubts.finding(connection, number)
    try:
        review(engine, number, verdict, note, reviewer or os.environ.get("USER"), datetime.now(UTC))
    except UnknownFinding as problem:
        complain(str(problem))
        raise typer.Exit(2) from None
    if before is None:
        out(f"finding {number}: {verdict} (it is on a version that a later one has replaced)")
        return
    whose = f"{before['publisher'] or 'unknown publisher'}, {before['year'] or 'unknown year'}"
    instead = f" (was {before['review']})" if before["review"] not in (None, verdict) else ""
    out(escape(f"finding {number}: {verdict}{instead}: {whose}, {before['rule']} ({before['outcome']}): {before['message']}"))
