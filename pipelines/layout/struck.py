"""Marks of footnotes and struck-out text, which are no part of the number or word beside them."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipelines.layout.styles import Styles

LONGEST_STRUCK = 200
"""Characters of markup in an element of struck-out text: a longer one was never closed, and hides a report."""

LONGEST_MARK = 60
"""Characters of markup in the mark of a footnote, a link to the note included."""

_OPENING = re.compile(
    r"<(sup|s|del|strike)(?:\s[^>]*+)?(?<!/)>|"
    r'<(\w{1,8})\s[^>]{0,99}?style="[^">]{0,300}line-through[^>]*+(?<!/)>'
)
_BLOCK = re.compile(r"</?(?:t[dhr]|table|p|div|li|br)[\s/>]")
_TAG = re.compile(r"<[^>]*+>")
_MARK = re.compile(r"[\[(（【]?\s?((?:注\s?)?[\d①-⑳⑴-⒇*＊]{1,3})\s?[\])）】]?")


def may_strike(content: HtmlElement, styles: Styles) -> bool:
    """Whether anything in an element may be struck out or be the mark of a footnote; `styles` are those of its document."""
    # Tags that a document has not are told without a look at its elements; a search of its markup costs a twentieth of all.
    return next(content.iter("sup", "s", "del", "strike"), None) is not None or styles.strikes


def without_struck(markup: str) -> str:
    """The markup (XML form) without what is struck out (`<s>`, `<del>`, line-through), marks of footnotes in brackets.

    `12<sup>1</sup>` becomes `12[1]`, a number with a remark. A letter keeps its exponent: m<sup>2</sup>.
    """
    out: list[str] = []
    at = 0
    for opening in _OPENING.finditer(markup):
        if opening.start() < at:
            continue
        name = opening[1] or opening[2]
        most = LONGEST_MARK if name == "sup" else LONGEST_STRUCK
        end = markup.find(f"</{name}>", opening.end(), opening.end() + most)
        inside = markup[opening.end() : max(end, 0)]
        if end < 0 or f"<{name}" in inside or _BLOCK.search(inside):
            continue
        before = _TAG.sub("", markup[max(0, opening.start() - 80) : opening.start()])[-1:]
        mark = _MARK.fullmatch(_TAG.sub("", inside).strip()) if name == "sup" else None
        if name == "sup" and (mark is None or (before.isascii() and before.isalpha())):
            continue
        out += markup[at : opening.start()], f"[{mark[1]}]" if mark else ""
        at = end + len(f"</{name}>")
    out.append(markup[at:])
    return "".join(out)
