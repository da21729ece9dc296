"""The figures of a report checked against one another, the text, the next year and the towns: findings, no corrections.

The rules are data (`identities.csv`, `concordance.csv`); every rule that could be looked at gives a finding, the ones
that hold too, since readers ask what was assessable. A blank cell is never taken for a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from models.codebook import Edition, concordance, identities
from models.wordings import GAP
from pipelines.evaluate import Key, columns, evaluate, there_in
from pipelines.identities import parse, rules_of
from pipelines.items import Fact, Fetch, Finding, Outcome, Reading, Report

ABOUT = Decimal("0.1")
"""An approximate figure (330余) may differ from the exact one by this share."""

MAX_FINDINGS = 400
"""A report has some eighty; a page made to yield more is cut."""

COUNTY_CODES = (
    "disclosure.total", "channel.website", "requests.received", "applications.new", "review.total", "litigation.total",
    "staff.total", "training.people",
)  # fmt: skip


def check(report: Report) -> list[Finding]:
    """The findings on one report: its edition's identities, its text against its form, its breakdowns, its form.

    Outcomes: `pass` and `fail` where both sides are known, `uncertain` where an operand that matters is missing or
    blank, `not_assessable` where one side is not given at all. Rules of other editions give no finding.
    """
    findings = [
        *_form(report),
        *_identities(report),
        *_prose_against_form(report),
        *_said_twice(report),
        *_breakdowns(report),
        *_negative(report),
    ]
    return findings[:MAX_FINDINGS]


def check_years(earlier: Report, later: Report) -> list[Finding]:
    """The findings on two consecutive reports of one publisher; none where the years do not follow one another."""
    if earlier.report_year is None or later.report_year != earlier.report_year + 1:
        return []
    findings: list[Finding] = []
    edition = later.form_edition
    if edition is None:
        return findings
    both = (_book(earlier), _book(later))
    for rule in rules_of(edition, years=2):
        if earlier.form_edition in rule.identity.editions:
            books = dict(zip(rule.years, both, strict=True))
            findings += [evaluate(rule, books, edition, at) for edition, at in columns(rule, there_in(books), edition)]
    return findings


def check_county(county: Report, townships: Sequence[Report]) -> list[Finding]:
    """The findings on a county's totals against the sum of its townships' of the same year, where both state them."""
    of_year = [report for report in townships if report.report_year == county.report_year]
    findings = []
    for code in COUNTY_CODES:
        whole = _stated(county, code)
        parts = [fact for fact in (_stated(report, code) for report in of_year) if fact is not None]
        if whole is None or not parts:
            continue
        total = sum((fact.value or Decimal(0) for fact in parts), Decimal(0))
        holds = whole.value is not None and total <= whole.value
        approximate = any(fact.meaning == "approximate" for fact in (whole, *parts))
        outcome: Outcome = "pass" if holds else "uncertain" if approximate else "fail"
        said = f"{len(parts)} townships state {total} of {code} together, the county {whole.value}"
        message = f"{said}: expected the county's total to hold its townships'" if not holds else said
        findings.append(Finding("county-townships", outcome, message, str(total), str(whole.value), (*parts, whole)))
    return findings


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


def _book(report: Report, origin: str = "form") -> dict[Key, Fact]:
    """The facts of a report's form (or text) by code and applicant type; the first where one is printed twice."""
    book: dict[Key, Fact] = {}
    for fact in report.facts:
        wanted = fact.origin == "prose" if origin == "prose" else fact.origin != "prose"
        if wanted and fact.code is not None and fact.category is None:
            book.setdefault((fact.code, fact.applicant), fact)
    return book


def _identities(report: Report) -> Iterator[Finding]:
    edition = report.form_edition
    if edition is None:
        yield from _prose_identities(report)
        return
    books = {0: _book(report)}
    there = there_in(books)
    for rule in rules_of(edition):
        found = [evaluate(rule, books, at, column) for at, column in columns(rule, there, edition)]
        # A soft rule on rows that this form does not have (建议提案, an extension) says nothing about it.
        always = rule.identity.strength == "hard" and rule.per == "once"
        yield from (finding for finding in found if finding.facts or always)


