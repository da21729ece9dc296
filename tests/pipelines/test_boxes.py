"""Tables that are drawn without a table: by roles, by styles of elements, by style sheets; and what only looks like one."""

from __future__ import annotations

import pytest
from lxml import etree, html

from pipelines.layout.boxes import with_tables
from pipelines.layout.styles import styles_of
from pipelines.outline import outline_of

ROW = '<div role="row"><span role="rowheader">甲</span><span role="cell"></span><span role="cell">3</span></div>'

CELL = "display:table-cell"
STYLED = f'<p style="display: TABLE-ROW"><b style="{CELL}">甲</b><b style="color:red;{CELL}"></b><b style="{CELL}">3</b></p>'


def grids(markup: str) -> list[list[list[str | None]]]:
    read = outline_of(html.fromstring(f"<div><p>前文</p>{markup}<p>后文</p></div>"))
    assert [read.text[p.start : p.end] for p in read.paragraphs][:1] == ["前文"]
    return [[[cell.text if cell else None for cell in row] for row in grid.slots] for grid in read.grids]


@pytest.mark.parametrize(
    "markup",
    [
        f'<div role="table">{ROW}{ROW}</div>',
        f'<div role="grid"><div role="rowgroup">{ROW}</div><div role="rowgroup">{ROW}</div></div>',
        f"<div>{ROW}{ROW}</div>",
        f'<div style="display:table">{STYLED}{STYLED}</div>',
        "<style>.r{display:table-row}.t>.r .c, .x{margin:0;display:table-cell !important}</style><div class='t'>"
        + "<ul class='a r'><li class='c'>甲</li><li class='c d'></li><li class='c'>3</li></ul>" * 2 + "</div>",
        "<p>" + '<div class="tr x"><div class="td c">甲</div><div class="td"></div><div class="th">3</div></div>' * 2,
        "<ol>" + '<ul class="row"><li class="cell">甲</li><li class="cell"> </li><li class="cell">3</li></ul>' * 2 + "</ol>",
        "<div>" + '<ul class="tr"><li>甲</li><li></li><li>3</li></ul>' * 2 + "</div>",
        "<div>" + '<div class="table-row"><b class="table-cell">甲</b><i class="table-cell"></i><b>3</b></div>' * 2 + "</div>",
        "<style>.z:hover{color:red} .box .l{display:flex;}</style><div class='box'>"
        + "<p class='l'><span>甲</span><span></span><b>3</b></p>" * 2 + "</div>",
        "<div>" + '<div style="display: inline-flex"><div><p>甲</p></div><div></div><div>3</div></div>' * 2 + "</div>",
        "<style>.row{display:flex}.td{display:flex;align-items:center}</style><div>"
        + '<div class="row"><p class="td"><b>甲</b></p><p class="td"></p><p class="td">3</p></div>' * 2 + "</div>",
    ],
)  # fmt: skip
def test_rows_and_cells_become_a_table_and_blank_cells_stay(markup: str) -> None:
    assert grids(markup) == [[["甲", "", "3"], ["甲", "", "3"]]]


def test_spans_of_roles_count() -> None:
    wide = '<div role="row"><div role="cell" aria-colspan="3">标题</div></div>'
    assert grids(f'<div role="table">{wide}{ROW}</div>') == [[["标题"] * 3, ["甲", "", "3"]]]


def test_text_between_rows_parts_them_into_two_tables() -> None:
    read = outline_of(html.fromstring(f"<div>{ROW}{ROW}中间的话{ROW}{ROW}</div>"))
    assert (len(read.grids), [read.text[p.start : p.end] for p in read.paragraphs]) == (2, ["中间的话"])


@pytest.mark.parametrize(
    "markup",
    [
        "<div><span>甲</span><span>3</span></div>",
        '<div role="row">文字<span role="cell">3</span></div>',
        "<style>.t:hover .c{display:table-cell}</style><div class='c'>甲</div>",
        "<style>.c{display:table-cell}</style><div><div class='c'>栏目</div><p>正文</p></div>",
        "<style>.r{display:table-row;</style><div class='r'><b>甲</b></div>",
        '<div class="row"><div class="col-md-9">正文一</div><div class="col-md-3">相关</div></div>' * 3,
        '<div style="display:flex"><a>首页</a><a>公开</a><a>年报</a></div><p>一行</p>',
        '<div style="display:flex"><span>日期</span><span>2020-01-02</span></div>' * 4,
        '<div style="display:flex">字<span>1</span><span>2</span><span>3</span></div>' * 3,
        f'<div style="display:flex"><div>{"长文" * 70}</div><div>2</div><div>3</div></div>' * 3,
        '<div style="display:flex"><div><ul><li>1</li></ul></div><div>2</div><div>3</div></div>' * 3,
    ],
)
def test_other_elements_are_left_alone(markup: str) -> None:
    assert grids(markup) == []


def test_the_page_itself_is_not_changed() -> None:
    page = html.fromstring(f'<div><div role="table">{ROW}{ROW}</div></div>')
    before = etree.tostring(page)
    assert with_tables(page, before.decode(), styles_of(page)) is not None
    assert etree.tostring(page) == before


@pytest.mark.parametrize(
    "markup",
    [
        "<style>" + ".a{display:table-cell}" * 20_000 + "</style><div>" + "<b class='a'>1</b>" * 3000 + "</div>",
        "<style>" + "." * 100_000 + "{display:table-cell</style><p>1</p>",
        "<div role='row'>" * 1500 + "<span role='cell'>1</span>",
        "<div>" + "<div role='row'><span role='cell'>1</span></div>" * 5000 + "</div>",
        "<div style='display:flex'>" * 1500 + "<b>1</b><b>2</b><b>3</b>",
        '<div>' + '<div style="display:flex"><b>1</b><b>2</b><b>3</b></div>' * 5000 + "</div>",
        '<div class="row">' * 1500 + "<b>1</b>",
    ],
)
def test_hostile_styles_and_roles_are_bounded(markup: str) -> None:
    assert outline_of(html.fromstring(f"<div>{markup}</div>")).text is not None


def test_thousands_of_drawn_rows_are_no_form_and_stay_text() -> None:
    assert grids(ROW * 5001) == []
    assert len(grids(ROW * 40)[0]) == 40
