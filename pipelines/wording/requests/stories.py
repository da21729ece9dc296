"""Requests told as stories: 一件要看公告，给看了；另一件问旧账，答复不存在; 要名册的那宗，同意给了; the only one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.counts import hits
from pipelines.wording.lists.parts import value_of
from pipelines.wording.requests.behind import OUT_BY_OTHERS, PUT_OUT, REASONS, one_of
from pipelines.wording.requests.keywords import answer_of, ending_of, reason_of, route_of
from pipelines.wording.requests.other_matters import for_several_reasons
from pipelines.wording.requests.told import ALL, REPLIED, ROUTES, answers_of
from pipelines.wording.sentences import Sentence

_COUNTED = ("requests.received", "applications.new")
_FAR = 300
"""Characters from the count of requests to their stories."""
_NEXT, _OTHER_TOPICS = 60, frozenset(("复议", "诉讼", "投诉", "回应", "会训"))
"""Under a heading of its own (群众要了什么) the stories follow the count at once."""
_OTHER_CHAPTER = re.compile(r"信息管理|平台|网站|监督|保障|主动公开|制度|机制")
"""政府信息管理, 公开平台建设: what follows the only request there tells nothing of it."""
_SIGNED = re.compile("一[件份宗个起]|那[件宗份一]|1[件份宗]|这件|第一|后者|其一")
_WAYS = frozenset(ROUTES.values())
_ONE = re.compile(
    r"(?:^|(?<=[，,；;：:、（(\s]))(?:其中|[其另]?有|还有|另外?|余下|剩下|剩余|其余|前|后)*的?(?P<one>第?[一1]\s?[件份宗个起]|第[二三四五六七八九][件份宗个起]|(?<=[，：:；])其[一二三四五])(?:申请(?=[，,：:的是]))?的?[，,：:]?"
    r"(?=[^，,；;。：:（）()\d]{1,30})"
    r"|(?:^|(?<=[，,；;：:、（(\s]))(?:其中|另外?)?"
    r"(?:[^，,；;。：:（）()\d]{1,20}的|\d{1,2}月份?(?:\d{1,2}日)?(?:收到|提出|来)?的?)(?P<that>[那这]一?[件份宗个])[，,：:]?"
    r"|(?:^|(?<=[，,；;：:、\s]))(?P<latter>[前后]者)[，,：:]?"
    r"|(?:^|(?<=[；;：:\s]))(?:其中|另外?)?[^，,；;。：:（）()\d一二两三]{3,24}(?P<after>[一1]\s?[件份宗])[，,](?=[^，,；;。\d]{2,})"
)
"""Where the story of a single request begins: 另一件…, 要补偿方案的那宗，…, 9月那件…, 后者…, 报告一件，…"""
_CLAUSE = re.compile(r"[^，,；;：:（）()]+")
_ASKS = re.compile(
    r"^[是系]?(?:申请|要求|想|问|咨询|查(?!无|不)询?|索取|了解)|[要想求](?:的是|看|查|求|公开|了解|知道)|内容|问的"
)
"""What a request asked for, which says neither how it came nor what became of it."""
_OTHERS = re.compile(r"投诉|举报|信访|咨询|来电|热线|留言|纠纷|复议|诉讼|起诉|建议|提案|去年|上年|明年")
"""What else is told one by one, or of another year."""
_SENT_ON = re.compile(
    r"(?<=[一1][件宗份])(?:是|系)?咨询(?=[^，,；;。]{4})|(?:告知|建议|指引|引导|请|让|转)[^，,。；;]{0,6}[向到去][^，,。；;]{1,14}?(?:咨询|反映|投诉|信访)|(?:未|没有?)[^，,。；;]{0,8}(?:复议|诉讼|起诉|投诉)[和及、]?(?:诉讼|复议)?"
)
"""告知其向县林业局咨询: where the request was sent, and no other matter."""
_OF_RULES = re.compile(r"(?:未|没有?|无)[^，,。；;]{0,4}(?:制定|制发|出台|印发|发布)[^，,。；;]{0,6}(?:规范性文件|规章)")
"""我镇未制定规范性文件: told of the year, and no answer to the only request."""
_UNSETTLED = re.compile(r"拟|在补正|补正[期中]|补正(?:过|之|以)?后|逾期|仍|尚|正在(?![^，,；;。]{0,8}的)|将|如|若|是否")


def stories_of(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of what a sentence tells of single requests; of several with one answer only where it tells of all."""
    if sentence.section.hotline:
        return []
    topics = sentence.section.topics
    if "申请" not in topics and (topics & _OTHER_TOPICS or _OTHER_CHAPTER.search(sentence.section.innermost)):
        return []
    received = next((one for one in reversed(claims) if one.code in _COUNTED), None)
    ways = [one for one in claims if one.code in _WAYS and not one.zero]
    received = received or (ways[0] if len(ways) == 1 else None)  # not the one that came by letter, where others came online
    if received is None or received.label is not None or sentence.start - received.end > _FAR:
        return []
    if _OTHERS.search(_SENT_ON.sub("", sentence.text)) or _OF_RULES.search(sentence.text):
        return []
    if "申请" not in topics and sentence.start - received.end > _NEXT:
        return []
    whole = value_of(received)
    told = {claim.code for claim in claims}
    if whole == 1:
        return _of_the_only_one(sentence, received, told)
    return _one_by_one(sentence, int(whole), told) if whole and _SIGNED.search(sentence.text) else []


