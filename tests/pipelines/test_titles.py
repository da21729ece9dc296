"""Titles: what is one, what is trimmed off, which of several wins."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from lxml import html

from pipelines.field.furniture import furniture_of
from pipelines.field.seen import Title
from pipelines.field.titles import is_report_title, read_title, trim
from pipelines.field.years import years_in
from pipelines.items import AttachmentLink, Encoding, Listed, Page, View
from pipelines.outline import outline_of

NAME = "柳河县2019年政府信息公开工作年度报告"


def title_of(lines: list[str], *, listed: str | None = None, whole_page: bool = True, **view: Any) -> Title | None:
    root = html.Element("div")
    for line in lines:
        html.etree.SubElement(root, "p").text = line
    announced = Listed(listed, None, "https://www.example.gov.cn/") if listed else None
    page = Page(
        "https://www.example.gov.cn/a.html",
        datetime(2026, 1, 1, tzinfo=UTC),
        b"",
        None,
        "",
        Encoding("utf-8"),
        View("generic", root, **view),
        listed=announced,
    )
    outline = outline_of(root)
    return read_title(page, furniture_of(page.view, outline, 0, len(outline.text)), whole_page=whole_page)


@pytest.mark.parametrize(
    "line",
    [
        "柳河县2019年政府信息公开工作年度报告",
        "2019年柳河县政府信息公开年度报告",
        "柳河县人民政府信息公开工作年度报告（2019年）",
        "2019年政府信息公开年报",
        "政府信息公开年度报告2019",
        "柳河县教育局2011年信息公开工作年度报告",
        "二〇一二年度政府信息公开工作报告",
        "大河镇2014年度信息年度公开报告",
        "大河镇2020年政府信息公开工作总结",
        "2019年度政府信息公开工作总结及2020年工作计划",
        "关于2018年政府信息公开工作情况的报告",
        "柳河县2009年度政务公开工作总结",
        "大河镇政府信息公开年度报告表",
        "柳河县2012年度政府信息公开情况表（年度报告）",
        "柳河縣2019年政府信息公開工作年度報告",
        "柳河县统计局政府信息公开工作2013年度报告",
        "柳河县２０１９年政府信息公开工作年度报告",
        "本溪市人民政府2016年政府信息公开工作年度报告",
        "本斋回族乡2016年政府信息公开工作年度报告",
        "大河乡人民政府2012年政府信息公工作年度报告",
        "大河镇2013年度政府信公开工作总结",
        "大河镇2015年政府信息公开年度报",
        "大河镇2015年政府信息公开工作年度报吿",
        "大河镇2012年度政府信息公开情况报告表",
        "2014年终总结（政务公开工作）",
        "大河街道办事处关于2020年政府信息公开情况的公告",
        "大河镇2017年度政府信息公开情况公示",
    ],
)
def test_knows_the_title_of_a_report(line: str) -> None:
    assert is_report_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "柳河县政府信息公开指南",
        "三、2019年政府信息公开重点工作完成情况",
        "（二）政府信息公开工作情况",
        "2. 主动公开政府信息情况",
        "附件：2019年政府信息公开情况统计表",
        "2019年财政预算公开",
        "柳河县2019年政府工作报告",
        "本报告由柳河县人民政府办公室编制。全文包括政府信息公开工作年度报告",
        "公开" * 80,
        "柳河县2012年信息公司年度报告",
        "关于公布大河镇2019年度政府信息公开年度报告的公告",
        "2014年终总结（村务公开工作）",
    ],
)
def test_other_lines_are_no_title(line: str) -> None:
    assert not is_report_title(line)


@pytest.mark.parametrize(
    ("printed", "trimmed"),
    [
        (NAME + "（文字版）", NAME),
        (NAME + "(图文版)", NAME),
        (NAME + ".docx", NAME),
        (NAME + "（文字版）.pdf", NAME),
        ("【年报】" + NAME, NAME),
        ("标题：" + NAME, NAME),
        ("《" + NAME + "》", NAME),
        ("· " + NAME, NAME),
        ("柳河县2019年政府信息公开工作\n\n年度报告", NAME),
        ("柳河县 2019 年政府信息公开工作年度报告", NAME),
        (NAME + "[文字稿]", NAME),
        (NAME, NAME),
        ("柳河县政府信息公开年报（2019年）", "柳河县政府信息公开年报（2019年）"),
    ],
)
def test_trims_what_does_not_belong_to_a_title(printed: str, trimmed: str) -> None:
    assert trim(printed) == trimmed


@pytest.mark.parametrize(
    ("title", "years"),
    [
        (NAME, (2019,)),
        ("2025年柳河县2025年度政府信息公开工作年度报告", (2025,)),
        ("二〇一九年度政府信息公开年报", (2019,)),
        ("二○○九年政府信息公开年报", (2009,)),
        ("2 0 1 9年政府信息公开年报", (2019,)),
        ("20 19 年政府信息公开年报", (2019,)),
        ("09年政府信息公开年报", (2009,)),
        ("２０１９年政府信息公开年报", (2019,)),
        ("2019年政府信息公开工作总结及2020年工作计划", (2019, 2020)),
        ("2019政府信息公开年报", (2019,)),
        ("20l3年政府信息公开年报", (2013,)),
        ("政府信息公开年报", ()),
    ],
)
def test_reads_the_years_of_a_title(title: str, years: tuple[int, ...]) -> None:
    assert years_in(title) == years


@pytest.mark.parametrize(
    ("lines", "text", "printed"),
    [
        ([NAME, "正文"], NAME, NAME),
        (["首页", "柳河县2019年政府信息公开工作", "年度报告", "正文"], NAME, "柳河县2019年政府信息公开工作\n年度报告"),
        (["柳河县人民政府", "2019年政府信息公开工作年度报告"], "柳河县人民政府2019年政府信息公开工作年度报告", None),
        (["柳河县", "政府信息公开工作年度报告", "（2019年度）"], "柳河县政府信息公开工作年度报告", None),
        (["柳河县2019年", "政府信息公开", "工作年度报告"], NAME, None),
        (["政府信息公开年报", NAME], NAME, NAME),
        ([NAME + "（文字版）"], NAME, NAME + "（文字版）"),
        (["当前位置：首页 > 政府信息公开年报", "大河镇2019政府信息公开年报"], "大河镇2019政府信息公开年报", None),
    ],
)
def test_finds_the_title_among_the_first_lines(lines: list[str], text: str, printed: str | None) -> None:
    title = title_of(lines)
    assert title is not None
    assert title.text == text
    assert title.source == "text"
    assert printed is None or title.printed == printed


def test_the_heading_goes_before_the_other_places() -> None:
    title = title_of([NAME], heading=NAME + "（文字版）", meta={"articletitle": "年度报告"}, title="柳河县")
    assert title is not None
    assert (title.text, title.printed, title.source) == (NAME, NAME + "（文字版）", "heading")


@pytest.mark.parametrize(
    ("view", "source"),
    [
        ({"heading": "年度报告", "rows": {"名称": NAME}}, "index-table"),
        ({"heading": "政府信息公开年报", "meta": {"articletitle": NAME}}, "meta"),
        ({"title": NAME + "_柳河县人民政府"}, "title-tag"),
        ({"title": NAME + " - 柳河县人民政府门户网站"}, "title-tag"),
        ({"title": "年度报告-" + NAME + "-柳河县政府网"}, "title-tag"),
        ({"attachments": (AttachmentLink("https://www.example.gov.cn/a.docx", NAME + ".docx"),)}, "attachment"),
    ],
)
def test_a_place_that_names_the_report_goes_before_one_that_does_not(view: dict[str, Any], source: str) -> None:
    title = title_of(["正文"], **view)
    assert title is not None
    assert (title.text, title.source) == (NAME, source)


def test_a_title_cut_in_a_list_loses_to_the_whole_one() -> None:
    title = title_of(["正文"], listed="柳河县2019年政府信息公开工作年度报告…", title=NAME)
    assert title is not None
    assert (title.text, title.source) == (NAME, "title-tag")


def test_the_printing_that_kept_its_year_sign_wins() -> None:
    title = title_of(
        ["大河乡2020政府信息公开工作总结"], heading="大河乡2020政府信息公开工作总结", title="大河乡2020年政府信息公开工作总结"
    )
    assert title is not None
    assert title.text == "大河乡2020年政府信息公开工作总结"


def test_a_notice_names_the_report_that_stands_under_it_without_a_title() -> None:
    title = title_of(["一、概述", "全年公开144条。"], heading=f"关于公布《{NAME}》的公告")
    assert title is not None
    assert title.text == NAME
    other = title_of(["一、概述"], heading="关于公布《柳河县2019年重大项目名单》的公告")
    assert other is not None
    assert not is_report_title(other.text)


def test_no_title_is_made_up() -> None:
    assert title_of(["本报告由大河镇编制。", "一、概述"], title="柳河县人民政府") is None


def test_a_part_of_a_page_takes_its_own_lines_only() -> None:
    title = title_of(["大河镇2018年政府信息公开年度报告"], heading=NAME, whole_page=False)
    assert title is not None
    assert title.text == "大河镇2018年政府信息公开年度报告"


def test_the_title_stands_behind_the_letter_that_sends_the_report() -> None:
    title = title_of(["各乡镇人民政府：", "按照条例要求，我办编制了报告，现予公布。", NAME, "根据条例编制。"])
    assert title is not None
    assert title.text == NAME


@pytest.mark.parametrize(
    "end",
    [
        ["2020年1月16日"], ["二〇二〇年一月十六日"], ["（此件公开发布）"], ["(2020年1月16日)"],
        ["2020年1月16日", "（此件公开发布）"],
    ],
)  # fmt: skip
def test_a_title_is_not_joined_with_the_signature_of_the_letter_above_it(end: list[str]) -> None:
    lines = ["柳政发〔2020〕4号", "各村、各单位：", "现将报告印发给你们。", "柳河镇人民政府", *end, NAME, "本报告依据条例编制。"]
    found = title_of(lines)
    assert found is not None
    assert found.text == NAME


@pytest.mark.parametrize("lead", ["上一篇：", "下一篇 ", "上一条:", "[上一篇]", "相关链接：", "前一条", "相关阅读："])
def test_the_report_before_or_after_is_none_of_the_page(lead: str) -> None:
    found = title_of(["柳河县召开信息公开培训会", "会议讲了填报口径。", f"{lead}{NAME}"])
    assert found is None or found.text != f"{lead}{NAME}"


def test_a_title_ends_where_the_first_section_follows_on_its_line() -> None:
    title = title_of([NAME + " 一、引言 本年报由柳河县编制。", "公开信息86条。"])
    assert title is not None
    assert title.text == NAME


def test_labels_of_an_index_table_are_no_part_of_a_title() -> None:
    title = title_of(["文 号： 关键字： " + NAME, "正文说明工作。"])
    assert title is None or title.text == NAME


@pytest.mark.parametrize(
    "rest",
    [
        "汇总了全县68个单位的情况，统计期限为2019年1月1日至12月31日。",
        "汇总全县12个单位的数据，统计期限如下。",
        "反映了全县主动公开、依申请公开的情况，由县政府办编写。",
        "包括总体情况、主动公开情况，全文如下。",
        "共分六个部分，涵盖工作总结。",
        "总结了一年来的工作情况，报告如下。",
        "是根据条例编写的工作报告，请予监督。",
        "的统计期限为2019年1月1日至12月31日，全文如下。",
    ],
)
def test_a_title_that_opens_a_sentence_ends_where_the_sentence_goes_on(rest: str) -> None:
    title = title_of([NAME + rest, "一、总体情况"], whole_page=False)
    assert title is not None
    assert title.text == NAME
