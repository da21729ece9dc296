"""The scorer of the accuracy gate: whatever is planted in a reading is counted as what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pipelines.items import Fact
from tests.conftest import Pages
from tests.pipelines import accuracy

Readings = Callable[..., accuracy.Score]

FORM = {"code": "applications.new", "applicant": "total", "value": 3, "meaning": "number", "origin": "form"}
PROSE = {"code": "disclosure.total", "value": 40, "meaning": "number", "origin": "prose"}
KIND = {"code": "disclosure.total", "category": "机构信息", "value": 7, "meaning": "number", "origin": "prose"}
BLANK = {"code": "review.total", "value": None, "meaning": "blank", "origin": "form"}
LABELS: dict[str, Any] = {
    "url": "http://www.example.cn/1.html", "is_annual_report": True, "complete": ["form", "prose"],
    "facts": [FORM, PROSE, KIND, BLANK], "publisher": "清水县人民政府", "report_year": 2018, "contact": {"phone": "0938-7150000"},
}  # fmt: skip


def as_read(pages: Pages, wanted: dict[str, Any]) -> Fact:
    about = {key: wanted.get(key) for key in ("applicant", "category", "meaning", "origin")}
    return pages.fact(wanted["code"], wanted["value"], edition="2021", **about)


@pytest.fixture
def scored(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> Readings:
    """Scores a reading of the labelled page: its facts by hand, the report's fields as told."""

    def score(facts: list[Fact], labels: dict[str, Any] = LABELS, **fields: Any) -> accuracy.Score:
        monkeypatch.setattr(accuracy, "read_document", lambda document: pages.reading(facts, **fields))
        return accuracy.score_of([accuracy.Labelled("one", b"", labels)])

    return score


@pytest.fixture
def right(pages: Pages) -> list[Fact]:
    return [as_read(pages, wanted) for wanted in LABELS["facts"]]


def tally(score: accuracy.Score, kind: str) -> tuple[int, int, int, int]:
    counted = score.of(kind)
    return counted.expected, counted.found, counted.claimed, counted.right


def test_a_right_reading_has_no_miss(scored: Readings, right: list[Fact]) -> None:
    score = scored(right)
    assert score.misses == []
    assert (tally(score, "form"), tally(score, "prose")) == ((2, 2, 2, 2), (2, 2, 2, 2))
    assert (score.fields.expected, score.fields.found) == (3, 3)
    assert tally(score, "report")[:2] == (1, 1)


WRONG: dict[str, tuple[int, dict[str, Any]]] = {
    "another value": (0, {"value": Decimal(4)}),
    "another applicant type": (0, {"applicant": "enterprise"}),
    "no applicant type": (0, {"applicant": None}),
    "another indicator": (0, {"code": "applications.carried_in"}),
    "another meaning": (0, {"meaning": "approximate"}),
    "a value where the text has another": (1, {"value": Decimal(41)}),
    "no value": (1, {"value": None, "meaning": "text"}),
    "another origin": (1, {"origin": "form"}),
    "a kind in the place of a total": (1, {"category": "机构信息"}),
    "another kind": (2, {"category": "政策文件"}),
    "a zero where the cell is blank": (3, {"value": Decimal(0), "meaning": "zero"}),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_planted_fault_is_both_missing_and_wrong(what: str, scored: Readings, right: list[Fact]) -> None:
    at, other = WRONG[what]
    right[at] = replace(right[at], **other)
    score = scored(right)
    form, prose = score.of("form"), score.of("prose")
    assert (form.expected + prose.expected, form.found + prose.found) == (4, 3)
    assert (form.claimed + prose.claimed, form.right + prose.right) == (4, 3)
    assert sorted(miss.text.split()[0] for miss in score.misses) == ["missing", "wrong"]


@pytest.mark.parametrize("at", range(4))
def test_a_lost_fact_is_missing(at: int, scored: Readings, right: list[Fact]) -> None:
    kind = right[at].origin
    del right[at]
    score = scored(right)
    assert tally(score, kind) == (2, 1, 1, 1)
    assert [miss.text.split()[0] for miss in score.misses] == ["missing"]


@pytest.mark.parametrize("origin", ["form", "prose"])
def test_an_extra_fact_is_wrong(origin: str, scored: Readings, right: list[Fact], pages: Pages) -> None:
    score = scored([*right, pages.fact("litigation.total", 9, origin=origin)])
    assert tally(score, origin) == (2, 2, 3, 2)
    assert "litigation.total" in score.misses[0].text


def test_a_second_value_of_a_labelled_cell_is_wrong_and_the_same_twice_is_not(scored: Readings, right: list[Fact]) -> None:
    assert scored([*right, right[1]]).misses == []
    score = scored([*right, replace(right[1], value=Decimal(41))])
    assert tally(score, "prose") == (2, 2, 3, 2)


def test_where_labels_are_incomplete_nothing_is_taken_for_wrong_and_all_labelled_is_asked_for(
    scored: Readings, right: list[Fact], pages: Pages
) -> None:
    labels = {**LABELS, "complete": ["form"]}
    score = scored([right[0], right[3], pages.fact("litigation.total", 9, origin="prose")], labels)
    assert tally(score, "prose") == (2, 0, 0, 0)


@pytest.mark.parametrize(
    ("field", "value"), [("publisher", "清水县教育局"), ("publisher", None), ("report_year", 2019), ("contact", None)]
)
def test_a_wrong_or_lost_field_is_a_miss(field: str, value: Any, scored: Readings, right: list[Fact]) -> None:
    score = scored(right, **{field: value})
    assert (score.fields.expected, score.fields.found) == (3, 2)
    assert len(score.misses) == 1


def test_a_look_alike_taken_for_a_report_and_a_report_taken_for_none_are_misses(
    pages: Pages, scored: Readings, right: list[Fact], monkeypatch: pytest.MonkeyPatch
) -> None:
    score = scored(right, {**LABELS, "is_annual_report": False})
    assert tally(score, "decoy")[:2] == (1, 0)
    monkeypatch.setattr(accuracy, "read_document", lambda document: pages.decoy())
    score = accuracy.score_of([accuracy.Labelled("one", b"", LABELS)])
    assert tally(score, "report")[:2] == (1, 0)
    assert tally(score, "form")[:2] == tally(score, "prose")[:2] == (2, 0)


REFUSED = "<title>404</title><h1>您访问的页面不存在</h1>".encode()


@pytest.mark.parametrize("is_report", [True, False])
def test_an_error_page_that_is_refused_is_no_report(is_report: bool) -> None:
    labels = {**LABELS, "is_annual_report": is_report}
    score = accuracy.score_of([accuracy.Labelled("one", REFUSED, labels)])
    assert tally(score, "report" if is_report else "decoy")[:2] == (1, 0 if is_report else 1)
    assert score.fields.found == 0
    assert "crash" not in {miss.kind for miss in score.misses}


def test_a_crash_misses_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(document: accuracy.Labelled) -> None:
        raise ValueError("no table at all")

    monkeypatch.setattr(accuracy, "read_document", crash)
    score = accuracy.score_of([accuracy.Labelled("one", b"", LABELS)])
    assert (tally(score, "form")[:2], tally(score, "prose")[:2], score.fields.found) == ((2, 0), (2, 0), 0)
    assert score.misses[0].kind == "crash"


def test_a_second_report_of_a_page_is_asked_for(scored: Readings, right: list[Fact]) -> None:
    score = scored(right, {**LABELS, "others": [LABELS]})
    assert tally(score, "form")[:2] == (4, 2)
