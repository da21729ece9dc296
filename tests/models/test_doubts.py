"""Findings asked for by outcome, rule, place, site, year and verdict."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from models import codebook, doubts
from models.coverage import UnclearPlace
from models.doubts import Wanted
from models.reviews import review
from pipelines.items import Finding
from pipelines.store import Store

NOW = datetime(2026, 3, 5, tzinfo=UTC)
FAILED = Finding("f14-review", "fail", "2 is not 3", "2", "3")


@pytest.fixture
def filled(database: Engine, pages: Any) -> Engine:
    """Two failed rules in 2018, of which one is dismissed, and one in 2019; a rule that passed."""
    store = Store(database)
    for year in (2018, 2019):
        reading = pages.reading([], year=year, url=f"http://www.qs.example/{year}.html")
        reading.reports[0].findings = [FAILED, Finding("f14-staff", "pass", "holds")]
        if year == 2018:
            reading.reports[0].findings.append(replace(FAILED, rule="f14-received"))
        store.add(reading)
    store.flush()
    with database.connect() as connection:
        (twice,) = doubts.findings(connection, Wanted(rule="f14-received"))
    review(database, twice["finding_id"], "dismissed", "read wrongly", "me", NOW)
    return database


def found(connection: Connection, **wanted: Any) -> list[tuple[str, int]]:
    return [(row["rule"], row["year"]) for row in doubts.findings(connection, Wanted(**wanted))]


def test_each_limit_holds_alone_and_with_others(filled: Engine) -> None:
    with filled.connect() as connection:
        both = [("f14-review", 2018), ("f14-review", 2019)]
        assert found(connection) == both
        assert found(connection, outcome="pass") == [("f14-staff", 2018), ("f14-staff", 2019)]
        assert len(found(connection, outcome="any", state="any")) == 5
        assert found(connection, year=2019, rule="f14-review") == [("f14-review", 2019)]
        assert found(connection, rule="f14-staff") == []
        assert found(connection, place="甘肃省") == found(connection, place="620521", site="qingshui") == both
        assert found(connection, place="清水县人民政府", year=2018) == both[:1]
        assert found(connection, site="elsewhere") == []
        assert doubts.findings_by_rule(connection, Wanted()) == {"f14-review": 2}
        assert doubts.findings(connection, Wanted(), most=1) == doubts.findings(connection, Wanted())[:1]


def test_what_a_person_said_is_asked_for_by_word(filled: Engine) -> None:
    with filled.connect() as connection:
        assert found(connection, state="dismissed") == [("f14-received", 2018)]
        assert found(connection, state="confirmed") == []
        assert len(found(connection, state="unseen")) == 2
        assert len(found(connection, state="any")) == 3


def test_unknown_words_are_refused(filled: Engine) -> None:
    with filled.connect() as connection:
        with pytest.raises(ValueError, match="expected an outcome of pass"):
            found(connection, outcome="failed")
        with pytest.raises(ValueError, match="expected a state of standing"):
            found(connection, state="gone")
        with pytest.raises(doubts.UnknownRule, match="found 'foo'; rules that fail on some report: f14-received, f14-review; "):
            doubts.check_rule(connection, "foo")
        with pytest.raises(doubts.UnknownRule, match="near it: next-year"):
            doubts.check_rule(connection, "next_year")
        with pytest.raises(doubts.UnknownPlace, match="nowhere"):
            doubts.check_place(connection, Wanted(site="nowhere"))
        with pytest.raises(doubts.UnknownPlace, match="无此县"):
            doubts.check_place(connection, Wanted(place="无此县"))
        with pytest.raises(UnclearPlace):
            found(connection, place="县")
        doubts.check_rule(connection, "f14-litigation")
        doubts.check_place(connection, Wanted(place="清水县", site="qingshui"))


def test_every_rule_that_the_program_knows_has_words() -> None:
    sources = (Path(__file__).parents[2] / "pipelines").rglob("*.py")
    named = {name for file in sources for name in re.findall(r'Finding\(\s*"([a-z-]+)"', file.read_text(encoding="utf-8"))}
    identities = {identity.rule for identity in codebook.identities()}
    assert len(named) > 15
    assert named <= set(codebook.other_rules())
    assert set(codebook.other_rules()) - named == {"county-townships"}
    assert not identities & set(codebook.other_rules())
