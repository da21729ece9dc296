"""The words of a header of sections 二 and 三, damaged ones too; and section 三 as a list, which has a column of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from functools import lru_cache

from models.codebook import APPLICANTS
from pipelines.form.labels import Kind, key_of, nearest
from pipelines.form.rows import Row, has_number, is_unit, is_value, names_of, values_after
from pipelines.form.vocabulary import vocabulary
from pipelines.numbers import read_number
from pipelines.outline import Cell

STRICT = frozenset(APPLICANTS) - {"other_legal", "total"} | {"legal"}
"""Headers that only section 三 has; 其他 and 总计 stand elsewhere too."""

SHORTEST_LOCAL = 3
"""A label of fewer characters, known to no form, is what is left of a damaged one and not a local row."""


_SHORT = {
    "个人": "natural_person", "自然": "natural_person", "商业": "enterprise", "企业法人": "enterprise",
    "科研": "research", "科研院所": "research", "公益": "welfare", "社会公益": "welfare",
    "法律服务": "legal_service", "法律机构": "legal_service", "法律组织": "legal_service",
}  # fmt: skip
"""Short words for applicant types: what they mean is told by the words of the form beside them."""


def applicants_in(row: Row, found: list[tuple[str, Cell]]) -> list[tuple[str, Cell]]:
    """The applicant types in a row, and the damaged or short words for others beside them, where the row has no number."""
    if not found or has_number(row):
        return found
    there = {name for name, _ in found}
    more = list(found)
    for cell in row.cells:
        if not any(cell is other for _, other in row.words):
            names = _applicants_like(cell)
            more += [(name, cell) for name in names - there if len(names - there) == 1]
    return more


def _applicants_like(cell: Cell) -> Set[str]:
    """The applicant types that a cell with no word of the forms may name."""
    key = key_of(cell.text)
    if key in _SHORT:
        return {_SHORT[key]}
    if not is_text(cell):
        return set()
    return {word.name for word in nearest(cell.text, ("applicant",)).clear} or _slips("applicant", key)


def parts_in(row: Row, parts: list[tuple[str, Cell]]) -> list[tuple[str, Cell]]:
    """The parts of section 四 in a row of its header, and the damaged words for others beside them: 行政复义 | 行政诉讼."""
    if not parts or has_number(row):
        return parts
    there = {name for name, _ in parts}
    found = list(parts)
    for cell in row.cells:
        if is_text(cell) and not any(cell is other for _, other in row.words):
            names = ({word.name for word in nearest(cell.text, ("group4",)).clear} or _slips("group4", key_of(cell.text))) - there
            found += [(name, cell) for name in names if len(names) == 1]
    return found


@lru_cache(maxsize=1024)
def _slips(kind: Kind, key: str) -> frozenset[str]:
    """The names of one kind of words that are as long as a key and differ from it in one letter: 自燃人, too short to be near."""
    known = ((other, word) for other, words in vocabulary().items() for word in words if len(other) == len(key) >= SHORTEST_LOCAL)
    return frozenset(
        word.name for other, word in known if word.kind == kind and sum(a != b for a, b in zip(other, key, strict=True)) == 1
    )


def columns_in(row: Row, columns: list[tuple[str, Cell]]) -> list[tuple[str, Cell]]:
    """The words of a header, and the damaged ones beside them: a damaged word is none of those that stand there too."""
    there = {name for name, _ in columns}
    found = list(columns)
    for cell in row.cells:
        if is_text(cell) and not any(cell is other for _, other in row.words):
            names = {word.name for word in nearest(cell.text, ("column",)).all} - there
            if len(names) == 1:
                found.append((names.pop(), cell))
    return found


def column_of(header: str) -> str:
    """The column of section 二 that a header cell names, else its key."""
    names = names_of(header, "column")
    return names[0] if names else key_of(header)


def is_text(cell: Cell) -> bool:
    """Whether a cell holds words that may be a label or the name of a column."""
    return len(key_of(cell.text)) >= SHORTEST_LOCAL and not is_value(cell.text) and not is_unit(cell.text)


_COLOPHON = re.compile(
    "(?:联系|咨询|办公|填[报表]|制[作表]|统计|报送|审核)?(?:电话|手机|传真|邮编|邮政编码|邮箱|日期|时间)(?:号码)?|(?:填[报表]|制表|审核|联系|负责|经办)人?"
)


def is_colophon(label: str) -> bool:
    """Whether a label names who made the table and how to reach them, in a line below the form: 填表人, 联系电话."""
    return _COLOPHON.fullmatch(key_of(label)) is not None


def without_dashes(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without the dashes in a column of labels: 一、本年新收… | — | 5 beside （三）不予公开 | 1.属于国家秘密 | 0.

    Such a column stands left of the applicant types, has a name of its own or labels in it, and no number.
    """
    headers = [[cell.column for word, cell in row.words if word.kind == "applicant" and word.name in STRICT] for row in rows]
    left = next((min(columns) for columns in headers if len(columns) > 1), 0)
    said: dict[int, set[str]] = {column: set() for column in range(1, left)}
    for row in rows if said else ():
        for cell in row.cells:
            if cell.column in said and cell.text and row.slots is not None:
                said[cell.column].add("dash" if _is_dash(cell) else "number" if is_value(cell.text) else "text")
    columns = {column for column, what in said.items() if what == {"dash", "text"}}
    return [_without_dashes(row, columns, left) for row in rows] if columns else rows


def _is_dash(cell: Cell) -> bool:
    return is_value(cell.text) and read_number(cell.text).meaning == "na"


def _without_dashes(row: Row, columns: set[int], left: int) -> Row:
    kept = [cell for cell in row.cells if cell.column not in columns or not _is_dash(cell)]
    figures = all(not cell.text or is_value(cell.text) for cell in kept if cell.column >= left)
    return Row.of(kept, row.number, row.slots) if figures and row.slots is not None and len(kept) < len(row.cells) else row


# --- a list ---

LEAST_LISTED = 3
"""So many rows of a list must name an applicant type that is nothing else, in one column."""


def listed_column(rows: Sequence[Row]) -> int | None:
    """The column of applicant types where section 三 is a list with a row for each of its numbers; None where it is none."""
    found = Counter(
        cell.column
        for row in rows
        for word, cell in row.words
        if word.kind == "applicant" and word.name in STRICT and row.slots is not None and len(values_after(cell, row)) == 1
    )
    column, count = found.most_common(1)[0] if found else (None, 0)
    return column if count >= LEAST_LISTED else None


def list_of(rows: Sequence[Row], named: str | None) -> tuple[int | None, str | None]:
    """The column of applicant types of a list, and the code of its one row, which stands `named` above it and nowhere in it."""
    column = listed_column(rows)
    if column is None or any(word.kind == "row3" and cell.column < column for row in rows for word, cell in row.words):
        named = None
    return column, named


def listed_in(
    row: Row, kinds: dict[str, list[tuple[str, Cell]]], column: int | None, named: str | None
) -> tuple[str, str, Cell] | None:
    """Code, applicant type and number of a row that names both, the applicant type in that column.

    `named` is the code where the whole list is of one row of the form, whose name stands above it.
    """
    applicants = [(name, cell) for name, cell in kinds.get("applicant", ()) if cell.column == column and cell.row == row.number]
    if column is None or not applicants:
        return None
    applicant, cell = applicants[0]
    labels = [code for code, label in kinds.get("row3", ()) if label.column < column] or ([named] if named else [])
    values = values_after(cell, row)
    return (labels[-1], applicant, values[0]) if labels and applicant in APPLICANTS and len(values) == 1 else None
