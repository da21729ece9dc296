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


def styles_of(element: HtmlElement) -> frozenset[str]:
    """Each style that any element of the same document has, as written; `HIDDEN` where one has the attribute `hidden`."""
    # Strings: elements cost three times as much to look at.
    found = frozenset(_written(element))
    return found | {HIDDEN} if _has_hidden(element) else found


@lru_cache(maxsize=4096)  # an editor's export has the same styles on every page
def conceals(style: str) -> bool:
    """Whether a style may take an element out of sight as the text of an article: by display, visibility, or no width."""
    return _CONCEALS.search(style) is not None
