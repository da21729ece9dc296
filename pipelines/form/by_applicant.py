"""Section 三 as a block of rows for each applicant type: its name at their left, in a line above them, or above the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.form.header_words import STRICT
from pipelines.form.labels import words_of
from pipelines.form.rows import Row, has_number, is_value
from pipelines.outline import Cell

LEAST_NAMED = 2
"""So many applicant types that are nothing else must have a block of their own."""

_NUMBERED = re.compile(r"\s*[(（]?(?:\d{1,2}|[一二三四五六七])[)）.．、]")
"""3.其他 and （七）总计 are rows of section 三, 其他 and 总计 applicant types; 一、自然人 is one too."""

_SPEAKS = re.compile("自然人|法人|企业|科研|公益|法律服务|其他组织")
_TAIL = re.compile(r"(?:的?申请)?(?:办理|处理)?(?:情况|数量|件数)?$")


class Blocks:
    """Whose the figures in the rows of section 三 are.

    rows     the rows without the names of applicant types, those left out whose applicant type is not told
    owners   the applicant type of each row by its number, {} where there are no such blocks
    unsure   whether applicant types are named and yet no such blocks were made out: then a single figure is no total

    `apart` says that the lines above other tables name applicant types.
    """

    def __init__(self, rows: Sequence[Row], caption: str, apart: bool, notes: list[str]) -> None:
        self.rows = rows
        self.owners: dict[int, str] = {}
        self.unsure = False
        figures = [row for row in rows if any(word.kind == "row3" for word, _ in row.words) and has_number(row)]
        if not figures:
            return
        above = name_in(caption)
        named = [_named_in(row) for row in rows]
        names = {name for name, _ in filter(None, named)}
        strict = names & STRICT
        self.unsure = bool(strict) or "" in names or above == "" or (above is None and apart)
        alone = all(_numbers(row) == 1 for row in figures)
        if alone and (len(strict) >= LEAST_NAMED or (above and not strict)):
            self._part(named, above, notes)

    def _part(self, named: Sequence[tuple[str, Cell] | None], owner: str | None, notes: list[str]) -> None:
        """Gives every row its applicant type; none at all where two rows with one label had the same."""
        kept: list[Row] = []
        owners: dict[int, str] = {}
        seen: set[tuple[str, str]] = set()
        for row, found in zip(self.rows, named, strict=True):
            owner = found[0] if found else owner
            cells = [cell for cell in row.cells if found is None or cell.start > found[1].start]
            codes = [word.name for word, _ in row.words if word.kind == "row3"]
            if not cells or not (codes or has_number(row)):
                kept += [row] if found is None else []
                continue
            key = (owner or "", codes[-1] if codes else row.cells[0].text)
            if key in seen:
                notes.append(f"rows of one applicant type come twice: {row.cells[0].text[:40]}")
                self.rows = [row for row in self.rows if not has_number(row)]
                return
            seen.add(key)
            if not owner or owner == "legal":
                notes.append(f"applicant type not told: {row.cells[0].text[:40]}")
                continue
            owners[row.number] = owner
            kept.append(Row.of(cells, row.number, row.slots) if found else row)
        self.rows, self.owners, self.unsure = kept, owners, False


def _named_in(row: Row) -> tuple[str, Cell] | None:
    """The applicant type that a row names before its label, or names alone, and the last cell that does; "" for a strange one."""
    labels = [cell for word, cell in row.words if word.kind == "row3" and not _is_applicant(row, cell)]
    texts = [cell for cell in row.cells if cell.text]
    if not labels and has_number(row):
        labels = [cell for cell in texts if not is_value(cell.text)][-1:]  # a damaged one, or 3.其他
    if not labels and len(texts) != 1:
        return None
    before = [cell for cell in texts if not labels or cell.start < labels[0].start]
    found = [(_name_of(cell), cell) for cell in before if _is_applicant(row, cell) or _SPEAKS.search(cell.text)]
    return found[-1] if found and not _is_row(*found[-1]) else None


def _is_row(name: str, cell: Cell) -> bool:
    """Whether a cell that may name an applicant type is numbered as a row of the form is."""
    return name not in STRICT and _NUMBERED.match(cell.text) is not None


def _name_of(cell: Cell) -> str:
    return next((word.name for word in words_of(cell.text) if word.kind == "applicant"), "")


def _is_applicant(row: Row, label: Cell) -> bool:
    return any(word.kind == "applicant" and cell is label for word, cell in row.words)


def name_in(caption: str) -> str | None:
    """The applicant type that a line of text names and nothing else: 自然人, 申请人类型：自然人; "" where it speaks of some."""
    said = re.split("[:：]", caption)[-1] if caption.startswith("申请人") else caption
    for text in (said, _TAIL.sub("", said)):
        names = {word.name for word in words_of(text) if word.kind == "applicant"}
        if len(names) == 1 and (names <= STRICT or not _NUMBERED.match(text)):
            return names.pop()
    return "" if _SPEAKS.search(caption) else None


def are_apart(captions: Sequence[str]) -> bool:
    """Whether the lines above several tables name an applicant type each: then a table without such a line is not the total's."""
    return len({name for name in map(name_in, captions) if name in STRICT}) >= LEAST_NAMED


def _numbers(row: Row) -> int:
    return sum(is_value(cell.text) for cell in row.cells)
