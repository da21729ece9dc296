"""What a page's own style sheet takes out of sight, marked like what its attributes hide: all readers then leave it out.

Only where nobody can bring it back: scripts show and hide by class and identifier (tabs, menus), and text that they may
show is text of the page. So a class that a script names, that another rule styles, or that hides most of an article counts
as seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from pipelines.layout.sheets import rules_in
from pipelines.layout.styles import HIDDEN

MOST_NAMES, MOST_ELEMENTS = 20, 500

_ASIDE = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_HIDES = re.compile(r"[dDvV](?i:(?<=d)isplay\s{0,9}:\s{0,9}none|(?<=v)isibility\s{0,9}:\s{0,9}hidden)\b")
_AT_RULE = re.compile(r"@[^{};]{0,200}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,200}\s{0,20}\}?")
_NAMED = re.compile(r"[a-zA-Z]{0,12}([.#][a-zA-Z][-\w]{0,60})")
_ANY_NAME = re.compile(r"[.#][a-zA-Z][-\w]{0,60}(?![-\w])")


def mark_unseen(document: HtmlElement, sheets: str) -> None:
    """Gives the attribute `hidden` to elements of one class or identifier that one of the document's style sheets hides."""
    if not _HIDES.search(sheets):
        return
    scripts = "".join(script.text or "" for script in document.iter("script"))
    names = [name for name in islice(_hidden_names(sheets), MOST_NAMES) if name[1:] not in scripts]
    found = _named(document, names) if names else {}
    whole = _size(_body_of(document)) if found else 0.0
    for elements in found.values():
        if 2 * sum(map(_size, _outermost(elements))) <= whole:  # else so much would go that it cannot be meant to stay so
            for element in elements:
                element.set("hidden", HIDDEN)


_with_names = cast("Callable[[HtmlElement], list[HtmlElement]]", etree.XPath("/descendant::*[@class or @id]"))
_size = cast("Callable[[HtmlElement], float]", etree.XPath("string-length(normalize-space(.))"))


def _hidden_names(sheets: str) -> Iterator[str]:
    """The classes (.name) and identifiers (#name) that a rule of their own hides, and that no other selector has."""
    times = Counter(_ANY_NAME.findall(sheets))
    for selectors, body in rules_in(_AT_RULE.sub("", _ASIDE.sub("", sheets))):
        for selector in selectors if _HIDES.search(body) else ():
            found = _NAMED.fullmatch(selector)
            if found and times[found[1]] == 1:
                yield found[1]


def _named(document: HtmlElement, names: Sequence[str]) -> dict[str, list[HtmlElement]]:
    """The elements of each class or identifier, the first ones."""
    found: dict[str, list[HtmlElement]] = {}
    wanted = set(names)
    for element in _with_names(document):
        said = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
        for name in said & wanted:
            elements = found.setdefault(name, [])
            if len(elements) < MOST_ELEMENTS:
                elements.append(element)
    return found


def _outermost(elements: Sequence[HtmlElement]) -> Iterator[HtmlElement]:
    """Those of some elements that stand in none of the others."""
    every = set(elements)
    return (element for element in elements if every.isdisjoint(element.iterancestors()))


def _body_of(document: HtmlElement) -> HtmlElement:
    body = document.find("body")
    return document if body is None else body
