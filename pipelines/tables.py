"""Rows of cells from HTML, from pipes, or from one line a cell, laid out as a rectangle of slots. Knows nothing of forms.

Source: HTML Standard, "Forming a table" (4.9.12), with its caps (1,000 columns, 65,534 rows a cell) and caps of our own
on columns and on work, so that no markup can ask for more time or memory than its size is worth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pipelines.layout.line_words import PAGE_NUMBER, SAID

MAX_COLSPAN = 1000
MAX_ROWSPAN = 65534
MAX_COLUMNS = 2000
"""Cells to the right of this column get no slot; their text stays."""

MAX_WORK = 1_000_000
"""Slots that the spans of one table may claim or step over; cells after that get no slot, their text stays."""

WIDE = 64
"""A table wider than this loses the columns at its right edge in which no cell begins (colspan=1000 over three columns)."""

Source = Literal["html", "pipes", "lines", "told"]


@dataclass(slots=True)
class Cell:
    """One cell of a grid: its text is `outline.text[start:end]`. Row and column count from 0, spans are at least 1.

    The outline fills in the places while it is made; afterwards nobody changes a cell. Until it is laid out, `rowspan`
    may be 0 (to the end of its row group), and `start` counts from the beginning of the row's line. Not frozen,
    because a frozen dataclass takes eight times as long to make and a page has hundreds of cells.
    """

    text: str
    start: int = 0
    end: int = 0
    row: int = 0
    column: int = 0
    rowspan: int = 1
    colspan: int = 1
    header: bool = False


@dataclass(slots=True)
class RawRow:
    """One row as written: its cells in order.

    group   the row group it is in, since a rowspan ends with its group
    line    the line of text that it was read from, for rows that are text already
    blocks  what stands in its n-th cell, where that is more than one line
    """

    cells: list[Cell]
    group: int = 0
    line: str | None = None
    blocks: dict[int, list[str | RawTable]] | None = None


@dataclass(slots=True)
class RawTable:
    """A table before it is laid out: rows in order, and where they came from."""

    rows: list[RawRow] = field(default_factory=list)
    source: Source = "html"


_DIGITS = re.compile(r"[ \t\n\f\r]*\+?(\d+)")


def span(value: str | None, most: int, zero: int = 1) -> int:
    """What a colspan or rowspan attribute means: 1 where it is no number, `zero` for 0, at most `most`.

    The digits at the beginning count and the rest is ignored, as the standard has it: `100%` is 100, `-1` is 1.
    """
    match = _DIGITS.match(value) if value else None
    if match is None:
        return 1
    digits = match[1]
    number = int(digits) if len(digits) < 7 else most
    return min(number, most) if number else zero


Spans = list[tuple[int, int, int, int]]
"""Row, column, rowspan and colspan of each cell that spans more than a slot, in order; the other cells follow from them."""


def lay_out(rows: Sequence[RawRow]) -> tuple[int, Spans | None]:
    """The number of columns and the spans; gives each cell its row, its column, and what is left of its spans after the caps.

    Cells beyond `MAX_COLUMNS` or `MAX_WORK` get the column -1, which is in no grid; the spans are None then.
    """
    spans: Spans = []
    lost = False
    busy: list[int] = []  # for every column the first row that is free again
    free = 0  # the first row that no span from above reaches into
    ends: list[int] | None = None
    width = begun = work = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            if number < free and work <= MAX_WORK:
                before = column
                while column < len(busy) and busy[column] > number:
                    column += 1
                work += column - before
            if column >= MAX_COLUMNS or work > MAX_WORK:
                cell.column = -1
                lost = True
                continue
            cell.row, cell.column = number, column
            begun = column if column > begun else begun
            if cell.colspan == 1 == cell.rowspan:
                column += 1
                continue
            if cell.colspan != 1:
                cell.colspan = min(cell.colspan, MAX_COLSPAN, MAX_COLUMNS - column)
                work += cell.colspan
            column += cell.colspan
            if cell.rowspan != 1:
                ends = ends or _ends(rows)
                cell.rowspan = min(cell.rowspan or MAX_ROWSPAN, ends[number] - number)
                free = max(free, number + cell.rowspan)
                _reserve(busy, cell, number)
            spans.append((number, cell.column, cell.rowspan, cell.colspan))
        width = column if column > width else width
    width = max(width, len(busy))
    return begun + 1 if width > WIDE else width, None if lost else spans


def _reserve(busy: list[int], cell: Cell, number: int) -> None:
    """Notes the columns below a cell that spans rows as taken; where another cell is there already, that one keeps them."""
    stop = cell.column + cell.colspan
    if stop > len(busy):
        busy.extend([0] * (stop - len(busy)))
    until = number + cell.rowspan
    for taken in range(cell.column, stop):
        if busy[taken] < until:
            busy[taken] = until


def _ends(rows: Sequence[RawRow]) -> list[int]:
    """For each row the number of the first row after its group."""
    ends = [len(rows)] * len(rows)
    for number in range(len(rows) - 2, -1, -1):
        ends[number] = ends[number + 1] if rows[number].group == rows[number + 1].group else number + 1
    return ends


# --- forms written a cell or a row a line ---

SHORT_LINE = 70
"""A line of a flattened form is shorter than this, counted in characters."""

LONGEST_ROW = 160
"""A line with a whole row, label and numbers, is shorter than this."""

GAP = 16
"""So many short lines may stand between two labels of a flattened form: 15 numbers of one row, and one more."""

NUMBER_CELL = re.compile(
    r"[+\-−－约近]?[\d０-９〇零][\d０-９,，.．]*[万余多]{0,2}(?:条|件|次|篇|个|人|项|人次|万元|元|亿元)?(?:[(（].{0,40})?|[/／\\＼\-—－–]{1,3}"
    rf"|{'|'.join(sorted(SAID))}"
)
"""What a line or word that is a number cell looks like, a mark for "not applicable" and a word for "none" included."""

_LAST = frozenset("0123456789０１２３４５６７８９〇零)）条件次篇个人项元余多万亿/／\\＼-—－–") | {word[-1] for word in SAID}
"""What a number cell may end with."""

UNIT = re.compile(r"条|件|次|篇|个|人|人次|万元|元|项|千元|万")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")


LEAST_NUMERIC = 4
"""So many lines of a flattened form end with a number."""

def may_be_flattened(lines: Sequence[str]) -> bool:
    """False where fewer lines end as numbers do than those of a flattened form: for most text this quick look is all."""
    return sum([line.rstrip(_ENDS)[-1:] in _LAST for line in lines]) >= LEAST_NUMERIC


def flattened(lines: Sequence[str], known: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The runs (first, past the last) of lines that are a form with one cell, or one row, a line.

    `known` tells a label of a form. A run has at least five labels and four lines that end with a number, only short
    lines between, and ends with the numbers after its last label.
    """
    numeric = [line[-1] in _LAST and len(line) < LONGEST_ROW and _ends_in_number(line) for line in lines]
    if sum(numeric) < LEAST_NUMERIC:
        return []
    runs: list[tuple[int, int]] = []
    first = last = -1
    labels = numbers = 0
    for at, line in enumerate([*lines, ""]):
        is_label = bool(line) and len(line) < LONGEST_ROW and _is_label(_label_of(line) if numeric[at] else line, known)
        over = not line or (len(line) >= SHORT_LINE and not is_label)
        if first >= 0 and (over or at - last > GAP):
            if labels >= 5 and numbers >= 4:
                runs.append((first, _tail(lines, last)))
            first = -1
        if is_label:
            if first < 0:
                first, labels, numbers = at, 0, 0
            last = at
            labels += 1
        if first >= 0 and not over and numeric[at]:
            numbers += 1
    return runs


