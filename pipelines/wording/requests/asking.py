"""How requests were answered and came, told by what was done with them: 2件公开了其中一部分, 绝大多数（13件）是信函."""

from __future__ import annotations

import re

from pipelines.wording.around import About, Told
from pipelines.wording.lists.parts import value_of
from pipelines.wording.requests.other_matters import for_several_reasons
from pipelines.wording.requests.told import ANSWERS, ROUTES
from pipelines.wording.wordings import spelled

_PARTLY = re.compile(r"(?:只|仅|已)?(?:公开|提供)了?(?:其中)?的?(?:一)?部分(?:信息|内容|材料)?$")
_PARTLY_BEFORE = re.compile(
    r"(?:其中|[、，有])*(?:部分(?:提供|给予|告知)|(?:只|仅|已)?公开了?(?:其中)?的?部分(?:内容|信息|材料))(?:了|的)*(?:有)?"
    r"|[^，,；;。\d]{0,6}(?:遮盖|遮挡|隐去|删除|删减|删去|剔除|隐藏|涂去|屏蔽)[^，,；;。\d]{1,14}后?(?:再|予以|给予)*"
    r"(?:公开|提供)(?:了|的)*(?:有)?"
)
"""遮盖个人信息后公开的2件."""
_NO_INFORMATION = re.compile(
    r"[^，,；;。、\d]{2,14}(?:不属于?|不是|并非|非)(?:《?条例》?(?:所指|规定|所称)的?)?政府信息(?:的)?(?:有)?"
)
"""刑事侦查材料不属政府信息5件."""
_IN_FULL = re.compile(r"(?:其中|[、，有])*(?:全文|完整)(?:公开|提供)(?:了|的)*(?:有)?")
_REFUSED = re.compile(
    r"(?:因(?:涉及|属于?|为)[^，,；;。不]{2,24})?(?:没有|没|未能?|未予|不)(?:同意|予以|予|能|给予)?(?:公开|提供)$"
)
_GIVEN = re.compile(
    r"(?:已|当场|按期|及时|或|、|均|都|全部|依法|予以|按要求|向申请人)*(?:(?:提供|给付)(?:了)?(?:材料|信息|复印件|所需信息)?"
    r"|给(?:看|查|复印)?了|给看|给查)$"
)
_DONE = re.compile(
    r"(?:[均都全也]|全部)?(?:已经?|均已)?(?:[在于][^，,；;。：:]{2,14}?)?(?:办结|办理完毕"
    r"|办理完结|办完|办毕|答复完毕|办理完|办(?=了))(?:了)?$"
)
_LOGGED = re.compile(
    r"(?:当年|全年|年内|本年度?|20\d\d年度?|共|一共|累计)*登记(?:在册|在案)?(?:的|了)?(?:政府信息公开"
    r"|信息公开|公开)?申请(?:共|计|数|有)*$"
)
_MOST = re.compile(
    r"(?:其中|[、，])*(?:近|约|超|超过|过)?(?:绝?大多数|大部分|绝大部分|多数|少数|个别|一半(?:以上|多)?|半数(?:以上)?|[三四五六七八九十]分之[一二三四五六七八九]|[一二三四五六七八九]成(?:多|以上)?)"
)
_IS = re.compile(r"\s?[）)]\s?(?:均|都)?(?:是|为|系|走|属|采用|通过|以|来自)(?P<way>[^，,；;。\d]{2,12})")
_BARE = frozenset(("", "有", "其中", "其中有", "另", "另有", "还有", "中", "中有", "的", "其余", "其他")) | {
    "另外", "余下", "剩下", "剩余", "办理情况", "处理情况", "答复情况", "办理结果", "处理结果", "受理情况",
}  # fmt: skip
"""Words that leave all to what follows: 办理情况：8件全部在法定时限内办结."""
_SIGNED = re.compile("登记|部分|政府信息|公开|提供|、")
_ENDS = "数分别结请理半上多成一二三四五六七八九"
"""Ends of 大多数, 大部分, 个别, 答复总数, 办结申请."""
_ROW = re.compile(r"(?:申请)?答复总数")
_CLOSED = re.compile(r"(?:全年|年内|共|已|本年度?)*办结(?:申请)?")
_HANDLED = re.compile(r"(?:全年|年内|共|已|本年度?|今年|当年|累计)*(?:办理|处理)(?:了|申请|结果|情况|完成)*")
_ANSWERS_FOLLOW = re.compile(r"\s?[，,：:（(]\s?(?:其中[：:，,]?)?\s?(?:予以|同意|准予|全部|部分|不予|已主动)+公开")
"""本年度办理40件：予以公开25件."""
_FAR = 300
_NO_REQUESTS = re.compile(r"许可|审批|低保|救助|补贴|工单|投诉|举报|信访|复议|诉讼|案件|提案|建议|来电|咨询|纠纷|热线")


