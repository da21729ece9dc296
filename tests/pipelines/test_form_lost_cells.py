"""Forms whose header or rows lost cells: what a figure belongs to is told by what is left, or the figure is left out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import html

from pipelines.form.headers import total_is_last
from pipelines.form.rows import rows_of
from pipelines.forms import FormReading, form_facts
from pipelines.outline import outline_of
from tests.pipelines.form_layouts import Text, labels_2014, page, table
from tests.pipelines.form_layouts_years import TYPES
from tests.pipelines.form_pages import as_html, read_html, section_three, tables, three, truth, values, values_with_numbers

LABELS = labels_2014()


def read(*tables: str, year: int = 2017) -> FormReading:
    return form_facts(outline_of(html.fromstring(page(*tables))), report_year=year)


def numbers(reading: FormReading) -> dict[object, object]:
    return {key: value for key, value in values(reading.facts).items() if isinstance(value, int)}


def beside(head: str, *columns: int) -> str:
    """A form of 2014 with figures of those sizes, each row's own; the header as given."""
    return table([head.split("|"), *([label, unit, *(str(c + n) for c in columns)] for n, (_, label, unit) in enumerate(LABELS))])


# --- columns of years ---


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("指标|单位|2016年|比上年增减", (100, 5000, 9000)),  # 2017年 is gone
        ("指标|2017年|2016年", (100, 5000)),  # 单位
        ("指标|单位|上年数|备注", (100, 5000, 9000)),
        ("指标|单位|2018年目标", (100, 5000)),
    ],
)
def test_no_figure_is_read_where_the_header_of_years_ends_before_the_rows(head: str, columns: Sequence[int]) -> None:
    reading = read(beside(head, *columns))
    assert numbers(reading) == {}
    assert any("do not line up" in note for note in reading.notes) or any("several numbers" in note for note in reading.notes)


def test_a_column_without_a_name_beside_this_years_is_not_this_years() -> None:
    rows: Text = [["指标", "单位", "2015年", "", "2017年"]]
    rows += [[label, unit, "4000", "5000", "" if n % 5 else str(n)] for n, (_, label, unit) in enumerate(LABELS)]
    assert numbers(read(table(rows))) == {code: n for n, (code, _, _) in enumerate(LABELS) if n % 5 == 0}


def test_a_header_of_years_with_a_hole_heads_nothing() -> None:
    rows: Text = [["2x1:指标", "单位", "1x2:统计数", "2x1:备注"], ["2016年"]]  # 单位 spans one row, 2017年 is gone
    rows += [[label, unit, "5000", str(n), ""] for n, (_, label, unit) in enumerate(LABELS)]
    assert numbers(read(table(rows))) == {}


def test_two_columns_of_figures_under_one_name_are_not_told_apart() -> None:
    rows: Text = [["指标", "单位", "1x2:统计数"]]
    rows += [[label, unit, "5000", str(n)] for n, (_, label, unit) in enumerate(LABELS)]
    assert numbers(read(table(rows))) == {}


def test_rows_that_are_nothing_but_figures_of_other_years_are_left_out() -> None:
    heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "2021年", "2022年"]
    four = [heads, [""] * 6, ["1", "2", "3", "4", "5"]]
    assert read(as_html(section_three("2021", lambda r, c: str(three(r, c)))), table(four), year=2022).edition == "2021"


# --- the form of 2014 ---


def test_a_single_figure_is_not_believed_where_most_rows_have_two_and_no_header() -> None:
    rows: Text = [[label, unit, "" if n % 3 else str(n), str(5000 + n)] for n, (_, label, unit) in enumerate(LABELS)]
    rows += [[label, unit, "3", "4"] for _, label, unit in LABELS for _ in range(2)]
    assert numbers(read(table(rows))) == {}


def test_rows_that_are_shorter_than_the_header_have_moved() -> None:
    """The name of the group lost its span: in all rows but its first, the serial number stands under 数值."""
    rows: Text = [["类别", "指标名称", "单位", "数值", "编号"]]
    for n, (_, label, unit) in enumerate(LABELS):
        rows.append([*(["第一部分"] if n % 9 == 0 else []), label, unit, str(700 + n), f"{n + 1:02d}"])
    wanted = {code: 700 + n for n, (code, _, _) in enumerate(LABELS)}
    found = numbers(read(table(rows)))
    assert found.items() <= wanted.items()


def test_the_serial_number_behind_a_lost_figure_is_none() -> None:
    rows: Text = [["指标名称", "单位", "数值", "编号"]]
    for n, (_, label, unit) in enumerate(LABELS):
        rows.append([label, unit, *([str(700 + n)] if n % 10 != 4 else []), str(n + 1)])
    assert numbers(read(table(rows))) == {code: 700 + n for n, (code, _, _) in enumerate(LABELS) if n % 10 != 4}


def test_a_serial_number_is_no_label() -> None:
    rows: Text = [["指标名称", "行次", "单位", "数值"]]
    for n, (_, label, unit) in enumerate(LABELS):
        rows.append([label, f"{n + 1}." if n % 10 else "", unit, str(700 + n)])
    assert all(fact.code for fact in read(table(rows)).facts)


def test_the_figure_behind_a_second_label_is_not_the_firsts() -> None:
    rows: Text = []
    wanted: dict[object, object] = {}
    for n in range(0, len(LABELS) - 1, 2):
        (code, label, unit), (other, second, its) = LABELS[n : n + 2]
        rows.append([label, unit, "" if n % 8 == 0 else str(n), second, its, str(500 + n)])
        wanted[other] = 500 + n
        if n % 8:
            wanted[code] = n
    assert numbers(read(table(rows))).items() <= wanted.items()


