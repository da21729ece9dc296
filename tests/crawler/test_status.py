"""The last night in one screen: what is well, what is tried again first, and what cut crawls off."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.cli.status import _cut_off, _night, _others
from models.nights import RunningCrawl
from models.told import SiteState

FULL = "the archive failed: the disk does not take what is fetched: make room; the site is taken up again by itself"


def _state(site: str, outcome: str, reason: str | None, cut_off: bool = False) -> SiteState:
    return SiteState(site, None, outcome, reason, None, None, 1, cut_off)


def test_what_cut_crawls_off_is_said_once_with_how_many_sites_it_hit() -> None:
    states = [_state(site, "broken", FULL, cut_off=True) for site in ("a", "b")] + [_state("c", "broken", "lease expired", True)]
    assert _cut_off(states) == [f"cut off (2): {FULL}", "cut off (1): lease expired"]


def test_sites_that_are_tried_again_are_told_apart_from_those_cut_off() -> None:
    states = [_state("a", "incomplete", "a list is missing"), _state("b", "broken", FULL, cut_off=True)]
    said = _others(5, states, 2)
    assert said.startswith("5 site(s) are well; 1 ended incomplete once and are tried again first; 1 were cut off")
    assert "2 were never crawled" in said


def test_a_quiet_night_says_no_more_than_that_all_is_well() -> None:
    assert _others(5, [], 0) == "5 site(s) are well; `nianbao status --all` shows every site"
    assert _cut_off([]) == []


def test_crawls_that_say_nothing_any_more_are_named_among_those_that_run() -> None:
    began, now, ends = (datetime(2026, 3, 5, 18, minute, tzinfo=UTC) for minute in (0, 7, 10))
    beats = {"a": now, "b": began, "c": now}
    running = [RunningCrawl(n, site, "night", None, began, ends, 3, beats[site]) for n, site in enumerate(beats)]
    said = _night({"broken": 4}, running, now)
    assert said.endswith("; running now: 3; no sign of life, perhaps killed: b (taken over after 2026-03-06 02:10)")
    assert _night({}, [], now) == "crawls of the last 24 hours: none"
