"""A form of a known drawing is read by its plan as it is read row by row: whatever numbers, marks and blanks it has."""

from __future__ import annotations

import random
import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from pipelines.form import drawings
from pipelines.form.drawings import MOST_DRAWINGS, drawing_of
from pipelines.form.vocabulary import vocabulary
from pipelines.forms import FormReading, captions_of, form_facts, read_forms
from pipelines.layout.markup import blocks_of
from pipelines.outline import Outline, outline_of, outline_of_blocks
from pipelines.tables import Cell, RawRow, RawTable
from tests.pipelines.accuracy import labelled, read_document
from tests.pipelines.form_pages import as_html, form_2014, read_html

PRINTED = (
    "0", "7", "12", "００", "１２", "3,456", "0.35", "８.５", "-4", "/", "—", "", "2019", "2018年", "5件", "约3", "无", "未统计",
    "1/3", "3 4", "1234567890123456", "其中", "十二", "12.", "#",
)  # fmt: skip
"""What may be printed in a cell of numbers: among it years, marks, words and what only looks like a number."""


@cache
def pages() -> list[str]:
    """The names of the labelled pages that have tables."""
    return [document.name for document in labelled() if b"<t" in document.body]


def blocks(name: str) -> list[str | RawTable]:
    return blocks_of(read_document(labelled([name])[0]).page.view.content)[0]


def changed(name: str, seed: int, share: float) -> Outline:
    """The outline of a labelled page, a share of its cells of numbers (and a few others) filled in otherwise."""
    chance = random.Random(seed)
    written = blocks(name)
    for table in written:
        for row in table.rows if isinstance(table, RawTable) else ():
            for cell in row.cells if row.line is None else ():
                if chance.random() < (share if re.fullmatch(r"[\d.,/-]*", cell.text) else share / 30):
                    cell.text = chance.choice(PRINTED)
    return outline_of_blocks(written)


def row_by_row(outline: Outline, year: int | None) -> FormReading:
    reading = read_forms(outline, outline.grids, captions_of(outline, outline.grids), year)
    reading.fill("form")
    return reading


def met(outline: Outline, year: int | None) -> bool:
    """Whether the program has a plan for the forms of an outline."""
    drawing = drawing_of(outline.grids, captions_of(outline, outline.grids))
    return drawing is not None and drawing.plan(year) is not None


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.data())
def test_a_plan_reads_what_the_rows_say(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(pages()))
    first, second = data.draw(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)))
    share = data.draw(st.sampled_from([0.0, 0.02, 0.3, 1.0]))
    year = data.draw(st.sampled_from([None, 2016, 2019]))
    for outline in (changed(name, first, share), changed(name, second, share / 2), changed(name, second, 0.0)):
        assert form_facts(outline, report_year=year) == row_by_row(outline, year)
        assert form_facts(outline, report_year=year) == row_by_row(outline, year)  # by the plan that is there now


def test_most_forms_are_read_by_plans_once_met() -> None:
    drawings._drawing.cache_clear()
    forms = [name for name in pages() if name.startswith("form")]
    known = 0
    for name in forms:
        form_facts(changed(name, 0, 0.0), report_year=2019)
        known += met(changed(name, 0, 0.0), 2019)
    assert known >= 0.9 * len(forms)


def test_other_numbers_are_no_other_drawing() -> None:
    drawings._drawing.cache_clear()
    read_html(as_html(form_2014(str)))
    assert drawings._drawing.cache_info().currsize == 1
    other = read_html(as_html(form_2014(lambda number: f"{number + 10_000:,}")))
    assert drawings._drawing.cache_info().currsize == 1
    assert {fact.raw for fact in other.facts} >= {"10,000", "10,012"}


def test_a_blank_cell_is_another_drawing() -> None:
    drawings._drawing.cache_clear()
    read_html(as_html(form_2014(str)))
    blank = read_html(as_html(form_2014(lambda number: "" if number == 3 else str(number))))
    assert [fact.meaning for fact in blank.facts].count("blank") == 1


def test_a_year_is_not_taken_for_a_number() -> None:
    assert drawings._sign("2019") == "2019"
    assert drawings._sign("2119") == drawings._sign("7") == drawings._sign("１,２３４") == drawings._sign("-0.5")
    assert drawings._sign("/") == drawings._sign("—") != drawings._sign("7")


def test_a_number_with_its_unit_is_a_number_like_any_other() -> None:
    assert drawings._sign("12.5万元") == drawings._sign("5次") == drawings._sign("约300余条") == drawings._sign("7")
    assert drawings._sign("3（本级）") == "3（本级）"
    assert drawings._sign("2018年") == "2018年"


def test_no_word_of_the_forms_is_a_number() -> None:
    assert not [key for key in vocabulary() if re.fullmatch(r"[\d.,+-]*", key)]


def test_a_number_that_went_into_a_label_makes_no_plan() -> None:
    def table(head: str, number: str) -> str:
        rows = [["第二十条第（一）项"], ["信息内容", "本年制发件数", head, "现行有效件数"], ["规章", "1", number, "2"],
                ["本地文件", "1", number, "2"]]  # fmt: skip
        return as_html([[(text, 1, 4 if len(row) == 1 else 1) for text in row] for row in rows])

    for head, number in (("5", "6"), ("8", "9")):
        read = read_html(table(head, number))
        assert any(fact.category == f"本地文件 / {head}" for fact in read.facts) or not read.facts


def test_a_header_with_years_has_a_plan_for_each_year() -> None:
    head = [("统计指标", 1, 1), ("2017年", 1, 1), ("2016年", 1, 1)]
    labels = [row[0] for row in form_2014(str)[2:20]]
    rows = [head, *([label, (str(n), 1, 1), (str(n + 50), 1, 1)] for n, label in enumerate(labels))]
    outline = outline_of(html.fromstring(as_html(rows)))
    for year, least in ((2017, 0), (2016, 50), (2017, 0), (2016, 50)):
        values = [int(fact.raw) for fact in form_facts(outline, report_year=year).facts]
        assert values
        assert all(least <= value < least + 50 for value in values)


def test_pages_over_the_budget_get_no_plan() -> None:
    rows = [RawRow([Cell("收到申请数"), Cell("件"), Cell(str(number))]) for number in range(3000)]
    outline = outline_of_blocks([RawTable(rows)])
    assert drawing_of(outline.grids, [""]) is None
    assert form_facts(outline) is not None


def test_only_so_many_drawings_are_remembered() -> None:
    assert drawings._drawing.cache_info().maxsize == MOST_DRAWINGS
