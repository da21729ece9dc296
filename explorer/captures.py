"""Archived bytes for readers: found by their row, unpacked within bounds, never handed out as a page of our own."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.archive import Capture, read_capture
from pipelines.items import CapturePlace

LARGEST = 16 * 1024 * 1024
"""Bytes of a body that are unpacked for showing; what is larger can be downloaded as it was sent."""

_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 47}


class NoCapture(Exception):
    """The bytes cannot be shown; the message says why."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a page was, unpacked: `text` is None where the bytes are no text that was read (a PDF, an image)."""

    sent: bytes
    text: str | None
    content_type: str


def body_of(warc: Path | None, row: Mapping[str, Any]) -> Body:
    """The body of a request's capture. `row` is one of table `fetch`. Raises NoCapture with the reason."""
    capture = _capture(warc, row)
    codec, kind = row["codec"], row["content_type"] or ""
    if codec is None:
        return Body(capture.body, None, kind)
    return Body(capture.body, _decoded(_unpacked(capture), str(codec)), kind)


def _capture(warc: Path | None, row: Mapping[str, Any]) -> Capture:
    name = row["warc_file"]
    if name is None:
        raise NoCapture("this request has no capture: it ended without an answer")
    if warc is None:
        raise NoCapture(f"the archive is not beside this database; the capture stands in {name} at {row['warc_offset']}")
    if Path(name).name != name:  # the file comes from a database that may be anybody's
        raise NoCapture("the row names a file outside the archive")
    try:
        return read_capture(warc, CapturePlace(name, int(row["warc_offset"]), int(row["warc_length"]), str(row["digest"])))
    except (OSError, ValueError, KeyError, IndexError) as problem:
        raise NoCapture(f"the capture cannot be read back: {problem}") from problem


def _unpacked(capture: Capture) -> bytes:
    coding = (capture.header("content-encoding") or "identity").strip().lower()
    if coding == "identity":
        return capture.body[:LARGEST]
    if coding not in _WINDOWS:
        raise NoCapture(f"the body was sent packed as {coding!r}, which is not unpacked here: download it")
    try:
        return zlib.decompressobj(_WINDOWS[coding]).decompress(capture.body, LARGEST)
    except zlib.error as problem:
        raise NoCapture(f"the body is not {coding} as its header says: {problem}") from problem


def _decoded(body: bytes, codec: str) -> str:
    try:
        return body.decode(codec, "replace")
    except LookupError:
        return body.decode("utf-8", "replace")
