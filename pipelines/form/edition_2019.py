"""Rows of the forms of 2019 and 2021 (国办公开办函〔2019〕60号, 〔2021〕30号): sections 二, 三 and 四.

One reader for both: which edition it is, is told by the rows and columns that only one of them has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipelines.form.by_applicant import Blocks, are_apart
from pipelines.form.cases_told import told_in
from pipelines.form.header_words import (
    SHORTEST_LOCAL,
    STRICT,
    applicants_in,
    column_of,
    columns_in,
    is_colophon,
    is_text,
    list_of,
    listed_in,
    parts_in,
    without_dashes,
)
from pipelines.form.headers import (
    PARTS,
    ApplicantHeader,
    ReviewHeader,
    has_lost_a_cell,
    most_numbers,
    only_applicant,
    pairs_below,
    part_in,
    total_is_last,
    value_counts,
)
from pipelines.form.labels import joins_labels, key_of, nearest, words_of
from pipelines.form.named_above import named_above, row_in
from pipelines.form.rows import Entry, Row, end_of, has_number, is_unit, is_value, stands_for_number, stands_whole, values_after
from pipelines.form.section_two import is_complete, known_keys, money_in, ordered, section_two, subjects_of_two
from pipelines.form.turned import across_pairs, entry_of_pair, read_turned, turned_block
from pipelines.outline import Cell, Grid

_LATER = frozenset(("row3", "group3", "column", "applicant", "outcome", "group4", "section", "pair", "subject"))
"""Words of these forms: a label of the form of 2014 among their rows is a row of the office's own."""


