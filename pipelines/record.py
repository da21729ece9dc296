"""One report as a JSON object: the same builder for what was just read and for what is stored, so that the two agree."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select
from sqlalchemy.orm import Session

from models.base import exact
from models.crawl import Fetch
from models.division import Division
from models.document import Report as StoredReport
from models.document import ReportVersion
from models.figure import Finding as StoredFinding
from models.prepared import Prepared
from models.wordings import Wording, unpacked
from pipelines.items import Contact, Damage, DivisionRef, Encoding, Fact, Finding, Hijack, Reading, Report, Vote
from pipelines.keeping.figure_rows import numbers_of, own_facts, stored_fact
from pipelines.version import fingerprint

Record = dict[str, Any]
"""One report in the shape of `nianbao read --json`: unknown is None, dates are ISO text, whole numbers are ints."""

PAGE_OF_REPORTS = 200
"""How many stored reports are read at a time."""


def record(reading: Reading, report: Report | None = None) -> Record:
    """One report of a reading as an object (the first where none is named); a page that is none has its text and nothing else."""
    chosen = report or (reading.reports[0] if reading.reports else Report(0, len(reading.outline.text)))
    said = reading.outline.text[chosen.start : chosen.end]
    damage = (*reading.page.damage, *chosen.damage)
    numbers = numbers_of(chosen)
    findings = [_finding(one, fingerprint(one), sorted({numbers[fact] for fact in one.facts}), []) for one in chosen.findings]
    return _record(chosen, own_facts(chosen), findings, said, reading.page.encoding, damage, reading.is_annual_report)


def records(reading: Reading) -> list[Record]:
    """Every report that stands on the page, one object each."""
    return [record(reading, report) for report in reading.reports]


def _record(
    report: Report, facts: Sequence[Fact], findings: Sequence[Record], said: str, encoding: Encoding, damage: Sequence[Damage],
    is_annual_report: bool,
) -> Record:  # fmt: skip
    return {
        "title": report.title,
        "title_as_printed": report.title_as_printed,
        "publisher": report.publisher,
        "publisher_as_printed": report.publisher_as_printed,
        "publisher_inferred": report.publisher_inferred,
        "level": report.level,
        "division": _division(report.division),
        "report_year": report.report_year,
        "period": [day.isoformat() for day in report.period] if report.period else None,
        "publish_date": report.publish_date.isoformat() if report.publish_date else None,
        "form_edition": report.form_edition,
        "index_number": report.index_number,
        "document_number": report.document_number,
        "contact": {name: getattr(report.contact, name) for name in ("phone", "fax", "email", "address", "postcode", "website")},
        "is_annual_report": is_annual_report,
        "damage": [asdict(each) for each in damage],
        "hijacked": {"verdict": report.hijacked.verdict, "evidence": list(report.hijacked.evidence)},
        "encoding": {"codec": encoding.codec, "evidence": [asdict(vote) for vote in encoding.evidence]},
        "facts": [_fact(fact) for fact in facts],
        "findings": list(findings),
        "text": said,
    }


def _division(division: DivisionRef | None) -> Record | None:
    return {"code": division.code, "name": division.name, "path": list(division.path)} if division else None


def _fact(fact: Fact) -> Record:
    return {
        "code": fact.code, "applicant": fact.applicant, "category": fact.category, "value": number(fact.value),
        "meaning": fact.meaning, "raw": fact.raw, "unit": fact.unit, "origin": fact.origin, "where": str(fact.place),
    }  # fmt: skip


def _finding(finding: Finding, mark: str, facts: Sequence[int], elsewhere: Sequence[Record]) -> Record:
    """A finding: `facts` are places in the report's list of facts, from 1; `elsewhere` are facts of other reports in full."""
    return {
        "rule": finding.rule, "outcome": finding.outcome, "left": finding.left, "right": finding.right,
        "message": finding.message, "fingerprint": mark, "facts": list(facts), "elsewhere": list(elsewhere),
    }  # fmt: skip


