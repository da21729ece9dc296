"""Columns of serial numbers (序号, 行次) beside the labels of a form: they count its rows and are none of its figures.

What is in such a column looks like figures wherever it stands: left of the labels, between a group's name and the labels,
at the end of the rows. It is known by its name, or by counting 1, 2, 3 … down the rows whatever its name is. A row that
counts the columns (甲 | 乙 | 1 | 2 | 3) looks like figures too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pipelines.form.labels import key_of, words_of
from pipelines.form.ordinals import ordinals
from pipelines.form.rows import Row, counted_runs, end_of, is_unit, is_value, runs_of
from pipelines.form.year_columns import year_mark
from pipelines.outline import Cell, Grid

MOST_COLUMNS = 12
"""Where more columns count, what they hold is not serial numbers."""

LEAST_ALONE = 3
"""Rows that a column counts which stands left of everything else in them."""

LEAST_BETWEEN = 4
"""Rows that a column counts between the names of groups and the labels."""

LEAST_BEHIND = 6
"""Rows that a column counts right of the labels, where figures stand too."""

_NAMES = frozenset(
    form
    for name in ("序号", "编号", "行次", "行号", "项次", "顺序号", "序列", "序", "次序", "代码", "代号", "行码", "No", "NO", "no")
    for form in (name, " ".join(name))
)
"""As printed, spaced out too (行 次)."""

_FIGURES = frozenset(("column", "applicant", "outcome", "head2014"))
"""Words that head figures: what counts below them at the end of a row may be figures all the same."""


def serial_columns(grid: Grid) -> tuple[int, ...]:
    """The columns of a grid that hold serial numbers, from the left; () for nearly every grid.

    A flattened form has no columns: each of its runs of numbers that ends with a serial number is told by a number below 0.
    """
    if grid.source == "lines":
        return tuple(sorted(-1 - run for run in counted_runs(list(runs_of(grid)))))
    signs = _signs()
    before: dict[int, int] = {}
    steps: dict[int, int] = {}
    for row in grid.rows:
        for cell in row.cells:
            number = signs.get(cell.text)
            if number is None:
                continue
            column = cell.column
            if not number:
                steps[column] = len(grid.rows)
            elif before.get(column) == number - 1:
                steps[column] = steps.get(column, 0) + 1
            before[column] = number
    counted = [column for column, times in steps.items() if times >= LEAST_ALONE - 1 and column >= 0]
    if not counted or len(counted) > MOST_COLUMNS:
        return ()
    return tuple(sorted(column for column in counted if _is_serial(grid, column)))


@cache
def _signs() -> dict[str, int]:
    """Serial numbers as printed, and the names of their columns as 0."""
    return ordinals() | dict.fromkeys(_NAMES, 0)


def _is_serial(grid: Grid, column: int) -> bool:
    """Whether a column counts the rows beside labels and figures of their own."""
    heads: list[Cell] = []
    serials: list[tuple[Sequence[Cell], Cell]] = []
    for cells, cell in _in_column(grid, column):
        if cell.text in ordinals():
            serials.append((cells, cell))
        elif is_value(cell.text):
            return False
        elif not serials:
            heads.append(cell)
    numbers = [ordinals()[cell.text] for _, cell in serials]
    named = any(cell.text in _NAMES for cell in heads)
    if not numbers or not (named or _counts(numbers)):
        return False
    sides = [side for cells, cell in serials if (side := _side(cells, cell)) is not None]
    if 5 * len(sides) < 4 * len(serials):
        return False
    if named:
        return True
    if sides.count("left") < len(sides):
        return numbers[0] == 1 and len(serials) >= LEAST_BEHIND and not any(_heads_figures(cell.text) for cell in heads)
    return len(serials) >= (LEAST_ALONE if all(cells[0] is cell for cells, cell in serials) else LEAST_BETWEEN)


def _heads_figures(text: str) -> bool:
    return year_mark(text) is not None or any(word.kind in _FIGURES for word in words_of(text))


def _in_column(grid: Grid, column: int) -> Iterator[tuple[Sequence[Cell], Cell]]:
    """The cells that begin in a column and say anything, each with the cells of its row."""
    for row in grid.rows:
        for cell in row.cells:
            if cell.column == column and cell.text and len(row.cells) > 1:
                yield row.cells, cell


def _counts(numbers: Sequence[int]) -> bool:
    """Whether numbers count on, but for a few gaps; they may begin again at 1 in each section."""
    pairs = list(pairwise(numbers))
    steps = sum(right == left + 1 for left, right in pairs)
    again = sum(right == 1 < left for left, right in pairs)
    return 10 * (len(pairs) - again - steps) <= len(pairs) and steps >= again


def _side(cells: Sequence[Cell], serial: Cell) -> str | None:
    """On which side of the row's label a serial number stands; None where a row has no label, or no figure beside it."""
    right = [cell for cell in cells if cell.column > serial.column and not is_unit(cell.text)]
    label = next((at for at, cell in enumerate(right) if _is_label(cell.text)), None)
    if label is not None and label + 1 < len(right):
        return "left"
    left = [cell for cell in cells if cell.column < serial.column and not is_unit(cell.text)]
    label = next((at for at, cell in enumerate(left) if _is_label(cell.text)), None)
    if label is None:
        return None
    return "behind" if any(is_value(cell.text) or not cell.text for cell in (*left[label + 1 :], *right)) else None


