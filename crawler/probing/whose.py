"""Whose a portal is: the names and codes its pages claim, read with the division data; settled only where one reading is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from crawler.pages.article import meta_of
from crawler.pages.base import IndexPage, title_tag
from crawler.pages.document import elements, squeeze, text_of
from models.divisions import Division, gazetteer
from pipelines.placing.hosts import host_of, labels_of, spelling
from pipelines.placing.printed import Named, read_name

_HOSTED_BY = re.compile(r"(?:主办单位|主办|版权所有|承办单位|承办)\s{0,3}[:：]?\s{0,3}([\u4e00-\u9fff]{4,30})")
_CODE = re.compile(r"^[0-9]{10}$")
_PORTAL = re.compile(r"(?:信息公开|政务公开)?(?:门户)?网站?$|信息公开$|政务公开$|欢迎(?:您)?(?:访问|光临|来到)|首页")
_bodies = elements("//body")


@dataclass(frozen=True, slots=True)
class Claims:
    """What one page says of its site: its SiteName, its title, who it says runs it, the division of its SiteIDCode."""

    url: str
    site_name: str | None
    title: str | None
    hosted_by: str | None
    code: str | None


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a portal is: its name as claimed, the division where one reading is left, all readings, and the reasons."""

    name: str | None
    division: Division | None
    candidates: tuple[Division, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The place's name: the division's, else the one that the name gives to a place no list has; "" for none."""
        if self.division is not None:
            return self.division.name
        named = read_name(_PORTAL.sub("", self.name or ""))
        return (named.unknown or "") if named else ""


def claims_of(index: IndexPage) -> Claims:
    """What a page claims of its site."""
    meta = meta_of(index.document)
    code = meta.get("siteidcode", "").strip()
    body = next(iter(_bodies(index.document)), None)
    tail = _end_of(index) if body is not None else ""
    hosted = _HOSTED_BY.search(tail)
    title = squeeze(title_tag(index.document)[:300])
    parts = [part for part in re.split(r"[-_|—\s]+", title) if part]
    return Claims(
        url=index.url,
        site_name=meta.get("sitename") or None,
        title=parts[-1] if parts else None,
        hosted_by=hosted[1] if hosted else None,
        code=code[:6] if _CODE.match(code) else None,
    )


def _end_of(index: IndexPage) -> str:
    """The text of the last blocks of a page, where sites say who runs them."""
    blocks = list(islice(reversed(list(islice(index.document.iter("div", "p", "td", "span"), 5000))), 40))
    return " ".join(text_of(block, 300) for block in blocks)


def whose(claims: Sequence[Claims], url: str) -> Whose:
    """Whose the portal at an address is. What a page says in words goes first; codes and host names choose between readings."""
    name = _name_of(claims)
    codes = {one.code for one in claims if one.code}
    labels = labels_of(host_of(url) or "")
    readings = _readings(claims)
    reasons: list[str] = []
    if readings:
        named = ", ".join(f"{one.name} ({one.code})" for one in readings[:5])
        reasons.append(f"its name {name or '?'} can be read as {named}")
    narrowing = (
        (f"its SiteIDCode begins with {', '.join(sorted(codes))}", [one for one in readings if one.code[:6] in codes]),
        ("its host is spelt so", [one for one in readings if spelling(labels, one.code) > 0]),
    )
    for why, kept in narrowing:
        both = [one for one in readings if one in kept]
        if len(readings) > 1 and both:
            readings = both
            reasons.append(f"{why}: {', '.join(one.code for one in both[:5])}")
    known = [division for code in sorted(codes) if (division := _by_site_code(code))]
    if not readings:
        reasons.append("no name on it is a place of the division data")
        return Whose(name, None, tuple(known), tuple(reasons))
    against = [one for one in known if not _agree(one, readings[0])]
    if len(readings) == 1 and against:
        reasons.append(f"but its SiteIDCode is that of {against[0].name} ({against[0].code})")
        return Whose(name, None, (readings[0], *against), tuple(reasons))
    return Whose(name, readings[0] if len(readings) == 1 else None, tuple(readings), tuple(reasons))


def _agree(one: Division, other: Division) -> bool:
    """Whether one of two divisions lies in the other."""
    return gazetteer().lies_in(other.code, one.code) or gazetteer().lies_in(one.code, other.code)


def _by_site_code(code: str) -> Division | None:
    return gazetteer().of_code(code)


def _name_of(claims: Sequence[Claims]) -> str | None:
    """The name a portal gives itself, the first of its SiteName, who runs it, and its title that names a place; else any."""
    said = [name for one in claims for name in (one.site_name, one.hosted_by, one.title) if name]
    return next((name for name in said if _divisions(name)), said[0] if said else None)


def _readings(claims: Sequence[Claims]) -> list[Division]:
    """The divisions that the clearest of the names may be."""
    for field in ("site_name", "hosted_by", "title"):
        names = dict.fromkeys(name for one in claims if (name := getattr(one, field)))
        for name in names:
            if found := _divisions(name):
                return found
    return []


def _divisions(name: str) -> list[Division]:
    named: Named | None = read_name(_PORTAL.sub("", name))
    return [one for one in named.divisions if one.stands_in(None)] if named else []


def is_township(name: str) -> bool:
    """Whether a portal's name is that of a town or its office, whether it is in the division data or not."""
    named = read_name(_PORTAL.sub("", name))
    return named is not None and named.town is not None


def unit_division(unit: str, above: Division | None) -> Division | None:
    """The one town of that name in a division; None when there is none or several, or the division is not known."""
    if above is None:
        return None
    bare = re.sub(r"(?:人民政府|办事处)$", "", unit)
    named = read_name("".join(gazetteer().path(above.code)) + bare)
    inside = [one for one in named.divisions if one.code.startswith(above.code.rstrip("0") or above.code)] if named else []
    return inside[0] if len(inside) == 1 and inside[0].depth == 4 else None