# --- section 三 ---


def of_three(header: int, first: bool = False, adds_up: bool = True) -> str:
    """Section 三 without 总计 in the first so many rows of its header, the others gone too; the totals first or last."""
    rows = section_three("2021", lambda r, c: str(three(r, c) + (c == 6 and not adds_up)))
    rows[1] = rows[1][:-1]
    body = [[*row[:-7], row[-1], *row[-7:-1]] if first else row for row in rows[3:]]
    return as_html([*rows[:header], *body])


@pytest.mark.parametrize("header", [3, 0])
def test_without_a_name_for_the_total_the_sums_tell_whether_it_is_last(header: int) -> None:
    for _ in range(2):  # what was read of a form drawn alike tells nothing
        found = numbers(read(of_three(header), year=2022))
        assert found["applications.new", "total"] == three(0, 6)
        assert len(found) > 150
        assert numbers(read(of_three(header, first=True), year=2022)) == {}
        assert numbers(read(of_three(header, adds_up=False), year=2022)) == {}


@pytest.mark.parametrize(
    ("figures", "last"),
    [
        (["0"] * 7, True), (["1", "0", "0", "0", "0", "0", "1"], True), (["3", "1", "2", "0", "0", "0", "0"], False),
        (["1", "2", "0", "0", "0", "0", "3"], True), (["1", "2", "0", "0", "0", "0", "9"], False), (["1", "2"], True),
    ],
)  # fmt: skip
def test_the_total_is_last_where_the_rows_add_up_to_it(figures: Sequence[str], last: bool) -> None:
    markup = table([["一、本年新收政府信息公开申请数量", *figures], ["二、上年结转政府信息公开申请数量", *["0"] * len(figures)]])
    (grid,) = outline_of(html.fromstring(page(markup))).grids
    assert total_is_last(list(rows_of(grid))) is last


def test_a_row_shorter_than_most_is_not_read_without_a_header() -> None:
    """A figure is gone and the blank cell of the remarks stands for it."""
    rows: Text = []
    for n, row in enumerate(section_three("2021", lambda r, c: str(three(r, c)))[3:]):
        figures = [text for text, _, _ in row[-7:]]
        rows.append([row[-8][0], *(figures[: n % 6] + figures[n % 6 + 1 :] if n % 4 == 3 else figures), ""])
    assert numbers(read(table(rows), year=2022)) == {}


def test_a_turned_table_whose_header_has_a_hole_is_not_read() -> None:
    rows = section_three("2021", lambda r, c: str(three(r, c)))[3:]
    labels = [row[-8][0] for row in rows]
    groups = [["申请人", labels[0], labels[1], labels[2], labels[3], "1x8:（三）不予公开", "2x1:（七）总计"], labels[4:12]]
    people = [[who, *(str(three(n, c)) for n in [*range(12), 22])] for c, who in enumerate(TYPES)]
    assert numbers(read(table([*groups, *people]), year=2022)) == {}


# --- the form of another year ---


def test_the_title_of_a_form_is_read_beside_a_blank_cell_and_remarks() -> None:
    parts = []
    for year in (2016, 2017):
        rows: Text = [[f"{year}年政府信息公开情况统计表", "", "", "备注"], ["统计指标", "单位", "统计数", ""]]
        rows += [[label, unit, str(n if year == 2017 else 5000), ""] for n, (_, label, unit) in enumerate(LABELS)]
        parts.append(table(rows))
    assert numbers(read(*parts)) == {code: n for n, (code, _, _) in enumerate(LABELS)}


def test_a_row_doubled_with_other_figures_begins_no_second_form() -> None:
    (first, *others) = tables("2021")
    at = next(at for at, row in enumerate(first) if row[0][0] == "行政规范性文件")
    other = [first[at][0], *((str(int(text) + 1), tall, wide) for text, tall, wide in first[at][1:])]
    reading = read_html(as_html([*first[: at + 1], other, *first[at + 1 :]], *others))
    assert values_with_numbers(reading) == truth("2021")


def test_a_label_that_two_sections_share_is_not_the_next_sections_before_its_heading() -> None:
    rows = tables("2014")[0]
    at = next(at for at, row in enumerate(rows) if row[0][0].startswith("被依法纠错"))
    again = [*rows[at][:2], ("9", 1, 1)]
    assert values_with_numbers(read_html(as_html([*rows[: at + 1], again, *rows[at + 1 :]]))) == truth("2014")


def test_the_units_of_rows_that_were_typed_into_one_are_no_label() -> None:
    *rows, one_before, last = tables("2014")[0]
    both = [(f"（二）{one_before[0][0]}（三）{last[0][0]}", 1, 1), ("次人次", 1, 1), ("9", 1, 1)]
    reading = read_html(as_html([*rows, both]))
    assert values_with_numbers(reading).items() < truth("2014").items()


def test_a_lost_figure_left_of_another_half_leaves_no_serial_number_in_its_place() -> None:
    rows = [[text for text, _, _ in row] for row in tables("2014")[0] if len(row) == 3 and row[2][0].isdigit()]
    half = len(rows) // 2
    pairs = [
        [f"{at + 1}", left[0], left[2], f"{at + 1 + half}", right[0], right[2]]
        for at, (left, right) in enumerate(zip(rows[:half], rows[half:], strict=False))
    ]
    del pairs[7][2]
    head = ["序号", "统计指标", "统计数"] * 2
    reading = read_html(as_html([[(text, 1, 1) for text in row] for row in [head, *pairs]]))
    found = values_with_numbers(reading)
    assert len(found) > half
    assert found.items() < truth("2014").items()
