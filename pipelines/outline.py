"""One walk over an article's element: the stored text, its paragraphs and its tables, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from lxml.html import HtmlElement

from pipelines.form.cases_told import with_cases
from pipelines.form.headings import with_headings
from pipelines.form.labels import is_form_label, words_of
from pipelines.form.written_out import cells_as_lines, paragraphs_apart
from pipelines.layout.bars import BARS, one_row_a_rule, pipe_row, pipe_table, with_blank_ends
from pipelines.layout.markup import blocks_of
from pipelines.layout.named_rows import NamedRow, named_row
from pipelines.layout.pieces import pieces
from pipelines.layout.preformatted import blocks_of_text
from pipelines.layout.styles import Styles
from pipelines.tables import (
    NUMBER_CELL,
    Cell,
    Led,
    RawRow,
    RawTable,
    Source,
    Spans,
    flattened,
    lay_out,
    led_row,
    line_row,
    may_be_flattened,
)

__all__ = ["Cell", "Grid", "Outline", "Paragraph", "outline_of", "outline_of_blocks", "outline_of_text"]

MAX_TEXT = 2_000_000
"""Characters of text in an outline; what follows is left out and `Outline.cut` says so."""

MAX_SLOTS = 2_000_000
"""Slots of all grids of a page together; tables beyond it are kept as text alone and `Outline.cut` says so."""

BETWEEN_CELLS = " | "


Slots = tuple[tuple[Cell | None, ...], ...]


class Grid:
    """A table as a rectangle of slots. `number` counts the page's grids from 1, `start` and `end` are its text.

    rows    its rows as they are written
    spans   what stands where, whatever is printed: with `width` and the rows' numbers of cells it tells the place of each;
            None where cells got no slot
    """

    __slots__ = ("_columns", "_slots", "end", "number", "rows", "source", "spans", "start", "width")

    def __init__(self, number: int, start: int, end: int, table: RawTable, width: int, spans: Spans | None) -> None:
        self.number, self.start, self.end = number, start, end
        self.source: Source = table.source
        self.rows: Sequence[RawRow] = table.rows
        self.width, self.spans = width, spans
        self._slots: Slots | None = None
        self._columns: dict[int, dict[int, Cell]] = {}

    def cell(self, row: int, column: int) -> Cell:
        """The cell that begins in that row and column; KeyError where none does."""
        columns = self._columns.get(row)
        if columns is None:
            columns = self._columns[row] = {cell.column: cell for cell in self.rows[row].cells}
        return columns[column]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Grid) and self._told == other._told and self.slots == other.slots

    def __hash__(self) -> int:
        return hash(self._told)

    @property
    def _told(self) -> tuple[int, str, int, int]:
        return self.number, self.source, self.start, self.end

    @property
    def slots(self) -> Slots:
        """`slots[row][column]` is the cell that covers the slot, None where none does; one that spans stands in each of its."""
        if self._slots is None:  # a form of a known drawing is read without
            self._slots = _slots(self.rows, self.width, self.spans)
        return self._slots


@dataclass(slots=True)
class Paragraph:
    """One non-empty line of the text outside of grids: `outline.text[start:end]`, stripped."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """An article as text with structure: lines joined by a newline; white space inside a line is folded to one space.

    Grid rows stand in the text too, a row a line, so that every printed thing has one place; `paragraphs` leaves them out.
    `cut` is True where the page was over its budget and the rest of it was left out.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    grids: tuple[Grid, ...]
    cut: bool = False


def outline_of(content: HtmlElement, styles: Styles | None = None) -> Outline:
    """The outline of an article's element: visible text, its paragraphs, its tables. Never raises on bad markup.

    `styles` is what those of its document say, where they were looked at already.
    """
    blocks, cut = blocks_of(content, styles)
    outline = outline_of_blocks(blocks)
    return replace(outline, cut=True) if cut else outline


def outline_of_text(text: str) -> Outline:
    """The outline of plain text: tables are read from lines with bars or tabs and from forms with one cell a line."""
    outline = outline_of_blocks(blocks_of_text(text[:MAX_TEXT]))
    return outline if len(text) <= MAX_TEXT else replace(outline, cut=True)


