"""`nianbao genuine`: the pages in quarantine, and a person's verdict that releases or confirms them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import typer
from rich.markup import escape
from rich.table import Table

from crawler.cli.opening import open_config, open_database
from crawler.cli.screens import complain, local, out
from models import queries
from pipelines.keeping.judging import UnknownVersion, judge

app = typer.Typer(no_args_is_help=True, help="Hijacked, copied, disguised and injected pages, and a person's verdicts on them.")
Wrong = Literal["hijacked", "mirror", "disguised", "injected"]
Number = Annotated[int, typer.Argument(help="the version's number, see `nianbao genuine list`")]
Note = Annotated[str | None, typer.Option(help="why, in your words")]
Reviewer = Annotated[str | None, typer.Option(help="who judged; your login by default")]


@app.command("list")
def list_quarantined(
    place: Annotated[str | None, typer.Argument(help="only of this publisher, place or address (a part of it)")] = None,
    judged: Annotated[bool, typer.Option("--judged", help="what people judged, instead of what is kept out")] = False,
    count: Annotated[int, typer.Option(min=1, help="how many to show")] = 50,
) -> None:
    """Shows what is kept out of the reports to read, with its evidence; or the verdicts that people gave."""
    with open_database(open_config()).connect() as connection:
        rows = queries.judgements(connection) if judged else queries.quarantined(connection, place)
    table = _judged_table(rows[:count]) if judged else _quarantine_table(rows[:count])
    out(table)
    if len(rows) > count:
        out(f"{len(rows) - count} more")


def _quarantine_table(rows: list[dict[str, Any]]) -> Table:
    table = Table("number", "publisher", "year", "verdict", "turned", "evidence", "judged", "address", title="kept out")
    for row in rows:
        evidence = escape("; ".join(map(str, row["evidence"] or ())))
        about = (str(row["version_id"]), escape(row["publisher"] or "-"), str(row["year"] or "-"), row["hijack_verdict"])
        table.add_row(*about, local(row["turned"]), evidence, _said(row), escape(row["url"]))
    return table


def _said(row: Mapping[str, Any]) -> str:
    return escape(" ".join(filter(None, (row["judged"], row["judged_by"], row["judged_why"]))))


def _judged_table(rows: list[dict[str, Any]]) -> Table:
    table = Table("publisher", "year", "found", "verdict", "by", "at", "note", "address", title="judged by people")
    for row in rows:
        about = (escape(row["publisher"] or "-"), str(row["year"] or "-"), row["found"], row["verdict"])
        by, note = escape(row["reviewer"] or "-"), escape(row["note"] or "")
        table.add_row(*about, by, local(row["judged_at"]), note, escape(row["url"]))
    return table


@app.command("release")
def release(number: Number, note: Note = None, reviewer: Reviewer = None) -> None:
    """Says that the page is genuine: it goes back among the reports to read and stays there through later readings."""
    _judge(number, "genuine", note, reviewer)


@app.command("confirm")
def confirm(
    number: Number,
    verdict: Annotated[Wrong, typer.Option("--as", help="what is wrong with the page")] = "hijacked",
    note: Note = None,
    reviewer: Reviewer = None,
) -> None:
    """Says that the page is not the publisher's: it is kept out, also where the program found nothing."""
    _judge(number, verdict, note, reviewer)


def _judge(number: int, verdict: str, note: str | None, reviewer: str | None) -> None:
    engine = open_database(open_config())
    try:
        done = judge(engine, number, verdict, note, reviewer or os.environ.get("USER"), datetime.now(UTC))
    except UnknownVersion as problem:
        complain(str(problem))
        raise typer.Exit(2) from None
    out(f"version {number}: {done.verdict} (found: {done.found}); holds for {done.versions} version(s) of the report")
