"""Decoded text to one parsed document, and the small readings of elements that every family shares. No I/O."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, cast

from lxml import etree
from lxml.html import Element, HtmlElement, HTMLParser, document_fromstring

from crawler.pages.crowded import without_crowds
from pipelines.layout.markup import MAX_MARKUP, depth_at_end

_DEEPEST = 255
"""Levels of elements that libxml2 enters by default, and that are looked through for a small text."""

_MOST_PIECES = 10_000
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|div|table|p|br|span|td|li|a|meta|frameset|datastore|font|pre|h[1-6]|ul|ol|dl|tr|th|center|title|style"
    r"|script|article|section|main|blockquote|strong|form|iframe)\b|</[a-z][a-z0-9]{0,10}>",
    re.IGNORECASE,
)
_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_CJK_GAP = re.compile(r"(?<=[^\x00-\xff])[ \t\r\n\f\v]*[\r\n][ \t\r\n\f\v]*(?=[^\x00-\xff])")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s{0,3}[-/.年]\s{0,3}(\d{1,2})\s{0,3}[-/.月]\s{0,3}(\d{1,2})(?!\d)")


_UNSEEN = frozenset({"script", "style"})
_APART = frozenset({"p", "div", "li", "tr", "td", "h1", "h2", "h3"})


def parse(text: str) -> HtmlElement:
    """The document of a page. Text without any markup becomes a body with a paragraph a line; nothing raises."""
    text = text[:MAX_MARKUP]
    if _MARKUP.search(text) is None:
        return plain_document(text)
    raw = _UNPARSABLE.sub(" ", without_crowds(text)).encode("utf-8", "replace")
    try:
        document = _parsed(raw)
        # A paragraph that leaves its <font> open puts the next one into it: 130 of them are too deep for a first parse.
        return document if depth_at_end(document) < _DEEPEST else _parsed(raw, deep=True)
    except (etree.LxmlError, ValueError, AssertionError):
        return plain_document(text)


def _parsed(raw: bytes, *, deep: bool = False) -> HtmlElement:
    """The document of UTF-8, whatever it declares, with 255 levels of elements or 2,047: what follows deeper ones is lost."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=deep)
    # lxml.html's own lookup calls Python for every element and costs more than the parse.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return cast("HtmlElement", document_fromstring(raw, parser=parser, ensure_head_body=True))


def plain_document(text: str) -> HtmlElement:
    """A document with one paragraph for each line that is not blank. The tabs of a line count.

    A table copied out of a spreadsheet has a blank cell where two tabs follow one another.
    """
    root = Element("html")
    body = etree.SubElement(root, "body")
    for line in _UNPARSABLE.sub(" ", text).splitlines():
        if line.strip():
            kept = {"style": "white-space: pre"} if "\t" in line.lstrip() else {}
            etree.SubElement(body, "p", kept).text = _NO_XML.sub("", line)
    return cast("HtmlElement", root)


def elements(path: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """A compiled XPath that gives elements."""
    return cast("Callable[[HtmlElement], list[HtmlElement]]", etree.XPath(path))


def strings(path: str) -> Callable[[HtmlElement], list[Any]]:
    """A compiled XPath that gives attribute values or texts, strings that know their element."""
    return cast("Callable[[HtmlElement], list[Any]]", etree.XPath(path))


def squeeze(text: str) -> str:
    """Text on one line: white space folded to one space, and to nothing where a line broke between two Chinese characters."""
    if "\n" in text or "\r" in text:
        text = _CJK_GAP.sub("", text)
    return " ".join(text.split())


def text_of(element: HtmlElement, longest: int = 2000) -> str:
    """The text of an element and all below it on one line, without scripts and styles, cut at `longest` characters."""
    if len(element) == 0:
        return squeeze(element.text or "")[:longest] if element.tag not in _UNSEEN else ""
    pieces: list[str] = []
    _gather(element, pieces, 2 * longest, _DEEPEST)
    return squeeze("".join(pieces))[:longest]


def _gather(element: HtmlElement, pieces: list[str], room: int, depth: int) -> int:
    """Adds the texts of an element in reading order until the room is used up; gives back how much is left of it.

    A walk by lxml's events takes twice as long. An element without a text is a piece too, so that empty ones come to an end.
    """
    text = (element.text or "") if element.tag not in _UNSEEN else ""
    pieces.append(text)
    room -= len(text)
    for child in element if depth else ():
        if isinstance(child.tag, str):
            room = _gather(child, pieces, room, depth - 1)
            if room < 0 or len(pieces) > _MOST_PIECES:
                break
        after = (" " if child.tag in _APART else "") + (child.tail or "")
        if after:
            pieces.append(after)
            room -= len(after)
            if room < 0:
                break
    return room


def date_in(text: str) -> date | None:
    """The first full date in a text (2020-01-16, 2020年1月16日, 2020/1/16); None without one or for a day that does not exist.

    A code such as 2026-02-00018 is no date: no digit may follow the day.
    """
    for found in _DATE.finditer(text):
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
    return None
