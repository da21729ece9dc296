"""How many normative documents were made or published, told in plain words of another build than a row's or a verb's.

The noun may come with what was done in brackets behind it (规范性文件（主动公开）：7件), the number before the noun and its verb
(5件规范性文件经常务会议审议通过并印发), or the documents as so many of all papers that went out (发文126件，其中规范性文件14件).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.sentences import Sentence

_MADE, _OUT = "normative_documents.issued", "disclosure.normative_documents"
_N = r"(?P<number>\d{1,4}|零|〇)\s?(?:件|份|个|部|条)?(?![\d%％年月日])"
_NOUN = r"(?:行政)?规范性文件"
_IS = r"(?:数量|总?数|信息|的)*(?:总?共|合计|计|[为是有仅只：:])*\s?"
_ITEM = r"\d[\d,.]{0,8}\s?[万余多]{0,2}[条件篇份个]"
_ENDS = r"(?=$|[，,。；;）)])"
_OUT_TOLD = (
    re.compile(rf"(?:无|没有|未)[^，,。；;\d]{{0,8}}{_NOUN}[，,]\s?(?:故|因此|所以)?(?:主动)?公开(?:数量?|条数|件数)(?:也|亦)?[为是：:]?\s?{_N}"),
    re.compile(rf"{_NOUN}[（(](?:已|依法)?(?:主动)?公开(?:数量?|情况)?[）)]{_IS}{_N}"),
    re.compile(rf"公开[^。；;]{{0,40}}信息[^，,。；;\d]{{0,6}}[\d,]{{1,9}}\s?条[，,（(]\s?(?:其中)?含(?:有)?{_NOUN}{_IS}{_N}"),
    re.compile(rf"(?:公开|上述|以上|其中|这些)[^。；;]{{0,24}}信息[^。；;]{{0,30}}[，,中里]\s?属于?{_NOUN}(?:类|范畴)?{_IS}{_N}"),
    re.compile(
        rf"{_NOUN}[^，,。；;\d]{{0,10}}(?:均|都|已|全部)[^，,。；;\d]{{0,6}}公开[，,]\s?(?:[今本当]年度?|年内|全年|20\d\d年度?)(?:新增|新|共)*公开(?:了)?{_N}"
    ),
)
_OUT_AMONG = (
    re.compile(
        rf"(?:公开|发布|公布)[^。；;]{{0,60}}文件\s?\d[\d,]{{0,6}}\s?[件份个][，,（(]\s?其中[，,：:]?(?:属于?|含)?{_NOUN}{_IS}{_N}"
    ),
    re.compile(
        rf"(?:公开|发布|公布)了?[^，,。；;\d]{{0,20}}{_ITEM}(?:、[^，,。；;、\d]{{2,20}}{_ITEM}){{0,5}}[、，,和及]{_NOUN}{_N}"
    ),
)
"""公开市政府文件62件，其中规范性文件9件; 发布公告12条、规范性文件5件."""
_OUT_AT_ONCE = re.compile(
    rf"[将把对][^，,。；;\d]{{0,12}}{_N}{_NOUN}(?:[^，,。；;\d草审]{{0,10}})(?:公开|公布)(?:了|出去)?{_ENDS}"
)
"""及时将新出台的8件规范性文件向社会公开."""
_NONE_OUT = re.compile(
    rf"(?:^|[，,；;。：:、])(?:[全本今当]年度?|年内|20\d\d年度?|目前|暂|[我本](?:[县市区镇乡局]|机关|单位)|也|亦)*"
    rf"(?:(?:无|没有|未有){_NOUN}(?:需要?|应当?|可)?(?:主动)?公开|(?:未|没有)(?:主动)?公开(?:过)?(?:任何|新的?)?{_NOUN}){_ENDS}"
)
"""当年无规范性文件主动公开, 未公开规范性文件."""
_NEITHER = re.compile(
    rf"{_NOUN}[^，,。；;\d]{{0,10}}[，,]?[^，,。；;\d]{{0,6}}(?:没有|未|无)(?:新?(?:制发|制定|出台|印发))(?:过)?[、，,]\s?"
    rf"(?P<out>(?:也|亦)?(?:没有|未|无)(?:新?(?:主动)?公[开布])){_ENDS}"
)
"""规范性文件方面当年没有制发、没有公开."""
_MADE_TOLD = (
    re.compile(
        r"(?:制发|印发|发文|下发)(?:了|各类|各种)*(?:公文|文件|政策文件)?(?:共|总计|合计|计)?\s?\d[\d,]{0,6}\s?[件份个][，,（(]\s?"
        rf"(?:其中)?[，,：:]?(?:属于|属)?{_NOUN}{_IS}{_N}"
    ),
    re.compile(
        rf"(?:^|[，,；;。]|[全今本]年度?|年内|20\d\d年度?|共有?|有)(?P<number>\d{{1,4}})\s?[件份个部]{_NOUN}(?!草案|初稿|征求)"
        r"(?:经|获|已|先后|顺利)[^，,。；;\d]{0,24}?(?:印发|出台|颁布|施行|实施|发布)(?:了|实施|执行)?" + _ENDS
    ),
)
_NOT_THIS = re.compile(r"起草|代拟|备案|报备|审[查核]|去年|上年|前年|以来|累计|各单位|采用|采纳|拟|计划")


def rules_told(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of how many documents were made and published that a sentence tells so, where none told it before."""
    text = sentence.text
    if "规范性文件" not in text or sentence.section.plan:
        return []
    made = _first(sentence, _MADE_TOLD, _MADE) if all(one.code != _MADE for one in claims) else None
    out = _first(sentence, (*_OUT_TOLD, *_OUT_AMONG, _OUT_AT_ONCE), _OUT) if all(one.code != _OUT for one in claims) else None
    return [one for one in (made, out) if one is not None]


def none_out(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The zero of a sentence that says that no document was published; none where another told how many were."""
    if "规范性文件" not in sentence.text or sentence.section.plan or any(one.code == _OUT for one in claims):
        return []
    return _none_out(sentence)


def _first(sentence: Sentence, patterns: Sequence[re.Pattern[str]], code: str) -> Claim | None:
    for pattern in patterns:
        told = pattern.search(sentence.text)
        if told and not _NOT_THIS.search(sentence.text[max(0, told.start() - 12) : told.end()]):
            return _claim(sentence, *told.span("number"), code, zero=not told["number"].strip("0零〇"))
    return None


def _none_out(sentence: Sentence) -> list[Claim]:
    neither = _NEITHER.search(sentence.text)
    none = neither or _NONE_OUT.search(sentence.text)
    if none is None or "对" in sentence.text[: none.start()][-6:]:
        return []
    return [_claim(sentence, *none.span("out" if neither else 0), _OUT, zero=True)]


def _claim(sentence: Sentence, start: int, end: int, code: str, zero: bool) -> Claim:
    raw = sentence.text[start:end]
    lead = len(raw) - len(raw.lstrip("，,；;。：:、 "))
    at = sentence.start + start + lead
    return Claim(code, at, sentence.start + end, "件", raw[lead:], weak=True, zero=zero)
