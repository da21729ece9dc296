"""What is told behind a count: why requests were refused, how a single one came and was answered, how a single case ended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, amount_of, plain_number
from pipelines.wording.counts import hits
from pipelines.wording.cues import AFTERWARDS
from pipelines.wording.evidence import STRANGE
from pipelines.wording.requests.keywords import REASONS as KEYWORDS
from pipelines.wording.requests.keywords import ending_of, reason_of
from pipelines.wording.requests.told import ANSWERS, REPLIED, RESULTS, ROUTES
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import spelled

REASONS = {
    "国家秘密": "replies.refused_state_secret", "商业秘密": "replies.refused_trade_secret",
    "个人隐私": "replies.refused_privacy", "三安全": "replies.refused_security",
    "非政府信息": "replies.refused_not_government_information", "其他情形": "replies.refused_other_legal",
}  # fmt: skip
_BASES = (
    "replies.refused", "requests.received", "applications.new", "review.total", "litigation.total", "requests.completed",
)  # fmt: skip
_WHY = re.compile(
    r"(?:(?:不同意公开|不予公开|不公开|(?:没有|未)(?:予|同意)?公开)(?:者|的)?)?\s?[，,（(：:]\s?(?:占[^，,；;。）)]{1,16}[，,])?(?:(?:不同意公开"
    r"|不予公开|不公开|拒绝)(?:者|的))?"
    r"(?:其?(?:主要)?(?:原因|理由|依据|情形)|[均都皆系因属]|全部?|涉及|是|为|由于|(?<=[（(])[^，,；;：:、（）()]{2,14}(?=[）)]|$))"
)
_STOP = re.compile(r"[；;。]")
_CLAUSE = re.compile(r"[^，,：:（）()]+")
_FURTHEST = 90
_POINTS = ("，", ",", "；", ";", "。", "")
_DENIES = re.compile(r"没|无|未|不(?!予|同意)")
"""是网上提交的，当面的、来信的都没有: how it did not come."""


_ANSWER_GIVEN = re.compile(
    r"[，,](?:均|都|全部|已|依法|按期|按规定|及时|分别)*(?:给予|作出|做出)了?[“\"]?(?P<what>[^，,；;。“”\"]{2,8}?)[”\"]?的?(?:书面)?答复(?=[，,]|$)"
)
"""2件，依法给予了“同意公开”的答复: all of them."""
_CONTENT = re.compile(
    r"内容|反映的|(?:申请|要求|请求)(?:公开|获取|了解|提供)|(?:要求|希望|请求|指定)(?:[以用]|通过)[^，,]{2,14}(?:公开|提供|[答回]复|获取|领取)"
)
"""要求公开拆迁补偿资料, 要求以电子邮件方式提供: what was asked for, and not how it came."""
OUT_BY_OTHERS = re.compile(r"[已曾]由(?![我本])[^，,。；;\d]{2,20}公[开布]")
"""该账目已由村委会在公示栏予以公开: no answer to the one who asked."""
_BY_WAY = re.compile(r"(?:系|是|为|由|均|申请人|其){0,3}(?:以|通过|采[用取])[^，,方]{2,8}方式")
"""系以信函方式申请公开补偿资料: how it came, before what it was about."""
PUT_OUT = re.compile(r"(?:并|同时|还|随后)(?:将|把|已|通过|在|于)[^，,。；;\d]{2,24}(?:公开|公布|发布)$")
"""予以公开，并在门户网站公布: what was done besides."""
_OPEN = re.compile(r"拟|正在|尚[在未待]|是否")
"""拟不予公开，正在征求意见: not answered yet."""
_FOR = ("属", "涉及", "因", "系")
_OTHER_END = ("为其他", "属其他", "是其他", "为其它", "属其它")
_BECAUSE = re.compile(
    r"(?:^|[，,；;。：:、（(])(?P<why>[^，,；;。：:（）()\d]{2,30}(?:秘密|隐私|机密|安全))[，,]\s?(?:而|故|所以)*[^，,；;。：:（）()\d]{2,8}$"
)
"""政府债务明细属国家秘密，不予公开1件: the reason stands before."""


_IN_BRACKET = re.compile(r"(?:公开|提供|同意)的?[（(](?:因|属|涉及|涉)?(?P<why>[^（）()，,、；;\d]{2,20})[）)]的?$")
"""不予公开（第三方商业秘密）1件."""


_OF_REVIEWS = re.compile(r"(?:^|[，,；;])\s?(?:行政)?复议(?:案件)?(?:结果|机关|[均都]|全部|被)")
"""行政复议2件、行政诉讼1件，复议均维持: how the reviews ended, and not the suit."""


_CASES = ("review.total", "litigation.total")
_NO_SUCH_END = re.compile(r"(?:败诉|纠[错正]|撤销|维持|驳回)的?(?:案件|数量?)?[：:为]?(?:无|零|没有)(?=[，,；;。]|$)")
"""行政诉讼1件，败诉无: none ended so."""


def told_behind(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that the clauses right behind a count make of all it counts; none where they name two of a kind."""
    bases = [claim for claim in claims if claim.start >= sentence.start and claim.code in _BASES and not claim.zero]
    found: list[Claim] = []
    for base in bases:
        if base.code == "replies.refused" and (turned := _reasons_in_turn(sentence, base)):
            found += [one for one in turned if not any(claim.code == one.code for claim in claims)]
            continue
        words = _behind(sentence, base) if base.code != "replies.refused" else _before(sentence, base) or _behind(sentence, base)
        if base.code == "litigation.total" and _OF_REVIEWS.search(words):
            continue
        if base.code in _CASES and _NO_SUCH_END.search(words):
            continue
        cut = base.end - sentence.start + len(words) < len(sentence.text) and words[-1:] not in _POINTS
        for code in _codes(base, words, cut) if words else ():
            if not any(claim.code == code for claim in (*claims, *found)):
                found.append(Claim(code, base.start, base.end, base.unit, base.raw, weak=True, said=base.said, judged=True))
    return found


