"""`nianbao read`: the whole reading path on one saved or archived page, offline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from crawler.cli.opening import open_config
from crawler.cli.screens import complain, out, record_parts

_WHAT = "a saved page (HTML or text, in any encoding), or the address of one in the archive"
_JSON = "print one JSON object; further reports of the page stand in its list `also`"
_STRICT = "exit code 1 also where a rule fails: for a check before publishing"


def register(app: typer.Typer) -> None:
    """Puts the command into the `nianbao` program."""
    app.command()(read)


def read(
    page: Annotated[str, typer.Argument(metavar="FILE|URL", help=_WHAT)],
    as_json: Annotated[bool, typer.Option("--json", help=_JSON)] = False,
    url: Annotated[str | None, typer.Option(help="the address a file came from, if known")] = None,
    content_type: Annotated[str | None, typer.Option(help="the Content-Type a file was sent with, if known")] = None,
    strict: Annotated[bool, typer.Option("--strict", help=_STRICT)] = False,
) -> None:
    """Reads one saved or archived page: prints each report on it, its facts and findings. Exit code 1 if it is none."""
    # Here, so that the commands that only ask need not wait for the reading path to load.
    from crawler.offline import Unreadable, read_archived, read_file
    from pipelines.record import record, records

    try:
        if page.startswith(("http://", "https://")):
            reading = read_archived(open_config().data_dir / "warc", page)
        else:
            reading = read_file(Path(page), url=url, content_type=content_type)
    except Unreadable as problem:
        complain(str(problem))
        raise typer.Exit(2) from None
    first, *also = records(reading) or [record(reading)]
    if as_json:
        typer.echo(json.dumps(first | ({"also": also} if also else {}), ensure_ascii=False))
    else:
        several = [f"{1 + len(also)} reports stand on this page"] if also else []
        kind = "an annual report (是年报)" if reading.is_annual_report else "no annual report (不是年报)"
        out(escape(f"{kind}, by: {reading.why}"), *several, *(part for one in (first, *also) for part in record_parts(one)))
    fails = any(finding["outcome"] == "fail" for one in (first, *also) for finding in one["findings"])
    raise typer.Exit(0 if reading.is_annual_report and not (strict and fails) else 1)