def outline_of_blocks(blocks: Iterable[str | RawTable]) -> Outline:
    """The outline of lines and raw tables in reading order, for readers of attachments too.

    Lines are folded already; forms typed with bars or with one cell a line are found here and become grids.
    """
    writer = _Writer()
    lines: list[str] = []
    tables: list[RawTable] = []
    for block in blocks:
        if isinstance(block, str):
            if block:
                lines.append(block)
            continue
        written = cells_as_lines(block)
        if written is not None:
            lines += written
            continue
        writer.add_lines(lines, tables, between=True)
        lines = []
        writer.add_table(block)
        tables.append(block)
    writer.add_lines(lines, tables, between=False)
    return writer.outline()


def _with_tables(lines: list[str], above: Sequence[RawTable], between: bool) -> list[str | RawTable]:
    """The lines, with those that are rows of a table gathered into one, and headings with figures below a form as rows of it."""
    found: list[str | RawTable] = []
    typed: list[str] = []
    for block in with_cases(lines, partial(_tables, lines, above)) or with_headings(lines, above, between):
        if isinstance(block, str):
            typed.append(block)
        else:
            found += [*_with_tables_typed(typed), block]
            typed = []
    return found + _with_tables_typed(typed)


def _tables(lines: list[str], above: Sequence[RawTable]) -> list[RawTable]:
    """The tables above some lines and those typed among them."""
    return [*above, *(block for block in _with_tables_typed(lines) if isinstance(block, RawTable))]


def _with_tables_typed(lines: list[str]) -> list[str | RawTable]:
    """The lines, with those that are rows of a table gathered into one."""
    whole = "\n".join(lines)
    if not any(bar in whole for bar in BARS):
        return _with_flattened(lines)
    found: list[str | RawTable] = []
    for barred, run in groupby(((line, pipe_row(line)) for line in lines), lambda pair: pair[1] is not None):
        pairs = list(run)
        rows = with_blank_ends([row for _, row in pairs if row is not None])
        if barred and (pipe_table(rows) or _is_short_form(rows)):
            for piece in pieces(RawTable(one_row_a_rule(rows), "pipes")):
                written = None if isinstance(piece, str) else cells_as_lines(piece)
                found += [piece] if written is None else _with_flattened(written)
        else:
            found += _with_flattened([line for line, _ in pairs])
    return found


def _is_short_form(rows: Sequence[RawRow]) -> bool:
    """Whether two lines of two cells are a header and a row of the form: 信息内容 | 本年处理决定数量, 行政许可 | 3."""
    if len(rows) != 2 or any(len(row.cells) != 2 for row in rows):
        return False
    (_, column), (label, value) = (row.cells for row in rows)
    is_number = not value.text or NUMBER_CELL.fullmatch(value.text) is not None
    return is_number and is_form_label(column.text) and is_form_label(label.text)


def _with_flattened(lines: list[str]) -> list[str | RawTable]:
    lines = paragraphs_apart(lines)
    if not may_be_flattened(lines):
        return [*lines]
    found: list[str | RawTable] = []
    at = 0
    named, plain = _rows_told(lines)
    for begin, end in flattened(plain, is_form_label):
        first = _behind_a_list(lines, begin, end)
        found += lines[at:first]
        pairs = zip(named[first:end], lines[first:end], strict=True)
        found.append(RawTable([row.row if row else line_row(line, is_form_label) for row, line in pairs], "lines"))
        at = end
    found += lines[at:]
    return found


_FORM_TITLE = re.compile(r"(?:附[件表录]?[一二三1-3]?[：:、.\s]{0,2})?[^，。；：:]{0,30}信息公开(?:工作)?情况统计表[》）)]?")
_LEAST_BEHIND = 20


def _behind_a_list(lines: list[str], first: int, end: int) -> int:
    """Where a form begins that has its title behind a few lines of counts (1.主动公开信息89条；): they are prose."""
    title = next((at for at in range(first + 1, end) if _FORM_TITLE.fullmatch(lines[at].strip())), first)
    parts = (lines[first:title], lines[title:end])
    before, behind = (sum(line.strip(" ；;。")[-1:] in _COUNTED for line in part) for part in parts)
    return title if before < LEAST_COLONS and behind >= _LEAST_BEHIND else first


_COUNTED = frozenset("0123456789０/／-—条件次人份")
LEAST_COLONS = 12
"""So many numbers `收到申请数：5件`, a line each or several, are a form that was typed; fewer are a list in the prose."""


