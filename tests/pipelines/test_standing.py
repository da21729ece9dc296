"""What a second visit writes: unchanged pages move `last_seen` only, vanished ones get a tombstone, returned ones lose it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, text

from pipelines.items import Fetch, Hijack
from pipelines.list_page import ListedEntry, ListPage
from pipelines.store import Store

URL = "http://www.qs.example/zwgk/nb/2018.html"
ROOT = "http://www.qs.example/zwgk/nb/"
TABLES = ("fact", "report_version", "finding", "change", "attachment", "page")


def keep(engine: Engine, *items: Any) -> dict[str, int]:
    store = Store(engine)
    for item in items:
        store.add(item)
    store.close()
    return dict(store.totals)


def rows(engine: Engine, query: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def first_fetch(engine: Engine) -> int:
    return int(rows(engine, 'SELECT MIN(f.id) FROM "fetch" f JOIN page p ON p.fetch_id = f.id')[0][0])


def counts(engine: Engine) -> list[tuple[Any, ...]]:
    return [rows(engine, f"SELECT COUNT(*) FROM {table}")[0] for table in TABLES]


def test_an_unchanged_page_moves_when_it_was_last_seen_and_writes_nothing_else(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)]))
    before, seen = counts(database), rows(database, "SELECT last_seen FROM report")
    same = replace(pages.fetch(URL), outcome="not_modified", status=304, repeats=first_fetch(database))
    assert keep(database, same) == {"reports_unchanged": 1}
    assert counts(database) == before
    assert rows(database, "SELECT last_seen FROM report") > seen
    latest = rows(database, 'SELECT MAX(fetched_at) FROM "fetch"')
    for table in ("report", "report_version", "sighting", "page"):
        assert rows(database, f"SELECT last_seen FROM {table}") == latest


def test_an_unchanged_page_that_redirects_is_known_by_where_it_was_read(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)]))
    asked = replace(pages.fetch(URL), requested_url="http://www.qs.example/old", outcome="gone", repeats=first_fetch(database))
    assert keep(database, asked) == {"reports_gone": 1}


def test_a_page_that_vanished_leaves_a_tombstone_with_date_and_reason(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)]))
    gone = replace(pages.fetch(URL), outcome="gone", status=410, reason="status 410")
    assert keep(database, gone) == {"reports_gone": 1}
    assert rows(database, "SELECT number, why, url, returned_at FROM tombstone") == [(1, "status 410", URL, None)]
    assert rows(database, "SELECT raw FROM facts") == [("5",)]


def test_a_page_that_comes_back_is_noticed_and_may_go_again(database: Engine, pages: Any) -> None:
    facts = [pages.fact("requests.received", 5)]
    keep(database, pages.reading(facts))
    for _ in range(2):
        assert keep(database, replace(pages.fetch(URL), outcome="gone", status=404)) == {"reports_gone": 1}
        keep(database, pages.reading(facts))
    assert rows(database, "SELECT number, returned_at IS NOT NULL FROM tombstone ORDER BY 1") == [(1, True), (2, True)]
    assert rows(database, "SELECT COUNT(*) FROM report WHERE gone_since IS NOT NULL") == [(0,)]


def test_a_304_brings_a_page_back_too(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)]))
    keep(database, replace(pages.fetch(URL), outcome="gone", status=404))
    keep(database, replace(pages.fetch(URL), outcome="not_modified", status=304, repeats=first_fetch(database)))
    assert rows(database, "SELECT COUNT(*) FROM tombstone WHERE returned_at IS NULL") == [(0,)]
    assert rows(database, "SELECT COUNT(*) FROM sighting WHERE gone_since IS NOT NULL") == [(0,)]


def test_a_report_is_not_gone_while_another_address_gives_it(database: Engine, pages: Any) -> None:
    facts = [pages.fact("requests.received", 5)]
    keep(database, pages.reading(facts), pages.reading(facts, url="http://m.qs.example/2018.html"))
    assert keep(database, replace(pages.fetch(URL), outcome="gone", status=404)) == {}
    twin = replace(pages.fetch("http://m.qs.example/2018.html"), outcome="gone", status=404)
    assert keep(database, twin) == {"reports_gone": 1}


# --- addresses that give another report ---


def standing(engine: Engine) -> list[tuple[Any, ...]]:
    return rows(engine, "SELECT report_year, gone_since IS NOT NULL FROM report ORDER BY report_year")


def test_a_report_whose_address_gives_another_one_leaves_a_tombstone(database: Engine, pages: Any) -> None:
    facts = [pages.fact("requests.received", 5)]
    keep(database, pages.reading(facts))
    assert keep(database, pages.reading(facts, "本年收到申请6件。", year=2019))["reports_gone"] == 1
    assert standing(database) == [(2018, True), (2019, False)]
    why = "its address gives another report now: 清水县人民政府 2019"
    assert rows(database, "SELECT why, url, returned_at FROM tombstone") == [(why, URL, None)]


def test_a_report_that_comes_back_to_its_address_stands_again(database: Engine, pages: Any) -> None:
    facts = [pages.fact("requests.received", 5)]
    keep(database, pages.reading(facts), pages.reading(facts, "本年收到申请6件。", year=2019))
    assert keep(database, pages.reading(facts))["reports_gone"] == 1
    assert standing(database) == [(2018, False), (2019, True)]


def test_a_report_that_stands_elsewhere_outlives_its_address(database: Engine, pages: Any) -> None:
    facts = [pages.fact("requests.received", 5)]
    keep(database, pages.reading(facts), pages.reading(facts, url="http://m.qs.example/2018.html"))
    assert "reports_gone" not in keep(database, pages.reading(facts, "本年收到申请6件。", year=2019))
    assert standing(database) == [(2018, False), (2019, False)]


def test_the_same_report_in_new_words_displaces_nothing(database: Engine, pages: Any) -> None:
    facts = [pages.fact("requests.received", 5)]
    keep(database, pages.reading(facts))
    assert "reports_gone" not in keep(database, pages.reading(facts, "本年收到申请6件。"))
    assert rows(database, "SELECT COUNT(*) FROM sighting WHERE gone_since IS NOT NULL") == [(0,)]


def test_a_capture_older_than_what_stands_there_displaces_nothing(database: Engine, pages: Any) -> None:
    facts = [pages.fact("requests.received", 5)]
    older, newer = pages.reading(facts), pages.reading(facts, "本年收到申请6件。", year=2019)
    keep(database, newer)
    assert "reports_gone" not in keep(database, older)
    assert standing(database)[1] == (2019, False)


def test_strangers_words_displace_no_report(database: Engine, pages: Any) -> None:
    facts = [pages.fact("requests.received", 5)]
    keep(database, pages.reading(facts))
    keep(database, pages.reading([], "棋牌", year=2019, hijacked=Hijack("hijacked", ("棋牌",))))
    assert (2018, True) not in standing(database)


# --- lists ---


def listed(pages: Any, *urls: str, **more: Any) -> Fetch:
    """One page of the list, a night after the last request."""
    entries = tuple(ListedEntry(f"key of {url}", url, "清水县年报", None) for url in urls)
    values: dict[str, Any] = {
        "annual": True, "full": True, "is_first": True, "entries": entries, "end": "whole", "body_hash": "1",
    }  # fmt: skip
    return replace(pages.fetch(ROOT), purpose="index", listing=ListPage(ROOT, "key of the list", **{**values, **more}))


def test_what_two_whole_walks_of_its_list_do_not_name_is_gone(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)]), listed(pages, URL, ROOT + "other.html"))
    assert keep(database, listed(pages, ROOT + "other.html")) == {}
    assert rows(database, "SELECT missing FROM listing_entry ORDER BY url") == [(1,), (0,)]
    assert keep(database, listed(pages, ROOT + "other.html")) == {"reports_gone": 1}
    assert rows(database, "SELECT why, url FROM tombstone") == [("no longer on its list in two whole walks", URL)]
    assert keep(database, listed(pages, ROOT + "other.html")) == {}


def test_an_entry_that_is_named_again_begins_anew(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)]), listed(pages, URL))
    for _ in range(2):
        keep(database, listed(pages, ROOT + "other.html"))
        assert keep(database, listed(pages, URL, ROOT + "other.html")) == {}
    assert rows(database, "SELECT COUNT(*) FROM tombstone") == [(0,)]


@pytest.mark.parametrize(
    "more", [{"end": "cut"}, {"end": "known"}, {"full": False}, {"annual": False}, {"end": None}], ids=str
)
def test_a_list_that_failed_was_cut_or_left_early_counts_nothing_as_gone(
    sqlite_database: Engine, pages: Any, more: dict[str, Any]
) -> None:
    keep(sqlite_database, pages.reading([pages.fact("requests.received", 5)]), listed(pages, URL))
    for _ in range(3):
        keep(sqlite_database, listed(pages, ROOT + "other.html", **more))
    assert rows(sqlite_database, f"SELECT missing FROM listing_entry WHERE url = '{URL}'") == [(0,)]
    assert rows(sqlite_database, "SELECT COUNT(*) FROM tombstone") == [(0,)]


def test_one_list_under_way_keeps_the_whole_crawl_from_counting(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([pages.fact("requests.received", 5)]), listed(pages, URL))
    half = listed(pages, end=None)
    half = replace(half, listing=replace(half.listing, key="another list", root=ROOT + "2/"))
    for _ in range(3):
        night = listed(pages, ROOT + "other.html")
        keep(sqlite_database, night, replace(half, fetched_at=night.fetched_at + timedelta(seconds=1)))
    assert rows(sqlite_database, "SELECT COUNT(*) FROM tombstone") == [(0,)]


def test_a_page_that_fails_leaves_what_is_known_of_its_list(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, listed(pages, URL))
    known = rows(sqlite_database, "SELECT body_hash, full_at, annual FROM listing")
    keep(sqlite_database, listed(pages, end="cut", is_first=False, body_hash=None, annual=False, full=False))
    assert rows(sqlite_database, "SELECT body_hash, full_at, annual FROM listing") == known
    assert rows(sqlite_database, "SELECT ended FROM listing") == [("cut",)]
