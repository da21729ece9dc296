"""`nianbao findings`: what the rules found, and a person's verdict on it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Annotated, Literal

import typer
from rich.markup import escape
from rich.table import Table

from crawler.cli.opening import open_config, open_database
from crawler.cli.screens import columns, complain, out
from models import queries
from models.reviews import UnknownFinding, review

app = typer.Typer(no_args_is_help=True, help="What the rules found on the reports, and a person's verdicts.")
Outcome = Literal["fail", "uncertain", "not_assessable", "pass"]
Verdict = Literal["confirmed", "dismissed", "unclear"]


@app.command("list")
def list_findings(
    outcome: Annotated[Outcome, typer.Option(help="findings of this outcome")] = "fail",
    rule: Annotated[str | None, typer.Option(help="only this rule")] = None,
    count: Annotated[int, typer.Option(min=1, help="how many to show")] = 50,
) -> None:
    """Shows findings with their numbers; those a person dismissed are left out."""
    with open_database(open_config()).connect() as connection:
        counts = queries.findings_by_rule(connection, outcome, rule)
        rows = queries.findings(connection, outcome, rule, count)
    heads = ("number", "publisher", "year", "rule", "left", "right", "what", "review")
    table = Table(*columns(*heads, whole=("number", "year", "rule")), title=f"{sum(counts.values())} finding(s): {outcome}")
    for row in rows:
        sides = (escape(row["left_side"] or ""), escape(row["right_side"] or ""))
        about = (str(row["finding_id"]), escape(row["publisher"] or "-"), str(row["year"] or "-"), row["rule"])
        table.add_row(*about, *sides, escape(row["message"]), row["review"] or "")
    out(table)
    if (more := sum(counts.values()) - len(rows)) > 0:
        out(f"{more} more; by rule: {', '.join(f'{rule} {number}' for rule, number in counts.items())}")


@app.command("review")
def review_finding(
    number: Annotated[int, typer.Argument(help="the finding's number, see `nianbao findings list`")],
    verdict: Annotated[Verdict, typer.Argument(help="what you made of it")],
    note: Annotated[str | None, typer.Option(help="why, in your words")] = None,
    reviewer: Annotated[str | None, typer.Option(help="who judged; your login by default")] = None,
) -> None:
    """Keeps your verdict on a finding; it stays with the report through every later reading."""
    engine = open_database(open_config())
    try:
        review(engine, number, verdict, note, reviewer or os.environ.get("USER"), datetime.now(UTC))
    except UnknownFinding as problem:
        complain(str(problem))
        raise typer.Exit(2) from None
    out(f"finding {number}: {verdict}")
