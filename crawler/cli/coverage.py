"""`nianbao coverage`: who published, when, and who did not."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Annotated, Any, Literal

import typer
from rich import box
from rich.cells import cell_len
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from crawler.cli.opening import open_config, open_database, open_sites
from crawler.cli.screens import complain, local, out, screen_width
from crawler.config import Config
from models import coverage as asked
from models.coverage_cells import STATES

Format = Literal["table", "csv"]

MARKS = {
    "on_time": "[green]✓[/]", "late": "[yellow]+{days}[/]", "date_doubtful": "[yellow]✓?[/]", "without_date": "[cyan]✓-[/]",
    "attachment_only": "[cyan]file[/]", "gone": "[red]gone[/]", "hijacked": "[magenta]hij.[/]", "blocked": "[magenta]bl.[/]",
    "never_seen": "[red]·[/]", "not_yet_due": "[dim]…[/]", "not_looked": "[dim]?[/]",
}  # fmt: skip
"""One sign a cell of the table of years; `days` are the days late."""

MOST_SHOWN = 50_000
"""Cells that are shown as a table; CSV has no such bound."""

_LEGEND = (
    "✓ on time, +9 days late, ✓? date doubtful (a moved site's), ✓- without a date, file: attachment only, gone: taken away,"
    " hij.: hijacked, bl.: site blocked, · never seen, … not yet due, ? never seen, but no crawl has looked either (*)"
)


def register(app: typer.Typer) -> None:
    """Puts the command into the `nianbao` program."""
    app.command()(coverage)


def coverage(
    place: Annotated[str | None, typer.Option("--in", help="a place's name or code: with divisions that never reported")] = None,
    year: Annotated[int | None, typer.Option(min=2008, max=2100, help="the year reported on")] = None,
    state: Annotated[str | None, typer.Option(help=f"only these: {', '.join(STATES)}")] = None,
    form: Annotated[Format, typer.Option("--format", help="table, or csv for a spreadsheet")] = "table",
) -> None:
    """Shows for each publisher and year whether the report came in time, late, or never. Exit code 1 if there is nothing."""
    config = open_config()
    if state is not None and state not in STATES:
        complain(f"expected a state of {', '.join(STATES)}, found {state!r}")
        raise typer.Exit(2)
    now = datetime.now(UTC)
    try:
        with open_database(config).connect() as connection:
            cells = asked.coverage(connection, now, place, year, state, _registered(config))
            found = _write_csv(cells) if form == "csv" else _show(cells, by_year=year is None and state is None)
    except asked.UnclearPlace as problem:
        complain(str(problem))
        raise typer.Exit(2) from None
    if not found:
        wanted = {"in": place, "for": year, "with the state": state}
        complain("nobody is expected" + "".join(f" {word} {value}" for word, value in wanted.items() if value is not None))
        raise typer.Exit(1)


def _show(cells: Iterator[dict[str, Any]], by_year: bool) -> bool:
    """Whether there was anything to show. More than a screen can take is refused."""
    found = list(islice(cells, MOST_SHOWN + 1))
    if len(found) > MOST_SHOWN:
        complain(f"more than {MOST_SHOWN} cells are too many for a table: add --in, --year or --state, or use --format csv")
        raise typer.Exit(2)
    if found:
        out(*((*_years(found, screen_width()), _LEGEND) if by_year else (_list(found),)), _totals(found))
    return bool(found)


def _registered(config: Config) -> list[asked.Registered]:
    """The sites of the registry, for those that no crawl has brought into the database."""
    return [
        asked.Registered(site.key, site.name, site.division.code if site.division else None, site.level)
        for site in open_sites(config).values()
    ]


def _years(cells: list[dict[str, Any]], width: int) -> tuple[Table | str, ...]:
    """A row a publisher, a column a year; on a narrow screen the latest years, and words that say so: names stay whole."""
    years = sorted({cell["year"] for cell in cells})
    rows: dict[tuple[Any, ...], dict[int, dict[str, Any]]] = {}
    for cell in cells:
        key = cell["division_code"], cell["publisher"], cell["site"], cell["level"]
        rows.setdefault(key, {})[cell["year"]] = cell
    who = [(*_who(one), _checked(one)[:10]) for one in (next(iter(found.values())) for found in rows.values())]
    left = width - sum(max(cell_len(Text.from_markup(words).plain) for words in column) + 1 for column in zip(*who, strict=True))
    marks = {year: [_mark(found.get(year)) for found in rows.values()] for year in years}
    shown = _that_fit(marks, left)
    table = Table("place", "publisher", *(f"{year % 100:02}" for year in shown), "checked", title="coverage", **_NARROW)
    for at, (place, publisher, checked) in enumerate(who):
        table.add_row(place, publisher, *(marks[year][at] for year in shown), checked)
    if shown == years:
        return (table,)
    return table, f"{years[0]} to {shown[0] - 1} do not fit in {width} columns: widen the window, or use --format csv"


_NARROW: dict[str, Any] = {"box": box.SIMPLE_HEAD, "padding": 0, "show_edge": False}
"""A table with a blank between its columns, so that many years stand side by side."""


def _mark(cell: dict[str, Any] | None) -> str:
    return MARKS[_state(cell)].format(days=cell["days_late"]) if cell else ""


def _state(cell: dict[str, Any]) -> str:
    """The cell's state; `not_looked` where nothing was seen since no crawl has looked: nobody is to be blamed for that."""
    return "not_looked" if cell["state"] == "never_seen" and cell["last_checked"] is None else str(cell["state"])


