"""What the database holds of a site beside what one crawl brought: what the crawl is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

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
    own = (ReportVersion.current, ReportVersion.hijack_verdict.in_(_THE_PUBLISHERS_OWN), Report.gone_since.is_(None))
    joined = select(func.max(Report.report_year)).join(ReportVersion, ReportVersion.report_id == Report.id)
    return connection.execute(joined.where(Report.site_key == site, *own)).scalar_one()


def shares(connection: Connection, site: str, crawl: int) -> Shares:
    """How the reports that a crawl of a site read for the first time compare with those read before it."""
    read, with_form, before, with_form_before = connection.execute(_forms(site, crawl)).one()
    agree, judged, agreed, judged_before = connection.execute(_sums(site, crawl)).one()
    return Shares(
        read or 0, _share(with_form, read), _share(with_form_before, before), _share(agree, judged), _share(agreed, judged_before)
    )


def lines(connection: Connection, site: str, crawl: int) -> tuple[int, int] | None:
    """How many lines those lists show now and showed before that the crawl has walked whole; None where it walked none so."""
    began = select(Crawl.started_at).where(Crawl.id == crawl).scalar_subquery()
    query = (
        select(func.count(), func.sum(case((ListingEntry.missing == 0, 1), else_=0)))
        .join(Listing, (Listing.site_key == ListingEntry.site_key) & (Listing.list_hash == ListingEntry.list_hash))
        .where(ListingEntry.site_key == site, ListingEntry.missing <= 1, Listing.full_at >= began)
    )
    before, now = connection.execute(query).one()
    return (now, before) if before else None


def _forms(site: str, crawl: int) -> Select[Any]:
    mine, other = Fetch.crawl_id == crawl, Fetch.crawl_id.is_distinct_from(crawl)
    has_form = ReportVersion.form_edition.is_not(None)
    counted = [func.sum(case((which, 1), else_=0)) for which in (mine, mine & has_form, other, other & has_form)]
    query = select(*counted).select_from(ReportVersion).join(Fetch, Fetch.id == ReportVersion.fetch_id)
    return query.where(Fetch.site_key == site)


def _sums(site: str, crawl: int) -> Select[Any]:
    mine, other = Fetch.crawl_id == crawl, Fetch.crawl_id.is_distinct_from(crawl)
    agrees = Finding.outcome == "pass"
    counted = [func.sum(case((which, 1), else_=0)) for which in (mine & agrees, mine, other & agrees, other)]
    query = select(*counted).select_from(Finding).join(ReportVersion, ReportVersion.id == Finding.version_id)
    judged = Finding.outcome.in_(("pass", "fail"))
    return query.join(Fetch, Fetch.id == ReportVersion.fetch_id).where(Fetch.site_key == site, judged)


def _share(part: int | None, whole: int | None) -> float | None:
    return (part or 0) / whole if whole else None
