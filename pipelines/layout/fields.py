"""What stands in the fields of a form that was never taken out of a page: `<td><input value="5"></td>` prints 5."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from itertools import islice

from lxml.html import HtmlElement

from pipelines.layout.boxes import is_drawn_as
from pipelines.layout.pieces import BETWEEN
from pipelines.tables import NUMBER_CELL

_FIELDS = ("input", "textarea", "select")
_TYPED = frozenset(("", "text", "number", "tel"))
"""Types of fields that show what they hold; a button or a hidden one does not."""

_NOT_BESIDE = frozenset((*_FIELDS, "option", "sup", "script", "style"))

LONGEST = 80
"""Characters of what a field of a form may hold: no label is longer."""

MOST_ELEMENTS = 300
"""A cell with more elements is none of a form but of a table that lays out the page."""

_HINT = re.compile("^请|输入|搜索|关键[字词]")
"""What tells that a field is still to be filled in."""


def with_fields(content: HtmlElement) -> HtmlElement | None:
    """A copy of an element in which the fields of cells of tables are what they hold; None where no cell has one.

    So only in cells without a figure of their own, and no hint to who fills it in.
    """
    if not _filled(content):
        return None
    copy = deepcopy(content)
    for fields in _filled(copy):
        for number, field in enumerate(fields):
            _print(field, BETWEEN if number else "")
    return copy


def _filled(content: HtmlElement) -> list[list[HtmlElement]]:
    """The fields that show something in each cell without a figure of its own."""
    cells: dict[HtmlElement, list[HtmlElement]] = {}
    around: dict[HtmlElement, HtmlElement | None] = {}
    for field in content.iter(*_FIELDS):
        if _is_said(field, _value(field)):
            cell = _cell_around(field, around)
            if cell is not None:
                cells.setdefault(cell, []).append(field)
    return [fields for cell, fields in cells.items() if _is_small(cell) and not any(map(str.isdecimal, _beside(cell)))]


def _cell_around(field: HtmlElement, around: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    """The cell that a field stands in; `around` keeps what stands around the elements that were looked at, each once."""
    passed: list[HtmlElement] = []
    cell: HtmlElement | None = None
    for above in field.iterancestors():
        if above in around:
            cell = around[above]
            break
        passed.append(above)
        if _is_cell(above):
            cell = above
            break
    around.update(dict.fromkeys(passed, cell))
    return cell


def _is_small(cell: HtmlElement) -> bool:
    return next(islice(cell.iter(), MOST_ELEMENTS, None), None) is None


def _is_said(field: HtmlElement, value: str) -> bool:
    """Whether a field is filled in; a choice that is no number is one of links or of languages."""
    if not value or field.tag == "select":
        return NUMBER_CELL.fullmatch(value) is not None
    return len(value) <= LONGEST and _HINT.search(value) is None


def _value(field: HtmlElement) -> str:
    """What a field shows."""
    if field.tag == "input":
        return (field.get("value") or "").strip() if (field.get("type") or "").lower().strip() in _TYPED else ""
    if field.tag == "textarea":
        return (field.text or "").strip()
    options: Sequence[HtmlElement] = list(islice(field.iter("option"), MOST_ELEMENTS))
    chosen = [option for option in options if option.get("selected") is not None] or options
    return (chosen[0].text or "").strip() if chosen else ""


def _is_cell(element: HtmlElement) -> bool:
    return element.tag in ("td", "th") or is_drawn_as("cell", element)


def _beside(cell: HtmlElement) -> str:
    """The text of a cell without that of its fields and without the marks of footnotes."""
    own = [element.text for element in cell.iter() if isinstance(element.tag, str) and element.tag not in _NOT_BESIDE]
    tails = [element.tail for element in cell.iter() if element is not cell]
    return "".join(text for text in (*own, *tails) if text)


def _print(field: HtmlElement, before: str) -> None:
    """Puts what a field holds in its place, hidden where the field was."""
    printed = field.makeelement("span")
    for name in ("style", "hidden"):
        if (said := field.get(name)) is not None:
            printed.set(name, said)
    printed.text, printed.tail = before + _value(field), field.tail
    parent = field.getparent()
    if parent is not None:
        parent.replace(field, printed)
