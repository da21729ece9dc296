"""What is an annual report on openness and what only looks like one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from lxml import html

from pipelines.classify import ClassifyPipeline, Verdict, classify, decide
from pipelines.field.seen import Title
from pipelines.items import AttachmentLink, Encoding, Page, Reading, View
from pipelines.kind.title_kinds import title_verdict
from pipelines.outline import outline_of

REPORT = """本年报由大河镇人民政府编制，数据统计期限为2018年1月1日至2018年12月31日。
一、概述
2018年，我镇按照上级部署推进政府信息公开。
二、主动公开情况
全年主动公开政府信息86条。
三、依申请公开情况
全年未收到公开申请。
四、复议和诉讼情况
没有发生行政复议和行政诉讼。
五、存在的问题和改进措施
公开内容还不够全面，下一步充实队伍。"""

FORM_2019 = """一、总体情况
本局按要求公开。
二、主动公开政府信息情况
第二十条第（一）项
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
规章 | 0 | 0 | 0
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
力量不足。"""

GUIDE = """为了方便公民获取政府信息，本机关编制本指南。
一、主动公开
本机关主动公开政府信息的范围见目录。
二、依申请公开
受理机构：办公室。办公时间：工作日。申请人应当填写《申请表》，提出申请的方式有三种。
三、收费标准
按规定收取费用。
四、监督方式
可以申请行政复议或者提起行政诉讼。"""

RULES = "\n".join(
    f"第{number}条 主动公开政府信息应当遵守规定，依申请公开、收费、复议按本制度执行。" for number in "一二三四五六七八"
)

NOTICE = """各乡镇人民政府、县直各部门：
为做好2018年度政府信息公开年度报告编制工作，现将有关事项通知如下：
一、内容要求
包括主动公开、依申请公开、复议诉讼、收费、存在问题和改进措施。统计期限为2018年1月1日至12月31日。
二、时间要求
请于2019年1月20日前报送至县政府办公室，联系人：小张。"""

WEBSITE = (
    "政府网站工作年度报表\n首页网址 | www.example.gov.cn\n独立用户访问总量 | 12000\n网站总访问量 | 90000\n信息发布总数 | 800条"
)

LAW = "\n".join(
    ["2020年，我县法治政府建设稳步推进。法治宣传持续开展，法治队伍不断加强。", "法治政府示范创建取得进展，政务公开进一步深化。"]
    * 4
)

BUDGET = "\n".join(["2020年部门预算公开说明：收入预算300万元，支出预算300万元，决算另行公开。"] * 6)

NEWS = """近日，县政府办公室组织召开座谈会，研究政府信息公开年度报告编写。记者从会上了解到，各单位主动公开力度加大。
会议强调，依申请公开要依法办理，减少行政复议和行政诉讼。（通讯员 小李）"""

LIST = "\n".join(f"大河镇{year}年政府信息公开工作年度报告 {year + 1}-01-20" for year in range(2012, 2020))

PLAN = """一、总体要求
2020年政务公开工作以满足群众需要为目标。
二、重点任务
责任单位：各部门。加强主动公开，做好依申请公开。"""

COMPANY = """公司2015年实现营业收入3亿元，净利润2000万元。董事会共召开会议6次。
公司依法履行信息披露义务，公开披露公告40条。"""

SUMMARY = "2020年，我局在县委坚强领导下完成各项任务。" + "春季造林5000亩，推进项目12个。" * 10 + "公开信息20条。"


def verdict_on(title: str | None, text: str, **view: Any) -> Verdict:
    root = html.Element("div")
    for line in text.split("\n"):
        html.etree.SubElement(root, "p").text = line
    page = Page("https://www.example.gov.cn/a.html", datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"),
                View("generic", root, heading=title, **view))  # fmt: skip
    return classify(page, outline_of(root))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("大河镇2018年政府信息公开工作年度报告", REPORT),
        ("大河镇2018年政府信息公开工作总结", REPORT),
        ("2018年政府信息公开年报", REPORT),
        ("大河镇2018年政务公开工作总结", REPORT),
        ("大河镇人民政府信息公开工作报告（2018年）", REPORT),
        (None, REPORT),
        ("年度报告", REPORT),
        ("无标题文档", REPORT),
        ("大河镇", REPORT),
        ("2018年度报告", REPORT),
        ("柳河县政务服务局2019年政府信息公开工作年度报告", FORM_2019),
        (None, FORM_2019),
        ("柳河县审计局2019年政府信息公开工作年度报告", FORM_2019),
        ("柳河县市场监督管理局2019年政府信息公开工作年度报告", FORM_2019),
        ("关于公布大河镇2018年政府信息公开工作年度报告的公告", REPORT),
        ("大河镇2018年政府信息公开工作总结及2019年工作计划", REPORT),
        ("大河镇关于2018年度政府信息公开工作情况的报告", REPORT),
        ("2018年大河镇信息公开工作年度报告", REPORT),
        ("柳河县机构编制委员会办公室2018年政府信息公开年度报告", REPORT),
        ("柳河县委组织部2018年政府信息公开年度报告", REPORT),
        ("柳河县绩效考核办公室2018年政府信息公开年度报告", REPORT),
        ("柳河县财政预算评审中心2018年政府信息公开年度报告", REPORT),
        ("柳河县财政局2018年政府信息公开年度报告", REPORT + "预算公开，决算公开。" * 40),
        ("柳河县司法局2018年政府信息公开年度报告", REPORT + "法治宣传，法治建设。" * 40),
        ("信息公开目录", REPORT),
        ("大河鎮2018年政府信息公開工作年度報告", REPORT),
    ],
)
def test_reports_are_known_by_title_or_body(title: str | None, text: str) -> None:
    verdict = verdict_on(title, text)
    assert verdict.is_annual_report, verdict.why
    assert len(verdict.parts) == 1


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("柳河县政府信息公开指南", GUIDE),
        (None, GUIDE),
        ("依申请公开指南", GUIDE),
        ("柳河县政府信息公开工作制度", RULES),
        ("政府信息公开暂行规定", RULES),
        (None, RULES),
        ("关于做好2018年政府信息公开年度报告编制工作的通知", NOTICE),
        ("关于报送2018年政府信息公开工作年度报告的通知", NOTICE),
        (None, NOTICE),
        ("2018年政府信息公开工作年度报告", NOTICE),
        ("政府网站工作年度报表（2020年度）", WEBSITE),
        (None, WEBSITE),
        ("柳河县2020年法治政府建设年度报告", LAW),
        ("2020年度工作报告", LAW),
        ("柳河县财政局2020年部门预算公开", BUDGET),
        ("2020年部门预算", BUDGET),
        ("我县召开政府信息公开年度报告编写座谈会", NEWS),
        ("我县发布2018年政府信息公开工作年度报告", NEWS),
        (None, NEWS),
        ("政府信息公开年报", LIST),
        (None, LIST),
        ("2020年政务公开工作要点", PLAN),
        ("2020年政府信息公开工作计划", PLAN),
        (None, PLAN),
        ("2015年度报告", COMPANY),
        ("2015年年度报告", COMPANY),
        ("柳河县林业局2020年工作总结", SUMMARY),
        ("解读：柳河县2018年政府信息公开工作年度报告", NEWS),
        ("一图读懂2018年政府信息公开工作年度报告", "见图"),
        ("2018年政府信息公开工作年度报告评估报告", PLAN),
        ("政府信息公开统计制度", RULES),
        ("柳河县2018年度行政执法情况年度报告", REPORT.replace("政府信息公开", "行政执法")),
        ("政府信息公开年报", "大河镇2018年政府信息公开年报 2019-01-20\n大河镇2017年政府信息公开年报 2018-01-19"),
        (
            "柳河公布年报",
            "柳河县2018年政府信息公开年报显示，全县主动公开信息12条，收到公开申请3件，行政复议1件，未收取费用，政务公开存在不足。",
        ),
        ("柳河县人民政府公报2018年第3期", "目录"),
        ("2018年国民经济和社会发展统计公报", "全年地区生产总值100亿元。"),
        ("柳河县2018年政府工作报告", "过去一年，我们加强政务公开。"),
        ("2018年度政府信息公开考核结果通报", PLAN),
        ("政府信息公开申请表", "姓名 | 电话"),
        ("柳河县政府信息主动公开目录", "序号 | 名称"),
        (None, ""),
        ("首页", ""),
        ("柳河县概况", "柳河县位于河边，人口20万。"),
        ("2020年政务服务年度报告", "全年办理事项3万件，政务公开持续加强。"),
        ("行政执法统计年报", "行政许可12件，信息已公开。"),
        ("柳河县依申请公开工作流程图", "受理、登记、答复"),
        ("政府信息公开培训会议召开", NEWS),
        ("2018年政府信息公开工作年度报告编制规范", RULES),
        ("大河镇2019年政府信息公开工作年度报告", "缴费对象是本镇居民。\n缴费标准是每人每年280元。\n时间是10月至12月。"),
        ("柳河县文旅局2021年度政务公开工作自评报告", REPORT),
        ("2019年政务公开工作总结及2020年工作计划", "县下达任务120条，完成134条。加分：现场会1次。\n扣分：栏目超期1次，扣0.5分。"),
        ("政府信息公开工作年度报告", "本平台集中展示各单位历年年报。\n点击名称查看全文。"),
        ("2025年政务公开工作总结", "本总结供内部使用，年度报告将于2026年1月另行公布。\n" + REPORT),
        ("信息公开事业单位法人年度报告书（2020年度）", "2020年接待读者6万人次，信息公开栏更新30次。"),
    ],
)
def test_look_alikes_are_kept_out(title: str | None, text: str) -> None:
    verdict = verdict_on(title, text)
    assert not verdict.is_annual_report, verdict.why
    assert verdict.parts == ()
    assert verdict.why


def test_a_page_whose_report_is_attached_is_a_report_by_its_title() -> None:
    link = AttachmentLink("https://www.example.gov.cn/a.docx", "大河镇2018年政府信息公开工作年度报告.docx")
    assert verdict_on("大河镇2018年政府信息公开工作年度报告", "附件下载", attachments=(link,)).is_annual_report


def test_a_list_of_others_beside_the_file_does_not_hide_a_report() -> None:
    title, *others = (f"大河镇{year}年政府信息公开工作年度报告" for year in (2018, 2012, 2013, 2014, 2015, 2016))
    link, *more = (AttachmentLink(f"https://www.example.gov.cn/{name}", f"{name}.docx") for name in (title, *others))
    text = "\n".join((title, link.label, "政府信息公开情况统计表.xls", *others))
    verdict = verdict_on(title, text, attachments=(link,))
    assert verdict.is_annual_report
    assert "attached" in verdict.why
    assert not verdict_on(title, text).is_annual_report
    assert not verdict_on(title, text, attachments=(link, *more)).is_annual_report
    assert not verdict_on("政府信息公开年报", text, attachments=(link,)).is_annual_report


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("关于做好2018年政府信息公开年度报告编制工作的通知", "decoy"),
        ("柳河县政府信息公开指南", "decoy"),
        ("2020年法治政府建设年度报告", "decoy"),
        ("柳河县教育局2018年政府信息公开工作年度报告", "report"),
        ("柳河县政务服务中心2018年政府信息公开工作年度报告", "report"),
        ("柳河省审计厅2018年政府信息公开工作年度报告", "report"),
        ("柳河市政务服务和公共资源交易管理局2019年政府信息公开工作年度报告", "report"),
        ("柳河县政府督查室2018年政府信息公开年报", "report"),
        ("柳河县2019年法治政府建设和政务公开工作年度报告", "decoy"),
        ("关于2021年政府信息公开工作年度报告问题整改情况的报告", "decoy"),
        ("大河镇2021年政府信息公开工作年度报告（整改后）", "report"),
        ("大河镇2016年政府信息公开情况公示", "silent"),
        ("2016年政府信息公开目录公示", "decoy"),
        ("2015年度报告", "silent"),
        ("政务公开工作总结", "silent"),
        (None, "silent"),
        ("", "silent"),
    ],
)
def test_a_title_alone_says_report_decoy_or_nothing(title: str | None, said: str) -> None:
    assert title_verdict(title)[0] == said


def test_a_body_that_tells_of_openness_throughout_is_that_of_its_title() -> None:
    body = "本系统的信息公开工作由办公室牵头，各处室落实政府信息公开责任，信息公开有章可循。" * 3
    title = "2010年柳河市环境保护局政府信息公开工作年度报告"
    assert decide(Title(title, title, "heading"), body)[0]
    assert not decide(Title(title, title, "heading"), "环境质量稳步改善，治理工程有序推进。" * 9)[0]


def test_the_reason_names_what_the_verdict_rests_on() -> None:
    assert decide(Title("柳河县政府信息公开指南", "", "heading"), GUIDE) == (False, "another kind of document: 指南 (title)")
    assert decide(None, NOTICE)[1] == "it addresses the offices that are to report (body)"


def test_two_reports_in_one_page_become_two_parts() -> None:
    second = REPORT.replace("2018", "2019").replace("86", "91")
    text = f"大河镇2018年政府信息公开年度报告\n{REPORT * 2}\n大河镇2019年政府信息公开年度报告\n{second * 2}"
    verdict = verdict_on("大河镇2018年政府信息公开年度报告", text)
    assert [part.title for part in verdict.parts] == ["大河镇2018年政府信息公开年度报告", "大河镇2019年政府信息公开年度报告"]
    assert verdict.parts[0].end == verdict.parts[1].start


def test_a_report_under_the_heading_and_a_titled_one_after_it_are_two_parts() -> None:
    second = REPORT.replace("2018", "2019")
    verdict = verdict_on("大河镇2018年政府信息公开年度报告", f"{REPORT * 2}\n2019年大河镇政府信息公开年度报告\n{second * 2}")
    assert [part.title for part in verdict.parts] == ["大河镇2018年政府信息公开年度报告", "2019年大河镇政府信息公开年度报告"]


@pytest.mark.parametrize(("day", "parts"), [("二〇一三年一月八日", 2), ("2013年1月8日", 2), ("2013-01-08", 1), ("", 1)])
def test_two_offices_of_a_sentence_each_are_two_reports_where_a_written_day_ends_them(day: str, parts: int) -> None:
    said = "2012年公开政府信息21条，未收到公开申请，未收费，无复议诉讼。今后把办事流程公开得更细一些，多听群众意见。"
    first, second = (f"柳河县{office}2012年政府信息公开年度报告" for office in ("档案局", "林业站"))
    assert len(verdict_on(first, f"{first}\n{said}\n{day}\n{second}\n{said}\n{day}").parts) == parts


@pytest.mark.parametrize(
    "tail",
    [
        "\n相关文档\n大河镇2017年政府信息公开年度报告\n大河镇2016年政府信息公开年度报告",
        "\n大河镇2018年政府信息公开年度报告",
        "\n上一篇：大河镇2017年政府信息公开年度报告",
        "\n六、大河镇2019年政府信息公开工作情况\n继续努力。",
    ],
)
def test_a_title_without_a_report_under_it_opens_no_part(tail: str) -> None:
    verdict = verdict_on("大河镇2018年政府信息公开年度报告", "大河镇2018年政府信息公开年度报告\n" + REPORT * 2 + tail)
    assert len(verdict.parts) == 1


@pytest.mark.parametrize(
    ("title", "opening", "summary"),
    [
        ("柳河县2018年政府信息公开工作年度报告汇总", "", True),
        ("柳河县各乡镇2018年政府信息公开年度报告", "", True),
        ("柳河县2018年政府信息公开工作年度报告", "本报告在各乡镇、各部门年度报告的基础上汇总编制。\n", True),
        ("大河镇2018年政府信息公开工作年度报告", "", False),
    ],
)
def test_a_summary_over_many_units_is_marked(title: str, opening: str, summary: bool) -> None:
    assert verdict_on(title, opening + REPORT).is_summary is summary


def test_the_stage_turns_a_page_into_a_reading_and_passes_others_through() -> None:
    root = html.fromstring(f"<div><p>{REPORT}</p></div>")
    page = Page("https://x.gov.cn/", datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"), View("generic", root))
    reading = ClassifyPipeline().process_item(page)
    assert isinstance(reading, Reading)
    assert reading.is_annual_report
    assert [(report.start, report.end) for report in reading.reports] == [(0, len(reading.outline.text))]
    assert ClassifyPipeline().process_item("anything") == "anything"
