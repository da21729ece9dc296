"""The store beside bare executemany: rows a CPU second on SQLite, of the very rows that the store has written.

200 captures of labelled documents, each a report of its own, in the store's batches. The bare writer is handed the finished
rows of every table, entries of the search index among them, in as many transactions; it reads, compares and reckons nothing.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from crawler.evidence import Problem, page_of
from crawler.run import spare_collections
from models.claims import claim
from models.database import open_engine, upgrade
from models.search_words import grams
from models.tables import metadata
from pipelines.extract import read
from pipelines.items import CapturePlace, Fetch, Reading
from pipelines.place import PlacePipeline
from pipelines.store import BATCH, Store
from pipelines.validate import check
from pipelines.version import VersionPipeline
from tests.pipelines.accuracy import labelled

NAMES = ["f14-a", "f14-b", "f19-a", "f19-b", "f21-a", "f21-b", "prose-a", "prose-b"]
CAPTURES = 200
ROUNDS = 3
BAR = 0.5
NOW = datetime(2026, 3, 5, 18, tzinfo=UTC)

Tables = dict[str, list[tuple[Any, ...]]]
Writes = list[Tables]
"""What each transaction of the store wrote, by table."""


def measures() -> list[dict[str, Any]]:
    """Rows a CPU second, the store's over executemany's; the median of several rounds, each on databases of its own."""
    ratios, words = [], ""
    spare_collections()  # as in a crawl
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            writes, ours = _stored(Path(folder) / f"store-{number}.sqlite")
            bare = _executemany(Path(folder) / f"bare-{number}.sqlite", writes)
            rows = sum(len(found) for tables in writes for found in tables.values())
            ratios.append(bare / ours)
            words = f"{rows} rows of {CAPTURES} captures: store {rows / ours:,.0f} rows a second, executemany {rows / bare:,.0f}"
    value = statistics.median(ratios)
    return [
        {
            "name": "store/executemany, rows a CPU second", "value": value, "bar": f">= {BAR}", "ok": value >= BAR,
            "reference": words,
        },
        {"name": "captures at risk at a kill", "value": BATCH, "bar": ">= 20", "ok": BATCH >= 20, "reference": "one batch"},
    ]  # fmt: skip


def _readings(crawl: int) -> list[Reading]:
    """Captures of different reports: the same documents at other addresses and of other publishers."""
    found: list[Reading] = []
    place_stage = PlacePipeline()
    documents = list(labelled(NAMES))
    for number in range(CAPTURES):
        document = documents[number % len(documents)]
        url = f"http://www.bench.example/nb/{number}.html"
        moment = NOW + timedelta(seconds=number)
        place = CapturePlace("bench.warc.gz", 1000 * number, 900, f"SHA{number}")
        fetch = Fetch("bench", crawl, url, url, "report", moment, "ok", 200, size=len(document.body), capture=place)
        page = page_of(document.body, url, "text/html; charset=utf-8", fetched_at=moment, site="bench", fetch=fetch)
        if isinstance(page, Problem):
            raise RuntimeError(f"{document.name}: {page.reason}")
        reading = read(page)
        for report in reading.reports:
            check(report)
        place_stage.process_item(reading)
        VersionPipeline().process_item(reading)
        for report in reading.reports:
            report.identity = f"{report.identity}:{number}"
        found.append(reading)
    return found


def _stored(file: Path) -> tuple[Writes, float]:
    """What the store wrote, transaction by transaction, and its CPU seconds."""
    engine, crawl = _claimed(file)
    readings = _readings(crawl)
    writes, took = [], 0.0
    with closing(sqlite3.connect(file)) as connection:
        known = {name: set(_rows(connection, name)) for name in _names(connection)}
        store = Store(engine)
        for at in range(0, CAPTURES, BATCH):
            began = time.process_time()
            for reading in readings[at : at + BATCH]:
                store.add(reading)
            took += time.process_time() - began
            writes.append(_new(connection, known))
    engine.dispose()
    return writes, took


def _new(connection: sqlite3.Connection, known: dict[str, set[tuple[Any, ...]]]) -> Tables:
    """The rows that are not known yet, which they then are; with what each new version adds to the search index."""
    found: Tables = {}
    for name, rows in known.items():
        found[name] = [row for row in _rows(connection, name) if row not in rows]
        rows.update(found[name])
    texts = connection.execute("SELECT id, title, text FROM report_version")
    fresh = {row[0] for row in found['"report_version"']}
    entries = [(number, " ".join(grams(title, words))) for number, title, words in texts if number in fresh]
    return {name: rows for name, rows in found.items() if rows} | {"search (rowid, grams)": entries}


def _names(connection: sqlite3.Connection) -> list[str]:
    known = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [f'"{table.name}"' for table in metadata.sorted_tables if table.name in known]


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return list(connection.execute(f"SELECT * FROM {table}"))


def _executemany(file: Path, writes: Writes) -> float:
    """CPU seconds of writing the same rows as they are, as often committed, into tables with the same indexes and references."""
    _claimed(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        began = time.process_time()
        for tables in writes:
            connection.execute("BEGIN IMMEDIATE")
            for name, rows in tables.items():
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(f"INSERT OR REPLACE INTO {name} VALUES ({marks})", rows)
            connection.execute("COMMIT")
        return time.process_time() - began


def _claimed(file: Path) -> tuple[Engine, int]:
    """A new database in which the crawl of the captures runs."""
    upgrade(f"sqlite:///{file}")
    engine = open_engine(f"sqlite:///{file}")
    held = claim(engine, "bench", NOW, lease=timedelta(days=1))
    assert held is not None
    return engine, held.crawl
