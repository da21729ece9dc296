"""The zero of a publisher that disclosed nothing in the year: 本年度未主动公开政府信息, 今年我镇没有主动公开的政府信息.

What is said of information that was not disclosed (未主动公开的政府信息，可以申请) denies nothing: the sentence must end there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import unnumbered

_WHO = (
    r"(?:20\d\d年度?|[全今本当]年度?|年内|一年来|[我本](?:[县区市镇乡局委办站院所]|街道|单位|机关|部门)|[镇乡局]政府|街道办事处|办事处|因[^，,。；;]{1,12}?"
    r"|截至[^，,。；;]{1,8}?|暂时?|目前|尚|也|亦|均|故|因此|，|,)*"
)
_NONE = re.compile(
    rf"{_WHO}(?:(?:没有|未曾?|无|未有)(?:产生|形成)?(?:任何|一条|需要?|应当?|可)?(?:主动)?(?:向社会|对外)?公开(?:过|的|任何)?(?:政府|政务)?信息"
    r"|主动公开的?(?:政府|政务)?信息(?:数量?|条数)?(?:为|是)?(?:无|没有))[。；;，,]?\s*"
)
_CODE = "disclosure.total"


def nothing_disclosed(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The zero of all disclosure that a sentence of nothing else tells; none where anything was counted before it."""
    text = sentence.text
    if "公开" not in text or "信息" not in text or any(mark in text for mark in ("申请", "可以", "除", "对于")):
        return []
    if sentence.section.plan or sentence.section.domain or "申请" in sentence.section.topics:
        return []
    words = unnumbered(text).strip()
    counted = any(one.code == _CODE or one.code.startswith("channel.") for one in claims)
    if counted or not _NONE.fullmatch(words):
        return []
    start = sentence.start + text.index(words)
    raw = words.rstrip("。；;，, ")
    return [Claim(_CODE, start, start + len(raw), "", raw, zero=True, weak=True, judged=True)]
