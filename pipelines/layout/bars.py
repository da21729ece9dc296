"""Tables typed with bars between the cells, framed with rules or not: their lines as rows of cells.

At the end of a line a bar may close it or part cells: the other lines of the table tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.tables import MAX_COLUMNS, Cell, RawRow

BARS = "|｜│┃║┆┇┊┋╎╏"
_BARS = str.maketrans(BARS, "|" * len(BARS))
_RULE = re.compile(r"[\s|+:\-—─-╿]*")
_DRAWN = re.compile(r"[─━═┄┅┈┉╌╍]{2}")
_CROSSED = re.compile(r"[┌-╋╒-╬].*[┌-╋╒-╬]|\+[-=]{2}.*\+")


def pipe_row(line: str) -> RawRow | None:
    """The cells of a line written `label | unit | number |`, blank ones too; None where the line has no bar.

    A rule has no cells, be it one below a header (`---|---`) or one of a frame (`├──┼──┤`, `+---+---+`).
    """
    barred = line.translate(_BARS) if not line.isascii() else line
    if "|" not in barred:
        return RawRow([], line=line) if _is_frame(line) else None
    if _RULE.fullmatch(barred) and ("-" in barred or _DRAWN.search(line)):
        return RawRow([], line=line)
    drawn = len(line) <= LONGEST_DRAWN and _DRAWN.search(line)
    return RawRow(_cells(_without_rules(barred) if drawn else barred), line=line)


LONGEST_DRAWN = 1000
"""Characters of a longer line that is text in some columns and a rule in others: what it draws is not looked at."""


_PART = re.compile(r"[├┝┞┟┠┡┢┣╞╟╠][─-╿]{2,}")
_LEFT = re.compile(r"[├┝┞┟┠┡┢┣╞╟╠]")
_DRAWN_AT_END = re.compile(r"[─-╿\s|]")
_ACROSS = str.maketrans(dict.fromkeys("├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╞╟╠╡╢╣╤╥╦╪╫╬", "|"))
_DRAWN_ALL = re.compile(r"[─-╿]")


def _without_rules(barred: str) -> str:
    """A line that is text in some columns and a rule in others: blank cells below the rule, none where it ends with one."""
    end = len(barred)
    while end and _DRAWN_AT_END.match(barred, end - 1):
        end -= 1
    rule = _LEFT.search(barred, end)
    blank = rule is not None and rule.end() < len(barred) - 1
    line = f"{barred[: rule.start()]}|{' ' * (len(barred) - rule.end())}" if rule and blank else barred
    return _PART.sub(lambda found: _DRAWN_ALL.sub(" ", found[0].translate(_ACROSS)), line)


def _is_frame(line: str) -> bool:
    """Whether a line without a bar is a rule that bars cross or meet."""
    return line[:1] in "+┌┍┎┏└┕┖┗├┝┞┟┠┡┢┣╒╓╔╘╙╚╞╟╠" and bool(_RULE.fullmatch(line)) and bool(_CROSSED.match(line))


def _cells(barred: str) -> list[Cell]:
    """What stands between the bars of a line, without the blanks outside of the first and the last."""
    cells, at = [], 0
    parts = barred.split("|", MAX_COLUMNS)
    for number, part in enumerate(parts):
        outer = (number == 0 or number == len(parts) - 1) and not part.strip()
        if not outer:
            text = part.strip()
            cells.append(Cell(text, at + (part.index(text) if text else 0)))
        at += len(part) + 1
    return cells


def pipe_table(rows: Sequence[RawRow]) -> bool:
    """Whether consecutive lines with bars are a table: two lines with two bars or more, or three lines with one."""
    return len(rows) > 1 and (len(rows) > 2 or any(len(row.cells) > 2 for row in rows))


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
    return [part.strip() for part in row.line.translate(_BARS).split("|", MAX_COLUMNS)]


def _whole(row: RawRow, cut: slice) -> RawRow:
    cells, at = [], 0
    line = row.line or ""
    for part in line.translate(_BARS).split("|", MAX_COLUMNS):
        text = part.strip()
        cells.append(Cell(text, at + (part.index(text) if text else 0)))
        at += len(part) + 1
    return RawRow(cells[cut], line=line)


# --- lines between rules ---

LEAST_RULED = 4
"""So many rows with a number must stand between rules before the lines between two of them are taken for one row."""


def one_row_a_rule(rows: Sequence[RawRow]) -> list[RawRow]:
    """The rows of a table with the lines between two rules as one row, where the rules part all its rows.

    They do where no two lines between rules have numbers; then a label that goes on in the next line has blanks beside it.
    """
    groups: list[list[RawRow]] = [[]]
    for row in rows:
        if row.cells:
            groups[-1].append(row)
        elif groups[-1]:
            groups.append([])
    counts = [sum(any(map(_is_figure, row.cells[1:])) for row in group) for group in groups]
    if sum(counts) < LEAST_RULED or max(counts) > 1 or all(len(group) < 2 for group in groups):
        return list(rows)
    return [row for group in groups for row in _joined(group)]


def _is_figure(cell: Cell) -> bool:
    return cell.text != "" and cell.text[0] in "0123456789０１２３４５６７８９" and len(cell.text) < 12


def _joined(group: list[RawRow]) -> list[RawRow]:
    """The lines between two rules as one row; as they are where a number has anything above or below it."""
    columns = list(zip(*[row.cells for row in group], strict=False))
    widths = {len(row.cells) for row in group}
    if len(group) < 2 or len(widths) > 1:
        return group
    said = [[cell for cell in column if cell.text] for column in columns]
    if any(len(cells) > 1 and any(map(_is_figure, cells)) for cells in said[1:]):
        return group
    return [RawRow([Cell("".join(cell.text for cell in cells)) for cells in said])]
