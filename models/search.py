"""Search in titles and texts: any word of one or more characters, the same on SQLite and PostgreSQL.

The index is the table `search` (no model: SQLite's is virtual), a row a version, kept by whoever writes versions (`add`).
On SQLite it is a contentless FTS5 table whose rowid is the version's id, on PostgreSQL a `tsvector` under a GIN index.

For other programs: `find` answers with hits, snippets and rank. Who has only SQL uses `models.search_sql.PLAIN_SQL`
(one word), or on a SQLite connection first calls `models.search_sql.give_functions` (Datasette: in its `prepare_connection`
hook) and then asks with the whole language of queries, in a database as in a release:

    SELECT r.publisher, r.year, r.title, search_snippet(:words, r.text) AS snippet
    FROM search s JOIN reports r ON r.version_id = s.rowid
    WHERE s.search MATCH search_match(:words) AND search_holds(:words, r.title, r.text)
    ORDER BY search_rank(:words, r.title, r.text) DESC LIMIT 20
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, TextClause, bindparam, text

from models.coverage import areas_named
from models.document import TRUST
from models.search_words import Query, grams, parse
from models.snippets import rank, snippet

POOL = 100
"""Hits that are ranked against each other: of a word that is in more reports, those of the latest years."""
_CHUNK = 34
"""Candidates that are looked at at a time: of a word that all have, three such parts are enough."""
_SAMPLE, _NEARLY_EVERYWHERE = 24, 4
"""What more than one in so many of the latest reports answer is looked for in the texts, year by year."""
_FEW = 10
"""Up to so many times the root of the number of versions, candidates are looked up one by one."""
_TRUSTED = ", ".join(f"'{verdict}'" for verdict, trust in TRUST.items() if trust == max(TRUST.values()))


@dataclass(frozen=True, slots=True)
class Hit:
    """One report that answers, with the place of the words in it."""

    version_id: int
    report_id: int
    publisher: str | None
    place: str | None
    division_code: str | None
    level: str | None
    year: int | None
    title: str | None
    url: str
    hijack_verdict: str
    hits: int
    """How often the words stand in title and text."""
    rank: float
    snippet: str
    """The words in their surroundings, each between 【 and 】."""


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits first; `total` hits in all, or at least so many where `more`."""

    hits: list[Hit]
    total: int
    more: bool


def find(
    connection: Connection, words: str, place: str | None = None, year: int | None = None, level: str | None = None,
    limit: int = 20, quarantined: bool = False,
) -> Found:  # fmt: skip
    """The reports whose title or text answers the query (see `models.search_words.parse`), ranked, with snippets.

    Only the version to read of each report, and only trusted ones unless `quarantined` asks for the others instead.
    `place` is a division (all within it) or a part of a publisher's name. Raises QueryProblem, UnclearPlace.
    """
    query = parse(words)
    most = max(limit, POOL)
    pool: list[tuple[float, int, int]] = []
    for numbers in _candidates(connection, query, place, year, level, quarantined):
        pool += _answering(connection, query, numbers)
        if len(pool) > most:
            break
    best = sorted(pool[:most], key=lambda one: -one[0])[:limit]  # stable: the latest year first among equals
    return Found(_hits(connection, query, best), min(len(pool), most), len(pool) > most)


def _candidates(
    connection: Connection, query: Query, place: str | None, year: int | None, level: str | None, quarantined: bool
) -> Iterator[list[int]]:
    """The ids of versions that may answer, some at a time, those of the latest years first."""
    values: dict[str, Any] = {"match": query.fts5() if connection.dialect.name == "sqlite" else query.tsquery()}
    tests = [f"v.hijack_verdict {'NOT IN' if quarantined else 'IN'} ({_TRUSTED})"]
    tests += _limits(connection, values, place, year, level)
    source = _source(connection, query, str(values["match"]))
    nulls = "" if connection.dialect.name == "sqlite" else "NULLS LAST"
    # As the index of reports has them: by id instead, a whole year would be sorted before the first hit.
    order = f"ORDER BY r.report_year DESC {nulls}, r.division_code DESC {nulls}, r.id DESC"
    asked = text(f"SELECT v.id FROM {source} AND v.current AND {' AND '.join(tests)} {order}")
    with connection.execute(asked.execution_options(yield_per=_CHUNK), values) as found:
        for part in found.scalars().partitions(_CHUNK):
            yield list(part)


def _source(connection: Connection, query: Query, match: str) -> str:
    """Where candidates come from: from the index, or, on SQLite for a word that is nearly everywhere, year by year."""
    if connection.dialect.name == "postgresql":
        return """search s JOIN report_version v ON v.id = s.version_id JOIN report r ON r.id = v.report_id
            WHERE s.grams @@ CAST(:match AS tsquery)"""
    stored = connection.scalar(text("SELECT MAX(id) FROM report_version")) or 0
    few = _FEW * math.isqrt(stored)
    count = text("SELECT COUNT(*) FROM (SELECT rowid FROM search WHERE search MATCH :match LIMIT :most)")
    if (connection.scalar(count, {"match": match, "most": few}) or 0) < few:
        return """search s JOIN report_version v ON v.id = s.rowid JOIN report r ON r.id = v.report_id
            WHERE s.search MATCH :match"""
    # CROSS JOIN and the plus keep SQLite to this order, in which it can stop as soon as enough were found.
    by_year = "report r CROSS JOIN report_version v ON v.report_id = r.id WHERE"
    if _nearly_everywhere(connection, query):  # the texts say it sooner than a list of most of them
        return f"{by_year} :match <> ''"
    return f"{by_year} +v.id IN (SELECT rowid FROM search WHERE search MATCH :match)"


