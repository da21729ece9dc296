"""Forms typed with bars between the cells: blank cells at a line's ends, with and without bars round the table."""

from __future__ import annotations

import pytest

from pipelines.forms import form_facts
from pipelines.outline import outline_of_text
from tests.pipelines.form_pages import values

OPEN = """四、政府信息公开行政复议、行政诉讼情况
案件 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
行政复议 | | | | |
未经复议直接起诉 | 3 | | | | 3
复议后起诉 | | | | 2 |"""


def cells(text: str) -> list[list[str | None]]:
    (grid,) = outline_of_text(text).grids
    return [[cell.text if cell else None for cell in row] for row in grid.slots]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项 | 甲 | 乙\n子 | | \n丑 | 1 |", [["项", "甲", "乙"], ["子", "", ""], ["丑", "1", ""]]),
        ("项 | 甲 | 乙\n| 1 | 2\n丑 | 1 | 2", [["项", "甲", "乙"], ["", "1", "2"], ["丑", "1", "2"]]),
        ("| 甲 | 乙\n子 | 1 | 2\n丑 | 1 | 2", [["", "甲", "乙"], ["子", "1", "2"], ["丑", "1", "2"]]),
        (
            "序 | 项 | 甲 | 备注\n| 子 | 1 |\n2 | 丑 | 1 | 略",
            [["序", "项", "甲", "备注"], ["", "子", "1", ""], ["2", "丑", "1", "略"]],
        ),
        ("| 项 | 甲 | 乙 |\n| 子 | | |\n| | 1 | |", [["项", "甲", "乙"], ["子", "", ""], ["", "1", ""]]),
        ("| 项 | 甲 | 乙\n| 子 | |\n| 丑 | 1 |", [["项", "甲", "乙"], ["子", "", ""], ["丑", "1", ""]]),
        ("项 | 甲 | 乙 |\n子 | | |\n| 1 | 2 |", [["项", "甲", "乙"], ["子", "", ""], ["", "1", "2"]]),
        ("项 | 甲 | 乙\n子 | | |\n丑 | 1 | 2 |", [["项", "甲", "乙"], ["子", "", ""], ["丑", "1", "2"]]),
        ("项 | 甲 | 乙 |\n子 | |\n丑 | 1 | 2", [["项", "甲", "乙"], ["子", "", ""], ["丑", "1", "2"]]),
        ("项 | 甲 | 乙\n---|---|---\n子 | |\n丑 | 1 | 2", [["项", "甲", "乙"], [None] * 3, ["子", "", ""], ["丑", "1", "2"]]),
        ("项｜甲｜乙\n子｜　｜\n丑｜1｜2", [["项", "甲", "乙"], ["子", "", ""], ["丑", "1", "2"]]),
    ],
)
def test_a_blank_end_is_a_cell_where_the_other_lines_have_one_there(text: str, expected: list[list[str | None]]) -> None:
    assert cells(text) == expected


def test_the_place_of_each_cell_is_that_of_its_text() -> None:
    read = outline_of_text("项 | 甲 | 乙\n| 1 |\n丑 | 1 | 2")
    placed = [read.text[cell.start : cell.end] == cell.text for row in read.grids[0].slots for cell in row if cell]
    assert placed == [True] * 9


def test_blank_cells_of_a_form_without_bars_round_it_are_facts() -> None:
    found = values(form_facts(outline_of_text(OPEN), report_year=2021).facts)
    numbers = {key: value for key, value in found.items() if value != "blank"}
    assert len(found) == 15
    assert numbers == {"litigation_direct.upheld": 3, "litigation_direct.total": 3, "litigation_after_review.pending": 2}


@pytest.mark.parametrize("frame", ["{}", "| {} |", "{} |"])
@pytest.mark.parametrize(("label", "number"), [("行政许可", "1383"), ("行政许可", "")])
def test_a_header_and_one_row_of_the_form_are_a_table(frame: str, label: str, number: str) -> None:
    lines = "\n".join(frame.format(line) for line in ("信息内容 | 本年处理决定数量", f"{label} | {number}"))
    found = values(form_facts(outline_of_text(f"第二十条第（五）项\n{lines}\n第二十条第（六）项"), report_year=2021).facts)
    assert list(found.values()) == [int(number) if number else "blank"]


@pytest.mark.parametrize(
    "text", ["政策解读 | 行政许可\n行政处罚 | 政府公报", "首页 | 行政许可\n行政处罚 | 更多", "处理决定 | 3\n行政许可 | 5"]
)
def test_two_lines_of_links_are_none(text: str) -> None:
    assert not outline_of_text(text).grids


def test_a_line_of_bars_alone_costs_no_more_than_its_length() -> None:
    text = "\n".join(["甲 | 乙 | 丙", *["|" * 3000] * 20, "| " * 500])
    assert len(outline_of_text(text).grids) <= 2
