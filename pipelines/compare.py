"""Compares stored reports with one another: consecutive years of one publisher, a county with its townships.

It runs when a crawl has stored its last page, since only then both reports stand in the database. What it finds hangs on
the later report, or on the county's, and takes the place of what it found there before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection

from models import wordings
from models.bulk import insert_rows
from models.figure import Finding
from models.prepared import Prepared
from models.view.shape import DIVISION, TO_READ
from pipelines import items
from pipelines.across import COUNTY_RULE, check_county, check_years, county_codes
from pipelines.identities import rules
from pipelines.keeping.figure_rows import Stands, finding_rows
from pipelines.keeping.verdicts_kept import keep_verdicts
from pipelines.record import numbered_facts

_MOST = 400
"""Reports that are compared at a time."""


Facts = dict[int, dict[int, items.Fact]]
"""What each version states, by the facts' numbers, as far as it was read: a report is compared with several and read once."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The version to read of a stored report: its ids, its identity without the year, its place, and what it says."""

    version: int
    stored_report: int
    series: str
    division: str
    level: str | None
    report: items.Report
    numbered: dict[int, items.Fact]

    @property
    def year(self) -> int:
        """The year reported on."""
        return self.report.report_year or 0


class _Asked(NamedTuple):
    """A report whose comparisons are made anew, whether or not it has a version to read any more."""

    series: str
    year: int
    division: str
    level: str | None


def compare_crawl(connection: Connection, crawl: int) -> int:
    """How many comparisons failed, among those that a crawl's new versions take part in. Writes their findings."""
    return compare_reports(connection, sorted(number for (number,) in _TOUCHED.rows(connection, {"crawl": crawl})))


def compare_reports(connection: Connection, ids: Sequence[int]) -> int:
    """How many comparisons failed, among those that these reports take part in. Writes their findings.

    Where there is nothing to compare with any more, what was found before goes.
    """
    facts: Facts = {}
    failed = 0
    for at in range(0, len(ids), _MOST):
        rows = _ASKED.rows(connection, {"ids": list(ids[at : at + _MOST])})
        asked = [_Asked(identity.removesuffix(str(year)), year, code or "", level) for identity, year, code, level in rows]
        failed += _compare_years(connection, asked, facts) + _compare_counties(connection, asked, facts)
        facts.clear()
    return failed


def _compare_years(connection: Connection, asked: Sequence[_Asked], facts: Facts) -> int:
    beside = sorted({one.series + str(one.year + step) for one in asked for step in (-1, 0, 1)})
    years = _by_series(_stored(connection, facts, "r.identity IN :beside", {"beside": beside}) if beside else [])
    found: dict[int, list[items.Finding]] = {}
    by_version: dict[int, Stored] = {}
    for one in asked:
        for later in (years.get((one.series, one.year)), years.get((one.series, one.year + 1))):
            if later is not None:
                earlier = years.get((later.series, later.year - 1))
                by_version[later.version] = later
                found[later.version] = check_years(earlier.report, later.report) if earlier else []
    return _replace(connection, _year_rules(), found, by_version, facts)


def _compare_counties(connection: Connection, asked: Sequence[_Asked], facts: Facts) -> int:
    places = {(one.division[:6], one.year) for one in asked if one.level in ("county", "township")}
    codes = sorted({f"{code}%" for code, _ in places if code.isdigit()})
    if not codes:
        return 0
    here = {f"code{at}": code for at, code in enumerate(codes)}
    like = " OR ".join(f"r.division_code LIKE :{name}" for name in here)
    years = sorted({year for _, year in places})
    near = _stored(connection, facts, f"({like}) AND r.report_year IN :years", {**here, "years": years})
    found: dict[int, list[items.Finding]] = {}
    by_version: dict[int, Stored] = {}
    for (code, _), reports in _by_place(near).items():
        towns = [one.report for one in reports if one.level == "township"]
        for county in reports:
            if county.level == "county" and county.division == code:
                by_version[county.version] = county
                found[county.version] = check_county(county.report, towns)
    return _replace(connection, [COUNTY_RULE], found, by_version, facts)


