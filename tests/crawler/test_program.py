"""The program as a whole: what goes wrong below it is told in words and becomes an exit code."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.night.commands import Installation


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    return Installation(tmp_path)


def test_a_database_on_a_full_disk_is_told_in_words(here: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_url: str) -> None:
        engine = create_engine("sqlite://")
        with engine.connect() as connection:
            connection.execute(text("PRAGMA max_page_count = 1"))
            connection.execute(text("CREATE TABLE a (b)"))

    monkeypatch.setattr("crawler.cli.database.upgrade", full)
    done = here.type("db", "upgrade")
    assert done.returncode == 3
    assert "nianbao.sqlite" in done.stderr
    assert "database or disk is full" in done.stderr
    assert "make room" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_another_program_keeps_locked_is_told_in_words(
    here: Installation, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.database.BUSY_SECONDS", 0)
    here.prepare(sqlite_template)
    other = sqlite3.connect(here.folder / "data" / "nianbao.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    done = here.type("db", "upgrade")
    other.close()
    assert done.returncode == 3
    assert "locked" in done.stderr
    assert "another program is writing to it" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_error_of_ours_is_not_taken_for_a_database_that_is_away(here: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(_url: str) -> None:
        with create_engine("sqlite://").connect() as connection:
            connection.execute(text("SELECT 1 FROM nowhere"))

    monkeypatch.setattr("crawler.cli.database.upgrade", wrong)
    with pytest.raises(Exception, match="no such table"):
        here.type("db", "upgrade")
