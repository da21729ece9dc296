"""What requests were about: 涉及征地批文的有20件, 申请宅基地档案的31件, 4件是有关拆迁的信息. Parts of all that came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from pipelines.wording.claims import Claim, label_of
from pipelines.wording.context import Number
from pipelines.wording.cues import AFTERWARDS, CONTENTS, OF_OTHERS
from pipelines.wording.lists.parts import LEAST, value_of
from pipelines.wording.sentences import Sentence

_FAR = 240
"""Characters from the count of requests to what they were about."""
_MANY = 40

_SIGNED = re.compile("涉及|申请|关于|有关|要求")
_NUMBER = r"\d{1,5}\s?[件宗起份例]"
_ON = r"(?:(?<!因)(?<!因为)(?<!系)涉及|关于|有关|申请(?:公开|获取|查询|了解)?|要求(?:公开|提供|获取))(?:有关|关于|的[是为有])?"
_TAIL = r"(?:方面|情况|内容|事项|问题)?(?:的?(?:政府)?信息)?的?(?:申请)?(?:[共有为是达]|约)*"
_BEHIND = re.compile(rf"{_ON}(?P<label>[^，,。；;、：:\d（）()]{{2,24}}?){_TAIL}\s?(?P<number>{_NUMBER})")
_BEFORE = re.compile(
    rf"(?P<number>{_NUMBER})(?:申请)?(?:主要)?(?:是|为|系|属)?{_ON}(?P<label>[^，,。；;、：:\d（）()]{{2,24}}?){_TAIL}(?=[，,。；;、]|$)"
)
_NEXT = re.compile(rf"\s?[，,、；;和及]\s?(?P<label>[^，,。；;、：:\d（）()]{{2,16}}?){_TAIL}\s?(?P<number>{_NUMBER})")
_NO_SUBJECT = re.compile(
    r"^(?:人|数|量|内容|方式|总|时|表|书|办|答|受|的)|秘密|隐私|安全|商业|不存在|本机关|补正|答复|重复|信访|个人|公民|法人|组织|自然人"
    r"|减免|免费|收费|费用|延期|撤|更正|调解|仲裁|诉|复议|部门|当面|网[络上站]|信函|邮|传真|书面|电话|公开$|信息$|工作$|窗口|填|寄|来$"
)
"""Answers, ways and people: what no request is about."""


def subjects_of(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The parts of the requests by what they asked for that a sentence tells; none where they are more than the requests.

    Few words say so (申请…的3件), so that two subjects are wanted, or all of the requests, or a clause that speaks of contents.
    """
    text = sentence.text
    if not _SIGNED.search(text):
        return []
    counted = [one for one in claims if one.code == "requests.received" and one.label is None]
    received = next((one for one in reversed(counted) if not one.weak), counted[-1] if counted else None)
    if received is None or received.zero or sentence.start - received.end > _FAR:
        return []
    whole = value_of(received)
    found = _items(sentence, received)
    here = (claim for claim in claims if claim.start >= sentence.start)
    taken = {claim.start: claim for claim in here if claim.label is not None or not (claim.weak and claim.code == received.code)}
    if any(claim.start in taken and taken[claim.start].label is None for claim in found):
        return []
    values = [value_of(claim) for claim in found]
    summed = sum(value or 0 for value in values)
    if not whole or not found or None in values or summed > whole or len({claim.label for claim in found}) < len(found):
        return []
    by_contents = CONTENTS.search(text, 0, found[0].start - sentence.start) is not None
    if not (by_contents or (len(found) >= LEAST and (summed == whole or _BEHIND.search(text) is not None))):
        return []
    return [claim for claim in found if claim.start not in taken]


def _items(sentence: Sentence, received: Claim) -> list[Claim]:
    """The counts of a sentence behind that of the requests which say what was asked for, in order."""
    text = sentence.text
    begin = max(0, received.end - sentence.start)
    pattern = _BEHIND if _BEHIND.search(text, begin) else _BEFORE
    found: list[Claim] = []
    for match in islice(pattern.finditer(text, begin), _MANY):
        item: re.Match[str] | None = match
        while item is not None and len(found) < _MANY:
            label = label_of(item["label"], "件")
            if label is None or _NO_SUBJECT.search(label):
                break
            start, end = (sentence.start + at for at in item.span("number"))
            if not found or start > found[-1].start:
                found.append(Claim(received.code, start, end, item["number"][-1], item["number"], parent=received, label=label))
            item = _NEXT.match(text, item.end()) if pattern is _BEHIND else None
    return found


