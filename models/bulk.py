"""Many rows of one table handed to the driver in one go: what the column types make of values is found out once a table.

SQLAlchemy's own executemany makes a dictionary of parameters for each row and looks up each type again; with some hundred
rows a report that costs more than the database does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table

Row = dict[str, Any]
_Processor = Callable[[Any], Any]


def insert_rows(connection: Connection, model: type[Any], rows: Sequence[Row], conflict: str = "") -> None:
    """Inserts rows that all name the same columns, as they are in the database; `conflict` is SQL, of ON CONFLICT.

    No default of the model applies: a row names every column that has no default in the database.
    """
    if not rows:
        return
    statement, plan = _plan(connection.dialect, _table(model), tuple(rows[0]), conflict)
    connection.exec_driver_sql(
        statement, [tuple([value if make is None else make(value) for value, make in zip(row.values(), plan)]) for row in rows]  # noqa: B905 - the same columns
    )


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
def _plan(dialect: Dialect, table: Table, columns: tuple[str, ...], conflict: str) -> tuple[str, list[_Processor | None]]:
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    quoted = dialect.identifier_preparer.quote
    names = ", ".join(map(quoted, columns))
    statement = f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({', '.join([mark] * len(columns))}) {conflict}"
    return statement, [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns]


def _table(model: type[Any]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table
