"""Forms of 2014 with a second column of numbers, a cell a line or drawn: the report's column counts, as the header names it."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.forms import form_facts
from pipelines.outline import outline_of
from tests.pipelines.form_pages import Rows, as_html, as_lines, as_pipes, form_2014, numbered_2014, one, truth, values

HEADERS = [
    (("2017年", "2016年"), 0),
    (("2016年", "2017年"), 1),
    (("2017年统计数", "2016年统计数"), 0),
    (("2015年", "2016年", "2017年"), 2),
    (("2017", "2016"), 0),
    (("本年", "上年"), 0),
    (("去年", "今年"), 1),
    (("统计数", "上年统计数"), 0),
    (("统计数", "同比增减"), 0),
    (("统计数", "备注"), 0),
    (("数值", "核对"), 0),
    (("镇本级", "全镇合计"), 1),
    (("合计", "其中：县本级"), 0),
]


def form(names: tuple[str, ...], mine: int, lost: tuple[int, ...] = ()) -> Rows:
    """The form with so many columns, the one of that number the report's; rows that lost the last of their numbers."""
    rows: Rows = [[one("统计指标"), one("单位"), *map(one, names)]]
    for n, (label, unit, number) in enumerate(form_2014(lambda n: str(1000 + n))[1:]):
        others = [one("" if not number[0] else number[0] if at == mine else str(4000 + 100 * at + n)) for at in range(len(names))]
        rows.append([label, unit, *([*others[:-1], one("")] if n in lost else others)])
    return rows


def figures(markup: str) -> tuple[dict[object, object], list[str]]:
    reading = form_facts(outline_of(html.fromstring(f"<div>{markup}</div>")), report_year=2017)
    return {key: value for key, value in values(reading.facts).items() if value != "blank"}, reading.notes


def lines(rows: Rows) -> str:
    return "".join(f"<p>{line}</p>" for line in as_lines(rows).splitlines())


@pytest.mark.parametrize(("names", "mine"), HEADERS)
def test_the_reports_column_is_read_in_each_writing(names: tuple[str, ...], mine: int) -> None:
    rows = form(names, mine)
    assert figures(lines(rows))[0] == truth("2014")
    assert figures(as_html(rows))[0] == truth("2014")
    if not names[0].isdigit():
        assert figures("".join(f"<p>{line}</p>" for line in as_pipes(rows).splitlines()))[0] == truth("2014")


@pytest.mark.parametrize(("names", "mine"), HEADERS)
def test_rows_that_lost_a_number_are_left_out(names: tuple[str, ...], mine: int) -> None:
    found, notes = figures(lines(form(names, mine, lost=(3, 7, 30))))
    assert found.items() < truth("2014").items()
    assert len(found) == len(truth("2014")) - 3
    assert any(f"numbers for {len(names)} columns" in note for note in notes)


@pytest.mark.parametrize("names", [("2015年", "2016年"), ("甲", "乙"), ("上年", "备注"), ("", "")])
def test_columns_of_which_none_is_the_reports_give_nothing(names: tuple[str, ...]) -> None:
    assert figures(lines(form(names, 0)))[0] == {}


def test_one_column_is_read_as_ever_whatever_its_first_number_is() -> None:
    rows = form_2014(lambda n: "2016" if not n else str(1000 + n))
    assert figures(lines(rows))[0] == truth("2014") | {"disclosure.total": 2016}


def some_blank(number: int) -> str:
    return "" if number % 4 == 1 else str(1000 + number)


LINES = [f"{label[0]}（单位：{unit[0]}）：{number[0]}" for label, unit, number in form_2014(some_blank)[2:]]
LIST = ["二、公开数据", "1.主动公开信息74条；", "2.其中，机构领导6条；", "3.收到申请0件；", "附件：政府信息公开情况统计表"]


@pytest.mark.parametrize("before", [[], LIST])
def test_lines_that_end_in_a_colon_are_blank_cells_and_a_list_above_the_title_is_prose(before: list[str]) -> None:
    markup = "".join(f"<p>{line}</p>" for line in [*before, "一、主动公开情况", *LINES])
    outline = outline_of(html.fromstring(f"<div>{markup}</div>"))
    reading = form_facts(outline, report_year=2017)
    wanted = {one.code: some_blank(n) or "blank" for n, one in enumerate(numbered_2014())}
    assert {str(key): str(value) for key, value in values(reading.facts).items()} == wanted
    assert not before or outline.grids[0].start > outline.text.index("收到申请0件")
