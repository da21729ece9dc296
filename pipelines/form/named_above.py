"""Rows of section 三 whose name stands above their numbers: a small table for each, or lines of names between the numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.form.header_words import STRICT
from pipelines.form.labels import key_of, words_of
from pipelines.form.rows import Row, has_number, stands_for_number

_UNIT_LINE = re.compile(r"[(（]?\s?(?:计量)?单位\s?[:：]\s?[件条个项次宗、/ ]{1,9}[)）]?")
LEAST_NUMBERS = 3
"""So many numbers side by side under the applicant types are a row."""

_COUNTS = frozenset(("", "数量", "件数", "申请数量", "办理数量", "统计数", "合计数"))
"""What may stand before the numbers of such a row: nothing of its own."""


def is_unit_line(line: str) -> bool:
    """Whether a line of text names a unit of measure alone, as between a table and its caption."""
    return _UNIT_LINE.fullmatch(line) is not None


def row_in(text: str) -> str | None:
    """The row of section 三 that a line of text names, None where it names none."""
    codes = {word.name for word in words_of(text) if word.kind == "row3"}
    return codes.pop() if len(codes) == 1 else None


def named_above(rows: Sequence[Row], caption: str) -> dict[int, str]:
    """The rows of numbers alone, by their number, that have their name in the line above them or above the table.

    Between the two nothing but the header may stand. Of two such rows, one below the other, it is not told whose name it is.
    """
    found: dict[int, str] = {}
    code = row_in(caption)
    for at, row in enumerate(rows):
        if row.slots is None:
            return {}
        if len(row.cells) == 1:
            code = row_in(row.cells[0].text)
        elif _is_numbers(row):
            if code is not None and not (at + 1 < len(rows) and _is_numbers(rows[at + 1])):
                found[row.number] = code
            code = None
        elif has_number(row) or not any(word.kind == "applicant" and word.name in STRICT for word, _ in row.words):
            code = None
    return found


def _is_numbers(row: Row) -> bool:
    """Whether a row has numbers and no name, but for one that says that they are numbers."""
    first, *rest = row.cells
    texts = [cell.text for cell in rest if cell.text]
    said = stands_for_number(first.text) or key_of(first.text) in _COUNTS
    return said and len(texts) + stands_for_number(first.text) >= LEAST_NUMBERS and all(map(stands_for_number, texts))
