"""Figures in the headings between the tables of one form of 2014 (三、依申请公开情况：9件): rows of the form, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipelines.form.labels import is_form_label, words_of
from pipelines.tables import RawTable, led_row, line_row

LEAST_OF_ALL, LEAST_OF_LAST = 6, 2
"""So many labels of the form of 2014 must the tables above have, and the last of them, for lines below to be more of its rows."""

MOST_HEADINGS = 4
"""More rows in lines below a table are the rest of a form that was typed."""

_MARKS = frozenset("：:…")
_ROWS = frozenset(("row2014", "alias2014"))


def with_headings(lines: list[str], above: Sequence[RawTable], between: bool) -> list[str | RawTable]:
    """The lines below tables of the form of 2014, each row of it a table of its own; as they are below others, or none.

    Rows are lines that follow on the table with nothing but labels between; above the next table (`between`) too.
    """
    if not above or not 0 < sum(map(_is_row, lines)) <= MOST_HEADINGS or not _are_2014(above):
        return [*lines]
    first = sum(1 for _ in takewhile(_is_heading, lines))
    last = sum(1 for _ in takewhile(_is_heading, reversed(lines))) if between else 0
    beside = [at < first or at >= len(lines) - last for at in range(len(lines))]
    return [
        RawTable([line_row(line, is_form_label)], "lines") if near and _is_row(line) else line
        for line, near in zip(lines, beside, strict=True)
    ]


def _is_row(line: str) -> bool:
    """Whether a line is a label of the form of 2014 and its number behind a mark: without one it may be a sentence."""
    led = led_row(line) if not _MARKS.isdisjoint(line) else None
    return led is not None and any(word.kind in _ROWS for word in words_of(led.label))


def _is_heading(line: str) -> bool:
    return _is_row(line) or is_form_label(line)


def _are_2014(tables: Sequence[RawTable]) -> bool:
    return len(_labels(tables[-1:])) >= LEAST_OF_LAST and len(_labels(tables)) >= LEAST_OF_ALL


def _labels(tables: Sequence[RawTable]) -> set[str]:
    cells = (cell.text for table in tables for row in table.rows for cell in row.cells)
    return {word.name for text in cells for word in words_of(text) if word.kind == "row2014"}
