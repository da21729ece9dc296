"""The coverage of a site is made anew for every reason there is, and for no other."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, text

from models import coverage_basis, publications
from models.claims import claim, finish, register_sites
from models.database import writer
from pipelines.items import DatedClaim
from pipelines.store import Store

NOW = datetime(2024, 4, 2, 18, 0, tzinfo=UTC)
DAY = date(2019, 1, 25)


@pytest.fixture
def covered(database: Engine, pages: Any) -> tuple[Engine, str]:
    """A database with one report of a site whose crawl has ended, and the site's key."""
    reading = pages.reading(
        [pages.fact("requests.received", 5)], year=2018, publish_date=DAY, dates=(DatedClaim("meta", DAY, str(DAY)),),
        url="http://www.qs.example/2018.html", text="2018年度，清水县主动公开政府信息若干条。",
    )  # fmt: skip
    store = Store(database)
    store.add(reading)
    store.close()
    crawled(database, reading.page.site, NOW)
    return database, reading.page.site


def crawled(engine: Engine, site: str, moment: datetime, outcome: str = "nothing_new", **row: Any) -> None:
    register_sites(engine, {site: {"name": "清水县人民政府", **row}}, moment)
    held = claim(engine, site, moment)
    assert held is not None
    assert finish(engine, held, outcome, {}, "", moment + timedelta(minutes=9))


def holds(engine: Engine, site: str) -> bool:
    with engine.connect() as connection:
        return coverage_basis.holds(connection, site)


def test_a_night_without_news_makes_nothing_anew(covered: tuple[Engine, str], monkeypatch: pytest.MonkeyPatch) -> None:
    engine, site = covered
    assert holds(engine, site)
    monkeypatch.setattr(publications, "_refresh_site", lambda *_: pytest.fail("the coverage was made anew"))
    crawled(engine, site, NOW + timedelta(days=1))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE report SET last_seen = '2024-05-01 00:00:00+00:00'",
        "UPDATE report SET gone_since = '2024-05-01 00:00:00+00:00'",
        "UPDATE report SET report_year = 2017",
        "UPDATE report SET identity = 'another:2018'",
        "UPDATE report SET publisher = '清水县教育局'",
        "UPDATE report SET level = 'township'",
        "UPDATE report SET division_code = NULL",
        "UPDATE report_version SET hijack_verdict = 'hijacked'",
        "UPDATE report_version SET publish_date = '2019-06-01'",
        "UPDATE report_version SET fact_count = 0",
        "UPDATE report_version SET current = (1 = 0)",
        "INSERT INTO attachment (version_id, number, url, label) SELECT id, 9, 'http://qs.example/a.pdf', '' FROM report_version",
        "UPDATE division SET valid_from = '2015-01-01'",
        "UPDATE site SET name = '清水县教育局'",
        "UPDATE site SET division = '620521'",
        "UPDATE crawl SET outcome = 'blocked'",
        "UPDATE crawl SET ended_at = '2026-01-01 00:00:00+00:00'",
        "UPDATE due_date SET due = '2030-01-01' WHERE report_year = 2018",
    ],
)  # fmt: skip
def test_whatever_coverage_rests_on_makes_it_anew(covered: tuple[Engine, str], change: str) -> None:
    engine, site = covered
    with writer(engine).begin() as connection:
        connection.execute(text(change))
    assert not holds(engine, site)
    with writer(engine).begin() as connection:
        publications.refresh(connection, [site])
    assert holds(engine, site)


def test_a_publisher_that_another_site_took_away_is_expected_again(covered: tuple[Engine, str]) -> None:
    engine, _ = covered
    crawled(engine, "quiet", NOW, name="平原县教育局")
    assert holds(engine, "quiet")
    with writer(engine).begin() as connection:
        connection.execute(
            text("DELETE FROM coverage_cell WHERE publisher_id IN (SELECT id FROM publisher WHERE site_key = 'quiet')")
        )
        connection.execute(text("DELETE FROM publisher WHERE site_key = 'quiet'"))
    assert not holds(engine, "quiet")


def test_a_crawl_killed_before_its_end_leaves_its_news_to_the_next(covered: tuple[Engine, str], pages: Any) -> None:
    engine, site = covered
    store = Store(engine)
    store.add(
        pages.reading([pages.fact("requests.received", 6)], year=2019, url="http://www.qs.example/2019.html", text="又一年。")
    )
    store.close()
    assert not holds(engine, site)
    crawled(engine, site, NOW + timedelta(days=1))
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM publication")) == 2


def test_an_upgrade_has_all_of_it_made_anew(covered: tuple[Engine, str]) -> None:
    engine, site = covered
    with writer(engine).begin() as connection:
        publications.refresh(connection)
    assert not holds(engine, site)
