"""The figures of small tables that stand in a report's prose: ways of asking, kinds of answer, kinds of information.

Such a table is no form: it has a row of labels above a row of numbers, or a column of labels beside one of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipelines.numbers import read_number
from pipelines.outline import Grid, Outline
from pipelines.tables import Cell
from pipelines.wording.claims import Claim, label_of
from pipelines.wording.cues import ORGANISATION
from pipelines.wording.lists.parts import value_of
from pipelines.wording.sentences import TOPICS, Section, section_before
from pipelines.wording.wordings import figure_of, phrase_of

MAX_ROWS, MAX_COLUMNS, MAX_TABLES = 40, 14, 30
"""Larger tables are lists of something else; no report has so many of them."""

_TOTAL = re.compile(r"(?:合|总|共|小)\s*计|总数|总量|合计数")
_SERIAL = re.compile(r"序号|编号|No\.?", re.IGNORECASE)
_NOT_THE_COUNT = re.compile(r"占|比|%|％|率|上年|去年|增|减|排名|备注|金额")
_OWNERS = re.compile(r"(?:责任|公开|报送|主办)?(?:单位|部门|乡镇|镇街|街道|机关|科室|站所|村)(?:名称)?(?:[（(].*)?")
_YEAR = re.compile(r"20\d\d")
_UNIT = re.compile(r"[（(]?(?:单位)?[：:]?\s*([条件份次篇])\s*(?:数|[）)])")
_CODES = ("requests.", "replies.", "applications.", "channel.", "review.", "litigation.")
_LABEL_TAIL = re.compile(r"[（(][^（）()]{0,8}[）)]$|[条件份次]?数量?$")


@dataclass(slots=True)
class _Table:
    grid: Grid
    about: str
    section: Section
    pairs: list[tuple[str, Cell, Decimal]] = field(default_factory=list)
    total: tuple[Cell, Decimal] | None = None

    @property
    def sum(self) -> Decimal:
        return sum((value for _, _, value in self.pairs), Decimal(0))

    def says(self, topic: str) -> bool:
        """Whether its caption, its header or the headings above it are of a topic."""
        return topic in self.section.topics or TOPICS[topic].search(self.about) is not None


def tabled(
    outline: Outline, numbers: frozenset[int], span: tuple[int, int], year: int | None, names: tuple[str, ...],
    claims: Sequence[Claim],
) -> list[Claim]:  # fmt: skip
    """The claims of the small tables between two characters of an outline; `numbers` are the grids that are a form's.

    `claims` are those of the sentences: a table of kinds breaks down the total among them that is its sum.
    """
    found: list[Claim] = []
    start, end = span
    grids = [grid for grid in outline.grids if grid.number not in numbers and grid.start >= start and grid.end <= end]
    for grid in grids[:MAX_TABLES]:
        if not 2 <= len(grid.slots) <= MAX_ROWS or len(grid.slots[0]) > MAX_COLUMNS:
            continue
        section = section_before(outline, start, grid.start, year)
        table = _read(grid, _above(outline, grid, start), section, year)
        if table is not None and not (section.plan or section.hotline) and _adds_up(table):
            found += _figures(table, year, names, claims) or _kinds(table, claims)
    return found


def _above(outline: Outline, grid: Grid, start: int) -> str:
    """The end of the text before a table: its caption, or the sentence that leads to it."""
    return outline.text[max(start, grid.start - 80) : grid.start].rpartition("。\n")[2]


# --- labels and numbers ---


def _read(grid: Grid, above: str, section: Section, year: int | None) -> _Table | None:
    rows = [row for row in grid.slots if any(row)]
    if len(rows) < 2:
        return None
    if len(rows) <= 3 and _is_header(rows[-2]) and not _is_header(rows[-1]):
        header, pairs = rows[-2], list(zip(rows[-2], rows[-1], strict=True))
    else:
        header = rows[0] if _is_header(rows[0]) else ()
        pairs = list(_beside(rows[1:] if header else rows, header, year))
    head = " ".join(cell.text for cell in header if cell)
    if any(cell and _OWNERS.fullmatch(cell.text.strip()) for cell in header[:2]):
        return None
    table = _Table(grid, f"{above} {head}", section)
    for label, cell in pairs:
        value = _count(cell)
        if label is None or cell is None or value is None or label is cell:
            continue
        if _TOTAL.fullmatch(label.text.strip()):
            table.total = (cell, value)
        else:
            table.pairs.append((label.text.strip(), cell, value))
    return table


def _count(cell: Cell | None) -> Decimal | None:
    number = read_number(cell.text) if cell is not None and cell.text else None
    if number is None or number.meaning not in ("number", "zero") or number.value is None or number.value < 0:
        return None
    return number.value


def _is_header(row: Sequence[Cell | None]) -> bool:
    return all(cell is None or _count(cell) is None for cell in row) and any(cell and cell.text for cell in row)


def _beside(
    rows: Sequence[Sequence[Cell | None]], header: Sequence[Cell | None], year: int | None
) -> Iterator[tuple[Cell | None, Cell | None]]:
    """The labels and numbers of a table with a label a row; nothing where it is open which column is the year's."""
    width = len(rows[0])
    heads = [cell.text if cell else "" for cell in header] or [""] * width
    counts = [at for at in range(width) if _is_count(at, rows, heads[at])]
    of_year = [at for at in counts if year is not None and str(year) in heads[at]]
    if of_year or any(_YEAR.search(heads[at]) for at in counts):
        counts = of_year
    if len(counts) != 1 or not counts[0]:
        return
    column = counts[0]
    for row in rows:
        labels = (cell for cell in reversed(row[:column]) if cell and cell.text and _count(cell) is None)
        yield next(labels, None), row[column]


