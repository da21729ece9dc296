"""What Datasette is told of the database: titles, both languages for every view and column, facets, queries, dashboards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from typing import Any

from markupsafe import Markup, escape

from explorer.dashboards import dashboards
from explorer.opening import Source, connect
from explorer.pages import DATABASE
from explorer.questions import Question, questions
from explorer.registry import column_words, view_words

TITLE = "年报 nianbao"

_WORDS = (
    "中国县、乡两级政府信息公开工作年度报告：每一个数字都能找到它在网页上的位置。",
    "Annual reports on open government information of China's counties and townships: every figure leads to its page.",
)
_NOTICE = (
    "数字照原样保存；空白不是零；彼此矛盾的数字记在 findings 里。",
    "Figures are kept as printed; a blank is no zero; what contradicts something is in the view findings.",
)

FACETS = {
    "reports": ("year", "level", "form_edition"),
    "versions": ("year", "cause", "hijack_verdict"),
    "facts": ("year", "edition", "origin", "meaning"),
    "applications": ("year", "form_edition", "applicant"),
    "series": ("series", "year", "edition"),
    "coverage": ("state", "level", "year"),
    "punctuality": ("punctuality", "year", "level"),
    "findings": ("outcome", "rule", "year"),
    "changes": ("kind", "cause", "year"),
    "captures": ("outcome", "site", "purpose"),
    "hijacked": ("hijack_verdict", "year"),
    "not_reports": ("why", "site"),
}
"""What a view is usefully counted by."""


def metadata_of(source: Source) -> dict[str, Any]:
    """Datasette's metadata for a file: only what stands in it is described."""
    with closing(connect(source)) as connection:
        kept = _columns(connection)
        place, year = _place(connection), _year(connection, kept)
        asked = [item for item in questions() if _can_ask(connection, item)]
    tables = {name: _described(name, columns) for name, columns in kept.items()}
    return {
        "title": TITLE,
        "description_html": _two(*_WORDS),
        "source": "各地政府网站 the governments' own sites; every row names its page",
        "license": "公开的政府信息 public government information; the program: Apache-2.0",
        "databases": {DATABASE: {
            "title": f"{TITLE}: {source.file.name}",
            "description_html": _two(*_NOTICE),
            "tables": tables,
            "queries": {item.name: _canned(item) for item in asked},
        }},
        "plugins": {"datasette-dashboards": dashboards(set(kept), place, year)},
    }  # fmt: skip


def _columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Every table and view with its columns; a view that cannot be read (of another revision) is left out."""
    kept: dict[str, list[str]] = {}
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name").fetchall()
    for (name,) in rows:
        try:
            quoted = name.replace('"', '""')
            kept[name] = [row[1] for row in connection.execute(f'PRAGMA table_info("{quoted}")')]
        except sqlite3.DatabaseError:
            continue
    return kept


def _place(connection: sqlite3.Connection) -> str:
    """A place to begin the charts with: that of the report stored first."""
    row = connection.execute("SELECT division FROM reports WHERE division IS NOT NULL LIMIT 1").fetchone()
    return "" if row is None else str(row[0])


def _year(connection: sqlite3.Connection, kept: Iterable[str]) -> int | None:
    """A year to begin the charts with: the one that most reports state applications for."""
    if "sums" not in kept:
        return None
    stated = "SELECT year FROM sums WHERE code = 'applications.new' AND applicant = 'total'"
    row = connection.execute(f"{stated} GROUP BY year ORDER BY SUM(reports) DESC, year DESC LIMIT 1").fetchone()
    return None if row is None else int(row[0])


def _can_ask(connection: sqlite3.Connection, item: Question) -> bool:
    """Whether the file has what a question asks for: a release may lack the tables behind the views."""
    try:
        connection.execute(f"EXPLAIN {item.sql}", dict.fromkeys(item.parameters))
    except sqlite3.DatabaseError:
        return False
    return True


def _described(name: str, columns: list[str]) -> dict[str, Any]:
    about = view_words(name)
    if about is None:
        return {"hidden": True}
    told = {column: column_words(name, column) for column in columns}
    return {
        "description_html": _two(*about),
        "columns": {column: " · ".join(filter(None, pair)) for column, pair in told.items() if pair is not None},
        "facets": [facet for facet in FACETS.get(name, ()) if facet in columns],
        "sortable_columns": columns,
        "size": 50,
    }


def _canned(item: Question) -> dict[str, Any]:
    notes = _two(item.note_zh, item.note_en) if item.note_zh else Markup("")
    example = Markup("")
    if item.parameters:
        words = ", ".join(f"{name} = {value}" for name, value in item.parameters.items())
        example = Markup("<p class='example'>例如 for example: <code>{}</code></p>").format(words)
    return {
        "sql": item.sql, "title": f"{item.number}. {item.zh}", "description": item.en,
        "description_html": str(Markup("<p lang='en'>{}</p>").format(item.en) + notes + example), "params": list(item.parameters),
    }  # fmt: skip


def _two(zh: str, en: str) -> Markup:
    return Markup("<p>{}</p><p lang='en'>{}</p>").format(escape(zh), escape(en))
