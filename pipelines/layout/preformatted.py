"""Text whose line breaks and tabs count: `<pre>`, an element styled white-space: pre, a text file. Tabs separate cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml.html import HtmlElement

from pipelines.layout.styles import Styles
from pipelines.tables import Cell, RawRow, RawTable

TAB = "\ue009"
"""Stands for a tab that counts until the lines are gathered; a character of private use that no text has."""

MOST_ELEMENTS = 500
"""Preformatted elements of one page whose line breaks are kept."""

_OPENING = re.compile(
    r"<(?:(pre|xmp|listing)(?=[\s>])[^>]*|(p|div|span|td|section|article)\s[^>]*white-space\s{0,3}:\s{0,3}pre[^>]*)(?<!/)>",
    re.IGNORECASE,
)


def may_be_preformatted(content: HtmlElement, styles: Styles) -> bool:
    """Whether the line breaks of any element may count; `styles` is what those of its document say."""
    return styles.breaks or next(content.iter("pre", "xmp", "listing"), None) is not None


def with_breaks(markup: str) -> str:
    """The markup (XML form) with each line break in preformatted elements as `<br/>` and each tab as `TAB`.

    An element that holds a table is left alone: there the breaks are those of the markup.
    """
    out: list[str] = []
    at = 0
    for _ in range(MOST_ELEMENTS):
        opening = _OPENING.search(markup, at)
        if opening is None:
            break
        end = _end_of(markup, opening[1] or opening[2], opening.end())
        inside = markup[opening.end() : end]
        out.append(markup[at : opening.end()])
        out.append(inside if "<table" in inside else _kept(inside))
        at = end
    out.append(markup[at:])
    return "".join(out)


def _end_of(markup: str, name: str, at: int) -> int:
    """Where the element's own end tag stands, elements of the same name inside it counted."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}(?=[\s>/])[^>]*>").finditer(markup, at):
        if not tag[0].endswith("/>"):
            depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return len(markup)


def _kept(inside: str) -> str:
    """Line breaks between tags' texts as elements; those inside a tag stay white space."""
    text = inside.replace("&#13;", "")
    pieces = re.split(r"(<[^>]*>)", text)
    return "".join(
        piece if piece.startswith("<") else piece.replace("\t", TAB).replace("\n", "<br/>") for piece in pieces
    )


def rows_gathered(blocks: Iterable[str | RawTable]) -> list[str | RawTable]:
    """The blocks with each run of two or more lines that hold `TAB` as one table; a single such line stays a line.

    A tab at a line's end counts (the blank cells of a section's row), one at its beginning is an indent.
    """
    found: list[str | RawTable] = []
    for tabbed, run in groupby(blocks, lambda block: isinstance(block, str) and TAB in block.lstrip(TAB + " ")):
        if tabbed:
            found.extend(_table_of([str(line) for line in run]))
        else:
            found.extend(_cleaned(block) for block in run)
    return found


def _table_of(lines: list[str]) -> Iterator[str | RawTable]:
    rows = [RawRow([Cell(" ".join(cell.split())) for cell in line.split(TAB)]) for line in lines]
    if len(rows) > 1:
        yield RawTable(rows, "pipes")
    else:
        yield " ".join(cell.text for cell in rows[0].cells if cell.text)


def _cleaned(block: str | RawTable) -> str | RawTable:
    if isinstance(block, str):
        return " ".join(block.replace(TAB, " ").split())
    for row in block.rows:
        for cell in row.cells:
            if TAB in cell.text:
                cell.text = " ".join(cell.text.replace(TAB, " ").split())
    return block


def blocks_of_text(text: str) -> list[str | RawTable]:
    """The lines of plain text, white space folded, and the tables that its lines with tabs make."""
    return rows_gathered(" ".join(line.strip(" \r\n").replace("\t", f" {TAB} ").split()) for line in text.splitlines())