def _is_label(text: str) -> bool:
    return len(key_of(text)) > 1 and not is_value(text) and not is_unit(text)


LEAST_ACROSS = 5
"""So many numbers 1, 2, 3 … in a row count its columns, whatever stands before them: no figures end so with their sum."""

_LETTERS = frozenset("甲乙丙丁戊己ABCD") | {"栏次", "栏号", "列次", "行次", "栏目", "栏 次", "列 次"}


def serial_rows(grid: Grid) -> tuple[int, ...]:
    """The rows of a grid that count its columns, 甲 or 栏次 before the numbers; () for nearly every grid."""
    if grid.source == "lines":
        return ()
    last = (row.cells[-1].text if row.cells else "" for row in grid.rows)
    ends = [at for at, text in enumerate(last) if text in ordinals()]
    return tuple(at for at in ends if _counts_columns([cell.text for cell in grid.rows[at].cells if cell.text]))


def _counts_columns(texts: Sequence[str]) -> bool:
    numbers = [ordinals()[text] for text in texts if text in ordinals()]
    if numbers != list(range(1, len(numbers) + 1)) or not all(text in ordinals() or text in _LETTERS for text in texts):
        return False
    return len(numbers) >= LEAST_ACROSS or len(numbers) < len(texts)


def without_serials(rows: Sequence[Row], columns: Sequence[int], across: Sequence[int] = ()) -> Sequence[Row]:
    """The rows without the serial numbers in these columns, and the columns' names; without the rows that count columns."""
    rows = [row for row in rows if row.number not in across] if across else rows
    if not columns:
        return rows
    found = (_without_figures(row) if _has_moved(row, columns) else _without(row, columns) for row in rows)
    return [row for row in found if row.cells]


def _has_moved(row: Row, columns: Sequence[int]) -> bool:
    """Whether a row ends with a number before a column of serial numbers, or has a label where the second of them should be.

    It has lost a cell then: a number may be a serial number.
    """
    if row.slots is None or not is_value(row.cells[-1].text):
        return False
    if end_of(row) <= columns[-1]:
        return True
    labels = {cell.column for cell in row.cells if cell.colspan == 1 and cell.rowspan == 1 and _is_label(cell.text)}
    return any(cell.column == columns[0] and cell.text in ordinals() for cell in row.cells) and not labels.isdisjoint(columns[1:])


def _without_figures(row: Row) -> Row:
    """What stands before the figures of a row, where its serial number may be among them."""
    first = next(at for at, cell in enumerate(row.cells) if is_value(cell.text) or cell.text in _signs())
    return Row.of(row.cells[:first], row.number, row.slots)


def _without(row: Row, columns: Sequence[int]) -> Row:
    heads = not any(is_value(cell.text) for cell in row.cells)
    kept = [cell for cell in row.cells if cell.column not in columns or not _is_of_serials(cell, heads)]
    if len(kept) == len(row.cells) or not kept:
        return row
    words = [(word, cell) for word, cell in row.words if any(cell is other for other in kept)]
    return Row(kept, row.number, row.slots, words)


def _is_of_serials(cell: Cell, heads: bool) -> bool:
    """Whether a cell in a column of serial numbers is one, or blank, or the column's name: no label of a row."""
    text = cell.text
    return not text or text in _signs() or is_value(text) or (heads and cell.colspan == 1 and not words_of(text))
