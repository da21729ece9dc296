from typing import get_args

import pytest

from crawler.outcome import FAILED, REMEDIES, WORDS, Counts, outcome_of, redesign
from pipelines.items import FetchOutcome


def test_new_reports_make_a_crawl_ok() -> None:
    assert outcome_of(Counts(fetches={("index", "ok"): 1, ("report", "ok"): 3}, reports=3, new=3)).name == "ok"


def test_a_crawl_without_change_is_nothing_new() -> None:
    assert outcome_of(Counts(fetches={("index", "ok"): 1, ("report", "ok"): 3}, reports=3, unchanged=3)).name == "nothing_new"


def test_a_site_that_does_not_answer_is_broken_and_says_why() -> None:
    outcome = outcome_of(Counts(fetches={("index", "unreachable"): 1}))
    assert outcome.name == "broken"
    assert "no answer" in outcome.reason


def test_our_own_errors_make_a_crawl_broken_even_when_pages_came() -> None:
    counts = Counts(fetches={("index", "ok"): 1, ("report", "ok"): 3}, reports=3, new=3, errors=1)
    assert outcome_of(counts).name == "broken"


def test_a_challenge_in_place_of_the_list_is_blocked() -> None:
    assert outcome_of(Counts(fetches={("index", "blocked"): 1})).name == "blocked"


def test_robots_txt_that_forbids_the_list_is_blocked() -> None:
    assert outcome_of(Counts(fetches={("index", "forbidden"): 1})).name == "blocked"


def test_a_failed_page_makes_a_crawl_incomplete_with_its_reason_counted() -> None:
    counts = Counts(fetches={("index", "ok"): 1, ("report", "ok"): 3, ("report", "http_error"): 2}, reports=3, new=3)
    outcome = outcome_of(counts)
    assert outcome.name == "incomplete"
    assert "2 x an HTTP error" in outcome.reason


def test_a_page_that_is_gone_does_not_make_a_crawl_incomplete() -> None:
    counts = Counts(fetches={("index", "ok"): 1, ("report", "gone"): 1}, reports=3, unchanged=3)
    assert outcome_of(counts).name == "nothing_new"


def test_fewer_reports_than_the_row_expects_is_incomplete() -> None:
    counts = Counts(fetches={("index", "ok"): 1}, reports=2, new=2)
    outcome = outcome_of(counts, unmet=["2 report(s) where its row expects 5 or more"])
    assert outcome.name == "incomplete"
    assert "expects 5" in outcome.reason


def test_a_stopped_crawl_is_incomplete() -> None:
    assert outcome_of(Counts(fetches={("index", "ok"): 1}, new=1), "shutdown").name == "incomplete"


GOOD = {("index", "ok"): 1, ("report", "ok"): 3}


def test_every_bad_end_of_a_request_has_its_words() -> None:
    assert set(get_args(FetchOutcome)) - set(WORDS) == {"ok", "not_modified"}
    assert set(FAILED) | set(REMEDIES) <= set(WORDS)


@pytest.mark.parametrize("name", ["soft_404", "maintenance", "login", "parked", "wrong_page", "cut_short", "busy"])
def test_what_stood_in_for_a_page_is_said_with_what_to_do(name: str) -> None:
    outcome = outcome_of(Counts(fetches={**GOOD, ("report", name): 2}, reports=3, unchanged=3))
    assert outcome.name == "incomplete"
    assert outcome.reason == f"2 x {WORDS[name]} ({REMEDIES[name]})"


def test_a_robots_txt_that_does_not_load_breaks_a_crawl_but_does_not_block_it() -> None:
    outcome = outcome_of(Counts(fetches={("index", "robots_unread"): 1}))
    assert outcome.name == "broken"
    assert "until it loads" in outcome.reason


def test_a_list_without_rows_where_there_were_some_is_suspect() -> None:
    counts = Counts(fetches={("index", "ok"): 1}, suspects={"empty_list": 1}, said=("earlier crawls found 9",))
    outcome = outcome_of(counts)
    assert outcome.name == "incomplete"
    assert outcome.reason.startswith("suspect: no row on a list that had rows before")
    assert "earlier crawls found 9" in outcome.reason


def test_the_bound_on_pages_is_named_with_the_setting_to_raise() -> None:
    outcome = outcome_of(Counts(fetches=GOOD, new=3, reports=3, stops={"pages": 4}))
    assert outcome.name == "incomplete"
    assert "limits.pages" in outcome.reason


def test_a_pager_that_repeats_is_said_and_leaves_nothing_out() -> None:
    outcome = outcome_of(Counts(fetches=GOOD, new=3, reports=3, stops={"no_new_entries": 1}, said=("it brought nothing new",)))
    assert outcome == type(outcome)("ok", "it brought nothing new")


def test_many_stops_are_summed_up() -> None:
    reason = outcome_of(Counts(fetches=GOOD, new=1, reports=1, said=tuple("abcdefg"))).reason
    assert reason == "a; b; c; 4 more such stop(s), see the counts"


@pytest.mark.parametrize(
    ("now", "before", "rebuilt"),
    [
        ({"ucap": 9}, {"trs": 30, "static": 2}, True),
        ({"ucap": 9, "trs": 1}, {"trs": 30}, False),
        ({"ucap": 2}, {"trs": 30}, False),
        ({"ucap": 9}, {"trs": 2}, False),
        ({"ucap": 9}, {"trs": 4, "static": 4}, False),
        ({}, {}, False),
    ],
)
def test_a_site_is_rebuilt_when_none_of_its_pages_looks_as_most_did(
    now: dict[str, int], before: dict[str, int], rebuilt: bool
) -> None:
    assert redesign(now, before) is rebuilt
