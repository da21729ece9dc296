"""Answers that stand in the archive and of which nothing is in the database, read as if they had just come.

A crawl that is killed, or whose database is away for too long, leaves at most its last batch so. The next crawl of the site
reads it before it asks for anything; `nianbao replay --unread` reads whatever is left, of all sites.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrapy import Request
from scrapy.http import Response
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from crawler.evidence import Problem, damage_of, encoding_of, page_of
from crawler.fetches import UNPACKED, ending_of, is_home
from crawler.middlewares import PURPOSE, DecodedResponse, DecodeMiddleware
from crawler.registry import Site
from crawler.replay import Stages
from models import left_behind
from models.away import is_away
from models.database import writer
from models.publications import refresh
from pipelines.compare import compare_crawl
from pipelines.items import CapturePlace, Fetch, Page, Reading
from pipelines.keeping.batch import Batch, load_indicators
from pipelines.store import BATCH
from pipelines.warc.asked import ASKED, Asked, asked_of
from pipelines.warc.coding import UnknownCoding, content_of
from pipelines.warc.reading import BadRecord, Capture, read_capture, record_at
from pipelines.warc.unstored import captures_in, indexes_since, unstored

logger = logging.getLogger(__name__)

SLACK = timedelta(days=1)
"""How long before a crawl's beginning an answer of it may be dated, by a clock that was put back."""

Crawls = Sequence[tuple[int, datetime]]
"""Crawls of one site by number and beginning, newest first."""


@dataclass(slots=True)
class Found:
    """What was read from the archive: requests and pages that the database has now, and what could not be read, in words."""

    stored: int = 0
    reports: int = 0
    broken: list[str] = field(default_factory=list)


def take_up(engine: Engine, warc: Path, site: Site, crawl: int, in_hand: Sequence[str] = ()) -> Found:
    """Reads what the crawls before `crawl` left unread of a site, and compares the reports they had not come to compare.

    `crawl` must hold the claim of the site. `in_hand`: index lines of the WARC file that this process is writing. Raises the
    database's error where it is away, and ClaimLost; whatever else cannot be read is told and left where it is.
    """
    found = Found()
    with engine.connect() as connection:
        left = left_behind.crawls_left_behind(connection, site.key, crawl)
        if not left:
            return found
        since = min(row.started_at for row in left) - SLACK
        stored = left_behind.stored_spots(connection, site.key, since)
    crawls = [(row.id, row.started_at) for row in left]
    places = unstored(warc, site.key, since, stored, in_hand)
    _Taking(engine, warc, site, crawls, {crawl}, found).store(places)
    with writer(engine).begin() as connection:
        for number, _ in crawls:
            compare_crawl(connection, number)
    if found.stored:
        logger.info("site %s: %d answer(s) of crawls cut off were read from the archive", site.key, found.stored)
    return found


def read_unread(engine: Engine, warc: Path, sites: dict[str, Site], only: str | None = None) -> Found:
    """Reads whatever is unread of all sites, or only one, but those that are being crawled now."""
    found, now = Found(), datetime.now(UTC)
    by_site: dict[str, list[CapturePlace]] = {}
    for path in indexes_since(warc, None):
        file = path.name.removesuffix(".cdxj") + ".warc.gz"
        with engine.connect() as connection, path.open(encoding="utf-8") as lines:
            stored = left_behind.stored_in_file(connection, file)
            for one in captures_in(lines, only):
                if one.place.offset not in stored:
                    by_site.setdefault(one.site, []).append(one.place)
    for key, places in sorted(by_site.items()):
        if key not in sites:
            found.broken.append(f"site {key} has no row in the registry: {len(places)} answer(s) were not read")
            continue
        with engine.connect() as connection:
            busy = left_behind.is_being_crawled(connection, key, now)
            crawls = [(row.id, row.started_at) for row in left_behind.crawls_of(connection, key)]
        if not busy:
            _Taking(engine, warc, sites[key], crawls, set(), found).store(places)
            _settle(engine, key, crawls)
    return found


def _settle(engine: Engine, site: str, crawls: Crawls) -> None:
    with writer(engine).begin() as connection:
        for number, _ in crawls[:BATCH]:
            compare_crawl(connection, number)
        refresh(connection, [site])


