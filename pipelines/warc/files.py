"""WARC files that are being written: appended to under a lock, cut back to whole records after a kill.

A file that is being written has a note beside it (`.writing`) which is locked and holds the offset up to which the file is
on disk for sure. After a kill the note is still there, and the next `Archive` cuts a torn last member off.
"""

from __future__ import annotations

import fcntl
import os
import uuid
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, cast

from isal import igzip, isal_zlib

from pipelines.items import CapturePlace
from pipelines.warc.index import add_to_index, index_file, index_path, line_of_exchange
from pipelines.warc.records import Exchange, Original, record_of, request_record, warcinfo

INDEX_ROTATE_AT = 8 * 1024 * 1024
"""Bytes of an index at which its file counts as full: the lines are held in memory while the file is written."""
_HELD_BACK = 256 * 1024
_BAD_GZIP = cast("type[Exception]", isal_zlib.error)  # its stub calls the class an instance


class WarcFile:
    """One file open for appending, with its locked note.

    What is stored is held back until `sync`, or until there is enough of it, and then written as a whole. Where the disk does
    not take it, what it took is cut off again: the file ends with a whole record, and the same bytes are tried again later.
    """

    def __init__(self, path: Path, note: IO[bytes]) -> None:
        self.path = path
        self._note = note
        self._out = path.open("ab", buffering=0)
        self.offset = self.synced = self._written = self._begun = self._out.tell()
        self._held: list[bytes] = []
        self._lines: list[str] = []
        self._index_size = _size_of_index(path)

    def write_exchange(self, exchange: Exchange, original: Original | None = None) -> CapturePlace:
        """Where the answer now stands, as a record of its own or as a revisit of `original`.

        Raises OSError where the disk takes no more; nothing of the answer is kept then.
        """
        before = len(self._held), self.offset
        if self.offset == 0:
            self._append(warcinfo(self.path.name, exchange.fetched_at))
        record = record_of(exchange, original)
        start, length = self._append(record.content)
        self._append(request_record(exchange, record.id))
        if self.offset - self._written >= _HELD_BACK:
            try:
                self._write_out()
            except OSError:
                del self._held[before[0] :]
                self.offset = before[1]
                raise
        place = CapturePlace(self.path.name, start, length, record.digest, record.kind)
        line = line_of_exchange(exchange, place, original)
        self._lines.append(line)
        self._index_size += len(line) + 1
        return place

    def is_full(self, rotate_at: int) -> bool:
        """Whether the next answer belongs into a new file: this one has `rotate_at` bytes, or its index is long."""
        return self.offset >= rotate_at or self._index_size >= INDEX_ROTATE_AT

    def _append(self, record: bytes) -> tuple[int, int]:
        member = igzip.compress(record, compresslevel=1)
        self._held.append(member)
        start = self.offset
        self.offset += len(member)
        return start, len(member)

    def _write_out(self) -> None:
        left = memoryview(b"".join(self._held))
        try:
            while left:
                left = left[self._out.write(left) :]
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._out.fileno(), self._written)
            raise
        self._written = self.offset
        self._held.clear()

    def sync(self) -> None:
        """Makes what was written safe on disk. Raises OSError where the disk does not take it; it may be tried again."""
        if self.synced == self.offset:
            return
        self._write_out()
        os.fdatasync(self._out.fileno())
        self.synced = self.offset
        os.pwrite(self._note.fileno(), f"{self.synced:020d}".encode(), 0)

    def lines(self) -> list[str]:
        """The lines for the index of what was written since the file was opened."""
        return list(self._lines)

    def close(self) -> None:
        """Syncs, writes the index beside the file, and lets go of it.

        Raises OSError where the disk does not take that: the note then stays, for the next archive to put the file in order.
        """
        try:
            self.sync()
            if self.offset == 0:
                self.path.unlink(missing_ok=True)
            else:
                add_to_index(self.path, self._lines, is_whole=self._begun == 0)
            _note_of(self.path).unlink(missing_ok=True)
        finally:
            self._out.close()
            self._note.close()


# --- files and their notes ---


def _note_of(path: Path) -> Path:
    return path.with_name(path.name + ".writing")


def _lock(note: Path) -> IO[bytes] | None:
    """The note opened and locked; None when another writer holds it."""
    handle = open(note, "a+b")  # noqa: SIM115 - stays open as long as the file is written
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        handle.close()
        return None
    # Its owner may have removed the note between our open and our lock: then the lock is on nothing.
    if not note.exists() or not os.path.samestat(os.fstat(handle.fileno()), note.stat()):
        handle.close()
        return None
    return handle


def _size_of_index(path: Path) -> int:
    index = index_path(path)
    return index.stat().st_size if index.exists() else 0


def open_file(directory: Path, moment: datetime, rotate_at: int) -> WarcFile:
    """The newest file that has room and no writer, or a new one named after the moment of its first record."""
    for path in sorted(directory.glob("*.warc.gz"), reverse=True)[:4]:
        has_room = path.stat().st_size < rotate_at and _size_of_index(path) < INDEX_ROTATE_AT
        if has_room and not _note_of(path).exists():
            note = _lock(_note_of(path))
            if note is not None:
                os.pwrite(note.fileno(), f"{path.stat().st_size:020d}".encode(), 0)
                return WarcFile(path, note)
    while True:
        path = directory / f"nianbao-{moment:%Y%m%d%H%M%S}-{uuid.uuid4().hex[:8]}.warc.gz"
        note = _lock(_note_of(path))
        if note is not None:
            return WarcFile(path, note)


def finish_after_kill(note: Path) -> None:
    """Cuts a torn last member off a file whose writer is gone, and removes the note."""
    handle = _lock(note)
    if handle is None:
        return
    with handle:
        path = note.with_name(note.name.removesuffix(".writing"))
        handle.seek(0)
        said = handle.read(20)
        if path.exists():
            whole = _end_of_whole_members(path, int(said) if said.isdigit() else 0)
            os.truncate(path, whole)
            if whole == 0:
                path.unlink()
            else:
                index_file(path)
        note.unlink(missing_ok=True)


def _end_of_whole_members(path: Path, start: int) -> int:
    """The offset after the last gzip member that is whole, looking from `start`, which must be the end of a member."""
    end = min(start, path.stat().st_size)
    with path.open("rb") as file:
        file.seek(end)
        rest, position = file.read(64 * 1024), end
        member = isal_zlib.decompressobj(wbits=31)
        while rest:
            try:
                member.decompress(rest)
            except _BAD_GZIP:
                return end
            position += len(rest)
            rest = b""
            if member.eof:
                rest = member.unused_data
                position -= len(rest)
                end = position
                member = isal_zlib.decompressobj(wbits=31)
            rest = rest or file.read(64 * 1024)
    return end
