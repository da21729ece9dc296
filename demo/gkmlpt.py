"""Guangdong gkmlpt: an index page that holds SID and TREE in a script, a JSON API for the list, bodies in DETAIL as well."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape

from demo.chrome import COLUMN, breadcrumb, document, foot, index_table, page, site_metas
from demo.entry import Entry, Resource, Served
from demo.places import SitePlan

START = "/gkmlpt/index"
_NODE, _SID, _PER_PAGE = 2187, 755077, 10


def path_of(entry: Entry) -> str:
    """The address of an article: millions, thousands, number."""
    number = entry.serial + 9_000_000
    return f"/gkmlpt/content/{number // 1_000_000}/{number // 1000}/post_{number}.html"


def _article_row(entry: Entry, base: str) -> dict[str, object]:
    day = entry.published
    epoch = int(datetime(day.year, day.month, day.day, 1, tzinfo=UTC).timestamp())
    return {
        "id": entry.serial + 9_000_000, "title": entry.title, "publisher": entry.source, "identifier": entry.index_number,
        "document_number": "", "url": base + path_of(entry), "post_url": "", "date": str(day), "create_time": epoch,
        "first_publish_time": epoch, "display_publish_time": epoch, "attachment": [],
    }  # fmt: skip


def _answer(entries: list[Entry], query: Mapping[str, str]) -> Resource:
    text = query.get("page", "1")
    number = max(int(text), 1) if text.isdecimal() and len(text) < 7 else 1  # page 0 and page 1 are the same
    part = entries[(number - 1) * _PER_PAGE : number * _PER_PAGE] if query.get("sid") == str(_SID) else []
    data = {"total": len(entries), "classify": {"id": _NODE, "name": COLUMN, "post_count": len(entries)},
            "articles": [_article_row(entry, "") for entry in part]}  # fmt: skip
    return Resource(json.dumps(data, ensure_ascii=True).encode(), "application/json; charset=utf-8")


def _index(site: SitePlan, host: str) -> str:
    tree = [{"id": _NODE - 3, "name": "法定主动公开内容", "children": [{"id": _NODE - 2, "name": "政策文件", "children": []}]},
            {"id": _NODE, "name": COLUMN, "children": []}]  # fmt: skip
    config = f"window._CONFIG = {{ SID: '{_SID}', TREE: {json.dumps(tree, ensure_ascii=False)} }};"
    body = f'<div id="app"></div><script>{config}</script>{foot(site)}'
    return document(f"政府信息公开平台-{site.name}", site_metas(site, host), body, charset="utf-8")


def _article(site: SitePlan, host: str, entry: Entry) -> str:
    detail = json.dumps({"id": entry.serial + 9_000_000, "title": entry.title, "content": entry.html}, ensure_ascii=True)
    script = f"window._CONFIG = {{ SID: '{_SID}', DETAIL: {detail} }};".replace("</", "<\\/")
    body = f"""{breadcrumb("首页", "政府信息公开", COLUMN)}{index_table(site, entry)}
<div class="classify"><h1 class="title document-number">{escape(entry.title)}</h1>
<div class="date-row">发布日期：{entry.published}</div><div class="article-content">{entry.html}</div></div>
<script>{script}</script>{foot(site)}"""
    return document(entry.title, site_metas(site, host), body, charset="utf-8")


def build(site: SitePlan, host: str, entries: list[Entry]) -> dict[str, Served]:
    """Every address of the site; the API answers ten articles a page, none to a wrong SID."""
    served: dict[str, Served] = {START: page(site, _index(site, host))}
    served[f"/gkmlpt/api/all/{_NODE}"] = lambda query: _answer(entries, query)
    served[f"/gkmlpt/api/all/{_NODE - 2}"] = lambda query: _answer([], query)
    for entry in entries:
        served[path_of(entry)] = page(site, _article(site, host, entry), lists=entry)
    return served
