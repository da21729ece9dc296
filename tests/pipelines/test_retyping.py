"""Lines are read with numbers in digits and without blanks around them; every figure keeps its printed place and words."""

from __future__ import annotations

import pytest

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts
from pipelines.wording.plain.retyping import retyped


def read(line: str) -> str:
    outline = outline_of_text(line)
    return retyped(outline, 0, len(outline.text)).outline.text


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("公开信息 49 条，其中 8 条", "公开信息49条，其中8条"),
        ("公开（ 92 条）、其他： 22 条", "公开（92条）、其他：22条"),
        ("发布 2, 947 条", "发布2,947条"),
        ("发布 1, 234, 567 条", "发布1,234,567条"),
        ("2014 年 1 月 1 日起", "2014年1月1日起"),
        ("电子化率 100 %", "电子化率100%"),
        ("公告四十八条，通知一百零三条", "公告48条，通知103条"),
        ("公开百余条，转发近千条", "公开100余条，转发近1000条"),
        ("清单一条、名单二十四条，信息数十六条", "清单1条、名单24条，信息数16条"),
        ("公开 1.2 万余条", "公开1.2万余条"),
        ("公开1万2千条，4千2百余件", "公开12000条，4200余件"),
    ],
)
def test_numbers_are_read_as_they_would_be_typed(printed: str, plain: str) -> None:
    assert read(printed) == plain


@pytest.mark.parametrize(
    "printed",
    [
        "第 三 条规定，第十五条规定",
        "分别为12, 345条",
        "（一）公开数量 49条",
        "主动公开情况 2014年我镇公开信息",
        "数十条、几百条、上千条、五六十条、二三条",
        "没有一件，另一起，统一份",
        "一、概况 （二）数量",
        "三个方面、两个月",
        "电话 0535 221",
    ],
)
def test_what_divides_or_counts_nothing_stays(printed: str) -> None:
    assert read(printed) == printed


def test_each_figure_is_told_as_it_is_printed() -> None:
    text = "海清镇2014年度报告\n一、 概述\n全年公开信息 2, 418 条 ，其中公告四十八条、其他 2370 条。\n收到申请十二件。"
    facts = prose_facts(outline_of_text(text), 2014)
    printed = {fact.raw: fact.value for fact in facts}
    assert printed == {"2, 418 条": 2418, "四十八条": 48, "2370 条": 2370, "十二件": 12}
    assert all(text[fact.place.start : fact.place.end] == fact.raw for fact in facts)


def test_a_rough_number_is_read_like_another_and_stays_rough() -> None:
    text = "海清镇2014年度报告\n一、主动公开情况\n全年公开信息约 130 条，其中公告类近 50 条、其他80条。"
    facts = prose_facts(outline_of_text(text), 2014)
    assert [(fact.raw, fact.meaning) for fact in facts] == [
        ("约 130 条", "approximate"), ("近 50 条", "approximate"), ("80条", "number")
    ]  # fmt: skip


def test_a_part_of_the_text_keeps_its_places() -> None:
    text = "前文 12 条\n公开信息 49 条\n后文 3 条"
    outline = outline_of_text(text)
    told = retyped(outline, 8, 17)
    assert [told.outline.text[line.start : line.end] for line in told.outline.paragraphs] == ["公开信息49条"]
