"""The raw archive: every response as it came, in standard WARC/1.1, one gzip member a record, before anything reads it.

A file that is being written has a note beside it (`.writing`) which is locked and holds the offset up to which the file is
on disk for sure. After a kill the note is still there, and the next `Archive` cuts a torn last member off.
"""

from __future__ import annotations

import base64
import fcntl
import gzip
import hashlib
import os
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, cast

from isal import igzip, isal_zlib

from pipelines.items import CapturePlace, Fetch, Page

ROTATE_AT = 1024 * 1024 * 1024
_LARGEST_RECORD = 300 * 1024 * 1024
_SOFTWARE = "nianbao"
_BAD_GZIP = cast("type[Exception]", isal_zlib.error)  # its stub calls the class an instance

Headers = Sequence[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer as they went over the wire (transfer coding undone, content coding not)."""

    url: str
    fetched_at: datetime
    status: int
    headers: Headers
    body: bytes
    reason: str = ""
    method: str = "GET"
    request_headers: Headers = ()
    request_body: bytes = b""
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """A response read back: content coding is still on the body, as sent."""

    url: str
    fetched_at: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The first value of a header, its name in any case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class Archive:
    """Writes responses into WARC files of a directory. One writer a file; any number of archives on one directory."""

    def __init__(self, directory: Path, rotate_at: int = ROTATE_AT) -> None:
        self.directory = directory
        self.rotate_at = rotate_at
        self._file: _WarcFile | None = None
        directory.mkdir(parents=True, exist_ok=True)
        for note in sorted(directory.glob("*.warc.gz.writing")):
            _finish_after_kill(note)

    def store(self, exchange: Exchange) -> CapturePlace:
        """Where the response now stands. It is safe on disk only after `sync`."""
        if self._file is not None and self._file.offset >= self.rotate_at:
            self.close()
        if self._file is None:
            self._file = _open_file(self.directory, exchange.fetched_at, self.rotate_at)
        return self._file.write_exchange(exchange)

    def is_synced(self, place: CapturePlace) -> bool:
        """Whether a capture made by this archive is safe on disk."""
        file = self._file
        return file is None or place.file != file.path.name or place.offset + place.length <= file.synced

    def sync(self) -> None:
        """Makes everything stored so far safe on disk."""
        if self._file is not None:
            self._file.sync()

    def close(self) -> None:
        """Syncs and lets go of the file; the next `store` opens one again."""
        if self._file is not None:
            self._file.close()
            self._file = None


class _WarcFile:
    """One file open for appending, with its locked note."""

    def __init__(self, path: Path, note: IO[bytes]) -> None:
        self.path = path
        self._note = note
        self._out = path.open("ab")
        self.offset = self.synced = self._out.tell()

    def write_exchange(self, exchange: Exchange) -> CapturePlace:
        if self.offset == 0:
            self._append(_warcinfo(self.path.name, exchange.fetched_at))
        record, record_id, digest = _response_record(exchange)
        start, length = self._append(record)
        self._append(_request_record(exchange, record_id))
        return CapturePlace(self.path.name, start, length, digest)

    def _append(self, record: bytes) -> tuple[int, int]:
        member = igzip.compress(record, compresslevel=1)
        self._out.write(member)
        start = self.offset
        self.offset += len(member)
        return start, len(member)

    def sync(self) -> None:
        if self.synced == self.offset:
            return
        self._out.flush()
        os.fdatasync(self._out.fileno())
        self.synced = self.offset
        os.pwrite(self._note.fileno(), f"{self.synced:020d}".encode(), 0)

    def close(self) -> None:
        self.sync()
        self._out.close()
        _note_of(self.path).unlink(missing_ok=True)
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


def _open_file(directory: Path, moment: datetime, rotate_at: int) -> _WarcFile:
    """The newest file that has room and no writer, or a new one named after the moment of its first record."""
    for path in sorted(directory.glob("*.warc.gz"), reverse=True)[:4]:
        if path.stat().st_size < rotate_at and not _note_of(path).exists():
            note = _lock(_note_of(path))
            if note is not None:
                os.pwrite(note.fileno(), f"{path.stat().st_size:020d}".encode(), 0)
                return _WarcFile(path, note)
    while True:
        path = directory / f"nianbao-{moment:%Y%m%d%H%M%S}-{uuid.uuid4().hex[:8]}.warc.gz"
        note = _lock(_note_of(path))
        if note is not None:
            return _WarcFile(path, note)


def _finish_after_kill(note: Path) -> None:
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


# --- records ---


def _digest(payload: bytes) -> str:
    return base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode("ascii")


def _record(kind: str, fields: Iterable[tuple[str, str]], block: bytes) -> bytes:
    lines = [f"WARC/1.1\r\nWARC-Type: {kind}"]
    lines += [f"{name}: {value}" for name, value in fields]
    lines.append(f"Content-Length: {len(block)}\r\n\r\n")
    return "\r\n".join(lines).encode("utf-8") + block + b"\r\n\r\n"


def _record_id() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"


def _warc_date(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond:06d}Z"


def _warcinfo(name: str, moment: datetime) -> bytes:
    block = f"software: {_SOFTWARE}\r\nformat: WARC File Format 1.1\r\n".encode()
    fields = [
        ("WARC-Record-ID", _record_id()),
        ("WARC-Filename", name),
        ("WARC-Date", _warc_date(moment)),
        ("Content-Type", "application/warc-fields"),
    ]
    return _record("warcinfo", fields, block)


def _clean_uri(url: str) -> str:
    return "".join(character for character in url if character > " " and character != "\x7f")


def _header_block(first: bytes, headers: Headers) -> bytes:
    lines = [first, *(name + b": " + value.replace(b"\r", b" ").replace(b"\n", b" ") for name, value in headers)]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def _response_record(exchange: Exchange) -> tuple[bytes, str, str]:
    first = f"HTTP/1.1 {exchange.status} {exchange.reason}".rstrip().encode("latin-1", "replace")
    record_id, digest = _record_id(), _digest(exchange.body)
    fields = [
        ("WARC-Record-ID", record_id),
        ("WARC-Target-URI", _clean_uri(exchange.url)),
        ("WARC-Date", _warc_date(exchange.fetched_at)),
        ("WARC-Payload-Digest", f"sha1:{digest}"),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    if exchange.address:
        fields.append(("WARC-IP-Address", exchange.address))
    return _record("response", fields, _header_block(first, exchange.headers) + exchange.body), record_id, digest


def _request_record(exchange: Exchange, response_id: str) -> bytes:
    path = _clean_uri(exchange.url).split("://", 1)[-1]
    host, _, path = path.partition("/")
    first = f"{exchange.method} /{path.split('#', 1)[0]} HTTP/1.1".encode()
    names = {name.lower() for name, _ in exchange.request_headers}
    headers = exchange.request_headers if b"host" in names else [(b"Host", host.encode()), *exchange.request_headers]
    fields = [
        ("WARC-Record-ID", _record_id()),
        ("WARC-Target-URI", _clean_uri(exchange.url)),
        ("WARC-Date", _warc_date(exchange.fetched_at)),
        ("WARC-Concurrent-To", response_id),
        ("Content-Type", "application/http; msgtype=request"),
    ]
    return _record("request", fields, _header_block(first, headers) + exchange.request_body)


# --- reading back ---


def read_capture(directory: Path, place: CapturePlace) -> Capture:
    """The response that stands at a place. Raises ValueError when what stands there is not the capture of that digest."""
    with (directory / place.file).open("rb") as file:
        file.seek(place.offset)
        raw = file.read(min(place.length, _LARGEST_RECORD))
    try:
        record = gzip.decompress(raw)
    except (OSError, EOFError, _BAD_GZIP) as error:
        raise ValueError(f"{place.file} at {place.offset}: no whole record: {error}") from error
    head, _, block = record.partition(b"\r\n\r\n")
    fields = _fields(head)
    block = block[: int(fields.get("content-length", "0"))]
    http_head, _, body = block.partition(b"\r\n\r\n")
    if fields.get("warc-type") != "response" or _digest(body) != place.digest:
        raise ValueError(f"{place.file} at {place.offset}: expected a response with digest {place.digest}")
    first, *lines = http_head.decode("latin-1").split("\r\n")
    headers = tuple((name, value.strip()) for name, _, value in (line.partition(":") for line in lines))
    return Capture(fields["warc-target-uri"], fields["warc-date"], int(first.split()[1]), headers, body)


def _fields(head: bytes) -> dict[str, str]:
    lines = head.decode("utf-8", "replace").split("\r\n")[1:]
    return {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


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
