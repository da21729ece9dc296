"""Forms written out as `label：number`: one after the other in a paragraph, or each in a cell of a table. They become lines.

What such a line says is told by itself; only the order of labels that two sections share, and the label above the names of
columns, is told by the lines before: where that order is not sure, the cells are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

from models.codebook import indicators_of
from pipelines.form.labels import is_form_label, words_of
from pipelines.layout.named_rows import named_row
from pipelines.tables import NUMBER_CELL, RawTable, led_row

LEAST_ROWS = 12
"""So many labels with a number each, in paragraphs or in a table, are a form that was written out; fewer are prose."""

LEAST_APART = 2
"""So many marks between rows, and so many colons, must a paragraph have to be looked at."""

LONGEST_FORM = 100_000
"""Characters of paragraphs that may be rows; no form has so many, and what has more is not looked at."""

MOST_UNKNOWN = 3
"""Of so many rows of a paragraph or a table one may have a label that no form has."""

MOST_OUT_OF_ORDER = 10
"""Of so many neighbours one may stand in another order than in the form."""

_ROW_ENDS = (re.compile(r"(?<=[；;。])"), re.compile(r"(?<=[；;。，])"))
_MARKS = "；;。，,、 ：:"
_COLON = re.compile(r"[:：]")
_ROWS = frozenset(("row2014", "row3", "column", "applicant", "outcome", "pair"))
_ALONE = frozenset(("row2014", "pair"))


# --- paragraphs ---


def paragraphs_apart(lines: list[str]) -> list[str]:
    """The lines, with each paragraph that consists of rows as a line for each of them; as they are where those are few."""
    size = sum(len(line) for line in lines if _may_be_rows(line))
    if not 0 < size <= LONGEST_FORM:
        return lines
    parts = [_rows_in(line) if _may_be_rows(line) else [line] for line in lines]
    found = [line for part in parts for line in part]
    return found if len(found) > len(lines) and sum(map(_told, found)) >= LEAST_ROWS else lines


def _may_be_rows(line: str) -> bool:
    colons = line.count("：") + line.count(":")
    return colons >= LEAST_APART and line.count("；") + line.count(";") + line.count("。") + line.count("，") >= LEAST_APART


def _rows_in(line: str) -> list[str]:
    """The rows that a paragraph consists of, the names of sections among them; the paragraph alone where it is none."""
    if named_row(line, is_form_label) is not None:
        return [line]
    for ends in _ROW_ENDS:
        found: list[str] = []
        unknown = 0
        for piece in filter(None, map(str.strip, ends.split(line))):
            rows = list(_named_apart(piece))
            if not rows:
                break
            found += rows
            unknown += not any(map(_is_told, rows))
        else:
            if MOST_UNKNOWN * unknown <= len(found):
                return found
    return [line]


def _named_apart(piece: str) -> Iterator[str]:
    """A row, or the name of a section and a row behind it (四、行政复议情况：（一）…：1件); nothing for other text."""
    colons = list(islice(_COLON.finditer(piece), 2))
    if is_form_label(piece.rstrip(_MARKS)) or (colons and _is_told(piece) and _is_row_alone(piece)):
        yield piece
        return
    for colon in colons:
        name, rest = piece[: colon.end()], piece[colon.end() :].strip()
        if rest and _names_section(name.rstrip(_MARKS)) and _is_told(rest) and _is_row_alone(rest):
            yield name
            yield rest
            return
    if colons and _label_of(piece) is not None and _is_row_alone(piece):
        yield piece


def _label_of(text: str) -> str | None:
    """What stands before the number at the end of a text; None where it is not a label and a number."""
    row = led_row(text) if text else None
    if row is not None:
        return row.label
    before, _, last = text.rpartition(" ")
    return before if before and NUMBER_CELL.fullmatch(last) else None


def _is_told(text: str) -> bool:
    """Whether a text is a row of a form: a label with a number, or with several behind the names of their columns."""
    label = _label_of(text)
    return (label is not None and is_form_label(label)) or named_row(text, is_form_label) is not None


def _names_section(text: str) -> bool:
    return any(word.kind in ("section", "group4", "group3") for word in words_of(text))


def _told(line: str) -> int:
    """How many numbers with a label of a form a line tells."""
    label = _label_of(line)
    if label is not None and any(word.kind in _ROWS for word in words_of(label)):
        return 1
    row = named_row(line, is_form_label) if _COLON.search(line) else None
    return len(row.row.cells) // 2 if row else 0


# --- cells ---


def cells_as_lines(table: RawTable) -> list[str] | None:
    """The cells of a table in reading order where each is a row by itself, or a name; None for other tables."""
    if any(row.cells and row.cells[-1].text.isdecimal() for row in table.rows):
        return None  # nearly every form
    cells = [[cell.text for cell in row.cells if cell.text] for row in table.rows]
    every = [text for row in cells for text in row]
    if any(map(NUMBER_CELL.fullmatch, every)) or sum(map(_told, every)) < LEAST_ROWS:
        return None
    unknown = sum(not (_is_told(text) or is_form_label(text)) for text in every)
    if MOST_UNKNOWN * unknown > len(every):
        return None
    if all(map(_is_row_alone, every)):
        return _in_order(table)
    return every if _names_follow_labels(cells) else None


def _is_row_alone(text: str) -> bool:
    """Whether a cell needs no label of another: a row of 2014, a label that names two words, one of no form, or no number."""
    label = _label_of(text)
    kinds = {word.kind for word in words_of(label)} if label is not None else set()
    return bool(kinds & _ALONE) or not kinds & _ROWS


def _in_order(table: RawTable) -> list[str] | None:
    """The cells by rows or by columns, whichever is the order of the form; None where neither is."""
    places: list[tuple[int, int, str]] = []
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            places.append((number, column, cell.text))
            column += cell.colspan
    by_rows = [text for _, _, text in places if text]
    if _is_ordered(by_rows):
        return by_rows
    by_columns = [text for _, _, text in sorted(places, key=lambda place: (place[1], place[0])) if text]
    return by_columns if _is_ordered(by_columns) else None


def _is_ordered(texts: Sequence[str]) -> bool:
    """Whether the rows of 2014 among some cells come as in the form, but for a few; labels that two sections share in turn."""
    labels = [label for text in texts if (label := _label_of(text)) is not None]
    codes = [[word.name for word in words_of(label) if word.kind == "row2014"] for label in labels]
    if any(len(left) > 1 and left == right for left, right in pairwise(codes)):
        return False  # two sections side by side
    places = [_order()[names[0]] for names in codes if len(names) == 1]
    return MOST_OUT_OF_ORDER * sum(right < left for left, right in pairwise(places)) <= len(places)


@cache
def _order() -> dict[str, int]:
    return {code: number for number, code in enumerate(indicators_of("2014"))}


def _names_follow_labels(cells: Sequence[Sequence[str]]) -> bool:
    """Whether numbers behind names of columns stand right of the label of their row, or below a label that fills a row."""
    alone = False
    for row in cells:
        numbers = [_label_of(text) is not None for text in row]
        first = numbers.index(True) if any(numbers) else len(row)
        if first < len(row) and not (all(numbers[first:]) and (first or alone)):
            return False
        if row:
            alone = len(row) == 1 and not any(numbers)
    return True
