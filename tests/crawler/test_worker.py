"""When a worker may work: the database there, of this revision, with a queue, and the clock right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from crawler.config import Config
from crawler.night import worker
from crawler.night.worker import WorkerProblem, check_clock, wait_until_ready
from models.database import DatabaseProblem, downgrade

NOW = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
on_postgresql = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def config_of(database: Engine, folder: Path) -> Config:
    return Config(database_url=database.url.render_as_string(hide_password=False), data_dir=folder, shipped_sites=False)


@pytest.mark.parametrize(("seconds", "word"), [(3600, "3600 s ahead of"), (-90, "90 s behind")])
def test_a_wrong_clock_is_told_with_the_way_and_the_remedy(seconds: int, word: str) -> None:
    with pytest.raises(WorkerProblem, match=f"{word}.*timedatectl"):
        check_clock(NOW + timedelta(seconds=seconds), NOW)


def test_clocks_a_few_seconds_apart_are_right() -> None:
    check_clock(NOW + timedelta(seconds=5), NOW)


@on_postgresql
def test_a_database_of_this_revision_with_a_queue_is_ready(database: Engine, tmp_path: Path) -> None:
    wait_until_ready(config_of(database, tmp_path), sleep=no_sleep)


@on_postgresql
def test_an_older_revision_is_refused_with_what_to_do(database: Engine, tmp_path: Path) -> None:
    downgrade(database.url, "0008")
    with pytest.raises(DatabaseProblem, match="older revision; run `nianbao db upgrade`"):
        wait_until_ready(config_of(database, tmp_path), sleep=no_sleep)


@on_postgresql
def test_a_queue_of_another_version_is_refused_with_what_to_do(database: Engine, tmp_path: Path) -> None:
    with database.begin() as connection:
        connection.execute(text("COMMENT ON SCHEMA nianbao_queue IS 'procrastinate 2.0.0'"))
    with pytest.raises(DatabaseProblem, match=r"expected a queue of this program's version.*nianbao db upgrade"):
        wait_until_ready(config_of(database, tmp_path), sleep=no_sleep)


@on_postgresql
def test_a_machine_with_a_wrong_clock_waits_until_it_is_right(
    database: Engine, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    apart = [timedelta(hours=1), timedelta(hours=1), timedelta(0)]
    wait_until_ready(config_of(database, tmp_path), lambda: datetime.now(UTC) + apart.pop(0), lambda seconds: None)
    assert apart == []
    assert "ahead of it" in caplog.text


def test_a_database_that_is_away_is_waited_for_with_growing_pauses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    config = Config(database_url=f"postgresql+psycopg://nobody@/nianbao?host={tmp_path}", data_dir=tmp_path, shipped_sites=False)
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            monkeypatch.setattr(worker, "_check", lambda config, clock: None)

    wait_until_ready(config, sleep=sleep)
    assert pauses == [1.0, 2.0, 4.0]
    assert "start it or correct the URL; tried again in 1 s" in caplog.text


def no_sleep(seconds: float) -> None:
    pytest.fail("expected no waiting")
