"""Guangdong gkmlpt: the page carries a site number and a tree of columns, the lists come as JSON from `/gkmlpt/api/all/NODE`.

Answers hold 100 articles; pages count from 1 (0 and 1 are the same page).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from crawler.pages.base import MOST_LINKS, MOST_PAGES, Entry, IndexPage, PageRequest, ReportPage, entries_of
from crawler.pages.document import date_in, parse, squeeze, text_of
from crawler.pages.units import unit_named
from crawler.pages.wordings import names_column

_SID = re.compile(r"['\"]?\bSID['\"]?\s{0,3}[:=]\s{0,3}['\"]?(\d{1,12})")
_TREE = re.compile(r"['\"]?\bTREE['\"]?\s{0,3}[:=]\s{0,3}(?=[\[{])")
_DETAIL = re.compile(r"\bDETAIL['\"]?\s{0,3}[:=]\s{0,3}(?=\{)")
_API = "/gkmlpt/api/all/"
_MOST_NODES = 5000


class GkmlptIndex(IndexPage):
    """A gkmlpt answer: the JSON of one column, or the page whose tree names the columns."""

    @cached_property
    def answer(self) -> dict[str, Any]:
        """The JSON of an API answer; {} for a page."""
        if not self.text.lstrip().startswith("{"):
            return {}
        answer = _first_json(self.text.lstrip())
        return answer if isinstance(answer, dict) else {}

    def read_entries(self) -> Iterable[Entry]:
        """The articles of an API answer; of a page its own rows."""
        articles = self.answer.get("articles")
        if not isinstance(articles, list):
            return entries_of(self.document, self.base)
        read = (self._entry(article) for article in articles[:MOST_LINKS] if isinstance(article, dict))
        return [entry for entry in read if entry]

    def _entry(self, article: dict[str, Any]) -> Entry | None:
        url = self.absolute(str(article.get("url") or article.get("post_url") or ""))
        title = squeeze(str(article.get("title") or ""))[:300]
        said = (article.get(name) for name in ("display_publish_time", "date", "first_publish_time", "create_time"))
        day = next((day for value in said if (day := _day_of(value))), None)
        unit = unit_named(str(article.get("publisher") or article.get("source") or ""))
        return Entry(url, title, day, unit) if url and title else None

    def next_pages(self) -> list[PageRequest]:
        """The pages after the first, by the column's count and the size of this page; a later page names none."""
        parts = urlsplit(self.url)
        query = dict(parse_qsl(parts.query))
        if query.get("page", "1") not in ("0", "1"):
            return []
        queries = (urlencode({**query, "page": str(page)}) for page in range(2, min(self._page_count(), MOST_PAGES) + 1))
        return [PageRequest(urlunsplit(parts._replace(query=text))) for text in queries]

    def _page_count(self) -> int:
        """How many pages the column has. `post_count` counts articles; `total` alone may count either."""
        articles, total, classify = self.answer.get("articles"), self.answer.get("total"), self.answer.get("classify")
        posts = classify.get("post_count") if isinstance(classify, dict) else None
        if not isinstance(articles, list) or not articles:
            return 0
        if isinstance(posts, int):
            return -(-posts // len(articles))
        if not isinstance(total, int):
            return 0
        return total if total < len(articles) else -(-total // len(articles))

    def columns(self) -> list[Entry]:
        """The annual-report columns of the page's tree, as addresses of the API."""
        sid = _SID.search(self.text)
        tree = _json_after(_TREE, self.text)
        if sid is None or tree is None:
            return []
        root = self.url.partition("/gkmlpt")[0]
        nodes = [(str(node.get("id")), str(node.get("name"))) for node in _nodes(tree)]
        named = [(node, name) for node, name in nodes if node.isdigit() and names_column(name)]
        return [Entry(f"{root}{_API}{node}?page=1&sid={sid[1]}", name) for node, name in named]

    @cached_property
    def is_annual_column(self) -> bool:
        """Whether the answer is a column's: such columns are only asked for by the name of annual reports."""
        return bool(self.answer)


class GkmlptReport(ReportPage):
    """A gkmlpt article; its body may stand only in the page's script."""

    family = "gkmlpt"

    def content(self, shown: HtmlElement) -> HtmlElement:
        """The article's element, from the script's `DETAIL.content` when the page itself holds less."""
        detail = _json_after(_DETAIL, self.text)
        written = detail.get("content") if isinstance(detail, dict) else None
        if not isinstance(written, str):
            return shown
        size = len(text_of(shown, 20_000))
        if size * 2 > len(written):
            return shown
        body = parse(written).find("body")
        return body if body is not None and len(text_of(body, 20_000)) > size else shown


def _day_of(value: Any) -> date | None:
    """The day of a printed date or of seconds since 1970, in China; None for anything else."""
    if str(value).isdigit() and 9 <= len(str(value)) <= 10:
        return datetime.fromtimestamp(int(value), ZoneInfo("Asia/Shanghai")).date()
    return date_in(str(value))


def _json_after(mark: re.Pattern[str], text: str) -> Any:
    found = mark.search(text)
    return _first_json(text[found.end() :]) if found else None


def _first_json(text: str) -> Any:
    """The JSON value that a text begins with; {} when it begins with none (bare names of a script's object, nested too deep)."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return {}


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [tree], 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop()
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, (dict, list)))
        elif isinstance(node, list):
            waiting.extend(reversed(node[:_MOST_NODES]))
