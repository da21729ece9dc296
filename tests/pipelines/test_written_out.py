"""Forms written out as label and number, in paragraphs or in cells: every row that stands by itself is read, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.pipelines.form_pages import (
    OUTCOMES,
    as_html,
    codes_four,
    read_html,
    section_four,
    section_three,
    tables,
    truth,
    values_with_numbers,
)

NAMES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

Told = tuple[str, Sequence[str], Sequence[str]]
"""A label, the names of columns, their numbers."""


def rows_2014(colon: str = "：") -> list[str]:
    """The rows of the form of 2014, `label：number unit` each; the names of sections stand alone."""
    rows = [[text for text, _, _ in row] for row in tables("2014")[0][1:]]
    return [f"{row[0]}{colon}{row[2]}{row[1]}" if row[-1] else row[0] for row in rows]


def rows_later(edition: str) -> list[Told]:
    two, three, four = ([[text for text, _, _ in row] for row in rows] for rows in tables(edition))
    found: list[Told] = []
    names: list[str] = []
    for row in two:
        if row[0] == "信息内容":
            names = row[1:]
        else:
            found.append((row[0], names if row[1:] else [], row[1:]))
    found += [(row[-8], NAMES, row[-7:]) for row in three[3:]]
    parts = ("行政复议", "未经复议直接起诉", "复议后起诉")
    return found + [(part, OUTCOMES, four[-1][5 * at : 5 * at + 5]) for at, part in enumerate(parts)]


def in_cells(rows: Sequence[Sequence[str]]) -> str:
    return "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"


def found_in(markup: str) -> dict[object, object]:
    return values_with_numbers(read_html(f"<div>{markup}</div>"))


@pytest.mark.parametrize(("between", "end"), [("；", "。"), ("，", "。"), (";", ""), ("。", "。")])
def test_a_form_of_2014_in_one_paragraph(between: str, end: str) -> None:
    text = between.join(rows_2014()) + end
    assert found_in(f"<p>{text}</p>") == truth("2014")
    assert found_in(f"<p>{text.replace('情况' + between, '情况：', 1)}</p>") == truth("2014")


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("pair", ["{}{}", "{}：{}"])
def test_later_forms_in_one_paragraph(edition: str, pair: str) -> None:
    told = [(label, "，".join(map(pair.format, names, numbers))) for label, names, numbers in rows_later(edition)]
    rows = [f"{label}：{row}" if row else label for label, row in told]
    assert found_in(f"<p>{'。'.join(rows)}。</p>") == truth(edition)


def test_names_of_columns_between_the_marks_of_rows_are_not_read() -> None:
    told = [(label, "；".join(map("{}：{}".format, names, numbers))) for label, names, numbers in rows_later("2021") if names]
    rows = [f"{label}：{row}" for label, row in told]
    assert found_in(f"<p>{'；'.join(rows)}。</p>") == {}


def test_a_row_that_no_form_has_is_kept_among_others() -> None:
    rows = [*rows_2014()[:9], "6.政务客户端公开政府信息数：15条", *rows_2014()[9:]]
    assert found_in(f"<p>{'；'.join(rows)}。</p>") == truth("2014") | {"6.政务客户端公开政府信息数": 15}


@pytest.mark.parametrize(
    "text",
    [
        "全年收到申请数：5件；申请办结数：5件。",
        "；".join(f"第{n}季度主动公开：{n}条" for n in range(1, 20)),
        "；".join(rows_2014()) + "；以上各项均比上年有所增加，工作得到群众认可。",
    ],
)
def test_other_paragraphs_stay_prose(text: str) -> None:
    assert found_in(f"<p>{text}</p>") == {}


@pytest.mark.parametrize("colon", ["：", " ", "<br>"])
@pytest.mark.parametrize("across", [2, 3])
def test_a_row_of_2014_in_each_cell(colon: str, across: int) -> None:
    rows = rows_2014(colon)
    by_rows = [rows[at : at + across] for at in range(0, len(rows), across)]
    height = -(-len(rows) // across)
    by_columns = [[rows[at] for at in range(first, len(rows), height)] for first in range(height)]
    assert found_in(in_cells(by_rows)) == truth("2014")
    assert found_in(in_cells(by_columns)) == truth("2014")


def test_sections_side_by_side_go_down_their_columns() -> None:
    rows = rows_2014()
    at = next(at for at, row in enumerate(rows) if "行政复议" in row)
    above = [rows[n : n + 2] for n in range(0, at, 2)]
    beside = [list(pair) for pair in zip(rows[at : at + 4], rows[at + 4 : at + 8], strict=True)]
    found = found_in(in_cells([*above, *beside, *([row] for row in rows[at + 8 :])]))
    assert found.items() <= truth("2014").items()


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_names_with_their_numbers_in_each_cell(edition: str) -> None:
    told = [(label, list(map("{}：{}".format, names, numbers))) for label, names, numbers in rows_later(edition)]
    assert found_in(in_cells([[label, *cells] for label, cells in told])) == truth(edition)
    assert found_in(in_cells([row for label, cells in told for row in ([label], cells) if row])) == truth(edition)
    assert found_in(in_cells([cells for _, cells in told])) == {}


def test_cells_with_numbers_alone_among_them_are_left() -> None:
    assert found_in(in_cells([[row, "5"] for row in rows_2014()])) == {}


# --- section 四 in lines behind the tables of its form ---

PLAIN = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
CASES = {"行政复议": (3, 1, 0, 2, 6), "未经复议直接起诉": (0, 1, 4, 0, 5), "复议后起诉": (2, 0, 0, 7, 9)}


def cases_in(*lines: str) -> list[int]:
    """What is read of section 四 in these lines below a section 三, in the order of the form."""
    before = as_html(section_three("2019", lambda row, column: "0"))
    found = found_in(before + "".join(f"<p>{line}</p>" for line in lines))
    codes = [code for code in codes_four() if code in found]
    return [int(str(found[code])) for code in codes]


@pytest.mark.parametrize(
    ("part", "pair", "between"),
    [
        ("{}：", "{}{}", "，"),
        ("（一）{}：", "{} {} 件", "；"),
        ("{} ", "{}：{}件", " "),
        ("{}——", "{}为{}", "、"),
        ("1.{}：", "{}（{}）", "，"),
        ("行政诉讼（{}）：", "{1}件{0}", "；"),
    ],
)
def test_section_four_in_lines(part: str, pair: str, between: str) -> None:
    lines = [part.format(name) + between.join(map(pair.format, PLAIN, numbers)) + "。" for name, numbers in CASES.items()]
    whole = [number for numbers in CASES.values() for number in numbers]
    assert cases_in("四、行政复议、行政诉讼情况", *lines, "五、存在的主要问题") == whole
    assert cases_in("四、行政复议、行政诉讼情况：" + "".join(lines)) == whole


def test_section_four_in_lines_below_tables_of_bars() -> None:
    heads = ["申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    rows = [[text for text, _, _ in row[-8:]] for row in section_three("2019", lambda row, column: "0")[3:]]
    bars = "".join(f"<p>{' | '.join(row)}</p>" for row in [heads, *rows])
    told = "".join(f"<p>{name}：结果维持{n[0]}，结果纠正{n[1]}，总计{n[4]}</p>" for name, n in CASES.items())
    found = found_in(f"{bars}<p>四、行政复议、行政诉讼情况</p>{told}")
    assert [int(str(found[code])) for code in codes_four() if code in found] == [3, 1, 6, 0, 1, 5, 2, 0, 9]


def test_results_that_section_four_leaves_out_are_not_read() -> None:
    assert cases_in("行政复议：结果维持2，总计2。", "复议后起诉：结果纠正1；总计1", "未经复议直接起诉：0件") == [2, 2, 0, 1, 1]
    assert cases_in("行政复议：维持2件、纠正0件、其他1件、未审结0件、合计3件") == [2, 0, 1, 0, 3]
    assert cases_in("行政复议总计3件，其中结果维持2件，尚未审结1件。") == [2, 1, 3]
    assert cases_in("（一）行政复议", "结果维持2件，其他结果1件，总计3件。", "复议后起诉：结果维持1件") == [2, 1, 3, 1]


@pytest.mark.parametrize(
    "line",
    [
        "行政复议：维持1件，纠正1件。",
        "2018年行政复议：结果维持1件，结果纠正1件，总计2件。",
        "全年发生行政复议3件，其中结果维持2件，结果纠正1件。",
        "行政复议：结果维持1件，结果维持2件，结果纠正0件。",
        "行政复议：结果维持1件，结果纠正，总计2件。",
        "结果维持1件，结果纠正1件，总计2件。",
        "行政复议、行政诉讼：结果维持、结果纠正均为0。",
    ],
)
def test_other_lines_below_section_three_stay_prose(line: str) -> None:
    assert cases_in(line) == []


def test_section_four_in_lines_is_read_once_and_below_its_form_alone() -> None:
    line = "行政复议：结果维持4，结果纠正0，总计4。"
    assert cases_in(line, as_html(section_four(lambda n: "1"))) != []
    assert found_in(f"<p>{line}</p>") == {}
    drawn = as_html(section_three("2019", lambda row, column: "0"), section_four(lambda n: "1"))
    assert found_in(drawn + f"<p>{line}</p>")["review.upheld"] == 1
