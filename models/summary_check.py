"""Holds the kept sums and series points against the figures themselves, by SQL that shares nothing with what keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, text

from models.base import decoded
from models.packing import BEST_FIRST, CATEGORY, ORIGINS
from models.summary_tables import EDITIONS
from models.view.shape import TO_READ


def _one_value() -> str:
    """One cell's value in a version: the form's word before an attachment's before the prose's; NULL where it says two."""

    def said(origin: str) -> str:
        value = f"CASE WHEN (f.said >> 8) = {ORIGINS.index(origin)} THEN f.value END"
        agreed = f"CASE WHEN MIN({value}) = MAX({value}) THEN MIN({value}) END"
        return f"WHEN COUNT({value}) > 0 THEN {agreed}"

    return f"CASE {' '.join(map(said, BEST_FIRST))} END"


PLAIN_SUMS = f"""
SELECT x.indicator_id, x.report_year, x.area, x.level, x.applicant, COUNT(x.value) AS reports, SUM(x.value) AS value
FROM (
    SELECT f.indicator_id, r.report_year, COALESCE(SUBSTR(r.division_code, 1, 2), '') AS area, COALESCE(r.level, '') AS level,
        (f.said & 15) AS applicant, {_one_value()} AS value
    FROM report r JOIN report_version v ON v.report_id = r.id AND {TO_READ} JOIN fact f ON f.version_id = v.id
    WHERE f.indicator_id IS NOT NULL AND {CATEGORY} IS NULL AND r.report_year IS NOT NULL
        AND (CAST(:year AS INTEGER) IS NULL OR r.report_year = :year)
    GROUP BY v.id, r.id, f.indicator_id, (f.said & 15)
) x WHERE x.value IS NOT NULL
GROUP BY x.indicator_id, x.report_year, x.area, x.level, x.applicant"""

_KEPT_SUMS = """SELECT indicator_id, report_year, area, level, applicant, reports, value FROM figure_sum
WHERE CAST(:year AS INTEGER) IS NULL OR report_year = :year"""

_VALUE = f"""(SELECT {_one_value()} FROM fact f WHERE f.version_id = v.id AND f.indicator_id = t.indicator_id
        AND {CATEGORY} IS NULL AND (f.said & 15) = COALESCE(t.applicant, -1) + 1)"""


def _terms(edition: str, result: str) -> str:
    """A figure over the terms of series `s` in an edition: `x.value` is each term's value."""
    return f"""(SELECT {result} FROM (SELECT {_VALUE} AS value FROM series_term t JOIN indicator i
        ON i.id = t.indicator_id AND i.edition = {edition} WHERE t.series = s.series) x)"""


# Each series is read off the edition of the report's own form; where that has no such series or lacks a term, off the
# codes of 2014, which prose uses. A sum with a missing term has no value: `found` of `terms` says what is there.
PLAIN_SERIES = f"""
SELECT q.series, q.report_id, q.version_id, q.edition, CASE WHEN q.found = c.terms THEN q.value END AS value, q.found
FROM (
    SELECT p.*, CASE WHEN p.edition = '2014' THEN p.old_value ELSE p.own_value END AS value,
        CASE WHEN p.edition = '2014' THEN p.old_found ELSE p.own_found END AS found
    FROM (
        SELECT o.*, CASE WHEN o.own_terms IS NULL OR (o.own_found < o.own_terms AND o.old_found = o.old_terms)
            THEN '2014' ELSE o.form_edition END AS edition
        FROM (
            SELECT s.series, r.id AS report_id, v.id AS version_id, v.form_edition,
                own.terms AS own_terms, old.terms AS old_terms,
                {_terms("v.form_edition", "SUM(x.value)")} AS own_value,
                {_terms("v.form_edition", "COUNT(x.value)")} AS own_found,
                {_terms("'2014'", "SUM(x.value)")} AS old_value,
                {_terms("'2014'", "COUNT(x.value)")} AS old_found
            FROM report_version v JOIN report r ON r.id = v.report_id
                CROSS JOIN (SELECT DISTINCT series FROM concordance) s
                LEFT JOIN concordance own ON own.series = s.series AND own.edition = v.form_edition
                LEFT JOIN concordance old ON old.series = s.series AND old.edition = '2014'
            WHERE {TO_READ} AND (CAST(:year AS INTEGER) IS NULL OR r.report_year = :year)
        ) o
    ) p
) q JOIN concordance c ON c.series = q.series AND c.edition = q.edition
WHERE q.found > 0"""

_KEPT_SERIES = f"""SELECT n.series, p.report_id, t.version_id, {decoded("p.edition", EDITIONS)}, p.value, p.found
FROM series_point p JOIN series_name n ON n.id = p.series_id JOIN tally t ON t.report_id = p.report_id
WHERE CAST(:year AS INTEGER) IS NULL OR t.report_year = :year"""


def check_summaries(connection: Connection, year: int | None = None) -> list[str]:
    """What the kept sums and points say otherwise than the figures, in words; [] where they agree.

    Reads every figure (of one year, where given): minutes for the whole country.
    """
    return [
        *_differing(connection, "sum", PLAIN_SUMS, _KEPT_SUMS, 5, year),
        *_differing(connection, "point", PLAIN_SERIES, _KEPT_SERIES, 3, year),
    ]


def _differing(connection: Connection, what: str, plain: str, kept: str, key: int, year: int | None) -> Iterator[str]:
    expected, found = ({tuple(row[:key]): _plainly(row[key:]) for row in connection.execute(text(query), {"year": year})}
                       for query in (plain, kept))  # fmt: skip
    for at in sorted(expected.keys() | found.keys()):
        if expected.get(at) != found.get(at):
            yield f"{what} {at}: expected {expected.get(at, 'none')}, found {found.get(at, 'none')}: run `nianbao db upgrade`"


def _plainly(values: Any) -> tuple[str, ...]:
    """Values as 15 digits print them: SQLite adds fractions as doubles."""
    return tuple(_digits(value) if isinstance(value, int | float | Decimal) else str(value) for value in values)


def _digits(value: float | Decimal) -> str:
    return format(Decimal(f"{Decimal(str(value)):.15g}").normalize(), "f")
