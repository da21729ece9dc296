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


LINES = """二、主动公开政府信息情况
第二十条第（一）项
信息内容
本年制发件数
本年废止件数
现行有效件数
规章
0
0
0
行政规范性文件
2
1
7
第二十条第（五）项
信息内容
本年处理决定数量
行政许可
120
"""
"""A section whose form was copied as lines of plain text: its heading is taken for a row of the table."""


def test_a_heading_among_the_lines_of_a_copied_table_is_no_gap() -> None:
    outline = outline_of_text(f"一、总体情况\n{LINES}三、存在的问题")
    assert outline.grids[0].source == "lines"
    assert rules(f"本报告由三个部分组成。\n一、总体情况\n{LINES}三、存在的问题") == []


def test_a_heading_that_no_copied_table_has_is_a_gap_all_the_same() -> None:
    assert rules(f"一、总体情况\n{LINES}四、存在的问题") == [("section-numbering", "一、总体情况", "四、存在的问题")]


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
