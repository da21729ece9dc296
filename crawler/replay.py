"""Archived bytes through the same code, without the network: what newer code reads otherwise, and why it is known to.

A page that this very code has read already is left out, so a replay that was stopped goes on where it was: the mark of the
code is written with what it read, in one transaction. One that reads those again too keeps a mark of its own
(`crawler.replay_mark`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, Row

from crawler.evidence import Problem, page_of
from crawler.registry import Site
from crawler.replay_mark import Mark
from crawler.walking.memory import placed_on
from models import replays
from models.database import writer
from models.publications import refresh
from models.replays import Wanted
from pipelines.classify import reading_of
from pipelines.compare import compare_reports
from pipelines.extract import ExtractPipeline
from pipelines.items import CapturePlace, Fetch, Listed, Page, Reading
from pipelines.keeping.batch import Batch, load_indicators
from pipelines.keeping.reread import Restated, restate
from pipelines.place import PlacePipeline
from pipelines.store import BATCH
from pipelines.validate import ValidatePipeline
from pipelines.version import VersionPipeline, request_key
from pipelines.warc.coding import UnknownCoding, content_of
from pipelines.warc.reading import BadRecord, read_capture


@dataclass(frozen=True, slots=True)
class Difference:
    """One report that is read otherwise: each field or cell with its old and new content, or a sentence where it is more."""

    publisher: str | None
    year: int | None
    url: str
    what: str
    cells: tuple[tuple[str, str | None, str | None], ...] = ()


@dataclass(slots=True)
class Replayed:
    """What a replay did: captures read, how many were as before, facts written, what could not be read, and why.

    `whole`: nothing that is wanted is left.
    """

    read: int = 0
    same: int = 0
    changed: int = 0
    facts: int = 0
    broken: list[str] = field(default_factory=list)
    whole: bool = False


Tell = Callable[[Difference], None]


class Replay:
    """Reads captures again. `sites` are the registry's rows; a capture of a site without one is not read.

    `dry_run`: everything is read and compared, nothing is written.
    """

    def __init__(self, engine: Engine, warc: Path, sites: Mapping[str, Site], tell: Tell, *, dry_run: bool = False) -> None:
        self.engine, self.warc, self.sites, self.tell, self.dry_run = writer(engine), warc, sites, tell, dry_run
        self.done = Replayed()

    def run(self, wanted: Wanted, limit: int | None = None, mark: Mark | None = None) -> Replayed:
        """Reads what is wanted, some captures a transaction, at most `limit`. Memory does not grow with their number.

        `mark`: from where an earlier run left it, and to be moved on; it is taken away when all is read.
        """
        after = mark.before.after if mark and mark.before else None
        stages: tuple[str, Stages] | None = None
        while limit is None or self.done.read + len(self.done.broken) < limit:
            number = BATCH if limit is None else min(BATCH, limit - self.done.read - len(self.done.broken))
            with self.engine.connect() as connection:
                rows = replays.captures_after(connection, wanted, after, number)
            if not rows:
                self._end(mark)
                break
            after = (rows[-1].site_key, rows[-1].id)
            for key, group in groupby(rows, key=lambda row: str(row.site_key)):
                mine = list(group)
                if stages is None or stages[0] != key:
                    stages = (key, Stages(self.engine, self.sites[key], mine[0].id)) if key in self.sites else None
                self._batch(key, mine, stages[1] if stages else None)
            if mark is not None and not self.dry_run:
                mark.reach(after, self.done.read, self.done.changed, len(self.done.broken))
        return self.done

    def _end(self, mark: Mark | None) -> None:
        self.done.whole = True
        if mark is not None and not self.dry_run:
            mark.forget()

    def _batch(self, key: str, rows: Sequence[Row[Any]], stages: Stages | None) -> None:
        if stages is None:
            self.done.broken += [f"site {key} has no row in the registry: {row.url} was not read" for row in rows]
            return
        readings: list[tuple[Row[Any], Reading]] = []
        for row in rows:
            reading = self._read(row, stages)
            if reading is not None:
                readings.append((row, reading))
        if readings:
            self._write(key, readings)

    def _read(self, row: Row[Any], stages: Stages) -> Reading | None:
        """The reading of a capture; None, and a line on it, where there is none to be had."""
        if row.warc_file is None:
            self.done.broken.append(f"{row.url}: nothing of it is in the archive")
            return None
        place = CapturePlace(row.warc_file, row.warc_offset, row.warc_length, row.digest)
        try:
            body = content_of(read_capture(self.warc, place))
        except (BadRecord, UnknownCoding) as problem:
            said = str(problem) if place.file in str(problem) else f"{place.file} at {place.offset}: {problem}"
            self.done.broken.append(f"{said} ({row.url})")
            return None
        found = stages.read(body, row)
        if isinstance(found, Reading):
            return found
        self.done.read += 1
        self.done.changed += 1
        self.tell(Difference(None, None, row.url, f"no page any more: {found.reason}"))
        return None

    def _write(self, site: str, readings: Sequence[tuple[Row[Any], Reading]]) -> None:
        with self.engine.connect() as connection, connection.begin() as transaction:
            before = replays.newest_version(connection)
            indicators = load_indicators(connection)
            batch = Batch(connection, indicators)
            batch.write([reading for _, reading in readings])
            restated = restate(connection, batch.taken, indicators)
            new = replays.versions_since(connection, before, [row.id for row, _ in readings])
            found = [*_differences(connection, new, readings), *map(_restated, restated)]
            if not self.dry_run:
                # Those read the same too: newer code may compare otherwise.
                compare_reports(connection, replays.reports_of(connection, [version.id for _, version in batch.taken]))
                if new:
                    refresh(connection, [site])
            if self.dry_run:
                transaction.rollback()
        self.done.read += len(readings)
        changed = {row.fetch_id for row in new} | {row.id for row, reading in readings if _verdict_changed(row, reading)}
        asked = {request_key(one.capture.fetch) for one in restated}
        changed |= {row.id for row, reading in readings if reading.page.fetch and request_key(reading.page.fetch) in asked}
        self.done.changed += len(changed)
        self.done.same += len(readings) - len(changed)
        self.done.facts += batch.counts["facts"]
        for difference in found:
            self.tell(difference)


class Stages:
    """The stages of the data path for one site, from the bytes to the hashes.

    What was placed by fetches before the number `first` is evidence for the place of others; all that was, without it.
    """

    def __init__(self, engine: Engine, site: Site, first: int | None = None) -> None:
        self.site, row = site, cast(Any, site)  # the stage asks for writable fields, the row is frozen
        before = partial(_placed, engine, site.key, first)
        self.stages = (ExtractPipeline(row), ValidatePipeline(), PlacePipeline(row, before), VersionPipeline())

    def read(self, body: bytes, row: Row[Any]) -> Reading | Problem:
        """What this code reads on a capture."""
        fetch = _fetch(row)
        listed = None
        if row.index_url is not None:
            listed = Listed(row.listed_title or "", row.listed_date, row.index_url, row.listed_column, row.listed_unit)
        page = page_of(
            body, row.url, row.content_type, self.site.family, fetched_at=row.fetched_at, site=self.site.key, fetch=fetch,
            listed=listed,
        )  # fmt: skip
        return page if isinstance(page, Problem) else self.of_page(page)

    def of_page(self, page: Page) -> Reading:
        """What this code reads on a page."""
        reading: Any = reading_of(page)
        for stage in self.stages:
            reading = stage.process_item(reading)
        found: Reading = reading
        return found


def _placed(engine: Engine, site: str, first: int | None, index_url: str) -> Counter[Any]:
    return placed_on(engine, site, index_url, first)


def _fetch(row: Row[Any]) -> Fetch:
    """The request as it was handed in when it was new, so that its row is found again."""
    return Fetch(
        row.site_key, None, row.url, row.requested_url, row.purpose, row.fetched_at, "ok", row.status,
        content_type=row.content_type, size=row.size, etag=row.etag, last_modified=row.last_modified,
    )  # fmt: skip


def _verdict_changed(row: Row[Any], reading: Reading) -> bool:
    return bool(row.is_annual_report) != reading.is_annual_report


def _differences(
    connection: Connection, new: Sequence[Row[Any]], readings: Sequence[tuple[Row[Any], Reading]]
) -> Iterator[Difference]:
    """What is read otherwise than before, a report each."""
    changes: dict[int, list[Row[Any]]] = {}
    for change in replays.changes_of(connection, [row.id for row in new]):
        changes.setdefault(change.version_id, []).append(change)
    for row in new:
        cells = tuple(map(_cell, changes.get(row.id, ())))
        what = f"{len(cells)} value(s) read otherwise" if row.cause == "reread" else "a report that was not read before"
        yield Difference(row.publisher, row.report_year, row.url, what, cells)
    for row, reading in readings:
        if _verdict_changed(row, reading) and row.is_annual_report:
            yield Difference(None, None, row.url, f"no longer taken for a report ({reading.why}); what was read before stays")


def _restated(one: Restated) -> Difference:
    fields, findings = one.capture.fields, sum(name.startswith("finding ") for name, *_ in one.cells)
    what = f"the same words and figures, {findings} finding(s) and {len(one.cells) - findings} piece(s) of evidence otherwise"
    return Difference(fields["publisher"], fields["report_year"], one.capture.reading.page.url, what, one.cells)


def _cell(change: Row[Any]) -> tuple[str, str | None, str | None]:
    if change.field is not None:
        return change.field, change.old_raw, change.new_raw
    name = " ".join(part for part in (change.code, change.applicant, change.category, change.origin) if part)
    return name, _said(change.old_value, change.old_raw), _said(change.new_value, change.new_raw)


def _said(value: Any, raw: str | None) -> str | None:
    return raw if value is None else str(value)
