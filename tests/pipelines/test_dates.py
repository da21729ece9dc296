"""Days and periods in the many ways in which reports print them."""

from __future__ import annotations

from datetime import date, time

import pytest

from pipelines.field.dates import Period, find_day, in_digits, line_period, make_day, report_period

YEAR_2018 = (date(2018, 1, 1), date(2018, 12, 31))


@pytest.mark.parametrize(
    "sentence",
    [
        "本报告所列数据的统计期限自2018年1月1日起至2018年12月31日止。",
        "数据统计期限为2018年1月1日至12月31日。",
        "统计时限：2018年1月1日—2018年12月31日",
        "统计期限从2018年1月1日到2018年12月31日。",
        "本年报中所列数据的统计期限自２０１８年１月１日至２０１８年１２月３１日止。",
        "统计期限为2018.1.1-2018.12.31。",
        "本年报数据的统计期限自2018年1月1日起；至2018年12月31日止。",
        "报告起止时间为2018年1月1日、2018年12月31日。",
        "起止日期为2018年1月1日与12月31日。",
        "统计数据自2018年1月1日起算，至2018年12月31日止。",
        "报告中的数据自2018年1月1日开始统计，到12月31日为止。",
        "本报告的数据期间为2018年度。",
        "统计期限为2018.01.01至2018.12.31",
        "数据统计时间：2018-01-01至2018-12-31",
        "统计时段2018/1/1-2018/12/31",
        "统计数据期限自二〇一八年一月一日至二〇一八年十二月三十一日",
        "统计数据期限自二○一八年一月一日起至十二月三十一日止",
        "报告期为2018年1月至12月",
        "统计期限为2018年1-12月",
        "数据统计期限为2018年 1 月 1 日 至 2018 年 12 月 31 日",
        "统计期限自2018年1月1日起，至2018年12月31日止",
        "统计期限：2018年1月1日零时至2018年12月31日",
        "统计期限为20180101-20181231",
        "统计期限为2018年度。",
        "本报告的统计期限是2018年全年",
        "2018年1月1日至2018年12月31日，我局认真落实各项要求。",
        "统计期限自2018年1月1日起至同年12月31日止",
        "数据统计期限为2018年1月1日至2018年12月31号",
        "时限为2018年1月1日~2018年12月31日",
        "统计的时间范围：2018年01月01日——2018年12月31日",
        "期间：2018年1月1日起，12月31日止。",
        "统计期限自2018年1月1日起、2018年12月31日止",
        "数据从2018年1月1日开始，12月31日止",
        "统计时间2018年1月1日起12月31日止",
        "报告期自2018年1月1日起算；止于2018年12月31日",
        "（统计数据终止日2018年12月31日，起始日2018年1月1日）",
        "数据统计起始时间为2018年1月1日，截止时间为2018年12月31日。",
        "统计起算期：2018年1月1日；结束期：12月31日",
        "统计时间为2018年1月\n1日至\n2018年12月31日",
        "本报告数据统计至2018年12月31日，从2018年1月1日起。",
    ],
)
def test_reads_the_whole_year_2018(sentence: str) -> None:
    period = report_period(sentence)
    assert period is not None
    assert (period.start, period.end, period.lost) == (*YEAR_2018, 0)


