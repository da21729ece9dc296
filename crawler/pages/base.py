"""The two contracts of a CMS family: what an index page lists, and what an article page shows. Plain classes, no I/O.

A page class knows HTML and one CMS; it does not know what a report says. `text` is the decoded page, `document` its one parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from urllib.parse import urldefrag, urljoin

from lxml.html import HtmlElement

from crawler.addresses import is_fetchable
from crawler.pages import article
from crawler.pages.document import date_in, elements, squeeze, strings, text_of
from crawler.pages.framed_forms import framed_form
from crawler.pages.index_table import index_table_of, rows_of
from crawler.pages.paging import MOST_LINKS, MOST_PAGES, Here, PageRequest, following
from crawler.pages.units import unit_beside
from crawler.pages.unseen import mark_unseen
from crawler.pages.wordings import (
    is_article_address,
    is_navigation,
    is_year_link,
    leads_to_columns,
    looks_like_report,
    names_column,
    slug_of_column,
)
from pipelines.items import AttachmentLink, View
from pipelines.layout.sheets import sheets_of
from pipelines.layout.styles import styles_of

__all__ = [
    "MOST_LINKS", "MOST_PAGES", "Entry", "IndexPage", "PageRequest", "ReportPage", "absolute", "base_of", "entries_of",
    "title_tag", "unique_entries",
]  # fmt: skip

_anchors = elements("//a[@href]")
_frames = strings("//iframe/@src | //frame/@src")
_JUMP = re.compile(r"\blocation(?:\.href)?\s{0,3}(?:=|\.replace\()\s{0,3}['\"]([^'\"<>\s]{1,300})['\"](?!\s{0,3}\+)")
_JUMP_PAGE = 5000
_FOLDER = re.compile(r"/(?:index\.\w{2,5})?$")
_ROW_TAGS = frozenset({"li", "tr", "dd", "dl"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an index page: absolute address, title as printed (untruncated where the page has it so), date beside it.

    `unit`: whose report it is, where the list says so.
    """

    url: str
    title: str
    date: date | None = None
    unit: str | None = None


class IndexPage:
    """A list of articles: dated anchors in rows, and a 下一页. Families that write their lists otherwise override the two."""

    asked: PageRequest | None = None
    """The request that this page answers, where that says more than its address (a form that was posted)."""

    def __init__(self, document: HtmlElement, url: str, text: str, today: date | None = None) -> None:
        self.document, self.url, self.text, self.today = document, url, text, today

    def entries(self) -> list[Entry]:
        """The lines of the list, in order, an address once. A line has a date beside it or a title like a report's."""
        return unique_entries(self.read_entries())

    def read_entries(self) -> Iterable[Entry]:
        """The lines as found on the page; an address may come more than once."""
        return entries_of(self.document, self.base)

    def next_pages(self) -> list[PageRequest]:
        """The pages of the same list that come after this one, the nearest first; where it is all in a frame, what fills that."""
        linked = self.linked_pages()
        form = None if linked else framed_form(self.document, self.absolute)
        return [form] if form is not None and not self.entries() else linked

    def linked_pages(self) -> list[PageRequest]:
        """What the pager says: 下一页, else its numbers, else its script or its count."""
        return following(self.here)

    @property
    def here(self) -> Here:
        """This page as its pager is read."""
        return Here(self.document, self.url, self.text, self.absolute)

    def columns(self) -> list[Entry]:
        """Links that lead to lists of annual reports: columns by name, years and units below an annual-report column."""
        inside = self.is_annual_column
        found = (Entry(url, text) for a in self._links if (text := label_of(a)) and (url := self.join(a)))
        return unique_entries(entry for entry in found if self._is_column(entry, inside))

    def shortfall(self) -> str | None:
        """What the page says exists and cannot be asked for, in words; None when nothing is missing."""
        return None

    def frames(self) -> list[str]:
        """Addresses of the frames a page is made of, and where a page that is nothing but a script jumps to."""
        references = [str(source) for source in _frames(self.document)[:20]]
        if len(self.text) < _JUMP_PAGE:
            references += [found[1] for found in _JUMP.finditer(self.text)][:1]
        urls = (self.absolute(reference) for reference in references)
        return [url for url in dict.fromkeys(urls) if url]

    @cached_property
    def is_annual_column(self) -> bool:
        """Whether the page says of itself, by its title, its breadcrumb or its address, that it lists annual reports."""
        names = title_tag(self.document).replace("_", "-").split("-")
        meta = article.meta_of(self.document)
        names += [meta.get("columnname", ""), *self.breadcrumb[-1:]]
        return slug_of_column(self.url) or any(names_column(name) for name in names)

    def _is_column(self, entry: Entry, inside: bool) -> bool:
        if is_article_address(entry.url):
            return False
        if names_column(entry.title):
            return True
        if inside:
            below = entry.url.startswith(self.url.rsplit("/", 1)[0] + "/") and bool(_FOLDER.search(entry.url))
            return is_year_link(entry.title) or (below and not is_navigation(entry.title))
        return leads_to_columns(entry.title)

    @cached_property
    def breadcrumb(self) -> tuple[str, ...]:
        """The parts of the page's 当前位置 line."""
        body = self.document.find("body")
        return article.breadcrumb_of(article.texts_around(body)) if body is not None else ()

    @property
    def _links(self) -> Iterator[HtmlElement]:
        return islice(_anchors(self.document), MOST_LINKS)

    @cached_property
    def base(self) -> str:
        """The address that relative links are joined to."""
        return base_of(self.document, self.url)

    def join(self, anchor: HtmlElement) -> str | None:
        """The absolute address of an anchor, None when it is no page address."""
        return absolute(self.base, anchor.get("href", ""))

    def absolute(self, reference: str) -> str | None:
        """A reference of this page as an absolute address without fragment, None when it is no page address."""
        return absolute(self.base, reference)


