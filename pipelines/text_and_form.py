"""What a report's text states against what its form prints, and against what the text states elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from models.codebook import identities
from pipelines.equivalents import Equivalent, equivalents
from pipelines.evaluate import Key, book_of
from pipelines.items import Fact, Finding, Outcome, Report

ABOUT = Decimal("0.1")
"""An approximate figure (330余) may differ from the exact one by this share."""


def against_form(report: Report) -> Iterator[Finding]:
    """A finding for each figure of the text that the form prints too, under the same code or as a sum by the concordance."""
    form = book_of(report)
    seen: set[tuple[str, Decimal]] = set()
    elsewhere: dict[str, list[Fact]] = {}
    for fact in report.facts:
        if fact.origin != "prose" or fact.category is not None or fact.code is None or fact.value is None:
            continue
        if (fact.code, fact.value) in seen:
            continue
        seen.add((fact.code, fact.value))
        printed = form.get((fact.code, fact.applicant))
        if printed is None and fact.applicant in (None, "total"):
            elsewhere.setdefault(fact.code, []).append(fact)
        elif printed is not None:
            yield _found([fact], [printed], _agreement(fact, printed))
    if report.form_edition in ("2019", "2021"):
        for same in equivalents(report.form_edition):
            yield from _sums(same, elsewhere, form)


def _sums(same: Equivalent, stated: Mapping[str, Sequence[Fact]], form: Mapping[Key, Fact]) -> Iterator[Finding]:
    printed = [form[key] for key in same.form if key in form]
    if not printed:
        return
    (code, _), *others = same.text
    if not others:  # each of several statements is set against the form
        for fact in stated.get(code, ()):
            yield _found([fact], printed, _sum_agreement([fact], printed, 1, len(same.form)))
        return
    said = [stated[code][0] for code, _ in same.text if code in stated]
    if said:
        yield _found(said, printed, _sum_agreement(said, printed, len(same.text), len(same.form)))


def _sum_agreement(stated: Sequence[Fact], printed: Sequence[Fact], in_text: int, in_form: int) -> Outcome:
    """Sums of which a part may be missing: what is known of one is the least that it can be."""
    if len(stated) == in_text and len(printed) == in_form == 1:
        return _agreement(stated[0], printed[0]) if in_text == 1 else _by_totals(stated, printed, False, False)
    blank = any(fact.value is None for fact in printed) or len(printed) < in_form
    return _by_totals(stated, printed, len(stated) < in_text, blank)


def _by_totals(stated: Sequence[Fact], printed: Sequence[Fact], more_in_text: bool, more_in_form: bool) -> Outcome:
    text, form = _total(stated), _total(printed)
    if any(fact.meaning == "approximate" for fact in (*stated, *printed)):
        near = abs(text - form) <= ABOUT * max(text, form) and not more_in_text and not more_in_form
        return "pass" if near else "uncertain"
    if text == form and not more_in_form:
        return "pass"
    sure = (text > form and not more_in_form) or (text < form and not more_in_text)
    return "fail" if sure else "uncertain"


def _total(facts: Sequence[Fact]) -> Decimal:
    return sum((fact.value for fact in facts if fact.value is not None), Decimal(0))


def _found(stated: Sequence[Fact], printed: Sequence[Fact], outcome: Outcome) -> Finding:
    if len(stated) == len(printed) == 1:
        left, right = str(stated[0].value), printed[0].raw[:80]
        cell = printed[0].raw[:60] or "a blank"
        said = f"the text states {left} for {stated[0].code} ({stated[0].raw[:60]}), the form prints {cell}"
    else:
        left, right = _side(stated), _side(printed)
        codes = " + ".join(str(fact.code) for fact in stated)
        said = f"the text states {left} for {codes}, the form prints {right} for {_codes(printed)}"
    said += ": expected the same" if outcome == "fail" else ""
    return Finding(_rule(), outcome, said, left, right, (*stated, *printed))


def _side(facts: Sequence[Fact]) -> str:
    if len(facts) == 1:
        return facts[0].raw[:80] if facts[0].value is None else str(facts[0].value)
    return f"{_total(facts)} (of {', '.join(fact.raw[:20] or 'a blank' for fact in facts)})"


def _codes(facts: Sequence[Fact]) -> str:
    """The codes of cells that are added up; of many, those that count."""
    codes = [str(fact.code) for fact in facts]
    if len(codes) <= 3:
        return " + ".join(codes)
    return f"{len(codes)} rows, {codes[0]} to {codes[-1]}"


def _rule() -> str:
    return next((identity.rule for identity in identities() if identity.editions == ("any",)), "any-prose")


def _agreement(stated: Fact, printed: Fact) -> Outcome:
    if stated.value is None or printed.value is None:
        return "uncertain"
    if stated.value == printed.value:
        return "pass"
    if "approximate" in (stated.meaning, printed.meaning):
        return "pass" if abs(stated.value - printed.value) <= ABOUT * max(abs(stated.value), abs(printed.value)) else "uncertain"
    return "fail"


_GATHERS = "channel.other"
"""公开栏27条、报刊9条: media without a row of their own, each of which this row counts; no two of them contradict each other."""


def said_twice(report: Report) -> Iterator[Finding]:
    """Where the text itself states an indicator twice, differently."""
    said: dict[Key, list[Fact]] = {}
    for fact in report.facts:
        plain = fact.origin == "prose" and fact.category is None and fact.value is not None
        if plain and fact.code is not None and fact.code != _GATHERS:
            said.setdefault((fact.code, fact.applicant), []).append(fact)
    for (code, _), facts in said.items():
        others = [fact for fact in facts[1:] if fact.value != facts[0].value]
        if others:
            outcome: Outcome = "fail" if any(_agreement(facts[0], fact) == "fail" for fact in others) else "uncertain"
            values = ", ".join(str(fact.value) for fact in others)
            message = f"the text states {facts[0].value} for {code} and elsewhere {values}: expected one value"
            yield Finding("prose-twice", outcome, message, str(facts[0].value), values, (facts[0], *others))