@dataclass(slots=True)
class _Taking:
    """Reads captures of one site and writes them, some a transaction, as of the crawl that fetched each."""

    engine: Engine
    warc: Path
    site: Site
    crawls: Crawls
    for_crawl: set[int]
    found: Found

    def store(self, places: Sequence[CapturePlace]) -> None:
        for at in range(0, len(places), BATCH):
            # Its place follows from what is stored of its list: the stages are made anew for what was written meanwhile.
            stages = Stages(self.engine, self.site)
            items = [item for place in places[at : at + BATCH] if (item := self._item(place, stages)) is not None]
            if items:
                self._write(items)

    def _write(self, items: list[Fetch | Reading]) -> None:
        try:
            with writer(self.engine).begin() as connection:
                batch = Batch(connection, load_indicators(connection), self.for_crawl)
                batch.write(items)
        except SQLAlchemyError as error:
            if is_away(error):
                raise
            self._tell(f"{len(items)} answer(s) were read and could not be stored: {error}")
            return
        self.found.stored += len(items)
        self.found.reports += sum(isinstance(item, Reading) and item.is_annual_report for item in items)

    def _item(self, place: CapturePlace, stages: Stages) -> Fetch | Reading | None:
        where = f"{place.file} at {place.offset}"
        try:
            fields = record_at(self.warc, place.file, place.offset, place.length).fields
            asked, kind = asked_of(fields.get(ASKED.lower())), fields.get("warc-type", "")
            if asked is None or asked.site != self.site.key:
                return None
            place = replace(place, kind=kind)
            return next(self._read(place, asked, read_capture(self.warc, place), stages), None)
        except (BadRecord, UnknownCoding) as problem:
            self._tell(f"{where}: {problem}")
        except SQLAlchemyError:
            raise
        except Exception as error:  # a page that breaks our code must not keep its site from being crawled
            logger.exception("%s could not be read", where)
            self._tell(f"{where}: {type(error).__name__}: {error}")
        return None

    def _tell(self, words: str) -> None:
        logger.error("site %s: %s", self.site.key, words)
        self.found.broken.append(words)

    def _read(self, place: CapturePlace, asked: Asked, capture: Capture, stages: Stages) -> Iterator[Fetch | Reading]:
        """The request, or the reading of its page; nothing for an answer that led on to another one."""
        if not 200 <= capture.status < 300:
            return  # nothing to read; what is gone or failed is asked for again
        body = content_of(capture)
        if len(body) > self.site.limits.bytes:
            return
        response = _response(capture, body)
        fetch = self._fetch(place, asked, capture, response)
        if fetch.purpose != "report" or fetch.outcome != "ok":
            yield fetch
            return
        page = page_of(
            body, capture.url, fetch.content_type, self.site.family, fetched_at=fetch.fetched_at, site=self.site.key, fetch=fetch,
            listed=asked.listed, decoded=response.page_text,
        )  # fmt: skip
        yield stages.of_page(page) if isinstance(page, Page) else _as_said(fetch, page)

    def _fetch(self, place: CapturePlace, asked: Asked, capture: Capture, response: DecodedResponse) -> Fetch:
        ending, text = ending_of(response, response.page_text), response.page_text
        if ending.outcome == "ok" and asked.purpose == "report" and asked.requested_url != capture.url and is_home(capture.url):
            ending = replace(ending, outcome="http_error", reason=f"{asked.requested_url} led to the home page")
        moment = datetime.fromisoformat(capture.fetched_at)
        return Fetch(
            self.site.key, self._crawl_at(moment), capture.url, asked.requested_url, asked.purpose, moment, ending.outcome,
            capture.status, ending.reason, _said(capture, "Content-Type"), len(capture.body), _said(capture, "ETag"),
            _said(capture, "Last-Modified"), place, None if text.binary else encoding_of(text), damage_of(text),
        )  # fmt: skip

    def _crawl_at(self, moment: datetime) -> int | None:
        begun = [number for number, start in self.crawls if start <= moment]
        return begun[0] if begun else self.crawls[-1][0] if self.crawls else None


def _response(capture: Capture, body: bytes) -> DecodedResponse:
    """The answer as the spider gets it: unpacked, decoded, a challenge page marked."""
    request = Request(capture.url, meta={PURPOSE: "report"}, dont_filter=True)
    if capture.header("Content-Encoding") == "gzip":
        request.meta[UNPACKED] = int.from_bytes(capture.body[-4:], "little")
    promised = capture.header("Content-Length") or ""
    flags = ["dataloss"] if promised.isdecimal() and int(promised) > len(capture.body) else []
    headers: dict[str, list[str]] = {}
    for name, value in capture.headers:
        if name.lower() != "content-encoding":
            headers.setdefault(name, []).append(value)
    answer = Response(capture.url, capture.status, headers, body, flags=flags, request=request)
    decoded = DecodeMiddleware().process_response(request, answer)
    assert isinstance(decoded, DecodedResponse)
    return decoded


def _as_said(fetch: Fetch, problem: Problem) -> Fetch:
    return replace(fetch, outcome=problem.outcome, reason=problem.reason)


def _said(capture: Capture, name: str) -> str | None:
    value = capture.header(name)
    return value[:500] if value else None
