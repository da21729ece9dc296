"""Several subjects before, their numbers behind them in the same order: 微博、微信公开信息分别为545条和378条."""

from __future__ import annotations

import re

from pipelines.wording.claims import label_of
from pipelines.wording.context import Number
from pipelines.wording.cues import OBJECTS
from pipelines.wording.wordings import Figure, figure_of, phrase_of

RESPECTIVELY = "分别"
MOST = 6
"""No sentence names more subjects in one breath."""

_NEXT = re.compile(
    r"\s?(?:[、，,]|以?及|[和与])\s?(?:约|近)?(?:\d{1,3}(?:[,，]\d{3})+|[\d０-９]{1,9}(?:[.．]\d{1,4})?)\s?[余多]?万?[余多]?\s?"
    r"(?P<unit>[条件篇次人个份宗起场期名处项])"
)
_JOINED = re.compile(r"(?<=微博)(?=(?:政务|官方)?微信)|(?<=微信)(?=(?:政务|官方)?微博)|(?<=复议)(?=(?:行政)?诉讼)")
"""政务微博微信, 行政复议行政诉讼: two subjects without anything between them."""
_CALLED = re.compile(r"(?<=[博信号站端网])[“\"‘][^“”\"‘’]{1,20}[”\"’]")
"""微博“柳坪发布”、微信公众号“柳坪之声”: what they are called."""
_POSTS = re.compile(r"专、?[（(]?兼[）)]?职")
_VERBS = re.compile(r"^(?:收到|办理|引起|发生|申请|依申请|政开|公开|主动公开|人们|举行|配备)+(?=.)")
_PLACED = frozenset(("list", "weak", "alone"))
"""Needs that a series meets by itself."""


def series_of(number: Number, year: int | None, names: tuple[str, ...]) -> list[Figure | None] | None:
    """The figures of the numbers that begin here, in their order, None for an unknown one; None if no series begins here.

    As many numbers must follow as subjects are named; else nothing is known of any of them, and the list is empty.
    """
    if RESPECTIVELY not in number.words:
        return None
    values = _values(number)
    if values < 2:
        return None
    words = _CALLED.sub("", number.words.replace(RESPECTIVELY, "").replace("涉及", ""))
    words = _JOINED.sub("、", _POSTS.sub("专职、兼职", words))
    parts = [part for part in OBJECTS.split(words) if part.strip("，, ")]
    if len(parts) != values or values > MOST:
        return []
    found = [_figure(phrase_of(part, year, names).core, number.unit) for part in parts]
    return [*found] if any(found) else []


_CLASSES = re.compile(
    r"(?:主要|具体|其中|内容|信息|包括|涵盖|涉及|分为|有|为|[：:])*(?P<named>[^，,。；;\d]{4,80}?)等?共?(?:\d{1,2}|[二两三四五六])个?大?(?:类别?|方面)(?:信息|内容)?"
)
"""主要有领导信息、政策文件2类，分别为5条、15条: the clause before names them."""


def labels_of_series(number: Number) -> list[str]:
    """The labels of the kinds whose counts begin here, in their order: 管理类、事务类分别为61条和49条; none if there are none."""
    values = _values(number) if RESPECTIVELY in number.words else 0
    named = number.words.partition(RESPECTIVELY)[0] if values else ""
    before = next((lead for lead in reversed(number.state.leads) if lead != number.words), "") if values > 1 else ""
    classes = _CLASSES.fullmatch(before) if before and not named else None
    parts = [part for part in OBJECTS.split(classes["named"] if classes else named) if part.strip("，, ")]
    labels = [label for part in parts if (label := label_of(part, number.unit))]
    return labels if 1 < values == len(parts) == len(labels) <= MOST else []


def _figure(core: str, unit: str) -> Figure | None:
    figure = figure_of(core, unit) or figure_of(_VERBS.sub("", core), unit)
    return Figure(figure.code, figure.needs - _PLACED) if figure is not None and "*" not in figure.code else None


def _values(number: Number) -> int:
    """How many numbers of one unit stand here side by side."""
    text, at, count = number.sentence.text, number.hit.end, 1
    while count <= MOST and (match := _NEXT.match(text, at)) and match["unit"] == number.hit.unit[0]:
        at, count = match.end(), count + 1
    return count
