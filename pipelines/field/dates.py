"""Days and reporting periods as Chinese reports print them, also where 年 and 月 were lost on the way."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import product

from pipelines.folding import fold

FIRST_YEAR, LAST_YEAR = 2000, 2099

_DAY = re.compile(
    r"(?<!\d)(\d{4}) ?[-./年] ?(\d{1,2}) ?[-./月] ?(\d{1,2})(?!\d)[日号]?(?:[ T]{0,3}(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_COMPACT = re.compile(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)")
_HAN_DAY = re.compile(
    r"([二2][〇零○ОOo0][〇零○ОOo0一二三四五六七八九]{2}) ?年 ?"
    r"([〇零一二三四五六七八九十]{1,3}) ?月 ?([〇零一二三四五六七八九十廿]{1,4}) ?日"
)
_HAN_NUMBER = re.compile(r"[〇零○ОOo0一二三四五六七八九十廿]{1,4}(?= ?[年月日号])")
_HAN_DIGITS = (
    {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○ОOo0", "0") | {"2": "2"}
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed; `clock` where a time of day stands beside it."""

    value: date
    raw: str
    clock: time | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as printed; `lost` counts 年 and 月 that must have stood there.

    `stated_start` is False where only the end is printed.
    """

    start: date
    end: date
    raw: str
    lost: int = 0
    stated_start: bool = True


def _number(han: str) -> str:
    """Digits of a Chinese number below 100 or of a year written digit by digit.

    >>> _number("二〇一八"), _number("十二"), _number("三十一"), _number("二十")
    ('2018', '12', '31', '20')
    """
    han = han.replace("廿", "二十")
    if "十" not in han:
        return "".join(_HAN_DIGITS.get(digit, "") for digit in han)
    tens, _, ones = han.partition("十")
    return str(int(_HAN_DIGITS.get(tens, "1")) * 10 + int(_HAN_DIGITS.get(ones, "0")))


def in_digits(text: str) -> str:
    """The text with Chinese numbers before 年, 月, 日 written in digits (the length may change)."""
    return _HAN_NUMBER.sub(lambda match: _number(match.group()), text)


def make_day(year: int, month: int, day: int) -> date | None:
    """The date, or None for one that does not exist or lies outside 2000-2099."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(hour: str | None, minute: str | None, second: str | None) -> time | None:
    if hour is None or int(hour) > 23 or int(minute or 0) > 59 or int(second or 0) > 59:
        return None
    return time(int(hour), int(minute or 0), int(second or 0))


def find_day(text: str, *, compact: bool = False) -> Day | None:
    """The first day printed in the text, None where there is none; `compact` also takes eight digits in a row."""
    folded = fold(text)
    if "元月" in folded:  # the first month, in the digits of its year
        folded = re.sub(r"(?<=\d年)元(?=月)", "1", folded).replace("元月", "一月")
    for match in _DAY.finditer(folded):
        if value := make_day(int(match[1]), int(match[2]), int(match[3])):
            return Day(value, text[match.start() : match.end()].strip(), _clock(match[4], match[5], match[6]))
    for match in _HAN_DAY.finditer(folded):
        parts = [int(_number(part) or 0) for part in match.groups()]
        if value := make_day(parts[0], parts[1], parts[2]):
            return Day(value, text[match.start() : match.end()])
    packed = _COMPACT.search(folded) if compact else None
    if packed and (value := make_day(*map(int, packed.groups()))):
        return Day(value, packed.group())
    lossy = re.fullmatch(r"\D{0,12}(20\d{2}年?\d{1,2}月?\d{1,2}日)\D{0,3}", folded.strip())
    ends = list(_endpoints(lossy[1], None, closing=False)) if lossy else []
    if lossy and len(ends) == 1:  # 2019122日 may be two days, and then it is none
        return Day(ends[0].value, lossy[1])
    return None


# --- periods ---

