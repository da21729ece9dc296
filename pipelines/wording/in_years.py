"""Which year a sentence's counts are of: several told in turn (2013年、2014年分别公开402条、517条), the first since 施行."""

from __future__ import annotations

import re
from itertools import pairwise

from pipelines.wording.counts import hits

_YEARS = re.compile(r"20\d\d年(?:度)?(?:[、，,和及与]\s?20\d\d年(?:度)?){1,5}")
_YEAR = re.compile(r"20\d\d")
_IN_TURN = re.compile(r"(?:分别|依次)")
_JOINT = re.compile(r"\s?(?:信息)?[、，,和及与]{1,2}\s?(?:和|及|与)?")
_FAR = 40


_MONTHS = r"(?:[一二两三四五六七八九]|十[一]?|\d|1[01])个(?:多)?月"
_WITHIN = re.compile(
    rf"(?:施行|实施){_MONTHS}(?P<behind>以来)|(?:施行|实施)(?P<before>以来)(?=的?{_MONTHS})"
    r"|条例》?(?:正式|颁布)?(?:施行|实施|生效)(?:之日)?(?P<since>以来)"
)
_FIRST_YEAR = 2008
"""The regulation took effect on 1 May 2008."""


_SAME_YEAR = re.compile(r"(?<![上去前比较与和年])同[年期](?=[，,]?(?:共|新|累计)*(?:制发|制定|出台|印发|公开|发布))")


def of_the_same_year(text: str) -> str:
    """The text of the same length with 当年 for 同年, 同期 where what was done then is told: 同期制发规范性文件43件."""
    return _SAME_YEAR.sub("当年", text)


def within_the_year(text: str, year: int | None) -> str:
    """The text of the same length with 年内 for 以来 in the first year of the regulation, of which all the time since is.

    >>> within_the_year("施行八个月以来，全县公开信息85条", 2008)
    '施行八个月年内，全县公开信息85条'
    """
    found = _WITHIN.search(text) if year == _FIRST_YEAR else None
    if found is None:
        return text
    start, end = found.span(found.lastgroup or 0)
    return f"{text[:start]}年内{text[end:]}"


_COUNT = r"\d[\d,，]{0,9}\s?[条件次份起宗例人名篇期场个]次?"
_PAST_YEAR = r"(?:20\d\d年(?:度|同期)?|(?:去年|上一?年度?)(?:同期)?|前年)"
_PAST_COUNT = rf"{_PAST_YEAR}(?:[的为是有共计仅只]|\s)*[：:]?\s?{_COUNT}"
_PAST = rf"[（(]{_PAST_COUNT}(?:[，,；;、]\s?{_PAST_COUNT}){{0,5}}[）)]"
_RISE = (
    rf"(?:[比较与]{_PAST_YEAR}(?:相比)?(?:的?\s?{_COUNT})?|同比|环比)(?:净|略|均|也|有所|分别)?"
    rf"(?:增[加长多]?|减少?|多|少|下降|上升|提高)[了出]?(?:\s?{_COUNT}|(?:近|约)?\s?\d[\d.]*[%％])?"
)
_AVERAGE = rf"(?:平均|月均|日均|周均|[每][月天日周]平?均){{1,2}}[每一个月天日周工作]*(?:约|近|超过?|公开|发布)*\s?{_COUNT}"
_BESIDE = re.compile(
    rf"(?<=[条件次份起宗例人名篇期场个 ])(?:(?P<past>{_PAST})|[（(](?:{_RISE}|{_AVERAGE})[）)]"
    rf"|[，,]\s?(?:{_RISE}|{_AVERAGE})(?=[，,。；;、]|\s*$))"
)
_BESIDE_SIGNS = ("比", "较", "与", "均", "（20", "(20", "（去", "(去", "（上", "（前")


def beside_past_years(text: str, year: int | None) -> str:
    """The text of the same length with blanks for what a count is set beside: another year's, a rise, the average of a month.

    >>> beside_past_years("收到申请88件（2012年：71件），比去年多17件；办结80件", 2013)
    '收到申请88件                   ；办结80件'
    """
    if not any(sign in text for sign in _BESIDE_SIGNS):
        return text
    for _ in range(2):
        text = _BESIDE.sub(lambda told: told.group() if str(year) in (told["past"] or "") else _blank(told), text)
    return text


def _blank(told: re.Match[str]) -> str:
    return " " * len(told.group())


def of_one_year(text: str, year: int | None) -> str:
    """The text of the same length with blanks for the other years of such a series and for their counts.

    >>> of_one_year("2013年、2014年分别公开信息402条、517条", 2014)
    '      2014年  公开信息     517条'
    """
    years = _YEARS.search(text)
    told = _IN_TURN.search(text, years.end(), years.end() + _FAR) if years else None
    if years is None or told is None or year is None:
        return text
    named = [(match.start(), int(match.group())) for match in _YEAR.finditer(text, *years.span())]
    counted = [hit for hit in hits(text) if hit.start >= told.end()][: len(named)]
    joined = all(_JOINT.fullmatch(text[one.end : other.start]) for one, other in pairwise(counted))
    if len(counted) < len(named) or not joined:
        return text
    kept = next((at for at, (_, stated) in enumerate(named) if stated == year), None)
    spans = [told.span()]
    ends = [*(start for start, _ in named[1:]), years.end()]
    for at, (start, _) in enumerate(named):
        if at != kept:
            spans += [(start, ends[at]), (counted[at].start, counted[at].end)]
    spans += [(one.end, other.start) for one, other in pairwise(counted)]
    if kept is None:
        spans = [(counted[0].start, counted[-1].end)]
    for begin, end in spans:
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text
