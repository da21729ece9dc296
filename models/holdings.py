"""What the database holds of a site beside what one crawl brought: what the crawl is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, func, select

from models.crawl import Crawl, Fetch
from models.document import TRUST, Report, ReportVersion
from models.figure import Finding
from models.listing import Listing, ListingEntry

_THE_PUBLISHERS_OWN = [verdict for verdict, trust in TRUST.items() if trust > 0]
"""Verdicts on words that are the publisher's own, be they disguised: the site has published them."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Of the reports first read in one crawl (`read`), and of those read before it, the share that has a form, and of their
    forms' sums the share that agrees: 0 to 1, None without any."""

    read: int
    forms: float | None
    forms_before: float | None
    sums: float | None
    sums_before: float | None


def newest_year(connection: Connection, site: str) -> int | None:
    """The newest year that the site has a report of its own for; None without any."""
    return connection.execute(_newest_year(), {"site": site}).scalar_one()


@cache
def _newest_year() -> Select[int | None]:
    """The statement, kept as that of `lines` is: every crawl of a night ends with them."""
    own = (ReportVersion.current, ReportVersion.hijack_verdict.in_(_THE_PUBLISHERS_OWN), Report.gone_since.is_(None))
    joined = select(func.max(Report.report_year)).join(ReportVersion, ReportVersion.report_id == Report.id)
    return joined.where(Report.site_key == bindparam("site"), *own)


def shares(connection: Connection, site: str, *crawls: int) -> Shares:
    """How the reports that a crawl of a site read for the first time compare with those read before it.

    Several `crawls` are those that were cut off and the one that went on where they were: what they read was read in one go.
    """
    read, with_form, before, with_form_before = connection.execute(_forms(site, crawls)).one()
    agree, judged, agreed, judged_before = connection.execute(_sums(site, crawls)).one()
    return Shares(
        read or 0, _share(with_form, read), _share(with_form_before, before), _share(agree, judged), _share(agreed, judged_before)
    )


def lines(connection: Connection, site: str, crawl: int) -> tuple[int, int] | None:
    """How many lines those lists show now and showed before that the crawl has walked whole; None where it walked none so."""
    before, now = connection.execute(_lines(), {"site": site, "crawl": crawl}).one()
    return (now, before) if before else None


@cache
def _lines() -> Any:
    began = select(Crawl.started_at).where(Crawl.id == bindparam("crawl")).scalar_subquery()
    return (
        select(func.count(), func.sum(case((ListingEntry.missing == 0, 1), else_=0)))
        .join(Listing, (Listing.site_key == ListingEntry.site_key) & (Listing.list_hash == ListingEntry.list_hash))
        .where(ListingEntry.site_key == bindparam("site"), ListingEntry.missing <= 1, Listing.full_at >= began)
    )


def _forms(site: str, crawls: Sequence[int]) -> Select[Any]:
    mine, other = _by(crawls)
    has_form = ReportVersion.form_edition.is_not(None)
    counted = [func.sum(case((which, 1), else_=0)) for which in (mine, mine & has_form, other, other & has_form)]
    query = select(*counted).select_from(ReportVersion).join(Fetch, Fetch.id == ReportVersion.fetch_id)
    return query.where(Fetch.site_key == site)


def _sums(site: str, crawls: Sequence[int]) -> Select[Any]:
    mine, other = _by(crawls)
    agrees = Finding.outcome == "pass"
    counted = [func.sum(case((which, 1), else_=0)) for which in (mine & agrees, mine, other & agrees, other)]
    query = select(*counted).select_from(Finding).join(ReportVersion, ReportVersion.id == Finding.version_id)
    judged = Finding.outcome.in_(("pass", "fail"))
    return query.join(Fetch, Fetch.id == ReportVersion.fetch_id).where(Fetch.site_key == site, judged)


def _by(crawls: Sequence[int]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    mine = func.coalesce(Fetch.crawl_id, 0).in_(crawls)
    return mine, ~mine


def _share(part: int | None, whole: int | None) -> float | None:
    return (part or 0) / whole if whole else None
