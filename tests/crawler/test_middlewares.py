import asyncio
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import HtmlResponse, Response

from crawler.challenges import challenge_in
from crawler.evidence import page_of
from crawler.fetches import OK, RefusedAddress, ending_of
from crawler.manners.guard import AddressGuard
from crawler.middlewares import (
    CAPTURE,
    FETCHED_AT,
    PURPOSE,
    SENT,
    ArchiveFailed,
    ArchiveMiddleware,
    DecodedResponse,
    DecodeMiddleware,
)
from crawler.registry import Site
from pipelines.archive import Archive, read_capture
from pipelines.items import Page

MOMENT = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
URL = "http://www.baiyan.example/a.html"


def _crawler(**row: Any) -> Any:
    site = Site(key="baiyan", name="白雁区", level="county", **{"start": ("http://www.baiyan.example/",), **row})
    counted: list[str] = []
    return SimpleNamespace(spider=SimpleNamespace(site=site), stats=SimpleNamespace(inc_value=counted.append), counted=counted)


class _Guard(AddressGuard):
    """The guard with a name server of its own."""

    addresses: dict[str, str]

    async def _resolve(self, host: str) -> str:
        if host not in self.addresses:
            raise CannotResolveHostError(host)
        return self.addresses[host]


def _ask(url: str, addresses: dict[str, str] | None = None, **row: Any) -> None:
    guard = _Guard(_crawler(**row))
    guard.addresses = addresses or {}
    asyncio.run(guard.process_request(Request(url)))


def test_a_public_host_of_the_site_is_asked() -> None:
    _ask(URL, {"www.baiyan.example": "93.184.216.34"})
    _ask("https://baiyan.example/", {"baiyan.example": "2400:3200::1"})


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.8", "169.254.169.254", "::1", "fd00:ec2::254"])
def test_a_name_that_leads_to_a_private_address_is_refused(address: str) -> None:
    with pytest.raises(RefusedAddress, match="not a public address"):
        _ask(URL, {"www.baiyan.example": address})


@pytest.mark.parametrize("url", ["http://other.example/", "http://www.baiyan.example:8080/", "http://www.baiyan.example.evil.example/"])
def test_another_host_or_port_is_refused(url: str) -> None:
    with pytest.raises(RefusedAddress, match="no host of site baiyan"):
        _ask(url, {"other.example": "93.184.216.34"})


def test_a_private_address_written_out_is_refused_even_as_the_sites_own() -> None:
    with pytest.raises(RefusedAddress):
        _ask("http://127.0.0.1/", start=("http://127.0.0.1/",))
    with pytest.raises(RefusedAddress):
        _ask("http://0x7f.1/", {"0x7f.1": "127.0.0.1"}, start=("http://0x7f.1/",))


def test_a_row_may_allow_private_addresses() -> None:
    _ask("http://127.0.0.1:8000/", start=("http://127.0.0.1:8000/",), allow_private=True)


def test_a_name_without_an_address_is_no_refusal() -> None:
    with pytest.raises(CannotResolveHostError):
        _ask(URL)


def test_an_answer_from_a_private_address_is_refused() -> None:
    response = Response(URL, ip_address="192.168.0.9")
    with pytest.raises(RefusedAddress, match="answered from"):
        AddressGuard(_crawler()).process_response(Request(URL), response)


def test_every_answer_is_archived_as_it_came(tmp_path: Path) -> None:
    held = ArchiveMiddleware(_crawler(), Archive(tmp_path), lambda: MOMENT)
    request = Request(URL, meta={PURPOSE: "report"})
    response = Response(URL, 404, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"\x1f\x8bnot unpacked")
    assert held.process_response(request, response) is response
    assert request.meta[FETCHED_AT] == MOMENT
    assert request.meta[SENT] == 14
    held.archive.close()
    capture = read_capture(tmp_path, request.meta[CAPTURE])
    assert (capture.status, capture.body) == (404, b"\x1f\x8bnot unpacked")


