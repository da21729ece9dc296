"""Which administrative division a report belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from sqlalchemy.exc import SQLAlchemyError

from pipelines.items import DivisionRef, Finding, Page, Placement, Reading, Report
from pipelines.keeping.again import PATIENCE, insist, passes
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
    tells what earlier crawls placed from a list, since a second visit reads only what has changed. Where the database that
    it asks is away, the item waits for it, up to `patience` seconds.
    """

    def __init__(
        self, site: SiteRow | None = None, before: Callable[[str], Counter[DivisionRef]] | None = None, patience: float = 0
    ) -> None:
        self.site, self.before, self.patience = site, before, patience
        self.placed: defaultdict[str, Counter[DivisionRef]] = defaultdict(Counter)

    @classmethod
    def from_crawler(cls, crawler: Any) -> PlacePipeline:
        """The stage for the site that the crawler's spider walks."""
        patience = crawler.settings.getfloat("NIANBAO_PATIENCE", PATIENCE)
        return cls(getattr(crawler.spider, "site", None), getattr(crawler.spider, "placed_before", None), patience)

    def process_item(self, item: Any) -> Any:
        """The item, awaited where the database is away; a Reading with each report placed."""
        if not isinstance(item, Reading):
            return item
        try:
            self._ask_what_was_placed(item)
        except SQLAlchemyError as error:
            if not self.patience or not passes(error):
                raise
            return self._once_it_is_back(item)
        return self._placed(item)

    async def _once_it_is_back(self, reading: Reading) -> Reading:
        await insist(lambda: self._ask_what_was_placed(reading), self.patience)
        return self._placed(reading)

    def _ask_what_was_placed(self, reading: Reading) -> None:
        column = _column(reading)
        if column and self.before is not None and column not in self.placed and reading.reports:
            self.placed[column] = self.before(column)

    def _placed(self, reading: Reading) -> Reading:
        for report in reading.reports:
            if report.division is None:
                self._place(report, reading)
        return reading

    def _place(self, report: Report, reading: Reading) -> None:
        column = _column(reading)
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


def _column(reading: Reading) -> str:
    return (reading.page.listed.index_url or "") if reading.page.listed else ""
