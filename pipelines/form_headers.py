"""The headers of sections 三 and 四 of the forms of 2019 and 2021: which number of a row belongs to what.

A header is gathered over up to three rows. What it does not tell surely is None, and such numbers are not stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from models.codebook import APPLICANTS
from pipelines.outline import Cell

OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
PARTS = ("review", "litigation_direct", "litigation_after_review")
OFFICIAL = tuple(f"{part}.{outcome}" for part in PARTS for outcome in OUTCOMES)
"""The codes of section 四 in the order of its fifteen columns."""

Named = tuple[str, Cell]


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
        """The applicant types in the order of their columns, with the header cell where columns can be relied on."""
        self.known = self.known or self._columns()
        return self.known

    def _columns(self) -> list[tuple[str, Cell | None]]:
        leaves = [(name, cell) for name, cell in self.cells if name != "legal"]
        where = dict(leaves)
        if len(where) != len(leaves) or (len(where) < len(APPLICANTS) and self._usual_count() != len(where)):
            return [(name, None) for name in APPLICANTS]
        if not self._told_by_columns(leaves):
            return [(name, None) for name in APPLICANTS if name in where]
        return [(name, cell) for name, cell in sorted(leaves, key=lambda leaf: leaf[1].column)]

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


def _under(cell: Cell, head: Cell) -> bool:
    return head.column <= cell.column < head.column + head.colspan


def part_in(text: str) -> str | None:
    """The part of section 四 that a caption names, None if it names none or several."""
    if "复议后" in text:
        return "litigation_after_review"
    if "未经复议" in text:
        return "litigation_direct"
    return "review" if "复议" in text and "诉讼" not in text else None
