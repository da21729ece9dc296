"""Items that a total is made of, told by their sum: 业务工作131条，救助公示52条，… under 分类, without a word such as 其中."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, label_of, plain_number
from pipelines.wording.context import Number
from pipelines.wording.cues import MEDIA, REST, REST_IS
from pipelines.wording.lists.label_words import PUT_UNDER

SUM_UNITS = frozenset("条件篇份个项宗起")
"""Units of the items of lists."""
LEAST = 2
"""A single item that equals the total is no breakdown."""


def value_of(claim: Claim) -> Decimal | None:
    """The value that a claim's printed number has; None for an approximate one, of which no sum can be made."""
    number = read_number(plain_number(claim.raw))
    return number.value * claim.times if number.value is not None and number.meaning in ("number", "zero") else None


RUN = 3
"""So many items in a sentence of nothing else are a list that needs no sum and no announcement."""


NONE_OF = re.compile(r"(?:[，,（(]?\s?占[^，,、；;。]{1,12})?[，,、；;][^。；;\d]{2,60}(?<![\d.])0\s?条")
"""…财务类23条，人事类、采购类均为0条: though the list is made up."""


def within(items: list[Claim], total: Claim) -> list[Claim]:
    """The items as parts of a total that they do not exceed; none of them where they do, or where one stands twice."""
    values, whole = [value_of(item) for item in items], value_of(total)
    if whole is None or None in values or sum(filter(None, values)) > whole or len({item.label for item in items}) < len(items):
        return []
    for item in items:
        item.parent, item.code = total, total.code
    return items


def media_from(first: Claim, claims: Sequence[Claim]) -> Decimal | None:
    """What the media counted from a claim of the first of them on come to; None where there is no other."""
    media = [one for one in claims if one.code.startswith("channel.") and one.label is None and one.start >= first.start]
    return sum((value_of(one) or Decimal(0) for one in media), Decimal(0)) if len({one.code for one in media}) > 1 else None


def adopted(items: list[Claim], totals: Sequence[Claim]) -> list[Claim]:
    """The items as parts of the last of `totals` that they add up to exactly; none of them where there is none.

    Items are labelled claims that no list has announced. They are the last ones of a run, so that a number of another
    subject before them does not count.
    """
    if len(items) < LEAST or len({item.label for item in items}) < len(items):
        return []
    values = [value_of(item) for item in items]
    if None in values:
        return []
    whole = sum(filter(None, values))
    parent = next((total for total in reversed(totals) if whole and value_of(total) == whole), None)
    if parent is None:
        return []
    for item in items:
        item.parent, item.code = parent, parent.code
    return items


_PROPOSALS = ("建议", "提案", "议案")
"""公开信息52条，其中概况6条，办理人大建议4件、政协提案7件: those are no information."""


_CLAUSE, _DIGIT = re.compile("[，,；;。]"), re.compile(r"\d")
_PRINTS = ("发布", "推送", "刊登", "刊发", "播发", "播出", "推出", "转发", "登载")
"""利用微信、头条等平台，发布时政信息90条: what a medium printed is no kind of information."""


def _by_a_medium(number: Number) -> bool:
    """Whether the clause right before a number's own names a medium other than a website."""
    before = number.sentence.text[: number.hit.start].rstrip().removesuffix(number.words).rstrip("，, ")
    clause = _CLAUSE.split(before)[-1]
    return _DIGIT.search(clause) is None and not {match.lastgroup for match in MEDIA.finditer(clause)} <= {"web"}


def item_label(number: Number) -> str | None:
    """The label of an item of a list, which stands before its number, or behind it where that counts the rest."""
    if number.words.rstrip("为是有：: ").endswith("分别") and "、" in number.words:
        return None  # 甲、乙、丙分别为…: of several kinds
    words, whole = number.words.strip("、，,；; "), number.state.parent
    if number.unit == "件" and whole is not None and whole.unit != "件" and words.endswith(_PROPOSALS):
        return None
    if words.startswith(_PRINTS) and _by_a_medium(number):
        return None
    all_of = words.rstrip("为是有") if "均" in words[-2:] or "皆" in words[-2:] else ""
    if all_of and "、" in all_of:
        return label_of(all_of[:-1], number.unit)  # 甲类、乙类均为0条: one for each of them, once all is read
    rest = REST.fullmatch(words) and REST_IS.match(number.right)
    if not rest and number.right.endswith("之类") and REST.fullmatch(words):
        return words  # 剩下27条是会议和讲话之类
    rest = rest or (PUT_UNDER.fullmatch(number.right) if number.right and number.unit == "条" else None)
    return label_of(rest["label"].removesuffix("等") if rest else number.words, number.unit)


def units_of(parent: Claim) -> frozenset[str]:
    """The units that items of a total may have: 包括通知公告6次 only of 信息52次, 统计数据12期 of articles."""
    return SUM_UNITS | {"次"} if parent.unit == "次" else SUM_UNITS | {"期"} if parent.unit in ("条", "篇") else SUM_UNITS


def once(claims: list[Claim]) -> list[Claim]:
    """The claims without the second of two kinds that one number is said to count."""
    kinds: dict[tuple[int, str], Claim] = {}
    for claim in claims:
        if claim.label is not None:
            kinds.setdefault((claim.start, claim.code), claim)
    return [one for one in claims if one.label is None or kinds[one.start, one.code] is one]
