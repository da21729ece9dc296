"""Pages that a shield in front of a site serves in place of the site's own: named and reported, never solved.

Seen with 200, 202, 403, 412 and 521: short pages without text, a script that sets a cookie, known cookie names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lxml import etree
from lxml.html import HtmlElement

from crawler.pages.document import parse, text_of

_SHORT = 60_000
_LITTLE_TEXT = 160
_STATUSES = frozenset({412, 521})
_MARKS = (
    "acw_sc__v2", "acw_sc__v3", "safeline_bot_challenge", "C3VK", "__jsl_clearance", "yunsuo_session_verify", "_$jsvmprt",
    "$_ts=", "aliyun_waf", "renderData", "HWWAFSESID", "cf-chl", "challenge-platform",
)  # fmt: skip
_COOKIE = re.compile(r"^\s*([^=;\s]{1,80})=")
_links = etree.XPath("count(//a[@href]) + count(//iframe[@src]) + count(//frame[@src])")
_scripts = etree.XPath("string-length(string(//script)) + count(//script)")


def challenge_in(
    status: int, cookies: Iterable[str], text: str, parsed: Callable[[], HtmlElement] | None = None
) -> str | None:
    """What marks an answer as a challenge page, in words; None for a page of the site's own.

    `cookies` are the Set-Cookie headers; `parsed` gives the document of the text where it is parsed for others too. A mark on a
    full page is no challenge: shields leave their cookies on real pages too.
    """
    if status in _STATUSES:
        return f"status {status}" + (f" with {mark}" if (mark := _mark_in(cookies, text)) else "")
    if len(text) > _SHORT or not _is_bare(text, parsed):
        return None
    mark = _mark_in(cookies, text)
    if mark:
        return f"a page without content, marked {mark}"
    if "document.cookie" in text or "eval(" in text:
        return "a page without content whose script sets a cookie or runs hidden code"
    return None


def _mark_in(cookies: Iterable[str], text: str) -> str | None:
    names = [found[1] for cookie in cookies if (found := _COOKIE.match(cookie))]
    for mark in _MARKS:
        if mark in text or any(mark.lower() in name.lower() for name in names):
            return mark
    return _cookie_pair(names)


def _cookie_pair(names: list[str]) -> str | None:
    """A pair of cookies with one long stem and the ends S and T, as the shield behind status 412 sets them (甘肃)."""
    stems = {name[:-1] for name in names if name.endswith("S") and len(name) >= 6}
    paired = next((name for name in names if name.endswith("T") and name[:-1] in stems), None)
    return f"cookie pair {paired[:-1]}S/T" if paired else None


def _is_bare(text: str, parsed: Callable[[], HtmlElement] | None) -> bool:
    """Whether a page has a script, no links and next to no text."""
    if "<script" not in text and "<SCRIPT" not in text:
        return False
    document = parse(text) if parsed is None else parsed()
    body = document.find("body")
    if _links(document) or not _scripts(document):
        return False
    return len(text_of(body, 400) if body is not None else "") < _LITTLE_TEXT
