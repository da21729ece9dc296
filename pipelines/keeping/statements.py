"""The statements of the store, each made once: making one costs more than running it, and a night runs them for every batch."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select, update

from models.base import Base
from models.crawl import RUNNING, Fetch, Page
from models.document import ReportVersion
from models.prepared import Prepared
from models.verdicts import Judgement
from pipelines.keeping.rows import FIELDS

FETCHES = Prepared('SELECT request_key, id FROM "fetch" WHERE site_key IN :sites AND request_key IN :keys')
"""Request key and number of the fetches of sites by their keys."""

SEEN_AT = Prepared("""SELECT r.id, r.identity, s.url_hash, v.content_hash
FROM sighting s JOIN report_version v ON v.id = s.version_id JOIN report r ON r.id = v.report_id
WHERE s.url_hash IN :addresses ORDER BY r.id""")
"""Number and identity of each report that was seen at an address, the address's key, the hash of its words."""

TRUSTED_AT = Prepared("""SELECT s.url_hash, r.identity, r.report_year
FROM sighting s JOIN report_version v ON v.id = s.version_id JOIN report r ON r.id = v.report_id
WHERE s.url_hash IN :addresses AND v.hijack_verdict IN :verdicts ORDER BY s.last_seen""")
"""Where an address was seen with these verdicts, the latest last: the address's key, the report's identity and year."""

HAVING_VERSIONS = Prepared("SELECT DISTINCT report_id FROM report_version WHERE report_id IN :reports")
JUDGED = Prepared("SELECT DISTINCT report_id FROM judgement WHERE report_id IN :reports")
"""Those of some reports of which there is a version, or a person's judgement."""

_RUNNING = Prepared(f"SELECT id FROM crawl WHERE id IN :crawls AND outcome = '{RUNNING}'", "FOR SHARE")
_NAMED = Prepared("SELECT id, identity FROM report WHERE identity IN :identities ORDER BY id", "FOR UPDATE")


def running(connection: Connection, crawls: Collection[int]) -> set[int]:
    """Those of some crawls that run; none is taken over until the transaction ends."""
    return {number for (number,) in _RUNNING.rows(connection, {"crawls": list(crawls)})}


def reports_named(connection: Connection, identities: Collection[str]) -> dict[str, int]:
    """The numbers of reports by their identities, the reports locked in one order."""
    return {identity: number for number, identity in _NAMED.rows(connection, {"identities": list(identities)})}


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
