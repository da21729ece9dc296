"""Models of reports, notices with the report under them, short plans and catalogues, tables with a column for each unit."""

from __future__ import annotations

import pytest

from pipelines.items import Reading
from tests.pipelines.report_pages import reading_of_page

SECTIONS = (
    "一、概述", "2017年，我县把信息公开列入议事日程。", "二、主动公开情况", "2017年主动公开政府信息88条。",
    "三、依申请公开情况", "全年收到政府信息公开申请2件，都已答复。", "四、复议诉讼", "没有因信息公开引起的行政复议、行政诉讼。",
    "五、存在问题", "栏目还不够细。",
)  # fmt: skip
FORM = (
    "<table><tr><td>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td></tr><tr><td>规章</td><td>0</td></tr></table>"
)


def reading_of(heading: str, *lines: str, more: str = "") -> Reading:
    body = "".join(f"<p>{line}</p>" for line in lines) + more
    return reading_of_page(f"<h1>{heading}</h1><div>{body}</div>", heading)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("政府信息公开工作年度报告模板", "××县××局20××年政府信息公开工作年度报告"),
        ("政府信息公开工作年度报告（模板）", "汀溪县粮食局2017年政府信息公开工作年度报告"),
        ("政府信息公开工作年度报告格式", "政府信息公开工作年度报告"),
        ("2017年政府信息公开工作年度报告编写提纲", "政府信息公开工作年度报告"),
        ("政府信息公开工作年度报告（参考格式）", "政府信息公开工作年度报告"),
        ("XX镇2017年政府信息公开工作年度报告", "XX镇2017年政府信息公开工作年度报告"),
    ],
)
def test_a_model_of_a_report_is_none(heading: str, title: str) -> None:
    assert not reading_of(heading, title, *SECTIONS, more=FORM).is_annual_report


def test_a_report_on_the_budget_alone_is_none() -> None:
    sections = ("2022年公开预算信息20条。", "我镇按时公开部门预算，接受监督。", "群众对预算公开比较满意。")
    assert not reading_of("汀溪县渡头镇2022年预算信息公开情况年度报告", *sections).is_annual_report


INSIDE = "汀溪县2017年政府信息公开工作年度报告"
NOTICE = "汀溪县人民政府办公室关于印发汀溪县2017年政府信息公开工作年度报告的通知"
LETTER = ("各乡镇人民政府：", "现将《汀溪县2017年政府信息公开工作年度报告》印发给你们。")


def test_a_report_under_the_notice_that_issues_it_is_read() -> None:
    reading = reading_of(NOTICE, *LETTER, INSIDE, *SECTIONS)
    (report,) = reading.reports
    assert (report.title, report.publisher, report.report_year) == (INSIDE, "汀溪县人民政府", 2017)
    assert {fact.code for fact in report.facts} >= {"disclosure.total", "requests.received"}
    assert reading.outline.text[report.start :].startswith("汀溪县2017年")


def test_a_letter_that_sends_the_openness_of_a_year_may_be_the_report() -> None:
    heading = "关于报送2017年度政府信息公开工作情况的函"
    reading = reading_of(heading, "县政府信息公开领导小组办公室：", "我局编成本年度报告，现予报送，并在网站公布。", *SECTIONS)
    assert reading.is_annual_report
    assert not reading_of(heading, "各乡镇、各部门：", "请于1月10日前将公开情况报送至县政府办。").is_annual_report


def test_a_notice_whose_head_takes_several_lines_brings_its_report_along() -> None:
    head = ("汀溪县人民政府文件", "汀政发〔2018〕4号", "汀溪县人民政府", "关于印发2017年政府信息公开工作年度报告的通知")
    page = reading_of_page("".join(f"<p>{line}</p>" for line in (*head, *LETTER, INSIDE, *SECTIONS)), "汀溪县文件")
    (report,) = page.reports
    assert (report.title, report.report_year) == (INSIDE, 2017)


