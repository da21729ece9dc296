"""Findings on two years of one publisher, on a county and its townships."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.across import check_county, check_years, county_codes
from pipelines.items import Fact, Finding, Meaning, Origin, Place, Report
from pipelines.version import fingerprint, fingerprint_of_old


def _fact(
    code: str, value: int | None, edition: str = "2021", origin: Origin = "form", applicant: str | None = None,
    meaning: Meaning = "number",
) -> Fact:  # fmt: skip
    number = None if value is None else Decimal(value)
    raw = "" if value is None else str(value)
    return Fact(code, edition, number, "blank" if value is None else meaning, raw, "件", origin, Place(0, 1), applicant=applicant)


def _report(year: int, edition: str | None, *facts: Fact, name: str = "甲镇") -> Report:
    return Report(0, 10, publisher=name, report_year=year, form_edition=edition, facts=list(facts))


def _of(findings: list[Finding], rule: str) -> Finding:
    (finding,) = (finding for finding in findings if finding.rule == rule)
    return finding


# --- two years ---


def _carried(edition: str, year: int, carried_in: int, carried_out: int) -> Report:
    facts = [
        _fact("applications.carried_in", carried_in, edition, applicant="total"),
        _fact("applications.carried_out", carried_out, edition, applicant="total"),
    ]
    return _report(year, edition, *facts)


def test_what_one_year_carries_out_the_next_carries_in() -> None:
    finding = _of(check_years(_carried("2019", 2020, 0, 3), _carried("2021", 2021, 3, 0)), "next-year")
    assert (finding.outcome, finding.left, finding.right) == ("pass", "3", "3")
    assert _of(check_years(_carried("2019", 2020, 0, 3), _carried("2021", 2021, 2, 0)), "next-year").outcome == "fail"


def test_years_that_do_not_follow_one_another_are_not_compared() -> None:
    assert check_years(_carried("2019", 2019, 0, 3), _carried("2021", 2021, 2, 0)) == []


def test_a_figure_of_the_year_before_is_never_taken_for_a_like_one_of_the_years_own() -> None:
    earlier, later = _carried("2021", 2021, 0, 5), _carried("2021", 2022, 4, 5)
    finding = _of(check_years(earlier, later), "next-year")
    assert [id(fact) for fact in finding.facts] == [id(later.facts[0])]
    assert [(one.whose, id(one.fact)) for one in finding.elsewhere] == [("2021", id(earlier.facts[1]))]


def test_a_finding_on_two_years_names_them() -> None:
    finding = _of(check_years(_carried("2021", 2021, 0, 5), _carried("2021", 2022, 4, 0)), "next-year")
    assert finding.message.endswith("found 5 and 4 (N is 2021, N+1 is 2022) in total")
    finding = _of(check_years(_in_force(2022, 10), _in_force(2023, 13)), "f21-documents")
    assert "(N-1 is 2022, N is 2023)" in finding.message


def _in_force(year: int, in_force: int | None, issued: int = 0, repealed: int = 0) -> Report:
    figures = {"issued": issued, "repealed": repealed, "in_force": in_force}
    return _report(year, "2021", *[_fact(f"normative_documents.{row}", value) for row, value in figures.items()])


def test_documents_in_force_follow_from_the_year_before() -> None:
    finding = _of(check_years(_in_force(2022, 10), _in_force(2023, 13, 4, 1)), "f21-documents")
    assert (finding.outcome, finding.left, finding.right) == ("pass", "13 (of 10, 4, 1)", "13")


@pytest.mark.parametrize("figures", [((10, 13), (13, 10)), ((None, 10), (10, None))])
def test_values_that_changed_years_are_another_finding(figures: tuple[tuple[int | None, int | None], ...]) -> None:
    one, other = (_of(check_years(_in_force(2022, was), _in_force(2023, now)), "f21-documents") for was, now in figures)
    assert fingerprint_of_old(one) == fingerprint_of_old(other)
    assert fingerprint(one) != fingerprint(other)


# --- a county ---


def _county(*facts: Fact, edition: str = "2021") -> Report:
    return _report(2021, edition, *facts, name="某县")


def _total(value: int, edition: str = "2021") -> Fact:
    return _fact("applications.new", value, edition, applicant="total")


def _said(value: int, code: str = "requests.received") -> Fact:
    return _fact(code, value, "2014", "prose")


def test_townships_may_not_exceed_their_county() -> None:
    county = _county(_fact("disclosure.total", 100, "2014"), edition="2014")
    towns = [_report(2021, None, _said(60, "disclosure.total"), name=name) for name in ("甲镇", "乙镇")]
    (finding,) = check_county(county, towns)
    assert (finding.rule, finding.outcome, finding.left, finding.right) == ("county-townships", "fail", "120", "100")
    assert check_county(county, towns[:1])[0].outcome == "pass"
    assert check_county(county, [replace(town, report_year=2015) for town in towns]) == []


def test_a_township_that_writes_prose_is_held_against_its_countys_form() -> None:
    towns = [
        _report(2021, "2021", _total(3), name="甲镇"),
        _report(2021, None, _said(12), name="乙乡"),
        _report(2021, "2014", _fact("requests.received", 2, "2014"), name="丙乡"),
    ]
    (finding,) = check_county(_county(_total(4)), towns)
    assert (finding.outcome, finding.left, finding.right) == ("fail", "17", "4")
    assert "3 townships state 17 of requests.received together (乙乡 12, 甲镇 3, 丙乡 2), the county 4" in finding.message
    assert [one.whose for one in finding.elsewhere] == ["甲镇", "乙乡", "丙乡"]


def test_a_county_that_writes_prose_is_held_against_its_townships_forms() -> None:
    (finding,) = check_county(_county(_said(4)), [_report(2021, "2021", _total(9))])
    assert (finding.outcome, finding.left, finding.right) == ("fail", "9", "4")


def test_a_form_goes_before_the_text_of_the_same_report() -> None:
    (finding,) = check_county(_county(_said(50), _total(4)), [_report(2021, "2021", _said(1), _total(9))])
    assert (finding.left, finding.right) == ("9", "4")


def test_lawsuits_of_later_forms_are_added_up_and_not_set_against_what_leaves_out_those_pending() -> None:
    both = [_fact("litigation_direct.total", 1), _fact("litigation_after_review.total", 1)]
    assert check_county(_county(*both), [_report(2021, None, _said(3, "litigation.total"))]) == []
    (finding,) = check_county(_county(*both), [_report(2021, "2021", *[replace(fact, value=Decimal(2)) for fact in both])])
    assert (finding.outcome, finding.left, finding.right) == ("fail", "4", "2")
    assert (len(finding.facts), len(finding.elsewhere)) == (2, 2)


def test_a_sum_with_a_blank_part_is_not_stated() -> None:
    blank = [_fact("litigation_direct.total", None), _fact("litigation_after_review.total", 1)]
    full = [_fact("litigation_direct.total", 5), _fact("litigation_after_review.total", 1)]
    assert check_county(_county(*blank), [_report(2021, "2021", *full)]) == []


def test_values_that_changed_places_are_another_finding() -> None:
    def found(county: int, **towns: int) -> Finding:
        stated = [_report(2021, "2021", _total(at), name=name) for name, at in towns.items()]
        return check_county(_county(_total(county)), stated)[0]

    first, turned, moved = found(2, 甲镇=3, 乙乡=5), found(3, 甲镇=2, 乙乡=5), found(2, 甲镇=5, 乙乡=3)
    assert fingerprint_of_old(first) == fingerprint_of_old(turned) == fingerprint_of_old(moved)
    assert len({fingerprint(first), fingerprint(turned), fingerprint(moved)}) == 3
    assert fingerprint(first) == fingerprint(found(2, 乙乡=5, 甲镇=3))


def test_of_many_townships_those_that_state_most_are_named() -> None:
    towns = [_report(2021, "2021", _total(at), name=f"第{at}镇") for at in range(30)]
    (finding,) = check_county(_county(_total(4)), towns)
    assert "第29镇 29, 第28镇 28" in finding.message
    assert "18 more" in finding.message
    assert len(finding.message) < 400


def test_a_township_without_a_name_is_still_counted() -> None:
    (finding,) = check_county(_county(_total(4)), [replace(_report(2021, "2021", _total(9)), publisher=None)])
    assert "(a township 9)" in finding.message


def test_every_figure_that_a_county_is_compared_by_is_read_from_the_database() -> None:
    assert {"requests.received", "applications.new", "litigation_direct.total", "litigation_after_review.total"} <= county_codes()