def _rows_told(lines: list[str]) -> tuple[list[NamedRow | None], list[str]]:
    """The lines that are rows with a name before each number, and all lines with label and number divided by a space."""
    named = [named_row(line, is_form_label) for line in lines]
    led = [row if row and _is_row(row.label) else None for row in _may_tell(named, list(map(led_row, lines)))]
    told = sum(row.pairs for row in named if row) + sum(_told_by(row) for row in led if row)
    if told < LEAST_COLONS:
        named = [row if row and not row.pairs else None for row in named]
        led = [row if row and not row.weakly else None for row in led]
    plain = [f"{row.label} {row.number.replace(' ', '')}" if row else line for row, line in zip(led, lines, strict=True)]
    return named, [row.plain if row else line for row, line in zip(named, plain, strict=True)]


def _may_tell(named: list[NamedRow | None], led: list[Led | None]) -> list[Led | None]:
    """The lines with a label and a number; of the weak ones none where all together could not tell a form, whatever they say."""
    most = sum(row.pairs for row in named if row) + _MOST_TOLD * sum(row.weakly for row in led if row)
    return led if most >= LEAST_COLONS else [row if row and not row.weakly else None for row in led]


_TOLD = frozenset(("row2014", "row3", "column", "applicant", "outcome", "pair"))
_MOST_TOLD = 2


def _told_by(row: Led) -> int:
    """How much a line with a label and a number speaks for a form that was typed: two where the label names two words."""
    return row.weakly * (_MOST_TOLD if any(word.kind == "pair" for word in words_of(row.label)) else 1)


def _is_row(label: str) -> bool:
    return any(word.kind in _TOLD for word in words_of(label))


class _Writer:
    """Puts blocks into the text one after the other and notes where each came to stand."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.at = 0
        self.paragraphs: list[Paragraph] = []
        self.grids: list[Grid] = []
        self.slots = 0
        self.cut = False

    def add_lines(self, lines: list[str], above: Sequence[RawTable], between: bool) -> None:
        """Writes lines, among which tables are looked for; past the cap nothing is written. `above` are the tables before."""
        for block in _with_tables(lines, above, between) if lines else ():
            if not isinstance(block, str):
                self.add_table(block)
            elif self.at > MAX_TEXT:
                self.cut = True
            elif block:
                end = self.at + len(block)
                self.paragraphs.append(Paragraph(self.at, end))
                self.lines.append(block)
                self.at = end + 1

    def add_table(self, table: RawTable) -> None:
        """Writes a table a row a line; one that is over the page's budget of slots stays text."""
        if self.at > MAX_TEXT:
            self.cut = True
            return
        width, spans = lay_out(table.rows)
        start = self.at
        for row in table.rows:
            self.add_row(row)
        self.slots += width * len(table.rows)
        if self.at == start or self.slots > MAX_SLOTS:
            self.cut = self.cut or self.at != start
            return
        self.grids.append(Grid(len(self.grids) + 1, start, self.at - 1, table, width, spans))

    def add_row(self, row: RawRow) -> None:
        """Writes one row as one line and tells its cells where they stand."""
        at = self.at
        cells = row.cells
        if row.line is not None:
            line = row.line
            for cell in cells:
                cell.start += at
                cell.end = cell.start + len(cell.text)
        elif cells:
            line = BETWEEN_CELLS.join([cell.text for cell in cells])
            for cell in cells:
                cell.start = at
                cell.end = at = at + len(cell.text)
                at += len(BETWEEN_CELLS)
        else:
            return
        self.lines.append(line)
        self.at += len(line) + 1

    def outline(self) -> Outline:
        return Outline("\n".join(self.lines), tuple(self.paragraphs), tuple(self.grids), self.cut)


def _slots(rows: Sequence[RawRow], width: int, spans: Spans | None) -> Slots:
    """The rectangle of slots; a slot that two cells claim (a table model error) goes to the first."""
    if not spans and spans is not None:  # each cell has its own slot, in order
        return tuple([(*row.cells, *[None] * (width - len(row.cells))) for row in rows])
    slots: list[list[Cell | None]] = [[None] * width for _ in rows]
    for number, row in enumerate(rows):
        here = slots[number]
        for cell in row.cells:
            column = cell.column
            if cell.rowspan == 1 and cell.colspan == 1:
                if 0 <= column < width and here[column] is None:
                    here[column] = cell
            elif column >= 0:
                stop = min(column + cell.colspan, width)
                for line in slots[number : number + cell.rowspan]:
                    for taken in range(column, stop):
                        if line[taken] is None:
                            line[taken] = cell
    return tuple(map(tuple, slots))
