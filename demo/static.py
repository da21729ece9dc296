"""Plain files: a list in pages that follow one another by 下一页, with the date in brackets; no CMS to be seen."""

from __future__ import annotations

from html import escape

from demo.chrome import COLUMN, breadcrumb, chunks, cut, document, foot, minute, navigation, page
from demo.disguise import disguise
from demo.entry import Entry, Served
from demo.places import SitePlan

FOLDER = "/gongkai/nianbao"
START = f"{FOLDER}/list.html"
_PER_PAGE = 9


def path_of(entry: Entry) -> str:
    """The address of an article: a folder a year, a number without any date."""
    return f"{FOLDER}/{entry.published.year}/{entry.serial}.html"


def _name(number: int) -> str:
    return "list.html" if number == 0 else f"list_{number + 1}.html"


def _list(site: SitePlan, entries: list[Entry], pages: int, number: int) -> str:
    rows = "".join(
        f'<tr><td>·</td><td><a href="{path_of(entry)}" title="{escape(entry.title)}">{escape(cut(entry.title))}</a></td>'
        f"<td>[{entry.published:%Y/%m/%d}]</td></tr>\n"
        for entry in entries
    )
    before = f'<a href="{_name(number - 1)}">上一页</a>' if number else "上一页"
    after = f'<a href="{_name(number + 1)}">下一页</a>' if number + 1 < pages else "下一页"
    pager = f'<p align="center">共{pages}页 当前第{number + 1}页 <a href="list.html">首页</a> {before} {after}</p>'
    body = f'{navigation()}{breadcrumb("首页", COLUMN)}<table width="90%">{rows}</table>{pager}{foot(site)}'
    return document(f"{COLUMN}-{site.name}", "", body, charset=_charset(site))


def _charset(site: SitePlan) -> str | None:
    return "utf-8" if site.codec == "utf-8" else None


def _article(site: SitePlan, entry: Entry) -> str:
    text = f"""{navigation()}{breadcrumb("首页", COLUMN)}
<center><h3>{escape(entry.title)}</h3></center>
<p align="center">时间：{entry.published} {minute(entry)}　作者：{escape(entry.source)}</p><hr>
<div class="wz">{entry.html}</div>{foot(site)}"""
    whole = document(f"{entry.title}-{site.name}", "", text, charset=_charset(site))
    return disguise(whole) if entry.truth and entry.truth.disguised else whole


def build(site: SitePlan, host: str, entries: list[Entry]) -> dict[str, Served]:
    """Every address of the site and what it answers."""
    pages = chunks(entries, _PER_PAGE)
    served: dict[str, Served] = {}
    for number, part in enumerate(pages):
        served[f"{FOLDER}/{_name(number)}"] = page(site, _list(site, part, len(pages), number), lists=entries[0])
    for entry in entries:
        served[path_of(entry)] = page(site, _article(site, entry), lists=entry)
    return served
