"""The years that a title names; which year a report is about: every source that names one, which wins, where they disagree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipelines.field.dates import Day, Period, in_digits
from pipelines.field.seen import Title
from pipelines.folding import fold
from pipelines.items import Finding, Page

_CAPTION = re.compile(r"统计表[\s|]{0,6}\(? ?(20\d\d) ?年?度?\)?")
_ASKED_YEAR = re.compile(r"[?&](?:fbtime|year|nd|niandu)=(20\d\d)(?:&|$)", re.IGNORECASE)
_FOLDER_YEAR = re.compile(r"/(?:(?:nb|ndbg|nd)(20\d\d)|(20\d\d)(?:nfb|ndbg|nb|nd|n))/", re.IGNORECASE)
"""/zfxxgknb/2016n/ and /nb2024/: the folder of a year's reports; a bare /2016/ is when the page was made."""
_OPENNESS_IN = re.compile(r"(?<!\d)(20\d\d)年度?[^。;\n》]{0,24}?(?:信息|政务)公开(?:工作|情况)")
"""2014年柳河县公安局信息公开工作: tells the year of a report that names each year once."""
_NAMED = re.compile(r"(?<!\d)(20\d\d)年")

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_SPACED_YEAR = re.compile(r"(?<!\d)2 ?0 ?([0-4]) ?(\d)(?= ?年)")
_SHORT_YEAR = re.compile(r"(?<!\d)(0[89]|1\d|2\d)年度?")
_TYPED_YEAR = re.compile(r"(?<!\w)(?=[0-9]*[lIOo])2[0Oo][0-2lIOo][\dlIOo](?=年)", re.ASCII)
_LETTERS = str.maketrans("lIOo", "1100")
"""20l5年, 2O15年: letters typed for digits."""
_HAN_YEAR = re.compile(r"二[〇零○ОOo0][〇零○ОOo0一二三四五六七八九]{2}(?=年?)")


@lru_cache(maxsize=512)
def years_in(title: str) -> tuple[int, ...]:
    """The years that a title names: 2018年, 二〇一八年, 2 0 1 8年, and 09年 where no full year stands.

    >>> years_in("2025湖口县2025年度报告"), years_in("二○一九年度报告"), years_in("09年年报")
    ((2025,), (2019,), (2009,))
    """
    folded = fold(title)
    if " " in folded:
        folded = _SPACED_YEAR.sub(r"20\1\2", folded)
    if _TYPED_YEAR.search(folded):
        folded = _TYPED_YEAR.sub(lambda match: match.group().translate(_LETTERS), folded)
    if _HAN_YEAR.search(folded):
        folded = in_digits(_HAN_YEAR.sub(lambda match: match.group() + "年", folded))
    found = [int(year) for year in _YEAR.findall(folded)]
    found = found or [2000 + int(year) for year in _SHORT_YEAR.findall(folded)]
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class YearRead:
    """The report's year, what it was read from, and a finding where sources disagree or none but the date names it."""

    year: int | None
    findings: tuple[Finding, ...] = ()


def year_of(period: Period) -> int:
    """The year in which most of a period lies."""
    days: Counter[int] = Counter()
    for year in range(period.start.year, period.end.year + 1):
        first, last = max(period.start, date(year, 1, 1)), min(period.end, date(year, 12, 31))
        days[year] = (last - first).days + 1
    return min(days, key=lambda year: (-days[year], year))


def _caption(folded: str) -> int | None:
    """The year in the caption of a form: 政府信息公开情况统计表(2018年度)."""
    at = folded.rfind("统计表")
    match = _CAPTION.match(folded, at, at + 30) if at >= 0 else None
    return int(match[1]) if match else None


def _most_named(folded: str) -> int | None:
    """The year that the text names more often than all others together, or the one in which it says how openness went."""
    named = Counter(int(year) for year in _NAMED.findall(folded[:8000]))
    if not named:
        return None
    told = {int(year) for year in _OPENNESS_IN.findall(folded[:8000])}
    if len(told) == 1 and max(named.values()) == 1:
        return told.pop()
    year, times = named.most_common(1)[0]
    return year if times >= 2 and times * 2 > sum(named.values()) else None


def _from_title(title: Title | None, period: Period | None) -> int | None:
    """The title's year; of several (总结和计划) the one the period confirms, else the first."""
    years = years_in(title.text) if title else ()
    if not years:
        return None
    said = year_of(period) if period else None
    return said if said in years else years[0]


def sources(page: Page, title: Title | None, period: Period | None, text: str) -> Iterator[tuple[str, int]]:
    """Each source that names the year, best first: title, period, form's caption, address, list, the text."""
    folded = fold(text)
    asked = _ASKED_YEAR.search(page.url) or _FOLDER_YEAR.search(page.url)
    listed = years_in(page.listed.title) if page.listed else ()
    told = {
        "title": _from_title(title, period),
        "period": year_of(period) if period else None,
        "form": _caption(folded),
        "address": int(next(filter(None, asked.groups()))) if asked else None,
        "list": listed[0] if listed else None,
    }
    yield from ((source, year) for source, year in told.items() if year)
    # Counting years over the text is dear and asked for only where the firm sources are silent or at odds.
    if len({year for year in told.values() if year}) != 1 and (year := _most_named(folded)):
        yield "text", year


def _conflict(found: list[tuple[str, int]], year: int) -> Finding | None:
    told = dict(found)
    firm = {source: told[source] for source in ("title", "period", "form") if source in told}
    if len(set(firm.values())) < 2:
        return None
    message = "sources name different years: " + ", ".join(f"{source} {value}" for source, value in found) + f"; {year} is taken"
    sides = [f"{source} {value}" for source, value in firm.items()]
    first = next(iter(firm.values()))
    other = next(f"{source} {value}" for source, value in firm.items() if value != first)
    return Finding("year-conflict", "fail", message, sides[0], other)


def _cannot_be(year: int, other: int, dated: list[tuple[str, Day]]) -> bool:
    """True where the title's year was not over when the page came out, and the other source's year was."""
    days = [day.value for source, day in dated if source in {"index-table", "meta", "page-line", "list"}]
    return bool(days) and all(date(other, 12, 15) <= day < date(year, 12, 1) for day in days)


def read_year(page: Page, title: Title | None, period: Period | None, text: str, dated: list[tuple[str, Day]]) -> YearRead:
    """The year the report is about; the publication date speaks only where nothing else names it, and then with a finding."""
    found = list(sources(page, title, period, text))
    if not found:
        days = [day.value for source, day in dated if source != "url" and day.value.month <= 6]
        if not days:
            return YearRead(None)
        year = days[0].year - 1
        message = f"only the publication date {days[0]} tells the year {year}"
        return YearRead(year, (Finding("report-year-inferred", "uncertain", message),))
    told = dict(found)
    year = found[0][1]
    if "title" in told and "period" in told and told["title"] != told["period"] and _cannot_be(year, told["period"], dated):
        year = told["period"]
    conflict = _conflict(found, year)
    return YearRead(year, (conflict,) if conflict else ())
