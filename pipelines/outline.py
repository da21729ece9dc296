"""One walk over an article's element: the stored text, its paragraphs and its tables, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid: its text is `outline.text[start:end]`. Row and column count from 0, spans are at least 1."""

    text: str
    start: int
    end: int
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a rectangle of slots: `slots[row][column]` is the cell that covers the slot, None where none does.

    A cell that spans several slots stands in each of them (the same object). `number` counts the page's grids from 1.
    """

    number: int
    source: Literal["html", "pipes", "lines"]
    start: int
    end: int
    slots: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One non-empty line of the text outside of grids: `outline.text[start:end]`, stripped."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """An article as text with structure: lines joined by a newline; white space inside a line is folded to one space.

    Grid rows stand in the text too, a row a line, so that every printed thing has one place; `paragraphs` leaves them out.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    grids: tuple[Grid, ...]
