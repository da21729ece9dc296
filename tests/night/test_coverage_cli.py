"""`nianbao coverage` says who published and who did not, and gives spreadsheets nothing to run."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from models.database import open_engine
from models.publications import refresh
from pipelines.items import DatedClaim, DivisionRef
from pipelines.store import Store
from tests.night.commands import Installation

ROW = """key = "{key}"
name = "{name}"
level = "county"
family = "trs"
start = ["http://www.{key}.example/zfxxgknb/index.html"]

[division]
code = "{code}"
name = "{short}"
path = ["宁夏回族自治区", "银川市", "{short}"]
"""
YONGNING = DivisionRef("640121", "永宁县", ("宁夏回族自治区", "银川市", "永宁县"))
DAY = date(2019, 4, 5)


@pytest.fixture
def here(tmp_path: Path, sqlite_template: Path, pages: Any) -> Installation:
    """永宁县 has reported for 2018, five days late, and a hostile department too; 贺兰县 is only in the registry."""
    installation = Installation(tmp_path)
    installation.rows.mkdir()
    for key, code, short in (("yongning", "640121", "永宁县"), ("helan", "640122", "贺兰县")):
        row = ROW.format(key=key, code=code, short=short, name=f"{short}人民政府")
        (installation.rows / f"{key}.toml").write_text(row, encoding="utf-8")
    installation.prepare(sqlite_template)
    engine = open_engine(installation.database)
    store = Store(engine)
    late = {"publish_date": DAY, "dates": (DatedClaim("meta", DAY, "2019-04-05"),), "division": YONGNING, "site": "yongning"}
    facts = [pages.fact("requests.received", 5)]
    store.add(pages.reading(facts, publisher="永宁县人民政府", url="http://yn.example/1", **late))
    store.add(pages.reading(facts, publisher="=1+1[red]局", level="department", url="http://yn.example/2", **late))
    store.close()
    with engine.begin() as connection:
        refresh(connection, ["yongning"])
    engine.dispose()
    return installation


def test_a_row_a_publisher_and_a_column_a_year(here: Installation) -> None:
    done = here.type("coverage")
    assert done.returncode == 0, done.stderr
    row = next(line for line in done.stdout.splitlines() if "永宁县人民政府" in line)
    assert "+5" in row
    assert "贺兰县人民政府" in done.stdout
    assert "2 late" in done.stdout


@pytest.mark.parametrize(("width", "whole"), [(150, True), (80, False)])
def test_a_narrow_screen_keeps_the_names_whole_and_the_latest_years(
    here: Installation, monkeypatch: pytest.MonkeyPatch, width: int, whole: bool
) -> None:
    monkeypatch.setattr("crawler.cli.coverage.screen_width", lambda: width)
    done = here.type("coverage")
    heads = next(line for line in done.stdout.splitlines() if "publisher" in line).split()
    row = next(line for line in done.stdout.splitlines() if "永宁县人民政府" in line)
    assert "宁夏回族自治区/银川市/永宁县" in row
    assert "+5" in row
    assert cell_len(row.rstrip()) <= width
    years = [int(head) for head in heads if head.isdigit()]
    assert years == list(range(years[0], years[-1] + 1))
    assert (years[0] == 8) == whole
    assert (f"2008 to {1999 + years[0]} do not fit in {width} columns" in done.stdout) != whole


def test_one_year_shows_what_each_state_rests_on(here: Installation) -> None:
    done = here.type("coverage", "--year", "2018", "--state", "late")
    assert done.returncode == 0, done.stderr
    assert "2019-04-05" in done.stdout
    assert "2019-03-31" in done.stdout
    assert "[red]" in done.stdout, "names from pages are no markup"
    assert "贺兰县" not in done.stdout


def test_a_place_shows_its_townships_that_never_reported(here: Installation) -> None:
    done = here.type("coverage", "--in", "永宁县", "--year", "2018")
    assert "望远镇" in done.stdout
    assert "贺兰县" not in done.stdout


def test_silence_that_no_crawl_has_listened_to_is_not_counted_as_never_seen(here: Installation) -> None:
    done = here.type("coverage", "--in", "贺兰县", "--year", "2018")
    assert "not looked at by any crawl" in done.stdout
    assert "never seen" not in done.stdout


def test_csv_has_a_header_and_every_cell_and_no_formula(here: Installation) -> None:
    done = here.type("coverage", "--in", "银川市", "--year", "2018", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    states = {row["publisher"]: row["state"] for row in rows}
    assert (states["永宁县人民政府"], states["贺兰县人民政府"], states["望远镇"]) == ("late", "never_seen", "never_seen")
    assert states["'=1+1[red]局"] == "late"
    assert len({row["division_code"] for row in rows}) > 60
    assert all(row["due"] for row in rows)


def test_nothing_found_and_wrong_words_are_told_apart(here: Installation) -> None:
    nobody = here.type("coverage", "--in", "无此县")
    assert nobody.returncode == 1
    assert "无此县" in nobody.stderr
    wrong = here.type("coverage", "--state", "lost")
    assert wrong.returncode == 2
    assert "never_seen" in wrong.stderr
    unclear = here.type("coverage", "--in", "县")
    assert unclear.returncode == 2
    assert "more than" in unclear.stderr
    assert "Traceback" not in nobody.stderr + wrong.stderr + unclear.stderr
