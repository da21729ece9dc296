"""Whose outcomes a list of them is, where it stands apart from the count of the cases: 复议结果：维持12件，被纠错2件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, plain_number
from pipelines.wording.context import Number
from pipelines.wording.lists.parts import value_of
from pipelines.wording.sentences import Sentence

_RESULTS_OF = re.compile(
    r"(?:其中|上述|以上|[：:]|从|按|这些)*(?:行政)?(?P<kind>复议|诉讼)(?:案件(?=[中里])|(?:案件)?的?(?:审理|处理|判决|办理|裁决)?(?:结果|结论|情况))[中里]?(?:分别)?(?:[为是看有]|来看|如下)?[：:]?"
)
_BY_OTHERS = re.compile(
    r"由(?![我本])[^，,。；;\d]{2,14}?(?:院|馆|公司|单位|部门|中心|站)"
    r"(?:另行|另|代为|负责|统一|直接|按规定|依规)*(?:收取|代收|收费)"
)
_ALONE = re.compile(r"(?:^|[。；;，,\s])(?:行政)?(?P<kind>复议|诉讼)(?:案件|方面)*(?:[：:]|(?<=方面)[，,])(?=[^。；;：:]*$)")
"""行政复议：维持3件，纠错1件: whose outcomes they are, the clause before says alone."""
_KINDS = {"复议": "review", "诉讼": "litigation"}


def family_of_results(lead: str, before: str, claims: Sequence[Claim]) -> str | None:
    """The cases whose results the clause before announces; those counted before where it says more than their name.

    `before` is what stands before the number in its sentence.
    """
    alone = _ALONE.search(before) if "：" in before or ":" in before or "方面" in before else None
    if alone:
        return _KINDS[alone["kind"]]
    told = _RESULTS_OF.fullmatch(lead.strip()) if "结" in lead or "情况" in lead or "案件" in lead else None
    family = _KINDS[told["kind"]] if told else ""
    return family if family and any(claim.code == f"{family}.total" and not claim.zero for claim in claims) else None


def family_told(number: Number, claims: Sequence[Claim]) -> str | None:
    """The cases that the words before a number name, or those spoken of; the other ones where there were none of these.

    被复议7件、被诉0件，其中维持3件: of the reviews.
    """
    words, family = number.words, number.state.family
    if "起诉" in words or "被诉" in words or ("复议" in words) != ("诉讼" in words):
        return "litigation" if "诉" in words else "review"
    if not family or number.zero:
        return family
    other = "review" if family == "litigation" else "litigation"
    begin = number.sentence.start
    counted = {one.code: value_of(one) for one in claims if one.start >= begin and one.code.endswith(".total")}
    return other if counted.get(f"{family}.total") == 0 and counted.get(f"{other}.total") else family


def charged_by_others(number: Number) -> bool:
    """Whether a sum of money is what another body charges besides: 测绘资料费另由市测绘院收取，全年12.6万元."""
    leads = number.state.leads
    if number.unit != "元" or not leads or "另" not in leads[-1]:
        return False
    return _BY_OTHERS.search(leads[-1]) is not None


def are_cases(number: Number, code: str, claims: Sequence[Claim]) -> bool:
    """Whether what was closed or newly came are the cases counted before: 行政复议2次，2个已办结; 诉讼7件，其中新收5件."""
    if code.endswith(".total") and code.startswith(_CLOSED_FAMILIES[:2]) and _ENDED.match(number.right):
        mine = value_of(number.claim(code)) or 0
        return any(one.code == code and (value_of(one) or 0) > mine for one in claims)
    family = number.state.last.partition(".")[0]
    if family not in _CLOSED_FAMILIES or "申请" in number.words or not code.startswith(_CAME_OR_CLOSED):
        return False
    total = next((one for one in reversed(claims) if one.code == f"{family}.total"), None)
    printed = number.sentence.text[number.hit.start : number.hit.end]
    value = read_number(plain_number(printed)).value
    return total is not None and value is not None and value <= (value_of(total) or 0)


_CAME_OR_CLOSED = ("requests.received", "applications.new", "applications.carried", "requests.completed")
_CLOSED_FAMILIES = ("review", "litigation", "complaints")
_ENDED = re.compile(r"(?:被|已|予以)?(?:维持|纠[正错]|撤[销回诉]|驳回|终止|确认违法|责令|败诉|胜诉|调解|和解)")
"""复议2件。…复议1件维持、1件终止: one of those counted."""


def without_charges_of_others(text: str) -> str:
    """The text without its words on what another body charges besides."""
    return _BY_OTHERS.sub("", text) if "由" in text and "另" in text else text


_ON_TIME = re.compile(r"(?:按[时期]|如期|[期时]限之?内)[^，,。；;\d办]{0,6}(?:答复|回复)(?:了|申请|的)*$")
_ANSWERED_BEHIND = re.compile(
    r"(?:信息公开|公开)?(?:申请)?(?:均|都|全部|已)*[^，,。；;\d办]{0,12}(?:按[时期]|如期|及时|[期时]限(?:之)?内)[^，,。；;\d办]{0,8}(?:答复|回复)(?:了|完毕|完成|到位)*"
    r"(?:[：:]|[，,]\s?(?:其中)?)"
)
"""23件均在法定期限内答复完毕：同意公开14件."""
_AMONG = re.compile(r"(?:\s?[（(]占[^（）()]{1,16}[）)])?[，,：:（(。；;]\s?其中")


def answered_on_time(sentence: Sentence, claims: Sequence[Claim]) -> None:
    """Makes those answered in time the answers where their kinds follow: 按时答复4件，其中同意公开1件."""
    text = sentence.text
    if ("答复" not in text and "回复" not in text) or any(one.code == "replies.total" for one in claims):
        return
    for claim in claims:
        at = claim.start - sentence.start
        if claim.code != "requests.completed_on_time" or at < 0 or claim.zero:
            continue
        behind = _ANSWERED_BEHIND.match(text, claim.end - sentence.start)
        if not (behind or ("其中" in text and _ON_TIME.search(text, max(0, at - 24), at))):
            continue
        among = behind or _AMONG.match(text, claim.end - sentence.start)
        following = min((one for one in claims if one.start >= claim.end), key=lambda one: one.start, default=None)
        opens = among is not None and not text[among.end() :].strip("：:，, ")
        if among and (opens or (following is not None and following.code.startswith(_ANSWERS))):
            claim.code, claim.weak = "replies.total", True
            return


_ANSWERED_IN_TIME = re.compile(r"(?:[按如][时期]|[期时]限内?|时间内?|工作日内)[^，,。；;\d]{0,6}[答回]复(?:了)?(?:申请)?\s?$")


def answered_as_many(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim that all that came were answered, where as many are said to have been answered in time: 已按期答复157件."""
    text = sentence.text
    if "延" in text or "复" not in text or any(one.code in ("replies.total", "applications.carried_in") for one in claims):
        return []
    came = next((one for one in reversed(claims) if one.code == "requests.received" and one.label is None), None)
    timed = [one for one in claims if one.code == "requests.completed_on_time" and one.start >= sentence.start and not one.zero]
    whole = value_of(came) if came is not None else None
    told = [one for one in timed if value_of(one) == whole and _ANSWERED_IN_TIME.search(text, 0, one.start - sentence.start)]
    return [Claim("replies.total", one.start, one.end, one.unit, one.raw, weak=True, judged=True) for one in told[:1]]


