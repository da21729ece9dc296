"""Hanweb JCMS: `/col/colN/index.html` with the first group in an XML store, the rest by dataproxy.jsp; bytes in GBK."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from demo.chrome import COLUMN, article_metas, breadcrumb, document, foot, index_table, minute, navigation, page
from demo.entry import Entry, Resource, Served
from demo.places import SitePlan

_COLUMN_ID, _UNIT_ID, _WEB_ID = 12451, 278899, 311
START = f"/col/col{_COLUMN_ID}/index.html"
PROXY = "/module/web/jpage/dataproxy.jsp"
_PER_PAGE, _GROUP = 5, 3
_WINDOW = _PER_PAGE * _GROUP


def path_of(entry: Entry) -> str:
    """The address of an article: month and day without zero, column and number in the file name."""
    day = entry.published
    return f"/art/{day.year}/{day.month}/{day.day}/art_{_COLUMN_ID}_{entry.serial}.html"


def _record(entry: Entry) -> str:
    title = entry.title if len(entry.title) <= 20 else entry.title[:20] + "..."
    return (f'<record><![CDATA[<li><a href="{path_of(entry)}" title="{escape(entry.title)}" target="_blank">{escape(title)}</a>'
            f"<span>{entry.published:%Y-}\n{entry.published:%m-}\n{entry.published:%d}</span></li>]]></record>\n")  # fmt: skip


def _store(site: SitePlan, entries: list[Entry], total: int) -> str:
    following = (f'<a href="{PROXY}?page=1&appid=1&webid={_WEB_ID}&path=/&columnid={_COLUMN_ID}&unitid={_UNIT_ID}'
                 f'&webname={site.name}&permissiontype=0"></a>')  # fmt: skip
    records = "".join(_record(entry) for entry in entries)
    pages = -(-total // _PER_PAGE)
    return (f"<datastore>\n<totalrecord>{total}</totalrecord>\n<totalpage>{pages}</totalpage>\n"
            f"<nextgroup><![CDATA[{following}]]></nextgroup>\n<recordset>\n{records}</recordset></datastore>")  # fmt: skip


def _list(site: SitePlan, entries: list[Entry]) -> str:
    params = (f"{{'columnid':{_COLUMN_ID},'unitid':{_UNIT_ID},'webid':{_WEB_ID},'path':'/','webname':'{site.name}',"
              f"'col':1,'appid':1,'sourceContentType':1,'permissiontype':0}}")  # fmt: skip
    call = (f"$('#{_UNIT_ID}').jpage({{theme:'simple',dataBefore:'<ul>',dataAfter:'</ul>',proxyUrl:'{PROXY}',"
            f"perPage:{_PER_PAGE},groupSize:{_GROUP},totalRecord:{len(entries)},proxyParam:{params}}});")  # fmt: skip
    body = f"""{navigation()}{breadcrumb("首页", "信息公开", COLUMN)}
<div id="{_UNIT_ID}"><script type="text/xml">{_store(site, entries[:_WINDOW], len(entries))}</script></div>
<script type="text/javascript">{call}</script>{foot(site)}"""
    return document(f"{site.name} {COLUMN}", "", body, charset="gb2312")


def _article(site: SitePlan, host: str, entry: Entry) -> str:
    body = f"""{navigation()}{breadcrumb("首页", "信息公开", COLUMN)}
{index_table(site, entry)}
<table id="article" align="center"><tr><td class="title">{escape(entry.title)}</td></tr>
<tr><td>发布日期：{entry.published} {minute(entry)}　信息来源：{escape(entry.source)}
浏览次数：<script>document.write(0)</script></td></tr>
<tr><td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin-->{entry.html}<!--ZJEG_RSS.content.end-->
</div></td></tr></table>
<div>【打印】【关闭】</div>{foot(site)}"""
    return document(entry.title, article_metas(site, host, entry), body, charset="gb2312")


def _window(site: SitePlan, entries: list[Entry], query: Mapping[str, str]) -> Resource:
    def asked(name: str, default: int) -> int:
        text = query.get(name, "")
        return int(text) if text.isdecimal() and len(text) < 9 else default

    fits = query.get("columnid") == str(_COLUMN_ID) and query.get("unitid") == str(_UNIT_ID)
    first = max(asked("startrecord", 1), 1)
    last = min(asked("endrecord", first + _WINDOW - 1), first + _WINDOW - 1)
    part = entries[first - 1 : last] if fits else []
    text = _store(site, part, len(entries) if fits else 0)
    return Resource(text.encode(site.codec), "text/xml;charset=GBK")


def build(site: SitePlan, host: str, entries: list[Entry]) -> dict[str, Served]:
    """Every address of the site; the dataproxy answers GET and POST, and nothing to a wrong column or unit."""
    served: dict[str, Served] = {START: page(site, _list(site, entries), lists=entries[0])}
    served[PROXY] = lambda query: _window(site, entries, query)
    for entry in entries:
        served[path_of(entry)] = page(site, _article(site, host, entry), lists=entry)
    return served
