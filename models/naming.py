"""Which reports are meant by the name of a place or publisher: through indexes and small tables, at a million reports too."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from models.coverage import UnclearPlace

MOST_REPORTS = 2000
"""More reports than these under one name are not what anybody wants to read: the question must say more."""

_WHOLE = """SELECT r.id FROM report r WHERE r.publisher = :words{year}
    UNION SELECT r.id FROM report r WHERE r.division_code IN
        (SELECT d.code FROM division d WHERE d.code = :words UNION SELECT d.code FROM division d WHERE d.name = :words){year}"""
_PART = """SELECT r.id FROM report r WHERE r.publisher LIKE :part ESCAPE '!'{year}
    UNION SELECT r.id FROM report r WHERE r.division_code IN
        (SELECT d.code FROM division d WHERE d.name LIKE :part ESCAPE '!'){year}"""


def reports_named(connection: Connection | Session, words: str, year: int | None = None) -> list[int]:
    """The ids of the reports of a place or publisher: by code or whole name; where none has that, by a part of the name.

    Raises UnclearPlace where more than MOST_REPORTS are meant.
    """
    said = words.strip()
    values: dict[str, Any] = {"most": MOST_REPORTS + 1} | ({} if year is None else {"year": year})
    within = "" if year is None else " AND r.report_year = :year"
    for asked, name in ((_WHOLE, {"words": said}), (_PART, {"part": f"%{literal(said)}%"})):
        found = list(connection.scalars(text(f"{asked.format(year=within)} LIMIT :most"), values | name))
        if len(found) > MOST_REPORTS:
            raise UnclearPlace(f"expected the name of a place or publisher, found {words!r}, which is in more than "
                               f"{MOST_REPORTS} reports: give more of the name, a code or a year")  # fmt: skip
        if found:
            return found
    return []


def literal(words: str) -> str:
    """The words with LIKE's own signs made plain; the sign before them is `!`."""
    return words.replace("!", "!!").replace("%", "!%").replace("_", "!_")