_EACH_REASON = re.compile(
    r"\s?[（(，,：:]\s?(?:前者(?:有|为|是)?\s?(?P<former>\d{1,4}\s?[件份宗])\s?[，,、；;]\s?后者(?:有|为|是)?\s?(?P<latter>\d{1,4}\s?[件份宗])"
    r"|(?:分别|依次)(?:为|是|有)?\s?(?P<first>\d{1,4}\s?[件份宗])?[、和，,及与]\s?(?P<second>\d{1,4}\s?[件份宗]))"
)


def _reasons_in_turn(sentence: Sentence, base: Claim) -> list[Claim]:
    """The claims of two reasons that are named before a count of refusals and counted behind it: 前者3件，后者1件."""
    text, at = sentence.text, base.start - sentence.start
    told = _EACH_REASON.match(text, base.end - sentence.start)
    clause = re.split("[，,；;。：:]", text[max(0, at - _FURTHEST) : at])[-1]
    named = sorted((found.start(), code) for pattern, code in KEYWORDS if (found := pattern.search(clause)))
    if told is None or len(named) != len(_PAIR):
        return []
    groups = [told[name] and name for name in ("former", "latter", "first", "second")]
    spans = [(told.start(name), told.end(name)) for name in groups if name]
    parts = [amount_of(text[start:end]) for start, end in spans]
    if len(parts) != len(_PAIR) or sum(parts) != amount_of(base.raw):
        return []
    return [
        Claim(code, sentence.start + start, sentence.start + end, text[end - 1], text[start:end], weak=True, judged=True)
        for (_, code), (start, end) in zip(named, spans, strict=True)
    ]


_PAIR = ("former", "latter")
_AGAIN = re.compile(
    r"(?:不予公开|不公开|不同意公开|不同意)的[这那]?(?P<number>\d{1,4}|[一二两三四五六七八九十]{1,3})\s?[件宗份][，,：:]?(?P<why>[^。；;\d]{4,60})"
)
"""不公开的那一件，理由是涉及商业秘密: why those counted before were refused."""


