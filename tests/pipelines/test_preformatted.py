"""Line breaks and tabs that count: in `<pre>`, in white-space: pre, in text files; and nowhere else."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.outline import outline_of, outline_of_text


def lines_of(markup: str) -> list[str]:
    return outline_of(html.fromstring(markup)).text.splitlines()


def test_line_breaks_of_pre_are_kept() -> None:
    assert lines_of("<div><p>甲</p><pre>一\n  二  二\r\n\n三</pre><p>乙\n丙</p></div>") == ["甲", "一", "二 二", "三", "乙 丙"]


@pytest.mark.parametrize("style", ["white-space: pre", "color:red;white-space:pre-wrap", "white-space : pre-line"])
def test_line_breaks_of_a_preformatted_style_are_kept(style: str) -> None:
    assert lines_of(f'<div><p style="{style}">一\n二</p></div>') == ["一", "二"]


@pytest.mark.parametrize("style", ["white-space: normal", "white-space:nowrap", "color: red"])
def test_other_styles_fold_line_breaks(style: str) -> None:
    assert lines_of(f'<div><p style="{style}">一\n二</p></div>') == ["一 二"]


def test_elements_inside_pre_break_no_line() -> None:
    assert lines_of("<div><pre>一<b\nclass='x'>二</b>\n三</pre></div>") == ["一二", "三"]


def test_tabs_of_pre_separate_cells_and_blank_ones_count() -> None:
    outline = outline_of(html.fromstring("<div><pre>名称\t单位\t数\n甲\t\t3\n完</pre></div>"))
    assert [[cell and cell.text for cell in row] for row in outline.grids[0].slots] == [["名称", "单位", "数"], ["甲", "", "3"]]
    assert [outline.text[p.start : p.end] for p in outline.paragraphs] == ["完"]


def test_a_single_line_with_tabs_stays_a_line() -> None:
    assert lines_of("<div><pre>电话：\t12345\n地址</pre></div>") == ["电话： 12345", "地址"]


def test_tabs_in_ordinary_paragraphs_are_white_space() -> None:
    outline = outline_of(html.fromstring("<div><p>甲\t1</p><p>乙\t2</p></div>"))
    assert (outline.text, outline.grids) == ("甲 1\n乙 2", ())


def test_a_table_inside_pre_is_a_table() -> None:
    outline = outline_of(html.fromstring("<div><pre>\n<table>\n<tr><td>甲</td>\n<td>1\n2</td></tr>\n</table></pre></div>"))
    assert [[cell and cell.text for cell in row] for row in outline.grids[0].slots] == [["甲", "1 2"]]


def test_pre_in_a_cell_leaves_no_mark_behind() -> None:
    markup = "<div><table><tr><td>甲</td><td><pre>一\t二</pre></td></tr><tr><td>乙</td><td>3</td></tr></table></div>"
    assert lines_of(markup) == ["甲 | 一 二", "乙 | 3"]


def test_leaders_between_label_and_number_separate_them() -> None:
    labels = ["收到申请数", "当面申请数", "传真申请数", "网络申请数", "信函申请数"]
    outline = outline_of_text("\n".join(f"{label}………{n} 件" for n, label in enumerate(labels)))
    cells = [[cell.text for cell in row if cell] for row in outline.grids[0].slots]
    assert cells == [[label, f"{n} 件"] for n, label in enumerate(labels)]


def test_leaders_in_prose_change_nothing() -> None:
    text = "公开了许多信息……共5条\n工作还有不足……\n收到申请数：5件"
    assert outline_of_text(text).text == text
    assert outline_of_text(text).grids == ()


@pytest.mark.parametrize(
    "markup", ["<pre>" * 3000 + "x\ny", "<pre>" + "\t\n" * 50_000, "<div><pre>" + "….:" * 50_000 + "1</pre></div>"]
)
def test_hostile_preformatted_text_is_bounded(markup: str) -> None:
    assert outline_of(html.fromstring(markup)).text is not None
