"""Words that a hijacked page puts in the place of a publisher's: `data/foreign_words.csv`, one word a row.

Rules of the list:
- `brand` is nobody's word but the trade's: a report has it only where it tells of a raid or warns of it.
- `trade` names the trade; offices license and prosecute it, so it counts only where a name, a topic or a source belongs.
- `lure` is advertising (官网, 登录): it counts only in a place of a name that is no office's, or beside one of the others.
- `harmless_in` lists longer phrases, parted by |, in which the word is an office's own (福利彩票).
- Words are simplified and in lower case; two characters at least; no word that is part of a division's or office's name.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "foreign_words.csv"
STRENGTHS = ("brand", "trade", "lure")


@dataclass(frozen=True, slots=True)
class ForeignWord:
    """One row: the word, its kind (gambling, adult, loan, medicine, fraud, lure), its strength, where it is harmless."""

    word: str
    kind: str
    strength: str
    harmless_in: tuple[str, ...] = ()


@cache
def foreign_words() -> tuple[ForeignWord, ...]:
    """Every row of the list. ValueError for a row that breaks a rule of the list."""
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = [
            ForeignWord(row["word"], row["kind"], row["strength"], tuple(filter(None, row["harmless_in"].split("|"))))
            for row in csv.DictReader(file)
        ]
    for row in rows:
        if row.strength not in STRENGTHS or len(row.word) < 2 or row.word != row.word.lower():
            raise ValueError(f"foreign_words.csv: expected a lower-case word with one of {STRENGTHS}, found {row}")
    return tuple(rows)
