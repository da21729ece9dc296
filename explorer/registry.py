"""What every view and column means, in both languages: the registry of the views, with Chinese beside it."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from models.views import DESCRIBED

_FILE = Path(__file__).parent / "chinese.csv"
_EVERY = "*"


@cache
def _chinese() -> dict[tuple[str, str], str]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {(row["view"], row["column"]): row["zh"] for row in csv.DictReader(file)}


def view_words(name: str) -> tuple[str, str] | None:
    """What a view is for, Chinese and English; None for a table that is no view of ours."""
    if name not in DESCRIBED:
        return None
    return _chinese().get((name, ""), ""), DESCRIBED[name].about


def column_words(view: str, column: str) -> tuple[str, str] | None:
    """What a column says, Chinese and English; the Chinese is empty where the English already names the form's own label."""
    english = DESCRIBED[view].column(column)
    if english is None:
        return None
    return _chinese().get((view, column), _chinese().get((_EVERY, column), "")), english
