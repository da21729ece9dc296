"""The figures of a report checked against one another and against its text: findings, no corrections.

The rules are data (`identities.csv`, `concordance.csv`); every rule that could be looked at gives a finding, the ones
that hold too, since readers ask what was assessable. A blank cell is never taken for a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from models.codebook import Edition
from models.wordings import GAP
from pipelines.evaluate import book_of, columns, evaluate, there_in
from pipelines.identities import rules_of
from pipelines.items import Fact, Fetch, Finding, Outcome, Reading, Report
from pipelines.text_and_form import against_form, said_twice

MAX_FINDINGS = 400
"""A report has some eighty; a page made to yield more is cut."""


def check(report: Report) -> list[Finding]:
    """The findings on one report: its edition's identities, its text against its form, its breakdowns, its form.

    Outcomes: `pass` and `fail` where both sides are known, `uncertain` where an operand that matters is missing, blank or
    approximate, `not_assessable` where the report states none of them. Rules of other editions give no finding.
    """
    findings = [
        *_form(report),
        *_identities(report),
        *against_form(report),
        *said_twice(report),
        *_breakdowns(report),
        *_negative(report),
    ]
    return findings[:MAX_FINDINGS]


class ValidatePipeline:
    """Needs: a Reading whose reports have their facts. Adds: each report's findings. Drops: nothing."""

    def process_item(self, item: Reading | Fetch) -> Reading | Fetch:
        """The item; the reports of a reading have the findings of `check` added to those they had."""
        if isinstance(item, Reading):
            for report in item.reports:
                report.findings.extend(check(report))
        return item


# --- the form itself ---


def expected_edition(year: int) -> Edition | None:
    """The form that reports for a year are asked to hold; None before 2014."""
    return None if year < 2014 else "2014" if year < 2019 else "2019" if year < 2021 else "2021"


def _form(report: Report) -> Iterator[Finding]:
    expected = expected_edition(report.report_year) if report.report_year else None
    if expected is None:
        return
    found = report.form_edition
    if found is None:
        if any(finding.rule == "form-missing" for finding in report.findings):
            return
        message = f"expected the form of {expected} in a report for {report.report_year}, found none"
        yield Finding("form-missing", "fail", message, "none", expected)
    elif found != expected:
        message = f"expected the form of {expected} in a report for {report.report_year}, found the form of {found}"
        yield Finding("form-edition", "fail", message, found, expected)
    else:
        yield Finding("form-edition", "pass", f"the form of {found} is the one for {report.report_year}", found, expected)


def _negative(report: Report) -> Iterator[Finding]:
    for fact in report.facts:
        if fact.value is not None and fact.value < 0 and not (fact.code or "").endswith("_change"):
            message = f"expected a count of 0 or more for {fact.code}, found {fact.value}"
            yield Finding("negative", "fail", message, fact.raw[:80], None, (fact,))


# --- identities ---


def _identities(report: Report) -> Iterator[Finding]:
    edition = report.form_edition
    if edition is None:
        yield from _prose_identities(report)
        return
    books = {0: book_of(report)}
    there = there_in(books)
    for rule in rules_of(edition):
        found = [evaluate(rule, books, at, column) for at, column in columns(rule, there, edition)]
        # A soft rule on rows that this form does not have (建议提案, an extension) says nothing about it.
        always = rule.identity.strength == "hard" and rule.per == "once"
        yield from (finding for finding in found if finding.facts or always)


def _prose_identities(report: Report) -> Iterator[Finding]:
    """The rules of the form of 2014 on a report without a form, where its text states every operand."""
    books = {0: book_of(report, "prose")}
    for rule in rules_of("2014"):
        if rule.identity.editions == ("2014",) and rule.per == "once":
            finding = evaluate(rule, books, "2014", None)
            if finding.outcome in ("pass", "fail") and GAP not in f"{finding.left} {finding.right}":
                yield finding


# --- breakdowns ---


def _breakdowns(report: Report) -> Iterator[Finding]:
    """The items of each breakdown in the text against the total that it breaks down."""
    lists = _category_lists(report.facts)
    for items in lists:
        total = _total_of(report, items)
        if total is None or total.value is None:
            continue
        added = sum((fact.value or Decimal(0) for fact in items), Decimal(0))
        labels = {item.category for item in items}
        fuller = [other for other in lists if other[0].code == items[0].code and len(other) > len(items)]
        absent = [fact.category or "" for other in fuller for fact in other if fact.category not in labels]
        message = f"{len(items)} items of {total.code} add to {added}, the total is {total.value}"
        outcome: Outcome = "pass" if added == total.value else "fail" if added > total.value or absent else "uncertain"
        if any(fact.meaning == "approximate" for fact in (*items, total)) and outcome == "fail":
            outcome = "uncertain"
        if absent:
            message += f"; another list of the same total also has {', '.join(absent[:6])}"
        elif outcome == "uncertain":
            message += ": a list may leave items out"
        yield Finding("category-sum", outcome, message, str(added), str(total.value), (*items, total))


def _category_lists(facts: Iterable[Fact]) -> list[list[Fact]]:
    """The breakdowns of a text in its order: a label that comes again opens a new list."""
    lists: list[list[Fact]] = []
    items = [fact for fact in facts if fact.category is not None and fact.origin == "prose" and fact.code is not None]
    for fact in sorted(items, key=lambda fact: fact.place.start):
        current = lists[-1] if lists else None
        if current is None or current[0].code != fact.code or any(item.category == fact.category for item in current):
            lists.append([fact])
        else:
            current.append(fact)
    return [items for items in lists if len(items) > 1]


def _total_of(report: Report, items: Sequence[Fact]) -> Fact | None:
    """The total that items break down; kinds of all that was disclosed may stand under the website's count alone."""
    whole = [fact for fact in report.facts if fact.origin == "prose" and fact.category is None]
    codes = (items[0].code, "channel.website") if items[0].code == "disclosure.total" else (items[0].code,)
    totals = next((found for code in codes if (found := [fact for fact in whole if fact.code == code])), [])
    before = [fact for fact in totals if fact.place.start < items[0].place.start]
    return before[-1] if before else totals[0] if totals else None
