"""What an article page shows around its article: meta tags, heading, breadcrumb, date line, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from urllib.parse import parse_qs, urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.addresses import is_fetchable
from crawler.pages.content import content_of
from crawler.pages.document import date_in, elements, squeeze, strings, text_of
from crawler.pages.index_table import Around
from crawler.pages.marks import Marks, marks_of
from crawler.pages.wordings import looks_like_report
from pipelines.field.day_labels import has_day
from pipelines.field.names import is_name, is_office
from pipelines.genuineness.hidden import is_hidden
from pipelines.items import AttachmentLink

__all__ = [
    "attachments_of", "breadcrumb_of", "content_of", "date_line_of", "heading_of", "marks_of", "meta_of",
    "pager_numbers", "texts_around",
]  # fmt: skip

_SPACES = re.compile(r"[\s\u3000\xa0]+")
_PLACE = re.compile(r"(?:当前|目前|现在|所在|您的|你的)[^:：]{0,6}位置")
_CRUMB = re.compile(r"\s*(?:>+|＞+|»+|›+|→|-{2,}|＞|\|{1,2}|/|\\|::)\s*")
_DATE_WORD = re.compile(r"时间|日期|来源|发布|更新")
_FILE = re.compile(r"\.(pdf|docx?|xlsx?|wps|et|ofd|rar|zip|7z|pptx?|rtf|csv|txt)$", re.IGNORECASE)
_DOWNLOAD = re.compile(r"downfile|download|/attach|filedown|showfile|fileid=|/files?/", re.IGNORECASE)
_QUOTED = re.compile(r"['\"]([^'\"<>\s]{3,300}\.(?:pdf|docx?|xlsx?|wps|ofd))['\"]", re.IGNORECASE)
_before = strings("preceding::text()[position() <= 1500]")
_after = strings("following::text()[position() <= 60]")
_pagers = elements(
    "//*[contains(@class, 'page') or contains(@class, 'Page') or contains(@id, 'page') or contains(@class, 'fenye')]//a[@href]"
)
_MAY_BE_FILE = re.compile(
    r"\?|[\t\r\n]|\.(?:pdf|doc|xls|wps|et|ofd|rar|zip|7z|ppt|rtf|csv|txt)|downfile|download|attach|filedown|showfile|fileid|files?/",
    re.IGNORECASE,
)
"""Any reference that leads to a file, unless the page's own address looks like one; most links of a page are none."""

_FILE_TAGS = ("a", "iframe", "embed", "object")

_TELLS = re.compile("位置|索|发|组配|时间|日期|来源|更新")  # each begins with a letter: those are looked for, all at once
"""What a breadcrumb, a label of an index table (`index_table`) and a date line (`_DATE_WORD`) have; each text read once."""

_MOST_INSIDE = 120


def texts_around(content: HtmlElement) -> Around:
    """The texts in which an article's breadcrumb, index table and date line are looked for, in the order of the page."""
    before = [(text, text.getparent()) for text in _before(content) if not text.isascii() and _TELLS.search(text)]
    inside = [said for said in islice(_inside(content), _MOST_INSIDE) if not said[0].isascii() and _TELLS.search(said[0])]
    after = [(text, text.getparent()) for text in _after(content) if not text.isascii() and _TELLS.search(text)]
    return [*before, *inside, *after]


