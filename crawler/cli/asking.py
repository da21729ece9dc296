"""`nianbao show`, `series`: asking the database."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from crawler.cli.opening import open_config, open_database
from crawler.cli.screens import complain, local, out, record_parts
from models import queries
from models.coverage import UnclearPlace
from models.document import Report
from pipelines.record import number, stored_records


def register(app: typer.Typer) -> None:
    """Puts the commands into the `nianbao` program."""
    app.command()(show)
    app.command()(series)


def show(
    place: Annotated[str, typer.Argument(help="a division's name or code, or a publisher; a part of the name will do")],
    year: Annotated[int | None, typer.Argument(min=2000, max=2100, help="the year reported on; without it a list")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a report")] = False,
) -> None:
    """Shows the report of a place and year: fields, facts, findings. Exit code 1 if there is none."""
    with open_database(open_config()).connect() as connection:
        try:
            found = queries.find_reports(connection, place, year)
        except UnclearPlace as problem:
            complain(str(problem))
            raise typer.Exit(2) from None
        if not found:
            complain(f"no report of {place!r}{f' for {year}' if year else ''} is stored")
            raise typer.Exit(1)
        if year is None:
            out(_report_list(found))
            return
        for row in found:
            for record in stored_records(connection, Report.id == row["report_id"]):
                _number_findings(record, queries.findings_of(connection, row["version_id"]))
                if as_json:
                    typer.echo(json.dumps(record, ensure_ascii=False))
                else:
                    out(escape(f"{record['url']} (site {record['site']}, {_seen(row)})"), *record_parts(record))


def _seen(row: Mapping[str, Any]) -> str:
    """When the report stood on its site, as a reader in China says it."""
    gone = f", gone since {local(row['gone_since'])}" if row["gone_since"] else ""
    return f"version {row['version']}, seen {local(row['first_seen'])} to {local(row['last_seen'])}{gone}"


def _number_findings(record: dict[str, Any], stored: list[dict[str, Any]]) -> None:
    """Gives the findings of a record their numbers, for `nianbao findings review`, and what a person said of them."""
    by_key = {(row["rule"], row["fingerprint"]): row for row in stored}
    for finding in record["findings"]:
        if row := by_key.get((finding["rule"], finding["fingerprint"])):
            finding |= {"number": row["finding_id"], "review": row["review"], "review_note": row["review_note"]}


def series(
    name: Annotated[str, typer.Argument(help="the series, such as applications_received or items_disclosed")],
    place: Annotated[str, typer.Option("--in", help="a division's name or code, or a publisher")],
) -> None:
    """Shows one figure of a place over the years and form editions, with every break. Exit code 1 if there is none."""
    with open_database(open_config()).connect() as connection:
        try:
            rows = queries.series(connection, name, place)
        except (queries.UnknownSeries, UnclearPlace) as problem:
            complain(str(problem))
            raise typer.Exit(2) from None
    if not rows:
        complain(f"no figure of the series {name} is stored for {place!r}")
        raise typer.Exit(1)
    out(_series_table(name, rows))


def _report_list(found: list[dict[str, Any]]) -> Table:
    table = Table("place", "publisher", "year", "form", "published", "genuine?", "title", title=f"{len(found)} report(s)")
    names = ("place", "publisher", "year", "form_edition", "publish_date", "hijack_verdict", "title")
    for row in found:
        table.add_row(*(escape(str(row[name])) if row[name] is not None else "-" for name in names))
    return table


def _value(row: dict[str, Any]) -> str:
    """The value of a point: 约 before one that is about so much, a dash where a figure is missing."""
    return "-" if row["value"] is None else f"{'约' if row['approximate'] else ''}{number(Decimal(str(row['value'])))}"


def _series_table(name: str, rows: list[dict[str, Any]]) -> Table:
    """A row a year; a line is drawn where the form edition changes, or between form and prose: the figures may differ in kind."""
    table = Table("place", "publisher", "year", "value", "origin", "codes of", "read as", "comparability", title=name)
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        who = (row["place"] or "-", row["publisher"] or "-", str(row["year"]))
        words = (*who, _value(row), row["origin"] or "-", row["edition"])
        ends = following is not None and (following["breaks"] or following["publisher"] != row["publisher"])
        table.add_row(*map(escape, words), escape(row["expression"]), escape(row["comparability"]), end_section=ends)
    table.caption = "a line marks another form edition, or prose after a form: read the comparability before comparing across it"
    return table
