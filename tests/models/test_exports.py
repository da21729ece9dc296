"""Exports: the same rows in every format and from both databases, nothing that runs in a spreadsheet."""

from __future__ import annotations

import csv
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pandas
import pytest
from lxml import etree
from sqlalchemy import Engine

from models.exports import workbook
from models.exports.files import write_file
from models.exports.rows import ExportProblem, Question, of_view
from models.harmless import defused
from models.reading_door import QueryFailed, opened
from pipelines.store import Store
from tests.conftest import Pages

HOSTILE = '=HYPERLINK("http://x","y")\x1b[31m\u202e'


@pytest.fixture
def kept(database: Engine, pages: Pages, full_reading: Any) -> Engine:
    """A database with a report of nine facts, one of them with a hostile label."""
    reading = full_reading()
    reading.reports[0].facts.append(pages.fact(None, 7, category=HOSTILE))
    store = Store(database)
    store.add(reading)
    store.close()
    return database


def export(engine: Engine, file: Path, question: Question | None = None, codebook: bool = True) -> tuple[int, int]:
    with engine.connect() as connection:
        asked = question or of_view(connection, "facts")
    with opened(engine.url) as door:
        return write_file(door, asked, file.suffix[1:], file, "facts", codebook)


def read_csv(file: Path) -> list[dict[str, str]]:
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def read_xlsx(file: Path) -> dict[str, list[list[object]]]:
    """The cells of each sheet that have something in them: text as text, numbers as numbers."""
    with zipfile.ZipFile(file) as parts:
        names = [sheet.get("name") for sheet in etree.fromstring(parts.read("xl/workbook.xml")).iter("{*}sheet")]
        trees = [etree.fromstring(parts.read(f"xl/worksheets/sheet{at}.xml")) for at in range(1, len(names) + 1)]
    assert not any(list(tree.iter("{*}f")) for tree in trees)
    return {
        str(name): [[_cell(cell) for cell in row] for row in tree.iter("{*}row")] for name, tree in zip(names, trees, strict=True)
    }  # fmt: skip


def _cell(cell: Any) -> object:
    text = "".join(cell.itertext())
    return text if cell.get("t") == "inlineStr" else float(text)


def test_csv_has_numbers_as_numbers_and_no_formula(kept: Engine, tmp_path: Path) -> None:
    assert export(kept, tmp_path / "facts.csv") == (9, 0)
    lines = read_csv(tmp_path / "facts.csv")
    assert [line["value"] for line in lines] == ["5", "4", "1.5", "", "", "3", "0", "170", "7"]
    assert (lines[0]["publisher"], lines[0]["place"], lines[0]["year"]) == ("清水县人民政府", "甘肃省/天水市/清水县", "2018")
    assert lines[4]["raw"] == "/"
    assert lines[8]["category"] == "'=HYPERLINK(\"http://x\",\"y\")[31m"
    codebook = read_csv(tmp_path / "facts.codebook.csv")
    assert {"disclosure.total"} <= {line["code"] for line in codebook}


def test_json_lines_and_parquet_keep_text_as_it_is(kept: Engine, tmp_path: Path) -> None:
    export(kept, tmp_path / "facts.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "facts.jsonl").read_text(encoding="utf-8").split("\n") if line]
    assert [line["value"] for line in lines] == [5, 4, 1.5, None, None, 3, 0, 170, 7]
    assert lines[8]["category"] == HOSTILE
    assert export(kept, tmp_path / "facts.parquet") == (9, 0)
    frame = pandas.read_parquet(tmp_path / "facts.parquet")
    assert list(frame["value"].dropna()) == [5, 4, 1.5, 3, 0, 170, 7]
    assert frame["category"].iloc[8] == HOSTILE
    assert str(frame["year"].dtype) == "int64"


def test_xlsx_has_a_sheet_for_rows_and_one_for_the_codebook(kept: Engine, tmp_path: Path) -> None:
    assert export(kept, tmp_path / "facts.xlsx") == (9, 0)
    book = read_xlsx(tmp_path / "facts.xlsx")
    assert list(book) == ["facts", "codebook"]
    _, *rows = book["facts"]
    assert "'=HYPERLINK(\"http://x\",\"y\")[31m" in rows[8]
    assert 1.5 in rows[2]


def test_xlsx_that_the_disk_does_not_take_is_an_error_of_the_disk(kept: Engine, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file or directory"):
        export(kept, tmp_path / "nowhere" / "facts.xlsx")


def test_xlsx_goes_on_in_more_sheets_and_cuts_what_no_cell_takes(
    kept: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    assert export(kept, tmp_path / "facts.xlsx", codebook=False) == (9, 0)
    book = read_xlsx(tmp_path / "facts.xlsx")
    assert {name: len(rows) for name, rows in book.items()} == {"facts": 5, "facts 2": 5, "facts 3": 2}
    long = Question(f"SELECT '{'𠮷' * 40_000}' AS title", {})
    assert export(kept, tmp_path / "long.xlsx", long) == (1, 1)
    (_, (cell,)) = read_xlsx(tmp_path / "long.xlsx")["facts"]
    assert isinstance(cell, str)
    assert cell.startswith("𠮷𠮷")
    assert cell.endswith(workbook.CUT)
    assert len(cell.encode("utf-16-le")) <= 2 * workbook.LONGEST_CELL


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "xlsx"])
def test_the_same_rows_give_the_same_bytes(kept: Engine, tmp_path: Path, form: str) -> None:
    files = [tmp_path / f"{number}.{form}" for number in (1, 2)]
    for file in files:
        export(kept, file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_keeps_to_place_and_year(kept: Engine) -> None:
    with kept.connect() as connection:
        limits = (("天水", None), ("清水县人民", 2018), ("永宁", None), (None, 2017))
        asked = [of_view(connection, "facts", *limit) for limit in limits]
        with pytest.raises(ExportProblem, match="expected the name of a view, found 'facts; --'"):
            of_view(connection, "facts; --")
        with pytest.raises(ExportProblem, match="which has none"):
            of_view(connection, "captures", year=2018)
    with opened(kept.url) as door:
        assert [len(list(question.ask(door).rows)) for question in asked] == [9, 9, 0, 0]


def test_a_failed_export_leaves_the_old_file(kept: Engine, tmp_path: Path) -> None:
    file = tmp_path / "facts.csv"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(QueryFailed):
        export(kept, file, Question("SELECT nothing FROM facts", {}))
    assert file.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.glob("*part")] == []


def test_parquet_without_pyarrow_is_told_in_words(kept: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportProblem, match=r"nianbao\[parquet\]"):
        export(kept, tmp_path / "facts.parquet")


def test_a_query_may_give_any_kind_of_value(kept: Engine, tmp_path: Path) -> None:
    odd = Question("SELECT 1 AS a, 2 AS a, 'x' AS value, 'no date' AS publish_date, NULL AS n, 1.25 AS f, '甲' AS first_seen", {})
    for form in ("csv", "jsonl", "parquet", "xlsx"):
        assert export(kept, tmp_path / f"odd.{form}", odd) == (1, 0)
    said = json.loads((tmp_path / "odd.jsonl").read_text(encoding="utf-8"))
    assert said == {"a": 1, "a_2": 2, "value": "x", "publish_date": "no date", "n": None, "f": 1.25, "first_seen": "甲"}


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_formulas_are_defused_also_behind_white_space(sign: str) -> None:
    assert defused(f"{sign}1+1") == f"'{sign}1+1"
    assert defused(f" \u3000{sign}1+1").startswith("'")
    assert defused(f"\u200b{sign}1").startswith("'")
    assert defused(sign) == sign
