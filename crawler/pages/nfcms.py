"""Guangdong NFCMS: articles `content/post_N.html` (mobile twin `mpost_N`), lists `index.html`, `index_2.html`, …"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from crawler.pages.base import MOST_PAGES, Entry, IndexPage, PageRequest, ReportPage, entries_of
from crawler.pages.paging import named

_MOBILE = re.compile(r"/content/mpost_(\d+)")
_COUNT = re.compile(
    r"\b(?:totalPage|pageCount|countPage|page_count)['\"]?\s{0,3}[:=]\s{0,3}['\"]?(\d{1,5})|共\s{0,3}(\d{1,5})\s{0,3}页"
)
_LIST = re.compile(r"/(?:index(?:_\d+)?\.html)?$")


class NfcmsIndex(IndexPage):
    """An NFCMS list; the mobile twin of an article counts as the article."""

    def read_entries(self) -> Iterable[Entry]:
        """The list's lines, addresses of mobile twins turned into those of the articles."""
        return [replace(entry, url=_MOBILE.sub(r"/content/post_\1", entry.url)) for entry in entries_of(self.document, self.base)]

    def next_pages(self) -> list[PageRequest]:
        """What the pager's links say; without links page 2 is `index_2.html`, up to the count that the page gives."""
        linked = named(self.here)
        count = _COUNT.search(self.text)
        path = self.url.split("?")[0]
        if linked or count is None or not _LIST.search(path) or "index_" in path:
            return linked
        last = min(int(count[1] or count[2]), MOST_PAGES)
        urls = (self.absolute(f"index_{number}.html") for number in range(2, last + 1))
        return [PageRequest(url) for url in urls if url]


class NfcmsReport(ReportPage):
    """An NFCMS article."""

    family = "nfcms"
