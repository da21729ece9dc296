"""The raw archive: every response as it came, in standard WARC/1.1, one gzip member a record, before anything reads it.

The parts are in `pipelines/warc`: records, files, reading back, and the index that is written beside each closed file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipelines.items import CapturePlace, Fetch, Page
from pipelines.warc.files import WarcFile, finish_after_kill, open_file
from pipelines.warc.reading import Capture, read_capture
from pipelines.warc.records import Exchange, Original

__all__ = ["Archive", "ArchivePipeline", "Capture", "Exchange", "Original", "give_back", "read_capture", "take_archive"]

ROTATE_AT = 1024 * 1024 * 1024


class Archive:
    """Writes responses into WARC files of a directory. One writer a file; any number of archives on one directory."""

    def __init__(self, directory: Path, rotate_at: int = ROTATE_AT) -> None:
        self.directory = directory
        self.rotate_at = rotate_at
        self._file: WarcFile | None = None
        directory.mkdir(parents=True, exist_ok=True)
        for note in sorted(directory.glob("*.warc.gz.writing")):
            finish_after_kill(note)

    def store(self, exchange: Exchange, original: Original | None = None) -> CapturePlace:
        """Where the response now stands. It is safe on disk only after `sync`.

        Where it is the same as `original`, an earlier answer of the same address, only a revisit record is written.
        """
        if self._file is not None and self._file.is_full(self.rotate_at):
            self.close()
        if self._file is None:
            self._file = open_file(self.directory, exchange.fetched_at, self.rotate_at)
        return self._file.write_exchange(exchange, original)

    def is_synced(self, place: CapturePlace) -> bool:
        """Whether a capture made by this archive is safe on disk."""
        file = self._file
        return file is None or place.file != file.path.name or place.offset + place.length <= file.synced

    def sync(self) -> None:
        """Makes everything stored so far safe on disk."""
        if self._file is not None:
            self._file.sync()

    def lines(self) -> list[str]:
        """The index lines of what this archive has stored in the file that it is writing; closed files have an index beside."""
        return self._file.lines() if self._file is not None else []

    def close(self) -> None:
        """Syncs and lets go of the file; the next `store` opens one again. Raises OSError where the disk does not take it."""
        file, self._file = self._file, None
        if file is not None:
            file.close()


# --- one archive a process and directory ---

_shared: dict[Path, tuple[Archive, int]] = {}


def take_archive(directory: Path) -> Archive:
    """The archive that everything in this process writes a directory with. Give it back with `give_back`."""
    directory = directory.resolve()
    archive, users = _shared.get(directory) or (Archive(directory), 0)
    _shared[directory] = (archive, users + 1)
    return archive


def give_back(archive: Archive) -> None:
    """Lets go of a taken archive; the last one to do so closes its file."""
    directory = archive.directory
    held, users = _shared[directory]
    if users > 1:
        _shared[directory] = (held, users - 1)
    else:
        del _shared[directory]
        held.close()


class ArchivePipeline:
    """Needs: a Page or Fetch. Adds: its capture is safe on disk before a later stage stores a claim on it. Drops: nothing."""

    def __init__(self, directory: Path) -> None:
        self._archive = take_archive(directory)

    @classmethod
    def from_crawler(cls, crawler: Any) -> ArchivePipeline:
        """The stage for a crawl, on the archive below the data directory."""
        return cls(Path(crawler.settings["NIANBAO_DATA_DIR"]) / "warc")

    def process_item(self, item: Any) -> Any:
        """The item as it came, its capture safe on disk."""
        fetch = item.fetch if isinstance(item, Page) else item
        if isinstance(fetch, Fetch) and fetch.capture is not None and not self._archive.is_synced(fetch.capture):
            self._archive.sync()
        return item

    def close_spider(self) -> None:
        """Gives the archive back."""
        give_back(self._archive)
