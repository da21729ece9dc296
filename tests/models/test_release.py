"""A release: the same database gives the same bytes, its papers are valid, it says what changed, and it loads in one line."""

from __future__ import annotations

import csv
import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import frictionless
import polars
import pytest
from sqlalchemy import Engine

from models import views
from models.codebook import concordance, identities
from models.exports.release import OPERATORS, SQLITE, release
from models.exports.rows import ExportProblem
from pipelines.store import Store
from tests.conftest import Pages

ROOT = Path(__file__).parents[2]
ADDRESS = "http://www.qs.example/zwgk/nb/{year}.html"


def keep(engine: Engine, *readings: Any) -> None:
    store = Store(engine)
    for reading in readings:
        store.add(reading)
    store.close()


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def kept(sqlite_database: Engine, pages: Pages, full_reading: Any) -> Engine:
    """Two reports, one page that is none, and one hijacked page."""
    reading = full_reading()
    reading.reports[0].facts.append(pages.fact(None, 7, category="=1+1\u202e"))
    address = ADDRESS.format(year=2019)
    other = pages.reading([pages.fact("disclosure.total", 12)], year=2019, url=address, text="提起行政复议一件。")
    keep(sqlite_database, reading, other, pages.decoy())
    return sqlite_database


def test_the_same_database_gives_the_same_bytes(kept: Engine, tmp_path: Path) -> None:
    counts = release(kept, tmp_path / "one")
    release(kept, tmp_path / "two")
    one = files_of(tmp_path / "one")
    assert one == files_of(tmp_path / "two")
    assert counts["reports"] == 2
    tables = (set(views.VIEWS) - OPERATORS) | {"concordance", "identity"}
    assert {name for name in one if name.startswith("csv/")} == {f"csv/{name}.csv" for name in tables}
    assert (counts["identity"], counts["concordance"]) == (len(identities()), len(concordance()))
    sums = dict(reversed(line.split("  ")) for line in one["SHA256SUMS"].decode().splitlines())
    assert sums == {name: hashlib.sha256(body).hexdigest() for name, body in one.items() if name != "SHA256SUMS"}
    assert b"2024-03-0" in one["CITATION.cff"]


def test_the_data_package_is_valid(kept: Engine, tmp_path: Path) -> None:
    release(kept, tmp_path / "one")
    report = frictionless.validate(str(tmp_path / "one" / "datapackage.json"))
    assert report.valid, report.flatten(["title", "fieldName", "message"])[:5]


def test_search_works_in_the_frozen_file_which_cannot_be_written(kept: Engine, tmp_path: Path) -> None:
    release(kept, tmp_path / "one")
    file = tmp_path / "one" / SQLITE
    assert file.stat().st_mode & 0o222 == 0
    frozen = sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)
    found = frozen.execute("SELECT r.year FROM search s JOIN reports r ON r.version_id = s.rowid WHERE s.search MATCH '复议'")
    assert found.fetchall() == [(2019,)]
    frozen.close()


def test_says_what_changed_since_the_release_before(kept: Engine, tmp_path: Path, pages: Pages) -> None:
    release(kept, tmp_path / "one")
    pages.nights += 10
    figures = [pages.fact("disclosure.total", 21), pages.fact("fees.collected", 3)]
    keep(
        kept,
        pages.reading(figures, year=2019, url=ADDRESS.format(year=2019)),
        pages.reading([], year=2020, url=ADDRESS.format(year=2020)),
    )
    release(kept, tmp_path / "two", tmp_path / "one")
    with (tmp_path / "two" / "since-previous.csv").open(encoding="utf-8-sig", newline="") as lines:
        changes = [(line["change"], line["year"], line["code"], line["old"], line["new"]) for line in csv.DictReader(lines)]
    assert changes == [
        ("report added", "2020", "", "", ""),
        ("figure changed", "2019", "disclosure.total", "12", "21"),
        ("figure added", "2019", "fees.collected", "", "3"),
    ]
    assert "| figure changed | 1 |" in (tmp_path / "two" / "CHANGES.md").read_text(encoding="utf-8")
    release(kept, tmp_path / "three", tmp_path / "two")
    assert "| none" in (tmp_path / "three" / "CHANGES.md").read_text(encoding="utf-8")


def test_refuses_what_would_spoil_a_release(kept: Engine, sqlite_database: Engine, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thing").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportProblem, match="never written over"):
        release(kept, tmp_path / "full")
    with pytest.raises(ExportProblem, match=r"found no nianbao\.sqlite there"):
        release(kept, tmp_path / "one", tmp_path / "full")
    (tmp_path / "full" / SQLITE).write_text("no database", encoding="utf-8")
    with pytest.raises(ExportProblem, match="expected the release before"):
        release(kept, tmp_path / "one", tmp_path / "full")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["full"]


def test_an_empty_database_is_no_release(sqlite_database: Engine, tmp_path: Path) -> None:
    with pytest.raises(ExportProblem, match="crawl first"):
        release(sqlite_database, tmp_path / "one")


def test_the_example_loads_a_release_in_one_line_each(kept: Engine, tmp_path: Path) -> None:
    release(kept, tmp_path / "one")
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "examples" / "load_release.py", tmp_path / "one", "行政复议"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "pandas: 10 facts" in done.stdout
    assert "polars: 2 reports, 1 publishers" in done.stdout
    assert "duckdb: [(2018, 1), (2019, 1)]" in done.stdout
    assert "search: [('清水县人民政府', 2019)]" in done.stdout
    assert "infer_schema_length=None" in (tmp_path / "one" / "README.md").read_text(encoding="utf-8")
    assert polars.read_csv(tmp_path / "one" / "csv" / "facts.csv", infer_schema_length=None).height == 10
