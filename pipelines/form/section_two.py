"""Section 二 of the forms of 2019 and 2021: which columns stand beside which subject (规章, 行政许可 …), and their units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from models.codebook import Edition, indicators
from pipelines.form.labels import subject_key

_MONEY = re.compile(r"亿元|百万元|万元|千元|元|(?<=[(（:：])(?:百?万|亿)(?=[)）])")


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


LEAST_ORDERED = 3
"""Fewer columns do not show the order: one of two that are named alike stands in its own place whatever the other is."""


@cache
def _orders() -> frozenset[tuple[str, ...]]:
    """The columns of each subject in the order of its form."""
    rows: dict[tuple[Edition, str], list[str]] = {}
    for (subject, column), codes in section_two().items():
        for edition in codes if "/" not in column else ():
            rows.setdefault((edition, subject), []).append(column)
    return frozenset(map(tuple, rows.values()))


def ordered(names: Sequence[str]) -> Sequence[str]:
    """The columns that a header names; where it names one twice, its place tells which one is meant by the misprint.

    So only where every other column stands in its own place of the form: 本年新制作数量 | 本年新制作数量 | 对外公开总数量.
    """
    if len(names) < LEAST_ORDERED or len(set(names)) != len(names) - 1:
        return names
    meant = [order for order in _orders() if len(order) == len(names) and _differ(order, names) == 1]
    return meant[0] if len(meant) == 1 else names


def _differ(order: Sequence[str], names: Sequence[str]) -> int:
    """How many of the names are not those of the order."""
    return sum(one != other for one, other in zip(order, names, strict=True))


def is_complete(subject: str, columns: set[str]) -> bool:
    """Whether these are all columns that one edition has for a subject. Where blank cells are lost, fewer prove nothing."""
    for edition in ("2019", "2021"):
        wanted = {c for (name, c), codes in section_two().items() if name == subject and edition in codes and "/" not in c}
        if wanted and (wanted <= columns or wanted == {f"本年{column}" for column in columns}):
            return True  # 处理决定数量 alone is 本年处理决定数量: its fellows of 2019 would be there too
    return False


@cache
def known_keys() -> frozenset[object]:
    """All pairs of subject and column."""
    return frozenset(section_two())


@cache
def subjects_of_two() -> frozenset[str]:
    """All subjects."""
    return frozenset(subject for subject, _ in section_two())


def money_in(header: str) -> str | None:
    """The unit of money that a header names (采购总金额（万元）), blanks in it or not; None where it names none."""
    found = _MONEY.search("".join(header.split()))
    return (found[0] if found[0].endswith("元") else found[0] + "元") if found else None
