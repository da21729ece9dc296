"""Hosts that misbehave, one fault a host: a crawler must end each with a recorded outcome and go on."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Mapping
from datetime import date
from random import Random

from demo.entry import Resource
from demo.fault_pages import Fault, good_report
from demo.fault_pages import always as _always
from demo.fault_pages import html as _html
from demo.fault_pages import links as _links
from demo.impostors import IMPOSTORS
from demo.server import Raw

HUGE = 20 * 1024 * 1024
"""Bytes of the page that is too large."""
DRIP_SECONDS = 0.5


def _huge() -> Resource:
    line = "<p>一年来，公开内容逐条登记在册，此处不再赘述。</p>\n".encode()
    return Resource(b"<html><body>" + line * (HUGE // len(line) + 1) + b"</body></html>")


def _pdf() -> Resource:
    noise = Random("pdf").randbytes(60_000)
    return Resource(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Length 60000>> stream\n" + noise + b"\nendstream endobj\n%%EOF\n")


def _zip() -> Resource:
    return Resource(b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + Random("zip").randbytes(40_000) + b"PK\x05\x06" + bytes(18))


def _bomb() -> Resource:
    packed = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join(packed.compress(b" " * 1_048_576) for _ in range(200)) + packed.flush()
    return Resource(body, headers=(("Content-Encoding", "gzip"),))


def _deflate_bomb() -> Resource:
    return Resource(zlib.compress(b" " * (HUGE * 3), 9), headers=(("Content-Encoding", "deflate"),))


def _broken_gzip() -> Resource:
    return Resource(gzip.compress(good_report(2015).body, mtime=0)[:-40], headers=(("Content-Encoding", "gzip"),))


async def _drip(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 100000\r\n\r\n<html>")
    for _ in range(240):
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(DRIP_SECONDS)


async def _truncated(writer: asyncio.StreamWriter) -> None:
    body = good_report(2014).body
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body) * 3}\r\n\r\n"
    writer.write(head.encode() + body[: len(body) // 2])
    await writer.drain()


async def _short_length(writer: asyncio.StreamWriter) -> None:
    body = good_report(2014).body
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body) // 2}\r\n\r\n"
    writer.write(head.encode() + body)
    await writer.drain()


async def _reset(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def _nonsense(writer: asyncio.StreamWriter) -> None:
    writer.write(b"220 demo FTP server ready\r\n")
    await writer.drain()


def _redirect(to: str) -> Resource:
    return Resource(b"", "", 302, headers=(("Location", to),))


def _loop(path: str, query: Mapping[str, str]) -> Resource:
    return _redirect("/b.html" if path == "/index.html" else "/index.html")


def _robots(path: str, query: Mapping[str, str]) -> Resource:
    if path == "/robots.txt":
        return Resource(b"User-agent: *\nDisallow: /\n", "text/plain")
    return _html("年报", _links({"/2015.html": 2015})) if path == "/index.html" else good_report(2015)


def _robots_down(path: str, query: Mapping[str, str]) -> Resource:
    if path == "/robots.txt":
        return _html("500", "<p>服务器内部错误</p>", 500)
    return _html("年报", _links({"/2015.html": 2015})) if path == "/index.html" else good_report(2015)


def _away(path: str, query: Mapping[str, str]) -> Resource:
    """Pages that redirect to where a crawler must not go, one of them written so that only a resolver sees it."""
    places = {
        "/2011.html": "http://169.254.169.254/latest/",
        "/2012.html": "http://2130706433/",
        "/2013.html": "http://localhost/",
    }
    if path in places:
        return _redirect(places[path])
    return (
        _html("年报", _links({"/2011.html": 2011, "/2012.html": 2012, "/2013.html": 2013}))
        if path == "/index.html"
        else _missing()
    )


def _missing() -> Resource:
    return _html("404", "", 404)


def _offsite(path: str, query: Mapping[str, str]) -> Resource:
    if path != "/index.html":
        return good_report(2016)
    strange = (
        "http://elsewhere.invalid/2011.html",
        "http://10.20.30.40/2012.html",
        "http://169.254.169.254/2013.html",
        "http://[::1]:9/2014.html",
        "file:///etc/hostname",
        "/2016.html",
        "http://192.168.7.7/2017.html",
        "javascript:void(0)",
        "mailto:demo@elsewhere.invalid",
        "http://2130706433/2020.html",
    )
    return _html("年报", _links({link: 2011 + at for at, link in enumerate(strange)}))


def _endless(path: str, query: Mapping[str, str]) -> Resource:
    if path == "/2015.html":
        return good_report(2015)
    text = path.removeprefix("/index_").removesuffix(".html")
    number = int(text) if text.isdecimal() and len(text) < 9 else 1
    return _html("年报", _links({"/2015.html": 2015}) + f'<a href="/index_{number + 1}.html">下一页</a> 共 99999 页')


def _generated(path: str, query: Mapping[str, str]) -> Resource:
    """A list that makes up new entries for whatever page of it is asked for."""
    text = path.removeprefix("/index_").removesuffix(".html")
    number = int(text) if text.isdecimal() and len(text) < 9 else 1
    if path.startswith("/made/"):
        return good_report(2016)
    if path == "/robots.txt":
        return _missing()
    rows = _links({f"/made/{number}-{at}.html": 2008 + at for at in range(5)})
    return _html("年报", rows + f'<a href="/index_{number + 1}.html">下一页</a>')


def _calendar(path: str, query: Mapping[str, str]) -> Resource:
    text = path.strip("/").removesuffix(".html")
    month = (
        date.fromisoformat(f"{text}-01") if len(text) == 7 and text[:4].isdecimal() and text[5:].isdecimal() else date(2015, 1, 1)
    )
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    earlier = date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)
    days = "".join(f'<a href="/{month:%Y-%m}-{day:02d}.html">{day}</a> ' for day in range(1, 29))
    turn = f'<a href="/{earlier:%Y-%m}.html">上一月</a> {days}<a href="/{following:%Y-%m}.html">下一页</a>'
    return _html(f"{month:%Y年%m月}信息公开日历", turn)


def _challenge(path: str, query: Mapping[str, str]) -> Resource:
    script = "var _s='demo';(function(){document.cookie='demoS=1;path=/';setTimeout(function(){location.reload()},900)})();"
    page = f"<html><head><meta http-equiv='refresh' content='3'><script>{script}</script></head><body></body></html>"
    return Resource(page.encode(), status=412, headers=(("Set-Cookie", "demoT=abc123; Path=/"),))


def _mixed(path: str, query: Mapping[str, str]) -> Resource | Raw:
    names = ("missing", "error", "empty", "huge", "binary", "truncated", "loop", "reset")
    if path == "/index.html":
        return _html("年报", _links({f"/{name}.html": 2008 + at for at, name in enumerate(names)} | {"/good.html": 2017}))
    name = path.strip("/").removesuffix(".html")
    if name == "good":
        return good_report(2017)
    if name == "loop":
        return _redirect("/loop.html")
    return FAULTS[name].answer(path, query) if name in names else _html("404", "", 404)


FAULTS: dict[str, Fault] = {
    "unreachable": Fault("no one listens at this port", _always(lambda: Resource(b"")), listens=False),
    "missing": Fault("404", _always(lambda: _html("404", "<p>页面不存在</p>", 404))),
    "error": Fault("500", _always(lambda: _html("500", "<p>服务器内部错误</p>", 500))),
    "unavailable": Fault(
        "503 with Retry-After", _always(lambda: _html("503", "<p>系统维护</p>", 503, (("Retry-After", "120"),)))
    ),
    "empty": Fault("200 without a body", _always(lambda: Resource(b""))),
    "huge": Fault("a page of 20 MB", _always(_huge)),
    "binary": Fault("a PDF's bytes as text/html", _always(_pdf)),
    "zip": Fault("a zip's bytes as text/html", _always(_zip)),
    "bomb-deflate": Fault("60 MB of blanks, deflated", _always(_deflate_bomb)),
    "short-length": Fault("a body twice as long as Content-Length says", _always(lambda: Raw(_short_length))),
    "robots-down": Fault("robots.txt answers 500", _robots_down),
    "away": Fault("pages that redirect to private addresses", _away),
    "generated": Fault("a list that makes up new entries for ever", _generated, limits={"pages": 40}),
    "bomb": Fault("200 MB of blanks, gzipped", _always(_bomb)),
    "broken-gzip": Fault("gzip that ends too early", _always(_broken_gzip)),
    "loop": Fault("two addresses that redirect to one another", _loop),
    "robots": Fault("robots.txt forbids everything", _robots),
    "drip": Fault("one byte every half second", _always(lambda: Raw(_drip))),
    "truncated": Fault("a body a sixth as long as Content-Length says", _always(lambda: Raw(_truncated))),
    "reset": Fault("the connection is reset before an answer", _always(lambda: Raw(_reset))),
    "nonsense": Fault("an answer that is not HTTP", _always(lambda: Raw(_nonsense))),
    "offsite": Fault("links to other hosts, private addresses and other schemes", _offsite),
    "endless": Fault("a pager without end that repeats its items", _endless),
    "calendar": Fault("a calendar that turns for ever", _calendar),
    "challenge": Fault("412 with a script and a cookie", _challenge),
    **IMPOSTORS,
    "mixed": Fault("a good list on which most links fail and one is a report", _mixed),
}
"""Fault hosts by name, in the order of their addresses, 127.0.1.2 first. Each one's start page is `/index.html`."""
