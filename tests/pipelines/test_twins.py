"""One report at many addresses: twins of every kind are captures of one report, end to end through the store."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, text

from pipelines.store import Store
from pipelines.twins import address, page_address

FIRST = "http://www.qs.example/zwgk/nb/2018.html"
SAME_SIGHTING = (
    "https://www.qs.example/zwgk/nb/2018.html",
    "http://qs.example/zwgk/nb/2018.html",
    "http://www.qs.example/zwgk/nb/2018.html;jsessionid=0A1B",
    "http://www.qs.example/zwgk/nb/2018.html?PHPSESSID=0a1b",
    "http://www.qs.example/zwgk/nb/2018.html?spm=1.2.3&utm_source=wx",
)
"""Spellings of the address: http and https, with and without www, session ids, tracking."""
OTHER_SIGHTINGS = (
    "http://m.qs.example/zwgk/nb/2018.html",
    "http://wap.qs.example/zwgk/nb/2018.html",
    "http://www.qs.example/zwgk/nb/2018.html?print=1",
    "http://www.qs.example/zwgk/nb/2018_print.html",
)
ELSEWHERE = "http://www.qs.example/xxgk/info/77.html"
"""Mobile and print twins; another address with the same text."""


def _stored(engine: Engine, pages: Any, urls: tuple[str, ...], publisher: str | None) -> tuple[Any, ...]:
    """How many reports, versions, sightings, captures and facts there are when one report was read at all these addresses."""
    store = Store(engine)
    for url in urls:
        store.add(pages.reading([pages.fact("requests.received", 5)], url=url, publisher=publisher))
    store.close()
    tables = ("report", "report_version", "sighting", "page", "fact")
    query = "SELECT " + ", ".join(f"(SELECT COUNT(*) FROM {table})" for table in tables)
    with engine.connect() as connection:
        return tuple(connection.execute(text(query)).one())


def test_twins_of_every_kind_are_captures_of_one_report(database: Engine, pages: Any) -> None:
    urls = (FIRST, *SAME_SIGHTING, *OTHER_SIGHTINGS, ELSEWHERE)
    assert _stored(database, pages, urls, "清水县人民政府") == (1, 1, 6, 11, 1)


def test_twins_are_one_report_also_where_no_publisher_could_be_read(sqlite_database: Engine, pages: Any) -> None:
    urls = (FIRST, *SAME_SIGHTING, *OTHER_SIGHTINGS)
    assert _stored(sqlite_database, pages, urls, None) == (1, 1, 5, 10, 1)


def test_a_report_without_publisher_is_not_merged_with_one_at_another_address(sqlite_database: Engine, pages: Any) -> None:
    assert _stored(sqlite_database, pages, (FIRST, ELSEWHERE), None)[0] == 2


def test_parameters_that_name_a_page_are_kept() -> None:
    assert address("http://www.x.gov.cn/a.jsp?id=7&spm=1") != address("http://www.x.gov.cn/a.jsp?id=8")
    assert address("http://www.x.gov.cn/a.jsp?id=%D6%D0") == "x.gov.cn/a.jsp?id=%D6%D0"


def test_the_mobile_twin_of_a_numbered_post_is_that_post() -> None:
    assert page_address("https://m.x.gov.cn/nb/content/mpost_77.html") == page_address("http://x.gov.cn/nb/content/post_77.html")


@pytest.mark.parametrize("url", ["http://[::1/a?b;c", "", "m.", "http://m.cn/a", "?" * 3000])
def test_any_text_has_an_address(url: str) -> None:
    assert isinstance(page_address(url), str)
    assert page_address("http://m.cn/a") == "m.cn/a"
