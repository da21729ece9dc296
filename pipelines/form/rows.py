"""The rows of a grid as the readers of the forms want them: distinct cells in order, flattened forms put into rows again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipelines.form.labels import Kind, Word, key_of, nearest, words_of
from pipelines.form.ordinals import ordinals
from pipelines.layout.line_words import PAGE_NUMBER, SAID
from pipelines.numbers import MAX_DIGITS, read_number
from pipelines.outline import Cell, Grid

UNITS = frozenset(
    ("条", "件", "次", "篇", "个", "人", "人次", "项", "份", "期", "场", "处", "家", "元", "千元", "万元", "百万元", "亿元", "万")
)
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
    """Whether a cell's text is a number, a zero or a mark for "not applicable"; a blank cell is not, nor is 无, nor `12.`.

    A word for "none" stands in columns of remarks too, and a serial number looks like `12.`.
    """
    if text.isdecimal() and text.isascii():
        return len(text) <= MAX_DIGITS
    return bool(text) and read_number(text).meaning in _VALUES and not (text[-1] in ".．、" and text in ordinals())


def stands_for_number(text: str) -> bool:
    """Whether a text is a number, a mark, or a word for "none", where a number must stand."""
    return text in SAID or is_value(text)


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
        cells = grid.rows[number].cells if grid.spans == [] else _distinct(slots)
        if cells:
            yield Row.of(cells[:-1] if _is_remark(cells[-1], number) else cells, number, slots)


LEAST_REMARKED = 3
"""So many rows must a cell at their right end span to be a remark on all of them: headers reach over one or two."""


def _is_remark(last: Cell, number: int) -> bool:
    """Whether the cell at the end of a row is words that reach down from a row above it and are no words of the forms."""
    if last.rowspan < LEAST_REMARKED or last.row == number or not last.text or not last.column:
        return False
    return not is_value(last.text) and not words_of(last.text)


def _distinct(slots: Sequence[Cell | None]) -> list[Cell]:
    """The cells of a row of slots from left to right, each once."""
    cells: list[Cell] = []
    last: Cell | None = None
    for cell in slots:
        if cell is not None and cell is not last:
            cells.append(cell)
            last = cell
    return cells


# --- flattened forms ---

_HEADERS = frozenset(("column", "applicant", "outcome", "group4", "head2014"))
_ROWS = frozenset(("subject", "row3", "group4"))


Run = tuple[list[Cell], list[Cell]]
"""Labels that stand one below the other, and the numbers below them."""


def _gathered(grid: Grid) -> Iterator[Row]:
    """The rows of a form whose cells stand one below the other: labels up to a number, then numbers up to a label."""
    runs = list(runs_of(grid))
    counted = counted_runs(runs)
    done = 0
    for number, (labels, values) in enumerate(runs):
        if number < done:
            continue
        pairs = _pairs_from(runs, number)
        if pairs:
            done = number + len(pairs)
            yield from _row_of(labels[:-2], [])
            yield Row.of([name for name, _ in pairs], pairs[0][0].row, None)
            yield Row.of([labels[-2], *(value for _, value in pairs)], labels[-2].row, None)
            continue
        if labels and _is_named(labels):
            yield Row.of(labels[1::2], labels[0].row, None)
            yield Row.of([labels[0], *labels[2::2]], labels[0].row, None)
        elif number in counted:
            yield from _row_of(labels, values[:-1])
        else:
            yield from _row_of(labels, values)


def _pairs_from(runs: Sequence[Run], at: int) -> list[tuple[Cell, Cell]]:
    """The names and numbers, a line each, below the label of a row (规章 / 本年制发件数：1 / 本年废止件数：0); [] if none."""
    labels, values = runs[at]
    if len(labels) < 2 or not _is_pair(labels[-1], values) or not any(word.kind in _ROWS for word in words_of(labels[-2].text)):
        return []
    if not any(word.kind in _HEADERS and word.name not in ("total", "other_legal") for word in words_of(labels[-1].text)):
        return []
    found = [(labels[-1], values[0])]
    for more, numbers in runs[at + 1 :]:
        if len(more) != 1 or not _is_pair(more[0], numbers):
            break
        found.append((more[0], numbers[0]))
    return found


def _is_pair(name: Cell, values: Sequence[Cell]) -> bool:
    return len(values) == 1 and values[0].row == name.row and _heads(words_of(name.text))


def runs_of(grid: Grid) -> Iterator[Run]:
    """The runs of a flattened form; a line with a name before each number is one of its own, without numbers."""
    labels: list[Cell] = []
    values: list[Cell] = []
    said = _says_none(grid)
    for slots in grid.slots:
        if _is_named(slots):
            yield labels, values
            labels, values = [], []
            yield [cell for cell in slots if cell is not None], []
            continue
        for cell in slots:
            if cell is None or PAGE_NUMBER.fullmatch(cell.text):
                continue
            if not cell.text:
                values += [cell] if labels and labels[-1].row == cell.row and not values else []  # 公报公开数（单位：条）：
            elif is_unit(cell.text):
                if labels:
                    labels.append(cell)
            elif (is_value(cell.text) and not words_of(cell.text)) or (said and cell.text in SAID):
                values.append(cell)
            else:
                if values:
                    yield labels, values
                    labels, values = [], []
                labels.append(cell)
    yield labels, values


LEAST_SAID = 3
"""So many words for "none" stand where a number must, before they are taken for what stands for numbers."""


def _says_none(grid: Grid) -> bool:
    """Whether words like 无 stand for numbers in a flattened form: right after labels and after each other, and no remarks."""
    cells = [cell.text for slots in grid.slots for cell in slots if cell is not None and cell.text]
    if not any(text in SAID for text in cells) or any(key_of(text) in _REMARKS for text in cells):
        return False
    pairs = pairwise([text for text in cells if not is_unit(text)])
    return sum(text in SAID and not is_value(before) for before, text in pairs) >= LEAST_SAID


_REMARKS = frozenset(("备注", "说明", "注释"))


LEAST_COUNTED = 5
"""So many runs must count on for what each of them ends with to be a serial number."""


def counted_runs(runs: Sequence[Run]) -> frozenset[int]:
    """Which runs end with a serial number and not with a figure: it counts on from run to run, and nothing else in them does.

    That of the next row stands there where serial numbers stand before the labels.
    """
    found: set[int] = set()
    begun = 0
    ends = [_ordinal(values, 1) for _, values in runs]
    for at in range(1, len(runs) + 1):
        if at < len(runs) and ends[at] is not None and ends[at - 1] is not None and ends[at] == ends[at - 1] + 1:  # type: ignore[operator]
            continue
        stretch = range(begun, at)
        begun = at
        many = [number for number in stretch if len(runs[number][1]) > 1]
        if len(many) < LEAST_COUNTED or len(many) < len(stretch) - 1:
            continue
        others = [_ordinal(runs[number][1], 2) for number in many]
        if sum(left is not None and right == left + 1 for left, right in pairwise(others)) < len(others) // 2:
            found.update(stretch)
    return frozenset(found)


def _ordinal(values: Sequence[Cell], from_end: int) -> int | None:
    return ordinals().get(values[-from_end].text) if len(values) >= from_end else None


def _is_named(slots: Sequence[Cell | None]) -> bool:
    """Whether a line is a label and then names of columns and numbers in turn: 行政许可：上一年项目数量2，处理决定数量48."""
    cells = [cell for cell in slots if cell is not None]
    if len(cells) < 3 or len(cells) % 2 == 0 or is_value(cells[0].text) or is_unit(cells[1].text):
        return False
    return all(is_value(cell.text) for cell in cells[2::2]) and all(_heads(words_of(cell.text)) for cell in cells[1::2])


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
    first, last = strict[0], strict[-1]
    while last + 1 in heads:
        last += 1  # 其他 and 总计 right after the words of a header belong to it
    while first - 1 in heads:
        first -= 1
    if first and not words_of(texts[first - 1].text) and _is_damaged_part(texts[first - 1].text, texts[first].text):
        first -= 1
    return [cell for cell in texts[first : last + 1] if _heads(words_of(cell.text)) or not words_of(cell.text)]


def _is_damaged_part(text: str, behind: str) -> bool:
    """Whether a text before 行政诉讼 may be 行政复议 typed wrongly, with which the header of section 四 begins."""
    if not any(word.kind == "group4" for word in words_of(behind)):
        return False
    return any(word.name == "review" for word in nearest(text, ("group4",)).all)


def _heads(words: tuple[Word, ...]) -> bool:
    return any(word.kind in _HEADERS for word in words)


def names_of(text: str, kind: Kind) -> tuple[str, ...]:
    """The names that a label has within one kind of words, exactly or clearly; () if it has none."""
    names = tuple(word.name for word in words_of(text) if word.kind == kind)
    return names or tuple(word.name for word in nearest(text, (kind,)).clear)


def end_of(row: Row) -> int:
    """The column after the row's last cell, one of a column that was left out included."""
    if row.slots is None:
        return row.cells[-1].column + row.cells[-1].colspan
    if row.slots and row.slots[-1] is not None:  # nearly every row
        return len(row.slots)
    return next((at for at in range(len(row.slots), 0, -1) if row.slots[at - 1] is not None), 0)