_TOKEN = r"\d[\d年月日号度 ]{0,17}"
_FROM = (
    r"起(?:算|计算|统计)?|开始(?:计算|统计)?|零时|0时|始|以来|统计|计算|汇总|采集|累计"
    r"|(?:《[^《》]{2,40}》|条例)(?:正式)?(?:实施|施行|生效)(?:以来|之日)?(?:算?起|起算)?"
)
_STOPS = r"(?:20\d\d ?年 ?)?1?\d ?月 ?[1-3]?\d ?[日号] ?止"
_TO = (
    rf"(?:{_FROM})?[,;、 ]{{0,2}}(?:至|到|止于|终于|讫于|迄于|截至|截止到?|-{{1,4}}|~|(?<=[起算始,、; ])(?={_STOPS})) ?"
    r"(?:同年|当年|本年|该年)? ?"
)
_RANGE = re.compile(rf"(?<![\d.])({_TOKEN}){_TO}({_TOKEN}|年[底末])")
_DOTTED = re.compile(
    r"(?<!\d)(20\d{2})([./-])(\d{1,2})\2(\d{1,2})(?!\d)[日号]?(?:起|始)? ?(?:至|到|-{1,4}|~) ?"
    r"(?:(20\d{2})\2)?(\d{1,2})\2(\d{1,2})(?!\d)"
)
_WITHOUT_YEAR = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2}) ?(?:至|到|-{1,4}|~) ?(\d{1,2})\.(\d{1,2})(?![\d.])")
"""(1.1-12.31): days of the title's year."""
_CONTEXT = re.compile(r"期限|时限|时段|时间范围|统计(?:的)?(?:时间|期间|日期|周期|区间|范围|数据)|报告期|数据|起止|时间为|统计")
_UNTIL = re.compile(rf"(?:截至|截止到|截止至|截止时间为|截止日期为|截止于|截止)[: ]?({_TOKEN})")
_WHOLE_YEAR = re.compile(
    r"(?:期限|时限|时段|期间|统计时间|报告期|起止时间)[^。\n\d]{0,8}(20\d{2}) ?(?:年度|年全年|年整年)"
    r"|数据以(20\d{2})年(?:度|全年)?(?:为准|计)"
)
_SHAPES = tuple(
    re.compile(rf"({year})(年?)(度?)({month})(月?)({day})([日号]?)")
    for year, month, day in product((r"20\d\d", ""), (r"\d\d", r"\d"), (r"\d\d", r"\d"))
)
_MONTH_START = re.compile(r"(?:(20\d{2})年度?)?(\d{1,2})月?份?")


@dataclass(frozen=True, slots=True)
class _Endpoint:
    value: date
    lost: int
    rank: int


def _rank(value: date, closing: bool) -> int:
    """How usual a day is as an end of a period: 0 for 1 January or 31 December, then month ends, then the rest."""
    if closing:
        usual, edge = (12, 31), value.day == monthrange(value.year, value.month)[1]
    else:
        usual, edge = (1, 1), value.day == 1
    return 0 if (value.month, value.day) == usual else 1 if edge else 2


def _endpoints(token: str, year: int | None, *, closing: bool) -> Iterator[_Endpoint]:
    """All readings of one end of a period, the likeliest first: fewest signs lost, then the most usual day."""
    token = token.replace(" ", "")
    found = []
    for shape in _SHAPES:
        match = shape.fullmatch(token)
        if match is None or not (match[1] or year):
            continue
        value = make_day(int(match[1] or year or 0), int(match[4]), int(match[6]))
        if value is None:
            continue
        lost = (not match[2] and bool(match[1])) + (not match[5])
        plain = token.isdigit() and len(token) == 8  # 20180101 is a style, not a loss
        found.append(_Endpoint(value, 0 if plain else lost, _rank(value, closing)))
    yield from sorted(found, key=lambda end: (end.lost, end.rank))


def _month(token: str, year: int | None, *, closing: bool) -> date | None:
    match = _MONTH_START.fullmatch(token.replace(" ", ""))
    if match is None or not (match[1] or year) or not 1 <= int(match[2]) <= 12:
        return None
    whole_year, month = int(match[1] or year or 0), int(match[2])
    return make_day(whole_year, month, monthrange(whole_year, month)[1] if closing else 1)


def _trim(token: str) -> str:
    """The token without what follows its 日: the pattern takes digits of a list number after it along."""
    for sign in "日号":
        head, found, _ = token.partition(sign)
        if found:
            return head + found
    return token.strip()


