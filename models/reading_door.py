"""The read-only door: connections that cannot write and statements that end in time, for queries that users wrote.

SQLite: the file is opened read-only, `query_only` is on, and an authorizer lets only reading through (also no ATTACH, which
could make files). PostgreSQL: read-only transactions, and the extended protocol, which takes one statement only.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import text
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import URL

from models.database import DatabaseProblem, address_of

TIME_LIMIT = 60.0
_CHUNK = 500
_STEPS = 10_000
"""SQLite asks for the time after so many steps of its machine: well under a millisecond."""
_LONGEST_VALUE = 64 * 1024 * 1024

_READING = {
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE, sqlite3.SQLITE_TRANSACTION,
}  # fmt: skip
_DECLARING = {sqlite3.SQLITE_CREATE_TABLE, sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE}
"""What the index of search asks for when it is opened: it declares its columns as a table `x`, and nothing is written."""
_PRAGMAS = {"data_version", "table_info", "table_xinfo", "index_list", "index_info", "index_xinfo", "foreign_key_list"}


class QueryFailed(Exception):
    """A user's query was refused, failed or took too long; the message says which, in words."""


@dataclass(slots=True)
class Answer:
    """The columns of a query and its rows, which come while they are read."""

    columns: list[str]
    rows: Iterator[tuple[Any, ...]]


class Door(Protocol):
    """A read-only connection with one snapshot: whatever is asked through it belongs together."""

    def ask(self, query: str, values: Mapping[str, Any] | None = None) -> Answer:
        """The answer to one query, streaming; `:name` in it stands for a value. The next question ends the one before."""


@contextmanager
def opened(url: str | URL, seconds: float | None = TIME_LIMIT) -> Iterator[Door]:
    """A door to the database. Raises QueryFailed where a query is no reading one, is wrong, or takes longer than `seconds`

    until its last row is read; None sets no limit.
    """
    address = address_of(url)
    if address.get_backend_name() == "sqlite":
        with _told_by_sqlite(seconds), closing(_SqliteDoor(address, seconds)) as found:
            yield found
    else:
        with _told_by_postgresql(seconds), closing(_PostgresqlDoor(address, seconds)) as found:
            yield found


@contextmanager
def _told_by_sqlite(seconds: float | None) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise _too_long(seconds) from None
        raise QueryFailed(f"the query failed: {error}") from error
    except sqlite3.DatabaseError as error:
        if "not authorized" in str(error) or "prohibited" in str(error):
            raise QueryFailed("expected a query that only reads, found one that would change something") from error
        raise QueryFailed(f"the query failed: {error}") from error
    except (sqlite3.Warning, sqlite3.ProgrammingError, ValueError) as error:
        raise QueryFailed(f"expected one SELECT: {error}") from error


@contextmanager
def _told_by_postgresql(seconds: float | None) -> Iterator[None]:
    import psycopg  # here, so that commands on SQLite, and those that ask nothing, need not wait for it to load

    try:
        yield
    except psycopg.errors.QueryCanceled:
        raise _too_long(seconds) from None
    except psycopg.errors.ReadOnlySqlTransaction as error:
        raise QueryFailed("expected a query that only reads, found one that would change something") from error
    except psycopg.OperationalError as error:
        raise DatabaseProblem(f"the database cannot be reached: {error}") from error
    except psycopg.Error as error:
        raise QueryFailed(f"the query failed: {error.diag.message_primary or error}") from error
    except ValueError as error:
        raise QueryFailed(f"expected one SELECT: {error}") from error


@contextmanager
def asked(
    url: str | URL, query: str, values: Mapping[str, Any] | None = None, seconds: float | None = TIME_LIMIT
) -> Iterator[Answer]:
    """The answer to one query through a door of its own. Raises as `opened` does."""
    with opened(url, seconds) as door:
        yield door.ask(query, values)


def _too_long(seconds: float | None) -> QueryFailed:
    return QueryFailed(f"the query was stopped after {seconds or 0:g} s: ask for less, or give it more time with --timeout")


# --- SQLite ---


def open_sqlite(file: str | Path) -> sqlite3.Connection:
    """A driver's connection that can only read the file."""
    # As a URI, in which a question mark or a per cent sign of the path must not count.
    connection = sqlite3.connect(f"{Path(file).absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    connection.execute("PRAGMA query_only = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.execute("BEGIN")
    connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()  # takes the snapshot
    connection.set_authorizer(_let_read)
    return connection


def _let_read(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_DENY if second == "load_extension" else sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA:
        asks = first in _PRAGMAS and (second is None or first != "data_version")
        return sqlite3.SQLITE_OK if asks else sqlite3.SQLITE_DENY
    declares = action in _DECLARING and first in ("sqlite_master", "x")
    return sqlite3.SQLITE_OK if action in _READING or declares else sqlite3.SQLITE_DENY


class _SqliteDoor:
    def __init__(self, address: URL, seconds: float | None) -> None:
        self.seconds = seconds
        self.connection = open_sqlite(str(address.database))

    def ask(self, query: str, values: Mapping[str, Any] | None = None) -> Answer:
        if self.seconds is not None:
            end = time.monotonic() + self.seconds
            self.connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
        cursor = self.connection.execute(query, dict(values or {}))
        if cursor.description is None:
            raise QueryFailed("expected a query that gives rows, such as SELECT …, found one that gives none")
        return Answer([column[0] for column in cursor.description], _chunks(cursor))

    def close(self) -> None:
        self.connection.close()


def _chunks(cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
    while rows := cursor.fetchmany(_CHUNK):
        yield from rows


# --- PostgreSQL ---


class _PostgresqlDoor:
    def __init__(self, address: URL, seconds: float | None) -> None:
        import psycopg

        limit = 0 if seconds is None else max(1, int(seconds * 1000))
        settings = f"-c default_transaction_read_only=on -c statement_timeout={limit}"
        dsn = address.set(drivername="postgresql").render_as_string(hide_password=False)
        self.connection = psycopg.connect(dsn, options=settings)
        self.connection.read_only = True
        self.connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        self._rows: Iterator[Any] | None = None

    def ask(self, query: str, values: Mapping[str, Any] | None = None) -> Answer:
        words = query.split(None, 1)
        if not words or words[0].lower().rstrip("(") not in ("select", "with", "values", "table", ""):
            raise QueryFailed(f"expected a query that begins with SELECT or WITH, found {' '.join(words[:1]) or 'nothing'!r}")
        if self._rows is not None:
            self._rows.close()  # type: ignore[attr-defined]  # it is a generator, whatever its annotation says
        cursor = self.connection.cursor()
        # Sent as parameterized, so that a second statement behind a semicolon is an error of the server.
        self._rows = rows = cursor.stream(_named(query) if values else query, values or None, size=_CHUNK)
        first = next(rows, None)
        return Answer([column.name for column in cursor.description or ()], _after(first, rows))

    def close(self) -> None:
        self.connection.close()


def _named(query: str) -> Any:
    """`:name` as the driver writes it."""
    return str(text(query).compile(dialect=postgresql.psycopg.dialect()))  # type: ignore[no-untyped-call]  # has no annotations


def _after(first: tuple[Any, ...] | None, rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    if first is not None:
        yield first
        yield from rows
