"""All fields of a report together, as a page of some CMS shows them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from lxml import html

from pipelines.fields import read_fields
from pipelines.items import Encoding, Page, Report, View
from pipelines.outline import outline_of

BODY = """本报告由柳河县教育局编制，数据统计期限为2018年1月1日至2018年12月31日。
如有疑问，请联系（地址：柳河县人民路1号，邮编：123456，电话：0951-1234567）。
一、概述
2018年，我局推进政府信息公开。
二、主动公开情况
公开信息86条。
三、存在问题
人员不足。"""


def fields_of(lines: str, *, url: str = "https://www.example.gov.cn/a.html", **view: Any) -> Report:
    root = html.Element("div")
    for line in lines.split("\n"):
        html.etree.SubElement(root, "p").text = line
    page = Page(url, datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"), View("generic", root, **view))
    outline = outline_of(root)
    report = Report(0, len(outline.text))
    read_fields(page, outline, report)
    return report


def inside_a_page(before: str, lines: str) -> Report:
    article = "".join(f"<p>{line}</p>" for line in lines.split("\n"))
    document = html.document_fromstring(
        f"<html><body>{before}<div id='zoom'>{article}</div><div>版权所有 2020-01-01</div></body></html>"
    )
    content = document.find(".//div[@id='zoom']")
    assert content is not None
    page = Page(
        "https://www.example.gov.cn/a.html",
        datetime(2026, 1, 1, tzinfo=UTC),
        b"",
        None,
        "",
        Encoding("utf-8"),
        View("generic", content),
    )
    outline = outline_of(content)
    report = Report(0, len(outline.text))
    read_fields(page, outline, report)
    return report


def test_reads_a_page_whose_view_is_complete() -> None:
    rows = {
        "索引号": "011223344/2019-00012",
        "文号": "柳教发〔2019〕3号",
        "发布机构": "县教育局",
        "主题分类": "教育",
        "发布日期": "2019-01-22",
    }
    report = fields_of(
        BODY, heading="柳河县教育局2018年政府信息公开工作年度报告（文字版）", rows=rows, date_line="来源：柳河县教育局"
    )
    assert report.title == "柳河县教育局2018年政府信息公开工作年度报告"
    assert report.title_as_printed == "柳河县教育局2018年政府信息公开工作年度报告（文字版）"
    assert (report.publisher, report.publisher_inferred, report.compiled_by) == ("柳河县教育局", False, "柳河县教育局")
    assert (report.level, report.report_year) == ("department", 2018)
    assert report.period == (date(2018, 1, 1), date(2018, 12, 31))
    assert (report.publish_date, report.published_at) == (date(2019, 1, 22), None)
    assert (report.index_number, report.document_number) == ("011223344/2019-00012", "柳教发〔2019〕3号")
    assert (report.issuing_office, report.topic, report.source_media) == ("县教育局", "教育", "柳河县教育局")
    assert (report.contact.phone, report.contact.postcode) == ("0951-1234567", "123456")
    assert report.contact.address == "柳河县人民路1号"
    assert report.findings == []


INDEX_LINES = """索引号：011223344/2019-00012 组配分类：年度报告
发布机构：县教育局 发布日期：2019-01-22
名称：柳河县教育局2018年政府信息公开工作年度报告
文号：无
"""

INDEX_CELLS = """索 引 号
011223344/2019-00012
发布机构
县教育局
文号
发布日期
2019-01-22
信息名称
柳河县教育局2018年政府信息公开工作年度报告
"""
INDEX_BARS = """索引号 | 011223344/2019-00012 | 发布机构 | 县教育局
发布日期 | 2019-01-22 | 文号 | -
标题 | 柳河县教育局2018年政府信息公开工作年度报告
"""


@pytest.mark.parametrize("table", [INDEX_LINES, INDEX_CELLS, INDEX_BARS])
def test_reads_an_index_table_that_stands_in_the_text(table: str) -> None:
    report = fields_of(table + BODY)
    assert report.title == "柳河县教育局2018年政府信息公开工作年度报告"
    assert report.index_number == "011223344/2019-00012"
    assert report.issuing_office == "县教育局"
    assert report.document_number is None
    assert (report.publish_date, report.dates[0].source) == (date(2019, 1, 22), "index-table")


OTHER_REPORTS = "<ul><li>·柳河县教育局2017年政府信息公开年度报告</li><li>18-01-19</li></ul>"


def test_a_list_above_the_article_gives_neither_title_nor_year() -> None:
    own = "<div>柳河县教育局2018年政府信息公开年度报告</div><div>日期：2019-2-11 点击：613</div>"
    report = inside_a_page(OTHER_REPORTS + own, BODY)
    assert report.title == "柳河县教育局2018年政府信息公开年度报告"
    assert report.report_year == 2018


def test_the_articles_own_first_line_is_its_title_whatever_a_list_beside_it_names() -> None:
    other = "<table><tr><td>·柳河县教育局2017年政府信息公开工作年度报告</td></tr></table>"
    report = inside_a_page(other, "柳河县教育局2018年政府信息公开工作年度报告\n更新时间：2019-2-11\n" + BODY)
    assert report.title == "柳河县教育局2018年政府信息公开工作年度报告"
    assert report.report_year == 2018


def test_a_path_below_a_menu_makes_no_title() -> None:
    report = fields_of("新闻中心\n办事服务\n您当前所在位置：首页 > 政府信息公开年报\n柳河县公开目录\n本目录列明公开事项。")
    assert report.title is None


def test_reads_title_date_and_path_that_stand_before_the_article() -> None:
    report = inside_a_page(
        "<div>您的位置：<a>首页</a> &gt; <a>信息公开</a> &gt; <a>年报</a></div>"
        "<center><b>柳河县教育局2018年政府信息公开工作年度报告</b>"
        "<br>发布时间：2019-01-22 10:20 来源：县教育局 点击：<script>document.write(3)</script></center>",
        BODY,
    )
    assert report.title == "柳河县教育局2018年政府信息公开工作年度报告"
    assert report.published_at is not None
    assert report.published_at.isoformat() == "2019-01-22T10:20:00+08:00"
    assert report.source_media == "县教育局"


def test_unknown_is_none_and_never_empty() -> None:
    report = fields_of("工作稳步推进。")
    known = {name: getattr(report, name) for name in Report.__slots__ if name not in {"start", "end", "contact", "hijacked"}}
    assert {name for name, value in known.items() if value not in (None, False, (), [])} == set()
    assert [getattr(report.contact, name) for name in ("phone", "fax", "email", "address", "postcode", "website")] == [None] * 6


def test_a_period_with_lost_signs_is_damage_and_a_finding() -> None:
    report = fields_of(
        BODY.replace("2018年1月1日至2018年12月31日", "20181月1日至201812月31日"), heading="柳河县教育局2018年政府信息公开年报"
    )
    assert report.period == (date(2018, 1, 1), date(2018, 12, 31))
    assert [finding.rule for finding in report.findings] == ["period-lost-characters"]
    assert [(damage.kind, damage.lost) for damage in report.damage] == [("dropped-characters", 2)]


def test_a_period_of_two_years_is_found_and_the_title_names_the_year() -> None:
    report = fields_of(
        BODY.replace("至2018年12月", "至2019年12月"), heading="柳河县教育局2018年政府信息公开年报", date_line="时间：2019-01-22"
    )
    assert report.report_year == 2018
    assert report.publish_date == date(2019, 1, 22)
    assert "period-not-one-year" in [finding.rule for finding in report.findings]


def test_a_replaced_publisher_is_rebuilt_in_the_title_and_marked() -> None:
    text = "我局认真落实。市园林局公布电话。柳河政府网可查，柳河公开办指导，柳河市下达任务。" + BODY.replace("由柳河县教育局", "")
    report = fields_of(text, heading="澳门新葡京2018年政府信息公开年报")
    assert (report.title, report.title_as_printed) == ("柳河市园林局2018年政府信息公开年报", "澳门新葡京2018年政府信息公开年报")
    assert (report.publisher, report.publisher_as_printed, report.publisher_inferred) == ("柳河市园林局", "澳门新葡京", True)


@pytest.mark.parametrize(
    ("said", "level"),
    [("我县认真落实。", "county"), ("我镇召开会议。", "township"), ("我局按我县要求。", None), ("我市推进。", None), ("", None),
     ("局长任组长，副局长为副组长。", "department"), ("局长任组长，镇长为副组长。", None)],
)
def test_a_report_that_names_nobody_has_the_level_that_it_gives_itself(said: str, level: str | None) -> None:
    report = fields_of(f"<p>{said}主动公开政府信息40条。</p>", heading="2018年政府信息公开工作年度报告")
    assert (report.publisher, report.level) == (None, level)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("柳政办发〔2019〕12号", "柳政办发〔2019〕12号"),
        ("根据柳政办发〔2019〕12号文件要求编制。", None),
        ("国办发[2014]32号", "国办发[2014]32号"),
    ],
)
def test_a_document_number_stands_on_a_line_of_its_own(line: str, number: str | None) -> None:
    assert fields_of("柳河县2018年政府信息公开年报\n" + line + "\n" + BODY).document_number == number


@pytest.mark.parametrize("value", ["无", "-", "", "暂无", "见正文", "2019年"])
def test_an_index_number_has_the_shape_of_one(value: str) -> None:
    assert fields_of(BODY, rows={"索引号": value}).index_number is None


@pytest.mark.parametrize(
    "value",
    [
        "01236931-5/2018-42266",
        "1133068200259085XF/2015-28256",
        "001008006002085/2021-140543",
        "wqqlzfb/2022-01075",
        "cxs043/2026-00011",
        "柳教-2019-00012",
        "2026-02-00018",
    ],
)
def test_reads_the_shapes_of_index_numbers(value: str) -> None:
    assert fields_of(BODY, rows={"索 引 号": value}).index_number == value


OPENINGS = [
    (
        "根据要求，现公布三河乡2018年度政府信息公开工作年度报告。\n一、概述\n我乡高度重视，我乡公开信息。",
        "三河乡人民政府",
        "township",
    ),
    ("2018年，经一街道办事处认真落实条例，公开政府信息12条。", "经一街道办事处", "township"),
    ("如有疑问，请与大河镇党政办公室联系。我镇高度重视，我镇公开信息。", "大河镇人民政府", "township"),
    ("本报告由柳河县人民政府办公室编制。我县公开信息，我县各部门落实。", "柳河县人民政府", "county"),
    (
        "我局公开信息12条。县水利局印发规定，柳河水利网发布信息，柳河县各单位配合，县水利局多次培训。",
        "柳河县水利局",
        "department",
    ),
    ("2018年，我乡公开信息。三河乡党委重视，三河乡各村落实，三河乡政府公布。", "三河乡人民政府", "township"),
]


@pytest.mark.parametrize(("text", "publisher", "level"), OPENINGS)
def test_a_page_without_a_title_still_tells_its_publisher(text: str, publisher: str, level: str) -> None:
    report = fields_of(text)
    assert (report.publisher, report.level) == (publisher, level)
    assert report.title is None


def test_what_is_done_is_no_name_of_a_place() -> None:
    report = fields_of("现向社会公布市环保局年报，公布市环保局联系电话。", heading="市环保局2015年度政府信息公开年度报告")
    assert report.publisher == "市环保局"


def test_a_department_named_without_its_seat_gets_it_from_the_text() -> None:
    report = fields_of("柳河县委重视。柳河县各单位配合。我局公开信息。", heading="县教育局2018年政府信息公开年报")
    assert (report.publisher, report.publisher_as_printed, report.publisher_inferred) == ("柳河县教育局", "县教育局", True)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("柳林〔2019〕3号", "柳林〔2019〕3号"),
        ("（柳政办发〔2010〕3号）", "柳政办发〔2010〕3号"),
        ("柳水利〔2011〕47号 签发人：某某", "柳水利〔2011〕47号"),
        ("文号：柳卫[2012]第2号", "柳卫[2012]第2号"),
        ("柳政〔201227号", "柳政〔201227号"),
        ("柳河县政府公报2015年第3号", None),
        ("按照柳林〔2019〕3号文件编制", None),
    ],
)
def test_reads_a_document_number_on_a_line_of_its_own(line: str, number: str | None) -> None:
    assert fields_of(f"{line}\n{BODY}").document_number == number
