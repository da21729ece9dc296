"""Hanweb jpaas gateway: a list element carries its query, further pages come as JSON whose `data.html` is a list fragment."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.pages.base import MOST_PAGES, Entry, IndexPage, PageRequest, ReportPage, entries_of
from crawler.pages.document import elements, parse

GATEWAY = "/api-gateway/jpaas-publish-server/front/page/build/unit"
_queries = elements("//*[@querydata]")
_counts = elements("//*[@count and @rows]")
_PAIR = re.compile(r"['\"]?(\w{2,30})['\"]?\s{0,3}:\s{0,3}['\"]([^'\"]{0,200})['\"]")
_COUNT = re.compile(r"\b(count|rows)\s{0,3}[=:]\s{0,3}['\"]?(\d{1,7})")


class JpaasIndex(IndexPage):
    """A list of the gateway: the first page as HTML, the others as JSON."""

    @cached_property
    def fragment(self) -> HtmlElement:
        """The markup that holds the list: that of a JSON answer, else the page."""
        if not self.text.lstrip().startswith("{"):
            return self.document
        try:
            answer: Any = json.loads(self.text)
            return parse(f"<div>{answer['data']['html']}</div>")
        except (ValueError, KeyError, TypeError, RecursionError):
            return self.document

    def read_entries(self) -> Iterable[Entry]:
        """The lines of the list."""
        return entries_of(self.fragment, self.base)

    @cached_property
    def base(self) -> str:
        """The address that links are joined to; the gateway's answers hold links from the root."""
        return self.url

    def next_pages(self) -> list[PageRequest]:
        """Pages 2 to the last by the list's own count: ceil(count / rows). A JSON answer names none."""
        query, count, rows = self._query(), *self._count_and_rows()
        if not query or not count or not rows:
            return [] if self.fragment is not self.document else self.linked_pages()
        last = min(-(-count // rows), MOST_PAGES)
        return [PageRequest(self._address(query, page, rows)) for page in range(2, last + 1)]

    def _query(self) -> dict[str, str]:
        """The query a list element carries; of several the one of the page's own column."""
        carriers = _queries(self.document)[:20]
        read = [dict(_PAIR.findall(element.get("querydata", "")[:2000])) for element in carriers]
        usable = [query for query in read if "webId" in query and "pageId" in query]
        return next((query for query in usable if "list" in query.get("tagId", "").lower()), usable[0] if usable else {})

    def _count_and_rows(self) -> tuple[int, int]:
        for element in _counts(self.document)[:5]:
            count, rows = element.get("count", ""), element.get("rows", "")
            if count.isdigit() and rows.isdigit() and len(count) < 8 and len(rows) < 8:
                return int(count), int(rows)
        said = {name: int(number) for name, number in _COUNT.findall(self.text)}
        return said.get("count", 0), said.get("rows", 0)

    def _address(self, query: dict[str, str], page: int, rows: int) -> str:
        # Spaces inside paramJson drew 403 at one site, so it is written compactly.
        parameters = json.dumps({"pageNo": page, "pageSize": rows}, separators=(",", ":"))
        return urljoin(self.url, GATEWAY) + "?" + urlencode({**query, "paramJson": parameters})

    @cached_property
    def is_annual_column(self) -> bool:
        """Whether the page lists annual reports; a JSON answer belongs to the column that asked for it."""
        answers = dict(parse_qsl(urlsplit(self.url).query)).get("pageType") == "column"
        return (answers and GATEWAY in self.url) or super().is_annual_column


class JpaasReport(ReportPage):
    """An article of the gateway; its markup is Hanweb's."""

    family = "jpaas"
