"""The search for a portal's annual reports: which page to ask for next, what was found, when it is enough. Pure, no I/O."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from crawler.addresses import identity_of, literal_address, netloc_of
from crawler.pages.base import IndexPage, title_tag
from crawler.pages.paging import PageRequest
from crawler.pages.wordings import is_town
from crawler.probing.verdict import ColumnSeen, judge
from crawler.probing.ways import FOREIGN_FROM, SLUG, Way, ways_of
from crawler.probing.whose import Claims, claims_of

MOST_FOREIGN = 4
"""Hosts that are not the portal's own and may be asked, where a link to openness leads there."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a search goes: pages asked for, links deep from the home page, seconds."""

    pages: int = 60
    depth: int = 6
    seconds: int = 600


@dataclass(frozen=True, slots=True)
class Trouble:
    """One page that could not be read: its address, how it ended (`blocked`, `forbidden`, …) and why."""

    url: str
    outcome: str
    reason: str


@dataclass
class Search:
    """One search that begins at `home`. `take` says what to ask for next, `saw` what came, `missed` what did not."""

    home: str
    bounds: Bounds = field(default_factory=Bounds)
    columns: list[ColumnSeen] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    claims: list[Claims] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    asked: int = 0
    left: int = 0
    sample: tuple[str, str] | None = None
    _waiting: list[Way] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._waiting.append(Way(PageRequest(self.home), "", 100, "the address given"))

    def take(self) -> Way | None:
        """The most promising way that was not gone yet; None when there is none or the bound is reached."""
        while self._waiting:
            best = max(self._waiting, key=lambda way: (way.score - 3 * way.depth, -self._waiting.index(way)))
            if self.asked >= self.bounds.pages:
                self.left = len({self._key(way) for way in self._waiting} - self._seen)
                return None
            self._waiting.remove(best)
            if self._key(best) not in self._seen and best.depth <= self.bounds.depth:
                self._seen.add(self._key(best))
                self.asked += 1
                return best
        return None

    def saw(self, way: Way, index: IndexPage) -> None:
        """Takes in a page: what it lists, where it leads, whose it says it is."""
        self._seen.add(f"GET {identity_of(index.url)} ")  # a redirect ends here: no need to ask for it again
        if len(self.claims) < 8:
            self.claims.append(claims_of(index))
        if way.unit is None and way.depth:
            way = replace(way, unit=self._unit_named_by(index))
        found = judge(index, way)
        if found and not any(held.url == found.url and held.way.request == found.way.request for held in self.columns):
            self.columns.append(found)
        self._waiting += [way for way in ways_of(index, way) if self._may_go(way)]

    def _unit_named_by(self, index: IndexPage) -> str | None:
        """The town that a page's title or breadcrumb names, where the portal is not that town's own."""
        parts = [*re.split(r"[-_|—\s]+", title_tag(index.document)[:200]), *index.breadcrumb]
        named = next((part for part in parts if is_town(part)), None)
        own = f"{self.claims[0].site_name} {self.claims[0].title} {self.claims[0].hosted_by}" if self.claims else ""
        return named if named and named not in own else None

    def missed(self, way: Way, outcome: str, reason: str) -> None:
        """Notes a page that could not be read."""
        self.troubles.append(Trouble(way.url, outcome, reason))

    @property
    def found(self) -> list[ColumnSeen]:
        """The lists found for sure, the one with the most reports first; a column of years or towns without own reports not."""
        listed = [column for column in self.columns if column.is_sure and (column.reports or column.by_year)]
        sure = [column for column in listed if not any(_is_part(column, other) for other in listed)]
        return sorted(sure, key=lambda column: (column.way.unit is not None, -len(column.reports)))

    @property
    def candidates(self) -> list[ColumnSeen]:
        """What may be a list of annual reports and was not sure, the likeliest first."""
        kept = self.found
        rest = [one for one in self.columns if one not in kept and not self._leads_to_found(one)]
        return sorted(rest, key=lambda column: -column.score)

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts that may be asked beside the home page's own."""
        return frozenset(self.foreign)

    def _leads_to_found(self, column: ColumnSeen) -> bool:
        """Whether a page only stands above lists that were found: a column of years or towns."""
        return any(held.way.parent == column.url for held in self.found)

    def _may_go(self, way: Way) -> bool:
        """Whether a way may be gone: on the portal's own hosts, or on some other that a link to openness leads to."""
        host = netloc_of(way.url)
        if host is None or self._key(way) in self._seen:
            return False
        if host == netloc_of(self.home) or host in self.foreign:
            return True
        if not same_site(host, netloc_of(self.home) or "") and (way.score < FOREIGN_FROM or self._strangers() >= MOST_FOREIGN):
            return False
        self.foreign.append(host)
        return True

    def _strangers(self) -> int:
        home = netloc_of(self.home) or ""
        return sum(not same_site(host, home) for host in self.foreign)

    @staticmethod
    def _key(way: Way) -> str:
        return f"{way.request.method} {identity_of(way.url)} {way.request.body[:4000].decode('latin-1')}"


def _is_part(column: ColumnSeen, other: ColumnSeen) -> bool:
    """Whether a page shows no report that another does not: a section's front page that shows the newest of a list."""
    own, theirs = ({entry.url for entry in one.reports} for one in (column, other))
    return not column.by_year and own < theirs


def same_site(host: str, home: str) -> bool:
    """Whether two hosts are of one portal: `xxgk.x.gov.cn` and `www.x.gov.cn` are, two counties' are not.

    >>> same_site("xxgk.lin.gov.cn", "www.lin.gov.cn"), same_site("www.a.gov.cn", "www.b.gov.cn")
    (True, False)
    """
    base = home.removeprefix("www.")
    if literal_address(urlsplit(f"//{home}").hostname or "") is not None:
        return host == home
    return host == base or host.endswith(f".{base}")


def best_of(columns: list[ColumnSeen]) -> ColumnSeen | None:
    """The list that an article is looked at from: the portal's own with the most reports; None without any."""
    listed = [column for column in columns if column.reports and not column.by_year]
    return max(listed, key=lambda column: (column.way.unit is None, column.way.score >= SLUG, len(column.reports)), default=None)
