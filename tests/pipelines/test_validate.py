"""Findings on one report, on two years, on a county and its townships."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import pytest

from models.codebook import APPLICANTS, identities, indicators_of
from pipelines.identities import parse, rules
from pipelines.items import Fact, Finding, Meaning, Origin, Place, Report
from pipelines.validate import ValidatePipeline, check, expected_edition

Edition = Literal["2014", "2019", "2021"]


def _fact(
    code: str, value: int | None, edition: str = "2014", origin: Origin = "form", applicant: str | None = None,
    category: str | None = None, meaning: Meaning | None = None, start: int = 0,
) -> Fact:  # fmt: skip
    read: Meaning = meaning or ("blank" if value is None else "number" if value else "zero")
    number = None if value is None else Decimal(value)
    raw = "" if value is None else str(value)
    return Fact(code, edition, number, read, raw, "件", origin, Place(start, start + 1), applicant=applicant, category=category)


def _report(edition: str | None, *facts: Fact, year: int | None = None) -> Report:
    at = year or {"2014": 2016, "2019": 2020, "2021": 2022, None: 2010}[edition]
    return Report(0, 10, report_year=at, form_edition=edition, facts=list(facts))


def _by_rule(findings: list[Finding], rule: str) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule]


def _one(report: Report, rule: str) -> Finding:
    (finding,) = _by_rule(check(report), rule)
    return finding


# --- the rules as data ---


def test_every_identity_but_one_is_a_rule() -> None:
    assert len(rules()) == len(identities()) - 1


def test_every_operand_is_known() -> None:
    for rule in rules():
        for edition in rule.identity.editions:
            for term in (*rule.left, *rule.right):
                codes = term.codes(edition)  # type: ignore[arg-type]
                assert codes
                assert term.name in APPLICANTS or set(codes) <= set(indicators_of(edition))


def test_a_wildcard_stands_for_all_codes_that_begin_so() -> None:
    (term,) = parse("applications.other*")
    assert term.codes("2019") == ("applications.other",)
    assert len(term.codes("2021")) == 3


def test_terms_know_their_year_and_sign() -> None:
    first, second = parse("rules.in_force of year N-1 - rules.repealed")
    assert (first.offset, first.sign, second.offset, second.sign) == (-1, 1, 0, -1)


@pytest.mark.parametrize("text", ["", "a +", "a b", "+", "sum(a)", "*" * 1000, "a + " * 2000])
def test_refuses_what_is_not_a_sum(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse(text)


# --- one report ---

REVIEW = [_fact("review.upheld", 2), _fact("review.corrected", 1), _fact("review.other", 0)]


def test_parts_that_make_the_total_pass() -> None:
    finding = _one(_report("2014", *REVIEW, _fact("review.total", 3)), "f14-review")
    assert (finding.outcome, len(finding.facts), finding.right) == ("pass", 4, "3")


def test_parts_that_do_not_make_the_total_fail_and_say_what_was_found() -> None:
    finding = _one(_report("2014", *REVIEW, _fact("review.total", 5)), "f14-review")
    assert finding.outcome == "fail"
    assert "found 3" in finding.message
    assert "must be =" in finding.message


def test_a_blank_part_is_uncertain_and_never_a_zero() -> None:
    facts = [_fact("review.upheld", 2), _fact("review.corrected", None), _fact("review.other", 0)]
    finding = _one(_report("2014", *facts, _fact("review.total", 2)), "f14-review")
    assert finding.outcome == "uncertain"
    assert "review.corrected" in finding.message


def test_known_parts_beyond_the_total_fail_whatever_is_missing() -> None:
    facts = [_fact("review.upheld", 9), _fact("review.corrected", None)]
    assert _one(_report("2014", *facts, _fact("review.total", 2)), "f14-review").outcome == "fail"


def test_a_missing_total_or_missing_parts_are_uncertain_and_nothing_at_all_is_not_assessable() -> None:
    blank = _fact("review.total", None)
    assert _one(_report("2014", *REVIEW), "f14-review").outcome == "uncertain"
    assert _one(_report("2014", *REVIEW, blank), "f14-review").outcome == "uncertain"
    assert _one(_report("2014", _fact("review.total", 3)), "f14-review").outcome == "uncertain"
    assert _one(_report("2014", blank), "f14-review").outcome == "not_assessable"
    assert _one(_report("2014"), "f14-review").outcome == "not_assessable"


def test_a_side_of_which_nothing_is_known_passes_no_rule() -> None:
    assert _one(_report("2014", _fact("disclosure.total", 0)), "f14-channels").outcome == "uncertain"


def test_an_approximate_figure_makes_no_failure() -> None:
    total = _fact("review.total", 5, meaning="approximate")
    assert _one(_report("2014", *REVIEW, total), "f14-review").outcome == "uncertain"


def test_rows_that_the_form_does_not_have_give_no_finding() -> None:
    assert not _by_rule(check(_report("2014", *REVIEW)), "f14-proposals")


def test_rules_of_another_edition_give_no_finding() -> None:
    found = {finding.rule for finding in check(_report("2019", _fact("review.total", 1, "2019")))}
    assert not [rule for rule in found if rule.startswith(("f14", "f21"))]


def _column(edition: Edition, applicant: str, **figures: int) -> list[Fact]:
    return [
        _fact(code, figures.get(code.partition(".")[2], 0), edition, applicant=applicant)
        for code, indicator in indicators_of(edition).items()
        if indicator.by_applicant
    ]


@pytest.mark.parametrize(("edition", "short"), [("2019", "f19"), ("2021", "f21")])
def test_balance_and_results_hold_in_every_column(edition: Edition, short: str) -> None:
    columns = [_column(edition, "natural_person", new=3, granted=2, processed=2, carried_out=1), _column(edition, "total", new=3)]
    report = _report(edition, *[fact for column in columns for fact in column])
    balance = _by_rule(check(report), f"{short}-balance")
    assert [finding.outcome for finding in balance] == ["pass", "fail"]
    assert [finding.message.rpartition(" in ")[2] for finding in balance] == ["natural_person", "total"]
    assert [finding.outcome for finding in _by_rule(check(report), f"{short}-results")] == ["pass", "pass"]


def test_applicants_add_up_in_every_row() -> None:
    row = [_fact("applications.new", 1, "2021", applicant=applicant) for applicant in APPLICANTS if applicant != "total"]
    report = _report("2021", *row, _fact("applications.new", 6, "2021", applicant="total"))
    finding = _one(report, "f21-applicants")
    assert (finding.outcome, finding.right) == ("pass", "6")
    report.facts[-1] = _fact("applications.new", 7, "2021", applicant="total")
    assert _one(report, "f21-applicants").outcome == "fail"


def test_text_is_held_against_the_form() -> None:
    form = [_fact("channel.website", 927), _fact("disclosure.total", 645)]
    text = [_fact("channel.website", 783, origin="prose"), _fact("disclosure.total", 645, origin="prose")]
    outcomes = {finding.facts[0].code: finding.outcome for finding in _by_rule(check(_report("2014", *form, *text)), "any-prose")}
    assert outcomes == {"channel.website": "fail", "disclosure.total": "pass"}


def test_an_approximate_text_agrees_with_a_near_figure() -> None:
    form = _fact("disclosure.total", 338)
    text = _fact("disclosure.total", 330, origin="prose", meaning="approximate")
    assert _one(_report("2014", form, text), "any-prose").outcome == "pass"


def test_text_is_held_against_a_later_form_where_the_concordance_says_so() -> None:
    form = _fact("applications.new", 4, "2021", applicant="total")
    finding = _one(_report("2021", form, _fact("requests.received", 5, origin="prose")), "any-prose")
    assert (finding.outcome, finding.left, finding.right) == ("fail", "5", "4")


def _lawsuits(text: int, direct: int | None, after: int | None) -> Finding:
    form = [_fact("litigation_direct.total", direct, "2021"), _fact("litigation_after_review.total", after, "2021")]
    return _one(_report("2021", *form, _fact("litigation.total", text, origin="prose")), "any-prose")


def test_text_is_held_against_a_sum_of_the_form() -> None:
    finding = _lawsuits(5, 1, 1)
    assert (finding.outcome, finding.left, finding.right, len(finding.facts)) == ("fail", "5", "2 (of 1, 1)", 3)
    assert "the text states 5 for litigation.total, the form prints 2 (of 1, 1)" in finding.message
    assert _lawsuits(2, 1, 1).outcome == "pass"


def test_a_text_that_says_none_contradicts_a_form_with_cases() -> None:
    assert _lawsuits(0, 1, 1).outcome == "fail"
    assert _lawsuits(0, 0, 0).outcome == "pass"


def test_a_blank_part_of_the_forms_sum_is_never_a_zero() -> None:
    assert _lawsuits(5, 1, None).outcome == "uncertain"
    assert _lawsuits(1, 1, None).outcome == "uncertain"
    assert _lawsuits(0, 1, None).outcome == "fail"
    assert _lawsuits(5, None, None).outcome == "uncertain"


def test_an_approximate_text_is_near_a_sum_of_the_form_or_uncertain() -> None:
    form = [_fact("litigation_direct.total", 19, "2021"), _fact("litigation_after_review.total", 10, "2021")]
    for said, outcome in ((30, "pass"), (90, "uncertain")):
        text = _fact("litigation.total", said, origin="prose", meaning="approximate")
        assert _one(_report("2021", *form, text), "any-prose").outcome == outcome


GRANTED = [(3, 2, "pass"), (3, 4, "fail"), (5, None, "pass"), (3, None, "uncertain"), (6, None, "fail")]


@pytest.mark.parametrize(("granted", "public", "outcome"), GRANTED)
def test_several_figures_of_the_text_are_added_up_where_the_form_has_one(granted: int, public: int | None, outcome: str) -> None:
    """The forms after 2014 count an answer that something is public already as granted."""
    text = [_fact("replies.granted", granted, origin="prose")]
    text += [] if public is None else [_fact("replies.already_public", public, origin="prose")]
    form = _fact("applications.granted", 5, "2021", applicant="total")
    assert _one(_report("2021", form, *text), "any-prose").outcome == outcome


def test_a_text_is_held_against_a_dozen_rows_without_naming_each() -> None:
    codes = [code for code in indicators_of("2021") if code.startswith("applications.denied_")]
    form = [_fact(code, 1, "2021", applicant="total") for code in codes]
    finding = _one(_report("2021", *form, _fact("replies.refused", 9, origin="prose")), "any-prose")
    assert (finding.outcome, len(finding.facts)) == ("fail", 9)
    assert "8 rows" in finding.message


def test_a_text_that_contradicts_itself_is_found() -> None:
    facts = [_fact("disclosure.total", value, origin="prose", start=value) for value in (96, 98)]
    assert _one(_report(None, *facts), "prose-twice").outcome == "fail"


def test_media_without_a_row_of_their_own_do_not_contradict_one_another() -> None:
    facts = [_fact("channel.other", value, origin="prose", start=value) for value in (27, 9, 3)]
    assert _by_rule(check(_report(None, *facts)), "prose-twice") == []


def _breakdown(*values: int, start: int = 10) -> list[Fact]:
    return [
        _fact("disclosure.total", value, origin="prose", category=f"类{at}", start=start + at) for at, value in enumerate(values)
    ]


def test_a_list_that_leaves_an_item_out_is_told_from_the_full_one() -> None:
    facts = [_fact("disclosure.total", 10, origin="prose"), *_breakdown(4, 5), *_breakdown(4, 5, 1, start=50)]
    short, full = _by_rule(check(_report(None, *facts)), "category-sum")
    assert (short.outcome, short.left, full.outcome, full.left) == ("fail", "9", "pass", "10")
    assert "类2" in short.message


def test_a_single_list_below_its_total_is_uncertain_and_above_it_fails() -> None:
    total = _fact("disclosure.total", 10, origin="prose")
    assert _one(_report(None, total, *_breakdown(4, 5)), "category-sum").outcome == "uncertain"
    assert _one(_report(None, total, *_breakdown(8, 5)), "category-sum").outcome == "fail"


YEARS = [(2013, None), (2014, "2014"), (2018, "2014"), (2019, "2019"), (2020, "2019"), (2021, "2021")]


@pytest.mark.parametrize(("year", "edition"), YEARS)
def test_each_year_has_its_form(year: int, edition: str | None) -> None:
    assert expected_edition(year) == edition


def test_a_report_without_its_form_is_found_from_2014_on() -> None:
    assert _one(_report(None, year=2017), "form-missing").outcome == "fail"
    assert not _by_rule(check(_report(None, year=2013)), "form-missing")
    assert _one(_report("2014", year=2021), "form-edition").outcome == "fail"


def test_a_prose_report_is_checked_where_it_states_every_operand() -> None:
    facts = [_fact("channel.website", 640, origin="prose"), _fact("disclosure.total", 512, origin="prose")]
    assert _one(_report(None, *facts), "f14-channel-website").outcome == "fail"
    assert not _by_rule(check(_report(None, *facts)), "f14-channels")


def test_a_negative_count_is_found_and_a_negative_change_is_not() -> None:
    facts = [_fact("licences.items_change", -3, "2019"), _fact("licences.decisions", -1, "2019")]
    (finding,) = _by_rule(check(_report("2019", *facts)), "negative")
    assert finding.facts[0].code == "licences.decisions"


def test_a_form_filled_with_text_gives_no_verdict() -> None:
    facts = [_fact(code, None, "2014", meaning="text") for code in indicators_of("2014")]
    assert {finding.outcome for finding in check(_report("2014", *facts)) if finding.rule != "form-edition"} == {"not_assessable"}


# --- the stage ---


def test_other_items_pass_through_untouched() -> None:
    item = object()
    assert ValidatePipeline().process_item(item) is item  # type: ignore[arg-type]
