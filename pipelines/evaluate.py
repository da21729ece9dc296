"""A rule of the codebook evaluated on the figures of one report, or of two years: both sides added up, what comes of it.

A blank cell is never taken for a zero: a side that lacks a figure is at least what is known of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple, cast, get_args

from models.codebook import APPLICANTS, Edition, Identity, indicators_of
from models.wordings import GAP
from pipelines.identities import Rule, Term
from pipelines.items import Fact, Finding, Outcome, Report

Key = tuple[str, str | None]
"""Code and applicant type."""
Books = dict[int, dict[Key, Fact]]
"""The figures of a form by their keys, for each year that a rule speaks of (0 is the report's own)."""

_ZERO = Decimal(0)
_EDITIONS: tuple[str, ...] = get_args(Edition)


def book_of(report: Report, origin: str = "form") -> dict[Key, Fact]:
    """The facts of a report's form (or text) by code and applicant type; the first where one is printed twice."""
    book: dict[Key, Fact] = {}
    for fact in report.facts:
        wanted = fact.origin == "prose" if origin == "prose" else fact.origin != "prose"
        if wanted and fact.code is not None and fact.category is None:
            book.setdefault((fact.code, fact.applicant), fact)
    return book


@dataclass(frozen=True, slots=True)
class There:
    """What stands in a form's book: applicant types, and the codes that have a figure of one."""

    applicants: frozenset[str | None]
    codes: frozenset[str]


def there_in(books: Books) -> There:
    """What stands in the books."""
    keys = [key for book in books.values() for key in book]
    return There(frozenset(applicant for _, applicant in keys), frozenset(code for code, named in keys if named is not None))


def columns(rule: Rule, there: There, edition: str) -> Iterator[tuple[Edition, str | None]]:
    """What a rule is evaluated for: once, for every applicant column that is there, or (by its code) for every row."""
    if edition not in _EDITIONS:
        return
    at = cast("Edition", edition)
    if rule.per == "once":
        yield at, None
    elif rule.per == "column":
        yield from ((at, applicant) for applicant in APPLICANTS if applicant in there.applicants)
    else:
        yield from ((at, code) for code in _rows_of(at) if code in there.codes)


@cache
def _rows_of(edition: Edition) -> tuple[str, ...]:
    """The codes of an edition that are asked for by applicant type."""
    return tuple(code for code, indicator in indicators_of(edition).items() if indicator.by_applicant)


_MOST_PARTS = 8
"""Parts of a sum that are written out in a finding."""


@dataclass(slots=True)
class _Side:
    """One side of a rule: the sum of what is known, what is not, how many operands there are, and the facts."""

    total: Decimal
    missing: list[str]
    known: int
    facts: list[Fact]
    lowers: bool
    approximate: bool

    @property
    def text(self) -> str:
        """The side as a reader wants it: the sum, its parts, how many are missing."""
        if self.known + len(self.missing) == 1:
            return str(self.total) if self.known else GAP
        stated = [fact for fact in self.facts if fact.value is not None]
        if len(stated) > _MOST_PARTS:  # a form's two dozen result rows: those that count are named, the zeros counted
            parts = ", ".join(f"{fact.code} {fact.value}" for fact in stated if fact.value) or "zeros alone"
        else:
            parts = ", ".join(f"{fact.value}" for fact in stated) or "nothing"
        gaps = f"; {len(self.missing)} {GAP}" if self.missing else ""
        return f"{self.total} (of {parts}{gaps})"


class _Operand(NamedTuple):
    """One figure that a side adds up: its sign, the year, where it stands in the book, what it is called where it is missing."""

    sign: int
    offset: int
    key: Key
    name: str


@cache
def _operands(rule: Rule, edition: Edition, at: str | None) -> tuple[tuple[_Operand, ...], tuple[_Operand, ...]]:
    """The figures of both sides of a rule for one column or row."""
    left, right = (
        tuple(operand for term in terms for operand in _operands_of(term, edition, rule.per, at))
        for terms in (rule.left, rule.right)
    )
    return left, right


def _operands_of(term: Term, edition: Edition, per: str, at: str | None) -> Iterator[_Operand]:
    if per == "row":
        yield _Operand(term.sign, term.offset, (at or "", term.name), term.name)
        return
    codes = term.codes(edition)
    for code in codes:
        yield _Operand(term.sign, term.offset, (code, term.applicant or at), code)
    if not codes:
        yield _Operand(term.sign, term.offset, (at or "", term.name), at or "")


def _side(operands: Sequence[_Operand], books: Books) -> _Side:
    total, lowers, approximate = _ZERO, False, False
    facts: list[Fact] = []
    missing: list[str] = []
    for sign, offset, key, name in operands:
        fact = books[offset].get(key) if offset in books else None
        if fact is None:
            missing.append(name)
            continue
        facts.append(fact)
        value = fact.value
        approximate = approximate or fact.meaning == "approximate"
        if value is None:
            missing.append(name)
        elif value:
            total += value if sign > 0 else -value
            lowers = lowers or sign < 0 or value < 0
        else:
            total += value  # a 0.00 gives its places to the sum
            lowers = lowers or sign < 0
    return _Side(total, missing, len(operands) - len(missing), facts, lowers, approximate)


def evaluate(rule: Rule, books: Books, edition: Edition, at: str | None, years: str = "") -> Finding:
    """The finding of a rule for one column or row: `pass` and `fail` where both sides are known as far as it takes.

    `years` goes into the message: which years the rule's N is. The finding rests on the facts of all books alike.
    """
    left, right = (_side(operands, books) for operands in _operands(rule, edition, at))
    outcome = _outcome(rule.identity, left, right)
    where = f" in {at}" if at else ""
    message = _message(rule.identity, outcome, left, right, years) + where
    return Finding(rule.identity.rule, outcome, message, left.text, right.text, (*left.facts, *right.facts))


_HOLDS = {"=": lambda a, b: a == b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b}


def _outcome(identity: Identity, left: _Side, right: _Side) -> Outcome:
    if not left.known and not right.known:
        return "not_assessable"
    holds = bool(_HOLDS[identity.operator](left.total, right.total))
    if not left.missing and not right.missing:
        return "pass" if holds else "uncertain" if left.approximate or right.approximate else "fail"
    # Counts are never negative: what is known of a sum is the least that it can be.
    grows = not left.lowers and not right.lowers and not (left.approximate or right.approximate)
    if grows and left.known and not right.missing and identity.operator == ">=" and holds:
        return "pass"
    if grows and not right.missing and identity.operator in ("=", "<=") and left.total > right.total:
        return "fail"
    if grows and not left.missing and identity.operator == "=" and right.total > left.total:
        return "fail"
    return "uncertain"


def _message(identity: Identity, outcome: Outcome, left: _Side, right: _Side, years: str) -> str:
    found = " and ".join(str(side.total) if side.known else GAP for side in (left, right))
    said = f"{identity.phrase}: found {found}{years}"
    if outcome in ("uncertain", "not_assessable"):
        gaps = [*left.missing, *right.missing]
        said += f"; missing or blank: {', '.join(gaps[:12])}" if gaps else "; a figure is approximate"
        said += " …" if len(gaps) > 12 else ""
    return said
