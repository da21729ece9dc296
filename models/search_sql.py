"""Search for who has only SQL: one query an engine for one word, and functions that give SQLite the whole language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from models.search_words import Query, parse
from models.snippets import rank, snippet

PLAIN_SQL = {
    "sqlite": """
SELECT r.publisher, r.year, r.title, r.url,
    substr(r.text, MAX(1, instr(r.text, :words) - 24), length(:words) + 48) AS snippet
FROM search s JOIN reports r ON r.version_id = s.rowid
WHERE s.search MATCH (
        WITH RECURSIVE place(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < length(:words) - 1)
        SELECT '(' || group_concat('"' || substr(:words, n, 2) || '"' || CASE length(:words) WHEN 1 THEN '*' ELSE '' END, ' AND ')
            || ') OR "' || char(57344) || '"' FROM place)
    AND instr(COALESCE(r.title, '') || char(10) || r.text, :words) > 0
ORDER BY r.year DESC, r.version_id DESC""",
    "postgresql": """
SELECT r.publisher, r.year, r.title, r.url,
    substr(r.text, GREATEST(1, position(:words IN r.text) - 24), length(:words) + 48) AS snippet
FROM search s JOIN reports r ON r.version_id = s.version_id
WHERE s.grams @@ (
        SELECT CAST('(' || string_agg('''' || substr(:words, n, 2) || '''' || CASE length(:words) WHEN 1 THEN ':*' ELSE '' END,
            ' & ') || ') | ''' || chr(57344) || '''' AS tsquery)
        FROM generate_series(1, GREATEST(1, length(:words) - 1)) AS place(n))
    AND position(:words IN COALESCE(r.title, '') || chr(10) || r.text) > 0
ORDER BY r.year DESC NULLS LAST, r.version_id DESC""",
}
"""Finds the reports with one word `:words` of Chinese characters, digits or small Latin letters, without signs."""


@lru_cache(maxsize=64)
def _parsed(words: str) -> Query:
    return parse(words)


def give_functions(connection: Any) -> None:
    """Gives a driver's SQLite connection the functions search_match, search_holds, search_rank and search_snippet.

    A query that cannot be asked is an error of the statement ("user-defined function raised exception"): who wants to tell
    why calls `models.search_words.parse` first.
    """
    functions: dict[str, tuple[int, Any]] = {
        "search_match": (1, lambda words: _parsed(words).fts5()),
        "search_holds": (3, lambda words, title, said: _parsed(words).holds(title, said)),
        "search_rank": (3, lambda words, title, said: rank(_parsed(words), title, said)[0]),
        "search_snippet": (2, lambda words, said: snippet(_parsed(words), said)),
    }
    for name, (parameters, function) in functions.items():
        connection.create_function(name, parameters, function, deterministic=True)
