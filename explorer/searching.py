"""Search on the file that is shown, a release or the living database, with a limit on its time."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from explorer.opening import Source, connect
from models.search_sql import give_functions
from models.search_words import QueryProblem, parse
from models.snippets import AFTER, BEFORE

LIMIT = 50

SYNTAX = (
    "空格：都要有；OR：其一；NOT 或 -：没有；“……”：整句。两个字、一个字也能搜。 "
    'A space: all words; OR: either; NOT or -: without; "…": a phrase. Words of one or two characters work too.'
)

_INDEXED = "search s JOIN reports r ON r.version_id = s.rowid WHERE s.search MATCH search_match(:words) AND"
_SCANNED = "reports r WHERE"
_ASKED = """
SELECT r.version_id, r.publisher, r.place, r.year, SUBSTR(r.title, 1, 200) AS title, r.url,
    search_snippet(:words, r.text) AS snippet
FROM {source} search_holds(:words, r.title, r.text) AND (:place = '' OR INSTR(COALESCE(r.place, ''), :place) > 0
    OR INSTR(COALESCE(r.publisher, ''), :place) > 0) AND (:year = '' OR r.year = CAST(:year AS INTEGER))
ORDER BY search_rank(:words, r.title, r.text) DESC, r.year DESC LIMIT {limit}"""

_HIT = re.compile(f"{BEFORE}([^{AFTER}]*){AFTER}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: hits (`version_id`, `publisher`, `place`, `year`, `title`, `url`, `parts`), or in words why there are none.

    `parts` are (words, whether they are what was asked for), in the order of the text. `cut`: there are more hits.
    """

    hits: list[dict[str, Any]]
    problem: str | None = None
    cut: bool = False


def search(source: Source, words: str, place: str, year: str, seconds: float) -> Answer:
    """The reports that answer a query in the language of `models.search_words`, ranked, within some seconds."""
    try:
        parse(words)
    except QueryProblem as problem:
        return Answer([], f"这样搜不了 this cannot be searched: {problem}")
    with closing(connect(source)) as connection:
        connection.row_factory = sqlite3.Row
        give_functions(connection)
        ends = time.monotonic() + seconds
        connection.set_progress_handler(lambda: time.monotonic() > ends, 1000)
        query = _ASKED.format(source=_INDEXED if _has_index(connection) else _SCANNED, limit=LIMIT + 1)
        try:
            rows = connection.execute(query, {"words": words, "place": place, "year": year}).fetchall()
        except sqlite3.OperationalError as error:
            if str(error) != "interrupted":
                raise
            return Answer([], "搜索超时，请多写几个字，或加上地名、年份 the search took too long: add words, a place or a year")
    hits = [{**dict(row), "parts": list(_parts(row["snippet"]))} for row in rows[:LIMIT]]
    return Answer(hits, cut=len(rows) > LIMIT)


def _has_index(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'search'").fetchone() is not None


def _parts(snippet: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for hit in _HIT.finditer(snippet):
        yield snippet[at : hit.start()], False
        yield hit[1], True
        at = hit.end()
    yield snippet[at:], False
