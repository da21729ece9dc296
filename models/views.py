"""Views for readers: plain names over the tables, the same columns and results on SQLite and PostgreSQL.

They stand in no `MetaData` of the tables (Alembic would take them for tables). Migrations drop them first and
`migrations/env.py` makes them again at the newest revision, so a view is always the one of this code.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Connection, Date, inspect, text
from sqlalchemy.types import TypeEngine

from models.base import Figure, Moment, Structure, decoded
from models.codebook_tables import APPLICANTS
from models.coverage_cells import COVERAGE, PUNCTUALITY
from models.coverage_cells import TYPES as COVERAGE_TYPES
from models.document import TRUST
from models.figure import MEANINGS, ORIGINS

_TRUSTED = ", ".join(f"'{verdict}'" for verdict, trust in TRUST.items() if trust == max(TRUST.values()))

_PLACE = "r.division_code, d.name AS division, d.path AS place, r.level"

VERSIONS = f"""
SELECT v.id AS version_id, r.id AS report_id, v.seq AS version, v.current, v.cause, f.site_key AS site, v.url, r.identity,
    r.publisher, v.publisher_as_printed, v.publisher_inferred, v.compiled_by, {_PLACE}, r.report_year AS year,
    v.period_start, v.period_end, v.publish_date, v.title, v.title_as_printed, v.form_edition, v.index_number, v.document_number,
    v.issuing_office, v.topic, v.phone, v.fax, v.email, v.address, v.postcode, v.website, v.is_summary, v.hijack_verdict,
    v.codec, v.fact_count, v.first_seen, v.last_seen, r.gone_since, v.text
FROM report_version v JOIN report r ON r.id = v.report_id JOIN "fetch" f ON f.id = v.fetch_id
    LEFT JOIN division d ON d.code = r.division_code"""

REPORTS = f"{VERSIONS}\nWHERE v.current AND v.hijack_verdict IN ({_TRUSTED})"

ALL_FACTS = f"""
SELECT f.version_id, f.number, r.id AS report_id, r.publisher, {_PLACE}, r.report_year AS year, v.form_edition,
    i.code, COALESCE(i.edition, f.edition) AS edition, i.label, {decoded("f.applicant", APPLICANTS)} AS applicant, f.category,
    f.value, {decoded("f.meaning", MEANINGS)} AS meaning, f.raw, f.unit, f.remark, {decoded("f.origin", ORIGINS)} AS origin,
    f.place_start, f.place_end, f.place_table, f.place_row, f.place_column, v.url
FROM fact f JOIN report_version v ON v.id = f.version_id JOIN report r ON r.id = v.report_id
    LEFT JOIN indicator i ON i.id = f.indicator_id LEFT JOIN division d ON d.code = r.division_code"""
"""The facts of every version, also of hijacked ones and of those that others replaced."""

FACTS = f"{ALL_FACTS}\nWHERE v.current AND v.hijack_verdict IN ({_TRUSTED})"


def _one_value() -> str:
    """One term's value in a version: the form's word before an attachment's before the prose's; NULL where it says two."""

    def said(origin: str) -> str:
        value = f"CASE WHEN f.origin = {ORIGINS.index(origin)} THEN f.value END"
        agreed = f"CASE WHEN MIN({value}) = MAX({value}) THEN MIN({value}) END"
        return f"WHEN COUNT({value}) > 0 THEN {agreed}"

    return f"""(SELECT CASE {said("form")} {said("attachment")} {said("prose")} END FROM fact f
        WHERE f.version_id = v.id AND f.indicator_id = t.indicator_id AND f.category IS NULL
        AND COALESCE(f.applicant, -1) = COALESCE(t.applicant, -1))"""


def _terms(edition: str, result: str) -> str:
    """A figure over the terms of series `s` in an edition: `x.value` is each term's value."""
    return f"""(SELECT {result} FROM (SELECT {_one_value()} AS value FROM series_term t JOIN indicator i
        ON i.id = t.indicator_id AND i.edition = {edition} WHERE t.series = s.series) x)"""


# Each series is read off the edition of the report's own form; where that has no such series or lacks a term, off the
# codes of 2014, which prose uses. A sum with a missing term has no value: `found` of `terms` says what is there.
SERIES = f"""
SELECT q.series, q.report_id, q.version_id, q.publisher, q.division_code, q.division, q.place, q.level, q.year, q.edition,
    CASE WHEN q.found = c.terms THEN q.value END AS value, q.found, c.terms, c.expression, c.comparability, q.url
FROM (
    SELECT p.*, CASE WHEN p.edition = '2014' THEN p.old_value ELSE p.own_value END AS value,
        CASE WHEN p.edition = '2014' THEN p.old_found ELSE p.own_found END AS found
    FROM (
        SELECT o.*, CASE WHEN o.own_terms IS NULL OR (o.own_found < o.own_terms AND o.old_found = o.old_terms)
            THEN '2014' ELSE o.form_edition END AS edition
        FROM (
            SELECT s.series, r.id AS report_id, v.id AS version_id, r.publisher, {_PLACE}, r.report_year AS year,
                v.form_edition, v.url, own.terms AS own_terms, old.terms AS old_terms,
                {_terms("v.form_edition", "SUM(x.value)")} AS own_value,
                {_terms("v.form_edition", "COUNT(x.value)")} AS own_found,
                {_terms("'2014'", "SUM(x.value)")} AS old_value,
                {_terms("'2014'", "COUNT(x.value)")} AS old_found
            FROM report_version v JOIN report r ON r.id = v.report_id LEFT JOIN division d ON d.code = r.division_code
                CROSS JOIN (SELECT DISTINCT series FROM concordance) s
                LEFT JOIN concordance own ON own.series = s.series AND own.edition = v.form_edition
                LEFT JOIN concordance old ON old.series = s.series AND old.edition = '2014'
            WHERE v.current AND v.hijack_verdict IN ({_TRUSTED})
        ) o
    ) p
) q JOIN concordance c ON c.series = q.series AND c.edition = q.edition
WHERE q.found > 0"""

