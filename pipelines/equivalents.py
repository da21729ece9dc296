"""Which figures of the forms of 2019 and 2021 count what a figure of 2014, or of a text, counts: by the concordance."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from models.codebook import Edition, concordance
from models.codebook_tables import terms
from pipelines.evaluate import Key

FULL = "full"
"""Comparability of a row of the concordance that may be set against others without a word of caution."""

Way = tuple[Key, ...]
"""Figures that together count something."""


class Equivalent(NamedTuple):
    """One series: what a text states, in the codes of 2014, and what the form beside it prints, both added up."""

    text: Way
    form: Way


@cache
def equivalents(edition: Edition) -> tuple[Equivalent, ...]:
    """The series in which an edition's form is fully comparable and that are not the very same code in 2014 and there.

    What the form of 2014 counted otherwise does not matter here: a report's text speaks of the form beside it.
    """
    found = []
    for by_edition in _series().values():
        old, new = by_edition.get("2014"), by_edition.get(edition)
        if edition != "2014" and old and new and new[1] == FULL and old[0] != new[0]:
            found.append(Equivalent(old[0], new[0]))
    return tuple(found)


@cache
def ways(code: str) -> tuple[Way, ...]:
    """The figures that count the same as a code of 2014, itself first: of those editions that are fully comparable with it."""
    same: list[Way] = [((code, None),)]
    for by_edition in _series().values():
        old = by_edition.get("2014")
        if old is not None and old == (((code, None),), FULL):
            same += [way for way, comparability in by_edition.values() if comparability == FULL]
    return tuple(dict.fromkeys(same))


@cache
def later_ways(series: str) -> tuple[Way, ...]:
    """How the forms after 2014 give a series, where they are fully comparable with one another."""
    rows = _series()[series].items()
    return tuple(dict.fromkeys(way for edition, (way, said) in rows if edition != "2014" and said == FULL))


@cache
def _series() -> dict[str, dict[str, tuple[Way, str]]]:
    rows: dict[str, dict[str, tuple[Way, str]]] = {}
    for row in concordance():
        rows.setdefault(row.series, {})[row.edition] = (terms(row), row.comparability)
    return rows
