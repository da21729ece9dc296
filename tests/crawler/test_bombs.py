"""Bodies that unpack to far more than they weigh, as they come and as they are read from the archive."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]  # it comes without types
import pytest
from backports import zstd
from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from crawler.fetches import ending_of_failure
from pipelines.warc import coding
from pipelines.warc.coding import UnknownCoding, content_of
from pipelines.warc.reading import Capture

MOST = 250_000


def _deflated(body: bytes) -> bytes:
    return zlib.compress(body)[2:-4]


def _brotli(body: bytes) -> bytes:
    return bytes(brotli.compress(body, quality=1))


PACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress, "deflate": zlib.compress, "deflate (bare)": _deflated, "br": _brotli, "zstd": zstd.compress,
    "gzip, gzip": lambda body: gzip.compress(gzip.compress(body)),
    "br, gzip": lambda body: gzip.compress(_brotli(body)),
}  # fmt: skip
BOMB = bytes(40 * MOST)


@pytest.mark.parametrize("named", PACK)
def test_a_body_that_unpacks_to_more_than_a_page_may_weigh_is_never_unpacked_whole(named: str) -> None:
    unpack = HttpCompressionMiddleware.from_crawler(get_crawler(settings_dict={"DOWNLOAD_MAXSIZE": MOST}))
    packed = PACK[named](BOMB)
    headers = {"Content-Encoding": named.partition(" (")[0], "Content-Type": "text/html"}
    tracemalloc.start()
    with pytest.raises(IgnoreRequest) as ignored:
        unpack.process_response(Request("http://a.example/"), Response("http://a.example/", 200, headers, packed))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert ending_of_failure(ignored.value).outcome == "too_large"
    assert peak < 4 * MOST


@pytest.mark.parametrize("named", PACK)
def test_neither_is_one_that_is_read_from_the_archive(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coding, "LARGEST", MOST)
    headers = (("Content-Encoding", named.partition(" (")[0]),)
    with pytest.raises(UnknownCoding, match="unpacks to more than"):
        content_of(Capture("http://a.example/", "2024-03-01T18:00:00Z", 200, headers, PACK[named](BOMB)))
