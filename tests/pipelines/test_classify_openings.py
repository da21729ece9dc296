"""Reports that little tells: by an opening that says what they are, by their column, behind a letter; and what still is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import html

from pipelines.classify import Verdict, classify
from pipelines.items import Encoding, Page, View
from pipelines.outline import outline_of

COLUMN = "https://www.example.gov.cn/zfxxgknb/2016n/t20170110_1.html"
ELSEWHERE = "https://www.example.gov.cn/xw/t20170110_1.html"

SHORT = """2016年，大河乡信息公开工作平稳，信息公开专栏按时更新，信息公开有专人负责。
全年主动公开信息56条，没有收到公开申请。"""

LETTER = """柳政〔2012〕27号
大河镇人民政府
关于报送《2011年政府信息公开年度报告》的报告
柳河县人民政府办公室：
现上报我镇《2011年政府信息公开年度报告》。
附：《2011年政府信息公开年度报告》
主题词：信息公开 报告 2011
2011年政府信息公开年度报告
本镇2011年主动公开信息68条，均按规定在网上公布，其中文件类60条，其他8条，没有收到公开申请，没有收取费用。"""


def verdict_on(title: str | None, text: str, url: str = ELSEWHERE, path: tuple[str, ...] = ()) -> Verdict:
    root = html.Element("div")
    for line in text.split("\n"):
        html.etree.SubElement(root, "p").text = line
    view = View("generic", root, heading=title, breadcrumb=path)
    return classify(Page(url, datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"), view), outline_of(root))


@pytest.mark.parametrize(
    "opening",
    [
        "现公布柳河县统计局2016年政府信息公开工作年度报告。",
        "特向社会公布2016年度我乡信息公开年度报告。",
        "依据条例第五十条规定，编制本报告。",
        "本报告中所列数据的统计期限为2016年1月1日至12月31日。",
        "现将2016年我乡信息公开情况报告如下：",
        "我局向社会公布上一年度政府信息公开情况。",
        "本年度报告由柳河县统计局根据《条例》第三十一条编制。",
        "本报告的数据从2016年1月1日起算。",
        "本报告所列统计数据的期限自2016年1月1日起。",
        "本年度报告根据《中华人民共和国政府信息公开条例》要求编制。",
    ],
)
def test_an_opening_that_says_what_it_is_makes_a_short_report_one(opening: str) -> None:
    verdict = verdict_on(None, f"{opening}\n{SHORT}")
    assert verdict.is_annual_report, verdict.why


def test_the_column_of_annual_reports_makes_a_short_report_one() -> None:
    assert not verdict_on(None, SHORT).is_annual_report
    assert verdict_on(None, SHORT, COLUMN).is_annual_report
    assert verdict_on(None, SHORT, path=("首页", "政务公开", "政府信息公开年报")).is_annual_report


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "2016年政务公开工作要点",
            "全年公开信息不少于500条，收到申请按期答复。监督保障要有力，政务公开要规范，政务公开要及时，政务公开要全面。",
        ),
        (None, "第一条 为公开信息制定本制度。\n第二条 主动公开。\n第三条 依申请公开。\n第四条 收费。\n第五条 编制本年度报告。"),
        (
            "关于报送2016年年报的通知",
            "各科室：\n现将2016年信息公开年度报告有关事项通知如下：\n请于1月10日前报办公室，联系人：小王。",
        ),
        ("政务公开年度工作总结", "20xx年，我局重视公开。现将20xx年信息公开情况报告如下：\n" + SHORT),
        (None, "2016年政务公开工作要点\n为做好信息公开工作，现将信息公开情况要求如下：\n" + SHORT),
        ("柳河县2016年第二季度政务公开工作总结", SHORT),
        ("柳河县2016年上半年政府信息公开工作报告", SHORT),
    ],
)
def test_other_documents_of_that_column_are_no_reports(title: str | None, text: str) -> None:
    verdict = verdict_on(title, text, COLUMN)
    assert not verdict.is_annual_report, verdict.why


def test_a_letter_that_names_its_report_several_times_is_no_list_of_reports() -> None:
    verdict = verdict_on("2011年政府信息公开年度报告", LETTER)
    assert verdict.is_annual_report, verdict.why


def test_a_list_of_one_units_reports_by_year_is_a_list() -> None:
    years = "\n".join(f"{year}年政府信息公开年度报告" for year in range(2009, 2013))
    assert not verdict_on("政府信息公开年报", years).is_annual_report


def test_words_of_the_title_in_another_order_still_name_openness() -> None:
    assert verdict_on("大河乡2016年度信息年度公开报告", "现将工作报告如下：\n" + SHORT).is_annual_report


def test_a_report_that_speaks_of_openness_by_its_topics_alone_is_believed_by_its_title() -> None:
    text = (
        "一、主动公开\n2022年，柳河市人民政府网站公开规章13件、文件42件，发布各类信息4610条。" + "新闻发布活动按计划举行。" * 20
    )
    assert verdict_on("2022年柳河市政府信息公开工作年度报告", text).is_annual_report
