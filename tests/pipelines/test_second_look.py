"""A second look cuts a sentence into clauses with their numbers, and understands denials to the last word or not at all."""

from __future__ import annotations

import pytest

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts
from pipelines.wording.second.nothing import names_fees
from pipelines.wording.second.pieces import Piece, pieces_of, pieces_of_year
from pipelines.wording.sentences import Section, Sentence


def _pieces(text: str) -> list[Piece]:
    return list(pieces_of(Sentence(text, 0, Section(), first=True)))


def _facts(chapter: str, *lines: str, year: int = 2016) -> set[tuple[str | None, str]]:
    text = "\n".join((f"松口县{year}年政府信息公开工作年度报告", chapter, *lines))
    return {(fact.code, str(fact.value)) for fact in prose_facts(outline_of_text(text), year)}


def test_what_follows_a_number_is_not_of_the_next_one() -> None:
    told = [(piece.words, piece.printed, piece.behind) for piece in _pieces("复议4件：3件维持、1件撤销，均已办结")]
    assert told[:3] == [("复议", "4件", ""), ("", "3件", "维持"), ("", "1件", "撤销")]


def test_another_year_goes_on_up_to_a_semicolon() -> None:
    sentence = Sentence("2015年复议5件、诉讼2件；2016年复议1件，比2015年少4件", 0, Section(), first=True)
    assert [piece.printed for piece in pieces_of_year(sentence, 2016)] == ["1件"]


@pytest.mark.parametrize(("words", "known"), [("全年共收取费用", True), ("收取停车费", False), ("没有收费", False)])
def test_a_charge_is_named_by_known_words_alone(words: str, known: bool) -> None:
    assert names_fees(words) is known


def test_a_bare_denial_is_of_all_that_its_heading_names() -> None:
    assert _facts("五、复议、诉讼", "未见。") == {("review.total", "0"), ("litigation.total", "0")}


def test_a_denial_of_requests_is_none_of_the_charges_beside_them_in_the_heading() -> None:
    assert _facts("三、依申请公开及收费", "未收到申请件。") == {("requests.received", "0")}


def test_an_unknown_word_in_a_denial_leaves_it_alone() -> None:
    assert not _facts("五、复议、诉讼", "没有超期答复。")


def test_an_outcome_told_for_two_kinds_of_cases_is_of_each() -> None:
    facts = _facts("五、复议、诉讼", "信息公开复议3件、诉讼1件，结果均为维持。")
    assert {("review.upheld", "3"), ("litigation.upheld", "1")} <= facts


def test_parts_of_an_outcome_give_no_outcome() -> None:
    facts = _facts("五、复议、诉讼", "信息公开复议5件，其中维持2件，被撤销2件，被确认违法1件。")
    assert facts == {("review.total", "5"), ("review.upheld", "2")}


def test_a_leader_with_a_deputy_is_not_there_each_time() -> None:
    assert _facts("三、回应解读", "县长及分管副县长做客“松口问政”在线访谈4次。") == {("response.online_interviews", "4")}


def test_all_that_was_handled_is_not_all_that_was_published() -> None:
    facts = _facts("四、建议提案", "办理人大建议11件、政协提案7件，公开办理结果15件。")
    assert facts == {("proposals.total", "15")}


def test_a_denial_reaches_back_to_what_the_clause_before_names() -> None:
    assert _facts("五、其他", "由信息公开惹出的复议、诉讼，一件没有。") == {("review.total", "0"), ("litigation.total", "0")}
