"""Keeps `publisher`, `publication`, `coverage_cell` true to the reports: of a site as its crawl ends, of all at an upgrade."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Table, bindparam, case, delete, exists, func, insert, select, text, update

from models import coverage_basis, coverage_cells
from models.division import Division
from models.document import TRUST, Attachment, Report, ReportVersion
from models.due_dates import FIRST_REPORT_YEAR, days, rule_for
from models.publisher import STANDINGS, CoverageCell, Publication, Publisher
from models.punctuality import Dated, Timing, mass_days, timing
from models.site import Site

CHINA = ZoneInfo("Asia/Shanghai")
DEPARTMENT = "department"
_TRUSTED = max(TRUST.values())
_GOVERNMENT_ENDS = ("政府", "街道办事处", "管理委员会", "管委会")
_OF_A_SITE = re.compile(r"(?:门户)?网站?$")

FEW_WORDS = 300
"""Characters below which a page without figures, but with files, is a cover of its attachments and not a report to read."""

Values = dict[str, Any]


@dataclass(slots=True)
class _Seen:
    """One stored report: its row, the version to read, and every date that a version to be trusted gave."""

    row: Row[Any]
    current: Row[Any]
    trusted: bool
    seen: datetime
    dates: list[Dated] = field(default_factory=list)


def refresh(connection: Connection, sites: Iterable[str] | None = None) -> None:
    """Makes the tables say what the reports and sites say: of these sites, or of all. Run again it changes nothing.

    Of a named site nothing is done while its coverage rests on what the database says (`models.coverage_basis`). The caller
    holds the transaction. Reports of no year, or of neither a known publisher nor a division, have no place here.
    """
    stale = None if sites is None else [site for site in sorted(set(sites)) if not coverage_basis.holds(connection, site)]
    if stale == []:
        return
    if connection.dialect.name == "postgresql":  # two crawls that end together go one after the other, as on SQLite
        connection.execute(text("LOCK TABLE publisher IN SHARE ROW EXCLUSIVE MODE"))
    touched: set[int] = set()
    for site in sorted(connection.scalars(select(Site.key))) if stale is None else stale:
        touched |= _refresh_site(connection, site)
    coverage_cells.fill(connection, None if stale is None else sorted(touched))
    if stale is None:
        coverage_basis.forget(connection)
    else:
        coverage_basis.keep(connection, stale)


def _table(model: type[Any]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table


def _refresh_site(connection: Connection, site: str) -> set[int]:
    """The publishers whose cells may differ now; the two other tables say what the site's reports say."""
    reports = [one for one in _reports(connection, site) if one.row.report_year >= FIRST_REPORT_YEAR]
    keyed = [(key, one) for one in reports if (key := publisher_key(one.row)) is not None]
    ids = _write_publishers(connection, site, keyed)
    mine = select(Report.id).where(Report.site_key == site)
    before = set(connection.scalars(select(Publication.publisher_id).where(Publication.report_id.in_(mine))))
    connection.execute(delete(Publication).where(Publication.report_id.in_(mine)))
    rows = list(_publications(reports, keyed, ids))
    if rows:
        connection.execute(insert(Publication), rows)
    touched = before | {number for number, _ in ids.values()}
    _choose_main(connection, sorted(touched))
    return touched - _forget_idle(connection, site, ids)


def _publications(
    reports: Sequence[_Seen], keyed: Sequence[tuple[str, _Seen]], ids: dict[str, tuple[int, str]]
) -> Iterator[Values]:
    moves = mass_days((one.current.publish_date, one.row.report_year) for one in reports if one.trusted)
    due = _due()
    for key, one in keyed:
        number, rule = ids[key]
        if (rule, one.row.report_year) in due:
            yield _publication(one, number, due[rule, one.row.report_year], moves)


@cache
def _due() -> dict[tuple[str, int], date]:
    return {(each["rule"], each["report_year"]): each["due"] for each in days()}


def _forget_idle(connection: Connection, site: str, wanted: Collection[str]) -> set[int]:
    """Takes away those whom nobody expects any more: no report of theirs is left and the site's row does not name them."""
    idle = ~exists().where(Publication.publisher_id == Publisher.id)
    query = select(Publisher.id).where(Publisher.site_key == site, Publisher.key.not_in(wanted), idle)
    gone = set(connection.scalars(query))
    for table, column in ((CoverageCell, CoverageCell.publisher_id), (Publisher, Publisher.id)):
        connection.execute(delete(table).where(column.in_(gone)))
    return gone


# --- who ---