_PERSONS = re.compile(r"公民|自然人|个人")
_BODIES = re.compile(r"^\s?\d{1,5}\s?[件份宗][，,、；;和及]\s?(?:企业)?(?:法人|其他组织|社会组织)[^，,。；;\d]{0,12}\s?[1-9]")
_OTHER_WAY = re.compile(r"(?:当面|现场|网[上络]|在线|传真|电子邮件|口头(?!询问|咨询|答|解))[^，,。；;\d]{0,14}\s?\d")
_BY_WHOM = re.compile(
    r"(?:其中|有|、)*(?:公民|个人|自然人|法人|企业|商业企业|社会公众)(?:个人|[和或及、]?其他组织)?"
    r"(?:提出|提交)?的?(?:信息公开)?申请(?:有|为)?"
)
_ALL_ASKED = re.compile(r"申请[^，,。；;\d]{0,6}\d")


def some_of_them(words: str, text: str, at: int) -> bool:
    """Whether a count of requests is of one way or one kind of applicant: 书面申请4件、当面申请2件, 申请12件，公民申请9件."""
    if _PERSONS.search(words) and _BODIES.search(text[at:]):
        return True  # 公民申请120件，法人申请16件: neither is all
    if "书面" in words and _OTHER_WAY.search(text):
        return True
    return _BY_WHOM.fullmatch(words) is not None and _ALL_ASKED.search(text, 0, at) is not None


_KEPT_FILES = re.compile(r"[^，,。；;\d申请]{0,14}(?:文件|公文|材料|档案)[^，,。；;\d申请]{0,6}(?:不予|不|免予)公开")


def kept_back(number: Number) -> bool:
    """Whether what was not disclosed are documents that nobody asked for: 另有116条维稳方面文件不予公开."""
    told = _KEPT_FILES.match(number.sentence.text, number.hit.end) if number.unit in "条份篇" else None
    return told is not None and "申请" not in number.words


ASKED_FOR = re.compile(r"(?:申请人?|要求|请求)(?:公开|获取|提供|了解)")


_AT_ONCE = re.compile(r"其中[^，,]{0,4}(?:当[日天场]|即时|现场|提前)")


def no_answer(code: str, number: Number) -> bool:
    """Whether answers are of another matter, or not the last ones: 信访答复48件, 一件退回补正，补正后公开."""
    if code == "replies.total":
        if number.words.startswith("其中") and _AT_ONCE.match(number.words):
            return True  # 按期答复28件，其中当日答复6件
        return OF_OTHERS.search(number.words) is not None and "申请" not in number.words
    amended = code == "replies.amendment_requested" and "补正" in number.right
    return amended and AFTERWARDS.search(number.sentence.text, number.hit.end) is not None


_MADE = re.compile(
    r"(?:制作|获取|产生|形成|生成)(?:[、和或及与并]|了|的|各类|制作|获取|保存|政府|政务)*(?:政府|政务)?信息(?:总?[数量]|总数|共|计|有|为|达)*"
)
_ALL_OUT = re.compile(r"[，,]\s?(?:均|都|全部|全都|悉数)(?:已|依法|及时)*(?:主动|对外|向社会)*公开")
_WITH_ANOTHER_KIND = re.compile(r"(?:法规|文件|公告|动态|标准)(?:[与和及、]|以及)(?:政策)?解读(?:信息|类信息)?(?:有|为|共)*")


def of_more_than(code: str, number: Number) -> bool:
    """Whether a count is of more than what a code counts: 制作、获取的政府信息64条, 政策法规与政策解读37条."""
    if code == "response.policy_interpretations":
        return _WITH_ANOTHER_KIND.search(number.words) is not None
    made = _MADE.search(number.words) if code == "disclosure.total" and "信息" in number.words else None
    if made is None or made.end() != len(number.words):
        return False
    return _ALL_OUT.match(number.sentence.text, number.hit.end) is None