_ALL_WHY = re.compile(
    r"(?<!部分)(?:不予公开|不公开|不同意公开)的?(?:主要)?(?:原因|理由|依据|情形|事由)(?:[均都皆]|全部|全)(?:为|是|系|属|因|因为|属于)*(?P<why>[^。；;，,\d、]{4,30})(?=[。；;，,]|$)"
)
"""不予公开的理由均为涉及商业秘密."""


def _why_of_all(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The reason that a sentence without a count gives for all that was refused before it."""
    told = _ALL_WHY.search(sentence.text)
    refused = next((one for one in reversed(claims) if one.code == "replies.refused" and one.label is None), None)
    if told is None or refused is None or refused.zero or sentence.start - refused.end > _FURTHEST:
        return []
    codes = one_of(REASONS, [told["why"]])
    new = [code for code in codes if not any(claim.code.startswith("replies.refused_") for claim in claims)]
    return [Claim(code, refused.start, refused.end, refused.unit, refused.raw, weak=True, judged=True) for code in new]


_THEREFORE_REFUSED = re.compile(r"[^，,；;。]{2,40}政府信息[^，,；;。]{0,4}而(?:未予|不予|不|拒绝|未)公开")


def _refused_therefore(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The refusals of what is no government information, where the sentence calls them so: 1件不属政府信息而不予公开."""
    code = "replies.refused_not_government_information"
    told = [one for one in claims if one.start >= sentence.start and one.code == code and not one.zero]
    if len(told) != 1 or any(one.code.startswith("replies.refused") and one is not told[0] for one in claims):
        return []
    one = told[0]
    if not _THEREFORE_REFUSED.match(sentence.text, one.end - sentence.start):
        return []
    return [Claim("replies.refused", one.start, one.end, one.unit, one.raw, weak=True, judged=True)]


_REASON_BEHIND = re.compile(r"[，,](?:均|都|皆|全部)?(?:属于?|系|为|涉及)(?P<why>[^，,；;。、\d]{2,16})(?=[，,；;。]|$)")


def _reasons_of_parts(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """Why so many of those refused were, told behind what they wanted: 不予公开5件，房产登记资料3件，属个人隐私."""
    refused = next((one for one in reversed(claims) if one.code == "replies.refused" and not one.zero), None)
    if refused is None or sentence.start - refused.start >= _FURTHEST:
        return []
    told = {one.start for one in claims if one.label is None and one.start >= sentence.start}
    found: list[Claim] = []
    for hit in hits(sentence.text):
        at, raw = sentence.start + hit.start, sentence.text[hit.start : hit.end]
        behind = _REASON_BEHIND.match(sentence.text, hit.end) if hit.unit in ("件", "宗", "份") and at > refused.start else None
        code = reason_of(behind["why"]) if behind and at not in told and amount_of(raw) <= amount_of(refused.raw) else None
        if code and not any(one.code == code for one in (*claims, *found)):
            found.append(Claim(code, at, at + len(raw), hit.unit, raw, weak=True, judged=True))
    return found


def reason_again(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The one reason that a later sentence gives for all that was refused; none where it names another number."""
    if "政府信息" in sentence.text and "而" in sentence.text and (therefore := _refused_therefore(sentence, claims)):
        return therefore
    if "公开的" in sentence.text and ("均" in sentence.text or "都" in sentence.text or "全" in sentence.text) and (
        why := _why_of_all(sentence, claims)
    ):
        return why
    if ("秘密" in sentence.text or "隐私" in sentence.text) and (parts := _reasons_of_parts(sentence, claims)):
        return parts
    again = _AGAIN.search(sentence.text) if "公开的" in sentence.text or "不同意的" in sentence.text else None
    if again is None:
        return []
    refused = next((one for one in reversed(claims) if one.code == "replies.refused" and one.label is None), None)
    if refused is None:
        return []
    if read_number(plain_number(refused.raw)).value != read_number(again["number"] + "件").value:
        return []
    codes = one_of(REASONS, [again["why"]]) if "分别" not in again["why"] else []
    start, end = (sentence.start + at for at in again.span("number"))
    new = [code for code in codes if not any(claim.code == code for claim in claims)]
    return [Claim(code, start, end, "件", again["number"] + "件", weak=True, judged=True) for code in new]


def _behind(sentence: Sentence, base: Claim) -> str:
    """What stands between a count and the next one, within its clauses up to a semicolon."""
    text, at = sentence.text, base.end - sentence.start
    stop = _STOP.search(text, at)
    end = min(stop.start() if stop else len(text), at + _FURTHEST)
    return text[at : min([end, *(hit.start for hit in hits(text[:end]) if hit.start >= at)])]


def _before(sentence: Sentence, base: Claim) -> str:
    """Why requests were refused, said in the clause right before that of their count; "" where it is not."""
    text = sentence.text[max(0, base.start - sentence.start - _FURTHEST) : base.start - sentence.start]
    why = _BECAUSE.search(text) if text.endswith(("公开", "提供", "同意")) else None
    why = _IN_BRACKET.search(text) if text.endswith(("）", ")", "）的")) else why
    return f"，因{why['why']}" if why else ""


def _codes(base: Claim, words: str, cut: bool) -> list[str]:
    """The codes that the words behind a count say all of it are; `cut`: another number follows their last clause."""
    if base.code == "replies.refused":
        if _WHY.match(words):
            named = one_of(REASONS, [words]) if "分别" not in words else []
            other = reason_of(words) if not named and "分别" not in words else None  # 属于企业工艺秘密
            return named or ([other] if other else [])
        told = [clause.group() for clause in _CLAUSE.finditer(words)]
        mine = [clause for clause in told[: -1 if cut else None] if clause.startswith(_FOR)]
        other = reason_of("，".join(mine)) if mine and "分别" not in words else None  # 属于人家的隐私，没给
        return one_of(REASONS, mine) or ([other] if other else [])
    if "补正" in words and AFTERWARDS.search(words):
        words = AFTERWARDS.split(words)[0].replace("补正", "")
    value = read_number(plain_number(base.raw)).value
    if value != 1 or base.label is not None:
        answer = _ANSWER_GIVEN.search(words) if "答复" in words and base.code == "requests.received" else None
        return one_of(ANSWERS, [answer["what"]]) if answer else []
    clauses = [clause.group() for clause in _CLAUSE.finditer(words)]
    if base.code in ("review.total", "litigation.total"):
        if cut and len(clauses) > 1:
            del clauses[-1]  # 诉讼1件，以纠错结案，复议则维持3件: the next number's
        known = one_of(RESULTS, clauses)
        known = known or (["other"] if any(clause.endswith(_OTHER_END) for clause in clauses) else [])
        return [f"{base.code.partition('.')[0]}.{row}" for row in known]
    clauses = [clause for clause in clauses if not PUT_OUT.match(clause)]
    clauses = [clause.partition("方式")[0] if _BY_WAY.match(clause) else clause for clause in clauses]
    ways = [clause for clause in clauses if not (REPLIED.search(clause) or _DENIES.search(clause) or _CONTENT.search(clause))]
    if _OPEN.search(words) or OUT_BY_OTHERS.search(words):
        return one_of(ROUTES, ways)
    ended = ending_of(clauses[: -1 if cut else None])
    ended = ended if ended in ("replies.granted", "replies.not_this_agency") else None  # what else was told may go on
    return [*one_of(ROUTES, ways), *(one_of(ANSWERS, clauses) or ([ended] if ended else []))]


def one_of(codes: dict[str, str], clauses: Sequence[str]) -> list[str]:
    """The one code that the clauses name; none where they name several or speak of another matter."""
    said = [(word, text) for clause in clauses for word, text in spelled(clause)]
    named = {codes[word] for word, _ in said if word in codes}
    strange = any(STRANGE.search(text) for word, text in said if word == "~") and codes is RESULTS
    return [] if strange or len(named) != 1 else [named.pop()]
