"""Forms of 2014 whose numbers stand left of their labels (统计数 | 单位 | 统计指标): each row is turned round, labels first."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.form.rows import Row, end_of

MAX_HEADER = 8
"""Rows at the top of a grid among which its header stands."""


def labels_first(rows: Sequence[Row], notes: list[str]) -> Sequence[Row]:
    """The rows with what stands from the labels' column on before their numbers, where those stand left of it; else as they are.

    The header must say so: without one a number before a label may count the rows. A row that ends elsewhere than the header
    has lost a cell, and which of its cells the number is, is not told.
    """
    header = _header(rows)
    if header is None:
        return rows
    head, begin, first = header
    return [_turned(row, begin, first, end_of(head), notes) for row in rows]


def _header(rows: Sequence[Row]) -> tuple[Row, int, int] | None:
    """The header of a form of 2014 that names the numbers left of the labels, where they begin, and the column of the labels."""
    for row in rows[:MAX_HEADER]:
        heads = [(word.name, cell.column) for word, cell in row.words if word.kind == "head2014"]
        labels = [column for name, column in heads if name == "label"]
        numbers = [column for name, column in heads if name == "number"]
        if row.slots is not None and labels and numbers:
            begin = min(column for name, column in heads if name != "label")
            return (row, begin, labels[0]) if len(labels) == 1 and max(numbers) < labels[0] else None
    return None


def _turned(row: Row, begin: int, first: int, end: int, notes: list[str]) -> Row:
    """A row with its labels first; what stands before the numbers counts the rows."""
    labels = [cell for cell in row.cells if cell.column >= first]
    others = [cell for cell in row.cells if begin <= cell.column < first]
    if not labels or not others:
        return row
    if end_of(row) != end:
        notes.append(f"row has lost a cell: {labels[0].text[:40]}")
        return Row.of(labels[:1], row.number, row.slots)
    return Row.of([*labels, *others], row.number, row.slots)
