"""Compares stored reports with one another: consecutive years of one publisher, a county with its townships.

It runs when a crawl has stored its last page, since only then both reports stand in the database. What it finds hangs on
the later report, or on the county's, and takes the place of what it found there before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select

from models import wordings
from models.crawl import Fetch
from models.document import TRUST, ReportVersion
from models.document import Report as StoredReport
from models.figure import Finding
from pipelines import items
from pipelines.identities import rules
from pipelines.keeping.figure_rows import finding_rows
from pipelines.record import numbered_facts
from pipelines.validate import COUNTY_CODES, check_county, check_years

COUNTY_RULE = "county-townships"
_TRUSTED = [verdict for verdict, trust in TRUST.items() if trust == max(TRUST.values())]
_MOST = 400
"""Reports that are compared at a time."""


Facts = dict[int, dict[int, items.Fact]]
"""What each version states, by the facts' numbers, as far as it was read: a report is compared with several and read once."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The version to read of a stored report: its ids, its identity without the year, its place, and what it says."""

    version: int
    series: str
    division: str
    level: str | None
    report: items.Report
    numbered: dict[int, items.Fact]

    @property
    def year(self) -> int:
        """The year reported on."""
        return self.report.report_year or 0


def compare_crawl(connection: Connection, crawl: int) -> int:
    """How many comparisons failed, among those that a crawl's new versions take part in. Writes their findings."""
    touched = select(ReportVersion.report_id).join(Fetch, Fetch.id == ReportVersion.fetch_id).where(Fetch.crawl_id == crawl)
    return compare_reports(connection, sorted(set(connection.scalars(touched))))


def compare_reports(connection: Connection, ids: Sequence[int]) -> int:
    """How many comparisons failed, among those that these reports take part in. Writes their findings."""
    facts: Facts = {}
    failed = 0
    for at in range(0, len(ids), _MOST):
        failed += _compare(connection, _stored(connection, facts, StoredReport.id.in_(ids[at : at + _MOST])), facts)
        facts.clear()
    return failed


def _compare(connection: Connection, touched: list[Stored], facts: Facts) -> int:
    beside = [other.series + str(other.year + step) for other in touched for step in (-1, 0, 1)]
    years = _by_series(_stored(connection, facts, StoredReport.identity.in_(beside)))
    found: dict[int, list[items.Finding]] = {}
    by_version: dict[int, Stored] = {}
    for one in touched:
        for later in (years.get((one.series, one.year)), years.get((one.series, one.year + 1))):
            earlier = years.get((later.series, later.year - 1)) if later else None
            if later and earlier:
                by_version[later.version] = later
                found[later.version] = check_years(earlier.report, later.report)
    failed = _replace(connection, _year_rules(), found, by_version)
    return failed + _compare_counties(connection, touched, facts)


def _compare_counties(connection: Connection, touched: list[Stored], facts: Facts) -> int:
    places = {(one.division[:6], one.year) for one in touched if one.level in ("county", "township")}
    codes = sorted({code for code, _ in places})
    if not codes:
        return 0
    here = or_(*(StoredReport.division_code.startswith(code, autoescape=True) for code in codes))
    of_year = StoredReport.report_year.in_(sorted({year for _, year in places}))
    found: dict[int, list[items.Finding]] = {}
    by_version: dict[int, Stored] = {}
    for (code, _), reports in _by_place(_stored(connection, facts, here, of_year)).items():
        towns = [one.report for one in reports if one.level == "township"]
        for county in reports:
            if county.level == "county" and county.division == code and towns:
                by_version[county.version] = county
                found[county.version] = check_county(county.report, towns)
    return _replace(connection, [COUNTY_RULE], found, by_version)


def _stored(connection: Connection, facts: Facts, *which: ColumnElement[bool]) -> list[Stored]:
    query = (
        select(StoredReport.identity, StoredReport.report_year, StoredReport.division_code, StoredReport.level,
               ReportVersion.id, ReportVersion.form_edition)
        .join(ReportVersion, ReportVersion.report_id == StoredReport.id)
        .where(ReportVersion.current, ReportVersion.hijack_verdict.in_(_TRUSTED), StoredReport.report_year.is_not(None), *which)
        .order_by(StoredReport.id)
    )  # fmt: skip
    found = connection.execute(query).all()
    unread = [row.id for row in found if row.id not in facts]
    for at in range(0, len(unread), _MOST):
        ids = unread[at : at + _MOST]
        facts |= {number: {} for number in ids} | numbered_facts(connection, ids, _codes())
    return [
        Stored(
            row.id, row.identity.removesuffix(str(row.report_year)), row.division_code or "", row.level,
            items.Report(0, 0, report_year=row.report_year, form_edition=row.form_edition, facts=list(facts[row.id].values())),
            facts[row.id],
        )
        for row in found
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
    return frozenset((*years, *COUNTY_CODES))


def _year_rules() -> list[str]:
    return [rule.identity.rule for rule in rules() if len(rule.years) == 2]


def _replace(
    connection: Connection, names: Sequence[str], found: dict[int, list[items.Finding]], versions: dict[int, Stored]
) -> int:
    """Puts findings in the place of earlier ones of the same rules on the same versions; the number that failed."""
    connection.execute(delete(Finding).where(Finding.version_id.in_(sorted(found)), Finding.rule.in_(names)))
    rows, known = [], wordings.load(connection) if found else {}
    for version, findings in found.items():
        rows += finding_rows(findings, version, {fact: at for at, fact in versions[version].numbered.items()}, known)
    if rows:
        connection.execute(insert(Finding), rows)
    return sum(row["outcome"] == "fail" for row in rows)