def _is_count(column: int, rows: Sequence[Sequence[Cell | None]], head: str) -> bool:
    if _SERIAL.search(head) or _NOT_THE_COUNT.search(head):
        return False
    values = [_count(row[column]) for row in rows if row[column] is not None]
    serial = column == 0 and [value for value in values if value is not None][:3] == [1, 2, 3]
    return not serial and len(values) > 1 and sum(value is not None for value in values) >= 0.7 * len(values)


def _adds_up(table: _Table) -> bool:
    """Whether there is something to read, no body is among the labels, and the printed total is the sum."""
    bodies = sum(ORGANISATION.search(label) is not None for label, _, _ in table.pairs)
    return len(table.pairs) >= 2 and not bodies and (table.total is None or table.total[1] == table.sum)


# --- what they are ---


def _figures(table: _Table, year: int | None, names: tuple[str, ...], claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a table whose labels are rows of a form: 当面申请, 同意公开, 网站公开. Most of them must be."""
    unit = _UNIT.search(table.about)
    units = [unit.group(1)] if unit else ["件", "条"] if table.says("申请") else ["条", "件"]
    coded = [(code, cell) for label, cell, _ in table.pairs if (code := _code(label, units, table, year, names))]
    codes = {code for code, _ in coded}
    if len(coded) < 2 or 2 * len(coded) < len(table.pairs) or len(codes) < len(coded):
        return []
    received = next((value_of(claim) for claim in claims if claim.code == "requests.received" and not claim.zero), None)
    routes = all(code.startswith("requests.received_") for code in codes)
    if routes and received is not None and table.sum > received:
        return []
    return [_claim(table, cell, code) for code, cell in coded]


def _code(label: str, units: list[str], table: _Table, year: int | None, names: tuple[str, ...]) -> str | None:
    core = phrase_of(_LABEL_TAIL.sub("", label) or label, year, names).core
    for unit in units:
        figure = figure_of(core, unit)
        if figure is None or not figure.code.startswith(_CODES):
            continue
        need = "申请" if figure.code.startswith(("requests.", "replies.", "applications.")) else "公开"
        if figure.code.startswith(("review.", "litigation.")):
            need = "复议" if figure.code.startswith("review.") else "诉讼"
        return figure.code if table.says(need) else None
    return None


def _kinds(table: _Table, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a table that breaks down a total: the last one before it that is the table's sum."""
    total = table.sum
    stated = [claim for claim in claims if claim.code in ("disclosure.total", "channel.website") and claim.label is None]
    before = [claim for claim in stated if claim.start < table.grid.start and value_of(claim) == total]
    if not before:
        return []
    parent = before[-1]
    found: list[Claim] = []
    for label, cell, _ in table.pairs:
        plain = label_of(label)
        if plain:
            claim = _claim(table, cell, parent.code)
            claim.parent, claim.label = parent, plain
            found.append(claim)
    return found


def _claim(table: _Table, cell: Cell, code: str) -> Claim:
    return Claim(code, cell.start, cell.end, "-", cell.text, cell=(table.grid.number, cell.row + 1, cell.column + 1))
