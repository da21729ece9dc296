"""A county portal with one column a town: 32-hex `.shtml` articles without a date in the address, breadcrumb names the town."""

from __future__ import annotations

import hashlib
from html import escape

from demo.chrome import COLUMN, article_metas, breadcrumb, chunks, column_metas, document, foot, navigation, page
from demo.entry import Entry, Served
from demo.places import Publisher, SitePlan

START = "/xzxxgk/index.shtml"
_PER_PAGE = 8


def folder(who: Publisher) -> str:
    """The folder of one town's column."""
    return f"/xzxxgk/{who.slug}{int(who.code) % 1000 + 1000}"


def column(who: Publisher) -> str:
    """The index page of one town's column."""
    return f"{folder(who)}/index.shtml"


def path_of(entry: Entry) -> str:
    """The address of an article: month folder and 32 hex digits."""
    name = hashlib.md5(f"{entry.column.name}/{entry.serial}".encode(), usedforsecurity=False).hexdigest()
    return f"{folder(entry.column)}/{entry.published:%Y%m}/{name}.shtml"


def _crumbs(who: Publisher) -> str:
    return breadcrumb("首页", "乡镇信息公开", who.path[-1], COLUMN)


def _name(number: int) -> str:
    return "index.shtml" if number == 0 else f"index_{number + 1}.shtml"


def _list(site: SitePlan, host: str, who: Publisher, entries: list[Entry], pages: int, number: int) -> str:
    items = "".join(
        f'<dl><dt><a href="{path_of(entry)}">{escape(entry.title)}</a></dt><dd>{entry.published}</dd></dl>\n' for entry in entries
    )
    after = f'<a href="{folder(who)}/{_name(number + 1)}">下一页</a>' if number + 1 < pages else "<span>下一页</span>"
    before = f'<a href="{folder(who)}/{_name(number - 1)}">上一页</a>' if number else "<span>上一页</span>"
    body = f"""<div>关怀版 无障碍</div>{navigation()}{_crumbs(who)}<div class="gl">{items}</div>
<div class="pages">{before} {after} 共 {pages} 页</div>{foot(site)}"""
    return document(f"{who.path[-1]}{COLUMN}-{site.name}", column_metas(site, host), body, charset="utf-8")


def _hub(site: SitePlan, host: str) -> str:
    items = "".join(f'<li><a href="{column(who)}">{escape(who.path[-1])}</a></li>' for who in site.publishers)
    body = f"{navigation()}{breadcrumb('首页', '乡镇信息公开')}<h2>乡镇信息公开年报</h2><ul>{items}</ul>{foot(site)}"
    return document(f"乡镇信息公开-{site.name}", column_metas(site, host), body, charset="utf-8")


def _article(site: SitePlan, host: str, entry: Entry) -> str:
    body = f"""<div>关怀版 无障碍</div>{navigation()}{_crumbs(entry.column)}
<div class="xl"><h1>{escape(entry.title)}</h1>
<p class="ly">发布时间：{entry.published}　访问量：<span id="hits"></span></p>
<div id="UCAP-CONTENT">{entry.html}</div></div>{foot(site)}"""
    return document(f"{entry.title}-{site.name}", article_metas(site, host, entry, backwards=True), body, charset="utf-8")


def build(site: SitePlan, host: str, entries: list[Entry]) -> dict[str, Served]:
    """Every address of the site: the page that lists the towns, each town's column, the articles."""
    served: dict[str, Served] = {START: page(site, _hub(site, host))}
    for who in site.publishers:
        own = [entry for entry in entries if entry.column is who]
        pages = chunks(own, _PER_PAGE)
        for number, part in enumerate(pages):
            html = _list(site, host, who, part, len(pages), number)
            served[f"{folder(who)}/{_name(number)}"] = page(site, html, lists=own[0])
    for entry in entries:
        served[path_of(entry)] = page(site, _article(site, host, entry), lists=entry)
    return served
