"""Named questions to the database, all read-only: what the commands show. Rows come as plain dictionaries."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, TextClause, bindparam, func, select, text
from sqlalchemy.orm import Session

from models import views
from models.answers import answers
from models.codebook_tables import Concordance
from models.crawl import Crawl, Fetch
from models.document import Report, ReportVersion
from models.summary_check import check_summaries as check_summaries

Answer = dict[str, Any]
FACTS_OF = f"{views.ALL_FACTS} WHERE f.version_id = :version ORDER BY f.number"


class UnknownSeries(Exception):
    """No series has this name; the message lists those there are."""


def find_reports(connection: Connection | Session, place: str, year: int | None = None) -> list[Answer]:
    """The reports of a place or publisher (a part of the name, or a division's code), the newest year first.

    A name that several places share gives them all: the caller shows `place` and lets the reader choose. Hijacked
    versions come too, with their verdict. Exact names come before names that only contain the words.
    """
    query = text(
        "SELECT report_id, version_id, version, publisher, place, division_code, level, year, title, url, publish_date,"
        " form_edition, hijack_verdict, first_seen, last_seen, gone_since FROM versions WHERE current"
        " AND (division_code = :words OR publisher LIKE :part ESCAPE '!' OR division LIKE :part ESCAPE '!')"
        " AND (:year IS NULL OR year = :year)"
        " ORDER BY CASE WHEN :words IN (publisher, division, division_code) THEN 0 ELSE 1 END, place, publisher, year DESC"
    ).bindparams(bindparam("year", type_=ReportVersion.report_year.type))
    return _all(connection, query, {"words": place, "part": f"%{_literal(place)}%", "year": year})


def facts_of(connection: Connection | Session, version_id: int) -> list[Answer]:
    """The facts of any one version, hijacked or not, in the order of the page, with the indicator's printed label."""
    return answers(connection, FACTS_OF, {"version": version_id})


def findings_of(connection: Connection | Session, version_id: int) -> list[Answer]:
    """The findings of one version: failed rules first, passed ones last."""
    order = "CASE outcome WHEN 'fail' THEN 0 WHEN 'uncertain' THEN 1 WHEN 'not_assessable' THEN 2 ELSE 3 END"
    query = f"SELECT * FROM findings WHERE version_id = :version ORDER BY {order}, rule"
    return _all(connection, text(query), {"version": version_id})


def findings(connection: Connection | Session, outcome: str = "fail", rule: str | None = None) -> list[Answer]:
    """Findings of one outcome over all reports to read, by rule; those that a person has dismissed are left out."""
    query = (
        "SELECT * FROM findings WHERE outcome = :outcome AND (:rule IS NULL OR rule = :rule)"
        " AND COALESCE(review, '') <> 'dismissed' ORDER BY rule, place, publisher, year"
    )
    typed = text(query).bindparams(bindparam("rule", type_=ReportVersion.title.type))
    return _all(connection, typed, {"outcome": outcome, "rule": rule})


def quarantined(connection: Connection | Session, place: str | None = None) -> list[Answer]:
    """The versions in quarantine, newest first: verdict, evidence, since when the page turned, what a person said of it."""
    query = text(
        "SELECT * FROM hijacked WHERE :place IS NULL OR publisher LIKE :part ESCAPE '!' OR division LIKE :part ESCAPE '!'"
        " OR url LIKE :part ESCAPE '!' ORDER BY first_seen DESC, version_id DESC"
    ).bindparams(bindparam("place", type_=ReportVersion.title.type))
    return _all(connection, query, {"place": place, "part": f"%{_literal(place or '')}%"})


def judgements(connection: Connection | Session) -> list[Answer]:
    """What people said of reports' pages, the latest first."""
    query = (
        "SELECT j.verdict, j.found, j.signs, j.note, j.reviewer, j.judged_at, r.id AS report_id, r.publisher,"
        " r.report_year AS year, r.url FROM judgement j JOIN report r ON r.id = j.report_id ORDER BY j.judged_at DESC, j.id DESC"
    )
    return _all(connection, text(query))


def series_names(connection: Connection | Session) -> list[str]:
    """The names that `series` knows."""
    return list(connection.scalars(select(Concordance.series).distinct().order_by(Concordance.series)))


_SERIES = "SELECT * FROM series WHERE series = :name AND ({of}) ORDER BY place, publisher, year"
# By code or whole name first, which indexes answer in a country's million reports; a part of a name is looked for in all.
_NAMED = (
    "report_id IN (SELECT r.id FROM report r WHERE r.publisher = :words UNION SELECT r.id FROM report r WHERE r.division_code IN"
    " (SELECT d.code FROM division d WHERE d.code = :words UNION SELECT d.code FROM division d WHERE d.name = :words))"
)
_NAMED_LIKE = "publisher LIKE :part ESCAPE '!' OR division LIKE :part ESCAPE '!'"


def series(connection: Connection | Session, name: str, place: str) -> list[Answer]:
    """One series of a place or publisher, a row a publisher and year, oldest first. Raises UnknownSeries.

    `value` is None where a figure of the sum is missing (`found` of `terms`) or is stated in two ways; `breaks` is True
    where the year before was read off another form edition, so that `comparability` must be read before comparing.
    """
    if name not in (known := series_names(connection)):
        raise UnknownSeries(f"expected the name of a series, found {name!r}; there are {', '.join(known)}")
    values = {"name": name, "words": place, "part": f"%{_literal(place)}%"}
    rows = answers(connection, _SERIES.format(of=_NAMED), values) or answers(connection, _SERIES.format(of=_NAMED_LIKE), values)
    before: Answer = {}
    for row in rows:
        same = (row["place"], row["publisher"]) == (before.get("place"), before.get("publisher"))
        row["breaks"] = same and row["edition"] != before["edition"]
        before = row
    return rows


def last_crawls(engine: Engine) -> list[Answer]:
    """The last crawl of each site: site, crawl, started, ended, outcome, reason, counts, and `reports` kept of the site."""
    latest = select(Crawl.site_key, func.max(Crawl.id).label("id")).group_by(Crawl.site_key).subquery()
    kept = select(Report.site_key, func.count().label("reports")).group_by(Report.site_key).subquery()
    query = (
        select(
            Crawl.site_key.label("site"), Crawl.id.label("crawl"), Crawl.started_at.label("started"),
            Crawl.ended_at.label("ended"), Crawl.outcome, Crawl.reason, Crawl.counts, Crawl.trigger,
            func.coalesce(kept.c.reports, 0).label("reports"),
        )
        .join(latest, latest.c.id == Crawl.id)
        .outerjoin(kept, kept.c.site_key == Crawl.site_key)
        .order_by(Crawl.site_key)
    )  # fmt: skip
    with engine.connect() as connection:
        return _all(connection, query)


def fetches_of_crawl(engine: Engine, crawl: int) -> dict[tuple[str, str], int]:
    """How many requests of a crawl there were by purpose and outcome."""
    kind = (Fetch.purpose, Fetch.outcome)
    query = select(*kind, func.count()).where(Fetch.crawl_id == crawl).group_by(*kind)
    with engine.connect() as connection:
        return {(purpose, outcome): number for purpose, outcome, number in connection.execute(query)}


def counts_of_earlier_crawls(engine: Engine, crawl: int, most: int) -> list[dict[str, Any]]:
    """What the last good crawls of the same site counted, newest first: those before `crawl` that ended ok or nothing new."""
    site = select(Crawl.site_key).where(Crawl.id == crawl).scalar_subquery()
    query = select(Crawl.counts).where(Crawl.site_key == site, Crawl.id < crawl, Crawl.outcome.in_(("ok", "nothing_new")))
    with engine.connect() as connection:
        return [counts for counts in connection.scalars(query.order_by(Crawl.id.desc()).limit(most)) if counts]


def totals_of_crawl(engine: Engine, crawl: int) -> Answer:
    """What one crawl brought: `reports` seen first, `versions` that changed, `facts` of both, `not_reports`, `fetches`."""
    query = text(
        "WITH brought AS (SELECT v.* FROM report_version v JOIN \"fetch\" f ON f.id = v.fetch_id WHERE f.crawl_id = :crawl)"
        " SELECT (SELECT COUNT(*) FROM brought WHERE seq = 1) AS reports,"
        " (SELECT COUNT(*) FROM brought WHERE seq > 1) AS versions,"
        " (SELECT COUNT(*) FROM fact WHERE version_id IN (SELECT id FROM brought)) AS facts,"
        " (SELECT COUNT(*) FROM page p JOIN \"fetch\" f ON f.id = p.fetch_id"
        " WHERE f.crawl_id = :crawl AND NOT p.is_annual_report) AS not_reports,"
        " (SELECT COUNT(*) FROM \"fetch\" WHERE crawl_id = :crawl) AS fetches"
    )
    with engine.connect() as connection:
        return _all(connection, query, {"crawl": crawl})[0]


def capture_at(connection: Connection | Session, url: str, moment: datetime | None = None) -> Answer | None:
    """The capture of an address that was the last at a moment (now where none is given), or else the first after it.

    Its row of the view `captures`: how it ended, its WARC place (`warc_file`, `warc_offset`, `warc_length`, `warc_kind`) and
    digest; a revisit's bytes stand where its record says (`pipelines.archive.read_capture` follows it). None where the address
    was never archived. The address is that which answered or that which was asked.
    """
    for column in ("url", "requested_url"):  # the first has an index
        query = text(
            "SELECT c.*, f.warc_kind FROM captures c JOIN \"fetch\" f ON f.id = c.fetch_id"
            f" WHERE f.{column} = :url AND f.warc_file IS NOT NULL ORDER BY CASE WHEN f.fetched_at <= :moment THEN 0 ELSE 1 END,"
            " CASE WHEN f.fetched_at <= :moment THEN f.fetched_at END DESC, f.fetched_at, f.id LIMIT 1"
        ).bindparams(bindparam("moment", type_=Crawl.started_at.type))
        if found := _all(connection, query, {"url": url, "moment": moment or datetime.now(UTC)}):
            return found[0]
    return None


def _all(connection: Connection | Session, query: Any, values: Answer | None = None) -> list[Answer]:
    if isinstance(query, TextClause):
        query = query.columns(**views.TYPES)  # SQLite gives moments and truth values as text and numbers otherwise
    result = connection.execute(query, values or {})
    return [dict(row) for row in result.mappings()]


def _literal(words: str) -> str:
    """The words with LIKE's own signs made plain."""
    return words.replace("!", "!!").replace("%", "!%").replace("_", "!_")
