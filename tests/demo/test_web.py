"""The demo web answers as real sites do, keeps a log, and changes what it serves when told to."""

from __future__ import annotations

import socket
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from crawler.registry import load_sites
from demo.places import PLANS
from demo.web import DemoWeb

QINGLAN = "青岚县人民政府"


@pytest.fixture(scope="module")
def web() -> Iterator[DemoWeb]:
    with DemoWeb() as started:
        yield started


def get(url: str, headers: dict[str, str] | None = None, data: dict[str, str] | None = None) -> tuple[int, bytes, dict[str, str]]:
    body = urlencode(data).encode() if data else None
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers or {}), timeout=20) as answer:
            return answer.status, answer.read(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read(), dict(error.headers)


def test_gives_each_site_an_address_of_its_own_at_one_port(web: DemoWeb) -> None:
    places = [urlsplit(base) for base in web.sites.values()]
    if not web.notes:
        assert len({place.hostname for place in places}) == len(places) >= 6
        assert len({place.port for place in places}) == 1
    assert all(place.hostname is not None and place.hostname.startswith("127.") for place in places)


def test_two_webs_stand_beside_one_another_and_serve_the_same_bytes(web: DemoWeb) -> None:
    with DemoWeb() as other:
        assert set(other.sites.values()).isdisjoint(web.sites.values())
        for key in web.sites:
            first, second = web.content(key), other.content(key)
            assert first.paths() == second.paths()
            for path in first.paths():
                assert first.answer(path, {}).body == second.answer(path, {}).body, path


def test_serves_every_report_and_decoy_and_logs_each_request(web: DemoWeb) -> None:
    urls = [*web.truth, *web.decoys]
    before = len(web.requests)
    for url in urls:
        status, body, _ = get(url, {"User-Agent": "nianbao-test"})
        assert (status, len(body) > 500) == (200, True), url
    asked = web.requests[before:]
    assert [one.path for one in asked] == [urlsplit(url).path for url in urls]
    assert {one.headers["user-agent"] for one in asked} == {"nianbao-test"}
    assert [one.at for one in asked] == sorted(one.at for one in asked)


def test_answers_304_to_its_own_validators_and_200_after_a_change() -> None:
    with DemoWeb() as web:
        url = web.url("qinglan", QINGLAN, 2018)
        _, body, headers = get(url)
        assert get(url, {"If-None-Match": headers["ETag"]})[:2] == (304, b"")
        assert get(url, {"If-Modified-Since": headers["Last-Modified"]})[:2] == (304, b"")
        assert get(url, {"If-None-Match": '"other"', "If-Modified-Since": headers["Last-Modified"]})[0] == 200
        assert web.requests[-1].headers["if-none-match"] == '"other"'
        assert web.revise("qinglan", QINGLAN, 2018, "requests.received", 77) == url
        status, changed, later = get(url, {"If-None-Match": headers["ETag"]})
        assert status == 200
        assert changed != body
        assert later["Last-Modified"] != headers["Last-Modified"]


def test_a_revision_changes_that_figure_and_no_other_fact() -> None:
    with DemoWeb() as web:
        url = web.url("tangyu", "棠屿县人民政府", 2021)
        before = web.truth[url]
        web.revise("tangyu", "棠屿县人民政府", 2021, "applications.new", 123, "enterprise")
        after = web.truth[url]
        assert after.value("applications.new", "enterprise") == 123
        changed = [(a, b) for a, b in zip(before.facts, after.facts, strict=True) if a != b]
        assert [(b.code, b.applicant) for _, b in changed] == [("applications.new", "enterprise")]
        assert changed[0][1].raw in web.content("tangyu").answer(urlsplit(url).path, {}).body.decode()


def test_refuses_to_revise_a_figure_that_the_report_does_not_state(web: DemoWeb) -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        web.revise("qinglan", QINGLAN, 2018, "no.such", 1)
    with pytest.raises(KeyError, match="no report"):
        web.revise("qinglan", QINGLAN, 1999, "requests.received", 1)


def test_publishes_a_further_year_and_lists_it_first() -> None:
    with DemoWeb() as web:
        old = set(web.truth)
        new = web.publish("qinglan", 2025)
        assert set(web.truth) - old == set(new)
        assert len(new) == 1
        assert web.truth[new[0]].year == 2025
        listed = get(web.sites["qinglan"] + "/zwgk/zfxxgknb/index.html")[1].decode()
        assert urlsplit(new[0]).path.rsplit("/", 1)[1] in listed


def test_withdraws_an_article_from_its_list_and_its_address() -> None:
    with DemoWeb() as web:
        url = web.url("shuangdu", "霜渡县人民政府", 2018)
        web.withdraw(url, 410)
        assert get(url)[0] == 410
        assert url not in web.truth
        content = web.content("shuangdu")
        lists = [path for path in content.paths() if "/index" in path]
        assert not any(urlsplit(url).path.encode() in content.answer(path, {}).body for path in lists)


def test_counts_requests_that_overlap_on_one_host() -> None:
    with DemoWeb(latency=0.5) as web:
        place = urlsplit(web.sites["qinglan"])
        waiting = [socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=20) for _ in range(3)]
        for one in waiting:
            one.sendall(b"GET /index.html HTTP/1.1\r\nHost: demo\r\nConnection: close\r\n\r\n")
        for one in waiting:
            assert one.recv(12) == b"HTTP/1.1 200"
            one.close()
        assert web.in_flight("qinglan") > 1
        assert web.in_flight("moting") == 0


def test_writes_rows_that_the_registry_takes(web: DemoWeb, tmp_path: Path) -> None:
    files = web.rows(tmp_path)
    assert [file.stem for file in files] == [plan.key for plan in PLANS]
    sites = load_sites(tmp_path)
    assert set(sites) == set(web.sites)
    for key, site in sites.items():
        assert all(url.startswith(web.sites[key]) for url in site.start)
        assert all(get(url)[0] == 200 for url in (*site.start, *(column.url for column in site.columns)))
        reports = [truth for url, truth in web.truth.items() if url.startswith(web.sites[key])]
        assert (site.expect.minimum, site.expect.newest_year) == (len(reports), max(truth.year for truth in reports))
    portal = tomllib.loads((tmp_path / "weibo.toml").read_text(encoding="utf-8"))
    assert len(portal["columns"]) >= 3


def test_the_dataproxy_gives_the_window_asked_for_by_get_and_by_post(web: DemoWeb) -> None:
    url = web.sites["moting"] + "/module/web/jpage/dataproxy.jsp"
    window = {"startrecord": "16", "endrecord": "20", "perpage": "5"}
    unit = {"columnid": "12451", "unitid": "278899", "webid": "311"}
    by_get = get(f"{url}?{urlencode(window | unit)}")[1]
    by_post = get(f"{url}?{urlencode(window)}", data=unit)[1]
    assert by_get == by_post
    assert by_get.count(b"<record>") == 5
    assert get(f"{url}?{urlencode(window | unit | {'unitid': '1'})}")[1].count(b"<record>") == 0


def test_names_the_sites_there_are_when_asked_for_another(web: DemoWeb) -> None:
    with pytest.raises(KeyError, match="qinglan"):
        web.content("nowhere")
