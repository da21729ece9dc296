"""Runs of labels and counts: however a sentence sets them off, each count has its own label."""

from __future__ import annotations

import pytest

from pipelines.wording.lists.runs import runs_of

WAYS = [
    "征地35条，安全61条",
    "征地：35；安全：61",
    "征地（35条）、安全（61条）",
    "征地、安全两类依次为35、61条",
    "征地35条（占36.5%），安全61条（占63.5%）",
    "征地35条，占36.5%；安全61条，占63.5%",
    "其中35条是征地，61条是安全",
]


@pytest.mark.parametrize("sentence", WAYS)
def test_finds_each_label_with_its_count(sentence: str) -> None:
    items = [(item.words, item.raw.rstrip("条")) for run in runs_of(sentence) for item in run.items]
    assert items == [("征地", "35"), ("安全", "61")]


def test_the_rest_has_the_label_behind_its_count() -> None:
    (run,) = runs_of("征地35条，其余61条属安全类")
    assert [item.words for item in run.items] == ["征地", "安全类"]
    assert [item.rest for item in run.items] == [False, True]


def test_what_leads_to_a_run_is_told_apart_from_its_first_label() -> None:
    (run,) = runs_of("96条信息中，征地35条，安全61条")
    assert run.lead == "96条信息中"


def test_a_clause_between_two_counts_opens_another_run() -> None:
    runs = runs_of("征地35条，全年还更新了专栏，安全61条")
    assert [[item.words for item in run.items] for run in runs] == [["征地"], ["安全"]]


def test_a_count_in_words_alone_is_no_run() -> None:
    assert runs_of("群众满意，干部满意") == []