def test_a_disk_that_takes_nothing_stops_the_crawl(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.directory = tmp_path / "gone"
    crawler = _crawler()
    with pytest.raises(ArchiveFailed):
        ArchiveMiddleware(crawler, archive, lambda: MOMENT).process_response(Request(URL), Response(URL))
    assert crawler.counted == ["nianbao/archive_errors"]


def _decoded(body: bytes, status: int = 200, headers: dict[str, Any] | None = None) -> tuple[Request, DecodedResponse]:
    request = Request(URL, meta={PURPOSE: "report"})
    sent = HtmlResponse(URL, status, {"Content-Type": "text/html", **(headers or {})}, body, request=request)
    decoded = DecodeMiddleware().process_response(request, sent)
    assert isinstance(decoded, DecodedResponse)
    return request, decoded


def test_bytes_become_text_at_one_point_whatever_scrapy_would_guess() -> None:
    body = "<html><meta charset=utf-8><p>白雁区政府信息公开工作年度报告，本年度主动公开情况</p></html>".encode("gb18030")
    _, decoded = _decoded(body)
    assert "白雁区政府信息公开" in decoded.text
    assert decoded.body == body
    assert decoded.replace(status=201).text == decoded.text


def test_a_page_is_parsed_once_for_the_shield_and_for_its_reader() -> None:
    _, decoded = _decoded(b"<html><script>x</script><body><a href=/1.html>x</a></body></html>", headers={"Server": "nginx"})
    assert decoded.document() is decoded.document()
    page = page_of(decoded.body, URL, "text/html", fetched_at=MOMENT, decoded=decoded.page_text, parsed=decoded.document)
    assert isinstance(page, Page)
    assert page.view.content.getroottree().getroot() is decoded.document()
    assert decoded.headers["Server"] == b"nginx"
    assert decoded.encoding == "utf-8"


def test_robots_txt_is_left_as_it_came() -> None:
    sent = Response("http://www.baiyan.example/robots.txt", body=b"User-agent: *")
    assert DecodeMiddleware().process_response(Request(sent.url), sent) is sent


def test_a_challenge_is_reported_and_its_refresh_is_not_followed() -> None:
    head = b"<head><meta http-equiv=refresh content='1;url=/'><script>document.cookie='a=1'</script></head>"
    body = b"<html>" + head + b"<body></body></html>"
    request, decoded = _decoded(body)
    assert request.meta["dont_redirect"]
    assert request.meta["dont_retry"]
    assert ending_of(decoded, decoded.page_text).outcome == "blocked"


LIST = "<html><body><ul>" + "<li><a href='/1.html'>某县2020年度报告</a></li>" * 20 + "</ul></body></html>"
SHIELDS = [
    (412, [], "<script>$_ts={}</script>", "412"),
    (521, ["__jsl_clearance=1"], "<script>x</script>", "__jsl_clearance"),
    (200, [], "<html><script>var arg1='A';setCookie('acw_sc__v2',x)</script></html>", "acw_sc__v2"),
    (403, ["safeline_bot_challenge=1; Path=/"], "<html><script>1</script></html>", "safeline"),
    (200, ["C3VK=ab12; path=/"], "<html><body><script>location.reload()</script></body></html>", "C3VK"),
    (202, ["FSSBBIl1UgzbN7NS=1", "FSSBBIl1UgzbN7NT=2"], "<html><script src=/a.js></script></html>", "S/T"),
    (200, [], "<html><script>eval(unescape('%61'))</script><body></body></html>", "hidden code"),
]


@pytest.mark.parametrize(("status", "cookies", "text", "mark"), SHIELDS, ids=[shield[3] for shield in SHIELDS])
def test_challenge_pages_are_named_by_their_mark(status: int, cookies: list[str], text: str, mark: str) -> None:
    found = challenge_in(status, cookies, text)
    assert found is not None
    assert mark in found


@pytest.mark.parametrize(
    ("status", "cookies", "text"),
    [
        (200, ["C3VK=ab12; path=/"], LIST),
        (200, [], "<html><script>location.href='/index.html'</script></html>"),
        (404, [], "<html><script>document.title='x'</script><p>您访问的页面不存在</p></html>"),
        (200, [], ""),
        (403, [], "<html><body>Forbidden</body></html>"),
    ],
)
def test_other_pages_are_no_challenge(status: int, cookies: list[str], text: str) -> None:
    assert challenge_in(status, cookies, text) is None


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [(200, b"<p>x</p>", "ok"), (304, b"", "not_modified"), (404, b"x", "gone"), (410, b"x", "gone"), (403, b"x", "http_error"),
     (500, b"x", "http_error"), (302, b"", "http_error"), (200, b" \r\n", "empty"), (200, b"%PDF-1.4 \x00\x01", "binary")],
)  # fmt: skip
def test_an_answer_ends_as_its_status_and_body_say(status: int, body: bytes, outcome: str) -> None:
    _, decoded = _decoded(body, status)
    assert ending_of(decoded, decoded.page_text).outcome == outcome


def test_a_body_that_was_cut_short_counts_only_with_its_end_in_place() -> None:
    _, cut = _decoded(b"<html><p>half of a rep")
    cut.flags.append("dataloss")
    assert ending_of(cut, cut.page_text).outcome == "cut_short"
    _, whole = _decoded(b"<html><p>all of it</p></html>")
    whole.flags.append("dataloss")
    assert ending_of(whole, whole.page_text) == OK
