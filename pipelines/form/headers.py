"""The headers of the sections of the forms of 2019 and 2021: which number of a row belongs to what.

A header is gathered over up to three rows. What it does not tell surely is None, and such numbers are not stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from models.codebook import APPLICANTS
from pipelines.form.labels import key_of, words_of
from pipelines.form.rows import Row, end_of, is_value, names_of, values_after
from pipelines.form.year_columns import year_mark
from pipelines.numbers import read_number
from pipelines.outline import Cell

OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
PARTS = ("review", "litigation_direct", "litigation_after_review")
OFFICIAL = tuple(f"{part}.{outcome}" for part in PARTS for outcome in OUTCOMES)
"""The codes of section 四 in the order of its fifteen columns."""

Named = tuple[str, Cell]

_LEGAL_PERSONS = ("enterprise", "research", "welfare", "legal_service", "other_legal")
_TOTAL_FIRST = ["total", "natural_person", *_LEGAL_PERSONS]
"""The one other order of the columns that a header may have in reading order, in one row or in two."""

_ENDS = ("natural_person", "legal", "total")
LEAST_KNOWN = 3
"""So many of the five legal persons must be known for the others to be told by their places."""

COUNTS = frozenset(("件数", "办理数", "办理数量", "办理件数", "申请数量", "申请件数", "总件数", "总数", "总数量"))
"""Headers of a single column of numbers in section 三, besides those of the form of 2014."""


def _add(into: list[Named], found: Sequence[Named]) -> None:
    """Adds the cells that are not there yet; a cell that spans rows is met in each of them, or stands there again."""
    beside = len({cell.column for _, cell in found}) > 1  # else they may be the lines of a flattened form
    above = {(cell.column, cell.colspan, name) for name, cell in into if beside}
    for name, cell in found:
        if (cell.column, cell.colspan, name) not in above and not any(cell is other for _, other in into):
            into.append((name, cell))


class ApplicantHeader:
    """The header of section 三: the applicant types over the columns of numbers.

    `counts` says how many numbers the rows have, since a header with fewer than seven types is believed only if the
    rows have as few: else it lost a cell. `end` is the column after the header's last cell. `adds_up` says that the last
    number of the rows is their total, which must be so where no header names it.
    """

    def __init__(self) -> None:
        self.cells: list[Named] = []
        self.unknown: list[Cell] = []
        self.end = 0
        self.counts: Counter[int] = Counter()
        self.adds_up = True
        self.by_sums = False  # whether that was asked: then it is the figures that tell what they are
        self.known: list[tuple[str, Cell | None]] = []

    def gather(self, found: Sequence[Named], row: Row, end: int, begin: bool) -> None:
        """Takes in a row of the header, in which those words were found, up to a column; `begin` starts a new one."""
        if begin:
            self.cells, self.unknown = [], []
        self.known = []
        self.end = end
        _add(self.cells, found)
        first = min(cell.start for _, cell in found)
        known = [cell for _, cell in (*row.words, *found)]
        beside = [cell for cell in row.cells if cell.start > first and cell.text]
        self.unknown += [cell for cell in beside if not any(cell is other for other in known)]

    def columns(self) -> list[tuple[str, Cell | None]]:
        """The applicant types in the order of their columns, with the header cell where columns can be relied on.

        Where 法人或其他组织 has a column of its own and not five, that one is named `legal`, which no form knows.
        """
        self.known = self.known or self._columns()
        return self.known

    def _columns(self) -> list[tuple[str, Cell | None]]:
        leaves = [(name, cell) for name, cell in self.cells if name != "legal" or self._is_leaf(cell)]
        leaves += self._by_place(leaves)
        where = dict(leaves)
        told = self._told_by_columns(leaves)
        if not told and [name for name, _ in sorted(leaves, key=lambda leaf: leaf[1].start)] == _TOTAL_FIRST:
            return [(name, None) for name in _TOTAL_FIRST]
        if len(where) != len(leaves) or (len(where) < len(APPLICANTS) and self._usual_count() != len(where)):
            return [(name, None) for name in APPLICANTS] if self._is_official(leaves) else []
        if not told:
            known: list[tuple[str, Cell | None]] = [(name, None) for name in APPLICANTS if name in where and "legal" not in where]
            return known if self._in_order(leaves) else []
        return [(name, cell) for name, cell in sorted(leaves, key=lambda leaf: leaf[1].column)]

    def _is_official(self, leaves: Sequence[Named]) -> bool:
        """Whether the seven columns are those of the form: by what the header names, by the sums where it names no total."""
        if not self._in_order(leaves):
            return False
        self.by_sums = self.by_sums or "total" not in dict(leaves)
        return self.adds_up or "total" in dict(leaves)

    def _in_order(self, leaves: Sequence[Named]) -> bool:
        """Whether a header names nothing, or what it names stands in the order of the form, two of 自然人, 法人, 总计 too."""
        read = sorted([*leaves, *(found for found in self.cells if found[0] == "legal")], key=lambda found: found[1].start)
        names = list(dict.fromkeys(name for name, _ in read))
        five = [name for name in names if name in _LEGAL_PERSONS]
        ends = [name for name in names if name in _ENDS]
        told = ends == sorted(ends, key=_ENDS.index) and len(ends) > 1
        return five == sorted(five, key=_LEGAL_PERSONS.index) and (told or not names)

    def _by_place(self, leaves: Sequence[Named]) -> list[Named]:
        """What unknown words of the header stand for, where the five legal persons stand in a row, most of them known."""
        rows = {cell.row for cell in self.unknown}
        known = {id(cell): name for name, cell in leaves if cell.row in rows and name not in ("natural_person", "total")}
        five = sorted([*self.unknown, *(cell for _, cell in leaves if id(cell) in known)], key=lambda cell: cell.column)
        if len(rows) != 1 or len(five) != len(_LEGAL_PERSONS) or len(known) < LEAST_KNOWN:
            return []
        pairs = list(zip(_LEGAL_PERSONS, five, strict=True))
        if any(known.get(id(cell), name) != name for name, cell in pairs):
            return []
        return [(name, cell) for name, cell in pairs if id(cell) not in known]

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
        ours = [(name, cell) for name, cell in leaves if name not in ("natural_person", "total")]
        inside = [name for name, cell in leaves if any(_under(cell, group) for group in groups)]
        return set(inside) == set(dict(ours)) or _unmerged(groups, [cell for _, cell in ours])


def _unmerged(groups: Sequence[Cell], leaves: Sequence[Cell]) -> bool:
    """Whether one group's name stands above the first of its columns alone: drawn without merged cells, blank ones beside it."""
    columns = sorted(cell.column for cell in leaves if cell.colspan == 1)
    if len(groups) != 1 or groups[0].colspan != 1:
        return False
    return columns == list(range(groups[0].column, groups[0].column + len(leaves)))


