"""Between Scrapy and the spider: the archive, the one point where bytes become text, challenge pages.

Order, innermost first: `PacedHandler` (a request in its turn at the host), `AddressGuard` (an address is judged before it is
asked), `Budget`, `ArchiveMiddleware` (bytes as they came), then Scrapy's decompression, `DecodeMiddleware`, `RobotsMiddleware`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any, Self

from lxml.html import HtmlElement
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Headers, HtmlResponse, Response

from crawler.challenges import challenge_in
from crawler.decode import PageText, read_text
from crawler.fetches import CHALLENGE, UNPACKED
from crawler.pages.document import parse
from pipelines.archive import Archive, Exchange, give_back, take_archive
from pipelines.warc.asked import Asked

logger = logging.getLogger(__name__)

PURPOSE = "purpose"
FETCHED_AT = "fetched_at"
CAPTURE = "capture"
SENT = "sent"
ORIGINAL = "original"
"""Keys of `request.meta`: what a request is for, when its answer came, where the answer stands, bytes that were sent, and the
earlier answer of the same address, so that an unchanged one is archived as a revisit of it."""


class ArchiveFailed(Exception):
    """A response could not be archived; without its evidence nothing may be claimed, so the crawl stops."""


class ArchiveMiddleware:
    """Writes every response into the archive before anything decodes or reads it, and leaves its place in `request.meta`."""

    def __init__(self, crawler: Crawler, archive: Archive, clock: Callable[[], datetime]) -> None:
        self.crawler, self.archive, self.clock = crawler, archive, clock

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """On the archive below NIANBAO_DATA_DIR, shared by all crawls of the process."""
        archive = take_archive(Path(crawler.settings["NIANBAO_DATA_DIR"]) / "warc")
        held = cls(crawler, archive, lambda: datetime.now(UTC))
        crawler.signals.connect(held.spider_closed, signals.spider_closed)
        return held

    def process_response(self, request: Request, response: Response) -> Response:
        """The response, archived. Raises ArchiveFailed when the disk does not take it."""
        moment = self.clock()
        try:
            place = self.archive.store(_exchange(request, response, moment, self._asked(request)), request.meta.get(ORIGINAL))
        except OSError as error:
            logger.error("a response could not be archived: %s", error)
            self.crawler.stats.inc_value("nianbao/archive_errors")
            raise ArchiveFailed(str(error)) from error
        request.meta.update({FETCHED_AT: moment, CAPTURE: place, SENT: len(response.body)})
        request.meta.pop(UNPACKED, None)
        if response.headers.get("Content-Encoding") == b"gzip":
            # The last four bytes of gzip are the length unpacked (RFC 1952, 2.3.1); a body cut short gives another number.
            request.meta[UNPACKED] = int.from_bytes(response.body[-4:], "little")
        return response

    def _asked(self, request: Request) -> Asked | None:
        """What the request is for; None for one whose answer is not to be stored: robots.txt, a dry run, no crawl claimed."""
        spider: Any = self.crawler.spider
        if PURPOSE not in request.meta or getattr(spider, "crawl", None) is None or spider.dry_run:
            return None
        requested = request.meta.get("redirect_urls", [request.url])[0]
        return Asked(spider.site.key, request.meta[PURPOSE], requested, request.cb_kwargs.get("listed"))

    def spider_closed(self) -> None:
        """Gives the archive back."""
        try:
            give_back(self.archive)
        except OSError as error:
            logger.error("the archive could not be closed: %s", error)
            self.crawler.stats.inc_value("nianbao/archive_errors")


_PHRASES = {status.value: status.phrase for status in HTTPStatus}


def _exchange(request: Request, response: Response, moment: datetime, asked: Asked | None) -> Exchange:
    return Exchange(
        url=response.url,
        fetched_at=moment,
        status=response.status,
        headers=_raw(response.headers),
        body=response.body,
        reason=_PHRASES.get(response.status, ""),
        method=request.method,
        request_headers=_raw(request.headers),
        request_body=request.body,
        address=str(response.ip_address) if response.ip_address else None,
        asked=asked,
    )


def _raw(headers: Headers) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, values in headers.items() for value in values]


class DecodedResponse(HtmlResponse):
    """A response whose text was decoded by `crawler.decode`; Scrapy's own guess at the encoding is never asked."""

    attributes = (*HtmlResponse.attributes, "page_text")

    def __init__(self, *args: Any, page_text: PageText, **kwargs: Any) -> None:
        self.page_text = page_text
        self._document: HtmlElement | None = None
        kwargs["encoding"] = "utf-8"
        super().__init__(*args, **kwargs)

    @classmethod
    def of(cls, response: Response, page_text: PageText) -> Self:
        """The same response with its text. `replace` would ask the other for its encoding, which it then guesses."""
        made = cls(
            response.url, response.status, None, response.body, response.flags, response.request, response.certificate,
            response.ip_address, response.protocol, page_text=page_text,
        )  # fmt: skip
        made.headers = response.headers
        return made

    @property
    def text(self) -> str:
        """The page as decoded."""
        return self.page_text.text

    def document(self) -> HtmlElement:
        """The text parsed as markup, once for all who look at it."""
        if self._document is None:
            self._document = parse(self.text)
        return self._document


class DecodeMiddleware:
    """Turns the answer to a request of the spider into a `DecodedResponse`: the one place where bytes become text."""

    def process_response(self, request: Request, response: Response) -> Response:
        """The response with its text; an answer nobody will read (robots.txt) stays as it came."""
        if PURPOSE not in request.meta:
            return response
        declared = response.headers.get("Content-Type")
        page = DecodedResponse.of(response, read_text(response.body, declared.decode("latin-1") if declared else None))
        cookies = [cookie.decode("latin-1") for cookie in response.headers.getlist("Set-Cookie")]
        challenge = challenge_in(response.status, cookies, page.text, page.document)
        if challenge:
            # A challenge is reported, not followed: its refresh would only ask for it again.
            request.meta.update({CHALLENGE: challenge, "dont_redirect": True, "dont_retry": True})
        return page
