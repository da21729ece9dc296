"""What a page's address says: a government's host, a bare IP address, a host spelt like the place, a stranger's that copies it.

gov.cn alone proves nothing and its absence neither: a copy is told by what it kept of the original (its host, its address
shape, its telephone area) on a host that has nothing to do with the place.
"""

from __future__ import annotations

import ipaddress
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import cast
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from models.divisions import depth_of, gazetteer
from pipelines.folding import fold, squeeze
from pipelines.genuineness.running import is_trade_domain
from pipelines.genuineness.signs import Sign
from pipelines.items import Report, View
from pipelines.placing.hosts import labels_of, spelling
from pipelines.placing.printed import read_name

ENOUGH = 3
"""What the signs of a copy must weigh together, on a host that has nothing to do with the place."""

_PATH = re.compile(
    r"/t20\d{6}_\d+\.s?html?$|/art/20\d\d/\d{1,2}/\d{1,2}/art_|/content/m?post_\d+|/[0-9a-f]{32}(?:\.s?html|/index)|/info/\d+/\d+\.htm"
    r"|/gkmlpt/|/module/xxgk/|/col/col\d+/|/[0-9a-f]{24}\.html$|/zfxxgk|/xxgk|/zwgk|/webinfo/20\d\d/"
)
_GOVERNMENT = re.compile(r"(?<![a-z0-9.-])(?:[a-z0-9-]{1,60}\.){1,4}gov\.cn(?![a-z.])")
_CENTRAL = frozenset({"www.gov.cn", "gov.cn", "beian.miit.gov.cn", "www.beian.gov.cn", "www.miibeian.gov.cn", "miibeian.gov.cn"})
_AREA = re.compile(r"^\D{0,3}(?:\+?86\D{0,2})?(0(?:10|2\d|[3-9]\d\d))(?=\D|\d{7,8}(?!\d))")
_Strings = Callable[[HtmlElement], list[str]]
_places = cast("_Strings", etree.XPath("//a/@href | //img/@src | //script/@src | //link/@href"))
_own_address = cast("_Strings", etree.XPath("//link[@rel='canonical']/@href | //base/@href"))
_MOST_PLACES = 400


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a page stands: `kind` is government, address (bare IP), none (a file) or other; `near`: its name spells the place."""

    host: str
    kind: str
    codes: tuple[str, ...] = ()
    near: bool = False


def host_of(url: str) -> str:
    """The host of an address in lower case, "" for none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def standing(url: str, report: Report) -> Standing:
    """Where a page stands and the divisions that its publisher's name may mean, at most twelve."""
    host = host_of(url)
    kind = _kind(host)
    named = read_name(report.publisher) if report.publisher and kind != "none" else None
    codes = tuple(dict.fromkeys(one.code for one in (named.divisions or named.above)))[:12] if named else ()
    return Standing(host, kind, codes, _is_near(host, codes) if kind == "other" else False)


@lru_cache(maxsize=1024)
def _kind(host: str) -> str:
    if not host or ("." not in host and ":" not in host):
        return "none"
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return "government" if host == "gov.cn" or host.endswith(".gov.cn") else "other"
    return "address"


def _is_near(host: str, codes: tuple[str, ...]) -> bool:
    """Whether a host's name may be the place's or the office's own: spelt by syllables, or by initials, also after a prefix."""
    labels = labels_of(host)
    upward = {cut for code in codes for cut in (code[:6], code[:4] + "00") if depth_of(cut) > 1}
    shown = [label[cut:] for label in labels for cut in range(min(_PREFIX, len(label)))]
    if any(spelling(labels, code) or any(spelling((part,), code) == SPELT for part in shown) for code in upward):
        return True
    return any(_has_initials(label, code) for label in labels for code in upward)


_PREFIX = 6
"""Letters that may stand before the place's name: zj, zg, china."""

SPELT = 2
"""What `spelling` says of a name by its syllables."""


def _has_initials(label: str, code: str) -> bool:
    """Whether the initials of a place stand in a label that is no word: lpsslyj has those of 六盘水."""
    division = gazetteer().of_code(code)
    if division is None or not division.pinyin or _is_word(label):
        return False
    initials = [{reading[0] for reading in part.split("|")} for part in division.pinyin.split(" ")]
    starts = range(len(label) - len(initials) + 1)
    return any(all(sign in one for sign, one in zip(label[at:], initials, strict=False)) for at in starts)


