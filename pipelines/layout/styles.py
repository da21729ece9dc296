"""What the styles of a page say, looked at once for all readers: few are written, and each on a hundred cells."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple, cast

from lxml import etree
from lxml.html import HtmlElement

from pipelines.layout.sheets import sheets_of

HIDDEN = "display:none"
"""What the attribute `hidden` stands for."""

DRAWING = ("table-cell", "flex")
"""Words of styles that draw a table without a table."""

_written = cast("Callable[[HtmlElement], list[str]]", etree.XPath("/descendant::*/@style", smart_strings=False))
_has_hidden = cast("Callable[[HtmlElement], bool]", etree.XPath("boolean(/descendant::*/@hidden)"))
_CONCEALS = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|width:\s?0(?:pt|px)?\s?(?:[;\"]|$)", re.IGNORECASE
)

_MAY_TAKE_AWAY = re.compile(r":\s*(?:none|hidden|-\s*\d{3}|0(?!\.?[1-9])|1(?![\d.]))")
"""What every value that hides begins with: most styles have none, and are not searched for more."""

_TAKES_AWAY = re.compile(
    r"(?=[dvolrtmfwh])(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0\d*)?(?![.\d])|(?:left|right|top|text-indent|margin-left|margin-top)\s*:\s*-\s*\d{3,}"
    r"|font-size\s*:\s*[01](?:px|pt|em)?(?![.\d])|(?<![-\w])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$))"
)

_HIDING = ("isplay", "isibility", "idden=")
_HIDING_LOUD = (*_HIDING, "ISPLAY", "ISIBILITY")
_MAY_HIDE = re.compile(r".(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)|\shidden=", re.IGNORECASE | re.DOTALL)

_HIDES, _CONCEALED, _STRIKES, _DRAWS, _BREAKS = 1, 2, 4, 8, 16


class Styles(NamedTuple):
    """What a document says of the looks of its elements: whether any may be so, and its style sheets, one after the other.

    hides     out of a reader's sight in whatever way, by a style or the attribute `hidden`
    conceals  out of sight as the text of an article: by display, visibility, or no width
    strikes   struck out
    draws     drawn as a table or in a row
    breaks    so that white space in it counts
    """

    hides: bool
    conceals: bool
    strikes: bool
    draws: bool
    breaks: bool
    sheets: str


def styles_of(element: HtmlElement, sheets: str | None = None) -> Styles:
    """What the styles of an element's document say; `sheets` are its style sheets, where they were looked at already."""
    # Strings: elements cost three times as much to look at.
    said = reduce(or_, map(_said, {*_written(element)}), _said(HIDDEN) if _has_hidden(element) else 0)
    return Styles(
        hides=said & _HIDES > 0, conceals=said & _CONCEALED > 0, strikes=said & _STRIKES > 0, draws=said & _DRAWS > 0,
        breaks=said & _BREAKS > 0, sheets=sheets_of(element) if sheets is None else sheets,
    )  # fmt: skip


@lru_cache(maxsize=4096)  # an editor's export has the same styles on every page
def _said(style: str) -> int:
    """What a style says, as the sum of signs."""
    lower = style.lower()
    hides = _MAY_TAKE_AWAY.search(lower) is not None and _TAKES_AWAY.search(lower) is not None
    signs = (
        (_HIDES, hides), (_CONCEALED, _CONCEALS.search(style) is not None), (_STRIKES, "line-through" in style),
        (_DRAWS, draws(style)), (_BREAKS, "white-space" in style),
    )  # fmt: skip
    return sum(sign for sign, is_said in signs if is_said)


def hides(style: str) -> bool:
    """Whether a style takes an element out of a reader's sight, in whatever way."""
    return _said(style) & _HIDES > 0


def draws(style: str) -> bool:
    """Whether a style, or any rule of a style sheet, may draw a table without a table."""
    return any(word in style for word in DRAWING)


def may_hide(markup: str, styles: Styles) -> bool:
    """Whether anything in an element may be hidden by a style or attribute; `markup` is what it is written as.

    The few styles of its document tell whether it is worth while to search it.
    """
    if not styles.conceals:
        return False
    return _hides_in(markup) or (' width="0"' in markup and ("width:0" in markup or "width: 0" in markup))


def _hides_in(markup: str) -> bool:
    """Whether the pattern of what hides matches two characters before one of the words, without which it matches nowhere."""
    # Words are found ten times as fast as a pattern; scripts and styles have many that hide nothing.
    for word in _HIDING_LOUD if "Y" in markup else _HIDING:
        at = markup.find(word)
        while at >= 0:
            if _MAY_HIDE.match(markup, max(0, at - 2)):
                return True
            at = markup.find(word, at + 1)
    return False
