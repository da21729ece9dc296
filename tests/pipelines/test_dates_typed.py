"""Periods as they are typed: 元月, 曰 for 日, spaces round the signs of a date, 统计至 between its two days."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.field.dates import report_period


@pytest.mark.parametrize(
    "said",
    [
        "本报告数据的统计期限自2017年元月1日起至2017年12月31日止。",
        "统计期限自２０１７年元月１日至２０１７年１２月３１日。",
        "统计期限为：2017 . 01 . 01 — 2017 . 12 . 31。",
        "统计期限为2017 / 1 / 1 - 2017 / 12 / 31。",
        "统计期限自2017年1月1曰至2017年12月31曰。",
        "本报告数据自2017年1月1日统计至2017年12月31日。",
        "各项数据从2017年1月1日计算到2017年12月31日。",
    ],
)
def test_a_period_typed_oddly_is_the_whole_year(said: str) -> None:
    period = report_period(said)
    assert period is not None
    assert (period.start, period.end, period.lost) == (date(2017, 1, 1), date(2017, 12, 31), 0)


@pytest.mark.parametrize("said", ["全年公开信息1 . 2万条，元月召开会议。", "办公时间：8 - 12"])
def test_what_is_no_period_stays_none(said: str) -> None:
    assert report_period(said) is None
