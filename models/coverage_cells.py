"""The state of each expected publisher and year, as SQL: at any moment, and as kept in table `coverage_cell` for readers.

Why a table: a plain view over 41,000 publishers x 18 years sorts 738,000 cells for every count, see docs/decisions.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Boolean, Connection, Date, bindparam, text
from sqlalchemy.types import TypeEngine

from models.base import Moment, decoded
from models.publisher import STANDINGS
from models.punctuality import BASES

STATES = (
    "on_time", "late", "date_doubtful", "without_date", "attachment_only", "gone", "hijacked", "blocked", "never_seen",
    "not_yet_due",
)  # fmt: skip
"""What they mean: `models/coverage.py`."""

TYPES: dict[str, TypeEngine[Any]] = {
    **dict.fromkeys(("first_seen", "last_seen", "gone_since", "last_checked"), Moment()),
    **dict.fromkeys(("due", "publish_date"), Date()),
    **dict.fromkeys(("local_rule",), Boolean()),
}
"""Types of the columns that are more than text and whole numbers."""


def _state() -> str:
    standing, basis = STANDINGS.index, BASES.index
    whatever_its_date = ("hijacked", "gone", "attachment_only")
    kept = "\n        ".join(f"WHEN c.standing = {standing(name)} THEN '{name}'" for name in whatever_its_date)
    return f"""CASE
        {kept}
        WHEN c.basis = {basis("none")} THEN 'without_date'
        WHEN c.basis = {basis("doubtful")} THEN 'date_doubtful'
        WHEN c.days_late > 0 THEN 'late'
        WHEN c.report_id IS NOT NULL THEN 'on_time'
        WHEN CAST(y.due AS TEXT) >= m.today THEN 'not_yet_due'
        WHEN w.outcome = 'blocked' THEN 'blocked'
        ELSE 'never_seen' END"""


LAST_CRAWL_OUTCOME = """(SELECT k.outcome FROM crawl k WHERE k.site_key = s.key AND k.outcome <> 'running'
    ORDER BY k.started_at DESC LIMIT 1)"""
"""How the last crawl of a site `s` ended; NULL before any has."""

_LAST_CRAWL = """(SELECT s.key, (SELECT k.id FROM crawl k WHERE k.site_key = s.key AND k.outcome <> 'running'
    ORDER BY k.started_at DESC LIMIT 1) AS crawl_id FROM site s)"""

# CROSS JOIN keeps SQLite to this order: publishers, the years of each, and one look into the clustered table for each.
_FROM = f"""
FROM (SELECT {{today}} AS today) m CROSS JOIN {{expected}} p
    LEFT JOIN {_LAST_CRAWL} l ON l.key = p.site_key LEFT JOIN crawl w ON w.id = l.crawl_id
    CROSS JOIN due_date y
    LEFT JOIN publication c ON c.publisher_id = p.id AND c.report_year = y.report_year AND c.main
WHERE y.rule = p.rule AND y.report_year < CAST(SUBSTR(m.today, 1, 4) AS INTEGER)
    AND (c.report_id IS NOT NULL OR ((p.first_year IS NULL OR y.report_year >= p.first_year)
        AND (p.last_year IS NULL OR y.report_year <= p.last_year)))"""

_DIVISION = """
    (SELECT d.name FROM division d WHERE d.code = {code}) AS division,
    (SELECT d.path FROM division d WHERE d.code = {code}) AS place"""

_READERS = f"""
SELECT p.name AS publisher, p.division_code, {_DIVISION.format(code="p.division_code")}, p.level, y.report_year AS year,
    {_state()} AS state,
    c.days_late, c.published AS publish_date, {decoded("c.basis", BASES)} AS date_basis, y.due, y.local AS local_rule,
    y.basis AS due_basis, c.verdict AS hijack_verdict, c.report_id,
    (SELECT r.url FROM report r WHERE r.id = c.report_id) AS url, c.first_seen, c.last_seen, c.gone_since,
    p.site_key AS site, w.ended_at AS last_checked, w.outcome AS last_outcome"""


def cells_at(today: str, expected: str) -> str:
    """A query for every cell of some publishers on a day: `today` is SQL of a day in ISO form, `expected` that of a table."""
    return _READERS + _FROM.format(today=f"CAST({today} AS TEXT)", expected=expected)


# The day of the last look in UTC, which no time zone of a database session moves by more than one day.
LAST_LOOK = """SUBSTR(CAST(COALESCE((SELECT ended_at FROM crawl WHERE outcome <> 'running' ORDER BY id DESC LIMIT 1),
    (SELECT MAX(last_seen) FROM report)) AS TEXT), 1, 10)"""

_FILL = f"""
INSERT INTO coverage_cell (publisher_id, report_year, state, days_late, published, basis, due, local, division_code, level,
    report_id)