def publisher_key(report: Any) -> str | None:
    """The key of a report's publisher, the same every year; None where neither publisher nor division is known.

    A government goes by its division, so that a county and the office that signs for it are one: level and division must
    agree, since a township that could only be placed in its county is not the county. All others go by what the report's
    identity says before the year.
    """
    if report.division_code and report.level and report.level == report.division_level:
        return f"{report.division_code}:"
    ending = f":{report.report_year}"
    if report.identity.endswith(ending) and not report.identity.startswith("page:"):
        return str(report.identity).removesuffix(ending)
    if report.publisher is None:
        return None
    digest = sha256(report.publisher.encode("utf-8", "replace")).hexdigest()[:32]
    return f"{report.division_code or 'site:' + report.site_key}:{digest}"


def _write_publishers(connection: Connection, site: str, keyed: Sequence[tuple[str, _Seen]]) -> dict[str, tuple[int, str]]:
    """The id and due-date rule of each publisher; made or brought up to date."""
    wanted: dict[str, Values] = {}
    for key, one in sorted(keyed, key=lambda pair: (pair[1].trusted, pair[1].row.report_year, pair[1].row.id)):
        row = one.row  # the newest that is trusted comes last and has the last word
        name = row.publisher or wanted.get(key, {}).get("name")  # a page whose publisher was put away takes nobody's name away
        wanted[key] = _publisher(key, name, row.division_code, row.level, site)
    expected = _of_site(connection, site, bool(keyed))
    if expected is not None and wanted.setdefault(expected["key"], expected)["name"] is None:
        wanted[expected["key"]] = expected
    _add_years(connection, wanted)
    known = {row.key: row._mapping for row in connection.execute(select(Publisher.__table__).where(Publisher.key.in_(wanted)))}
    fresh = [values for key, values in wanted.items() if key not in known]
    changed = [key for key, row in known.items() if any(row[name] != value for name, value in wanted[key].items())]
    newest = {key: one.row.report_year for key, one in sorted(keyed, key=lambda pair: pair[1].row.report_year)}
    elsewhere = _newest_elsewhere(connection, site, changed)
    stale = [{**wanted[key], "same": key} for key in changed if newest.get(key, 0) >= elsewhere.get(key, 0)]
    if fresh:
        connection.execute(insert(Publisher), fresh)
    if stale:
        table = _table(Publisher)
        connection.execute(update(table).where(table.c.key == bindparam("same")), stale)
    found = connection.execute(select(Publisher.key, Publisher.id, Publisher.rule).where(Publisher.key.in_(wanted)))
    return {key: (number, rule) for key, number, rule in found}


def _newest_elsewhere(connection: Connection, site: str, keys: Sequence[str]) -> dict[str, int]:
    """The newest year that each publisher has reported on at another site: who is looked for there keeps that site."""
    query = (
        select(Publisher.key, func.max(Publication.report_year))
        .join(Publication, Publication.publisher_id == Publisher.id)
        .join(Report, Report.id == Publication.report_id)
        .where(Publisher.key.in_(keys), Report.site_key != site)
        .group_by(Publisher.key)
    )
    return {row[0]: row[1] for row in connection.execute(query)} if keys else {}


def _publisher(key: str, name: str | None, division: str | None, level: str | None, site: str) -> Values:
    rule = rule_for(level, division)
    return {"key": key, "name": name, "division_code": division, "level": level, "rule": rule, "site_key": site}


def _of_site(connection: Connection, site: str, has_reports: bool) -> Values | None:
    """Whom the site's own row lets us expect: the government of its division; else, until a report says who it is, the site."""
    query = select(Site.name, Site.division, Division.level, Division.name.label("place")).where(Site.key == site)
    row = connection.execute(query.outerjoin(Division, Division.code == Site.division)).one_or_none()
    if row is None:
        return None
    name = _OF_A_SITE.sub("", row.name or "")
    if row.level is not None and (not name or name.endswith((row.place, *_GOVERNMENT_ENDS))):
        return _publisher(f"{row.division}:", name or None, row.division, row.level, site)
    if has_reports or not name:
        return None
    division = row.division if row.level is not None else None
    return _publisher(f"site:{site}:", name, division, DEPARTMENT if division else None, site)


def _add_years(connection: Connection, wanted: dict[str, Values]) -> None:
    """Bounds governments by the years in which their divisions stood: at a year's end, as the division's dates say."""
    codes = {values["division_code"] for values in wanted.values()} - {None}
    query = select(Division.code, Division.valid_from, Division.valid_to).where(Division.code.in_(codes))
    stood = {code: (first, last) for code, first, last in connection.execute(query)} if codes else {}
    for key, values in wanted.items():
        first, last = stood.get(values["division_code"], (None, None)) if key.endswith(":") else (None, None)
        values["first_year"] = first.year if first else None
        values["last_year"] = last.year if last else None


