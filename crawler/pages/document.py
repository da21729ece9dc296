"""Decoded text to one parsed document, and the small readings of elements that every family shares. No I/O."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import Any, cast

from lxml import etree
from lxml.html import Element, HtmlElement, HTMLParser, document_fromstring

LONGEST = 8 * 1024 * 1024
"""Characters of a page that are parsed; what comes after is left out."""

_MOST_PIECES, _MOST_STEPS = 5000, 20_000
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|table|p|br|span|td|li|a|meta|frameset|datastore|font)\b", re.IGNORECASE)
_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_CJK_GAP = re.compile(r"(?<=[^\x00-\xff])[ \t\r\n\f\v]*[\r\n][ \t\r\n\f\v]*(?=[^\x00-\xff])")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s{0,3}[-/.年]\s{0,3}(\d{1,2})\s{0,3}[-/.月]\s{0,3}(\d{1,2})(?!\d)")


_UNSEEN = frozenset({"script", "style"})
_APART = frozenset({"p", "div", "li", "tr", "td", "h1", "h2", "h3"})


def parse(text: str) -> HtmlElement:
    """The document of a page. Text without any markup becomes a body with a paragraph a line; nothing raises."""
    text = text[:LONGEST]
    if _MARKUP.search(text) is None:
        return plain_document(text)
    raw = _UNPARSABLE.sub(" ", text).encode("utf-8", "replace")
    try:
        return cast("HtmlElement", document_fromstring(raw, parser=_parser(), ensure_head_body=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return plain_document(text)


def _parser() -> HTMLParser:
    """A parser for UTF-8, whatever the page declares. huge_tree stays off: libxml2's own bounds hold."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    # lxml.html's own lookup calls Python for every element and costs more than the parse.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return parser


def plain_document(text: str) -> HtmlElement:
    """A document with one paragraph for each line that is not blank."""
    root = Element("html")
    body = etree.SubElement(root, "body")
    for line in _UNPARSABLE.sub(" ", text).splitlines():
        if line.strip():
            etree.SubElement(body, "p").text = _NO_XML.sub("", line)
    return cast("HtmlElement", root)


def elements(path: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """A compiled XPath that gives elements."""
    return cast("Callable[[HtmlElement], list[HtmlElement]]", etree.XPath(path))


def strings(path: str) -> Callable[[HtmlElement], list[Any]]:
    """A compiled XPath that gives attribute values or texts, strings that know their element."""
    return cast("Callable[[HtmlElement], list[Any]]", etree.XPath(path))


def plain_strings(path: str) -> Callable[[HtmlElement], list[str]]:
    """A compiled XPath that gives texts as plain strings; they cost half of those that know their element."""
    return cast("Callable[[HtmlElement], list[str]]", etree.XPath(path, smart_strings=False))


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
    size = 0
    for piece in islice(_pieces(element), _MOST_PIECES):
        pieces.append(piece)
        size += len(piece)
        if size > 2 * longest:
            break
    return squeeze("".join(pieces))[:longest]


def _pieces(element: HtmlElement) -> Iterator[str]:
    for event, node in islice(etree.iterwalk(element, events=("start", "end")), _MOST_STEPS):
        if event == "start":
            text = node.text
            if text and node.tag not in _UNSEEN:
                yield text
        elif node is not element:
            if node.tag in _APART:
                yield " "
            tail = node.tail
            if tail:
                yield tail


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