@pytest.mark.parametrize(
    ("sentence", "start", "end", "lost"),
    [
        ("数据统计期限为20181月1日至201812月31日", date(2018, 1, 1), date(2018, 12, 31), 2),
        ("数据统计期限为2015111231日。", date(2015, 1, 1), date(2015, 12, 31), 3),
        ("数据统计期限自2015年1月1日12月31日止", date(2015, 1, 1), date(2015, 12, 31), 1),
        ("统计时限从2010年1月1日至2010年12月月31日", date(2010, 1, 1), date(2010, 12, 31), 0),
        ("统计期限自201711日至1231日止", date(2017, 1, 1), date(2017, 12, 31), 3),
        ("统计期限为20211月1日至202112月31日", date(2021, 1, 1), date(2021, 12, 31), 2),
        ("所列数据期限：2019年11日至2019年1231日", date(2019, 1, 1), date(2019, 12, 31), 2),
        ("统计期限20101月1日-1231日", date(2010, 1, 1), date(2010, 12, 31), 2),
        ("统计期限为201611日至20161231日", date(2016, 1, 1), date(2016, 12, 31), 4),
        ("统计期限自20085月1日至200812月31日", date(2008, 5, 1), date(2008, 12, 31), 2),
        ("统计期限为2018年1月1日至1231日", date(2018, 1, 1), date(2018, 12, 31), 1),
    ],
)
def test_reads_a_period_that_lost_its_signs_and_counts_them(sentence: str, start: date, end: date, lost: int) -> None:
    period = report_period(sentence)
    assert period is not None
    assert (period.start, period.end, period.lost) == (start, end, lost)


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("统计期限自2008年5月1日起至2008年12月31日止", date(2008, 5, 1), date(2008, 12, 31)),
        ("统计期限为2008年5月至12月", date(2008, 5, 1), date(2008, 12, 31)),
        ("现就2008年5月1日至2008年12月31日的公开工作报告如下", date(2008, 5, 1), date(2008, 12, 31)),
        ("自2008年5月1日《条例》实施起至12月31日，我局公开工作如下", date(2008, 5, 1), date(2008, 12, 31)),
        ("数据自2008年5月1日《条例》施行之日算起，至2008年12月31日止", date(2008, 5, 1), date(2008, 12, 31)),
        ("自2008年5月1日《条例》生效至年底，我局逐步公开", date(2008, 5, 1), date(2008, 12, 31)),
        ("本报告数据以2018年全年为准", date(2018, 1, 1), date(2018, 12, 31)),
        ("统计期限为2012年11月1日至2013年10月31日", date(2012, 11, 1), date(2013, 10, 31)),
        ("统计期限为2019年1月1日至2019年11月30日", date(2019, 1, 1), date(2019, 11, 30)),
    ],
)
def test_reads_a_period_that_is_no_calendar_year(sentence: str, start: date, end: date) -> None:
    period = report_period(sentence)
    assert period is not None
    assert (period.start, period.end) == (start, end)


def test_named_ends_of_another_matter_are_no_period() -> None:
    assert report_period("受理起始时间为2018年1月1日，截止时间为2018年12月31日。") is None


def test_takes_the_statistics_period_and_not_another_stretch() -> None:
    text = "条例自2008年5月1日至今施行。培训班于2018年3月1日至3月5日举办。本报告数据统计期限为2018年1月1日至2018年12月31日。"
    period = report_period(text)
    assert period is not None
    assert (period.start, period.end) == YEAR_2018


def test_days_without_a_year_are_of_the_year_that_the_title_names() -> None:
    period = report_period("现将全年（1.1—12.31）的公开情况报告如下。", 2010)
    assert period is not None
    assert (period.start, period.end) == (date(2010, 1, 1), date(2010, 12, 31))
    assert report_period("现将全年（1.1—12.31）的公开情况报告如下。") is None


