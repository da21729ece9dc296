"""The headers of sections 三 and 四 of the forms of 2019 and 2021: which number of a row belongs to what.

A header is gathered over up to three rows. What it does not tell surely is None, and such numbers are not stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from models.codebook import APPLICANTS
from pipelines.form.labels import key_of, words_of
from pipelines.form.rows import Row, is_value, names_of
from pipelines.form.year_columns import year_mark
from pipelines.outline import Cell

OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
PARTS = ("review", "litigation_direct", "litigation_after_review")
OFFICIAL = tuple(f"{part}.{outcome}" for part in PARTS for outcome in OUTCOMES)
"""The codes of section 四 in the order of its fifteen columns."""

Named = tuple[str, Cell]

_COUNTS = frozenset(("件数", "办理数", "办理数量", "办理件数", "申请数量", "申请件数", "总件数", "总数", "总数量"))
"""Headers of a single column of numbers in section 三, besides those of the form of 2014."""


def _add(into: list[Named], found: Sequence[Named]) -> None:
    """Adds the cells that are not there yet; a cell that spans rows is met in each of them."""
    for name, cell in found:
        if not any(cell is other for _, other in into):
            into.append((name, cell))


class ApplicantHeader:
    """The header of section 三: the applicant types over the columns of numbers.

    `counts` says how many numbers the rows have, since a header with fewer than seven types is believed only if the
    rows have as few: else it lost a cell. `end` is the column after the header's last cell.
    """

    def __init__(self) -> None:
        self.cells: list[Named] = []
        self.end = 0
        self.counts: Counter[int] = Counter()
        self.known: list[tuple[str, Cell | None]] = []

    def gather(self, found: Sequence[Named], begin: bool, end: int) -> None:
        """Takes in a row of the header; `begin` starts a new one."""
        if begin:
            self.cells = []
        self.known = []
        self.end = end
        _add(self.cells, found)

    def columns(self) -> list[tuple[str, Cell | None]]:
        """The applicant types in the order of their columns, with the header cell where columns can be relied on.

        Where 法人或其他组织 has a column of its own and not five, that one is named `legal`, which no form knows.
        """
        self.known = self.known or self._columns()
        return self.known

    def _columns(self) -> list[tuple[str, Cell | None]]:
        leaves = [(name, cell) for name, cell in self.cells if name != "legal" or self._is_leaf(cell)]
        where = dict(leaves)
        if len(where) != len(leaves) or (len(where) < len(APPLICANTS) and self._usual_count() != len(where)):
            return [(name, None) for name in APPLICANTS]
        if not self._told_by_columns(leaves):
            return [(name, None) for name in APPLICANTS if name in where and "legal" not in where]
        return [(name, cell) for name, cell in sorted(leaves, key=lambda leaf: leaf[1].column)]

    def _is_leaf(self, legal: Cell) -> bool:
        """Whether 法人或其他组织 heads a column of its own: it spans one, and the header is a single row."""
        return legal.colspan == 1 and len({(cell.row, cell.rowspan) for _, cell in self.cells}) == 1 and len(self.cells) < 5

    def _usual_count(self) -> int:
        """How many numbers a row has: seven where one row in ten has as many, else the most, else the most usual."""
        full, rows = self.counts[len(APPLICANTS)], sum(self.counts.values())
        if 10 * full >= rows:
            return len(APPLICANTS)
        most = max(self.counts)
        return most if most <= len(APPLICANTS) else self.counts.most_common(1)[0][0]

    def _told_by_columns(self, leaves: Sequence[Named]) -> bool:
        """Whether the header's columns tell the order: in one row, or in several with 法人或其他组织 above its five."""
        spans = sorted((cell.column, cell.column + cell.colspan) for _, cell in leaves)
        if any(left[1] > right[0] for left, right in pairwise(spans)):
            return False
        if len({cell.row for _, cell in leaves}) == 1:
            return True
        groups = [cell for name, cell in self.cells if name == "legal"]
        inside = {name for name, cell in leaves if any(_under(cell, group) for group in groups)}
        return inside == set(dict(leaves)) - {"natural_person", "total"}