SELECT p.id, y.report_year, {_state()}, c.days_late, c.published, c.basis, y.due, y.local, p.division_code, p.level, c.report_id
{_FROM.format(today=LAST_LOOK, expected="publisher")}"""


def fill(connection: Connection, publishers: Collection[int] | None = None) -> None:
    """Makes the cells of these publishers anew, or all; their moment is the end of the last crawl in the database."""
    if publishers is None:
        connection.execute(text("DELETE FROM coverage_cell"))
        connection.execute(text(_FILL))
    elif publishers:
        for query in ("DELETE FROM coverage_cell WHERE publisher_id IN :these", f"{_FILL} AND p.id IN :these"):
            statement = text(query).bindparams(bindparam("these", expanding=True))
            connection.execute(statement, {"these": list(publishers)})


_OF_PUBLISHER = "(SELECT p.{column} FROM publisher p WHERE p.id = k.publisher_id)"
_OF_REPORT = "(SELECT r.{column} FROM report r WHERE r.id = k.report_id) AS {column}"
_OF_LAST_CRAWL = """(SELECT w.{column} FROM publisher p JOIN crawl w ON w.site_key = p.site_key
        WHERE p.id = k.publisher_id AND w.outcome <> 'running' ORDER BY w.started_at DESC LIMIT 1)"""

# Columns from elsewhere are sub-queries and no joins: a reader who does not ask for them does not wait for them.
COVERAGE = f"""
SELECT {_OF_PUBLISHER.format(column="name")} AS publisher, k.division_code, {_DIVISION.format(code="k.division_code")}, k.level,
    k.report_year AS year, k.state, k.days_late, k.published AS publish_date, {decoded("k.basis", BASES)} AS date_basis, k.due,
    k.local AS local_rule, (SELECT y.basis FROM publisher p JOIN due_date y ON y.rule = p.rule
        WHERE p.id = k.publisher_id AND y.report_year = k.report_year) AS due_basis,
    (SELECT c.verdict FROM publication c WHERE c.report_id = k.report_id) AS hijack_verdict, k.report_id,
    {", ".join(_OF_REPORT.format(column=column) for column in ("url", "first_seen", "last_seen", "gone_since"))},
    {_OF_PUBLISHER.format(column="site_key")} AS site, {_OF_LAST_CRAWL.format(column="ended_at")} AS last_checked,
    {_OF_LAST_CRAWL.format(column="outcome")} AS last_outcome
FROM coverage_cell k"""

PUNCTUALITY = f"""
SELECT c.report_id, p.name AS publisher, p.division_code, d.name AS division, d.path AS place, p.level, c.report_year AS year,
    c.published AS publish_date, {decoded("c.basis", BASES)} AS date_basis, y.due, y.local AS local_rule, y.basis AS due_basis,
    c.days_late, CASE WHEN c.days_late > 0 THEN 'late' WHEN c.days_late = 0 THEN 'on_time'
        WHEN c.basis = {BASES.index("doubtful")} THEN 'date_doubtful' ELSE 'without_date' END AS punctuality,
    {decoded("c.standing", STANDINGS)} AS standing, c.first_seen, r.url
FROM publication c JOIN publisher p ON p.id = c.publisher_id JOIN report r ON r.id = c.report_id
    JOIN due_date y ON y.rule = p.rule AND y.report_year = c.report_year LEFT JOIN division d ON d.code = p.division_code
WHERE c.standing <> {STANDINGS.index("hijacked")}"""
"""Every report to be trusted with the day it was published, what that day rests on, and its due date."""
