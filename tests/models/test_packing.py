"""A fact is packed and unpacked without loss, in Python and in SQL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, text

from models.codebook_tables import APPLICANTS
from models.packing import MEANINGS, ORIGINS, beside, packed_cell, packed_said, unpacked_cell, unpacked_said
from models.views import ALL_FACTS, TYPES
from pipelines.items import Fact, Place
from pipelines.keeping.batch import load_indicators
from pipelines.keeping.figure_rows import FACT_COLUMNS, fact_values
from pipelines.record import stored_facts

PART = st.none() | st.integers(1, 300) | st.integers(1, (1 << 21) - 1)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)


def test_the_words_of_a_fact_fit_their_bits() -> None:
    assert len(APPLICANTS) <= 15
    assert len(MEANINGS) <= 8
    for said in [(one, meaning, origin) for one in (None, *APPLICANTS) for meaning in MEANINGS for origin in ORIGINS]:
        assert unpacked_said(packed_said(*said)) == said


@given(PART, PART, PART)
def test_a_cell_comes_back_as_it_was(table: int | None, row: int | None, column: int | None) -> None:
    assert unpacked_cell(packed_cell(table, row, column)) == (table, row, column)


@pytest.mark.parametrize("cell", [(1 << 21, 1, 1), (1, -1, 1), (1, 1, 1 << 21)])
def test_a_cell_that_no_page_can_have_is_refused(cell: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="table, row and column"):
        packed_cell(*cell)


def test_the_best_word_counts_once_and_a_contradiction_not_at_all() -> None:
    form, attachment, prose = (packed_said(None, "number", origin) for origin in ("form", "attachment", "prose"))
    one, two = Decimal(1), Decimal(2)
    assert beside([(1, prose, one), (2, form, two)]) == {1}
    assert beside([(1, prose, one), (2, attachment, two), (3, attachment, two)]) == {1, 3}
    assert beside([(1, form, one), (2, form, two), (3, prose, two)]) == {1, 2, 3}


@st.composite
def facts(draw: Any) -> Fact:
    """Any fact: also one whose place does not fit its words, whose unit is not its indicator's, whose code is unknown."""
    value = draw(st.none() | st.integers(-50, 10**15 - 1).map(Decimal) | st.decimals("-99", "999", places=6))
    raw = draw(WORDS | st.just("" if value is None else str(value)) | st.just(format(value or Decimal(0), "f")))
    start = draw(st.integers(0, 9000))
    end = draw(st.just(start + len(raw)) | st.integers(start, 9999))
    code, edition = draw(st.sampled_from([("requests.received", "2014"), ("applications.new", "2021"), (None, "2019")]))
    meaning = draw(st.sampled_from(["number", "approximate"] if value is not None else ["blank", "na", "text"]))
    return Fact(
        code, edition, value, meaning, raw, draw(st.none() | st.sampled_from(["件", "条", "万元"])),
        draw(st.sampled_from(ORIGINS)), Place(start, end, draw(PART), draw(PART), draw(PART)),
        draw(st.none() | st.sampled_from(APPLICANTS)),
        draw(st.none() | WORDS.filter(bool)), draw(st.none() | WORDS.filter(bool)),
    )  # fmt: skip


@pytest.fixture
def writing(database: Engine, pages: Any) -> Iterator[Connection]:
    """A connection to a database that has one version, whose facts each example writes."""
    from pipelines.store import Store

    store = Store(database)
    store.add(pages.reading([]))
    store.flush()
    with database.connect() as connection:
        yield connection


@given(found=st.lists(facts(), max_size=4))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_stored_fact_is_what_was_read_and_the_view_shows_the_same(writing: Connection, found: list[Fact]) -> None:
    writing.rollback()
    exact = writing.dialect.name == "postgresql"
    marks = ", ".join(["%s" if exact else "?"] * len(FACT_COLUMNS))
    rows, _ = fact_values(found, 1, load_indicators(writing), exact)
    if rows:
        writing.exec_driver_sql(f"INSERT INTO fact ({', '.join(FACT_COLUMNS)}) VALUES ({marks})", rows)
    assert stored_facts(writing, [1]).get(1, []) == found
    shown = writing.execute(text(f"{ALL_FACTS} ORDER BY f.number").columns(**TYPES)).mappings()
    for fact, row in zip(found, shown, strict=True):
        names = ("code", "edition", "applicant", "category", "value", "meaning", "raw", "unit", "remark", "origin")
        assert [row[name] for name in names] == [getattr(fact, name) for name in names]
        parts = ("start", "end", "table", "row", "column")
        assert [row[f"place_{part}"] for part in parts] == [getattr(fact.place, part) for part in parts]


def test_what_few_facts_have_is_one_column_of_json(sqlite_database: Engine, pages: Any) -> None:
    from pipelines.store import Store

    store = Store(sqlite_database)
    store.add(pages.reading([pages.fact("requests.received", 5), pages.fact(None, 3, category="本地栏目", unit=None)]))
    store.flush()
    with sqlite_database.connect() as connection:
        usual, local = connection.execute(text("SELECT raw, more FROM fact ORDER BY number")).all()
    assert tuple(usual) == (None, None)
    assert json.loads(local.more) == {"edition": "2014", "category": "本地栏目"}
