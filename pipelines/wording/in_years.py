"""Counts of several years told in turn, of which only the report's own is kept: 2013年、2014年分别公开402条、517条."""

from __future__ import annotations

import re
from itertools import pairwise

from pipelines.wording.counts import hits

_YEARS = re.compile(r"20\d\d年(?:度)?(?:[、，,和及与]\s?20\d\d年(?:度)?){1,5}")
_YEAR = re.compile(r"20\d\d")
_IN_TURN = re.compile(r"(?:分别|依次)")
_JOINT = re.compile(r"\s?(?:信息)?[、，,和及与]{1,2}\s?(?:和|及|与)?")
_FAR = 40


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
