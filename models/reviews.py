"""A person's verdict on a finding: kept by report, rule and fingerprint, so that it survives every re-extraction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Engine, insert, select, update

from models.database import writer
from models.document import ReportVersion
from models.figure import Finding, Review

VERDICTS = ("confirmed", "dismissed", "unclear")


class UnknownFinding(Exception):
    """No finding has this number; the message says how to list them."""


def review(engine: Engine, finding: int, verdict: str, note: str | None, reviewer: str | None, now: datetime) -> None:
    """Keeps a verdict on a finding; a later verdict on the same finding takes its place. Raises UnknownFinding."""
    if verdict not in VERDICTS:
        raise ValueError(f"expected a verdict of {', '.join(VERDICTS)}, found {verdict!r}")
    about = (
        select(ReportVersion.report_id, Finding.rule, Finding.fingerprint, Finding.left, Finding.right)
        .join(ReportVersion, ReportVersion.id == Finding.version_id)
        .where(Finding.id == finding)
    )
    said: dict[str, Any] = {"verdict": verdict, "note": note, "reviewer": reviewer, "reviewed_at": now}
    with writer(engine).begin() as connection:
        row = connection.execute(about).one_or_none()
        if row is None:
            raise UnknownFinding(f"no finding has the number {finding}: `nianbao findings list` shows the numbers")
        said |= {"left": row.left_side, "right": row.right_side}
        same = (Review.report_id == row.report_id, Review.rule == row.rule, Review.fingerprint == row.fingerprint)
        if connection.execute(update(Review).where(*same).values(said)).rowcount == 0:
            key = {"report_id": row.report_id, "rule": row.rule, "fingerprint": row.fingerprint}
            connection.execute(insert(Review).values(**key, **said))
