"""The daemon: when it begins a round, what it does when it cannot, and how it stops."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from crawler.config import Config
from crawler.night.daemon import FIRST_PAUSE, Daemon
from models import requests
from models.claims import claim, finish
from tests.night.commands import ROOT

NOW = datetime(2026, 3, 5, 4, 0, tzinfo=UTC)  # noon in China
ROW = 'key = "aa"\nname = "某县"\nlevel = "county"\nstart = ["http://aa.example/"]\n'


LOOK = 0.02
"""Seconds between two looks. Without a signal handler of its own a round's end is seen at the next look only."""


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.night.daemon.REQUESTS_EVERY", LOOK)


@pytest.fixture
def config(tmp_path: Path, sqlite_database: Engine) -> Config:
    (tmp_path / "rows").mkdir()
    (tmp_path / "rows" / "aa.toml").write_text(ROW, encoding="utf-8")
    url = sqlite_database.url.render_as_string(hide_password=False)
    return Config(data_dir=tmp_path / "data", database_url=url, sites=tmp_path / "rows", shipped_sites=False)


def round_of(tmp_path: Path, code: int = 0) -> list[str]:
    """A round that only leaves a mark and ends."""
    return [sys.executable, "-c", f"open({str(tmp_path / 'rounds')!r}, 'a').write('x'); raise SystemExit({code})"]


def rounds(tmp_path: Path) -> int:
    return len((tmp_path / "rounds").read_text()) if (tmp_path / "rounds").exists() else 0


def test_a_round_begins_when_the_window_opens_and_not_before(config: Config, tmp_path: Path) -> None:
    now = [NOW]
    daemon = Daemon(config, round_of(tmp_path), lambda: now[0])
    assert daemon.step() == LOOK
    assert rounds(tmp_path) == 0
    now[0] += timedelta(hours=10)
    Daemon(config, round_of(tmp_path), lambda: now[0]).step()
    assert rounds(tmp_path) == 1


def test_a_request_begins_a_round_by_day(config: Config, sqlite_database: Engine, tmp_path: Path) -> None:
    requests.ask(sqlite_database, "aa", {}, NOW)
    Daemon(config, round_of(tmp_path), lambda: NOW).step()
    assert rounds(tmp_path) == 1


def test_a_clock_that_jumps_back_makes_nothing_due(config: Config, sqlite_database: Engine, tmp_path: Path) -> None:
    night = NOW + timedelta(hours=11)
    held = claim(sqlite_database, "aa", night)
    assert held is not None
    finish(sqlite_database, held, "ok", None, None, night)
    Daemon(config, round_of(tmp_path), lambda: night - timedelta(minutes=50)).step()
    assert rounds(tmp_path) == 0


def test_a_database_that_is_away_is_waited_for_longer_and_longer(config: Config, tmp_path: Path) -> None:
    away = config.model_copy(update={"database_url": "postgresql+psycopg://nobody@127.0.0.1:1/none"})
    daemon = Daemon(away, round_of(tmp_path), lambda: NOW)
    assert [daemon.step() for _ in range(3)] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    daemon.config = config
    assert daemon.step() == LOOK
    assert daemon.pause == FIRST_PAUSE


def test_a_round_that_fails_is_not_begun_again_at_once(config: Config, tmp_path: Path) -> None:
    daemon = Daemon(config, round_of(tmp_path, code=3), lambda: NOW + timedelta(hours=11))
    assert daemon.step() == FIRST_PAUSE
    assert daemon.step() == 2 * FIRST_PAUSE


def test_a_row_that_is_spoilt_is_left_out_and_the_others_go_on(config: Config, tmp_path: Path) -> None:
    (tmp_path / "rows" / "bad.toml").write_text(ROW.replace("aa", "bad") + "[schedule]\nwindow = '25:00-6'\n", encoding="utf-8")
    daemon = Daemon(config, round_of(tmp_path), lambda: NOW + timedelta(hours=11))
    assert daemon.wanted().startswith("1 site(s) due, first aa")
    assert daemon.agenda is not None
    assert "bad.toml:6: schedule.window" in str(daemon.agenda.problems[0])


@pytest.mark.parametrize(("signals", "heard"), [(1, "told"), (2, "killed")])
def test_the_first_signal_lets_the_round_finish_and_the_second_kills_it(
    config: Config, sqlite_database: Engine, tmp_path: Path, signals: int, heard: str
) -> None:
    requests.ask(sqlite_database, "aa", {}, NOW)
    mark, up = tmp_path / "mark", tmp_path / "up"
    child = textwrap.dedent(f"""
        import pathlib, signal, time
        def told(*_):
            if {signals} == 1:
                pathlib.Path({str(mark)!r}).write_text("told"); raise SystemExit(0)
        signal.signal(signal.SIGTERM, told); pathlib.Path({str(up)!r}).write_text("up"); time.sleep(60)
    """)
    main = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from crawler.config import Config
        from crawler.night.daemon import Daemon
        config = Config(data_dir=Path({str(tmp_path)!r}), database_url={config.database!r}, sites=Path({str(config.sites)!r}),
                        shipped_sites=False)
        Daemon(config, [sys.executable, "-c", {child!r}]).run()
    """)
    daemon = subprocess.Popen([sys.executable, "-c", main], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
    _until(up)
    for _ in range(signals):
        daemon.send_signal(signal.SIGTERM)
        time.sleep(0.3)
    assert daemon.wait(30) == 0
    assert (mark.read_text() if mark.exists() else "killed") == heard


def _until(file: Path) -> None:
    for _ in range(600):
        if file.exists():
            return
        time.sleep(0.05)
    raise AssertionError(f"{file.name} did not come")
