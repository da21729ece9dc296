"""Opening a database, and saying plainly what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from models.database import DatabaseProblem, check, downgrade, open_engine, require_current, upgrade, writer


def test_a_missing_file_is_missing_and_is_not_made_by_looking(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'none.db'}"
    assert check(url) == "missing"
    with pytest.raises(DatabaseProblem, match=r"found: missing; run `nianbao db upgrade`"):
        require_current(url)
    assert list(tmp_path.iterdir()) == []


def test_upgrade_makes_the_folder_too(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'nianbao.db'}"
    upgrade(url)
    assert check(url) == "current"
    require_current(url)


def test_an_empty_database_is_missing_and_an_old_one_is_older(database_url: str) -> None:
    assert check(database_url) == "missing"
    upgrade(database_url)
    assert check(database_url) == "current"
    downgrade(database_url, "0001")
    assert check(database_url) == "older revision"
    with pytest.raises(DatabaseProblem, match="run `nianbao db upgrade`"):
        require_current(database_url)


def test_a_newer_one_is_refused(database_url: str) -> None:
    upgrade(database_url)
    engine = open_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    assert check(database_url) == "newer revision"
    with pytest.raises(DatabaseProblem, match="newer"):
        upgrade(database_url)


def test_somebody_elses_database_is_left_alone(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE orders (id INTEGER)"))
    engine.dispose()
    assert check(database_url) == "not ours"
    for step in (upgrade, require_current):
        with pytest.raises(DatabaseProblem, match="not ours"):
            step(database_url)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("these are my notes, and there are quite a lot of them" * 50)
    with pytest.raises(DatabaseProblem, match=r"notes\.db, found a file of another kind"):
        check(f"sqlite:///{tmp_path / 'notes.db'}")


def test_a_server_that_does_not_answer_is_a_problem_without_its_password() -> None:
    with pytest.raises(DatabaseProblem, match="start it or correct the URL") as problem:
        check("postgresql://me:secret@127.0.0.1:1/nianbao?connect_timeout=2")
    assert "secret" not in str(problem.value)


@pytest.mark.parametrize("url", ["nianbao.db", "mysql://me@host/db", ""])
def test_another_kind_of_url_is_refused(url: str) -> None:
    with pytest.raises(DatabaseProblem, match="expected a"):
        open_engine(url)


def test_sqlite_keeps_references_and_lets_readers_read_while_one_writes(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'nianbao.db'}")
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
    with writer(engine).begin() as writing, engine.connect() as reading:
        writing.execute(text("CREATE TABLE kept (id INTEGER)"))
        assert reading.scalar(text("SELECT COUNT(*) FROM sqlite_master")) == 0
    engine.dispose()


def test_a_file_that_cannot_be_opened_is_not_told_to_be_started(tmp_path: Path) -> None:
    (tmp_path / "nianbao.db").mkdir()
    with pytest.raises(DatabaseProblem, match="unable to open database file; see that the file is there"):
        check(f"sqlite:///{tmp_path / 'nianbao.db'}")
