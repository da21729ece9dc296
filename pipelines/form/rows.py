"""The rows of a grid as the readers of the forms want them: distinct cells in order, flattened forms put into rows again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipelines.form.labels import Kind, Word, key_of, nearest, words_of
from pipelines.numbers import MAX_DIGITS, read_number
from pipelines.outline import Cell, Grid

UNITS = frozenset(("条", "件", "次", "篇", "个", "人", "人次", "万元", "元", "亿元", "项", "份", "期", "场", "处", "家"))
_VALUES = frozenset(("number", "zero", "approximate", "na"))


@dataclass(slots=True)
class Row:
    """One row: its cells from left to right, each once (a cell that spans rows is in each of them).

    number  of the row within its grid, from 0
    slots   the grid's row for look-ups by column, None for a flattened form, whose columns are lost
    words   the words of the forms that the cells are, each with its cell
    after   a label of the row and the cells of numbers to its right, once they were asked for
    """

    cells: Sequence[Cell]
    number: int
    slots: tuple[Cell | None, ...] | None
    words: Sequence[tuple[Word, Cell]]
    after: tuple[Cell, list[Cell]] | None = None

    @classmethod
    def of(cls, cells: Sequence[Cell], number: int, slots: tuple[Cell | None, ...] | None) -> Row:
        """The row of these cells, their words looked up."""
        words = [(word, cell) for cell in cells if (text := cell.text) and not text.isdigit() for word in words_of(text)]
        return cls(cells, number, slots, words)


@dataclass(slots=True)
class Entry:
    """One number cell found: the indicator's code (or None and the printed label), with what its column says.

    family     2014, or 2019 for both later forms, until the edition is known
    key        what it stands for: a code of 2014, a code of section 三 or 四, or (subject, column) of section 二
    unit       unit printed in the header or the unit column, None where none is
    """

    family: str
    key: str | tuple[str, str] | None
    cell: Cell
    grid: int
    applicant: str | None = None
    category: str | None = None
    unit: str | None = None


@lru_cache(maxsize=8192)  # asked several times of each cell, and most cells of a form say the same
def is_value(text: str) -> bool:
    """Whether a cell's text is a number, a zero or a mark for "not applicable"; a blank cell is not."""
    if text.isdecimal() and text.isascii():
        return len(text) <= MAX_DIGITS
    return bool(text) and read_number(text).meaning in _VALUES


@lru_cache(maxsize=8192)
def is_unit(text: str) -> bool:
    """Whether a cell's text is a unit of measure alone, as in the column 单位."""
    return text in UNITS or (len(text) < 8 and text.strip("()（）[] ") in UNITS)


def rows_of(grid: Grid) -> Iterator[Row]:
    """The grid's rows; those of a flattened form are put together again from its labels and numbers."""
    if grid.source == "lines":
        yield from _gathered(grid)
        return
    for number, slots in enumerate(grid.slots):
        cells: list[Cell] = []
        last: Cell | None = None
        for cell in slots:
            if cell is not None and cell is not last:
                cells.append(cell)
                last = cell
        if cells:
            yield Row.of(cells, number, slots)


# --- flattened forms ---

_HEADERS = frozenset(("column", "applicant", "outcome", "group4", "head2014"))


def _gathered(grid: Grid) -> Iterator[Row]:
    """The rows of a form whose cells stand one below the other: labels up to a number, then numbers up to a label."""
    labels: list[Cell] = []
    values: list[Cell] = []
    for slots in grid.slots:
        for cell in slots:
            if cell is None or not cell.text:
                continue
            if is_unit(cell.text):
                if labels:
                    labels.append(cell)
            elif is_value(cell.text) and not words_of(cell.text):
                values.append(cell)
            else:
                if values:
                    yield from _row_of(labels, values)
                    labels, values = [], []
                labels.append(cell)
    yield from _row_of(labels, values)


def _row_of(labels: list[Cell], values: list[Cell]) -> Iterator[Row]:
    """The rows that a run of labels and the numbers after it make: headers as one row, other labels alone, then the last."""
    units = [cell for cell in labels if is_unit(cell.text)]
    texts = [cell for cell in labels if not is_unit(cell.text) and key_of(cell.text)]
    headers = _header_run(texts)
    rest = [cell for cell in texts if not any(cell is header for header in headers)]
    label = rest[-1] if rest and values and (not headers or rest[-1].start > headers[-1].start) else None
    for cell in rest:
        if cell is not label:
            yield Row.of((cell,), cell.row, None)
    if headers:
        yield Row.of(headers, headers[0].row, None)
    if values:
        unit = [cell for cell in units if label is not None and cell.start > label.start]
        if len(unit) > 1:
            return  # a label was lost between two units, and a number too: it is not sure whose number this is
        yield Row.of((*([label] if label else []), *unit, *values), values[0].row, None)


def _header_run(texts: list[Cell]) -> list[Cell]:
    """The words of a header among labels, from the first to the last; a damaged word between two others is one of them."""
    heads = [at for at, cell in enumerate(texts) if _heads(words_of(cell.text))]
    strict = [at for at in heads if not any(word.kind == "row3" for word in words_of(texts[at].text))]
    if not strict:
        return []
    last = strict[-1]
    while last + 1 in heads:
        last += 1  # 其他 and 总计 right after the words of a header belong to it
    return [cell for cell in texts[strict[0] : last + 1] if _heads(words_of(cell.text)) or not words_of(cell.text)]


def _heads(words: tuple[Word, ...]) -> bool:
    return any(word.kind in _HEADERS for word in words)


def names_of(text: str, kind: Kind) -> tuple[str, ...]:
    """The names that a label has within one kind of words, exactly or clearly; () if it has none."""
    names = tuple(word.name for word in words_of(text) if word.kind == kind)
    return names or tuple(word.name for word in nearest(text, (kind,)).clear)
