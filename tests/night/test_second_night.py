"""The nights after the first, end to end: what is asked for, what is written, what is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from demo.web import DemoWeb
from models.database import open_engine
from tests.night.commands import Installation

SITES = ("qinglan", "luyan")
PUBLISHER = "青岚县人民政府"


@pytest.fixture(scope="module")
def web() -> Iterator[DemoWeb]:
    with DemoWeb() as running:
        yield running


@pytest.fixture(scope="module")
def here(web: DemoWeb, tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Installation:
    installation = Installation(tmp_path_factory.mktemp("second"))
    for row in web.rows(installation.rows):
        if row.stem not in SITES:
            row.unlink()
    installation.prepare(sqlite_template)
    night = installation.type("night", "--all")
    assert night.returncode == 0, night.stdout + night.stderr
    return installation


def rows(here: Installation, query: str, **values: Any) -> list[tuple[Any, ...]]:
    engine = open_engine(here.database)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(query), values)]
    engine.dispose()
    return found


def night(here: Installation, web: DemoWeb, *words: str) -> list[tuple[str, int]]:
    """Path and status of each request of one more night, robots.txt left out."""
    before = len(web.requests)
    done = here.type(*(words or ("night", "--all")))
    assert done.returncode == 0, done.stdout + done.stderr
    return [(asked.path, asked.status) for asked in web.requests[before:] if asked.path != "/robots.txt"]


TABLES = ("report", "report_version", "fact", "finding", "change", "attachment", "page", "sighting")


def counts(here: Installation) -> list[tuple[Any, ...]]:
    return rows(here, "SELECT " + ", ".join(f"(SELECT COUNT(*) FROM {table})" for table in TABLES))


def test_a_second_night_over_unchanged_sites_asks_only_whether_its_lists_have_changed(here: Installation, web: DemoWeb) -> None:
    before = counts(here)
    asked = night(here, web)
    lists = {url for (url,) in rows(here, "SELECT url FROM listing")}
    assert {status for _, status in asked} == {304}
    assert len(asked) == len(lists)
    assert counts(here) == before
    assert {outcome for (outcome,) in rows(here, "SELECT outcome FROM crawl")} == {"ok", "nothing_new"}


def test_on_demand_every_page_is_asked_for_and_a_304_only_moves_when_it_was_seen(here: Installation, web: DemoWeb) -> None:
    before = counts(here)
    asked = night(here, web, "crawl", "qinglan")
    known = rows(here, 'SELECT COUNT(*) FROM page p JOIN "fetch" f ON f.id = p.fetch_id WHERE f.site_key = \'qinglan\'')
    assert sum(status == 304 for _, status in asked) == known[0][0]
    assert counts(here) == before
    kinds = {kind for (kind,) in rows(here, "SELECT DISTINCT warc_kind FROM \"fetch\" WHERE outcome = 'not_modified'")}
    assert kinds == {"revisit"}
    late = rows(here, "SELECT COUNT(*) FROM report WHERE site_key = 'qinglan' AND last_seen <= first_seen")
    assert late == [(0,)]


def test_a_new_report_is_found_without_asking_for_the_old_ones(here: Installation, web: DemoWeb) -> None:
    urls = web.publish("qinglan", 2025)
    asked = {path for path, _ in night(here, web)}
    assert {url.removeprefix(web.sites["qinglan"]) for url in urls} <= asked
    articles = {path for path in asked if "/t20" in path}
    assert articles == {url.removeprefix(web.sites["qinglan"]) for url in urls}


def test_a_page_that_vanishes_leaves_its_data_and_one_that_comes_back_is_noticed(here: Installation, web: DemoWeb) -> None:
    url = web.url("qinglan", PUBLISHER, 2017)
    facts = rows(here, "SELECT COUNT(*) FROM facts WHERE url = :url", url=url)
    web.withdraw(url, 410)
    for _ in range(2):
        night(here, web, "crawl", "qinglan")
    assert rows(here, "SELECT COUNT(*) FROM reports WHERE url = :url AND gone_since IS NOT NULL", url=url) == [(1,)]
    assert rows(here, "SELECT returned_at FROM tombstone WHERE url = :url", url=url) == [(None,)]
    assert rows(here, "SELECT COUNT(*) FROM facts WHERE url = :url", url=url) == facts


def test_replay_of_what_was_crawled_changes_nothing(here: Installation) -> None:
    before = counts(here)
    done = here.type("replay", "--all")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 otherwise" in done.stdout
    assert counts(here) == before
    assert "0 capture(s)" in here.type("replay", "--site", "luyan").stdout
    assert here.type("replay", "--site", "luyam").returncode == 2