class ReportPage:
    """An article page. What all families share is read by `crawler.pages.article`; families override the parts that differ."""

    family = "static"

    def __init__(self, document: HtmlElement, url: str, text: str) -> None:
        self.document, self.url, self.text = document, url, text

    def view(self) -> View:
        """What the page shows, in its own words. Every field that the page lacks is None or empty."""
        sheets = sheets_of(self.document)
        mark_unseen(self.document, sheets)
        marks = article.marks_of(self.document)
        shown = article.content_of(self.document, marks)
        content = self.content(shown)
        meta = article.meta_of(self.document)
        title = squeeze(title_tag(self.document)[:500]) or None
        around = article.texts_around(shown)
        index_table = index_table_of(around)
        return View(
            family=self.family,
            content=content,
            title=title,
            heading=article.heading_of(self.document, marks, meta, title, shown),
            meta=meta,
            breadcrumb=article.breadcrumb_of(around),
            rows=rows_of(index_table),
            date_line=article.date_line_of(around, shown, index_table),
            attachments=self.attachments(content),
            styles=styles_of(content, sheets),
        )

    def content(self, shown: HtmlElement) -> HtmlElement:
        """The element that holds the article; `shown` is the one found on the page."""
        return shown

    def attachments(self, content: HtmlElement) -> tuple[AttachmentLink, ...]:
        """The files that the article links to."""
        return article.attachments_of(content, base_of(self.document, self.url))


def title_tag(document: HtmlElement) -> str:
    """What a document's title element says, as written; the first one counts."""
    title = next(document.iter("title"), None)
    if title is None:
        return ""
    return "".join(title.itertext()) if len(title) else title.text or ""


def base_of(document: HtmlElement, url: str) -> str:
    """The address that relative links of a document are joined to: its own, or that of its base element."""
    declared = next((base.get("href") for base in document.iter("base") if "href" in base.attrib), "").strip()
    return absolute(url, declared) or url if declared else url


def absolute(base: str, reference: str) -> str | None:
    """A reference joined to a base, without fragment; None when it is no http(s) address (script, mail, too long, broken)."""
    reference = "".join(reference.split())
    if not reference or reference[0] == "#" or reference[:11].lower() == "javascript:":
        return None
    try:
        url = urldefrag(urljoin(base, reference)).url
    except ValueError:
        return None
    return url if is_fetchable(url) else None


def entries_of(document: HtmlElement, base: str) -> Iterator[Entry]:
    """Every anchor of a document that stands in a row with a date, or whose title may be a report's."""
    crowded: dict[HtmlElement, bool] = {}
    above: dict[HtmlElement, str | None] = {}
    for anchor in islice(_anchors(document), MOST_LINKS):
        title = title_of(anchor)
        if len(title) < 4 or is_navigation(title):
            continue
        url = absolute(base, anchor.get("href", ""))
        if url is None:
            continue
        beside = date_beside(anchor, crowded)
        if beside is not None or (looks_like_report(title) and (is_article_address(url) or not names_column(title))):
            yield Entry(url, title, beside, unit_beside(anchor, above))


def title_of(anchor: HtmlElement) -> str:
    """The title an anchor gives: its title attribute when that begins like the text and is longer, else its text."""
    text = text_of(anchor, 300)
    hint = squeeze(anchor.get("title", "")[:500])
    hint = hint.removeprefix("标题：").removeprefix("标题:").split(" 发布时间")[0].strip()
    bare = text.rstrip("….。 ")
    return hint if hint and (not bare or (hint.startswith(bare[:12]) and len(hint) >= len(bare))) else text


def label_of(anchor: HtmlElement) -> str:
    """What a link says: its text, else its title, else what its picture says it shows."""
    text = text_of(anchor, 80)
    if text:
        return text
    pictures = (squeeze(image.get("alt", "")[:200] or image.get("title", "")[:200]) for image in islice(anchor.iter("img"), 3))
    return squeeze(anchor.get("title", "")[:200]) or next((said for said in pictures if said), "")


def date_beside(anchor: HtmlElement, crowded: dict[HtmlElement, bool]) -> date | None:
    """The date in the row of a list that an anchor stands in; None when the row has none.

    `crowded` keeps, over the anchors of one page, which elements hold several anchors and so are no row.
    """
    node = anchor
    for _ in range(5):
        parent = node.getparent()
        if parent is None or parent.tag in ("body", "ul", "table", "tbody"):
            break
        if parent not in crowded:
            crowded[parent] = sum(1 for _ in islice(parent.iter("a"), 2)) > 1
        if parent.tag not in _ROW_TAGS and crowded[parent]:
            return date_in(anchor.tail or "") or _date_after(node)
        node = parent
        row = text_of(node, 400)
        found = date_in(row.replace(text_of(anchor, 300), " ", 1)) or date_in(row)
        if found or node.tag in _ROW_TAGS:
            return found
    return _date_after(node)


def _date_after(node: HtmlElement) -> date | None:
    follower = node.getnext()
    if follower is None or next(follower.iter("a"), None) is not None:
        return None
    return date_in(text_of(follower, 60))


def unique_entries(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with each address once: of several anchors to one page the one with a date, else the longest title, wins."""
    best: dict[str, Entry] = {}
    for entry in entries:
        held = best.get(entry.url)
        if held is None or (entry.date is not None, len(entry.title)) > (held.date is not None, len(held.title)):
            best[entry.url] = entry
    return list(best.values())
