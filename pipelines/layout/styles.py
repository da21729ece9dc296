"""The styles of a page, looked at once for all readers: few are written, and each on a hundred cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

HIDDEN = "display:none"
"""What the attribute `hidden` stands for."""

_written = cast("Callable[[HtmlElement], list[str]]", etree.XPath("/descendant::*/@style", smart_strings=False))
_has_hidden = cast("Callable[[HtmlElement], bool]", etree.XPath("boolean(/descendant::*/@hidden)"))
_CONCEALS = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|width:\s?0(?:pt|px)?\s?(?:[;\"]|$)", re.IGNORECASE
)

_HIDING = ("isplay", "isibility", "idden=")
_HIDING_LOUD = (*_HIDING, "ISPLAY", "ISIBILITY")
_MAY_HIDE = re.compile(r".(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)|\shidden=", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = re.compile(r"[\s\x00-\x1f/\"']hidden(?![^\s\x00-\x1f/=>])", re.IGNORECASE)


def styles_of(element: HtmlElement, page: str | None = None) -> frozenset[str]:
    """Each style that any element of the same document has, as written; `HIDDEN` where one has the attribute `hidden`.

    `page` is the page as decoded, where it is at hand: nearly none has the attribute, and elements are slow to ask for it.
    """
    # Strings: elements cost three times as much to look at.
    found = frozenset(_written(element))
    may_have = page is None or _stands(page, ("idden", "IDDEN"), _ATTRIBUTE)
    return found | {HIDDEN} if may_have and _has_hidden(element) else found


@lru_cache(maxsize=4096)  # an editor's export has the same styles on every page
def conceals(style: str) -> bool:
    """Whether a style may take an element out of sight as the text of an article: by display, visibility, or no width."""
    return _CONCEALS.search(style) is not None


def may_hide(markup: str, styles: frozenset[str]) -> bool:
    """Whether anything in an element may be hidden by a style or attribute; `markup` is what it is written as.

    The few styles of its document tell whether it is worth while to search it.
    """
    if not any(map(conceals, styles)):
        return False
    return _hides(markup) or (' width="0"' in markup and ("width:0" in markup or "width: 0" in markup))


def _hides(markup: str) -> bool:
    """Whether anything in the markup may be hidden by a style or attribute."""
    return _stands(markup, _HIDING_LOUD if "Y" in markup else _HIDING, _MAY_HIDE)


def _stands(markup: str, words: Sequence[str], pattern: re.Pattern[str]) -> bool:
    """Whether a pattern matches two characters before one of the words, without which it matches nowhere."""
    # Words are found ten times as fast as a pattern; scripts and styles have many that hide nothing.
    for word in words:
        at = markup.find(word)
        while at >= 0:
            if pattern.match(markup, max(0, at - 2)):
                return True
            at = markup.find(word, at + 1)
    return False
