"""What the coverage of a site rests on, as one digest: while it stays the same, making the coverage anew would change nothing.

It is read from the database and not told by whoever wrote there: a crawl that was killed between its reports and its end, a
judgement, a reading of archived pages by newer code all leave another digest than the one kept with the site.
"""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import Connection, text

from models.coverage_cells import LAST_CRAWL_OUTCOME, LAST_LOOK
from models.prepared import Prepared

_REPORTS = Prepared("""
SELECT r.id, r.identity, r.publisher, r.report_year, r.division_code, r.level, r.first_seen, r.last_seen, r.gone_since,
    d.level AS place_level, d.valid_from, d.valid_to, v.id AS version, v.current, v.hijack_verdict, v.first_seen AS version_seen,
    v.publish_date, v.period_end, CAST(v.dates AS TEXT) AS dates, v.fact_count, v.content_hash,
    EXISTS (SELECT 1 FROM attachment a WHERE a.version_id = v.id) AS has_files
FROM report r JOIN report_version v ON v.report_id = r.id LEFT JOIN division d ON d.code = r.division_code
WHERE r.site_key = :site ORDER BY r.id, v.id""")
"""What is read of reports: each column that `models.publications` reads; of the text, its hash."""

_SITE = Prepared(f"""
SELECT s.coverage_basis, s.name, s.division, d.level, d.name AS place, d.valid_from, d.valid_to,
    (SELECT COUNT(*) FROM publisher p WHERE p.key = s.division || ':') AS government,
    (SELECT COUNT(*) FROM publisher p WHERE p.key = 'site:' || s.key || ':') AS stands_for_itself,
    {LAST_CRAWL_OUTCOME} = 'blocked' AS blocked, SUBSTR(m.today, 1, 4) AS year,
    (SELECT COUNT(*) FROM due_date y WHERE CAST(y.due AS TEXT) < m.today) AS days_passed
FROM site s CROSS JOIN (SELECT {LAST_LOOK} AS today) m LEFT JOIN division d ON d.code = s.division WHERE s.key = :site""")
"""The basis kept; then the site's row, whom it lets us expect (another site's change may have taken them away), and what time
has brought about."""

_KEEP = text("UPDATE site SET coverage_basis = :basis WHERE key = :site")
_FORGET = text("UPDATE site SET coverage_basis = NULL WHERE coverage_basis IS NOT NULL")


def holds(connection: Connection, site: str) -> bool:
    """Whether the coverage of a site rests on what the database says now."""
    kept, now = _kept_and_now(connection, site)
    return kept == now


def keep(connection: Connection, sites: list[str]) -> None:
    """Notes on what the coverage of these sites, made anew in this transaction, rests."""
    if sites:
        connection.execute(_KEEP, [{"site": site, "basis": _kept_and_now(connection, site)[1]} for site in sites])


def forget(connection: Connection) -> None:
    """Makes the coverage of every site one to be made anew when its next crawl ends: other code may have made it."""
    connection.execute(_FORGET)


def _kept_and_now(connection: Connection, site: str) -> tuple[str | None, str]:
    """The basis that is kept with a site, and the one that it has now; of a site that is not known None is kept."""
    digest, kept = sha256(), None
    for row in _SITE.run(connection, {"site": site}).cursor.fetchall():  # plain tuples of the driver
        kept = row[0]
        digest.update(repr(tuple(row[1:])).encode("utf-8", "replace"))
    for row in _REPORTS.run(connection, {"site": site}).cursor.fetchall():
        digest.update(repr(tuple(row)).encode("utf-8", "replace"))
    return kept, digest.hexdigest()[:32]