def _pair(first: str, second: str, raw: str, hint: int | None) -> Period | None:
    """One reading of both ends together: the second may lean on the first's year, `hint` is the year of the title."""
    first, second = _trim(first), "12月31日" if second in ("年底", "年末") else _trim(second)
    for start in _endpoints(first, hint, closing=False):
        for end in _endpoints(second, start.value.year, closing=True):
            if end.value > start.value:
                return Period(start.value, end.value, raw, start.lost + end.lost)
    opening = _month(first, hint, closing=False)
    closing = _month(second, opening.year, closing=True) if opening else None
    if opening and closing and closing > opening and "月" in second:
        return Period(opening, closing, raw)
    return None


def _without_year(text: str, year: int) -> Iterator[tuple[int, Period]]:
    for match in _WITHOUT_YEAR.finditer(text):
        start, end = make_day(year, int(match[1]), int(match[2])), make_day(year, int(match[3]), int(match[4]))
        if start and end and end > start:
            yield match.start(), Period(start, end, match.group())


def periods(text: str, hint: int | None = None) -> Iterator[tuple[int, Period]]:
    """Each stretch from one day to another in folded text, with its offset; `hint` is a year that the title names."""
    for match in _DOTTED.finditer(text):
        start = make_day(int(match[1]), int(match[3]), int(match[4]))
        end = make_day(int(match[5] or match[1]), int(match[6]), int(match[7]))
        if start and end and end > start:
            yield match.start(), Period(start, end, match.group())
    if hint is not None:
        yield from _without_year(text, hint)
    for match in _RANGE.finditer(text):
        if period := _pair(match[1], match[2], match.group().strip(), hint):
            yield match.start(), period


def _until(text: str) -> Period | None:
    """A period of which only the end is printed, in a sentence about the report's figures."""
    for match in _UNTIL.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if not re.search("统计|数据|时限|期限", before):
            continue
        for end in _endpoints(_trim(match[1]), None, closing=True):
            if end.value == _FIRST[1] and _SINCE_MAY.search(text, 0, match.start()):
                return Period(*_FIRST, match.group().strip(), end.lost)
            return Period(date(end.value.year, 1, 1), end.value, match.group().strip(), end.lost, stated_start=False)
    return None


_JOINED = re.compile(r"(?<!\d)(20\d\d)(年?)0?1(月?)0?1日?起?(?:\1年?)?12(月?)31日?(?!\d)")


def _joined(text: str) -> Period | None:
    """The whole year whose two days have run together (2015111231日, 2015年1月1日12月31日), near a word of periods."""
    match = _JOINED.search(text)
    if match is None or not _CONTEXT.search(text, max(0, match.start() - 24), match.start()):
        return None
    year = int(match[1])
    return Period(date(year, 1, 1), date(year, 12, 31), match.group(), max(1, match.groups().count("")))


_BEGINS = re.compile(rf"(?:起始|开始|起算)(?:日期?|时间|期)?[为是:]? ?({_TOKEN})")
_ENDS = re.compile(rf"(?:截止|终止|结束|截至)(?:日期?|时间|期)?[为是:]? ?({_TOKEN})")


def _named_ends(text: str, hint: int | None) -> Period | None:
    """The stretch whose two days are named each, in any order: 统计截止期为2018年12月31日，起始期为2018年1月1日."""
    begins = _BEGINS.search(text) if "始" in text or "起算" in text else None
    ends = _ENDS.search(text, max(0, begins.start() - 40), begins.end() + 40) if begins else None
    if begins is None or ends is None:
        return None
    first, last = min(begins.start(), ends.start()), max(begins.end(), ends.end())
    if not _CONTEXT.search(text, max(0, first - 12), first + 2):
        return None
    period = _pair(begins[1], ends[1], text[first:last].strip(), hint)
    return period if period and (period.end - period.start).days >= 27 else None


_TWO_DAYS = re.compile(r"(?<=日)[、,和与](?=20\d\d年?|1?[0-2]月)")
"""起止时间为2019年1月1日、2019年12月31日."""


