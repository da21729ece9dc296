"""Where a night gets its jobs from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from crawler.night.agenda import Agenda
from crawler.night.feed import LOOK_AGAIN, NightFeed
from crawler.night.jobs import Job
from crawler.night.watching import Ended
from models import requests
from models.claims import claim, finish

NOW = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ROW = 'key = "{0}"\nname = "某县"\nlevel = "county"\nstart = ["http://{0}.example/"]\n'


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def agenda(tmp_path: Path, sqlite_database: Engine) -> Agenda:
    rows = tmp_path / "rows"
    rows.mkdir()
    for key in ("aa", "bb", "cc"):
        (rows / f"{key}.toml").write_text(ROW.format(key), encoding="utf-8")
    return Agenda([rows], sqlite_database, None)


def told(jobs: object) -> list[tuple[str, str]]:
    return [(job.site.key, job.trigger) for job in jobs]  # type: ignore[attr-defined]


def ended(key: str, outcome: str, network: int = 0) -> Ended:
    return Ended(key, outcome, "", {"network_failures": network})


def test_requests_come_before_what_is_due_and_each_site_once(agenda: Agenda, clock: Clock) -> None:
    requests.ask(agenda.engine, "cc", {"year": "2020"}, NOW)
    feed = NightFeed(agenda, HOUR, clock=clock)
    first = feed.more(2, ())
    assert told(first) == [("cc", "demand"), ("aa", "night")]
    assert first[0].arguments == {"year": "2020"}
    assert told(feed.more(5, ("aa", "cc"))) == [("bb", "night")]
    assert feed.more(5, ()) == []


def test_a_site_that_somebody_else_crawls_is_left_to_them(agenda: Agenda, clock: Clock) -> None:
    assert claim(agenda.engine, "bb", NOW) is not None
    assert told(NightFeed(agenda, HOUR, clock=clock).more(9, ())) == [("aa", "night"), ("cc", "night")]


def test_what_the_network_broke_is_tried_once_more_when_the_rest_is_done(agenda: Agenda, clock: Clock) -> None:
    feed = NightFeed(agenda, HOUR, clock=clock)
    jobs = {job.site.key: job for job in feed.more(9, ())}
    feed.ended(jobs["aa"], ended("aa", "broken", network=3))
    feed.ended(jobs["bb"], ended("bb", "broken"))
    feed.ended(jobs["cc"], ended("cc", "ok", network=1))
    assert feed.more(9, ()) == []
    assert feed.waits()
    clock.now += HOUR
    (retry,) = feed.more(9, ())
    assert told([retry]) == [("aa", "retry")]
    feed.ended(retry, ended("aa", "broken", network=3))
    assert not feed.waits()


def test_when_the_night_is_over_only_requests_are_begun(agenda: Agenda, clock: Clock) -> None:
    feed = NightFeed(agenda, HOUR, until=NOW + HOUR, clock=clock)
    assert len(feed.more(1, ())) == 1
    clock.now += HOUR
    requests.ask(agenda.engine, "cc", {}, NOW)
    assert told(feed.more(9, ())) == [("cc", "demand")]
    assert not feed.waits()


def test_a_row_that_is_added_or_spoilt_while_the_night_runs_is_seen(agenda: Agenda, clock: Clock) -> None:
    feed = NightFeed(agenda, HOUR, clock=clock)
    feed.more(9, ())
    folder = agenda.folders[0]
    (folder / "dd.toml").write_text(ROW.format("dd"), encoding="utf-8")
    (folder / "aa.toml").write_text(ROW.format("aa") + "[schedule]\ncron = '99 * * * *'\n", encoding="utf-8")
    assert feed.more(9, ()) == []
    clock.now += LOOK_AGAIN
    assert told(feed.more(9, ())) == [("dd", "night")]
    assert "aa.toml:6: schedule.cron: expected five fields" in str(agenda.problems[0])


def test_a_request_for_a_site_without_a_row_is_ended_with_that_reason(agenda: Agenda, clock: Clock) -> None:
    number = requests.ask(agenda.engine, "gone", {}, NOW)
    NightFeed(agenda, HOUR, clock=clock, schedule=False).more(9, ())
    assert "gone" in (requests.standing(agenda.engine, number).refusal or "")


def test_a_request_whose_crawl_could_not_begin_is_not_tried_for_ever(agenda: Agenda, clock: Clock) -> None:
    number = requests.ask(agenda.engine, "aa", {}, NOW)
    feed = NightFeed(agenda, HOUR, clock=clock, schedule=False)
    (job,) = feed.more(9, ())
    feed.ended(job, Ended("aa", "broken", "the crawl could not be started: no such argument", {}))
    assert "could not be started" in (requests.standing(agenda.engine, number).refusal or "")
    assert feed.more(9, ()) == []


def test_a_run_that_was_missed_is_recorded_as_made_up_for(agenda: Agenda, clock: Clock) -> None:
    for key in agenda.sites:
        held = claim(agenda.engine, key, NOW - timedelta(days=30))
        assert held is not None
        finish(agenda.engine, held, "ok", None, None, NOW - timedelta(days=30))
    assert {job.trigger for job in NightFeed(agenda, HOUR, clock=clock).more(9, ())} == {"catch-up"}


def test_a_database_that_goes_away_gives_no_jobs_and_no_error(agenda: Agenda, clock: Clock) -> None:
    feed = NightFeed(agenda, HOUR, clock=clock)
    with agenda.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE crawl_request")
    assert feed.more(9, ()) == []
    feed.ended(Job(agenda.sites["aa"], "demand", {}, 5), Ended("aa", "broken", "no database", {}))


def test_a_night_that_runs_takes_a_killed_crawl_up_again_soon_after_its_lease(agenda: Agenda, clock: Clock) -> None:
    feed = NightFeed(agenda, HOUR, clock=clock)
    assert told(feed.more(3, ())) == [("aa", "night"), ("bb", "night"), ("cc", "night")]
    for key in ("aa", "cc"):
        held = claim(agenda.engine, key, NOW, "night")
        assert held is not None
        finish(agenda.engine, held, "ok", None, None, NOW)
    claim(agenda.engine, "bb", NOW, "night", timedelta(minutes=4))  # by a process that is killed
    clock.now = NOW + timedelta(minutes=3, seconds=50)
    assert feed.more(3, ()) == []
    clock.now = NOW + timedelta(minutes=4, seconds=30)
    assert told(feed.more(3, ())) == [("bb", "night")]
