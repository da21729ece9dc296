"""Tables of the forms that are drawn the other way round, with what stands down the left in the form across the top.

Section 二 with 规章, 行政许可 … across; section 三 with the applicant types down the left; section 四 with a row each for
行政复议 and the two kinds of 行政诉讼, or with the results down the left; the form of 2014 as one row of numbers. A number
belongs to the cell exactly above it and to the label at its left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipelines.form.headers import PARTS, Named
from pipelines.form.labels import Kind, Word, key_of
from pipelines.form.rows import Entry, Row, end_of, has_hole, is_unit, is_value, names_of, stands_for_number
from pipelines.form.section_two import money_in
from pipelines.outline import Cell, Grid

Across = tuple[Kind, Kind]
"""What stands across and what stands down the left of a table."""

MOST_HEADERS = 5
"""Rows that the header of a turned table may have."""

_TURNED: tuple[Across, ...] = (("subject", "column"), ("row3", "applicant"), ("outcome", "group4"), ("group4", "outcome"))
_LEAST = {"subject": 1, "row3": 1, "outcome": 3, "group4": 2}
"""So many different words of one kind must a header row have."""

LEAST_DOWN = 3
"""So many applicant types stand down the left of a table with a single row of section 三 across."""


@dataclass(slots=True)
class Block:
    """The rows of one turned table: headers are `rows[first:body]`, numbers `rows[body:end]`."""

    across: Kind
    down: Kind
    first: int
    body: int
    end: int


def turned_block(rows: Sequence[Row], at: int) -> Block | None:
    """The turned table that begins with this row, None where none does."""
    row = rows[at]
    if row.slots is None or not row.words or len(row.cells) < 2 or stands_for_number(row.cells[-1].text):
        return None  # most rows end with a number
    if 2 * sum(not cell.text for cell in row.cells) > len(row.cells):
        return None  # a row of labels with its numbers left blank
    for across, down in _TURNED:
        if len(_names(row, across)) < _LEAST[across]:
            continue
        if any(is_value(cell.text) for cell in row.cells) or any(word.kind == down for word, _ in _own(row, down)):
            continue
        body = at + 1
        while body < min(at + MOST_HEADERS, len(rows)) and _is_header(rows[body], across, down):
            body += 1
        end = body
        while end < len(rows) and (_is_body(rows[end], down) or (end > body and _is_between(rows[end], across))):
            end += 1
        if end > body and (across != "row3" or len(_names(row, across)) > 1 or _is_single(row, end - body)):
            return Block(across, down, at, body, end)
    return None


def _is_single(row: Row, down: int) -> bool:
    """Whether a single row of section 三 stands across for many applicant types: 总计 alone may be that of any row."""
    return down >= LEAST_DOWN and not any(word.kind in ("applicant", "outcome") for word, _ in row.words)


def _names(row: Row, kind: Kind) -> set[str]:
    return {word.name for word, _ in row.words if word.kind == kind}


def _own(row: Row, kind: Kind) -> Iterator[tuple[Word, Cell]]:
    """The words of one kind in a row, without those that may be of another kind (其他, 总计)."""
    return ((word, cell) for word, cell in row.words if word.kind == kind and word.name not in ("total", "other_legal"))


def _is_header(row: Row, across: Kind, down: Kind) -> bool:
    """Whether a row goes on with the header: no number, words of the kind that stands across, none that stands down."""
    if any(is_value(cell.text) for cell in row.cells) or any(_own(row, down)):
        return False
    return any(word.kind == across for word, _ in row.words) or not any(cell.text for cell in row.cells)


def _is_body(row: Row, down: Kind) -> bool:
    """Whether a row is a label that stands down the left, and numbers or blank cells to its right."""
    label = _label_of(row, down)
    if label is None or row.slots is None:
        return False
    rest = [cell for cell in row.cells if cell.start > label[1].start]
    return bool(rest) and not any(cell is other for _, cell in row.words for other in rest)


def _is_between(row: Row, across: Kind) -> bool:
    """Whether a row may stand among those of a turned table though its label is not known, as a sum of all kinds."""
    return any(is_value(cell.text) for cell in row.cells) and not any(word.kind in (across, "section") for word, _ in row.words)


def _label_of(row: Row, down: Kind) -> Named | None:
    """What the row's label stands for, and the label: the last word of its kind before the first number."""
    found: Named | None = None
    for cell in row.cells:
        if is_value(cell.text):
            break
        names = names_of(cell.text, down) if cell.text and not is_unit(cell.text) else ()
        if len(names) == 1 and names[0] not in ("legal", "litigation"):
            found = names[0], cell
    return found