def _in_context(text: str, hint: int | None) -> Period | None:
    """The stretch that stands within some words after 期限 or the like: where nearly every report states its period."""
    for word in ("期限", "时限", "时段", "时间", "数据", "报告期", "起止", "统计"):
        at = -1
        while (at := text.find(word, at + 1)) >= 0:
            near = text[at : at + 90]
            near = _TWO_DAYS.sub("-", near) if word == "起止" else near
            for _, period in periods(near, hint):
                if _CONTEXT.search(text, max(0, at - 8), at + 8) and (period.end - period.start).days >= 27:
                    return period
    return None


_SINCE_MAY = re.compile(r"2008年5月1日(?:起|以来)")
_FIRST = (date(2008, 5, 1), date(2008, 12, 31))
"""The first reports cover what was left of the year when the regulation came into force."""


_YEAR_OF_BRACKETED = re.compile(r"(20\d\d)年度?\((?=\d{1,2}月\d{1,2}日[^()\d]{1,4}\d{1,2}月\d{1,2}日\))")
"""2010年(1月1日至12月31日): the year of the days in the brackets."""
_BROKEN_DAY = re.compile(r"(?<=\d[年月]) ?\n ?(?=\d{1,2}[月日])|(?<=[日至到]) ?\n ?(?=[至到]|20\d\d年\d{1,2}月)")
"""2009年1月/1日至2009年12月31日: a day that was broken over two lines of a text set by hand."""
_SPACED_SIGN = re.compile(r"(?<=\d) {1,3}([./-]) {1,3}(?=\d)")


def _mended(folded: str) -> str:
    """The text with 元月 for January in digits, 曰 typed for 日, and no spaces round the signs inside of a date."""
    if "元月" in folded:
        folded = folded.replace("元月", "1月")
    if "年(" in folded or "年度(" in folded:
        folded = _YEAR_OF_BRACKETED.sub(r"\1年", folded)
    if "曰" in folded:
        folded = re.sub(r"(?<=\d)曰", "日", folded)
    if "至" in folded or "到" in folded:
        folded = _BROKEN_DAY.sub("", folded)
    return _SPACED_SIGN.sub(r"\1", folded) if " . " in folded or " / " in folded else folded


def _is_years(period: Period) -> bool:
    """Whether a stretch is a year, or what was left of the first."""
    return 330 <= (period.end - period.start).days <= 400 or (period.start, period.end) == _FIRST


def report_period(text: str, hint: int | None = None) -> Period | None:
    """The period that a report says its figures cover, None where it does not say.

    A stretch in a sentence about 统计期限 or 数据 wins; without one, a whole year named near the head of the text.
    """
    folded = _mended(fold(text)[:6000])
    if "月月" in folded:
        folded = folded.replace("月月", "月")
    if re.search("[一二三四五六七八九十]月[一二三四五六七八九十]", folded):
        folded = in_digits(folded)
    if period := _in_context(folded, hint):
        return period
    for _, period in sorted(periods(folded[:3000], hint), key=lambda found: found[0]):
        if _is_years(period):
            return period
    if match := _WHOLE_YEAR.search(folded):
        year = int(match[1] or match[2])
        return Period(date(year, 1, 1), date(year, 12, 31), match.group())
    return _named_ends(folded, hint) or _end_first(folded, hint) or _joined(folded) or _until(folded)


_END_FIRST = re.compile(rf"(?:截?至|截?止|到)于?({_TOKEN})[,、]? ?(?:从|自|由)({_TOKEN})(?:起|始|开始|算起)")


def _end_first(text: str, hint: int | None) -> Period | None:
    """The stretch whose end is told before its beginning: 数据统计至2020年12月31日，从2020年1月1日起."""
    for match in _END_FIRST.finditer(text):
        period = _pair(match[2], match[1], match.group().strip(), hint)
        if period and (period.end - period.start).days >= 27 and _CONTEXT.search(text, max(0, match.start() - 24), match.start()):
            return period
    return None


_ONLY = re.compile(r"[()\s]|(?:统计)?(?:期限|时限|时段|时间|期间|数据)[为是:]?")


def line_period(line: str, hint: int | None = None) -> Period | None:
    """The year, or the first months under the law, that a line holds and nothing else: (2008年5月1日-12月31日) below a title."""
    folded = _mended(fold(line))
    for _, period in periods(folded, hint):
        if _ONLY.sub("", folded.replace(period.raw, "")) == "" and _is_years(period):
            return period
    return None
