"""`nianbao search`, `export` and `release` as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from models.database import open_engine
from pipelines.store import Store
from tests.conftest import Pages
from tests.night.commands import Installation


@pytest.fixture
def here(tmp_path: Path, sqlite_template: Path, pages: Pages) -> Installation:
    """An installation whose database has two reports."""
    installation = Installation(tmp_path)
    installation.rows.mkdir()
    installation.prepare(sqlite_template)
    engine = open_engine(installation.database)
    store = Store(engine)
    fact = pages.fact("disclosure.total", 12)
    store.add(pages.reading([fact], text="收到行政复议申请[三]件。"))
    store.add(pages.reading([fact], year=2019, url="http://www.qs.example/2019.html", text="没有人提起诉讼。"))
    store.close()
    engine.dispose()
    return installation


def test_search_shows_the_hit_in_its_surroundings(here: Installation) -> None:
    done = here.type("search", "复议", "--in", "天水")
    assert done.returncode == 0
    assert "收到行政【复议】申请[三]件。" in done.stdout
    assert "1 of 1 report(s)" in done.stdout
    (line,) = here.type("search", "清水", "-复议", "--json").stdout.splitlines()
    assert json.loads(line)["year"] == 2019


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["search", "没有这个词"], 1, "no report has"),
        (["search", '"公开'], 2, "expected a closing"),
        (["search", "公" * 5000], 2, "at most 1000 characters"),
        (["export", "--query", "DELETE FROM report"], 2, "only reads"),
        (["export", "--query", "SELECT 1", "--year", "2019"], 2, "expected --query alone"),
        (["export", "--view", "nothing"], 2, "there are"),
        (["export", "-o", "reports.doc"], 2, "expected a file name that ends in"),
        (["export", "--format", "xlsx"], 2, "name a file with --output"),
        (["export", "-o", "nowhere/facts.csv"], 2, "cannot be written"),
        (["export", "--in", "清水"], 2, "expected --view"),
        (["release", "data"], 2, "never written over"),
    ],
)
def test_says_what_is_wrong(here: Installation, words: list[str], code: int, said: str) -> None:
    done = here.type(*words)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr


def test_a_query_that_runs_for_ever_is_stopped(here: Installation) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n"
    done = here.type("export", "--query", endless, "--timeout", "0.2")
    assert (done.returncode, "stopped after 0.2 s" in done.stderr) == (2, True)


def test_exports_and_releases(here: Installation) -> None:
    assert "2 row(s)" in here.type("export", "--view", "reports", "--in", "清水", "-o", "reports.xlsx").stdout
    assert (here.folder / "reports.xlsx").stat().st_size > 0
    assert len(here.type("export").stdout.splitlines()) == 2
    assert here.type("export", "--query", "SELECT year FROM reports ORDER BY 1", "--format", "csv").stdout == "year\n2018\n2019\n"
    assert "2 report(s) and 2 fact(s)" in here.type("release", "out", "--date", "2026-01-31").stdout
    assert "2026-01-31" in (here.folder / "out" / "README.md").read_text(encoding="utf-8")


def test_the_printed_query_finds_the_report(here: Installation) -> None:
    query = here.type("search", "复议", "--sql").stdout.rstrip().rstrip(";")
    assert "【" not in query
    assert "行政复议申请" in here.type("export", "--query", query).stdout


def test_an_export_of_a_place_that_is_not_there_says_so(here: Installation) -> None:
    done = here.type("export", "--view", "facts", "--in", "无此县", "--format", "csv")
    assert done.returncode == 1
    assert "无此县" in done.stderr
    assert here.type("export", "--view", "facts", "--year", "2019", "-o", "facts.csv").returncode == 0
    assert here.type("export", "--view", "facts", "--year", "2011", "-o", "facts.csv").returncode == 1


def test_show_says_since_when_a_report_is_gone(here: Installation) -> None:
    engine = open_engine(here.database)
    with engine.begin() as connection:
        (name,) = connection.execute(text("SELECT publisher FROM reports WHERE year = 2019")).one()
        connection.execute(text("UPDATE report SET gone_since = '2020-06-01 20:00:00.000000' WHERE report_year = 2019"))
    engine.dispose()
    assert "gone since 2020-06-02 04:00" in here.type("show", name, "2019").stdout
    assert "gone since" not in here.type("show", name, "2018").stdout
