"""The lines that a page prints just before its article, and right behind it.

Before it stand a title, a date and a path that no page object named; behind it a signature that its editor left outside.
"""

from __future__ import annotations

from collections import deque

from lxml.html import HtmlElement

from pipelines.genuineness.hidden import is_hidden
from pipelines.layout.styles import Styles

NODES = 200
"""Elements looked at before the article, nearest first; a heading stands within the last dozens."""

LINES = 25

_SILENT = frozenset({"script", "style", "noscript", "template", "select", "textarea", "head", "object", "iframe", "svg"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdo", "big", "cite", "em", "font", "i", "ins", "label", "mark", "s", "small", "span", "strong", "sub",
     "sup", "u"}
)  # fmt: skip


def _collect(element: HtmlElement, tag: str, pieces: list[str], left: int, hides: bool) -> int:
    """Adds the text of an element in reading order, a line break where an element stands that is no run of text.

    `left` elements may be looked at, which bounds the depth too; gives back how many are left, below 0 where it stopped.
    `hides` tells whether any style of the page may hide something.
    """
    if tag in _SILENT or ((hides or tag == "marquee") and is_hidden(element)):
        pieces.append("\n")
        return left - sum(1 for _ in element.iter("*"))
    left -= 1
    if left < 0:
        return left
    apart = tag not in _INLINE
    if apart:
        pieces.append("\n")
    if text := element.text:
        pieces.append(text)
    for child in element:
        if isinstance(tag := child.tag, str):  # a comment has only a tail
            left = _collect(child, tag, pieces, left, hides)
            if left < 0:
                return left
        if tail := child.tail:
            pieces.append(tail)
    if apart:
        pieces.append("\n")
    return left


def lines_before(content: HtmlElement, styles: Styles | None = None) -> tuple[str, ...]:
    """The last lines printed before the article, in reading order, at most 25; () where nothing stands before it.

    `styles` is what those of the document say, where they were looked at already.
    """
    hides = styles is None or styles.hides
    found: deque[str] = deque()
    left = NODES
    node: HtmlElement | None = content
    while node is not None and node.tag != "body" and len(found) < LINES and left > 0:
        parent = node.getparent()
        for sibling in node.itersiblings(preceding=True):
            pieces: list[str] = []
            if isinstance(tag := sibling.tag, str) and tag not in _SILENT:  # a hidden one gives no line
                left = _collect(sibling, tag, pieces, left, hides)
            text = "".join(pieces) + (sibling.tail or "")
            if text and not text.isspace():
                lines = [" ".join(line.split()) for line in text.split("\n") if line]
                found.extendleft([line for line in reversed(lines) if len(line) > 1])
            if len(found) >= LINES or left <= 0:
                break
        if parent is not None and parent.text and parent.text.strip():
            found.appendleft(" ".join(parent.text.split()))
        node = parent
    return tuple(found)[-LINES:]


BEHIND, NODES_BEHIND = 3, 40


def lines_behind(content: HtmlElement) -> tuple[str, ...]:
    """The first lines printed right behind the article, at most 3; () where nothing stands behind it."""
    left = NODES_BEHIND
    node: HtmlElement | None = content
    while node is not None and node.tag != "body":
        pieces = [node.tail or ""]
        for sibling in node.itersiblings():
            if isinstance(tag := sibling.tag, str):
                left = _collect(sibling, tag, pieces, left, hides=True)
            pieces.append(sibling.tail or "")
            if left <= 0 or len(pieces) > 4 * NODES_BEHIND:
                break
        lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
        if found := [line for line in lines if line]:
            return tuple(found[:BEHIND])
        node = node.getparent()
    return ()
