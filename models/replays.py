"""Which archived captures are to be read again, a page of them at a time, by what the database says of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, exists, func, or_, select

from models.crawl import Fetch, Page
from models.document import Change, Report, ReportVersion
from models.figure import Finding

Place = tuple[str, int]
"""Where the reading stands: the site's key and the number of the last fetch."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which captures are wanted. `code` is the mark of the reading code: what it has read already is left out, unless `again`."""

    code: str
    site: str | None = None
    year: int | None = None
    finding: str | None = None
    since: datetime | None = None
    again: bool = False


def captures_after(connection: Connection, wanted: Wanted, after: Place | None, number: int) -> Sequence[Row[Any]]:
    """The next captures by site and fetch: those that versions were read from, and the pages that were no reports."""
    query: Any = (
        select(Fetch, Page)
        .join(Page, Page.fetch_id == Fetch.id)
        .where(*_which(wanted))
        .order_by(Fetch.site_key, Fetch.id)
        .limit(number)
    )
    if after is not None:
        query = query.where(or_(Fetch.site_key > after[0], and_(Fetch.site_key == after[0], Fetch.id > after[1])))
    return connection.execute(query.with_only_columns(*_columns())).all()


def _columns() -> tuple[Any, ...]:
    return (
        Fetch.id, Fetch.site_key, Fetch.url, Fetch.requested_url, Fetch.purpose, Fetch.fetched_at, Fetch.status,
        Fetch.content_type, Fetch.size, Fetch.etag, Fetch.last_modified, Fetch.warc_file, Fetch.warc_offset,
        Fetch.warc_length, Fetch.digest, Page.is_annual_report, Page.listed_title, Page.listed_date, Page.index_url,
        Page.listed_column, Page.listed_unit,
    )  # fmt: skip


def _which(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    mine = and_(ReportVersion.fetch_id == Fetch.id)
    if wanted.year is not None:
        yield exists().where(mine, ReportVersion.report_year == wanted.year)
    if wanted.finding is not None:
        yield exists().where(
            mine, Finding.version_id == ReportVersion.id, Finding.rule == wanted.finding, Finding.outcome == "fail"
        )
    if wanted.year is None and wanted.finding is None:
        yield or_(exists().where(mine), Page.is_annual_report.is_(False))
    if wanted.site is not None:
        yield Fetch.site_key == wanted.site
    if wanted.since is not None:
        yield Fetch.fetched_at >= wanted.since
    if not wanted.again:
        yield or_(Page.extractor.is_(None), Page.extractor != wanted.code)


def failing_rules(connection: Connection) -> list[str]:
    """The names of the rules that fail on some report, by name."""
    return list(connection.scalars(select(Finding.rule).where(Finding.outcome == "fail").distinct().order_by(Finding.rule)))


def newest_version(connection: Connection) -> int:
    """The number of the newest version."""
    return int(connection.scalar(select(func.max(ReportVersion.id))) or 0)


def versions_since(connection: Connection, newest: int, fetches: Sequence[int]) -> Sequence[Row[Any]]:
    """The versions read from these fetches that are newer than a number: report, publisher, year, address."""
    query: Any = (
        select(
            ReportVersion.id, ReportVersion.report_id, ReportVersion.publisher, ReportVersion.report_year, ReportVersion.url,
            ReportVersion.fetch_id, ReportVersion.cause, Report.site_key,
        )
        .join(Report, Report.id == ReportVersion.report_id)
        .where(ReportVersion.id > newest, ReportVersion.fetch_id.in_(fetches))
        .order_by(ReportVersion.id)
    )  # fmt: skip
    return connection.execute(query).all()


def reports_of(connection: Connection, versions: Sequence[int]) -> list[int]:
    """The numbers of the reports that these versions are of."""
    query = select(ReportVersion.report_id).where(ReportVersion.id.in_(versions)).distinct().order_by(ReportVersion.report_id)
    return list(connection.scalars(query)) if versions else []


def changes_of(connection: Connection, versions: Sequence[int]) -> Sequence[Row[Any]]:
    """What these versions say otherwise than the ones before them, in the order of the page."""
    query = select(Change.__table__).where(Change.version_id.in_(versions)).order_by(Change.version_id, Change.number)
    return connection.execute(query).all() if versions else []
