"""Laying out rows of cells as the HTML standard says, and tables written as text."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.layout.bars import pipe_row
from pipelines.outline import Grid, Outline, outline_of, outline_of_text
from pipelines.tables import (
    MAX_COLSPAN,
    MAX_COLUMNS,
    MAX_ROWSPAN,
    Cell,
    RawRow,
    flattened,
    lay_out,
    line_row,
    span,
)


def grid_of(markup: str) -> list[list[str | None]]:
    grids = outline_of(html.fromstring(f"<div>{markup}</div>")).grids
    assert len(grids) == 1
    return texts(grids[0])


def texts(grid: Grid) -> list[list[str | None]]:
    return [[cell.text if cell else None for cell in row] for row in grid.slots]


@pytest.mark.parametrize(
    ("value", "colspan", "rowspan"),
    [
        ("3", 3, 3),
        ("0", 1, 0),
        ("-1", 1, 1),
        ("100%", 100, 100),
        ("100000", MAX_COLSPAN, MAX_ROWSPAN),
        ("65535", MAX_COLSPAN, MAX_ROWSPAN),
        ("", 1, 1),
        ("x", 1, 1),
        (" 2 ", 2, 2),
        ("2.9", 2, 2),
        ("+4", 4, 4),
        ("9" * 400, MAX_COLSPAN, MAX_ROWSPAN),
        (None, 1, 1),
    ],
)
def test_span_attributes_as_the_standard_reads_them(value: str | None, colspan: int, rowspan: int) -> None:
    assert span(value, MAX_COLSPAN) == colspan
    assert span(value, MAX_ROWSPAN, zero=0) == rowspan


def test_spans_fill_their_slots() -> None:
    grid = grid_of("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td colspan=3>e</table>")
    assert grid == [["a", "b", "b"], ["a", "c", "d"], ["e", "e", "e"]]


def test_rowspan_zero_runs_to_the_end_of_its_row_group() -> None:
    grid = grid_of("<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</tbody><tbody><tr><td>e<td>f</tbody></table>")
    assert grid == [["a", "b"], ["a", "c"], ["a", "d"], ["e", "f"]]


def test_a_rowspan_past_the_end_is_cut_at_its_row_group() -> None:
    grid = grid_of("<table><thead><tr><th rowspan=9>a<th>b</thead><tbody><tr><td>c<td>d</tbody></table>")
    assert grid == [["a", "b"], ["c", "d"]]


def test_the_foot_comes_last_wherever_it_is_written() -> None:
    grid = grid_of("<table><tfoot><tr><td>z<td>9</tfoot><tbody><tr><td>a<td>1</tbody></table>")
    assert grid == [["a", "1"], ["z", "9"]]


def test_where_two_cells_claim_a_slot_the_first_keeps_it() -> None:
    grid = grid_of("<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d</table>")
    assert grid == [["a", "b", "c"], ["d", "b", "d"]]


def test_short_rows_leave_slots_empty() -> None:
    assert grid_of("<table><tr><td>a<td>b<td>c<tr><td>d</table>") == [["a", "b", "c"], ["d", None, None]]


def test_unclosed_cells_and_rows() -> None:
    assert grid_of("<table><tr><td><p>a<td><b>b<tr><td>c<td>d") == [["a", "b"], ["c", "d"]]


def test_spans_with_a_percent_sign() -> None:
    grid = grid_of('<table><tr><td colspan="100%">a</td></tr><tr><td>b</td><td>c</td></tr></table>')
    assert grid == [["a", "a"], ["b", "c"]]


@pytest.mark.parametrize(
    "spans", ["colspan=1000 rowspan=65534", "colspan=100000", "rowspan=65535", "colspan=99999 rowspan=99999"]
)
def test_huge_spans_cost_no_more_than_their_rows(spans: str) -> None:
    markup = "<table>" + ("<tr>" + f"<td {spans}>x</td>" * 4 + "</tr>") * 3000 + "</table>"
    outline = outline_of(html.fromstring(markup))
    assert sum(len(grid.slots) * len(grid.slots[0]) for grid in outline.grids) <= 2_000_000
    assert outline.text.count("x") == 12000


def test_a_row_wider_than_the_cap_keeps_its_text() -> None:
    row = RawRow([Cell("x") for _ in range(MAX_COLUMNS + 50)])
    assert lay_out([row]) == (MAX_COLUMNS, None)
    assert row.cells[-1].column == -1


def test_fifty_thousand_rows() -> None:
    rows = "".join(f"<tr><td>第{n}项<td>{n}" for n in range(50_000))
    grid = outline_of(html.fromstring(f"<table>{rows}</table>")).grids[0]
    assert len(grid.slots) == 50_000
    assert grid.slots[-1][1].text == "49999"  # type: ignore[union-attr]


# --- tables written as text ---


def cells(line: str) -> list[tuple[str, int]]:
    row = pipe_row(line)
    assert row is not None
    return [(cell.text, cell.start) for cell in row.cells]


def test_pipe_rows_keep_blank_cells_and_places() -> None:
    assert cells("收到数 | 件 | 3 |") == [("收到数", 0), ("件", 6), ("3", 10)]
    assert cells("小计 | 19 | |") == [("小计", 0), ("19", 5), ("", 9)]
    assert cells("| 甲 | 乙 |") == [("甲", 2), ("乙", 6)]
    assert [text for text, _ in cells("甲｜乙│丙")] == ["甲", "乙", "丙"]


def test_lines_without_bars_are_no_rows() -> None:
    assert pipe_row("没有竖线") is None


def test_rules_between_rows_are_no_cells() -> None:
    outline = outline_of_text("| 项 | 数 |\n|---|:-:|\n| 甲 | 1 |")
    assert [[cell.text for cell in row if cell] for row in outline.grids[0].slots] == [["项", "数"], [], ["甲", "1"]]


def test_a_line_of_links_is_no_table() -> None:
    assert not outline_of_text("首页 | 新闻 | 公开\n正文第一段").grids
    assert not outline_of_text("上一篇 | 下一篇\n返回 | 打印").grids


def test_tabs_keep_blank_cells() -> None:
    outline = outline_of_text("项\t单位\t数\n甲\t件\t3\n乙\t\t4\n")
    assert texts(outline.grids[0]) == [["项", "单位", "数"], ["甲", "件", "3"], ["乙", "", "4"]]


LABELS = {f"标签{n}" for n in range(20)} | {"小计"}


def known(line: str) -> bool:
    return line in LABELS


def test_a_run_of_labels_and_numbers_is_found_between_paragraphs() -> None:
    form = [text for n in range(6) for text in (f"标签{n}", "件", str(n))]
    lines = ["前面的一段话。", *form, "后面的一段话。"]
    assert flattened(lines, known) == [(1, 19)]


def test_headings_over_prose_are_no_form() -> None:
    lines = [text for n in range(8) for text in (f"标签{n}", "这里是一段比较长的正文，" * 8, "2018")]
    assert flattened(lines, known) == []


def test_few_labels_or_few_numbers_are_no_form() -> None:
    assert flattened([f"标签{n}" for n in range(9)], known) == []
    assert flattened(["标签1", "1", "2", "3", "4", "5"], known) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("标签1 件 3", ["标签1", "件", "3"]),
        ("标签1", ["标签1"]),
        ("标签1 标签2 小计", ["标签1", "标签2", "小计"]),
        ("0 0 5 / 1", ["0", "0", "5", "/", "1"]),
        ("1 234", ["1 234"]),
        ("39 17", ["39 17"]),
        ("两个 字", ["两个 字"]),
        ("9 （县级）", ["9 （县级）"]),
        ("标签1：", ["标签1："]),
    ],
)
def test_lines_with_a_row_each(line: str, expected: list[str]) -> None:
    row = line_row(line, known)
    assert [cell.text for cell in row.cells] == expected
    assert all(line[cell.start : cell.start + len(cell.text)] == cell.text for cell in row.cells)


@pytest.mark.parametrize(
    "text", ["|" * 200_000, "| \n" * 50_000, "\t" * 200_000, "0 " * 200_000, "小计\n0\n" * 20_000, "（" * 100_000]
)
def test_hostile_text_is_read_in_one_pass(text: str) -> None:
    assert isinstance(outline_of_text(text), Outline)


# --- rows typed into one row, with blank cells among them ---


def stacked(*columns: str) -> list[list[str | None]]:
    return grid_of("<table><tr><td>项<td>单位<td>数<tr>" + "".join(f"<td>{column}</td>" for column in columns) + "</table>")[1:]


@pytest.mark.parametrize(
    "last",
    [
        "&nbsp;<br>1<br>&nbsp;<br>3", "<br>1<br><br>3", "<br>1<br><br>3<br>",
        "<p>&nbsp;</p><p>1</p><p><br></p><p>3</p>",
        "<br>1<br>&nbsp;<br>3<br>&nbsp;",
    ],
)  # fmt: skip
@pytest.mark.parametrize("unit", ["件<br>件<br>件<br>件", "件"])
def test_blank_lines_are_blank_cells(unit: str, last: str) -> None:
    rows = stacked("甲<br>乙<br>丙<br>丁", unit, last)
    assert rows == [["甲", "件", ""], ["乙", "件", "1"], ["丙", "件", ""], ["丁", "件", "3"]]


@pytest.mark.parametrize(
    ("label", "last"),
    [
        ("甲<br>乙<br>丙<br>丁", "<br><br>3<br><br>"),  # one figure, drawn in the middle
        ("甲（一<br>二）乙<br>丙<br>丁", "1<br><br>2<br>3"),  # a label on two lines
        ("甲<br>乙<br>丙<br>丁", "1<br>2<br>3"), ("甲<br>乙<br>丙<br>丁", "5"),
        ("甲<br>乙", "<br>5"), ("甲<br>乙", "5<br>见附件"),
    ],
)  # fmt: skip
def test_lines_that_may_be_no_rows_stay_in_their_cells(label: str, last: str) -> None:
    assert len(stacked(label, "件", last)) == 1


def test_long_cells_of_lines_with_figures_are_rows() -> None:
    labels = [f"第{number}项主动公开的政府信息的数量" for number in range(60)]
    rows = stacked("<br>".join(labels), "条", "<br>".join(map(str, range(60))))
    assert rows == [[label, "条", str(number)] for number, label in enumerate(labels)]


def test_blank_lines_of_cells_leave_no_trace_in_the_text() -> None:
    markup = "<table><tr><td>甲<br><br>乙<p>&nbsp;</p><table><tr><td>丙<br><br>丁<td>戊</table><br><br>己</table>"
    text = outline_of(html.fromstring(f"<div>{markup}</div>")).text
    assert text.isprintable() or set(text) <= set("甲乙丙丁戊己 |\n")
    assert text.split() == ["甲", "乙", "丙", "丁", "|", "戊", "己"]
