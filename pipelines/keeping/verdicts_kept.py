"""Verdicts given before revision 0014, when a fingerprint did not tell whose a figure was: taken to the finding they are on.

A finding on several reports has another fingerprint since then. Where a person judged it before, the verdict follows it the
first time that the reports are compared again, if both sides are still what the person saw; else it is on another finding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select, update

from models.figure import Review
from models.wordings import shown
from pipelines.items import Finding
from pipelines.version import fingerprint, fingerprint_of_old


def keep_verdicts(connection: Connection, found: Mapping[int, Sequence[Finding]]) -> None:
    """Gives the verdicts on findings of several reports, by the report's id, their fingerprints of today."""
    given = connection.execute(select(Review.__table__).where(Review.report_id.in_(sorted(found)))).all()
    by_key = {(row.report_id, row.rule, row.fingerprint): row for row in given}
    for report, findings in found.items() if by_key else ():
        for finding in findings:
            row = by_key.get((report, finding.rule, fingerprint_of_old(finding))) if finding.elsewhere else None
            now = fingerprint(finding)
            if row is not None and _same_sides(row, finding) and (report, finding.rule, now) not in by_key:
                connection.execute(update(Review).where(Review.id == row.id).values(fingerprint=now))


def _same_sides(row: Row[Any], finding: Finding) -> bool:
    """Whether the sides are those that were judged; verdicts of which nobody knows the sides any more stay where they are."""
    return (row.left_side, row.right_side) != (None, None) and (shown(row.left_side), shown(row.right_side)) == (
        shown(finding.left), shown(finding.right),
    )  # fmt: skip
