"""A stored version read again by other code, with the same words and figures: its findings and its evidence are the newer ones.

Facts and fields are never touched here: what changes them makes a new version. Of the findings, those of comparisons with
other reports are left alone (`pipelines.compare` writes them).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select, update

from models.base import storable, storable_json
from models.bulk import insert_rows
from models.document import ReportVersion
from models.figure import Finding
from models.wordings import Wording, unpacked
from pipelines.compare import compared_rules
from pipelines.items import Fact
from pipelines.keeping import figure_rows, rows
from pipelines.keeping.known import Version
from pipelines.record import numbered_facts
from pipelines.version import meaning_of, request_key

EVIDENCE = ("dates", "placement", "hijack_found", "hijack_evidence", "encoding_evidence", "damage", "family")
"""What of a version's row comes from reading its bytes and says why its fields are as they are."""

Cell = tuple[str, str | None, str | None]
"""What is named, as it was and as it is."""

_Key = tuple[str, str]
_Said = tuple[str, str | None, str | None, str, list[int] | None]


class _Kept(NamedTuple):
    """A finding: outcome, both sides, message, the numbers of its facts; and its row."""

    said: _Said
    row: rows.Row


_Findings = dict[_Key, _Kept]
"""By rule and fingerprint."""


@dataclass(frozen=True, slots=True)
class Restated:
    """A version whose findings or evidence are other ones now."""

    version: int
    capture: rows.Capture
    cells: tuple[Cell, ...]


def restate(
    connection: Connection, taken: Sequence[tuple[rows.Capture, Version]], indicators: figure_rows.Indicators
) -> list[Restated]:
    """Gives stored versions the findings and the evidence of this reading, and tells which differ from those kept.

    `taken`: captures, each with the version that it is of. Only versions that were read from the very same request take part.
    """
    stored = [(capture, version) for capture, version in taken if version.capture is None]
    mine = {version.id: capture for capture, version in stored if version.request == request_key(capture.fetch)}
    evidence, findings = _kept_evidence(connection, mine), _kept_findings(connection, mine)
    found = []
    for number, capture in mine.items():
        cells = _new_evidence(connection, number, capture, evidence[number])
        cells += _new_findings(connection, number, capture, findings[number], indicators)
        if cells:
            found.append(Restated(number, capture, tuple(cells)))
    return found


# --- evidence ---


def _kept_evidence(connection: Connection, versions: Mapping[int, Any]) -> dict[int, rows.Row]:
    columns = [ReportVersion.__table__.c[name] for name in ("id", *EVIDENCE)]
    query = select(*columns).where(ReportVersion.id.in_(list(versions)))
    return {row.id: {name: getattr(row, name) for name in EVIDENCE} for row in connection.execute(query)} if versions else {}


def _new_evidence(connection: Connection, number: int, capture: rows.Capture, old: rows.Row) -> list[Cell]:
    row = rows.version_row(capture, 0, 0, 0, "")
    new = {name: _plain(row[name]) for name in EVIDENCE}
    changed = {name: new[name] for name in EVIDENCE if new[name] != old[name]}
    if changed:
        connection.execute(update(ReportVersion).where(ReportVersion.id == number).values(changed))
    return [(name, _shown(old[name]), _shown(new[name])) for name in changed]


def _plain(value: Any) -> Any:
    """A value as JSON gives it back."""
    return value if value is None or isinstance(value, str) else json.loads(json.dumps(storable_json(value)))


def _shown(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


# --- findings ---


def _kept_findings(connection: Connection, versions: Mapping[int, Any]) -> dict[int, _Findings]:
    """The findings of versions as they are kept."""
    own = (Finding.version_id.in_(list(versions)), Finding.rule.not_in(compared_rules()))
    query = select(Finding.__table__, Wording.phrase, Wording.place).outerjoin(Wording).where(*own).order_by(Finding.id)
    found: dict[int, _Findings] = defaultdict(dict)
    for row in connection.execute(query) if versions else ():
        message = unpacked(row.message, row.left_side, row.right_side, row.phrase, row.place)
        said = (row.outcome, row.left_side, row.right_side, message, row.facts)
        found[row.version_id][row.rule, row.fingerprint] = _Kept(said, {"id": row.id})
    return found


def _new_findings(
    connection: Connection, number: int, capture: rows.Capture, old: _Findings, indicators: figure_rows.Indicators
) -> list[Cell]:
    fresh = _findings_of(number, capture, figure_rows.numbers_of(capture.report), indicators)
    if _said(fresh) != _said(old):
        fresh = _findings_of(number, capture, _kept_numbers(connection, number, capture), indicators)
    changed = [key for key in {**old, **fresh} if _said(old).get(key) != _said(fresh).get(key)]
    gone = [old[key].row["id"] for key in changed if key in old]
    come = [fresh[key].row for key in changed if key in fresh]
    if gone:
        connection.execute(delete(Finding).where(Finding.id.in_(gone)))
    insert_rows(connection, Finding, come)
    return [(f"finding {key[0]}", _words(old.get(key)), _words(fresh.get(key))) for key in changed]


def _findings_of(
    number: int, capture: rows.Capture, numbers: Mapping[Fact, int], indicators: figure_rows.Indicators
) -> _Findings:
    """The findings of this reading, as they will be kept."""
    phrases = {wording: pair for pair, wording in indicators.wordings.items()}
    found: _Findings = {}
    for row in figure_rows.finding_rows(capture.report.findings, number, numbers, indicators.wordings):
        left, right = _text(row["left_side"]), _text(row["right_side"])
        message = unpacked(_text(row["message"]), left, right, *phrases.get(row["wording_id"], (None, None)))
        found[row["rule"], row["fingerprint"]] = _Kept((row["outcome"], left, right, message, row["facts"]), row)
    return found


def _kept_numbers(connection: Connection, number: int, capture: rows.Capture) -> dict[Fact, int]:
    """The numbers that this reading's facts have in the database: other code may read the same ones in another order."""
    kept: dict[str, list[int]] = defaultdict(list)
    for at, fact in reversed(numbered_facts(connection, [number]).get(number, {}).items()):
        kept[meaning_of(fact)].append(at)
    own = zip(capture.report.facts, figure_rows.own_facts(capture.report), strict=True)
    return {fact: numbers.pop() for fact, stored in own if (numbers := kept[meaning_of(stored)])}


def _said(findings: _Findings) -> dict[_Key, _Said]:
    return {key: finding.said for key, finding in findings.items()}


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)


def _words(finding: _Kept | None) -> str | None:
    return None if finding is None else f"{finding.said[0]}: {finding.said[3]}"
