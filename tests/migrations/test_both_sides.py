"""Revision 0014: verdicts keep what the person saw, and no link to a wrong figure is left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, text

from models.database import downgrade, open_engine, upgrade
from models.reviews import review
from pipelines.items import Elsewhere, Finding
from pipelines.keeping.figure_rows import finding_rows
from pipelines.store import Store


def test_up_with_data_verdicts_know_both_sides_and_untrue_links_are_gone(database: Engine, pages: Any) -> None:
    url = database.url.render_as_string(hide_password=False)
    own = pages.fact("review.total", 3, edition="2021")
    reading = pages.reading([own], form_edition="2021", year=2021)
    reading.reports[0].findings = [
        Finding("f21-documents", "fail", "10 is not 13", "10 (of 10, 0, 0)", "13", (own,)),
        Finding("f21-review", "fail", "2 is not 3", "2", "3", (own,)),
    ]
    store = Store(database)
    store.add(reading)
    store.flush()
    with database.connect() as connection:
        numbers = list(connection.scalars(text("SELECT id FROM finding ORDER BY rule")))
    for number in numbers:
        review(database, number, "dismissed", None, "me", datetime(2026, 3, 5, tzinfo=UTC))
    database.dispose()
    downgrade(url, "0013")
    upgrade(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        saw = connection.execute(text("SELECT rule, left_side, right_side, verdict FROM review ORDER BY rule")).all()
        links = connection.execute(text("SELECT rule, CAST(facts AS TEXT), elsewhere FROM finding ORDER BY rule")).all()
        assert connection.scalar(text("SELECT COUNT(*) FROM findings WHERE review = 'dismissed'")) == 2
    assert [tuple(row) for row in saw] == [
        ("f21-documents", "10 (of 10, 0, 0)", "13", "dismissed"), ("f21-review", "2", "3", "dismissed"),
    ]  # fmt: skip
    assert [tuple(row) for row in links] == [("f21-documents", None, None), ("f21-review", "[1]", None)]
    engine.dispose()


def test_a_verdict_saw_the_version_that_was_read_when_it_was_given(sqlite_database: Engine, pages: Any) -> None:
    """Before 0014 the same figures turned round had the same fingerprint: the later version is not what the person saw."""
    url = sqlite_database.url.render_as_string(hide_password=False)
    for words, left, right in (("旧", "10", "13"), ("新", "13", "10")):
        reading = pages.reading([], text=words)
        reading.reports[0].findings = [Finding("f21-documents", "fail", words, left, right)]
        store = Store(sqlite_database)
        store.add(reading)
        store.flush()
    _run(sqlite_database, "UPDATE finding SET fingerprint = 'same'")
    with sqlite_database.connect() as connection:
        number, later = connection.execute(text("SELECT MIN(n.id), MAX(v.first_seen) FROM finding n, report_version v")).one()
    before = datetime.fromisoformat(later).replace(tzinfo=UTC) - timedelta(hours=1)
    review(sqlite_database, number, "dismissed", None, "me", before)
    sqlite_database.dispose()
    downgrade(url, "0013")
    upgrade(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        assert tuple(connection.execute(text("SELECT left_side, right_side FROM review")).one()) == ("10", "13")
    engine.dispose()


def _run(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(statement))


def test_a_link_names_the_very_fact_and_not_one_that_equals_it(pages: Any) -> None:
    own, abroad = (pages.fact("review.total", 3, edition="2021") for _ in range(2))
    assert own == abroad
    finding = Finding("f21-documents", "fail", "3 is not 4", "3", "4", (own,), (Elsewhere("2020", abroad),))
    (row,) = finding_rows([finding], 7, {own: 1}, {}, {id(abroad): (5, 9)})
    assert (row["facts"], row["elsewhere"]) == ([1], [[5, 9]])
