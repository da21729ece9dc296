"""What a page's own style sheet takes out of sight, marked like what its attributes hide: all readers then leave it out.

Only where nobody can bring it back: scripts show and hide by class and identifier (tabs, menus), and text that they may
show is text of the page. So a class that a script names, that another rule styles, or that hides most of an article counts
as seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from pipelines.layout.styles import HIDDEN

MOST_SHEETS = 200_000
"""Characters of a page's style sheets that are looked at."""

LONGEST_SELECTORS = 400
MOST_NAMES, MOST_ELEMENTS = 20, 500

_ASIDE = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_HIDES = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)\b", re.IGNORECASE)
_AT_RULE = re.compile(r"@[^{};]{0,200}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,200}\s{0,20}\}?")
_NAMED = re.compile(r"[a-zA-Z]{0,12}([.#][a-zA-Z][-\w]{0,60})")
_LETTERS = re.compile(r"[一-龥\d]")


def mark_unseen(document: HtmlElement) -> None:
    """Gives the attribute `hidden` to elements of one class or identifier that a style sheet of the document hides."""
    sheets = "".join(style.text or "" for style in document.iter("style"))[:MOST_SHEETS]
    if not _HIDES.search(sheets):
        return
    scripts = "".join(script.text or "" for script in document.iter("script"))
    names = [name for name in islice(_hidden_names(sheets), MOST_NAMES) if name[1:] not in scripts]
    for name in names:
        found = list(islice(_named(document, name), MOST_ELEMENTS))
        if found and not _holds_most(document, found):
            for element in found:
                element.set("hidden", HIDDEN)


def _hidden_names(sheets: str) -> Iterator[str]:
    """The classes (.name) and identifiers (#name) that a rule of their own hides, and that no other selector has."""
    plain = _AT_RULE.sub("", _ASIDE.sub("", sheets))
    for rule in plain.split("}"):
        selectors, _, body = rule.rpartition("{")
        for selector in selectors[-LONGEST_SELECTORS:].split(",") if _HIDES.search(body) else ():
            found = _NAMED.fullmatch(selector.strip())
            if found and len(re.findall(rf"{re.escape(found[1])}(?![-\w])", sheets)) == 1:
                yield found[1]


def _named(document: HtmlElement, name: str) -> Iterator[HtmlElement]:
    attribute = "class" if name[0] == "." else "id"
    wanted = name[1:]
    for element in document.iter("*"):
        if wanted in (element.get(attribute) or "").split():
            yield element


def _holds_most(document: HtmlElement, found: list[HtmlElement]) -> bool:
    """Whether so much of the page's text would go that it cannot be meant to stay out of sight."""
    hidden = sum(len(_LETTERS.findall("".join(element.itertext()))) for element in found)
    body = document.find("body")
    whole = len(_LETTERS.findall("".join((document if body is None else body).itertext())))
    return 2 * hidden > whole
