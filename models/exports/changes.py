"""What changed from one release to the next: reports that came and went, figures that differ."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

from models.exports.rows import ExportProblem
from models.harmless import defused

_REPORTS = """
SELECT '{kind}', r.identity, r.publisher, r.year, NULL, NULL, NULL, NULL, NULL, NULL, NULL, r.url
FROM {here}.reports r WHERE NOT EXISTS (SELECT 1 FROM {there}.reports o WHERE o.identity = r.identity) ORDER BY r.identity"""

# A figure is known by what it counts, not by its number on the page: the n-th one of the same kind where it is printed twice.
_FIGURES = """
SELECT r.identity, r.publisher, r.year, r.url, f.edition, f.code, f.applicant, f.category, f.origin, f.value, f.raw,
    ROW_NUMBER() OVER (PARTITION BY r.identity, f.edition, f.code, f.applicant, f.category, f.origin ORDER BY f.number) AS nth
FROM {where}.facts f JOIN {where}.reports r ON r.version_id = f.version_id"""

_SAME = " AND ".join(f"a.{column} IS b.{column}" for column in ("edition", "code", "applicant", "category", "origin", "nth"))

_CHANGED = f"""
SELECT CASE WHEN b.identity IS NULL THEN 'figure added' ELSE 'figure changed' END, a.identity, a.publisher, a.year, a.edition,
    a.code, a.applicant, a.category, a.origin, b.raw, a.raw, a.url
FROM new_figures a JOIN old.reports o ON o.identity = a.identity LEFT JOIN old_figures b ON b.identity = a.identity AND {_SAME}
WHERE b.identity IS NULL OR a.value IS NOT b.value OR a.raw IS NOT b.raw
ORDER BY a.identity, a.edition, a.code, a.applicant, a.category, a.origin, a.nth"""

_LOST = f"""
SELECT 'figure removed', b.identity, b.publisher, b.year, b.edition, b.code, b.applicant, b.category, b.origin, b.raw, NULL, b.url
FROM old_figures b JOIN main.reports r ON r.identity = b.identity LEFT JOIN new_figures a ON a.identity = b.identity AND {_SAME}
WHERE a.identity IS NULL ORDER BY b.identity, b.edition, b.code, b.applicant, b.category, b.origin, b.nth"""

COLUMNS = (
    "change", "identity", "publisher", "year", "edition", "code", "applicant", "category", "origin", "old", "new", "url",
)  # fmt: skip


def write_changes(new: Path, old: Path, file: Path) -> dict[str, int]:
    """How many changes there are of each kind; the file (CSV) has one a line. Raises ExportProblem for no release of ours."""
    with closing(sqlite3.connect(f"{new.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            connection.execute("ATTACH DATABASE ? AS old", [f"{old.absolute().as_uri()}?mode=ro"])
            return _write(connection, file)
        except sqlite3.DatabaseError as error:
            raise ExportProblem(f"expected the release before in {old.parent}, found something else: {error}") from error


def _write(connection: sqlite3.Connection, file: Path) -> dict[str, int]:
    for name, where in (("new_figures", "main"), ("old_figures", "old")):
        connection.execute(f"CREATE TEMP TABLE {name} AS {_FIGURES.format(where=where)}")
        connection.execute(f"CREATE INDEX temp.ix_{name} ON {name} (identity, code)")
    counts: dict[str, int] = {}
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(COLUMNS)
        added = _REPORTS.format(kind="report added", here="main", there="old")
        removed = _REPORTS.format(kind="report removed", here="old", there="main")
        for query in (added, removed, _CHANGED, _LOST):
            for row in connection.execute(query):
                lines.writerow([defused(cell) if isinstance(cell, str) else cell for cell in row])
                counts[row[0]] = counts.get(row[0], 0) + 1
    return counts
