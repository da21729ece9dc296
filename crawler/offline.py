"""A saved file through the same path as a crawled response: no network, no database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from crawler.evidence import Problem, page_of
from crawler.pages.families import recognise
from pipelines.extract import read
from pipelines.items import Reading
from pipelines.place import PlacePipeline
from pipelines.validate import ValidatePipeline

LARGEST = 64 * 1024 * 1024
TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".shtml": "text/html"}


class Unreadable(Exception):
    """The file cannot be read as a page; the message says what was expected, what was found, and what to do."""


def read_file(path: Path, url: str | None = None, content_type: str | None = None) -> Reading:
    """What one saved page says. Raises Unreadable for a file that is missing, too large, or not a page."""
    body = _bytes(path)
    page = page_of(
        body,
        url or path.name,
        content_type or TYPES.get(path.suffix.lower()),
        family=recognise(url or path.name, "")[0],
        fetched_at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
    )
    if isinstance(page, Problem):
        raise Unreadable(f"{path}: expected a page (HTML or text), found {page.reason}")
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
