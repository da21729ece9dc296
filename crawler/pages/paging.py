"""Which pages of a list come after this one, by the pager's links, its scripts, its count; never more than is bounded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import parse_qsl, urldefrag, urlencode, urlsplit, urlunsplit

from lxml.html import HtmlElement

from crawler.pages import article
from crawler.pages.document import elements, text_of

MOST_PAGES = 500
MOST_LINKS = 3000
PAGE_NAMES = ("page", "pageno", "pagenum", "pagenumber", "pageindex", "currpage", "currentpage", "curpage", "cur_page", "pn", "p")
"""Names, in lower case, under which an address or a form carries the number of a page."""

_NEXT = frozenset({
    "下一页", "下页", "下一頁", "下頁", "后一页", "後一頁", "后页", "下一页>", "下一页>>", "下一页»", "下页>", "下页>>", ">", "›",
    "next", "nextpage", "next>",
})  # fmt: skip
_NEXT_CLASSES = frozenset({"next", "pagination-next", "page-next", "nextpage", "p_next"})
_LOCATION = re.compile(r"\blocation(?:\.href)?\s{0,3}(?:=|\.(?:replace|assign)\()\s{0,3}['\"]([^'\"<>\s]{1,300})['\"]")
_COUNT = re.compile(
    r"\b(?:totalPages?|pageCount|countPage|page_count|pageTotal|total_page)['\"]?\s{0,3}[:=]\s{0,3}['\"]?(\d{1,5})\b"
    r"|[共总總]\s{0,3}(?:<[^<>]{1,60}>)?\s{0,3}(\d{1,5})\s{0,3}(?:</[a-z]{1,8}>)?\s{0,3}[页頁]"
)
_TEMPLATE = re.compile(
    r"['\"]([^'\"<>\s]{0,200}(?:[?&](?:" + "|".join(PAGE_NAMES) + r")=|_|/page/?|/list/?))['\"]\s{0,3}\+\s{0,3}"
    r"(?:\(\s{0,2})?[a-z_]\w{0,20}(?:\s{0,2}[+-]\s{0,2}1)?(?:\s{0,2}\))?(?:\s{0,3}\+\s{0,3}['\"]([^'\"<>\s]{0,60})['\"])?",
    re.IGNORECASE,
)
_PAGE_FILE = re.compile(r"\.(?:s?html?|jsp|asp|php|do)\b")
_FRONT = re.compile(r"^((?:index|list|default)?)(?:\.(s?html?))?$")
_anchors = elements("//a[@href or @onclick]")
_options = elements("//select//option[@value]")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One further page of a list. `fallback` is another way to ask for the same lines, used when this one brings none."""

    url: str
    method: str = "GET"
    body: bytes = b""
    fallback: PageRequest | None = None

    @property
    def content_type(self) -> str | None:
        """The type of the body that is sent; None without one."""
        if not self.body:
            return None
        return "application/json; charset=UTF-8" if self.body[:1] == b"{" else "application/x-www-form-urlencoded; charset=UTF-8"


@dataclass(frozen=True, slots=True)
class Here:
    """The page whose followers are asked for: its parse, address and text, and how a reference becomes an address."""

    document: HtmlElement
    url: str
    text: str
    absolute: Callable[[str], str | None]

    def is_self(self, url: str) -> bool:
        """Whether an address is this very page's."""
        return url == urldefrag(self.url).url


def following(here: Here) -> list[PageRequest]:
    """The pages after this one: what the pager says, else what the list's count and the usual suffixes make; [] for the last."""
    return named(here) or _by_count(here)


def named(here: Here) -> list[PageRequest]:
    """The pages after this one that the page itself names: by 下一页, else a pager's numbers, else its script or own number."""
    for ways in (_by_next, _by_numbers, _by_script, _by_own_number):
        urls = [url for url in dict.fromkeys(ways(here)) if not here.is_self(url) and _is_sane(url)]
        if urls:
            return [PageRequest(url) for url in urls][:MOST_PAGES]
    return []


def count_in(text: str) -> int:
    """How many pages a list says it has (共 12 页, pageCount = 12); 0 when it does not say."""
    found = _COUNT.search(text)
    return int(found[1] or found[2]) if found else 0


def is_next(anchor: HtmlElement) -> bool:
    """Whether an anchor is a pager's 下一页."""
    said = "".join(text_of(anchor, 40).split()).lower()
    return said in _NEXT or anchor.get("rel") == "next" or not _NEXT_CLASSES.isdisjoint(anchor.get("class", "").lower().split())


