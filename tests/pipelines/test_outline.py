"""The stored text of an article, its paragraphs and its grids, each with its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from lxml.html import HtmlElement

from pipelines.outline import MAX_TEXT, Cell, Outline, outline_of, outline_of_blocks, outline_of_text
from pipelines.tables import RawRow, RawTable
from tests.pipelines.form_pages import as_html, as_lines, as_pipes, form_2014, section_three


def element(markup: str) -> HtmlElement:
    return html.fromstring(f"<div>{markup}</div>")


def lines(markup: str) -> list[str]:
    return outline_of(element(markup)).text.split("\n")


def assert_places_hold(outline: Outline) -> None:
    """Every place in the outline holds what it says; the lines of paragraphs and grids do not overlap."""
    for paragraph in outline.paragraphs:
        text = outline.text[paragraph.start : paragraph.end]
        assert text == text.strip() != ""
        assert "\n" not in text
    for number, grid in enumerate(outline.grids, 1):
        assert grid.number == number
        assert len({len(row) for row in grid.slots}) == 1
        for at, row in enumerate(grid.slots):
            for column, cell in enumerate(row):
                if cell is not None:
                    assert outline.text[cell.start : cell.end] == cell.text
                    assert grid.start <= cell.start <= cell.end <= grid.end
                    assert cell.row <= at < cell.row + cell.rowspan
                    assert cell.column <= column < cell.column + cell.colspan
    spans = sorted([(p.start, p.end) for p in outline.paragraphs] + [(g.start, g.end) for g in outline.grids])
    assert all(left[1] < right[0] for left, right in pairwise(spans))


def test_blocks_break_lines_and_inline_elements_do_not() -> None:
    assert lines("<p>公<span>开</span><b>信</b><font>息</font></p>第二行<br>第三行<div>第四行</div>") == [
        "公开信息", "第二行", "第三行", "第四行",
    ]  # fmt: skip


def test_white_space_is_folded_and_invisible_characters_are_dropped() -> None:
    assert lines("<p>\u3000\u3000一\xa0\xa0二\n 三\u200b四\ufeff</p><p>&nbsp;</p>") == ["一 二 三四"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x()</script>",
        "<style>p{}</style>",
        "<!-- 注 -->",
        "<p style='display:none'>暗</p>",
        "<p STYLE='DISPLAY : NONE'>暗</p>",
        "<div hidden>暗<p>暗</p></div>",
        "<span style='color:red;visibility:hidden'>暗</span>",
        "<template>暗</template>",
        "<div style='display:none'><div>暗</div>暗<br>暗</div>",
        "<noscript>暗</noscript>",
        "<select><option>暗</select>",
    ],
)
def test_what_a_reader_does_not_see_is_left_out(hidden: str) -> None:
    assert lines(f"<p>明</p>{hidden}<p>白</p>") == ["明", "白"]


@pytest.mark.parametrize("skipped", ["noscript", "template", "video", "audio", "canvas", "object", "svg", "select", "iframe"])
@pytest.mark.parametrize("held", ["<p>看不见</p>", "<p>看不见</p>没有<p>也没有</p>", "<table><tr><td>看不见</td></tr></table>"])
def test_what_stands_behind_an_element_that_is_not_shown_is_read(skipped: str, held: str) -> None:
    assert lines(f"<p>前</p><{skipped}>{held}</{skipped}><p>后</p><table><tr><td>5</td></tr></table>") == ["前", "后", "5"]


def test_borders_of_none_hide_nothing() -> None:
    assert lines("<p style='border:none;text-decoration:none'>看得见</p>") == ["看得见"]


def test_hidden_rows_and_cells_are_left_out_of_a_table() -> None:
    outline = outline_of(
        element("<table><tr><td>a<td style='display:none'>x<td>1<tr style='display:none'><td>y<td>9<tr><td>b<td>2</table>")
    )
    assert outline.text == "a | 1\nb | 2"


def test_character_references_are_read_once() -> None:
    assert lines("<p>a &lt;b&gt; &amp;amp; c</p>") == ["a <b> &amp; c"]
    assert lines("<table><tr><td>A&amp;B<td>&amp;nbsp;</table>") == ["A&B | "]


def test_grid_rows_stand_in_the_text_a_row_a_line() -> None:
    outline = outline_of(element("<p>前</p><table><tr><th>项<th>数<tr><td>甲<td></table><p>后</p>"))
    assert outline.text == "前\n项 | 数\n甲 | \n后"
    assert [outline.text[p.start : p.end] for p in outline.paragraphs] == ["前", "后"]
    assert outline.grids[0].slots[0][0] == Cell("项", 2, 3, 0, 0, 1, 1, True)
    assert outline.grids[0].source == "html"
    assert_places_hold(outline)


def test_captions_and_stray_text_stand_before_the_table() -> None:
    assert lines("<table><caption>表名</caption><tr><td>a<td>1</table>") == ["表名", "a | 1"]


def test_a_row_group_or_row_as_content() -> None:
    body = html.fromstring("<table><tbody><tr><td>a<td>1<tr><td>b<td>2</tbody></table>").find("tbody")
    assert body is not None
    assert outline_of(body).text == "a | 1\nb | 2"


def test_runs_of_text_in_a_cell_or_paragraph_are_one_line() -> None:
    cells = (
        "<td><p><span>受理</span><b>申请</b> 5<span>件</span><br></p></td><td><span> 1</span>2<o:p></o:p></td><td>甲<br>乙</td>"
    )
    assert lines(f"<p>本<b>年</b>度<br></p><table><tr>{cells}</tr></table>") == ["本年度", "受理申请 5件 | 12 | 甲 乙"]


def test_cells_outside_of_a_table_are_lines() -> None:
    cell = html.fromstring("<table><tr><td><p>一</p><p>二</p><td>三</table>").find(".//td")
    assert cell is not None
    assert outline_of(cell).text == "一\n二"


@pytest.mark.parametrize("wrap", ["<p>{}</p>", "<div><span>{}</span></div>", "{}<br>"])
def test_text_in_paragraphs_gives_the_outline_of_the_plain_text(wrap: str) -> None:
    for text in (as_pipes(form_2014()), as_lines(form_2014()), as_lines(section_three("2021", lambda r, c: str(r + c)))):
        whole = "第一段说明文字。\n" + text + "\n最后一段说明文字。"
        markup = "".join(wrap.format(line) for line in whole.splitlines())
        assert outline_of(element(markup)) == outline_of_text(whole)
        assert len(outline_of_text(whole).grids) == 1


def test_a_form_with_one_cell_a_line_is_a_grid_between_paragraphs() -> None:
    outline = outline_of_text("一段正文。\n" + as_lines(form_2014()) + "\n扫一扫\n又一段正文。")
    assert [grid.source for grid in outline.grids] == ["lines"]
    assert [outline.text[p.start : p.end] for p in outline.paragraphs] == ["一段正文。", "扫一扫", "又一段正文。"]
    assert_places_hold(outline)


def test_blocks_of_other_readers() -> None:
    table = RawTable([RawRow([Cell("收到申请数"), Cell("件"), Cell("3")])])
    outline = outline_of_blocks(["第一行", "", table, "第二行"])
    assert outline.text == "第一行\n收到申请数 | 件 | 3\n第二行"
    assert_places_hold(outline)


def test_the_same_bytes_give_the_same_outline() -> None:
    markup = as_html(form_2014(), section_three("2019", lambda r, c: str(r * c)))
    assert outline_of(html.fromstring(markup)) == outline_of(html.fromstring(markup))


def test_reading_leaves_the_element_as_it_was() -> None:
    content = element("<p>一<span style='display:none'>暗</span></p><table><tr><td>a<td>1</table>")
    before = etree.tostring(content)
    outline_of(content)
    assert etree.tostring(content) == before


def test_the_tail_of_the_element_is_not_its_content() -> None:
    content = html.fromstring("<div><p>里面</p>外面</div>").find("p")
    assert content is not None
    assert outline_of(content).text == "里面"


# --- hostile pages ---


def test_a_hundred_thousand_start_tags() -> None:
    assert isinstance(outline_of(element("<div>" * 100_000 + "x")), Outline)


def test_deeply_nested_elements() -> None:
    """Far deeper than libxml2's parser lets through (2,048), and than Python's stack; deeper trees take long to build."""
    content = inner = html.fromstring("<div></div>")
    for _ in range(10_000):
        inner = etree.SubElement(inner, "div")
    inner.text = "最里面"
    assert outline_of(content).text == "最里面"


def test_deeply_nested_tables() -> None:
    content = inner = html.fromstring("<div></div>")
    for _ in range(4_000):
        inner = etree.SubElement(etree.SubElement(etree.SubElement(inner, "table"), "tr"), "td")
    inner.text = "最里面"
    assert outline_of(content).text == "最里面"


def test_thirty_megabytes_are_cut_and_the_outline_says_so() -> None:
    outline = outline_of(html.fromstring("<div>" + "<p>一行不长的文字。</p>" * 1_200_000 + "</div>"))
    assert outline.cut
    assert len(outline.text) < 2 * MAX_TEXT


def test_markup_without_text_over_the_budget_is_cut_too() -> None:
    outline = outline_of(html.fromstring("<div><p>头</p>" + '<img src="x">' * 900_000 + "</div>"))
    assert (outline.text, outline.cut) == ("头", True)


def test_a_short_page_is_not_cut() -> None:
    assert not outline_of(element("<p>短</p>")).cut


@pytest.mark.parametrize(
    "markup",
    [
        "<td>" * 5000,
        "<table>" * 3000,
        "<tr><td>" * 3000,
        "</td></tr></table>" * 2000,
        "<td" + " a" * 5000 + ">x",
        "<p>" + " " * 500_000,
        ("<td>" + " " * 3000 + "<p>" * 50) * 200,
        "<!--" * 50_000,
        "<" * 50_000,
        "&" * 50_000,
        "<table><tr><td colspan='" + "9" * 50_000 + "'>x<td>y",
        "<p style='" + "display" * 20_000 + "'>x",
        "<p style='" + "display:" + " " * 100_000 + "'>x",
    ],
)
def test_hostile_markup_is_read_in_one_pass(markup: str) -> None:
    assert_places_hold(outline_of(element(markup)))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<table>",
                "</table>",
                "<tr>",
                "</tr>",
                "<td>",
                "</td>",
                "<td rowspan=2>",
                "<td colspan=3>",
                "<th rowspan=0>",
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "文",
                "1",
                " ",
                "<br>",
                "<tbody>",
                "<tfoot>",
                "<thead>",
                "<caption>",
                "<td hidden>",
                "<script>",
                "</script>",
                "|",
                "&lt;",
            ]
        ),
        max_size=60,
    )
)
def test_any_markup_gives_an_outline_whose_places_hold(tokens: list[str]) -> None:
    assert_places_hold(outline_of(element("".join(tokens))))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["收到申请数", "件", "3", "|", "\n", "\t", " ", "其他", "总计", "0", "（一）", "规章", "\u3000", "/"]),
        max_size=80,
    )
)
def test_any_text_gives_an_outline_whose_places_hold(tokens: list[str]) -> None:
    assert_places_hold(outline_of_text("".join(tokens)))
