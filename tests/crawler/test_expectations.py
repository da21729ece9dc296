"""What a crawl that ended without a failed request is still judged by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.expectations import Found, unmet
from crawler.registry import Expectation
from models.holdings import Holdings

NOTHING = Expectation()
HEALTHY = Holdings(reports=12, newest_year=2023, read=10, forms=0.9, forms_before=1.0, sums=0.8, sums_before=0.9)


def found(expect: Expectation = NOTHING, lines: int | None = None, before: int | None = None, **held: object) -> Found:
    return Found(expect, replace(HEALTHY, **held), lines, before)  # type: ignore[arg-type]


def test_a_healthy_crawl_meets_all() -> None:
    expect = Expectation(minimum=12, newest_year=2023, forms=0.5, sums=0.5)
    assert unmet(found(expect, lines=40, before=41)) == []


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (found(Expectation(minimum=13)), "12 report(s) where its row expects 13 or more"),
        (found(Expectation(newest_year=2024)), "its newest report is of 2023 where its row expects 2024"),
        (found(Expectation(newest_year=2024), newest_year=None), "its newest report is of no year where its row expects 2024"),
        (found(forms=0.4), "40% have a form that was read where it was 100% before"),
        (found(Expectation(forms=0.95)), "90% have a form that was read where its row expects 95% or more"),
        (found(sums=0.2), "20% of the forms' sums agree where it was 90% before"),
        (found(lines=31, before=40), "its lists show 31 line(s) where they showed 40 when last walked whole"),
    ],
)
def test_says_what_does_not_hold(case: Found, words: str) -> None:
    assert unmet(case) == [words]


def test_every_failed_check_is_told() -> None:
    assert len(unmet(found(Expectation(minimum=20, newest_year=2025), lines=0, before=9, forms=0.0))) == 4


@pytest.mark.parametrize(
    "case",
    [
        found(read=4, forms=0.0),  # too few to compare
        found(forms_before=None, forms=0.0),  # the first crawl of a site
        found(lines=0, before=4),
        found(lines=None, before=100),  # lists that were left early say nothing
        found(forms=None, sums=None, read=0),  # nothing new was read
    ],
)
def test_no_alarm_where_nothing_can_be_said(case: Found) -> None:
    assert unmet(case) == []
