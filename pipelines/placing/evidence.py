"""All that a report and its page say of the place, besides the publisher's own name: each as areas in which it should lie."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from models.divisions import depth_of, gazetteer
from pipelines.field.seen import Furniture
from pipelines.folding import fold, squeeze
from pipelines.items import DivisionRef, Page, Report
from pipelines.placing.printed import Named, mentions, read_name

REGISTRY, SIBLINGS = 5, 3
"""Weights. A printed name of a place weighs 4 or 3, a telephone number 3, codes 2 or 3, a post code 1; two more decide."""

_ISSUERS = (
    "发布机构", "发布单位", "发布机关", "公开机构", "公开单位", "公开主体", "发文机关", "发文机构", "发文单位", "信息来源",
    "来源",
)  # fmt: skip
_AREA_CODE = re.compile(r"^\D{0,3}(?:\+?86\D{0,2})?(0(?:10|2\d|[3-9]\d\d))")
_CREDIT_CODE = re.compile(r"(?<![0-9A-Za-z])[1N][0-9]([1-8]\d{5})[0-9A-HJ-NPQRTUWXY]{9,10}(?![0-9A-Za-z])")
_POSTCODE_PROVINCES = (
    "10:11 30:12 05:13 06:13 07:13 03:14 04:14 01:15 02:15 11:21 12:21 13:22|15 15:23 16:23|15 20:31 21:32 22:32 31:33 32:33"
    " 23:34 24:34 35:35 36:35 33:36 34:36 25:37 26:37 27:37 45:41 46:41 47:41 43:42 44:42 41:43 42:43 51:44 52:44 53:45 54:45"
    " 57:46 40:50 61:51 62:51 63:51 64:51 55:52 56:52 65:53 66:53 67:53 85:54 86:54 71:61 72:61 73:62 74:62 81:63 75:64 83:65"
    " 84:65"
)
"""The first two digits of a post code and the provinces of its postal area, by the numbering of the postal service."""

_POSTCODES: Mapping[str, tuple[str, ...]] = {
    pair[:2]: tuple(province + "0000" for province in pair[3:].split("|")) for pair in _POSTCODE_PROVINCES.split(" ")
}
_LONGEST_SAID = 120
_NAMES = frozenset({"compiler", "office", "address", "site"})
_A_LIST = 3
"""Prefectures named at a report's beginning that make it a list of places."""



class DivisionRow(Protocol):
    """A division as a registry row gives it."""

    @property
    def code(self) -> str:
        """GB/T 2260, six digits; nine for a township."""

    @property
    def name(self) -> str:
        """The division's own name."""

    @property
    def path(self) -> tuple[str, ...]:
        """Names from the province down."""


class Area(NamedTuple):
    """One piece of evidence: the codes of the areas it allows, and its weight against others."""

    source: str
    said: str
    codes: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Around:
    """What stands round the report besides what its fields say: see `pipelines.place.place`."""

    opening: str = ""
    siblings: tuple[DivisionRef, ...] = ()
    furniture: Furniture | None = None


def areas_of(report: Report, page: Page, row: DivisionRow | None, around: Around) -> list[Area]:
    """Every piece of evidence, in order of weight as far as they are of a kind."""
    found: list[Area] = []
    if row is not None:
        found.append(Area("registry", row.name, (row.code,), REGISTRY))
    found += _unit(page, row)
    found += _printed(report, page, around)
    found += _numbers(report, page)
    if around.siblings:
        found.append(Area("siblings", around.siblings[0].name, tuple(one.code for one in around.siblings[:8]), SIBLINGS))
    return found


def _unit(page: Page, row: DivisionRow | None) -> list[Area]:
    """The place of the unit that the list names beside the report: a township's bare name counts inside the site's division."""
    unit = page.listed.unit if page.listed else None
    named = read_name(unit) if unit else None
    if unit is None or named is None:
        return []
    codes = codes_of(named) or tuple(one.code for one in named.divisions)[:60]
    inside = tuple(code for code in codes if row is not None and gazetteer().lies_in(code, row.code))
    return [Area("list", unit[:_LONGEST_SAID], inside or codes, 3)] if codes else []


def _printed(report: Report, page: Page, around: Around) -> list[Area]:
    """The places that the titles, offices, breadcrumb and address name, each said once a source."""
    seen: dict[str, list[str]] = {}
    found: dict[tuple[str, tuple[str, ...]], Area] = {}
    for source, text, weight in _texts(report, page, around.furniture):
        # What begins with a text that was read says nothing new: a title with (全文) behind it, the publisher's title.
        before = seen.setdefault(source, [report.publisher] if report.publisher else [])
        if not text or text.startswith(tuple(before)):
            continue
        before.append(text)
        whole = read_name(text) if source in _NAMES else None
        for named in (whole,) if whole and whole.divisions else mentions(text):
            if codes := codes_of(named):
                found.setdefault((source, codes), Area(source, text[:_LONGEST_SAID], codes, weight))
    return [*found.values(), *_opening(around.opening)]


