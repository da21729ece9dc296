"""Pages whose lists beside the article name reports and whose column is that of reports, and reports that tell of many units."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import html

from pipelines.classify import Verdict, classify
from pipelines.items import Encoding, Page, View
from pipelines.outline import outline_of

SITE = "柳河县人民政府网"
LISTED = "<ul><li>政府信息公开指南</li><li>政府信息公开年报</li></ul><ul><li>柳河县水务局2020年政府信息公开工作年度报告</li></ul>"
FORM = """二、主动公开政府信息情况
规章 | 0 | 0 | 0
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0"""


def verdict_on(heading: str, text: str, *, tag: str = "", row: str = "", lists: str = LISTED) -> Verdict:
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    page = f"<html><body>{lists}<h2>{heading}</h2><p>发布日期：2022-03-18</p><div id=a>{lines}</div></body></html>"
    content = html.document_fromstring(page).get_element_by_id("a")
    view = View("generic", content, title=tag or None, rows={"名称": row} if row else {})
    outline = outline_of(content)
    page_of = Page("https://www.example.gov.cn/1.html", datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"), view)
    return classify(page_of, outline)


@pytest.mark.parametrize(
    "heading",
    [
        "柳河县2021年度法治政府建设年度报告",
        "柳河县2022年政务公开工作要点",
        "柳河县财政局2021年度部门决算",
        "柳河县2021年国民经济和社会发展统计公报",
        "柳河县水务局2022年部门预算公开说明",
        "柳河县2021年政府网站工作年度报表",
        "关于做好2021年政府信息公开年度报告工作的通知",
        "柳河县2021年行政执法统计年报",
        "柳河县政府信息公开指南",
    ],
)
@pytest.mark.parametrize("named", ["tag", "tag and site", "row"])
def test_a_short_page_in_the_column_of_reports_is_what_its_own_name_says(heading: str, named: str) -> None:
    tag = {"tag": heading, "tag and site": f"{heading}_{SITE}", "row": SITE}[named]
    verdict = verdict_on(
        heading, "主动公开信息30条，依申请公开2件。\n深化政务公开。", tag=tag, row=heading if named == "row" else ""
    )
    assert not verdict.is_annual_report, (verdict.why, verdict.title)


@pytest.mark.parametrize(
    "line", ["2022-01-14{}", "[2022-01-14] {}", "2022/1/14 10:22 {}", "01-14 {}", "2022年1月14日{}", "{} 2022-01-14", "{}"]
)
def test_a_page_that_lists_reports_is_none_wherever_it_prints_their_days(line: str) -> None:
    units = ("大河镇", "渡头乡", "柳河县水务局", "柳河县教育局", "北街街道")
    listed = [line.format(f"{unit}{year}年政府信息公开工作年度报告") for year in (2021, 2020) for unit in units]
    verdict = verdict_on("政府信息公开年报", "\n".join([*listed, "共3页 当前第1页"]), tag="政府信息公开年报_柳河县人民政府网")
    assert not verdict.is_annual_report, verdict.why


@pytest.mark.parametrize("behind", ["", "2021-01-05", " [2021/1/5]"])
def test_a_list_that_cuts_its_titles_is_none(behind: str) -> None:
    lines = [f"{unit}2020年政府信息公开工作…{behind}" for unit in ("大河镇", "渡头乡", "县水务局", "县教育局", "北街街道")]
    verdict = verdict_on("政府信息公开年度报告", "\n".join([*lines, "首页 上一页 1 2 3"]), tag="政府信息公开年度报告_柳河县")
    assert not verdict.is_annual_report, verdict.why


@pytest.mark.parametrize(
    "heading",
    ["我县举办政府信息公开工作年度报告编制培训会", "全县政府信息公开年报编制工作会召开", "县政务公开办到大河镇指导年报编制"],
)
@pytest.mark.parametrize("lead", ["上一篇：", "下一篇：", "相关链接："])
def test_news_beside_which_a_report_is_the_next_page_is_none(heading: str, lead: str) -> None:
    text = (
        "本网讯 1月6日，县政务公开办讲解主动公开、依申请公开两张表格的填报口径，各单位信息员参加。\n"
        f"会议要求，各单位须在1月20日前报送初稿。\n{lead}柳河县2021年政府信息公开工作年度报告"
    )
    verdict = verdict_on(heading, text, tag=f"{heading} - {SITE}")
    assert not verdict.is_annual_report, (verdict.why, verdict.title)


@pytest.mark.parametrize("heading", ["柳河县水利局2021年政府信息公开工作年度报告", "柳河县2021年政府信息公开年报"])
def test_a_short_report_beside_such_lists_has_the_title_above_it(heading: str) -> None:
    for tag in (heading, f"{heading}-{SITE}", SITE):
        verdict = verdict_on(heading, "主动公开信息30条，依申请公开2件。", tag=tag)
        assert verdict.is_annual_report
        assert verdict.title is not None
        assert verdict.title.text == heading


@pytest.mark.parametrize(
    "line",
    [
        "各单位主动公开和受理申请情况如下表：",
        "各单位新收申请数量如下：",
        "各乡镇、街道主动公开信息统计：",
        "各部门公开情况见下表：",
        "各有关单位公开信息汇总表：",
        "县直各部门申请办理情况：",
        "各镇街受理数：",
        "机关各科室公开条数统计如下：",
        "各单位数据（单位：条）：",
        "各乡镇公开信息情况: 城关镇30条，大河镇20条。",
    ],
)
def test_a_line_above_a_table_of_units_addresses_nobody(line: str) -> None:
    verdict = verdict_on(
        "柳河县2022年政府信息公开工作年度报告", f"一、总体情况\n{line}\n城关镇 | 30 | 2\n大河镇 | 20 | 1\n" + FORM
    )
    assert verdict.is_annual_report, verdict.why


@pytest.mark.parametrize(
    "line",
    [
        "各乡镇人民政府、街道办事处，县政府各部门、各直属单位：",
        "县直各部门：",
        "各政务公开工作领导小组成员单位：",
        "各镇（街道）、各有关单位：",
        "局属各单位、机关各科室：",
        "各人大代表：",
    ],
)
def test_a_line_that_addresses_units_opens_a_notice(line: str) -> None:
    text = f"{line}\n请于1月10日前报送2022年政府信息公开工作年度报告，逾期通报。\n" + FORM
    assert not verdict_on("柳河县2022年政府信息公开工作年度报告", text).is_annual_report


_OTHERS = ["柳河县农村商业银行2021年年度报告摘要", "柳河县2021年政务公开考核评估结果的通报"]


@pytest.mark.parametrize("own", _OTHERS)
def test_the_heading_of_a_list_beside_it_makes_no_page_a_report(own: str) -> None:
    lists = "<h3>政府信息公开年报</h3><ul><li>柳河县2020年政府信息公开工作年度报告 2021-01-20</li></ul>"
    body = "<div id=a><p>现将结果公布如下：</p><p>县教育局 95分</p></div>"
    page = f"<html><head><title>{own}_{SITE}</title></head><body>{lists}<p>{own}</p>{body}</body></html>"
    content = html.document_fromstring(page).get_element_by_id("a")
    view = View("generic", content, title=f"{own}_{SITE}", heading="政府信息公开年报")
    page_of = Page("https://www.example.gov.cn/1.html", datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"), view)
    assert not classify(page_of, outline_of(content)).is_annual_report


def test_a_page_whose_table_and_tag_give_it_another_name_is_no_report() -> None:
    plan = "柳河县2022年政务公开工作要点"
    text = (
        f"索引号： | 002\n名称： | {plan}\n{plan}\n一、总体要求\n"
        "二、重点任务：做好政府信息公开年度报告编制，完善主动公开目录，规范依申请公开办理。\n三、保障措施：全年举办培训不少于2次。"
    )
    menu = "政府信息公开指南政府信息公开制度法定主动公开内容政府信息公开工作年度报告"
    lists = f"<p>{menu}</p><p>当前位置：首页 > 政府信息公开工作年度报告</p>"
    assert not verdict_on(SITE, text, tag=f"{plan}_{SITE}", row=plan, lists=lists).is_annual_report
