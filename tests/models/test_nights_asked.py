"""What the schedule asks the database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine

from models import nights
from models.claims import STOPPED, claim, finish, heartbeat
from models.publications import refresh
from pipelines.store import Store

NOW = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def crawled(engine: Engine, site: str, *outcomes: str, reason: str | None = None, partial: bool = False) -> None:
    """Crawls a day apart, the oldest first, the last of them ended at NOW."""
    for back, outcome in zip(range(len(outcomes) - 1, -1, -1), outcomes, strict=True):
        held = claim(engine, site, NOW - back * DAY, "night", partial=partial)
        assert held is not None
        finish(engine, held, outcome, None, reason, NOW - back * DAY)


def test_of_a_site_that_is_well_the_last_crawl_is_known_and_of_others_the_last_ones(database: Engine) -> None:
    crawled(database, "well", "broken", "broken", "ok")
    crawled(database, "ill", *["ok"] + ["broken"] * 10)
    found = nights.past_crawls(database, NOW)
    assert [(one.ended, one.outcome) for one in found["well"]] == [(NOW, "ok")]
    assert [one.ended for one in found["ill"]] == [NOW - n * DAY for n in range(nights.NEWEST)]
    assert nights.past_crawls(database, NOW, ["well"]).keys() == {"well"}


def test_before_a_crawl_that_is_dated_in_the_future_the_earlier_ones_are_known_too(database: Engine) -> None:
    crawled(database, "qingshui", "ok", "ok")
    assert len(nights.past_crawls(database, NOW - timedelta(hours=1))["qingshui"]) == 2


def test_looks_at_a_part_and_running_crawls_are_no_visits(database: Engine) -> None:
    crawled(database, "qingshui", "ok")
    crawled(database, "qingshui", "broken", partial=True)
    assert claim(database, "qingshui", NOW + DAY) is not None
    assert [one.outcome for one in nights.past_crawls(database, NOW)["qingshui"]] == ["ok"]
    assert nights.past_crawls(database, NOW).get("linghai") is None


def test_a_crawl_that_was_told_to_stop_is_known_as_cut_off(database: Engine) -> None:
    crawled(database, "qingshui", "incomplete", reason=f"{STOPPED}; 3 x no answer")
    assert nights.past_crawls(database, NOW)["qingshui"][0].cut_off


def test_running_crawls_are_told_with_their_requests_until_their_lease_is_out(database: Engine, pages: Any) -> None:
    held = claim(database, "qingshui", NOW, "night", timedelta(minutes=10))
    assert held is not None
    store = Store(database)
    store.add(pages.fetch(crawl=held.crawl))
    store.flush()
    (one,) = nights.running(database, NOW).values()
    assert one.lease_until == NOW + timedelta(minutes=10)
    assert (one.crawl, one.site, one.trigger, one.started, one.fetches) == (held.crawl, "qingshui", "night", NOW, 1)
    assert nights.running(database, NOW + timedelta(minutes=10)) == {}
    assert nights.running(database, NOW, "linghai") == {}


def test_a_running_crawl_that_missed_a_beat_is_silent_and_one_that_beats_again_is_not(database: Engine) -> None:
    held = claim(database, "qingshui", NOW, "night", timedelta(minutes=10))
    assert held is not None

    def is_silent(minute: int) -> bool:
        now = NOW + timedelta(minutes=minute)
        return nights.running(database, now)["qingshui"].is_silent(now)

    assert (is_silent(5), is_silent(6)) == (False, True)
    assert heartbeat(database, held, NOW + timedelta(minutes=6))
    assert not is_silent(7)


def test_what_was_published_when_is_told_by_site_and_year_and_a_day_of_moving_is_none(database: Engine, pages: Any) -> None:
    store = Store(database)
    for year, day in ((2023, date(2024, 3, 20)), (2024, date(2025, 2, 1)), (2025, date(2031, 5, 5))):
        store.add(pages.reading([], url=f"http://www.qs.example/{year}.html", year=year, publish_date=day))
    store.close()
    with database.begin() as connection:
        refresh(connection)
    found = nights.years_out(database, 2025)["qingshui"]
    assert {year: (one.publishers, one.first) for year, one in found.items()} == {
        2023: (1, date(2024, 3, 20)), 2024: (1, date(2025, 2, 1)), 2025: (1, None),
    }  # fmt: skip
    assert nights.years_out(database, 2025, years=1, sites=["qingshui"])["qingshui"].keys() == {2025}


def test_a_crawl_that_was_killed_is_known_as_cut_off_once_its_lease_is_over(database: Engine) -> None:
    crawled(database, "qingshui", "ok")
    held = claim(database, "qingshui", NOW + DAY, "night", timedelta(minutes=10))
    assert held is not None
    over = NOW + DAY + timedelta(minutes=10)
    assert nights.lapsed(database, over - timedelta(seconds=1)) == {}
    assert nights.lapsed(database, over) == {held.crawl: "qingshui"}
    (last,) = nights.past_crawls(database, over - timedelta(seconds=1))["qingshui"]
    assert last.outcome == "ok"
    last, *earlier = nights.past_crawls(database, over)["qingshui"]
    assert (last.ended, last.outcome, last.cut_off) == (over, "broken", True)
    assert [one.outcome for one in earlier] == ["ok"]
