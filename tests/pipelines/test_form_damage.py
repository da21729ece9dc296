"""Forms redrawn by chance in ways that hands have, two at once: what is read is right, and most of it is read."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from lxml import html

from pipelines.forms import form_facts
from pipelines.outline import outline_of
from tests.pipelines.form_pages import EDITIONS, Rows, as_html, as_lines, tables, truth

Hand = Callable[[Rows, random.Random], Rows]


def is_number(text: str) -> bool:
    return text.isdigit() and len(text) == 4


def columns_of(rows: Rows) -> list[list[int]]:
    """The column of each cell."""
    busy: set[tuple[int, int]] = set()
    found: list[list[int]] = []
    for at, row in enumerate(rows):
        column, line = 0, []
        for _, tall, wide in row:
            while (at, column) in busy:
                column += 1
            line.append(column)
            busy |= {(at + down, column + right) for down in range(tall) for right in range(wide)}
            column += wide
        found.append(line)
    return found


def serials(rows: Rows, dice: random.Random) -> Rows:
    """A column that counts the rows with numbers, first or last."""
    printed = dice.choice(["{}", "{}.", "（{}）"])
    first, count = dice.random() < 0.5, 0
    found: Rows = []
    for row in rows:
        has = any(is_number(text) for text, _, _ in row)
        count += has
        cell = (printed.format(count) if has else dice.choice(["序号", ""]), 1, 1)
        found.append([cell, *row] if first else [*row, cell])
    return found


def spacer(rows: Rows, dice: random.Random) -> Rows:
    """A blank column left of the first column of numbers."""
    columns = columns_of(rows)
    pairs = [pair for row, line in zip(rows, columns, strict=True) for pair in zip(row, line, strict=True)]
    cut = min(column for (text, _, _), column in pairs if is_number(text))
    found: Rows = []
    held: set[int] = set()
    for at, (row, line) in enumerate(zip(rows, columns, strict=True)):
        cells, done = [], at in held
        for (text, tall, wide), column in zip(row, line, strict=True):
            if not done and column >= cut:
                cells.append(("", 1, 1))
                done = True
            if column < cut < column + wide:
                done = True
                held |= set(range(at, at + tall))
            cells.append((text, tall, wide + (column < cut < column + wide)))
        found.append(cells)
    return found


def remarks(rows: Rows, dice: random.Random) -> Rows:
    return [[*row, ("备注" if not at else dice.choice(["", "", "含转办", "无"]), 1, 1)] for at, row in enumerate(rows)]


def unmerged(rows: Rows, dice: random.Random) -> Rows:
    """Each merged cell as many cells, the others blank."""
    found: Rows = []
    for at, (row, line) in enumerate(zip(rows, columns_of(rows), strict=True)):
        width = max(max(c, default=0) for c in columns_of(rows)) + 1
        cells = [("", 1, 1)] * width
        for (text, _, _), column in zip(row, line, strict=True):
            cells[column] = (text, 1, 1)
        found.append(cells if at or width > 1 else row)
    return found


def lost_number(rows: Rows, dice: random.Random) -> Rows:
    """One cell is gone, those behind it move up."""
    places = [(at, n) for at, row in enumerate(rows) for n, (text, _, _) in enumerate(row) if is_number(text)]
    gone, place = dice.choice(places)
    return [[cell for n, cell in enumerate(row) if (at, n) != (gone, place)] for at, row in enumerate(rows)]


def blanks(rows: Rows, dice: random.Random) -> Rows:
    return [[("" if is_number(t) and dice.random() < 0.1 else t, a, b) for t, a, b in row] for row in rows]


def header_again(rows: Rows, dice: random.Random) -> Rows:
    first = next(at for at, row in enumerate(rows) if any(is_number(text) for text, _, _ in row))
    at = dice.randrange(first + 1, len(rows) + 1)
    return [*rows[:at], *rows[:first], *rows[at:]]


HANDS: list[Hand] = [serials, spacer, remarks, unmerged, lost_number, blanks, header_again]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("write", [as_html, as_lines])
def test_what_is_read_of_a_form_in_two_hands_is_right(edition: str, hand: Hand, write: Callable[..., str]) -> None:
    for seed in range(7):
        dice = random.Random(seed)
        drawn = []
        for rows in tables(edition):
            other = dice.choice([remarks, blanks, *([unmerged] if hand is not lost_number else [])])  # which fills rows up
            drawn.append(rows if len(rows) < 5 else other(hand(rows, dice), dice))
        markup = as_html(*drawn) if write is as_html else "<p>" + as_lines(*drawn).replace("\n", "</p><p>") + "</p>"
        reading = form_facts(outline_of(html.fromstring(f"<div>{markup}</div>")))
        wanted = truth(edition)
        wrong = [
            (seed, fact.code, fact.applicant, fact.raw)
            for fact in reading.facts
            if fact.value is not None and wanted.get((fact.code, fact.applicant) if fact.applicant else fact.code) != fact.value
        ]
        assert wrong == []
        if write is as_html and hand is not header_again:  # a header within a merged cell tears its rows
            assert sum(fact.value is not None for fact in reading.facts) > 0.6 * len(wanted), (seed, reading.notes[:3])
