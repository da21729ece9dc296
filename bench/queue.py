"""What the queue costs: fetching a job of a cluster with 40,000 that wait, beside the same with 1,000."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from procrastinate import App, PsycopgConnector
from procrastinate.jobs import Job, Status
from sqlalchemy import Engine

from bench.cluster import served, url_of
from models import queue
from models.database import open_engine

FEW, MANY, FETCHES, BAR = 1000, 40_000, 200, 1.5


def measures() -> list[dict[str, Any]]:
    """The median time of a fetch with many jobs that wait over that with few."""
    with tempfile.TemporaryDirectory(prefix="nianbao-queue-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with served(folder / "pg") as server:
            return _fetching(server.get_uri())



def _fetching(address: str) -> list[dict[str, Any]]:
    engine = open_engine(url_of(address))
    with engine.begin() as connection:
        queue.prepare(connection)
    few, many = asyncio.run(_times(engine))
    with engine.begin() as connection:
        queue.drop(connection)
    engine.dispose()
    row = {
        "name": "queue/fetch of a job with 40,000 that wait over 1,000", "value": many / few, "bar": f"<= {BAR}",
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
                await app.job_manager.finish_job(job, Status.SUCCEEDED, delete_job=True)
            found.append(statistics.median(took))
    return found[0], found[1]


def _job(number: int) -> Job:
    site = f"site-{number}"
    return Job(
        id=None, queue="crawl", task_name="crawl", lock=f"host-{number // 3}", queueing_lock=site, task_kwargs={"site": site}
    )
