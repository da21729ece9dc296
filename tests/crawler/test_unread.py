"""Answers that were archived and not stored: read as if they had just come, once, and by nobody who has lost the site."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from crawler.registry import Site
from crawler.unread import read_unread, take_up
from models.claims import Claim, claim, finish
from pipelines.archive import Archive, Exchange, Original
from pipelines.items import CapturePlace, Listed
from pipelines.keeping.batch import ClaimLost
from pipelines.warc.asked import Asked, asked_of

NOW = datetime(2024, 3, 1, 18, tzinfo=UTC)
LEASE = timedelta(minutes=10)
LIST = "http://www.qs.example/nb/"
SITE = Site(key="qs", name="清水县人民政府", level="county", start=(LIST,))
HEADERS = [(b"Content-Type", b"text/html; charset=utf-8")]


def page(year: int, number: int = 358) -> bytes:
    title = f"青石县人民政府{year}年政府信息公开工作年度报告"
    words = f"{year}年，本机关主动公开政府信息{number}条。全年收到政府信息公开申请5件，均已按时答复。"
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class='content'>"
        f"<p>一、概述。根据《中华人民共和国政府信息公开条例》的要求，青石县人民政府编制本年度报告。</p><p>{words}</p></div></body></html>"
    ).encode()


def asked(url: str, year: int) -> Asked:
    return Asked("qs", "report", url, Listed(f"{year}年政府信息公开工作年度报告", date(2020, 1, 1), LIST))


class Killed:
    """A crawl that archived some answers and was killed before it stored any of them."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine, self.warc, self.archive = engine, folder / "warc", Archive(folder / "warc")
        held = claim(engine, "qs", NOW, "night", LEASE)
        assert held is not None
        self.held: Claim = held

    def answered(
        self, year: int, body: bytes | None = None, status: int = 200, original: Original | None = None, **more: Any
    ) -> CapturePlace:
        url = f"{LIST}{year}.html"
        exchange = Exchange(url, NOW + timedelta(minutes=year - 2000), status, HEADERS, body or page(year), **more)
        return self.archive.store(exchange, original)

    def asked(self, year: int, body: bytes | None = None, status: int = 200) -> CapturePlace:
        return self.answered(year, body, status, asked=asked(f"{LIST}{year}.html", year))

    def taken_over(self) -> int:
        """The number of the crawl that takes the site over once the lease is out."""
        self.archive.close()
        again = claim(self.engine, "qs", NOW + 2 * LEASE, "night", LEASE)
        assert again is not None
        return again.crawl

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]


@pytest.fixture
def killed(database: Engine, tmp_path: Path) -> Killed:
    return Killed(database, tmp_path)


def test_what_a_killed_crawl_had_archived_is_read_and_stored_as_its_own(killed: Killed) -> None:
    places = [killed.asked(2018), killed.asked(2019)]
    found = take_up(killed.engine, killed.warc, SITE, killed.taken_over())
    assert (found.stored, found.reports, found.broken) == (2, 2, [])
    query = "SELECT crawl_id, warc_offset, outcome FROM \"fetch\" ORDER BY warc_offset"
    assert killed.rows(query) == [(killed.held.crawl, place.offset, "ok") for place in places]
    assert killed.rows("SELECT year, version FROM reports ORDER BY year") == [(2018, 1), (2019, 1)]
    assert killed.rows("SELECT listed_title FROM page ORDER BY fetch_id")[0] == ("2018年政府信息公开工作年度报告",)


def test_it_is_read_once_however_often_it_is_looked_for(killed: Killed) -> None:
    killed.asked(2018)
    crawl = killed.taken_over()
    before = [take_up(killed.engine, killed.warc, SITE, crawl).stored for _ in range(3)]
    assert before == [1, 0, 0]
    assert read_unread(killed.engine, killed.warc, {"qs": SITE}).stored == 0
    assert killed.rows("SELECT COUNT(*) FROM report_version") == [(1,)]


def test_only_pages_are_read_that_came_whole_and_were_asked_for(killed: Killed) -> None:
    killed.answered(2008)  # robots.txt, a dry run: nobody asked for it to be stored
    killed.asked(2009, b"", 404)
    killed.asked(2010, b"<html>moved</html>", 302)
    killed.asked(2011, b"<html><body>busy</body></html>", 503)
    killed.asked(2012, page(2012)[:200])
    found = take_up(killed.engine, killed.warc, SITE, killed.taken_over())
    assert killed.rows("SELECT outcome FROM \"fetch\"") == [("cut_short",)]
    assert (found.stored, found.reports) == (1, 0)


