"""Several subjects before, their numbers behind them in the same order: 微博、微信公开信息分别为545条和378条."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipelines.wording.claims import AND_SO_ON, Claim, label_of
from pipelines.wording.context import Number, plain_unit
from pipelines.wording.counts import hits
from pipelines.wording.cues import OBJECTS
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import Figure, figure_of, phrase_of

RESPECTIVELY = "分别"
MOST = 6
"""No sentence names more subjects in one breath."""

_NEXT = re.compile(
    r"\s?(?:[、，,]|以?及|[和与])\s?(?:约|近)?(?:\d{1,3}(?:[,，]\d{3})+|[\d０-９]{1,9}(?:[.．]\d{1,4})?)\s?[余多]?万?[余多]?\s?"
    r"(?P<unit>[条件篇次人个份宗起场期名处项])?(?![\d.．%％年月日])"
)
JOINED = re.compile(r"(?<=微博)(?=(?:政务|官方)?微信)|(?<=微信)(?=(?:政务|官方)?微博)|(?<=复议)(?=(?:行政)?诉讼)")
"""政务微博微信, 行政复议行政诉讼: two subjects without anything between them."""
_CALLED = re.compile(r"(?<=[博信号站端网])[“\"‘][^“”\"‘’]{1,20}[”\"’]")
"""微博“柳坪发布”、微信公众号“柳坪之声”: what they are called."""
_EACH_ITS_OWN = re.compile(r"各(?![类种项级个大有][^，,、]{2}|平台|渠道)[^，,、；;各\d]{0,8}$")
"""微博、微信各发布210条、95条: each has its own number."""
_POSTS = re.compile(r"专、?[（(]?兼[）)]?职")
_VERBS = re.compile(r"^(?:收到|办理|引起|发生|申请|依申请|政开|公开|主动公开|人们|举行|配备)+(?=.)")
_ONLINE = Figure("requests.received_online", frozenset(("申请",)))
_PLACED = frozenset(("list", "weak", "alone"))
"""Needs that a series meets by itself."""


def series_of(number: Number, year: int | None, names: tuple[str, ...]) -> list[Figure | None] | None:
    """The figures of the numbers that begin here, in their order, None for an unknown one; None if no series begins here.

    As many numbers must follow as subjects are named; else nothing is known of any of them, and the list is empty.
    """
    each = None if RESPECTIVELY in number.words else _EACH_ITS_OWN.search(number.words) if "各" in number.words else None
    bare = RESPECTIVELY not in number.words and each is None
    if bare and ("微" not in number.words or not _MEDIA_ALONE.fullmatch(number.words)):
        return None
    values, units = _values(number), _units(number)
    if max(values, len(units)) < 2:
        return None
    words = number.words[: each.start()] + number.words[each.start() + 1 :] if each else number.words
    words = _CALLED.sub("", words.replace(RESPECTIVELY, "").replace("涉及", ""))
    words = _COUNTED_OFF.sub("", JOINED.sub("、", _POSTS.sub("专职、兼职", _answers(words))))
    parts = [part for part in OBJECTS.split(words) if part.strip("，, ")]
    units = [number.unit] * values if len(parts) == values else units
    if len(parts) != len(units) or len(parts) > MOST:
        return []
    family = _family(number)
    pairs = zip(parts, units, strict=True)
    found = [_figure(phrase_of(part, year, names).core, unit, family) for part, unit in pairs]
    if any(figure is not None and figure.code == "channel.website" for figure in found) and number.unit in "条篇":
        found = [figure or (_NO_ROW if _HUNG.fullmatch(part) else None) for figure, part in zip(found, parts, strict=True)]
    media = [figure for figure in found if figure is not None and figure.code.startswith("channel.")]
    named = sum(figure.code != "channel.other" for figure in media)
    others = named == len(parts) - 1 and _OTHERS.fullmatch(parts[-1].rstrip("为是有：:"))
    if any(figure is not None and figure.code.startswith("requests.received_") for figure in found):
        found = [_ONLINE if figure is not None and figure.code == "channel.website" else figure for figure in found]
    if others:
        found[-1] = Figure("channel.other", media[0].needs)
    if bare and len({figure.code for figure in found if figure is not None}) < len(parts):
        return None
    return [*found] if any(found) else []


_QUOTED_ANSWER = re.compile(r"[“\"](?=[^“”\"]{0,8}(?:公开|不存在|补正|掌握|途径|处理|提供)[^“”\"]{0,6}[”\"])([^“”\"]{2,14})[”\"]")
_RESULTS_ARE = re.compile(r"^(?:其中|办理|答复|处理|申请)*(?:结果|情况|类[型别])(?:上|中|里)?[为是]?")


def _answers(words: str) -> str:
    """The words with the answers that they quote as plain ones: 答复结果为“同意公开”和“信息不存在”的."""
    if "“" not in words and '"' not in words:
        return words
    plain = _QUOTED_ANSWER.sub(r"\1", _QUOTES_MEET.sub("、", words))
    return _RESULTS_ARE.sub("", plain) if plain != words else words


_QUOTES_MEET = re.compile(r"(?<=[”\"])(?=[“\"])")
_NO_ROW = Figure("channel.other", frozenset())
_HUNG = re.compile(
    r"(?:[县市区镇]|本地|地方|当地|政务|政府|官方|村务|信息)*(?:报[纸刊]|电视台?|广播|电台|新闻媒体|公[开示告]栏|宣传栏|电子?显示屏|LED屏|客户端|APP|抖音号?|头条号?)"
    r"(?:(?:主动|共)*(?:公开|发布)(?:了|政府|信息)*)?"
)
"""网站、微信、报纸各公开300条、120条、16条: what has no row of its own."""
_ACCOUNT = r"(?:政府|门户|政务|官方|新浪|腾讯)*(?:网站|微博|微信)(?:公众号|平台)?"
_MEDIA_ALONE = re.compile(
    rf"(?:[，、；]|其中|[经由通过在利用依托]|全年|共)*{_ACCOUNT}(?:[、和及与]{_ACCOUNT}){{1,2}}(?:平台)?上?(?:共|主动|累计)*(?:发布|推送|公开)(?:了|各类|政府|政务|信息)*"
)
"""经由微信、微博发布312条和76条: two media, two numbers."""
_COUNTED_OFF = re.compile(r"等?[两二三四五六][种个类大](?:渠道|载体|平台|方式|媒[体介]|途径|形式)")
_OTHERS = re.compile(r"其[他它](?:渠道|载体|平台|方式|媒[体介]|途径|形式)?(?:主动)?(?:公开|发布)?(?:了|政府|信息)*")
"""网站、微博、微信、其他四种渠道分别公开498条、210条、365条、20条."""


_CLASSES = re.compile(
    r"(?:主要|具体|其中|内容|信息|包括|涵盖|涉及|分为|有|为|[：:])*(?P<named>[^，,。；;\d]{4,80}?)等?共?(?:\d{1,2}|[二两三四五六])个?大?(?:类别?|方面)(?:信息|内容)?"
)
"""主要有领导信息、政策文件2类，分别为5条、15条: the clause before names them."""


def labels_of_series(number: Number) -> list[str]:
    """The labels of the kinds whose counts begin here, in their order: 管理类、事务类分别为61条和49条; none if there are none."""
    values = _values(number) if RESPECTIVELY in number.words else 0
    named = AND_SO_ON.sub("", number.words.partition(RESPECTIVELY)[0]) if values else ""
    before = next((lead for lead in reversed(number.state.leads) if lead != number.words), "") if values > 1 else ""
    classes = _CLASSES.fullmatch(before) if before and not named else None
    parts = [part for part in OBJECTS.split(classes["named"] if classes else named) if part.strip("，, ")]
    labels = [label for part in parts if (label := label_of(part, number.unit))]
    return labels if 1 < values == len(parts) == len(labels) <= MOST else []


_AS_MANY = re.compile(r"[各均皆](?:有|为|是|占|公开|发布)?\s?$")


ALL_OF = ("均", "皆")
"""甲类、乙类均为0条: of each of them."""


def each_as_many(sentences: Sequence[Sentence], claims: list[Claim]) -> list[Claim]:
    """The claims with one for each of several kinds that have as many each: 机构职能、政策法规各6条."""
    found: list[Claim] = []
    starts = [one.start for one in sentences] if any(_several(claim.label) for claim in claims) else []
    for claim in claims:
        named = _kinds_named(claim.label or "") if starts and _several(claim.label) else []
        index = bisect_right(starts, claim.start) - 1
        if len(named) < 2 or index < 0 or claim.zero:
            found.append(claim)
            continue
        sentence = sentences[index]
        each = _AS_MANY.search(sentence.text[: claim.start - sentence.start])
        none_of_any = _NONE.match(claim.raw) and _each_a_kind(named)  # 甲类、乙类信息0条
        labels = [label for part in named if (label := label_of(part, claim.unit))] if each or none_of_any else []
        whole = len(labels) == len(named) <= MOST
        alone = [] if each and each.group()[0] in ALL_OF else [claim]
        found += [replace(claim, label=label) for label in labels] if whole else alone
    return found


_KINDS = ("类", "信息", "类的")
_NONE = re.compile(r"0(?![\d.．])")
_AND = re.compile(r"以及|[和及与]")


def _kinds_named(label: str) -> list[str]:
    """The kinds that a label names; where each ends in 类 or 信息, 和 joins the words of one: 机构调整和人员变动类."""
    parts = [part for part in label.split("、") if part.strip()]
    if len(parts) < 2 or not all(part.endswith(_KINDS) for part in parts):
        return [part for part in OBJECTS.split(label) if part.strip()]
    pieces = [_AND.split(part) for part in parts]
    return [one for part, split in zip(parts, pieces, strict=True) for one in (split if _each_a_kind(split) else [part])]


def _each_a_kind(words: Sequence[str]) -> bool:
    return all(word.endswith(_KINDS) for word in words)


def _several(label: str | None) -> bool:
    return label is not None and ("、" in label or "和" in label or "及" in label or "与" in label)


def _figure(core: str, unit: str, family: str) -> Figure | None:
    figure = figure_of(core, unit) or figure_of(_VERBS.sub("", core), unit)
    if figure is None or ("*" in figure.code and not family):
        return None
    return Figure(figure.code.replace("*", family), figure.needs - _PLACED)


def _family(number: Number) -> str:
    """Whose outcomes a series tells (行政复议4件，维持、纠正分别为3件、1件); "" where both kinds of cases stand before it."""
    said = number.sentence.text[: number.hit.start].rpartition("；")[2]
    return "" if "复议" in said and "诉讼" in said else number.state.family or ""


def _values(number: Number) -> int:
    """How many numbers of one unit stand here side by side."""
    text, at, count, unit = number.sentence.text, number.hit.end, 1, number.hit.unit[0]
    while count <= MOST and (match := _NEXT.match(text, at)) and (unit == "-" or match["unit"] == unit):
        at, count = match.end(), count + 1
    return count


_JOINT = re.compile(r"\s?(?:[、，,]|以?及|[和与])\s?")


def _units(number: Number) -> list[str]:
    """The units of the numbers that stand here side by side, whatever they are: 分别为519条、8次、13篇和2次."""
    text, units, at = number.sentence.text, [number.unit], number.hit.end
    for hit in hits(text) if RESPECTIVELY in number.words else ():
        if hit.start < at:
            continue
        if not _JOINT.fullmatch(text, at, hit.start):
            break
        units.append(plain_unit(hit.unit))
        at = hit.end
    return units
