"""Fills a database with reports that say given things: copies of one stored report, so that every column has something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from models import search
from models.document import Report, ReportVersion

_CHUNK = 500

Said = tuple[str | None, str, dict[str, Any]]
"""Title, text, and columns of table `report` that are to differ."""


def fill(connection: Connection, said: Iterable[Said], indexed: bool = True) -> list[int]:
    """The ids of the versions that were made, each of a report of its own; one report must be stored."""
    report = dict(connection.execute(select(Report.__table__)).mappings().first() or {})
    version = dict(connection.execute(select(ReportVersion.__table__)).mappings().first() or {})
    highest = max(connection.scalars(select(Report.id)))
    made: list[int] = []
    waiting: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for number, (title, text, more) in enumerate(said, start=highest + 1):
        own = {name: more.pop(name) for name in list(more) if name in ("hijack_verdict", "current")}
        waiting.append((
            {**report, "id": number, "identity": f"made {number}", **more},
            {**version, "id": number, "report_id": number, "title": title, "text": text, **own},
        ))  # fmt: skip
        if len(waiting) == _CHUNK:
            made += _write(connection, waiting, indexed)
            waiting = []
    return made + _write(connection, waiting, indexed)


def _write(connection: Connection, rows: Sequence[tuple[dict[str, Any], dict[str, Any]]], indexed: bool) -> list[int]:
    if rows:
        connection.execute(insert(Report), [report for report, _ in rows])
        connection.execute(insert(ReportVersion), [version for _, version in rows])
    if indexed:
        search.add(connection, [(version["id"], version["title"], version["text"]) for _, version in rows])
    return [version["id"] for _, version in rows]