def read_turned(grid: Grid, rows: Sequence[Row], block: Block, known: frozenset[object], notes: list[str]) -> Iterator[Entry]:
    """The numbers of a turned table; `known` are the keys that section 二 has. Columns that do not line up are left out."""
    headers = rows[block.first : block.body]
    for row in rows[block.body : block.end]:
        label = _label_of(row, block.down)
        values = [cell for cell in row.cells if is_value(cell.text) or not cell.text]
        if label is None:
            if any(is_value(cell.text) for cell in values):
                notes.append(f"row of a turned table not recognised: {row.cells[0].text[:40]}")
            continue
        if any(end_of(header) != end_of(row) or has_hole(header) for header in headers):
            notes.append(f"columns of a turned table do not line up: {label[1].text[:40]}")
            continue
        for cell in row.cells:
            if cell.start > label[1].start and cell.row == row.number and not is_unit(cell.text):
                head = _above(headers, cell, block.across)
                if head is not None:
                    yield from _entry(grid, block, head, label, cell, known, notes)


def _above(headers: Sequence[Row], cell: Cell, across: Kind) -> Named | None:
    """The lowest header cell that stands exactly above a number, and what it stands for."""
    for row in reversed(headers):
        slots = row.slots or ()
        head = slots[cell.column] if cell.column < len(slots) else None
        if head is None or not head.text:
            continue
        if not any(head is other for other in row.cells) or (head.column, head.colspan) != (cell.column, cell.colspan):
            return None
        names = [word.name for word, other in row.words if other is head and word.kind == across]
        names = names or list(names_of(head.text, across))
        return (names[0], head) if len(names) == 1 else None
    return None


def _entry(
    grid: Grid, block: Block, head: Named, label: Named, cell: Cell, known: frozenset[object], notes: list[str]
) -> Iterator[Entry]:
    if block.across == "subject":
        if (head[0], label[0]) in known:
            yield Entry("2019", (head[0], label[0]), cell, grid.number, unit=money_in(label[1].text))
        elif is_value(cell.text) and any(character.isdigit() for character in cell.text):
            notes.append(f"no such column in the form: {head[1].text[:30]} / {label[1].text[:30]}")
    elif block.across == "row3":
        yield Entry("2019", head[0], cell, grid.number, label[0])
    else:
        part, outcome = (head[0], label[0]) if block.across == "group4" else (label[0], head[0])
        if part in PARTS:
            yield Entry("2019", f"{part}.{outcome}", cell, grid.number)


# --- the form of 2014 ---

LEAST_ACROSS = 3
"""So many rows of the form of 2014 must stand across a table, each in a cell of its own."""

LEAST_OF_LAST = 2
"""So many in a block or table below others; one where 统计指标 stands before it."""

_SAYS_NOTHING = frozenset(("", "数量", "统计数", "合计", "总计", "本年", "本年度", "件数", "数据", "数值"))


def across_2014(
    grid: Grid, rows: Sequence[Row], code_of: Callable[[str, Sequence[str]], str | None], goes_on: bool
) -> Iterator[Entry]:
    """The numbers below labels of the form of 2014 that stand across, where one row of numbers stands below them alone.

    Several rows of numbers are those of offices or years, and none of them is read. `code_of` chooses for a label that
    several rows have, one label after the other. `goes_on` says that the table before was one like it.
    """
    least = LEAST_OF_LAST if goes_on else LEAST_ACROSS
    for at, row in enumerate(rows[:-1]):
        few = 1 if goes_on and _names_labels(row) else least
        heads = _heads_across(row, few, code_of)
        if len(heads) < few:
            continue
        for code, value in _below(rows, at, heads):
            yield Entry("2014", code, value, grid.number)
            least = LEAST_OF_LAST


