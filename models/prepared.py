"""Statements that every crawl or every batch of pages runs, written as SQL and handed to the driver as they stand.

SQLAlchemy takes milliseconds to make SQL of a statement for the first time, and some more for each of its rows; a crawl of a
site on which nothing is new has little else to do, and the few statements of a batch cost more to make than to run. Types,
errors and transactions are SQLAlchemy's all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, CursorResult, Dialect
from sqlalchemy.types import TypeEngine

_Make = Callable[[Any], Any]
_VALUE = re.compile(r"(?<!:):(\w+)")


class Prepared:
    """One statement with named values (`:site`); a value that is a list stands for all of it (`key IN :keys`).

    `lock` is added on PostgreSQL alone, where rows are locked one by one. `types` are those of values and columns that are more
    than text and numbers.
    """

    def __init__(self, sql: str, lock: str = "", /, **types: TypeEngine[Any]) -> None:
        self.sql, self.lock, self.types = sql, lock, types

    def run(self, connection: Connection, values: Mapping[str, Any]) -> CursorResult[Any]:
        """What SQLAlchemy has of the execution, such as the number of rows touched. Raises the database's own errors.

        No list may be empty: SQL has no such list.
        """
        dialect, bound = connection.dialect, dict(values)
        for name, make in _binders(self, dialect).items() if self.types else ():
            if name in bound:
                bound[name] = make(bound[name])
        lists = {name: value for name, value in bound.items() if isinstance(value, (list, tuple))}
        for name, value in lists.items():
            del bound[name]
            bound.update({f"{name}_{at}": one for at, one in enumerate(value)})
        sizes = tuple([(name, len(value)) for name, value in lists.items()])
        return connection.exec_driver_sql(_statement(self.sql, self.lock, dialect, sizes), bound)

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Every row, in the types of the columns; a statement that returns none gives an error of the driver."""
        cursor = self.run(connection, values).cursor
        found = cursor.fetchall()
        if not found:
            return []
        if not self.types:
            return list(map(tuple, found))
        readers = _readers(self, connection.dialect, tuple([column[0] for column in cursor.description]))
        return [_read(list(row), readers) for row in found]

    def row(self, connection: Connection, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """The first row, or None."""
        return next(iter(self.rows(connection, values)), None)


def _read(cells: list[Any], readers: tuple[tuple[int, _Make], ...]) -> tuple[Any, ...]:
    for at, read in readers:
        if cells[at] is not None:
            cells[at] = read(cells[at])
    return tuple(cells)


@lru_cache(maxsize=512)
def _statement(sql: str, lock: str, dialect: Dialect, sizes: tuple[tuple[str, int], ...]) -> str:
    """The statement as the driver takes it, with as many marks for a list as it has values."""
    many = dict(sizes)
    is_qmark = dialect.paramstyle == "qmark"
    mark = ":{}" if is_qmark else "%({})s"

    def marks(value: re.Match[str]) -> str:
        name = value[1]
        if name not in many:
            return mark.format(name)
        return f"({', '.join(mark.format(f'{name}_{at}') for at in range(many[name]))})"

    locked = f"{sql} {lock}" if lock and dialect.name == "postgresql" else sql
    return _VALUE.sub(marks, locked if is_qmark else locked.replace("%", "%%"))


@lru_cache(maxsize=512)
def _binders(prepared: Prepared, dialect: Dialect) -> dict[str, _Make]:
    """What makes values such as the driver takes, by the names of the values."""
    names = set(_VALUE.findall(prepared.sql))
    makers = {name: kind.dialect_impl(dialect).bind_processor(dialect) for name, kind in prepared.types.items() if name in names}
    return {name: make for name, make in makers.items() if make is not None}


@lru_cache(maxsize=512)
def _readers(prepared: Prepared, dialect: Dialect, columns: tuple[str, ...]) -> tuple[tuple[int, _Make], ...]:
    found = []
    for at, name in enumerate(columns):
        if name in prepared.types:
            read = prepared.types[name].dialect_impl(dialect).result_processor(dialect, None)
            if read is not None:
                found.append((at, read))
    return tuple(found)
