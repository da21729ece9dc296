"""What is stored of a report's versions, read for comparison, and the mark of the version to read, moved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from models.document import Report, ReportVersion, Sighting
from pipelines.keeping import rows, statements
from pipelines.keeping.known import Known, Version


def load_versions(connection: Connection, by_id: Mapping[int, Known]) -> None:
    """Fills in the stored versions of reports, oldest first, and where each was seen."""
    stored = [number for (number,) in statements.HAVING_VERSIONS.rows(connection, {"reports": list(by_id)})] if by_id else []
    versions = connection.execute(statements.versions(), {"reports": stored}) if stored else ()
    by_version: dict[int, Version] = {}
    for report_id, current, number, seq, content, facts, count, url, body, moment, key, *values in versions:
        fields = dict(zip(rows.FIELDS, values, strict=True))
        version = Version(
            number, seq, content, facts, count, url, fields, current=current, body_hash=body, captured=moment, request=key
        )
        by_id[report_id].versions.append(version)
        by_version[number] = version
    if not by_version:
        return
    seen = select(Sighting.version_id, Sighting.url_hash, Sighting.last_seen).where(Sighting.version_id.in_(by_version))
    for number, url_hash, moment in connection.execute(seen):
        by_version[number].seen[url_hash] = moment


def make_current(connection: Connection, report: Known, best: Version) -> None:
    """Moves the mark to the version to read (a new one brings it along), and gives the report what that one says."""
    old = [version.id for version in report.versions if version.current]
    _set(connection, ReportVersion, ReportVersion.id.in_(old), {"current": False})
    if best.capture is None:
        _set(connection, ReportVersion, ReportVersion.id == best.id, {"current": True})
    _set(connection, Report, Report.id == report.id, rows.current_fields(best.fields, best.url))


def _set(connection: Connection, table: type[Any], which: ColumnElement[bool], values: dict[str, Any]) -> None:
    connection.execute(update(table.__table__).where(which).values(values))
