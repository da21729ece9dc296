"""How many of the documents just counted were published, told behind in any words: 2件都在20日内公开, 公开率百分之百."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.counts import Hit, hits
from pipelines.wording.sentences import Sentence

_MADE, _OUT = "normative_documents.issued", "disclosure.normative_documents"
_FURTHEST, _CLAUSES = 90, 3
_TITLES = re.compile(r"[（(][^（）()]{0,80}[）)]|(?:即|分别是|名称为|为)?《[^《》]{1,60}》[、和及]?")
_CLAUSE = re.compile(r"[，,]")
_ENDS = re.compile(r"[；;。]")
_PUBLISHED = re.compile(
    r"(?:公开|公布|挂网|上网|公之于众|发布)(?=$|了|并|[的到]?\d|率|[完到]|[（(]|出去|出来)"
    r"|(?:上了?|发在|登在|挂在?)[^，,]{0,12}(?:网站?|公报)"
)
_OTHERS = re.compile(
    r"(?:同时|其中|截[至止][^，,]{0,12}|目前)?(?:现行有效|继续有效|保留)(?:的)?(?:行政)?(?:规范性文件)?(?:共|为|有)?\s?\d"
)
"""制发8件，废止5件，现行有效61件，均已公开: those in force are what is meant."""
_THAT_IS = re.compile(r"(?:即|也就是|计|共|为)\s?\d{1,3}\s?[件份个]")
_SURE = re.compile(
    r"^(?:规范性文件|其|也|并且?|且)*(?:均|都|全部?|悉数|一律|皆|已|同步|及时|即时?|按[时期]|并|同时|第一时间|也|无一例外|件件|份份)"
)
_ALL = re.compile(r"均|都|全|悉数|一律|皆|件件|份份")
_NOT = re.compile(
    r"未|没|不|无(?!一例外)|待|尚|拟|将|征求|意见|解读(?!.*公开)|信息(?!公开[栏平网])|公开工作|听证|人[次大]|培训|会议|起草|部分"
)
_NONE = re.compile(
    r"(?:也就?|故|因此|自然|更)?(?:没有|未|无)(?:相应|任何|可|的)*(?:规范性文件)?(?:可)?(?:主动)?(?:公开|公布)"
    r"|(?:主动)?公开(?:规范性文件)?(?:件?数|数量)?(?:也|亦|均|都)?(?:为|是)?\s?(?:0|零)\s?[件份]?"
)
_BOTH_NONE = re.compile(
    r"规范性文件(?:的)?(?:制发|制定|出台|印发)(?:件?数|数量)?[、和及与]公[开布](?:件?数|数量)?(?:均|都|皆)?(?:为|是)\s?(?:0|零)"
    r"|(?:制发|制定|出台|印发)[、和及与](?:主动)?公[开布](?:行政)?规范性文件(?:情况|件?数量?)?[：:，,]?\s?(?:均|都|皆|全)(?:无|为[0零])"
    r"|规范性文件(?:方面|情况)?[，,：:]?\s?(?:[当全今本]年度?|年内)*(?:既|均|都)?(?:没有|未|无)(?:制发|制定|出台|印发)[、，,]?\s?(?:[也亦])?(?:没有|未|无)公[开布](?=[，,；;。]|$)"
)
_NONE_AT_ALL = re.compile(
    r"(?:没有|未|无)(?:新?(?:制发|制定|出台|印发))过?(?:任何|行政)*规范性文件[，,]\s?"
    r"(?P<out>(?:也就?|故|因此|自然)?(?:没有|未|无)(?:规范性文件)?(?:可)?公[开布]|公开(?:规范性文件)?(?:件?数|数量)?(?:也|均)?[为是]\s?[0零])"
)
"""没有制发规范性文件，公开数为0."""
_AND_OUT = re.compile(r"(?:制发|制定|出台|印发)(?:并|和|、)(?:及时|同步|全部)?(?:公开|公布)(?:了)?(?:行政)?规范性文件(?:共)?\s?$")
"""制发并公开规范性文件3件."""
_AMONG = re.compile(
    r"(?:上述|以上|这些|公开的|全部|[\d,]{1,7}条)[^，,。；;]{0,8}信息(?:里|中|当中|里面|之中)?[，,：:]?"
    r"(?:属于|属|其中)?(?:行政)?规范性文件(?:类|信息|共|有|为|是|计)*\s?"
)
"""在上述信息里，规范性文件有3条: some of what was disclosed."""


def rules_out(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim of how many of the documents made were published; none where it was told before."""
    text, start = sentence.text, sentence.start
    named = "规范性文件" in text
    here = [one for one in claims if one.code == _MADE and one.start >= start]
    if not (here or named) or any(one.code == _OUT for one in claims):
        return []
    if here and _AND_OUT.search(text, 0, here[-1].start - sentence.start):
        base = here[-1]
        return [Claim(_OUT, base.start, base.end, base.unit, base.raw, weak=True, judged=True)]
    both = _BOTH_NONE.search(text) if named else None
    nothing = _NONE_AT_ALL.search(text) if not both and named else None
    if nothing:
        return [_claim(sentence, nothing.start("out"), nothing["out"], zero=True)]
    if both:
        return [_claim(sentence, both.start(), both.group(), zero=True)]
    if not here:
        return _among(sentence) if "信息" in text else []
    base = here[-1]
    at = base.end - sentence.start
    if base.zero:
        none = next((clause for clause in _CLAUSE.split(text[at:])[:_CLAUSES] if _NONE.fullmatch(clause.strip())), "")
        return [_claim(sentence, at + text[at:].index(none), none, zero=True)] if none else []
    return _behind(sentence, base, at)


