"""What is done when a night is over: what fails of it keeps nothing else from being done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from crawler.config import Config
from crawler.night import alerts
from crawler.night.morning import after_night

NOW = datetime(2024, 3, 1, 18, 0, tzinfo=UTC)


def test_the_operator_is_told_of_the_night_also_where_the_disk_takes_no_metrics(
    sqlite_database: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    monkeypatch.setattr(alerts, "tell", lambda _engine, addresses, _now: told.append(addresses))
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    config = Config(data_dir=tmp_path / "file", alerts=("json://a.example/",))
    (said,) = after_night(config, sqlite_database, (), NOW)
    assert "metrics could not be written" in said
    assert told == [("json://a.example/",)]


def test_an_alert_that_was_not_sent_is_said(sqlite_database: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_engine: Engine, _addresses: Sequence[str], _now: datetime) -> bool:
        raise alerts.NotSent("the alert could not be sent to json://…")

    monkeypatch.setattr(alerts, "tell", fails)
    assert after_night(Config(data_dir=tmp_path), sqlite_database, (), NOW) == ["the alert could not be sent to json://…"]
    assert (tmp_path / "metrics.prom").exists()
