"""Our own pages beside Datasette's: a figure with its evidence, a capture, the archived bytes, the search."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from datasette.database import QueryInterrupted  # type: ignore[import-untyped]
from datasette.utils import sqlite3  # type: ignore[import-untyped]
from datasette.utils.asgi import NotFound, Request, Response  # type: ignore[import-untyped]

from explorer.captures import Body, NoCapture, body_of
from explorer.doors import ARCHIVED
from explorer.opening import Source
from explorer.searching import SYNTAX, Answer, search

DATABASE = "nianbao"
"""The name under which every database is shown, so that addresses stay the same."""

AROUND = 400
"""Characters of the report's text shown before and after a figure."""

_FIGURE = "SELECT * FROM facts WHERE version_id = :version AND number = :number"
_VERSION = """SELECT version_id, publisher, place, year, SUBSTR(title, 1, 200) AS title, url, text
FROM reports WHERE version_id = :version"""


async def figure(datasette: Any, request: Request) -> Response:
    """One figure with the words around it as they were read, the page it comes from, and its capture."""
    version, number = int(request.url_vars["version"]), int(request.url_vars["number"])
    fact = await _one(datasette, _FIGURE, version=version, number=number)
    report = await _one(datasette, _VERSION, version=version)
    if fact is None or report is None:
        raise NotFound(f"没有这一项数字 no figure {number} of version {version} among the reports to read")
    start, end = fact["place_start"] or 0, fact["place_end"] or 0
    text = report["text"] or ""
    context = {
        "fact": fact, "report": report, "before": text[max(0, start - AROUND) : start], "printed": text[start:end],
        "after": text[end : end + AROUND], "cut_before": start > AROUND, "cut_after": end + AROUND < len(text),
        "fetch": await _fetch_of(datasette, version),
    }  # fmt: skip
    return await _page(datasette, request, "figure.html", context)


async def capture_of_version(datasette: Any, request: Request) -> Response:
    """Sends the reader on to the capture that a version was first read from."""
    fetch = await _fetch_of(datasette, int(request.url_vars["version"]))
    if fetch is None:
        raise NotFound("这个版本的存档不在此数据库旁 the capture of this version is not kept beside this database")
    return Response.redirect(datasette.urls.path(f"/-/capture/{fetch}"))


async def capture(datasette: Any, request: Request) -> Response:
    """A capture: what was asked, how it was answered and decoded, and the page in a frame that can do nothing."""
    row = await _fetch(datasette, request)
    body, problem = await _body(datasette, row)
    context = {"row": row, "problem": problem, "readable": body is not None and body.text is not None}
    return await _page(datasette, request, "capture.html", context)


async def archived(datasette: Any, request: Request) -> Response:
    """The archived body: `.txt` its source as text, `.html` the page without scripts, loads or origin, `.bin` as sent."""
    row = await _fetch(datasette, request)
    body, problem = await _body(datasette, row)
    if body is None:
        raise NotFound(problem)
    form = request.url_vars["form"]
    headers = {"content-security-policy": ARCHIVED, "cache-control": "private"}
    if form == "bin":
        headers["content-disposition"] = f'attachment; filename="capture-{row["id"]}.bin"'
        return Response(body.sent, headers=headers, content_type="application/octet-stream")
    if body.text is None:
        raise NotFound("这些字节不是文字 these bytes are no text: download them")
    return Response(body.text, headers=headers, content_type=_kind(form, body))


def _kind(form: str, body: Body) -> str:
    hypertext = form == "html" and "html" in body.content_type.lower()
    return "text/html; charset=utf-8" if hypertext else "text/plain; charset=utf-8"


async def search_page(datasette: Any, request: Request) -> Response:
    """What a search finds in titles and texts, with the words around each hit."""
    asked = {name: (request.args.get(name) or "").strip() for name in ("q", "place", "year")}
    answer = Answer([])
    if asked["q"]:
        source: Source = source_shown(datasette)
        limit = datasette.setting("sql_time_limit_ms") / 1000
        answer = await asyncio.to_thread(search, source, asked["q"], asked["place"], asked["year"], limit)
    return await _page(datasette, request, "search.html", {"asked": asked, "answer": answer, "syntax": SYNTAX})


def source_shown(datasette: Any) -> Source:
    """The file that a Datasette of ours stands on."""
    source: Source = datasette.nianbao_source
    return source


async def _page(datasette: Any, request: Request, template: str, context: Mapping[str, Any]) -> Response:
    return Response.html(await datasette.render_template(template, dict(context), request=request))


async def _one(datasette: Any, query: str, **values: object) -> dict[str, Any] | None:
    """The first row of a query; None without one, or where this database has no such table."""
    try:
        row = (await datasette.get_database(DATABASE).execute(query, values, log_sql_errors=False)).first()
    except QueryInterrupted:
        raise
    except sqlite3.OperationalError:
        return None
    return None if row is None else dict(row)


async def _fetch_of(datasette: Any, version: int) -> int | None:
    row = await _one(datasette, "SELECT fetch_id FROM report_version WHERE id = :version", version=version)
    return None if row is None else int(row["fetch_id"])


async def _fetch(datasette: Any, request: Request) -> dict[str, Any]:
    row = await _one(datasette, 'SELECT * FROM "fetch" WHERE id = :id', id=int(request.url_vars["fetch"]))
    if row is None:
        raise NotFound("没有这次抓取的记录 no such request is kept in this database")
    return row


async def _body(datasette: Any, row: dict[str, Any]) -> tuple[Body | None, str]:
    try:
        return await asyncio.to_thread(body_of, source_shown(datasette).warc, row), ""
    except NoCapture as problem:
        return None, str(problem)
