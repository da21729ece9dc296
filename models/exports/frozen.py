"""The SQLite file of a release: the public views as tables with indexes, and the index of search."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from models.exports.rows import Table
from models.search import SQLITE_INDEX
from models.search_words import grams

_CHUNK = 2_000
_KEYS = ("report_id", "version_id", "division_code", "publisher", "year", "code", "series", "rule")
"""Columns that people choose and join by."""
_TYPES = {"int": "INTEGER", "float": "REAL", "bool": "BOOLEAN", "date": "DATE", "datetime": "TIMESTAMP", "str": "TEXT"}


def write_frozen(file: Path, tables: Mapping[str, Callable[[], Table]], kinds: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The number of rows of each table. The same rows give the same bytes: fixed settings, fixed order, nothing of the clock."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for setting in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "encoding = 'UTF-8'"):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
        counts = {name: _write(connection, name, ask(), kinds[name]) for name, ask in tables.items()}
        if "reports" in tables:
            _index_words(connection)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        connection.execute("VACUUM")
    return counts


def _write(connection: sqlite3.Connection, name: str, table: Table, kinds: Sequence[str]) -> int:
    columns = [f'"{column}" {_column(name, column, kind)}' for column, kind in zip(table.columns, kinds, strict=True)]
    connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
    statement = f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})"
    count = 0
    for rows in _chunks(table.rows):
        connection.executemany(statement, [[_stored(value) for value in row] for row in rows])
        count += len(rows)
    for column in table.columns:
        if column in _KEYS and (name, column) != ("reports", "version_id"):
            connection.execute(f'CREATE INDEX ix_{name}_{column} ON {name} ("{column}")')
    return count


def _column(name: str, column: str, kind: str) -> str:
    return "INTEGER PRIMARY KEY" if (name, column) == ("reports", "version_id") else _TYPES[kind]


def _stored(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _index_words(connection: sqlite3.Connection) -> None:
    connection.execute(SQLITE_INDEX)
    texts = connection.execute("SELECT version_id, title, text FROM reports ORDER BY version_id")
    for rows in _chunks(texts):
        entries = [(number, " ".join(grams(title, text))) for number, title, text in rows]
        connection.executemany("INSERT INTO search (rowid, grams) VALUES (?, ?)", entries)
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def _chunks(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while chunk := list(islice(rows, _CHUNK)):
        yield chunk
