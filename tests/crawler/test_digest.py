"""What the operator is told after a night, and what not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crawler.night.digest import body_of, digest_of, on_first_try, problem_of, title_of
from models.told import SiteState

NOW = datetime(2024, 3, 2, 22, 0, tzinfo=UTC)


def state(site: str, outcome: str, in_a_row: int = 1, *, days: int = 1, cut_off: bool = False) -> SiteState:
    well = outcome in ("ok", "nothing_new")
    since = None if well else NOW - timedelta(days=days)
    return SiteState(site, "清水县", outcome, "why not", since, NOW - timedelta(days=days + 1), 0 if well else in_a_row, cut_off)


def test_a_new_problem_is_told_once() -> None:
    states = [state("a", "broken"), state("b", "ok"), state("c", "blocked")]
    first = digest_of(states, {}, NOW)
    assert [(problem.state.site, problem.kind) for problem in first.new] == [("a", "broken"), ("c", "blocked")]
    again = digest_of(states, {"a": "broken", "c": "blocked"}, NOW)
    assert not again
    assert again.still == 2


def test_another_problem_of_the_same_site_is_news() -> None:
    digest = digest_of([state("a", "blocked", 2)], {"a": "broken"}, NOW)
    assert [problem.kind for problem in digest.new] == ["blocked"]


def test_a_recovered_site_is_told_once() -> None:
    digest = digest_of([state("a", "nothing_new")], {"a": "broken"}, NOW)
    assert [each.site for each in digest.recovered] == ["a"]
    assert not digest_of([state("a", "nothing_new")], {}, NOW)


def test_one_incomplete_or_cut_off_crawl_is_not_told_of() -> None:
    assert problem_of(state("a", "incomplete"), NOW) is None
    assert problem_of(state("a", "incomplete", 2), NOW) == "incomplete"
    assert problem_of(state("a", "broken", 1, cut_off=True), NOW) is None
    assert problem_of(state("a", "broken", 2, cut_off=True), NOW) == "broken"


def test_a_site_told_of_that_is_only_incomplete_now_has_not_recovered() -> None:
    assert not digest_of([state("a", "incomplete")], {"a": "broken"}, NOW)


def test_a_site_that_went_well_long_ago_is_stale() -> None:
    assert problem_of(state("a", "ok", days=60), NOW) == "stale"


def test_the_text_names_site_reason_and_remedy_in_both_languages() -> None:
    text = body_of(digest_of([state("qingshui", "blocked")], {}, NOW))
    assert "qingshui 清水县: blocked 被拦截 since 2024-03-02" in text
    assert "why not" in text
    assert "browser" in text
    assert "浏览器" in text


def test_a_bad_night_of_a_thousand_sites_is_still_one_short_message() -> None:
    digest = digest_of([state(f"site-{number:04}", "broken") for number in range(1000)], {}, NOW)
    assert "and 960 more" in body_of(digest)
    assert len(body_of(digest)) < 40_000
    assert "1000" in title_of(digest)


def test_a_hostile_reason_is_cut() -> None:
    hostile = SiteState("a", None, "broken", "x" * 100_000, NOW, None)
    assert len(body_of(digest_of([hostile], {}, NOW))) < 2_000


def test_a_site_that_was_incomplete_once_is_neither_a_problem_nor_well() -> None:
    once, twice = state("a", "incomplete"), state("a", "incomplete", 2)
    assert (problem_of(once, NOW), on_first_try(once)) == (None, True)
    assert (problem_of(twice, NOW), on_first_try(twice)) == ("incomplete", False)
    assert not on_first_try(state("a", "ok"))
