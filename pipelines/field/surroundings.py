"""The lines that a page prints just before its article: where a title, a date and a path stand that no page object named."""

from __future__ import annotations

from collections import deque

from lxml import etree
from lxml.html import HtmlElement

from pipelines.folding import squeeze

NODES = 200
"""Elements looked at before the article, nearest first; a heading stands within the last dozens."""

LINES = 25

_SILENT = frozenset({"script", "style", "noscript", "template", "select", "textarea", "head", "object", "iframe", "svg"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdo", "big", "cite", "em", "font", "i", "ins", "label", "mark", "s", "small", "span", "strong", "sub",
     "sup", "u"}
)  # fmt: skip


def _text_of(element: HtmlElement, budget: list[int]) -> str:
    """Text of an element in reading order, a line break where an element stands that is no run of text."""
    pieces: list[str] = []
    silent = 0
    left = budget[0]
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        tag = node.tag
        if event == "start":
            left -= 1
            if left < 0:
                break
            if tag in _SILENT:
                silent += 1
            if silent:
                continue
            if tag not in _INLINE:
                pieces.append("\n")
            said = node.text
        else:
            if event == "end":
                if tag in _SILENT:
                    silent -= 1
                if not silent and tag not in _INLINE:
                    pieces.append("\n")
            said = None if silent or node is element else node.tail
        if said:
            pieces.append(said)
    budget[0] = left
    return "".join(pieces)


def lines_before(content: HtmlElement) -> tuple[str, ...]:
    """The last lines printed before the article, in reading order, at most 25; () where nothing stands before it."""
    found: deque[str] = deque()
    budget = [NODES]
    node: HtmlElement | None = content
    while node is not None and node.tag != "body" and len(found) < LINES and budget[0] > 0:
        parent = node.getparent()
        for sibling in node.itersiblings(preceding=True):
            text = _text_of(sibling, budget) if isinstance(sibling.tag, str) and sibling.tag not in _SILENT else ""
            lines = (text + (sibling.tail or "")).split("\n")
            found.extendleft(line for line in (" ".join(line.split()) for line in reversed(lines)) if len(squeeze(line)) > 1)
            if len(found) >= LINES or budget[0] <= 0:
                break
        if parent is not None and parent.text and parent.text.strip():
            found.appendleft(" ".join(parent.text.split()))
        node = parent
    return tuple(found)[-LINES:]
