"""The CDXJ index beside each closed WARC file: a line a capture, sorted by address and moment, as pywb and others read it.

A line is `urlkey timestamp {json}`. The key is the address in SURT order: host parts turned round, no scheme, no www.
A 304 stands at its own moment with the place of the bytes that it confirms: readers that know no better would show the
empty answer itself.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from pipelines.items import CapturePlace
from pipelines.warc.asked import ASKED, Asked, asked_of
from pipelines.warc.reading import BadRecord, StoredRecord, next_member, parsed, referred_place
from pipelines.warc.records import Exchange, Original

_WWW = re.compile(r"^www\d{0,3}\.")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_json = json.JSONEncoder(ensure_ascii=False).encode
_REVISIT = "warc/revisit"
SITE = "site"
"""A key of our own in a line: the site that the answer was asked for; robots.txt and confirmations (304) have none."""


def index_path(warc: Path) -> Path:
    """Where the index of a WARC file stands: `x.warc.gz` -> `x.cdxj`."""
    return warc.with_name(warc.name.removesuffix(".warc.gz") + ".cdxj")


def urlkey(url: str) -> str:
    """The address as indexes sort it: `http://www.x.gov.cn:8080/A?b=2&a=1` -> `cn,gov,x:8080)/a?a=1&b=2`."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url.lower()
    turned = ",".join(reversed(_WWW.sub("", host).split(".")))
    shown = f":{port}" if port and port != _DEFAULT_PORTS.get(parts.scheme) else ""
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    path = parts.path.rstrip("/") or "/"
    return f"{turned}{shown}){path}{'?' + query if query else ''}".lower()


def line_of_exchange(exchange: Exchange, place: CapturePlace, original: Original | None = None) -> str:
    """The line of an answer that was just written, perhaps as a revisit of `original`."""
    kinds = (value for name, value in exchange.headers if name.lower() == b"content-type")
    said = next(kinds, b"").decode("latin-1")
    moment = f"{exchange.fetched_at:%Y%m%d%H%M%S}"
    if place.kind == "revisit" and exchange.status == 304 and original is not None:
        return _line(exchange.url, moment, "200", "", original.place)
    return _line(exchange.url, moment, str(exchange.status), said, place, exchange.asked)


def _line(
    url: str, moment: str, status: str, content_type: str, place: CapturePlace, asked: Asked | None = None
) -> str:
    mime = _REVISIT if place.kind == "revisit" else content_type.partition(";")[0].strip().lower() or "unk"
    said = {
        "url": url, "mime": mime, "status": status, "digest": place.digest, "length": str(place.length),
        "offset": str(place.offset), "filename": place.file, **({SITE: asked.site} if asked else {}),
    }  # fmt: skip
    return f"{urlkey(url)} {moment} {_json(said)}"


def add_to_index(warc: Path, lines: Iterable[str], is_whole: bool) -> None:
    """Writes the index of a file that was just closed. `is_whole`: the lines are those of the whole file."""
    path, new = index_path(warc), list(lines)
    if is_whole:
        _write(path, new)
    elif not path.exists():
        index_file(warc)
    elif new:
        _write(path, [*path.read_text(encoding="utf-8").splitlines(), *new])


def index_file(warc: Path) -> int:
    """How many captures the index now has that was made anew by reading a WARC file. Stops at the first broken record."""
    lines = [line for offset, length, record in records_in(warc) if (line := _line_of_record(warc, offset, length, record))]
    _write(index_path(warc), lines)
    return len(lines)


def records_in(warc: Path) -> Iterator[tuple[int, int, StoredRecord]]:
    """Each record of a file with its offset and packed length, up to the first broken one."""
    with warc.open("rb") as handle:
        while True:
            start = handle.tell()
            try:
                raw, length = next_member(handle)
                record = parsed(raw, f"{warc.name} at {start}")
            except (zlib.error, BadRecord):
                return
            yield start, length, record


def _line_of_record(warc: Path, offset: int, length: int, record: StoredRecord) -> str | None:
    fields, kind = record.fields, record.fields.get("warc-type", "")
    if kind not in ("response", "revisit"):
        return None
    head = record.block.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
    status = [*head[0].split(), "", ""][1]
    place = CapturePlace(warc.name, offset, length, fields.get("warc-payload-digest", "").removeprefix("sha1:"), kind)
    moment = "".join(sign for sign in fields.get("warc-date", "") if sign.isdecimal())[:14]
    if kind == "revisit" and status == "304":
        confirmed = referred_place(warc.parent, place, record)
        return _line(fields.get("warc-target-uri", ""), moment, "200", "", confirmed) if confirmed else None
    asked = asked_of(fields.get(ASKED.lower()))
    return _line(fields.get("warc-target-uri", ""), moment, status, headers.get("content-type", ""), place, asked)


def _write(path: Path, lines: Iterable[str]) -> None:
    """Writes a sorted index in one go: a reader sees the old one or the new one."""
    partial = path.with_name(path.name + ".partial")
    partial.write_text("".join(f"{line}\n" for line in sorted(set(lines))), encoding="utf-8")
    os.replace(partial, path)
