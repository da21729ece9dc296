"""Where a page of an unknown portal may lead on to its annual reports: links weighed by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from crawler.pages.base import IndexPage, label_of
from crawler.pages.document import elements, squeeze, text_of
from crawler.pages.paging import PageRequest, address_of
from crawler.pages.wordings import (
    is_article_address,
    is_navigation,
    is_town,
    is_unit,
    is_year_link,
    names_column,
    plain_title,
    slug_of_column,
    town_in,
    years_in,
)

COLUMN, YEAR, SLUG, NEXT = 100, 90, 80, 95
STATUTORY, OPENNESS, FRAME, AFFAIRS, TOWNS, TOWN, MAP = 60, 55, 52, 50, 45, 40, 30
"""How much each kind of link promises, of 100."""

FOREIGN_FROM = STATUTORY - 10
"""A link to a host that is not the portal's own is followed from here on."""

_MOST_LINKS = 4000
_OPEN = "公[开開]"
_LOOK_ALIKE = re.compile(
    r"指南|依申[请請]|制度|公[报報]|[预預]算|[决決]算|法治|网站工作|網站|[统統][计計]|意[见見]|投[诉訴]|申[请請]"
)
_KINDS: tuple[tuple[int, str, re.Pattern[str]], ...] = (
    (COLUMN, "names annual reports", re.compile(rf"{_OPEN}[^，。]{{0,8}}(?:年度?[报報](?:告|$)|年[报報])")),
    (STATUTORY, "names what must be published", re.compile(rf"法定主[动動]{_OPEN}|主[动動]{_OPEN}(?:内容|目[录錄])")),
    (TOWNS, "a list of towns", re.compile(r"^(?:各|全县|全区|本级)?(?:乡镇|鄉鎮|镇街|镇办|街镇|街道|苏木)")),
    (OPENNESS, "the openness section", re.compile(rf"(?:政府)?信息{_OPEN}")),
    (AFFAIRS, "the openness section", re.compile(rf"[政镇乡街区县村党校][务務]{_OPEN}|^{_OPEN}$")),
    (MAP, "the site's map", re.compile(r"^(?:网站|站点|本站)(?:地[图圖]|导航)$")),
)  # fmt: skip
_MORE = re.compile(r"^(?:查看)?(?:更多|more|>{1,3}|\+|»)[\W]{0,6}$", re.IGNORECASE)
_FOLDER = re.compile(r"/(?:index\.\w{2,5})?$")
_anchors = elements("//a[@href or @onclick]")
_areas = elements("//area[@href] | //option[@value]")


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to ask for next: the request, what the link said, how much it promises and why.

    `depth` counts links from the home page; `labels` are the links' words from there; `unit` is the town or bureau whose
    pages these are, None for the portal's own; `parent` the address of the page that named it.
    """

    request: PageRequest
    label: str
    score: int
    why: str
    depth: int = 0
    labels: tuple[str, ...] = ()
    unit: str | None = None
    parent: str | None = None

    @property
    def url(self) -> str:
        """The address to ask."""
        return self.request.url


def ways_of(index: IndexPage, came: Way) -> list[Way]:
    """The ways on from a page, each address once, the most promising first. `came` is the way that led to the page."""
    best: dict[str, Way] = {}
    for way in _ways(index, came):
        held = best.get(way.url)
        if way.url != came.url and (held is None or way.score > held.score):
            best[way.url] = way
    return sorted(best.values(), key=lambda way: -way.score)


def _ways(index: IndexPage, came: Way) -> Iterator[Way]:
    def way(url: str, label: str, score: int, why: str) -> Way:
        unit = town_in(label) or (label if index.is_annual_column and is_unit(label) else came.unit)
        return Way(PageRequest(url), label, score, why, came.depth + 1, (*came.labels, label), unit, index.url)

    for column in index.columns():
        if weighed := _weigh(column.title, column.url, inside=index.is_annual_column):
            yield way(column.url, column.title, *weighed)
    for url, label in _links(index):
        if weighed := _weigh(label, url, inside=index.is_annual_column):
            yield way(url, label, *weighed)
    for url in index.frames():
        yield way(url, came.label, FRAME, "a frame of the page")
    if (index.is_annual_column or (came.score >= SLUG and came.depth)) and not index.entries():
        for request in index.next_pages()[:1]:
            yield Way(request, came.label, NEXT, "the list's own call", came.depth + 1, came.labels, came.unit, index.url)


def _links(index: IndexPage) -> Iterator[tuple[str, str]]:
    """Every link of a page with its words: anchors, areas of a picture, choices of a menu."""
    for anchor in islice(_anchors(index.document), _MOST_LINKS):
        label = label_of(anchor)
        if _MORE.match(label):
            label = _heading_before(anchor)
        url = address_of(index.here, anchor)
        for words in dict.fromkeys((label, squeeze(anchor.get("title", "")[:80]))) if url else ():
            if words and url:
                yield url, words
    for element in _areas(index.document)[:_MOST_LINKS]:
        reference = element.get("href") or element.get("value", "")
        label = squeeze(element.get("alt", "") or element.get("title", "") or text_of(element, 80))[:80]
        if label and "/" in reference and (url := index.absolute(reference)):
            yield url, label


def _heading_before(anchor: HtmlElement) -> str:
    """The words of the block that a 更多 belongs to, where they are a column's name; "" otherwise."""
    block = anchor
    for _ in range(3):
        parent = block.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        block = parent
        words = text_of(block, 60).split(" ")
        if found := next((word for word in words if names_column(word)), None):
            return found
    return ""


def _weigh(label: str, url: str, *, inside: bool) -> tuple[int, str] | None:
    """How much a link promises and why; None for one that leads to no list of reports. `inside` an annual-report column."""
    plain = plain_title(label)
    if is_article_address(url) or is_navigation(label) or not 2 <= len(plain) <= 40:
        return None
    if names_column(label):
        return COLUMN, "names annual reports"
    if inside and is_year_link(label):
        return YEAR, "a year below a column of annual reports"
    if inside and is_unit(plain):
        return YEAR, "a unit below a column of annual reports"
    if is_town(plain):
        return (YEAR, "a town below a column of annual reports") if inside else (TOWN, "a town's own pages")
    if _LOOK_ALIKE.search(plain):
        return None
    if years_in(plain):  # a title, or a folder that holds one year's reports
        return (YEAR, "a year's annual reports") if _FOLDER.search(url) and _KINDS[0][2].search(plain) else None
    if slug_of_column(url):
        return SLUG, "its address is called like a column of annual reports"
    return next(((score, why) for score, why, pattern in _KINDS if len(plain) <= 24 and pattern.search(plain)), None)
