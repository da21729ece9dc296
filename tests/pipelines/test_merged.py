"""Several reports in one page, short ones too: each is read as one of its own; and pages of one report that name others."""

from __future__ import annotations

import pytest

from pipelines.items import Reading, Report
from tests.pipelines.report_pages import reading_of_page

UNITS = (("松岭乡", "21", "2014年1月10日"), ("柏湾镇", "35", "2014年1月12日"), ("竹坪乡", "47", "2014年1月15日"))
REST = "2013年政府信息公开工作年度报告"
TITLES = [f"{unit}{REST}" for unit, _, _ in UNITS]


def sections(count: str) -> list[str]:
    return ["一、主动公开", f"2013年公开信息{count}条。", "二、依申请公开", "未收到申请。", "三、存在问题", "内容较少。"]


def reading_of(lines: list[str], title: str, head: str = "") -> Reading:
    return reading_of_page(f"{head}<div>{''.join(f'<p>{line}</p>' for line in lines)}</div>", title)


COMMON = "东岭县各乡政府信息公开年报"


def merged(titles: list[str], title: str = COMMON, *, signed: bool = True, before: tuple[str, ...] = ()) -> Reading:
    lines = [*before]
    for (unit, count, day), titled in zip(UNITS, titles, strict=True):
        lines += [*titled.split("\n"), *sections(count), *([f"{unit}人民政府", day] if signed else [])]
    return reading_of(lines, title, f"<h1>{title}</h1>")


def disclosed(report: Report) -> list[int]:
    return [int(fact.value or 0) for fact in report.facts if fact.code == "disclosure.total"]


def told(reading: Reading) -> list[tuple[str | None, str | None, int | None, list[int]]]:
    return [(report.title, report.publisher, report.report_year, disclosed(report)) for report in reading.reports]


EACH = [(title, f"{unit}人民政府", 2013, [int(count)]) for title, (unit, count, _) in zip(TITLES, UNITS, strict=True)]


@pytest.mark.parametrize(
    "titles",
    [
        TITLES,
        [f"《{title}》" for title in TITLES],
        [f"{number}.{title}" for number, title in enumerate(TITLES, 1)],
        [f"附件{number}：{title}" for number, title in enumerate(TITLES, 1)],
        [f"附件{number}：\n{title}" for number, title in enumerate(TITLES, 1)],
        [f"{unit}\n{REST}" for unit, _, _ in UNITS],
        [f"{unit}2013年\n政府信息公开工作年度报告" for unit, _, _ in UNITS],
        [f"{unit}\n2013年\n政府信息公开工作年度报告" for unit, _, _ in UNITS],
        [f"{unit}2013年政府信息\n公开工作年度报告" for unit, _, _ in UNITS],
    ],
)
def test_each_of_several_short_reports_is_read(titles: list[str]) -> None:
    reading = merged(titles)
    assert told(reading) == EACH
    assert [str(report.publish_date) for report in reading.reports] == ["2014-01-10", "2014-01-12", "2014-01-15"]


NOTICE = "关于印发各乡镇2013年政府信息公开工作年度报告的通知"
WHOLE = "东岭县各乡镇2013年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ((), "东岭县"),
        (tuple(TITLES), "各乡年报"),
        ((), WHOLE),
        (("各单位：", "现将各乡镇2013年政府信息公开工作年度报告印发给你们。", "东岭县人民政府办公室", "2014年2月1日"), NOTICE),
    ],
)
def test_reports_under_a_list_a_common_heading_or_a_notice_are_read(before: tuple[str, ...], title: str) -> None:
    reading = merged(TITLES, title, signed=False, before=before)
    assert told(reading) == EACH
    assert not any(report.is_summary for report in reading.reports)


def test_a_sentence_of_figures_that_is_signed_is_a_report() -> None:
    said = "2013年我乡主动公开信息21条，没有收到公开申请，没有发生复议和诉讼。"
    lines = [line for title, (unit, _, day) in zip(TITLES, UNITS, strict=True) for line in (title, said, f"{unit}人民政府", day)]
    assert [title for title, _, _, _ in told(reading_of(lines, "各乡年报"))] == TITLES


@pytest.mark.parametrize("names", [("松岭乡", "松岭乡"), ("", "")])
def test_the_reports_of_one_unit_for_two_years_are_two(names: tuple[str, str]) -> None:
    titles = [f"{name}{year}年政府信息公开年度报告" for name, year in zip(names, (2012, 2013), strict=True)]
    lines = [line for title in titles for line in (title, *sections("9"), "松岭乡人民政府")]
    found = reading_of(lines, "松岭乡").reports
    assert [(report.title, report.publisher, report.report_year) for report in found] == [
        (titles[0], "松岭乡人民政府", 2012),
        (titles[1], "松岭乡人民政府", 2013),
    ]


OWN = "松岭乡2013年政府信息公开工作年度报告"
BODY = [f"现将{OWN}公布如下。", *sections("21")]


@pytest.mark.parametrize(
    "lines",
    [
        ["松岭乡人民政府2013年政府信息公开年报", *BODY],
        ["松岭乡2012年政府信息公开工作年度报告", *BODY],
        [*BODY, "柏湾镇2013年政府信息公开工作年度报告", "竹坪乡2013年政府信息公开工作年度报告"],
        [*BODY, "柏湾镇2013年政府信息公开工作年度报告", "2013年公开信息35条，未收到申请。", "2014-01-12"],
        ["2012年政府信息公开工作情况", *sections("9"), "2013年政府信息公开工作情况", *BODY],
        ["县政府：", "现将我乡年报报上，全年公开信息21条，未收到申请。", "松岭乡人民政府", "2014年1月10日", OWN, *BODY],
        [*BODY, "松岭乡2014年政府信息公开工作计划", "一、主动公开", "全年公开信息60条。", "二、依申请公开", "及时答复。"],
    ],
)
def test_a_page_of_one_report_that_names_others_is_one(lines: list[str]) -> None:
    (report,) = reading_of(lines, OWN, f"<h1>{OWN}</h1>").reports
    assert (report.title, report.start, report.end > 0) == (OWN, 0, True)


def test_the_day_under_one_of_several_titles_is_that_reports_own() -> None:
    titles = [f"{title}\n发布日期：2014-02-0{number}" for number, title in enumerate(TITLES, 1)]
    days = [str(report.publish_date) for report in merged(titles, signed=False).reports]
    assert days == ["2014-02-01", "2014-02-02", "2014-02-03"]


def test_a_county_and_its_office_are_two_that_report() -> None:
    names = ("东岭县人民政府", "东岭县人民政府办公室")
    titles = [f"{name}2013年政府信息公开工作年度报告" for name in names]
    found = reading_of([line for title in titles for line in (title, *sections("9"))], titles[0]).reports
    assert [(report.title, report.publisher) for report in found] == list(zip(titles, names, strict=True))
