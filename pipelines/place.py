"""Which administrative division a report belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from pipelines.items import DivisionRef, Reading, Report


class DivisionRow(Protocol):
    """A division as a registry row gives it."""

    code: str
    name: str
    path: tuple[str, ...]


class ColumnRow(Protocol):
    """A column of a registry row: the address of a list, and the division its reports belong to."""

    url: str
    division: Any


class SiteRow(Protocol):
    """What this stage asks of a site's registry row."""

    division: Any
    columns: Sequence[Any]


def _reference(row: DivisionRow | None) -> DivisionRef | None:
    return DivisionRef(row.code, row.name, tuple(row.path)) if row else None


def place(report: Report, site_division: DivisionRef | None) -> DivisionRef | None:
    """The report's division: what was placed before, else the division of the site that carries it, else None."""
    return report.division or site_division


class PlacePipeline:
    """Scrapy stage. Needs a Reading; adds `report.division`; drops nothing.

    `site` is the registry row of the site that is crawled: the division of the column that listed the page goes before
    the division of the whole site.
    """

    def __init__(self, site: SiteRow | None = None) -> None:
        self.by_column = {column.url: _reference(column.division) for column in site.columns} if site else {}
        self.of_site = _reference(site.division) if site else None

    @classmethod
    def from_crawler(cls, crawler: Any) -> PlacePipeline:
        """The stage for the site that the crawler's spider walks."""
        return cls(getattr(crawler.spider, "site", None))

    def process_item(self, item: Any) -> Any:
        """The item; a Reading with each report placed."""
        if isinstance(item, Reading):
            listed = item.page.listed
            division = (self.by_column.get(listed.index_url) if listed else None) or self.of_site
            for report in item.reports:
                report.division = place(report, division)
        return item
