"""Statements handed to the driver as they stand: values and rows in the types of the columns, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Boolean, Date, Engine, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from models.base import Moment, Structure, Words
from models.claims import claim
from models.database import writer
from models.due_dates import DueDate
from models.prepared import Prepared

NOON = datetime(2024, 3, 1, 12, 0, 5, 17, tzinfo=timezone(timedelta(hours=8)))
ADD = Prepared(
    "INSERT INTO site (key, name, start_urls, updated_at) VALUES (:key, :name, :urls, :moment)",
    name=Words(), urls=Structure(), moment=Moment(),
)  # fmt: skip
READ = Prepared(
    "SELECT key, name, start_urls, updated_at FROM site WHERE key LIKE :like ORDER BY key",
    start_urls=Structure(), updated_at=Moment(),
)  # fmt: skip


def test_rows_come_back_in_the_types_they_went_in(database: Engine) -> None:
    with writer(database).begin() as connection:
        ADD.run(connection, {"key": "a", "name": "清水\x00县 100%", "urls": ["http://x.example/?a=%20"], "moment": NOON})
        ADD.run(connection, {"key": "b", "name": None, "urls": None, "moment": None})
        rows = READ.rows(connection, {"like": "%"})
    assert rows == [("a", "清水\ufffd县 100%", ["http://x.example/?a=%20"], NOON.astimezone(UTC)), ("b", None, None, None)]
    assert rows[0][3].tzinfo is UTC


def test_a_statement_takes_what_it_names_and_counts_what_it_touched(database: Engine) -> None:
    change = Prepared("UPDATE site SET name = :name WHERE key = :key")
    with writer(database).begin() as connection:
        ADD.run(connection, {"key": "a", "name": "", "urls": None, "moment": None})
        assert change.run(connection, {"key": "a", "name": "x", "besides": 1}).rowcount == 1
        assert change.run(connection, {"key": "none", "name": "x"}).rowcount == 0
        assert READ.row(connection, {"like": "none"}) is None
        assert READ.rows(connection, {"like": "none"}) == []


def test_a_list_stands_for_all_of_its_values(database: Engine) -> None:
    asked = Prepared("SELECT key FROM site WHERE key IN :keys AND updated_at <= :now ORDER BY key", "FOR UPDATE", now=Moment())
    change = Prepared("UPDATE site SET name = :name WHERE key IN :keys")
    with writer(database).begin() as connection:
        for key, moment in (("a", NOON), ("b", NOON), ("c", None)):
            ADD.run(connection, {"key": key, "name": key, "urls": None, "moment": moment})
        assert asked.rows(connection, {"keys": ["a", "c", "x"], "now": NOON}) == [("a",)]
        assert asked.rows(connection, {"keys": ("b",), "now": NOON}) == [("b",)]
        assert change.run(connection, {"keys": ["a", "b", "x"], "name": "x"}).rowcount == 2
        assert [name for _, name, *_ in READ.rows(connection, {"like": "%"})] == ["x", "x", "c"]


def test_days_and_truths_are_read_as_such(database: Engine) -> None:
    assert claim(database, "a", NOON, partial=True) is not None
    told = Prepared("SELECT due FROM due_date WHERE due = :due", due=Date())
    with database.connect() as connection:
        assert (due := connection.scalar(select(DueDate.due).limit(1))) is not None
        assert told.row(connection, {"due": due}) == (due,)
        assert Prepared("SELECT partial FROM crawl", partial=Boolean()).row(connection, {}) == (True,)


def test_errors_are_those_of_sqlalchemy(database: Engine) -> None:
    row = {"key": "a", "name": "", "urls": None, "moment": None}
    with writer(database).begin() as connection:
        ADD.run(connection, row)
    with pytest.raises(IntegrityError), writer(database).begin() as connection:
        ADD.run(connection, row)
    with pytest.raises(DBAPIError), database.connect() as connection:
        READ.rows(connection, {})
