"""The identities of the codebook as expressions that can be evaluated: sums of indicators, of one report or of two years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from models.codebook import APPLICANTS, Edition, Identity, identities, indicators_of

_TERM = re.compile(r"\s*([+-])?\s*([a-z_][a-z_0-9.]*)(\*)?(?:\[([a-z_]+)\])?(?:\s+of year N(?:\s*([+-]\s*\d))?)?\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """One operand: its sign, an indicator's code (or the beginning of several, or an applicant type), its year.

    `offset` counts years from the N of the rule; a term that names no year is of year N.
    """

    sign: int
    name: str
    wildcard: bool = False
    applicant: str | None = None
    offset: int = 0

    def codes(self, edition: Edition) -> tuple[str, ...]:
        """The codes of the edition that the term stands for: one, or all that begin so."""
        if not self.wildcard:
            return (self.name,)
        return tuple(code for code in indicators_of(edition) if code.startswith(self.name))


@dataclass(frozen=True, slots=True, eq=False)  # each is made once, and looked up by itself
class Rule:
    """An identity with both sides parsed. `per` says what it is evaluated for: once, for each applicant column, each row.

    `years`: the offsets of the years it speaks of, earlier first; one for a rule on one report.
    """

    identity: Identity
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    per: str
    years: tuple[int, ...]


def parse(expression: str) -> tuple[Term, ...]:
    """The terms of a sum such as `applications.denied_* + applications.other*`; raises ValueError on anything else.

    >>> parse("rules.in_force of year N-1 + rules.issued")[0].offset
    -1
    """
    terms, at = [], 0
    while at < len(expression):
        match = _TERM.match(expression, at)
        if match is None or (at and match[1] is None):
            raise ValueError(f"expected a term at {at} of {expression!r}")
        offset = int(match[5].replace(" ", "")) if match[5] else 0
        terms.append(Term(-1 if match[1] == "-" else 1, match[2], match[3] is not None, match[4], offset))
        at = match.end()
    if not terms:
        raise ValueError("expected a sum, found an empty expression")
    return tuple(terms)


def _per(terms: tuple[Term, ...]) -> str:
    if all(term.name in APPLICANTS for term in terms):
        return "row"
    return "column" if all(term.name.startswith("applications.") for term in terms) else "once"


@cache
def rules() -> tuple[Rule, ...]:
    """Every identity whose two sides are sums; `any-prose`, which compares text and form, is not one of them."""
    found = []
    for identity in identities():
        if identity.editions != ("any",):
            left, right = parse(identity.left), parse(identity.right)
            years = tuple(sorted({term.offset for term in (*left, *right)}))
            found.append(Rule(identity, left, right, _per((*left, *right)), years))
    return tuple(found)


@cache
def rules_of(edition: str, years: int = 1) -> tuple[Rule, ...]:
    """Those of the rules that hold for a form's edition and speak of so many years."""
    return tuple(rule for rule in rules() if len(rule.years) == years and edition in rule.identity.editions)
