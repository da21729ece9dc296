"""What was charged, by any words that say that money was taken: 图纸复制收费2460元, 1至3月已收取680元，4月起停征."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.wording.claims import Claim
from pipelines.wording.cues import OTHER_FEES, SPENT, SUM
from pipelines.wording.evidence import STRANGE
from pipelines.wording.second.nothing import names_fees, of_charges_by_law
from pipelines.wording.second.pieces import Piece, pieces_of_year
from pipelines.wording.sentences import Sentence

_TAKEN = re.compile(r"收(?!入|件|到申请)|费|[交缴](?=了|纳|$)")
_NOT_TAKEN = re.compile(
    r"每|标准(?!收)|减免?|免|退|罚|不超过|上限|应[收缴]|经费|花|预算|不[收再]|未|没|起征|补贴|补助|事业性|代收|价格|自付|自理|到付|垫付|人均|专项|工资|广告"
)
_WAIVED = re.compile(r"减免?|免|退")
_PART = re.compile(r"\d\s?月|季度|半年")
_ENDED = re.compile(r"停[征收]|停止(?:收|执行)|取消|不再收|免[征收]")
_HALF = re.compile(r"[上下]半年")
"""上半年收取210元，7月起停收: what was taken in half a year is all that was."""
_OF_COPIES = re.compile(r"检索|复[制印]|邮寄|处理费|打印")
_YEAR = re.compile(r"全年|本年度?|年内|收入|实收")
_NAMED = re.compile(r"([一-龥]{0,4})费(?!用)")
_OURS = re.compile(
    r"(?:检索|复制|复印|邮寄?|工本|成本|打印|(?<!垃圾)(?<!污水)处理|材料|资料|快递|图纸|扫描|光盘|纸张"
    r"|[收取减免等了]|的|^)$"
)
"""What fees for information are called; 检验检测费 is another."""
_OTHER_PAPERS = re.compile(r"身份证|户口|证照|执照|驾驶证|行驶证|护照|窗口受理|公证|登记|办证|许可|鉴定|测绘|罚没")
_TOO_MUCH = 1_000_000
"""No body takes so many yuan for copies."""
_LONGEST = 30


def charged_in(sentence: Sentence, year: int | None) -> Iterator[Claim]:
    """The claims of the money that a sentence says was taken for information."""
    text = sentence.text
    if "元" not in text or not _TAKEN.search(text) or sentence.section.hotline or OTHER_FEES.search(text):
        return
    if _OTHER_PAPERS.search(text):
        return
    if of_charges_by_law(sentence):
        return
    lead = ""
    ended = "半年" in text and _ENDED.search(text) is not None
    for piece in pieces_of_year(sentence._replace(text=_HALF.sub("   ", text)) if ended else sentence, year):
        rest = _YEAR.sub("", piece.words)
        amount = _AMOUNT.fullmatch(piece.words) if "费" in lead else None
        if amount and not amount["paid"] and _PAID_BEHIND.search(text, piece.end):
            continue  # 总金额1800元，实际收取1600元
        summed = piece.mark == "，" and bool(piece.words) and bool(not rest or SUM.fullmatch(rest) or amount)
        if piece.hit is not None and piece.hit.unit.endswith("元") and _is_taken(piece, lead if summed else _with_noun(piece)):
            yield piece.claim("fees.collected")
        lead = lead if piece.hit and not (_TAKEN.search(piece.words) or _WAIVED.search(piece.words)) else piece.words


_SINGLE = re.compile(
    r"(?:检索|复[制印]|邮寄|打印|快递|工本)费(?:用)?(?:[共各约]|合?计|为|是|[：:])?\s?(?P<much>\d[\d,，.]{0,9})\s?元"
)


def without_single_charges(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without those of single charges, where a sentence counts several: 复印费12元，邮寄费20元. A sum stands."""
    if sentence.text.count("元") < 2 or "费" not in sentence.text:
        return claims
    single = {sentence.start + told.start("much") for told in _SINGLE.finditer(sentence.text)}
    if len(single) < 2:
        return claims
    return [claim for claim in claims if claim.code != "fees.collected" or claim.start not in single]


def _with_noun(piece: Piece) -> str:
    """The words before a sum of money with the charge that may follow it: 只交了12元复印费."""
    noun = _BEHIND.match(piece.behind)
    return piece.words + (noun.group() if noun else "")


_MOSTLY = re.compile(
    r"[，,]\s?(?:大?多|都|均|主要|全部?|全都)?(?:是|为|系)[^，,。；;\d]{0,8}(?:复制|复印|检索|邮寄|工本)(?:的)?费用?(?=[，,。；;]|$)"
)
"""合计1864元，多是图纸复制费."""
_BEHIND = re.compile(r"(?:的)?(?:检索|复制|复印|邮寄|工本|成本|打印|快递)费")


def _is_taken(piece: Piece, words: str) -> bool:
    """Whether words say that money was taken, and that the piece's number is how much."""
    section = piece.sentence.section
    if "亿" in piece.printed or (piece.value or 0) >= _TOO_MUCH:
        return False
    words = words[-_LONGEST:]
    if SUM.fullmatch(piece.words) and _MOSTLY.match(piece.sentence.text, piece.end) and not STRANGE.search(words):
        return not _NOT_TAKEN.search(words)
    named = _TAKEN.search(words) or ("费用" in section.topics and _OF_COPIES.search(words))  # 复印240页，计120元
    if not named or _WAIVED.search(piece.behind) or _NOT_TAKEN.search(words) or SPENT.search(words):
        return False
    if any(not _OURS.search(kind) for kind in _NAMED.findall(words)):
        return False
    if piece.behind.startswith(("/", "每", "的", "／")):
        return False
    if _PART.search(words) and not _ENDED.search(piece.sentence.text):
        return False
    if "费用" in section.topics or _NOTICE.search(piece.sentence.text[: piece.start]):
        return True
    fees = _OF_COPIES.search(words) is not None or names_fees(_SUMMED.sub("", words))
    return fees and not STRANGE.search(_WAIVED_TOO.sub("", piece.sentence.text))


_AMOUNT = re.compile(r"(?:收取的?)?(?:总金额|金额|总额)(?:共?计|为)?|(?P<paid>(?:实际|实)收取?(?:的?总?金额)?(?:为)?)")
_PAID_BEHIND = re.compile(r"实际?收取?(?:的?总?金额)?为?\s?\d")
_NOTICE = re.compile(r"申请人[^。；;]{0,8}收费通知[^。；;]{0,12}$")
"""向2名申请人发出收费通知，收取460元."""
_SUMMED = re.compile(r"合计|共计|总计|累计")
_WAIVED_TOO = re.compile(r"[，,；;]\s?[^，,。；;\d]{0,10}(?:减免|免收|免除)[^，,。；;]{0,14}")
"""收费92元，低保户免收15元: who paid nothing is no other matter."""
