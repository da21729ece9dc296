"""The rows of a version's figures: facts, findings, and what differs from the version before. No database here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from models.base import Figure, storable, storable_json
from models.packing import BESIDE, beside, more_of, packed_cell, packed_said, printed, unpacked_cell, unpacked_said
from models.summaries import Cells, Series
from models.wordings import Known, packed
from pipelines.items import Fact, Finding, Place, Report
from pipelines.keeping.rows import FIELDS, Row
from pipelines.version import differences, fingerprint


@dataclass(frozen=True, slots=True)
class Indicators:
    """The codebook as the database numbers it: indicators by code and edition, units, wordings of rules, series."""

    ids: Mapping[tuple[str, str], int]
    units: Mapping[int, str]
    wordings: Known
    series: Sequence[Series]


NO_INDICATORS = Indicators({}, {}, {}, ())
"""For batches in which there is no report."""

Stands = tuple[int, int]
"""Where a fact is stored: the version's id and the fact's number."""

FACT_COLUMNS = ("version_id", "number", "indicator_id", "value", "said", "raw", "place_start", "cell", "more")


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


def fact_values(
    facts: Sequence[Fact], version_id: int, indicators: Indicators, exact: bool, start: int = 0
) -> tuple[list[tuple[Any, ...]], Cells]:
    """The rows of table `fact` as the driver takes them, in the order of `FACT_COLUMNS`; values as Decimal where `exact`.
    And the value of each cell that counts, as `models.summaries` would read it off these rows.

    They are those of `own_facts`: places count from `start`, but for an attachment's. Past the column types, which would cost
    four times the rest: a report has some hundred facts. A code that the codebook does not have is kept as the label of a
    local row.
    """
    known = indicators.ids
    ids = [known.get((fact.code, fact.edition)) if fact.code else None for fact in facts]
    besides = _beside(facts, ids)
    rows, cells = [], {}
    for number, (fact, indicator) in enumerate(zip(facts, ids, strict=True), start=1):
        raw, place = fact.raw, fact.place
        if not raw.isdecimal():
            raw = storable(raw)
        value, plain = _number(fact.value)
        said = packed_said(fact.applicant, "text" if value is None and fact.value is not None else fact.meaning, fact.origin)
        if number in besides:
            said |= BESIDE
        elif value is not None and indicator is not None:
            cells[indicator, said & 15] = value
        before = 0 if fact.origin == "attachment" else start
        end = None if place.end == place.start + len(raw) else place.end - before
        rows.append((
            version_id, number, indicator, value if exact or value is None else float(value), said,
            None if raw == plain else raw, place.start - before, packed_cell(place.table, place.row, place.column),
            _more(fact, indicator, None if indicator is None else indicators.units.get(indicator), end),
        ))  # fmt: skip
    return rows, cells


def _more(fact: Fact, indicator: int | None, own_unit: str | None, end: int | None) -> str | None:
    """What few facts have, as JSON; None where it has nothing of it. `end`: of a place that is not as long as what is printed."""
    if indicator is None:
        return _json(more_of(fact.edition, fact.category or fact.code, fact.unit, fact.remark, end) or {})
    if end is None and fact.unit == own_unit and fact.category is None and fact.remark is None:
        return None  # nearly every one
    unit = None if fact.unit == own_unit else fact.unit or ""
    more = more_of(None, fact.category, unit, fact.remark, end)
    return None if more is None else _json(more)


@lru_cache(maxsize=20_000)
def _number(value: Decimal | None) -> tuple[Decimal | None, str | None]:
    """A value as stored, None where no column keeps it, and its plain printing. Kept: reports have the same small numbers."""
    kept = value if value is not None and Figure.fits(value) else None
    return (None if kept is None else kept.normalize()), printed(kept)


def _beside(facts: Sequence[Fact], ids: Sequence[int | None]) -> set[int]:
    """The numbers of the facts whose value is not the one of its cell; a breakdown's and a local row's have no cell."""
    found: set[int] = set()
    first: dict[tuple[int, str | None], int] = {}
    several: dict[tuple[int, str | None], list[int]] = {}
    for number, (fact, indicator) in enumerate(zip(facts, ids, strict=True), start=1):
        if fact.value is None or _number(fact.value)[0] is None:
            continue
        if indicator is None or fact.category is not None:
            found.add(number)
        elif (earlier := first.setdefault((indicator, fact.applicant), number)) != number:
            several.setdefault((indicator, fact.applicant), [earlier]).append(number)
    return found.union(*(beside([_stated(number, facts[number - 1]) for number in stated]) for stated in several.values()))


def _stated(number: int, fact: Fact) -> tuple[int, int, Decimal]:
    assert fact.value is not None
    return number, packed_said(None, fact.meaning, fact.origin), fact.value


def numbers_of(report: Report) -> dict[Fact, int]:
    """The number of each fact that a finding of the report may rest on: few do, and to look a fact up means to digest it."""
    named = {id(fact) for finding in report.findings for fact in finding.facts}
    found = {fact: number for number, fact in enumerate(report.facts, start=1) if id(fact) in named}
    # One that is equal to a fact of the report and not the same object: then they are all looked at.
    return found if len(found) == len(named) else {fact: number for number, fact in enumerate(report.facts, start=1)}


def _json(more: dict[str, Any]) -> str:
    return json.dumps(storable_json(more), ensure_ascii=False, separators=(",", ":"))


def stored_fact(
    code: str | None, form: str | None, own_unit: str | None, value: Decimal | None, said: int, raw: str | None, start: int,
    cell: int | None, more: Mapping[str, Any] | None,
) -> Fact:  # fmt: skip
    """A fact from its row and its indicator's code, edition and unit: what `fact_values` was given."""
    few = more or {}
    applicant, meaning, origin = unpacked_said(said)
    words = raw if raw is not None else printed(value) or ""
    place = Place(start, few.get("end", start + len(words)), *unpacked_cell(cell))
    return Fact(
        code, form or few.get("edition", ""), value, meaning, words, few.get("unit", own_unit) or None, origin, place,  # type: ignore[arg-type]  # words of fixed lists
        applicant, few.get("category"), few.get("remark"),
    )  # fmt: skip


def finding_rows(
    findings: Iterable[Finding], version_id: int, numbers: Mapping[Fact, int], wordings: Known,
    places: Mapping[int, Stands] = MappingProxyType({}),
) -> list[Row]:  # fmt: skip
    """The rows of table `finding`; what has the same rule and figures twice is one row.

    `numbers` are those of the version's facts. `places` tell where facts of other reports stand, by the `id` of the object:
    another report may well state the same in the same place. `wordings` are those that the database has.
    """
    rows: dict[tuple[str, str], Row] = {}
    own = {id(fact): number for fact, number in numbers.items()}  # several findings rest on each: most are these very facts
    for finding in findings:
        mark = fingerprint(finding)
        wording, message = packed(finding.message, finding.left, finding.right, wordings)
        row = {
            "version_id": version_id, "rule": finding.rule, "outcome": finding.outcome, "wording_id": wording,
            "message": message, "left_side": finding.left, "right_side": finding.right, "fingerprint": mark,
            "facts": sorted({number for fact in finding.facts if (number := own.get(id(fact)) or numbers.get(fact))}) or None,
            "elsewhere": sorted(list(places[id(one.fact)]) for one in finding.elsewhere) or None,
        }  # fmt: skip
        rows.setdefault((finding.rule, mark), row)
    return list(rows.values())


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
