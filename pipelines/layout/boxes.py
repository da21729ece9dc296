"""Tables that are drawn without a table: elements with the roles or classes of rows and cells, or styled so.

`display: table-row` and `table-cell` tell rows and cells; of `display: flex`, several rows with several short children each.
They become tables of the markup, so that a blank cell stays a cell and cells in a line stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import Literal, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from pipelines.layout.number_runs import mark_rows, may_run
from pipelines.layout.sheets import rules_in
from pipelines.layout.styles import Styles, draws

MOST_RULES = 60
"""Selectors of a document that draw tables; a form needs three."""

Part = Literal["table", "group", "row", "cell", "flex"]

_ROLES: dict[str, Part] = {
    "table": "table", "grid": "table", "treegrid": "table", "rowgroup": "group", "row": "row",
    "cell": "cell", "gridcell": "cell", "columnheader": "cell", "rowheader": "cell",
}  # fmt: skip
_DISPLAYS: dict[str, Part] = {
    "table": "table", "inline-table": "table", "table-row": "row", "table-cell": "cell",
    "table-row-group": "group", "table-header-group": "group", "table-footer-group": "group",
    "flex": "flex", "inline-flex": "flex",
}  # fmt: skip
_CLASSES: dict[str, set[Part]] = {
    "tr": {"row", "flex"}, "table-row": {"row", "flex"}, "row": {"row"},
    "td": {"cell"}, "th": {"cell"}, "cell": {"cell"}, "table-cell": {"cell"},
}  # fmt: skip
"""Classes of whoever draws a table without a table; `row` is also a class of any layout, and then holds no cells."""

_ROW_TELLS = re.compile(r'="(?:tr|row|table-row)[ "]')
"""The role of a row, or a class of rows before others: without a style, nothing else tells a table that is drawn."""

_DISPLAY = re.compile(r"display\s{0,9}:\s{0,9}((?:inline-)?(?:table(?:-[a-z]{3,6}(?:-group)?)?|flex))(?![-\w])", re.IGNORECASE)
_COMPOUND = re.compile(r"([a-zA-Z][a-zA-Z0-9]{0,20})?((?:\.[-\w]{1,60}){0,4})")
_OF_TABLES = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "col", "colgroup"))
_IN_CELLS = frozenset(("p", "div", "span", "font", "strong", "b", "em", "i", "u", "a", "br", "label", "sup", "sub"))

_NO_CELLS = frozenset(("style", "script", "br"))
_CELL_TAGS = frozenset(("p", "div", "span", "li", "b", "strong", "em", "i", "dt", "dd", "label", "font"))
MOST_IN_CELL = 20

MOST_ROWS = 5000
"""More of them are no form, however they are drawn, and stay text."""

LEAST_FLEX = 2
LEAST_IN_FLEX = 3
"""So many rows with so many children each, one beside the other, are rows of a table where nothing is said of the cells."""

LONGEST_IN_FLEX = 120
"""Characters of such a child: longer ones are columns of a layout."""

_SPANS = {"aria-colspan": "colspan", "aria-rowspan": "rowspan", "colspan": "colspan", "rowspan": "rowspan"}


class _Rule(NamedTuple):
    """Which elements a selector's last part means: by tag (None: any) and by classes; `within` are the part's before it."""

    tag: str | None
    classes: frozenset[str]
    within: frozenset[str]
    part: Part


def with_tables(content: HtmlElement, markup: str, styles: Styles) -> HtmlElement | None:
    """A copy of an element with tables for what is drawn as tables; None where nothing is.

    `markup` is the element's, `styles` what those of its document say.
    """
    rules = list(_rules(styles.sheets, markup)) if draws(styles.sheets) else []
    runs = may_run(markup)
    told = rules or styles.draws or _ROW_TELLS.search(markup)
    if not runs and not (told and _rows(content, rules)):
        return None
    copy = deepcopy(content)
    if runs:
        mark_rows(copy)
    rows = _rows(copy, rules)
    for row in rows:
        _make_row(row)
    for parent in dict.fromkeys(row.getparent() for row in rows):
        if parent is not None:
            _make_table(parent, rules)
    return copy


def _rules(sheets: str, markup: str) -> Iterator[_Rule]:
    """The selectors that style elements of the markup as parts of tables, without those with pseudo-classes and attributes."""
    number = 0
    for selectors, body in rules_in(sheets):
        display = _DISPLAY.search(body) if "flex" in body or "table" in body else None
        part = _DISPLAYS.get(display[1].lower()) if display else None
        for selector in selectors if part else ():
            compounds = [_COMPOUND.fullmatch(piece) for piece in re.split(r"[\s>]+", selector)]
            if part is None or not all(compounds) or number >= MOST_RULES:
                continue
            parts = [(match[1], frozenset(match[2].split(".")[1:])) for match in compounds if match is not None]
            within = frozenset[str]().union(*(classes for _, classes in parts[:-1]))
            if (parts[-1][1] or within) and all(name in markup for name in parts[-1][1]):
                number += 1
                yield _Rule(parts[-1][0], parts[-1][1], within, part)


def is_drawn_as(part: Part, element: HtmlElement) -> bool:
    """Whether an element without a tag for it says by its role, class or style that it is that part of a table."""
    return part in _parts(element, [])


def _parts(element: HtmlElement, rules: list[_Rule]) -> set[Part]:
    """What parts of a table an element may be drawn as; none for real tables and for all else."""
    if not isinstance(element.tag, str) or element.tag in _OF_TABLES:
        return set()
    role = _ROLES.get((element.get("role") or "").strip().lower())
    if role is not None:
        return {role}
    classes = frozenset((element.get("class") or "").split())
    parts = set[Part]().union(*(_CLASSES[name] for name in classes if name in _CLASSES))
    display = _DISPLAY.search(element.get("style") or "")
    if display is not None:
        return parts | ({_DISPLAYS[display[1].lower()]} if display[1].lower() in _DISPLAYS else set())
    for rule in rules:
        if (rule.tag in (None, element.tag)) and rule.classes <= classes and rule.within <= _around(element, rule):
            return parts | {rule.part}
    return parts


def _around(element: HtmlElement, rule: _Rule) -> frozenset[str]:
    """The classes of the elements that an element stands in, as far as a table reaches."""
    found: set[str] = set()
    parent = element.getparent() if rule.within else None
    for _ in range(4):
        if parent is None:
            break
        found.update((parent.get("class") or "").split())
        parent = parent.getparent()
    return frozenset(found)


def _rows(content: HtmlElement, rules: list[_Rule]) -> list[HtmlElement]:
    """The elements that are rows of a table, none inside another; none at all where there are too many for a form."""
    found: list[HtmlElement] = []
    inside: set[HtmlElement] = set()
    beside: dict[HtmlElement, bool] = {}  # elements that hold rows told by `flex` alone: whether they are such rows
    for element in content.iter(etree.Element):
        if not len(element):
            continue  # most of them
        parent = element.getparent()
        if parent in inside:
            inside.add(element)
            continue
        parts = _parts(element, rules)
        if not parts or parent is None or (element.text or "").strip():
            continue
        if "flex" in parts and parent not in beside:
            beside[parent] = sum(_is_flex_row(child, rules) for child in parent) >= LEAST_FLEX
        if _is_row(element, parts, rules) or (beside.get(parent) and _is_flex_row(element, rules, LEAST_IN_FLEX - 1)):
            found.append(element)
            inside.add(element)
            if len(found) > MOST_ROWS:
                return []
    return found


def _is_row(element: HtmlElement, parts: set[Part], rules: list[_Rule]) -> bool:
    """Whether an element is a row: drawn as one, or as a table of its own, and all that it holds are cells."""
    if not parts & {"row", "table"}:
        return False
    children = [child for child in element if isinstance(child.tag, str)]
    return bool(children) and all(
        not (child.tail or "").strip() and ("cell" in _parts(child, rules) or child.tag in _NO_CELLS)
        for child in children
    )


def _is_flex_row(element: HtmlElement, rules: list[_Rule], least: int = LEAST_IN_FLEX) -> bool:
    """Whether an element is styled `flex`, or has the class `tr`, and holds several short texts alone, each in an element."""
    if len(element) < least or (element.text or "").strip() or "flex" not in _parts(element, rules):
        return False
    for child in element:
        if not isinstance(child.tag, str) or child.tag not in _CELL_TAGS or (child.tail or "").strip():
            return False
        inside = list(islice(child.iter(etree.Element), MOST_IN_CELL))
        if len(inside) == MOST_IN_CELL or not all(other.tag in _IN_CELLS for other in inside[1:]):
            return False
        if sum(map(len, child.itertext())) > LONGEST_IN_FLEX:
            return False
    return True


def _make_row(row: HtmlElement) -> None:
    row.tag = "tr"
    for child in row:
        if not isinstance(child.tag, str) or child.tag in _NO_CELLS:
            continue
        spans = {_SPANS[name]: value for name, value in child.attrib.items() if name in _SPANS}
        child.tag = "td"
        child.attrib.update(spans)


def _make_table(parent: HtmlElement, rules: list[_Rule]) -> None:
    """Makes the element round some rows their table, or puts one round each run of them."""
    parts, above = _parts(parent, rules), parent.getparent()
    if "group" in parts and above is not None and "table" in _parts(above, rules):
        above.tag, parent.tag = "table", "tbody"
    elif "group" in parts and above is not None and above.tag == "table":
        parent.tag = "tbody"
    elif "table" in parts:
        parent.tag = "table"
    elif parent.tag not in _OF_TABLES:
        _wrap(parent)


def _wrap(parent: HtmlElement) -> None:
    table: HtmlElement | None = None
    for child in list(parent):
        if child.tag != "tr":
            table = None if isinstance(child.tag, str) else table
            continue
        if table is None:
            table = parent.makeelement("table")
            child.addprevious(table)
        tail, child.tail = child.tail, None
        table.append(child)
        if (tail or "").strip():
            table.tail, table = tail, None
