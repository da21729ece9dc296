"""What the database holds of a site beside what one crawl brought: what the crawl is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from models.crawl import Fetch
from models.document import TRUST, ReportVersion
from models.figure import Finding
from models.prepared import Prepared

_THE_PUBLISHERS_OWN = ", ".join(f"'{verdict}'" for verdict, trust in TRUST.items() if trust > 0)
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
    newest: int | None = _NEWEST_YEAR.rows(connection, {"site": site})[0][0]
    return newest


_NEWEST_YEAR = Prepared(f"""SELECT MAX(r.report_year) FROM report r JOIN report_version v ON v.report_id = r.id
WHERE r.site_key = :site AND v.current AND v.hijack_verdict IN ({_THE_PUBLISHERS_OWN}) AND r.gone_since IS NULL""")


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
    before, now = _LINES.rows(connection, {"site": site, "crawl": crawl})[0]
    return (now, before) if before else None


_LINES = Prepared("""SELECT COUNT(*), SUM(CASE WHEN e.missing = 0 THEN 1 ELSE 0 END) FROM listing_entry e
JOIN listing l ON l.site_key = e.site_key AND l.list_hash = e.list_hash
WHERE e.site_key = :site AND e.missing <= 1 AND l.full_at >= (SELECT started_at FROM crawl WHERE id = :crawl)""")


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
