"""VSB 博达: `/info/C/N.htm`, `#vsb_content`, a list whose pages count down; bytes in GBK under headers that lie."""

from __future__ import annotations

from html import escape

from demo.chrome import COLUMN, article_metas, breadcrumb, chunks, document, foot, index_table, minute, navigation, page
from demo.entry import Entry, Served
from demo.places import SitePlan

START = "/zwgk/nbgk.htm"
_FOLDER, _COLUMN_ID, _PER_PAGE = "/zwgk/nbgk", 1081, 7
_LIE_OF_LISTS = "text/html; charset=utf-8"


def path_of(entry: Entry) -> str:
    """The address of an article: column and number."""
    return f"/info/{_COLUMN_ID}/{entry.serial}.htm"


def _address(number: int, pages: int) -> str:
    return START if number == 0 else f"{_FOLDER}/{pages - number}.htm"  # page 2 has the highest number


def _list(site: SitePlan, entries: list[Entry], pages: int, number: int) -> str:
    items = "".join(
        f'<li id="line_u9_{at}"><span>{entry.published:%Y年%m月%d日}</span>'
        f'<a href="{path_of(entry)}">{escape(entry.title)}</a></li>\n'
        for at, entry in enumerate(entries)
    )
    after = f'<a href="{_address(number + 1, pages)}">下页</a>' if number + 1 < pages else "<span>下页</span>"
    before = f'<a href="{_address(number - 1, pages)}">上页</a>' if number else "<span>上页</span>"
    pager = f'<div class="p_pages">{before} {after} <a href="{_address(pages - 1, pages)}">尾页</a></div>'
    body = f"{navigation()}{breadcrumb('首页', '政府信息公开', COLUMN)}<ul>{items}</ul>{pager}{foot(site)}"
    return document(f"{COLUMN}-{site.name}", "", body, charset="gb2312")


def _article(site: SitePlan, host: str, entry: Entry) -> str:
    body = f"""{navigation()}{breadcrumb("首页", "政府信息公开", COLUMN)}
{index_table(site, entry)}
<form name="_newscontent_fromname"><h1 align="center">{escape(entry.title)}</h1>
<div align="center">{entry.published:%Y年%m月%d日} {minute(entry)}　{escape(entry.source)}　点击：[]</div>
<div id="vsb_content_2"><div class="v_news_content">{entry.html}</div></div></form>{foot(site)}"""
    return document(entry.title, article_metas(site, host, entry), body, charset="gb2312")


def build(site: SitePlan, host: str, entries: list[Entry]) -> dict[str, Served]:
    """Every address of the site: lists under a header that says utf-8, articles under one that says ISO-8859-1."""
    pages = chunks(entries, _PER_PAGE)
    served: dict[str, Served] = {}
    for number, part in enumerate(pages):
        html = _list(site, part, len(pages), number)
        served[_address(number, len(pages))] = page(site, html, lists=entries[0], content_type=_LIE_OF_LISTS)
    for entry in entries:
        served[path_of(entry)] = page(site, _article(site, host, entry), lists=entry)
    return served
