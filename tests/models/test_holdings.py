"""What a crawl is judged by: what it brought beside what was there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, insert

from models.claims import claim
from models.holdings import lines, newest_year, shares
from models.listing import Listing, ListingEntry
from pipelines.items import Finding, Hijack, Reading
from pipelines.store import Store

NOW = datetime(2024, 3, 1, 18, 0, tzinfo=UTC)


def keep(engine: Engine, *readings: Reading) -> None:
    store = Store(engine)
    for reading in readings:
        store.add(reading)
    store.flush()


def begin(engine: Engine, crawl_at: datetime = NOW) -> int:
    held = claim(engine, "qingshui", crawl_at)
    assert held is not None
    return held.crawl


def read(
    pages: Any, year: int, crawl: int | None = None, edition: str | None = "2014", agrees: bool = True, **more: Any
) -> Reading:
    facts = [pages.fact("requests.received", 5)] if edition else []
    url = f"http://www.qs.example/nb/{year}.html"
    reading: Reading = pages.reading(facts, f"全年{year}", url, crawl=crawl, year=year, form_edition=edition, **more)
    outcome = "pass" if agrees else "fail"
    reading.reports[0].findings = [Finding("f14-received", outcome, "…", "5", "5", tuple(facts))] if edition else []
    return reading


def test_the_newest_year_is_that_of_the_sites_own_reports(database: Engine, pages: Any) -> None:
    assert newest_year(database.connect(), "qingshui") is None
    keep(database, read(pages, 2018), read(pages, 2019, hijacked=Hijack("disguised", ("…",))),
         read(pages, 2020, hijacked=Hijack("hijacked", ("…",))))  # fmt: skip
    with database.connect() as connection:
        assert newest_year(connection, "qingshui") == 2019
        assert newest_year(connection, "linghai") is None


def test_shares_tell_what_this_crawl_read_from_what_was_read_before(database: Engine, pages: Any) -> None:
    keep(database, *(read(pages, year) for year in range(2014, 2018)))
    crawl = begin(database)
    keep(database, read(pages, 2018, crawl, agrees=False), read(pages, 2019, crawl, edition=None))
    with database.connect() as connection:
        found = shares(connection, "qingshui", crawl)
    assert (found.read, found.forms, found.forms_before, found.sums, found.sums_before) == (2, 0.5, 1.0, 0.0, 1.0)


def test_lines_are_compared_on_lists_walked_whole_by_this_crawl(database: Engine) -> None:
    crawl = begin(database)
    old = {"site_key": "qingshui", "url": "http://a/", "annual": True, "leads_to": [], "walked_at": NOW}
    entry = {"site_key": "qingshui", "url": "http://a/1", "title": "年报", "first_seen": NOW, "last_seen": NOW}
    with database.begin() as connection:
        connection.execute(insert(Listing), [
            {**old, "list_hash": "whole", "full_at": NOW},
            {**old, "list_hash": "early", "full_at": datetime(2023, 1, 1, tzinfo=UTC)},
        ])  # fmt: skip
        connection.execute(insert(ListingEntry), [
            {**entry, "url_hash": f"{name}{number}", "list_hash": name, "missing": missing}
            for name in ("whole", "early") for number, missing in enumerate((0, 0, 1, 2))
        ])  # fmt: skip
    with database.connect() as connection:
        assert lines(connection, "qingshui", crawl) == (2, 3)
        assert lines(connection, "linghai", crawl) is None
