"""How one request ended, in the outcomes of `pipelines.items`: an answer by its status and body, a failure by its kind."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response

from crawler.decode import PageText
from crawler.manners.pacing import HostAsleep
from pipelines.items import FetchOutcome

_GONE = frozenset({404, 410})
_BUSY = frozenset({429, 503})
_END = 2000
_HOME = frozenset({"", "/", "/index.html", "/index.htm", "/index.shtml", "/index.jsp"})
CHALLENGE = "challenge"
UNPACKED = "unpacked"
"""Keys of `request.meta`: what marks the answer as a challenge page; how many bytes a gzip body says it unpacks to."""


class RefusedAddress(IgnoreRequest):
    """An address the crawl does not go to: off the site's hosts, or not a public one."""


class RobotsForbid(IgnoreRequest):
    """An address that the host's robots.txt forbids."""


class RobotsUnread(IgnoreRequest):
    """A host whose robots.txt did not load: until it does, nothing there may be asked. `silent`: it did not answer at all."""

    def __init__(self, message: str, *, silent: bool = False) -> None:
        super().__init__(message)
        self.silent = silent


@dataclass(frozen=True, slots=True)
class Ending:
    """How a request ended and, where it is not `ok`, why in words."""

    outcome: FetchOutcome
    reason: str | None = None


OK = Ending("ok")


def ending_of(response: Response, page: PageText | None) -> Ending:
    """How an answer is judged. `page` is its decoded text, None for an answer that was not decoded."""
    if CHALLENGE in response.meta:
        return Ending("blocked", str(response.meta[CHALLENGE]))
    if response.status == 304:
        return Ending("not_modified")
    if response.status in _GONE:
        return Ending("gone", f"status {response.status}")
    if response.status in _BUSY:
        return Ending("busy", f"status {response.status}{_asked_for(response)}")
    if not 200 <= response.status < 300:
        return Ending("http_error", f"status {response.status}")
    return _ending_of_body(response, page)


def is_home(url: str) -> bool:
    """Whether an address is that of a home page: a redirect there is no answer to what was asked."""
    return urlsplit(url).path.lower() in _HOME


def _ending_of_body(response: Response, page: PageText | None) -> Ending:
    if page is not None and page.binary:
        return Ending("binary", f"not a page but {page.binary}")
    if not response.body.strip():
        return Ending("empty", f"a body of {len(response.body)} bytes")
    cut = "dataloss" in response.flags or response.meta.get(UNPACKED, len(response.body)) != len(response.body)
    text = page.text if page is not None else ""
    if (cut and not _has_end(text)) or _breaks_off(text):
        # A server that promised more than it sent: with its end in place the page is whole all the same.
        return Ending("cut_short", f"cut short after {len(response.body)} bytes")
    return OK


def _asked_for(response: Response) -> str:
    said = response.headers.get("Retry-After")
    return f", asks for a pause ({said.decode('latin-1')[:60]})" if said else ""


def _has_end(text: str) -> bool:
    return "</html" in text[-_END:].lower()


def _breaks_off(text: str) -> bool:
    """Whether a page ends in the middle: a whole page's beginning, no end tag, and a word, tag, table or script left open.

    So does a body whose Content-Length says less than was sent: the rest of it never reaches us, and nothing tells.
    """
    tail = text[-_END:].lower()
    if "</html" in tail or "</body" in tail or "</frameset" in tail or "<html" not in text[:_END].lower():
        return False
    if not tail.rstrip().endswith(">"):
        return True
    lowered = text.lower()
    return any(lowered.count(f"<{tag}") > lowered.count(f"</{tag}") for tag in ("table", "script", "style", "div"))


def ending_of_failure(error: BaseException) -> Ending:
    """How a request without a usable answer ended."""
    said = f"{type(error).__name__}: {error}"[:300]
    if isinstance(error, RefusedAddress):
        return Ending("refused", str(error))
    if isinstance(error, RobotsForbid):
        return Ending("forbidden", str(error))
    if isinstance(error, RobotsUnread):
        return Ending("unreachable" if error.silent else "robots_unread", str(error)[:300])
    if isinstance(error, HostAsleep):
        return Ending("busy", str(error))
    if isinstance(error, IgnoreRequest):
        return _ending_of_ignored(str(error))
    if isinstance(error, DownloadCancelledError):
        return Ending("too_large", said)
    reasons: tuple[tuple[type[Exception], str], ...] = (
        (CannotResolveHostError, "the host's name has no address"),
        (DownloadConnectionRefusedError, "the connection was refused"),
        (DownloadTimeoutError, "no answer in time"),
        (ResponseDataLossError, "the answer was cut short"),
    )
    words = next((words for kind, words in reasons if isinstance(error, kind)), said)
    return Ending("unreachable", words)


def _ending_of_ignored(message: str) -> Ending:
    """What Scrapy's own middlewares mean; they raise one class and differ in their words."""
    if "redirections" in message:
        return Ending("redirect_loop", "too many redirections")
    if "DOWNLOAD_MAXSIZE" in message:
        return Ending("too_large", message[:300])
    return Ending("refused", message[:300])