def asking_of(about: About) -> list[Told]:
    """What became of requests, and the way most of them came, by the words of the number's own clause."""
    words = about.words
    if not (words.strip("、") in _BARE or words[-1:] in _ENDS or _SIGNED.search(words)):
        return []  # no rule below knows such words
    behind = about.behind
    if _NO_REQUESTS.search(words + behind) or about.number.state.foreign:
        return []
    if _LOGGED.fullmatch(words) and ("申请" in about.number.state.section.topics or "公开" in words):
        return [Told("requests.received", first=True)]
    if _ROW.fullmatch(words):
        return [Told("replies.total")]
    if _CLOSED.fullmatch(words) and _of_those_received(about):
        return [Told("requests.completed")]
    followed = _HANDLED.fullmatch(words) and _ANSWERS_FOLLOW.match(about.number.sentence.text, about.number.hit.end)
    if followed and _of_those_received(about):
        return [Told("requests.completed")]
    if not about.is_of_requests():
        return []
    if _MOST.fullmatch(words):
        return _way(about)
    if _NO_INFORMATION.fullmatch(words):
        return [Told(ANSWERS["非政府信息"])]
    if _IN_FULL.fullmatch(words):
        return [Told("replies.granted")]
    if _PARTLY_BEFORE.fullmatch(words):
        return [Told("replies.partially_granted")]
    if words.strip("、") not in _BARE:
        return _told_twice(words) if "、" in words else []
    for pattern, code in ((_PARTLY, "replies.partially_granted"), (_REFUSED, "replies.refused"), (_GIVEN, "replies.granted")):
        if pattern.match(behind) and not (pattern is _REFUSED and for_several_reasons(about.number.sentence.text)):
            return [Told(code, first=True)]
    received = [value_of(one) for one in about.claims if one.code in ("requests.received", "applications.new") and not one.label]
    if behind == "依申请公开" and (about.value() or 0) < max((value or 0 for value in received), default=0):
        return [Told("replies.granted", first=True)]  # 收到9件，其中2件依申请公开
    if not _DONE.match(behind) or about.value() not in received:
        return []
    at = about.number.hit.end + len(behind)
    answered = "答复" in behind and _ANSWERS_FOLLOW.match(about.number.sentence.text, at)  # 23件均答复完毕：同意公开14件
    return [Told("replies.total" if answered else "requests.completed", first=True)]


def asked_by(about: About) -> list[Told]:
    """The requests of a year, told by the people who brought them: 有5个人来申请."""
    if "申请" not in about.number.state.section.topics or any(one.code == "requests.received" for one in about.claims):
        return []
    headed = not about.behind and HEADED_BY_WHOM.fullmatch(about.number.state.section.innermost) is not None
    came = headed or _COMES.fullmatch(about.behind) is not None
    return [Told("requests.received")] if came and _BARE_ASKERS.fullmatch(about.words.strip("、")) else []


_COMES = re.compile(
    r"人?[^，,；;。\d许审低救]{0,14}?(?:来|前来|跑来|到[^，,；;。\d]{1,8}?|向[^，,；;。\d]{1,8}?|来[镇乡县局][^，,；;。\d]{0,4}|通过[^，,；;。\d]{2,8})?"
    r"(?:当面|亲自|书面|现场|写信|来信|上门)*(?:提出|递交|提交|递|交|填写|送交)?了?(?:一份)?(?:书面|公开|信息公开|政府信息公开)*申请书?"
    r"(?:公开|信息|公开信息)?"
)
HEADED_BY_WHOM = re.compile(
    r"(?:有?(?:谁|哪些人|什么人|多少人|几个人|人|群众|村民|居民|市民|公民)?(?:来|前来|提出|提过|向[^，,]{1,6})(?:过|了)?(?:公开)?申请(?:公开|信息|过)*|申请公?开?的?人|有没有(?:人|群众|村民|谁)(?:专门|前来|上门|来)*[要问]过?(?:信息|材料)?)(?:的)?(?:情况)?[？?]?"
)
"""有没有人来申请: under such a heading people are those who did."""
_BARE_ASKERS = re.compile(
    r"(?:全年|今年|年内|当年|一共|共计|共|只|仅|先后|一年[里中来]?头?|里头|累计)*有?(?:过)?(?:市民|村民|居民|群众|公民|业主|职工|农户|申请人)?"
)


def _told_twice(words: str) -> list[Told]:
    """The one answer that two phrases tell together: 不归我局管、指引到其他部门的, 写得不清楚、让他补充的."""
    said = spelled(words)
    codes = {ANSWERS[word] for word, _ in said if word in ANSWERS}
    first = words.partition("、")[0]
    unread = sum(len(text) for word, text in said if word == "~")
    plain = not any(word in ANSWERS and text in first for word, text in said) or unread <= _FEW
    return [Told(codes.pop())] if len(codes) == 1 and plain and unread <= _UNREAD and _STORY.search(first) else []


_FEW, _UNREAD = 2, 14
_STORY = re.compile(
    r"不归|不属|不是|不完整|不清楚|不明|不全|不详|找不到|查不到|未查到|没有|超出|含糊|模糊|不齐|欠缺|笼统|过于|太"
)


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
