"""Several columns of numbers in a flattened form of 2014 (2016年 | 2015年, 统计数 | 备注): the one that counts, by the header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipelines.form.edition_2014 import is_total
from pipelines.form.labels import words_of
from pipelines.form.rows import Row, is_value
from pipelines.form.year_columns import Mark, wanted_of, year_mark
from pipelines.outline import Cell

MOST_COLUMNS = 5
"""More names between 单位 and the first row are no columns of numbers."""

LEAST_ROWS = 6
"""So many rows must have as many numbers as the header has columns, and more than half of all rows."""

_BEGINS = frozenset(("row2014", "section", "row3", "subject", "group4", "applicant", "column"))


def of_column(rows: Sequence[Row], year: int | None, notes: list[str]) -> Sequence[Row]:
    """The rows of a flattened form with the one number each that counts; the rows as they are where there is one column.

    A row with fewer numbers than columns has lost some, which ones is not told: it is left without any.
    """
    names = _names(rows)
    counts = Counter(count for row in rows if row.slots is None and (count := len(_numbers(row))) and row.words)
    if len(names) < 2 or counts[len(names)] < max(LEAST_ROWS, sum(counts.values()) // 2 + 1):
        return rows
    at = _wanted(names, year)
    if at is None:
        notes.append("columns of a flattened form not told apart: " + ", ".join(cell.text for cell in names)[:60])
        return rows
    kept = []
    for row in rows:
        numbers = _numbers(row)
        if any(cell is name for cell in row.cells for name in names):
            cells = [cell for cell in row.cells if not any(cell is name for name in names)]
        elif len(numbers) == len(names):
            cells = [cell for cell in row.cells if cell is numbers[at] or not any(cell is number for number in numbers)]
        elif numbers:
            notes.append(f"{len(numbers)} numbers for {len(names)} columns: {row.cells[0].text[:40]}")
            cells = [cell for cell in row.cells if not any(cell is number for number in numbers)]
        else:
            cells = list(row.cells)
        if cells:
            kept.append(Row.of(cells, row.number, None))
    return kept


def _numbers(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if is_value(cell.text)]


def _names(rows: Sequence[Row]) -> list[Cell]:
    """The names of the columns of numbers: what stands between 统计指标, 单位 and the first row of the form."""
    above: list[Cell] = []
    for row in rows:
        if _numbers(row) and not all(_is_year(cell.text) for cell in _numbers(row)):
            break
        above += row.cells
    above.sort(key=lambda cell: cell.start)
    heads = [_heads(cell) for cell in above]
    last = max((at for at, names in enumerate(heads) if names & {"label", "unit"}), default=None)
    if last is None:
        return []
    found: list[Cell] = []
    for cell in above[last + 1 :]:
        if any(word.kind in _BEGINS for word in words_of(cell.text)) and not is_total(cell.text):
            break
        found.append(cell)
    return found if len(found) <= MOST_COLUMNS else []


def _heads(cell: Cell) -> set[str]:
    return {word.name for word in words_of(cell.text) if word.kind == "head2014"}


def _is_year(text: str) -> bool:
    return len(text) == 4 and text[:2] in ("19", "20") and text.isdigit()


def _wanted(names: Sequence[Cell], year: int | None) -> int | None:
    """Which of the columns counts: the report's year, else the one that is named as numbers or as their total."""
    marks: list[Mark | None] = []
    for cell in names:
        mark = year_mark(cell.text)
        marks.append(None if mark is None else mark[0])
    wanted = wanted_of([mark for mark in marks if mark is not None], year)
    if wanted is not None:
        return marks.index(wanted) if marks.count(wanted) == 1 else None
    if any(isinstance(mark, int) for mark in marks) and year is None:
        return None
    totals = [at for at, cell in enumerate(names) if is_total(cell.text)]
    figures = totals or [at for at, cell in enumerate(names) if marks[at] is None and "number" in _heads(cell)]
    return figures[0] if len(figures) == 1 else None