def _that_fit(marks: dict[int, list[str]], left: int) -> list[int]:
    """The latest years whose columns fit in so many characters, in order; the last five whatever the width."""
    shown: list[int] = []
    for year in sorted(marks, reverse=True):
        left -= max(2, *(cell_len(Text.from_markup(mark).plain) for mark in marks[year]), 0) + 1
        if left < 0 and len(shown) >= 5:
            break
        shown.append(year)
    return shown[::-1]


def _list(cells: list[dict[str, Any]]) -> Table:
    """A row a publisher and year, with the dates that its state rests on."""
    headers = ("place", "publisher", "year", "state", "days late", "published", "known by", "due", "first seen", "last seen")
    table = Table(*headers, "last checked", title="coverage")
    for cell in cells:
        words = [_state(cell).replace("_", " "), *(_shown(cell[name]) for name in ("days_late", "publish_date", "date_basis"))]
        due = f"{cell['due']}{' (local rule)' if cell['local_rule'] else ''}"
        seen = (local(cell["first_seen"]), local(cell["last_seen"]), _checked(cell))
        table.add_row(*_who(cell), str(cell["year"]), *words, due, *seen)
    return table


def _who(cell: dict[str, Any]) -> tuple[str, str]:
    return escape(cell["place"] or "-"), escape(cell["publisher"] or cell["division"] or "-")


def _shown(value: object) -> str:
    return "-" if value is None else str(value)


def _checked(cell: dict[str, Any]) -> str:
    return local(cell["last_checked"]) if cell["last_checked"] else "*"


def _totals(cells: list[dict[str, Any]]) -> str:
    counts = Counter(map(_state, cells))
    said = {**{state: state.replace("_", " ") for state in STATES}, "not_looked": "not looked at by any crawl"}
    return ", ".join(f"{counts[state]} {words}" for state, words in said.items() if counts[state])


def _write_csv(cells: Iterator[dict[str, Any]]) -> bool:
    """Whether there was anything to write."""
    lines = csv.writer(sys.stdout)
    number = 0
    for number, cell in enumerate(cells, start=1):
        if number == 1:
            lines.writerow(cell)
        lines.writerow([_harmless(value) for value in cell.values()])
    return number > 0


def _harmless(value: object) -> object:
    """What a spreadsheet may show: text that it would run as a formula is led by an apostrophe; moments in ISO form."""
    if isinstance(value, datetime):
        return value.isoformat()
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
