"""What only looks like a figure where a whole is being divided: a part called like the whole, a kind explained first."""

from __future__ import annotations

import re

from pipelines.wording.claims import label_of
from pipelines.wording.context import Number
from pipelines.wording.lists.gathering import PARENTS
from pipelines.wording.lists.listed import SIBLING
from pipelines.wording.lists.parts import value_of

_SAME = ("主动公开", "主动公开信息")
_OVER_TIME = ("累计", "截", "以来")
_REPLIES = ("回应", "热点", "关切", "访谈", "发布会", "舆情")
_CASES = re.compile(r"[、，,；;\s]*行政(?:复议|诉讼|应诉)(?:[、和及与]行政(?:复议|诉讼|应诉))?(?:类|信息)*")
"""公共法律服务97条、行政复议6条: cases are counted in 件."""
_WAYS = re.compile(r"[、，,；;\s]*(?:其中[，,：:]?)?(?:咨询|监督|投诉|举报)+(?:渠道|方式|电话)(?:信息)?")
"""其中，咨询投诉渠道1条: how one complains, and no complaint."""
_EXPLAINED = re.compile(
    r"\s*(?P<number>[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十\d]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳])?\s?"
    r"(?P<label>[^，,。；;：:\d（）()]{2,30})[，,：:（(]\s?(?:主要|具体|其中|内容|重点)*(?:包括|包含|含有?|涵盖|涉及|[是指]|(?<=主要)公开了?)"
    r"[^。；;\d]{2,160}[，,）)]\s?(?:本年度?|全年|今年)?(?:(?:主动|向社会)?(?:公开|发布|公布|新增)了?)?(?:[共有计]|合计|共计)*(?:政府|政务)?(?:信息)?[共有计为]*"
)
_PART = re.compile(r"[；;。]|[：:](?=\s?(?:一是|1[.、．]|[（(][一1]|①))")


def less_of_the_same(number: Number) -> bool:
    """Whether a number is called what the whole before it was, and is less: 主动公开301条，其中主动公开15条，以其他方式286条."""
    state, parent = number.state, number.state.parent
    if parent is None or parent.code != "disclosure.total" or not state.breakdown or state.cumulative:
        return False
    if number.phrase.time or number.phrase.core not in _SAME:
        return False
    before = number.sentence.text[: max(0, parent.start - number.sentence.start)].rpartition("；")[2]
    once = "主动公开" in before and not any(word in before for word in _OVER_TIME)
    return once and (value_of(number.claim("")) or 0) < (value_of(parent) or 0)


def kind_alike(number: Number) -> str | None:
    """The label of a kind that other readers would take for a figure, or for none; None for all others."""
    if "申请" in number.state.section.topics:
        return None
    return _called_like_a_figure(number) or _papers(number) or _of_disclosure(number) or _explained(number)


_OF_DISCLOSURE = re.compile(r"(?:其中)?[：:，,]?\s?(?P<what>(?:政府|政务)信息公开)类?(?:信息)?")


def _of_disclosure(number: Number) -> str | None:
    """The kind that is called like the whole, among others: 公开信息90条，其中政府信息公开22条、新闻类68条."""
    told = _OF_DISCLOSURE.fullmatch(number.words) if number.unit == "条" and "信息公开" in number.words else None
    state, parent = number.state, number.state.parent
    if told is None or parent is None or parent.code not in PARENTS or not state.breakdown or state.foreign:
        return None
    among = state.items > 0 or SIBLING.match(number.sentence.text, number.hit.end) is not None
    return told["what"] if among and (value_of(number.claim("")) or 0) < (value_of(parent) or 0) else None


_PAPERS = re.compile(r"(?:其中[，,]?)?主动公开了?的?(?P<what>文件|公文)(?:共计|共|数|为|达)*")


def _papers(number: Number) -> str | None:
    """The kind that documents are among items of information: 主动公开信息340条，其中主动公开文件81件."""
    told = _PAPERS.fullmatch(number.words) if number.unit in "件份条篇" else None
    parent = number.state.parent if told and number.state.breakdown and not number.state.foreign else None
    return told["what"] if told and parent is not None and parent.code in PARENTS and parent.unit == "条" else None


def _called_like_a_figure(number: Number) -> str | None:
    """The label of a list's item that is only called like a figure: 会议信息7条、回应关切信息13条; None for any other."""
    state, words = number.state, number.words
    ways = _WAYS.fullmatch(words) is not None
    listed = state.breakdown and (state.items > 0 or ways) and state.parent is not None and state.parent.code in PARENTS
    replies = words.endswith("信息") and any(word in words for word in _REPLIES)
    if not listed or number.unit != "条" or not (replies or ways or _CASES.fullmatch(words)):
        return None
    return label_of(words, number.unit) or words.strip("、，,；; ")


def _explained(number: Number) -> str | None:
    """The kind that a part names first and explains before it counts it: 一是机构概况，包括职能、领导等情况，有信息10条."""
    if number.unit != "条" or len(number.words) > _SHORT:
        return None
    at, text = number.hit.start, number.sentence.text
    begin = max((match.end() for match in _PART.finditer(text, 0, at)), default=0)
    told = _EXPLAINED.fullmatch(text, begin, at) if at - begin > _LEAST else None
    if told is None or not (told["number"] or number.state.breakdown):
        return None
    return label_of(told["label"], number.unit) if _NO_KIND.search(told["label"].replace("应主动公开", "")) is None else None


_NO_KIND = re.compile(r"公开|发布|渠道|方式|途径|平台|解读|回应")
"""一是政策解读，包括图解等，发布12条: another row, told the same way."""
_SHORT, _LEAST = 10, 8