def _inside(content: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """The texts inside an element in order. A path would make all of them, before it counts the first ones off."""
    open_ones: list[HtmlElement] = []
    for element in content.iter("*"):
        parent = element.getparent()
        while open_ones and open_ones[-1] is not parent:
            ended = open_ones.pop()
            if tail := ended.tail:
                yield tail, ended
        if text := element.text:
            yield text, element
        open_ones.append(element)
    while len(open_ones) > 1:
        ended = open_ones.pop()
        if tail := ended.tail:
            yield tail, ended


def meta_of(document: HtmlElement) -> dict[str, str]:
    """The meta tags by name in lower case; of several with one name the first that says something."""
    found: dict[str, str] = {}
    tags = ((tag, content) for tag in document.iter("meta") if (content := tag.get("content")) is not None)
    for tag, content in islice(tags, 120):
        name = (tag.get("name") or tag.get("property") or "").strip().lower()
        said = squeeze(content[:2000]) if name else ""
        if said:
            found.setdefault(name, said)
    return found


def heading_of(document: HtmlElement, marks: Marks, meta: dict[str, str], title: str | None, shown: HtmlElement) -> str | None:
    """The printed heading: the element by tag or name that says what the page's title says, or reads like a report's title.

    What reads so deep in the article `shown` is the title of a further report there.
    """
    claimed = _SPACES.sub("", f"{meta.get('articletitle', '')} {title or ''}")
    tagged = list(islice(document.iter("h1", "h2", "h3"), 60))
    plain: str | None = None
    for element in chain(tagged, marks.titles[:60]):
        text = text_of(element, 200)
        bare = _SPACES.sub("", text)
        if not 5 <= len(bare) <= 150 or _OF_SECTION.match(bare) or _is_unseen(element, shown):
            continue
        titled = looks_like_report(text)
        if titled and bare not in claimed and _is_deep(element, shown):
            continue
        if bare in claimed or titled:
            return _unit_above(element, bare) + text
        if element.tag in ("h1", "h2") and plain is None:
            plain = text
    return _broken_heading(document, claimed, shown) or plain


_MOST_BREAKS, _UNIT = 60, 24
_NAMES_NOBODY = re.compile(r"(?:20\d\d|[二2][〇零○])[^年]{0,4}年度?(?:政府信息|政务|信息公开)")


def _unit_above(element: HtmlElement, bare: str) -> str:
    """The office that a heading right above this one names, of the same make, where this one begins with its year."""
    above = element.getprevious()
    if above is None or not _NAMES_NOBODY.match(bare) or (above.tag, above.get("class")) != (element.tag, element.get("class")):
        return ""
    unit = _SPACES.sub("", text_of(above, _UNIT + 1))
    stands = len(unit) <= _UNIT and is_name(unit) and is_office(unit) and not squeeze(above.tail or "")
    return unit if stands else ""


def _broken_heading(document: HtmlElement, claimed: str, shown: HtmlElement) -> str | None:
    """The heading in two lines of one element, however that is called: an office's name, below it what the page is titled."""
    for brk in islice(document.iter("br"), _MOST_BREAKS):
        parent, follower = brk.getparent(), brk.getnext()
        below = _SPACES.sub("", brk.tail or "") or (_SPACES.sub("", text_of(follower, 100)) if follower is not None else "")
        if parent is None or not 5 <= len(below) <= 60 or below not in claimed or not looks_like_report(below):
            continue
        text = text_of(parent, 120)
        unit, _, rest = _SPACES.sub("", text).partition(below)
        if not rest and len(unit) <= _UNIT and is_name(unit) and is_office(unit) and not _is_unseen(parent, shown):
            return text
    return None


_OF_SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章部节]"
)
"""二、主动公开情况: the head of a section reads like a report's title."""


def _is_unseen(element: HtmlElement, shown: HtmlElement) -> bool:
    """Whether an element or what is around it and not around the article too is hidden."""
    around = set(shown.iterancestors())
    return any(is_hidden(held) for held in chain([element], element.iterancestors()) if held not in around)


_DEEP = 250
"""Characters of an article before a heading in it that is none of the page."""


def _is_deep(element: HtmlElement, shown: HtmlElement) -> bool:
    """Whether much of the article stands before an element in it."""
    if not any(ancestor is shown for ancestor in element.iterancestors()):
        return False
    before = 0
    for node in shown.iter():
        if node is element or before > _DEEP:
            break
        before += len((node.text or "").strip()) + len((node.tail or "").strip())
    return before > _DEEP


def breadcrumb_of(around: Around) -> tuple[str, ...]:
    """The parts of the line 当前位置：首页 > … , without the label; () when the page has none."""
    for parent in islice((parent for text, parent in around if "位置" in text), 10):
        element: HtmlElement | None = parent
        for _ in range(4):
            if element is None or element.tag in ("body", "html"):
                break
            line = text_of(element, 300)
            label = _PLACE.search(line)
            parts = _CRUMB.split(line[label.end() :].lstrip(" :：是为")) if label else []
            if len(parts) > 1:
                return tuple(part for part in (part.strip(" :：>　") for part in parts) if part)[:12]
            element = element.getparent()
    return ()


