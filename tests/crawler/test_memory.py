"""What a crawl remembers of the ones before it, read from the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Engine, text

from crawler.pages.base import Entry
from crawler.walking.memory import key_of, placed_on, remember
from pipelines.items import CapturePlace
from pipelines.list_page import LeadsTo, ListedEntry, ListPage
from pipelines.store import Store
from tests.conftest import FIRST_NIGHT

URL = "http://www.qs.example/zwgk/nb/2018.html"
ROOT = "http://www.qs.example/zwgk/nb/"
NOW = FIRST_NIGHT + timedelta(days=30)


def keep(engine: Engine, *items: Any) -> None:
    store = Store(engine)
    for item in items:
        store.add(item)
    store.close()


def listed(pages: Any, **more: Any) -> Any:
    values: dict[str, Any] = {
        "entries": (ListedEntry(key_of(URL), URL, "清水县2018年年报", date(2019, 1, 25)),), "end": "whole", "body_hash": "b",
        "leads_to": (LeadsTo(ROOT + "bumen/", "部门年报", True),),
    }  # fmt: skip
    page = ListPage(ROOT, key_of(ROOT), True, True, True, **{**values, **more})
    return replace(pages.fetch(ROOT), purpose="index", listing=page, etag='"l1"', content_type="text/html")


def test_pages_lists_and_entries_come_back_with_their_validators(database: Engine, pages: Any) -> None:
    reading = pages.reading([pages.fact("requests.received", 5)])
    fetch = replace(reading.page.fetch, etag='"p1"', last_modified="Fri, 01 Mar 2024 18:00:00 GMT")
    reading.page = replace(reading.page, fetch=fetch)
    keep(database, reading, listed(pages))
    memory = remember(database, "qingshui", NOW)
    page, known = memory.page_at("https://www.qs.example/zwgk/nb/2018.html?spm=1"), memory.list_at(ROOT)
    assert page is not None
    assert page.conditions() == {"If-None-Match": '"p1"', "If-Modified-Since": "Fri, 01 Mar 2024 18:00:00 GMT"}
    assert (page.reports, page.is_current, page.listed_date) == (1, True, date(2019, 1, 25))
    assert page.original is not None
    assert page.original.place == CapturePlace("a.warc.gz", 100, 90, "SHA1")
    assert known is not None
    assert (known.leads_to, known.annual) == ((LeadsTo(ROOT + "bumen/", "部门年报", True),), True)
    assert memory.has_entry(Entry(URL, "清水县2018年年报", date(2019, 1, 25)))
    assert memory.is_renewed(Entry(URL, "清水县2018年年报（更正）", date(2019, 1, 25)))
    assert not memory.is_renewed(Entry(ROOT + "2019.html", "清水县2019年年报"))


def test_a_failed_request_leaves_the_last_good_reading_known(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([pages.fact("requests.received", 5)]))
    keep(sqlite_database, replace(pages.fetch(URL), outcome="http_error", status=500, etag='"bad"'))
    page = remember(sqlite_database, "qingshui", NOW).page_at(URL)
    assert page is not None
    assert page.etag is None


def test_a_page_that_failed_on_many_days_waits_until_it_is_read_again(sqlite_database: Engine, pages: Any) -> None:
    for day in range(4):
        moment = NOW - timedelta(days=4 - day)
        keep(sqlite_database, replace(pages.fetch(URL), outcome="gone", status=404, fetched_at=moment))
        assert remember(sqlite_database, "qingshui", NOW).is_waiting(URL) is (day > 2)
    assert not remember(sqlite_database, "qingshui", NOW + timedelta(days=3)).is_waiting(URL)
    page = pages.reading([pages.fact("requests.received", 5)])
    fetch = replace(page.page.fetch, fetched_at=NOW - timedelta(hours=1))
    page.page = replace(page.page, fetch=fetch, fetched_at=fetch.fetched_at)
    keep(sqlite_database, page)
    assert not remember(sqlite_database, "qingshui", NOW).is_waiting(URL)


def test_a_revisit_is_followed_to_the_first_record_of_its_bytes(sqlite_database: Engine, pages: Any) -> None:
    first, later = pages.reading([]), pages.reading([])
    place = replace(later.page.fetch.capture, kind="revisit")
    later.page = replace(later.page, fetch=replace(later.page.fetch, capture=place))
    keep(sqlite_database, first, later)
    page = remember(sqlite_database, "qingshui", NOW).page_at(URL)
    assert page is not None
    assert page.original is not None
    assert page.original.place == first.page.fetch.capture
    assert page.original.fetched_at == first.page.fetched_at


def test_what_other_code_read_is_known_but_not_current(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([]), listed(pages))
    with sqlite_database.begin() as connection:
        connection.execute(text("UPDATE page SET extractor = 'older'"))
        connection.execute(text("UPDATE listing SET extractor = 'older'"))
    memory = remember(sqlite_database, "qingshui", NOW)
    page = memory.page_at(URL)
    assert page is not None
    assert not page.is_current
    assert memory.list_at(ROOT) is None


def test_another_site_and_an_empty_database_know_nothing(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([]), listed(pages))
    memory = remember(sqlite_database, "linghai", NOW)
    assert (memory.pages, memory.lists, memory.entries) == ({}, {}, {})
    assert memory.walk_is_due(ROOT)
    assert memory.page_is_due(URL, None)


def test_a_page_read_alone_is_placed_beside_what_its_list_brought_before(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([]), pages.reading([], year=2017, url=ROOT + "2017.html"))
    ((division, number),) = placed_on(sqlite_database, "qingshui", ROOT).items()
    assert (division.code, division.path, number) == ("620521", ("甘肃省", "天水市", "清水县"), 2)
    assert not placed_on(sqlite_database, "qingshui", ROOT, before=1)
