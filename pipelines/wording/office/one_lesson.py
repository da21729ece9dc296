"""A lesson held on a day that is named, with no count of its own, and who came: 5月23日举办政务公开培训会，34人参加."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.cues import PLANS
from pipelines.wording.office.each import ONE_DAY
from pipelines.wording.sentences import Sentence

_LESSON = re.compile(
    rf"(?:^|[，,；;。：:是年])(?:今年|本年)?(?P<day>{ONE_DAY.pattern})[，,]?(?P<who>[^，,；;。：:\d]{{0,24}}?)(?:组织)?(?:举办|召开|开展|举行|组织)了?"
    r"(?P<what>[^，,；;。：:\d]{0,40}?(?:学习|培训)(?:会议|[会班])?)(?:活动)?"
    r"[，,](?P<came>[^，,；;。：:\d]{0,24}?)(?:共|计|约)*(?P<people>\d{1,4}\s?[余多]?(?:人次|[人名位]))(?P<behind>[^，,；;。：:\d]{0,16})"
)
_CAME = re.compile(r"参加|参训|参会|受训|到会|听课")
_OTHERS = re.compile(r"赴|参加|选派|上级|省|组队|其中")
_OF_DISCLOSURE = ("政务公开", "信息公开")


def told_of_a_lesson(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of the one lesson that a sentence tells of, where it counts none: how many there were, and who came."""
    text = sentence.text
    told = _LESSON.search(text) if "月" in text and ("培训" in text or "学习" in text) else None
    if told is None or any(claim.code.startswith("training.") for claim in claims):
        return []
    mine = any(word in told["what"] for word in _OF_DISCLOSURE) and "党" not in told["what"]
    came = _CAME.search(told["came"] + told["behind"]) is not None
    if not (mine and came) or _OTHERS.search(told["who"]) or PLANS.search(told.group()):
        return []
    return [_claim(sentence, told, "training.classes", "day"), _claim(sentence, told, "training.people", "people")]


def _claim(sentence: Sentence, told: re.Match[str], code: str, group: str) -> Claim:
    start, end = told.span(group)
    raw = told[group]
    unit = "次" if group == "day" else "人"
    return Claim(code, sentence.start + start, sentence.start + end, unit, raw, weak=True, judged=True, dated=True)