def _behind(sentence: Sentence, base: Claim, at: int) -> list[Claim]:
    text, begin, rate = sentence.text, at, False
    rest = _ENDS.split(_TITLES.sub(lambda title: "，" * len(title.group()), text[at : at + _FURTHEST]))[0]
    for clause in _CLAUSE.split(rest):
        start, begin = begin, begin + len(clause) + 1
        words = clause.strip()
        if rate and _THAT_IS.fullmatch(words):  # 公开率百分之百，即7件
            return _of_clause(sentence, base, clause, start)
        rate = "公开率" in words
        if _OTHERS.match(words):
            return []
        if not words or not _PUBLISHED.search(words):
            continue
        if _NOT.search(words.partition("并配")[0]):
            return []
        if found := _of_clause(sentence, base, clause, start):
            return found
    return []


def _of_clause(sentence: Sentence, base: Claim, clause: str, start: int) -> list[Claim]:
    """What a clause says of the documents: so many of them, or all."""
    whole = amount_of(base.raw)
    counted = [hit for hit in hits(clause) if hit.unit in ("件", "份", "个", "部", "-")]
    if counted and "除" in clause[: counted[0].start] and "外" in clause[counted[0].end :]:
        return []  # 除2件涉密外均已公开
    if counted:
        raw = clause[counted[0].start : counted[0].end]
        return [_claim(sentence, start + counted[0].start, raw)] if amount_of(raw) <= whole else []
    others: Sequence[Hit] = hits(clause)
    if others:  # 同步公开并配发解读1篇
        clause = clause[: max(0, clause.rfind("并", 0, others[0].start))]
        others = [] if _PUBLISHED.search(clause) else others
    sure = _SURE.match(clause.strip()) and (whole == 1 or _ALL.search(clause))
    if others or not sure:
        return []
    return [Claim(_OUT, base.start, base.end, base.unit, base.raw, weak=True, judged=True)]


def _among(sentence: Sentence) -> list[Claim]:
    found = _AMONG.search(sentence.text)
    hit = next((one for one in hits(sentence.text) if found and one.start == found.end()), None)
    return [_claim(sentence, hit.start, sentence.text[hit.start : hit.end])] if hit and hit.unit in ("条", "件", "份") else []


def _claim(sentence: Sentence, start: int, raw: str, zero: bool = False) -> Claim:
    return Claim(_OUT, sentence.start + start, sentence.start + start + len(raw), "件", raw, weak=True, zero=zero)
