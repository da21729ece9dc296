"""Whether a database error may be gone in a moment: the server is restarting, the file is locked, the disk is full."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, TimeoutError

_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PROTOCOL,
    }
)  # fmt: skip
_REMEDIES = {
    sqlite3.SQLITE_BUSY: "another program is writing to it: try again when that is done",
    sqlite3.SQLITE_LOCKED: "another program is writing to it: try again when that is done",
    sqlite3.SQLITE_FULL: "make room on its disk, then try again",
    sqlite3.SQLITE_READONLY: "see that you may write to the file and to its folder",
    sqlite3.SQLITE_CANTOPEN: "see that the file is there and that you may write to it and to its folder",
    sqlite3.SQLITE_IOERR: "look at its disk (is it full?), then try again",
}
_KINDS_OF_SERVER_ERRORS = ("08", "40", "53", "55", "57", "58")
"""SQLSTATE classes: connection, rolled back (deadlock), out of resources, object in use, operator's word, the system."""


def is_away(error: BaseException | None) -> bool:
    """Whether the same statement may well work later; False for what is wrong with the statement, the data or the tables."""
    if isinstance(error, TimeoutError):  # every connection of the pool is waiting for it already
        return True
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated:
        return True
    code = getattr(error.orig, "sqlite_errorcode", None)
    if isinstance(code, int):
        return code & 0xFF in _PASSING
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(state, str):
        return state.startswith(_KINDS_OF_SERVER_ERRORS)
    # No code at all: psycopg could not connect, or lost the connection before the server said why.
    return type(error.orig).__name__ in ("OperationalError", "InterfaceError")


def remedy(error: BaseException, otherwise: str = "try again when it is back") -> str:
    """What a person can do about a database that is away (`is_away`)."""
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
    return _REMEDIES.get(code & 0xFF if isinstance(code, int) else -1, otherwise)


def first_line(error: BaseException) -> str:
    """What an error says, in one line: the driver's own words, without the statement."""
    said = str(getattr(error, "orig", None) or error).strip().splitlines()
    return said[0][:300] if said else type(error).__name__
