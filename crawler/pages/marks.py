"""What the elements of a page are for by their names: containers of articles, what stands aside, headings.

The few attributes are looked at and not the many elements: most names say nothing, and their elements are never asked.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from lxml.html import HtmlElement

from crawler.pages.document import strings
from pipelines.layout.order import in_order

KNOWN = frozenset({
    "zoom", "zoomcon", "trs_editor", "trs_ueditor", "trs_editor_view", "trs_paper_default", "ucap-content", "vsb_content",
    "v_news_content", "bt_content", "xl_con",
    "artile_zw", "bt-content", "article-conter", "art_con", "news_cont_d_wrap", "articlebox", "xl_main", "my_doccontent",
    "article-content", "article_content", "articlecontent", "pages_content", "zwxl-article", "xxgk_content", "content-article",
    "detail-content", "detail_content", "news_content", "newscontent", "arti_content", "wp_articlecontent", "info_content",
    "art-content", "artcontent", "printcontent", "doccontent", "mainbodytext", "article-txt", "xl-content", "xl_content",
    "conttxt", "fontzoom", "zwnr", "zw_content", "gkmlpt-content", "easysite-news-text",
})  # fmt: skip
_ASIDE = frozenset({
    "header", "footer", "nav", "navbar", "menu", "sidebar", "side", "copyright", "foot", "head", "top", "bottom", "breadcrumb",
    "crumb", "position", "weizhi", "share", "related", "links", "friendlink",
})  # fmt: skip
_TITLE_NAMES = frozenset({
    "title", "tit", "bt", "biaoti", "arti_title", "article-title", "article_title", "xl_title", "xl-title", "arttitle", "wzbt",
    "con_title", "content_title", "content-title", "news_title", "newstitle", "info_title", "detail-title", "detail_title",
    "zwxl-title", "titles", "sp_title", "xxgk_title", "doctitle",
})  # fmt: skip
_VSB = re.compile(r"^vsb_content(?:_\w+)?$")
_MOST_MARKS = 5000
_LONGEST_NAMES = 1000

_classes = strings("/descendant::*/@class[. != 'MsoNormal']")  # a form exported by Word has hundreds of the one left out
_ids = strings("/descendant::*/@id")

Role = Literal["article", "aside", "title"]


class Marks(NamedTuple):
    """The elements of a page whose class or identifier tells their role; articles and titles in the order of the page."""

    articles: list[HtmlElement]
    asides: set[HtmlElement]
    titles: list[HtmlElement]


def marks_of(document: HtmlElement) -> Marks:
    """The elements whose names tell something, of the first thousands that have a class or an identifier."""
    by_class, by_id = _told(_classes(document)), _told(_ids(document))
    return Marks(
        in_order(document, by_class["article"], by_id["article"]),
        {*by_class["aside"], *by_id["aside"]},
        in_order(document, by_class["title"], by_id["title"]),
    )


def _told(values: list[Any]) -> dict[Role, list[HtmlElement]]:
    """The elements of each role in order, by the values of one attribute, strings that know their element."""
    found: dict[Role, list[HtmlElement]] = {"article": [], "aside": [], "title": []}
    for value in values[:_MOST_MARKS]:
        for role in _roles(value[:_LONGEST_NAMES]):  # a plain string: one that knows its element would keep the page
            found[role].append(value.getparent())
    return found


@lru_cache(maxsize=4096)  # a site's names are the same on all its pages
def _roles(value: str) -> tuple[Role, ...]:
    """The roles that the value of a class or of an identifier tells; () for nearly every one."""
    names = frozenset(value.lower().split())
    known = not names.isdisjoint(KNOWN) or any(map(_VSB.match, names))
    told: list[tuple[Role, bool]] = [
        ("article", known), ("aside", not names.isdisjoint(_ASIDE)), ("title", not names.isdisjoint(_TITLE_NAMES)),
    ]  # fmt: skip
    return tuple(role for role, is_told in told if is_told)
