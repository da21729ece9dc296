"""What a crawl that ended without a failed request is still judged by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crawler.night.expectations import Found, unmet
from crawler.registry import Expectation
from models.holdings import Shares

HEALTHY = Found(Expectation(), 12, 2023, Shares(10, 0.9, 1.0, 0.8, 0.9), (41, 41))


def found(expect: Expectation | None = None, **other: Any) -> Found:
    return replace(HEALTHY, expect=expect or Expectation(), **other)


def read(**shares: float | None) -> Found:
    assert HEALTHY.shares is not None
    return replace(HEALTHY, shares=replace(HEALTHY.shares, **shares))  # type: ignore[arg-type]


def test_a_healthy_crawl_meets_all() -> None:
    assert unmet(found(Expectation(minimum=12, newest_year=2023, forms=0.5, sums=0.5))) == []


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (found(Expectation(minimum=13)), "12 report(s) where its row expects 13 or more"),
        (found(Expectation(newest_year=2024)), "its newest report is of 2023 where its row expects 2024"),
        (found(Expectation(newest_year=2024), newest_year=None), "its newest report is of no year where its row expects 2024"),
        (read(forms=0.4), "40% of the reports have a form that was read where it was 100% before"),
        (found(Expectation(forms=0.95)), "90% of the reports have a form that was read where its row expects 95% or more"),
        (read(sums=0.2), "20% of the forms' sums agree where it was 90% before"),
        (found(lines=(31, 40)), "its lists show 31 line(s) where they showed 40: what is missing is not taken for gone yet"),
    ],
)
def test_says_what_does_not_hold(case: Found, words: str) -> None:
    assert unmet(case) == [words]


def test_every_failed_check_is_told() -> None:
    expect = Expectation(minimum=20, newest_year=2025)
    assert len(unmet(replace(read(forms=0.0), expect=expect, lines=(0, 9)))) == 4


@pytest.mark.parametrize(
    "case",
    [
        found(shares=None),  # too few were read to compare
        read(forms=0.0, forms_before=None),  # the first crawl of a site
        read(forms=None, sums=None),
        found(lines=(0, 4)),
        found(lines=None),  # lists that were left early say nothing
    ],
)
def test_no_alarm_where_nothing_can_be_said(case: Found) -> None:
    assert unmet(case) == []