def _is_word(label: str) -> bool:
    """True for a label with as many vowels as an English word has; initials of Chinese syllables hardly have any."""
    return 4 * sum(sign in "aeiou" for sign in label) >= len(label)


# --- a stranger's copy ---


def copy_signs(at: Standing, report: Report, view: View, url: str, text: str) -> list[Sign]:
    """The signs that a page on another's host is a copy; () where they do not weigh enough or the host may be the place's own."""
    if at.kind != "other":
        return []
    weighed = list(_weighed(at, report, view, url, text))
    strong = any(weight >= ENOUGH for weight, _ in weighed)
    if at.near or not (at.codes or strong) or sum(weight for weight, _ in weighed) < ENOUGH:
        return []
    return [Sign("host", at.host), *(sign for _, sign in weighed)]


def _weighed(at: Standing, report: Report, view: View, url: str, text: str) -> Iterator[tuple[int, Sign]]:
    claimed = _claimed(view)
    if claimed and claimed != at.host:
        yield 3, Sign("site", f"the page says it stands on {claimed}")
    elif linked := _linked(view.content):
        yield 2, Sign("links", linked)
    if _PATH.search(urlsplit(url).path.lower() if at.host else ""):
        yield 2, Sign("address", "a government system's address is kept")
    folded = fold(text[:60_000]).lower()
    if at.host.removeprefix("www.") in folded:
        yield 2, Sign("text", f"names {at.host} as the government's site")
    elif named := _GOVERNMENT.search(folded):
        yield 1, Sign("text", f"names {named.group()}")
    if is_trade_domain(at.host):
        yield 2, Sign("host", f"{at.host} is named as gambling sites are")
    if other := elsewhere(report, at.codes):
        yield 3, Sign("phone", other)


def _claimed(view: View) -> str | None:
    """The government's host that the page names as its own: SiteDomain, canonical address, base, og:url."""
    root = view.content.getroottree().getroot()
    meta = view.meta
    for said in (meta.get("sitedomain"), meta.get("og:url"), meta.get("url"), *map(str, _own_address(root)[:5])):
        match = _GOVERNMENT.search(fold(said).lower()) if said else None
        if match and match.group() not in _CENTRAL:
            return match.group()
    return None


def _linked(content: HtmlElement) -> str | None:
    """The government's host that most outward links and files of the page lie on, where they are three or more."""
    found = islice(_places(content.getroottree().getroot()), _MOST_PLACES)
    hosts = Counter(match.group() for place in found if "gov.cn" in place and (match := _GOVERNMENT.search(str(place).lower())))
    for central in _CENTRAL:
        del hosts[central]
    best = hosts.most_common(1)
    return f"{best[0][1]} links and files on {best[0][0]}" if best and best[0][1] >= 3 else None


# --- the telephone's area ---


def areas_of_phone(report: Report) -> tuple[str, tuple[str, ...]] | None:
    """The telephone number with an area code and the divisions of that area; None for a number without one."""
    for phone in (report.contact.phone, report.contact.fax):
        match = _AREA.match(fold(squeeze(phone[:40]))) if phone else None
        if match and (codes := gazetteer().area_codes.get(match[1])):
            return match[1], codes
    return None


def elsewhere(report: Report, codes: tuple[str, ...]) -> str | None:
    """The telephone's area in words where it is none of the publisher's possible places; None otherwise."""
    area = areas_of_phone(report)
    if area is None or not codes:
        return None
    known = gazetteer()
    if any(known.lies_in(code, one) or known.lies_in(one, code) for code in codes for one in area[1]):
        return None
    return f"area code {area[0]} belongs to another place than {report.publisher}"


def is_of_place(report: Report, codes: tuple[str, ...]) -> bool:
    """Whether the telephone's area is that of the publisher's place."""
    area = areas_of_phone(report)
    known = gazetteer()
    return area is not None and any(known.lies_in(code, one) for code in codes for one in area[1])
