"""Two workers on one PostgreSQL: one is killed, and every site is crawled all the same, none twice at once."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from bench.cluster_web import ClusterWeb, key_of
from models import queue
from models.database import open_engine
from models.queue import SCHEMA
from tests.night.commands import Installation

SITES = 12
WELL = ("ok", "nothing_new")
"""How a crawl may end that came after a killed one: that one may have stored everything before."""


@dataclass(frozen=True)
class ClusterInstallation(Installation):
    """An installation whose tables are in PostgreSQL, and the workers that were started there."""

    url: str = ""
    workers: list[subprocess.Popen[str]] = field(default_factory=list)

    def environment(self) -> dict[str, str]:
        return super().environment() | {"NIANBAO_DATABASE_URL": self.url, "NIANBAO_LEASE": "30"}

    def start_worker(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "crawler.cli", "worker", "--lanes", "3"]
        started = subprocess.Popen(command, cwd=self.folder, env=self.environment(), stderr=subprocess.PIPE, text=True)
        self.workers.append(started)
        return started


@pytest.fixture(scope="module")
def web() -> Iterator[ClusterWeb]:
    with ClusterWeb(SITES, pages=3, latency=0.1) as running:
        yield running


@pytest.fixture(scope="module")
def here(
    web: ClusterWeb, postgres_server: str, postgres_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ClusterInstallation]:
    server = open_engine(postgres_server)
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE nianbao_cluster TEMPLATE {postgres_template}"))
    server.dispose()
    url = make_url(postgres_server).set(database="nianbao_cluster").render_as_string(hide_password=False)
    installation = ClusterInstallation(tmp_path_factory.mktemp("cluster"), url)
    web.rows(installation.rows)
    yield installation
    for worker in installation.workers:
        worker.kill()
        worker.communicate()


@pytest.fixture(scope="module")
def database(here: ClusterInstallation) -> Iterator[Engine]:
    engine = open_engine(here.url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def survivor(here: ClusterInstallation, database: Engine) -> subprocess.Popen[str]:
    """The worker that goes on after the other was killed in the midst of its crawls, once every site was crawled."""
    both = [here.start_worker(), here.start_worker()]
    _wait_for(lambda: any(_crawls(database, worker, "running") for worker in both))
    killed, left = sorted(both, key=lambda worker: not _crawls(database, worker, "running"))
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    _let_time_go_by(database, killed)
    _wait_for(lambda: _crawled(database) == SITES, lambda: _ends(database))
    return left


def _let_time_go_by(database: Engine, killed: subprocess.Popen[str]) -> None:
    """Ends the leases of a dead worker, and makes its last sign of life one of an hour ago."""
    mine = "SELECT site_key FROM crawl WHERE owner LIKE :who AND outcome = 'running'"
    jobs = f"SELECT worker_id FROM {SCHEMA}.procrastinate_jobs WHERE args ->> 'site' IN ({mine})"
    with database.begin() as connection:
        old = f"UPDATE {SCHEMA}.procrastinate_workers SET last_heartbeat = now() - interval '1 hour' WHERE id IN ({jobs})"
        connection.execute(text(old), _who(killed))
        ended = "UPDATE crawl SET lease_until = now() WHERE owner LIKE :who AND outcome = 'running'"
        connection.execute(text(ended), _who(killed))


def _who(worker: subprocess.Popen[str]) -> dict[str, str]:
    return {"who": f"%:{worker.pid}"}


def _crawls(database: Engine, worker: subprocess.Popen[str], outcome: str) -> int:
    query = text("SELECT COUNT(*) FROM crawl WHERE owner LIKE :who AND outcome = :outcome")
    with database.connect() as connection:
        return int(connection.execute(query, {**_who(worker), "outcome": outcome}).scalar_one())


def _crawled(database: Engine) -> int:
    with database.connect() as connection:
        return int(connection.execute(text(f"SELECT COUNT(DISTINCT site_key) FROM crawl WHERE outcome IN {WELL}")).scalar_one())


def _ends(database: Engine) -> str:
    with database.connect() as connection:
        return str(connection.execute(text("SELECT outcome, reason, COUNT(*) FROM crawl GROUP BY 1, 2")).all())


def _wait_for(is_so: Callable[[], bool], shows: Callable[[], str] = str, seconds: float = 90) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            pytest.fail(f"waited {seconds} s for it in vain: {shows()}")
        time.sleep(0.05)


def test_every_site_is_crawled_although_a_worker_was_killed(survivor: subprocess.Popen[str], database: Engine) -> None:
    assert survivor.poll() is None
    with database.connect() as connection:
        ends = connection.execute(text("SELECT site_key, outcome, COUNT(*) FROM crawl GROUP BY 1, 2")).all()
        stored = connection.execute(text("SELECT COUNT(*) FROM report_version WHERE current")).scalar_one()
    well = [(site, count) for site, outcome, count in ends if outcome in WELL]
    assert sorted(well) == [(key_of(number), 1) for number in range(SITES)], "each was done, and none again"
    assert {outcome for _, outcome, _ in ends} - set(WELL) == {"broken"}, "the killed crawls are on record"
    assert stored == SITES * 3


def test_no_site_and_no_host_was_crawled_twice_at_once(
    survivor: subprocess.Popen[str], database: Engine, web: ClusterWeb
) -> None:
    overlap = (
        "SELECT COUNT(*) FROM crawl a JOIN crawl b ON a.site_key = b.site_key AND a.id < b.id"
        " WHERE b.started_at < COALESCE(a.ended_at, a.lease_until)"
    )
    with database.connect() as connection:
        assert connection.execute(text(overlap)).scalar_one() == 0
    assert web.most_in_flight() == 1


def test_a_crawl_on_demand_is_made_by_a_worker_and_shows_what_changed(
    survivor: subprocess.Popen[str], here: ClusterInstallation, database: Engine
) -> None:
    done = here.type("crawl", key_of(3))
    assert done.returncode == 0, done.stderr
    assert "3 unchanged" in done.stdout
    with database.connect() as connection:
        query = text("SELECT owner FROM crawl WHERE trigger = 'demand'")
        assert connection.execute(query).scalar_one().endswith(f":{survivor.pid}")


def test_a_night_is_left_to_the_workers(survivor: subprocess.Popen[str], here: ClusterInstallation) -> None:
    done = here.type("night")
    assert done.returncode == 3
    assert "found 1 alive" in done.stderr


def test_show_says_how_the_queue_stands(survivor: subprocess.Popen[str], here: ClusterInstallation) -> None:
    shown = here.type("worker", "--show")
    assert shown.returncode == 0
    assert "workers alive: 1; crawls running: 0; waiting: 0" in shown.stdout


def test_a_worker_that_is_told_to_stop_ends_well(survivor: subprocess.Popen[str], database: Engine) -> None:
    survivor.send_signal(signal.SIGTERM)
    _, said = survivor.communicate(timeout=60)
    assert survivor.returncode == 0
    assert "Traceback" not in said
    assert queue.standing(database).workers == 0


def test_a_single_machine_is_told_that_it_needs_no_worker(tmp_path: Path) -> None:
    done = Installation(tmp_path).type("worker")
    assert done.returncode == 2
    assert "need PostgreSQL" in done.stderr
    assert "nianbao daemon" in done.stderr
