"""Who published, and who did not: one state for each expected publisher and report year since 2008.

Expected is who has ever reported, and whose site is crawled: the government of the site's division, else the site by its
name. Asked for a place, its divisions that never had a report are there too, for the years in which they stood.

The states, the first that holds:

hijacked         only other people's words stand in the report's place
gone             there was a report and its page was taken away (`gone_since`)
attachment_only  a page that is only the cover of its files
without_date     no day of publication is known
date_doubtful    the only day known is that of a moved site, see `models/punctuality.py`
late             published after the due date (`days_late`)
on_time          published by the due date
not_yet_due      nothing seen, and the due date is not over
blocked          nothing seen, and the site turned the last crawl away
never_seen       nothing seen; `last_checked` says when one last looked, NULL where nobody ever did

The moment asked about is an argument of `coverage`. The view of that name reads table `coverage_cell`, which is made anew for a
site when a crawl of it ends: it stands at that moment, since nobody has looked after it, and shows the due dates.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, text

from models.coverage_cells import STATES, TYPES, cells_at
from models.division import Division
from models.due_dates import rule_for

CHINA = ZoneInfo("Asia/Shanghai")

MOST_PLACES = 50
"""More places than these under one name are not a place to ask for."""

Answer = dict[str, Any]


class UnclearPlace(ValueError):
    """Too many places have these words in their name; the message says how many."""


class Registered(NamedTuple):
    """A site of the registry, which may never have been crawled: its key, publisher's name, division and level."""

    key: str
    name: str
    division: str | None
    level: str | None


_PUBLISHERS = "SELECT id, name, division_code, level, rule, site_key, first_year, last_year FROM publisher p WHERE {within}"

# Divisions without a publisher of their own, as publishers that never reported.
_DIVISIONS = """
SELECT NULL, a.name, a.code, a.level, COALESCE((SELECT x.rule FROM due_date x WHERE x.level = a.level AND x.area IS NOT NULL
        AND a.code LIKE x.area || '%' ORDER BY LENGTH(x.area) DESC LIMIT 1), a.level), NULL,
    CAST(SUBSTR(CAST(a.valid_from AS TEXT), 1, 4) AS INTEGER), CAST(SUBSTR(CAST(a.valid_to AS TEXT), 1, 4) AS INTEGER)
FROM division a WHERE a.level IS NOT NULL AND {within}
    AND NOT EXISTS (SELECT 1 FROM publisher o WHERE o.key = a.code || ':')"""

# Sites that no crawl has brought into the database yet: by their rows.
_REGISTERED = """
SELECT NULL, value ->> 1, value ->> 2, value ->> 3, value ->> 4, NULL, NULL, NULL FROM {rows}
WHERE NOT EXISTS (SELECT 1 FROM publisher o WHERE o.site_key = value ->> 0
    OR (o.key = (value ->> 2) || ':' AND value ->> 3 <> 'department'))"""

_ROWS = {
    "sqlite": "json_each(:registered)",
    "postgresql": "jsonb_array_elements(CAST(:registered AS jsonb)) AS one(value)",
}


def coverage(
    connection: Connection, now: datetime, place: str | None = None, year: int | None = None, state: str | None = None,
    registered: Sequence[Registered] = (),
) -> Iterator[Answer]:
    """The state of each expected publisher and year at a moment, by place, publisher and year; columns as in the view.

    Rows are read as they are asked for: the whole country is 700,000 of them.

    `place` is a division's name or code, or a part of a publisher's name: its divisions without any report come too.
    `registered` adds sites that the database does not know yet. Raises UnclearPlace for words that are in too many names,
    ValueError for an unknown state.
    """
    if state is not None and state not in STATES:
        raise ValueError(f"expected a state of {', '.join(STATES)}, found {state!r}")
    areas = None if place is None else areas_named(connection, place)
    values: Answer = {"today": now.astimezone(CHINA).date().isoformat()}
    expected = _expected(connection, values, place, areas, registered)
    asked = {name: value for name, value in (("year", year), ("state", state)) if value is not None}
    filters = "".join(f" AND {name} = :{name}" for name in asked)
    order = "division_code IS NULL, division_code, publisher, site, year"
    query = f"SELECT * FROM ({cells_at(':today', expected)}) cells WHERE 1 = 1{filters} ORDER BY {order}"
    streamed = connection.execution_options(stream_results=True)
    result = streamed.execute(text(query).columns(**TYPES), values | asked)
    return (dict(row) for row in result.mappings())


def _expected(
    connection: Connection, values: Answer, place: str | None, areas: Sequence[str] | None, registered: Sequence[Registered]
) -> str:
    """The publishers to ask about, as a table in brackets; `values` gets what it binds."""
    parts = [_PUBLISHERS.format(within="1 = 1" if areas is None else _within("division_code", "name", values, place, areas))]
    if areas:
        parts.append(_DIVISIONS.format(within=_within("code", None, values, place, areas)))
    wanted = [one for one in registered if areas is None or _lies_within(one, str(place), areas)]
    if wanted:
        parts.append(_REGISTERED.format(rows=_ROWS[connection.dialect.name]))
        values["registered"] = json.dumps(
            [(one.key, one.name, one.division, one.level, rule_for(one.level, one.division)) for one in wanted]
        )
    return "(" + " UNION ALL ".join(parts) + ")"


def _within(code: str, name: str | None, values: Answer, place: str | None, areas: Sequence[str]) -> str:
    tests = []
    for number, area in enumerate(areas):
        values[f"area{number}"] = area + "%"
        tests.append(f"{code} LIKE :area{number}")
    if name is not None:  # who could not be placed is found by name
        values["part"] = f"%{_literal(str(place))}%"
        tests.append(f"({code} IS NULL OR {len(areas)} = 0) AND {name} LIKE :part ESCAPE '!'")
    return "(" + " OR ".join(tests) + ")"


def _lies_within(site: Registered, place: str, areas: Sequence[str]) -> bool:
    return (site.division or "").startswith(tuple(areas)) if site.division and areas else place in site.name


def areas_named(connection: Connection, words: str) -> list[str]:
    """The beginnings of the codes of the places that are meant: by code, by exact name, by the name's beginning, by a part of it.

    [] where no division is named so. Townships are only looked for after all above them. Raises UnclearPlace.
    """
    words = words.strip()
    upper, part = Division.level != "township", _literal(words)
    for asked in (
        Division.code == words, Division.name == words, Division.name.like(f"{part}%", escape="!") & upper,
        Division.name.like(f"%{part}%", escape="!") & upper, Division.name.like(f"%{part}%", escape="!"),
    ):  # fmt: skip
        found = connection.execute(select(Division.code).where(asked).limit(MOST_PLACES + 1)).scalars().all()
        if len(found) > MOST_PLACES:
            raise UnclearPlace(f"expected the name of a place, found {words!r}, which is in the names of more than {MOST_PLACES}")
        if found:
            return sorted({_beginning(code) for code in found})
    return []


def _beginning(code: str) -> str:
    """What the codes of all divisions within begin with: 62 for 620000, 6205 for 620500."""
    if len(code) != 6:
        return code
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _literal(words: str) -> str:
    return words.replace("!", "!!").replace("%", "!%").replace("_", "!_")
