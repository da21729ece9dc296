"""What surrounds articles on every demo site: head, metas of the 2017 guideline, breadcrumb, index-number table, foot."""

from __future__ import annotations

from html import escape
from random import Random

from demo.entry import Entry, Resource
from demo.places import SitePlan

COLUMN = "政府信息公开年报"


def page(site: SitePlan, html: str, *, lists: Entry | None = None, content_type: str | None = None) -> Resource:
    """An HTML answer in the site's bytes under the header that the site claims; `lists` is the entry that dates it."""
    declared = site.declared if content_type is None else content_type
    return Resource(html.encode(site.codec), declared, modified=lists.published if lists else None)


def document(title: str, metas: str, body: str, *, charset: str | None) -> str:
    """A whole page; `charset` None leaves the charset undeclared."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}" />\n' if charset else ""
    return f"""<!DOCTYPE html>
<html>
<head>
{meta}{metas}<title>{escape(title)}</title>
<style type="text/css">body{{font:14px/2 宋体}}.tj td{{border:1px solid #999}}</style>
</head>
<body>
{body}
</body>
</html>
"""


def site_metas(site: SitePlan, host: str, *, backwards: bool = False) -> str:
    """SiteName, SiteDomain, SiteIDCode; some templates write `content` before `name`."""
    pairs = (("SiteName", site.name), ("SiteDomain", host), ("SiteIDCode", f"{site.code[:6]}0001"))
    return "".join(_meta(name, value, backwards=backwards) for name, value in pairs)


def column_metas(site: SitePlan, host: str) -> str:
    """The metas of an index page."""
    pairs = (("ColumnName", COLUMN), ("ColumnType", "政府信息公开"), ("ColumnDescription", f"{site.name}{COLUMN}栏目"))
    return site_metas(site, host) + "".join(_meta(name, value) for name, value in pairs)


def article_metas(site: SitePlan, host: str, entry: Entry, *, backwards: bool = False) -> str:
    """The metas of an article."""
    pairs = (("ColumnName", COLUMN), ("ArticleTitle", entry.title), ("PubDate", f"{entry.published} {minute(entry)}"),
             ("ContentSource", entry.source), ("Keywords", "信息公开"), ("Author", "安宁"))  # fmt: skip
    return site_metas(site, host, backwards=backwards) + "".join(_meta(n, v, backwards=backwards) for n, v in pairs)


def _meta(name: str, content: str, *, backwards: bool = False) -> str:
    value = escape(content)
    return f'<meta content="{value}" name="{name}">\n' if backwards else f'<meta name="{name}" content="{value}" />\n'


def minute(entry: Entry) -> str:
    """The hour and minute at which an entry was published."""
    rng = Random(f"minute/{entry.serial}")
    return f"{rng.randint(8, 17):02d}:{rng.randint(0, 59):02d}"


def breadcrumb(*names: str) -> str:
    """Where the page stands."""
    links = " &gt; ".join(f'<a href="/index.html">{escape(name)}</a>' for name in names)
    return f'<div class="position">您当前所在位置：{links}</div>'


def index_table(site: SitePlan, entry: Entry, *, spaced: bool = False) -> str:
    """The index-number table; `spaced` writes its labels with blanks, as one template does."""
    labels = ("索 引 号：", "发文日期：", "名　　称：", "发布机构：") if spaced else ("索引号", "发布日期", "标题", "发布机构")
    values = (entry.index_number, str(entry.published), entry.title, entry.source)
    cells = [f"<td class='t'>{label}</td><td>{escape(value)}</td>" for label, value in zip(labels, values, strict=True)]
    return f"<table class='xxgk_table'><tr>{cells[0]}{cells[1]}</tr><tr>{cells[2]}{cells[3]}</tr></table>"


def foot(site: SitePlan) -> str:
    """The foot of every page, with the identification code that such sites print."""
    return (f'<div class="footer">主办：{site.path[-1]}人民政府　网站标识码：{site.code[:6]}0001'
            f"<br/>本站为演示站点，所有地名和数字都是编造的</div>")  # fmt: skip


def navigation() -> str:
    """Links that stand on every page and lead to no report."""
    names = (("首页", "/index.html"), ("新闻中心", "/xwzx/index.html"), ("办事服务", "/bsfw/index.html"))
    return '<ul class="nav">' + "".join(f'<li><a href="{to}">{name}</a></li>' for name, to in names) + "</ul>"


def cut(title: str, length: int = 24) -> str:
    """A title as a narrow list prints it."""
    return title if len(title) <= length else title[:length] + "…"


def chunks(entries: list[Entry], size: int) -> list[list[Entry]]:
    """The entries in pages of `size`, at least one page."""
    return [entries[at : at + size] for at in range(0, len(entries), size)] or [[]]
