"""`content/post_N.html` (NFCMS): static lists with 1-based suffixes, `mpost_N` as the mobile twin of an article."""

from __future__ import annotations

from html import escape

from demo.chrome import COLUMN, article_metas, breadcrumb, chunks, column_metas, document, foot, minute, navigation, page
from demo.entry import Entry, Served
from demo.places import SitePlan

FOLDER = "/zwgk/xxgknb"
START = f"{FOLDER}/index.html"
_PER_PAGE = 6


def path_of(entry: Entry) -> str:
    """The address of an article."""
    return f"{FOLDER}/content/post_{entry.serial}.html"


def _name(number: int) -> str:
    return "index.html" if number == 0 else f"index_{number + 1}.html"


def _list(site: SitePlan, host: str, entries: list[Entry], pages: int, number: int) -> str:
    items = "".join(
        f'<li><a href="{path_of(entry)}" title="{escape(entry.title)}">{escape(entry.title)}</a><em>{entry.published}</em></li>\n'
        for entry in entries
    )
    links = "".join(f'<a href="{_name(at)}"{" class=current" if at == number else ""}>{at + 1}</a>' for at in range(pages))
    after = f'<a class="next" href="{_name(number + 1)}">下一页</a>' if number + 1 < pages else ""
    body = f"""{navigation()}{breadcrumb("首页", "政务公开", COLUMN)}<ul class="news_list">{items}</ul>
<div class="pagination">{links}{after}</div>{foot(site)}"""
    return document(f"{COLUMN} - {site.name}", column_metas(site, host), body, charset="utf-8")


def _article(site: SitePlan, host: str, entry: Entry) -> str:
    metas = article_metas(site, host, entry) + f'<meta name="ArticleId" content="{entry.serial}" />\n'
    body = f"""{navigation()}{breadcrumb("首页", "政务公开", COLUMN)}
<script>var NFCMS_SITE_ID = '755041', NFCMS_POST_ID = '{entry.serial}';</script>
<h1 class="xl_title">{escape(entry.title)}</h1>
<div class="xl_info">信息来源：{escape(entry.source)}　信息提供日期 : {entry.published} {minute(entry)}</div>
<div class="news_cont_d_wrap"><div class="articleBox">{entry.html}</div></div>{foot(site)}"""
    return document(f"{entry.title} - {site.name}", metas, body, charset="utf-8")


def build(site: SitePlan, host: str, entries: list[Entry]) -> dict[str, Served]:
    """Every address of the site; each article stands at its mobile address too, which nothing links to."""
    pages = chunks(entries, _PER_PAGE)
    served: dict[str, Served] = {}
    for number, part in enumerate(pages):
        served[f"{FOLDER}/{_name(number)}"] = page(site, _list(site, host, part, len(pages), number), lists=entries[0])
    for entry in entries:
        article = page(site, _article(site, host, entry), lists=entry)
        served[path_of(entry)] = article
        served[path_of(entry).replace("/post_", "/mpost_")] = article
    return served
