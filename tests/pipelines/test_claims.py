"""Which code a figure of prose takes: that of 2014, or that of the form which stands on the page."""

from __future__ import annotations

import pytest

from pipelines.wording.claims import Claim, facts_of


def codes(code: str, year: int | None, form: bool) -> list[tuple[str, str | None]]:
    return [(fact.code, fact.applicant) for fact in facts_of([Claim(code, 3, 5, "件", "8件")], year, form)]


@pytest.mark.parametrize("year", [2012, 2016, 2020, 2023, None])
def test_prose_alone_keeps_the_codes_of_2014(year: int | None) -> None:
    assert codes("applications.new", year, False) == [("requests.received", None)]
    assert codes("replies.granted", year, False) == [("replies.granted", None)]
    assert codes("normative_documents.issued", year, False) == [("normative_documents.issued", None)]


def test_beside_a_form_a_row_of_it_has_the_code_of_that_edition() -> None:
    assert codes("applications.new", 2021, True) == [("applications.new", "total")]
    assert codes("replies.granted", 2020, True) == [("applications.granted", "total")]
    assert codes("normative_documents.issued", 2019, True) == [("normative_documents.made", None)]
    assert codes("applications.new", 2016, True) == [("requests.received", None)]


def test_what_only_a_later_form_has_keeps_its_code_in_prose_too() -> None:
    assert codes("applications.carried_out", 2021, False) == [("applications.carried_out", "total")]
    assert codes("applications.carried_out", 2012, False) == []
