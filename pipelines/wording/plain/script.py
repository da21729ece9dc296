"""Traditional characters and wide digits made plain for reading, one character to one character, so that every place stays."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from opencc import OpenCC

from pipelines.items import Fact
from pipelines.outline import Outline
from pipelines.wording.wordings import slips

_TELLTALE = "開"
_SIGNS = re.compile("[開報務請訴議與動條網絡機關]")
_WIDE_NUMBER = re.compile(r"[０-９]+(?:．[０-９]+)?")
_NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")
_DOTTED = str.maketrans({mark + at: 0x2460 + at for mark in (0x2488, 0x2474) for at in range(20)})
"""⒈ and ⑴ are numberings as ① is."""
_ENOUGH = 8
"""A page with fewer is not written in them: names keep their old characters."""


def simplified(outline: Outline) -> Outline:
    """The outline with its text in simplified characters, of the same length; itself where it is written in them.

    Slips of the pen are made good (依申清公开), so that what was meant is read; wide digits are made narrow.
    """
    if any(digit in outline.text for digit in "１２０"):  # no number of a report has none of them
        outline = replace(outline, text=_WIDE_NUMBER.sub(lambda wide: wide.group().translate(_NARROW), outline.text))
    if "⒈" in outline.text or "⑴" in outline.text:
        outline = replace(outline, text=outline.text.translate(_DOTTED))
    meant, any_slip = _slips()
    if any_slip.search(outline.text):
        outline = replace(outline, text=any_slip.sub(lambda slip: meant[slip.group()], outline.text))
    if _TELLTALE not in outline.text:  # nearly always; every such report speaks of 信息公開
        return outline
    signs = _SIGNS.finditer(outline.text)
    if sum(1 for _ in zip(signs, range(_ENOUGH), strict=False)) < _ENOUGH:
        return outline
    return replace(outline, text=plain(outline.text))


def as_printed(facts: list[Fact], printed: str, read: str) -> list[Fact]:
    """The facts with what the page prints at their places, however it was read, and with its labels."""
    labelled = facts if printed is read else [_with_label(fact, printed, read) for fact in facts]
    return [_with_words(fact, printed) for fact in labelled]


def _with_label(fact: Fact, printed: str, read: str) -> Fact:
    if not fact.category:
        return fact
    at = read.rfind(fact.category, max(0, fact.place.start - _LABEL_BEFORE), fact.place.start)
    return replace(fact, category=printed[at : at + len(fact.category)]) if at >= 0 else fact


def _with_words(fact: Fact, printed: str) -> Fact:
    words = printed[fact.place.start : fact.place.end]
    return fact if fact.raw == words else replace(fact, raw=words)


_LABEL_BEFORE = 200
"""A label stands no further before its number."""


@cache
def _slips() -> tuple[dict[str, str], re.Pattern[str]]:
    """The table's slips of the pen with what was meant, as long as they are, and a pattern of all of them."""
    meant = slips()
    return meant, re.compile("|".join(map(re.escape, meant)))


@lru_cache(maxsize=8)
def plain(text: str) -> str:
    """The text in simplified characters, of the same length: a publisher's name as its report is read."""
    return "".join(map(_simple, text))


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=8192)
def _simple(char: str) -> str:
    simple = str(_converter().convert(char)) if char > "\u3400" else char
    return simple if len(simple) == 1 else char