def _prose_identities(report: Report) -> Iterator[Finding]:
    """The rules of the form of 2014 on a report without a form, where its text states every operand."""
    books = {0: _book(report, "prose")}
    for rule in rules_of("2014"):
        if rule.identity.editions == ("2014",) and rule.per == "once":
            finding = evaluate(rule, books, "2014", None)
            if finding.outcome in ("pass", "fail") and GAP not in f"{finding.left} {finding.right}":
                yield finding


# --- text against form, text against text ---


@cache
def _equivalents(edition: Edition) -> dict[str, Key]:
    """Codes of 2014 and the rows of a later form that are fully comparable with them, by the concordance."""
    rows: dict[str, dict[str, str]] = {}
    for row in concordance():
        if row.comparability == "full":
            rows.setdefault(row.series, {})[row.edition] = row.expression
    found: dict[str, Key] = {}
    for by_edition in rows.values():
        if "2014" in by_edition and edition in by_edition and "(" not in by_edition[edition]:
            old, new = parse(by_edition["2014"]), parse(by_edition[edition])
            if len(old) == len(new) == 1:
                found[old[0].name] = (new[0].name, new[0].applicant)
    return found


def _prose_against_form(report: Report) -> Iterator[Finding]:
    rule = next((identity.rule for identity in identities() if identity.editions == ("any",)), "any-prose")
    form = _book(report)
    edition = report.form_edition
    same = _equivalents(edition) if edition in ("2019", "2021") else {}
    seen: set[tuple[str, Decimal]] = set()
    for fact in report.facts:
        if fact.origin != "prose" or fact.category is not None or fact.code is None or fact.value is None:
            continue
        printed = form.get((fact.code, fact.applicant)) or form.get(same.get(fact.code, ("", None)))
        if printed is None or (fact.code, fact.value) in seen:
            continue
        seen.add((fact.code, fact.value))
        outcome = _agreement(fact, printed)
        cell = printed.raw[:60] or "a blank"
        message = f"the text states {fact.value} for {fact.code} ({fact.raw[:60]}), the form prints {cell}"
        if outcome == "fail":
            message += ": expected the same"
        yield Finding(rule, outcome, message, str(fact.value), printed.raw[:80], (fact, printed))


def _agreement(stated: Fact, printed: Fact) -> Outcome:
    if stated.value is None or printed.value is None:
        return "uncertain"
    if stated.value == printed.value:
        return "pass"
    if "approximate" in (stated.meaning, printed.meaning):
        return "pass" if abs(stated.value - printed.value) <= ABOUT * max(abs(stated.value), abs(printed.value)) else "uncertain"
    return "fail"


def _said_twice(report: Report) -> Iterator[Finding]:
    """Where the text itself states an indicator twice, differently."""
    said: dict[Key, list[Fact]] = {}
    for fact in report.facts:
        if fact.origin == "prose" and fact.code is not None and fact.category is None and fact.value is not None:
            said.setdefault((fact.code, fact.applicant), []).append(fact)
    for (code, _), facts in said.items():
        others = [fact for fact in facts[1:] if fact.value != facts[0].value]
        if others:
            outcome: Outcome = "fail" if any(_agreement(facts[0], fact) == "fail" for fact in others) else "uncertain"
            values = ", ".join(str(fact.value) for fact in others)
            message = f"the text states {facts[0].value} for {code} and elsewhere {values}: expected one value"
            yield Finding("prose-twice", outcome, message, str(facts[0].value), values, (facts[0], *others))


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


# --- several reports ---


def _stated(report: Report, code: str) -> Fact | None:
    """What a report states for a code: its form's figure, else its text's."""
    for origin in ("form", "prose"):
        book = _book(report, origin)
        fact = book.get((code, None)) or book.get((code, "total"))
        if fact is not None and fact.value is not None:
            return fact
    return None
