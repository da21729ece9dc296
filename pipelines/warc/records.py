"""WARC/1.1 records as bytes: what is written of one request and its answer."""

from __future__ import annotations

import base64
import hashlib
import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pipelines.items import CapturePlace
from pipelines.warc.asked import ASKED, Asked

_SOFTWARE = "nianbao"
_SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

_PLAIN_URI = re.compile("[!-~]*")

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
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """An earlier answer of the same address whose bytes are in the archive: a later one that is the same refers to it."""

    url: str
    fetched_at: datetime
    place: CapturePlace


@dataclass(frozen=True, slots=True)
class Record:
    """One record ready to be written, the id that others refer to it by, and what a capture's place is made of."""

    content: bytes
    id: str
    digest: str
    kind: str


def digest_of(payload: bytes) -> str:
    """The SHA-1 of a payload as archives write it: base32."""
    return base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode("ascii")


def _record(kind: str, fields: Iterable[tuple[str, str]], block: bytes) -> bytes:
    lines = [f"WARC/1.1\r\nWARC-Type: {kind}"]
    lines += [f"{name}: {value}" for name, value in fields]
    lines.append(f"Content-Length: {len(block)}\r\n\r\n")
    return "\r\n".join(lines).encode("utf-8") + block + b"\r\n\r\n"


def _record_id() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"


def _warc_date(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def warcinfo(name: str, moment: datetime) -> bytes:
    """The first record of a file."""
    block = f"software: {_SOFTWARE}\r\nformat: WARC File Format 1.1\r\n".encode()
    fields = [
        ("WARC-Record-ID", _record_id()),
        ("WARC-Filename", name),
        ("WARC-Date", _warc_date(moment)),
        ("Content-Type", "application/warc-fields"),
    ]
    return _record("warcinfo", fields, block)


def _clean_uri(url: str) -> str:
    if _PLAIN_URI.fullmatch(url):
        return url
    return "".join(character for character in url if character > " " and character != "\x7f")


def _header_block(first: bytes, headers: Headers) -> bytes:
    lines = [first, *(name + b": " + value.replace(b"\r", b" ").replace(b"\n", b" ") for name, value in headers)]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def record_of(exchange: Exchange, original: Original | None = None) -> Record:
    """The record of an answer: a revisit where `original` has the same bytes or the server said so (304), else a response.

    A 304 without a known original is kept as a response of its own.
    """
    digest = digest_of(exchange.body)
    if original is not None and exchange.status == 304:
        return _revisit(exchange, original, _NOT_MODIFIED)
    if original is not None and exchange.status == 200 and exchange.body and digest == original.place.digest:
        return _revisit(exchange, original, _SAME_PAYLOAD)
    record_id = _record_id()
    fields = [*_about(exchange, record_id, digest), ("Content-Type", "application/http; msgtype=response")]
    return Record(_record("response", fields, _answer_head(exchange) + exchange.body), record_id, digest, "response")


def _revisit(exchange: Exchange, original: Original, profile: str) -> Record:
    """A record without the bytes (WARC 1.1, 6.7): the answer's own head, and where the bytes stand.

    Filename and offset are extension fields, as Heritrix writes them: with them the bytes are found without an index.
    """
    record_id, place = _record_id(), original.place
    fields = [
        *_about(exchange, record_id, place.digest),
        ("WARC-Profile", profile),
        ("WARC-Refers-To-Target-URI", _clean_uri(original.url)),
        ("WARC-Refers-To-Date", _warc_date(original.fetched_at)),
        ("WARC-Refers-To-Filename", place.file),
        ("WARC-Refers-To-File-Offset", str(place.offset)),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    return Record(_record("revisit", fields, _answer_head(exchange)), record_id, place.digest, "revisit")


def _about(exchange: Exchange, record_id: str, digest: str) -> list[tuple[str, str]]:
    fields = [
        ("WARC-Record-ID", record_id),
        ("WARC-Target-URI", _clean_uri(exchange.url)),
        ("WARC-Date", _warc_date(exchange.fetched_at)),
        ("WARC-Payload-Digest", f"sha1:{digest}"),
    ]
    if exchange.address:
        fields.append(("WARC-IP-Address", exchange.address))
    return [*fields, (ASKED, exchange.asked.line())] if exchange.asked else fields


def _answer_head(exchange: Exchange) -> bytes:
    first = f"HTTP/1.1 {exchange.status} {exchange.reason}".rstrip().encode("latin-1", "replace")
    return _header_block(first, exchange.headers)


def request_record(exchange: Exchange, answer_id: str) -> bytes:
    """The record of the request that an answer is to."""
    path = _clean_uri(exchange.url).split("://", 1)[-1]
    host, _, path = path.partition("/")
    first = f"{exchange.method} /{path.split('#', 1)[0]} HTTP/1.1".encode()
    names = {name.lower() for name, _ in exchange.request_headers}
    headers = exchange.request_headers if b"host" in names else [(b"Host", host.encode()), *exchange.request_headers]
    fields = [
        ("WARC-Record-ID", _record_id()),
        ("WARC-Target-URI", _clean_uri(exchange.url)),
        ("WARC-Date", _warc_date(exchange.fetched_at)),
        ("WARC-Concurrent-To", answer_id),
        ("Content-Type", "application/http; msgtype=request"),
    ]
    return _record("request", fields, _header_block(first, headers) + exchange.request_body)
