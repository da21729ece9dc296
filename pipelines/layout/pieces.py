"""A raw table as what it really is: text that a table lays out, tables of cells, rows that were typed into one row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from pipelines.form.labels import is_form_label
from pipelines.tables import NUMBER_CELL, UNIT, Cell, RawRow, RawTable

LONG_CELL = 600
"""No cell of a form is longer than this many characters; a row with such a cell is text laid out by a table."""

LONG_TITLE = 90
"""A row of one single cell longer than this is a paragraph that stands in the table."""


def pieces(table: RawTable) -> list[str | RawTable]:
    """The table as lines of text where it only lays text out, and as tables of cells for the rest.

    A table of one column is lines of text, and so is one with the sections of a report beside their headings. A row that
    holds a table, an over-long cell, or a single long cell is text too and divides the table in two. A row whose cells hold
    one line for each of several rows is those rows.
    """
    text_only = all(len(row.cells) < 2 for row in table.rows) or _is_sections(table)
    if not text_only and not any(row.blocks or _is_text(row) for row in table.rows):
        return [table]  # nearly every form
    found: list[str | RawTable] = []
    part = RawTable([], table.source)
    for row in table.rows:
        rows = _unstacked(row) if row.blocks and not text_only and not _holds_table(row) else [row]
        if text_only or (len(rows) == 1 and _is_text(row)):
            if part.rows:
                found.append(part)
                part = RawTable([], table.source)
            for number in range(len(row.cells)):
                found.extend(block for block in _content(row, number) if block != "")
        else:
            _lengthen(part.rows, len(rows) - 1)
            part.rows.extend(rows)
    if part.rows:
        found.append(part)
    return found


_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}、")


def _is_sections(table: RawTable) -> bool:
    """Whether a table of two columns has the headings of sections left, 一、 and 二、 among them, and their sentences right."""
    if any(len(row.cells) > 2 and any(cell.text for cell in row.cells) for row in table.rows):
        return False  # nearly every form
    rows = [row for row in table.rows if any(cell.text for cell in row.cells)]
    cells = [cell.text for row in rows for cell in row.cells]
    if not any("。" in text for text in cells) or any(map(NUMBER_CELL.fullmatch, cells)):
        return False
    pairs = [[cell.text for cell in row.cells] for row in rows if len(row.cells) == 2]
    headed = [text for title, text in pairs if _SECTION.match(title)]
    told = sum("。" in text for text in headed)
    return len(headed) > 1 and 2 * told > len(headed) and 2 * len(headed) >= len(pairs)


def _content(row: RawRow, number: int) -> list[str | RawTable]:
    if row.blocks and number in row.blocks:
        return row.blocks[number]
    return [row.cells[number].text]


def _is_text(row: RawRow) -> bool:
    longest = LONG_TITLE if len(row.cells) == 1 else LONG_CELL
    return max([len(cell.text) for cell in row.cells], default=0) > longest or _holds_table(row)


def _holds_table(row: RawRow) -> bool:
    return row.blocks is not None and any(isinstance(block, RawTable) for blocks in row.blocks.values() for block in blocks)


# --- rows that were typed into one row ---

STACKED = 4
"""From this many lines on, cells with equally many lines are read as rows that were typed into one row, whatever they say."""

BETWEEN = "；"
"""What stands between the figures of one cell: 3 and 400 one below the other are not 3 400."""

LEAST_LINES = 2
"""So many lines with figures in them show rows by themselves: a single one may stand anywhere beside a label of two lines.