def number(value: Decimal | None) -> int | float | None:
    """The number as JSON has it: an int where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


# --- what is stored ---


def stored_records(session: Session | Connection, *filters: ColumnElement[bool]) -> Iterator[Record]:
    """The version to read of each stored report that passes the filters, in a fixed order, with where it was seen.

    The shape of `record` with site, url, first_seen, last_seen and version in front. Filters are on the columns of
    `models.document.Report` and `ReportVersion`. Hijacked ones come too, their verdict with them. Reads some hundred
    reports at a time: any number of them takes the same memory.
    """
    connection = session.connection() if isinstance(session, Session) else session
    last = 0
    while True:
        query = _page_of_reports(filters).where(StoredReport.id > last).limit(PAGE_OF_REPORTS)
        found = connection.execute(query).all()
        if not found:
            return
        last = found[-1].report_id
        yield from _records_of(connection, found)


def _page_of_reports(filters: Sequence[ColumnElement[bool]]) -> Any:
    return (
        select(
            ReportVersion.__table__, Fetch.site_key, StoredReport.first_seen.label("seen_first"),
            StoredReport.last_seen.label("seen_last"), Division.name.label("division_name"), Division.path.label("division_path"),
        )
        .join(StoredReport, StoredReport.id == ReportVersion.report_id)
        .join(Fetch, Fetch.id == ReportVersion.fetch_id)
        .outerjoin(Division, Division.code == ReportVersion.division_code)
        .where(ReportVersion.current, *filters)
        .order_by(StoredReport.id)
    )  # fmt: skip


def _records_of(connection: Connection, found: Sequence[Row[Any]]) -> Iterator[Record]:
    ids = [row.id for row in found]
    facts, findings = stored_facts(connection, ids), _stored_findings(connection, ids)
    for row in found:
        report = _report(row)
        encoding = Encoding(row.codec, tuple(Vote(**vote) for vote in row.encoding_evidence))
        damage = [Damage(**each) for each in row.damage]
        seen = {
            "site": row.site_key, "url": row.url, "first_seen": row.seen_first.isoformat(),
            "last_seen": row.seen_last.isoformat(), "version": row.seq,
        }  # fmt: skip
        yield {**seen, **_record(report, facts.get(row.id, []), findings.get(row.id, []), row.text, encoding, damage, True)}


def _report(row: Row[Any]) -> Report:
    same = ("title", "title_as_printed", "publisher", "publisher_as_printed", "publisher_inferred", "level", "report_year",
            "publish_date", "form_edition", "index_number", "document_number")  # fmt: skip
    period: tuple[date, date] | None = (row.period_start, row.period_end) if row.period_start else None
    path = tuple(row.division_path.split("/")) if row.division_code else ()
    return Report(
        0, len(row.text),
        **{name: getattr(row, name) for name in same},
        division=DivisionRef(row.division_code, row.division_name, path) if row.division_code else None,
        period=period,
        contact=Contact(row.phone, row.fax, row.email, row.address, row.postcode, row.website),
        hijacked=Hijack(row.hijack_verdict, tuple(row.hijack_evidence)),
    )  # fmt: skip


def stored_facts(connection: Connection, versions: Sequence[int]) -> dict[int, list[Fact]]:
    """The facts of each version in the order in which they were read; no key for a version without facts."""
    return {version: list(facts.values()) for version, facts in numbered_facts(connection, versions).items()}


def numbered_facts(
    connection: Connection, versions: Sequence[int], codes: Collection[str] | None = None
) -> dict[int, dict[int, Fact]]:
    """The facts of each version by their numbers, those of some indicators or all; no key for a version without facts."""
    chosen = {"versions": list(versions)} | ({"codes": sorted(codes)} if codes is not None else {})
    facts: dict[int, dict[int, Fact]] = defaultdict(dict)
    found = (_FACTS if codes is None else _SOME_FACTS).rows(connection, chosen) if versions else ()
    for version, at, code, edition, unit, value, said, raw, start, cell, more in found:
        few = json.loads(more) if isinstance(more, str) else more  # one driver reads JSON, the other does not
        number = None if value is None else exact(value)
        facts[version][at] = stored_fact(code, edition, unit, number, said, raw, start, cell, few)
    return facts


def _facts_of(versions: str) -> Prepared:
    """The query for facts of versions."""
    return Prepared(
        f"""SELECT f.version_id, f.number, i.code, i.edition, i.unit, f.value, f.said, f.raw, f.place_start, f.cell, f.more
    FROM fact f LEFT JOIN indicator i ON i.id = f.indicator_id WHERE {versions} ORDER BY f.version_id, f.number"""
    )


_FACTS = _facts_of("f.version_id IN :versions")
_SOME_FACTS = _facts_of("f.version_id IN :versions AND i.code IN :codes")


def _stored_findings(connection: Connection, versions: Sequence[int]) -> dict[int, list[Record]]:
    query = select(StoredFinding.__table__, Wording.phrase, Wording.place).outerjoin(Wording)
    findings: dict[int, list[Record]] = defaultdict(list)
    chosen = query.where(StoredFinding.version_id.in_(versions)).order_by(StoredFinding.id)
    found = connection.execute(chosen).all()
    abroad = _facts_abroad(connection, {version for row in found for version, _ in row.elsewhere or ()})
    for row in found:
        message = unpacked(row.message, row.left_side, row.right_side, row.phrase, row.place)
        finding = Finding(row.rule, row.outcome, message, row.left_side, row.right_side)
        others = [abroad[version, number] for version, number in row.elsewhere or () if (version, number) in abroad]
        others.sort(key=_of_report)
        findings[row.version_id].append(_finding(finding, row.fingerprint, row.facts or [], others))
    return findings


def _of_report(fact: Record) -> tuple[int, str, str]:
    """An order of other reports' facts in which no number given by the database has a part."""
    return fact["report_year"] or 0, fact["publisher"] or "", fact["url"]


def _facts_abroad(connection: Connection, versions: Collection[int]) -> dict[tuple[int, int], Record]:
    """The facts of other versions by version and number, each with the report that it is of."""
    if not versions:
        return {}
    names = (ReportVersion.id, ReportVersion.publisher, ReportVersion.report_year, ReportVersion.url)
    reports = connection.execute(select(*names).where(ReportVersion.id.in_(sorted(versions)))).all()
    facts = numbered_facts(connection, sorted(versions))
    return {
        (row.id, number): {"publisher": row.publisher, "report_year": row.report_year, "url": row.url, **_fact(fact)}
        for row in reports
        for number, fact in facts.get(row.id, {}).items()
    }
