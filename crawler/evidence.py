"""The one path from a page's bytes to a `Page`: decode once, parse once, look once. Spider, replay and `read` all take it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from lxml.html import HtmlElement

from crawler.decode import PageText, read_text
from crawler.pages.document import parse, plain_document
from crawler.pages.families import AUTO, classes_of
from crawler.stand_ins import stand_in
from pipelines.items import Damage, Encoding, Fetch, FetchOutcome, Listed, Page, Vote

_PLAIN = "text/plain"
_CLOSING = re.compile(r"</(?:p|div|table|tr|td|span|body|html)\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why bytes are no page: the outcome (`empty`, `binary`, `soft_404`, `login`, …) and the reason in words."""

    outcome: FetchOutcome
    reason: str


def page_of(
    body: bytes,
    url: str,
    content_type: str | None,
    family: str = AUTO,
    *,
    fetched_at: datetime,
    site: str | None = None,
    fetch: Fetch | None = None,
    listed: Listed | None = None,
    decoded: PageText | None = None,
    parsed: Callable[[], HtmlElement] | None = None,
) -> Page | Problem:
    """The page of a body, or why it is none. `decoded` is the text where it has been decoded already, `parsed` gives its
    document. Nothing raises.

    `fetch` gets the encoding and damage of the text.
    """
    text = decoded if decoded is not None else read_text(body, content_type)
    if text.binary:
        return Problem("binary", f"not a page but {text.binary}")
    if not text.text.strip():
        return Problem("empty", f"a body of {len(body)} bytes without text")
    if fetch is not None and fetch.encoding is not None and decoded is not None:
        encoding, damage = fetch.encoding, fetch.damage  # those of this very text
    else:
        encoding, damage = encoding_of(text), damage_of(text)
        fetch = replace(fetch, encoding=encoding, damage=damage) if fetch is not None else None
    _, report_page = classes_of(family, url, text.text)
    view = report_page(document_of(text.text, content_type, parsed), url, text.text).view()
    found = stand_in(view)
    if found is not None:
        return Problem(found.outcome, found.reason)
    return Page(
        url=url,
        fetched_at=fetched_at,
        body=body,
        content_type=content_type,
        text=text.text,
        encoding=encoding,
        view=view,
        damage=damage,
        damaged=text.damaged,
        disguised=text.disguised,
        site=site,
        fetch=fetch,
        listed=listed,
    )


def document_of(text: str, content_type: str | None, parsed: Callable[[], HtmlElement] | None = None) -> HtmlElement:
    """The one parse of a page's text; plain text becomes a paragraph a line, unless it is markup sent under a wrong name.

    `parsed` gives the text's document as markup where it has been parsed already.
    """
    is_plain = (content_type or "").lower().startswith(_PLAIN) and _CLOSING.search(text) is None
    return plain_document(text) if is_plain else parse(text) if parsed is None else parsed()


def encoding_of(text: PageText) -> Encoding:
    """The codec of a decoded text with every vote on it."""
    return Encoding(text.codec, tuple(Vote(vote.source, vote.said, vote.followed) for vote in text.evidence))


def damage_of(text: PageText) -> tuple[Damage, ...]:
    """The garbling found in a decoded text."""
    return tuple(Damage(found.kind, found.method, found.share, found.lost) for found in text.damage)
