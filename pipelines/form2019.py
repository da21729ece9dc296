"""Rows of the forms of 2019 and 2021 (国办公开办函〔2019〕60号, 〔2021〕30号): sections 二, 三 and 四.

One reader for both: which edition it is, is told by the rows and columns that only one of them has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import cast

from models.codebook import APPLICANTS, Edition, indicators
from pipelines.form_rows import Entry, Row, is_unit, is_value, names_of
from pipelines.labels import key_of, nearest, subject_key, words_of
from pipelines.outline import Cell, Grid

OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
GROUPS = ("review", "litigation_direct", "litigation_after_review")
_STRICT = frozenset(APPLICANTS) - {"other_legal", "total"} | {"legal"}
"""Headers that only section 三 has; 其他 and 总计 stand elsewhere too."""

SHORTEST_LOCAL = 3
"""A label of fewer characters, known to no form, is what is left of a damaged one and not a local row."""

_MONEY = re.compile(r"亿元|百万元|万元|千元|元")


@cache
def section_two() -> dict[tuple[str, str], dict[Edition, str]]:
    """(subject, column) of section 二 -> edition -> code. The column `1/3` is the first of three under no header."""
    found: dict[tuple[str, str], dict[Edition, str]] = {}
    rows: dict[tuple[Edition, str], list[str]] = {}
    for indicator in indicators():
        parts = re.split(r"\s/\s", indicator.label)
        if indicator.edition != "2014" and indicator.section.startswith("二") and len(parts) == 2:
            subject, column = subject_key(parts[0]), subject_key(parts[1])
            found.setdefault((subject, column), {})[indicator.edition] = indicator.code
            rows.setdefault((indicator.edition, subject), []).append(indicator.code)
    for (edition, subject), codes in rows.items():
        for number, code in enumerate(codes, 1):
            found.setdefault((subject, f"{number}/{len(codes)}"), {})[edition] = code
    return found


def _complete(subject: str, columns: set[str]) -> bool:
    """Whether these are all columns that one edition has for a subject. Where blank cells are lost, fewer prove nothing."""
    for edition in ("2019", "2021"):
        wanted = {c for (name, c), codes in section_two().items() if name == subject and edition in codes and "/" not in c}
        if wanted and wanted <= columns:
            return True
    return False


@cache
def _subjects() -> frozenset[str]:
    return frozenset(subject for subject, _ in section_two())


class Reader2019:
    """Reads the grids of one or more forms in printed order; headers stay in force until others come."""

    def __init__(self, notes: list[str]) -> None:
        self.notes = notes
        self.columns: list[Cell] = []
        self.short_header = False  # whether a row had more numbers than its header: then the header lost a cell
        self.ends: dict[str, int] = {}  # where the header row of a section ends, in columns
        self.applicants: list[tuple[str, Cell]] = []
        self.outcomes: list[tuple[str, Cell]] = []
        self.groups: list[tuple[str, Cell]] = []
        self.open: str | None = None  # the header that is being gathered over several rows
        self.section: str | None = None
        self.caption: str | None = None
        self.counts: Counter[int] = Counter()  # how many numbers the rows of section 三 have
        self.order: list[tuple[str, Cell | None]] = []  # the applicant columns, once they are known

    def read(self, grid: Grid, rows: Sequence[Row], before: str) -> Iterator[Entry]:
        """The number cells of a grid; `before` is the line of text above it, which may name the part of section 四."""
        self.open = None
        self.caption = _group_in(before)
        self.counts = _value_counts(rows)
        for row in rows:
            yield from self._row(grid, row)

    def _row(self, grid: Grid, row: Row) -> Iterator[Entry]:
        kinds: dict[str, list[tuple[str, Cell]]] = {}
        for cell in row.cells:
            for word in words_of(cell.text):
                kinds.setdefault(word.kind, []).append((word.name, cell))
        if self._header(row, kinds):
            return
        self.open = None
        subjects, rows3 = kinds.get("subject", []), kinds.get("row3", [])
        if subjects:
            yield from self._section_two(grid, row, subjects[0][1], subjects[0][0], kinds)
        elif rows3 and not (self.section == "四" and self._all_values(row)):
            yield from self._section_three(grid, row, rows3[-1][1], rows3[-1][0])
        elif self.outcomes and self.section == "四" and self._all_values(row):
            yield from self._section_four(grid, row)
        elif "outcome" in kinds:
            yield from self._outcome_row(grid, row, kinds)
        else:
            yield from self._unknown(grid, row)

    # --- headers ---

    def _header(self, row: Row, kinds: dict[str, list[tuple[str, Cell]]]) -> bool:
        """Whether the row is a header; its words are then in force."""
        applicants = kinds.get("applicant", [])
        if sum(1 for name, _ in applicants if name in _STRICT) >= 2:
            self._gather(row, applicants)
            return True
        outcomes = kinds.get("outcome", [])
        groups = kinds.get("group4", [])
        if len(outcomes) >= 3 or (groups and not any(is_value(cell.text) for cell in row.cells)):
            if self.open != "四":
                self.outcomes, self.groups = [], []
            self.open = self.section = "四"
            self.outcomes += [pair for pair in outcomes if pair not in self.outcomes]
            self.groups += [pair for pair in groups if pair not in self.groups]
            return len(outcomes) != 1 or len(row.cells) < 3 or not is_value(row.cells[-1].text)
        if any(name.startswith("第二十条") for name, _ in kinds.get("section", ())):
            self.columns, self.section = [], "二"
        columns = kinds.get("column", [])
        numbers = any(is_value(cell.text) for cell in row.cells)
        if columns and (len(columns) > 1 or not numbers) and not self._vertical(row, kinds):
            first = columns[0][1].start
            self.columns = [cell for cell in row.cells if cell.text and cell.start >= first]
            self.open = self.section = "二"
            self.ends["二"] = _end(row)
            self.short_header = False
            return True
        return False

    def _gather(self, row: Row, found: list[tuple[str, Cell]]) -> None:
        """Adds a header row of section 三 to those just above it."""
        if self.open != "三":
            self.applicants = []
        self.order = []
        self.open = self.section = "三"
        self.ends["三"] = _end(row)
        for name, cell in found:
            if not any(cell is other for _, other in self.applicants):
                self.applicants.append((name, cell))

    @staticmethod
    def _vertical(row: Row, kinds: dict[str, list[tuple[str, Cell]]]) -> bool:
        return "subject" in kinds and len(kinds["column"]) == 1 and len(row.cells) == 3

    def _all_values(self, row: Row) -> bool:
        """Whether the row has numbers alone (blank ones too), but for one label at its left."""
        cells = row.cells[1:] if len(row.cells) > 5 and not is_value(row.cells[0].text) else row.cells
        return any(is_value(cell.text) for cell in cells) and all(not cell.text or is_value(cell.text) for cell in cells)

    # --- section 二 ---

    def _section_two(
        self, grid: Grid, row: Row, label: Cell, subject: str, kinds: dict[str, list[tuple[str, Cell]]]
    ) -> Iterator[Entry]:
        values = _values_after(label, row)
        if "column" in kinds and len(values) == 2:
            header = kinds["column"][0][1].text
            pairs = [(_column_of(header), header, values[1])]
        else:
            pairs = self._columns_of(row, label, subject, values)
        for column, header, value in pairs:
            unit = _MONEY.search(header)
            if (subject, column) in section_two():
                yield Entry("2019", (subject, column), value, grid.number, unit=unit[0] if unit else None)
            elif subject in _subjects():
                self.notes.append(f"no such column in the form: {label.text[:30]} / {header[:30]}")
            else:
                category = f"{label.text} / {header}"
                yield Entry("2019", None, value, grid.number, category=category, unit=unit[0] if unit else None)

    def _columns_of(self, row: Row, label: Cell, subject: str, values: list[Cell]) -> list[tuple[str, str, Cell]]:
        """Column, its header as printed, and value, for each number of a row of section 二."""
        if not values:
            return []
        if self.columns:
            pairs = self._paired(row, label, self.columns, values, "二")
            found = [(_column_of(header.text), header.text, value) for header, value in pairs]
            if row.slots is None and subject in _subjects() and not _complete(subject, {column for column, _, _ in found}):
                self.notes.append(f"header not complete: {label.text[:40]}")
                return []
            return found
        count = len(values)
        if row.slots is not None and (subject, f"1/{count}") in section_two():
            return [(f"{number}/{count}", "", value) for number, value in enumerate(values, 1)]
        self.notes.append(f"no header for the row: {label.text[:40]}")
        return []

    def _paired(
        self, row: Row, label: Cell, headers: list[Cell], values: list[Cell], section: str
    ) -> list[tuple[Cell, Cell]]:
        """Which value stands under which header: in order where there are as many, else by column; [] if not sure.

        By column only where the row is as wide as the header row: in a row that lost a cell the others have moved.
        """
        if len(headers) == len(values) and not self.short_header:
            return list(zip(headers, values, strict=True))
        self.short_header = self.short_header or (section == "二" and len(values) > len(headers))
        if row.slots is not None and _end(row) == self.ends.get(section):
            found = [(header, row.slots[header.column]) for header in headers if header.column < len(row.slots)]
            cells = [cell for _, cell in found if cell is not None and any(cell is value for value in values)]
            moved = any(c is not None and (c.column != h.column or c.colspan != h.colspan) for h, c in found)
            if not moved and len(cells) == len(headers):
                return cast(list[tuple[Cell, Cell]], found)
        self.notes.append(f"{len(values)} numbers under {len(headers)} headers: {label.text[:40]}")
        return []

    # --- section 三 ---

    def _section_three(self, grid: Grid, row: Row, label: Cell, code: str) -> Iterator[Entry]:
        values = _values_after(label, row)
        if not values:
            return
        if row.slots is not None and (label.row != row.number or (label.rowspan > 1 and code == "applications.other")):
            self.notes.append(f"row without a label under: {label.text[:40]}")
            return
        for applicant, value in self._by_applicant(row, label, values):
            yield Entry("2019", code, value, grid.number, applicant)

    def _by_applicant(self, row: Row, label: Cell, values: list[Cell]) -> list[tuple[str, Cell]]:
        headers = self.order = self.order or self._applicant_columns()
        if len(headers) == len(values):
            return [(name, value) for (name, _), value in zip(headers, values, strict=True)]
        cells = [header for _, header in headers if header is not None]
        if cells and len(cells) == len(headers):
            pairs = self._paired(row, label, cells, values, "三")
            return [(name, value) for (name, _), (_, value) in zip(headers, pairs, strict=False)]
        self.notes.append(f"{len(values)} numbers for {len(headers)} applicant types: {label.text[:40]}")
        return []

    def _applicant_columns(self) -> list[tuple[str, Cell | None]]:
        """The applicant types in the order of their columns: as the header has them, else as the form is printed.

        A header with fewer than seven types is believed only if the rows have as few numbers: else it lost a cell.
        """
        official: list[tuple[str, Cell | None]] = [(name, None) for name in APPLICANTS]
        leaves = [(name, cell) for name, cell in self.applicants if name != "legal"]
        where = dict(leaves)
        usual = self._usual_count()
        if len(where) != len(leaves) or (len(where) < 7 and usual != len(where)):
            return official
        if not self._by_columns(leaves):
            return [(name, None) for name in APPLICANTS if name in where]
        return [(name, cell) for name, cell in sorted(leaves, key=lambda leaf: leaf[1].column)]

    def _usual_count(self) -> int:
        """How many numbers a row of section 三 has in this grid: the most, unless that is more than any form has."""
        if not self.counts:
            return len(APPLICANTS)
        most = max(self.counts)
        return most if most <= len(APPLICANTS) else self.counts.most_common(1)[0][0]

    def _by_columns(self, leaves: list[tuple[str, Cell]]) -> bool:
        """Whether the header's columns tell the order: in one row, or in several with 法人或其他组织 above its five."""
        spans = sorted((cell.column, cell.column + cell.colspan) for _, cell in leaves)
        if any(left[1] > right[0] for left, right in pairwise(spans)):
            return False
        if len({cell.row for _, cell in leaves}) == 1:
            return True
        groups = [cell for name, cell in self.applicants if name == "legal"]
        inside = [name for name, cell in leaves if any(g.column <= cell.column < g.column + g.colspan for g in groups)]
        return set(inside) == {name for name, _ in leaves} - {"natural_person", "total"}

    # --- section 四 ---

    def _section_four(self, grid: Grid, row: Row) -> Iterator[Entry]:
        values = list(row.cells)
        expected = self._expected(len(values))
        if expected is None and len(values) > 5 and not is_value(values[0].text):
            values = values[1:]
            expected = self._expected(len(values))
        if expected is None:
            self.notes.append(f"{len(values)} numbers of review and litigation not placed")
            return
        for code, value in zip(expected, values, strict=True):
            yield Entry("2019", code, value, grid.number)

    def _expected(self, count: int) -> list[str] | None:
        """The codes of `count` numbers in a row, left to right; None if the headers do not tell them surely."""
        by_column = self._by_column()
        if by_column is not None and len(by_column) == count:
            return by_column
        official = [f"{group}.{outcome}" for group in GROUPS for outcome in OUTCOMES]
        seen = {name for name, _ in self.groups}
        if count == len(official) and "review" in seen and len(seen) > 1:
            return official
        names = [name for name, _ in self.outcomes]
        groups = [group for group in GROUPS if group in seen]
        if not groups and self.caption:
            groups = [self.caption]
        if names == list(OUTCOMES) * len(groups) and count == len(names) and not (groups == ["review"] and "litigation" in seen):
            return [f"{group}.{outcome}" for group in groups for outcome in OUTCOMES]
        return None

    def _by_column(self) -> list[str] | None:
        """The codes by column, where every part of section 四 has an outcome below each of its columns."""
        found: list[tuple[int, str]] = []
        covered: Counter[int] = Counter()
        parts = [(group, head) for group, head in self.groups if group != "litigation"]
        for name, cell in self.outcomes:
            above = [at for at, (_, head) in enumerate(parts) if _is_below(cell, head)]
            if len(above) != 1:
                return None
            covered[above[0]] += cell.colspan
            found.append((cell.column, f"{parts[above[0]][0]}.{name}"))
        if any(covered[at] != head.colspan for at, (_, head) in enumerate(parts)):
            return None
        codes = [code for _, code in sorted(found)]
        return codes if codes and len(set(codes)) == len(codes) else None

    def _outcome_row(self, grid: Grid, row: Row, kinds: dict[str, list[tuple[str, Cell]]]) -> Iterator[Entry]:
        """Section 四 turned on its side: a row each for 结果维持 and the others, with one number."""
        name, label = kinds["outcome"][-1]
        groups = [group for group, _ in kinds.get("group4", self.groups) if group in GROUPS]
        values = _values_after(label, row)
        if len(values) == 1 and groups and self.section == "四":
            yield Entry("2019", f"{groups[-1]}.{name}", values[0], grid.number)

    # --- rows that no form has, and damaged labels ---

    def _unknown(self, grid: Grid, row: Row) -> Iterator[Entry]:
        """A row whose label is no word of the forms: a damaged one is read, a local one kept under its printed label."""
        texts = [cell for cell in row.cells if cell.text and key_of(cell.text) and not is_value(cell.text)]
        if not texts or not any(is_value(cell.text) for cell in row.cells):
            return
        label = texts[-1]
        if self.section == "三":
            yield from self._damaged_or_local(grid, row, label)
        elif self.section == "二":
            near = nearest(label.text, ("subject",))
            if near.all and not near.clear:
                self.notes.append(f"label not recognised: {label.text[:40]}")
                return
            yield from self._section_two(grid, row, label, near.clear[0].name if near.clear else key_of(label.text), {})

    def _damaged_or_local(self, grid: Grid, row: Row, label: Cell) -> Iterator[Entry]:
        near = nearest(label.text, ("row3", "group3"))
        codes = {word.name for word in near.clear if word.kind == "row3"}
        if len(codes) == 1:
            yield from self._section_three(grid, row, label, codes.pop())
        elif near.all or words_of(label.text) or len(key_of(label.text)) < SHORTEST_LOCAL:
            self.notes.append(f"label not recognised: {label.text[:40]}")
        elif row.slots is not None and label.row == row.number:
            for applicant, value in self._by_applicant(row, label, _values_after(label, row)):
                yield Entry("2019", None, value, grid.number, applicant, label.text)


