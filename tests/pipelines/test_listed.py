"""Items that say themselves what they are: a website's columns, kinds of information without any total."""

from __future__ import annotations

import pytest

from pipelines.wording.lists.listed import column_of, kinds_of
from pipelines.wording.sentences import Section, Sentence


def _kinds(text: str) -> dict[str | None, str]:
    return {claim.label: claim.raw for claim in kinds_of(Sentence(text, 0, Section(), first=True))}


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("政府网站“柳河风采”栏目发布信息", "柳河风采"),
        ("其中“财政预算-决算”栏目共发布消息", "财政预算-决算"),
        ("“柳河发布”微信公众号", None),
        ("柳河风采栏目发布信息", None),
    ],
)
def test_names_the_column_of_a_website(words: str, column: str | None) -> None:
    assert column_of(words) == column


def test_takes_kinds_that_no_total_announces() -> None:
    found = _kinds("全年主动公开规划总结类3条，人事信息2条、应急管理1条")
    assert found == {"规划总结类": "3条", "人事信息": "2条", "应急管理": "1条"}


def test_takes_kinds_behind_their_heading_word() -> None:
    found = _kinds("政府信息公开的主要类别：机构概况3条；工作会议4条；发展规划2条")
    assert found == {"机构概况": "3条", "工作会议": "4条", "发展规划": "2条"}


@pytest.mark.parametrize(
    "text",
    [
        "公开机构概况3条，工作会议4条",  # two are no list
        "公开信息90条，微信60条，微博30条",  # media
        "县国土局公开征地信息120条，县住建局公开房屋信息65条，县公安局公开警务信息230条",  # each body has its own
        "公开财政预决算120条、重大项目33条、食品药品45条",  # what there was of domains
        "通过微信公众号公开通知8条，动态30条，公示2条",  # one account's
    ],
)
def test_leaves_other_lists(text: str) -> None:
    assert _kinds(text) == {}
