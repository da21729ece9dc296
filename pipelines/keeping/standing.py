"""Whether reports still stand where they were seen: unchanged, gone, back again. What they said is never touched here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, exists, func, insert, or_, select, update

from models.crawl import Fetch, Page
from models.document import Report, ReportVersion, Sighting, Tombstone
from pipelines import items
from pipelines.keeping.rows import Capture, sighting_key

MOST_ON_A_PAGE = 8
"""Reports that are looked for at an address of which no reading is known."""
STANDS = timedelta(days=120)
"""A report is not gone while another of its addresses gave it as late as this before the one that is gone."""


@dataclass(frozen=True, slots=True)
class Gone:
    """An address that gives no page any more: its keys, since when, and why in words."""

    site: str
    url: str
    keys: tuple[str, ...]
    since: datetime
    why: str


def note_unchanged(connection: Connection, fetches: Sequence[items.Fetch]) -> int:
    """How many reports were seen again as they were. Moves when they, their pages and addresses were last seen; no more."""
    read = _readings(connection, fetches)
    moments: dict[str, datetime] = {}
    for fetch in fetches:
        if fetch.repeats in read:
            url, number = read[fetch.repeats]
            later = (Page.fetch_id == fetch.repeats, or_(Page.last_seen.is_(None), Page.last_seen < fetch.fetched_at))
            connection.execute(update(Page).where(*later).values(last_seen=fetch.fetched_at))
            moments |= dict.fromkeys(_keys(url, number), fetch.fetched_at)
    reports: dict[int, datetime] = {}
    for key, (version, report) in _last_at(connection, moments).items():
        moment = moments[key]
        reports[report] = max(moment, reports.get(report, moment))
        here = (Sighting.version_id == version, Sighting.url_hash == key, Sighting.last_seen <= moment)
        connection.execute(update(Sighting).where(*here).values(last_seen=moment, gone_since=None))
        later = (ReportVersion.id == version, ReportVersion.last_seen < moment)
        connection.execute(update(ReportVersion).where(*later).values(last_seen=moment))
    for report, moment in reports.items():
        connection.execute(update(Report).where(Report.id == report, Report.last_seen < moment).values(last_seen=moment))
    note_returned(connection, reports)
    return len(reports)


def _readings(connection: Connection, fetches: Iterable[items.Fetch]) -> dict[int | None, tuple[str, int]]:
    """Address and number of reports of the earlier readings that fetches repeat."""
    ids = {fetch.repeats for fetch in fetches if fetch.repeats is not None}
    if not ids:
        return {}
    query = select(Fetch.id, Fetch.url, Page.reports).join(Page, Page.fetch_id == Fetch.id).where(Fetch.id.in_(ids))
    return {number: (url, reports) for number, url, reports in connection.execute(query)}


def _keys(url: str, reports: int) -> tuple[str, ...]:
    return tuple(sighting_key(url, ordinal) for ordinal in range(1, reports + 1))


def _last_at(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[int, int]]:
    """The version, and its report, that was last seen at each address."""
    query = (
        select(Sighting.url_hash, Sighting.version_id, ReportVersion.report_id)
        .join(ReportVersion, ReportVersion.id == Sighting.version_id)
        .where(Sighting.url_hash.in_(list(keys)))
        .order_by(Sighting.last_seen, ReportVersion.seq)
    )
    return {key: (version, report) for key, version, report in connection.execute(query)} if keys else {}


def note_returned(connection: Connection, reports: Mapping[int, datetime]) -> None:
    """Ends the absence of reports that were seen: by number, the moment."""
    if not reports:
        return
    gone = select(Report.id).where(Report.id.in_(list(reports)), Report.gone_since.is_not(None))
    for number in list(connection.scalars(gone)):
        moment = reports[number]
        earlier = (Tombstone.report_id == number, Tombstone.returned_at.is_(None), Tombstone.gone_since <= moment)
        if connection.execute(update(Tombstone).where(*earlier).values(returned_at=moment)).rowcount:
            connection.execute(update(Report).where(Report.id == number).values(gone_since=None))


def gone_of(connection: Connection, fetches: Sequence[items.Fetch]) -> list[Gone]:
    """The addresses that answered 404 or 410, each with all that was ever read at it."""
    read = _readings(connection, fetches)
    found: list[Gone] = []
    for fetch in fetches:
        keys = list(_keys(fetch.requested_url, MOST_ON_A_PAGE))
        if fetch.repeats in read:
            keys += _keys(*read[fetch.repeats])
        why = fetch.reason or f"status {fetch.status}"
        found.append(Gone(fetch.site, fetch.requested_url, tuple(dict.fromkeys(keys)), fetch.fetched_at, why))
    return found


def off_list(site: str, url: str, since: datetime) -> Gone:
    """An address that its list no longer names."""
    return Gone(site, url, _keys(url, MOST_ON_A_PAGE), since, "no longer on its list in two whole walks")


def note_displaced(connection: Connection, capture: Capture, report: int) -> int:
    """How many reports are gone because their address gives another one now: `report`, of which the capture is."""
    fetch, fields = capture.fetch, capture.fields
    why = f"its address gives another report now: {fields['publisher'] or 'publisher unknown'} {fields['report_year'] or ''}"
    here = Gone(fetch.site, capture.reading.page.url, (capture.url_hash,), fetch.fetched_at, why.rstrip())
    return _note_gone(connection, here, besides=report)


def note_gone(connection: Connection, addresses: Sequence[Gone]) -> int:
    """How many reports are gone with these addresses: those that stood there and stand nowhere else. Their data stay."""
    return sum(_note_gone(connection, one) for one in addresses)


def _note_gone(connection: Connection, gone: Gone, besides: int = 0) -> int:
    here = (Sighting.url_hash.in_(gone.keys), Sighting.site_key == gone.site)
    stood = (
        select(ReportVersion.report_id, func.max(Sighting.last_seen))
        .join(Sighting, Sighting.version_id == ReportVersion.id)
        .where(*here, Sighting.gone_since.is_(None), ReportVersion.report_id != besides)
        .group_by(ReportVersion.report_id)
    )
    reports = {report: seen for report, seen in connection.execute(stood) if seen < gone.since}
    if not reports:
        return 0
    mine = select(ReportVersion.id).where(ReportVersion.report_id.in_(list(reports)))
    marked = (*here, Sighting.gone_since.is_(None), Sighting.version_id.in_(mine))
    connection.execute(update(Sighting).where(*marked).values(gone_since=gone.since))
    return sum(_bury(connection, report, gone, seen) for report, seen in reports.items())


def _bury(connection: Connection, report: int, gone: Gone, seen: datetime) -> bool:
    """Whether a report is gone now: another address of it may still stand."""
    elsewhere = exists().where(
        Sighting.version_id == ReportVersion.id, ReportVersion.report_id == report, Sighting.gone_since.is_(None),
        Sighting.last_seen >= seen - STANDS,
    )  # fmt: skip
    marked = update(Report).where(Report.id == report, Report.gone_since.is_(None), ~elsewhere).values(gone_since=gone.since)
    if not connection.execute(marked).rowcount:
        return False
    number = connection.scalar(select(func.count()).select_from(Tombstone).where(Tombstone.report_id == report)) or 0
    row = {"report_id": report, "number": number + 1, "gone_since": gone.since, "why": gone.why, "url": gone.url}
    connection.execute(insert(Tombstone), [row])
    return True
