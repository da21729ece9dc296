"""Revision 0006 keeps every figure and every finding's facts, up and down, on both engines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, text

from models.database import downgrade, open_engine, upgrade
from models.summary_check import check_summaries
from pipelines.items import Place, Reading
from pipelines.store import Store

TABLES = {
    "fact": "version_id, number, indicator_id, edition, applicant, category, value, meaning, raw, unit, remark, origin,"
    " place_start, place_end, place_table, place_row, place_column",
    "finding": "id, version_id, rule, outcome, message, left_side, right_side, fingerprint",
    "finding_fact": "finding_id, version_id, fact_number",
}


def kept(engine: Engine, query: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return sorted((tuple(row) for row in connection.execute(text(query))), key=repr)


def old(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    return {table: kept(engine, f"SELECT {columns} FROM {table}") for table, columns in TABLES.items()}


def unusual(pages: Any) -> list[Any]:
    """Figures that are not packed as most are, and several words on one cell."""
    received = "requests.received"
    return [
        pages.fact(received, "5", 3, raw="５件"),
        pages.fact(received, 5, 9, origin="prose"),
        pages.fact(received, 6, origin="prose"),
        pages.fact("litigation.total", 1, unit=None),
        pages.fact("litigation.total", 2),
        pages.fact("fees.collected", "1.50", raw="1.50"),
        pages.fact("fees.collected", "0.000001", unit="元", origin="attachment"),
        pages.fact(None, None, category="x", unit=None),
        pages.fact("staff.total", 4, place=Place(7, 7, 3, 300, 2)),
        pages.fact("staff.total", 4, place=Place(7, 8, None, None, 9)),
        pages.fact("review.total", None, meaning="text", raw="若干"),
        pages.fact("review.total", 3, category="其中"),
    ]


def test_down_and_up_again_every_figure_and_finding_is_the_same(
    database: Engine, full_reading: Callable[[], Reading], pages: Any
) -> None:
    url = database.url.render_as_string(hide_password=False)
    store = Store(database)
    store.add(full_reading())
    store.add(pages.reading(unusual(pages), year=2016, url="http://www.qs.example/2016.html"))
    store.flush()
    shown = {name: kept(database, f"SELECT * FROM {name}") for name in ("facts", "series", "sums", "findings")}
    assert len(shown["facts"]) == 20
    database.dispose()
    downgrade(url, "0005")
    engine = open_engine(url)
    before = old(engine)
    assert len(before["finding_fact"]) == 2
    engine.dispose()
    upgrade(url)
    engine = open_engine(url)
    for name in ("facts", "series", "sums", "findings"):
        assert kept(engine, f"SELECT * FROM {name}") == shown[name], name
    with engine.connect() as connection:
        assert check_summaries(connection) == []
    engine.dispose()
    downgrade(url, "0005")
    engine = open_engine(url)
    assert old(engine) == before
    engine.dispose()
