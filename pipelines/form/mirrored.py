"""Forms whose numbers stand left of their labels (统计数 | 单位 | 统计指标): each row is turned round, labels first."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.form.headers import COUNTS
from pipelines.form.labels import key_of
from pipelines.form.rows import Row, end_of, has_number, is_value
from pipelines.outline import Cell

MAX_HEADER = 8
"""Rows at the top of a grid among which its header stands."""

LEAST_TURNED = 2
"""So many rows of a later form must have their numbers left of the labels; one row alone shows no order."""

_LABELS = frozenset(("row3", "subject", "outcome", "group4"))
_HEADS = frozenset(("applicant", "column"))


def labels_first(rows: Sequence[Row], notes: list[str]) -> Sequence[Row]:
    """The rows with what stands from the labels' column on before their numbers, where those stand left of it; else as they are.

    The header must say so: without one a number before a label may count the rows. A row that ends elsewhere than the header
    has lost a cell, and which of its cells the number is, is not told.
    """
    header = _header(rows)
    if header is None:
        return _later(rows, notes)
    head, begin, first = header
    if not first:
        notes.append("numbers left of their labels, twice in a row")
        return [row for row in rows if not has_number(row)]
    return [_turned(row, begin, first, end_of(head), notes) for row in rows]


def _header(rows: Sequence[Row]) -> tuple[Row, int, int] | None:
    """The header of a form of 2014 that names the numbers left of the labels, where they begin, and the column of the labels.

    That column is 0 where two halves stand side by side: whose number stands between two labels is not told.
    """
    for row in rows[:MAX_HEADER]:
        heads = [(word.name, cell.column) for word, cell in row.words if word.kind == "head2014"]
        labels = [column for name, column in heads if name == "label"]
        numbers = [column for name, column in heads if name == "number"]
        if row.slots is not None and labels and numbers:
            begin = min(column for name, column in heads if name != "label")
            if len(labels) > 1:
                return (row, begin, 0) if numbers[0] < labels[0] else None
            return (row, begin, labels[0]) if max(numbers) < labels[0] else None
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


# --- the later forms ---


def _later(rows: Sequence[Row], notes: list[str]) -> Sequence[Row]:
    """The rows of a form of 2019 or 2021 with their labels first, those over several rows before the others.

    Every row with a label and numbers must have all of these left of it, exactly below words of the header, and end with it.
    """
    firsts = [_first_label(row) for row in rows]
    if sum(first is not None for first in firsts) < LEAST_TURNED:
        return rows  # nearly every form
    found: list[Row] = []
    head: Row | None = None
    for at, row in enumerate(rows):
        first = firsts[at]
        if first is not None:
            if head is None or not all(_is_below(head, cell) for cell in row.cells if cell.column < first):
                return rows
            found.append(_labels_before(row, first, end_of(head), notes))
            continue
        if _has_label_and_number(row):
            return rows
        below = next((column for column in firsts[at:] if column is not None), 0)
        names = [cell for cell in row.cells if cell.column < below]
        is_head = any(_is_head(row, cell) for cell in names)
        head = row if is_head else head
        found.append(Row.of(names, row.number, row.slots) if is_head else row)
    return found


def _labels_before(row: Row, first: int, end: int, notes: list[str]) -> Row:
    labels = sorted((cell for cell in row.cells if cell.column >= first), key=lambda cell: -cell.rowspan)
    numbers = [cell for cell in row.cells if cell.column < first]
    if end_of(row) != end:
        notes.append(f"row has lost a cell: {labels[-1].text[:40]}")
        numbers = []
    return Row.of([*labels, *numbers], row.number, row.slots)


def _first_label(row: Row) -> int | None:
    """The column of the first label of a row whose numbers all stand left of it, blank ones too; None for other rows."""
    if row.slots is None or not row.words or not row.cells or is_value(row.cells[-1].text):
        return None  # nearly every row
    texts = [cell for cell in row.cells if cell.text and not is_value(cell.text)]
    first = texts[0].column if texts else 0
    if not any(is_value(cell.text) for cell in row.cells if cell.column < first):
        return None
    beside = any(not cell.text or is_value(cell.text) for cell in row.cells if cell.column > first)
    return first if not beside and any(word.kind in _LABELS for word, _ in row.words) else None


def _has_label_and_number(row: Row) -> bool:
    return any(word.kind in _LABELS for word, _ in row.words) and any(is_value(cell.text) for cell in row.cells)


def _is_head(row: Row, head: Cell) -> bool:
    """Whether a cell of a row names numbers: an applicant type, a column of section 二, 件数."""
    named = any(cell is head and (word.kind in _HEADS or word.name == "number") for word, cell in row.words)
    return named or key_of(head.text) in COUNTS


def _is_below(header: Row, number: Cell) -> bool:
    slots = header.slots or ()
    head = slots[number.column] if number.column < len(slots) else None
    return head is not None and (head.column, head.colspan) == (number.column, number.colspan) and _is_head(header, head)
