"""Blank cells at the ends of lines with bars: the other lines of the table tell whether a bar there closes it or parts cells."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.tables import BARS, MAX_COLUMNS, Cell, RawRow


def with_blank_ends(rows: Sequence[RawRow]) -> list[RawRow]:
    """The rows of a table typed with bars, with the blank cells at their ends that `pipe_row` took for its frame.

    Where all lines begin with a bar, that bar is the frame, and so at their ends. Where only some do, a blank end is a cell
    in lines that have then as many cells as others which begin and end with a word.
    """
    lines = [_parts(row) for row in rows]
    told = [parts for parts in lines if parts]
    left, right = all(not parts[0] for parts in told), all(not parts[-1] for parts in told)
    if left and right:
        return list(rows)
    inner = [slice(left, len(parts) - right) for parts in lines]
    widths = {len(cells) for parts, cut in zip(lines, inner, strict=True) if (cells := parts[cut]) and cells[0] and cells[-1]}
    found = []
    for row, parts, cut in zip(rows, lines, inner, strict=True):
        count = len(parts[cut])
        found.append(_whole(row, cut) if len(row.cells) < count and count in widths else row)
    return found


def _parts(row: RawRow) -> list[str]:
    """What stands between the bars of a line, blank at its ends too; [] for a rule."""
    if not row.cells or row.line is None:
        return []
    return [part.strip() for part in row.line.translate(BARS).split("|", MAX_COLUMNS)]


def _whole(row: RawRow, cut: slice) -> RawRow:
    cells, at = [], 0
    line = row.line or ""
    for part in line.translate(BARS).split("|", MAX_COLUMNS):
        text = part.strip()
        cells.append(Cell(text, at + (part.index(text) if text else 0)))
        at += len(part) + 1
    return RawRow(cells[cut], line=line)