def _is_label(text: str, known: Callable[[str], bool]) -> bool:
    """Whether a text is a label, or several labels one after the other."""
    return known(text) or (" " in text and all(map(known, text.split(" "))))


def _ends_in_number(line: str) -> bool:
    before, _, last = line.rpartition(" ")
    if before and UNIT.fullmatch(last):  # 收到申请数 5 件
        last = before.rpartition(" ")[2]
    return NUMBER_CELL.fullmatch(last) is not None


def _label_of(line: str) -> str:
    """The line without the numbers and units at its end, for forms with one row a line."""
    words = line.split(" ")
    while len(words) > 1 and (NUMBER_CELL.fullmatch(words[-1]) or UNIT.fullmatch(words[-1])):
        words.pop()
    return " ".join(words)


def _tail(lines: Sequence[str], last: int) -> int:
    """The line after the numbers and units that follow a form's last label; one row with a damaged label may come too."""
    end = last + 1
    for at in range(last + 1, min(last + 1 + GAP, len(lines))):
        line = lines[at]
        if all(map(NUMBER_CELL.fullmatch, line.split(" "))):
            end = at + 1
        elif not UNIT.fullmatch(line):
            ahead = [text for text in lines[at + 1 : at + 3] if not UNIT.fullmatch(text)]
            if len(line) > 40 or not ahead or not NUMBER_CELL.fullmatch(ahead[0]):
                break
    return end


