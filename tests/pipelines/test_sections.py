"""Section numbers of a report."""

from __future__ import annotations

import pytest

from pipelines.field.sections import numeral, section_findings
from pipelines.outline import outline_of_text


def rules(text: str) -> list[tuple[str, str | None, str | None]]:
    outline = outline_of_text(text)
    return [(finding.rule, finding.left, finding.right) for finding in section_findings(outline, 0, len(outline.text))]


def test_two_sections_of_one_number_are_found() -> None:
    assert rules("前言\n一、概述\n内容\n二、公开\n二、申请\n三、问题") == [("section-numbering", "二、公开", "二、申请")]


def test_a_gap_is_found() -> None:
    assert rules("一、概述\n二、公开\n四、问题") == [("section-numbering", "二、公开", "四、问题")]


def test_fewer_parts_than_announced_are_found() -> None:
    assert rules("本报告由概述、公开等五个部分组成。\n一、概述\n二、公开") == [("announced-parts", "5", "2")]


@pytest.mark.parametrize(
    "text",
    [
        "一、概述\n二、公开\n三、问题",
        "全文由两部分组成。\n一、概述\n二、公开",
        "一、概述\n二、公开\n附件\n一、主动公开情况\n一、其他",
        "一、概述\n二、公开\n一、另一篇\n二、另一篇",
        "没有分节",
        "",
    ],
)
def test_orderly_sections_give_nothing(text: str) -> None:
    assert rules(text) == []


def test_reads_numerals() -> None:
    assert [numeral(han) for han in ("一", "十", "十二", "二十", "廿")] == [1, 10, 12, 20, 0]
