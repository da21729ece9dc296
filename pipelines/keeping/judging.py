"""A person's verdict at work: on stored versions at once, on every later capture of the report that it holds for.

The verdict takes the place of the program's in `hijack_verdict`, so that views, series and comparisons need not know of
it; what the program found stays in `hijack_found` and the evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update

from models import summaries
from models.crawl import Page
from models.database import writer
from models.document import TRUST, Report, ReportVersion
from models.publications import refresh
from models.verdicts import Judgement, applies, signs_of
from pipelines.compare import compare_reports
from pipelines.keeping import statements
from pipelines.keeping.known import Known
from pipelines.keeping.known_rows import load_versions, make_current
from pipelines.keeping.rows import Capture

ALARMS = tuple(verdict for verdict, trust in TRUST.items() if trust < max(TRUST.values()))
_TRUSTED = tuple(verdict for verdict in TRUST if verdict not in ALARMS)


class UnknownVersion(Exception):
    """No version has this number; the message says how to list them."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judgement did: the verdict that holds now, what the program had found, how many versions it holds for."""

    verdict: str
    found: str
    versions: int


def judge(engine: Engine, version: int, verdict: str, note: str | None, reviewer: str | None, now: datetime) -> Judged:
    """Keeps a person's verdict (`genuine` releases) and applies it. A later one on the same text takes its place.

    Raises UnknownVersion, ValueError for a verdict that is none.
    """
    if verdict != "genuine" and verdict not in ALARMS:
        raise ValueError(f"expected genuine or one of {', '.join(ALARMS)}, found {verdict!r}")
    with writer(engine).begin() as connection:
        row = connection.execute(_versions().where(ReportVersion.id == version)).one_or_none()
        if row is None:
            raise UnknownVersion(f"no version has the number {version}: `nianbao genuine list` shows the numbers")
        found = row.hijack_found or row.hijack_verdict
        said = {
            "verdict": verdict, "found": found, "signs": signs_of(found, row.hijack_evidence), "body_hash": row.body_hash,
            "note": note, "reviewer": reviewer, "judged_at": now,
        }  # fmt: skip
        key = {"report_id": row.report_id, "content_hash": row.content_hash}
        same = (Judgement.report_id == row.report_id, Judgement.content_hash == row.content_hash)
        if connection.execute(update(Judgement).where(*same).values(said)).rowcount == 0:
            connection.execute(insert(Judgement).values(**key, **said))
        held = _apply(connection, row.report_id)
        compare_reports(connection, [row.report_id])
        site = connection.execute(select(Report.site_key).where(Report.id == row.report_id)).scalar_one()
        refresh(connection, [site])  # what a page is worth is part of its publisher's coverage
        return Judged(verdict, found, held)


def _versions() -> Any:
    return select(
        ReportVersion.id, ReportVersion.report_id, ReportVersion.hijack_verdict, ReportVersion.hijack_found,
        ReportVersion.hijack_evidence, ReportVersion.content_hash, Page.body_hash,
    ).outerjoin(Page, Page.fetch_id == ReportVersion.fetch_id)  # fmt: skip


def _apply(connection: Connection, report: int) -> int:
    """Gives every stored version of a report the verdict that holds for it, and chooses the version to read again."""
    judgements = judgements_on(connection, [report])[report]
    held = 0
    for row in connection.execute(_versions().where(ReportVersion.report_id == report)).all():
        found = row.hijack_found or row.hijack_verdict
        signs = signs_of(found, row.hijack_evidence)
        said = _holding(judgements, row.content_hash, row.body_hash, signs)
        held += said is not None
        now = {"hijack_verdict": said or found, "hijack_found": found if said not in (None, found) else None}
        connection.execute(update(ReportVersion).where(ReportVersion.id == row.id).values(now))
    known = Known(report)
    load_versions(connection, {report: known})
    best = known.best()
    if not best.current:
        make_current(connection, known, best)
    summaries.refresh(connection, [report])
    refresh(connection, list(connection.scalars(select(Report.site_key).where(Report.id == report))))
    return held


def judgements_on(connection: Connection, reports: Sequence[int]) -> dict[int, list[Row[Any]]]:
    """The judgements on reports, the latest first; [] for a report that nobody judged."""
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(statements.judgements(), {"reports": list(reports)}):
        found[row.report_id].append(row)
    return found


def _holding(judgements: Sequence[Row[Any]], content: str, body: str | None, signs: Sequence[str]) -> str | None:
    return next((str(one.verdict) for one in judgements if applies(one, content, body, signs)), None)


# --- on a night's captures ---


def judged(connection: Connection, captures: Sequence[Capture], known: Mapping[str, Known]) -> list[Capture]:
    """The captures with a person's verdict in the place of the program's, where one holds for them."""
    numbers = [report.id for report in known.values()]
    if not statements.JUDGED.rows(connection, {"reports": numbers}):
        return list(captures)
    judgements = judgements_on(connection, numbers)
    return [_with_verdict(capture, judgements[known[capture.identity].id]) for capture in captures]


def _with_verdict(capture: Capture, judgements: Sequence[Row[Any]]) -> Capture:
    found = capture.report.hijacked
    signs = signs_of(found.verdict, found.evidence)
    said = _holding(judgements, capture.content_hash, capture.reading.body_hash, signs)
    return capture if said is None else replace(capture, fields={**capture.fields, "hijack_verdict": said})


def at_home(connection: Connection, captures: Sequence[Capture]) -> list[Capture]:
    """The captures, those of pages that turned under the report that stood at their address before.

    A hijacked page often no longer names its publisher; its address still says whose report it was.
    """
    turned = {capture.url_hash for capture in captures if TRUST.get(capture.fields["hijack_verdict"], 0) == 0}
    if not turned:
        return list(captures)
    found = statements.TRUSTED_AT.rows(connection, {"addresses": sorted(turned), "verdicts": _TRUSTED})
    homes = {at: (identity, year) for at, identity, year in found}
    return [_moved(capture, homes.get(capture.url_hash)) if capture.url_hash in turned else capture for capture in captures]


def _moved(capture: Capture, home: tuple[str, int | None] | None) -> Capture:
    year = capture.fields["report_year"]
    if home is None or (year is not None and year != home[1]):
        return capture
    return replace(capture, identity=home[0])
