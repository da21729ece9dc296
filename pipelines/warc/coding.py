"""The content coding of an archived body undone: what the server packed for the way (RFC 9110, 8.4)."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]  # it comes without types
from backports import zstd

from pipelines.warc.reading import Capture

LARGEST = 64 * 1024 * 1024


class UnknownCoding(ValueError):
    """A body in a coding that is not known here, or that does not unpack; the message says which."""


def content_of(capture: Capture) -> bytes:
    """The body as the page's author wrote it. A body that ends early gives what there is. Raises UnknownCoding."""
    body = capture.body
    for coding in reversed([one.strip().lower() for one in (capture.header("Content-Encoding") or "").split(",") if one.strip()]):
        body = _unpacked(body, coding)
    return body


def _unpacked(body: bytes, coding: str) -> bytes:
    if coding in ("identity", "utf-8") or not body:
        return body
    if coding in ("gzip", "x-gzip"):
        return _inflated(body, 31)
    if coding == "deflate":
        # Some servers send bare deflate where the zlib wrapper belongs.
        return _inflated(body, 15 if body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0 else -15)
    if coding == "br":
        return _checked(lambda: brotli.Decompressor().process(body, output_buffer_limit=LARGEST + 1))
    if coding == "zstd":
        return _checked(lambda: zstd.ZstdDecompressor().decompress(body, LARGEST + 1))
    raise UnknownCoding(f"expected a body in gzip, deflate, br, zstd or no coding, found {coding!r}")


def _inflated(body: bytes, window: int) -> bytes:
    return _checked(lambda: zlib.decompressobj(wbits=window).decompress(body, LARGEST + 1))


def _checked(unpack: Callable[[], bytes]) -> bytes:
    try:
        found = unpack()
    except (zlib.error, zstd.ZstdError, brotli.error, EOFError) as error:
        raise UnknownCoding(f"the packed body does not unpack: {error}") from error
    if len(found) > LARGEST:
        raise UnknownCoding(f"the body unpacks to more than {LARGEST >> 20} MB")
    return found
