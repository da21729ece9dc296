"""What requests were about: 48件申请中，征地拆迁类31件，工程招标类9件，其他8件, where the kinds make up all that came."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, label_of, plain_number
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import spelled

_OPENS = re.compile(
    r"(?:^|[，,；;。：:（(]\s?)"
    r"(?:(?:上述|以上|这|在这|全部|所有)?\s?\d{1,5}\s?[件份宗条]\s?(?:政府信息公开|信息公开|公开)?申请(?:事项|件)?(?:当中|之中|[中里]|按[^，,。；;\d]{2,8})"
    r"|(?:其中|申请)?的?内容(?:分别|主要)?(?=涉及|有关|关于)|所?涉及?(?:的)?内容|就(?:申请)?内容而言|(?:从|按)?申请的?(?:信息|公开)?的?(?:内容|事项|类别)(?:来?看|[上中里]|分|划分|涉及)?)[，,：:]?"
)
_ITEM = re.compile(r"\s?(?P<label>[^，,、。；;：:\d（）()]{2,24}?)\s?(?P<number>\d{1,5}\s?[件份宗条])(?P<end>[，,、；;）)]|$)")
_ABOUT = re.compile(r"^(?:其中|以及|和)?(?:涉及|有关|关于|属于?|申请|内容)*|(?:的|方面的?|事项的?|问题的?)$")
_LEAST = 2
_NO_KIND = frozenset(
    ("当面", "传真", "信函", "网络申请", "网站", "按时办结", "延期办结", "结案", "同意公开", "部分公开", "不同意公开")
) | {
    "信息不存在", "非本机关", "已主动公开", "补正", "其他途径", "答复", "收到", "复议", "诉讼", "人们",
    "国家秘密", "商业秘密", "个人隐私",
}  # fmt: skip
"""Words of ways, answers and askers, which divide requests in other respects."""
_BEHIND = re.compile(
    r"\s?(?:有|另有?|其余|其他)?(?P<number>\d{1,5}\s?[件份宗条])(?:申请)?(?:的内容)?(?:分别)?(?:[是为系]|涉及)"
    r"(?:询问|咨询|关于|有关|涉及|申请(?:公开|获取)?|要求(?:公开|提供))?"
    r"(?P<label>[^，,、。；;：:\d（）()]{2,24}?)(?:使用|方面|情况|事项|问题)?的?(?:信息)?(?P<end>[，,、；;]|$)"
)
"""4件为医疗机构执业登记，3件为医疗事故鉴定; 有4份是询问民办学校审批材料的."""
_BY_SIDES = re.compile(r"(?:^|[，,；;。])\s?其中[：:]?(?=[^，,、。；;：:\d（）()]{2,20}(?:方面|类|领域)\s?\d)")
"""其中草场承包方面6件，危房补助方面3件."""


def contents_of(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The kinds of requests that a sentence counts, as parts of all received, where they add up to it; none otherwise."""
    text = sentence.text
    opens = _OPENS.search(text) if "申请" in text or "内容" in text else None
    opens = opens or (_BY_SIDES.search(text) if "其中" in text else None)
    if not (opens or _BEHIND.match(text)):
        return []
    received = next((one for one in reversed(claims) if one.code == "requests.received" and one.label is None), None)
    if received is None or sentence.start - received.end > _FAR or any(one.parent is received for one in claims):
        return []
    at = opens.end() if opens is not None else 0
    items = _items(sentence, at, received)
    values = [read_number(plain_number(item.raw)).value for item in items]
    whole = read_number(plain_number(received.raw)).value
    adds_up = whole is not None and sum(value for value in values if value is not None) == whole
    return items if len(items) >= _LEAST and adds_up and len({item.label for item in items}) == len(items) else []


_FAR = 400


def _items(sentence: Sentence, at: int, received: Claim) -> list[Claim]:
    """The kinds that follow one another from a place on; none where one of them is no kind."""
    items: list[Claim] = []
    while match := _ITEM.match(sentence.text, at) or _BEHIND.match(sentence.text, at):
        label = label_of(_ABOUT.sub("", match["label"]), "条")
        if label is None or _is_no_kind(match["label"]):
            return []
        start, end = (sentence.start + place for place in match.span("number"))
        items.append(Claim("requests.received", start, end, match["number"][-1], match["number"], parent=received, label=label))
        at = match.end()
    return items


def _is_no_kind(words: str) -> bool:
    """Whether words divide requests in another respect than what they asked for; 企业改制 names no asker."""
    said = {word for word, _ in spelled(words)}
    return bool(said & _NO_KIND - {"人们"}) or ("人们" in said and "~" not in said)
