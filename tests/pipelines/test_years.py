"""The year of a report and what happens when its sources disagree."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from lxml import html

from pipelines.field.dates import Day, Period
from pipelines.field.seen import Title
from pipelines.field.years import YearRead, read_year, year_of
from pipelines.items import Encoding, Listed, Page, View

IN_2018 = Period(date(2018, 1, 1), date(2018, 12, 31), "")


def year_from(title: str | None = None, period: Period | None = None, text: str = "", *, url: str = "https://a.gov.cn/x.html",
              dated: str | None = None, listed: str | None = None) -> YearRead:  # fmt: skip
    page = Page(url, datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"), View("generic", html.Element("div")),
                listed=Listed(listed, None, url) if listed else None)  # fmt: skip
    days = [("page-line", Day(date.fromisoformat(dated), dated))] if dated else []
    return read_year(page, Title(title, title, "heading") if title else None, period, text, days)


@pytest.mark.parametrize(
    ("title", "period", "year"),
    [
        ("柳河县2018年政府信息公开年报", None, 2018),
        ("柳河县政府信息公开年报", IN_2018, 2018),
        ("2018年政府信息公开工作总结及2019年工作计划", None, 2018),
        ("2018年政府信息公开工作总结及2019年工作计划", Period(date(2019, 1, 1), date(2019, 12, 31), ""), 2019),
        ("二〇一八年政府信息公开年报", None, 2018),
        (None, Period(date(2012, 11, 1), date(2013, 10, 31), ""), 2013),
        (None, Period(date(2008, 5, 1), date(2008, 12, 31), ""), 2008),
    ],
)
def test_title_and_period_name_the_year(title: str | None, period: Period | None, year: int) -> None:
    assert year_from(title, period, dated="2021-01-20") == YearRead(year)


def test_the_publication_date_does_not_speak_where_the_title_does() -> None:
    assert year_from("2012年政府信息公开年报", dated="2015-06-01").year == 2012


@pytest.mark.parametrize(
    ("url", "year"),
    [
        ("https://a.gov.cn/xxgk/zfxxgknb/2016n/202001/t20200101_1.html", 2016),
        ("https://a.gov.cn/zfxxgknb/nb2024/202501/t20250121_1.html", 2024),
        ("https://a.gov.cn/zfxxgknb/2016/t1.html", None),
    ],
)
def test_the_folder_of_a_years_reports_names_the_year(url: str, year: int | None) -> None:
    assert year_from(text="本乡按要求公开。", url=url).year == year


def test_a_year_that_is_named_once_counts_where_it_tells_of_openness() -> None:
    assert year_from(text="2014年柳河县公安局信息公开工作平稳。").year == 2014
    assert year_from(text="2014年柳河县公安局信息公开工作平稳，2008年起执行条例，2013年信息公开情况见上年报告。").year is None


def test_a_conflict_takes_the_title_and_lists_all_sources() -> None:
    read = year_from("2019年政府信息公开年报", IN_2018, "2018年，我镇公开。2018年，我镇落实。")
    assert read.year == 2019
    (finding,) = read.findings
    assert (finding.rule, finding.left, finding.right) == ("year-conflict", "title 2019", "period 2018")
    assert "text 2018" in finding.message


def test_a_title_whose_year_was_not_over_loses_to_the_period() -> None:
    read = year_from("2019年政府信息公开年报", IN_2018, dated="2019-01-20")
    assert read.year == 2018
    assert [finding.rule for finding in read.findings] == ["year-conflict"]


@pytest.mark.parametrize(
    ("text", "url", "listed", "year"),
    [
        ("政府信息公开情况统计表\n（2016年度）", "https://a.gov.cn/x.html", None, 2016),
        ("", "https://a.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=1&fbtime=2017", None, 2017),
        ("", "https://a.gov.cn/x.html", "大河镇2016年年报", 2016),
        ("2015年，我镇公开。2015年共公开12条，比2014年多。", "https://a.gov.cn/x.html", None, 2015),
    ],
)
def test_other_sources_name_the_year(text: str, url: str, listed: str | None, year: int) -> None:
    assert year_from(None, None, text, url=url, listed=listed).year == year


def test_only_the_date_gives_an_inferred_year_with_a_finding() -> None:
    read = year_from(None, None, "我镇公开信息。", dated="2019-01-20")
    assert read.year == 2018
    assert [(finding.rule, finding.outcome) for finding in read.findings] == [("report-year-inferred", "uncertain")]


def test_nothing_gives_no_year() -> None:
    assert year_from() == YearRead(None)


def test_a_period_belongs_to_the_year_with_most_of_its_days() -> None:
    assert year_of(Period(date(2018, 12, 1), date(2019, 11, 30), "")) == 2019
