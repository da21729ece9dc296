"""What the rules say is kept once and read as it was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from models import codebook, wordings
from models.wordings import GAP, packed, unpacked
from pipelines.items import Finding
from pipelines.record import stored_records
from pipelines.store import Store
from pipelines.validate import check

PHRASE = "review.upheld + review.other must be = review.total"
KNOWN = {(PHRASE, ""): 1, (PHRASE, " in enterprise"): 2}


def whole(message: str, left: str | None, right: str | None) -> str:
    number, own = packed(message, left, right, KNOWN)
    phrase, place = next((words for words, at in KNOWN.items() if at == number), (None, None))
    return unpacked(own, left, right, phrase, place)


@pytest.mark.parametrize(
    ("message", "left", "right", "kept"),
    [
        (f"{PHRASE}: found 3 and 3", "3 (of 1, 2)", "3", (1, None)),
        (f"{PHRASE}: found 3 and 4 in enterprise", "3 (of 1, 2)", "4", (2, None)),
        (f"{PHRASE}: found -1.5 and 0E+2", "-1.5 (of 1, 2; 1 {GAP})", "0E+2", (1, None)),
        (f"{PHRASE}: found {GAP} and 3; {GAP}: a, b in enterprise", f"0 (of nothing; 2 {GAP})", "3", (2, f"; {GAP}: a, b")),
        (f"{PHRASE}: found {GAP} and {GAP}", GAP, GAP, (1, None)),
        (f"{PHRASE}: found 3 and 3 in research", "3", "3", (1, " in research")),
        (f"{PHRASE}: found 3 and 3", "4", "3", (None, f"{PHRASE}: found 3 and 3")),
        (f"{PHRASE}: found 3 and 3", None, "3", (None, f"{PHRASE}: found 3 and 3")),
        ("2 is not 3", "2", "3", (None, "2 is not 3")),
        ("", None, None, (None, "")),
    ],
)
def test_only_what_the_rule_and_the_sides_do_not_say_is_kept(
    message: str, left: str | None, right: str | None, kept: tuple[int | None, str | None]
) -> None:
    assert packed(message, left, right, KNOWN) == kept
    assert whole(message, left, right) == message


SAID = st.text("0123456789.- ()abof:;", max_size=12) | st.sampled_from(
    [GAP, "0 (of nothing; 1 missing or blank)", " in enterprise"]
)


@given(SAID, SAID, SAID)
def test_whatever_a_message_says_comes_back(left: str, right: str, more: str) -> None:
    for message in (f"{PHRASE}: found {left} and {right}{more}", f"{PHRASE}: found {more}", more):
        assert whole(message, left, right) == message


def test_every_rule_has_its_words_in_the_database(database: Engine) -> None:
    with database.connect() as connection:
        known = wordings.load(connection)
    assert {identity.phrase for identity in codebook.identities()} <= {phrase for phrase, _ in known}
    results = next(item for item in codebook.identities() if item.rule == "f21-results")
    assert (results.phrase, " in total") in known


def test_an_upgrade_run_again_adds_no_wording_and_takes_none_away(database: Engine) -> None:
    with database.begin() as connection:
        connection.execute(text("INSERT INTO wording (id, phrase, place) VALUES (9999, 'what once held', '')"))
        before = wordings.load(connection)
        wordings.sync(connection)
        assert wordings.load(connection) == before


def test_the_view_and_the_record_show_every_message_as_it_was_said(
    database: Engine, full_reading: Callable[[], Any], pages: Any
) -> None:
    facts = [
        pages.fact("applications.new", 3, edition="2021", applicant="enterprise"),
        pages.fact("applications.carried_in", 1, edition="2021", applicant="enterprise"),
        pages.fact("applications.processed", 2, edition="2021", applicant="enterprise"),
        pages.fact("review.total", 4, edition="2021"),
    ]
    reading = pages.reading(facts, form_edition="2021", year=2021)
    report = reading.reports[0]
    report.findings = [*check(report), Finding("f21-review", "fail", "2 is not ３", "2", "３")]
    assert len(report.findings) > 7
    store = Store(database)
    store.add(reading)
    store.flush()
    said = sorted((finding.rule, finding.message) for finding in report.findings)
    with database.connect() as connection:
        assert sorted(map(tuple, connection.execute(text("SELECT rule, message FROM findings")))) == said
        (record,) = stored_records(connection)
        whole_rows = connection.scalar(text("SELECT COUNT(*) FROM finding WHERE wording_id IS NULL"))
    assert sorted((finding["rule"], finding["message"]) for finding in record["findings"]) == said
    assert whole_rows < len(said) / 2
