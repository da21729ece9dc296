"""Requests for a crawl: kept, taken once, given back when their crawl was cut off."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from models import requests
from models.claims import STOPPED, claim, finish

NOW = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
LEASE = timedelta(minutes=10)
FULL = {"full": "1"}


def waiting(engine: Engine, now: datetime = NOW) -> list[int]:
    return [each.id for each in requests.waiting(engine, now, 100)]


def test_a_request_waits_until_its_site_is_claimed_for_it_and_ends_with_that_crawl(database: Engine) -> None:
    number = requests.ask(database, "qingshui", FULL, NOW, "me")
    assert [(each.site, each.options) for each in requests.waiting(database, NOW, 5)] == [("qingshui", FULL)]
    held = claim(database, "qingshui", NOW, "demand", LEASE, request=number)
    assert held is not None
    assert waiting(database) == []
    assert requests.standing(database, number).outcome == "running"
    finish(database, held, "nothing_new", None, None, NOW)
    standing = requests.standing(database, number)
    assert (standing.crawl, standing.outcome, standing.ended, standing.refusal) == (held.crawl, "nothing_new", NOW, None)
    assert waiting(database) == []


def test_the_same_question_asked_twice_is_one_request_and_another_is_another(database: Engine) -> None:
    first = requests.ask(database, "qingshui", FULL, NOW)
    assert requests.ask(database, "qingshui", FULL, NOW + LEASE) == first
    assert requests.ask(database, "qingshui", {"year": "2020"}, NOW) != first
    assert requests.ask(database, "linghai", FULL, NOW) != first


def test_requests_are_taken_in_order_one_a_site_and_not_while_the_site_is_crawled(database: Engine) -> None:
    first = requests.ask(database, "qingshui", FULL, NOW)
    requests.ask(database, "qingshui", {"year": "2020"}, NOW)
    other = requests.ask(database, "linghai", FULL, NOW)
    assert waiting(database) == [first, other]
    held = claim(database, "qingshui", NOW, "night", LEASE)
    assert held is not None
    assert waiting(database) == [other]
    assert [each.id for each in requests.waiting(database, NOW, 9, ["qingshui"])] == []
    finish(database, held, "ok", None, None, NOW)
    assert waiting(database) == [first, other]


def test_of_two_that_take_one_request_one_gets_it_and_the_other_leaves_no_trace(database: Engine) -> None:
    number = requests.ask(database, "qingshui", FULL, NOW)
    with ThreadPoolExecutor(2) as threads:
        held = list(threads.map(lambda _: claim(database, "qingshui", NOW, "demand", LEASE, request=number), range(2)))
    (won,) = [each for each in held if each is not None]
    finish(database, won, "ok", None, None, NOW)
    assert claim(database, "qingshui", NOW, "demand", LEASE, request=number) is None
    assert claim(database, "qingshui", NOW, "night", LEASE) is not None


@pytest.mark.parametrize("reason", [STOPPED, "lease expired"])
def test_a_request_whose_crawl_was_cut_off_waits_again_but_not_for_ever(database: Engine, reason: str) -> None:
    number = requests.ask(database, "qingshui", FULL, NOW)
    for tried in range(requests.MOST_TRIES):
        assert waiting(database) == [number], tried
        held = claim(database, "qingshui", NOW, "demand", LEASE, request=number)
        assert held is not None
        finish(database, held, "incomplete", None, reason, NOW)
    assert waiting(database) == []
    assert requests.standing(database, number).ended is not None


def test_a_request_whose_process_died_is_taken_once_the_lease_is_out(database: Engine) -> None:
    number = requests.ask(database, "qingshui", FULL, NOW)
    dead = claim(database, "qingshui", NOW, "demand", LEASE, request=number)
    assert dead is not None
    assert waiting(database, NOW + LEASE / 2) == []
    assert waiting(database, NOW + LEASE) == [number]
    again = claim(database, "qingshui", NOW + LEASE, "demand", LEASE, request=number)
    assert again is not None
    assert not finish(database, dead, "ok", None, None, NOW + LEASE)
    assert requests.standing(database, number).crawl == again.crawl


def test_a_refused_request_says_why_and_an_unknown_one_is_named(database: Engine) -> None:
    number = requests.ask(database, "qingshui", FULL, NOW)
    requests.refuse(database, number, "no row has that key any more", NOW)
    assert requests.standing(database, number).refusal == "no row has that key any more"
    assert waiting(database) == []
    with pytest.raises(LookupError, match="number 99"):
        requests.standing(database, 99)