FINDINGS = f"""
SELECT n.id AS finding_id, n.version_id, r.id AS report_id, r.publisher, {_PLACE}, r.report_year AS year, n.rule, n.outcome,
    n.left_side, n.right_side, n.message, n.fingerprint, w.verdict AS review, w.note AS review_note, v.url
FROM finding n JOIN report_version v ON v.id = n.version_id JOIN report r ON r.id = v.report_id
    LEFT JOIN division d ON d.code = r.division_code
    LEFT JOIN review w ON w.report_id = r.id AND w.rule = n.rule AND w.fingerprint = n.fingerprint
WHERE v.current"""

CHANGES = f"""
SELECT c.version_id, c.number, c.previous_id, r.id AS report_id, r.publisher, {_PLACE}, r.report_year AS year, v.seq AS version,
    v.cause, v.first_seen AS seen, c.kind, c.field, c.code, c.edition, c.applicant, c.category, c.origin,
    c.old_value, c.new_value, c.old_raw, c.new_raw, v.url
FROM change c JOIN report_version v ON v.id = c.version_id JOIN report r ON r.id = v.report_id
    LEFT JOIN division d ON d.code = r.division_code"""

# A page turned when it was first seen in this state, if the same address had a trusted version before.
_TURNED = f"""CASE WHEN EXISTS (SELECT 1 FROM sighting s
        JOIN sighting o ON o.url_hash = s.url_hash AND o.first_seen < s.first_seen
        JOIN report_version p ON p.id = o.version_id WHERE s.version_id = x.version_id AND p.hijack_verdict IN ({_TRUSTED}))
    THEN x.first_seen END"""

HIJACKED = f"""
SELECT x.*, w.hijack_found AS found, w.hijack_evidence AS evidence, {_TURNED} AS turned,
    j.verdict AS judged, j.note AS judged_why, j.reviewer AS judged_by, j.judged_at
FROM ({VERSIONS}
WHERE v.hijack_verdict NOT IN ({_TRUSTED})) x JOIN report_version w ON w.id = x.version_id
    LEFT JOIN judgement j ON j.report_id = x.report_id AND j.content_hash = w.content_hash"""
"""Quarantine: versions that are neither genuine nor unknown. `turned`: since when, where the page was trusted before."""

NOT_REPORTS = """
SELECT p.fetch_id, f.site_key AS site, f.url, p.title, p.listed_title, p.listed_date, p.why, f.fetched_at
FROM page p JOIN "fetch" f ON f.id = p.fetch_id WHERE NOT p.is_annual_report"""

CAPTURES = """
SELECT f.id AS fetch_id, f.crawl_id, f.site_key AS site, f.url, f.requested_url, f.purpose, f.fetched_at, f.outcome, f.status,
    f.reason, f.content_type, f.size, f.digest, f.warc_file, f.warc_offset, f.warc_length, f.codec, f.declared_codec,
    f.against_declaration, f.encoding_evidence, f.damage
FROM "fetch" f"""

CAPTURES_AGAINST_DECLARATION = f"{CAPTURES} WHERE f.against_declaration"

VIEWS: dict[str, str] = {
    "versions": VERSIONS,
    "reports": REPORTS,
    "facts": FACTS,
    "series": SERIES,
    "findings": FINDINGS,
    "changes": CHANGES,
    "hijacked": HIJACKED,
    "not_reports": NOT_REPORTS,
    "captures": CAPTURES,
    "captures_against_declaration": CAPTURES_AGAINST_DECLARATION,
    "coverage": COVERAGE,
    "punctuality": PUNCTUALITY,
}
"""Every view by its name."""


TYPES: dict[str, TypeEngine[Any]] = {
    **COVERAGE_TYPES,
    **dict.fromkeys(("first_seen", "last_seen", "gone_since", "seen", "fetched_at", "turned", "judged_at"), Moment()),
    **dict.fromkeys(("period_start", "period_end", "publish_date", "listed_date"), Date()),
    **dict.fromkeys(("value", "old_value", "new_value"), Figure()),
    **dict.fromkeys(("current", "publisher_inferred", "is_summary", "is_annual_report", "against_declaration"), Boolean()),
    **dict.fromkeys(("encoding_evidence", "damage", "evidence"), Structure()),
}
"""Types of the views' columns by name, where they are more than text and whole numbers: `text(query).columns(**TYPES)`."""


def create_views(connection: Connection) -> None:
    """Makes every view; the tables must be those of the newest revision."""
    for name, query in VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query}"))


def drop_views(connection: Connection) -> None:
    """Takes away those views of ours that exist; views of other names are left alone."""
    for name in sorted(set(inspect(connection).get_view_names()) & set(VIEWS)):
        connection.execute(text(f"DROP VIEW {name}"))


def columns(connection: Connection, name: str) -> list[str]:
    """The column names of a view as the database has it, in order."""
    return [column["name"] for column in inspect(connection).get_columns(name)]
