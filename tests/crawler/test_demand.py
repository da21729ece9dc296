"""One site asked for now, while another process holds it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from crawler.cli.demand import Demand
from crawler.cli.screens import local
from crawler.config import Config
from crawler.registry import Site
from models.claims import claim


def _nobody_runs(*_: Any) -> Any:
    raise AssertionError("the site is held by another process")


def test_who_asks_for_a_site_that_is_held_is_told_when_it_is_free_should_the_holder_have_died(
    sqlite_database: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    now = datetime.now(UTC)
    assert claim(sqlite_database, "qingshi", now, "night", timedelta(minutes=10)) is not None
    site = Site(key="qingshi", name="青石县人民政府", level="county", start=("http://www.qingshi.example/index.html",))
    assert Demand(Config(), sqlite_database, site, {}).run(wait=False, runs=_nobody_runs) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "is kept and runs next" in said
    assert f"should that process have died: type this again after {local(now + timedelta(minutes=10))}" in said
