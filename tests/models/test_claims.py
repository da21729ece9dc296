"""One crawl a site at a time, whatever happens."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from models.claims import LEASE_EXPIRED, claim, finish, heartbeat, register_sites
from models.crawl import Crawl
from models.site import Site

NOW = datetime(2024, 3, 1, 18, 0, tzinfo=UTC)
LEASE = timedelta(minutes=10)


def outcomes(engine: Engine) -> list[tuple[str, str | None]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(Crawl.outcome, Crawl.reason).order_by(Crawl.id))]


def test_a_site_is_claimed_once_and_again_after_the_end(database: Engine) -> None:
    first = claim(database, "qingshui", NOW, "night", LEASE)
    assert first is not None
    assert claim(database, "qingshui", NOW + timedelta(minutes=9), "demand", LEASE) is None
    assert claim(database, "linghai", NOW, "night", LEASE) is not None
    assert finish(database, first, "ok", {"new": 3}, "", NOW + LEASE)
    second = claim(database, "qingshui", NOW + LEASE, "demand", LEASE)
    assert second is not None
    assert second.token > first.token
    assert outcomes(database) == [("ok", None), ("running", None), ("running", None)]


def test_the_database_itself_refuses_a_second_running_crawl(database: Engine) -> None:
    held = claim(database, "qingshui", NOW)
    assert held is not None
    row = {"site_key": "qingshui", "trigger": "x", "started_at": NOW, "outcome": "running", "token": 9,
           "lease_until": NOW, "heartbeat_at": NOW}  # fmt: skip
    with pytest.raises(IntegrityError), database.begin() as connection:
        connection.execute(insert(Crawl), row)
    with database.begin() as connection:
        connection.execute(insert(Crawl), {**row, "outcome": "ok", "ended_at": NOW})


def test_an_expired_lease_is_taken_over_and_the_old_crawl_ends_broken(database: Engine) -> None:
    old = claim(database, "qingshui", NOW, "night", LEASE)
    new = claim(database, "qingshui", NOW + LEASE, "night", LEASE)
    assert old is not None
    assert new is not None
    assert outcomes(database) == [("broken", LEASE_EXPIRED), ("running", None)]


def test_a_zombie_cannot_write_its_end_or_its_heartbeat(database: Engine) -> None:
    old = claim(database, "qingshui", NOW, "night", LEASE)
    later = NOW + timedelta(hours=1)
    new = claim(database, "qingshui", later, "night", LEASE)
    assert old is not None
    assert new is not None
    assert not finish(database, old, "ok", {"new": 99}, None, later)
    assert not heartbeat(database, old, later, LEASE)
    assert finish(database, new, "nothing_new", None, None, later)
    assert not finish(database, new, "broken", None, "a second end", later)
    assert outcomes(database) == [("broken", LEASE_EXPIRED), ("nothing_new", None)]


def test_a_heartbeat_lengthens_the_lease(database: Engine) -> None:
    held = claim(database, "qingshui", NOW, "night", LEASE)
    assert held is not None
    assert heartbeat(database, held, NOW + timedelta(minutes=9), LEASE)
    assert claim(database, "qingshui", NOW + timedelta(minutes=18), "night", LEASE) is None
    assert claim(database, "qingshui", NOW + timedelta(minutes=19), "night", LEASE) is not None


def test_of_many_that_ask_at_once_one_gets_the_claim(database: Engine) -> None:
    with ThreadPoolExecutor(8) as threads:
        for night in range(3):
            now = NOW + timedelta(days=night)
            held = list(threads.map(lambda _, now=now: claim(database, "qingshui", now, "night", LEASE), range(8)))
            assert sum(each is not None for each in held) == 1


def test_an_unknown_outcome_is_refused(database: Engine) -> None:
    held = claim(database, "qingshui", NOW)
    assert held is not None
    with pytest.raises(ValueError, match="expected an outcome of ok"):
        finish(database, held, "fine", None, None, NOW)


def test_registering_a_site_again_keeps_its_count_of_claims(database: Engine) -> None:
    held = claim(database, "qingshui", NOW)
    assert held is not None
    register_sites(database, {"qingshui": {"name": "清水县", "family": "trs"}, "linghai": {"name": "凌海市"}}, NOW)
    register_sites(database, {"qingshui": {"name": "清水县人民政府", "family": "trs"}}, NOW)
    with database.connect() as connection:
        rows = connection.execute(select(Site.key, Site.name, Site.claims).order_by(Site.key)).all()
    assert [tuple(row) for row in rows] == [("linghai", "凌海市", 0), ("qingshui", "清水县人民政府", 1)]


def test_a_lease_that_a_wrong_clock_dated_into_the_future_holds_no_site(database: Engine) -> None:
    now = datetime(2026, 3, 5, 18, tzinfo=UTC)
    ahead = claim(database, "qingshui", now + timedelta(days=400))
    assert ahead is not None
    again = claim(database, "qingshui", now)
    assert again is not None
    assert not heartbeat(database, ahead, now + timedelta(days=400))
    assert claim(database, "qingshui", now - timedelta(hours=2)) is None  # clocks of two machines may differ by hours


def test_an_end_that_is_handed_in_twice_is_written_once_and_coverage_is_made_again(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = claim(database, "qingshui", NOW, "night", LEASE)
    assert held is not None
    refreshed: list[list[str]] = []

    def refresh(connection: object, sites: list[str]) -> None:
        refreshed.append(sites)
        if len(refreshed) == 1:
            raise OperationalError("UPDATE", None, Exception("the connection was cut"))

    monkeypatch.setattr("models.claims.refresh", refresh)
    with pytest.raises(OperationalError):
        finish(database, held, "ok", {"new": 3}, "", NOW + LEASE)
    assert finish(database, held, "ok", {"new": 3}, "", NOW + LEASE)
    assert refreshed == [["qingshui"], ["qingshui"]]
    assert outcomes(database) == [("ok", None)]
    assert not finish(database, held, "broken", {}, "another word", NOW + LEASE)
