"""Through the read-only door nothing is written, nothing runs for ever, and what is refused is refused in words."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from models.reading_door import QueryFailed, asked

FOREVER = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n"


def rows(database: Engine, query: str, **more: float) -> list[tuple[object, ...]]:
    with asked(database.url, query, seconds=more.get("seconds", 30)) as answer:
        return list(answer.rows)


def test_gives_columns_and_rows(database: Engine) -> None:
    query = "SELECT code, edition FROM indicator WHERE edition = :edition ORDER BY code"
    with asked(database.url, query, {"edition": "2021"}) as answer:
        assert answer.columns == ["code", "edition"]
        assert {row[1] for row in answer.rows} == {"2021"}


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM indicator", "DROP TABLE indicator", "CREATE TABLE x (y INTEGER)", "UPDATE indicator SET code = ''",
        "INSERT INTO site (key) VALUES ('x')", "SELECT 1; DELETE FROM indicator", "PRAGMA query_only = OFF",
        "ATTACH DATABASE 'other.db' AS other", "VACUUM INTO 'other.db'", "COMMIT; DELETE FROM indicator", "BEGIN IMMEDIATE",
        "COPY (SELECT 1) TO PROGRAM 'true'", "SET default_transaction_read_only = off", "SELECT load_extension('x')",
        "WITH gone AS (DELETE FROM indicator RETURNING *) SELECT * FROM gone",
        "SELECT set_config('transaction_read_only', 'off', false)",
        "SELECT lo_create(77)", "CREATE TEMP TABLE x (y INTEGER)", "", "nonsense",
    ],
)  # fmt: skip
def test_refuses_to_write(database: Engine, query: str) -> None:
    with database.connect() as connection:
        before = connection.scalar(text("SELECT COUNT(*) FROM indicator"))
    with pytest.raises(QueryFailed):
        rows(database, query)
    with database.connect() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM indicator")) == before


def test_a_query_that_runs_for_ever_is_stopped_in_words(database: Engine) -> None:
    with pytest.raises(QueryFailed, match=r"stopped after 0\.2 s"):
        rows(database, FOREVER, seconds=0.2)


def test_search_works_through_the_door(sqlite_database: Engine) -> None:
    assert rows(sqlite_database, "SELECT rowid FROM search WHERE search MATCH '\"公开\"'") == []
