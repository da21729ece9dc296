"""The sentences that stand in the cells of a table: a report drawn as one, or a table that tells beside its labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipelines.outline import Grid, Outline
from pipelines.tables import Cell
from pipelines.wording.cues import CUE
from pipelines.wording.sentences import MAX_SENTENCE, Sentence, kind_of, pieces_of, section_before, section_under

MAX_ROWS, MAX_COLUMNS = 60, 12
"""Rows and columns of one table whose cells are read as prose."""

_LONG, _LABEL = 14, 42
"""A cell below the first length is a label, unless the table is a whole report; of a label so many characters are looked at."""
_SECTIONS = 3
"""So many labels of the report's own topics, each with a sentence beside it, are a whole report drawn as a table."""
_STOPS = ("。", "；", ";", "无")

_Row = Sequence[Cell | None]


def cell_sentences(outline: Outline, grid: Grid, start: int, year: int | None) -> Iterator[Sentence]:
    """The sentences in the cells of a table that is no form, each under the label that stands before it in its row.

    Only beside a label of the report's own topics (主动公开情况): other tables' sentences are of other matters. A table of
    labels and sentences throughout is the report itself, whose shortest sentences (依申请公开情况 | 无。) are read too.
    """
    chapter = section_before(outline, start, grid.start, year).headings[0]
    rows = grid.slots[:MAX_ROWS]
    told = _told_by_label(rows)
    for label, cell in told if told else _long_cells(rows):
        section = section_under((chapter, label, "", ""), year)
        for at, piece in pieces_of(outline.text, cell.start, cell.end):
            if len(piece) <= MAX_SENTENCE and CUE.search(piece):
                yield Sentence(piece, at, section, at == cell.start)


def _told_by_label(rows: Sequence[_Row]) -> list[tuple[str, Cell]]:
    """The label and the text of each row of a report drawn as a table; none of any other table."""
    pairs = [(cells[0].text.strip()[:_LABEL], cells[1]) for row in rows if len(cells := _cells(row)) == 2]
    told = [(label, cell) for label, cell in pairs if cell.text.rstrip().endswith(_STOPS)]
    topics = sum(1 for label, _ in told if kind_of(label).topics)
    return told if topics >= _SECTIONS and 2 * len(told) >= len(rows) else []


def _long_cells(rows: Sequence[_Row]) -> Iterator[tuple[str, Cell]]:
    seen: set[int] = set()
    for row in rows:
        label = ""
        for cell in row[:MAX_COLUMNS]:
            if cell is None or id(cell) in seen:
                continue
            seen.add(id(cell))
            if len(cell.text) < _LONG:
                label = cell.text.strip()[:_LABEL] or label
            elif kind_of(label).topics and any(mark in cell.text for mark in "，。；") and CUE.search(cell.text):
                yield label, cell


def _cells(row: _Row) -> list[Cell]:
    """The different cells of a row: one that spans columns stands in several slots."""
    return list({id(cell): cell for cell in row if cell is not None}.values())
