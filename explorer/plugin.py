"""The Datasette plugin: our pages, the links beside each figure, the style, the labels, the door."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from datasette import hookimpl  # type: ignore[import-untyped]
from markupsafe import Markup

from explorer import pages
from explorer.doors import App, guarded, limit_connection
from explorer.labels import Bilingual
from explorer.questions import TOPICS, questions
from models.search_sql import give_functions

_WEB = ("http://", "https://")
_SHOWN = ("version_id", "number", "label", "applicant", "category", "value", "unit", "meaning", "raw", "url")
_FIGURE_COLUMNS = Markup("&amp;").join([*(f"_col={name}" for name in _SHOWN), "_sort=number"])
"""What a report's figures are shown with: the columns that differ from row to row."""

_Function = TypeVar("_Function", bound=Callable[..., Any])


def _hook(function: _Function) -> _Function:
    """Datasette's own mark, which has no types."""
    hookimpl(function)
    return function


@_hook
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """Our pages."""
    return [
        (r"^/-/figure/(?P<version>\d{1,18})/(?P<number>\d{1,18})$", pages.figure),
        (r"^/-/capture/version/(?P<version>\d{1,18})$", pages.capture_of_version),
        (r"^/-/capture/(?P<fetch>\d{1,18})$", pages.capture),
        (r"^/-/capture/(?P<fetch>\d{1,18})\.(?P<form>txt|html|bin)$", pages.archived),
        (r"^/-/search$", pages.search_page),
    ]


@_hook
def render_cell(row: Any, value: Any, column: str, database: str, datasette: Any) -> Markup | None:
    """A page's address becomes two links, the original and the archived capture; a figure links to its evidence."""
    if database != pages.DATABASE:
        return None
    if column == "url" and isinstance(value, str):
        return _source_links(datasette, value, _capture_path(row))
    names = row.keys()
    if column == "value" and {"version_id", "number", "raw"} <= set(names):
        shown = "–" if value is None else format(value, "g") if isinstance(value, float) else str(value)
        path = datasette.urls.path(f"/-/figure/{int(row['version_id'])}/{int(row['number'])}")
        return Markup('<a class="figure" href="{}" title="出处 where it is printed">{}</a>').format(path, shown)
    return None


def _capture_path(row: Any) -> str | None:
    names = row.keys()
    if "fetch_id" in names and isinstance(row["fetch_id"], int):
        return f"/-/capture/{row['fetch_id']}"
    if "version_id" in names and isinstance(row["version_id"], int):
        return f"/-/capture/version/{row['version_id']}"
    return None


def _source_links(datasette: Any, url: str, capture: str | None) -> Markup:
    """Only web addresses become links: a `javascript:` address stays words."""
    shown = url if len(url) <= 48 else url[:47] + "…"
    if not url.lower().startswith(_WEB):
        original = Markup("<span>{}</span>").format(shown)
    else:
        link = '<a href="{}" rel="noopener noreferrer nofollow" title="原文 the original page">{}</a>'
        original = Markup(link).format(url, shown)
    if capture is None or not datasette.nianbao_captures:
        return original
    link = ' <a class="capture" href="{}" title="存档 the page as it was archived">存档 capture</a>'
    return original + Markup(link).format(datasette.urls.path(capture))


@_hook
def extra_css_urls(datasette: Any) -> list[str]:
    """Our style, from this machine."""
    return [str(datasette.urls.path("/assets/nianbao.css"))]


@_hook
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """The search, in the menu of every page."""
    return [{"href": datasette.urls.path("/-/search"), "label": "搜索 Search"}]


@_hook
def extra_template_vars(datasette: Any, template: str) -> dict[str, Any]:
    """What our templates show beside what their pages give them."""

    def source_links(url: str | None, fetch: int | None, version: int | None = None) -> Markup:
        capture = f"/-/capture/version/{version}" if version is not None else f"/-/capture/{fetch}"
        return _source_links(datasette, url or "", None if fetch is None and version is None else capture)

    given = {"source_links": source_links, "database_name": pages.DATABASE, "figure_columns": _FIGURE_COLUMNS}
    if template != "index.html":
        return given
    known = datasette.metadata("queries", database=pages.DATABASE) or {}
    asked = [(zh, en, [item for item in questions() if item.topic == key and item.name in known])
             for key, (zh, en) in TOPICS.items()]  # fmt: skip
    return {
        **given, "topics": asked,
        "dashboards": datasette.plugin_config("datasette-dashboards") or {},
        "described": datasette.metadata("tables", database=pages.DATABASE) or {},
    }  # fmt: skip


@_hook
def prepare_jinja2_environment(env: Any) -> None:
    """Datasette's own words get Chinese ones beside them."""
    env.add_extension(Bilingual)


@_hook
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """No connection of the pages can write."""
    if database == pages.DATABASE:
        give_functions(conn)
        limit_connection(conn)


@_hook
def asgi_wrapper() -> Callable[[App], App]:
    """The door before everything."""
    return guarded