def _is_below(cell: Cell, head: Cell) -> bool:
    return head.column <= cell.column < head.column + head.colspan and head.start < cell.start


def _end(row: Row) -> int:
    """The column after the row's last cell."""
    last = row.cells[-1]
    return last.column + last.colspan


def _value_counts(rows: Sequence[Row]) -> Counter[int]:
    """How many rows of section 三 have how many numbers."""
    counts: Counter[int] = Counter()
    for row in rows:
        labels = [cell for cell in row.cells if any(word.kind == "row3" for word in words_of(cell.text))]
        if labels:
            counts[len(_values_after(labels[-1], row))] += 1
    del counts[0]
    return counts


def _values_after(label: Cell, row: Row) -> list[Cell]:
    """The cells to the right of a label, blank ones too, without units and remarks in brackets."""
    at = next(at for at, cell in enumerate(row.cells) if cell is label)
    return [
        cell
        for cell in row.cells[at + 1 :]
        if not cell.text or is_value(cell.text) or (not is_unit(cell.text) and key_of(cell.text))
    ]


def _column_of(header: str) -> str:
    names = names_of(header, "column")
    return names[0] if names else key_of(header)


def _group_in(text: str) -> str | None:
    """The part of section 四 that a caption names, None if it names none or several."""
    if "复议后" in text:
        return "litigation_after_review"
    if "未经复议" in text:
        return "litigation_direct"
    return "review" if "复议" in text and "诉讼" not in text else None
