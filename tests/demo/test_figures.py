"""The demo's figures agree with every identity of the codebook, save the contradictions that are listed."""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping
from decimal import Decimal

import pytest

from demo.content import Content
from demo.figures import APPLICANTS, series
from demo.places import PLANS
from demo.reports import CONTRADICTIONS
from demo.truth import Truth
from models.codebook import Identity, identities, indicators_of

COMPARE = {"=": operator.eq, "<=": operator.le, ">=": operator.ge}
TRUTHS = [truth for plan in PLANS for truth in Content(plan, "127.0.0.2").truth().values()]
BY_YEAR = {(truth.publisher, truth.year): truth for truth in TRUTHS}
Values = Mapping[str, Decimal]


def values(truth: Truth, applicant: str | None) -> Values:
    found = [fact for fact in truth.facts if fact.origin == "form" and fact.applicant == applicant]
    return {fact.code: fact.value for fact in found if fact.value is not None}


def total(expression: str, figures: Values) -> Decimal | None:
    """The sum that an expression names, None where one of its figures is not filled in."""
    result = Decimal(0)
    for sign, name in re.findall(r"([+-]?)\s*([a-z_.]+\*?)", expression):
        names = [code for code in figures if code.startswith(name[:-1])] if name.endswith("*") else [name]
        if any(code not in figures for code in names):
            return None
        result += (-1 if sign == "-" else 1) * sum((figures[code] for code in names), Decimal(0))
    return result


def within_a_report(rule: Identity, truth: Truth) -> bool:
    if rule.right == "total":
        return all(
            sum((values(truth, one).get(code, Decimal(0)) for one in APPLICANTS), Decimal(0)) == value
            for code, value in values(truth, "total").items()
        )
    for applicant in [*APPLICANTS, "total"] if "applications." in rule.left else [None]:
        left, right = (total(side, values(truth, applicant)) for side in (rule.left, rule.right))
        if left is not None and right is not None and not COMPARE[rule.operator](left, right):
            return False
    return True


def across_years(rule: Identity, truth: Truth) -> bool:
    """`a + b of year N = c of year N+1`; year N is the report's own unless the rule names N-1."""
    shift = -1 if "year N-1" in rule.left else 0
    sides = [re.sub(r"\s*of year N(?:[+-]1)?", "", side) for side in (rule.left, rule.right)]
    before = BY_YEAR.get((truth.publisher, truth.year - 1))
    if before is None or before.edition not in rule.editions:
        return True
    applicants: list[str | None] = [*APPLICANTS, "total"] if "applications." in rule.left else [None]
    for applicant in applicants:
        old, new = values(before, applicant), values(truth, applicant)
        left = total(sides[0], {**new, **{code: old[code] for code in old if code.endswith("in_force")}} if shift else old)
        right = total(sides[1], new)
        if left is not None and right is not None and left != right:
            return False
    return True


def prose_agrees(truth: Truth) -> bool:
    form = {(fact.code, fact.applicant): fact.value for fact in truth.facts if fact.origin == "form" and fact.edition == "2014"}
    told = [fact for fact in truth.facts if fact.origin == "prose" and fact.category is None and fact.edition == "2014"]
    return all(form.get((fact.code, None), fact.value) in (fact.value, None) for fact in told)


def breaks(truth: Truth) -> set[str]:
    broken = set()
    for rule in identities():
        if truth.edition not in rule.editions:
            continue
        across = "of year" in rule.left or "of year" in rule.right
        if not (across_years if across else within_a_report)(rule, truth):
            broken.add(rule.rule)
    return broken if prose_agrees(truth) else broken | {"any-prose"}


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: f"{truth.publisher}-{truth.year}")
def test_breaks_exactly_the_rules_it_is_meant_to_break(truth: Truth) -> None:
    assert breaks(truth) == truth.broken


def test_every_listed_contradiction_is_served_and_names_a_rule_of_the_codebook() -> None:
    known = {rule.rule for rule in identities()}
    for (publisher, year), breach in CONTRADICTIONS.items():
        assert breach.rule in known
        assert BY_YEAR[publisher, year].broken == {breach.rule}


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: f"{truth.publisher}-{truth.year}")
def test_fills_in_every_row_of_its_form_and_no_other(truth: Truth) -> None:
    form = {fact.code for fact in truth.facts if fact.origin == "form" and not fact.optional}
    if truth.edition is None:
        assert form == set()
        return
    groups = {"channel.total", "response.total", "response.channels_total", "requests.section_total"}
    local = {"proposals.total", "proposals.npc", "proposals.cppcc"}
    assert form == set(indicators_of(truth.edition)) - groups - local


def test_categories_in_prose_add_up_to_the_total_that_is_told() -> None:
    for truth in TRUTHS:
        parts = [fact.value for fact in truth.facts if fact.category is not None]
        if parts:
            assert sum(filter(None, parts)) == truth.value("disclosure.total", origin="prose"), (truth.publisher, truth.year)


def test_a_series_does_not_depend_on_how_far_it_is_asked_for() -> None:
    publisher = PLANS[0].publishers[0]
    assert series(publisher, 2020)[2020] == series(publisher, 2026)[2020]
