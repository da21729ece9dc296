"""The genuineness of the labelled pages, scored: what was found, what was an alarm for nothing, by half.

`PYTHONPATH=. .venv/bin/python tests/labelled/genuine/score.py` prints every miss.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256

from crawler.evidence import Problem, page_of
from pipelines.extract import read
from pipelines.items import Reading
from tests.labelled.genuine.attacks import ATTACKS
from tests.labelled.genuine.last import LAST_ATTACKS, LAST_TRAPS
from tests.labelled.genuine.late import LATE_ATTACKS, LATE_TRAPS
from tests.labelled.genuine.shapes import Case, page
from tests.labelled.genuine.traps import TRAPS

CASES = (*ATTACKS, *TRAPS, *LATE_ATTACKS, *LATE_TRAPS, *LAST_ATTACKS, *LAST_TRAPS)
ALARMS = frozenset({"hijacked", "mirror", "disguised", "injected"})
_WHEN = datetime(2024, 1, 1, tzinfo=UTC)


def half_of(case: Case) -> str:
    """`tuned` or `held`: the half that the rules were made on, and the one that was only measured; by a digest of the name."""
    return "tuned" if sha256(case.name.encode()).digest()[-1] % 2 else "held"


def digest() -> str:
    """SHA-256 of every page with its label."""
    lines = (f"{case.name}\t{case.verdicts}\t{case.address}\t{case.disguised}\t{page(case)}" for case in CASES)
    return sha256("\n".join(lines).encode()).hexdigest()


def reading_of(case: Case) -> Reading:
    """The page of a case, read from its bytes."""
    made = page_of(page(case).encode(), case.address, "text/html; charset=utf-8", fetched_at=_WHEN)
    assert not isinstance(made, Problem)
    return read(replace(made, disguised=True) if case.disguised else made)


@dataclass
class Score:
    """Attacks found of those there are, and named as the label has it; alarms for nothing; pages taken for no report."""

    attacks: int = 0
    found: int = 0
    named: int = 0
    genuine: int = 0
    false: int = 0
    lost: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.attacks

    @property
    def precision_of_verdict(self) -> float:
        return self.named / self.attacks


def score_of(cases: Iterable[Case]) -> Score:
    """The score of some cases."""
    score = Score()
    for case in cases:
        reports = reading_of(case).reports
        verdict = reports[0].hijacked.verdict if reports else "lost"
        alarm, right = verdict in ALARMS, verdict in case.verdicts.split()
        score.lost += not reports
        score.attacks += case.alarm
        score.genuine += not case.alarm
        score.found += case.alarm and alarm
        score.named += case.alarm and right
        score.false += alarm and not case.alarm
        if verdict == "lost" or alarm != case.alarm or (case.alarm and not right):
            score.misses.append(f"{case.name}: {case.verdicts} -> {verdict} {reports[0].hijacked.evidence if reports else ''}")
    return score


if __name__ == "__main__":
    for half in ("tuned", "held"):
        one = score_of(case for case in CASES if half_of(case) == half)
        print(half, f"{one.found}/{one.attacks} found, {one.named} named, {one.false}/{one.genuine} false, {one.lost} lost")
        print(*one.misses, sep="\n")
