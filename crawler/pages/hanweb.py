"""Hanweb JCMS: articles `/art/Y/M/D/art_C_N.html`, lists `/col/colN/index.html` with an XML store, more by `dataproxy.jsp`.

Example of a list with 130 records: 1-45 stand in the page, 46-90 and 91-130 are asked for by two calls (东台).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from lxml.html import HtmlElement

from crawler.pages.base import MOST_LINKS, MOST_PAGES, Entry, IndexPage, PageRequest, ReportPage, entries_of
from crawler.pages.document import parse

FIRST_YEAR = 2008
"""The first reports under the Regulation cover 2008."""

_PROXY = re.compile(r"dataproxy\.jsp")
_ADDRESS_END = re.compile(r"[\w./:-]{0,200}$")
_NAMES = "col|appid|webid|path|columnid|unitid|webname|sourceContentType|permissiontype"
_PARAMETER = re.compile(rf"['\"]?\b({_NAMES})['\"]?\s{{0,3}}[:=]\s{{0,3}}['\"]?([^'\"&;,\s<>{{}}()]{{1,120}})", re.IGNORECASE)
_TOTAL = re.compile(r"\btotalRecords?(?:['\"]?\s{0,3}[:=]\s{0,3}['\"]?|>)(\d{1,7})", re.IGNORECASE)
_PER_PAGE = re.compile(r"\bperPage['\"]?\s{0,3}[:=]\s{0,3}['\"]?(\d{1,4})", re.IGNORECASE)
_CDATA = "<![CDATA["
_REPORT_BY_YEAR = "xxgkannualreport.jsp"


class HanwebIndex(IndexPage):
    """A Hanweb list: records of the XML store, or plain rows; `xxgkAnnualReport.jsp` has no list, only a year in its address."""

    def read_entries(self) -> Iterable[Entry]:
        """The store's records, and the page's own rows where the store has none; the years where there is no list at all."""
        if self._is_by_year:
            return [Entry(url, "") for url in self._addresses_by_year()]
        if self.records:
            opening, closing = ("<table>", "</table>") if self.records[0].lstrip()[:3].lower() == "<tr" else ("<ul>", "</ul>")
            stored = list(entries_of(parse(opening + "".join(self.records) + closing), self.base))
            if stored:
                return stored
        return entries_of(self.document, self.base)

    @cached_property
    def records(self) -> list[str]:
        """The markup of each record of the XML store, in order; [] without a store."""
        return list(_blocks(self.text, "record"))[:MOST_LINKS]

    def next_pages(self) -> list[PageRequest]:
        """The windows of records that are not in the page, else the next group that the store names, else the pager's links."""
        if self._is_by_year or "startrecord=" in self.url:
            return []
        if not self.records:
            return self.linked_pages()
        windows = self._windows()
        if windows:
            return windows
        anchors = (anchor for markup in _blocks(self.text, "nextgroup") for anchor in parse(markup).iter("a"))
        groups = (self.absolute(anchor.get("href", "")) for anchor in anchors)
        return [PageRequest(url) for url in groups if url and not self.is_enciphered][:1]

    @property
    def is_enciphered(self) -> bool:
        """Whether the list's column id is enciphered: then no further record can be asked for."""
        column = self._parameters.get("columnid")
        return column is not None and not column.isdigit()

    def shortfall(self) -> str | None:
        """What the page says exists and cannot be asked for, in words."""
        if self.is_enciphered and self.total > len(self.records):
            return f"{len(self.records)} of {self.total} records stand in the page, the rest is behind an enciphered address"
        return None

    @cached_property
    def total(self) -> int:
        """How many records the list has by its own count; 0 when it does not say."""
        found = _TOTAL.search(self.text)
        return int(found[1]) if found else 0

    @cached_property
    def _parameters(self) -> dict[str, str]:
        """The parameters of the list's own call to dataproxy, the one nearest to its count; those after its name win."""
        total = _TOTAL.search(self.text)
        near = total.start() if total else 0
        at = min((found.end() for found in islice(_PROXY.finditer(self.text), 20)), key=lambda end: abs(end - near), default=None)
        if at is None:
            return {}
        found: dict[str, str] = {}
        for part in (self.text[at : at + 2500], self.text[max(0, at - 1500) : at]):
            for name, value in _PARAMETER.findall(part.replace("&amp;", "&")):
                found.setdefault(name.lower(), unquote(value))
        return found

    def _windows(self) -> list[PageRequest]:
        proxy = _PROXY.search(self.text)
        held = len(self.records)
        before = _ADDRESS_END.search(self.text[max(0, proxy.start() - 200) : proxy.start()]) if proxy else None
        url = self.absolute(before[0] + proxy[0]) if proxy and before else None
        if url is None or self.total <= held or not self._parameters.get("columnid", "").isdigit():
            return []
        per_page = _PER_PAGE.search(self.text)
        spelled = {"sourcecontenttype": "sourceContentType"}
        form = {"col": "1", "appid": "1", "path": "/", "permissiontype": "0"} | self._parameters
        ordered = [(spelled.get(name, name), value) for name, value in form.items()]
        starts = range(held + 1, min(self.total, held * MOST_PAGES) + 1, held)
        windows = ((start, min(start + held - 1, self.total)) for start in starts)
        return [_window(url, ordered, first, last, per_page[1] if per_page else "15") for first, last in windows]

    @cached_property
    def is_annual_column(self) -> bool:
        """Whether the page lists annual reports: by its address for reports by year, else as every index page."""
        return self._is_by_year or super().is_annual_column

    @property
    def _is_by_year(self) -> bool:
        return _REPORT_BY_YEAR in urlsplit(self.url).path.lower()

    def _addresses_by_year(self) -> Iterator[str]:
        parts = urlsplit(self.url)
        pairs = [(name, value) for name, value in parse_qsl(parts.query) if name != "fbtime"]
        last = (self.today or date(FIRST_YEAR, 1, 1)).year - 1
        for year in range(last, FIRST_YEAR - 1, -1):
            yield urlunsplit(parts._replace(query=urlencode([*pairs, ("fbtime", str(year))])))


class HanwebReport(ReportPage):
    """A Hanweb article."""

    family = "hanweb"

    def content(self, shown: HtmlElement) -> HtmlElement:
        """The element that holds the article; the body of a report by year, which is nothing but the report."""
        if _REPORT_BY_YEAR in urlsplit(self.url).path.lower():
            body = self.document.find("body")
            return body if body is not None else self.document
        return shown


def _window(url: str, form: list[tuple[str, str]], first: int, last: int, per_page: str) -> PageRequest:
    """One window of records by POST, as the site's own script asks; by GET with all in the query where that brings nothing."""
    window = [("startrecord", str(first)), ("endrecord", str(last)), ("perpage", per_page)]
    fallback = PageRequest(f"{url}?{urlencode([*window, *form])}")
    return PageRequest(f"{url}?{urlencode(window)}", "POST", urlencode(form).encode("ascii"), fallback)


def _blocks(text: str, name: str) -> Iterator[str]:
    """What stands between `<name>` and `</name>`, CDATA marks taken off. Linear in the text, whatever it holds."""
    opening, closing = f"<{name}>", f"</{name}>"
    at = text.find(opening)
    while at >= 0:
        end = text.find(closing, at)
        if end < 0:
            return
        inner = text[at + len(opening) : end].strip()
        yield inner.removeprefix(_CDATA).removesuffix("]]>")
        at = text.find(opening, end)