class Reader2019:
    """Reads the grids of one or more forms in printed order; headers stay in force until others come."""

    def __init__(self, notes: list[str], captions: Sequence[str] = ()) -> None:
        self.notes = notes
        self.apart = are_apart(captions)
        self.columns: list[Cell] = []
        self.named: list[tuple[str, Cell]] = []  # what those of them mean that are words of the forms, damaged ones too
        self.short_header = False  # whether a row had more numbers than its header: then the header lost a cell
        self.header_cells = 0  # cells of that header, blank ones at its end and a unit column too
        self.end = 0  # the column after the last cell of the header of section 二
        self.applicants = ApplicantHeader()
        self.only_applicant: str | None = None  # whose numbers a section 三 with a single column has
        self.named_before: str | None = None  # the row of section 三 that the line above the grid names
        self.listed: tuple[int | None, str | None] = None, None  # `list_of` the grid
        self.above: dict[int, str] = {}  # the rows of numbers whose names stand above them
        self.review = ReviewHeader()
        self.part: str | None = None  # of a section 四 drawn on its side: what rows with blank labels go on with
        self.open: str | None = None  # the section whose header is being gathered over several rows
        self.section: str | None = None
        self.whole = True  # whether a row's label is surely not the second half of one that was broken in two

    def awaits(self, rows: Sequence[Row], before: str) -> bool:
        """Whether the header before is of these rows, numbers alone: of section 四 if they follow it, of 三 if they are named."""
        if self.section == "三" and named_above(rows, before):
            return True
        return self.open == "四" and len(rows) == 1 and len(rows[0].cells) > 1 and self._all_values(rows[0])

    def read(self, grid: Grid, rows: Sequence[Row], before: str) -> Iterator[Entry]:
        """The number cells of a grid; `before` is the line of text above it, which may name the part of section 四."""
        self.open = self.part = None
        self.review.caption = part_in(before)
        blocks = Blocks(without_dashes(rows), before, self.apart, self.notes)
        rows = blocks.rows
        self.applicants.counts = value_counts(rows)
        self.applicants.adds_up = total_is_last(rows)
        narrow = set(self.applicants.counts) == {1} and not self.applicants.cells
        narrow = narrow and rows[0].slots is not None and not blocks.unsure
        self.only_applicant = only_applicant(rows) if narrow else None
        self.section = "三" if blocks.owners else self.section
        self.named_before = row_in(before)
        self.listed = list_of(rows, self.named_before)
        self.above = named_above(rows, before)
        if grid.source == "told":
            yield from (Entry("2019", code, cell, grid.number) for code, cell in told_in(grid.rows, before))
            return
        yield from across_pairs(grid, rows, known_keys())
        done = 0  # rows before this one are read: those of a table drawn the other way round are read together
        for at, row in enumerate(rows):
            if at < done or (len(row.cells) == 1 and not row.cells[0].text):
                continue  # a blank line between others
            self.whole = row.slots is not None or stands_whole(rows[at - 1] if at else None)
            self.only_applicant = blocks.owners.get(row.number) if blocks.owners else self.only_applicant
            block = turned_block(rows, at)
            if block is not None:
                yield from read_turned(grid, rows, block, known_keys(), self.notes)
                done, self.open, self.section, self.columns = block.end, None, None, []
                continue
            kinds: dict[str, list[tuple[str, Cell]]] = {}
            for word, cell in row.words:
                kinds.setdefault(word.kind, []).append((word.name, cell))
            if not self._header(row, kinds):
                yield from self._row(grid, row, kinds)
            elif self.open == "二":
                self.short_header = most_numbers(rows[at + 1 : at + 4], self.end) > self.header_cells

    def _row(self, grid: Grid, row: Row, kinds: dict[str, list[tuple[str, Cell]]]) -> Iterator[Entry]:
        headed, self.open = self.open, None
        subjects, rows3 = kinds.get("subject", []), kinds.get("row3", [])
        listed = listed_in(row, kinds, *self.listed)
        if listed is not None:
            code, applicant, value = listed
            yield Entry("2019", code, value, grid.number, applicant)
        elif "outcome" in kinds and ("group4" in kinds or (self.part and not row.cells[0].text)):
            yield from self._outcome_row(grid, row, kinds)
        elif "pair" in kinds:
            yield from self._pairs(grid, row, kinds["pair"])
        elif subjects:
            yield from self._section_two(grid, row, subjects[0][1], subjects[0][0], kinds)
        elif rows3 and not (self.section == "四" and self._all_values(row)):
            label = _own_label(row, rows3[-1][1])
            if label is None:
                yield from self._section_three(grid, row, rows3[-1][1], rows3[-1][0])
            else:
                yield from self._damaged_or_local(grid, row, label)
        elif self.section == "四" and (self._all_values(row) or (headed == "四" and not any(cell.text for cell in row.cells))):
            yield from self._section_four(grid, row)
        elif "outcome" in kinds and self.section == "四":
            yield from self._outcome_row(grid, row, kinds)
        elif self.section == "三" and row.number in self.above:
            yield from self._named_above(grid, row, self.above[row.number])
        else:
            yield from self._unknown(grid, row)

    # --- headers ---

    def _header(self, row: Row, kinds: dict[str, list[tuple[str, Cell]]]) -> bool:
        """Whether the row is a header; its words are then in force."""
        applicants = applicants_in(row, kinds.get("applicant", []))
        strict = sum(1 for name, _ in applicants if name in STRICT)
        as_many = set(self.applicants.counts) == {len(applicants)}  # 自然人 and 总计 alone, over rows of two numbers
        if strict >= 2 or (strict and len(applicants) > 1 and (len(row.cells) > 3 or as_many) and not has_number(row)):
            self.applicants.gather(applicants, row, end_of(row), self.open != "三")
            self.open = self.section = "三"
            self.part = None
            return True
        outcomes, parts = kinds.get("outcome", []), parts_in(row, kinds.get("group4", []))
        if len(outcomes) >= 3 or (parts and not has_number(row)):
            self.review.gather(outcomes, parts, end_of(row), self.open != "四")
            self.open = self.section = "四"
            return True
        if "subject" not in kinds and any(name.startswith("第二十条") for name, _ in kinds.get("section", ())):
            self.columns, self.section = [], "二"
        columns = kinds.get("column", [])
        if columns and (len(columns) > 1 or not has_number(row)) and not self._vertical(row, kinds):
            self.named = columns_in(row, columns)
            first = min(cell.start for _, cell in self.named)
            beside = [cell for cell in row.cells if cell.start >= first]
            self.columns = [cell for cell in beside if cell.text and not _is_beside(cell.text)]
            self._place_misprint()
            self.header_cells = len(beside)
            self.open = self.section = "二"
            self.end = end_of(row)
            return True
        return False

    def _place_misprint(self) -> None:
        """Takes a column that the header names a second time for the one whose place in the form it has; a note says so."""
        printed = sorted(self.named, key=lambda named: named[1].start)
        names = [name for name, _ in printed]
        meant = ordered(names) if len(printed) == len(self.columns) else names
        if meant != names:
            self.notes.append(f"header named twice, told by its place: {' | '.join(names)[:60]}")
            self.named = [(name, cell) for name, (_, cell) in zip(meant, printed, strict=True)]

    @staticmethod
    def _vertical(row: Row, kinds: dict[str, list[tuple[str, Cell]]]) -> bool:
        return "subject" in kinds and len(kinds["column"]) == 1 and len(row.cells) == 3

    def _all_values(self, row: Row) -> bool:
        """Whether the row has numbers alone (blank ones too), but for one label at its left."""
        labelled = len(row.cells) > 5 or any(word.kind == "group4" and cell is row.cells[0] for word, cell in row.words)
        cells = row.cells[1:] if labelled and not stands_for_number(row.cells[0].text) else row.cells
        numbers = any(is_value(cell.text) for cell in cells) or len(cells) > 1
        texts = [cell.text for cell in cells if cell.text]
        return numbers and bool(texts) and all(map(stands_for_number, texts))

    # --- section 二 ---

    def _section_two(
        self, grid: Grid, row: Row, label: Cell, subject: str, kinds: dict[str, list[tuple[str, Cell]]]
    ) -> Iterator[Entry]:
        values = values_after(label, row)
        if "column" in kinds and len(values) == 2:
            header = kinds["column"][0][1].text
            pairs = [(column_of(header), header, values[1])]
        else:
            pairs = self._columns_of(row, label, subject, values)
        for column, header, value in pairs:
            unit = money_in(header)
            if (subject, column) in section_two():
                yield Entry("2019", (subject, column), value, grid.number, unit=unit)
            elif subject in subjects_of_two():
                self.notes.append(f"no such column in the form: {label.text[:30]} / {header[:30]}")
            else:
                category = label.text if len(pairs) == 1 else f"{label.text} / {header}"
                yield Entry("2019", None, value, grid.number, category=category, unit=unit)

    def _pairs(self, grid: Grid, row: Row, pairs: list[tuple[str, Cell]]) -> Iterator[Entry]:
        """Labels that name two words (subject and column, row and applicant type), each with one number behind it."""
        self.section = None
        places = {id(cell): at for at, cell in enumerate(row.cells)}
        at = [places[id(label)] for _, label in pairs]
        for (name, label), first, end in zip(pairs, at, [*at[1:], len(row.cells)], strict=True):
            values = [cell for cell in row.cells[first + 1 : end] if not cell.text or is_value(cell.text)]
            values = [cell for cell in values if cell.text] or values[:1]
            entry = entry_of_pair(grid, name, label, values[0], known_keys()) if len(values) == 1 else None
            if entry is not None:
                yield entry
            elif values:
                self.notes.append(f"{len(values)} numbers behind: {label.text[:40]}")

    def _columns_of(self, row: Row, label: Cell, subject: str, values: list[Cell]) -> list[tuple[str, str, Cell]]:
        """Column, its header as printed, and value, for each number of a row of section 二."""
        if not values:
            return []
        if self.columns:
            pairs = self._paired(row, label, self.columns, values, self.end)
            found = [(self._column(header), header.text, value) for header, value in pairs]
            told = bool(pairs) and pairs[0][0].row == label.row  # the names of the columns stand in the row's own line
            sure = row.slots is not None or told or subject not in subjects_of_two()
            if not sure and not is_complete(subject, {column for column, _, _ in found}):
                self.notes.append(f"header not complete: {label.text[:40]}")
                return []
            return found
        count = len(values)
        if row.slots is not None and not _of_one_cell(values) and (subject, f"1/{count}") in section_two():
            return [(f"{number}/{count}", "", value) for number, value in enumerate(values, 1)]
        self.notes.append(f"no header for the row: {label.text[:40]}")
        return []

    def _column(self, header: Cell) -> str:
        return next((name for name, cell in self.named if cell is header), None) or column_of(header.text)

    def _paired(self, row: Row, label: Cell, headers: list[Cell], values: Sequence[Cell], end: int) -> list[tuple[Cell, Cell]]:
        """Which value stands under which header: in order where there are as many, else by column; [] if not sure.

        By column only where the row ends where the header does: in a row that lost a cell the others have moved.
        """
        short = self.short_header and headers is self.columns
        short = short or has_lost_a_cell(row, values, headers, end)
        if len(headers) == len(values) and not short:
            return list(zip(headers, values, strict=True))
        if row.slots is not None and end_of(row) == end and not short:
            told = pairs_below(headers, values, row.slots, end)
            if told:
                return told
        self.notes.append(f"{len(values)} numbers under {len(headers)} headers: {label.text[:40]}")
        return []

    # --- section 三 ---

    def _section_three(self, grid: Grid, row: Row, label: Cell, code: str) -> Iterator[Entry]:
        values = values_after(label, row)
        if not values:
            return
        if row.slots is not None and (label.row != row.number or (label.rowspan > 1 and code == "applications.other")):
            self.notes.append(f"row without a label under: {label.text[:40]}")
            return
        for applicant, value in self._by_applicant(row, label, values):
            yield Entry("2019", code, value, grid.number, applicant)

    def _named_above(self, grid: Grid, row: Row, code: str) -> Iterator[Entry]:
        first, *rest = row.cells
        values = rest if len(rest) == len(self.applicants.columns()) else row.cells
        for applicant, value in self._by_applicant(row, first, values):
            yield Entry("2019", code, value, grid.number, applicant)

    def _by_applicant(self, row: Row, label: Cell, values: Sequence[Cell]) -> list[tuple[str, Cell]]:
        if len(values) == 1 and self.only_applicant is not None:
            return [(self.only_applicant, values[0])]
        return [pair for pair in self._by_header(row, label, values) if pair[0] != "legal"]

    def _by_header(self, row: Row, label: Cell, values: Sequence[Cell]) -> list[tuple[str, Cell]]:
        headers = self.applicants.columns()
        cells = [header for _, header in headers if header is not None]
        short = not cells and len(values) < max(self.applicants.counts, key=self.applicants.counts.__getitem__, default=0)
        if len(headers) == len(values) and not short and not self._moved(row, cells, values):
            return [(name, value) for (name, _), value in zip(headers, values, strict=True)]
        if cells and len(values) > len(headers) == len(cells):
            pairs = self._paired(row, label, cells, values, self.applicants.end)
            return [(name, value) for (name, _), (_, value) in zip(headers, pairs, strict=False)]
        self.notes.append(f"{len(values)} numbers for {len(headers)} applicant types: {label.text[:40]}")
        return []

    def _moved(self, row: Row, headers: list[Cell], values: Sequence[Cell]) -> bool:
        """Whether a row has lost a cell, so that a blank one beside its numbers stands for a number: their columns tell."""
        if row.slots is None or not headers:
            return False
        if has_lost_a_cell(row, values, headers, self.applicants.end):
            return True
        if all(value.text for value in values):
            return False
        by = sum(cell.colspan for cell in row.cells if cell.row <= headers[-1].row)  # a cell of the header that is too long
        beside = sum(cell.colspan for cell in row.cells if cell.row < row.number)  # or 三、本年度办理结果, down to the row of 四
        columns = [value.column for value in values]
        return all(columns != [head.column + far for head in headers] for far in (0, by, beside))

    # --- section 四 ---

    def _section_four(self, grid: Grid, row: Row) -> Iterator[Entry]:
        labelled = row.cells[0].text and not stands_for_number(row.cells[0].text)
        values = self.review.below(row.cells[1:] if labelled else row.cells)
        codes = self.review.codes_of(row.cells[0].text, len(values)) if labelled else self.review.codes(len(values))
        if codes is None or has_lost_a_cell(row, values, [cell for _, cell in self.review.outcomes], self.review.end):
            self.notes.append(f"{len(values)} numbers of review and litigation not placed")
            return
        for code, value in zip(codes, values, strict=True):
            yield Entry("2019", code, value, grid.number)

    def _outcome_row(self, grid: Grid, row: Row, kinds: dict[str, list[tuple[str, Cell]]]) -> Iterator[Entry]:
        """Section 四 turned on its side: a row each for 结果维持 and the others, with one number."""
        name, label = kinds["outcome"][-1]
        printed = kinds.get("group4") or ([(self.part, label)] if self.part else self.review.parts)
        parts = [part for part, _ in printed if part in PARTS]
        self.part = parts[-1] if parts and "group4" in kinds else self.part
        values = values_after(label, row)
        if len(values) == 1 and parts:
            yield Entry("2019", f"{parts[-1]}.{name}", values[0], grid.number)

    # --- rows that no form has, and damaged labels ---

    def _unknown(self, grid: Grid, row: Row) -> Iterator[Entry]:
        """A row whose label is no word of the forms: a damaged one is read, a local one kept under its printed label."""
        texts = [cell for cell in row.cells if cell.text and key_of(cell.text) and not is_value(cell.text)]
        if not texts or not has_number(row) or is_colophon(texts[-1].text):
            return
        label = texts[-1]
        if self.section == "三":
            yield from self._damaged_or_local(grid, row, label)
        elif self.section == "二":
            near = nearest(label.text, ("subject",))
            unsure = not near.clear and row.slots is None and len(key_of(label.text)) <= SHORTEST_LOCAL  # 含转办
            if (near.all and not near.clear) or unsure:
                self.notes.append(f"label not recognised: {label.text[:40]}")
                return
            yield from self._section_two(grid, row, label, near.clear[0].name if near.clear else key_of(label.text), {})

    def _damaged_or_local(self, grid: Grid, row: Row, label: Cell) -> Iterator[Entry]:
        near = nearest(label.text, ("row3", "group3"))
        codes = {word.name for word in near.clear if word.kind == "row3"}
        if len(codes) == 1:
            yield from self._section_three(grid, row, label, codes.pop())
        elif near.all or any(word.kind in _LATER for word in words_of(label.text)) or len(key_of(label.text)) < SHORTEST_LOCAL:
            self.notes.append(f"label not recognised: {label.text[:40]}")
        elif joins_labels(label.text) or self.named_before is not None:
            self.notes.append(f"no row of its own: {label.text[:40]}")
        elif self.whole and (row.slots is None or label.row == row.number):
            for applicant, value in self._by_applicant(row, label, values_after(label, row)):
                yield Entry("2019", None, value, grid.number, applicant, label.text)


def _of_one_cell(values: Sequence[Cell]) -> bool:
    """Whether several cells may be one that was merged: filled with its number again and again, or left blank."""
    texts = {value.text for value in values}
    return len(values) > 1 and ("" in texts or (len(texts) == 1 and texts != {"0"}))


def _own_label(row: Row, group: Cell) -> Cell | None:
    """The label of a row beside the name of a group that spans rows (六、其他处理), where it is no word of the forms."""
    if row.slots is None or group.rowspan < 2:
        return None
    return next((cell for cell in row.cells if cell.start > group.start and is_text(cell)), None)


def _is_beside(text: str) -> bool:
    """Whether a header cell stands over a column of units or remarks."""
    return is_unit(text) or key_of(text) in ("单位", "计量单位", "备注", "说明")
