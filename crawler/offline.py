"""A saved file, or an answer in the archive, through the same path as a crawled response: no network, no database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from crawler.decode import read_text
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
_FILES = {
    "pdf": "a PDF file", "ole": "a file of Word, Excel or WPS", "zip": "a file of Word, Excel or OFD, or a ZIP archive",
    "rtf": "an RTF file", "mhtml": "a page saved as one file (.mht)", "unknown": "bytes that are no text",
    **dict.fromkeys(("png", "jpeg", "gif", "bmp", "tiff", "webp"), "a picture"),
}  # fmt: skip
"""Files that people take for a page, in words."""
_SAVE_AS_PAGE = "save it as a web page (.htm) and read that; 请先另存为网页（.htm）再读取"


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
        raise Unreadable(f"{name}: expected a page (HTML or text), found {_found(page, body)}")
    reading = read(page)
    for stage in (ValidatePipeline(), PlacePipeline()):
        stage.process_item(reading)
    return reading


def _found(problem: Problem, body: bytes) -> str:
    """What stands there in place of a page, and what to do about it."""
    if problem.outcome == "binary":
        kind = read_text(body, None).binary or "unknown"
        return f"{_FILES.get(kind, f'a file of the kind {kind}')}: {_SAVE_AS_PAGE}"
    if problem.outcome == "empty":
        return f"{problem.reason}: save the page again; 文件是空的，请重新保存"
    return problem.reason


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Unreadable(f"{path}: expected a saved page, found a folder: name one file in it")
        if not path.is_file():
            raise Unreadable(f"{path}: expected a saved page, found what is no file (a pipe or a device)")
        if size > LARGEST:
            raise Unreadable(f"{path}: expected a page of at most {LARGEST >> 20} MB, found {size >> 20} MB")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path}: expected a saved page, found none: {error.strerror}") from None
