"""Rows drawn as inline elements side by side, without a table and with their styles elsewhere; and what only looks like them."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.layout.number_runs import may_run
from pipelines.outline import outline_of
from tests.pipelines.form_pages import expected_three, read_html, section_three, three, values

HEADS = ["申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]


def section(cell: str, row: str) -> str:
    """Section 三 as inline elements, each row of them in a block."""
    drawn = section_three("2019", lambda r, c: str(three(r, c)))[3:]
    rows = [HEADS, *([text for text, _, _ in spans[-8:]] for spans in drawn)]
    rows.insert(3, ["三、本年度办理结果"])
    return "".join(row.format("".join(cell.format(text) for text in texts)) for texts in rows)


def rows_of(markup: str) -> list[list[list[str]]]:
    outline = outline_of(html.fromstring(f"<div>{markup}</div>"))
    return [[[cell.text for cell in row.cells] for row in grid.rows] for grid in outline.grids]


@pytest.mark.parametrize("cell", ['<span class="c">{}</span>', "<span>{}</span>", "<b class='a b'>{}</b>", "<label>{}</label>\n"])
@pytest.mark.parametrize("row", ['<div class="row">{}</div>', '<div class="line">{}</div>', "<li>{}</li>", "<p>{}</p>"])
def test_numbers_side_by_side_in_elements_alike_are_cells(cell: str, row: str) -> None:
    page = f"<div><p><span>正文一段。</span></p>{section(cell, row)}<p><span>正文又一段。</span></p></div>"
    found = values(read_html(page).facts)
    assert found == expected_three("2019", three)
    text = [line for line in outline_of(html.fromstring(page)).text.split("\n") if line.startswith("正文")]
    assert text == ["正文一段。", "正文又一段。"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><span>公开</span><span>1</span><span>2</span><span>3</span><span>4</span><span>条</span></p>",  # one number cut up
        "<p><span>1</span><span>2</span><span>3</span></p><p><span>4</span><span>5</span><span>6</span></p>",  # too few
        "<p><span>1</span>、<span>2</span>、<span>3</span>、<span>4</span></p>" * 3,  # text between them
        "<p><span>1</span><i>2</i><b>3</b><span>4</span><span>5</span></p>" * 3,  # not alike
    ],
)
def test_numbers_that_an_editor_cut_up_are_no_cells(markup: str) -> None:
    assert rows_of(markup) == []


def test_pages_without_such_numbers_are_not_looked_at() -> None:
    assert not may_run("<p><span>2</span><span>条</span></p><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td>")
    assert may_run("<p><span>甲</span><span> 1</span>\n<span class='c'>2</span><span>0</span><span>-</span></p>")
