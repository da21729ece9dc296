"""Zeros told beside a count or beside another zero: 当面3件，其他方式没有, 无一被纠错, 没有延期答复, 诉讼亦然, 申请：尚为空白."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import spelled, unnumbered
from pipelines.wording.zeros.accounts import no_accounts
from pipelines.wording.zeros.denied import denied
from pipelines.wording.zeros.of_items import none_disclosed
from pipelines.wording.zeros.of_office import none_of_office
from pipelines.wording.zeros.of_requests import none_of_requests

_SIGNED = re.compile("没|未|不设|无|零|亦然|如此|一样|空白|空缺|暂缺|为0|是0")
"""Every clause read here has one of them."""
_CLAUSE = re.compile(r"[^，,。；;（）()]+")
_LONGEST = 40
_NONE = r"(?:[都均也皆亦则]|全都|一概|统统)*(?:没有|为零|为0|是零|是0|没)(?:人|人用|人使用)?"
_OTHER_WAYS = re.compile(
    rf"(?:别的|其[他它余]|另外的?)(?:申请)?(?:方式|途径|渠道|形式)的?(?:提交|提出)?的?(?:申请)?(?:{_NONE}|[都均也]?无(?:人使用|人采用|申请)?)"
    r"|(?:没有|无)(?:人)?(?:采用|使用|通过|以)?(?:别的|其[他它])(?:方式|途径|渠道|形式)(?:提交|提出)?的?(?:申请)?"
)
_WAYS = {
    "当面": "requests.received_in_person", "传真": "requests.received_fax", "网络申请": "requests.received_online",
    "网站": "requests.received_online", "信函": "requests.received_letter",
}  # fmt: skip
_NAMED_WAYS = re.compile(rf"(?P<ways>.{{2,24}}?)(?:{_NONE}|[都均也]?无人?(?:使用|采用|问津|提出|提交)?)")
_NO_WAYS = re.compile(r"(?:没有|没|无)人?(?:通过|采用|使用|用|以|发|来|走|到)*(?P<ways>.{2,16}?)(?:的|方式的?|申请)?件?")
"""没有寄信的，没有发传真的."""
_NOR = re.compile(r"、(?:也|亦)?(?:没有|无|没)(?:人)?")
_SETTING = frozenset(("", "申请", "依申请", "收到", "引起", "人们", "均"))
_CORRECTED = re.compile(
    r"(?:[均都皆也亦从]|全部|同样|尚(?=未(?:发生|出现)))?(?:无一(?:[件起宗例])?|没有|未有?|无)(?:发生|出现|存在)?(?:任何|一[件起宗例])?(?:案件)?(?:被|因此|因而)?(?:复议机关|法院)?(?:依法)?(?:判决?|责令)?"
    r"(?:纠错|纠正|败诉|撤销)的?(?:案件|情况|情形|现象)?"
    rf"|(?:被)?(?:依法)?(?:判决?)?(?:纠错|纠正|败诉|撤销)(?:的(?:案件)?{_NONE}|(?:案件|数量?)?[：:为]?(?:无|零|没有))"
)
_EXTENDED = re.compile(
    r"(?:也|亦|均|都)?(?:没有|无一?|未有|未出现|不存在|没)(?:一?[件宗]|申请|任何)?(?:需要?|经|被)?(?:延期|延长)(?:答复|办结|办理|回复|期限|答复期限)?的?(?:申请|情况|情形|现象|件)?"
)
_LIKEWISE = re.compile(r"(?P<what>.{2,16}?)(?:方面)?(?:亦|也|同样)?(?:亦然|是?如此|是?一样|同样如此)的?")
_BLANK = re.compile(
    r"(?!.{0,20}(?:填补|弥补|消除|制度|领域))(?P<what>.{2,30}?)(?:这?一项|方面)?[：:]?(?:本年度?|今年|全年|目前|至今|迄今)?(?:还|仍|尚|依然|依旧)?(?:为|是|处于|属)?(?:一片)?空白(?:状态)?"
)
_PAST = ("去年", "上年", "前年", "上一年", "原来", "原先", "从前", "以前", "早先")


def denied_besides(sentence: Sentence, claims: Sequence[Claim], year: int | None, names: tuple[str, ...]) -> list[Claim]:
    """The zeros that a sentence tells beside what it counted or denied; `claims` are those of the report so far."""
    text = sentence.text
    accounts = [*no_accounts(sentence, claims), *none_of_requests(sentence, claims), *none_disclosed(sentence, claims, names)]
    if sentence.section.hotline or not _SIGNED.search(text):
        return accounts
    here = [claim for claim in claims if claim.start >= sentence.start and claim.label is None]
    found: list[Claim] = []
    for clause in _CLAUSE.finditer(text):
        words = unnumbered(clause.group()).strip()
        if len(words) > _LONGEST or words.startswith(_PAST) or not _SIGNED.search(words):
            continue
        at = sentence.start + clause.start()
        before = [claim for claim in here if claim.start < at]
        said = text[: clause.start()]
        for code in (*_codes(words, before, claims, sentence, said, year, names), *none_of_office(words, said, sentence)):
            if not any(claim.code == code for claim in (*claims, *found)):
                found.append(Claim(code, at, at + len(clause.group()), "", clause.group(), zero=True, said="公开" in words))
    return [*found, *accounts]


def _codes(
    words: str, before: Sequence[Claim], claims: Sequence[Claim], sentence: Sentence, printed: str, year: int | None,
    names: tuple[str, ...],
) -> Iterator[str]:  # fmt: skip
    """The codes that one clause makes zero, by what was claimed before it in its sentence."""
    ways = [claim.code for claim in before if claim.code in _WAYS.values()]
    if ways and _OTHER_WAYS.fullmatch(words):
        yield from dict.fromkeys(code for code in _WAYS.values() if code not in ways)
    elif _counted(before, "requests.") or "申请" in sentence.section.topics:
        yield from _ways_of(words)
        if "延" in words and _counted(before or claims[-_NEAR:], ("requests.", "replies.")) and _EXTENDED.fullmatch(words):
            yield "requests.completed_extended"
    if _CORRECTED.fullmatch(words):
        family = next((claim.code.partition(".")[0] for claim in reversed(before) if claim.code in _CASES), None)
        if family and _counted(before, family):
            yield f"{family}.corrected"
    same = _LIKEWISE.fullmatch(words) if any(claim.zero for claim in before[-_LAST:]) else None
    blank = _BLANK.fullmatch(words) if "空白" in words else None
    told = same or blank
    if told:
        yield from denied(told["what"].rstrip("则也亦"), "", printed, sentence.section, year, names)[0]


_CASES = ("review.total", "litigation.total")
_LAST, _NEAR = 3, 6


def _counted(before: Sequence[Claim], family: str | tuple[str, ...]) -> bool:
    """Whether some of a family were counted, and not none."""
    mine = (claim for claim in before if claim.code.startswith(family) and not claim.zero)
    return any(amount_of(claim.raw) for claim in mine)


def _ways_of(words: str) -> list[str]:
    """The ways of asking that a clause says nobody took: 当面的、来信的、传真的都没有, 传真、网络两种途径均无人使用."""
    named = _NO_WAYS.fullmatch(words) or _NAMED_WAYS.fullmatch(words)
    said = spelled(_NOR.sub("、", named["ways"])) if named else ()
    codes = [_WAYS[word] for word, _ in said if word in _WAYS]
    others = sum(len(text.strip("、的和及与交递提来寄")) for word, text in said if word not in _WAYS and word not in _SETTING)
    return list(dict.fromkeys(codes)) if codes and not others else []
