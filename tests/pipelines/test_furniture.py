"""What stands round a report, read from the view, from before the article, and from the text's first lines."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from pipelines.field.furniture import furniture_of
from pipelines.field.seen import Furniture
from pipelines.field.surroundings import LINES, lines_before
from pipelines.items import View
from pipelines.outline import outline_of


def furniture(article: str, before: str = "", **view: Any) -> Furniture:
    lines = "".join(f"<p>{line}</p>" for line in article.split("\n"))
    document = html.document_fromstring(f"<html><body>{before}<div id='zoom'>{lines}</div></body></html>")
    content = document.find(".//div[@id='zoom']")
    assert content is not None
    outline = outline_of(content)
    return furniture_of(View("generic", content, **view), outline, 0, len(outline.text))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("索引号：A01/2019-0001 发布机构：县教育局\n发布日期：2019-01-22",
         {"索引号": "A01/2019-0001", "发布机构": "县教育局", "发布日期": "2019-01-22"}),
        ("索引号A01/2019-0001\n发文字号 发文时间2019-01-22\n主题分类教育 公开方式主动公开",
         {"索引号": "A01/2019-0001", "发文时间": "2019-01-22", "主题分类": "教育", "公开方式": "主动公开"}),
        ("索 引 号\nA01/2019-0001\n文 号\n无", {"索引号": "A01/2019-0001", "文号": "无"}),
        ("• 索 引 号：A01/2019-0001\n• 备注/文号：柳林〔2019〕3号\n• 公文生成日期：2019-01-22",
         {"索引号": "A01/2019-0001", "备注/文号": "柳林〔2019〕3号", "公文生成日期": "2019-01-22"}),
        ("发布日期：2019-01-22 来源：本站", {}),
        ("本报告统计发布机构12个。", {}),
    ],
)  # fmt: skip
def test_reads_an_index_table_from_lines(text: str, rows: dict[str, str]) -> None:
    assert furniture(text).rows == rows


def test_the_views_rows_go_before_lines_and_labels_lose_their_spaces() -> None:
    seen = furniture("索引号：B02/2019-0002\n文号：无", rows={"索 引 号：": "A01/2019-0001", "文号": ""})
    assert seen.rows == {"索引号": "A01/2019-0001"}


def test_a_value_that_holds_further_labels_is_taken_apart() -> None:
    seen = furniture("正文", rows={"索引号": "A01/2019-0001 生成日期：2019-01-22", "文号": "关键字：年报"})
    assert seen.rows == {"索引号": "A01/2019-0001", "生成日期": "2019-01-22", "文号": "", "关键字": "年报"}


@pytest.mark.parametrize("value", ["无文号", "无", "—", "-", "", " / ", "暂无", "null"])
def test_a_row_that_says_nothing_is_none(value: str) -> None:
    assert furniture("正文", rows={"文号": value}).row("文号") is None


@pytest.mark.parametrize(
    ("line", "crumbs"),
    [
        ("当前位置：首页 > 乡镇信息公开 > 大河乡 > 年报", ("首页", "乡镇信息公开", "大河乡", "年报")),
        ("您所在的位置: 首页 » 年报", ("首页", "年报")),
        ("您的位置：<a>首页</a>&gt;<a>年报</a>", ("首页", "年报")),
        ("网站首页 &gt;&gt; 信息公开 &gt;&gt; 柳河县物价局", ("网站首页", "信息公开", "柳河县物价局")),
        ("首页 新闻 信息公开 互动", ()),
        ("地理位置优越 > 交通便利", ()),
    ],
)
def test_reads_the_path_of_the_page(line: str, crumbs: tuple[str, ...]) -> None:
    assert furniture("正文", f"<div>{line}</div>").breadcrumb == crumbs
    assert furniture(line.replace("<a>", "").replace("</a>", "") + "\n正文").breadcrumb == crumbs


def test_dates_of_lists_above_the_title_are_not_those_of_the_page() -> None:
    before = "<ul><li>放假通知 2025-01-01</li></ul><h3>大河镇2018年政府信息公开年度报告</h3><p>时间：2019-01-22</p>"
    assert furniture("正文", before).date_lines == ("时间：2019-01-22",)


def test_a_line_with_a_stretch_of_time_is_no_date_line() -> None:
    assert furniture("统计时间：2018年1月1日至2018年12月31日").date_lines == ()


def test_a_date_line_from_the_foot_of_the_article_is_left_to_the_colophon() -> None:
    assert furniture("工作说明。" * 500 + "\n填报日期：2019-01-22", date_line="填报日期：2019-01-22").date_lines == ()


def test_lines_before_the_article_keep_runs_of_text_together() -> None:
    document = html.document_fromstring(
        "<html><body><script>x</script><div>甲<b>乙</b>丙<br>丁丁<!-- 戊 -->己</div>庚庚"
        "<table><tr><td><p>辛辛</p><div id='z'>文</div></td></tr></table></body></html>"
    )
    content = document.find(".//div[@id='z']")
    assert content is not None
    assert lines_before(content) == ("甲乙丙", "丁丁己", "庚庚", "辛辛")


def test_a_page_of_menus_before_the_article_is_looked_at_in_bounds() -> None:
    menu = "<ul>" + "<li><a>栏目</a></li>" * 20_000 + "</ul>"
    document = html.document_fromstring(f"<html><body>{menu}<h1>大河镇年报</h1><div id='z'>文</div></body></html>")
    content = document.find(".//div[@id='z']")
    assert content is not None
    found = lines_before(content)
    assert len(found) <= LINES
    assert found[-1] == "大河镇年报"


def test_an_article_without_a_parent_has_nothing_before_it() -> None:
    assert lines_before(html.fragment_fromstring("<div>文</div>")) == ()
