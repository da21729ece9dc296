"""Pages in layouts of their own, the sixth set: last year's figures beside this year's, turned tables, whole labels, drawn rows.

For tests only. Last year's figures and what stands in a column of remarks are all of 5,000 and more: none of them is a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from tests.pipelines.form_layouts import NAMES, Expected, Layout, Text, codes_of_two, labels_2014, page, table
from tests.pipelines.form_pages import (
    APPLICANTS,
    OUTCOMES,
    as_html,
    codes_four,
    codes_three,
    expected_three,
    section_four,
    section_three,
    section_two_2019,
    section_two_2021,
)

TYPES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
CASES = ["行政复议", "行政诉讼—未经复议直接起诉", "行政诉讼—复议后起诉"]
PARTS = ["review", "litigation_direct", "litigation_after_review"]

# --- last year's column ---

HEADS: tuple[tuple[str, str], ...] = (
    ("序号|指标名称|计量单位|2017年数|2016年数（上年）|备注", "n l u this last other"),
    ("指标|单位|上年数|本年数|增减（%）", "l u last this other"),
    ("指标|单位|2016年（上年）|2017年（本年）|比上年增减", "l u last this other"),
    ("统计指标|单位|统计数|上年数", "l u this last"),
    ("统计指标|单位|上年同期数|统计数|增减数", "l u last this other"),
    ("统计指标|单位|2016年|统计数", "l u last this"),
    ("项目|去年|今年|说明", "l last this other"),
    ("项目|单位|统计数|备注", "l u this other"),
    ("序号|统计指标|同期|2017年度|同比±%|单位", "n l last this other u"),
    ("项目名称|单位|2017年1-12月|2016年1-12月|同比增长", "l u this last other"),
    ("项目名称|单位|本年累计|上年累计", "l u this last"),
    ("指标|单位|2016年末累计|2017年|较2016年增减情况", "l u last this other"),
    ("指标|单位|上年度数据（2016年）|本年度数据（2017年）", "l u last this"),
    ("指标|单位|数量（2016）|数量（2017）", "l u last this"),
    ("指标|单位|2015年|2016年|2017年", "l u other last this"),
)


def beside_2014(heads: str, order: str, rises: str = "") -> Layout:
    """A form of 2014 whose columns are in that order; every fifth row leaves this year's figure blank."""
    rows: Text = [heads.split("|")]
    facts: Expected = {}
    for n, (code, label, unit) in enumerate(labels_2014(), 1):
        this = "" if n % 5 == 0 else str(500 + n)
        cells = {"n": str(n), "l": label, "u": unit, "this": this, "last": str(5000 + n), "other": rises or str(9000 + 7 * n)}
        rows.append([cells[part] for part in order.split()])
        facts |= {code: 500 + n} if this else {}
    return Layout(f"2014: {heads}{rises}", page(table(rows)), facts, "2014", 2017)


def years_below_2014() -> Layout:
    """统计数 over the two years, the remarks over both rows of the header."""
    rows: Text = [["2x1:序号", "2x1:指标", "2x1:单位", "1x2:统计数", "2x1:备注"], ["2016年", "2017年"]]
    facts: Expected = {}
    for n, (code, label, unit) in enumerate(labels_2014(), 1):
        rows.append([str(n), label, unit, str(5000 + n), str(n), "" if n % 3 else "6000"])
        facts[code] = n
    return Layout("2014: years below", page(table(rows)), facts, "2014", 2017)


def last_year_only() -> Layout:
    rows: Text = [["指标", "单位", "上年数"], *([label, unit, str(5000)] for _, label, unit in labels_2014())]
    return Layout("2014: last year alone", page(table(rows)), {}, None, 2017)


def across_by_years(first: str, second: str, head: str) -> Layout:
    """The form of 2014 turned, a row of figures for each year."""
    labels = labels_2014()
    rows: Text = [[head, *(label for _, label, _ in labels)]]
    facts: Expected = {code: 100 + n for n, (code, _, _) in enumerate(labels)}
    for year in (first, second):
        this = year in ("2017年", "本年", "2017")
        rows.append([year, *(str((100 if this else 5000) + n) for n in range(len(labels)))])
    return Layout(f"2014 turned: {first}, {second}", page(table(rows)), facts, "2014", 2017)


def blocks_across() -> Layout:
    """The form of 2014 turned in blocks of eight one below the other, units under the labels."""
    labels = labels_2014()
    rows: Text = []
    for at in range(0, len(labels), 8):
        part = labels[at : at + 8]
        rest = [""] * (8 - len(part))
        rows += [["指标", *(label for _, label, _ in part), *rest], ["单位", *(unit for _, _, unit in part), *rest]]
        rows.append(["统计数", *(str(at + n) for n in range(len(part))), *rest])
    return Layout("2014 turned in blocks", page(table(rows)), {code: n for n, (code, _, _) in enumerate(labels)}, "2014", 2016)


