"""How sites stand by their crawls, and that a problem is told once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from models.claims import claim, finish
from models.told import last_sent, problems_told, remember_told, site_states

NOW = datetime(2024, 3, 1, 18, 0, tzinfo=UTC)
NIGHT = timedelta(days=1)


def crawls(engine: Engine, site: str, *outcomes: str, partial: bool = False, reason: str = "why") -> None:
    for number, outcome in enumerate(outcomes):
        held = claim(engine, site, NOW + number * NIGHT, partial=partial)
        assert held is not None
        assert finish(engine, held, outcome, {}, reason, NOW + number * NIGHT + timedelta(minutes=5))


def test_a_site_is_bad_since_the_first_crawl_after_its_last_good_one(database: Engine) -> None:
    crawls(database, "qingshui", "broken", "ok", "broken", "blocked", "blocked")
    (state,) = site_states(database)
    assert (state.outcome, state.in_a_row) == ("blocked", 3)
    assert state.since == NOW + 2 * NIGHT + timedelta(minutes=5)
    assert state.last_good == NOW + NIGHT + timedelta(minutes=5)


def test_a_site_that_goes_well_is_bad_since_never(database: Engine) -> None:
    crawls(database, "qingshui", "broken", "nothing_new")
    (state,) = site_states(database)
    assert (state.outcome, state.since, state.in_a_row) == ("nothing_new", None, 0)


def test_looks_at_a_part_of_a_site_and_running_crawls_do_not_count(database: Engine) -> None:
    crawls(database, "qingshui", "ok")
    crawls(database, "linghai", "broken", partial=True)
    assert claim(database, "wuyuan", NOW) is not None
    assert [state.site for state in site_states(database)] == ["qingshui"]


def test_a_crawl_that_was_killed_says_so(database: Engine) -> None:
    crawls(database, "qingshui", "broken", reason="lease expired")
    assert site_states(database)[0].cut_off


def test_what_was_told_is_kept_until_it_is_over(database: Engine) -> None:
    crawls(database, "a", "broken")
    crawls(database, "b", "blocked")
    remember_told(database, ("two", "…"), {"a": "broken", "b": "blocked"}, [], NOW)
    remember_told(database, ("one", "…"), {"a": "blocked"}, ["b"], NOW + NIGHT)
    assert problems_told(database) == {"a": "blocked"}
    assert last_sent(database) == NOW + NIGHT