def date_line_of(around: Around, content: HtmlElement, index_table: HtmlElement | None) -> str | None:
    """The line that carries date and source, as printed; None when no short line outside the index table has word and date."""
    looked: dict[HtmlElement, int] = {}
    for parent in islice((parent for text, parent in around if _DATE_WORD.search(text)), 60):
        element: HtmlElement | None = parent
        if index_table is not None and any(held is index_table for held in parent.iterancestors()):
            continue
        for left in range(4, 0, -1):
            if element is None or element is content or element.tag in ("body", "html", "script", "style", "title", "a"):
                break
            if looked.get(element, 0) >= left:
                break  # nothing was found from here on
            looked[element] = left
            line = text_of(element, 301)
            if len(line) > 300:
                break
            if date_in(line) and _DATE_WORD.search(line) and has_day(line):
                return _with_source(element, line, content)
            element = element.getparent()
    return None


def _with_source(element: HtmlElement, line: str, content: HtmlElement) -> str:
    """The line that an element stands in, when that is short too and names the source that the element does not."""
    parent = element.getparent()
    if "来源" in line or parent is None or parent.tag == "body" or any(held is parent for held in content.iterancestors()):
        return line
    whole = text_of(parent, 201)
    return whole if "来源" in whole and len(whole) <= 200 else line


def attachments_of(content: HtmlElement, base: str) -> tuple[AttachmentLink, ...]:
    """The files an article links to: by anchor, frame, embedded object or a script's window.open; each address once.

    Of the links around the article only those count that call themselves an attachment.
    """
    found: dict[str, str] = {}
    for url, label in _files(content, base, _FILE_TAGS):
        found.setdefault(url, label)
    for around in islice(content.iterancestors(), 2):
        if around.tag not in ("body", "html"):
            for url, label in _files(around, base, ("a",)):
                if "附件" in label or looks_like_report(label):
                    found.setdefault(url, label)
    return tuple(AttachmentLink(url, label) for url, label in islice(found.items(), 100))


def _files(block: HtmlElement, base: str, tags: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for element in islice(block.iter(*tags), 800):
        for reference in _references(element):
            url = _file_url(base, reference) if _may_be_file(reference) or _may_be_file(base) else None
            if url:
                yield url, text_of(element, 200) or squeeze(element.get("title", "")[:200])


@lru_cache(maxsize=4096)  # a site's links are the same on all its pages
def _may_be_file(reference: str) -> bool:
    return _MAY_BE_FILE.search(reference) is not None


def _references(element: HtmlElement) -> Iterator[str]:
    href = element.get("href")
    for reference in (href, element.get("src"), element.get("data")):
        if reference:
            viewed = list(_viewed_files(reference)) if "?" in reference else ()
            yield from viewed or (reference,)
    scripted = (element.get("onclick") or "") + (href or "")
    if "'" in scripted or '"' in scripted:
        yield from (quoted[1] for quoted in _QUOTED.finditer(scripted[:2000]))


def _viewed_files(reference: str) -> Iterator[str]:
    """The file that a viewer's address carries (`viewer.html?file=/a.pdf`)."""
    try:
        query = parse_qs(urlsplit(reference).query, max_num_fields=50)
    except ValueError:
        return
    yield from (value for value in chain(query.get("file", []), query.get("url", [])) if _FILE.search(value))


def _file_url(base: str, reference: str) -> str | None:
    try:
        url = urljoin(base, reference.strip())
        path = urlsplit(url).path
    except ValueError:
        return None
    return url if is_fetchable(url) and (_FILE.search(path) or _DOWNLOAD.search(url)) else None


def pager_numbers(document: HtmlElement) -> list[HtmlElement]:
    """The anchors of a pager whose text is a page number, in order."""
    return [anchor for anchor in islice(_pagers(document), 300) if text_of(anchor, 10).isdigit()]