def three_by_year(heads: Sequence[str], this: int) -> Layout:
    """Section 三 with one column a year."""
    rows: Text = [["办理情况", *heads]]
    for n, row in enumerate(section_three("2021", lambda r, c: str(r))[3:]):
        figures = [str(5000 + n)] * len(heads)
        figures[this] = str(n)
        rows.append([row[-8][0], *figures])
    facts: Expected = {(code, "total"): n for n, code in enumerate(codes_three("2021"))}
    return Layout(f"section 三 by year: {heads}", page(table(rows)), facts, "2021", 2022)


def three_beside() -> Layout:
    """Section 三 with 上年总计 and 增减 behind the seven columns."""
    rows: Text = [["办理情况", *TYPES, "上年总计", "增减"]]
    for row in section_three("2021", lambda r, c: str(3 * r + c))[3:]:
        rows.append([text for text, _, _ in row[-8:]] + ["5001", "-4980"])
    facts: Expected = dict(expected_three("2021", lambda r, c: 3 * r + c))
    return Layout("section 三, last year's total", page(table(rows)), facts, "2021", 2022)


def four_by_rows(first: str, second: str) -> Layout:
    """Section 四 with a row for each year."""
    rows: Text = [["2x1:年份", "1x5:行政复议", "1x5:未经复议直接起诉", "1x5:复议后起诉"], OUTCOMES * 3]
    for year in (first, second):
        rows.append([year, *(str((0 if year in ("2022年", "本年度") else 5000) + n) for n in range(15))])
    facts: Expected = dict(expected_three("2021", lambda r, c: r + c)) | {code: n for n, code in enumerate(codes_four())}
    three = as_html(section_three("2021", lambda r, c: str(r + c)))
    return Layout(f"section 四: {first}, {second}", page(three, table(rows)), facts, "2021", 2022)


def two_by_rows(first: str, second: str) -> Layout:
    """Section 二, a row for each year beside every label."""
    rows: Text = []
    count = iter(range(100))
    for row in section_two_2019():
        texts = [text for text, _, _ in row]
        if len(texts) == 1:
            rows.append([f"1x5:{texts[0]}"])
        elif texts[0] == "信息内容":
            rows.append([texts[0], "年度", *texts[1:]])
        else:
            values = {True: [str(next(count)) for _ in texts[1:]], False: ["5000" for _ in texts[1:]]}
            rows.append([f"2x1:{texts[0]}", first, *values[first in ("2020年", "今年")]])
            rows.append([second, *values[second in ("2020年", "今年")]])
    facts: Expected = {code: n for n, code in enumerate(codes_of_two("2019"))}
    return Layout(f"section 二: {first}, {second}", page(table(rows)), facts, "2019", 2020)


# --- turned ---


def three_turned(join: str, group: str = "法人或其他组织") -> Layout:
    """Section 三 with the applicant types down the left, the group's name in their labels, in four tables."""
    labels = [group + (join.format(kind) if "{}" in join else join + kind) for kind in TYPES[1:6]]
    drawn = section_three("2021", lambda r, c: "")[3:]
    names = [row[-8][0] for row in drawn]
    markup = ""
    for at, end in pairwise((0, 2, 12, 21, len(names))):
        rows: Text = [["申请人", *names[at:end]]]
        for c, label in enumerate([TYPES[0], *labels, TYPES[6]]):
            rows.append([label, *(str(40 * c + r) for r in range(at, end))])
        markup += table(rows)
    facts: Expected = dict(expected_three("2021", lambda r, c: 40 * c + r))
    return Layout(f"section 三 turned, {group}{join}", page(markup), facts, "2021", 2022)


def turned_with_groups() -> Layout:
    """Section 三 turned under a header of two rows, a column of serial numbers at its left."""
    drawn = section_three("2019", lambda r, c: "")[3:]
    names = [row[-8][0] for row in drawn]
    head = ["2x1:序号", "2x1:申请人", f"2x1:{names[0]}", f"2x1:{names[1]}", f"2x1:{names[2]}", f"2x1:{names[3]}"]
    head += ["1x8:（三）不予公开", "1x3:（四）无法提供", "1x5:（五）不予处理", *(f"2x1:{name}" for name in names[20:])]
    rows: Text = [head, names[4:20]]
    for c, label in enumerate(TYPES):
        rows.append([str(c + 1), label, *(str(50 * c + r) for r in range(len(names)))])
    facts: Expected = dict(expected_three("2019", lambda r, c: 50 * c + r))
    return Layout("section 三 turned with groups", page(table(rows)), facts, "2019", 2020)


