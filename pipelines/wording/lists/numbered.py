"""Kinds that stand as numbered points, whatever else each tells: 1.土地供应类63条，其中出让公告7条；2.征地类44条，涉及村组5个.

Points that follow one another are such a list where their first counts add up to a total before them, or where all of them are
domains under the heading of those that matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.wording.claims import Claim, label_of
from pipelines.wording.cues import DOMAIN, KINDS_OF
from pipelines.wording.lists.gathering import PARENTS
from pipelines.wording.lists.listed import of_many_domains
from pipelines.wording.lists.parts import value_of
from pipelines.wording.sentences import Section, Sentence

_LEAST, _MOST = 3, 60
_FAR = 400
"""A total stands no further before the first point."""
_BEHIND = 60
"""…；3.公告类4条。以上共计45条."""
_ORDER = "一二三四五六七八九十"
_POINT = re.compile(
    r"\s*(?:[（(]?(?P<number>\d{1,2})[.．、）)](?!\d)|(?P<order>[一二三四五六七八九十])是|(?P<circle>[①-⑳]))\s?"
    r"(?:其中[，,：:]?)?(?P<label>[^，,。；;：:\d（）()]{2,24}?)(?:[：:]|[，,]\s?(?:共计?|计|有|共有|合计))?\s?(?P<count>\d{1,3}(?:[,，]\d{3})+|\d{1,6})\s?条(?:信息)?(?=[，,。；;：:（(、]|$)"
)
_LEAD = re.compile(
    r"\s*[^。；;：:\d]{0,16}公开的?(?:政府|政务)?(?:信息|主要|重点|具体|的)*(?:内容|类别|分类|信息)[^。；;：:\d]{0,6}[：:]"
)
"""公开的主要内容有：1、法规文件，共24条."""
_ENDS = re.compile(r"[；;。]")


@dataclass(slots=True)
class _Run:
    section: Section
    claims: list[Claim]
    told: bool = False


def numbered_kinds(sentences: Sequence[Sentence], claims: Sequence[Claim]) -> list[Claim]:
    """The kinds of numbered points that `claims` do not have yet."""
    found: list[Claim] = []
    totals = [one for one in claims if one.label is None and one.code in PARENTS and not one.zero]
    at = {one.start: one for one in claims}
    for run in (*_runs(sentences), *_headed(sentences)):
        figure = any((here := at.get(one.start)) is not None and here.label is None and not here.weak for one in run.claims)
        if figure or len({one.label for one in run.claims}) < len(run.claims):
            continue
        parent = _whole_of(run, totals)
        if parent is None and (len(run.claims) < _LEAST or not (run.told or _of_domains(run) or _of_classes(run, totals))):
            continue
        for one in run.claims:
            one.parent, one.code = parent, parent.code if parent else one.code
        found += [one for one in run.claims if (here := at.get(one.start)) is None or here.label is None]
    return found


def _whole_of(run: _Run, totals: Sequence[Claim]) -> Claim | None:
    """The total right before the points, or right behind them, that they add up to."""
    first, added = run.claims[0].start, sum(value_of(one) or 0 for one in run.claims)
    near = [one for one in totals if first - _FAR < one.start < first]
    near += [one for one in totals if 0 < one.start - run.claims[-1].end < _BEHIND]
    return next((one for one in reversed(near) if value_of(one) == added), None)


def _of_domains(run: _Run) -> bool:
    """Whether points under 重点领域 are of nothing but domains."""
    domains = sum(DOMAIN.search(one.label or "") is not None for one in run.claims)
    return of_many_domains(run.section) and domains * 2 > len(run.claims)


def _of_classes(run: _Run, totals: Sequence[Claim]) -> bool:
    """Whether points that are all called classes stand under what was disclosed, and no total near them is less than they are."""
    first, added = run.claims[0].start, sum(value_of(one) or 0 for one in run.claims)
    named = all((one.label or "").endswith(_CLASSES) for one in run.claims) or any(map(KINDS_OF.search, run.section.headings))
    less = any(first - _FAR < one.start < first and (value_of(one) or added) < added for one in totals)
    return named and not less and not run.section.domain and "公开" in run.section.topics


_CLASSES = ("类信息", "类政府信息")
_HEAD = re.compile(r"\s*(?P<label>[^，,。；;：:\d（）()]{2,24})[（(](?:共计?|计)?(?P<count>\d{1,6})\s?条[）)][：:，,。]")


def _headed(sentences: Sequence[Sentence]) -> Iterator[_Run]:
    """The heads of lines that each count a kind before they tell of it: 概况公开（6条）：包括机构简介."""
    run = _Run(Section(()), [])
    for sentence in sentences:
        head = _HEAD.match(sentence.text) if sentence.first and "条" in sentence.text[:40] else None
        if (head is None and sentence.first) or sentence.section.hotline or "申请" in sentence.section.topics:
            if len(run.claims) > 1:
                yield run
            run = _Run(sentence.section, [])
        elif head is not None and (claim := _claim(sentence, head)) and len(run.claims) < _MOST:
            run.claims.append(claim)
    if len(run.claims) > 1:
        yield run


def _runs(sentences: Sequence[Sentence]) -> Iterator[_Run]:
    """The points that follow one another, 1, 2, 3, …; each run with its heading."""
    run, following = _Run(Section(()), []), 1
    for sentence in sentences:
        for begin, end in _parts(sentence.text):
            lead = _LEAD.match(sentence.text, begin, end)
            point = _POINT.match(sentence.text, lead.end() if lead else begin, end)
            number = _number(point) if point else 0
            if point is None or number != following or sentence.section.hotline or "申请" in sentence.section.topics:
                if len(run.claims) >= _LEAST:
                    yield run
                run, following = _Run(sentence.section, []), 1
            if point is not None and number == following and (claim := _claim(sentence, point)) and len(run.claims) < _MOST:
                run.section = run.section if run.claims else sentence.section
                run.told = run.told or lead is not None
                run.claims.append(claim)
                following += 1
    if len(run.claims) >= _LEAST:
        yield run


def _parts(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for end in _ENDS.finditer(text):
        yield begin, end.start()
        begin = end.end()
    if text[begin:].strip():
        yield begin, len(text)


def _number(point: re.Match[str]) -> int:
    if point["number"]:
        return int(point["number"])
    return _ORDER.index(point["order"]) + 1 if point["order"] else ord(point["circle"]) - ord("①") + 1


def _claim(sentence: Sentence, point: re.Match[str]) -> Claim | None:
    label = label_of(point["label"], "条")
    start, end = sentence.start + point.start("count"), sentence.start + sentence.text.index("条", point.end("count")) + 1
    raw = sentence.text[start - sentence.start : end - sentence.start]
    return Claim("disclosure.total", start, end, "条", raw, label=label, listed=True) if label else None
