"""Rows of a form typed as lines of text in which each number stands behind the name of its column, or numbers behind commas.

`行政许可：上一年项目数量2，本年增/减0，处理决定数量48；` and, under a line of the columns' names, `行政许可：2，0，48`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from pipelines.tables import NUMBER_CELL, Cell, RawRow

LONGEST_LINE = 400
"""Characters of the longest such line: a label of eighty, and seven types of applicants with a number each."""

LONGEST_NAME = 90
"""Characters of the longest name of a column or row."""

LEAST_PAIRS = 2
LEAST_NUMBERS = 2
LEAST_NAMES = 3
"""Numbers behind a label without their names, and names without a label, that make a line a row."""

LEAST_GLUED = 12
"""Characters of the shortest line of names and numbers with nothing between them."""

_COLONS = re.compile(r"[:：]|——")
_ARTICLE = re.compile(r"《?(?:条例)?》?第(?:二十|20)条(?:第?[（(][一二三四五六七八九][）)]项)?[\s　:：]{0,3}")
"""第二十条第（一）项 规章：…: the statute's article before a row's label."""
_PARTS = re.compile(r"[，、；;。|]| |,(?!\d{3}(?!\d))")
_DIVIDES = re.compile(r"[:：，、；;。| ,]|——")
_ENDS = " ；;。，,、)）"
_LAST = frozenset("0123456789０１２３４５６７８９〇零条件次篇个人项元/／\\＼-—－–")
_NUMBER_BEGINS = re.compile(r"[+\-−－]?[\d０-９]+|(?<![/／—－-])[/／—－-]+$|零$")


class NamedRow(NamedTuple):
    """A line as a row of cells, and a line with one number in its stead that says the same label to whoever looks for rows.

    pairs    how many labels with a number each the line consists of, 0 for the row of one label
    """

    row: RawRow
    plain: str
    pairs: int = 0


def named_row(line: str, known: Callable[[str], bool]) -> NamedRow | None:
    """The row that a line is; None for other lines. `known` tells a label of a form."""
    if not 4 < len(line) <= LONGEST_LINE:
        return None
    if _DIVIDES.search(line) is None:  # one cell of a flattened form, which most lines are that come here
        cells = _glued(line, known)
        return NamedRow(RawRow(cells, line=line), f"{cells[0].text} 0", len(cells) // 2) if cells else None
    if line.rstrip(_ENDS)[-1:] not in _LAST:
        names = _names(line, known)
        return NamedRow(RawRow(names, line=line), " ".join(name.text for name in names)) if names else None
    article = _ARTICLE.match(line)
    begin = article.end() if article else 0
    for colon in list(_COLONS.finditer(line, begin))[:3]:
        label = line[begin : colon.start()].rstrip()
        if label and known(label):
            cells = _cells(line, colon.end(), known)
            if cells:
                return NamedRow(RawRow([Cell(label, begin), *cells], line=line), f"{label} 0")
            break
    if line.rstrip().endswith("。"):
        return None  # 收到申请数0件，申请办结数0件。: a sentence, however like a form it counts
    cells = _cells(line, 0, known)
    if len(cells) < 2 * LEAST_PAIRS:
        return None
    return NamedRow(RawRow(cells, line=line), f"{cells[0].text} 0", len(cells) // 2)


def _pieces(line: str, at: int) -> list[tuple[str, int]]:
    """What stands between commas from a character of a line on, each with its place."""
    found = []
    for mark in (*_PARTS.finditer(line, at), None):
        piece = line[at : mark.start() if mark else len(line)]
        if piece.strip():
            found.append((piece.strip(), at + len(piece) - len(piece.lstrip())))
        at = mark.end() if mark else at
    return found


def _cells(line: str, at: int, known: Callable[[str], bool]) -> list[Cell]:
    """Names and numbers in turn, or numbers alone; [] where the rest of the line is anything else."""
    pieces = _pieces(line, at)
    if len(pieces) >= LEAST_NUMBERS and all(NUMBER_CELL.fullmatch(text) for text, _ in pieces):
        return [Cell(text, start) for text, start in pieces]
    cells: list[Cell] = []
    begin: int | None = None  # of a name that goes on over a comma: 危及国家安全、公共安全数0
    for text, start in pieces:
        if len(cells) % 2:
            if not NUMBER_CELL.fullmatch(text):
                return []
            cells.append(Cell(text, start))  # 自然人 3
            continue
        begin = start if begin is None else begin
        whole = line[begin : start + len(text)]
        pair = _pair(whole, begin) if text[-1] in _ENDS or text[-1] in _LAST else None
        if pair is not None and known(pair[0].text):
            cells += pair
            begin = None
        elif known(whole):
            cells.append(Cell(whole, begin))
            begin = None
        elif pair is not None or len(whole) > LONGEST_NAME:
            return []  # nearly every line is a sentence
    return cells if begin is None and cells and len(cells) % 2 == 0 else []


_NAME_AND_NUMBER = re.compile(r"([^\d０-９]+)([\d０-９]+)")
_UNITS = frozenset("件条项宗")


def _glued(line: str, known: Callable[[str], bool]) -> list[Cell]:
    """Names and numbers in turn with nothing between them, as boxes in a line leave them (自然人10商业企业0科研机构2); or []."""
    rest = line[:-1] if line[-1] in _UNITS else line
    if len(line) < LEAST_GLUED or not rest[-1].isdecimal() or line[0].isdecimal():
        return []
    cells: list[Cell] = []
    for match in _NAME_AND_NUMBER.finditer(rest):
        name, start = match[1], match.start()
        if cells and name[0] in _UNITS and not known(name):
            name, start = name[1:], start + 1
        if not known(name):
            return []
        cells += Cell(name, start), Cell(match[2], match.start(2))
    names = [cell.text for cell in cells[::2]]
    return cells if len(names) >= LEAST_NAMES and len(set(names)) == len(names) else []


def _pair(text: str, start: int) -> tuple[Cell, Cell] | None:
    """A name and the number behind it: 自然人3, 自然人为3, 自然人（3）."""
    for match in _NUMBER_BEGINS.finditer(text, 2):
        at = match.start()
        end = len(text) - (text[at - 1] in "(（" and text[-1] in ")）")
        if NUMBER_CELL.fullmatch(text, at, end):
            name = text[:at].rstrip(" :：=为是(（" if end < len(text) else " :：=为是")
            return (Cell(name, start), Cell(text[at:end], start + at)) if name else None
    return None


def _names(line: str, known: Callable[[str], bool]) -> list[Cell]:
    """The names of columns that a line consists of, divided by commas; [] for other lines."""
    if "，" not in line and "、" not in line and "；" not in line:
        return []
    first = _PARTS.split(line, maxsplit=1)[0].strip()
    if first and not known(first):  # nearly every line is a sentence
        return []
    pieces = _pieces(line, 0)
    if len(pieces) < LEAST_NAMES or not all(known(text) for text, _ in pieces):
        return []
    return [Cell(text, start) for text, start in pieces]
