"""Which element of an article page holds the article: containers that CMS families are known by, else the densest block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from crawler.pages.document import text_of
from crawler.pages.marks import Marks
from pipelines.layout.boxes import is_drawn_as

_CONTAINERS = frozenset({"div", "td", "article", "section", "ucapcontent", "form", "main", "span", "ul"})
_CELLS = frozenset({"table", "tbody", "thead", "tfoot", "tr"})
_SKIPPED = frozenset({"script", "style", "noscript", "select", "option", "button", "textarea", "template"})
_WEIGHTLESS = _SKIPPED | {"a", "nav", "header", "footer"}
_INLINE = frozenset({"span", "font", "b", "strong", "br", "a", "i", "em", "u"})
_TELLING = frozenset({"div", "section", "blockquote", "span", "font"})
_TELLS, _MOST_BESIDE = 12, 200
"""Characters of a paragraph that may tell something, and blocks beside the heaviest that are looked at."""
_ENOUGH = 200
_FOOT_WORDS = re.compile("网站地图|版权所有|隐私声明|ICP备")
_FOOT = 150
"""What the foot of a page says where no name of its element tells that it is one, and characters that it has at most."""
_MOST_NODES = 150_000
_SHARE = 0.7


def content_of(document: HtmlElement, marks: Marks) -> HtmlElement:
    """The element that holds the article of a page; the body when nothing smaller holds most of the text.

    A known container is taken at its word when it holds enough; several parts of one article give the element around them.
    """
    body = document.find("body")
    body = body if body is not None else document
    known = _known_container(marks.articles)
    length = _length(known, _ENOUGH) if known is not None else 0
    if known is not None and length >= _ENOUGH:
        return known
    densest = _densest(body, {*marks.asides})
    if known is None or (known is not densest and _length(densest) > 3 * length + 60):
        return densest
    return known


def _known_container(known: list[HtmlElement]) -> HtmlElement | None:
    """The outermost known container that holds text, or what is around them when the article stands in several."""
    found: dict[HtmlElement, None] = {}
    for element in known:
        if element.tag in _CONTAINERS and found.keys().isdisjoint(element.iterancestors()):
            found[element] = None
            if len(found) == 40:
                break
    outermost = list(found)
    if len(outermost) < 2:
        return outermost[0] if outermost else None
    sized = [(length, element) for element in outermost if (length := _length(element))]
    if not sized:
        return outermost[0]
    longest, best = max(sized, key=lambda pair: pair[0])
    if longest >= 0.8 * sum(length for length, _ in sized):
        return best
    around = _around([element for length, element in sized if length >= 20])
    return best if around is None else around


def _around(elements: list[HtmlElement]) -> HtmlElement | None:
    """The nearest common ancestor of some elements, None below the body."""
    if not elements:
        return None
    shared = [*elements[0].iterancestors()]
    for element in elements[1:]:
        line = set(element.iterancestors())
        shared = [ancestor for ancestor in shared if ancestor in line]
    return shared[0] if shared and shared[0].tag not in ("html", "body") else None


def _length(element: HtmlElement, most: int = 4 * _ENOUGH) -> int:
    """Characters of text below an element without white space at their ends, scripts left out; past `most` nothing is counted."""
    total = 0
    for node in element.iter():
        if (text := node.text) and node.tag not in _SKIPPED:
            total += len(text.strip())
        if (tail := node.tail) and (shown := tail.strip()) and node is not element and node.getparent().tag not in _SKIPPED:
            total += len(shown)
        if total > most:
            return most + 1
    return total


def _densest(body: HtmlElement, asides: set[HtmlElement]) -> HtmlElement:
    """The smallest element that still holds most of the text outside links. A table of data is not entered, a layout table is."""
    weights = _weights(body, asides)
    node = body
    while weights.get(node):
        heavy = next((child for child in _blocks(node) if weights.get(child, 0) >= _SHARE * weights[node]), None)
        heavy = _only_telling(node, weights) if heavy is None else heavy
        if heavy is None or _tells_beside(node, heavy, weights) or _is_drawn_as_table(heavy):
            break
        node = heavy
    return node


def _only_telling(node: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement | None:
    """The cell of a layout table that holds all the sentences of a short page, beside lists and a foot; None where none does."""
    blocks = list(islice(_blocks(node), _MOST_LAID_OUT + 1))
    cells = [block for block in blocks if block.tag == "td" and 2 * weights.get(block, 0) >= weights[node]]
    if len(blocks) > _MOST_LAID_OUT or not cells:
        return None
    told = text_of(cells[0], _MOST_SAID).count("。")
    return cells[0] if told >= _SENTENCES and text_of(node, 2 * _MOST_SAID).count("。") == told else None


_MOST_LAID_OUT, _MOST_SAID, _SENTENCES = 12, 3000, 3
"""Cells and blocks of a page that a table lays out (a form has many more), characters of it, and sentences of its article."""


def _is_drawn_as_table(element: HtmlElement) -> bool:
    """Whether an element without a tag for it is a table of data: by its role or its style, with rows enough for one."""
    return len(element) >= _LEAST_ROWS and is_drawn_as("table", element)


_LEAST_ROWS = 6


def _tells_beside(node: HtmlElement, heavy: HtmlElement, weights: dict[HtmlElement, int]) -> bool:
    """Whether sentences stand beside the heaviest block: an article's paragraphs or bare lines round its form, however small."""
    if any("。" in tail and len(tail.strip()) >= _TELLS for tail in _bare_lines(node)):
        return True
    if heavy.tag == "td" and _rows_tell(heavy):
        return True
    around = (child for child in islice(node, _MOST_BESIDE) if weights.get(child, 0) >= _TELLS and isinstance(child.tag, str))
    return any(child is not heavy and _is_paragraph(child) and "。" in text_of(child) for child in around)