def test_a_page_beside_a_list_of_reports_is_what_its_first_line_says() -> None:
    beside = "<h3>政府信息公开年报</h3><ul><li>2020年政府信息公开工作年度报告 2021-01-14</li></ul>"
    sections = ("一、公民、法人均可申请。", "二、受理情况可在年度报告中查询。", "三、" + "信函须写明名称。" * 30)
    lines = ("汀溪镇政府信息依申请公开说明", *sections)
    page = beside + "<div class=TRS_Editor>" + "".join(f"<p>{line}</p>" for line in lines) + "<a href='s.doc'>申请表</a></div>"
    assert not reading_of_page(page, "依申请公开说明 | 汀溪镇").is_annual_report


NUMBER = "汀政办发〔2018〕4号"


@pytest.mark.parametrize("signed", [(), ("汀溪县人民政府办公室", "2018年1月16日", "（此件公开发布）")])
@pytest.mark.parametrize(
    ("heading", "head"),
    [
        (NOTICE, (NUMBER,)),
        (f"{NOTICE}_汀溪县人民政府", (NUMBER,)),
        (NOTICE, (NUMBER, NOTICE)),
        ("政府信息公开", (NUMBER, NOTICE)),
        ("政府信息公开", ("汀溪县人民政府办公室文件", NUMBER, NOTICE)),
    ],
)
def test_a_report_under_a_signed_notice_is_read_with_the_notices_number(
    heading: str, head: tuple[str, ...], signed: tuple[str, ...]
) -> None:
    (report,) = reading_of(heading, *head, *LETTER, *signed, INSIDE, *SECTIONS, more=FORM).reports
    assert (report.title, report.publisher, report.report_year) == (INSIDE, "汀溪县人民政府", 2017)
    assert report.document_number == NUMBER
    assert {fact.code for fact in report.facts} >= {"disclosure.total", "requests.received"}


@pytest.mark.parametrize(
    "letter", ["现将《汀溪县2017年政府信息公开工作年度报告》印发给你们。", "经县政府同意，现将年度报告予以公布，请社会监督。"]
)
def test_a_report_without_a_title_of_its_own_begins_behind_the_letter(letter: str) -> None:
    reading = reading_of(NOTICE, LETTER[0], letter, "汀溪县人民政府办公室", "2018年1月16日", *SECTIONS)
    (report,) = reading.reports
    assert report.report_year == 2017
    assert {fact.code for fact in report.facts} >= {"disclosure.total", "requests.received"}


SENT = ("汀溪县粮食局关于报送2017年政府信息公开工作年度报告的", "汀溪县粮食局关于上报《2017年度政府信息公开年度报告》的")


@pytest.mark.parametrize("kind", ["报告", "函"])
@pytest.mark.parametrize("sent", SENT)
@pytest.mark.parametrize("title", [(), ("汀溪县粮食局2017年政府信息公开工作年度报告",)])
def test_a_report_under_the_letter_that_sends_it_is_its_senders(sent: str, kind: str, title: tuple[str, ...]) -> None:
    letter = ("县政府信息公开办公室：", "现将我局2017年政府信息公开工作年度报告报送如下，请审阅。")
    (report,) = reading_of(sent + kind, *letter, *title, *SECTIONS).reports
    assert (report.publisher, report.report_year) == ("汀溪县粮食局", 2017)
    assert {fact.code for fact in report.facts} >= {"disclosure.total", "requests.received"}


@pytest.mark.parametrize("lines", [(), ("请于1月20日前报送县政府信息公开办公室，联系人：李某。", "逾期未报的予以通报。")])
def test_a_letter_that_asks_for_a_report_is_none(lines: tuple[str, ...]) -> None:
    letter = ("各乡镇人民政府：", "请按照条例编制2017年政府信息公开年度报告，写明主动公开、依申请公开情况。")
    assert not reading_of("关于报送2017年政府信息公开年度报告的函", *letter, *lines).is_annual_report


