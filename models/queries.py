"""Named questions to the database, all read-only: what the commands show. Rows come as plain dictionaries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, TextClause, bindparam, func, select, text
from sqlalchemy.orm import Session

from models import views
from models.answers import answers
from models.codebook_tables import Concordance
from models.crawl import Crawl
from models.document import Report, ReportVersion
from models.naming import literal, reports_named
from models.prepared import Prepared
from models.summary_check import check_summaries as check_summaries

Answer = dict[str, Any]
FACTS_OF = f"{views.ALL_FACTS} WHERE f.version_id = :version ORDER BY f.number"


class UnknownSeries(Exception):
    """No series has this name; the message lists those there are."""


def find_reports(connection: Connection | Session, place: str, year: int | None = None) -> list[Answer]:
    """The reports of a place or publisher (its name, a part of it, or a division's code), the newest year first.

    Who is named exactly so goes before whoever has the words in a longer name. A name that several places share gives them
    all: the caller shows `place` and lets the reader choose. Hijacked versions come too, with their verdict. Raises
    UnclearPlace for words that are in too many names.
    """
    query = (
        "SELECT report_id, version_id, version, publisher, place, division_code, level, year, title, url, publish_date,"
        " form_edition, hijack_verdict, first_seen, last_seen, gone_since FROM versions WHERE current AND report_id IN ({ids})"
        " ORDER BY place, publisher, year DESC"
    )
    return _of_reports(connection, query, {}, reports_named(connection, place, year))


def facts_of(connection: Connection | Session, version_id: int) -> list[Answer]:
    """The facts of any one version, hijacked or not, in the order of the page, with the indicator's printed label."""
    return answers(connection, FACTS_OF, {"version": version_id})


def findings_of(connection: Connection | Session, version_id: int) -> list[Answer]:
    """The findings of one version: failed rules first, passed ones last."""
    order = "CASE outcome WHEN 'fail' THEN 0 WHEN 'uncertain' THEN 1 WHEN 'not_assessable' THEN 2 ELSE 3 END"
    query = f"SELECT * FROM findings WHERE version_id = :version ORDER BY {order}, rule"
    return _all(connection, text(query), {"version": version_id})


def quarantined(connection: Connection | Session, place: str | None = None) -> list[Answer]:
    """The versions in quarantine, newest first: verdict, evidence, since when the page turned, what a person said of it."""
    query = text(
        "SELECT * FROM hijacked WHERE :place IS NULL OR publisher LIKE :part ESCAPE '!' OR division LIKE :part ESCAPE '!'"
        " OR url LIKE :part ESCAPE '!' ORDER BY first_seen DESC, version_id DESC"
    ).bindparams(bindparam("place", type_=ReportVersion.title.type))
    return _all(connection, query, {"place": place, "part": f"%{literal(place or '')}%"})


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


_SERIES = "SELECT * FROM series WHERE series = :name AND report_id IN ({ids}) ORDER BY place, publisher, year"
_OF_POINTS = (
    "SELECT DISTINCT f.report_id, f.edition, f.origin, f.meaning FROM facts f"
    " JOIN indicator i ON i.code = f.code AND i.edition = f.edition JOIN series_term t ON t.indicator_id = i.id"
    " WHERE t.series = :name AND f.counts AND f.category IS NULL AND f.report_id IN ({ids})"
)


def series(connection: Connection | Session, name: str, place: str) -> list[Answer]:
    """One series of a place or publisher, a row a publisher and year, oldest first. Raises UnknownSeries, UnclearPlace.

    `value` is None where a figure of the sum is missing (`found` of `terms`) or is stated in two ways. `origin` says where
    its figures stand (form, prose, form and prose), `approximate` whether one is (约). `breaks` is True where the year before
    was read off another form edition or from prose, so that `comparability` must be read before comparing.
    """
    if name not in (known := series_names(connection)):
        raise UnknownSeries(f"expected the name of a series, found {name!r}; there are {', '.join(known)}")
    reports = reports_named(connection, place)
    rows = _of_reports(connection, _SERIES, {"name": name}, reports)
    figures = _of_reports(connection, _OF_POINTS, {"name": name}, reports)
    before: Answer = {}
    for row in rows:
        own = [one for one in figures if (one["report_id"], one["edition"]) == (row["report_id"], row["edition"])]
        row["origin"] = " and ".join(sorted({one["origin"] for one in own}))
        row["approximate"] = any(one["meaning"] == "approximate" for one in own)
        same = (row["place"], row["publisher"]) == (before.get("place"), before.get("publisher"))
        row["breaks"] = same and (row["edition"] != before["edition"] or _differ(row["origin"], before["origin"]))
        before = row
    return rows


def _differ(origin: str, before: str) -> bool:
    """Whether two figures stand in different places; a figure that is missing stands nowhere."""
    return "" not in (origin, before) and origin != before


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


def fetches_of_crawl(connection: Connection, crawl: int) -> dict[tuple[str, str], int]:
    """How many requests of a crawl there were by purpose and outcome."""
    return {(purpose, outcome): number for purpose, outcome, number in _FETCHES_OF_CRAWL.rows(connection, {"crawl": crawl})}


_FETCHES_OF_CRAWL = Prepared('SELECT purpose, outcome, COUNT(*) FROM "fetch" WHERE crawl_id = :crawl GROUP BY purpose, outcome')


def counts_of_earlier_crawls(engine: Engine, crawl: int, most: int) -> list[dict[str, Any]]:
    """What the last good crawls of the same site counted, newest first: those before `crawl` that ended ok or nothing new."""
    site = select(Crawl.site_key).where(Crawl.id == crawl).scalar_subquery()
    query = select(Crawl.counts).where(Crawl.site_key == site, Crawl.id < crawl, Crawl.outcome.in_(("ok", "nothing_new")))
    with engine.connect() as connection:
        return [counts for counts in connection.scalars(query.order_by(Crawl.id.desc()).limit(most)) if counts]


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


def _of_reports(connection: Connection | Session, query: str, values: Answer, reports: Sequence[int]) -> list[Answer]:
    """The rows on these reports, whose ids stand in the text: a list of them is a parameter on no engine."""
    return answers(connection, query.format(ids=", ".join(map(str, reports))), values) if reports else []
