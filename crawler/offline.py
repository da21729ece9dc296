"""A saved file, or an answer in the archive, through the same path as a crawled response: no network, no database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from crawler.evidence import Problem, page_of
from crawler.pages.families import recognise
from pipelines.extract import read
from pipelines.items import Reading
from pipelines.place import PlacePipeline
from pipelines.validate import ValidatePipeline
from pipelines.warc.coding import UnknownCoding, content_of
from pipelines.warc.lookup import newest_of
from pipelines.warc.reading import BadRecord, read_capture

LARGEST = 64 * 1024 * 1024
TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".shtml": "text/html"}


class Unreadable(Exception):
    """The file cannot be read as a page; the message says what was expected, what was found, and what to do."""


def read_file(path: Path, url: str | None = None, content_type: str | None = None) -> Reading:
    """What one saved page says. Raises Unreadable for a file that is missing, too large, or not a page."""
    body, saved = _bytes(path), datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return _read(body, str(path), url or path.name, content_type or TYPES.get(path.suffix.lower()), saved)


def read_archived(warc: Path, url: str) -> Reading:
    """What the newest good answer of an address in the archive says. Raises Unreadable where there is none, or no page."""
    place = newest_of(warc, url)
    if place is None:
        raise Unreadable(f"{url}: expected an answer in the archive, found none in {warc}: `nianbao crawl KEY --url URL` gets it")
    try:
        capture = read_capture(warc, place)
        body = content_of(capture)
    except (BadRecord, UnknownCoding) as problem:
        raise Unreadable(f"{url}: {problem}") from None
    return _read(body, url, capture.url, capture.header("Content-Type"), datetime.fromisoformat(capture.fetched_at))


def _read(body: bytes, name: str, url: str, content_type: str | None, fetched_at: datetime) -> Reading:
    page = page_of(body, url, content_type, family=recognise(url, "")[0], fetched_at=fetched_at)
    if isinstance(page, Problem):
        raise Unreadable(f"{name}: expected a page (HTML or text), found {page.reason}")
    reading = read(page)
    for stage in (ValidatePipeline(), PlacePipeline()):
        stage.process_item(reading)
    return reading


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Unreadable(f"{path}: expected a saved page, found a folder")
        if size > LARGEST:
            raise Unreadable(f"{path}: expected a page of at most {LARGEST >> 20} MB, found {size >> 20} MB")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path}: cannot be read: {error.strerror}") from None
