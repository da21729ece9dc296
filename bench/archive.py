"""Writing a page of 44 KB into the archive, beside warcio's own writer: CPU a page, in one run.

Both write a response and its request as a gzip member each, with digests. What is synced to the disk is not counted: that is
the disk's time, and a crawl does it once for some pages.
"""

from __future__ import annotations

import io
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # it comes without types
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from bench.portal_pages import portal_page
from pipelines.archive import Archive, Exchange
from tests.pipelines.accuracy import labelled

PAGES, ROUNDS, SIZE = 150, 7, 44 * 1024
BAR = 1.0
_NOW = datetime(2025, 3, 1, tzinfo=UTC)


def measures() -> list[dict[str, Any]]:
    """Milliseconds of CPU for a page of 44 KB, and that time over warcio's; medians of several rounds."""
    pages = list(_pages())
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_ours(pages))
        theirs.append(_warcio(pages))
    mine, other = statistics.median(ours), statistics.median(theirs)
    ratio = statistics.median(one / two for one, two in zip(ours, theirs, strict=True))
    said = f"warcio's writer {other:.2f} ms a page of {SIZE // 1024} KB, ours {mine:.2f} ms"
    return [
        {"name": "archive/ms a page", "value": mine, "bar": f"<= {BAR}", "ok": mine <= BAR, "reference": said},
        {"name": "archive/warcio writer", "value": ratio, "bar": "<= 1", "ok": ratio <= 1, "reference": said},
    ]


def _pages() -> list[bytes]:
    """Report pages as portals print them, each of the size at issue and none like another."""
    bodies = [portal_page(example.body) for example in labelled(["f14-d", "f19-d", "f21-d", "prose-a"])]
    filled = [(body * (SIZE // len(body) + 1))[: SIZE - 8] for body in bodies]
    return [b"%08d" % number + filled[number % len(filled)] for number in range(PAGES)]


def _ours(pages: list[bytes]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(Path(folder))
        headers = [(b"Content-Type", b"text/html; charset=utf-8"), (b"Server", b"nginx"), (b"ETag", b'"1"')]
        asked = [(b"User-Agent", b"nianbao/0.1"), (b"Accept", b"text/html")]
        began = time.process_time()
        for number, body in enumerate(pages):
            url = f"http://www.x.gov.cn/art/{number}.html"
            archive.store(Exchange(url, _NOW + timedelta(seconds=number), 200, headers, body, "OK", request_headers=asked))
        took = time.process_time() - began
        archive.close()
    return took / len(pages) * 1000


def _warcio(pages: list[bytes]) -> float:
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "a.warc.gz").open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Server", "nginx"), ("ETag", '"1"')]
        asked = [("User-Agent", "nianbao/0.1"), ("Accept", "text/html")]
        began = time.process_time()
        for number, body in enumerate(pages):
            url = f"http://www.x.gov.cn/art/{number}.html"
            answer = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
            record = writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=answer)
            question = StatusAndHeaders(f"GET /art/{number}.html HTTP/1.1", asked, is_http_request=True)
            request = writer.create_warc_record(url, "request", payload=io.BytesIO(b""), http_headers=question)
            writer.write_request_response_pair(request, record)
        took = time.process_time() - began
    return took / len(pages) * 1000
