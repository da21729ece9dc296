"""Columns in which the labels of a form are said again in another language (统计指标 | Item | 单位 | 统计数)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.form.rows import Row

LEAST_ROWS = 2
"""So many cells of such a column must be words of another language; the others are blank."""

_LATIN = re.compile(r"[A-Za-z]{3}")
_FOREIGN = re.compile(r"[^\u3400-\u9fff]*[A-Za-z]{3}[^\u3400-\u9fff]*")


def without_translations(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without the cells of columns that hold words of another language and blanks alone."""
    if _LATIN.search("\n".join([cell.text for row in rows for cell in row.cells])) is None:
        return rows  # nearly every form
    count: dict[int, int] = {}
    others: set[int] = set()
    for row in rows:
        for cell in row.cells:
            if row.slots is None or not cell.text:
                continue
            if cell.colspan == 1 and _is_foreign(cell.text):
                count[cell.column] = count.get(cell.column, 0) + 1
            elif cell.colspan == 1:
                others.add(cell.column)
    columns = {column for column, times in count.items() if times >= LEAST_ROWS and column not in others}
    return [_without(row, columns) for row in rows] if columns else rows


def _is_foreign(text: str) -> bool:
    return not text.isdecimal() and _FOREIGN.fullmatch(text) is not None


def _without(row: Row, columns: set[int]) -> Row:
    """The row without its cells in these columns; whole where it consists of nothing else, or spans them."""
    kept = [cell for cell in row.cells if cell.column not in columns or cell.colspan > 1]
    return row if not kept or len(kept) == len(row.cells) else Row.of(kept, row.number, row.slots)