def address_of(here: Here, anchor: HtmlElement) -> str | None:
    """Where an anchor leads: its reference, else what its script sets the location to."""
    url = here.absolute(anchor.get("href", ""))
    if url is not None:
        return url
    found = _LOCATION.search(f"{anchor.get('onclick', '')} {anchor.get('href', '')}"[:1000])
    return here.absolute(found[1]) if found else None


def page_parameter(url: str) -> tuple[str, int] | None:
    """The parameter of an address that carries a page number, and the number; None without one."""
    try:
        pairs = parse_qsl(urlsplit(url).query, max_num_fields=100)
    except ValueError:
        return None
    found = ((name, value) for name, value in pairs if name.lower() in PAGE_NAMES)
    return next(((name, int(value)) for name, value in found if value.isdecimal() and len(value) < 7), None)


def with_page(url: str, name: str, number: int) -> str:
    """The address with another page number."""
    parts = urlsplit(url)
    pairs = [(key, str(number) if key == name else value) for key, value in parse_qsl(parts.query, keep_blank_values=True)]
    return urlunsplit(parts._replace(query=urlencode(pairs)))


def _by_next(here: Here) -> Iterator[str]:
    for anchor in islice(_anchors(here.document), MOST_LINKS):
        if is_next(anchor) and (url := address_of(here, anchor)):
            yield url


def _by_numbers(here: Here) -> Iterator[str]:
    for anchor in article.pager_numbers(here.document):
        if url := address_of(here, anchor):
            yield url
    options = [option for option in _options(here.document)[:MOST_PAGES] if text_of(option, 20).strip("第页頁 ").isdecimal()]
    for option in options if len(options) > 1 else ():
        if not option.get("value", "").isdecimal() and (url := here.absolute(option.get("value", ""))):
            yield url


def _by_script(here: Here) -> Iterator[str]:
    """The addresses that a script puts together from a page number (`'list.asp?page=' + n`), up to the page's own count."""
    count = count_in(here.text)
    template = next((one for one in _TEMPLATE.finditer(here.text) if _is_page_template(one)), None) if count > 1 else None
    if template is None:
        return
    ending = template[2] or ""
    start = _number_here(here.url, template[1], ending)
    for number in range(start + 1, min(count, start + MOST_PAGES) + 1):
        if url := here.absolute(f"{template[1]}{number}{ending}"):
            yield url


def _is_page_template(found: re.Match[str]) -> bool:
    """Whether what a script puts together is a page's address; a name such as `tab_3` is none."""
    return not found[1].endswith("_") or bool(_PAGE_FILE.match(found[2] or ""))


def _number_here(url: str, before: str, after: str) -> int:
    """The number that stands in this page's own address where the template has one; 1 for the first page."""
    rest = url[url.rfind(before) + len(before) :] if before in url else ""
    digits = re.match(r"\d{1,5}", rest)
    return int(digits[0]) if digits and rest[digits.end() :].startswith(after) else 1


def _by_own_number(here: Here) -> Iterator[str]:
    """The pages by this address's own page parameter, up to the page's own count."""
    held = page_parameter(here.url)
    if held is None:
        return
    name, number = held
    last = count_in(here.text) - (number == 0)
    for following_number in range(number + 1, min(last, number + MOST_PAGES) + 1):
        yield with_page(here.url, name, following_number)


def _by_count(here: Here) -> list[PageRequest]:
    """The pages of a list that only says how many it has: `index_1` is page 2 where pages count from 0, else `index_2`."""
    path = urlsplit(here.url).path.rpartition("/")[2]
    front = _FRONT.match(path)
    count = min(count_in(here.text), MOST_PAGES)
    if front is None or count < 2 or urlsplit(here.url).query:
        return []
    name, ending = front[1] or "index", front[2] or "html"
    urls = [here.absolute(f"{name}_{number}.{ending}") for number in range(1, count + 1)]
    asked = [PageRequest(url) for url in urls if url]
    return [PageRequest(asked[0].url, fallback=asked[1]), *asked[1:]] if len(asked) > 1 else []


def _is_sane(url: str) -> bool:
    """Whether a page number in an address is one that a list of reports can have; links made without end go beyond."""
    held = page_parameter(url)
    return held is None or held[0].lower() == "p" or held[1] <= 2 * MOST_PAGES  # p may be an article's number
