"""The statements of the store, each made once: making one costs more than running it, and a night runs them for every batch."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import and_, bindparam, select, update

from models.base import Base
from models.crawl import RUNNING, Crawl, Fetch, Page
from models.document import Report, ReportVersion, Sighting
from models.verdicts import Judgement
from pipelines.keeping.rows import FIELDS


@cache
def fetches() -> Any:
    """Request key and number of the fetches of `sites` by their `keys`."""
    mine = (Fetch.site_key.in_(bindparam("sites", expanding=True)), Fetch.request_key.in_(bindparam("keys", expanding=True)))
    return select(Fetch.request_key, Fetch.id).where(*mine)


@cache
def running() -> Any:
    """Those of `crawls` that run; none is taken over until the transaction ends."""
    mine = (Crawl.id.in_(bindparam("crawls", expanding=True)), Crawl.outcome == RUNNING)
    return select(Crawl.id).where(*mine).with_for_update(read=True)


@cache
def reports_named() -> Any:
    """Number and identity of the reports of these `identities`, locked in one order."""
    named = Report.identity.in_(bindparam("identities", expanding=True))
    return select(Report.id, Report.identity).where(named).order_by(Report.id).with_for_update()


@cache
def reports_at() -> Any:
    """Number and identity of each report that was seen at one of these `keys`, the key, the hash of its words."""
    return (
        select(Report.id, Report.identity, Sighting.url_hash, ReportVersion.content_hash)
        .join(ReportVersion, ReportVersion.report_id == Report.id)
        .join(Sighting, Sighting.version_id == ReportVersion.id)
        .where(Sighting.url_hash.in_(bindparam("keys", expanding=True)))
        .order_by(Report.id)
    )


@cache
def last_seen(name: str) -> Any:
    """Moves `last_seen` of the row `key` of a table on to `moment`, never back."""
    table = Base.metadata.tables[name]
    later = and_(table.c.id == bindparam("key"), table.c.last_seen <= bindparam("moment"))
    return update(table).where(later).values({"last_seen": bindparam("moment")})


@cache
def versions() -> Any:
    """The stored versions of `reports`, oldest first, as `pipelines.keeping.known_rows` takes them."""
    columns = [ReportVersion.__table__.c[name] for name in FIELDS]
    return (
        select(
            ReportVersion.report_id, ReportVersion.current, ReportVersion.id, ReportVersion.seq, ReportVersion.content_hash,
            ReportVersion.facts_hash, ReportVersion.fact_count, ReportVersion.url, Page.body_hash, Fetch.fetched_at,
            Fetch.request_key, *columns,
        )
        .join(Fetch, Fetch.id == ReportVersion.fetch_id)
        .outerjoin(Page, Page.fetch_id == ReportVersion.fetch_id)
        .where(ReportVersion.report_id.in_(bindparam("reports", expanding=True)))
        .order_by(ReportVersion.seq)
    )  # fmt: skip


@cache
def judgements() -> Any:
    """The judgements on `reports`, the latest first."""
    judged = Judgement.report_id.in_(bindparam("reports", expanding=True))
    return select(Judgement.__table__).where(judged).order_by(Judgement.judged_at.desc())