@pytest.mark.parametrize(
    "text", ["本报告所列数据截止20101231日。", "统计数据截至2010年12月31日", "数据统计时限截止到2010年12月31日"]
)
def test_an_end_alone_gives_a_period_whose_start_is_not_stated(text: str) -> None:
    period = report_period(text)
    assert period is not None
    assert (period.start, period.end, period.stated_start) == (date(2010, 1, 1), date(2010, 12, 31), False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "截至2017年12月31日，我镇共主动公开政府信息170条。",
        "培训班于2018年3月1日至3月5日举办。",
        "统计期限自2018年13月1日至2018年14月31日",
        "电话12345678-87654321",
        "统计期限为" + "9" * 400 + "至" + "1" * 400,
        "统计期限：2018年12月31日至2018年1月1日",
        "数据统计期限到2017年12月31日，自2018年1月1日起改版。",
        "办法自2018年1月1日起，12月31日前完成整改。",
        "申请自2018年1月1日起，12月3日办结，4月止。",
    ],
)
def test_finds_no_period_where_none_is_stated(text: str) -> None:
    assert report_period(text) is None


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("（2018年1月1日—12月31日）", True),
        ("统计期限：2018年1月1日至2018年12月31日", True),
        ("2018年1月1日至2018年6月30日", False),
        ("有效期：2018年1月1日至2018年12月31日", False),
        ("发布时间：2018-01-01", False),
    ],
)
def test_a_line_below_a_title_may_hold_the_period_and_nothing_else(line: str, whole: bool) -> None:
    period = line_period(line)
    assert (period and (period.start, period.end)) == (YEAR_2018 if whole else None)


@pytest.mark.parametrize("printed", ["2018年（1月1日—12月31日）", "2018年度(1月1日至12月31日)"])
def test_days_in_brackets_are_those_of_the_year_before_them(printed: str) -> None:
    period = report_period(f"报告年度：{printed}\n主动公开36条。")
    assert period is not None
    assert (period.start, period.end) == YEAR_2018


def test_the_first_year_begins_when_the_regulation_came_into_force() -> None:
    period = report_period("现把2008年5月1日以来的情况向社会报告，数据截至2008年12月31日。")
    assert period is not None
    assert (period.start, period.end, period.stated_start) == (date(2008, 5, 1), date(2008, 12, 31), True)


def test_leans_on_the_title_where_the_year_is_missing() -> None:
    period = report_period("统计期限为1月1日至12月31日。", 2018)
    assert period == Period(*YEAR_2018, raw="1月1日至12月31日")


@pytest.mark.parametrize(
    ("text", "value", "clock"),
    [
        ("发布日期：2019-03-26 16:28", date(2019, 3, 26), time(16, 28)),
        ("2019/3/6 9:05:07", date(2019, 3, 6), time(9, 5, 7)),
        ("时间:2019年3月26日", date(2019, 3, 26), None),
        ("二〇一九年一月二十日", date(2019, 1, 20), None),
        ("二○一九年十二月三十一日", date(2019, 12, 31), None),
        ("二O一二年二月八日", date(2012, 2, 8), None),
        ("2017210日", date(2017, 2, 10), None),
        ("2019年2月30日 2019年3月1日", date(2019, 3, 1), None),
        ("2019.01.22", date(2019, 1, 22), None),
        ("2023-01-16T15:50:00", date(2023, 1, 16), time(15, 50)),
        ("2019-03-26 27:99", date(2019, 3, 26), None),
    ],
)
def test_reads_a_day(text: str, value: date, clock: time | None) -> None:
    day = find_day(text)
    assert day is not None
    assert (day.value, day.clock) == (value, clock)


@pytest.mark.parametrize("text", ["2026-02-00018", "12345-67-89", "1919-09-09", "无", "2018年", "20180230", ""])
def test_an_index_number_or_impossible_day_is_none(text: str) -> None:
    assert find_day(text, compact=True) is None


def test_eight_digits_are_a_day_only_where_asked_for() -> None:
    assert find_day("20190326") is None
    day = find_day("20190326", compact=True)
    assert day is not None
    assert day.value == date(2019, 3, 26)


def test_keeps_a_day_as_printed() -> None:
    day = find_day("落款：二〇一九年一月二十日")
    assert day is not None
    assert day.raw == "二〇一九年一月二十日"


def test_helpers_turn_numerals_and_refuse_impossible_days() -> None:
    assert in_digits("二〇二一年十月廿三日") == "2021年10月23日"
    assert make_day(2019, 2, 29) is None
    assert make_day(99999, 1, 1) is None
