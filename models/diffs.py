"""What one crawl changed, in short: reports that are new, changed (which cells), gone or the same, and what was refused.

A plain structure of texts and numbers, so that a dry run's can be kept with its crawl as it would have been.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, func, select

from models.crawl import Crawl, Fetch, Page
from models.document import TRUST, Change, Report, ReportVersion, Sighting

Diff = dict[str, Any]

MOST_LISTED = 200
"""Refused pages that are listed at most; `refused_count` has them all."""
_FINE = ("ok", "not_modified", "gone")


def diff_of_crawl(connection: Connection, crawl: int) -> Diff:
    """What a crawl changed, as far as it is stored: `new`, `changed`, `gone` (a line a report), `unchanged` (how many),
    `refused` (address and why) and `refused_count`. A version that is not trusted is refused, not new."""
    brought = _versions(connection, crawl)
    trusted = [row for row in brought if TRUST.get(row.hijack_verdict, 0) == max(TRUST.values())]
    changes = _changes(connection, [row.id for row in trusted])
    refused = [
        {"url": row.url, "why": f"{row.hijack_verdict}: kept out of the reports"} for row in brought if row not in trusted
    ]
    refused += _refused(connection, crawl)
    return {
        "new": [_line(row) | {"facts": row.fact_count} for row in trusted if row.seq == 1],
        "changed": [_line(row) | {"cause": row.cause, "cells": changes.get(row.id, [])} for row in trusted if row.seq > 1],
        "gone": _gone(connection, crawl),
        "unchanged": _unchanged(connection, crawl),
        "refused": refused[:MOST_LISTED],
        "refused_count": len(refused),
    }


def merged(parts: Iterable[Diff]) -> Diff:
    """One diff of several parts of the same crawl."""
    whole: Diff = {"new": [], "changed": [], "gone": [], "unchanged": 0, "refused": [], "refused_count": 0}
    for part in parts:
        for name, value in part.items():
            whole[name] = whole[name] + [one for one in value if one not in whole[name]] if isinstance(value, list) else (
                whole[name] + value
            )  # fmt: skip
    return whole


def _versions(connection: Connection, crawl: int) -> list[Row[Any]]:
    columns = (
        ReportVersion.id, ReportVersion.seq, ReportVersion.cause, ReportVersion.url, ReportVersion.title,
        ReportVersion.hijack_verdict, ReportVersion.fact_count, Report.publisher, Report.report_year,
    )  # fmt: skip
    query = select(*columns).join(Report, Report.id == ReportVersion.report_id).join(Fetch, Fetch.id == ReportVersion.fetch_id)
    order = (Report.publisher, Report.report_year, ReportVersion.id)
    return list(connection.execute(query.where(Fetch.crawl_id == crawl).order_by(*order)))


def _line(row: Row[Any]) -> dict[str, Any]:
    return {"publisher": row.publisher, "year": row.report_year, "title": row.title, "url": row.url}


def _changes(connection: Connection, versions: list[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    query = select(Change).where(Change.version_id.in_(versions)).order_by(Change.version_id, Change.number)
    for row in connection.execute(query.with_only_columns(*Change.__table__.columns)).mappings():
        names = (row["field"] or row["code"], row["applicant"], row["category"])
        found[row["version_id"]].append(
            {"cell": " / ".join(name for name in names if name) or "-", "old": _said(row, "old"), "new": _said(row, "new")}
        )
    return found


def _said(row: Any, side: str) -> str | None:
    raw, value = row[f"{side}_raw"], row[f"{side}_value"]
    return raw if raw is not None or value is None else str(value)


def _gone(connection: Connection, crawl: int) -> list[dict[str, Any]]:
    this = connection.execute(select(Crawl.site_key, Crawl.started_at, Crawl.ended_at).where(Crawl.id == crawl)).one()
    query = select(Report.publisher, Report.report_year, Report.url, Report.gone_since).where(
        Report.site_key == this.site_key, Report.gone_since >= this.started_at
    )
    if this.ended_at is not None:
        query = query.where(Report.gone_since <= this.ended_at)
    rows = connection.execute(query.order_by(Report.publisher, Report.report_year))
    return [{"publisher": row.publisher, "year": row.report_year, "url": row.url} for row in rows]


def _unchanged(connection: Connection, crawl: int) -> int:
    """Reports that were seen and said the same, whether their pages were sent again or not."""
    this = connection.execute(select(Crawl.site_key, Crawl.started_at).where(Crawl.id == crawl)).one()
    brought = select(ReportVersion.report_id).join(Fetch, Fetch.id == ReportVersion.fetch_id).where(Fetch.crawl_id == crawl)
    same = (
        select(func.count(ReportVersion.report_id.distinct()))
        .join(Sighting, Sighting.version_id == ReportVersion.id)
        .where(Sighting.site_key == this.site_key, Sighting.last_seen >= this.started_at, ReportVersion.report_id.not_in(brought))
    )
    return int(connection.execute(same).scalar_one())


def _refused(connection: Connection, crawl: int) -> list[dict[str, Any]]:
    """Pages that did not come, and pages that are no reports."""
    bad = select(Fetch.requested_url, Fetch.outcome, Fetch.reason).where(Fetch.crawl_id == crawl, Fetch.outcome.not_in(_FINE))
    found = [{"url": url, "why": f"{outcome}: {why}" if why else outcome} for url, outcome, why in connection.execute(bad)]
    no_report = select(Fetch.requested_url, Page.why).join(Page, Page.fetch_id == Fetch.id)
    no_report = no_report.where(Fetch.crawl_id == crawl, ~Page.is_annual_report)
    return found + [{"url": url, "why": f"no annual report: {why}"} for url, why in connection.execute(no_report)]
