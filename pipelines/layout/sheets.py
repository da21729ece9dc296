"""The style sheets that a document carries in itself, as rules: which selectors, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

MOST_SHEETS = 200_000
"""Characters of a document's style sheets that are looked at."""

LONGEST_SELECTORS = 400
"""Characters before a rule that are looked at."""


def sheets_of(element: HtmlElement) -> str:
    """All style sheets of an element's document, one after the other."""
    root = element.getroottree().getroot()
    return "".join(style.text or "" for style in root.iter("style"))[:MOST_SHEETS]


def rules_in(sheets: str) -> Iterator[tuple[list[str], str]]:
    """Each rule: its selectors, and the declarations between its braces."""
    for rule in sheets.split("}"):
        before, _, body = rule.rpartition("{")
        yield [selector.strip() for selector in before.rpartition("{")[2][-LONGEST_SELECTORS:].split(",")], body
