"""What a chapter on shortcomings owns to: 政策解读仅有3篇，形式单一; 解读文章一篇都没有."""

from __future__ import annotations

import re

from pipelines.wording.claims import Claim
from pipelines.wording.cues import PLANNED
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
