"""What a chapter on shortcomings owns to: 政策解读仅有3篇，形式单一; 解读文章一篇都没有; 全年被复议3件，其中1件被纠正."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.wording.claims import Claim
from pipelines.wording.cues import PLANNED
from pipelines.wording.office.staffing import lacks_staff, tells_of_staff
from pipelines.wording.second.nothing import nothing_of
from pipelines.wording.second.pieces import of_another_year, pieces_of
from pipelines.wording.sentences import Sentence

_ONLY = re.compile(
    r"解读(?:稿件?|材料|文章|文稿|信息|产品)?(?:数量|总量)?(?:较少|偏少)?(?:全年|今年|本年|年内|只|仅|才|就|不过|发布|制作|有|为|是|了)+$"
)
_SAYS_SO = re.compile(r"全年|今年|本年|年内|只|仅|才|就|不过")
_OTHERS = re.compile(r"部分|个别|有的|一些|少数|转[发载]|上级|平均|其中")
_UNITS = ("篇", "个", "件", "条", "期", "则")


def short_of(sentence: Sentence, claims: list[Claim], year: int | None) -> list[Claim]:
    """The claims with what a sentence under 存在问题 says was hardly done or not at all; nothing of what is planned is taken."""
    text = sentence.text
    if "查阅" in text and (now := _rooms_now(sentence, claims)):
        return [*claims, now]
    if sentence.section.ahead or not ("解读" in text or "访谈" in text or "发布会" in text):
        return claims
    planned = PLANNED.search(text)
    if planned:
        text = text[: max(text.rfind(mark, 0, planned.start()) for mark in "，；") + 1]
        sentence = sentence._replace(text=text)
    found = [claim for claim in nothing_of(sentence, year) if claim.code.startswith("response.")]
    for piece in pieces_of(sentence):
        told = piece.hit is not None and piece.hit.unit in _UNITS and _ONLY.search(piece.words)
        if told and _SAYS_SO.search(told.group()) and not (of_another_year(piece.words, year) or _OTHERS.search(piece.words)):
            found.append(piece.claim("response.policy_interpretations"))
    codes = {claim.code for claim in claims}
    return [*claims, *(claim for claim in found if claim.code not in codes)]


_ROOMS_NOW = re.compile(
    r"(?:查[阅询]|阅览)(?:点|场所|室|中心|窗口|处)[^，,；;。\d每各]{0,8}(?:由|从|在)(?:现在|目前|现有|现)的?\s?(?P<now>\d{1,4}\s?[个处])"
    r"(?:[^，,；;。\d]{0,6}基础上)?[，,]?(?:再?增|扩|提高|达到|发展)"
    r"|(?:^|[，,；;。])\s?(?:全[县区市镇乡]|街道|我[县区市镇乡局]|虽然?|目前|现)*(?:已经?|现|共)(?:有|建成?|设立?|开辟)了?(?:政府信息|信息公开|信息|公共|公开)*查[阅询](?:点|场所|室|处)\s?(?P<have>\d{1,4}\s?[个处])"
    r"(?=[，,；;。]|$)"
    r"|(?:^|[，,；;。])\s?(?:政府信息|信息公开|信息|公共|公开)*查[阅询](?:点|场所|室|处)(?:已经?)?[由从](?:原来的?|去年的?|上年的?)?\s?\d{1,4}\s?[个处]?(?:增[加至]?|扩大|发展)(?:到|至|为)?了?\s?(?P<risen>\d{1,4}\s?[个处])"
)
"""已有查阅点25个, 查阅点由4个增加到14个: what there is, told of what is still wanting."""


_EACH = re.compile(r"[每各][^，,；;。\d]{0,8}$")


def _rooms_now(sentence: Sentence, claims: list[Claim]) -> Claim | None:
    """The claim of the rooms that there are, from which a plan starts: 查阅点将由现在的22个增至30个."""
    found = _ROOMS_NOW.search(sentence.text)
    if found is None or _EACH.search(sentence.text[: found.start()]):
        return None
    if any(claim.code == "organisation.reading_points" for claim in claims):
        return None
    if not found["now"] and (sentence.section.ahead or PLANNED.search(sentence.text)):
        return None
    which = next(name for name in ("now", "have", "risen") if found[name])
    start, end = (sentence.start + place for place in found.span(which))
    return Claim("organisation.reading_points", start, end, found[which][-1], found[which], weak=True, judged=True)


# --- what was done all the same ---

_TO_DO = re.compile(r"[需须]要?|将|应当|力求|至少|不少于|不得|达不到|目标|计划")
_DONE, _PARTS = ("全年", "今年", "本年"), re.compile(r"[；;]")


def done_in(sentence: Sentence, year: int | None) -> tuple[Sentence, tuple[str, ...]]:
    """A sentence under 存在问题 up to what it plans, and with what the codes begin that it may tell, if any."""
    text = sentence.text
    done = any(word in text for word in (*_DONE, "随后", "已于", f"{year}年"))
    parts = _PARTS.split(text)
    told = next((part for part in parts if lacks_staff(part)), parts[0])
    planned = PLANNED.search(told) or _TO_DO.search(told)
    if planned and "，" in told[: planned.start()]:
        told = told[: told.rindex("，", 0, planned.start())]  # 全年仅制作3篇，明年计划…
        done = done and any(word in told for word in (*_DONE, f"{year}年"))
        sentence = sentence._replace(text=told)
    staffed = tells_of_staff(told)
    if sentence.section.ahead or PLANNED.search(told) or _TO_DO.search(told):
        return sentence, ()
    return sentence, (*(("staff.",) if staffed else ()), *(("training.", "response.", "complaints.") if done else ()))


# --- cases ---

_CLAUSES = re.compile(r"[^，,；;。]+[，,；;。]?")
_CASE = re.compile(r"复议|诉讼|应诉|被诉")
_GOES_ON = re.compile(
    r"\s*(?:其中|均|都|已|另|(?:纠[错正]|维持|撤销|败诉|胜诉|驳回)[^\d]{0,4}\d"
    r"|[^\d]{0,6}\d{1,3}\s?[件起宗例][^\d]{0,6}(?:纠[错正]|维持|撤销|败诉|驳回|审结|诉讼))"
)
_NO_COUNT = re.compile(
    r"增[加长]|减少|下降|上升|降[到至为低]|[升多少高]于|[比较][去上前往]年|同比|率|%|％|平均|培训|旁听|案例|法院|法制|司法局|复议(?:机关|机构|局)|受理了?(?!的)"
    r"|争取|力争|目标|控制|不超过|以[内下]|如|若|可能|防止|避免|杜绝|拟|将|要"
)
_OF_ANSWERS = re.compile(r"公开|答复|被")
_OF_SOME = re.compile(
    r"(?:部分|个别|少数|有的|有些|一些|各|某|兄弟|其[他它]|所属|下属|下级)(?:[县区市州镇乡级直]|政府|行政)*"
    r"(?:部门|单位|机关|[镇乡局委办县区市](?!里|的)|街道|科室|股室|站所|人员)"
)
_DATED = re.compile(r"20\d\d年|[去上前往历]年|上一年|以[前往]|近[两二三四五几\d]\s?年|过去|曾")


def cases_owned(sentence: Sentence, year: int | None) -> Sentence | None:
    """The clauses of a sentence under 存在问题 that count this year's reviews and suits, as a sentence of none; None without.

    What other bodies or other years had, what changed and what shall be is left out.
    """
    text = sentence.text
    if sentence.section.ahead or not _CASE.search(text):
        return None
    begin = end = 0
    for clause in _CLAUSES.finditer(text):
        said = clause.group()
        if end:
            if not _GOES_ON.match(said) and not (_CASE.search(said) and any(map(str.isdigit, said))):
                break
            end = clause.end()
        elif _counts_cases(said) and _is_own(text[: clause.end()], year):
            begin, end = clause.span()
    part = text[begin:end]
    if not end or _NO_COUNT.search(part) or PLANNED.search(part):
        return None
    topics = frozenset(word for word in ("复议", "诉讼") if word in part) if _OF_ANSWERS.search(text) else sentence.section.topics
    section = replace(sentence.section, plan=False, topics=topics)
    return sentence._replace(text=part, start=sentence.start + begin, section=section)


def _counts_cases(clause: str) -> bool:
    return _CASE.search(clause) is not None and re.search(r"[\d一二两三四五六七八九十]\s?[件起宗例]", clause) is not None


def _is_own(text: str, year: int | None) -> bool:
    """Whether what a text ends with is of this year, and of no others: the last year that it names counts."""
    said = re.split("[；;]", text.rstrip("；;"))[-1]
    dated = _DATED.findall(said)
    return (not dated or dated[-1] == f"{year}年") and _OF_SOME.search(said) is None