_ASKED = Prepared("""SELECT r.identity, r.report_year, r.division_code, r.level FROM report r
WHERE r.id IN :ids AND r.report_year IS NOT NULL ORDER BY r.id""")
_TOUCHED = Prepared("""SELECT DISTINCT v.report_id FROM report_version v JOIN "fetch" f ON f.id = v.fetch_id
WHERE f.crawl_id = :crawl""")
_STORED = f"""SELECT v.id, r.id, r.identity, r.report_year, r.division_code, r.level, v.form_edition,
    COALESCE(d.name, r.publisher)
FROM report r JOIN report_version v ON v.report_id = r.id AND {TO_READ} {DIVISION}
WHERE r.report_year IS NOT NULL AND %s ORDER BY r.id"""


def _stored(connection: Connection, facts: Facts, which: str, values: dict[str, Any]) -> list[Stored]:
    found = Prepared(_STORED % which).rows(connection, values)
    unread = [version for version, *_ in found if version not in facts]
    for at in range(0, len(unread), _MOST):
        ids = unread[at : at + _MOST]
        facts |= {number: {} for number in ids} | numbered_facts(connection, ids, _codes())
    return [
        Stored(
            version, report, identity.removesuffix(str(year)), division or "", level,
            items.Report(
                0, 0, publisher=name, report_year=year, form_edition=edition, facts=list(facts[version].values())
            ),
            facts[version],
        )
        for version, report, identity, year, division, level, edition, name in found
    ]  # fmt: skip


def _by_series(reports: Iterable[Stored]) -> dict[tuple[str, int], Stored]:
    return {(one.series, one.year): one for one in reports}


def _by_place(reports: Iterable[Stored]) -> dict[tuple[str, int], list[Stored]]:
    places: dict[tuple[str, int], list[Stored]] = defaultdict(list)
    for one in reports:
        places[one.division[:6], one.year].append(one)
    return places


@cache
def _codes() -> frozenset[str]:
    """The indicators that a comparison asks for: few of the hundred that a form has."""
    years = (term.name for rule in rules() if len(rule.years) == 2 for term in (*rule.left, *rule.right))
    return county_codes().union(years)


def compared_rules() -> list[str]:
    """The rules whose findings are on several reports: they are written here alone."""
    return [*_year_rules(), COUNTY_RULE]


def _year_rules() -> list[str]:
    return [rule.identity.rule for rule in rules() if len(rule.years) == 2]


_DROP = Prepared("DELETE FROM finding WHERE version_id IN :versions AND rule IN :rules")


def _replace(
    connection: Connection, names: Sequence[str], found: dict[int, list[items.Finding]], versions: dict[int, Stored], facts: Facts
) -> int:
    """Puts findings in the place of earlier ones of the same rules on the same versions; the number that failed."""
    if found:
        _DROP.run(connection, {"versions": sorted(found), "rules": list(names)})
    if not any(found.values()):
        return 0
    keep_verdicts(connection, {versions[version].stored_report: findings for version, findings in found.items()})
    rows, known, places = [], wordings.load(connection), _places(found, facts)
    for version, findings in found.items():
        rows += finding_rows(findings, version, {fact: at for at, fact in versions[version].numbered.items()}, known, places)
    insert_rows(connection, Finding, rows)
    return sum(row["outcome"] == "fail" for row in rows)


def _places(found: dict[int, list[items.Finding]], facts: Facts) -> dict[int, Stands]:
    """Where the facts of other reports that findings rest on are stored, by the `id` of each object."""
    abroad = {id(one.fact) for findings in found.values() for finding in findings for one in finding.elsewhere}
    return {
        id(fact): (version, number)
        for version, numbered in facts.items()
        for number, fact in numbered.items()
        if id(fact) in abroad
    }