class ReviewHeader:
    """The header of section 四: outcomes (结果维持, …) under the parts (行政复议, 未经复议直接起诉, 复议后起诉).

    `caption` is the part that the line of text above the table names; `kept` says that the outcomes are those of a part
    before, in force until others come.
    """

    def __init__(self) -> None:
        self.outcomes: list[Named] = []
        self.parts: list[Named] = []
        self.kept = False
        self.end = 0
        self.caption: str | None = None

    def gather(self, outcomes: Sequence[Named], parts: Sequence[Named], end: int, begin: bool) -> None:
        """Takes in a row of the header, which ends before that column; `begin` starts a new one."""
        self.end = end
        if begin and not outcomes and self.outcomes:
            self.parts, self.kept = [], True  # the next part under the outcomes that are in force
        elif begin or (outcomes and self.kept):
            self.outcomes, self.parts, self.kept = [], [] if begin else self.parts, False
        _add(self.outcomes, outcomes)
        _add(self.parts, parts)

    def below(self, values: Sequence[Cell]) -> list[Cell]:
        """The cells without blank ones that stand left or right of all that the header names: columns that are air."""
        named = [cell for _, cell in self.outcomes]
        first, last = min((c.column for c in named), default=0), max((c.column + c.colspan for c in named), default=0)
        return [value for value in values if value.text or not named or first <= value.column < last]

    def codes_of(self, label: str, count: int) -> Sequence[str] | None:
        """The codes of a row of `count` numbers whose label may name a part; None if neither it nor the header tells them."""
        parts = [name for name in names_of(label, "group4") if name in PARTS]
        names = [name for name, _ in self.outcomes]
        if len(parts) == 1 and len(names) == count == len(set(names)):
            return [f"{parts[0]}.{name}" for name in names]
        return self.codes(count)

    def codes(self, count: int) -> Sequence[str] | None:
        """The codes of `count` numbers in a row, left to right; None if the header does not tell them surely."""
        by_column = self._by_column()
        if by_column is not None and len(by_column) == count:
            return by_column
        seen = {name for name, _ in self.parts}
        if count == len(OFFICIAL) and "review" in seen and len(seen) > 1 and self._may_be_official():
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

    def _may_be_official(self) -> bool:
        """Whether nothing that the header names stands in another order than the form's, however much of it is lost."""
        first = min((cell.start for _, cell in self.parts), default=0)
        names = [OUTCOMES.index(name) for name, _ in sorted(self.outcomes, key=lambda found: found[1].start)]
        begun = sum(right <= left for left, right in pairwise(names))
        return begun < len(PARTS) and any(name == "review" and cell.start == first for name, cell in self.parts)

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