def _opening(opening: str) -> list[Area]:
    """The places that the report's beginning names; nothing where it lists many, as a page of links to other places does."""
    named = [(codes, one) for one in mentions(opening) if (codes := codes_of(one))]
    if len({code[:4] for codes, _ in named for code in codes[:1] if depth_of(code) > 1}) >= _A_LIST:
        return []
    areas = {codes: Area("opening", "/".join(place.name for place in one.divisions[:3]), codes, 3) for codes, one in named}
    return list(areas.values())


def _texts(report: Report, page: Page, furniture: Furniture | None) -> Iterator[tuple[str, str | None, int]]:
    view, listed = page.view, page.listed
    rows, breadcrumb = (furniture.rows, furniture.breadcrumb) if furniture else (view.rows, view.breadcrumb)
    yield "title", report.title, 4
    yield "title", report.title_as_printed, 4
    yield "title", view.heading or view.title, 3
    yield "title", listed.title if listed else None, 3
    yield "compiler", report.compiled_by, 4
    yield "office", report.issuing_office, 4
    for label in _ISSUERS if rows else ():
        yield "office", rows.get(label), 3
    yield "office", report.source_media, 3
    yield "address", report.contact.address, 4
    for crumb in breadcrumb[:12]:
        yield "breadcrumb", crumb, 3
    yield "site", view.meta.get("sitename"), 3


def codes_of(named: Named) -> tuple[str, ...]:
    """The codes that a printed name allows, at most 60; of a township that is printed with its province alone, the province's."""
    if named.town is not None and all(one.depth == 1 for one in named.above):
        return tuple(one.code for one in named.above)
    return tuple(dict.fromkeys(one.code for one in named.divisions or named.above))[:60]


def _numbers(report: Report, page: Page) -> Iterator[Area]:
    known = gazetteer()
    for phone in (report.contact.phone, report.contact.fax):
        match = _AREA_CODE.match(fold(squeeze(phone[:40]))) if phone else None
        if match and (places := known.area_codes.get(match[1])):
            yield Area("phone", f"{phone}"[:_LONGEST_SAID], places, 3)
            break
    site = page.view.meta.get("siteidcode", "")[:6]
    if len(site) == 6 and site in known.by_code:
        yield Area("SiteIDCode", page.view.meta["siteidcode"][:_LONGEST_SAID], (site,), 2)
    for text in (report.index_number, page.url):
        match = _CREDIT_CODE.search(text[:400]) if text else None
        if match and match[1] in known.by_code:
            yield Area("credit code", match.group(), (match[1],), 3)
            break
    postcode = squeeze(report.contact.postcode or "")
    if len(postcode) == 6 and postcode.isascii() and (provinces := _POSTCODES.get(postcode[:2])):
        yield Area("postcode", postcode, provinces, 1)


def supports(area: Area, code: str) -> bool:
    """Whether the evidence allows a division: it lies in one of the areas, or one of them lies in it."""
    if code.startswith(_prefixes(area.codes)):
        return True
    known = gazetteer()
    return any(known.lies_in(code, one) or (depth_of(one) > depth_of(code) and known.lies_in(one, code)) for one in area.codes)


@lru_cache(maxsize=4096)
def _prefixes(codes: tuple[str, ...]) -> tuple[str, ...]:
    """How the codes of what lies in the areas begin."""
    return tuple(code[: depth_of(code) * 2] if len(code) == 6 else code for code in codes)


def weight_for(area: Area, code: str) -> int:
    """The weight of the evidence for a township or county: a province alone says little about which of its towns it is."""
    if depth_of(code) == 4 and all(depth_of(one) == 1 for one in area.codes):
        return min(area.weight, 1)
    return area.weight


def rows_of(site: Any, page: Page) -> DivisionRow | None:
    """The registry's division for a page: that of the column that listed it or holds it, else that of the whole site."""
    if site is None:
        return None
    listed = (page.listed.column or page.listed.index_url) if page.listed else None
    best, size = site.division, 0
    for column in site.columns:
        if column.division is None:
            continue
        if column.url == listed:
            found: DivisionRow = column.division
            return found
        folder = _folder(column.url)
        if len(folder) > size and (_place(page.url).startswith(folder) or (listed and _place(listed).startswith(folder))):
            best, size = column.division, len(folder)
    row: DivisionRow | None = best
    return row


def _place(url: str) -> str:
    """The address without its scheme."""
    return url.partition("://")[2]


def _folder(url: str) -> str:
    """The folder of a column's address; "" where the column is a whole host or only told apart by its query."""
    place = _place(url)
    folder = place[: place.rfind("/") + 1]
    return folder if "?" not in place and folder.count("/") > 1 else ""
