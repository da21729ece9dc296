"""`nianbao search`: words in the titles and texts of reports."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.text import Text

from crawler.cli.opening import open_config, open_database
from crawler.cli.screens import complain, out
from models.coverage import UnclearPlace
from models.harmless import one_line
from models.search import Hit, find
from models.search_sql import PLAIN_SQL
from models.search_words import QueryProblem
from models.snippets import AFTER, BEFORE


def register(app: typer.Typer) -> None:
    """Puts the command into the `nianbao` program."""
    # Words that begin with a minus are words to leave out, not options.
    app.command(context_settings={"ignore_unknown_options": True})(search)


def search(
    words: Annotated[list[str], typer.Argument(help='all must occur; "…" a phrase, OR, NOT or -word, brackets')],
    place: Annotated[str | None, typer.Option("--in", help="a division (all within it) or a part of a publisher's name")] = None,
    year: Annotated[int | None, typer.Option(min=1900, max=2100, help="the year reported on")] = None,
    level: Annotated[str | None, typer.Option(help="province, prefecture, county, township, department")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="how many to show")] = 20,
    quarantined: Annotated[bool, typer.Option("--quarantined", help="among pages that are kept out, instead")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a report")] = False,
    as_sql: Annotated[bool, typer.Option("--sql", help="prints a query for one word, to be asked in any SQL prompt")] = False,
) -> None:
    """Finds reports by words of one or more characters in title and text, the best first. Exit code 1 if there is none."""
    engine = open_database(open_config())
    if as_sql:
        typer.echo(PLAIN_SQL[engine.dialect.name].strip().replace(":words", "'" + " ".join(words).replace("'", "''") + "'") + ";")
        return
    try:
        with engine.connect() as connection:
            found = find(connection, " ".join(words), place, year, level, limit, quarantined)
    except (QueryProblem, UnclearPlace) as problem:
        complain(str(problem))
        raise typer.Exit(2) from None
    if not found.hits:
        complain(f"no report has {' '.join(words)!r}" + _limited(place, year, level))
        raise typer.Exit(1)
    for hit in found.hits:
        if as_json:
            typer.echo(json.dumps(asdict(hit), ensure_ascii=False))
        else:
            out(*_shown(hit))
    if not as_json:
        more = "more than " if found.more else ""
        out(f"{len(found.hits)} of {more}{found.total} report(s)")


def _limited(place: str | None, year: int | None, level: str | None) -> str:
    limits: dict[str, Any] = {"in": place, "for": year, "of level": level}
    return "".join(f" {word} {value}" for word, value in limits.items() if value is not None)


def _shown(hit: Hit) -> list[Any]:
    about = " ".join(str(part) for part in (hit.year or "-", hit.publisher or "-", f"({hit.place})" if hit.place else ""))
    title = one_line(hit.title or "-")
    shown = title if len(title) <= 80 else f"{title[:80]}…"
    address = Text(one_line(hit.url), no_wrap=True, overflow="ignore")  # in one piece, so that it can be copied
    return [f"[bold]{escape(one_line(about))}[/]  {escape(shown)}", _marked(hit.snippet), address, ""]


def _marked(snippet: str) -> Text:
    """The passage, its hits in colour; the marks stay, for screens without one."""
    text = Text(snippet)
    text.highlight_regex(f"{BEFORE}[^{AFTER}]*{AFTER}", "bold yellow")
    return text