def value_counts(rows: Sequence[Row]) -> Counter[int]:
    """How many rows of section 三 have how many numbers; blank cells left of the applicant types are none."""
    counts: Counter[int] = Counter()
    heads = [[cell.column for word, cell in row.words if word.kind == "applicant" and row.slots] for row in rows]
    left = next((min(columns) for columns in heads if len(columns) > 2), 0)
    for row in rows:
        labels = [cell for word, cell in row.words if word.kind == "row3"]
        if labels:
            counts[sum(bool(cell.text) or cell.column >= left for cell in values_after(labels[-1], row))] += 1
    del counts[0]
    return counts


def total_is_last(rows: Sequence[Row]) -> bool:
    """Whether the last of the seven numbers in the rows of section 三 is their total, as far as rows that are not all 0 tell."""
    first = last = told = 0
    for row in rows:
        labels = [cell for word, cell in row.words if word.kind == "row3"]
        values = values_after(labels[-1], row) if labels else []
        numbers = [read_number(value.text).value or 0 for value in values]
        if len(numbers) == len(APPLICANTS) and any(numbers):
            told += 1
            first += 2 * numbers[0] == sum(numbers)
            last += 2 * numbers[-1] == sum(numbers)
    return not told or last >= max(first, 1)


def only_applicant(rows: Sequence[Row]) -> str | None:
    """The applicant type of a section 三 with one column of numbers, by the header above that column; None if not sure.

    总计 and its like, 数量, a year, or no header at all mean the total; 自然人 and the others what they say.
    """
    above: list[Row] = []
    for row in rows:
        labels = [cell for word, cell in row.words if word.kind == "row3"]
        numbers = [cell for cell in values_after(labels[-1], row) if is_value(cell.text)] if labels else []
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
        return "total" if is_count or (mark is not None and mark[0] != "never") or key_of(head.text) in COUNTS else None
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


def pairs_below(
    headers: Sequence[Cell], values: Sequence[Cell], slots: Sequence[Cell | None], end: int
) -> list[tuple[Cell, Cell]]:
    """The headers, each with the value in its column of a row that ends where they do; [] where a cell has moved.

    Where merged cells were written out as blank ones, a number stands in any of the columns up to the next header's.
    """
    numbers = [value for value in values if is_value(value.text)]
    ends = [*(header.column for header in headers[1:]), end]
    between = all(head.column <= number.column < stop for head, number, stop in zip(headers, numbers, ends, strict=False))
    if len(numbers) == len(headers) and between and all(cell.colspan == 1 for cell in (*headers, *values)):
        return list(zip(headers, numbers, strict=True))
    found = [(header, cell) for header in headers if header.column < len(slots) and (cell := slots[header.column]) is not None]
    cells = [cell for _, cell in found if any(cell is value for value in values)]
    beside = [number for number in numbers if not any(number is cell for cell in cells)]
    moved = any(cell.column != header.column or cell.colspan != header.colspan for header, cell in found)
    moved = moved or any(number.column < headers[0].column or not all(cell.text for cell in cells) for number in beside)
    return found if len(cells) == len(headers) and not moved else []


def has_lost_a_cell(row: Row, values: Sequence[Cell], headers: Sequence[Cell], end: int) -> bool:
    """Whether a cell of remarks stands in the place of a number: the header goes on behind its names, the row ends before."""
    if row.slots is None or not headers or not values or is_value(values[-1].text):
        return False
    return end_of(row) < end > max(header.column + header.colspan for header in headers)


def most_numbers(rows: Sequence[Row], end: int) -> int:
    """The most numbers that a row of section 二 has, up to the next header; blank cells left of the header's names are none."""
    most = 0
    for row in rows:
        if any(word.kind == "column" for word, _ in row.words):
            break
        subjects = [cell for word, cell in row.words if word.kind == "subject"]
        values = values_after(subjects[0], row) if subjects else []
        if row.slots is not None and end_of(row) == end:
            values = [value for value in values if value.text]
        most = max(most, len(values))
    return most
