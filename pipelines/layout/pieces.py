"""What a table really is: cells for its rows, lines of text where it only lays text out, rows that were typed into one row."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.tables import NUMBER_CELL, Cell, RawRow, RawTable

LONG_CELL = 600
"""No cell of a form is longer than this many characters; a row with such a cell is text laid out by a table."""

LONG_TITLE = 90
"""A row of one single cell longer than this is a paragraph that stands in the table."""


def pieces(table: RawTable) -> list[str | RawTable]:
    """The table as what it really is: lines of text where it only lays text out, and tables of cells for the rest.

    A table of one column is lines of text. A row that holds a table, an over-long cell, or a single long cell is text
    too and divides the table in two. A row whose cells hold one line for each of several rows is those rows.
    """
    found: list[str | RawTable] = []
    part = RawTable([], table.source)
    text_only = all(len(row.cells) < 2 for row in table.rows)
    for row in table.rows:
        rows = _unstacked(row) if row.blocks and not text_only else [row]
        if len(rows) > 1:
            part.rows.extend(rows)
        elif text_only or _is_long(row) or _holds_table(row):
            if part.rows:
                found.append(part)
                part = RawTable([], table.source)
            for number in range(len(row.cells)):
                found.extend(_content(row, number))
        else:
            part.rows.append(row)
    if part.rows:
        found.append(part)
    return found


def _content(row: RawRow, number: int) -> list[str | RawTable]:
    if row.blocks and number in row.blocks:
        return [block for block in row.blocks[number] if block != BLANK]
    return [row.cells[number].text]


def _is_long(row: RawRow) -> bool:
    longest = LONG_TITLE if len(row.cells) == 1 else LONG_CELL
    return any(len(cell.text) > longest for cell in row.cells)


def _holds_table(row: RawRow) -> bool:
    return row.blocks is not None and any(isinstance(block, RawTable) for blocks in row.blocks.values() for block in blocks)


STACKED = 4
"""From this many lines on, cells with equally many lines are read as rows that were typed into one row."""

BLANK = "\ue00a"
"""Stands in a cell's blocks for a blank line, which may be a blank cell of such a row; in no text that is kept."""

LEAST_FIGURES = 2
"""So many figures must stand in the last cell's lines where lines of the cells are blank: else one row is drawn with air."""


def _unstacked(row: RawRow) -> list[RawRow]:
    """The row itself, or the rows that were typed into it with line breaks where all its cells have as many lines.

    A word alone (a group's name, 件) stands beside all of them. Where lines are blank or few, the last cell's must be figures.
    """
    if _holds_table(row):
        return [row]
    columns = _columns(row)
    stacks = [column for column in columns if len(column) > 1]
    height = len(stacks[0]) if stacks else 0
    if len(stacks) < 2 or any(len(column) != height for column in stacks):
        return [row]
    plain = height >= STACKED and len(stacks) == len(columns) and not any(BLANK in column for column in stacks)
    if (not plain or _is_long(row)) and not _are_rows(row, columns, stacks):
        return [row]
    return [RawRow(_cells_at(row, columns, n, height), row.group) for n in range(height)]


def _columns(row: RawRow) -> list[list[str]]:
    """The lines of each cell, as many in each that has several if that can be: blank ones too, but for those at all ends.

    Lines that are blank in all of them are air; where the cells have as many lines only without blank ones, all blanks are.
    """
    columns = [_lines(row, number) for number in range(len(row.cells))]
    if not _are_even(columns):
        for column in columns:
            while column and column[-1] == BLANK:
                column.pop()
    if not _are_even(columns):
        return [[line for line in column if line != BLANK] for column in columns]
    stacks = [column for column in columns if len(column) > 1]
    air = {at for at, lines in enumerate(zip(*stacks, strict=True)) if set(lines) == {BLANK}}
    return [[line for at, line in enumerate(column) if at not in air or len(column) < 2] for column in columns]


def _are_even(columns: Sequence[list[str]]) -> bool:
    return len({len(column) for column in columns if len(column) > 1}) < 2


def _lines(row: RawRow, number: int) -> list[str]:
    """The lines of a cell, blank ones too; none for a blank cell."""
    if row.blocks and number in row.blocks:
        return [str(block) for block in row.blocks[number]]
    return [row.cells[number].text] if row.cells[number].text else []


def _are_rows(row: RawRow, columns: Sequence[list[str]], stacks: Sequence[list[str]]) -> bool:
    """Whether the lines of some cells are surely rows: whole labels, figures last, and no number alone beside them."""
    alone = [line for column in columns if len(column) < 2 for line in column]
    if any(map(NUMBER_CELL.fullmatch, alone)) or any(cell.rowspan != 1 for cell in row.cells):
        return False
    labels = next((column for column in stacks if not any(map(NUMBER_CELL.fullmatch, column))), None)
    figures = [line for line in stacks[-1] if line != BLANK]
    if labels is None or BLANK in labels or not all(map(_is_whole, labels)) or not all(map(NUMBER_CELL.fullmatch, figures)):
        return False
    return len(figures) >= (LEAST_FIGURES if len(labels) >= STACKED else len(labels))


def _is_whole(line: str) -> bool:
    """Whether no bracket in a line is left open or closed without one, as in half of a label."""
    return line.count("（") + line.count("(") == line.count("）") + line.count(")")


def _cells_at(row: RawRow, columns: Sequence[list[str]], line: int, height: int) -> list[Cell]:
    """The cells of one line of a row; a word alone is a cell that spans all lines."""
    cells = []
    for cell, column in zip(row.cells, columns, strict=True):
        if len(column) > 1:
            cells.append(Cell(column[line].replace(BLANK, ""), colspan=cell.colspan))
        elif line == 0:
            cells.append(Cell(cell.text, colspan=cell.colspan, rowspan=height))
    return cells