def turned_lists(group: str) -> Layout:
    """Section 三 turned in part: one table with a single column of 上年结转, another with two, 法人 in a column of its own."""
    rows: Text = [["1x2:申请人", "二、上年结转政府信息公开申请数量"], ["1x2:自然人", "1"], [f"5x1:{group}", "商业企业", "2"]]
    rows += [[kind, str(n)] for n, kind in enumerate(TYPES[2:6], 3)]
    rows.append(["1x2:总计", "7"])
    facts: Expected = {("applications.carried_in", who): n for n, who in enumerate(APPLICANTS, 1)}
    return Layout(f"section 三 turned, one column, {group}", page(table(rows)), facts, "2019", 2022)


def four_turned(down: bool) -> Layout:
    """Section 四 as a table of the three kinds of cases and the five results, either way round."""
    if down:
        rows = [["类型", *OUTCOMES], *([case, *(str(10 * p + o) for o in range(5))] for p, case in enumerate(CASES))]
    else:
        cases = ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"]
        rows = [["结果", *cases], *([name, *(str(10 * p + o) for p in range(3))] for o, name in enumerate(OUTCOMES))]
    facts: Expected = {f"{part}.{name}": 10 * p + o for p, part in enumerate(PARTS) for o, name in enumerate(NAMES)}
    facts |= dict(expected_three("2021", lambda r, c: r * c))
    three = as_html(section_three("2021", lambda r, c: str(r * c)))
    return Layout(f"section 四 {'down' if down else 'across'}", page(three, table(rows)), facts, "2021", 2022)


# --- what it is and of which column, in one label ---


def whole_labels(edition: str) -> list[tuple[str, str]]:
    """Subject and column of each figure of section 二 in the order of the codebook."""
    found: list[tuple[str, str]] = []
    names: list[str] = []
    for row in section_two_2021() if edition == "2021" else section_two_2019():
        texts = [text for text, _, _ in row]
        if texts[0] == "信息内容":
            names = texts[1:]
        elif len(texts) > 1:
            found += [(texts[0], name) for name in names]
    return found


JOINED: dict[str, Callable[[str, str], str]] = {
    "one after the other": lambda subject, column: subject + column,
    "a dash": lambda subject, column: f"{subject}—{column}",
    "brackets": lambda subject, column: f"{subject}（{column.partition('（')[0]}）",
    "numbered": lambda subject, column: f"（三）{subject}：{column}",
    "inside": lambda subject, column: (column[:2] + subject + column[2:]) if column.startswith("本年") else subject + column,
}


def one_label(edition: str, how: str, figures: int = 1) -> Layout:
    """Section 二 as a list of whole labels, a figure behind each; several label and figure pairs a row."""
    cells: Text = []
    facts: Expected = {}
    for n, ((subject, column), code) in enumerate(zip(whole_labels(edition), codes_of_two(edition), strict=True)):
        cells.append([JOINED[how](subject, column), str(60 + n)])
        facts[code] = 60 + n
    cells += [["", ""]] * (-len(cells) % figures)
    rows = [["事项", "数量"] * figures]
    rows += [[text for cell in cells[at : at + figures] for text in cell] for at in range(0, len(cells), figures)]
    return Layout(f"whole labels {edition}, {how}, {figures}", page(table(rows)), facts, edition, int(edition) + 1)


def whole_labels_across(edition: str) -> Layout:
    heads = [subject + column for subject, column in whole_labels(edition)]
    facts: Expected = {code: 60 + n for n, code in enumerate(codes_of_two(edition))}
    rows = [heads, [str(60 + n) for n in range(len(heads))]]
    return Layout(f"whole labels across {edition}", page(table(rows)), facts, edition, int(edition) + 1)


def whole_labels_of_others() -> Layout:
    """Labels that only look so, and rows of several offices under whole labels: nothing is a figure of the form."""
    rows: Text = [["事项", "数量"], ["行政许可申请数量", "5"], ["行政处罚案件处理数量", "6"], ["规章培训件数", "7"]]
    offices: Text = [["单位", "行政许可本年处理决定数量", "行政处罚本年处理决定数量", "行政强制本年处理决定数量"]]
    offices += [["甲局", "1", "2", "3"], ["乙局", "4", "5", "6"]]
    return Layout("labels that look so", page(table(rows), table(offices)), {}, None, 2022)


# --- rows that are drawn ---