@pytest.mark.parametrize(
    "asked",
    [
        (
            "现将有关事项通知如下：", "一、报告内容", "主动公开、依申请公开、复议诉讼、存在问题等。",
            "二、依申请公开情况", "写明件数。", "三、主动公开情况", "写明条数。",
        ),
        (
            "现将统计表印发给你们。", "一、主动公开情况", "二、依申请公开情况", "三、复议诉讼情况",
            "四、存在问题", "本年新收政府信息公开申请", "1.属于国家秘密",
        ),
    ],
)  # fmt: skip
def test_a_notice_that_says_what_reports_are_to_hold_is_none(asked: tuple[str, ...]) -> None:
    assert not reading_of("关于2017年政府信息公开工作年度报告的通知", LETTER[0], *asked).is_annual_report


@pytest.mark.parametrize(
    "lines",
    [
        LETTER,
        (*LETTER, "汀溪县2017年政府信息公开工作年度报告", "请各单位认真学习，结合实际抓好贯彻落实，不断提高工作水平。" * 4),
        (*LETTER, "附件：××县2017年政府信息公开工作年度报告", *SECTIONS),
    ],
)
def test_a_notice_without_the_report_is_none(lines: tuple[str, ...]) -> None:
    assert not reading_of(NOTICE, *lines).is_annual_report


def test_a_notice_that_asks_for_reports_is_none_whatever_stands_under_it() -> None:
    asks = "关于做好2017年政府信息公开工作年度报告编制工作的通知"
    letter = (LETTER[0], "请各单位于1月10日前报送至县政府办公室。")
    assert not reading_of(asks, *letter, INSIDE, *SECTIONS).is_annual_report


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("汀溪县粮食局2022年政务公开工作要点", ("一、深化主动公开", "二、规范依申请公开", "三、发布政府信息公开年度报告")),
        ("汀溪县渡头镇政府信息公开目录", ("机构设置", "政策文件", "年度报告")),
    ],
)
def test_a_short_plan_or_catalogue_is_none(heading: str, lines: tuple[str, ...]) -> None:
    assert not reading_of(heading, *lines).is_annual_report


def test_a_table_with_a_column_for_each_unit_is_a_summary() -> None:
    head = "<tr><td>统计指标</td><td>单位</td><td>渡头镇</td><td>白石乡</td><td>粮食局</td></tr>"
    names = ("主动公开政府信息数", "收到申请数")
    rows = "".join(f"<tr><td>{name}</td><td>条</td><td>1</td><td>2</td><td>3</td></tr>" for name in names)
    (report,) = reading_of("汀溪县2017年政府信息公开情况统计表", *SECTIONS, more=f"<table>{head}{rows}</table>").reports
    assert report.is_summary
    turned = "".join(f"<tr><td>{n}</td><td>{name}</td><td>1</td></tr>" for n, name in enumerate(("渡头镇", "白石乡", "粮食局")))
    turned = f"<table><tr><td>序号</td><td>单位</td><td>主动公开政府信息数</td></tr>{turned}</table>"
    (report,) = reading_of("汀溪县2017年政府信息公开情况统计表", *SECTIONS, more=turned).reports
    assert report.is_summary
    calls = turned.replace("主动公开政府信息数", "联系电话")
    (report,) = reading_of("汀溪县2017年政府信息公开工作年度报告", *SECTIONS, more=calls).reports
    assert not report.is_summary
    plain = f"<table>{head.replace('<td>渡头镇</td><td>白石乡</td><td>粮食局</td>', '<td>统计数</td>')}</table>"
    (report,) = reading_of("汀溪县2017年政府信息公开工作年度报告", *SECTIONS, more=plain).reports
    assert not report.is_summary


@pytest.mark.parametrize("besides", ["政府信息公开暨村务公开", "政务公开和党务公开"])
def test_openness_of_other_bodies_told_besides_takes_no_report_away(besides: str) -> None:
    assert reading_of(f"青山镇2017年{besides}工作年度报告", *SECTIONS).is_annual_report
