"""The genuineness gate: the verdicts against the labelled set, with floors and a digest that cannot be lowered silently."""

from __future__ import annotations

import pytest

from tests.labelled.genuine.score import CASES, Score, digest, half_of, score_of

DIGEST = "7a64dbdd5a80cff223dcdf28a9fe5287962db959e32a8c3c245a9378beb40e2d"
"""SHA-256 of the set's pages and labels. Whoever changes the set changes this line too and says why in the commit."""

RECALL, VERDICT, FALSE, LOST = 0.97, 0.95, 0, 0
"""Issue 7, item 6, for each half: attacks found, attacks with the label's verdict, alarms for nothing, reports lost."""


@pytest.fixture(scope="module", params=["tuned", "held"])
def score(request: pytest.FixtureRequest) -> Score:
    return score_of(case for case in CASES if half_of(case) == request.param)


def test_attacks_are_found_and_named(score: Score) -> None:
    misses = "\n".join(score.misses)
    assert score.recall >= RECALL, misses
    assert score.precision_of_verdict >= VERDICT, misses


def test_no_genuine_report_raises_an_alarm(score: Score) -> None:
    assert score.false == FALSE, "\n".join(score.misses)


def test_no_report_is_lost_as_no_report(score: Score) -> None:
    assert score.lost == LOST, "\n".join(score.misses)


def test_the_set_is_the_one_that_the_floors_were_measured_on() -> None:
    assert digest() == DIGEST


def test_the_set_is_as_large_as_the_issue_asks() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 120
    assert sum(not case.alarm for case in CASES) >= 60
