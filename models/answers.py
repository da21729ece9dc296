"""Rows of a query on views as dictionaries: on SQLite by the driver itself, since SQLAlchemy takes several times as long."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Boolean, Connection, Date, text
from sqlalchemy.orm import Session

from models import views
from models.base import Figure, Moment, Structure

Answer = dict[str, Any]
_first = itemgetter(0)


def answers(connection: Connection | Session, query: str, values: Answer | None = None) -> list[Answer]:
    """The rows of a query, with the types of the views' columns: figures as Decimal, moments aware, days as dates.

    Values are named (`:year`). The same rows as SQLAlchemy gives for `text(query).columns(**TYPES)`, on both engines.
    """
    held = connection.connection() if isinstance(connection, Session) else connection
    if held.dialect.name != "sqlite":
        result = held.execute(_typed(query), values or {})
        return [dict(row) for row in result.mappings()]
    cursor = held.connection.driver_connection.execute(query, values or {})  # type: ignore[union-attr]  # a sqlite3 connection
    names = tuple(map(_first, cursor.description))
    readers = _readers(names)
    return [_row(names, readers, list(row)) for row in cursor.fetchall()]


@lru_cache(maxsize=64)
def _typed(query: str) -> Any:
    return text(query).columns(**views.TYPES)


_Readers = list[tuple[int, Callable[[Any], Any]]]


def _row(names: tuple[str, ...], readers: _Readers, cells: list[Any]) -> Answer:
    for at, read in readers:
        if (said := cells[at]) is not None:
            cells[at] = read(said)
    return dict(zip(names, cells))  # noqa: B905 - the driver gives as many as it names


@lru_cache(maxsize=64)
def _readers(names: tuple[str, ...]) -> _Readers:
    return [(at, _READ[type(views.TYPES[name])]) for at, name in enumerate(names) if name in views.TYPES]


@lru_cache(maxsize=4096, typed=True)
def _figure(value: float) -> Decimal:
    number = Decimal(str(value))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


@lru_cache(maxsize=4096)  # a row has several, and those of one crawl share theirs
def _moment(value: str) -> datetime:
    return datetime.fromisoformat(value + "+00:00")


_READ: dict[type[Any], Callable[[Any], Any]] = {
    Figure: _figure, Moment: _moment, Date: lru_cache(maxsize=4096)(date.fromisoformat), Boolean: bool, Structure: json.loads,
}  # fmt: skip
