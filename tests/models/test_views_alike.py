"""Every view has words for every column, and the same rows on both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, text

from models.claims import claim, finish
from models.codebook import indicators_of
from models.database import open_engine
from models.views import DESCRIBED, TYPES, VIEWS, columns
from pipelines.items import DivisionRef, Finding, Hijack
from pipelines.store import Store
from tests.conftest import Pages, _new_postgres

NOW = datetime(2024, 3, 1, 18, 0, tzinfo=UTC)


@pytest.fixture
def both(sqlite_database: Engine, postgres_server: str, postgres_template: str) -> Iterator[tuple[Engine, Engine]]:
    """An empty database on each engine."""
    other = open_engine(_new_postgres(postgres_server, "nianbao_alike", postgres_template))
    yield sqlite_database, other
    other.dispose()


def keep(engine: Engine, *items: Any) -> None:
    store = Store(engine)
    for item in items:
        store.add(item)
    store.close()


def fill(engine: Engine, full_reading: Callable[[], Any]) -> None:
    """A site with reports of every edition, a correction, a hijacked page, findings, and crawls that went well and ill."""
    pages = Pages()
    keep(engine, full_reading())
    for year, edition in ((2016, "2014"), (2020, "2019"), (2022, "2021"), (2023, "2021")):
        keep(engine, of_year(pages, year, edition))
    corrected = of_year(pages, 2023, "2021", 9)
    corrected.reports[0].findings = [Finding("f21-review", "fail", "2 is not 3", "2", "3", tuple(corrected.reports[0].facts[:2]))]
    keep(engine, corrected, pages.decoy(), pages.fetch())
    bad = Hijack("hijacked", ("title: 彩票",))
    keep(engine, pages.reading([], year=2015, url="http://www.qs.example/2015.html", hijacked=bad))
    words = "\n".join(f"{chr(0x4E00 + 9 * at)}{chr(0x5E00 + 13 * at)}工作已经全部完成并且公布。" for at in range(90))
    for code, name in (("620521101", "甲镇"), ("620521102", "乙镇")):
        town = DivisionRef(code, name, ("甘肃省", "天水市", "清水县", name))
        placed = {"division": town, "publisher": f"{name}人民政府", "url": f"http://www.qs.example/{code}.html"}
        keep(engine, pages.reading([], text=words, **placed))
    for night, outcome in enumerate(("ok", "broken", "blocked")):
        held = claim(engine, "qingshui", NOW + timedelta(days=night), "night")
        assert held is not None
        finish(engine, held, outcome, {"new": 1}, "so it was", NOW + timedelta(days=night, hours=1))


def of_year(pages: Pages, year: int, edition: str, value: int = 3) -> Any:
    facts = []
    for at, item in enumerate(indicators_of(edition).values()):
        applicants = ("natural_person", "total") if item.by_applicant else (None,)
        facts += [pages.fact(item.code, value * at, at, edition=edition, applicant=one, unit=item.unit) for one in applicants]
    facts.append(replace(facts[0], origin="prose", value=None, meaning="text", raw="若干"))
    return pages.reading(facts, text=f"{year}年{value}", year=year, form_edition=edition, url=f"http://www.qs.example/{year}.html")


def rows(engine: Engine, query: str) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(text(query).columns(**TYPES)).mappings()]


def test_every_view_gives_the_same_rows_on_both_engines(both: tuple[Engine, Engine], full_reading: Any) -> None:
    for engine in both:
        full_reading.__closure__[0].cell_contents.nights = 0  # the same nights for both
        fill(engine, full_reading)
    for name in VIEWS:
        ours, theirs = (sorted(rows(engine, f"SELECT * FROM {name}"), key=repr) for engine in both)
        for our, their in zip(ours, theirs, strict=True):
            # Numbers given by the database skip some on PostgreSQL: they are names and say nothing.
            assert {key: (our[key], their[key]) for key in our if our[key] != their[key] and not key.endswith("_id")} == {}, name
        assert ours, name


def test_every_column_of_every_view_has_words(sqlite_database: Engine) -> None:
    with sqlite_database.connect() as connection:
        for name, view in DESCRIBED.items():
            found = columns(connection, name)
            assert [column for column in found if not view.column(column)] == [], name
            assert [column for column in view.words if column not in found] == [], name
            assert view.about.endswith(".")


def test_a_wide_view_has_a_column_for_every_line_of_the_form(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, of_year(pages, 2022, "2021"), of_year(pages, 2016, "2014"))
    (row,) = rows(sqlite_database, "SELECT * FROM form_2021 WHERE year = 2022")
    for at, item in enumerate(indicators_of("2021").values()):
        assert row[item.code.replace(".", "_")] == 3 * at
    assert (row["publisher"], row["division"], row["year"]) == ("清水县人民政府", "清水县", 2022)
    assert [row["year"] for row in rows(sqlite_database, "SELECT year FROM form_2014")] == [2016]
    assert rows(sqlite_database, "SELECT * FROM form_2019") == []


def test_a_form_without_a_single_figure_is_a_row_of_nothing(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([pages.fact("requests.received", 4, origin="prose")]))
    (row,) = rows(sqlite_database, "SELECT * FROM form_2014")
    assert row["requests_received"] is None  # the text's word is in `facts` and `series`


def test_applications_are_told_by_applicant_and_kind_of_result(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, of_year(pages, 2020, "2019"))
    found = rows(sqlite_database, "SELECT applicant, result, COUNT(*) AS lines, SUM(value) AS value FROM applications"
                                  " WHERE year = 2020 GROUP BY applicant, result")  # fmt: skip
    lines = {(row["applicant"], row["result"]): row["lines"] for row in found}
    assert lines["total", "received"] == lines["natural_person", "carried_out"] == 1
    assert (lines["total", "denied"], lines["total", "unavailable"], lines["total", "not_processed"]) == (8, 3, 5)
    assert {result for _, result in lines} == {
        "received", "carried_in", "granted", "partially_granted", "denied", "unavailable", "not_processed", "other", "processed",
        "carried_out",
    }  # fmt: skip


def test_a_sites_health_says_since_when_it_is_in_trouble(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([]), pages.reading([], year=2015, url="http://www.qs.example/5"))
    outcomes = ("ok", "broken", "nothing_new", "blocked", "incomplete")
    for night, outcome in enumerate(outcomes):
        held = claim(database, "qingshui", NOW + timedelta(days=night), "night")
        assert held is not None
        finish(database, held, outcome, None, outcome, NOW + timedelta(days=night, hours=1))
    (row,) = rows(database, "SELECT * FROM sites_health")
    assert (row["site"], row["last_outcome"], row["last_reason"], row["crawls"], row["running"]) == (
        "qingshui", "incomplete", "incomplete", 5, 0,
    )  # fmt: skip
    assert (row["last_worked"], row["troubled_since"]) == (NOW + timedelta(days=2, hours=1), NOW + timedelta(days=3))
    assert (row["troubled_crawls"], row["reports"], row["oldest_year"], row["newest_year"]) == (2, 2, 2015, 2018)
    held = claim(database, "qingshui", NOW + timedelta(days=9), "night")
    assert held is not None
    finish(database, held, "ok", None, None, NOW + timedelta(days=9, hours=1))
    (row,) = rows(database, "SELECT * FROM sites_health")
    assert (row["troubled_since"], row["troubled_crawls"]) == (None, 0)