def test_after_a_crawl_that_wrote_everything_nothing_is_looked_for(killed: Killed) -> None:
    killed.asked(2018)
    killed.archive.close()
    finish(killed.engine, killed.held, "ok", {"errors": 0}, None, NOW + timedelta(minutes=1))
    after = claim(killed.engine, "qs", NOW + 2 * LEASE, "night", LEASE)
    assert after is not None
    assert take_up(killed.engine, killed.warc, SITE, after.crawl).stored == 0


def test_a_crawl_that_ended_with_errors_of_ours_left_something_behind(killed: Killed) -> None:
    killed.asked(2018)
    killed.archive.close()
    finish(killed.engine, killed.held, "broken", {"errors": 1}, "the database failed: …", NOW + timedelta(minutes=30))
    after = claim(killed.engine, "qs", NOW + 2 * LEASE, "night", LEASE)
    assert after is not None
    assert take_up(killed.engine, killed.warc, SITE, after.crawl).reports == 1


def test_the_file_that_this_process_is_writing_is_looked_into_as_well(killed: Killed) -> None:
    killed.asked(2018)
    killed.archive.sync()
    again = claim(killed.engine, "qs", NOW + 2 * LEASE, "night", LEASE)
    assert again is not None
    assert take_up(killed.engine, killed.warc, SITE, again.crawl, killed.archive.lines()).stored == 1
    killed.archive.close()


def test_a_page_that_breaks_our_code_is_told_and_keeps_no_site_from_being_crawled(
    killed: Killed, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed.asked(2018)
    killed.asked(2019)
    plain = __import__("crawler.unread", fromlist=["page_of"]).page_of

    def page_of(body: bytes, url: str, *rest: Any, **more: Any) -> Any:
        if "2018" in url:
            raise RecursionError("too deep")
        return plain(body, url, *rest, **more)

    monkeypatch.setattr("crawler.unread.page_of", page_of)
    found = take_up(killed.engine, killed.warc, SITE, killed.taken_over())
    assert found.stored == 1
    assert "too deep" in found.broken[0]


def test_who_has_lost_the_site_writes_nothing(killed: Killed) -> None:
    killed.asked(2018)
    crawl = killed.taken_over()
    assert claim(killed.engine, "qs", NOW + 4 * LEASE, "night", LEASE) is not None
    with pytest.raises(ClaimLost):
        take_up(killed.engine, killed.warc, SITE, crawl)
    assert killed.rows("SELECT COUNT(*) FROM \"fetch\"") == [(0,)]


def test_whatever_is_left_of_all_sites_is_read_but_of_those_being_crawled(killed: Killed) -> None:
    killed.asked(2018)
    killed.archive.close()
    with killed.engine.begin() as connection:
        connection.execute(text("UPDATE crawl SET lease_until = '2100-01-01 00:00:00+00:00'"))
    assert read_unread(killed.engine, killed.warc, {"qs": SITE}).stored == 0
    with killed.engine.begin() as connection:
        connection.execute(text("UPDATE crawl SET lease_until = '2024-03-01 18:10:00+00:00'"))
    assert read_unread(killed.engine, killed.warc, {}).broken == [
        "site qs has no row in the registry: 1 answer(s) were not read"
    ]  # fmt: skip
    assert read_unread(killed.engine, killed.warc, {"qs": SITE}).reports == 1


def test_the_same_bytes_as_last_time_are_no_new_version(killed: Killed) -> None:
    first = killed.asked(2018)
    crawl = killed.taken_over()
    take_up(killed.engine, killed.warc, SITE, crawl)
    original = Original(f"{LIST}2018.html", NOW + timedelta(minutes=18), first)
    killed.archive = Archive(killed.warc)
    again = killed.archive.store(
        Exchange(f"{LIST}2018.html", NOW + timedelta(hours=2), 200, HEADERS, page(2018), asked=asked(f"{LIST}2018.html", 2018)),
        original,
    )
    assert again.kind == "revisit"
    killed.archive.close()
    last = claim(killed.engine, "qs", NOW + 30 * LEASE, "night", LEASE)
    assert last is not None
    assert take_up(killed.engine, killed.warc, SITE, last.crawl).stored == 1
    assert killed.rows("SELECT COUNT(*) FROM report_version") == [(1,)]
    assert sorted(killed.rows("SELECT warc_kind FROM \"fetch\"")) == [("response",), ("revisit",)]


@pytest.mark.parametrize(
    "line", ["", "no JSON", "[]", "{}", '{"site": "a", "purpose": "robots", "url": "x"}', '{"site": "a", "purpose": "report"}']
)
def test_a_field_of_another_make_says_nothing(line: str) -> None:
    assert asked_of(line) is None


def test_what_was_asked_comes_back_as_it_was() -> None:
    listed = Listed("a", None, "b", "c", "樟木乡")
    for one in (asked("http://x/\r\n1", 2018), Asked("qs", "index", "http://x/"), Asked("qs", "report", "u", listed)):
        assert "\n" not in one.line()
        assert asked_of(one.line()) == one
