"""Blocks that a reader does not see, and links to the trade anywhere on the page: what is injected into a genuine page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, cast

from lxml import etree
from lxml.html import HtmlElement

from pipelines.genuineness.running import is_trade_domain
from pipelines.genuineness.signs import Sign
from pipelines.genuineness.words import compact, hits, is_own_talk, plain
from pipelines.layout.order import in_order
from pipelines.layout.styles import Styles, hides, styles_of

MOST_LINKS, MOST_BLOCKS, LONGEST_BLOCK = 600, 60, 4000
MOST_MARKUP = 3_000_000
FARM_LINKS, FARM_HOSTS = 8, 6
"""Links to so many strangers' hosts in one hidden block are a link farm, whatever they say."""

_styled = cast("Callable[[HtmlElement], list[Any]]", etree.XPath("/descendant::*/@style"))
_marked = cast("Callable[[HtmlElement], list[Any]]", etree.XPath("/descendant::*/@hidden"))
"""Attributes that know their elements: few of these are ever asked."""

_HOST = re.compile(r"(?:https?:)?//([^/?#:\s]{1,200})", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:^|\.)(?:gov\.cn|edu\.cn|org\.cn|mil\.cn|cnzz\.com|51\.la|baidu\.com|qq\.com|weibo\.com|weibo\.cn|sina\.com\.cn|sina\.com|163\.com"
    r"|126\.com|sohu\.com|people\.com\.cn|people\.cn|xinhuanet\.com|news\.cn|cctv\.com|douyin\.com|kuaishou\.com|toutiao\.com|alipay\.com"
    r"|jiathis\.com|bshare\.cn|google\.com|microsoft\.com|adobe\.com|conac\.cn|kaipuyun\.cn|umeng\.com|douban\.com|renren\.com|zhihu\.com)$"
)


def signs_on_page(content: HtmlElement, markup: str, own_host: str, styles: Styles | None = None) -> Iterator[Sign]:
    """Every sign in the page's whole markup: trade links wherever they stand, hidden blocks with foreign text or a link farm.

    `markup` is the page as decoded; `styles` is what those of its elements say, where they were looked at already.
    """
    if len(markup) > MOST_MARKUP:
        return
    root = content.getroottree().getroot()
    yield from _trade_links(root, own_host)
    if next(root.iter("marquee"), None) is not None or (styles_of(root) if styles is None else styles).hides:
        yield from _hidden_blocks(root, own_host)


def _trade_links(root: HtmlElement, own_host: str) -> Iterator[Sign]:
    found = []
    outward = (anchor for anchor in root.iter("a") if (anchor.get("href") or "").startswith(("http", "//")))
    for anchor in islice(outward, MOST_LINKS):
        host = _host(anchor)
        if not host or host == own_host or _is_known(host):
            continue
        said = plain(_text(anchor, 120))
        words = [hit for hit in hits(said, "brand", "trade") if not is_own_talk(said, hit.start, hit.end)]
        if words or (is_trade_domain(host) and not said.strip(" \n")):
            found.append(f"{said.strip() or 'a link without words'} ({host})")
    if found:
        yield Sign("link", found[0])


def _hidden_blocks(root: HtmlElement, own_host: str) -> Iterator[Sign]:
    for block in islice(_hidden_in(root), MOST_BLOCKS):
        said = plain(_text(block, LONGEST_BLOCK))
        words = {hit.word.word for hit in hits(said, "brand", "trade") if not is_own_talk(said, hit.start, hit.end)}
        if words and (len(words) >= 2 or hits(compact(said[:400]), "brand")):
            yield Sign("hidden", ", ".join(sorted(words)[:6]))
            return
        hosts = [host for anchor in islice(block.iter("a"), MOST_LINKS) if (host := _host(anchor)) and host != own_host]
        strange = {host for host in hosts if not _is_known(host)}
        if (
            len(hosts) >= FARM_LINKS
            and len(strange) >= FARM_HOSTS
            and 2 * len(strange) > len(set(hosts))
            and _is_thin(said, block)
        ):
            yield Sign("hidden", f"a link farm, {min(strange)} and others")
            return


def _hidden_in(root: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of a document that are out of a reader's sight, in order."""
    styled = [style.getparent() for style in _styled(root) if hides(str(style))]
    marked = [attribute.getparent() for attribute in _marked(root)]
    return filter(is_hidden, in_order(root, styled, marked, list(root.iter("marquee"))))


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element itself is out of a reader's sight, by the attribute `hidden` or by its style."""
    if element.tag in ("body", "html"):
        return False
    if element.tag == "marquee":
        return element.get("width") in ("0", "1", "2") or element.get("height") in ("0", "1", "2")
    style = element.get("style")
    return (style is not None and hides(style)) or element.get("hidden") is not None


@lru_cache(maxsize=4096)
def _is_known(host: str) -> bool:
    return _KNOWN.search(host) is not None


def _is_thin(said: str, block: HtmlElement) -> bool:
    """True where a block is nothing but links without names of sites that a government would befriend."""
    return not re.search(r"网站|政府|[省市县区]|新华|人民网|央视|media", said)


def _host(anchor: HtmlElement) -> str:
    match = _HOST.match((anchor.get("href") or "")[:300])
    return match[1].lower().rpartition("@")[2] if match else ""


def _text(element: HtmlElement, longest: int) -> str:
    pieces, size = [], 0
    for piece in islice(element.itertext(), 2000):
        pieces.append(piece)
        size += len(piece)
        if size > longest:
            break
    return "".join(pieces)[:longest]
