"""Rows drawn as inline elements side by side, spaced by styles elsewhere: `<p><span>总计</span><span>3</span><span>1</span>…`.

Read as text their numbers would run together (31…). What tells such a row is that it holds elements alike and nothing between
them, several of them numbers, and that other rows have as many.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

LEAST_NUMBERS = 4
"""So many numbers beside one another; fewer may be the pieces of one number that an editor cut up."""

LEAST_ROWS = 2
"""So many such rows of as many cells."""

LONGEST_CELL = 120
"""Characters of a cell; longer ones are paragraphs."""

_TAGS = frozenset(("span", "label", "i", "em", "b", "strong", "font"))
_NUMBER = r"[\d０-９][\d０-９,.]{0,11}|[-—/]"
_INLINE = "|".join(sorted(_TAGS))
_CELL = rf"</(?:{_INLINE})>\s?<(?:{_INLINE})(?:\s[^<>]{{0,200}})?>\s?(?:{_NUMBER})\s?"
_RUN = re.compile(rf"(?:{_CELL}){{{LEAST_NUMBERS}}}</")
_IS_NUMBER = re.compile(_NUMBER)

_Look = tuple[str, str | None, str, str | None]
"""Tag and class of a row, tag and class of its cells."""


def may_run(markup: str) -> bool:
    """Whether numbers stand in inline elements side by side anywhere; tells most pages apart without their elements."""
    return _RUN.search(markup) is not None


def mark_rows(content: HtmlElement) -> None:
    """Gives the elements that are such rows, and their cells, the roles of rows and cells.

    A single cell is a row between two others: the name of a group.
    """
    looks = _looks(content)
    found = {element: look for element, look in _candidates(content) if look in looks}
    for element in found:
        if len(element) > 1 or (element.getprevious() in found and element.getnext() in found):
            element.set("role", "row")
            for child in element:
                child.set("role", "cell")


def _looks(content: HtmlElement) -> set[_Look]:
    """How rows look: enough of them hold enough numbers, and as many cells."""
    counts: dict[_Look, Counter[int]] = defaultdict(Counter)
    for element, look in _candidates(content):
        if sum(_is_number(child) for child in element) >= LEAST_NUMBERS:
            counts[look][len(element)] += 1
    return {look for look, sizes in counts.items() if max(sizes.values()) >= LEAST_ROWS}


def _candidates(content: HtmlElement) -> Iterator[tuple[HtmlElement, _Look]]:
    """The elements that hold nothing but inline elements alike, each of a cell's length, with how they look."""
    for element in content.iter(etree.Element):
        first = element[0] if len(element) else None
        if first is not None and first.tag in _TAGS and not (element.text or "").strip() and _are_alike(element, first):
            yield element, (str(element.tag), element.get("class"), str(first.tag), first.get("class"))


def _are_alike(row: HtmlElement, first: HtmlElement) -> bool:
    return all(
        cell.tag == first.tag
        and cell.get("class") == first.get("class")
        and not (cell.tail or "").strip()
        and sum(map(len, cell.itertext())) <= LONGEST_CELL
        for cell in row
    )


def _is_number(element: HtmlElement) -> bool:
    return not len(element) and _IS_NUMBER.fullmatch((element.text or "").strip()) is not None
