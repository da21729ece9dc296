"""Questions to a database of the country's size: 95th percentile through our layer, and the ratio to the driver alone.

Milliseconds are of the process's own CPU time: the file is warm, and these machines are shared.

`make bench` asks 100,000 reports; the whole country is asked by
    python -m bench.national FILE 1000000 && NIANBAO_BENCH_DATABASE=FILE python -m bench asking
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection

from bench.national import FACTS, WORDS, fill
from models import queries, trends
from models.database import open_engine

REPORTS = 100_000
ASKED = 200
MOST_BYTES = 2048
WORST_RATIO = 1.5
SERIES = "applications_received"


class Question(NamedTuple):
    """One kind of question: its bar in milliseconds, what our layer does, and the same SQL for the driver alone."""

    name: str
    bar: float
    ask: Callable[[Connection, Any], Sequence[Any]]
    sql: str
    values: Callable[[Any], dict[str, Any]]


def measures() -> list[dict[str, Any]]:
    """For each question the 95th percentile in milliseconds and the ratio of medians; the bytes of a report's figures."""
    given = os.environ.get("NIANBAO_BENCH_DATABASE")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(given) if given else Path(folder) / "national.sqlite"
        if not given:
            fill(file, REPORTS)
        return [*_times(file), *_bytes(file)]


def _questions(bare: sqlite3.Connection, chance: random.Random) -> Iterator[tuple[Question, list[Any]]]:
    count = bare.execute("SELECT MAX(id) FROM report_version").fetchone()[0]
    versions = [chance.randint(1, count) for _ in range(ASKED)]
    yield Question(
        "one report's facts", 1, queries.facts_of, queries.FACTS_OF, lambda one: {"version": one},
    ), versions  # fmt: skip
    counties = _column(bare, "SELECT DISTINCT division_code FROM report WHERE level = 'county' ORDER BY 1")
    yield Question(
        "a county's trend of 18 years", 25, lambda c, one: trends.trend(c, SERIES, one), trends.TREND,
        lambda one: {"series": SERIES, "division": one, "level": "county"},
    ), chance.choices(counties, k=ASKED)  # fmt: skip
    provinces = [(code[:2], year) for code in counties for year in (2012, 2016, 2020, 2023)]
    yield Question(
        "a ranking in a province for a year", 50, lambda c, one: trends.ranking(c, SERIES, one[1], one[0]), trends.RANKING,
        lambda one: {"series": SERIES, "year": one[1], "first": one[0], "last": trends.after(one[0]), "level": "county",
                     "most": 100},
    ), chance.choices(provinces, k=ASKED)  # fmt: skip
    names = [(row[0], row[1]) for at in versions for row in bare.execute("SELECT publisher, report_year FROM report_version"
                                                                         " WHERE id = ?", (at,))]  # fmt: skip
    yield Question(
        "the latest version of a publisher and year", 25, lambda c, one: trends.latest(c, *one), trends.LATEST,
        lambda one: {"publisher": one[0], "year": one[1]},
    ), names  # fmt: skip
    cells = bare.execute(
        "SELECT DISTINCT i.code, i.edition, s.report_year FROM figure_sum s JOIN indicator i ON i.id = s.indicator_id"
        " ORDER BY 1, 2, 3"
    ).fetchall()
    yield Question(
        "the country's sum of an indicator and year", 50, lambda c, one: trends.totals(c, *one), trends.TOTALS,
        lambda one: {"code": one[0], "edition": one[1], "year": one[2]},
    ), chance.choices(cells, k=ASKED)  # fmt: skip


def _column(bare: sqlite3.Connection, query: str) -> list[Any]:
    return [row[0] for row in bare.execute(query)]


def _times(file: Path) -> Iterator[dict[str, Any]]:
    engine = open_engine(f"sqlite:///{file}")
    bare = sqlite3.connect(file, isolation_level=None)
    with engine.connect() as connection:
        reports = bare.execute("SELECT COUNT(*) FROM report").fetchone()[0]
        for question, asked in _questions(bare, random.Random(11)):
            ours, theirs, rows = _ask(question, asked, connection, bare)
            worst, alone = (statistics.quantiles(times, n=20)[18] * 1000 for times in (ours, theirs))
            ratio = statistics.median(ours) / statistics.median(theirs)
            said = f"{reports:,} reports, {rows / len(asked):.0f} rows an answer"
            yield {
                "name": f"{question.name}, 95th percentile in ms", "value": worst, "bar": f"<= {question.bar}",
                "ok": worst <= question.bar, "reference": f"{said}; the driver alone {alone:.2f} ms",
            }  # fmt: skip
            yield {
                "name": f"{question.name}, our layer to the driver alone", "value": ratio, "bar": f"<= {WORST_RATIO}",
                "ok": ratio <= WORST_RATIO, "reference": f"{said}; medians {statistics.median(ours) * 1000:.2f} and"
                f" {statistics.median(theirs) * 1000:.2f} ms",
            }  # fmt: skip
    engine.dispose()
    bare.close()


def _ask(
    question: Question, asked: list[Any], connection: Connection, bare: sqlite3.Connection
) -> tuple[list[float], list[float], int]:
    """Seconds of each answer through our layer and by the driver; the first round warms both and is not counted.

    They take turns in going first, since who asks second finds what was asked in the processor's caches.
    """
    ours: list[float] = []
    theirs: list[float] = []
    rows = 0
    sides: tuple[Callable[[Any], Sequence[Any]], ...] = (
        lambda one: question.ask(connection, one),
        lambda one: bare.execute(question.sql, question.values(one)).fetchall(),
    )
    for warm in (False, True):
        for number, one in enumerate(asked):
            first, second = sides if number % 2 else sides[::-1]
            begun = time.process_time()
            found = first(one)
            between = time.process_time()
            same = second(one)
            ended = time.process_time()
            if len(found) != len(same):
                raise RuntimeError(f"{question.name} {one}: expected {len(same)} rows, found {len(found)}")
            if warm:
                spent = (between - begun, ended - between)
                for times, seconds in zip((ours, theirs), spent if number % 2 else spent[::-1], strict=True):
                    times.append(seconds)
                rows += len(found)
    return ours, theirs, rows


def _bytes(file: Path) -> Iterator[dict[str, Any]]:
    bare = sqlite3.connect(file)
    versions = bare.execute("SELECT COUNT(*) FROM report_version").fetchone()[0]
    page = bare.execute("PRAGMA page_size").fetchone()[0]
    # Pages and not bytes: dbstat's sum of these runs over at 4 GB.
    size = {name: pages * page / versions for name, pages in bare.execute("SELECT name, pageno FROM dbstat('main', 1)")}
    bare.close()
    words = len(WORDS.encode())
    kept = sum(size[name] for name in ("tally", "series_point", "figure_sum", "ix_tally_report_year_area"))
    yield {
        "name": f"bytes of a report's {FACTS} figures with printing, place and origin", "value": size["fact"],
        "bar": f"<= {MOST_BYTES}", "ok": size["fact"] <= MOST_BYTES,
        "reference": f"the version's row without its text {size['report_version'] - words:.0f}, sums and points {kept:.0f},"
        f" the text itself {words}",
    }  # fmt: skip
