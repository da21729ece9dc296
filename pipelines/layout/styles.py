"""The styles of a page, looked at once for all readers: few are written, and each on a hundred cells."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

HIDDEN = "display:none"
"""What the attribute `hidden` stands for."""

LONG = 30_000
"""Characters of markup from which its styles are quicker to list than its text is to search."""

_written = cast("Callable[[HtmlElement], list[str]]", etree.XPath("/descendant::*/@style", smart_strings=False))
_has_hidden = cast("Callable[[HtmlElement], bool]", etree.XPath("boolean(/descendant::*/@hidden)"))
_CONCEALS = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|width:\s?0(?:pt|px)?\s?(?:[;\"]|$)", re.IGNORECASE
)

_HIDING = ("isplay", "isibility", "idden=")
_HIDING_LOUD = (*_HIDING, "ISPLAY", "ISIBILITY")
_MAY_HIDE = re.compile(r".(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)|\shidden=", re.IGNORECASE | re.DOTALL)


def styles_of(element: HtmlElement) -> frozenset[str]:
    """Each style that any element of the same document has, as written; `HIDDEN` where one has the attribute `hidden`."""
    # Strings: elements cost three times as much to look at.
    found = frozenset(_written(element))
    return found | {HIDDEN} if _has_hidden(element) else found


@lru_cache(maxsize=4096)  # an editor's export has the same styles on every page
def conceals(style: str) -> bool:
    """Whether a style may take an element out of sight as the text of an article: by display, visibility, or no width."""
    return _CONCEALS.search(style) is not None


def may_hide(content: HtmlElement, markup: str, styles: frozenset[str] | None) -> bool:
    """Whether anything in an element may be hidden by a style or attribute; `markup` is what it is written as.

    For a long one the few styles that it repeats tell whether it is worth while to search it.
    """
    if not (styles is None and len(markup) < LONG) and not any(map(conceals, styles_of(content) if styles is None else styles)):
        return False
    return _hides(markup) or (' width="0"' in markup and ("width:0" in markup or "width: 0" in markup))


def _hides(markup: str) -> bool:
    """Whether anything in the markup may be hidden by a style or attribute."""
    # Words are found ten times as fast as a pattern; scripts and styles have many that hide nothing.
    for word in _HIDING_LOUD if "Y" in markup else _HIDING:
        at = markup.find(word)
        while at >= 0:
            if _MAY_HIDE.match(markup, max(0, at - 2)):
                return True
            at = markup.find(word, at + 1)
    return False
