"""Work that the database did not take is tried again while the database is away, and never for an error of another kind."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from models.away import first_line, is_away
from pipelines.keeping.again import insist


def _locked() -> OperationalError:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return OperationalError("INSERT", None, error)


def _failing(times: int, error: Exception) -> tuple[Callable[[], str], list[int]]:
    tried: list[int] = []

    def work() -> str:
        tried.append(1)
        if len(tried) <= times:
            raise error
        return "done"

    return work, tried


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.keeping.again.FIRST_PAUSE", 0.0)


def test_work_is_tried_until_the_database_is_back() -> None:
    work, tried = _failing(3, _locked())
    assert asyncio.run(insist(work, 60)) == "done"
    assert len(tried) == 4


def test_after_its_patience_the_error_is_raised() -> None:
    moments = iter(range(100))
    work, tried = _failing(1000, _locked())
    with pytest.raises(OperationalError):
        asyncio.run(insist(work, 5, clock=lambda: float(next(moments))))
    assert 3 <= len(tried) <= 6


NO_TABLE = OperationalError("SELECT", None, sqlite3.OperationalError("no such table"))


@pytest.mark.parametrize("error", [ValueError("ours"), NO_TABLE])
def test_an_error_of_another_kind_is_raised_at_once(error: Exception) -> None:
    work, tried = _failing(1000, error)
    if isinstance(error, OperationalError):
        error.orig.sqlite_errorcode = sqlite3.SQLITE_ERROR  # type: ignore[union-attr]
    with pytest.raises(type(error)):
        asyncio.run(insist(work, 60))
    assert len(tried) == 1


def test_what_the_databases_themselves_say_is_told_apart(database: Engine) -> None:
    with database.connect() as connection, pytest.raises(DBAPIError) as raised:
        connection.execute(text("SELECT * FROM no_such_table"))
    assert not is_away(raised.value)
    assert "no_such_table" in first_line(raised.value)
    if database.dialect.name == "postgresql":
        with pytest.raises(DBAPIError) as cut, database.connect() as connection:
            connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        assert is_away(cut.value)
