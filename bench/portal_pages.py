"""The labelled pages as a government portal prints them: the same article in 40 to 100 KB of markup. A part of bench.extract.

What is added is invented after what such portals send: inline scripts, style sheets, a mega menu, link lists, a share bar
and a foot; in the article, each cell and paragraph wrapped as a word processor exports it (100 to 250 bytes of mso styles).
No text of the article is changed. Real pages vary: their head and menus weigh between 5 and 60 KB.
"""

from __future__ import annotations

from random import Random

import lxml.html
from lxml.html import HtmlElement

from crawler.pages.content import content_of
from crawler.pages.marks import marks_of

_CELL = (
    "width:{w}.{d}pt;border-top:none;border-left:none;border-bottom:solid windowtext 1.0pt;border-right:solid windowtext 1.0pt;"
    "mso-border-top-alt:solid windowtext .5pt;mso-border-left-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt"
)
_INSIDE = "text-align:center;line-height:18.0pt;mso-line-height-rule:exactly;mso-pagination:widow-orphan"
_RUN = "font-size:10.5pt;font-family:宋体;mso-bidi-font-family:宋体;color:black;mso-font-kerning:0pt"
_LINE = "text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt;mso-line-height-rule:exactly"
_SPEECH = "font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体;mso-bidi-font-family:宋体"
_SCRIPT = (
    "function show{n}(id,time){{var box=document.getElementById(id);if(!box){{return false;}}"
    "var list=box.getElementsByTagName('li');for(var i=0;i<list.length;i++){{list[i].className=(i==time)?'on':'';}}"
    "window.setTimeout(function(){{box.style.display='block';}},300);}}\n"
)
_STYLE = ".box{n} li a{{display:block;height:28px;line-height:28px;padding:0 12px;color:#333;overflow:hidden}}\n"
_WORDS = (
    "政务要闻", "部门动态", "乡镇之窗", "公示公告", "政策文件", "政策解读", "办事指南", "便民服务", "互动交流",
    "领导信箱", "在线访谈", "民意征集", "走进我县", "招商引资", "旅游风光", "财政资金", "重点领域", "人事信息",
    "统计信息", "应急管理",
)  # fmt: skip


def portal_page(body: bytes) -> bytes:
    """The page around the same article, in UTF-8; always the same for the same bytes."""
    document = lxml.html.document_fromstring(body.decode("utf-8"))
    rng = Random(len(body))
    _export(content_of(document, marks_of(document)), rng)
    head, page = document.find("head"), document.find("body")
    assert head is not None
    assert page is not None
    for n in range(22):
        head.append(lxml.html.fragment_fromstring(f"<script type='text/javascript'>{_SCRIPT.format(n=n)}</script>"))
    for n in range(4):
        rules = "".join(_STYLE.format(n=20 * n + m) for m in range(8))
        head.append(lxml.html.fragment_fromstring(f"<style type='text/css'>{rules}</style>"))
    page.insert(0, lxml.html.fragment_fromstring(_menu(rng)))
    page.append(lxml.html.fragment_fromstring(_lists(rng)))
    for n in range(30, 42):
        page.append(lxml.html.fragment_fromstring(f"<script>{_SCRIPT.format(n=n)}</script>"))
    html: bytes = lxml.html.tostring(document, encoding="utf-8", doctype="<!DOCTYPE html>")
    return html


def _export(article: HtmlElement, rng: Random) -> None:
    """Wraps what stands in cells and paragraphs as a word processor does, whatever stands there."""
    widths = [rng.randint(20, 120) for _ in range(12)]
    for element in list(article.iter("td", "th", "p")):
        if element.tag == "p" and next(element.iterancestors("td", "th"), None) is not None:
            continue
        if element.tag == "p":
            element.set("class", "MsoNormal")
            element.set("style", f"{_LINE};{element.get('style') or ''}")
            _wrap(element, [("span", _SPEECH)])
        else:
            column = sum(1 for _ in element.itersiblings(preceding=True))
            style = _CELL.format(w=widths[column % len(widths)], d=column % 10)
            element.set("style", f"{style};{element.get('style') or ''}")
            element.set("valign", "middle")
            _wrap(element, [("p", _INSIDE), ("span", _RUN)] if len(element) == 0 else [])


def _wrap(element: HtmlElement, layers: list[tuple[str, str]]) -> None:
    for tag, style in reversed(layers):
        inner = lxml.html.Element(tag, style=style)
        if tag == "p":
            inner.set("class", "MsoNormal")
            inner.set("align", "center")
        else:
            inner.set("lang", "EN-US")
        inner.text, element.text = element.text, None
        for child in list(element):
            inner.append(child)
        element.append(inner)


def _menu(rng: Random) -> str:
    """A header with a menu of two levels."""
    columns = "".join(
        f"<li class='nav-item'><a href='/col/{n}/index.html' target='_blank'>{rng.choice(_WORDS)}</a><div class='sub'><ul>"
        + "".join(
            f"<li><a href='/col/{n}/{m}/index.html' target='_blank' title='{word}'>{word}</a></li>"
            for m, word in enumerate(rng.sample(_WORDS, 6))
        )
        + "</ul></div></li>"
        for n in range(10)
    )
    return (
        "<div class='header'><div class='top'><span id='weather'></span><a href='/wza'>无障碍</a><a href='/en'>English</a></div>"
        "<div class='search'><form action='/search' method='get'><input type='text' name='q' value=''/><input type='submit'/>"
        "</form></div>"
        f"<ul class='nav'>{columns}</ul></div>"
    )


def _lists(rng: Random) -> str:
    """Lists beside and below the article, a share bar, and the foot."""
    boxes = "".join(
        f"<div class='box{n} related'><h4>{rng.choice(_WORDS)}</h4><ul>"
        + "".join(
            f"<li><a href='/art/{m}/{rng.randint(10000, 99999)}.html' target='_blank'>我县召开{rng.choice(_WORDS)}工作推进会</a>"
            f"<span>0{rng.randint(1, 9)}-{rng.randint(10, 28)}</span></li>"
            for m in range(10)
        )
        + "</ul></div>"
        for n in range(7)
    )
    share = "<div class='bdsharebuttonbox'><a class='bds_weixin'></a><a class='bds_tsina'></a></div>"
    return f"<div class='foot-area'>{share}{boxes}</div>"