DRAWN: dict[str, tuple[str, str, str]] = {
    "classes": ("", '<div class="tr">{}</div>', '<div class="td c3">{}</div>'),
    "flex": ("<style>.line{{display:flex}}.line .c{{flex:1}}</style>", '<div class="line">{}</div>', '<div class="c">{}</div>'),
    "flex of spans": ("<style>.bt .r {{ display:-webkit-flex; display:flex }}</style>", '<p class="r">{}</p>', "<span>{}</span>"),
    "flex at each": ("", '<div style="display: flex;width:100%">{}</div>', '<div style="flex:1"><p>{}</p></div>'),
    "list": ("", '<ul class="row">{}</ul>', '<li class="cell">{}</li>'),
}


def drawn_rows(how: str) -> Layout:
    """Sections 二, 三 and 四 of 2021 as rows without a table, group names again in every row, a dash where none is."""
    sheet, line, cell = DRAWN[how]

    def draw(rows: Text) -> str:
        return '<div class="bt">' + "".join(line.format("".join(cell.format(text) for text in row)) for row in rows) + "</div>"

    two: Text = [[text for text, _, _ in row] for row in section_two_2021(lambda n: str(20 + n)) if len(row) > 1]
    three: Text = [["办理情况", "情形", *TYPES]]
    for row in section_three("2021", lambda r, c: str(2 * r + c))[3:]:
        three.append([row[-8][0], "—", *(text for text, _, _ in row[-7:])])
    four: Text = [["类型", *OUTCOMES], *([case, *(str(10 * p + o) for o in range(5))] for p, case in enumerate(CASES))]
    facts: Expected = {code: 20 + n for n, code in enumerate(codes_of_two("2021"))}
    facts |= dict(expected_three("2021", lambda r, c: 2 * r + c))
    facts |= {f"{part}.{name}": 10 * p + o for p, part in enumerate(PARTS) for o, name in enumerate(NAMES)}
    heads = ["<p>二、主动公开</p>", "<p>三、申请</p>", "<p>四、复议和诉讼</p>"]
    parts = [head + draw(rows) for head, rows in zip(heads, (two, three, four), strict=True)]
    return Layout(f"drawn: {how}", page(sheet.format(), *parts), facts, "2021", 2022)


def four_alone(year: str) -> Layout:
    """Two rows of section 四 whose years are told by a column of years: bare digits."""
    rows: Text = [["2x1:年度", "1x5:行政复议", "1x10:行政诉讼"], ["1x5:未经复议直接起诉", "1x5:复议后起诉"], OUTCOMES * 3]
    rows[1] = [*(f"2x1:{name}" for name in OUTCOMES), *rows[1]]
    rows[2] = OUTCOMES * 2
    rows += [["2021", *["5000"] * 15], [year, *(str(n) for n in range(15))]]
    facts: Expected = dict(zip(codes_four(), range(15), strict=True)) | dict(expected_three("2021", lambda r, c: r))
    parts = as_html(section_three("2021", lambda r, c: str(r))), table(rows), as_html(section_four(lambda n: "5"))
    return Layout("section 四, bare years down the left", page(*parts), facts, "2021", 2022)


SIXTH: list[Callable[[], Layout]] = [
    *(lambda heads=heads, order=order: beside_2014(heads, order) for heads, order in HEADS),
    lambda: beside_2014(*HEADS[0], "/"), lambda: beside_2014(*HEADS[7], "—"), years_below_2014, last_year_only,
    lambda: across_by_years("2016年", "2017年", "年份"), lambda: across_by_years("本年", "上年", ""),
    lambda: across_by_years("2017", "2016", "年度"), blocks_across,
    lambda: three_by_year(["2021年", "2022年"], 1), lambda: three_by_year(["本年数", "上年数", "增减"], 0),
    lambda: three_by_year(["上年同期", "总计"], 1), three_beside,
    lambda: four_by_rows("2021年", "2022年"), lambda: four_by_rows("上年度", "本年度"), lambda: four_alone("2022"),
    lambda: two_by_rows("2019年", "2020年"), lambda: two_by_rows("今年", "去年"),
    lambda: three_turned("—"), lambda: three_turned("（{}）"), lambda: three_turned("：", "法人和其他组织"), turned_with_groups,
    lambda: turned_lists("法人或其他组织"), lambda: four_turned(True), lambda: four_turned(False),
    *(lambda how=how, edition=edition: one_label(edition, how) for how in JOINED for edition in ("2019", "2021")),
    lambda: one_label("2019", "a dash", 2), lambda: one_label("2021", "one after the other", 3),
    lambda: whole_labels_across("2021"), whole_labels_of_others,
    *(lambda how=how: drawn_rows(how) for how in DRAWN),
]  # fmt: skip
