"""Lists that come as JSON from a search or list service (TRS IGS and relatives), asked by GET or POST, a page a number.

A page whose script asks such a service is read for the call it makes; an answer is read for its records and its count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from zoneinfo import ZoneInfo

from crawler.pages.base import Entry, IndexPage, PageRequest, ReportPage, entries_of
from crawler.pages.document import date_in, parse, squeeze, text_of
from crawler.pages.paging import MOST_LINKS, MOST_PAGES, PAGE_NAMES, page_parameter, with_page
from crawler.pages.service_calls import call_in
from crawler.pages.units import unit_named

_TITLES = ("doctitle", "title", "articletitle", "infotitle", "subject", "headline", "name", "bt")
_ADDRESSES = ("docpuburl", "url", "puburl", "linkurl", "link", "href", "infourl", "visiturl", "fullurl", "path")
_DATES = (
    "docreltime", "pubdate", "pubtime", "publishdate", "publishtime", "releasetime", "displaydate", "date", "time", "createtime",
)  # fmt: skip
UNITS = (
    "publisher", "publishername", "pubunit", "orgname", "organname", "deptname", "department", "unit", "unitname", "fbjg",
    "source", "sitename", "webname",
)  # fmt: skip
"""Names, in lower case, under which a record says whose it is."""
_TOTALS = ("total", "totalcount", "totalelements", "totalnum", "recordcount", "totalrecords", "count", "rowcount")
_PAGES = ("totalpages", "totalpage", "pagecount", "pages", "pagetotal")
_SIZES = ("pagesize", "size", "rows", "limit", "perpage", "ps")
_JSONP = re.compile(r"^[\w$.]{1,60}\(\s{0,9}(?=[\[{])")
_MOST_NODES = 20_000

Record = dict[str, Any]


class ListingIndex(IndexPage):
    """An answer of a list service, or a page whose script asks one."""

    @cached_property
    def answer(self) -> Any:
        """The JSON of an answer; None for a page."""
        return json_of(self.text)

    @cached_property
    def _found(self) -> tuple[Record, list[Record]]:
        """The object that holds the records, and the records, names in lower case; ({}, []) without any."""
        best: tuple[Record, list[Record]] = ({}, [])
        for holder, records in _lists(self.answer):
            listed = [record for record in records if _first(record, _TITLES) and _first(record, _ADDRESSES)]
            if len(listed) > len(best[1]):
                best = (holder, listed)
        return best

    def read_entries(self) -> Iterable[Entry]:
        """The records of an answer; of a page its own rows."""
        if self.answer is None:
            return entries_of(self.document, self.base)
        read = (self._entry(record) for record in self._found[1][:MOST_LINKS])
        return [entry for entry in read if entry]

    def _entry(self, record: Record) -> Entry | None:
        url = self.absolute(str(_first(record, _ADDRESSES)))
        title = _plain(str(_first(record, _TITLES)))
        days = (day_of(record[name]) for name in _DATES if record.get(name))
        return Entry(url, title, next((day for day in days if day), None), unit_of(record)) if url and title else None

    def next_pages(self) -> list[PageRequest]:
        """The pages after this answer, by its count; of a page the first call that its script makes."""
        if self.answer is None:
            call = None if self.entries() else call_in(self.text, self.absolute)
            return [call] if call else self.linked_pages()
        asked = self.asked or PageRequest(self.url)
        held = _page_of(asked)
        if held is None or not self._found[1]:
            return []
        name, number = held
        last = self._last_page(asked, number)
        return [_ask(asked, name, following) for following in range(number + 1, min(last, number + MOST_PAGES) + 1)]

    def _last_page(self, asked: PageRequest, number: int) -> int:
        """The number of the last page: by its count of pages, else of records; one more than this where it does not say."""
        holder, records = self._found
        from_zero = number == 0
        pages = _number(holder, _PAGES)
        if pages is not None:
            return pages - from_zero
        size = _size_of(asked) or _number(holder, _SIZES) or len(records)
        total = _number(holder, _TOTALS)
        if total is not None and total >= len(records):
            return -(-total // max(size, 1)) - from_zero
        return number + (len(records) >= size)

    @cached_property
    def is_annual_column(self) -> bool:
        """Whether the page lists annual reports; an answer says nothing of itself, the page that asked for it does."""
        return self.answer is None and super().is_annual_column


class ListingReport(ReportPage):
    """An article of a site whose lists come from a service."""


def json_of(text: str) -> Any:
    """The JSON object or list that a text is, bare or inside a call (JSONP); None for anything else."""
    bare = text.lstrip("\ufeff \t\r\n")
    wrapped = _JSONP.match(bare)
    if wrapped is None and bare[:1] not in ("{", "["):
        return None
    try:
        value = json.JSONDecoder(strict=False).raw_decode(bare[wrapped.end() if wrapped else 0 :])[0]
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) and value else None


def unit_of(record: Record) -> str | None:
    """Whose a record is by its own fields (names in lower case); None where none of them holds a unit's name."""
    said = (record.get(name) for name in UNITS)
    return next((unit for text in said if isinstance(text, str) and (unit := unit_named(text))), None)


