"""Which findings there are: by outcome, rule, place, site, year and what a person said of them. Rows of the view `findings`."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from models import codebook, views
from models.coverage import areas_named
from models.figure import OUTCOMES
from models.naming import literal
from models.reviews import VERDICTS

Answer = dict[str, Any]
STATES = ("standing", *VERDICTS, "unseen", "any")
"""What a person said: `standing` is whatever nobody dismissed, `unseen` what nobody judged."""

_STATE = {
    "standing": "COALESCE(review, '') <> 'dismissed'",
    "unseen": "review IS NULL",
    "any": "finding_id IS NOT NULL",
    **{verdict: f"review = '{verdict}'" for verdict in VERDICTS},
}


class UnknownRule(Exception):
    """No rule has this name; the message says which are near and which fail."""


class UnknownPlace(Exception):
    """No site has this key, or no report is of this place; the message says which."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are wanted; None is any, and so is the outcome `any`.

    `place` is a division, with all within it, or a part of a publisher's name.
    """

    outcome: str = "fail"
    rule: str | None = None
    place: str | None = None
    site: str | None = None
    year: int | None = None
    state: str = "standing"


def findings(connection: Connection | Session, wanted: Wanted, most: int | None = None) -> list[Answer]:
    """The findings that are wanted over all reports to read, by rule, the first read first; `most` of them where that is given.

    Raises ValueError for an unknown outcome or state, UnclearPlace for a place that is in too many names.
    """
    limit = "" if most is None else f" LIMIT {int(most)}"
    return _asked(connection, "*", wanted, f" ORDER BY rule, finding_id{limit}")


def findings_by_rule(connection: Connection | Session, wanted: Wanted) -> dict[str, int]:
    """How many of the wanted findings there are of each rule, the most first. Raises as `findings` does."""
    rows = _asked(connection, "rule, COUNT(*) AS number", wanted, " GROUP BY rule ORDER BY number DESC, rule")
    return {row["rule"]: row["number"] for row in rows}


def finding(connection: Connection | Session, number: int) -> Answer | None:
    """The finding of a number, None where there is none on a version to read."""
    return next(iter(_rows(connection, "SELECT * FROM findings WHERE finding_id = :number", {"number": number})), None)


def check_rule(connection: Connection | Session, name: str) -> None:
    """Raises UnknownRule where neither the codebook nor any finding has a rule of this name."""
    named = {identity.rule for identity in codebook.identities()} | set(codebook.other_rules())
    if name in named or _rows(connection, "SELECT 1 AS one FROM finding WHERE rule = :name LIMIT 1", {"name": name}):
        return
    near = get_close_matches(name, sorted(named), 3)
    failing = _rows(connection, "SELECT DISTINCT rule FROM finding WHERE outcome = 'fail' ORDER BY rule", {})  # it has an index
    said = [f"; near it: {', '.join(near)}"] if near else []
    said += [f"; rules that fail on some report: {', '.join(row['rule'] for row in failing)}"] if failing else []
    raise UnknownRule(f"expected the name of a rule, found {name!r}{''.join(said)}; docs/data-dictionary.md has them all")


def check_place(connection: Connection | Session, wanted: Wanted) -> None:
    """Raises UnknownPlace where the database has no such site or no report of such a place."""
    if wanted.site is not None and not _rows(connection, "SELECT 1 AS one FROM site WHERE key = :key", {"key": wanted.site}):
        raise UnknownPlace(f"expected the key of a site that was crawled, found {wanted.site!r}: `nianbao sites list` shows them")
    if wanted.place is not None:
        within, values = _within(connection, wanted.place)
        if not _rows(connection, f"SELECT 1 AS one FROM report WHERE {within} LIMIT 1", values):
            raise UnknownPlace(f"no report of {wanted.place!r} is stored")


def _asked(connection: Connection | Session, columns: str, wanted: Wanted, ending: str) -> list[Answer]:
    tests, values = [_outcome(wanted.outcome), _state(wanted.state)], {}
    for name, test in _TESTS.items():
        if (value := getattr(wanted, name)) is not None:
            tests.append(test)
            values[name] = value
    if wanted.place is not None:
        within, named = _within(connection, wanted.place)
        tests.append(within)
        values |= named
    return _rows(connection, f"SELECT {columns} FROM findings WHERE {' AND '.join(tests)}{ending}", values)


_TESTS = {
    "rule": "rule = :rule", "year": "year = :year",
    "site": "report_id IN (SELECT r.id FROM report r WHERE r.site_key = :site)",
}  # fmt: skip


def _outcome(word: str) -> str:
    if word not in (*OUTCOMES, "any"):
        raise ValueError(f"expected an outcome of {', '.join(OUTCOMES)} or any, found {word!r}")
    return "outcome IS NOT NULL" if word == "any" else f"outcome = '{word}'"  # in the text, since its index is a partial one


def _state(word: str) -> str:
    if word not in STATES:
        raise ValueError(f"expected a state of {', '.join(STATES)}, found {word!r}")
    return _STATE[word]


def _within(connection: Connection | Session, place: str) -> tuple[str, dict[str, Any]]:
    bare = connection.connection() if isinstance(connection, Session) else connection
    areas = areas_named(bare, place)
    values = {f"area{number}": f"{area}%" for number, area in enumerate(areas)}
    tests = [f"division_code LIKE :{name}" for name in values]
    tests.append("publisher LIKE :part ESCAPE '!'")
    return f"({' OR '.join(tests)})", {**values, "part": f"%{literal(place.strip())}%"}


def _rows(connection: Connection | Session, query: str, values: dict[str, Any]) -> list[Answer]:
    return [dict(row) for row in connection.execute(text(query).columns(**views.TYPES), values).mappings()]