def across_pairs(grid: Grid, rows: Sequence[Row], known: frozenset[object]) -> Iterator[Entry]:
    """The numbers below labels that each name two words (规章本年制发件数), where one row of numbers stands below them."""
    for at, row in enumerate(rows[:-1]):
        heads = [(word.name, cell) for word, cell in row.words if word.kind == "pair"]
        if row.slots is None or len(heads) < LEAST_ACROSS or any(is_value(cell.text) for cell in row.cells):
            continue
        where = {cell.column: cell for _, cell in heads}
        for name, value in _below(rows, at, heads):
            entry = entry_of_pair(grid, name, where[value.column], value, known)
            if entry is not None:
                yield entry


def entry_of_pair(grid: Grid, name: str, label: Cell, value: Cell, known: frozenset[object]) -> Entry | None:
    """The number behind or below a label that names two words, in the name of the pair; None for what no form has."""
    first, _, second = name.partition("/")
    if first.startswith("applications.") or not second:
        return Entry("2019", first, value, grid.number, second or None)
    found = Entry("2019", (first, second), value, grid.number, unit=money_in(label.text))
    return found if found.key in known else None


def _below(rows: Sequence[Row], at: int, heads: Sequence[Named]) -> Iterator[Named]:
    """What the heads in a row stand for, each with the number below it, where one row of numbers stands below them alone."""
    row = rows[at]
    down = at + 2 if _all_units(rows[at + 1]) and at + 2 < len(rows) else at + 1
    below = rows[down]
    after = rows[down + 1 : down + 2]
    if end_of(below) != end_of(row) or any(is_value(cell.text) for other in after for cell in other.cells):
        return
    if any(cell.text not in _SAYS_NOTHING for cell in below.cells if cell.column < heads[0][1].column):
        return
    if any(cell.column >= heads[0][1].column for _, cell in below.words):
        return  # labels below labels
    for name, head in heads:
        value = below.slots[head.column] if below.slots else None
        if value is not None and value.row == below.number and value.column == head.column and value.colspan == head.colspan:
            yield name, value


def _names_labels(row: Row) -> bool:
    """Whether a row begins with 统计指标, so that what stands across behind it are labels."""
    return any((word.kind, word.name) == ("head2014", "label") and cell is row.cells[0] for word, cell in row.words)


def _heads_across(row: Row, least: int, code_of: Callable[[str, Sequence[str]], str | None]) -> list[tuple[str, Cell]]:
    """Codes and cells of a row that is made of labels of 2014, each standing for one row of the form; [] for other rows."""
    if row.slots is None or len(row.cells) < least or any(is_value(cell.text) or is_unit(cell.text) for cell in row.cells):
        return []
    codes: dict[int, list[str]] = {}
    for word, cell in row.words:
        if word.kind in ("row2014", "alias2014"):
            codes.setdefault(id(cell), []).append(word.name)
    if len(codes) < max(least, sum(bool(cell.text) for cell in row.cells) - 1):
        return []
    heads: list[tuple[str, Cell]] = []
    lost = False  # whether a label was not recognised: of which section a shared one behind it is, is not sure
    for cell in row.cells:
        names = codes.get(id(cell), ())
        code = code_of(cell.text, names) if names and (len(names) == 1 or not lost) else None
        lost = lost or (not names and bool(cell.text) and cell is not row.cells[0])
        heads += [(code, cell)] if code is not None else []
    return heads if len(dict(heads)) == len(heads) else []


def _all_units(row: Row) -> bool:
    return all(not cell.text or is_unit(cell.text) or key_of(cell.text) in ("单位", "计量单位") for cell in row.cells)


