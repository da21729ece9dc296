"""Captures that the archive's indexes name and a caller has not stored, without reading the WARC files themselves."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipelines.items import CapturePlace
from pipelines.warc.index import SITE

Spot = tuple[str, int]
"""Where a capture begins: file name and offset."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """One line of an index: the site that the capture was asked for, and where it stands."""

    site: str
    place: CapturePlace


def captures_in(lines: Iterable[str], site: str | None = None, since: datetime | None = None) -> Iterator[Indexed]:
    """The captures that lines of an index name, of one site or all, from a moment on. A line of another make is passed over."""
    wanted = json.dumps({SITE: site})[1:-1] if site is not None else f'"{SITE}": '
    first = f"{since:%Y%m%d%H%M%S}" if since is not None else ""
    for line in lines:
        if wanted not in line:
            continue
        head, _, rest = line.partition(" {")
        try:
            said = json.loads("{" + rest)
            place = CapturePlace(said["filename"], int(said["offset"]), int(said["length"]), said["digest"])
            found = Indexed(said[SITE], place)
        except (ValueError, KeyError, TypeError):
            continue
        if head.rpartition(" ")[2] >= first and site in (None, found.site):
            yield found


def indexes_since(directory: Path, since: datetime | None) -> list[Path]:
    """The index files that may name a capture from a moment on, by name."""
    oldest = since.timestamp() if since is not None else 0.0
    oldest = 0.0 if oldest > time.time() else oldest  # dated by a clock that was ahead; files have the right moment
    return [path for path in sorted(directory.glob("*.cdxj")) if path.stat().st_mtime >= oldest]


def unstored(
    directory: Path, site: str, since: datetime, stored: Collection[Spot], in_hand: Iterable[str] = ()
) -> list[CapturePlace]:
    """Where the captures of a site stand, from a moment on, that are not among the stored ones, in the order of the archive.

    `in_hand` are the index lines of the file that this process is writing.
    """
    found = list(captures_in(in_hand, site, since))
    for path in indexes_since(directory, since):
        with path.open(encoding="utf-8") as lines:
            found += captures_in(lines, site, since)
    places = {(one.place.file, one.place.offset): one.place for one in found}
    return [places[spot] for spot in sorted(places) if spot not in stored]
