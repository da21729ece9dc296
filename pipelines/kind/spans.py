"""What stretch of time a text says it covers, where that is no year: a month, a quarter, half a year, a year of school."""

from __future__ import annotations

import re

from pipelines.field.dates import Period, report_period
from pipelines.folding import fold

_OPENING = re.compile(
    r"(?:现将|现就|现把|就|将)[^。;\n]{0,30}?(?:半年|[一二三四1-4]季度|(?<![-~至到\d])\d{1,2}月份(?![-~至到])|(?<!\d)1月?[-~至到][369]月份?(?![-~至到\d]))[^。;\n]{0,40}?(?:如下|汇报|通报|公布|总结)"
)
_PART = re.compile(r"上半年|第?[一二三四1-4]季度")
_DIVIDED = re.compile(r"[(（][^()（）]{0,60}[)）]")
"""收到申请3件（其中：第一季度1件，第二季度2件）: the year's count, divided."""
_YEARS = re.compile(r"(?:^|[。\n])[^。\n]{0,20}?[近三四五]年来[^。\n]{0,80}?(?:总结|报告|汇报|如下)")
_PLANNED = re.compile(r"下半年(?:的)?(?:工作)?(?:打算|计划|安排|思路|重点)")
_WHOLE = ("全年", "下半年", "第四季度", "四季度", "12月31", "年底", "年终")
_HEAD, _READ = 600, 3000
_OFTEN = 3
"""So many sentences on a half year or a quarter, with no word on the whole, are those of its statistics."""


def other_span(text: str) -> str | None:
    """What the text covers instead of a year, in words; None where it covers one or says nothing of it.

    The year in which a law came into force or an office was set up is short at its beginning, and some reports are
    written in November: only a stretch that ends with a quarter before the last is a part of a year.
    """
    head = fold(text)[:_READ]
    if opening := _OPENING.search(head[:_HEAD]):
        return f"its opening is on {opening.group()[:40]}"
    if "年来" in head[:_HEAD] and _YEARS.search(head[:_HEAD]):
        return "its opening is on several years"
    if "12月31" in head or "全年" in head:
        return None
    if (period := report_period(head)) and (said := _said_of(period)):
        return said
    if "上半年" in head and _PLANNED.search(head):
        return "it plans for the rest of its year"
    told = _PART.findall(_DIVIDED.sub("", head))
    if len(told) >= _OFTEN and not any(word in head for word in _WHOLE):
        return f"its figures are those of {told[0]}"
    return None


def _said_of(period: Period) -> str | None:
    start, end = period.start, period.end
    if start.year + 1 == end.year and start.month in {8, 9} and end.month in {7, 8, 9, 10}:
        return f"its figures are those of a year of school, {start} to {end}"
    if start.year == end.year and start.day == 1 and start.month in {1, 4, 7} and end.month in {3, 6, 9}:
        return f"its figures are those of a part of a year, {start} to {end}"
    return None
