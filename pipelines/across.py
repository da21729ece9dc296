"""Reports held against one another: two years of one publisher, a county and its townships. No database here.

A finding is on the later report, or on the county's. Its facts are that report's own; those of the other reports are in
`elsewhere`, each with whose it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipelines.equivalents import Way, later_ways, ways
from pipelines.evaluate import Key, book_of, columns, evaluate, there_in
from pipelines.identities import Rule, rules_of
from pipelines.items import Elsewhere, Fact, Finding, Outcome, Report

COUNTY_RULE = "county-townships"
_COUNTED = (
    "disclosure.total", "channel.website", "requests.received", "review.total", "litigation.total", "staff.total",
    "training.people",
)  # fmt: skip
_MOST_NAMED = 12
"""Townships that a message names."""


# --- two years ---


def check_years(earlier: Report, later: Report) -> list[Finding]:
    """The findings on two consecutive reports of one publisher; none where the years do not follow one another."""
    if earlier.report_year is None or later.report_year != earlier.report_year + 1:
        return []
    findings: list[Finding] = []
    edition = later.form_edition
    if edition is None:
        return findings
    both = (book_of(earlier), book_of(later))
    for rule in rules_of(edition, years=2):
        if earlier.form_edition in rule.identity.editions:
            books, said = dict(zip(rule.years, both, strict=True)), _years(rule, later.report_year)
            for at_edition, at in columns(rule, there_in(books), edition):
                findings.append(_parted(evaluate(rule, books, at_edition, at, said), both[0], str(earlier.report_year)))
    return findings


def _years(rule: Rule, last: int) -> str:
    """Which years a rule's N and its neighbour are, in words."""
    named = [f"N{offset:+d}" if offset else "N" for offset in rule.years]
    return f" ({named[0]} is {last - 1}, {named[1]} is {last})"


def _parted(finding: Finding, other: Mapping[Key, Fact], whose: str) -> Finding:
    """The finding with the facts of the other year's report told from its own, which may be equal to them."""
    abroad = {id(fact) for fact in other.values()}
    own = tuple(fact for fact in finding.facts if id(fact) not in abroad)
    return replace(finding, facts=own, elsewhere=tuple(Elsewhere(whose, fact) for fact in finding.facts if id(fact) in abroad))


# --- a county and its townships ---


class _Stated(NamedTuple):
    """What a report states of something: the sum, the figures that make it, whose they are."""

    value: Decimal
    facts: tuple[Fact, ...]
    whose: str


def county_codes() -> frozenset[str]:
    """The indicators that a county is compared with its townships by."""
    return frozenset(code for totals in _totals().values() for way in totals for code, _ in way)


def check_county(county: Report, townships: Sequence[Report]) -> list[Finding]:
    """The findings on a county's totals against the sum of its townships' of the same year, where both state them.

    A figure of the form of 2014, or of a text, is compared with those of later forms that the concordance holds fully
    comparable: a township's text with its county's form, and the other way.
    """
    of_year = [report for report in townships if report.report_year == county.report_year]
    findings = []
    for name, totals in _totals().items():
        whole = _stated(county, totals)
        parts = [found for report in of_year if (found := _stated(report, totals)) is not None]
        if whole is not None and parts:
            findings.append(_county_finding(name, whole, parts))
    return findings


@cache
def _totals() -> dict[str, tuple[Way, ...]]:
    """What is compared, by its name: the figures that count it, in every edition."""
    found = {code: ways(code) for code in _COUNTED}
    lawsuits = later_ways("lawsuits")  # the form of 2014 leaves out those still pending: it is compared with its like alone
    return found | {" + ".join(code for code, _ in lawsuits[0]): lawsuits}


def _county_finding(name: str, whole: _Stated, parts: Sequence[_Stated]) -> Finding:
    total = sum((part.value for part in parts), Decimal(0))
    holds = total <= whole.value
    facts = [*whole.facts, *(fact for part in parts for fact in part.facts)]
    approximate = any(fact.meaning == "approximate" for fact in facts)
    outcome: Outcome = "pass" if holds else "uncertain" if approximate else "fail"
    said = f"{len(parts)} townships state {total} of {name} together ({_named(parts)}), the county {whole.value}"
    message = f"{said}: expected the county's total to hold its townships'" if not holds else said
    abroad = tuple(Elsewhere(part.whose, fact) for part in parts for fact in part.facts)
    return Finding(COUNTY_RULE, outcome, message, str(total), str(whole.value), whole.facts, abroad)


def _named(parts: Sequence[_Stated]) -> str:
    """The townships with what they state, the most first."""
    most = sorted(parts, key=lambda part: (-part.value, part.whose))
    more = f", {len(most) - _MOST_NAMED} more" if len(most) > _MOST_NAMED else ""
    return ", ".join(f"{part.whose[:20]} {part.value}" for part in most[:_MOST_NAMED]) + more


def _stated(report: Report, totals: Iterable[Way]) -> _Stated | None:
    """What a report states: its form's figures, else its text's; None where one of them is missing."""
    for origin in ("form", "prose"):
        book = book_of(report, origin)
        for way in totals:
            facts = [fact for code, at in way if (fact := _of(book, code, at)) is not None]
            if len(facts) == len(way):
                total = sum((fact.value for fact in facts if fact.value is not None), Decimal(0))
                return _Stated(total, tuple(facts), report.publisher or "a township")
    return None


def _of(book: Mapping[Key, Fact], code: str, at: str | None) -> Fact | None:
    fact = book.get((code, at)) or (book.get((code, "total")) if at is None else None)
    return fact if fact is not None and fact.value is not None else None