class ReviewHeader:
    """The header of section 四: outcomes (结果维持, …) under the parts (行政复议, 未经复议直接起诉, 复议后起诉).

    `caption` is the part that the line of text above the table names.
    """

    def __init__(self) -> None:
        self.outcomes: list[Named] = []
        self.parts: list[Named] = []
        self.caption: str | None = None

    def gather(self, outcomes: Sequence[Named], parts: Sequence[Named], begin: bool) -> None:
        """Takes in a row of the header; `begin` starts a new one."""
        if begin:
            self.outcomes, self.parts = [], []
        _add(self.outcomes, outcomes)
        _add(self.parts, parts)

    def codes(self, count: int) -> Sequence[str] | None:
        """The codes of `count` numbers in a row, left to right; None if the header does not tell them surely."""
        by_column = self._by_column()
        if by_column is not None and len(by_column) == count:
            return by_column
        seen = {name for name, _ in self.parts}
        if count == len(OFFICIAL) and "review" in seen and len(seen) > 1:
            return OFFICIAL
        parts = [part for part in PARTS if part in seen] or ([self.caption] if self.caption else [])
        if parts == ["review"] and "litigation" in seen:
            return None
        names = [name for name, _ in self.outcomes]
        if len(parts) == 1 and count == len(names) == len(set(names)) and len({cell.row for _, cell in self.outcomes}) == 1:
            return [f"{parts[0]}.{name}" for name in names]
        if count == len(names) and names == list(OUTCOMES) * len(parts):
            return [f"{part}.{outcome}" for part in parts for outcome in OUTCOMES]
        return None

    def _by_column(self) -> list[str] | None:
        """The codes by column, where every part has an outcome below each of its columns."""
        found: list[tuple[int, str]] = []
        covered: Counter[int] = Counter()
        parts = [(part, head) for part, head in self.parts if part != "litigation"]
        for name, cell in self.outcomes:
            above = [at for at, (_, head) in enumerate(parts) if _under(cell, head) and head.start < cell.start]
            if len(above) != 1:
                return None
            covered[above[0]] += cell.colspan
            found.append((cell.column, f"{parts[above[0]][0]}.{name}"))
        if any(covered[at] != head.colspan for at, (_, head) in enumerate(parts)):
            return None
        codes = [code for _, code in sorted(found)]
        return codes if codes and len(set(codes)) == len(codes) else None


def only_applicant(rows: Sequence[Row]) -> str | None:
    """The applicant type of a section 三 with one column of numbers, by the header above that column; None if not sure.

    总计 and its like, 数量, a year, or no header at all mean the total; 自然人 and the others what they say.
    """
    above: list[Row] = []
    for row in rows:
        labels = [cell for word, cell in row.words if word.kind == "row3"]
        numbers = [cell for cell in row.cells if labels and cell.start > labels[-1].start and is_value(cell.text)]
        if numbers:
            return _head_of(above, numbers[0]) if len(numbers) == 1 else None
        above.append(row)
    return None


def _head_of(above: Sequence[Row], number: Cell) -> str | None:
    for row in reversed(above):
        slots = row.slots or ()
        head = slots[number.column] if number.column < len(slots) else None
        if head is None or not head.text or head.column == 0:
            continue
        names = names_of(head.text, "applicant")
        if names:
            return names[0] if len(names) == 1 and names[0] in ("total", "natural_person") else None
        is_count = any(word.kind == "head2014" and word.name == "number" for word in words_of(head.text))
        mark = year_mark(head.text)
        return "total" if is_count or (mark is not None and mark[0] != "never") or key_of(head.text) in _COUNTS else None
    return "total" if not any(word.kind == "applicant" for row in above for word, _ in row.words) else None


def _under(cell: Cell, head: Cell) -> bool:
    return head.column <= cell.column < head.column + head.colspan


def part_in(text: str) -> str | None:
    """The part of section 四 that a caption names, None if it names none or several."""
    if "复议后" in text:
        return "litigation_after_review"
    if "未经复议" in text:
        return "litigation_direct"
    return "review" if "复议" in text and "诉讼" not in text else None
