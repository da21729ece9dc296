"""One transaction of the store: a handful of captures compared with what is kept, then written in dependency order.

A fetch, its page and its report versions are written together or not at all, so that a page whose report was lost is
never taken for a known one. Handing in the same captures again changes nothing but the time they were last seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from models import search, summaries, wordings
from models.bulk import excluded, insert_rows, insert_tuples, new_ids
from models.crawl import Fetch, Page
from models.division import Division
from models.document import TRUST, Attachment, Change, Report, ReportVersion, Sighting
from models.figure import Fact, Finding
from models.site import Site
from pipelines import items
from pipelines.keeping import figure_rows, rows, standing, statements
from pipelines.keeping.judging import at_home, judged
from pipelines.keeping.known import Known, Version
from pipelines.keeping.known_rows import load_versions, make_current
from pipelines.keeping.lists import write_lists
from pipelines.record import stored_facts
from pipelines.version import request_key

_FILLED = "ON CONFLICT (site_key, request_key) DO UPDATE SET " + ", ".join(
    f"{name} = COALESCE(excluded.{name}, \"fetch\".{name})"
    for name in ("codec", "declared_codec", "against_declaration", "encoding_evidence", "damage", "warc_file", "warc_offset",
                 "warc_length", "warc_kind", "digest")
)  # fmt: skip


class ClaimLost(Exception):
    """The crawl that hands in these captures has ended or was taken over; nothing of it was written."""


class Batch:
    """Writes one batch of items on a connection whose transaction the caller holds; `counts` says what came of it.

    `taken`: the captures of reports, each with the version that it is of.
    `for_crawl`: the crawl whose claim must be held, where it is another than that which fetched the items; it is none where
    captures of crawls that have ended are read without one.
    """

    def __init__(
        self, connection: Connection, indicators: figure_rows.Indicators, for_crawl: set[int] | None = None
    ) -> None:
        self.connection = connection
        self.indicators = indicators
        self.for_crawl = for_crawl
        self.counts: Counter[str] = Counter()
        self.taken: list[tuple[rows.Capture, Version]] = []
        self._cells: dict[int, summaries.Cells] = {}

    def write(self, batch: Sequence[items.Fetch | items.Reading]) -> None:
        """Writes everything. Raises ClaimLost, or the database's own error."""
        readings = [item for item in batch if isinstance(item, items.Reading)]
        fetches, fetch_ids = self.write_requests(batch)
        self._write_pages(readings, fetch_ids)
        captures = [capture for reading in readings for capture in rows.captures(reading)]
        if captures:
            self._write_reports(captures, fetch_ids)
        write_lists(self.connection, list(fetches.values()), fetch_ids)
        self._note_standing([fetch for fetch in fetches.values() if fetch.purpose == "report"])

    def write_requests(self, batch: Sequence[items.Fetch | items.Reading]) -> tuple[dict[str, items.Fetch], dict[str, int]]:
        """Writes only what was asked for and how it ended; gives the fetches and their numbers by request key."""
        fetches = {request_key(item): item for item in batch if isinstance(item, items.Fetch)}
        # A reading's fetch has the codec and the damage too, so it goes over the bare one.
        readings = [item.page for item in batch if isinstance(item, items.Reading)]
        fetches |= {request_key(fetch): fetch for fetch in map(rows.fetch_of, readings)}
        own = {fetch.crawl for fetch in fetches.values() if fetch.crawl is not None}
        self._hold_claims(own if self.for_crawl is None else self.for_crawl)
        self._add_missing(Site, [{"key": key} for key in sorted({fetch.site for fetch in fetches.values()})])
        return fetches, self._write_fetches(list(fetches.values()))

    def _hold_claims(self, crawls: set[int]) -> None:
        """Keeps the crawls from being taken over until this transaction ends; ClaimLost if one already was."""
        if crawls and (lost := crawls - statements.running(self.connection, crawls)):
            raise ClaimLost(f"expected a running crawl, found crawl {sorted(lost)} ended or taken over: nothing was written")

    def _write_fetches(self, fetches: list[items.Fetch]) -> dict[str, int]:
        """The numbers of the fetches by request key. One handed in again fills in what was unknown."""
        found = [rows.fetch_row(fetch) for fetch in fetches]
        insert_rows(self.connection, Fetch, found, _FILLED)
        sites, keys = list({row["site_key"] for row in found}), [row["request_key"] for row in found]
        return dict(statements.FETCHES.rows(self.connection, {"sites": sites, "keys": keys})) if found else {}

    def _write_pages(self, readings: list[items.Reading], fetch_ids: dict[str, int]) -> None:
        pages = {}
        for reading in readings:
            number = fetch_ids[request_key(rows.fetch_of(reading.page))]
            pages[number] = rows.page_row(reading, number)
            self.counts["not_reports"] += not reading.is_annual_report
        if pages:
            # The same bytes read by other code: what this code makes of them holds from now on.
            again = f"ON CONFLICT (fetch_id) DO UPDATE {excluded(rows.READ)}"
            insert_rows(self.connection, Page, list(pages.values()), again)

    def _write_reports(self, captures: list[rows.Capture], fetch_ids: dict[str, int]) -> None:
        captures = at_home(self.connection, captures)
        self._write_divisions(captures)
        earlier = statements.SEEN_AT.rows(self.connection, {"addresses": list({capture.url_hash for capture in captures})})
        known = self._known_reports(captures, earlier)
        captures = judged(self.connection, captures, known)
        taken: list[tuple[rows.Capture, Version]] = []
        for capture in captures:
            report = known[capture.identity]
            fresh = not report.versions
            version = report.take(capture)
            self.counts["reports_new" if fresh else "reports_changed" if version.capture is capture else "reports_unchanged"] += 1
            taken.append((capture, version))
        self.taken += taken
        moved = [report.id for report in known.values() if not report.best().current]
        self._write_versions(known.values(), fetch_ids)
        self._write_sightings(taken, fetch_ids)
        self._write_last_seen(known, taken)
        self._note_displaced(earlier, [(capture, known[capture.identity].id) for capture, _ in taken])
        summaries.refresh(self.connection, moved, self._cells, self.indicators.series)

    def _write_divisions(self, captures: Iterable[rows.Capture]) -> None:
        divisions = {capture.report.division.code: capture.report.division for capture in captures if capture.report.division}
        found = [row for division in divisions.values() for row in rows.division_rows(division)]
        # The highest first: a division's row needs that of the one above it.
        found.sort(key=lambda row: (row["path"].count("/"), row["code"]))
        self._add_missing(Division, list({row["code"]: row for row in reversed(found)}.values())[::-1])

    def _known_reports(self, captures: list[rows.Capture], earlier: list[Any]) -> dict[str, Known]:
        """Every report of the batch, made where it is new, locked in one order so that two crawls never wait in a ring.

        `earlier`: what was seen at the addresses of the captures before.
        """
        first = {capture.identity: capture for capture in reversed(captures)}
        fresh = {identity: rows.report_row(capture) for identity, capture in first.items()}
        if earlier:
            self._rename_known(captures, earlier)
        self._add_missing(Report, [fresh[identity] for identity in sorted(fresh)])
        known = {identity: Known(number) for identity, number in statements.reports_named(self.connection, fresh).items()}
        by_id = {report.id: report for report in known.values()}
        load_versions(self.connection, by_id)
        return known

    def _rename_known(self, captures: list[rows.Capture], earlier: list[Any]) -> None:
        """Gives a report its new identity where newer code names another for the same words at the same address."""
        wanted = {(capture.url_hash, capture.content_hash): capture.identity for capture in captures}
        taken = set(self.connection.scalars(select(Report.identity).where(Report.identity.in_(wanted.values()))))
        for report_id, old, url_hash, content in earlier:
            new = wanted.get((url_hash, content))
            if new is not None and new != old and new not in taken and old not in wanted.values():
                taken.add(new)
                self._set(Report, Report.id == report_id, {"identity": new})

    def _note_displaced(self, earlier: list[Any], taken: list[tuple[rows.Capture, int]]) -> None:
        """Notes which reports are gone because their address gives another one now."""
        latest = {capture.url_hash: (capture, number) for capture, number in sorted(taken, key=_when)}
        stood = [(url_hash, number) for number, _, url_hash, _ in earlier] + [(one.url_hash, number) for one, number in taken]
        displaced = {url_hash for url_hash, number in stood if number != latest[url_hash][1]}
        for url_hash in sorted(displaced):
            capture, number = latest[url_hash]
            if TRUST[capture.fields["hijack_verdict"]]:
                self.counts["reports_gone"] += standing.note_displaced(self.connection, capture, number)

    def _note_standing(self, fetches: list[items.Fetch]) -> None:
        """Notes which reports were seen again as they were, and which are gone."""
        same = [fetch for fetch in fetches if fetch.outcome == "not_modified" and fetch.repeats is not None]
        if same:
            self.counts["reports_unchanged"] += standing.note_unchanged(self.connection, same)
        gone = [fetch for fetch in fetches if fetch.outcome == "gone"]
        if gone:
            self.counts["reports_gone"] += standing.note_gone(self.connection, standing.gone_of(self.connection, gone))

    def _write_versions(self, reports: Iterable[Known], fetch_ids: dict[str, int]) -> None:
        new: list[tuple[Version, dict[str, Any]]] = []
        for report in reports:
            best = report.best()
            for version in report.versions:
                if version.capture is not None:
                    fetch_id = fetch_ids[version.capture.request]
                    row = rows.version_row(version.capture, report.id, fetch_id, version.seq, version.cause)
                    new.append((version, {**row, "current": version is best}))
            # A report that is new has one version, which brings the mark along, and says what that one says.
            if not best.current and len(report.versions) > 1:
                make_current(self.connection, report, best)
        if not new:
            return
        for (version, _), number in zip(new, new_ids(self.connection, ReportVersion, len(new)), strict=True):
            version.id = number
        insert_rows(self.connection, ReportVersion, [{"id": version.id, **row} for version, row in new])
        self._write_changes([version for version, _ in new])
        self._write_figures([version for version, _ in new])
        search.add(self.connection, [(version.id, row["title"], row["text"]) for version, row in new])

    def _write_changes(self, new: list[Version]) -> None:
        changed = [version for version in new if version.previous is not None]
        before = stored_facts(self.connection, [v.previous.id for v in changed if v.previous and v.previous.capture is None])
        found: list[rows.Row] = []
        for version in changed:
            previous, capture = version.previous, version.capture
            assert previous is not None
            assert capture is not None
            old = figure_rows.own_facts(previous.capture.report) if previous.capture else before.get(previous.id, [])
            own = figure_rows.own_facts(capture.report)
            found += figure_rows.change_rows(version.id, previous.id, (previous.fields, old), (version.fields, own))
        insert_rows(self.connection, Change, found)

    def _write_figures(self, new: list[Version]) -> None:
        facts: list[tuple[Any, ...]] = []
        exact = self.connection.dialect.name == "postgresql"
        findings: list[rows.Row] = []
        attachments: list[rows.Row] = []
        for version in new:
            assert version.capture is not None
            report = version.capture.report
            values, cells = figure_rows.fact_values(report.facts, version.id, self.indicators, exact, report.start)
            facts += values
            self._cells[version.id] = cells
            numbers = figure_rows.numbers_of(report)
            findings += figure_rows.finding_rows(report.findings, version.id, numbers, self.indicators.wordings)
            attachments += rows.attachment_rows(version.capture, version.id)
        insert_tuples(self.connection, Fact, figure_rows.FACT_COLUMNS, facts)
        insert_rows(self.connection, Attachment, attachments)
        insert_rows(self.connection, Finding, findings)
        self.counts["facts"] += len(facts)
        self.counts["findings"] += sum(row["outcome"] == "fail" for row in findings)

    def _write_sightings(self, taken: list[tuple[rows.Capture, Version]], fetch_ids: dict[str, int]) -> None:
        found = {}
        for capture, version in taken:
            row = rows.sighting_row(capture, version.id, fetch_ids[capture.request])
            found[version.id, capture.url_hash] = row
        changes = excluded(("url", "last_seen", "last_fetch_id", "gone_since"))
        newer = f"ON CONFLICT (version_id, url_hash) DO UPDATE {changes} WHERE excluded.last_seen >= sighting.last_seen"
        insert_rows(self.connection, Sighting, list(found.values()), newer)

    def _write_last_seen(self, known: dict[str, Known], taken: list[tuple[rows.Capture, Version]]) -> None:
        latest: dict[str, dict[int, datetime]] = defaultdict(dict)
        for capture, version in taken:
            if version.capture is capture and version.seq == 1:
                continue  # the row of a new report says so already
            moment = capture.fetch.fetched_at
            for table, number in (("report", known[capture.identity].id), ("report_version", version.id)):
                latest[table][number] = max(moment, latest[table].get(number, moment))
        for table, moments in latest.items():
            seen = [{"key": key, "moment": moment} for key, moment in sorted(moments.items())]
            self.connection.execute(statements.last_seen(table), seen)
        standing.note_returned(self.connection, latest["report"])

    def _add_missing(self, table: type[Any], found: list[rows.Row]) -> None:
        insert_rows(self.connection, table, found, "ON CONFLICT DO NOTHING")

    def _set(self, table: type[Any], which: ColumnElement[bool], values: dict[str, Any]) -> int:
        return self.connection.execute(update(table.__table__).where(which).values(values)).rowcount


def _when(taken: tuple[rows.Capture, int]) -> datetime:
    return taken[0].fetch.fetched_at


def load_indicators(connection: Connection) -> figure_rows.Indicators:
    """The codebook's indicators as this database numbers them."""
    found = connection.exec_driver_sql("SELECT code, edition, id, unit FROM indicator").all()
    ids = {(code, edition): number for code, edition, number, _ in found}
    units = {number: unit for _, _, number, unit in found}
    return figure_rows.Indicators(ids, units, wordings.load(connection), summaries.series_of(connection))
