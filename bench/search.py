"""Search by the index against a plain scan of titles and texts, on the same SQLite file in the same run.

The texts are drawn from a vocabulary with few very common and many rare words, as long as usual reports are. Both sides answer
the same question: the twenty best reports with a word of two characters. The scan is the leanest that SQLite can do.
NIANBAO_BENCH_TEXTS sets how many texts there are.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text

from models import search
from models.database import open_engine, upgrade, writer
from pipelines.store import Store
from tests.conftest import Pages
from tests.models.many_reports import Said, fill

TEXTS = int(os.environ.get("NIANBAO_BENCH_TEXTS", "50000"))
LENGTH = 2500
ROUNDS = 3
BAR = 0.05


def measures() -> list[dict[str, Any]]:
    """The time of a two-character search over the scan's: a word in every report, one in some, a rare one, one in none."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'search.db'}")
        upgrade(engine.url)
        vocabulary = _vocabulary()
        size, written = _fill(engine, vocabulary)
        words = {"everywhere": vocabulary[0], "in some": vocabulary[200], "rare": vocabulary[-1], "nowhere": "鼺鼻"}
        with engine.connect() as connection:
            rows = [_measured(connection, how, word) for how, word in words.items()]
        engine.dispose()
    print(f"    {TEXTS} texts of {LENGTH} characters; the index takes {size:.0f} bytes and {written * 1000:.2f} ms CPU a text")
    return rows


def _vocabulary() -> list[str]:
    """Two thousand words of two characters, no character twice in the common ones."""
    drawn = random.Random(5)
    signs = [chr(0x4E00 + number) for number in range(2500)]
    drawn.shuffle(signs)
    common = ["".join(signs[at : at + 2]) for at in range(0, 800, 2)]
    return common + ["".join(drawn.sample(signs[800:], 2)) for _ in range(1600)]


def _texts(vocabulary: list[str]) -> Iterator[Said]:
    drawn = random.Random(6)
    weights = [1 / (place + 1) ** 1.3 for place in range(len(vocabulary))]
    for number in range(TEXTS):
        body = "".join(drawn.choices(vocabulary, weights, k=LENGTH // 2))
        yield f"第{number}号", body, {"report_year": 2008 + number % 17}


def _fill(engine: Engine, vocabulary: list[str]) -> tuple[float, float]:
    """Bytes of the index and CPU seconds that it took, a text."""
    store = Store(engine)
    store.add(Pages().reading([], text="头一份"))
    store.close()
    with writer(engine).begin() as connection:
        fill(connection, _texts(vocabulary), indexed=False)
    with writer(engine).begin() as connection:
        before = time.process_time()
        search.sync(connection)
        spent = time.process_time() - before
        pages = connection.scalar(text("SELECT SUM(LENGTH(block)) FROM search_data"))
    return float(pages or 0) / TEXTS, spent / TEXTS


_SCAN = """
SELECT v.id FROM report_version v JOIN report r ON r.id = v.report_id
WHERE v.current AND v.hijack_verdict IN ('genuine', 'unknown') AND (instr(v.title, :word) OR instr(v.text, :word))
ORDER BY r.report_year DESC, v.id DESC"""


def _measured(connection: Connection, how: str, word: str) -> dict[str, Any]:
    def by_scan() -> int:
        return len(connection.execute(text(_SCAN), {"word": word}).all())

    def by_index() -> int:
        return search.find(connection, word).total

    there = by_scan()
    if by_index() != min(there, search.POOL):
        raise RuntimeError(f"{word}: the scan finds {there}, the search {by_index()}")
    ratios, spent = [], 0.0
    for _ in range(ROUNDS):
        spent = _seconds(by_index)
        ratios.append(spent / _seconds(by_scan))
    value = statistics.median(ratios)
    reference = f"scan of {TEXTS} texts, {there} have it; search {spent * 1000:.1f} ms"
    return {"name": f"search/{how}", "value": value, "bar": f"<= {BAR}", "ok": value <= BAR, "reference": reference}


def _seconds(work: Callable[[], int]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before
