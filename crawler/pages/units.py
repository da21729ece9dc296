"""Whose report a line of a list is, where the list says so: a cell of its row, words before the title, a heading above it.

A portal lists the reports of many units, and the page behind a line may say no more than 我镇. What is read here is evidence
for the place beside what the page prints; it never goes over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.pages.document import squeeze, strings, text_of

_texts = strings("descendant::text()")
_PARTS = re.compile(r"[\s\u3000\xa0|｜:：\[\]【】〔〕()（）<>〈〉《》,，;；、·•/]+")
_UNIT = re.compile(
    r"^[\u4e00-\u9fff]{1,18}(?:政府|镇|鎮|乡|鄉|街道|苏木|县|縣|区|區|市|旗|州|盟|局|委|委员会|办|办公室|办公厅|办事处|厅|中心|管委会"
    r"|支队|大队|总队|监管所)$"
)
_NO_UNIT = re.compile(r"^(?:当前|所在|本|各|全|上|下|按|其他|其它|部门|市区|城区|地区|县区|区县|乡镇|街道|单位|发布)")
_ROWS = frozenset({"li", "tr", "dd", "dl"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "p", "div", "span", "strong", "b", "caption", "legend"})
_LONGEST = 40
_MOST_TEXTS, _MOST_CELLS = 40, 60
_LEVELS, _BEFORE = 3, 2
"""Elements above a row, and elements before each of them, that are looked at for a heading."""


def unit_named(text: str) -> str | None:
    """The name of a government or office that a text consists of, brackets and labels aside; None for any other text.

    >>> unit_named("[大垅乡]"), unit_named("发布机构：清水县民政局"), unit_named("乡镇年报")
    ('大垅乡', '清水县民政局', None)
    """
    if len(text) > 2 * _LONGEST:
        return None
    parts = (part for part in _PARTS.split(text) if part)
    return next((part for part in parts if len(part) <= 20 and _UNIT.match(part) and not _NO_UNIT.match(part)), None)


def unit_beside(anchor: HtmlElement, above: dict[HtmlElement, str | None]) -> str | None:
    """The unit that the list names for a line: in its row, else in the heading of its column or above the list.

    `above` keeps, over the anchors of one page, what stands above the lists.
    """
    row = _row_of(anchor)
    if row is None:
        return None
    title = squeeze(text_of(anchor, 300))
    for text in islice(_texts(row), _MOST_TEXTS):
        piece = text.strip()
        if piece and piece not in title and (unit := unit_named(piece)):
            return unit
    parent = row.getparent()
    if row.tag != "li" or parent is None:
        return _first(_column_head(anchor, row) if row.tag == "tr" else _headings(row))
    if parent not in above:
        above[parent] = _first(_headings(row))
    return above[parent]


def _first(texts: Iterable[str]) -> str | None:
    return next((unit for text in texts if (unit := unit_named(text))), None)


def _row_of(anchor: HtmlElement) -> HtmlElement | None:
    """The row of an anchor; where no element is one by its name, the largest block around that holds no second link."""
    alone: HtmlElement | None = None
    for node in islice(anchor.iterancestors(), 5):
        if node.tag in _ROWS:
            return node
        if node.tag in ("body", "table", "ul"):
            break
        if sum(1 for _ in islice(node.iter("a"), 2)) == 1:
            alone = node
    return alone


def _column_head(anchor: HtmlElement, row: HtmlElement) -> Iterator[str]:
    """What stands at the head of the column of a table that an anchor stands in, then what stands above the table."""
    cells = list(islice(row.iterchildren("td", "th"), _MOST_CELLS))
    yield from _merged_cells(row)
    own = [at for at, cell in enumerate(cells) if anchor in islice(cell.iter("a"), _MOST_TEXTS)]
    table = next(row.iterancestors("table"), None)
    if table is None:
        return
    first = next(table.iter("tr"), None)
    heads = list(islice(first.iterchildren("td", "th"), _MOST_CELLS)) if first is not None and first is not row else []
    if own and len(heads) == len(cells):
        yield text_of(heads[own[0]], _LONGEST)
    yield from _headings(table)


def _merged_cells(row: HtmlElement) -> Iterator[str]:
    """The texts of cells of the rows above that reach down to this one."""
    for distance, above in enumerate(islice(row.itersiblings("tr", preceding=True), _MOST_CELLS), start=1):
        for cell in islice(above.iterchildren("td", "th"), 3):
            spans = cell.get("rowspan", "")[:4]
            if spans.isdecimal() and int(spans) > distance:
                yield text_of(cell, _LONGEST)


def _headings(node: HtmlElement) -> Iterator[str]:
    """The short texts right above a row's list, the nearest first; in a definition list those of its terms."""
    level: HtmlElement | None = node
    for _ in range(_LEVELS):
        if level is None or level.tag == "body":
            return
        if level.tag != "li":
            for before in islice(level.itersiblings(preceding=True), _MOST_CELLS if level.tag == "dd" else _BEFORE):
                if before.tag in _HEADINGS and len(text := text_of(before, _LONGEST + 1)) <= _LONGEST:
                    yield text
        level = level.getparent()
