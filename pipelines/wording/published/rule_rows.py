"""How many normative documents were made, told as the row of a form is filled in: 行政规范性文件：制发1，废止3，现行有效6.

The reader's wordings want the noun and its verb right before the number; here the noun is the topic of a list of what was done
to the documents, whose numbers may stand each behind its verb, in turn behind all of them, or once for all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.sentences import Sentence

_CODE = "normative_documents.issued"
_N = r"(?P<number>\d{1,4}|零|〇)\s?(?:件|份|个|部)?(?![\d%％年月日])"
_WHEN = r"(?:[全本当今该]年度?|年内|年度|20\d\d年度?|新|共|累计(?!至))*"
_MAKE = r"(?:制发|制定|制订|出台|印发|发布|发文|下发)"
_COUNTED = r"(?:的|了|(?:总|件|文件)?数量?|总量)*"
_NOUN = r"(?:行政)?规范性文件(?:类|的|制定|件数|数量?|管理|工作|情况|方面|一?项)*"
_TOPIC = rf"{_NOUN}[：:，,。\s]{{0,2}}(?:我[县市区镇乡局]|本[县市区镇乡局]|本机关|街道)?"
_IS = r"(?:总?共|[为是有计：:])*\s?"
_MADE = re.compile(rf"{_TOPIC}{_WHEN}{_MAKE}{_COUNTED}{_IS}{_N}")
_TRIPLE = re.compile(
    rf"(?<!规章：)(?<!规章)(?<!规章[，,])(?:^|[：:，,；;。])\s?{_WHEN}{_MAKE}{_COUNTED}{_IS}{_N}[，,、；;]\s?{_WHEN}(?:废止|失效){_COUNTED}{_IS}(?:\d{{1,4}}|零)"
)
"""制发0、废止0、有效1: what else is made, abolished and in force."""
_DONE = rf"{_WHEN}(?:废止|失效|修改|修订|现行有效|有效){_COUNTED}"
_VERBS = rf"{_WHEN}{_MAKE}{_COUNTED}[、和及与，]{_DONE}(?:[、和及与，]{_DONE})?"
_IN_TURN = re.compile(
    rf"{_TOPIC}{_VERBS}(?:[二两三]个?(?:数字?|数据|项|者)|[二两三]项)?(?:分别|依次|均|都|皆|全)(?:[为是有])?\s?{_N}"
)
_BARE = re.compile(
    rf"^\s{{0,2}}(?:[（(]?[一二三四五六七八九\d]{{1,2}}[）)、.．]\s?|[·●◆]\s?)?{_NOUN}[：:]?\s?{_N}件?(?:$|[；;，,])"
)
_NONE_MADE = re.compile(
    rf"{_TOPIC}{_WHEN}(?:无|未|没有|没|零|不曾){_MAKE}|{_NOUN}[^，,。；;（）()]{{0,24}}[）)]?(?:均|都|皆|全部)?(?:无发生|没有发生|未发生|未作出|没有作出)"
    rf"|{_MAKE}[、和及与](?:主动)?公[开布](?:行政)?规范性文件(?:情况|件?数量?)?[：:，,]?\s?(?:均|都|皆|全)(?:无|为[0零])"
    rf"|规范性文件(?:的)?(?:制定权|制发权|制定权限)[，,][^。；;]{{0,12}}{_MAKE}{_COUNTED}[为是：:]?\s?[0零]"
)
_BOTH = re.compile(
    rf"{_WHEN}{_MAKE}的\s?{_N}(?:行政)?规范性文件(?=[均都全已悉一])"
    rf"|规范性文件(?:的)?{_MAKE}(?:件?数|数量)?[、和及与]公[开布](?:件?数|数量)?[均都皆]?[为是]\s?{_N.replace('number', 'both')}"
)
"""制发的3件规范性文件均已公开: so many were made."""
_BESIDE = re.compile(
    rf"公[开布](?:行政)?规范性文件[^，,。；;\d]{{0,4}}\d{{1,4}}\s?[件份]?(?:[，,（(]\s?(?:与|占|和|同)|[（(])(?:20\d\d年度?|当年|本年度?|全年|今年)?(?:新)?{_MAKE}的?(?:总|件)?数?量?的?[（(为]?\s?{_N}"
)
"""公开规范性文件8件，与当年制发数8件一致."""
_OF_PAPERS = re.compile(
    rf"{_MAKE}(?:各类)?(?:公文|文件)[^。]{{0,80}}?(?:其中)?属于?(?:行政)?规范性文件的?(?:有|共)?\s?{_N}"
)
"""制发公文642件，…其中属于规范性文件的11件."""
_NOT_THIS = re.compile(r"起草|代拟|备案|报备|审[查核]|去年|上年|前年|历年|以来|累计至|部门(?!规章)|各单位")


def rows_of_rules(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim of how many normative documents were made that a sentence tells as a row; none where it was told before."""
    text = sentence.text
    if not ("规范性文件" in text or ("废止" in text and "有效" in text)) or any(one.code == _CODE for one in claims):
        return []
    for pattern in (_MADE, _IN_TURN, _TRIPLE, _BARE):
        found = pattern.search(text)
        if found and not _NOT_THIS.search(text[max(0, found.start() - 12) : found.end()]):
            return [_claim(sentence, *found.span("number"), zero=not found["number"].strip("0零〇"))]
    for pattern in (_BESIDE, _OF_PAPERS) if "规范性文件" in text else ():
        found = pattern.search(text)
        if found and not _NOT_THIS.search(found.group()):
            return [_claim(sentence, *found.span("number"), zero=not found["number"].strip("0零〇"))]
    both = _BOTH.search(text)
    if both and not _NOT_THIS.search(text[max(0, both.start() - 12) : both.end()]):
        which = "number" if both["number"] else "both"
        return [_claim(sentence, *both.span(which), zero=not both[which].strip("0零〇"))]
    none = _NONE_MADE.search(text)
    if none and not _NOT_THIS.search(text[max(0, none.start() - 12) : none.end()]):
        return [_claim(sentence, *none.span(), zero=True)]
    return []


_OUT_BEHIND = re.compile(
    rf"规范性文件{_MAKE}(?:件)?(?:数|数量)?[为是有：:]?\s?\d{{1,4}}\s?件?(?:[（(][^（）()]{{2,60}}[）)])?[，,；;、]\s?(?:主动)?公开(?:件)?(?:数|数量)[为是有：:]?\s?{_N}"
)
"""规范性文件制发数：2件；公开数：2件."""


def rows_out(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim of how many documents were published that stands right behind how many were made."""
    told = _OUT_BEHIND.search(sentence.text) if "规范性文件" in sentence.text else None
    code = "disclosure.normative_documents"
    if told is None or any(one.code == code for one in claims):
        return []
    zero = not told["number"].strip("0零〇")
    return [_claim(sentence, *told.span("number"), zero=zero, code=code)]


def _claim(sentence: Sentence, start: int, end: int, zero: bool, code: str = _CODE) -> Claim:
    raw = sentence.text[start:end]
    return Claim(code, sentence.start + start, sentence.start + end, "件", raw, weak=True, zero=zero)
