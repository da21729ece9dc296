"""Jobs of a cluster: what is put into the queue, what is still wanted when its turn comes, what is done again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from procrastinate.jobs import Job as QueueJob
from sqlalchemy import Engine, text

from crawler.cluster import NO_ROW_TRIES, Cluster, hand_over
from crawler.night.agenda import Agenda
from crawler.night.jobs import Job
from crawler.night.patience import PatientConnector
from crawler.night.queue_feed import Again, Persistence, QueueFeed
from crawler.night.watching import Ended
from models import queue, requests
from models.claims import claim, finish

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)
NOW = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ROW = 'key = "{0}"\nname = "某县"\nlevel = "county"\nstart = ["http://{1}.example/"]\n'


@pytest.fixture
def cluster(tmp_path: Path, database: Engine) -> Cluster:
    for key, host in (("aa", "aa"), ("bb", "shared"), ("cc", "shared")):
        (tmp_path / f"{key}.toml").write_text(ROW.format(key, host), encoding="utf-8")
    conninfo, options = queue.address(database.url)
    connector = PatientConnector(conninfo=conninfo, kwargs={"options": options}, min_size=1)
    return Cluster(connector, Agenda([tmp_path], database, None), MINUTE, QueueFeed(), lambda: NOW)


def run(cluster: Cluster, steps: Callable[[], Awaitable[Any]]) -> Any:
    async def opened() -> Any:
        async with cluster.app.open_async():
            return await steps()

    return asyncio.run(opened())


def waiting(database: Engine) -> list[tuple[Any, ...]]:
    query = (
        "SELECT args ->> 'site', args ->> 'trigger', lock, priority, status::text FROM nianbao_queue.procrastinate_jobs"
        " WHERE task_name = 'crawl' ORDER BY priority DESC, id"
    )
    with database.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def queued(lock: str = "aa.example", attempts: int = 0) -> QueueJob:
    return QueueJob(id=1, queue="crawl", task_name="crawl", lock=lock, queueing_lock=None, task_kwargs={}, attempts=attempts)


def crawled(database: Engine, key: str, outcome: str, reason: str | None = None) -> None:
    held = claim(database, key, NOW - MINUTE, "night")
    assert held is not None
    finish(database, held, outcome, {}, reason, NOW - MINUTE / 2)


def test_a_plan_puts_in_what_was_asked_for_before_what_is_due_each_once(cluster: Cluster, database: Engine) -> None:
    requests.ask(database, "cc", {"year": "2020"}, NOW)

    async def twice() -> None:
        await cluster.plan(1)
        await cluster.plan(2)

    run(cluster, twice)
    assert waiting(database) == [
        ("cc", "demand", "shared.example", 10, "todo"), ("aa", "night", "aa.example", 0, "todo"),
        ("bb", "night", "shared.example", 0, "todo"), ("cc", "night", "shared.example", 0, "todo"),
    ]  # fmt: skip


def test_sites_that_share_hosts_are_handed_out_one_after_another(cluster: Cluster, database: Engine) -> None:
    async def fetched() -> list[str]:
        await cluster.plan(1)
        worker = await cluster.app.job_manager.register_worker()
        found = [await cluster.app.job_manager.fetch_job(["crawl"], worker) for _ in range(3)]
        return [str(job.task_kwargs["site"]) for job in found if job is not None]

    assert run(cluster, fetched) == ["aa", "bb"]


def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "up_for", lambda engine: timedelta(hours=1))


def test_the_job_of_a_dead_worker_goes_to_another_when_the_lease_has_ended(
    cluster: Cluster, database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago(monkeypatch)

    async def killed() -> None:
        await cluster.plan(1)
        worker = await cluster.app.job_manager.register_worker()
        await cluster.app.job_manager.fetch_job(["crawl"], worker)
        claim(database, "aa", NOW, lease=5 * MINUTE)
        with database.begin() as connection:
            old = "UPDATE nianbao_queue.procrastinate_workers SET last_heartbeat = now() - interval '1 minute'"
            connection.execute(text(old))
        await cluster.rescue(1)

    run(cluster, killed)
    with database.connect() as connection:
        query = "SELECT status::text, scheduled_at FROM nianbao_queue.procrastinate_jobs WHERE args ->> 'site' = 'aa'"
        assert connection.execute(text(query)).one() == ("todo", NOW + 5 * MINUTE)
        assert connection.execute(text("SELECT COUNT(*) FROM nianbao_queue.procrastinate_workers")).scalar_one() == 0


def test_nobody_is_thought_dead_right_after_the_database_was_away(
    cluster: Cluster, database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "up_for", lambda engine: timedelta(seconds=3))

    async def away() -> None:
        await cluster.plan(1)
        await cluster.app.job_manager.fetch_job(["crawl"], await cluster.app.job_manager.register_worker())
        with database.begin() as connection:
            old = "UPDATE nianbao_queue.procrastinate_workers SET last_heartbeat = now() - interval '1 minute'"
            connection.execute(text(old))
        await cluster.rescue(1)

    run(cluster, away)
    assert waiting(database)[0][-1] == "doing"


def test_the_job_of_a_living_worker_is_left_alone(
    cluster: Cluster, database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago(monkeypatch)

    async def alive() -> None:
        await cluster.plan(1)
        await cluster.app.job_manager.fetch_job(["crawl"], await cluster.app.job_manager.register_worker())
        await cluster.rescue(1)

    run(cluster, alive)
    assert [row[-1] for row in waiting(database)] == ["doing", "todo", "todo"]


def test_a_site_that_is_due_becomes_a_crawl_and_one_that_was_crawled_since_does_not(cluster: Cluster, database: Engine) -> None:
    assert cluster._job(queued(), "aa", "night", None) == Job(cluster.agenda.sites["aa"], "night")
    crawled(database, "aa", "ok")
    assert cluster._job(queued(), "aa", "night", None) is None


def test_a_site_that_takes_its_worker_down_each_time_is_left_to_rest(cluster: Cluster, database: Engine) -> None:
    for _ in range(3):
        assert cluster._job(queued(), "aa", "night", None) is not None
        crawled(database, "aa", "broken", "lease expired")
    assert cluster._job(queued(), "aa", "night", None) is None


def test_a_row_that_vanished_is_looked_for_on_other_machines_then_told(cluster: Cluster, database: Engine) -> None:
    number = requests.ask(database, "gone", {}, NOW)
    with pytest.raises(Again, match="no row has the key 'gone'"):
        cluster._job(queued(), "gone", "demand", number)
    assert cluster._job(queued(attempts=NO_ROW_TRIES), "gone", "demand", number) is None
    assert requests.standing(database, number).refusal == "no row has the key 'gone' any more"


def test_a_job_whose_hosts_are_in_another_group_now_gets_its_lock(cluster: Cluster, database: Engine) -> None:
    with pytest.raises(Again) as again:
        cluster._job(queued(lock="old.example"), "cc", "night", None)
    assert again.value.lock == "shared.example"


def test_a_request_that_has_ended_or_is_unknown_is_not_crawled(cluster: Cluster, database: Engine) -> None:
    number = requests.ask(database, "aa", {"force": "1"}, NOW)
    job = cluster._job(queued(), "aa", "demand", number)
    assert job is not None
    assert (job.request, job.arguments) == (number, {"force": "1"})
    requests.refuse(database, number, "stopped", NOW)
    assert cluster._job(queued(), "aa", "demand", number) is None
    assert cluster._job(queued(), "aa", "demand", number + 7) is None


def test_a_crawl_that_was_refused_is_done_when_the_lease_has_ended(cluster: Cluster, database: Engine) -> None:
    claim(database, "aa", NOW, lease=5 * MINUTE)
    with pytest.raises(Again) as again:
        cluster._settle(Job(cluster.agenda.sites["aa"], "night"))
    assert again.value.at == NOW + 5 * MINUTE


def test_a_crawl_that_was_cut_off_is_done_again_and_one_that_ended_is_not(cluster: Cluster, database: Engine) -> None:
    job = Job(cluster.agenda.sites["aa"], "night")
    crawled(database, "aa", "incomplete", "stopped early (shutdown)")
    with pytest.raises(Again):
        cluster._settle(job)
    crawled(database, "aa", "ok")
    cluster._settle(job)


def test_what_was_not_begun_is_given_back_when_the_worker_ends(cluster: Cluster, database: Engine) -> None:
    async def ends() -> str:
        begun = asyncio.ensure_future(cluster.feed.run(Job(cluster.agenda.sites["aa"], "night")))
        left = asyncio.ensure_future(cluster.feed.run(Job(cluster.agenda.sites["bb"], "night")))
        await asyncio.sleep(0)
        (job,) = cluster.feed.more(1, ())
        cluster.feed.close()
        cluster.feed.ended(job, Ended("aa", "ok", "", {}))
        with pytest.raises(Again):
            await left
        with pytest.raises(Again):
            await cluster.feed.run(job)
        return (await begun).outcome

    assert asyncio.run(ends()) == "ok"
    assert not cluster.feed.waits()


def test_a_request_is_handed_over_once_and_before_all_else(cluster: Cluster, database: Engine) -> None:
    number = requests.ask(database, "bb", {}, NOW)
    hand_over(database, "bb", number)
    hand_over(database, "bb", number)
    run(cluster, lambda: cluster.plan(1))
    assert waiting(database)[0] == ("bb", "demand", None, 10, "todo")
    assert [row[1] for row in waiting(database)] == ["demand", "night", "night", "night"]


def test_errors_of_the_database_are_waited_out_and_others_are_not_for_ever(database: Engine) -> None:
    def decided(problem: Exception, attempts: int) -> bool:
        return Persistence().get_retry_decision(exception=problem, job=queued(attempts=attempts)) is not None

    from sqlalchemy.exc import OperationalError

    away = OperationalError("SELECT 1", {}, Exception("away"))
    assert [decided(away, tries) for tries in (0, 50)] == [True, True]
    assert [decided(ValueError("a fault of ours"), tries) for tries in (0, 50)] == [True, False]
