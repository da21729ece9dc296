"""Each fault host does the one wrong thing it is there for."""

from __future__ import annotations

import http.client
import socket
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crawler.registry import load_sites
from demo.faults import FAULTS, HUGE
from demo.web import DemoWeb


@pytest.fixture(scope="module")
def web() -> Iterator[DemoWeb]:
    with DemoWeb(faults=True) as started:
        yield started


def ask(web: DemoWeb, name: str, path: str = "/index.html") -> tuple[http.client.HTTPResponse, bytes]:
    place = urlsplit(web.faults[name])
    connection = http.client.HTTPConnection(str(place.hostname), place.port, timeout=10)
    with closing(connection):
        connection.request("GET", path)
        answer = connection.getresponse()
        body = b"" if name == "drip" else answer.read()
        answer.close()
    return answer, body


def test_each_fault_is_a_host_of_its_own_with_a_row(web: DemoWeb, tmp_path: Path) -> None:
    assert set(web.faults) == set(FAULTS)
    assert len(set(web.faults.values())) == len(FAULTS)
    web.rows(tmp_path)
    assert {key for key in load_sites(tmp_path) if key.startswith("fault-")} == {f"fault-{name}" for name in FAULTS}
    row = tomllib.loads((tmp_path / "fault-mixed.toml").read_text(encoding="utf-8"))
    assert row["start"] == [web.faults["mixed"] + "/index.html"]


def test_nobody_listens_at_the_unreachable_host(web: DemoWeb) -> None:
    place = urlsplit(web.faults["unreachable"])
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=5)


@pytest.mark.parametrize(
    ("name", "status"), [("missing", 404), ("error", 500), ("unavailable", 503), ("empty", 200), ("challenge", 412)]
)
def test_answers_with_the_status_it_is_named_for(web: DemoWeb, name: str, status: int) -> None:
    answer, body = ask(web, name)
    assert answer.status == status
    assert (answer.getheader("Retry-After") == "120") == (name == "unavailable")
    assert (body == b"") == (name == "empty")


def test_the_huge_page_has_twenty_megabytes(web: DemoWeb) -> None:
    answer, body = ask(web, "huge")
    assert int(answer.getheader("Content-Length") or 0) == len(body) >= HUGE


@pytest.mark.parametrize(("name", "magic"), [("binary", b"%PDF"), ("zip", b"PK\x03\x04"), ("bomb", b"\x1f\x8b")])
def test_binary_bytes_come_as_html(web: DemoWeb, name: str, magic: bytes) -> None:
    answer, body = ask(web, name)
    assert body.startswith(magic)
    assert str(answer.getheader("Content-Type")).startswith("text/html")


def test_the_redirects_lead_to_one_another(web: DemoWeb) -> None:
    assert ask(web, "loop")[0].getheader("Location") == "/b.html"
    assert ask(web, "loop", "/b.html")[0].getheader("Location") == "/index.html"
    with pytest.raises(urllib.error.HTTPError, match="infinite loop"):
        urllib.request.urlopen(web.faults["loop"] + "/index.html", timeout=10)


def test_robots_txt_forbids_and_the_page_is_there_all_the_same(web: DemoWeb) -> None:
    assert ask(web, "robots", "/robots.txt")[1] == b"User-agent: *\nDisallow: /\n"
    assert ask(web, "robots")[0].status == 200


def test_the_drip_promises_more_than_it_gives_in_a_night(web: DemoWeb) -> None:
    answer, _ = ask(web, "drip")
    assert answer.getheader("Content-Length") == "100000"


def test_broken_connections_are_broken(web: DemoWeb) -> None:
    with pytest.raises(http.client.IncompleteRead):
        ask(web, "truncated")
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        ask(web, "reset")
    with pytest.raises(http.client.BadStatusLine):
        ask(web, "nonsense")


def test_the_traps_never_end(web: DemoWeb) -> None:
    assert b"/index_500.html" in ask(web, "endless", "/index_499.html")[1]
    assert b"/2015.html" in ask(web, "endless", "/index_499.html")[1]
    assert b"/2016-01.html" in ask(web, "calendar", "/2015-12.html")[1]
    assert b"/2014-12.html" in ask(web, "calendar", "/2015-01.html")[1]


def test_strange_links_stand_beside_a_good_one(web: DemoWeb) -> None:
    body = ask(web, "offsite")[1]
    for link in (b"169.254.169.254", b"file:///", b"javascript:", b"[::1]", b'"/2016.html"'):
        assert link in body
    assert ask(web, "offsite", "/2016.html")[0].status == 200


def test_soft_404_and_login_come_with_status_200(web: DemoWeb) -> None:
    assert "不存在" in ask(web, "soft-404", "/2015.html")[1].decode()
    assert "登录" in ask(web, "login", "/2015.html")[1].decode()


def test_the_mixed_list_has_one_report_in_order(web: DemoWeb) -> None:
    index = ask(web, "mixed")[1].decode()
    assert "/good.html" in index
    assert "/huge.html" in index
    assert "主动公开政府信息317条" in ask(web, "mixed", "/good.html")[1].decode()
    assert ask(web, "mixed", "/missing.html")[0].status == 404
