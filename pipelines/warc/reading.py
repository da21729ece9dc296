"""Captures read back from the archive, revisits followed to the record that has the bytes."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from pipelines.items import CapturePlace
from pipelines.warc.records import digest_of

_LARGEST_RECORD = 300 * 1024 * 1024
_STEP = 256 * 1024


class BadRecord(ValueError):
    """A record that is missing or not what it should be; the message names file and offset."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A response read back: content coding is still on the body, as sent. Of a 304 status and headers are the first answer's."""

    url: str
    fetched_at: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The first value of a header, its name in any case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """One record as it stands in a file: its fields with names in lower case, its block."""

    fields: dict[str, str]
    block: bytes


def read_capture(directory: Path, place: CapturePlace) -> Capture:
    """The response that stands at a place, the bytes of a revisit taken from the record it refers to.

    Raises BadRecord, a ValueError, when the file is missing or what stands there is not the capture of that digest.
    """
    record = record_at(directory, place.file, place.offset, place.length)
    kind = record.fields.get("warc-type")
    head, _, body = record.block.partition(b"\r\n\r\n")
    if kind == "revisit":
        return _followed(directory, place, record, head)
    if kind != "response" or digest_of(body) != place.digest:
        raise BadRecord(f"{place.file} at {place.offset}: expected a response with digest {place.digest}, found {_found(record)}")
    return _capture(record.fields, head, body)


def _followed(directory: Path, place: CapturePlace, record: StoredRecord, head: bytes) -> Capture:
    """The capture of a revisit: when and where it was seen is its own, the bytes are those of the first record."""
    fields, (file, offset) = record.fields, _referred(place, record)
    first = record_at(directory, file, offset)
    first_head, _, body = first.block.partition(b"\r\n\r\n")
    if first.fields.get("warc-type") != "response" or digest_of(body) != place.digest:
        raise BadRecord(f"{place.file} at {place.offset}: refers to {file} at {offset}, expected digest {place.digest} there")
    seen = _capture(fields, head, b"")
    # A 304 may leave out what the page's first answer said of its body (RFC 9110, 15.4.5).
    shown = _capture(first.fields, first_head, body)
    return replace(shown, url=seen.url, fetched_at=seen.fetched_at) if seen.status == 304 else replace(seen, body=body)


def _referred(place: CapturePlace, record: StoredRecord) -> tuple[str, int]:
    """File and offset of the record that a revisit refers to. Raises BadRecord where it does not say so."""
    file, offset = record.fields.get("warc-refers-to-filename"), record.fields.get("warc-refers-to-file-offset", "")
    if not file or not offset.isdecimal() or "/" in file or "\\" in file:
        raise BadRecord(f"{place.file} at {place.offset}: a revisit that does not say where its bytes stand")
    return file, int(offset)


def referred_place(directory: Path, place: CapturePlace, record: StoredRecord) -> CapturePlace | None:
    """The place of the record that a revisit refers to; None where there is no such record any more."""
    try:
        file, offset = _referred(place, record)
        with (directory / file).open("rb") as handle:
            handle.seek(offset)
            return CapturePlace(file, offset, next_member(handle)[1], place.digest)
    except (OSError, BadRecord, zlib.error):
        return None


def _capture(fields: dict[str, str], head: bytes, body: bytes) -> Capture:
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = tuple((name, value.strip()) for name, _, value in (line.partition(":") for line in lines))
    status = [*first.split(), "", ""][1]
    return Capture(
        fields.get("warc-target-uri", ""), fields.get("warc-date", ""), int(status) if status.isdecimal() else 0, headers, body
    )


def _found(record: StoredRecord) -> str:
    return f"{record.fields.get('warc-type', 'no WARC record')} {record.fields.get('warc-payload-digest', '')}".strip()


def record_at(directory: Path, file: str, offset: int, length: int | None = None) -> StoredRecord:
    """The record that begins at an offset (and is so many bytes long, packed). Raises BadRecord when there is none."""
    try:
        with (directory / file).open("rb") as handle:
            handle.seek(offset)
            raw, found = next_member(handle)
    except OSError as error:
        raise BadRecord(f"{file} at {offset}: cannot be read: {error.strerror}") from error
    except zlib.error as error:
        raise BadRecord(f"{file} at {offset}: no whole record: {error}") from error
    if length not in (None, found):
        raise BadRecord(f"{file} at {offset}: expected a record of {length} bytes, found one of {found}")
    return parsed(raw, f"{file} at {offset}")


def next_member(handle: IO[bytes]) -> tuple[bytes, int]:
    """The gzip member at the handle's place, unpacked, and its packed length; the handle then stands behind it.

    Raises zlib.error for what is no whole member, or unpacks to more than any record may have.
    """
    start, unpacker, parts, size = handle.tell(), zlib.decompressobj(wbits=31), [], 0
    while not unpacker.eof:
        raw = handle.read(_STEP)
        if not raw:
            raise zlib.error("the file ends within it")
        part = unpacker.decompress(raw, _LARGEST_RECORD - size + 1)
        size += len(part)
        if size > _LARGEST_RECORD:
            raise zlib.error(f"it unpacks to more than {_LARGEST_RECORD >> 20} MB")
        parts.append(part)
    end = handle.tell() - len(unpacker.unused_data)
    handle.seek(end)
    return b"".join(parts), end - start


def parsed(raw: bytes, where: str) -> StoredRecord:
    """The record that bytes are. Raises BadRecord for other bytes."""
    head, _, block = raw.partition(b"\r\n\r\n")
    first, *lines = head.decode("utf-8", "replace").split("\r\n")
    if not first.startswith("WARC/"):
        raise BadRecord(f"{where}: expected a WARC record, found {first[:40]!r}")
    fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = fields.get("content-length", "")
    if not length.isdecimal() or len(block) < int(length):
        raise BadRecord(f"{where}: expected a block of {length or 'a stated number of'} bytes, found {len(block)}")
    return StoredRecord(fields, block[: int(length)])
