"""The cookbook: what it prints is what the queries answer, on both engines, and what the demo's own truth says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from sqlalchemy import Engine, insert, select

from demo.content import Content
from demo.places import PLANS
from demo.reports import CONTRADICTIONS, LATE
from demo.truth import Truth
from explorer.cookbook import PAGE, Answer, answer, answers_of, cell, page
from explorer.questions import TOPICS, questions
from models.base import Base
from models.database import open_engine

_PARAMETER = re.compile(r"(?<![:\w]):([a-z_]+)")


@pytest.fixture(scope="module")
def answers(demo_url: str) -> dict[str, Answer]:
    return answers_of(demo_url)


@pytest.fixture(scope="module")
def truths() -> dict[tuple[str, int], Truth]:
    """What the demo web publishes before its offices change anything."""
    every = [truth for plan in PLANS for truth in Content(plan, "127.0.0.2").truth().values()]
    return {(truth.publisher, truth.year): truth for truth in every}


def test_the_page_prints_what_the_queries_answer(answers: dict[str, Answer]) -> None:
    expected = page(questions(), answers)
    assert PAGE.read_text(encoding="utf-8") == expected, "run `python -m explorer.cookbook` and read the answers that changed"


def test_there_are_thirty_questions_with_both_languages_and_every_parameter_has_an_example() -> None:
    asked = questions()
    assert len(asked) >= 30
    assert [item.number for item in asked] == list(range(1, len(asked) + 1))
    assert len({item.name for item in asked}) == len(asked)
    assert {item.topic for item in asked} == set(TOPICS)
    for item in asked:
        assert re.search("[一-鿿]", item.zh)
        assert item.en.isascii()
        assert bool(item.note_zh) == bool(item.note_en)
        assert set(_PARAMETER.findall(item.sql)) == set(item.parameters), item.name


def test_no_answer_depends_on_where_the_demo_web_stood_or_when(answers: dict[str, Answer]) -> None:
    cells = {word for found in answers.values() for row in found.rows for word in row}
    assert not [word for word in cells if "127.0." in word or re.search(r"\d\d:\d\d", word)]


@pytest.fixture(scope="module")
def copied_to_postgres(demo_url: str, postgres_server: str, postgres_template: str) -> Iterator[Engine]:
    """The demo database's rows in PostgreSQL, table by table."""
    server = open_engine(postgres_server)
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"CREATE DATABASE nianbao_cookbook TEMPLATE {postgres_template}")
    server.dispose()
    source, target = open_engine(demo_url), open_engine(server.url.set(database="nianbao_cookbook"))
    with source.connect() as read, target.begin() as write:
        for table in reversed(Base.metadata.sorted_tables):
            write.execute(table.delete())
        for table in Base.metadata.sorted_tables:
            if rows := [dict(row) for row in read.execute(select(table)).mappings()]:
                write.execute(insert(table), rows)
        write.exec_driver_sql("ANALYZE")  # as the server does by itself some time after a load
    source.dispose()
    yield target
    target.dispose()


def test_postgresql_answers_the_same(copied_to_postgres: Engine, answers: dict[str, Answer]) -> None:
    with copied_to_postgres.connect() as connection:
        for item in questions():
            assert answer(connection, item) == answers[item.name], item.name


def test_the_trend_is_the_one_the_demo_printed(answers: dict[str, Answer], truths: dict[tuple[str, int], Truth]) -> None:
    said = {int(row[0]): row[1] for row in answers["trend-of-a-place"].rows}
    assert sorted(said) == list(range(2012, 2025))
    for year, value in said.items():
        truth = truths["青岚县人民政府", year]
        printed = {fact.value for fact in truth.facts if (fact.code, fact.applicant) in
                   {("requests.received", None), ("applications.new", "total")} and fact.category is None}  # fmt: skip
        assert printed == {Decimal(18)} if year == 2018 else Decimal(value) in printed, year
    assert said[2018] == "31", "the office corrected it after the first night"


def test_every_contradiction_put_into_the_demo_is_found_and_the_correction_made_one_more(answers: dict[str, Answer]) -> None:
    wrong = {row[0] for row in answers["failed-rules"].rows}
    assert {breach.rule for breach in CONTRADICTIONS.values()} <= wrong
    corrected = ("青岚县人民政府", "2018", "f14-received", "18 (of 3, 1, 8, 6)", "31", "1")
    assert answers["does-not-add-up"].rows[0] == corrected


def test_refusals_are_the_sum_of_those_printed(answers: dict[str, Answer], truths: dict[tuple[str, int], Truth]) -> None:
    printed = [fact.value for (_, year), truth in truths.items() if year == 2021 for fact in truth.facts
               if fact.code and fact.code.startswith("applications.denied") and fact.applicant == "total"]  # fmt: skip
    assert sum(Decimal(row[1]) for row in answers["refusals-by-ground"].rows) == sum(filter(None, printed))


def test_the_late_the_copied_and_the_disguised_are_those_the_demo_made(answers: dict[str, Answer]) -> None:
    late = {(row[0], int(row[1])): row[3] for row in answers["late-publishers"].rows}
    assert late == {key: day.isoformat() for key, day in LATE.items() if key[1] == 2021}
    assert late
    assert [row[:2] for row in answers["copied-from-last-year"].rows] == [("苇泊县云簌镇人民政府", "2020")]
    assert {row[2] for row in answers["hijacked-pages"].rows} == {"hijacked", "disguised"}
    assert {row[2:5] for row in answers["corrections"].rows} == {
        ("requests.received", "18", "31"), ("requests.received", "18件", "31件"),
    }  # fmt: skip


@pytest.mark.parametrize(("value", "printed"), [
    (None, ""), (True, "1"), (5.0, "5"), (Decimal("100"), "100"), (Decimal("1.50"), "1.5"), (19.0, "19"), ("|", "|"),
])  # fmt: skip
def test_a_cell_reads_the_same_whatever_the_database_gives(value: object, printed: str) -> None:
    assert cell(value) == printed
