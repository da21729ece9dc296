"""Which administrative division a report belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from pipelines.items import DivisionRef, Finding, Page, Placement, Reading, Report
from pipelines.placing.decision import Case, decide
from pipelines.placing.evidence import Around, areas_of, rows_of
from pipelines.placing.hosts import host_of
from pipelines.placing.printed import Named, read_name

OPENING = 400
"""Characters at a report's beginning in which the places it names are looked for."""

_REMEMBERED = 2000
"""Columns of a site whose placements are kept in mind."""


_WEIGHTY = frozenset({"registry", "title", "office", "compiler", "list"})
"""Sources whose word against the place is told to a person."""


class SiteRow(Protocol):
    """What this stage asks of a site's registry row: its division, and its columns with their address and division."""

    division: Any
    columns: Sequence[Any]


def place(report: Report, page: Page, site: SiteRow | None, *, around: Around | None = None) -> Placement:
    """Where the report belongs, with every vote; open with its candidates where the evidence does not decide. Never raises.

    `around` holds the beginning of the report's text, asked where the publisher's name does not decide, the divisions of
    reports from the same list, and the furniture of the page where it was read.
    The publisher's name decides first, as far as it goes; 樟木乡人民政府 with a telephone number of 赣州 is 兴国县's.
    """
    row, context = rows_of(site, page), around or Around()
    publisher, named = _publisher(report)
    if named is not None and named.is_certain:
        context = replace(context, opening="")
    areas = areas_of(report, page, row, context)
    return decide(Case(publisher, named, areas, row, report.report_year, host_of(page.url), report.level, context.opening))


def _publisher(report: Report) -> tuple[str | None, Named | None]:
    """The first of the publisher's names that says where it is, and what it says."""
    stated = [name for name in (report.publisher, report.publisher_as_printed, report.compiled_by) if name]
    for name in stated:
        named = read_name(name)
        if named is not None:
            return name, named
    return (stated[0] if stated else None), None


def findings_of(placement: Placement, publisher: str | None) -> list[Finding]:
    """What a person should look at: a place left open with candidates, and printed evidence that names another place."""
    found = []
    if placement.division is None and placement.candidates:
        shown = "; ".join(f"{one.code} {''.join(one.path)}" for one in placement.candidates)
        found.append(Finding("place-open", "uncertain", placement.reason, publisher, shown))
    if placement.division is not None:
        against = [vote for vote in placement.votes if not vote.followed and vote.source in _WEIGHTY]
        if against:
            said = "; ".join(f"{vote.source}: {vote.said}" for vote in against)
            found.append(
                Finding("place-contradicted", "uncertain", "evidence names another place", placement.division.name, said)
            )
    return found


class PlacePipeline:
    """Scrapy stage. Needs a Reading; adds `report.placement`, `report.division`, the level, findings; drops nothing.

    `site` is the registry row of the site that is crawled: the division of the column that listed the page goes before
    the division of the whole site. What was placed before from the same list is evidence for what comes after; `before`
    tells what earlier crawls placed from a list, since a second visit reads only what has changed.
    """

    def __init__(self, site: SiteRow | None = None, before: Callable[[str], Counter[DivisionRef]] | None = None) -> None:
        self.site, self.before = site, before
        self.placed: defaultdict[str, Counter[DivisionRef]] = defaultdict(Counter)

    @classmethod
    def from_crawler(cls, crawler: Any) -> PlacePipeline:
        """The stage for the site that the crawler's spider walks."""
        return cls(getattr(crawler.spider, "site", None), getattr(crawler.spider, "placed_before", None))

    def process_item(self, item: Any) -> Any:
        """The item; a Reading with each report placed."""
        if isinstance(item, Reading):
            for report in item.reports:
                self._place(report, item)
        return item

    def _place(self, report: Report, reading: Reading) -> None:
        if report.division is not None:
            return
        column = reading.page.listed.index_url if reading.page.listed else ""
        if column and self.before is not None and column not in self.placed:
            self.placed[column] = self.before(column)
        opening = reading.outline.text[report.start : report.start + OPENING]
        alone = len(reading.reports) == 1
        around = Around(opening, self._siblings(column), reading.furniture if alone else None)
        placement = place(report, reading.page, self.site, around=around)
        report.placement, report.division = placement, placement.division
        report.level = placement.level or report.level
        report.findings += findings_of(placement, report.publisher)
        if placement.division is not None and len(self.placed) < _REMEMBERED:
            self.placed[column][placement.division] += 1

    def _siblings(self, column: str) -> tuple[DivisionRef, ...]:
        """The division of the reports that the same list announced, where they all have the same one."""
        known = self.placed.get(column) if column else None
        return tuple(known) if known is not None and len(known) == 1 and known.total() > 1 else ()
