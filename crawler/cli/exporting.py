"""`nianbao export` and `nianbao release`: the database as files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Annotated, Literal

import typer
from sqlalchemy import Engine

from crawler.cli.opening import open_config, open_database
from crawler.cli.screens import complain, out
from models.coverage import UnclearPlace
from models.exports.files import FORMATS, replaced, write_file
from models.exports.release import release as write_release
from models.exports.rows import ExportProblem, Question, of_view
from models.exports.texts import write_csv, write_lines
from models.reading_door import TIME_LIMIT, QueryFailed, opened
from pipelines.record import stored_records

Format = Literal["csv", "jsonl", "parquet", "xlsx"]
_TEXTS = ("csv", "jsonl")


def register(app: typer.Typer) -> None:
    """Puts the commands into the `nianbao` program."""
    app.command()(export)
    app.command()(release)


def export(
    form: Annotated[Format | None, typer.Option("--format", help="by the file's name, else jsonl")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="the file to write; standard output by default")] = None,
    view: Annotated[str | None, typer.Option(help="the rows of this view, such as facts, reports, coverage")] = None,
    query: Annotated[str | None, typer.Option(help="the rows of this SELECT, which can only read")] = None,
    place: Annotated[str | None, typer.Option("--in", help="of a view: a division, or a part of a publisher's name")] = None,
    year: Annotated[int | None, typer.Option(min=1900, max=2100, help="of a view: the year reported on")] = None,
    timeout: Annotated[float | None, typer.Option(min=0.1, help=f"seconds; {TIME_LIMIT:g} for a query, none for a view")] = None,
    codebook: Annotated[bool, typer.Option(help="also what each indicator is: a file beside, a sheet in XLSX")] = True,
) -> None:
    """Writes a view or a query as CSV, JSON lines, Parquet or XLSX.

    Without --view and --query: the latest version of every report, one whole report a line, as JSON lines; or its facts in any
    other format. CSV files begin with a byte order mark so that spreadsheets read them, and nothing in CSV or XLSX runs as a
    formula there.
    """
    wanted = _format(form, output)
    with _told(output):
        engine = open_database(open_config())
        if view is None and query is None and wanted == "jsonl":
            if place is not None or year is not None:
                raise ExportProblem("expected --view with --in and --year, found none: try --view reports")
            _reports(engine, output)
            return
        question, name = _question(engine, view, query, place, year)
        seconds = timeout if timeout is not None else TIME_LIMIT if query is not None else None
        with opened(engine.url, seconds) as door:
            if output is None:
                count, cut = (write_csv if wanted == "csv" else write_lines)(question.ask(door), sys.stdout), 0
            else:
                count, cut = write_file(door, question, wanted, output, name, codebook)
        if output is not None:
            out(f"{count} row(s) in {output}" + (f"; {cut} cell(s) cut to what a sheet takes" if cut else ""))
        if not count and (place is not None or year is not None):
            limits = f"{f' --in {place}' if place is not None else ''}{f' --year {year}' if year is not None else ''}"
            complain(f"expected rows of the view {name} with{limits}, found none: `nianbao coverage` shows who is there")
            raise typer.Exit(1)


def release(
    folder: Annotated[Path, typer.Argument(help="a new folder for it")],
    previous: Annotated[Path | None, typer.Option(help="folder of the release before: what changed since is listed")] = None,
    date: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="its day; that of the newest capture else")] = None,
) -> None:
    """Writes a frozen, citable set: SQLite, Parquet and CSV of the public views, dictionary, checksums, changes.

    The same database gives the same bytes.
    """
    with _told(folder):
        counts = write_release(open_database(open_config()), folder, previous, date.date() if date else None)
        out(f"{counts['reports']} report(s) and {counts['facts']} fact(s) in {folder}")


def _format(form: str | None, output: Path | None) -> str:
    named = output.suffix[1:].lower() if output is not None else ""
    wanted = form or (named if named in FORMATS else None)
    if wanted is None and output is not None:
        complain(f"expected a file name that ends in .{', .'.join(FORMATS)}, or --format; found {output}")
        raise typer.Exit(2)
    wanted = wanted or "jsonl"
    if output is None and wanted not in _TEXTS:
        complain(f"{wanted} cannot go to standard output: name a file with --output")
        raise typer.Exit(2)
    return wanted


def _question(
    engine: Engine, view: str | None, query: str | None, place: str | None, year: int | None
) -> tuple[Question, str]:
    """What is asked, and a name for it."""
    if query is not None:
        if view is not None or place is not None or year is not None:
            raise ExportProblem("expected --query alone, found --view, --in or --year with it: write them into the query")
        return Question(query, {}), "query"
    with engine.connect() as connection:
        return of_view(connection, view or "facts", place, year), view or "facts"


def _reports(engine: Engine, output: Path | None) -> None:
    if output is None:
        _write_reports(engine, sys.stdout)
        return
    with replaced(output) as part, part.open("w", encoding="utf-8") as file:
        count = _write_reports(engine, file)
    out(f"{count} report(s) in {output}")


def _write_reports(engine: Engine, file: IO[str]) -> int:
    count = 0
    with engine.connect() as connection:
        for record in stored_records(connection):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    return count


@contextmanager
def _told(output: Path | None) -> Iterator[None]:
    """Says in words what went wrong, and ends with exit code 2."""
    try:
        yield
    except (ExportProblem, QueryFailed, UnclearPlace) as problem:
        complain(str(problem))
        raise typer.Exit(2) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(f"{output}: cannot be written: {error.strerror}")
        raise typer.Exit(2) from None
