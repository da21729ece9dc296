"""TRS WCM: articles `/YYYYMM/tYYYYMMDD_ID.html`, lists paged by a script's count (`createPageHTML(25, 0, "index", "shtml")`).

Page N of a list is `index_{N-1}.html` where the script counts pages from 0, `index_N.html` where it counts from 1 (上海 wsjkw).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.pages.article import attachments_of
from crawler.pages.base import MOST_PAGES, Entry, IndexPage, PageRequest, ReportPage, base_of, entries_of
from crawler.pages.document import parse, text_of
from pipelines.items import AttachmentLink

_CALL = re.compile(r"\b(?:createPageHTML\w{0,10}|createPage|pageControl)\s*\(([^()]{3,300})\)")
_ARGUMENT = re.compile(r"""\s*(?:'([^']*)'|"([^"]*)"|([^,'"]*))\s*(?:,|$)""")
_VARIABLE = re.compile(r"\b(countPage|currentPage|totalPage|pageCount)\s*=\s*['\"]?(\d{1,6})\b")
_SET_PAGE = re.compile(r"\.pagination\(\s*['\"]setPage['\"]\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*\)")
_SUFFIXED = re.compile(r"^(.+)_(\d{1,5})$")
_WRITTEN = re.compile(r"<a\b[^<>]{5,600}>[^<>]{2,300}</a>[^'\"]{0,200}", re.IGNORECASE)
_FILES = re.compile(r"[\w./-]{0,120}\b[PW]0\d{3,24}\.(?:pdf|docx?|xlsx?|wps|ofd|rar|zip)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pager:
    """What a pager call says: how many pages, which one this is in the call's own counting, base name and extension."""

    count: int
    current: int
    name: str
    extension: str


class TrsIndex(IndexPage):
    """A TRS list: dated anchors, written as HTML or by script."""

    def read_entries(self) -> Iterable[Entry]:
        """The list's lines; those of a list that a script writes only when the page itself shows none."""
        plain = list(entries_of(self.document, self.base))
        return plain or entries_of(parse(f"<ul>{''.join(self._written_lines())}</ul>"), self.base)

    def _written_lines(self) -> list[str]:
        scripts = (script.text for script in self.document.iter("script") if script.text and "<a" in script.text)
        found = chain.from_iterable(_WRITTEN.findall(text.replace("\\/", "/").replace('\\"', '"')) for text in scripts)
        return [f"<li>{line}</li>" for line in found][:1000]

    def next_pages(self) -> list[PageRequest]:
        """The pages after this one: as the pager call counts them, else as its links say."""
        pager = read_pager(self.text, self.url)
        if pager is None:
            return self.linked_pages()
        here = _SUFFIXED.match(_stem(self.url))
        if here and here[1] == pager.name:
            first, last = int(here[2]) + 1, pager.count - 1 + self._counts_from_one(pager)
        else:
            from_one = self._counts_from_one(pager)
            first, last = 1 + from_one, pager.count - 1 + from_one
        numbers = range(first, min(last, first + MOST_PAGES) + 1)
        urls = (self.absolute(f"{pager.name}_{number}.{pager.extension}") for number in numbers)
        return [PageRequest(url) for url in urls if url]

    def _counts_from_one(self, pager: Pager) -> bool:
        """Whether page 2 is `index_2`: the address behind the number 2 settles it, else the call on page 1 (0 or 1)."""
        for anchor in self._links:
            if text_of(anchor, 8) == "2":
                second = _SUFFIXED.match(_stem(anchor.get("href", "")))
                if second and second[1] == pager.name:
                    return second[2] == "2"
        return _SUFFIXED.match(_stem(self.url)) is None and pager.current == 1


class TrsReport(ReportPage):
    """A TRS article. Some templates name the attached files only in an inline script."""

    family = "trs"

    def attachments(self, content: HtmlElement) -> tuple[AttachmentLink, ...]:
        """The files that the article links to, and those named in the page's scripts."""
        base = base_of(self.document, self.url)
        linked = attachments_of(content, base)
        known = {link.url for link in linked}
        scripts = " ".join((script.text or "")[:20_000] for script in self.document.iter("script"))
        named = dict.fromkeys(urljoin(base, name) for name in _FILES.findall(scripts)[:50])
        return (*linked, *(AttachmentLink(url, "") for url in named if url not in known))


def read_pager(text: str, url: str) -> Pager | None:
    """The pager call of a TRS list page; None when the page has none or its count makes no sense."""
    for call in _CALL.finditer(text):
        pager = _pager_of([_value(match) for match in _ARGUMENT.finditer(call[1])])
        if pager:
            return pager
    extension = urlsplit(url).path.rpartition("/")[2].rpartition(".")[2] or "html"
    name = _name_of(url)
    said = {found[1]: int(found[2]) for found in _VARIABLE.finditer(text)}
    count = said.get("countPage") or said.get("totalPage") or said.get("pageCount")
    if count and "currentPage" in said:
        return Pager(count, said["currentPage"], name, extension)
    found = _SET_PAGE.search(text)
    return Pager(int(found[2]), int(found[1]) - 1, name, extension) if found else None


def _value(match: re.Match[str]) -> str | int:
    quoted = match[1] if match[1] is not None else match[2]
    bare = (match[3] or "").strip()
    if quoted is not None:
        return quoted
    return int(bare) if bare.isdigit() and len(bare) < 7 else bare


def _pager_of(arguments: list[str | int]) -> Pager | None:
    """The pager of a call's arguments: [container,] count, current, name, extension, …"""
    if arguments and isinstance(arguments[0], str):
        arguments = arguments[1:]
    match arguments:
        case [int(count), int(current), str(name), str(extension), *_] if name and extension.isalnum() and "/" not in name:
            return Pager(count, current, name, extension)
    return None


def _stem(reference: str) -> str:
    return reference.split("?")[0].rpartition("/")[2].rpartition(".")[0]


def _name_of(url: str) -> str:
    stem = _stem(url) or "index"
    suffixed = _SUFFIXED.match(stem)
    return suffixed[1] if suffixed else stem
