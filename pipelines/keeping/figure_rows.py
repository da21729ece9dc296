"""The rows of a version's figures: facts, findings, and what differs from the version before. No database here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from models.base import Figure, storable
from models.codebook_tables import APPLICANTS
from models.figure import MEANINGS, ORIGINS
from pipelines.items import Fact, Finding, Place, Report
from pipelines.keeping.rows import FIELDS, Row
from pipelines.version import differences, fingerprint

Indicators = Mapping[tuple[str, str], int]
"""Ids of the codebook's indicators by code and edition."""

FACT_COLUMNS = (
    "version_id", "number", "indicator_id", "edition", "applicant", "category", "value", "meaning", "raw", "unit", "remark",
    "origin", "place_start", "place_end", "place_table", "place_row", "place_column",
)  # fmt: skip
_APPLICANTS: dict[str | None, int | None] = {None: None, **{word: code for code, word in enumerate(APPLICANTS)}}
_MEANINGS = {word: code for code, word in enumerate(MEANINGS)}
_ORIGINS = {word: code for code, word in enumerate(ORIGINS)}


def placed_in_report(place: Place, report: Report) -> Place:
    """The place counted from the start of the report's own text, as it is stored and exported."""
    return replace(place, start=place.start - report.start, end=place.end - report.start)


def own_facts(report: Report) -> list[Fact]:
    """The report's facts as stored: places count from its own start (an attachment's place is in that file's text).

    A number that no column keeps exactly (more than 15 digits) keeps what is printed and loses its value.
    """
    return [_own(fact, report) for fact in report.facts]


def _own(fact: Fact, report: Report) -> Fact:
    if fact.value is not None and not Figure.fits(fact.value):
        fact = replace(fact, value=None, meaning="text")
    if report.start == 0 or fact.origin == "attachment":
        return fact
    return replace(fact, place=placed_in_report(fact.place, report))


def fact_values(facts: Iterable[Fact], version_id: int, indicators: Indicators, exact: bool) -> Iterator[tuple[Any, ...]]:
    """The rows of table `fact` as the driver takes them, in the order of `FACT_COLUMNS`; values as Decimal where `exact`.

    Past the column types, which would cost four times the rest: a report has some hundred facts. A code that the codebook
    does not have is kept as the label of a local row.
    """
    for number, fact in enumerate(facts, start=1):
        indicator = indicators.get((fact.code, fact.edition)) if fact.code else None
        category = fact.category if indicator or fact.category else fact.code
        value = None if fact.value is None else fact.value.normalize() if exact else float(fact.value)
        place = fact.place
        yield (
            version_id, number, indicator, None if indicator else fact.edition, _APPLICANTS[fact.applicant],
            _kept(category), value, _MEANINGS[fact.meaning], storable(fact.raw), _kept(fact.unit), _kept(fact.remark),
            _ORIGINS[fact.origin], place.start, place.end, place.table, place.row, place.column,
        )  # fmt: skip


def _kept(text: str | None) -> str | None:
    return None if text is None else storable(text)


def finding_rows(findings: Iterable[Finding], version_id: int) -> list[tuple[Row, Finding]]:
    """The rows of table `finding` with their findings; what has the same rule and figures twice is one row."""
    rows: dict[tuple[str, str], tuple[Row, Finding]] = {}
    for finding in findings:
        mark = fingerprint(finding)
        row = {
            "version_id": version_id, "rule": finding.rule, "outcome": finding.outcome, "message": finding.message,
            "left_side": finding.left, "right_side": finding.right, "fingerprint": mark,
        }  # fmt: skip
        rows.setdefault((finding.rule, mark), (row, finding))
    return list(rows.values())


FINDING_FACT_COLUMNS = ("finding_id", "version_id", "fact_number")


def finding_fact_values(
    finding: Finding, numbers: Mapping[Fact, int], finding_id: int, version_id: int
) -> list[tuple[int, int, int]]:
    """The rows of table `finding_fact`: the finding's facts by their numbers; facts of other reports have none here."""
    found = {numbers[fact] for fact in finding.facts if fact in numbers}
    return [(finding_id, version_id, number) for number in sorted(found)]


def change_rows(version_id: int, previous_id: int, old: tuple[Row, list[Fact]], new: tuple[Row, list[Fact]]) -> list[Row]:
    """The rows of table `change` between two versions, each given as its fields and its facts."""
    both = {"version_id": version_id, "previous_id": previous_id}
    blank = dict.fromkeys(("field", "code", "edition", "applicant", "category", "origin", "old_value", "new_value"))
    found = [
        {**both, **blank, "kind": "changed", "field": name, "old_raw": _plain(old[0][name]), "new_raw": _plain(new[0][name])}
        for name in FIELDS
        if old[0][name] != new[0][name]
    ]
    for change in differences(old[1], new[1]):
        fact = change.new or change.old
        assert fact is not None
        found.append(
            {
                **both, **blank, "kind": change.kind, "code": fact.code, "edition": fact.edition,
                "applicant": fact.applicant, "category": fact.category, "origin": fact.origin,
                "old_value": change.old.value if change.old else None, "new_value": change.new.value if change.new else None,
                "old_raw": change.old.raw if change.old else None, "new_raw": change.new.raw if change.new else None,
            }
        )  # fmt: skip
    return [{**row, "number": number} for number, row in enumerate(found, start=1)]


def _plain(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, datetime) else str(value)
