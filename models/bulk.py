"""Many rows of one table handed to the driver in one go: what the column types make of values is found out once a table.

SQLAlchemy's own executemany makes a dictionary of parameters for each row and looks up each type again; with some hundred
rows a report that costs more than the database does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Connection, Dialect, Table
from sqlalchemy.types import TypeEngine

from models.base import Moment, Structure, Words, storable, storable_json

Row = dict[str, Any]
_Maker = Callable[[Any], Any]
_Plan = list[tuple[int, _Maker]]
"""Which columns need their values made over, and how."""


def insert_rows(connection: Connection, model: type[Any], rows: Sequence[Row], conflict: str = "") -> None:
    """Inserts rows that all name the same columns, as they are in the database; `conflict` is SQL, of ON CONFLICT.

    No default of the model applies: a row names every column that has no default in the database.
    """
    if not rows:
        return
    statement, plan = _plan(connection.dialect, _table(model), tuple(rows[0]), conflict)
    connection.exec_driver_sql(statement, [_made(row, plan) for row in rows])


def _made(row: Row, plan: _Plan) -> tuple[Any, ...]:
    """The values of a row as the driver takes them; what is None stays so for every type."""
    values = list(row.values())
    for place, make in plan:
        value = values[place]
        if value is not None:
            values[place] = make(value)
    return tuple(values)


def insert_tuples(connection: Connection, model: type[Any], columns: tuple[str, ...], values: list[tuple[Any, ...]]) -> None:
    """Inserts rows as the driver takes them."""
    if values:
        connection.exec_driver_sql(_plan(connection.dialect, _table(model), columns, "")[0], values)


def excluded(columns: Sequence[str]) -> str:
    """The part of ON CONFLICT DO UPDATE that takes columns over from the new row."""
    return "SET " + ", ".join(f"{name} = excluded.{name}" for name in columns)


def new_ids(connection: Connection, model: type[Any], number: int) -> list[int]:
    """Ids for new rows, rising, that nobody else gets. On SQLite the caller holds the write lock."""
    table = _table(model)
    if connection.dialect.name == "postgresql":
        query = f"SELECT nextval(pg_get_serial_sequence('{table.name}', 'id')) FROM generate_series(1, {int(number)})"
        return sorted(connection.exec_driver_sql(query).scalars())
    last = connection.exec_driver_sql(f"SELECT COALESCE(MAX(id), 0) FROM {table.name}").scalar_one()
    return list(range(last + 1, last + 1 + number))


@lru_cache(maxsize=256)
def _plan(dialect: Dialect, table: Table, columns: tuple[str, ...], conflict: str) -> tuple[str, _Plan]:
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    quoted = dialect.identifier_preparer.quote
    names = ", ".join(map(quoted, columns))
    statement = f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({', '.join([mark] * len(columns))}) {conflict}"
    makers = [_maker(table.c[name].type, dialect) for name in columns]
    return statement, [(place, make) for place, make in enumerate(makers) if make is not None]


def _maker(kind: TypeEngine[Any], dialect: Dialect) -> _Maker | None:
    """What makes a value of a column type as the driver takes it; None where the driver takes it as it is.

    For three types of ours it is what they come to by several calls, which cost more than the driver's own work.
    """
    if isinstance(kind, Words):
        return storable
    if dialect.name == "sqlite" and isinstance(kind, Moment):
        return _sqlite_moment
    if dialect.name == "sqlite" and isinstance(kind, Structure):
        return partial(_sqlite_structure, dialect._json_serializer or json.dumps)
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _sqlite_moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError(f"expected an aware moment, found {value!r} without a zone")
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _sqlite_structure(dumps: Callable[[Any], str], value: Any) -> str:
    said = dumps(value)
    # A NUL would stand in it escaped, a surrogate as it is.
    return said if "\u0000" not in said and storable(said) is said else dumps(storable_json(value))


def _table(model: type[Any]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table
