"""The page round an article, as the sites of several makers draw it. Every shell carries numbers that belong to no report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True, slots=True)
class Around:
    """What stands round the article: words of the page, not of the report."""

    title: str = ""
    heading: str = ""
    site: str = "门户网站"
    meta: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)
    crumbs: tuple[str, ...] = ()
    line: str = ""
    lists: tuple[str, ...] = ()


def _meta(around: Around) -> str:
    return "\n".join(f'<meta name="{name}" content="{escape(text)}">' for name, text in around.meta.items())


def _crumbs(around: Around) -> str:
    return " &gt; ".join(f'<a href="#">{escape(text)}</a>' for text in around.crumbs)


def _foot(around: Around) -> str:
    return (
        f"<div class='footer'><p>主办：{escape(around.site)} 网站标识码：9900000012 备案号：某ICP备05000001号</p>"
        "<p>公安备案 99010002000123号 您是第 1203345 位访客 政务服务便民热线：12345</p></div>"
    )


def _document(around: Around, head: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(around.title)}</title>\n{_meta(around)}\n{head}</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def trs(around: Around, article: str) -> str:
    """TRS WCM: breadcrumb, h1, a line with date and source, the article in `.TRS_Editor`."""
    return _document(
        around,
        "<style>.nav li{float:left}</style><script>var currentPage = 0; var countPage = 1;</script>\n",
        f'<div class="top"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>'
        f'<li><a href="/bsfw/">办事服务</a></li></ul></div>\n<div class="position">当前位置：{_crumbs(around)}</div>\n'
        f'<div class="main"><h1 class="tit">{around.heading}</h1>\n<div class="info">{escape(around.line)}</div>\n'
        f'<div id="zoom"><div class="TRS_Editor"><style>.TRS_Editor P{{line-height:2}}</style>{article}</div></div></div>\n'
        f'<div class="share">分享到： 【打印本页】 【关闭窗口】</div>\n{_foot(around)}',
    )


def hanweb(around: Around, article: str) -> str:
    """Hanweb: an index table of two pairs a row above the heading, the article in `#zoom`."""
    pairs = list(around.rows.items())
    rows = ""
    for at in range(0, len(pairs), 2):
        rows += "<tr>" + "".join(f"<td class='t1'><b>{k}</b></td><td>{escape(v)}</td>" for k, v in pairs[at : at + 2]) + "</tr>\n"
    return _document(
        around,
        "",
        f"<div class='weizhi'>您现在的位置：{_crumbs(around)}</div>\n"
        f"<table class='xxgk_table' width='100%' border='1'>{rows}</table>\n"
        f"<div class='title'>{around.heading}</div><div class='sub'>{escape(around.line)}</div>\n"
        f'<div id="zoom" class="bt-content">{article}</div>\n{_foot(around)}',
    )


def listed(around: Around, article: str) -> str:
    """A page whose index is a list of `label：value` items."""
    items = "".join(f"<li><span>{label}：</span>{escape(text)}</li>\n" for label, text in around.rows.items())
    return _document(
        around,
        "",
        f"<div class='wz'>{_crumbs(around)}</div><div class='xxgk-head'><ul>{items}</ul></div>\n"
        f"<h2 class='article-title'>{around.heading}</h2><p class='date'>{escape(around.line)}</p>\n"
        f"<div class='article-conter'>{article}</div>{_foot(around)}",
    )


def post(around: Around, article: str) -> str:
    """A `content/post_N.html` page: meta tags, the date line with spaces round its colon."""
    return _document(
        around,
        '<script>var NFCMS_SITE_ID = "991002", NFCMS_POST_ID = "1200345";</script>\n',
        f'<div class="crumb"><i></i>{_crumbs(around)}</div><div class="articleBox_w"><h3 class="title">{around.heading}</h3>\n'
        f'<p class="msg">{escape(around.line)}</p><div class="articleBox">{article}</div></div>{_foot(around)}',
    )


def vsb(around: Around, article: str) -> str:
    """VSB: a form round the article, `#vsb_content` with `.v_news_content` in it."""
    return _document(
        around,
        "",
        f'<div class="winstyle"><a href="../index.htm">首页</a>&gt;&gt;{_crumbs(around)}</div>\n'
        f'<form name="_newscontent_fromname"><h1 align="center">{around.heading}</h1>'
        f'<div align="center">{escape(around.line)} 点击：[<span id="hits"></span>]</div>\n'
        f'<div id="vsb_content_2"><div class="v_news_content">{article}</div></div></form>\n{_foot(around)}',
    )


def old(around: Around, article: str) -> str:
    """A page of 2009: tables for layout, upper-case tags, the index as bare cells, no class at all."""
    index = "".join(
        f"<TR><TD width=80 bgColor=#f3f3f3>{label}：</TD><TD>{escape(text)}</TD></TR>" for label, text in around.rows.items()
    )
    index = f"<TABLE width=700 border=0>{index}</TABLE>" if index else ""
    return _document(
        around,
        "",
        "<TABLE width=778 align=center><TR><TD><IMG src=/images/banner.jpg></TD></TR>"
        f"<TR><TD>{_crumbs(around)}</TD></TR></TABLE>\n"
        "<TABLE width=778 align=center><TR><TD vAlign=top width=160>"
        "<A href=/a.htm>领导之窗</A><BR><A href=/b.htm>机构设置</A></TD>\n"
        f"<TD vAlign=top>{index}<CENTER><FONT color=red size=5><B>{around.heading}</B></FONT><BR>{escape(around.line)}</CENTER>\n"
        f"<HR><TABLE width='96%'><TR><TD class=content>{article}</TD></TR></TABLE></TD></TR></TABLE>{_foot(around)}",
    )


def bare(around: Around, article: str) -> str:
    """`xxgkAnnualReport.jsp`: the article alone, no title, no date, no navigation."""
    return _document(around, "", f"<div class='zhengwen'>{article}</div>")


def word(around: Around, article: str) -> str:
    """A page saved from Word."""
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:w="urn:schemas-microsoft-com:office:word">\n'
        '<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">'
        '<meta name=Generator content="Microsoft Word 15">\n'
        f"{_meta(around)}\n<title>{escape(around.title)}</title>"
        "<style><!-- p.MsoNormal {margin:0cm; font-size:10.5pt;} --></style></head>\n"
        "<body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1 style='layout-grid:15.6pt'>\n"
        f"{article}\n</div></body></html>\n"
    )


def hexed(around: Around, article: str) -> str:
    """A county platform with 32-hex addresses: tools first, breadcrumb, empty visit counter."""
    lists = "".join(
        f"<li><a href='#'>{escape(text)}</a><span>2023-01-{at + 10}</span></li>" for at, text in enumerate(around.lists)
    )
    return _document(
        around,
        "",
        f"<div class='tool'>关怀版 无障碍</div><div class='place'>您当前所在位置： {_crumbs(around)}</div>\n"
        f"<div class='con'><div class='con-title'>{around.heading}</div>"
        f"<div class='con-info'>{escape(around.line)} 访问量：<i></i></div>\n"
        f"<div class='con-text' id='UCAP-CONTENT'>{article}</div></div>\n"
        f"<div class='side'><h4>相关文章</h4><ul>{lists}</ul></div>{_foot(around)}",
    )


SHELLS = {
    "trs": trs,
    "hanweb": hanweb,
    "listed": listed,
    "post": post,
    "vsb": vsb,
    "old": old,
    "bare": bare,
    "word": word,
    "hexed": hexed,
}