def day_of(value: Any) -> date | None:
    """The day of a printed date, or of seconds or milliseconds since 1970, in China; None for anything else."""
    digits = str(value)
    if digits.isdecimal() and len(digits) in (9, 10, 12, 13):
        seconds = int(digits) // (1000 if len(digits) > 10 else 1)
        return datetime.fromtimestamp(seconds, ZoneInfo("Asia/Shanghai")).date()
    return date_in(digits[:60])


def _lists(answer: Any) -> Iterator[tuple[Record, list[Record]]]:
    """Every list of objects in an answer with the object that holds it, breadth first, at most some thousand nodes."""
    waiting: list[tuple[Any, Record]] = [(answer, {})]
    for seen, (node, holder) in enumerate(waiting):
        if seen > _MOST_NODES:
            return
        if isinstance(node, dict):
            own = {str(name).lower(): value for name, value in node.items()}
            waiting.extend((value, {**holder, **own}) for value in own.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            records = [{str(name).lower(): value for name, value in item.items()} for item in node if isinstance(item, dict)]
            if records:
                yield holder, records


def _first(record: Record, names: Iterable[str]) -> Any:
    return next((record[name] for name in names if isinstance(record.get(name), str) and record[name].strip()), None)


def _plain(title: str) -> str:
    """A title without the marks that a search puts around the words found."""
    return text_of(parse(f"<div>{title}</div>"), 300) if "<" in title or "&" in title else squeeze(title)[:300]


def _number(record: Record, names: Iterable[str]) -> int | None:
    said = (str(record[name]) for name in names if not isinstance(record.get(name), bool) and record.get(name) is not None)
    return next((int(text) for text in said if text.isdecimal() and len(text) < 9), None)


def _form_of(asked: PageRequest) -> dict[str, Any]:
    """The fields of a request's body, whichever way they are written; {} for none."""
    if asked.body[:1] == b"{":
        value = json_of(asked.body.decode("utf-8", "replace"))
        return value if isinstance(value, dict) else {}
    return dict(parse_qsl(asked.body.decode("utf-8", "replace"), keep_blank_values=True))


def _page_of(asked: PageRequest) -> tuple[str, int] | None:
    """The name under which a request carries its page's number, and the number."""
    for name, value in _form_of(asked).items():
        if name.lower() in PAGE_NAMES and str(value).isdecimal() and len(str(value)) < 6:
            return name, int(value)
    return page_parameter(asked.url)


def _size_of(asked: PageRequest) -> int | None:
    query = dict(parse_qsl(urlsplit(asked.url).query))
    fields = {name.lower(): value for name, value in {**query, **_form_of(asked)}.items()}
    return _number(fields, _SIZES)


def _ask(asked: PageRequest, name: str, number: int) -> PageRequest:
    """The same request for another page."""
    form = _form_of(asked)
    if name not in form:
        return PageRequest(with_page(asked.url, name, number), asked.method, asked.body)
    changed = {**form, name: number if isinstance(form[name], int) else str(number)}
    body = json.dumps(changed, ensure_ascii=False) if asked.body[:1] == b"{" else urlencode(changed)
    return PageRequest(asked.url, asked.method, body.encode("utf-8"))