_ANSWERS = ("replies.", "applications.granted", "applications.partially", "applications.denied", "applications.unavailable")


_NONE_CORRECTED = re.compile(
    r"(?:没有|未|无)(?:发生|出现)?(?:被)?(?:纠错|纠正|撤销|败诉)的?(?:案件|情形|情况)?(?=[，,；;。]|$)"
    r"|(?<=[，,：:；;、])被?(?:纠错|纠正|撤销|败诉)的?(?:案件)?(?:一件)?(?:[也都均则]|尚)?(?:没有|无|未发生|未出现)(?=[，,；;。]|$)"
)


def none_corrected(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The zero of a list of outcomes that denies one of them: 诉讼结果：驳回8件，未发生被纠错案件，其他情形3件."""
    text = sentence.text
    told = _NONE_CORRECTED.search(text) if "纠" in text or "撤销" in text or "败诉" in text else None
    if told is None:
        return []
    begin = sentence.start + max(text.rfind("；", 0, told.start()), 0)
    following = text.find("；", told.end())
    end = sentence.start + (following if following >= 0 else len(text))
    here = {one.code for one in claims if begin <= one.start < end and not one.zero}
    families = {code.partition(".")[0] for code in here if code.endswith((".upheld", ".other"))}
    code = f"{families.pop()}.corrected" if len(families) == 1 else ""
    if not code or code in here:
        return []
    return [Claim(code, sentence.start + told.start(), sentence.start + told.end(), "", told.group(), zero=True)]


_NONE_LATE = re.compile(r"按[时期]办结率(?:达到?|均?为|保持|是)?\s?100\s?[%％]")
_NO_MORE = ("requests.completed_on_time", "requests.completed_extended", "applications.carried_out")
_CLOSE = 60


def none_late(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim that all those closed were closed in time: 85件申请已办结，按时办结率100%."""
    text = sentence.text
    if "期" in text and ("无一" in text or "没有一" in text) and (whole := _not_one_late(sentence, claims)):
        return whole
    told = _NONE_LATE.search(text) if "办结率" in text else None
    if told is None or any(one.code in _NO_MORE and not one.zero for one in claims):
        return []
    closed = next((one for one in reversed(claims) if one.code == "requests.completed" and not one.label), None)
    if closed is None or closed.zero or not 0 <= sentence.start + told.start() - closed.end < _CLOSE:
        return []
    code = "requests.completed_on_time"
    return [Claim(code, closed.start, closed.end, closed.unit, closed.raw, weak=True, judged=True)]


_NOT_ONE_LATE = re.compile(
    r"(?P<number>\d{1,5}\s?[件份宗])(?:申请)?(?:均|都|当中|之中|里|中)?(?:无一|没有一)[件份宗]?(?:申请)?(?:超期|逾期|过期|误期|超过期限)"
)
_CLOSED_BEFORE = re.compile(r"办[结完毕妥]|办理完[毕成结]|处理完毕")


def _not_one_late(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of all those received that were closed, and in time: 全部办结，156件无一逾期."""
    told = _NOT_ONE_LATE.search(sentence.text)
    bases = (one for one in reversed(claims) if one.code in ("requests.received", "applications.new") and not one.label)
    came = next(bases, None)
    if told is None or came is None or value_of(came) != read_number(plain_number(told["number"])).value:
        return []
    if not _CLOSED_BEFORE.search(sentence.text, 0, told.start()):
        return []
    known = {one.code for one in claims if not one.zero}
    start, end = (sentence.start + at for at in told.span("number"))
    codes = [code for code in ("requests.completed", "requests.completed_on_time") if code not in known]
    return [Claim(code, start, end, "件", told["number"], weak=True, judged=True) for code in codes]


_ALL_BEFORE = re.compile(r"(?:全部|所有|这)\s?$")
_ALL_IN_TIME = re.compile(r"(?:申请)?(?:均|都|全部|全)[^，,。；;\d]{0,12}办")


def all_closed(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim that all requests were closed, where as many as came were closed in time: 6件均按时办结."""
    in_time = next((one for one in reversed(claims) if one.code == "requests.completed_on_time"), None)
    if in_time is None or in_time.start < sentence.start or in_time.zero:
        return []
    at = in_time.start - sentence.start
    all_told = _ALL_BEFORE.search(sentence.text, max(0, at - 4), at) is not None
    if not (all_told or _ALL_IN_TIME.match(sentence.text, in_time.end - sentence.start)):
        return []
    codes = {one.code for one in claims if not (one.zero or one.raw.startswith("0"))}
    came = (one for one in reversed(claims) if one.code in ("requests.received", "applications.new") and not one.label)
    received = next(came, None)
    if received is None or codes & {"requests.completed", "applications.carried_in", "requests.completed_extended"}:
        return []
    if not value_of(received) or value_of(received) != value_of(in_time):
        return []
    raw = in_time.raw
    return [Claim("requests.completed", in_time.start, in_time.end, in_time.unit, raw, weak=True, judged=True)]


_NOT_HELD, _FIRST_WITH_IT = "applications.unavailable_not_held", 2019


def not_held(sentence: Sentence, claims: Sequence[Claim], year: int | None) -> None:
    """Makes what the publisher does not hold another authority's, as the forms before 2019 count it: 本机关不掌握8件."""
    if "掌握" not in sentence.text or (year is not None and year >= _FIRST_WITH_IT):
        return
    if any(one.code == "replies.not_this_agency" for one in claims):
        return
    for claim in claims:
        if claim.code == _NOT_HELD:
            claim.code, claim.weak = "replies.not_this_agency", True
            return
