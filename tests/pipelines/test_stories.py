"""Requests and cases that a report tells as stories are counted, and nothing is counted that the story leaves open."""

from __future__ import annotations

import pytest

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts

ASKED = "红崖镇2014年政府信息公开工作年度报告\n三、依申请公开情况\n"
TRIED = "红崖镇2014年政府信息公开工作年度报告\n四、行政复议和诉讼情况\n"


def values(text: str) -> dict[str, float]:
    facts = prose_facts(outline_of_text(text), 2014)
    return {fact.code: float(fact.value) for fact in facts if fact.code and fact.value is not None}


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("收到申请2件。一件要看水渠图纸，给看了；另一件要旧账本，镇里没有，答复不存在。", "replies.granted", 1),
        ("收到申请2件。要看图纸的那件，给看了；要看合同的那件，也给了他。", "replies.granted", 2),
        ("收到申请1件。是一位村民来窗口递交的，要看合同。", "requests.received_in_person", 1),
        ("收到申请1件。因涉及企业商业秘密，企业不同意，决定不予公开。", "replies.refused_trade_secret", 1),
        ("收到申请2件，两件都没有同意。", "replies.refused", 2),
    ],
)
def test_counts_requests_by_their_stories(text: str, code: str, value: float) -> None:
    assert values(ASKED + text).get(code) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("收到申请5件。一件要看图纸，给看了；一件要看合同，给看了。", "replies.granted"),
        ("收到申请1件，拟不予公开，正在征求意见。", "replies.refused"),
        ("收到申请1件，申请公开网上公示的名单。", "requests.received_online"),
        ("收到申请1件，让申请人补正，补正后仍不明确。", "replies.amendment_requested"),
    ],
)
def test_leaves_open_what_the_story_leaves_open(text: str, code: str) -> None:
    assert code not in values(ASKED + text)


def test_counts_the_one_case_that_is_told_with_its_outcome() -> None:
    read = values(TRIED + "要看合同的那位对答复不满意，到县政府申请了复议，县政府维持；后又起诉至法院，被驳回起诉。")
    assert read == {"review.total": 1, "review.upheld": 1, "litigation.total": 1, "litigation.upheld": 1}


@pytest.mark.parametrize(
    "text",
    [
        "告知申请人如不服可向县政府申请复议。",
        "有1名村民因征地补偿到县法院起诉，已撤诉。",
        "去年有1件申请的当事人向市政府申请复议，市政府维持。",
    ],
)
def test_counts_no_case_that_was_not_brought_over_disclosure_in_the_year(text: str) -> None:
    assert not values(TRIED + text)
