"""Keeps sums and series points true to the figures: with every version that is written, judged or replaced, and at an upgrade.

Table `tally` says of each report which version was counted and where; a report whose version to read, year or place is another
now is taken out of the sums with what it added, and counted anew. The facts of a version never change, so what is taken
out is what was put in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select, text

from models.codebook_tables import Concordance
from models.packing import BESIDE
from models.summary_tables import EDITIONS, FigureSum, SeriesName, SeriesPoint, Tally
from models.view.shape import TO_READ

CHUNK = 500
"""Reports that are counted at a time."""

LARGE = Decimal(10) ** 9
"""A figure of this size on SQLite may take the last digits off a sum of fractions: what it stood in is then added up anew."""

Cells = dict[tuple[int, int], Decimal]
"""The value of each cell of a version: by indicator and applicant (0 none, else its place from 1)."""
Key = tuple[int, int, str, str, int]
"""Of a sum: indicator, year, area, level, applicant."""


class Counted(NamedTuple):
    """Which version of a report counts, and where; its row in table `tally`."""

    report: int
    version: int
    year: int | None
    area: str
    level: str


class _Term(NamedTuple):
    indicator: int
    applicant: int


def refresh(
    connection: Connection, reports: Collection[int], known: Mapping[int, Cells] | None = None, series: Sequence[Series] = ()
) -> None:
    """Makes sums and points say what these reports say now. Run again it changes nothing. The caller holds the transaction.

    `known`: the cells of versions that were just written; those of others are read. `series` is read where it is not given.
    """
    listed = sorted(set(reports))
    for at in range(0, len(listed), CHUNK):
        part = listed[at : at + CHUNK]
        old = {row.report: row for row in _counted(connection, part)}
        new = {row.report: row for row in _wanted(connection, part)}
        gone = [row for report, row in old.items() if new.get(report) != row]
        come = [row for report, row in new.items() if old.get(report) != row]
        if gone or come:
            _recount(connection, gone, come, known or {}, series or series_of(connection))


def rebuild(connection: Connection) -> None:
    """Makes sums and points of every report anew (1 ms a report and less)."""
    for table in (Tally, SeriesPoint, FigureSum):
        connection.execute(delete(table))
    _name_series(connection)
    series = series_of(connection)
    sums: dict[Key, list[Any]] = {}
    last = 0
    while found := _wanted_after(connection, last):
        last = found[-1].report
        cells = _cells(connection, [row.version for row in found])
        _add(sums, found, cells, 1)
        _write_reports(connection, found, cells, series)
    _write_sums(connection, sums)


def _recount(
    connection: Connection, gone: Sequence[Counted], come: Sequence[Counted], known: Mapping[int, Cells],
    series: Sequence[Series],
) -> None:  # fmt: skip
    unread = sorted({row.version for row in (*gone, *come)} - known.keys())
    cells = {**known, **_cells(connection, unread)}
    sums: dict[Key, list[Any]] = {}
    _add(sums, gone, cells, -1)
    _add(sums, come, cells, 1)
    if gone:
        ids = [row.report for row in gone]
        connection.execute(delete(SeriesPoint).where(SeriesPoint.report_id.in_(ids)))
        connection.execute(delete(Tally).where(Tally.report_id.in_(ids)))
    _write_reports(connection, come, cells, series)
    _write_sums(connection, sums)


# --- which versions count ---

_WANTED = f"""SELECT r.id, v.id, r.report_year, COALESCE(SUBSTR(r.division_code, 1, 2), ''), COALESCE(r.level, '')
FROM report r JOIN report_version v ON v.report_id = r.id AND {TO_READ} WHERE {{which}} ORDER BY r.id"""


def _wanted(connection: Connection, reports: Sequence[int]) -> list[Counted]:
    listed = ", ".join(map(str, reports))
    return [Counted(*row) for row in connection.exec_driver_sql(_WANTED.format(which=f"r.id IN ({listed})"))]


def _wanted_after(connection: Connection, report: int) -> list[Counted]:
    query = text(_WANTED.format(which="r.id > :last") + f" LIMIT {CHUNK}")
    return [Counted(*row) for row in connection.execute(query, {"last": report})]


def _counted(connection: Connection, reports: Sequence[int]) -> list[Counted]:
    listed = ", ".join(map(str, reports))
    query = f"SELECT report_id, version_id, report_year, area, level FROM tally WHERE report_id IN ({listed})"
    return [Counted(*row) for row in connection.exec_driver_sql(query)]


# --- what they say ---


def _cells(connection: Connection, versions: Sequence[int]) -> dict[int, Cells]:
    """The value of each cell that has one, by version: past the column types, since a report has some hundred."""
    if not versions:
        return {}
    listed = ", ".join(map(str, versions))
    found = connection.exec_driver_sql(
        f"SELECT version_id, indicator_id, said & 15, value FROM fact WHERE version_id IN ({listed})"
        f" AND value IS NOT NULL AND (said & {BESIDE}) = 0 AND indicator_id IS NOT NULL"
    )
    exact: dict[Any, Decimal] = {}
    cells: dict[int, Cells] = {version: {} for version in versions}
    for version, indicator, applicant, value in found.cursor.fetchall():  # plain tuples of the driver
        if value not in exact:
            exact[value] = Decimal(str(value))
        cells[version][indicator, applicant] = exact[value]
    found.close()
    return cells


def _add(sums: dict[Key, list[Any]], counted: Iterable[Counted], cells: dict[int, Cells], sign: int) -> None:
    """Adds what versions say to sums of [number of reports, value, whether a figure was large], or takes it out."""
    for row in counted:
        if row.year is None:
            continue
        for (indicator, applicant), value in cells.get(row.version, {}).items():
            key = (indicator, row.year, row.area, row.level, applicant)
            found = sums.get(key)
            if found is None:
                found = sums[key] = [0, Decimal(0), False]
            found[0] += sign
            found[1] += value if sign > 0 else -value
            found[2] = found[2] or abs(value) >= LARGE


def _write_sums(connection: Connection, sums: dict[Key, list[Any]]) -> None:
    changed = {key: found for key, found in sorted(sums.items()) if found[0] or found[1]}
    if not changed:
        return
    exact = connection.dialect.name == "postgresql"
    rows = [(*key, count, value if exact else float(value)) for key, (count, value, _) in changed.items()]
    mark = "%s" if exact else "?"
    connection.exec_driver_sql(_UPSERT[connection.dialect.name].format(marks=", ".join([mark] * 7)), rows)
    emptied = [key for key, (count, _, _) in changed.items() if count <= 0]
    if emptied:
        which = " AND ".join(f"{name} = {mark}" for name in _KEY)
        connection.exec_driver_sql(f"DELETE FROM figure_sum WHERE {which} AND reports = 0", emptied)
    if not exact:
        _add_up_anew(connection, [key for key, (_, _, large) in changed.items() if large])


_KEY = ("indicator_id", "report_year", "area", "level", "applicant")
_NAMES = ", ".join(_KEY)
_INTO = f"INSERT INTO figure_sum ({_NAMES}, reports, value) VALUES ({{marks}}) ON CONFLICT ({_NAMES}) DO UPDATE SET"
_SUM = "(figure_sum.value + excluded.value)"
# SQLite adds fractions as doubles: rounded to what 15 digits can hold, the sum is the decimal one again.
_PLACES = " ".join(f"WHEN ABS{_SUM} < 1e{digits} THEN ROUND({_SUM}, {15 - digits})" for digits in range(9, 15))
_UPSERT = {
    "postgresql": f"{_INTO} reports = figure_sum.reports + excluded.reports, value = TRIM_SCALE{_SUM}",
    "sqlite": f"{_INTO} reports = figure_sum.reports + excluded.reports,"
    f" value = CASE WHEN TYPEOF{_SUM} = 'integer' THEN {_SUM} {_PLACES} ELSE {_SUM} END",
}


def _add_up_anew(connection: Connection, keys: Sequence[Key]) -> None:
    for indicator, year, area, level, applicant in keys:
        values = connection.exec_driver_sql(
            "SELECT f.value FROM tally t JOIN fact f ON f.version_id = t.version_id WHERE t.report_year = ? AND t.area = ?"
            f" AND t.level = ? AND f.indicator_id = ? AND f.said & 15 = ? AND f.value IS NOT NULL AND (f.said & {BESIDE}) = 0",
            (year, area, level, indicator, applicant),
        )
        total = sum((Decimal(str(value)) for value in values.scalars()), Decimal(0))
        which = " AND ".join(f"{name} = ?" for name in _KEY)
        connection.exec_driver_sql(
            f"UPDATE figure_sum SET value = ? WHERE {which}", (float(total), indicator, year, area, level, applicant)
        )


# --- series ---


class Series(NamedTuple):
    """What a series adds up in each edition."""

    number: int
    terms: dict[str, tuple[_Term, ...]]


def series_of(connection: Connection) -> list[Series]:
    """The series that the database knows."""
    query = "SELECT t.series, i.edition, t.indicator_id, t.applicant FROM series_term t JOIN indicator i ON i.id = t.indicator_id"
    terms: defaultdict[str, defaultdict[str, list[_Term]]] = defaultdict(lambda: defaultdict(list))
    for series, edition, indicator, applicant in connection.exec_driver_sql(query):
        terms[series][edition].append(_Term(indicator, 0 if applicant is None else applicant + 1))
    names = connection.exec_driver_sql("SELECT series, id FROM series_name")
    return [Series(number, {edition: tuple(found) for edition, found in terms[name].items()}) for name, number in names]


def _name_series(connection: Connection) -> None:
    known = set(connection.scalars(select(SeriesName.series)))
    wanted = sorted(set(connection.scalars(select(Concordance.series))) - known)
    if wanted:
        connection.execute(insert(SeriesName), [{"series": name} for name in wanted])


def _write_reports(
    connection: Connection, counted: Sequence[Counted], cells: dict[int, Cells], series: Sequence[Series]
) -> None:
    if not counted:
        return
    listed = ", ".join(str(row.version) for row in counted)
    query = f"SELECT id, form_edition FROM report_version WHERE id IN ({listed})"
    editions: dict[int, str | None] = {version: edition for version, edition in connection.exec_driver_sql(query)}  # noqa: C416 - typed so
    exact = connection.dialect.name == "postgresql"
    mark = "%s" if exact else "?"
    points = [
        (row.report, number, EDITIONS.index(edition), value if exact or value is None else float(value), found)
        for row in counted
        for number, edition, value, found in _points(cells.get(row.version, {}), editions[row.version], series)
    ]
    connection.exec_driver_sql(f"INSERT INTO tally VALUES ({', '.join([mark] * 5)})", [tuple(row) for row in counted])
    if points:
        connection.exec_driver_sql(f"INSERT INTO series_point VALUES ({', '.join([mark] * 5)})", points)


def _points(cells: Cells, form: str | None, series: Sequence[Series]) -> Iterator[tuple[int, str, Decimal | None, int]]:
    """Series, edition, value and number of figures found, of one version.

    Each series is read off the edition of the report's own form; where that has no such series or lacks a figure, off the
    codes of 2014, which prose uses, if these are all there. A sum with a missing figure has no value.
    """
    for number, terms in series:
        own, old = (_found(cells, terms.get(edition or "", ())) for edition in (form, "2014"))
        use_old = form not in terms or (len(own) < len(terms[form]) and "2014" in terms and len(old) == len(terms["2014"]))
        edition, values = ("2014", old) if use_old else (str(form), own)
        if values:
            whole = len(values) == len(terms[edition])
            yield number, edition, sum(values, Decimal(0)) if whole else None, len(values)


def _found(cells: Cells, terms: Iterable[_Term]) -> list[Decimal]:
    return [cells[term.indicator, term.applicant] for term in terms if (term.indicator, term.applicant) in cells]
