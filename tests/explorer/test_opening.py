"""What is served: the project's database, a file, a release; and what a person is told where it cannot be."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from explorer.opening import NotServed, Source, connect, source_of
from models.database import DatabaseProblem, downgrade


@pytest.fixture
def file(sqlite_template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sqlite_template, tmp_path / "nianbao.sqlite"))


def test_the_projects_database_is_served_while_others_write_it(file: Path, tmp_path: Path) -> None:
    assert source_of(None, f"sqlite:///{file}", tmp_path) == Source(file, False, None)
    (tmp_path / "warc").mkdir()
    assert source_of(file, "", tmp_path).warc == tmp_path / "warc"


def test_postgresql_is_told_to_make_a_release(tmp_path: Path) -> None:
    with pytest.raises(NotServed, match="nianbao release DIR") as problem:
        source_of(None, "postgresql+psycopg://me:secret@db.example/nianbao", tmp_path)
    assert "secret" not in str(problem.value)


def test_a_missing_database_and_a_missing_file_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DatabaseProblem, match="nianbao db upgrade"):
        source_of(None, f"sqlite:///{tmp_path / 'none.sqlite'}", tmp_path)
    with pytest.raises(NotServed, match="found nothing"):
        source_of(tmp_path / "none.sqlite", "", tmp_path)
    assert list(tmp_path.iterdir()) == [], "asking creates nothing"


def test_a_database_of_an_older_revision_is_not_served(file: Path, tmp_path: Path) -> None:
    downgrade(f"sqlite:///{file}", "0004")
    with pytest.raises(DatabaseProblem, match="older revision"):
        source_of(file, "", tmp_path)


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.sqlite").write_text("这不是数据库" * 200, encoding="utf-8")
    with pytest.raises(DatabaseProblem, match="another kind"):
        source_of(tmp_path / "text.sqlite", "", tmp_path)


@pytest.fixture
def release(file: Path, tmp_path: Path) -> Path:
    """A folder like a release: a frozen file beside its description."""
    folder = tmp_path / "release"
    folder.mkdir()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    shutil.move(file, folder / "nianbao.sqlite")
    (folder / "datapackage.json").write_text("{}", encoding="utf-8")
    return folder


def test_a_release_is_served_from_its_folder_or_its_file_as_frozen(release: Path, tmp_path: Path) -> None:
    expected = Source(release / "nianbao.sqlite", True, None)
    assert source_of(release, "", tmp_path) == expected
    assert source_of(release / "nianbao.sqlite", "", tmp_path) == expected


def test_a_release_of_fewer_tables_is_shown_with_the_questions_it_can_answer(
    release: Path, tmp_path: Path, looking: Callable[[Source], Callable[..., Any]]
) -> None:
    with sqlite3.connect(release / "nianbao.sqlite") as connection:
        for view in ("coverage", "changes", "hijacked"):
            connection.execute(f"DROP VIEW {view}")
        connection.execute("DROP TABLE alembic_version")
    connection.close()
    look = looking(source_of(release, "", tmp_path))
    home = look("/").text
    assert "trend-of-a-place" in home
    assert "silent-places" not in home
    assert "/-/dashboards/trend" in home
    assert "/-/dashboards/coverage" not in home
    assert look("/nianbao.db").status_code == 200, "a release may be downloaded"


def test_a_folder_without_one_database_says_what_it_found(tmp_path: Path) -> None:
    with pytest.raises(NotServed, match="found none"):
        source_of(tmp_path, "", tmp_path)
    for name in ("a.sqlite", "b.db"):
        (tmp_path / name).touch()
    with pytest.raises(NotServed, match=r"found a\.sqlite, b\.db"):
        source_of(tmp_path, "", tmp_path)


def test_a_frozen_file_that_is_no_release_of_ours_is_told(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("{}", encoding="utf-8")
    with sqlite3.connect(tmp_path / "other.sqlite") as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    with pytest.raises(DatabaseProblem, match="expected a release of nianbao, found no facts, reports"):
        source_of(tmp_path, "", tmp_path)


def test_no_connection_of_the_pages_can_write(file: Path) -> None:
    for frozen in (False, True):
        connection = connect(Source(file, frozen, None))
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM site")
        connection.close()
