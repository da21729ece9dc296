"""Tables that only lay text out, and rows that were typed into one row with line breaks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from lxml import html

from pipelines.layout.pieces import pieces
from pipelines.outline import Grid, outline_of
from pipelines.tables import Cell, RawRow, RawTable
from tests.pipelines.form_pages import expected_three, flat_three, read_html, tables, three, values

HEAD = "<tr><td>申请办理情况<td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计"
GROUPS = ("三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理")


def texts(grid: Grid) -> list[list[str | None]]:
    return [[cell.text if cell else None for cell in row] for row in grid.slots]


def grid_of(markup: str) -> list[list[str | None]]:
    return texts(outline_of(html.fromstring(f"<table>{markup}</table>")).grids[0])


def test_a_table_of_one_column_is_text() -> None:
    outline = outline_of(html.fromstring("<table><tr><td><p>一段</p><p>二段</p></td></tr><tr><td>三段</td></tr></table>"))
    assert outline.text.split("\n") == ["一段", "二段", "三段"]
    assert not outline.grids


def test_a_table_around_a_table_lays_it_out() -> None:
    inner = "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    outline = outline_of(html.fromstring(f"<table><tr><td>栏目<td><p>前言</p><br><br>{inner}<p></p><p>后记</p></table>"))
    assert outline.text.split("\n") == ["栏目", "前言", "甲 | 1", "乙 | 2", "后记"]
    assert [texts(grid) for grid in outline.grids] == [[["甲", "1"], ["乙", "2"]]]


def test_the_sections_of_a_report_beside_their_headings_are_text() -> None:
    rows = [("一、总体情况", "全年公开信息5条。"), ("二、存在问题", "还有不足。"), ("附", "没有其他事项。")]
    outline = outline_of(html.fromstring("<table>" + "".join(f"<tr><td>{head}<td>{said}" for head, said in rows) + "</table>"))
    assert outline.text.split("\n") == [text for row in rows for text in row]
    assert not outline.grids


def test_a_single_cell_table_inside_a_cell_is_its_text() -> None:
    assert grid_of("<tr><td>甲<td><table><tr><td>1</table><tr><td>乙<td>2") == [["甲", "1"], ["乙", "2"]]


def test_a_paragraph_in_a_table_divides_it() -> None:
    prose = "这一行是正文而不是表格，" * 12
    outline = outline_of(html.fromstring(f"<table><tr><td>a<td>1<tr><td colspan=2>{prose}<tr><td>b<td>2</table>"))
    assert [texts(grid) for grid in outline.grids] == [[["a", "1"]], [["b", "2"]]]
    assert len(outline.paragraphs) == 1


def test_pieces_leaves_a_plain_table_alone() -> None:
    table = RawTable([RawRow([Cell("a"), Cell("b")])])
    assert pieces(table) == [table]


# --- rows typed into one row ---


@pytest.mark.parametrize(
    ("row", "rows"),
    [
        ("<td>甲<br>乙<br>丙<br>丁<td>子<br>丑<br>寅<br>卯", [["甲", "子"], ["乙", "丑"], ["丙", "寅"], ["丁", "卯"]]),
        ("<td>甲<br>乙<td>1<br>2", [["甲", "1"], ["乙", "2"]]),
        ("<td><p>甲</p><p>乙</p><td>1<br>2<br>", [["甲", "1"], ["乙", "2"]]),
        ("<td>组<br>甲<br>乙<td>&nbsp;<br>1<br>2", [["组", ""], ["甲", "1"], ["乙", "2"]]),
        ("<td>组<br>甲<br>乙<td><br>1<br>2", [["组", ""], ["甲", "1"], ["乙", "2"]]),
        ("<td>组<br>甲<br>乙<td><p>&nbsp;</p><p>1</p><p>2</p>", [["组", ""], ["甲", "1"], ["乙", "2"]]),
        ("<td>组<br>甲<br>乙<td><p><br></p><p>1</p><p>2</p>", [["组", ""], ["甲", "1"], ["乙", "2"]]),
        ("<td>甲<br>乙<br>丙<td>1<br>&nbsp;<br>3<td>4<br>5<br>6", [["甲", "1", "4"], ["乙", "", "5"], ["丙", "3", "6"]]),
        ("<td>甲<br>乙<br><td>1<br>2<td>", [["甲", "1", ""], ["乙", "2", ""]]),
        ("<td>1<br>2<td>甲<br>乙<td>件<td>8<br>9", [["1", "甲", "件", "8"], ["2", "乙", "件", "9"]]),
        ("<td>三、<br>办理<br>结果<td>甲<br>乙<td>8<br>9", [["三、 办理 结果", "甲", "8"], ["三、 办理 结果", "乙", "9"]]),
        ("<td>1.甲<br>（二）乙<td>&nbsp;<br>5", [["1.甲", ""], ["（二）乙", "5"]]),
        # not surely rows: a name or label broken in two, fewer figures than labels, a remark below a figure
        ("<td>商业<br>企业<td>科研<br>机构", [["商业 企业", "科研 机构"]]),
        ("<td>属于国<br>家秘密<td>5", [["属于国 家秘密", "5"]]),
        ("<td>属于国<br>家秘密<td>&nbsp;<br>5", [["属于国 家秘密", "5"]]),
        ("<td>3.危及三安全<br>一稳定<td>&nbsp;<br>5", [["3.危及三安全 一稳定", "5"]]),
        ("<td>甲<br>乙<br>丙<td>1<br>2<td>3<br>4", [["甲 乙 丙", "1；2", "3；4"]]),
        ("<td>甲<br>乙<td>1<br>2<td>3", [["甲 乙", "1；2", "3"]]),
        ("<td>甲<br>乙<td>5<br>含转办1", [["甲 乙", "5 含转办1"]]),
        ("<td>甲<td>3<br>400", [["甲", "3；400"]]),
        ("<td>甲<br>&nbsp;<br>乙<td>1<br>2<br>3", [["甲 乙", "1；2；3"]]),
        ("<td>甲<br>乙<br>丙<br>丁<td>1<br>2<br>3", [["甲 乙 丙 丁", "1；2；3"]]),
        ("<td>收到<br>申请数<br>答复数<td>7<br>8<br>", [["收到 申请数 答复数", "7；8"]]),
        ("<td>（一）甲（二）乙<br>丙<td>7<br>8", [["（一）甲（二）乙 丙", "7；8"]]),
        ("<td>甲乙<td>件<br>次<td>7<br>8", [["甲乙", "件 次", "7；8"]]),
        ("<td>甲<br>乙<br>丙<td>1<br>2<td>丁<br>戊<br>己<td>4<br>5<br>6", [["甲 乙 丙", "1；2", "丁 戊 己", "4；5；6"]]),
    ],
)
def test_lines_of_cells_that_pair_are_rows(row: str, rows: list[list[str]]) -> None:
    width = len(rows[0])
    assert grid_of(f"<tr>{'<td>头' * width}<tr>{row}<tr>{'<td>尾' * width}") == [["头"] * width, *rows, ["尾"] * width]


def test_a_cell_from_above_reaches_over_the_rows_that_were_typed_into_one() -> None:
    grid = grid_of("<tr><td rowspan=2>组<td>甲<td>1<tr><td>乙<br>丙<td>2<br>3<tr><td>丁<td>戊<td>4")
    assert grid == [["组", "甲", "1"], ["组", "乙", "2"], ["组", "丙", "3"], ["丁", "戊", "4"]]


@pytest.mark.parametrize(
    "cells",
    [
        "<td>2.重复申请<br>3.要求提供公开出版物" + "<td>7" * 7,
        "<td>重复申请<br>要求提供公开出版物" + "<td>&nbsp;<br>7" * 7,
        "<td>（五）不予处理<br>1.信访举报投诉类申请<br>2.重复申请" + "<td>3<br>400" * 7,
    ],
)
def test_labels_of_several_rows_are_none_of_a_row_of_its_own(cells: str) -> None:
    known = "<tr><td>一、本年新收政府信息公开申请数量" + "<td>5" * 7
    found = values(read_html(f"<div><table>{HEAD}{known}<tr>{cells}{known.replace('本年新收', '上年结转')}</table></div>").facts)
    assert {code for code, _ in found} == {"applications.new", "applications.carried_in"}  # type: ignore[misc]


def test_labels_of_2014_joined_in_a_cell_are_no_local_row() -> None:
    *rows, last = [[text for text, _, _ in row] for row in tables("2014")[0]]
    joined = [rows[-2][0] + "<br>" + rows[-1][0], "件", "&nbsp;<br>9"]
    markup = "".join("<tr>" + "".join(f"<td>{text}" for text in row) for row in [*rows[:-2], joined, last])
    reading = read_html(f"<div><table>{markup}</table></div>")
    assert reading.facts
    assert all(fact.code for fact in reading.facts)


def _stacked(rows: Sequence[tuple[str, list[str]]], line: str, between: str) -> str:
    columns = [[label for label, _ in rows], *([figures[at] for _, figures in rows] for at in range(7))]
    return "<tr>" + "".join("<td>" + between.join(line.format(text or "&nbsp;") for text in column) for column in columns)


@pytest.mark.parametrize(("line", "between"), [("{}", "<br>"), ("<p>{}</p>", ""), ("<div><span>{}</span></div>", "\n")])
def test_section_three_typed_into_a_few_rows(line: str, between: str) -> None:
    rows = list(flat_three("2021", three))
    starts = [0, 2, *(at for at, (label, _) in enumerate(rows) if label in GROUPS[1:]), len(rows)]
    markup = "".join(_stacked(rows[first:end], line, between) for first, end in pairwise(starts))
    assert values(read_html(f"<div><table>{HEAD}{markup}</table></div>").facts) == expected_three("2021", three)