def _one_by_one(sentence: Sentence, whole: int, told: set[str]) -> list[Claim]:
    """What becomes of requests each of which has a story of its own: 一件…；另一件….."""
    text = sentence.text
    opened = list(_ONE.finditer(text))
    if len(opened) > whole:
        opened = [match for match in opened if match["latter"]]  # 一件寄来，一件送来；前者…，后者…
    if not opened or len(opened) > whole:
        return []
    counted: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    untold = 0
    for index, match in enumerate(opened):
        end = opened[index + 1].start() if index + 1 < len(opened) else len(text)
        if any(hit.start >= match.end() for hit in hits(text[:end])):
            return []  # 其中一件要求公开合同，两件要求公开账目
        codes = list(_codes(text[match.end() : end]))
        untold += not (any(code.startswith("replies.") for code in codes) or _UNSETTLED.search(text, match.end(), end))
        for code in codes:
            counted[code] += 1
            first.setdefault(code, match.span(match.lastgroup or 0))
    found = []
    for code, times in counted.items():
        start, end = first[code]
        if code.startswith("replies.") and (untold or (code == "replies.refused" and for_several_reasons(text))):
            continue  # what became of another may have been the same
        if code not in told and (times == 1 or len(opened) == whole):
            raw = text[start:end]
            at = sentence.start
            found.append(Claim(code, at + start, at + end, raw[-1], raw, weak=True, judged=True, times=times))
    return found


def _of_the_only_one(sentence: Sentence, received: Claim, told: set[str]) -> list[Claim]:
    """What the sentences behind the count of a single request tell of it."""
    begin = max(0, received.end - sentence.start)
    counted = (hit for hit in hits(sentence.text) if hit.start >= begin and hit.unit != "元")  # 予以公开，复印费2元
    if any(sentence.text[hit.start] not in "一1" and sentence.text[hit.start - 1] != "第" for hit in counted):
        return []
    ways = told & _WAYS
    answers = any(code.startswith(("replies.", "applications.den")) for code in told - {"replies.total"})
    codes = [code for code in _codes(sentence.text[begin:]) if not (ways if code in _WAYS else answers)]
    if _LATE.search(sentence.text, begin):
        codes.append("requests.completed_extended")
    codes = [code for code in codes if code not in told]
    if "replies.refused" in told and not any(code.startswith("replies.refused_") for code in (*told, *codes)):
        codes += _why(sentence.text[begin:])
    return [Claim(code, received.start, received.end, received.unit, received.raw, weak=True, judged=True) for code in codes]


_LATE = re.compile(
    r"(?:属|系|为|是)(?:依法|按规定)?(?:经[^，,。；;]{0,8}(?:批准|同意)(?:后)?)?的?延期(?:办结|答复|办理)(?=[，,。；;]|$)"
)
_REFUSED_FOR = re.compile(r"(?:因|由于|属|涉|含|经审查)[^。；]{2,40}?(?:不予公开|不予提供|不公开|未予公开|不同意公开|未公开)")


def _why(story: str) -> list[str]:
    """Why the only request was refused: 因合同含供货方商业秘密，答复不予公开."""
    told = _REFUSED_FOR.search(story)
    reason = reason_of(told.group()) if told else None
    return [reason] if reason else []


_OF_FEES = re.compile(r"减免|收费|费用|复议|诉讼|投诉")
"""不存在减免情况: no answer to the request."""


def _codes(story: str) -> Iterator[str]:
    """The way a request came, its answer and the reason for a refusal, each where the story names one."""
    clauses = [clause.group().strip() for clause in _CLAUSE.finditer(story)]
    clauses = [clause for clause in clauses if not PUT_OUT.match(clause)]
    clauses = [clause for clause in clauses if not (ALL.match(clause) or _ASKS.search(clause) or _OF_FEES.search(clause))]
    ways = [clause for clause in clauses if not REPLIED.search(clause) and "说明" not in clause and not answer_of(clause)]
    yield from one_of(ROUTES, ways) or sorted({code for code in map(route_of, ways) if code})[:1]
    if _UNSETTLED.search(story) or OUT_BY_OTHERS.search(story):
        return
    answers = {code for clause in clauses for code in answers_of(clause)}
    ended = ending_of(clauses) if not answers else None
    answers = {ended} if ended and ended.startswith("replies.") else answers
    if len(answers) == 1:
        yield from answers
    if answers == {"replies.refused"}:
        reason = reason_of(story)
        yield from one_of(REASONS, [story]) or ([reason] if reason else [])
