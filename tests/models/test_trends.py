"""Named questions on figures over years and places, and rows as the views' types."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Engine, text

from models.answers import answers
from models.trends import latest, ranking, totals, trend
from models.views import TYPES, VIEWS
from pipelines.items import DivisionRef
from pipelines.store import Store

WUSHAN = DivisionRef("620524", "武山县", ("甘肃省", "天水市", "武山县"))
LINGHAI = DivisionRef("210781", "凌海市", ("辽宁省", "锦州市", "凌海市"))


def keep(engine: Engine, *items: Any) -> None:
    store = Store(engine)
    for item in items:
        store.add(item)
    store.flush()


def fill(engine: Engine, pages: Any) -> None:
    for value, division in enumerate((None, WUSHAN, LINGHAI), start=1):
        where = {"division": division, "publisher": f"{division.name}人民政府"} if division else {}
        for year in (2017, 2018):
            facts = [pages.fact("requests.received", value * year), pages.fact("fees.collected", "0.5", unit="万元")]
            keep(engine, pages.reading(facts, year=year, url=f"http://{value}.example/{year}", text=f"{value} {year}", **where))


def test_a_trend_a_ranking_and_a_sum_are_told_from_the_reports(database: Engine, pages: Any) -> None:
    fill(database, pages)
    with database.connect() as connection:
        assert [(row["year"], row["value"]) for row in trend(connection, "applications_received", "620524")] == [
            (2017, 4034), (2018, 4036),
        ]  # fmt: skip
        listed = ranking(connection, "applications_received", 2018, "62")
        assert [(row["division"], row["value"]) for row in listed] == [("武山县", 4036), ("清水县", 2018)]
        assert ranking(connection, "applications_received", 2018, "62", most=1) == listed[:1]
        assert ranking(connection, "applications_received", 2018, "62", level="township") == []
        (whole,) = totals(connection, "fees.collected", "2014", 2018)
        assert whole == {"level": "county", "applicant": None, "reports": 3, "value": Decimal("1.5")}
        (part,) = totals(connection, "requests.received", "2014", 2018, "620000")
        assert (part["reports"], part["value"]) == (2, 6054)
        assert totals(connection, "requests.received", "2014", 1999) == []


def test_the_latest_version_of_a_publishers_year(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([], text="旧"), pages.reading([], text="新"))
    with database.connect() as connection:
        (row,) = latest(connection, "清水县人民政府", 2018)
        assert (row["version"], row["text"], row["publish_date"]) == (2, "新", date(2019, 1, 25))
        assert row["first_seen"] == datetime(2024, 3, 3, 18, tzinfo=UTC)
        assert latest(connection, "清水县人民政府", 2017) == []


def test_rows_are_those_that_the_types_of_the_views_give(database: Engine, full_reading: Any) -> None:
    keep(database, full_reading())
    with database.connect() as connection:
        for name in VIEWS:
            typed = connection.execute(text(f"SELECT * FROM {name}").columns(**TYPES)).mappings()
            assert answers(connection, f"SELECT * FROM {name}") == [dict(row) for row in typed], name
