"""What stands between the web pages and the world: reading only, assets of this machine only, limits on what a query may take."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

App = Callable[[Any, Any, Any], Awaitable[None]]

PAGES = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " connect-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""Nothing is loaded from elsewhere. Datasette writes its scripts into its pages; the charts compile theirs."""

ARCHIVED = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""An archived page runs nothing, loads nothing, sends nothing, and has no origin."""

LARGEST_VALUE = 16 * 1024 * 1024
LONGEST_SQL = 200_000
"""Our own widest views must still fit: SQLite reads them with the same limit."""


def limit_connection(connection: sqlite3.Connection) -> None:
    """Makes a connection of the pages read-only and bounds a value's size (bytes) and a statement's length (bytes)."""
    connection.execute("PRAGMA query_only = 1")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_SQL)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def guarded(app: App) -> App:
    """The app behind the door: other methods than GET and HEAD are refused, every answer carries the rules of its page."""

    async def door(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        if scope["method"] not in ("GET", "HEAD"):
            await _refuse(send)
            return

        async def sent(message: Any) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _with_rules(message.get("headers", []))}
            await send(message)

        await app(scope, receive, sent)

    return door


def _with_rules(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    given = {name.lower() for name, _ in headers}
    rules = {
        b"content-security-policy": PAGES.encode(),
        b"x-content-type-options": b"nosniff",
        b"referrer-policy": b"no-referrer",
        b"x-dns-prefetch-control": b"off",
    }
    return [*headers, *((name, value) for name, value in rules.items() if name not in given)]


async def _refuse(send: Any) -> None:
    words = "这里只能读。 These pages are read-only.\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"allow", b"GET, HEAD")]
    await send({"type": "http.response.start", "status": 405, "headers": headers})
    await send({"type": "http.response.body", "body": words})
