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
