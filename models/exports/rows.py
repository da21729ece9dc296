"""Rows on their way out: the same plain values from both databases, whatever their drivers give."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Connection, Date

from models import views
from models.base import Figure, Moment, Structure
from models.coverage import areas_named
from models.reading_door import Answer, Door

Row = tuple[Any, ...]


class ExportProblem(Exception):
    """What was asked for cannot be exported; the message says what was expected and what was found."""


@dataclass(slots=True)
class Table:
    """Columns and rows of None, bool, int, float, str, date, datetime (aware) and JSON structures."""

    columns: list[str]
    rows: Iterator[Row]


@dataclass(frozen=True, slots=True)
class Question:
    """A query and its values, which can be asked as often as a format needs."""

    query: str
    values: Mapping[str, Any]

    def ask(self, door: Door) -> Table:
        """The answer. Raises QueryFailed."""
        return plain(door.ask(self.query, self.values))


def plain(answer: Answer) -> Table:
    """The answer with the values of columns that views have turned into what they mean, and all others into plain ones."""
    turns = [_TURNS.get(type(views.TYPES[name]), _as_it_is) if name in views.TYPES else _as_it_is for name in answer.columns]
    named = _distinct(answer.columns)
    return Table(named, (tuple([turn(value) for turn, value in zip(turns, row, strict=True)]) for row in answer.rows))


def _distinct(columns: Sequence[str]) -> list[str]:
    """The names, numbered where a query gives one twice."""
    seen: dict[str, int] = {}
    for name in columns:
        seen[name] = seen.get(name, 0) + 1
    counts: dict[str, int] = {}
    found = []
    for name in columns:
        counts[name] = counts.get(name, 0) + 1
        found.append(name if seen[name] == 1 or counts[name] == 1 else f"{name}_{counts[name]}")
    return found


def _as_it_is(value: Any) -> Any:
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    known = value is None or isinstance(value, bool | int | float | str | date | list | dict)
    return value if known else str(value)


def _number(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _moment(value: Any) -> Any:
    if not isinstance(value, str):
        return _as_it_is(value)
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return value  # a query of the user's that names something else so
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


def _truth(value: Any) -> Any:
    return bool(value) if value in (0, 1) else value


def _structure(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


_TURNS: dict[type[Any], Callable[[Any], Any]] = {
    Moment: _moment, Date: _date, Boolean: _truth, Structure: _structure, Figure: _number,
}  # fmt: skip

_ORDER = (
    "report_id", "version_id", "number", "finding_id", "fetch_id", "series", "division_code", "publisher", "site", "year", "code",
    "edition", "applicant", "rule", "level",
)  # fmt: skip


def of_view(
    connection: Connection, name: str, place: str | None = None, year: int | None = None, without: Sequence[str] = ()
) -> Question:
    """The question for a view's rows in a fixed order. Raises ExportProblem for an unknown one or one without place or year.

    `place` is a division (all within it) or a part of a publisher's name; `without` names columns to leave out.
    """
    if name not in views.VIEWS:
        raise ExportProblem(f"expected the name of a view, found {name!r}; there are {', '.join(sorted(views.VIEWS))}")
    columns = views.columns(connection, name)
    tests, values = _limits(connection, name, columns, place, year)
    shown = ", ".join(f'"{column}"' for column in columns if column not in without)
    order = ", ".join(column for column in _ORDER if column in columns)
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    return Question(f"SELECT {shown} FROM {name}{where}{f' ORDER BY {order}' if order else ''}", values)


def _limits(
    connection: Connection, name: str, columns: Sequence[str], place: str | None, year: int | None
) -> tuple[list[str], dict[str, Any]]:
    tests: list[str] = []
    values: dict[str, Any] = {}
    if year is not None:
        if "year" not in columns:
            raise ExportProblem(f"expected a view with years for --year, found {name}, which has none")
        tests, values = ["year = :year"], {"year": year}
    if place is not None:
        if not {"division_code", "publisher"} <= set(columns):
            raise ExportProblem(f"expected a view with places for --in, found {name}, which has none")
        areas = areas_named(connection, place)
        values |= {f"area{number}": f"{area}%" for number, area in enumerate(areas)}
        values["part"] = "%" + place.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
        within = [f"division_code LIKE :area{number}" for number in range(len(areas))]
        tests.append("(" + " OR ".join([*within, "publisher LIKE :part ESCAPE '!'"]) + ")")
    return tests, values
