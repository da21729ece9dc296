"""The views answer the same on both engines, and show what they must not hide."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Engine, text

from models.views import TYPES, VIEWS, columns
from pipelines.items import Hijack
from pipelines.store import Store


def keep(engine: Engine, *items: Any) -> None:
    store = Store(engine)
    for item in items:
        store.add(item)
    store.flush()


def series(engine: Engine, name: str) -> list[tuple[Any, ...]]:
    query = text("SELECT year, edition, value, found, terms FROM series WHERE series = :name ORDER BY year").columns(**TYPES)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(query, {"name": name})]


def of_year(pages: Any, year: int, edition: str | None, facts: list[Any]) -> Any:
    return pages.reading(facts, year=year, url=f"http://www.qs.example/{year}.html", form_edition=edition, text=f"{year}年")


def by_applicant(pages: Any, code: str, value: int, edition: str = "2021", applicant: str = "total") -> Any:
    return pages.fact(code, value, edition=edition, applicant=applicant)


def test_every_view_can_be_read_and_has_columns_of_its_own(database: Engine) -> None:
    with database.connect() as connection:
        for name in VIEWS:
            assert connection.execute(text(f"SELECT * FROM {name}")).all() == []
            names = columns(connection, name)
            assert len(names) == len(set(names)) > 5


def test_a_series_crosses_the_editions(database: Engine, pages: Any) -> None:
    keep(
        database,
        of_year(pages, 2017, "2014", [pages.fact("requests.received", 5)]),
        of_year(pages, 2019, "2019", [by_applicant(pages, "applications.new", 7, "2019"),
                                      by_applicant(pages, "applications.new", 6, "2019", "natural_person")]),
        of_year(pages, 2021, "2021", [by_applicant(pages, "applications.new", 9)]),
    )  # fmt: skip
    assert series(database, "applications_received") == [
        (2017, "2014", 5, 1, 1), (2019, "2019", 7, 1, 1), (2021, "2021", 9, 1, 1),
    ]  # fmt: skip


def test_a_sum_with_a_missing_figure_has_no_value(database: Engine, pages: Any) -> None:
    direct = pages.fact("litigation_direct.total", 1, edition="2021")
    after = pages.fact("litigation_after_review.total", 2, edition="2021")
    blank = replace(after, value=None, meaning="blank", raw="")
    keep(database, of_year(pages, 2021, "2021", [direct, after]), of_year(pages, 2022, "2021", [direct, blank]))
    assert series(database, "lawsuits") == [(2021, "2021", 3, 2, 2), (2022, "2021", None, 1, 2)]


def test_prose_speaks_where_the_form_has_no_such_series(database: Engine, pages: Any) -> None:
    stated = pages.fact("disclosure.total", 170, origin="prose")
    keep(database, of_year(pages, 2021, "2021", [stated]), of_year(pages, 2010, None, [stated]))
    assert series(database, "items_disclosed") == [(2010, "2014", 170, 1, 1), (2021, "2014", 170, 1, 1)]


def test_prose_speaks_where_the_form_was_left_blank(database: Engine, pages: Any) -> None:
    stated = pages.fact("requests.received", 4, origin="prose")
    blank = pages.fact("applications.new", None, edition="2021", applicant="total")
    keep(database, of_year(pages, 2021, "2021", [blank, stated]))
    assert series(database, "applications_received") == [(2021, "2014", 4, 1, 1)]


def test_the_form_goes_before_the_prose_and_a_contradiction_within_it_has_no_value(database: Engine, pages: Any) -> None:
    form, prose = pages.fact("requests.received", 5), pages.fact("requests.received", 6, origin="prose")
    twice = [prose, pages.fact("requests.received", 7, origin="prose")]
    part = pages.fact("requests.received", 2, origin="prose", category="某部门")
    keep(database, of_year(pages, 2016, "2014", [prose, form]), of_year(pages, 2017, "2014", [form, part]))
    keep(database, of_year(pages, 2018, None, twice), of_year(pages, 2019, None, [prose, prose]))
    assert series(database, "applications_received") == [
        (2016, "2014", 5, 1, 1), (2017, "2014", 5, 1, 1), (2019, "2014", 6, 1, 1),
    ]  # fmt: skip


def test_hijacked_reports_are_in_their_own_view_only(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)], hijacked=Hijack("hijacked")))
    with database.connect() as connection:
        counts = [connection.execute(text(f"SELECT * FROM {name}")).all() for name in ("reports", "facts", "series", "hijacked")]
    assert [len(rows) for rows in counts] == [0, 0, 0, 1]


def test_plain_sql_prints_the_same_numbers_on_both_engines(database: Engine, pages: Any) -> None:
    facts = [pages.fact("requests.received", 5), pages.fact("fees.collected", "1.50"), pages.fact("staff.total", 100)]
    keep(database, pages.reading(facts))
    with database.connect() as connection:
        printed = [row[0] for row in connection.execute(text("SELECT CAST(value AS TEXT) FROM facts ORDER BY number"))]
        total = connection.scalar(text("SELECT CAST(SUM(value) AS TEXT) FROM facts"))
    assert (printed, total) == (["5", "1.5", "100"], "106.5")
