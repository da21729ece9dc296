"""What must hold after every fault: the same data as of an undisturbed run, nothing archived that is not stored, no broken place.

Data are compared line by line as they are exported. Left out are numbers that a database gives (columns named `…_id`); of each
moment that says when we looked, only whether there is one is compared; a last visit that brought something new is as good as
one that found it there already; a page that is no report may have been read twice (`not_reports` has a row a capture). Every
other row stays, and the number of rows of each table, so that none of it can hide a loss or a double.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

from faults.installation import Installation
from models import views
from models.exports.release import OPERATORS
from models.nights import WELL
from pipelines.archive import read_capture
from pipelines.items import CapturePlace
from pipelines.record import stored_records

MOMENTS = frozenset(
    {"first_seen", "last_seen", "gone_since", "last_checked", "seen", "turned", "judged_at", "fetched_at", "captured_at"}
)
NUMBERS = ("_id", "elsewhere")
"""Ends of the names of columns that hold numbers given by the database; what `elsewhere` points to is in `finding_facts`."""
_MOMENT = re.compile(r'"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^"]*"')
COUNTED = (
    "report", "report_version", "fact", "finding", "change", "attachment", "sighting", "division", "listing", "listing_entry",
    "publisher", "publication", "tombstone",
)  # fmt: skip

Data = dict[str, list[str]]


def data_of(installation: Installation, without: str = "") -> Data:
    """What an installation would export: every public view and the whole reports as sorted lines, and the rows of each table.

    `without`: a column that is left out.
    """
    engine = installation.engine()
    try:
        found = {name: _lines(engine, name, without) for name in views.VIEWS if name not in OPERATORS or name == "not_reports"}
        with engine.connect() as connection:
            found["export"] = sorted(_MOMENT.sub('"a moment"', _report(one)) for one in stored_records(connection))
            for table in COUNTED:
                found[f"rows of {table}"] = [str(connection.scalar(text(f"SELECT COUNT(*) FROM {table}")))]
        return found
    finally:
        engine.dispose()


def _lines(engine: Engine, view: str, without: str) -> list[str]:
    lines = []
    with engine.connect() as connection:
        result = connection.execute(text(f"SELECT * FROM {view}"))
        names = [name for name in tuple(result.keys()) if not name.endswith(NUMBERS) and name != without]
        for row in result.mappings():
            out = io.StringIO()
            csv.writer(out).writerow([_shown(name, row[name]) for name in names])
            lines.append(out.getvalue().rstrip("\r\n"))
    return sorted(set(lines) if view == "not_reports" else lines)


def _shown(name: str, value: Any) -> Any:
    if name == "last_outcome" and value in WELL:
        return "well"
    if name in MOMENTS and value is not None:
        return "a moment"
    if isinstance(value, bool | int | float | Decimal):  # one database says true and 5.0 where the other says 1 and 5
        return format(Decimal(str(int(value) if isinstance(value, bool) else value)).normalize(), "f")
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _report(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, default=str)


def differences(undisturbed: Data, found: Data) -> list[str]:
    """What differs, in words, a few lines of each part; [] where the data are the same byte for byte."""
    said = []
    for part in sorted(undisturbed.keys() | found.keys()):
        before, after = undisturbed.get(part, []), found.get(part, [])
        if before != after:
            lost, new = _without(before, after), _without(after, before)
            said.append(f"{part}: {len(lost)} line(s) lost {_first(lost)}, {len(new)} new or doubled {_first(new)}")
    return said


def _without(lines: list[str], others: list[str]) -> list[str]:
    left = list(others)
    found = []
    for line in lines:
        if line in left:
            left.remove(line)
        else:
            found.append(line)
    return found


def _first(lines: list[str]) -> str:
    return f"({lines[0][:300]})" if lines else ""


def broken_archive(installation: Installation) -> list[str]:
    """What is wrong between archive and database: answers that were to be read and are not stored, places that do not read."""
    query = 'SELECT warc_file, warc_offset, warc_length, digest, warc_kind FROM "fetch" WHERE warc_file IS NOT NULL'
    places = [CapturePlace(*row) for row in installation.ask(query)]
    said = [f"stored twice: {place}" for place in _doubled(places)]
    for place in places:
        try:
            read_capture(installation.warc, place)
        except ValueError as problem:
            said.append(f"a stored place does not read: {problem}")
    stored = {(place.file, place.offset) for place in places}
    for file in sorted(installation.warc.glob("*.warc.gz")):
        try:
            spots = [(file.name, offset) for offset in _to_be_read(file)]
        except ArchiveLoadFailed as problem:
            said.append(f"another program does not read {file.name}: {problem}")
            continue
        said += [f"archived and not stored: {name} at {offset}" for name, offset in spots if (name, offset) not in stored]
    return said


def _doubled(places: list[CapturePlace]) -> list[CapturePlace]:
    number = Counter((place.file, place.offset) for place in places)
    return [place for place in places if number[place.file, place.offset] > 1]


def _to_be_read(file: Path) -> list[int]:
    """The offsets of pages that came whole and were asked for as reports, as another program (warcio) reads the file."""
    found = []
    with file.open("rb") as handle:
        records = ArchiveIterator(handle)
        for record in records:
            asked = json.loads(record.rec_headers.get_header("Nianbao-Asked") or "{}")
            is_page = record.rec_type == "response" and record.http_headers.get_statuscode() == "200"
            if asked.get("purpose") == "report" and is_page:
                found.append(records.get_record_offset())
            record.content_stream().read()
    return found
