"""Numbers that only look like counts are left out, and counts that lost their unit are found."""

from __future__ import annotations

import pytest

from pipelines.wording.counts import hits
from pipelines.wording.owned import own_domains, shortens
from pipelines.wording.plain.bracketed import without_classes
from pipelines.wording.unlike import without_units


@pytest.mark.parametrize("text", ["概述、收费、诉讼等六项内容", "从公开、申请等3个方面总结", "复议和诉讼两项均未发生"])
def test_how_many_things_were_named_is_no_count(text: str) -> None:
    assert not hits(text)


def test_a_count_behind_an_open_enumeration_stays() -> None:
    assert [hit.unit for hit in hits("公开计划、总结等12条，设大厅、书屋等3个查阅点")] == ["条", "个"]


def test_an_item_between_others_may_have_lost_its_unit() -> None:
    text = "要闻415条通知307公告公示84条"
    assert [text[start:end] for start, end in without_units(text)] == ["307"]
    assert without_units("要闻415条，2014年公告84条") == []


def test_a_bracket_that_only_names_classes_is_blanked_and_one_with_counts_stays() -> None:
    text = "公开信息（包括要闻、公告等3个栏目）共计61条"
    assert without_classes(text) == "公开信息" + " " * 14 + "共计61条"
    assert without_classes("公开信息（包括要闻12条等3个栏目）共计61条") == "公开信息（包括要闻12条等3个栏目）共计61条"


def test_a_bureau_owns_the_short_form_of_its_name() -> None:
    assert shortens("环保", "环境保护")
    assert not shortens("教育", "环境保护")
    assert "环保" in own_domains("山南县环境保护局")
    assert own_domains("山南县城市管理局")[0] == "城市管理"
