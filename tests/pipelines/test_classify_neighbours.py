"""Documents that stand beside annual reports and look like them, and reports that look unlike most."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import html

from pipelines.classify import Verdict, classify
from pipelines.items import Encoding, Page, View
from pipelines.outline import outline_of

PLACES = (
    ("https://www.example.gov.cn/zfxxgknb/2016n/t20170110_1.html", ("首页", "政务公开", "政府信息公开年报")),
    ("https://www.example.gov.cn/xw/t20170110_1.html", ("首页", "政务公开", "正文")),
)

WHOLE = """一、主动公开政府信息情况
主动公开政府信息86条，通过网站公开70条。
二、依申请公开情况
没有收到公开申请。
三、行政复议和行政诉讼情况
没有发生行政复议、行政诉讼。
四、存在的主要问题和改进措施
公开内容还不够全面。"""

FORM = """一、总体情况
公开工作平稳。
二、主动公开政府信息情况
第二十条第（一）项
规章 | 0 | 0 | 0
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0
四、政府信息公开行政复议、行政诉讼情况"""

CLAIM = (
    "本年度报告依照《中华人民共和国政府信息公开条例》的规定，由大河镇人民政府编制。"
    "报告所列数据统计期限自2016年1月1日起至2016年12月31日止。\n一、概述\n"
)


def verdicts_on(title: str | None, text: str) -> list[Verdict]:
    root = html.Element("div")
    for line in text.split("\n"):
        html.etree.SubElement(root, "p").text = line
    outline, day = outline_of(root), datetime(2026, 1, 1, tzinfo=UTC)
    views = [(url, View("generic", root, heading=title, breadcrumb=path)) for url, path in PLACES]
    return [classify(Page(url, day, b"", None, "", Encoding("utf-8"), view), outline) for url, view in views]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("2021年上半年政府信息公开数据统计", WHOLE),
        ("政府信息公开年报", "为保障公众依法获取政府信息，提高工作透明度，编制本指南。\n" + WHOLE),
        ("柳河县2021年上半年政府信息依申请公开办理情况", WHOLE),
        ("柳河县2021年政务公开半年工作总结", WHOLE),
        ("柳河县2021年第三季度信息公开工作情况", WHOLE),
        ("2021年9月份政府信息公开情况统计", WHOLE),
        ("政府信息公开月报（2021年3月）", WHOLE),
        ("柳河县2021年1-6月政府信息公开工作报告", WHOLE),
        ("政府信息公开情况", "现将我县上半年政府信息公开情况公布如下：\n" + WHOLE),
        (None, "本报告中所列数据的统计期限自2021年1月1日起至2021年6月30日止。\n" + WHOLE),
        ("柳河县人民医院2021年政府信息公开工作年度报告", "我院在医院网站、医院门诊大厅公开信息，我院收费透明。\n" + FORM),
        ("柳河县第二中学2021年信息公开工作年度报告", "我校设有公开栏，学校网站及时更新，学校收费公示。\n" + WHOLE),
        ("柳河学院2020-2021学年信息公开年度报告", WHOLE),
        ("柳河县供水有限公司2021年信息公开年度报告", WHOLE.replace("政府信息", "信息")),
        ("政府信息公开年度工作报告范文", WHOLE),
        ("政务公开工作总结（精选8篇）", WHOLE),
        ("政府信息公开工作总结", "2021年，XX镇政府信息公开工作平稳。XX镇政府网站更新及时。小编为大家整理。\n" + WHOLE),
        (None, "现将我局201X年信息公开情况报告如下：\n201X年公开信息30条。\n" + WHOLE),
        (
            "2021年度政府信息公開優秀年度報告出爐",
            "依照《政府信息公開條例》，今年專題集中展示年度報告，網友點讚，有的報告寫明收費0件。",
        ),
        ("柳河县2021年政府信息公开工作年度报告公布情况", "全县30个单位都公布了年度报告，按时公布率100%。" + WHOLE),
        (
            "关于印发《柳河县政府信息公开年度报告制度（试行）》等3个制度的通知",
            "各乡镇、各部门：\n现印发给你们。\n第一条 为公开信息制定本制度。\n第二条 年度报告每年3月31日前公布。\n"
            "第三条 报告应包括主动公开、依申请公开、收费0件、复议诉讼、存在问题和改进情况。统计期限为上年度12月31日止。",
        ),
    ],
)
def test_neighbours_of_a_report_are_kept_out_wherever_they_stand(title: str | None, text: str) -> None:
    for verdict in verdicts_on(title, text):
        assert not verdict.is_annual_report, verdict.why


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (None, CLAIM + "2016年，我镇重视政府信息公开，信息公开专栏常新，主动公开有序，依申请公开渠道畅通，行政复议制度健全。"),
        (
            None,
            "本年报是由柳河县统计局编制的2012年政府信息公开年度报告，包括主动公开、公开申请、收费、复议诉讼等部分。\n各股室落实信息公开责任。",
        ),
        (
            "2013年柳河县政府信息公开工作年报",
            "信息公开制度更加完善，信息公开目录已经调整，查阅点方便群众，信息公开培训按期举办。\n" * 2,
        ),
        ("柳河县商务局2015年度政府信息公开年报", "新闻发布会2次，局长出席。在线访谈3次。政策解读稿件7篇，微博微信回应5次。"),
        (
            "柳河县交通局2017年政府信息公开工作年度报告",
            "收到17件，当面6件，网络7件，信函4件；答复同意8件，不同意2件；诉讼3件，驳回2件。",
        ),
        (
            None,
            "一、总体情况\n2022年，大河街道严格执行政府信息公开要求。\n（一）主动公开政府信息情况。累计公开就业、救助类信息24条。\n"
            "（二）依申请公开情况。受理2件，均已办结。\n（三）政府信息管理情况。落实审核责任。\n（四）监督保障情况。接受监督。",
        ),
        ("柳河县卫生健康局2021年政府信息公开工作年度报告", "县医院、卫生院推行院务公开，医院公示药价，我局加强指导。\n" + WHOLE),
        ("柳河县教育局2021年政府信息公开工作年度报告", "各学校按学期公开收费，学校食堂账目公开，我局加强督导。\n" + WHOLE),
        ("柳河县人民医院2021年政府信息公开工作年度报告", FORM),
        ("2008年5-12月份政府信息公开工作年度报告", WHOLE),
        ("柳河县2018年3月报告的政府信息公开工作年度报告", WHOLE),
        ("2008年5月份至12月份政府信息公开工作年度报告", WHOLE),
        (
            None,
            "大河乡编制了2013年政府信息公开工作年度报告。报告包括概述、主动公开、存在问题等部分。\n信息公开专栏有专人更新，工作规程已经修订。",
        ),
        ("柳河县2010年政府信息公开工作年度报告", "全年按季度统计，上半年公开40条，下半年公开46条。\n" + WHOLE),
        ("大河镇2019年政府信息公开工作年度报告", "XX镇重视公开，XX镇网站更新及时。\n" + WHOLE),
        ("柳河市人民政府办公室关于印发《柳河市2010年政府信息公开工作年度报告》的通知", CLAIM + WHOLE),
        ("柳河县政府信息公开年度工作报告（全县汇总）", CLAIM + WHOLE),
        ("大河镇人民政府2011年度信息公开的报告", WHOLE),
    ],
)
def test_reports_unlike_most_are_known_wherever_they_stand(title: str | None, text: str) -> None:
    for verdict in verdicts_on(title, text):
        assert verdict.is_annual_report, verdict.why


ASKS = (
    "<p>各单位：请按附件格式编制2016年政府信息公开工作年度报告，于1月13日前报送。</p>"
    "<p>附件：××单位2016年政府信息公开工作年度报告（格式）</p>"
)


def test_a_heading_that_asks_for_reports_is_read_where_only_the_title_tag_names_it() -> None:
    asked = "关于报送2016年政府信息公开工作年度报告的通知"
    lines = "".join(f"<p>{line}</p>" for line in FORM.split("\n"))
    document = html.document_fromstring(f"<html><body><p>{asked}</p><p>2016-12-16</p><div>{ASKS}{lines}</div></body></html>")
    content = document.find(".//div")
    assert content is not None
    view = View("generic", content, title=asked)
    page = Page("https://www.example.gov.cn/1.html", datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"), view)
    assert not classify(page, outline_of(content)).is_annual_report
