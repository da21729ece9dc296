"""`nianbao serve`: the read-only web pages on the database or a release."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.opening import open_config
from crawler.cli.screens import complain, out

NEEDED = ("datasette", "datasette_dashboards")


def register(app: typer.Typer) -> None:
    """Puts the command into the `nianbao` program."""
    app.command()(serve)


def serve(
    file: Annotated[
        Path | None, typer.Argument(help="a SQLite file or a release's folder; by default the project's database")
    ] = None,
    host: Annotated[str, typer.Option(help="the address to listen at; 0.0.0.0 lets other machines in")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="the port to listen at")] = 8001,
) -> None:
    """Shows the database in a browser: views, charts, ready questions, search. Nothing can be written there."""
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        complain(f"the web pages need {', '.join(missing)}, which is not installed: install nianbao with its extra `web`")
        raise typer.Exit(2)
    config = open_config()
    # `explorer` stands right of `crawler` on the import ladder: it is found by name here.
    opening, server = import_module("explorer.opening"), import_module("explorer.server")
    try:
        source = opening.source_of(file, config.database, config.data_dir)
        listening = server.listen(host, port)
    except opening.NotServed as problem:
        complain(str(problem))
        raise typer.Exit(2) from None
    with listening:
        shown_host, shown_port = listening.getsockname()[:2]
        out(f"{source.file} at http://{shown_host}:{shown_port}/ (Ctrl+C ends it)")
        server.run(source, listening)
