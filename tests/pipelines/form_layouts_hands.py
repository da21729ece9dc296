"""Pages in layouts of their own, the fifth set: headers in another order or in other words, lists, flattened serial numbers.

For tests only.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.pipelines.form_layouts import NAMES, Expected, Layout, Text, codes_of_two, labels_2014, page, table
from tests.pipelines.form_layouts_odd import TYPES
from tests.pipelines.form_pages import (
    APPLICANTS,
    OUTCOMES,
    as_html,
    codes_three,
    expected_three,
    section_three,
    section_two_2021,
)


def labels_three(edition: str) -> list[str]:
    return [row[-8][0] for row in section_three(edition, lambda r, c: "")[3:]]


def other_words_total_first() -> Layout:
    """总计 before the types, two of which are called by words of no form: their places tell them."""
    rows: Text = [["情况", "总计", "自然人", "企业", "科研所", "公益组织", "法律服务机构", "其他组织"]]
    facts: Expected = {}
    for row, (label, code) in enumerate(zip(labels_three("2019"), codes_three("2019"), strict=True)):
        rows.append([label, *(str(20 * row + n) for n in range(7))])
        facts |= {(code, name): 20 * row + n for n, name in enumerate(("total", *APPLICANTS[:-1]))}
    return Layout("total first, other words", page(table(rows)), facts, "2019", 2019)


def unknown_words_out_of_order() -> Layout:
    """Too many unknown words, and not the order of the form: nothing is read by place."""
    rows: Text = [["情况", "总计", "自然人", "企业甲", "机构乙", "组织丙", "机构丁", "其他戊"]]
    rows += [[label, *(str(n) for n in range(1, 8))] for label in labels_three("2019")]
    two = as_html(section_two_2021(str))
    return Layout("unknown words", page(two, table(rows)), {c: n for n, c in enumerate(codes_of_two("2021"))}, "2021", 2021)


def total_first_one_below_the_other() -> Layout:
    lines = ["办理情况", "总计", *TYPES[:-1]]
    facts: Expected = {}
    for row, (label, code) in enumerate(zip(labels_three("2021"), codes_three("2021"), strict=True)):
        lines += [label, *(str(11 * row + n) for n in range(7))]
        facts |= {(code, name): 11 * row + n for n, name in enumerate(("total", *APPLICANTS[:-1]))}
    return Layout("total first, flattened", page(*(f"<p>{line}</p>" for line in lines)), facts, "2021", 2022)


def list_of_section_three() -> Layout:
    """A row for each number: the label spans seven rows, each with an applicant type."""
    rows: Text = [["序号", "办理情况", "申请人类型", "数量（件）"]]
    facts: Expected = {}
    for row, (label, code) in enumerate(zip(labels_three("2021"), codes_three("2021"), strict=True)):
        for column, (word, name) in enumerate(zip(TYPES, APPLICANTS, strict=True)):
            number = 7 * row + column
            rows.append([str(number + 1), *([f"7x1:{label}"] if not column else []), word, str(number % 13)])
            facts[code, name] = number % 13
    return Layout("section 三 as a list", page(table(rows)), facts, "2021", 2023)


def flattened_with_serials(*, first: bool) -> Layout:
    """Each row of a table under the other, its serial number too; a blank number makes no serial number a figure."""
    lines = ["序号", "办理情况", *TYPES]
    facts: Expected = {}
    for row, (label, code) in enumerate(zip(labels_three("2021"), codes_three("2021"), strict=True), 1):
        numbers = [str(40 + (row * n) % 37) for n in range(7)]
        if row == 4:
            numbers.pop()  # blank
        else:
            facts |= {(code, name): int(number) for name, number in zip(APPLICANTS, numbers, strict=True)}
        lines += [str(row), label, *numbers] if first else [label, *numbers, str(row)]
    return Layout(f"flattened, serial first {first}", page(*(f"<p>{line}</p>" for line in lines)), facts, "2021", 2022)


def number_before_unit() -> Layout:
    lines: list[str] = []
    facts: Expected = {}
    for n, (code, label, unit) in enumerate(labels_2014(), 1):
        lines.append(f"<p>（{n}） {label} {n + 60} {unit}</p>")
        facts[code] = n + 60
    return Layout("number before unit", page(*lines), facts, "2014", 2017)


def several_in_a_line() -> Layout:
    lines: list[str] = []
    facts: Expected = {}
    labels = labels_2014()
    for at in range(0, len(labels), 3):
        told = []
        for n, (code, label, unit) in enumerate(labels[at : at + 3], at):
            told.append(f"{label}{n + 5}{unit}")
            facts[code] = n + 5
        lines.append(f"<p>{'，'.join(told)}</p>")
    return Layout("several labels in a line", page(*lines), facts, "2014", 2017)


def short_words_2021() -> Layout:
    lines = ["规章：制发1件，废止2件，现行有效3件", "行政规范性文件：制发4件，废止5件，现行有效6件", "行政许可：处理决定数量7件",
             "行政处罚：本年处理决定8件", "行政强制：本年处理决定9件", "行政事业性收费：本年收费10万元"]  # fmt: skip
    facts: Expected = {code: n for n, code in enumerate(codes_of_two("2021"), 1)}
    return Layout("short words", page(*(f"<p>{line}。</p>" for line in lines)), facts, "2021", 2021)


def parts_one_below_the_other() -> Layout:
    """Section 四 turned and flattened: the outcomes once, then each part with five numbers."""
    lines = ["类别", *OUTCOMES]
    facts: Expected = {}
    for at, (label, part) in enumerate((("行政复议", "review"), ("行政诉讼（未经复议直接起诉）", "litigation_direct"),
                                        ("行政诉讼（复议后起诉）", "litigation_after_review"))):  # fmt: skip
        lines += [label, *(str(9 * at + n) for n in range(5))]
        facts |= {f"{part}.{name}": 9 * at + n for n, name in enumerate(NAMES)}
    three = as_html(section_three("2021", lambda r, c: str(r)))
    facts |= expected_three("2021", lambda r, c: r)
    return Layout("parts, flattened", page(three, *(f"<p>{line}</p>" for line in lines)), facts, "2021", 2021)


def remarks_in_place_of_a_number() -> Layout:
    """A row that lost a number, and a blank cell of remarks in its place: the others have moved and are not read."""
    three: Text = [["项目", *TYPES, "备注"]]
    facts: Expected = {}
    for row, (label, code) in enumerate(zip(labels_three("2021"), codes_three("2021"), strict=True)):
        numbers = [str(row + n) for n in range(7)]
        if row == 2:
            numbers.pop(1)
        else:
            facts |= {(code, name): row + n for n, name in enumerate(APPLICANTS)}
        three.append([label, *numbers, "含转办" if row == 9 else ""])
    four: Text = [[*OUTCOMES, "备注"], ["1", "2", "3", "4", ""]]
    markup = page(table(three), "<p>行政复议</p>", table(four))
    return Layout("a number lost before remarks", markup, facts, "2021", 2022)


def damaged_headers() -> Layout:
    rows = section_three("2021", lambda r, c: str(3 * r + c))
    wrong = {"法人或其他组织": "法人或其它组职", "社会公益组织": "社会公益组职", "申请人情况": "申请人清况"}
    rows = [[(wrong.get(text, text), tall, wide) for text, tall, wide in row] for row in rows]
    return Layout("damaged headers", page(as_html(rows)), expected_three("2021", lambda r, c: 3 * r + c), "2021", 2022)


def merged_numbers_without_header() -> Layout:
    """One number that filled three merged cells: it is not three numbers of the form of 2019."""
    rows: Text = [["第二十条第（六）项", "", "", ""], ["行政处罚", "12", "12", "12"], ["行政强制", "5", "", ""]]
    three = as_html(section_three("2021", lambda r, c: str(r)))
    return Layout("merged numbers", page(table(rows), three), expected_three("2021", lambda r, c: r), "2021", 2021)


def lists_in_lists() -> Layout:
    """The label of each row, and below it a list of names with a number each."""
    facts: Expected = {}
    out: list[str] = []
    for row, (label, code) in enumerate(zip(labels_three("2021"), codes_three("2021"), strict=True)):
        inner = "".join(f"<li>{name}：{(row + 3 * n) % 50}</li>" for n, name in enumerate(TYPES))
        out.append(f"<li>{label}<ul>{inner}</ul></li>")
        facts |= {(code, name): (row + 3 * n) % 50 for n, name in enumerate(APPLICANTS)}
    two = ["规章", "行政规范性文件"], ["本年制发件数", "本年废止件数", "现行有效件数"]
    for at, subject in enumerate(two[0]):
        inner = "".join(f"<li>{name} {7 * at + n}件</li>" for n, name in enumerate(two[1]))
        out.append(f"<li>{subject}<ul>{inner}</ul></li>")
        facts |= {code: 7 * at + n for n, code in enumerate(codes_of_two("2021")[3 * at : 3 * at + 3])}
    return Layout("lists in lists", page(f"<ul>{''.join(out)}</ul>"), facts, "2021", 2021)


def cut_within_a_section() -> Layout:
    """The form in two tables, cut where labels follow that two sections share."""
    labels = labels_2014()
    cut = next(n for n, (code, _, _) in enumerate(labels) if code == "review.corrected")
    parts: list[str] = []
    facts: Expected = {}
    for number, part in enumerate((labels[:cut], labels[cut:]), 1):
        rows: Text = [[f"1x3:表{number} 政府信息公开情况统计"], ["序号", "项目（单位）", "数量"]]
        for n, (code, label, unit) in enumerate(part, 1):
            rows.append([str(n), f"{label}（{unit}）", str(n * number + 60)])
            facts[code] = n * number + 60
        parts.append(table(rows, f"<p>表{number}</p>"))
    return Layout("cut within a section", page(*parts), facts, "2014", 2018)


FIFTH: list[Callable[[], Layout]] = [
    other_words_total_first, unknown_words_out_of_order, total_first_one_below_the_other, list_of_section_three,
    lambda: flattened_with_serials(first=True), lambda: flattened_with_serials(first=False), number_before_unit,
    several_in_a_line, short_words_2021, parts_one_below_the_other, remarks_in_place_of_a_number, damaged_headers,
    merged_numbers_without_header, lists_in_lists, cut_within_a_section,
]  # fmt: skip