def _nearly_everywhere(connection: Connection, query: Query) -> bool:
    """Whether many of the latest reports answer: counting all that the index has would take longer than finding enough."""
    rows = connection.execute(_LATEST).all()
    return sum(query.holds(title, words) for title, words in rows) * _NEARLY_EVERYWHERE > len(rows)


def _limits(
    connection: Connection, values: dict[str, Any], place: str | None, year: int | None, level: str | None
) -> list[str]:
    tests = []
    if year is not None:
        values["year"] = year
        tests.append("r.report_year = :year")
    if level is not None:
        values["level"] = level
        tests.append("r.level = :level")
    if place is not None:
        areas = areas_named(connection, place)
        values |= {f"area{number}": f"{area}%" for number, area in enumerate(areas)}
        values["part"] = "%" + place.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
        within = [f"r.division_code LIKE :area{number}" for number in range(len(areas))]
        tests.append("(" + " OR ".join([*within, "r.publisher LIKE :part ESCAPE '!'"]) + ")")
    return tests


_LATEST = text(
    "SELECT v.title, v.text FROM report r CROSS JOIN report_version v ON v.report_id = r.id WHERE v.current"
    f" ORDER BY r.report_year DESC, r.division_code DESC, r.id DESC LIMIT {_SAMPLE}"
)
_TEXTS = text("SELECT v.id AS version_id, v.title, v.text FROM report_version v WHERE v.id IN :numbers")
_ROWS = text(
    "SELECT v.id AS version_id, r.id AS report_id, r.publisher, d.path AS place, r.division_code, r.level,"
    " r.report_year AS year, v.title, v.url, v.hijack_verdict, v.text FROM report_version v JOIN report r ON r.id = v.report_id"
    " LEFT JOIN division d ON d.code = r.division_code WHERE v.id IN :numbers"
)


def _rows(connection: Connection, asked: TextClause, numbers: Sequence[int]) -> dict[int, Row[Any]]:
    bound = asked.bindparams(bindparam("numbers", expanding=True))
    return {row.version_id: row for row in connection.execute(bound, {"numbers": numbers})}


def _answering(connection: Connection, query: Query, numbers: Sequence[int]) -> Iterator[tuple[float, int, int]]:
    """Rank, number of hits and id of those candidates that do answer, in their order."""
    rows = _rows(connection, _TEXTS, numbers)
    for number in numbers:
        _, title, words = tuple(rows[number])
        if query.holds(title, words):
            yield *rank(query, title, words), number


def _hits(connection: Connection, query: Query, best: Sequence[tuple[float, int, int]]) -> list[Hit]:
    rows = _rows(connection, _ROWS, [number for _, _, number in best])
    found = []
    for score, hits, number in best:
        fields = rows[number]._asdict()
        shown = snippet(query, fields.pop("text"))
        found.append(Hit(**fields, hits=hits, rank=round(score, 3), snippet=shown))
    return found


# --- the index ---

SQLITE_INDEX = "CREATE VIRTUAL TABLE search USING fts5(grams, content='', detail='none', tokenize='ascii')"
"""Without the texts (they stand in report_version) and without the places of words in them (looked at in the text)."""


def add(connection: Connection, versions: Iterable[tuple[int, str | None, str]]) -> None:
    """Puts versions (id, title, text) that are new into the index, in the caller's transaction."""
    found = [(number, grams(title, words)) for number, title, words in versions]
    if not found:
        return
    if connection.dialect.name == "sqlite":
        rows: list[tuple[Any, ...]] = [(number, " ".join(entries)) for number, entries in found]
        connection.exec_driver_sql("INSERT INTO search (rowid, grams) VALUES (?, ?)", rows)
    else:
        connection.exec_driver_sql(
            "INSERT INTO search (version_id, grams) VALUES (%s, array_to_tsvector(%s::text[]))", [tuple(row) for row in found]
        )


def sync(connection: Connection) -> int:
    """How many versions were missing in the index and are now in it: all of them after the upgrade that brings search."""
    key = "rowid" if connection.dialect.name == "sqlite" else "version_id"
    missing = f"SELECT id FROM report_version EXCEPT SELECT {key} FROM search ORDER BY 1"
    numbers = list(connection.scalars(text(missing)))
    for at in range(0, len(numbers), _CHUNK):
        rows = _rows(connection, _TEXTS, numbers[at : at + _CHUNK])
        add(connection, [(row.version_id, row.title, row.text) for row in rows.values()])
    return len(numbers)


def is_index(name: str | None) -> bool:
    """Whether a table belongs to the index, which stands in no model: Alembic must leave it alone."""
    return name is not None and (name == "search" or name.startswith("search_"))