_LEADER = re.compile(r"(?=[…⋯.．·・_＿\-—])(?:[…⋯]+|\.{3,}|．{3,}|[·・]{3,}|[_＿]{2,}|-{4,}|—{3,})")
_NUMBER_AT_END = re.compile(
    r"(?<![\d０-９.,，． ])[+\-−－]?[\d０-９][\d０-９,，.．]*[^\d０-９()（）]{0,4}(?:[(（][^(（]{0,40})?$"
)
_ENDS = " ；;。，,、"


class Led(NamedTuple):
    """A line that is a row: label, number, where the number begins; `weakly` where only a colon or 为 parts them, or nothing."""

    label: str
    number: str
    start: int
    weakly: bool


def led_row(line: str) -> Led | None:
    """Label and number of a line like `收到申请数……5件`, `收到申请数：5件；`; None where it is no such line."""
    line = line.rstrip(_ENDS)
    if len(line) >= LONGEST_ROW or line[-1:] not in _LAST:
        return None
    leader = _LEADER.search(line, 2)
    if leader:
        return _led(line, leader.start(), leader.end(), weakly=False)
    colon = max(line.rfind("：", 2), line.rfind(":", 2))
    led = _led(line, colon, colon + 1, weakly=True) if colon >= 0 else None
    number = None if led else _NUMBER_AT_END.search(line, 2)
    return _led(line, number.start(), number.start(), weakly=True) if number else led


def _led(line: str, end: int, begin: int, *, weakly: bool) -> Led | None:
    """The row of a line whose label ends at one character and whose number begins at the other, or some marks later."""
    value = line[begin:].lstrip(" .．·・_＿…⋯")
    if len(value) > SHORT_LINE or not NUMBER_CELL.fullmatch(value.replace(" ", "")):
        return None
    label = line[:end].rstrip(" 为是共" if begin == end else " .．·・-")
    return Led(label, value, len(line) - len(value), weakly)


_ITEM = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]")
"""The number of an item before a label that no form has: 6.政务客户端公开政府信息数：15条."""


_BLANK_END = re.compile(r"(?P<label>.{3,80}[（(]单位[：:]\s?[^（）()\d]{1,4}[）)])\s?[：:]")
"""政府公报公开政府信息数（单位：条）：, and nothing behind it: a blank cell."""


def line_row(line: str, known: Callable[[str], bool]) -> RawRow:
    """A line of a flattened form as a row: several cells where it ends in numbers, or is made of labels, else one."""
    led = led_row(line)
    if led and (known(led.label) or (line[led.start - 1] in "：:" and _ITEM.match(led.label))):
        return RawRow([Cell(led.label), Cell(led.number, led.start)], line=line)
    blank = _BLANK_END.fullmatch(line) if line.endswith(("：", ":")) else None
    if blank and known(blank["label"]):
        return RawRow([Cell(blank["label"]), Cell("", len(line))], line=line)
    words = line.split(" ")
    cut = len(words)
    if cut == 1 or _GROUPED.fullmatch(line) or PAGE_NUMBER.fullmatch(line):
        return RawRow([Cell(line)], line=line)
    while cut > 1 and (NUMBER_CELL.fullmatch(words[cut - 1]) or UNIT.fullmatch(words[cut - 1])):
        cut -= 1
    if cut == 1 and len(words) == 2 and NUMBER_CELL.fullmatch(words[0]):
        cut = 2  # two numbers, or one that was broken: not told apart here
    label = " ".join(words[:cut])
    first = [label] if known(label) or not all(map(known, words[:cut])) else words[:cut]
    cells, at = [], 0
    for text in (*first, *words[cut:]):
        cells.append(Cell(text, at))
        at += len(text) + 1
    return RawRow(cells, line=line)
