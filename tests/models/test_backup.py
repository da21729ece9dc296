"""A backup holds everything, is taken while the database is used, goes back onto either engine and overwrites nothing unasked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Table, insert, select, text
from sqlalchemy.exc import IntegrityError

from models import requests
from models.backup import backup, look_into, restore
from models.claims import claim, finish
from models.crawl import Crawl
from models.database import DatabaseProblem, check, downgrade, open_engine, upgrade, writer
from models.search import find
from models.tables import metadata
from pipelines.store import Store

NOW = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)


def fill(engine: Engine, reading: Any) -> Engine:
    """The engine, its database filled with a crawl, a request, and a report with every kind of fact."""
    number = requests.ask(engine, "qingshui", {"full": "1"}, NOW)
    held = claim(engine, "qingshui", NOW, request=number)
    assert held is not None
    store = Store(engine)
    store.add(reading)
    store.close()
    finish(engine, held, "ok", {"new": 1}, None, NOW)
    return engine


@pytest.fixture
def filled(sqlite_database: Engine, full_reading: Callable[[], Any]) -> Engine:
    """A database with something in every table that matters."""
    return fill(sqlite_database, full_reading())


def content(engine: Engine) -> dict[str, list[Any]]:
    """Every row of every table, in one order."""
    with engine.connect() as connection:
        return {table.name: _ordered(connection.execute(select(table)), table) for table in metadata.sorted_tables}


def _ordered(rows: Any, table: Table) -> list[Any]:
    return sorted((tuple(row) for row in rows), key=repr)


@pytest.fixture
def other(request: pytest.FixtureRequest, database: Engine, tmp_path: Path) -> str:
    """The URL of an empty database on the other engine."""
    if database.dialect.name == "postgresql":
        return f"sqlite:///{tmp_path / 'new' / 'other.db'}"
    engine = open_engine(request.getfixturevalue("postgres_server"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE DATABASE restored"))
    engine.dispose()
    return engine.url.set(database="restored").render_as_string(hide_password=False)


def test_a_backup_put_back_on_the_other_engine_holds_every_row_and_can_be_worked_with(
    database: Engine, other: str, tmp_path: Path, full_reading: Callable[[], Any]
) -> None:
    fill(database, full_reading())
    kept = backup(database.url, tmp_path / "kept" / "backup.sqlite")
    assert (kept.sites, kept.crawls, kept.reports) == (1, 1, 1)
    assert restore(tmp_path / "kept" / "backup.sqlite", other) == kept
    assert check(other) == "current"
    engine = open_engine(other)
    assert content(engine) == content(database)
    with engine.connect() as connection:
        assert len(find(connection, "申请").hits) == 1
    assert claim(engine, "qingshui", NOW) is not None, "new rows are numbered after those put back"
    row = {"site_key": "nowhere", "trigger": "x", "started_at": NOW, "token": 1, "lease_until": NOW, "heartbeat_at": NOW}
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(Crawl), row)
    with pytest.raises(DatabaseProblem, match="--overwrite"):
        restore(tmp_path / "kept" / "backup.sqlite", other)
    engine.dispose()


def test_a_backup_is_of_one_moment_and_disturbs_no_writer(filled: Engine, tmp_path: Path) -> None:
    with writer(filled).connect() as connection, connection.begin():
        connection.execute(text("UPDATE site SET name = '写到一半'"))
        backup(filled.url, tmp_path / "backup.sqlite")
    with closing(sqlite3.connect(tmp_path / "backup.sqlite")) as copy:
        assert copy.execute("SELECT name FROM site").fetchall() == [(None,)]


def test_a_database_with_data_is_overwritten_only_when_told_and_then_wholly(filled: Engine, tmp_path: Path) -> None:
    file = tmp_path / "backup.sqlite"
    backup(filled.url, file)
    before = content(filled)
    assert claim(filled, "linghai", NOW) is not None
    with pytest.raises(DatabaseProblem, match="--overwrite"):
        restore(file, filled.url)
    assert len(content(filled)["crawl"]) == 2
    restore(file, filled.url, overwrite=True)
    assert content(filled) == before


def test_a_restore_that_fails_leaves_the_database_as_it_was(
    filled: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    file = tmp_path / "backup.sqlite"
    backup(filled.url, file)
    before = content(filled)
    monkeypatch.setattr("models.backup._copy_pages", fail)
    with pytest.raises(DatabaseProblem, match="as it was"):
        restore(file, filled.url, overwrite=True)
    assert content(filled) == before


def test_a_backup_of_an_older_revision_is_brought_up_to_date(tmp_path: Path) -> None:
    old = f"sqlite:///{tmp_path / 'old.db'}"
    upgrade(old)
    downgrade(old, "0005")
    engine = open_engine(old)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO site (key) VALUES ('qingshui')"))
    engine.dispose()
    kept = restore(tmp_path / "old.db", f"sqlite:///{tmp_path / 'new.db'}")
    assert kept.sites == 1
    assert check(f"sqlite:///{tmp_path / 'new.db'}") == "current"
    assert look_into(tmp_path / "old.db").revision == "0005", "the backup itself is left as it is"


@pytest.mark.parametrize("harm", ["missing", "no database", "cut", "another's", "newer"])
def test_what_is_no_whole_backup_of_ours_is_refused_in_words(harm: str, sqlite_database: Engine, tmp_path: Path) -> None:
    file = tmp_path / "backup.sqlite"
    backup(sqlite_database.url, file)
    if harm == "missing":
        file.unlink()
    elif harm == "no database":
        file.write_bytes(b"not a database" * 100)
    elif harm == "cut":
        file.write_bytes(file.read_bytes()[:200_000])
    else:
        wrong = "DROP TABLE alembic_version" if harm == "another's" else "UPDATE alembic_version SET version_num = '9999'"
        with closing(sqlite3.connect(file)) as copy:
            copy.execute(wrong)
            copy.commit()
    with pytest.raises(DatabaseProblem, match=r"expected|install the newer"):
        restore(file, f"sqlite:///{tmp_path / 'target.db'}")
    assert not (tmp_path / "target.db").exists()


def test_a_backup_never_takes_the_place_of_a_file_and_leaves_none_behind_when_it_fails(
    sqlite_database: Engine, tmp_path: Path
) -> None:
    (tmp_path / "there").write_text("mine", encoding="utf-8")
    with pytest.raises(DatabaseProblem, match="another name"):
        backup(sqlite_database.url, tmp_path / "there")
    with pytest.raises(DatabaseProblem, match="could not be written"):
        backup(sqlite_database.url, tmp_path / "there" / "below.sqlite")
    assert {file.name for file in tmp_path.iterdir()} & {"there.part"} == set()
