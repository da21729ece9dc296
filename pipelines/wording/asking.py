"""How requests were answered and came, told by what was done with them: 2件公开了其中一部分, 绝大多数（13件）是信函."""

from __future__ import annotations

import re

from pipelines.wording.around import About, Told
from pipelines.wording.parts import value_of
from pipelines.wording.told import ROUTES
from pipelines.wording.wordings import spelled

_PARTLY = re.compile(r"(?:只|仅|已)?(?:公开|提供)了?(?:其中)?的?(?:一)?部分(?:信息|内容|材料)?$")
_PARTLY_BEFORE = re.compile(r"(?:其中|[、，有])*部分(?:提供|给予|告知)(?:了|的)*(?:有)?")
_REFUSED = re.compile(r"(?:没有|没|未能?|未予|不)(?:同意|予以|予|能|给予)?(?:公开|提供)$")
_GIVEN = re.compile(
    r"(?:已|当场|按期|及时|或|、|均|都|全部|依法|予以|按要求|向申请人)*(?:提供|给付)(?:了)?(?:材料|信息|复印件|所需信息)?$"
)
_DONE = re.compile(
    r"(?:[均都全也]|全部)?(?:已经?|均已)?(?:[在于][^，,；;。：:]{2,14}?)?(?:办结|办理完毕"
    r"|办理完结|办完|办毕|答复完毕|办理完)(?:了)?$"
)
_LOGGED = re.compile(
    r"(?:当年|全年|年内|本年度?|20\d\d年度?|共|一共|累计)*登记(?:的|了)?(?:政府信息公开"
    r"|信息公开|公开)?申请(?:共|计|数)*$"
)
_MOST = re.compile(r"(?:其中|[、，])*(?:绝?大多数|大部分|绝大部分|多数|少数|个别)")
_IS = re.compile(r"\s?[）)]\s?(?:均|都)?(?:是|为|系|走|属|采用|通过|以|来自)(?P<way>[^，,；;。\d]{2,12})")
_BARE = frozenset(("", "有", "其中", "其中有", "另", "另有", "还有", "中", "中有", "的", "其余"))
_ROW = re.compile(r"(?:申请)?答复总数")
_CLOSED = re.compile(r"(?:全年|年内|共|已|本年度?)*办结(?:申请)?")
_FAR = 300
_NO_REQUESTS = re.compile(r"许可|审批|低保|救助|补贴|工单|投诉|举报|信访|复议|诉讼|案件|提案|建议|来电|咨询|纠纷|热线")


def asking_of(about: About) -> list[Told]:
    """What became of requests, and the way most of them came, by the words of the number's own clause."""
    words, behind = about.words, about.behind
    if _NO_REQUESTS.search(words + behind) or about.number.state.foreign:
        return []
    if _LOGGED.fullmatch(words) and ("申请" in about.number.state.section.topics or "公开" in words):
        return [Told("requests.received", first=True)]
    if _ROW.fullmatch(words):
        return [Told("replies.total")]
    if _CLOSED.fullmatch(words) and _of_those_received(about):
        return [Told("requests.completed")]
    if not about.is_of_requests():
        return []
    if _MOST.fullmatch(words):
        return _way(about)
    if _PARTLY_BEFORE.fullmatch(words):
        return [Told("replies.partially_granted")]
    if words.strip("、") not in _BARE:
        return []
    for pattern, code in ((_PARTLY, "replies.partially_granted"), (_REFUSED, "replies.refused"), (_GIVEN, "replies.granted")):
        if pattern.match(behind):
            return [Told(code, first=True)]
    received = [value_of(one) for one in about.claims if one.code in ("requests.received", "applications.new") and not one.label]
    return [Told("requests.completed", first=True)] if _DONE.match(behind) and about.value() in received else []


def _of_those_received(about: About) -> bool:
    """Whether requests were counted shortly before, about as many as were closed."""
    start, value = about.number.sentence.start, about.value()
    received = [one for one in about.claims if one.code in ("requests.received", "applications.new") and not one.label]
    whole = value_of(received[-1]) if received else None
    return bool(whole and value) and start - received[-1].end < _FAR and 2 * (value or 0) < 3 * (whole or 0)


def _way(about: About) -> list[Told]:
    told = _IS.match(about.number.sentence.text, about.number.hit.end)
    codes = {ROUTES[word] for word, _ in spelled(told["way"]) if word in ROUTES} if told else set()
    return [Told(codes.pop())] if len(codes) == 1 else []
