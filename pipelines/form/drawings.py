"""Forms drawn alike are read alike: what every cell stands for is worked out once, the next such form gives its numbers alone.

Offices of one county print one form, with other numbers in it. The drawing of a page's tables is their shape and all that
is printed in them but plain numbers: everything that the readers of `pipelines.forms` look at, since a plain number is to
them like any other. A year is none: it may head a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipelines.form.by_applicant import name_in
from pipelines.form.facts import Asked, Form, FormReading
from pipelines.form.headers import part_in
from pipelines.form.labels import key_of, words_of
from pipelines.form.named_above import row_in
from pipelines.form.rows import is_unit, is_value
from pipelines.form.serials import serial_columns, serial_rows
from pipelines.form.year_columns import year_mark
from pipelines.numbers import MAX_DIGITS, UNITS, read_number
from pipelines.outline import Grid

MOST_DRAWINGS = 256
"""Drawings that are remembered, the ones met last; a plan takes some 20 KB."""

LONGEST_DRAWING = 20_000
"""Characters of the tables of a page beyond which no plan is made; a long form has a quarter of it."""

MOST_GRIDS = 40

_NUMBER = re.compile(rf"[-+−－约近]?[0-9０-９][0-9０-９,，.．]{{0,19}}[余多]?[万亿]?(?:{UNITS})?")
_MARK = re.compile(r"[-/\\／＼–—―‐‑−─－_~]+")
_WORDS = re.compile(r": | / |, ")
"""What stands between the words that a note or a label is put together from."""

_A_NUMBER, _NOTHING, _A_TITLE = range(3)
Sign = str | int
_Place = tuple[int, int, int, Asked]
"""A number cell of a drawing: which of the grids, its row and column, and what it is read for."""


@lru_cache(maxsize=8192)
def _sign(text: str) -> Sign:
    """What a cell is to the readers: `_A_NUMBER` like any other, a mark like `/`, or the very words that it says."""
    if text.isdecimal() and text.isascii() and len(text) <= MAX_DIGITS and not (len(text) == 4 and text[:2] in ("19", "20")):
        return _A_NUMBER  # nearly every one
    number = _NUMBER.fullmatch(text)
    if not (number or _MARK.fullmatch(text)) or not is_value(text) or words_of(text) or year_mark(text) is not None:
        return text
    if number:
        return _A_NUMBER if key_of(text) and read_number(text).value is not None else text
    return text if key_of(text) else _NOTHING


@lru_cache(maxsize=1024)
def _sign_alone(text: str) -> Sign:
    """The sign of a cell that fills its row: without a word of the forms no reader looks at it twice, whatever it says."""
    return _A_TITLE if text and not (is_value(text) or is_unit(text) or words_of(text)) else _sign(text)


class _FormPlan(NamedTuple):
    """One form of a drawing: its edition, the first and the last of the grids it spans, its own ones, its number cells."""

    edition: str
    first: int
    last: int
    grids: tuple[int, ...]
    cells: list[_Place]


class Plan(NamedTuple):
    """What the readers found on one page, with places for cells: good for every page of the same drawing."""

    forms: tuple[_FormPlan, ...]
    notes: tuple[str, ...]
    by_year: bool

    def reading(self, grids: Sequence[Grid]) -> FormReading:
        """The forms of a page of this drawing, whose grids these are, with the cells that state facts."""
        reading = FormReading(notes=list(self.notes), by_year=self.by_year)
        for plan in self.forms:
            form = Form(plan.edition, grids[plan.first].start, grids[plan.last].end, [grids[at].number for at in plan.grids])
            wanted = [(grids[at], row, column, asked) for at, row, column, asked in plan.cells]
            form.cells = [(grid.cell(row, column), grid.number, asked) for grid, row, column, asked in wanted]
            reading.forms.append(form)
        return reading


class Drawing:
    """One drawing and its plans: one for all years, or one for each where the header names years side by side."""

    __slots__ = ("by_year", "plans")

    def __init__(self) -> None:
        self.by_year = False
        self.plans: dict[int | None, Plan | None] = {}

    def plan(self, year: int | None) -> Plan | None:
        """The plan for a report of that year; None where no page of the drawing was read yet, or none can be read by a plan."""
        return self.plans.get(year if self.by_year else None)

    def learn(self, reading: FormReading, year: int | None, grids: Sequence[Grid]) -> None:
        """Makes the plan from the reading of a page of this drawing, whose grids these are."""
        self.by_year = reading.by_year
        self.plans[year if self.by_year else None] = _plan_of(reading, grids)


def drawing_of(grids: Sequence[Grid], captions: Sequence[str]) -> Drawing | None:
    """The drawing of some grids; None where they are no form's for their size."""
    if len(grids) > MOST_GRIDS or sum(grid.end - grid.start for grid in grids) > LONGEST_DRAWING:
        return None
    parts: list[object] = []
    for grid, caption in zip(grids, captions, strict=True):
        if grid.spans is None:
            return None
        parts += grid.source, part_in(caption), row_in(caption), name_in(caption)
        parts += grid.width, tuple(grid.spans), signs_of(grid), serial_columns(grid), serial_rows(grid)
    return _drawing(tuple(parts))


def signs_of(grid: Grid) -> tuple[Sign, ...]:
    """What each cell of a grid is to the readers of forms, rows one after the other, each begun by the number of its cells."""
    signs: list[Sign] = []
    width = grid.width if grid.source != "lines" else -1
    for row in grid.rows:
        cells = row.cells
        signs.append(len(cells))
        if len(cells) == 1 and cells[0].colspan == width:
            signs.append(_sign_alone(cells[0].text))
        else:
            signs += map(_sign, [cell.text for cell in cells])
    return tuple(signs)


@lru_cache(maxsize=MOST_DRAWINGS)
def _drawing(key: tuple[object, ...]) -> Drawing:
    return Drawing()


def _plan_of(reading: FormReading, grids: Sequence[Grid]) -> Plan | None:
    """The plan of a reading; None where it rests on more than the drawing: on the place of a text, on a number."""
    if reading.by_sums:
        return None
    at = {grid.number: n for n, grid in enumerate(grids)}
    forms: list[_FormPlan] = []
    words = list(reading.notes)
    for form in reading.forms:
        cells = [(at[number], cell.row, cell.column, asked) for cell, number, asked in form.cells]
        words += [category for _, _, (*_, category) in form.cells if category is not None]
        first, last = at[form.cells[0][1]], at[form.cells[-1][1]]
        if (form.start, form.end) != (grids[first].start, grids[last].end):
            return None  # two forms in one grid: where one ends depends on what is printed
        forms.append(_FormPlan(form.edition, first, last, tuple([at[number] for number in form.grids]), cells))
    if words and _said_in(words, grids):
        return None
    return Plan(tuple(forms), tuple(reading.notes), reading.by_year)


def _said_in(words: Sequence[str], grids: Sequence[Grid]) -> bool:
    """Whether any of the words may have been made with what stands in a cell whose text is not in the drawing."""
    said = {piece for word in words for piece in _WORDS.split(word)}
    cells = (cell.text for grid in grids for row in grid.rows for cell in row.cells)
    return any(text in said and _sign(text) is not text for text in cells)
