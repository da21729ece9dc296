"""The zero of a gazette that came out no more: 县政府公报自2011年停刊，今年仍无刊载."""

from __future__ import annotations

import re

from pipelines.wording.claims import Claim
from pipelines.wording.sentences import Sentence

_STOPPED = re.compile(
    r"(?:政府)?(?:公报|政报)[”》\"]?(?P<since>[^，,。；;]{0,14}?)(?:停刊|停办|停印|停发|停止(?:出版|编印|编发|发行|刊印|出刊))"
    r"(?![^，,。；;]{0,6}(?:[前后]|手续|通知))"
    r"(?:多年|至今|以来|了)*"
)
_YEAR = re.compile(r"20\d\d")
_PART = re.compile(r"\d\s?月|季度|半年|[年月]底|年中|今年|本年|当年|拟|将|计划")
_GOES_ON = re.compile(
    r"[，,][^，,。；;\d]{0,12}(?:[无未没]|不再)[^，,。；;\d]{0,10}(?:刊|载|出|印|编|发)[^，,。；;\d]{0,4}(?=[，,。；;]|$)"
)


def stopped(sentence: Sentence, year: int | None) -> list[Claim]:
    """The claim that a gazette printed nothing, where it stopped before the report's year."""
    text = sentence.text
    told = _STOPPED.search(text) if "停" in text else None
    if told is None or _PART.search(told["since"]):
        return []
    since = _YEAR.search(told["since"])
    if since and (year is None or int(since.group()) >= year):
        return []
    behind = _GOES_ON.match(text, told.end())
    if not (since or behind or "多年" in told.group() or "至今" in told.group()):
        return []
    end = behind.end() if behind else told.end()
    raw = text[told.start() : end]
    at = sentence.start + told.start()
    return [Claim("channel.gazette", at, at + len(raw), "", raw, weak=True, zero=True)]
