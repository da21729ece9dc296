"""What all, or a few, of those counted came to is read where words tell it, and not where they tell another matter."""

from __future__ import annotations

import pytest

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts

TITLE = "白水镇2014年政府信息公开工作年度报告\n"


def values(text: str) -> dict[str, float]:
    facts = prose_facts(outline_of_text(TITLE + text), 2014)
    return {fact.code: float(fact.value) for fact in facts if fact.code and fact.value is not None}


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("收到政府信息公开申请5件，均为信函申请。", "requests.received_letter", 5),
        ("受理信息公开申请3件，全部由申请人当面提出。", "requests.received_in_person", 3),
        ("收到政府信息公开申请5件，其中网上3件、当面2件，都同意公开。", "replies.granted", 5),
        ("从事政府信息公开工作人员4名，全部为兼职。", "staff.part_time", 4),
        ("因政府信息公开引起行政复议2件，县政府均予维持。", "review.upheld", 2),
        ("收到政府信息公开申请2件，一件要求公开合同，已答复予以公开；一件要求公开他人材料，不予公开。", "replies.refused", 1),
    ],
)
def test_reads_what_all_or_some_of_them_came_to(text: str, code: str, value: float) -> None:
    assert values(text).get(code) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("收到政府信息公开申请5件，均未同意公开。", "replies.granted"),
        ("收到政府信息公开申请5件。接听热线来电40件，均为网上转办。", "requests.received_online"),
        ("从事政府信息公开工作人员4名，聘请护林员12名，全部为兼职。", "staff.part_time"),
        ("收到政府信息公开申请3件，一件要求公开合同，予以公开；一件要求公开账目，予以公开。", "replies.granted"),
        ("收到政府信息公开申请3件。1件网上投诉，经核实后予以公开回应。", "replies.granted"),
    ],
)
def test_claims_nothing_that_is_not_told(text: str, code: str) -> None:
    assert code not in values(text)


def test_slips_of_the_pen_are_read_as_what_was_meant() -> None:
    read = values("二、依申清公开情况\n本年度未收到依申清公开。\n三、行政负议情况\n未发生行政负议。")
    assert read == {"requests.received": 0, "review.total": 0}
