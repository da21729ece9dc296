"""What the database holds of a site, and what one crawl added to it: what a crawl is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from models.crawl import Fetch
from models.document import TRUST, Report, ReportVersion
from models.figure import Finding

_TRUSTED = [verdict for verdict, trust in TRUST.items() if trust == max(TRUST.values())]


@dataclass(frozen=True, slots=True)
class Holdings:
    """Reports that can be read of a site and their newest year; of those first read in one crawl (`read`) and before it the
    shares that have a form, and of their forms' sums those that agree (0 to 1; None without any)."""

    reports: int
    newest_year: int | None
    read: int
    forms: float | None
    forms_before: float | None
    sums: float | None
    sums_before: float | None


def holdings(connection: Connection, site: str, crawl: int) -> Holdings:
    """What is held of a site, with what the crawl read for the first time told apart from what was read before it."""
    to_read = (ReportVersion.current, ReportVersion.hijack_verdict.in_(_TRUSTED), Report.gone_since.is_(None))
    joined = select(func.count(), func.max(Report.report_year)).join(ReportVersion, ReportVersion.report_id == Report.id)
    reports, newest = connection.execute(joined.where(Report.site_key == site, *to_read)).one()
    read, with_form, before, with_form_before = connection.execute(_forms(site, crawl)).one()
    sums = connection.execute(_sums(site, crawl)).one() if read else (0, 0, 0, 0)
    return Holdings(
        reports, newest, read or 0, _share(with_form, read), _share(with_form_before, before),
        _share(sums[0], sums[1]), _share(sums[2], sums[3]),
    )  # fmt: skip


def _forms(site: str, crawl: int) -> Select[Any]:
    mine = Fetch.crawl_id == crawl
    has_form = ReportVersion.form_edition.is_not(None)
    counted = [func.sum(case((which, 1), else_=0)) for which in (mine, mine & has_form, ~mine, ~mine & has_form)]
    return select(*counted).join(Fetch, Fetch.id == ReportVersion.fetch_id).where(Fetch.site_key == site)


def _sums(site: str, crawl: int) -> Select[Any]:
    mine, agrees = Fetch.crawl_id == crawl, Finding.outcome == "pass"
    counted = [func.sum(case((which, 1), else_=0)) for which in (mine & agrees, mine, ~mine & agrees, ~mine)]
    query = select(*counted).join(ReportVersion, ReportVersion.id == Finding.version_id)
    judged = Finding.outcome.in_(("pass", "fail"))
    return query.join(Fetch, Fetch.id == ReportVersion.fetch_id).where(Fetch.site_key == site, judged)


def _share(part: int | None, whole: int | None) -> float | None:
    return (part or 0) / whole if whole else None
