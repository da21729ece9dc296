"""`nianbao findings list` on a narrow screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from models.database import open_engine
from pipelines.items import Finding
from pipelines.store import Store
from tests.conftest import Pages
from tests.night.commands import Installation

RULE = "f14-channel-website"
MESSAGE = "channel.website should be <= disclosure.total: found 3480 and 1841"


@pytest.mark.parametrize("width", [120, 80])
def test_a_rule_is_whole_and_nothing_is_cut_however_narrow_the_screen(
    width: int, tmp_path: Path, sqlite_template: Path, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Installation(tmp_path)
    here.prepare(sqlite_template)
    engine = open_engine(here.database)
    reading = pages.reading([pages.fact("disclosure.total", 1841)])
    reading.reports[0].findings = [Finding(RULE, "fail", MESSAGE, "3480 (of 1200, 1200, 540, 540)", "1841")]
    store = Store(engine)
    store.add(reading)
    store.close()
    engine.dispose()
    monkeypatch.setattr("crawler.cli.screens._screen", Console(width=width))
    shown = here.type("findings", "list").stdout
    assert f"│ {RULE} │" in shown
    assert "…" not in shown
    cells = [[cell.strip() for cell in line.split("│")] for line in shown.splitlines() if line.startswith("│")]
    assert "".join(row[7] for row in cells).replace(" ", "") == MESSAGE.replace(" ", "")
