"""A small HTTP/1.1 server on asyncio, one listening socket a site, and the log of what was asked."""

from __future__ import annotations

import asyncio
import hashlib
import socket
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import parse_qsl, unquote, urlsplit

from demo.entry import Resource

_MAX_HEAD, _MAX_FORM = 65_536, 65_536
_REASONS = {200: "OK", 301: "Moved Permanently", 302: "Found", 304: "Not Modified", 403: "Forbidden", 404: "Not Found",
            405: "Method Not Allowed", 410: "Gone", 412: "Precondition Failed", 500: "Internal Server Error",
            503: "Service Unavailable"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as a server got it. `at` is seconds on a monotonic clock; `in_flight` counts it and those beside it.

    `path` includes the query; `headers` have names in lower case; `status` is the answer's, 0 for a raw one.
    """

    site: str
    method: str
    path: str
    at: float
    headers: Mapping[str, str]
    in_flight: int
    status: int


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer that writes to the connection itself, then the connection is closed: for answers that are not HTTP."""

    write: Callable[[asyncio.StreamWriter], Awaitable[None]]


Answer = Callable[[str, Mapping[str, str]], Resource | Raw]
"""From an address without its query, and the parameters of query and form, to what is sent."""


def _etag(resource: Resource) -> str:
    return f'"{hashlib.sha1(resource.body).hexdigest()[:20]}"'


def _modified(resource: Resource) -> str | None:
    day = resource.modified
    return None if day is None else format_datetime(datetime(day.year, day.month, day.day, 9, tzinfo=UTC), usegmt=True)


def conditional(resource: Resource, headers: Mapping[str, str]) -> Resource:
    """The resource with its validators, or 304 without a body where the request's validators hold (RFC 9110, 13)."""
    if resource.status != 200 or not resource.body:
        return resource
    etag, modified = _etag(resource), _modified(resource)
    extra = (("ETag", etag), *((("Last-Modified", modified),) if modified else ()))
    asked, since = headers.get("if-none-match"), headers.get("if-modified-since")
    fresh = asked is not None and (asked.strip() == "*" or etag in [tag.strip().removeprefix("W/") for tag in asked.split(",")])
    if fresh or (asked is None and since is not None and since == modified):
        return Resource(b"", resource.content_type, 304, resource.modified, (*resource.headers, *extra))
    return Resource(resource.body, resource.content_type, 200, resource.modified, (*resource.headers, *extra))


def _head(resource: Resource) -> bytes:
    lines = [f"HTTP/1.1 {resource.status} {_REASONS.get(resource.status, 'Answer')}"]
    if resource.content_type and resource.status != 304:
        lines.append(f"Content-Type: {resource.content_type}")
    if resource.status != 304:
        lines.append(f"Content-Length: {len(resource.body)}")
    lines += [f"{name}: {value}" for name, value in resource.headers]
    return ("\r\n".join(lines) + "\r\nConnection: keep-alive\r\n\r\n").encode("latin-1")


class Host:
    """The server of one site: answers what `answer` gives, and logs each request into `log`."""

    def __init__(self, key: str, answer: Answer, log: list[Asked], latency: float) -> None:
        self.key, self.answer, self.log, self.latency = key, answer, log, latency
        self.in_flight = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answers one connection until it is closed."""
        try:
            while await self._exchange(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            pass  # the client went away or sent what is not HTTP; the next connection is served all the same
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, target, _ = head[0].split(" ", 2)
        pairs = (line.partition(":") for line in head[1:] if line)
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        size = int(headers.get("content-length", "0"))
        form = await reader.readexactly(size) if size <= _MAX_FORM else b""
        self.in_flight += 1
        try:
            return await self._answer(method, target, headers, form, writer)
        finally:
            self.in_flight -= 1

    async def _answer(
        self, method: str, target: str, headers: Mapping[str, str], form: bytes, writer: asyncio.StreamWriter
    ) -> bool:
        at, beside = time.monotonic(), self.in_flight
        if self.latency:
            await asyncio.sleep(self.latency)
        url = urlsplit(target)
        asked = dict(parse_qsl(url.query, keep_blank_values=True))
        asked |= dict(parse_qsl(form.decode("latin-1"), keep_blank_values=True))
        found = self.answer(unquote(url.path), asked) if method in ("GET", "HEAD", "POST") else Resource(b"", status=405)
        if isinstance(found, Resource):
            found = conditional(found, headers)
        self.log.append(Asked(self.key, method, target, at, headers, beside, found.status if isinstance(found, Resource) else 0))
        if isinstance(found, Raw):
            await found.write(writer)
            return False
        writer.write(_head(found) + (b"" if method == "HEAD" or found.status == 304 else found.body))
        await writer.drain()
        return headers.get("connection", "").lower() != "close"


async def start(host: Host, sock: socket.socket) -> asyncio.Server:
    """A server on a bound socket."""
    return await asyncio.start_server(host.serve, sock=sock, limit=_MAX_HEAD)
