"""Columns that count the rows are found wherever they stand, and what only looks like one is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from pipelines.form.serials import serial_columns
from pipelines.forms import captions_of, form_facts, read_forms
from pipelines.outline import Outline, outline_of, outline_of_text
from tests.pipelines.form_layouts import labels_2014, page, table
from tests.pipelines.form_pages import section_three

LABELS = labels_2014()[:12]


def outline(rows: list[list[str]]) -> Outline:
    return outline_of(html.fromstring(page(table(rows))))


def columns(rows: list[list[str]]) -> tuple[int, ...]:
    return serial_columns(outline(rows).grids[0])


@pytest.mark.parametrize("head", ["序号", "编号", "行次", "项目", "类别", "", "数量"])
@pytest.mark.parametrize("printed", ["{0}", "{0:02d}", "{0}.", "{0}、", "（{0}）", "({0})"])
def test_a_column_left_of_the_labels_is_found_whatever_heads_it(head: str, printed: str) -> None:
    rows = [[head, "指标", "数值"], *([printed.format(n), label, "7"] for n, (_, label, _) in enumerate(LABELS, 1))]
    assert columns(rows) == (0,)


def test_two_rows_are_enough_under_the_name_of_such_a_column() -> None:
    assert columns([["序号", "信息内容", "数量"], ["1", "规章", "0"], ["2", "规范性文件", "3"]]) == (0,)
    assert columns([["信息内容", "数量", "序号"], ["规章", "0", "1"], ["规范性文件", "3", "2"]]) == (2,)
    assert columns([["项目", "信息内容", "数量"], ["1", "规章", "0"], ["2", "规范性文件", "3"]]) == ()


def test_serial_numbers_may_skip_group_rows_and_begin_again() -> None:
    rows = [["", "一、主动公开情况", ""]]
    for n, (_, label, _) in enumerate(LABELS):
        rows += [["", "（二）其他情况", ""]] if n == 6 else []
        rows.append([str(n % 6 + 1), label, "9"])
    assert columns(rows) == (0,)


@pytest.mark.parametrize("numbers", [range(1, 13), range(3, 15), [1] * 12, [1, 2] * 6, [0, *range(1, 12)]])
def test_the_only_figures_of_a_row_are_never_serial_numbers(numbers: object) -> None:
    rows = [["指标", "单位", "数值"]]
    rows += [[label, unit, str(n)] for (_, label, unit), n in zip(LABELS, numbers, strict=True)]  # type: ignore[call-overload]
    assert columns(rows) == ()


def test_figures_under_their_own_header_are_none_though_they_count() -> None:
    rows = [["项目", "自然人", "总计"], *([label, "5", str(n)] for n, (_, label, _) in enumerate(LABELS, 1))]
    assert columns(rows) == ()
    years = [["指标", "2017年", "2016年"], *([label, "5", str(n)] for n, (_, label, _) in enumerate(LABELS, 1))]
    assert columns(years) == ()


def test_a_number_out_of_turn_among_few_makes_no_serial_numbers() -> None:
    rows = [[str(n), label, "6"] for n, (_, label, _) in zip((1, 2, 7, 1, 30, 4), LABELS, strict=False)]
    assert columns(rows) == ()


def test_a_plan_of_a_form_with_serial_numbers_is_not_used_for_figures_in_that_column() -> None:
    """Both pages have the same cells but for the numbers; what the first column means is told by its numbers alone."""

    def rows(first: list[int]) -> list[list[str]]:
        heads = ["类别", "", "统计指标", "统计数"]
        return [heads, *(["某某", str(n), label, "8"] for n, (_, label, _) in zip(first, LABELS, strict=True))]

    for first in (list(range(1, 13)), [5, 0] * 6, list(range(1, 13))):
        read = outline(rows(first))
        slow = read_forms(read, read.grids, captions_of(read, read.grids), 2016)
        slow.fill("form")
        assert form_facts(read, report_year=2016) == slow


def test_many_columns_cost_no_more_than_they_hold() -> None:
    rows = [[str(n)] * 300 for n in range(1, 300)]
    assert columns(rows) == ()


def test_a_plan_of_a_flattened_form_with_serial_numbers_is_not_used_for_one_without() -> None:
    """Both have as many numbers below each label; what the last of them is, is told by the numbers alone."""
    types = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    rows = [row[-8][0] for row in section_three("2021", lambda row, column: "")[3:]]

    def lines(last: Callable[[int], int]) -> str:
        found = ["办理情况", *types]
        for number, label in enumerate(rows, 1):
            found += [label, *("6" for _ in range(6)), str(last(number))]
        return "\n".join(found)

    for last, applicants in ((lambda n: n, 0), (lambda n: 36, 7), (lambda n: n, 0)):
        read = outline_of_text(lines(last))
        slow = read_forms(read, read.grids, captions_of(read, read.grids), 2021)
        slow.fill("form")
        assert form_facts(read, report_year=2021) == slow
        assert len({fact.applicant for fact in slow.facts}) == applicants
