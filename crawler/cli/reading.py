"""`nianbao read`: the whole reading path on one saved page, offline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from crawler.cli.screens import complain, out, record_parts


def register(app: typer.Typer) -> None:
    """Puts the command into the `nianbao` program."""
    app.command()(read)


def read(
    file: Annotated[Path, typer.Argument(help="a saved page: HTML or plain text, in any encoding")],
    as_json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    url: Annotated[str | None, typer.Option(help="the address it came from, if known")] = None,
    content_type: Annotated[str | None, typer.Option(help="the Content-Type it was sent with, if known")] = None,
) -> None:
    """Reads one saved page and prints the report, its facts and findings. Exit code 1 if it is not an annual report."""
    # Here, so that the commands that only ask need not wait for the reading path to load.
    from crawler.offline import Unreadable, read_file
    from pipelines.record import record

    try:
        reading = read_file(file, url=url, content_type=content_type)
    except Unreadable as problem:
        complain(str(problem))
        raise typer.Exit(2) from None
    if as_json:
        typer.echo(json.dumps(record(reading), ensure_ascii=False))
    else:
        out(escape(reading.why), *record_parts(record(reading)))
    raise typer.Exit(0 if reading.is_annual_report else 1)
