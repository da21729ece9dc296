"""Sums and series points stay true to the figures, whatever happens to versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from models.database import open_engine
from models.summaries import rebuild, refresh
from models.summary_check import check_summaries
from models.views import TYPES
from pipelines.items import DivisionRef, Hijack, Reading
from pipelines.keeping.judging import judge
from pipelines.store import Store

NOW = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
PLACES = (
    DivisionRef("620521", "清水县", ("甘肃省", "天水市", "清水县")),
    DivisionRef("210781", "凌海市", ("辽宁省", "锦州市", "凌海市")),
    None,
)
CODES = {
    "2014": ("requests.received", "litigation.total", "fees.collected", "disclosure.total"),
    "2019": ("applications.new", "applications.denied_third_party", "litigation_direct.total", "litigation_after_review.total"),
    "2021": ("applications.new", "applications.other_remaining", "litigation_direct.total", "admin_fees.amount"),
}
VALUES = ("0", "1", "7", "0.1", "0.000001", "1234567.89", "49.2", "16.1", "123456789.12", "999999999999999", None)


def keep(engine: Engine, *items: Any) -> None:
    store = Store(engine)
    for item in items:
        store.add(item)
    store.flush()


def sums(engine: Engine, code: str) -> list[tuple[Any, ...]]:
    query = text("SELECT year, province, level, reports, value FROM sums WHERE code = :code ORDER BY 1, 2").columns(**TYPES)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(query, {"code": code})]


def wrong(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return check_summaries(connection)


def test_sums_follow_a_correction_a_hijack_a_release_and_a_second_place(database: Engine, pages: Any) -> None:
    there = {"url": "http://www.lh.example/1", "division": PLACES[1]}
    keep(database, pages.reading([pages.fact("fees.collected", "1.2", unit="万元")]))
    keep(database, pages.reading([pages.fact("fees.collected", "0.1", unit="万元")], **there))
    assert sums(database, "fees.collected") == [
        (2018, "甘肃省", "county", 1, Decimal("1.2")), (2018, "辽宁省", "county", 1, Decimal("0.1")),
    ]  # fmt: skip
    keep(database, pages.reading([pages.fact("fees.collected", "3", unit="万元")], text="更正"))
    assert sums(database, "fees.collected")[0] == (2018, "甘肃省", "county", 1, 3)
    bad = pages.reading([], url="http://www.new.example/1", year=2017, hijacked=Hijack("hijacked"))
    bad.reports[0].facts = [pages.fact("fees.collected", "5", unit="万元")]
    keep(database, bad)
    assert len(sums(database, "fees.collected")) == 2
    with database.connect() as connection:
        version = connection.scalar(text("SELECT version_id FROM hijacked"))
    judge(database, version, "genuine", None, None, NOW)
    assert sums(database, "fees.collected")[0] == (2017, "甘肃省", "county", 1, 5)
    judge(database, version, "hijacked", None, None, NOW)
    assert len(sums(database, "fees.collected")) == 2
    assert wrong(database) == []


def test_one_value_a_report_is_added_up(database: Engine, pages: Any) -> None:
    form, prose = pages.fact("requests.received", 5), pages.fact("requests.received", 6, origin="prose")
    part = pages.fact("requests.received", 2, origin="prose", category="某部门")
    keep(database, pages.reading([prose, form, form, part]), pages.reading([prose], year=2017, url="http://a.example/7"))
    contradiction = [form, pages.fact("requests.received", 4)]
    keep(database, pages.reading(contradiction, year=2016, url="http://a.example/6"))
    assert [row[0::4] for row in sums(database, "requests.received")] == [(2017, 6), (2018, 5)]
    with database.connect() as connection:
        counted = connection.execute(text("SELECT year, raw FROM facts WHERE counts ORDER BY year")).all()
    assert [tuple(row) for row in counted] == [(2017, "6"), (2018, "5")]
    assert wrong(database) == []


def test_what_was_made_anew_is_what_was_kept(database: Engine, pages: Any) -> None:
    keep(database, *(pages.reading([pages.fact("requests.received", year)], year=year, url=f"http://a.example/{year}")
                     for year in range(2008, 2019)))  # fmt: skip
    tables = ("tally", "series_point", "figure_sum")
    with database.begin() as connection:
        before = [sorted(map(tuple, connection.execute(text(f"SELECT * FROM {table}")))) for table in tables]
        rebuild(connection)
        refresh(connection, [1, 2, 3, 99])
        after = [sorted(map(tuple, connection.execute(text(f"SELECT * FROM {table}")))) for table in tables]
    assert before == after
    assert [len(rows) for rows in before] == [11, 11, 11]


def test_the_check_finds_a_wrong_sum_and_a_missing_point(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([pages.fact("requests.received", 5)]))
    with sqlite_database.begin() as connection:
        connection.execute(text("UPDATE figure_sum SET value = 6"))
        connection.execute(text("DELETE FROM series_point"))
    found = wrong(sqlite_database)
    assert len(found) == 2
    assert "expected ('1', '5'), found ('1', '6')" in found[0]
    assert "applications_received" in found[1]


@st.composite
def captures(draw: Any) -> dict[str, Any]:
    """What one night finds at one of a few addresses."""
    edition = draw(st.sampled_from(["2014", "2019", "2021"]))
    facts = draw(st.lists(st.tuples(
        st.sampled_from(CODES[edition]), st.sampled_from(VALUES), st.sampled_from(["form", "form", "prose", "attachment"]),
    ), max_size=5))  # fmt: skip
    return {
        "at": draw(st.integers(0, 3)), "place": draw(st.sampled_from(PLACES)), "year": draw(st.sampled_from([2018, 2020, None])),
        "edition": edition, "verdict": draw(st.sampled_from(["genuine", "genuine", "unknown", "hijacked", "mirror"])),
        "facts": facts, "old": draw(st.sampled_from([None, None, "requests.received"])),
    }  # fmt: skip


def reading(pages: Any, found: dict[str, Any], night: int) -> Reading:
    """The capture as a reading; a code of section 三 is that of its total."""
    edition = found["edition"]
    facts = [
        pages.fact(code, value, edition=edition, origin=origin, applicant="total" if code.startswith("applications") else None)
        for code, value, origin in found["facts"]
    ]
    if found["old"]:
        facts.append(pages.fact(found["old"], night, origin="prose"))
    made: Reading = pages.reading(
        facts, text=f"第{night}次", url=f"http://www.qs.example/{found['at']}", division=found["place"], year=found["year"],
        form_edition=edition, hijacked=Hijack(found["verdict"]),
    )  # fmt: skip
    return made


@pytest.fixture
def fresh(sqlite_template: Path, tmp_path: Path) -> Any:
    """Makes a database of its own for each example."""

    def make() -> Engine:
        file = tmp_path / "example.db"
        for part in ("", "-wal", "-shm"):
            Path(f"{file}{part}").unlink(missing_ok=True)
        file.write_bytes(sqlite_template.read_bytes())
        return open_engine(f"sqlite:///{file}")

    return make


JUDGED = st.lists(st.tuples(st.integers(1, 6), st.booleans()), max_size=2)


@given(nights=st.lists(captures(), min_size=1, max_size=7), judged=JUDGED)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sums_and_points_are_true_after_any_run_of_nights(fresh: Any, nights: Any, judged: Any) -> None:
    from tests.conftest import Pages

    engine, pages = fresh(), Pages()
    for night, found in enumerate(nights):
        keep(engine, reading(pages, found, night))
    with engine.connect() as connection:
        versions = connection.scalar(text("SELECT COUNT(*) FROM report_version"))
    for version, release in judged:
        judge(engine, min(version, versions), "genuine" if release else "hijacked", None, None, NOW)
    problems = wrong(engine)
    engine.dispose()
    assert problems == []


def test_sums_of_fractions_are_decimal_sums(database: Engine, pages: Any) -> None:
    for at, value in enumerate(("16.1", "0.2", "49.0", "0.1", "28724.59", "1.7")):
        fact = pages.fact("fees.collected", value, unit="万元")
        keep(database, pages.reading([fact], url=f"http://{at}.example/1", publisher=f"清水县第{at}局"))
    assert sums(database, "fees.collected") == [(2018, "甘肃省", "county", 6, Decimal("28791.69"))]
    assert wrong(database) == []


def test_a_figure_too_large_leaves_no_trace_in_a_sum_once_it_is_corrected(sqlite_database: Engine, pages: Any) -> None:
    small = pages.fact("fees.collected", "0.000001", unit="万元")
    keep(sqlite_database, pages.reading([small], url="http://a.example/1", division=PLACES[0], publisher="清水县教育局"))
    keep(sqlite_database, pages.reading([replace(small, value=Decimal(999999999999999), raw="999999999999999")]))
    keep(sqlite_database, pages.reading([replace(small, value=Decimal(2), raw="2")], text="更正"))
    assert sums(sqlite_database, "fees.collected") == [(2018, "甘肃省", "county", 2, Decimal("2.000001"))]
