"""Forms typed with bars between the cells: blank cells at a line's ends, with and without bars round the table."""

from __future__ import annotations

import pytest

from pipelines.forms import form_facts
from pipelines.outline import outline_of_text
from tests.pipelines.form_pages import (
    APPLICANTS,
    EDITIONS,
    Rows,
    read_html,
    tables,
    truth,
    values,
    values_with_numbers,
)

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


# --- frames ---

FRAMES = ["┌┬┐├┼┤└┴┘─│", "┏┳┓┣╋┫┗┻┛━┃", "╔╦╗╠╬╣╚╩╝═║", "+++++++++-|"]


def framed(rows: Rows, marks: str, wide: int = 99) -> str:
    """A table drawn with rules between its rows, labels of more than `wide` letters on several lines."""
    lines, across = [], marks[9] * 4
    lines.append(marks[0] + marks[1].join([across] * max(map(len, rows))) + marks[2])
    for row in rows:
        texts = [text for text, _, _ in row]
        first = [texts[0][at : at + wide] for at in range(0, len(texts[0]), wide)] if len(texts) > 1 else texts[:1]
        for number, part in enumerate(first or [""]):
            beside = [text if number == 0 else " " for text in texts[1:]]
            lines.append(f"{marks[10]} {marks[10].join([part, *beside])} {marks[10]}")
        lines.append(marks[3] + marks[4].join([across] * len(row)) + marks[5])
    lines[-1] = marks[6] + lines[-1][1:-1].replace(marks[4], marks[7]) + marks[8]
    return "\n".join(lines)


@pytest.mark.parametrize("marks", FRAMES)
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("wide", [99, 9])
def test_forms_in_a_frame_of_rules(edition: str, marks: str, wide: int) -> None:
    text = "\n\n".join(framed(rows, marks, wide) for rows in tables(edition))
    assert values_with_numbers(read_html(f"<div><pre>{text}</pre></div>")) == truth(edition)


def test_lines_between_rules_are_rows_where_several_have_numbers() -> None:
    lines = ["项│数", "──┼──", *(f"{name}│{number}" for number, name in enumerate("甲乙丙丁戊")), "──┼──", "己│9", "│"]
    drawn = "\n".join(["┌──┬──┐", *(f"│{line}│" if "┼" not in line else f"├{line}┤" for line in lines), "└──┴──┘"])
    assert [row for row in cells(drawn) if row[0]][1:3] == [["甲", "0"], ["乙", "1"]]


HEADER = """┌──┬───────┐
│（本列数据的勾稽关系）│申请人情况│
│  ├───┬──────────┬───┤
│  │   │法人或其他组织 │   │
│  │自然人├──┬──┬──┬──┬──┤总计│
│  │   │商业企业│科研机构│社会公益组织│法律服务机构│其他│ │
├──┼───┼──┼──┼──┼──┼──┼───┤
│一、本年新收政府信息公开申请数量│5│1│0│0│0│0│6│
│三、本年度办理结果├──┼──┼──┤
│  │（一）予以公开│4│1│0│0│0│0│5│
└──┴───┴──┴──┴──┴──┴──┴───┘"""


def test_a_line_may_be_text_in_some_columns_and_a_rule_in_others() -> None:
    found = values(read_html(f"<div><pre>{HEADER}</pre></div>").facts)
    numbers = {("new", 0): 5, ("new", 1): 1, ("new", 6): 6, ("granted", 0): 4, ("granted", 1): 1, ("granted", 6): 5}
    assert {key: value for key, value in found.items() if value} == {
        (f"applications.{row}", APPLICANTS[at]): value for (row, at), value in numbers.items()
    }


@pytest.mark.parametrize("line", ["├" * 900 + "─甲│", "│" + "├─" * 450, "+" + "-" * 900, "┌" + "─甲" * 400])
def test_hostile_frames_are_bounded(line: str) -> None:
    assert outline_of_text("\n".join(["甲│乙│丙", *[line] * 100])).text
