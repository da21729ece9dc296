"""TRS WCM: UTF-8 pages `YYYYMM/tYYYYMMDD_ID.html`, a list whose pager is a createPageHTML call with 0-based suffixes."""

from __future__ import annotations

from datetime import date
from html import escape

from demo.chrome import (
    COLUMN,
    article_metas,
    breadcrumb,
    chunks,
    column_metas,
    document,
    foot,
    index_table,
    minute,
    navigation,
    page,
)  # fmt: skip
from demo.entry import Entry, Served
from demo.places import SitePlan

FOLDER = "/zwgk/zfxxgknb"
START = f"{FOLDER}/index.html"
_PER_PAGE = 8
_MOVED = date(2017, 7, 21)
"""The day the site moved to this CMS: what is older has that day in its address, and its own day on the page."""


def path_of(entry: Entry) -> str:
    """The address of an article: month folder, day and number in the file name."""
    day = max(entry.published, _MOVED)
    return f"{FOLDER}/{day:%Y%m}/t{day:%Y%m%d}_{entry.serial}.html"


def _list(site: SitePlan, host: str, entries: list[Entry], pages: int, number: int) -> str:
    items = "".join(
        f'<li><a href=".{path_of(entry)[len(FOLDER) :]}" target="_blank" title="{escape(entry.title)}">{escape(entry.title)}</a>'
        f"<span>{entry.published}</span></li>\n"
        for entry in entries
    )
    pager = f'<div class="page"><script>\n//<!--\ncreatePageHTML({pages}, {number}, "index", "html");\n//-->\n</script></div>'
    body = f'{navigation()}{breadcrumb("首页", "政务公开", COLUMN)}<ul class="list">\n{items}</ul>\n{pager}{foot(site)}'
    return document(f"{COLUMN}_{site.name}", column_metas(site, host), body, charset="utf-8")


def _article(site: SitePlan, host: str, entry: Entry) -> str:
    body = f"""{navigation()}{breadcrumb("首页", "政务公开", COLUMN)}
{index_table(site, entry, spaced=True)}
<div class="title"><h1>{escape(entry.title)}</h1></div>
<div class="info">发布时间：{entry.published} {minute(entry)}　来源：{escape(entry.source)}　【字体：大 中 小】</div>
<div class="view TRS_UEDITOR trs_paper_default"><style type="text/css">.TRS_Editor P{{margin-top:0;font-size:12pt}}</style>
{entry.html}
</div>
<div class="share">扫一扫在手机打开当前页</div>{foot(site)}"""
    return document(f"{entry.title}_{site.name}", article_metas(site, host, entry), body, charset="utf-8")


def build(site: SitePlan, host: str, entries: list[Entry]) -> dict[str, Served]:
    """Every address of the site and what it answers."""
    pages = chunks(entries, _PER_PAGE)
    served: dict[str, Served] = {}
    for number, part in enumerate(pages):
        name = "index.html" if number == 0 else f"index_{number}.html"
        served[f"{FOLDER}/{name}"] = page(site, _list(site, host, part, len(pages), number), lists=entries[0])
    for entry in entries:
        served[path_of(entry)] = page(site, _article(site, host, entry), lists=entry)
    return served
