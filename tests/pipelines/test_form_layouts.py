"""Forms drawn in layouts of their own: every figure that can be told is read, no figure is read that is not there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from pipelines.form.year_columns import year_mark
from pipelines.forms import form_facts
from pipelines.outline import Outline, outline_of
from tests.pipelines.form_layouts import FIRST, Layout, page, table
from tests.pipelines.form_layouts_hands import FIFTH
from tests.pipelines.form_layouts_later import SECOND, THIRD
from tests.pipelines.form_layouts_odd import FOURTH
from tests.pipelines.form_layouts_turned import SEVENTH
from tests.pipelines.form_layouts_years import SIXTH
from tests.pipelines.form_pages import values

LAYOUTS = [*FIRST, *SECOND, *THIRD, *FOURTH, *FIFTH, *SIXTH, *SEVENTH]


def outline(markup: str) -> Outline:
    return outline_of(html.fromstring(markup))


@pytest.mark.parametrize("make", LAYOUTS, ids=[make().name for make in LAYOUTS])
def test_reads_what_a_careful_reader_takes_and_nothing_else(make: Callable[[], Layout]) -> None:
    layout = make()
    read = outline(layout.markup)
    reading = form_facts(read, report_year=layout.year)
    found = {key: value for key, value in values(reading.facts).items() if value not in ("blank", "na")}
    assert (found, reading.edition) == (layout.facts, layout.edition)
    assert all(read.text[fact.place.start : fact.place.end] == fact.raw for fact in reading.facts)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("2017年", (2017, True)), ("2017", (2017, False)), ("2017年度统计数", (2017, True)), ("（2016年）", (2016, True)),
        ("本年度", ("this", True)), ("上年同期", ("last", True)),
        ("历年累计", ("never", True)), ("同比增减（%）", ("never", True)),
        ("2019年目标", ("never", True)), ("上一年项目数量", None), ("本年增/减", None), ("本年新公开数量", None), ("12017", None),
        ("行政许可", None), ("", None), ("2016年数（上年）", (2016, True)), ("上年度数据（2016年）", (2016, True)),
        ("本年数", ("this", True)),
        ("数量（2016）", (2016, True)), ("2017年1-12月", (2017, True)), ("上年同期数", ("last", True)), ("同期", ("last", True)),
        ("上年总计", ("last", True)), ("本年累计", ("this", True)), ("截止2016年", ("never", True)),
        ("2016年累计", ("never", True)),
        ("比2016年增减", ("never", True)), ("增幅（±%）", ("never", True)), ("2016年与2017年", ("never", True)),
        ("备注", ("never", True)), ("二〇一六年", (2016, True)), ("2016年1月1日至12月31日", (2016, True)),
        ("2016年底数", (2016, True)), ("2017年（件）", (2017, True)), ("单位", None), ("人次", None), ("万元", None),
        ("2017年上半年", None), ("数量", None), ("合计", None), ("上年结转", None), ("20171", None), ("本年新收", None),
    ],
)  # fmt: skip
def test_year_of_a_header_cell(text: str, mark: object) -> None:
    assert year_mark(text) == mark


def test_columns_of_other_years_alone_are_noted() -> None:
    rows = [["统计指标", "单位", "2013年", "2012年"], ["收到申请数", "件", "3", "4"], ["申请办结数", "件", "3", "4"]]
    notes = form_facts(outline(page(table(rows))), report_year=2016).notes
    assert any("no column for the year 2016" in note for note in notes)


def test_a_form_in_an_image_gives_nothing() -> None:
    reading = form_facts(outline(page("<p>统计表见下图</p><img src='form.png' width='0' style='width:0'>")), report_year=2018)
    assert (reading.facts, reading.edition) == ([], None)
