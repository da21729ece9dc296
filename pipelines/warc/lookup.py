"""The newest answer that the archive holds of one address, by its indexes."""

from __future__ import annotations

import json
from pathlib import Path

from pipelines.items import CapturePlace
from pipelines.warc.index import urlkey


def newest_of(directory: Path, url: str) -> CapturePlace | None:
    """Where the newest good answer (status 200) of an address stands; None where the archive's indexes name none."""
    found: tuple[str, CapturePlace] | None = None
    key = f"{urlkey(url)} "
    for path in sorted(directory.glob("*.cdxj")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line[: len(key)] > key:
                    break  # an index is sorted
                if line.startswith(key) and (place := _good(line)) and (found is None or line[len(key) :][:14] >= found[0]):
                    found = line[len(key) :][:14], place
    return found[1] if found else None


def _good(line: str) -> CapturePlace | None:
    """Where the answer of an index line stands; None for an answer that is none, and for a line of another make."""
    try:
        said = json.loads(line[line.index("{") :])
        place = CapturePlace(said["filename"], int(said["offset"]), int(said["length"]), said["digest"])
        return place if said["status"] == "200" else None
    except (ValueError, KeyError, TypeError):
        return None
