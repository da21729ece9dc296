"""The divisions as rows of the table `division`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, Table, select, text

from models.division import Division
from models.divisions import LAST_YEAR, depth_of, gazetteer

Row = tuple[str, str, str, str | None, str, date | None, date | None]

COLUMNS = ("code", "name", "level", "parent", "path", "valid_from", "valid_to")

_SOURCE = {
    "sqlite": "SELECT {columns} FROM json_each(:rows) WHERE true",
    "postgresql": "SELECT {columns} FROM jsonb_array_elements(CAST(:rows AS jsonb)) AS one(value)",
}
_UPSERT = f"INSERT INTO division ({', '.join(COLUMNS)}) {{source}} ON CONFLICT (code) DO UPDATE SET " + ", ".join(
    f"{name} = excluded.{name}" for name in COLUMNS[1:]
)


def sync(connection: Connection) -> None:
    """Makes the table say what the data file says. Run again it only compares; rows of codes that the file has not stay.

    A code has one row with its latest name. `valid_from` and `valid_to` are the first and last day of the years at whose
    ends the code was listed, None beyond what is covered; an abolished township has the last year in which it may have stood.
    """
    table = Division.__table__
    assert isinstance(table, Table)
    stored = {row[0]: tuple(row) for row in connection.execute(select(*(table.c[name] for name in COLUMNS)))}
    changed = [row for row in rows() if stored.get(row[0]) != row]
    if changed:
        # One statement for all: 42,000 rows as parameters of their own take four times as long.
        connection.execute(text(_statement(connection.dialect.name)), {"rows": json.dumps(changed, default=date.isoformat)})


def _statement(dialect: str) -> str:
    dates = {"valid_from": "CAST({} AS date)", "valid_to": "CAST({} AS date)"} if dialect == "postgresql" else {}
    columns = ", ".join(dates.get(name, "{}").format(f"value ->> {at}") for at, name in enumerate(COLUMNS))
    return _UPSERT.format(source=_SOURCE[dialect].format(columns=columns))


def rows() -> Iterator[Row]:
    """The rows, those above before those below."""
    known = gazetteer()
    paths: dict[str, str] = {}
    for code in sorted(known.by_code, key=lambda code: (depth_of(code), code)):
        records = known.by_code[code]
        latest = max(records, key=lambda one: one.first or 0)
        first, last = min(one.first or 0 for one in records), latest.last
        paths[code] = path = "/".join(known.path(code, last))
        until = date(last, 12, 31) if last else None
        yield code, latest.name, latest.level, known.parent(code), path, date(first, 1, 1) if first else None, until
    for county in known.counties():
        for town in known.townships_of(county):
            until = None if town.listed else date(LAST_YEAR - 1, 12, 31)
            yield town.code, town.name, "township", county, f"{paths[county]}/{town.name}", None, until
