"""Items that say what they hold and what of it is new in the year: 政府文件180条，新增31条. Only the new ones are the year's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.context import Number

_NEW = re.compile(
    r"(?:其中)?[:：]?(?:今年|本年度?|当年|年内|全年|20\d\d年度?)?(?:新增加?|新公开|净增|新添|增加)(?:了|的|公开|发布|信息)*"
)
_BEHIND = re.compile(r"[\s，,、（(]*")
_NEAR = 14


def renewal_of(number: Number, claims: Sequence[Claim]) -> Claim | None:
    """The claim that a number is the year's share of the item right before it; None if it is no such number."""
    item = claims[-1] if claims else None
    if item is None or item.label is None or item.parent is None or item.unit != number.hit.unit:
        return None
    at = item.end - number.sentence.start
    behind = number.sentence.text[at : number.hit.start] if 0 <= at <= number.hit.start <= at + _NEAR else ""
    if not behind or not _NEW.fullmatch(behind[_end(behind) :]):
        return None
    new = number.claim(item.code)
    new.parent, new.label, new.fresh, item.renewed = item.parent, item.label, True, True
    return new


def _end(text: str) -> int:
    match = _BEHIND.match(text)
    return match.end() if match else 0
