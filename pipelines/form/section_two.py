"""Section 二 of the forms of 2019 and 2021: which columns stand beside which subject (规章, 行政许可 …), and their units."""

from __future__ import annotations

import re
from functools import cache

from models.codebook import Edition, indicators
from pipelines.form.labels import subject_key

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
    """The unit of money that a header names (采购总金额（万元）), None where it names none."""
    found = _MONEY.search(header)
    return found[0] if found else None
