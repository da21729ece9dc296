"""The night's own costs: the due list beside reading its rows, a claim among many waiting, a night with nothing due.

40,000 sites (a tenth of them broken, three years of reports each), ten crawls a site, on SQLite.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from crawler.night.agenda import site_facts
from crawler.night.windows import read_window
from crawler.registry import Site
from crawler.schedule import Visit, due
from models import requests
from models.claims import claim
from models.database import open_engine, upgrade, writer

SITES, NATIONAL = 40_000, 3_000
ROUNDS = 5
NOW = datetime(2026, 3, 10, 16, tzinfo=UTC)  # midnight in China
ROW = """key = "{key}"
name = "某县人民政府"
level = "county"
family = "trs"
start = ["http://{key}.example/zfxxgknb/"]
"""


def measures() -> list[dict[str, Any]]:
    """Due list over reading its rows, claim among 40,000 over claim among 1,000, CPU seconds of a night with nothing due."""
    with tempfile.TemporaryDirectory() as folder:
        return [_due_list(Path(folder)), _claims(Path(folder)), _idle_night(Path(folder))]


def _due_list(folder: Path) -> dict[str, Any]:
    engine = _database(folder / "due.sqlite", SITES)
    plain = Site.model_validate({"key": "plain", "name": "某县人民政府", "level": "county", "start": ["http://x.example/"]})
    sites = {f"s{number}": plain for number in range(SITES)}
    window = read_window("22:00-06:00")
    ratios, read, reckoned = [], 0.0, 0.0
    found: list[Visit] = []
    for _ in range(ROUNDS):
        facts, read = _timed(lambda: site_facts(engine, sites, NOW))
        found, reckoned = _timed(partial(due, facts, NOW, window))
        ratios.append(reckoned / read)
    engine.dispose()
    value = statistics.median(ratios)
    reference = f"reading their rows takes {read:.2f} s of CPU, the list {reckoned:.2f} s; {len(found)} of {SITES} sites are due"
    ok = value <= 2 and 0 < len(found) < SITES
    return {
        "name": "due list of 40,000 sites/reading their rows",
        "value": value,
        "bar": "<= 2",
        "ok": ok,
        "reference": reference,
    }


def _claims(folder: Path) -> dict[str, Any]:
    few, many = (_waiting(folder / f"claims-{number}.sqlite", number) for number in (1_000, SITES))
    ratios, took = [], (0.0, 0.0)
    for _ in range(ROUNDS):
        took = _claiming(few), _claiming(many)
        ratios.append(took[1] / took[0])
    value = statistics.median(ratios)
    words = f"{took[0] * 1000:.2f} ms of CPU a claim with 1,000 waiting, {took[1] * 1000:.2f} ms with 40,000"
    return {
        "name": "claim with 40,000 waiting/with 1,000",
        "value": value,
        "bar": "<= 1.5",
        "ok": value <= 1.5,
        "reference": words,
    }


def _claiming(engine: Engine, count: int = 40) -> float:
    """CPU seconds of finding the next request and claiming its site for it."""

    def take() -> None:
        for _ in range(count):
            (job,) = requests.waiting(engine, NOW, 1)
            assert claim(engine, job.site, NOW, request=job.id) is not None

    return _timed(take)[1] / count


def _idle_night(folder: Path) -> dict[str, Any]:
    """A whole `nianbao night` as it is typed, over the rows of 3,000 sites none of which is due."""
    rows = folder / "rows"
    rows.mkdir()
    keys = [f"s{number}" for number in range(NATIONAL)]
    for key in keys:
        (rows / f"{key}.toml").write_text(ROW.format(key=key), encoding="utf-8")
    _database(folder / "idle.sqlite", NATIONAL, ended=datetime.now(UTC)).dispose()
    few = folder / "few"
    few.mkdir()
    (few / "s1.toml").write_text(ROW.format(key="s1"), encoding="utf-8")
    value, alone = (statistics.median(_night(folder, each) for _ in range(3)) for each in (rows, few))
    reference = f"{NATIONAL} site rows, whole process; with one row {alone:.2f} s"
    return {"name": "night with nothing due, CPU seconds", "value": value, "bar": "< 2", "ok": value < 2, "reference": reference}


def _night(folder: Path, rows: Path) -> float:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NIANBAO_")} | {
        "NIANBAO_DATABASE_URL": f"sqlite:///{folder / 'idle.sqlite'}", "NIANBAO_DATA_DIR": str(folder),
        "NIANBAO_SITES": str(rows), "NIANBAO_SHIPPED_SITES": "false",
    }  # fmt: skip
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "crawler.cli", "night"], env=environment, capture_output=True, text=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode or "nothing to do" not in done.stdout:
        raise RuntimeError(f"the night did not end as expected:\n{done.stdout[-1000:]}{done.stderr[-1000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _database(file: Path, sites: int, ended: datetime = NOW - timedelta(hours=2)) -> Engine:
    upgrade(f"sqlite:///{file}")
    engine = open_engine(f"sqlite:///{file}")
    with writer(engine).begin() as connection:
        connection.exec_driver_sql("INSERT INTO site (key, claims) VALUES (?, 10)", [(f"s{number}",) for number in range(sites)])
        query = (
            "INSERT INTO crawl (site_key, trigger, started_at, ended_at, outcome, token, lease_until, heartbeat_at)"
            " VALUES (?, 'night', ?, ?, ?, 1, ?, ?)"
        )
        for night in range(9, -1, -1):
            rows = []
            for number in range(sites):
                # Those of even number were visited last night, the others the night before.
                moment = str((ended - timedelta(days=night + number % 2)).replace(tzinfo=None))
                outcome = "broken" if number % 10 == 0 and ended <= NOW else "nothing_new"
                rows.append((f"s{number}", moment, moment, outcome, moment, moment))
            connection.exec_driver_sql(query, rows)
        if ended <= NOW:
            _publish(connection, sites)
        else:  # nothing is due: all were visited just now
            connection.exec_driver_sql("UPDATE crawl SET ended_at = ?", (str(ended.replace(tzinfo=None)),))
    return engine


def _publish(connection: Any, sites: int) -> None:
    """Three reports a site, of the three years before the last one."""
    numbers = range(1, sites + 1)
    connection.exec_driver_sql(
        "INSERT INTO publisher (id, key, rule, site_key) VALUES (?, ?, 'county', ?)",
        [(n, f"p{n}:", f"s{n - 1}") for n in numbers],
    )
    moment = str(NOW.replace(tzinfo=None))
    for year in (2022, 2023, 2024):
        reports = [
            (n * 10 + year % 10, f"{n}:{year}", year, f"s{n - 1}", f"http://s{n}.example/{year}", moment, moment) for n in numbers
        ]
        connection.exec_driver_sql(
            "INSERT INTO report (id, identity, report_year, site_key, url, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?)",
            reports,
        )
        day = [str(date(year + 1, 1 + n % 3, 1 + n % 28)) for n in numbers]
        rows = [(n, year, n * 10 + year % 10, day[n - 1], moment, moment) for n in numbers]
        connection.exec_driver_sql(
            "INSERT INTO publication (publisher_id, report_year, report_id, main, standing, published, basis, verdict,"
            " first_seen, last_seen) VALUES (?, ?, ?, 1, 0, ?, 0, 'genuine', ?, ?)",
            rows,
        )


def _waiting(file: Path, count: int) -> Engine:
    upgrade(f"sqlite:///{file}")
    engine = open_engine(f"sqlite:///{file}")
    with writer(engine).begin() as connection:
        connection.exec_driver_sql("INSERT INTO site (key, claims) VALUES (?, 0)", [(f"s{number}",) for number in range(count)])
        connection.exec_driver_sql(
            "INSERT INTO crawl_request (site_key, asked_at, options, tries) VALUES (?, ?, '{}', 0)",
            [(f"s{number}", str(NOW.replace(tzinfo=None))) for number in range(count)],
        )
    return engine


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.process_time()
    result = work()
    return result, time.process_time() - began
