"""How a fact is packed into few bytes, in Python and in SQL: at a million reports there are sixty million of them.

said    bits 0-3 applicant type (0 none, else its place in APPLICANTS from 1), 4-6 meaning, 7 set where the fact does not count,
        8 and up origin. A fact counts where its value is the one of its cell: the form's word before an attachment's before
        the prose's, the first where it is said twice alike, none where the best says two values.
cell    (table - 1) << 14 | row << 6 | column where these are small; else the negative of table << 42 | row << 21 | column, with
        0 for what is not known
raw     NULL where what is printed is the value as both databases print it, or nothing where there is no value
place   its end follows from the length of what is printed
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from models.base import decoded
from models.codebook_tables import APPLICANTS

MEANINGS = ("number", "zero", "approximate", "blank", "na", "text")
ORIGINS = ("form", "prose", "attachment")
"""Words are never moved or taken out of these lists, only added at the end."""

BEST_FIRST = ("form", "attachment", "prose")
"""Whose word goes before whose."""

_APPLICANTS: dict[str | None, int] = {None: 0, **{word: place for place, word in enumerate(APPLICANTS, start=1)}}
_MEANINGS = {word: place << 4 for place, word in enumerate(MEANINGS)}
_ORIGINS = {word: place << 8 for place, word in enumerate(ORIGINS)}
_RANK = {ORIGINS.index(word): rank for rank, word in enumerate(BEST_FIRST)}
BESIDE = 1 << 7
_WIDE = 21


@cache
def packed_said(applicant: str | None, meaning: str, origin: str) -> int:
    """Applicant, meaning and origin as one number; whether the fact counts is added once all are known (`marked`)."""
    return _APPLICANTS[applicant] | _MEANINGS[meaning] | _ORIGINS[origin]


def unpacked_said(said: int) -> tuple[str | None, str, str]:
    """Applicant, meaning and origin.

    >>> unpacked_said(packed_said("total", "zero", "prose"))
    ('total', 'zero', 'prose')
    """
    applicant = said & 15
    return APPLICANTS[applicant - 1] if applicant else None, MEANINGS[said >> 4 & 7], ORIGINS[said >> 8]


def beside(facts: Iterable[tuple[int, int, Decimal]]) -> set[int]:
    """Which facts with a value do not count: their numbers. Given are those of one cell as (number, said, value), in order."""
    listed = list(facts)
    best = min(_RANK[said >> 8] for _, said, _ in listed)
    of_best = [(number, value) for number, said, value in listed if _RANK[said >> 8] == best]
    agreed = len({value for _, value in of_best}) == 1
    return {number for number, _, _ in listed if not agreed or number != of_best[0][0]}


@lru_cache(maxsize=20_000)
def packed_cell(table: int | None, row: int | None, column: int | None) -> int | None:
    """Table, row and column as one number, None for a place in no table. ValueError for numbers that no page can have."""
    if table is None and row is None and column is None:
        return None
    if table and row and column and 0 < row < 256 and 0 < column < 64 and 0 < table < 1 << _WIDE:
        return table - 1 << 14 | row << 6 | column
    parts = (table or 0, row or 0, column or 0)
    if not all(0 <= part < 1 << _WIDE for part in parts):
        raise ValueError(f"expected table, row and column below {1 << _WIDE}, found {parts}")
    return -(parts[0] << 2 * _WIDE | parts[1] << _WIDE | parts[2])


def unpacked_cell(cell: int | None) -> tuple[int | None, int | None, int | None]:
    """Table, row and column.

    >>> unpacked_cell(packed_cell(3, 20, 500))
    (3, 20, 500)
    """
    if cell is None:
        return None, None, None
    if cell >= 0:
        return (cell >> 14) + 1, cell >> 6 & 255, cell & 63
    wide, mask = -cell, (1 << _WIDE) - 1
    return wide >> 2 * _WIDE or None, wide >> _WIDE & mask or None, wide & mask or None


def printed(value: Decimal | None) -> str | None:
    """The value as both databases print it, '' for none; None where they may print it each in its own way."""
    if value is None:
        return ""
    if value == value.to_integral_value():
        return str(int(value))
    return format(value.normalize(), "f") if abs(value) >= Decimal("0.001") else None


# --- the same in SQL, on a fact `f` and its indicator `i` ---

RAW = "COALESCE(f.raw, CASE WHEN f.value IS NULL THEN '' ELSE CAST(f.value AS TEXT) END)"
APPLICANT = decoded("((f.said & 15) - 1)", APPLICANTS)
MEANING = decoded("((f.said >> 4) & 7)", MEANINGS)
ORIGIN = decoded("(f.said >> 8)", ORIGINS)
COUNTS = f"(f.value IS NOT NULL AND (f.said & {BESIDE}) = 0)"
EDITION = "COALESCE(i.edition, f.more ->> 'edition')"
CATEGORY = "(f.more ->> 'category')"
UNIT = "NULLIF(COALESCE(f.more ->> 'unit', i.unit), '')"
REMARK = "(f.more ->> 'remark')"
PLACE_END = f"COALESCE(CAST(f.more ->> 'end' AS INTEGER), f.place_start + LENGTH({RAW}))"
PLACE_TABLE = f"CASE WHEN f.cell >= 0 THEN (f.cell >> 14) + 1 ELSE NULLIF((-f.cell) >> {2 * _WIDE}, 0) END"
PLACE_ROW = f"CASE WHEN f.cell >= 0 THEN (f.cell >> 6) & 255 ELSE NULLIF(((-f.cell) >> {_WIDE}) & {(1 << _WIDE) - 1}, 0) END"
PLACE_COLUMN = f"CASE WHEN f.cell >= 0 THEN f.cell & 63 ELSE NULLIF((-f.cell) & {(1 << _WIDE) - 1}, 0) END"


def more_of(
    edition: str | None, category: str | None, unit: str | None, remark: str | None, end: int | None
) -> dict[str, Any] | None:
    """What few facts have, without what this one has not; None where it has nothing of it."""
    if edition is None and category is None and unit is None and remark is None and end is None:
        return None
    said = {"edition": edition, "category": category, "unit": unit, "remark": remark, "end": end}
    return {name: value for name, value in said.items() if value is not None}