def has_hole(row: Row) -> bool:
    """Whether no cell stands in a slot before the row's last: one was lost, and those behind it have moved."""
    return None in (row.slots or ())[: end_of(row)]


def has_number(row: Row) -> bool:
    """Whether any cell of a row is a number, a zero or a mark."""
    return any(is_value(cell.text) for cell in row.cells)


def stands_whole(before: Row | None) -> bool:
    """Whether what follows a row of a flattened form begins anew: the row has its number, or is a known label by itself.

    Else its text may be the first half of the next label.
    """
    return before is None or has_number(before) or any(word.kind not in ("alias2014", "subject") for word, _ in before.words)


def values_after(label: Cell, row: Row) -> list[Cell]:
    """The cells to the right of a label, blank ones too, without units and remarks in brackets."""
    if row.after is None or row.after[0] is not label:
        at = next(at for at, cell in enumerate(row.cells) if cell is label)
        row.after = label, [
            cell
            for cell in row.cells[at + 1 :]
            if not (text := cell.text) or is_value(text) or (not is_unit(text) and (key_of(text) or _IN_BRACKETS.fullmatch(text)))
        ]
    return row.after[1]


_IN_BRACKETS = re.compile(r"[(（]\s?[\d０-９]{1,9}\s?[)）]")
"""A number that is bracketed as a whole: no remark, though what it means (a footnote, 3, -3) is not told."""