# --- when ---


def _reports(connection: Connection, site: str) -> Iterator[_Seen]:
    """The reports of a site that have a year, with what their versions say of dates."""
    # The text is the largest thing in the row: it is read where it matters only.
    words = case((ReportVersion.fact_count == 0, func.length(ReportVersion.text)), else_=FEW_WORDS)
    query = (
        select(
            Report.id, Report.identity, Report.publisher, Report.report_year, Report.division_code, Report.level, Report.site_key,
            Report.first_seen, Report.last_seen, Report.gone_since, Division.level.label("division_level"),
            ReportVersion.current, ReportVersion.publish_date, ReportVersion.period_end, ReportVersion.dates,
            ReportVersion.hijack_verdict, ReportVersion.first_seen.label("version_seen"), words.label("words"),
            ReportVersion.fact_count,
            exists().where(Attachment.version_id == ReportVersion.id).label("has_files"),
        )
        .join(ReportVersion, ReportVersion.report_id == Report.id)
        .outerjoin(Division, Division.code == Report.division_code)
        .where(Report.site_key == site, Report.report_year.is_not(None))
        .order_by(Report.id, ReportVersion.seq)
    )  # fmt: skip
    versions: defaultdict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        versions[row.id].append(row)
    for found in versions.values():
        current = next((row for row in found if row.current), found[-1])
        trust = _trust(current)
        # A hijacked version says nothing of when the true report came.
        telling = [row for row in found if _trust(row) >= trust]
        dates = [date for row in telling for date in _dates(row)]
        yield _Seen(current, current, trust == _TRUSTED, min(row.version_seen for row in telling), dates)


def _trust(row: Row[Any]) -> int:
    return TRUST.get(row.hijack_verdict, 0)


def _dates(row: Row[Any]) -> Iterator[Dated]:
    stated = [Dated(date.fromisoformat(claim["value"]), claim["source"]) for claim in row.dates]
    if row.publish_date is not None and all(row.publish_date != one.day for one in stated):
        stated.append(Dated(row.publish_date, "meta"))
    return iter(stated)


def _publication(one: _Seen, publisher: int, due: date, moves: frozenset[date]) -> Values:
    row = one.current
    floor = row.period_end or date(row.report_year, 12, 31)
    found = timing(row.publish_date, one.dates, due, floor, one.seen.astimezone(CHINA).date(), moves)
    if not one.trusted:
        found = Timing(row.publish_date, "doubtful" if row.publish_date else "none", None)
    return {
        "publisher_id": publisher, "report_year": row.report_year, "report_id": row.id, "main": True,
        "standing": _standing(one), "published": found.day, "basis": found.basis, "days_late": found.late,
        "verdict": row.hijack_verdict, "first_seen": row.first_seen, "last_seen": row.last_seen, "gone_since": row.gone_since,
    }  # fmt: skip


def _standing(one: _Seen) -> str:
    row = one.current
    if not one.trusted:
        return "hijacked"
    if row.gone_since is not None:
        return "gone"
    return "attachment_only" if row.has_files and row.fact_count == 0 and row.words < FEW_WORDS else "published"


def _choose_main(connection: Connection, publishers: Sequence[int]) -> None:
    """Leaves the mark to one report of each publisher and year: one that can be read, then the one that came first."""
    if not publishers:
        return
    table = _table(Publication)
    marked = func.sum(case((table.c.main, 1), else_=0))
    cells = select(table.c.publisher_id).where(table.c.publisher_id.in_(publishers))
    unclear = cells.group_by(table.c.publisher_id, table.c.report_year).having(marked != 1)
    rows = connection.execute(select(table).where(table.c.publisher_id.in_(unclear))).all()
    best: dict[tuple[int, int], Row[Any]] = {}
    for row in sorted(rows, key=_rank, reverse=True):
        best[row.publisher_id, row.report_year] = row
    chosen = {row.report_id for row in best.values()}
    for value in (True, False):
        wrong = [{"number": row.report_id} for row in rows if row.main != value and (row.report_id in chosen) == value]
        if wrong:
            connection.execute(update(table).where(table.c.report_id == bindparam("number")).values(main=value), wrong)


def _rank(row: Row[Any]) -> tuple[Any, ...]:
    late = row.days_late if row.days_late is not None else 10**6
    return (STANDINGS.index(row.standing), late, row.first_seen, row.report_id)