Where each of a label's lines has a number of its own (1. and 2.), it is as many labels, and one figure is enough.
"""

_NUMBERED = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[)）.．、]|其中[:：]")

_SECOND = re.compile(
    r"(?:[^\s\d（()）.．、:：]|[^（(]{4}[)）])(?:[（(][一二三四五六七八九十]{1,2}[)）]|\d{1,2}[.．、]|其中[:：])[^\W\d_]"
)
"""The number of a label behind another label in one line, and not behind the number of its group: （一）1.当面申请数."""

MOST_ABOVE = 100
"""Rows above a row that are looked at for cells that reach into it; no form has more."""

Lines = list[str]


def _unstacked(row: RawRow) -> list[RawRow]:
    """The row itself, or the rows that were typed into it with line breaks: as many lines in all that must have one for each.

    Blank lines count where they make the cells even, so that each figure stays beside its label.
    """
    lines = [[str(block) for block in _content(row, number)] for number in range(len(row.cells))]
    if len(lines) < 2:
        return [row]
    ends = [_without_blank_ends(cell) for cell in lines]
    full = [[line for line in cell if line] for cell in lines]
    for columns in (lines, ends, full):
        found = _split(row, columns)
        if found is not None:
            return found
    for cell, said in zip(row.cells, full, strict=True):
        if len(said) > 1 and _are_figures(said):
            cell.text = BETWEEN.join(said)
    return [row]


def _without_blank_ends(lines: Lines) -> Lines:
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    return lines[:end]


def _split(row: RawRow, columns: Sequence[Lines]) -> list[RawRow] | None:
    """The rows where the cells, cut into these lines, are surely several; None if not."""
    height = len(columns[0])
    said = [at for at, column in enumerate(columns) if len(column) > 1 and not _are_figures(column) and not _are_units(column)]
    if not all(_are_apart(columns[at]) for at in said if len(columns[at]) == len(columns[said[-1]])):
        return None
    if height >= STACKED and all(len(column) == height and all(column) for column in columns):
        return _rows(row, columns, height, set())
    if not said:
        return None
    label = said[-1]
    height = len(columns[label])
    columns = [[""] * height if at > label and not "".join(column) else column for at, column in enumerate(columns)]
    whole = {at for at, column in enumerate(columns) if len(column) != height}
    figures = [column for column in columns[label + 1 :] if len(column) == height and _are_figures(column)]
    if not figures or any(_is_cut(columns[at], right=at > label) for at in whole):
        return None
    filled = [number for number in range(height) if any(column[number] for column in figures)]
    split = (cell for at, cell in enumerate(row.cells) if at not in whole)
    least = 1 if all(map(_NUMBERED.match, columns[label])) else LEAST_LINES
    if len(filled) < least or not all(columns[label][number] for number in filled) or any(cell.rowspan != 1 for cell in split):
        return None
    return _rows(row, columns, height, whole)


def _are_apart(lines: Lines) -> bool:
    """Whether each line of a column may be a label by itself: no half of one in two lines, no two in one line.

    A letter a line is a label written downwards where they make one.
    """
    downwards = all(len(line) < 2 for line in lines) and is_form_label("".join(lines))
    if downwards or not all(map(_is_whole, lines)) or any(map(_SECOND.search, lines)):
        return False
    return all(is_form_label(line) and is_form_label(after) for line, after in _broken(lines))


def _broken(lines: Lines) -> Iterator[tuple[str, str]]:
    """The neighbours that are a label of a form together."""
    said = [line for line in lines if line]
    return (pair for pair in pairwise(said) if not NUMBER_CELL.fullmatch(pair[0]) and is_form_label("".join(pair)))


def _is_whole(line: str) -> bool:
    """Whether no bracket in a line is left open or closed without one, as in half of a label."""
    return line.count("（") + line.count("(") == line.count("）") + line.count(")")


def _are_figures(lines: Lines) -> bool:
    """Whether lines are numbers, blank ones among them too."""
    return all(not line or NUMBER_CELL.fullmatch(line) for line in lines)


def _is_cut(lines: Lines, *, right: bool) -> bool:
    """Whether the lines of a cell that is no label of the group cannot be those of all its rows together: numbers are a row's."""
    return not _is_unit(lines) if right else any(lines) and _are_figures(lines)


def _are_units(lines: Lines) -> bool:
    return all(not line or UNIT.fullmatch(line) for line in lines)


def _is_unit(lines: Lines) -> bool:
    return len(lines) == 1 and UNIT.fullmatch(lines[0]) is not None


def _rows(row: RawRow, columns: Sequence[Lines], height: int, whole: set[int]) -> list[RawRow]:
    """The rows of the lines; a cell that is `whole` reaches over all of them."""
    rows = []
    for number in range(height):
        cells = [
            Cell(column[number], colspan=cell.colspan, header=cell.header)
            for at, (cell, column) in enumerate(zip(row.cells, columns, strict=True))
            if at not in whole
        ]
        rows.append(RawRow(cells, row.group))
    for at in sorted(whole):
        cell = row.cells[at]
        cell.rowspan += height - 1 if cell.rowspan else 0
        rows[0].cells.insert(at, cell)
    return [made for made in rows if any(cell.text for cell in made.cells)] if not whole else rows


def _lengthen(rows: Sequence[RawRow], more: int) -> None:
    """Makes the cells that reach from above into the next row reach over so many rows more, which were typed into it."""
    for distance, row in enumerate(islice(reversed(rows), MOST_ABOVE if more else 0), 1):
        for cell in row.cells:
            if cell.rowspan > distance:
                cell.rowspan += more
