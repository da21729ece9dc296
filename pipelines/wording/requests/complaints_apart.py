"""Complaints whose two kinds are counted apart: 举报1件，投诉2件，合计3件. Their sum alone is the report's figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, plain_number
from pipelines.wording.sentences import Sentence

_CODE = "complaints.total"
_APART = re.compile(
    r"(?<![诉报])(?P<one>举报|投诉)(?![举投])[^，,；;。、\d]{0,6}?(?P<first>\d{1,4})\s?[件起宗例次]\s?[，,、；;和及与]\s?(?:其中)?"
    r"[^，,；;。、\d]{0,4}?(?P<two>举报|投诉)(?![举投])[^，,；;。、\d]{0,6}?(?P<second>\d{1,4})\s?[件起宗例次]"
    r"(?:\s?[，,、；;]\s?(?:共计|合计|总计|一共|总共|共)(?:有|为)?[：:]?\s?(?P<whole>\d{1,4}\s?[件起宗例次]))?"
)


def complaints_apart(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the sum of two kinds of complaints in their place; with none of them where no sum is told."""
    text = sentence.text
    told = _APART.search(text) if "投诉" in text and "举报" in text else None
    if told is None or told["one"] == told["two"]:
        return [*claims]
    first, second = _value(told["first"]), _value(told["second"])
    places = {sentence.start + told.start(name) for name in ("first", "second")}
    kept = [one for one in claims if not (one.code == _CODE and one.start in places)]
    if not first or not second:  # 举报0件，投诉2件
        larger = sentence.start + told.start("first" if first else "second")
        return [*kept, *(one for one in claims if one.code == _CODE and one.start == larger)]
    if told["whole"] and _value(told["whole"][:-1]) == first + second and not any(one.code == _CODE for one in kept):
        start, end = (sentence.start + place for place in told.span("whole"))
        kept.append(Claim(_CODE, start, end, told["whole"][-1], told["whole"], weak=True, judged=True))
    return kept


def _value(printed: str) -> Decimal:
    return read_number(plain_number(printed)).value or Decimal(0)