def _rows_tell(cell: HtmlElement) -> bool:
    """Whether sentences stand above or below a cell that fills its row, in a row that one cell fills too: prose over its form."""
    row = cell.getparent()
    if row.tag != "tr" or len(row) != 1:
        return False
    others = (other for other in islice(row.getparent(), _MOST_BESIDE) if other is not row)
    return any(other.tag == "tr" and len(other) == 1 and text_of(other).count("。") >= 2 for other in others)


def _bare_lines(node: HtmlElement) -> Iterator[str]:
    """The text right inside an element and between its children: lines that only <br> parts."""
    yield node.text or ""
    for child in islice(node, _MOST_BESIDE):
        yield child.tail or ""


def _is_paragraph(element: HtmlElement) -> bool:
    """Whether an element is a run of text: a <p>, or a <div> or <section> with no block in it."""
    leaf = element.tag in _TELLING and all(child.tag in _INLINE for child in islice(element, _MOST_BESIDE))
    return leaf or element.tag == "p"


def _weights(body: HtmlElement, asides: set[HtmlElement]) -> dict[HtmlElement, int]:
    """For each element with text in it the characters of that, white space, links and what stands aside left out."""
    nodes = list(islice(body.iter(), _MOST_NODES + 1))
    if len(nodes) > _MOST_NODES:  # no article; the body is as good as any part of it
        return {}
    weights: dict[HtmlElement, int] = {}
    for node in reversed(nodes):  # what is inside an element comes before it
        weight = weights.get(node, 0)
        text = node.text
        if text and not text.isspace():
            if node.tag not in _WEIGHTLESS:
                weight += len("".join(text.split()))
            if _FOOT_WORDS.search(text) and (foot := _foot_around(node)) is not None:
                asides.add(foot)
        if weight:  # most have none
            weights[node] = weight = 0 if node.tag in _WEIGHTLESS or node in asides else weight
        tail = node.tail
        if tail and not tail.isspace():
            weight += len("".join(tail.split()))
        if weight and node is not body:
            parent = node.getparent()
            weights[parent] = weights.get(parent, 0) + weight
    return weights


def _foot_around(node: HtmlElement) -> HtmlElement | None:
    """The block around words of a site's foot, where it is short and tells nothing in sentences."""
    block = next((held for held in chain([node], islice(node.iterancestors(), 4)) if held.tag in _CONTAINERS), None)
    return block if block is not None and _length(block) <= _FOOT and "。" not in text_of(block, _FOOT) else None


def _blocks(node: HtmlElement) -> Iterator[HtmlElement]:
    """The blocks right below an element; those of a table are its cells."""
    levels = [iter(node)]
    while levels:
        child = next(levels[-1], None)
        if child is None:
            levels.pop()
        elif child.tag in _CELLS:
            levels.append(iter(child))
        elif child.tag not in ("p", "span", "font", "b", "strong", "br", "a", "h1", "h2", "h3", "li"):
            yield child
