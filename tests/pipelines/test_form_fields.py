"""Figures in the fields of a form that was pasted with them: a field of a cell is what it shows."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.outline import outline_of
from tests.pipelines.form_pages import as_html, read_html, tables, truth, values


def row(markup: str) -> str:
    """What the row of a table with such a cell says."""
    return outline_of(html.fromstring(f"<div><table><tr><td>甲</td><td>{markup}</td></tr></table></div>")).text


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<input value="5">', "5"),
        ('<input type="text" readonly value=" 44.48 ">', "44.48"),
        ('<p><font><input type="number" value="0" disabled></font></p>', "0"),
        ('<input value="5">件', "5件"),
        ("<textarea>12</textarea>", "12"),
        ("<select><option value='a'>1</option><option selected>3</option></select>", "3"),
        ("<select><option>2</option><option>3</option></select>", "2"),
        ('<input value="">', ""),
        ('<input value="请输入数量">', ""),
        ('<input type="hidden" value="5">', ""),
        ('<input type="button" value="5">', ""),
        ('<input style="display:none" value="5">', ""),
        ('<span style="display:none"><input value="5"></span>', ""),
        ('6<input value="5">', "6"),
        ('<input value="5"><sup>1</sup>', "5[1]"),
        ('<input value="约5件，含转办"><sup>①</sup>', "约5件，含转办[①]"),
        ('<input value="规章">', "规章"),
        ("<select><option>政府网站</option></select>", ""),
        ('<input value="站内搜索">', ""),
        ('<input value="3"><input value="400">', "3；400"),
    ],
)
def test_a_field_in_a_cell_says_its_number(markup: str, said: str) -> None:
    assert row(markup) == f"甲 | {said}"


def test_a_field_outside_of_a_cell_says_nothing() -> None:
    assert outline_of(html.fromstring('<div><p>第<input value="1">页</p><p>正文</p></div>')).text == "第页\n正文"


@pytest.mark.parametrize("cell", ['<input value="{}">', "<p><textarea>{}</textarea></p>"])
@pytest.mark.parametrize("edition", ["2014", "2021"])
def test_a_form_with_fields_is_read_like_any_other(edition: str, cell: str) -> None:
    rows = [[[(cell.format(t) if t.isdigit() else t, a, c) for t, a, c in row] for row in table] for table in tables(edition)]
    assert values(read_html(as_html(*rows, cell="{}")).facts).items() >= truth(edition).items()


def test_a_form_drawn_in_boxes_has_fields_too() -> None:
    cells = '<div class="tr"><div class="td">行政许可</div><div class="td"><input value="7"></div></div>'
    head = '<div class="tr"><div class="td">信息内容</div><div class="td">本年处理决定数量</div></div>'
    style = "<style>.tr{display:table-row}.td{display:table-cell}</style>"
    assert outline_of(html.fromstring(f"<div>{style}{head}{cells}</div>")).text.endswith("行政许可 | 7")
