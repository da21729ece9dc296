"""Pages in layouts of their own, the sixth set: last year's figures beside this year's. For tests only.

Last year's figures and what stands in a column of remarks are all of 5,000 and more: none of them is a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.pipelines.form_layouts import NAMES, PARTS, Expected, Layout, Text, codes_of_two, labels_2014, page, table
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
)

TYPES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

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
    ("指标|单位|累计", "l u this"),
    ("指标|单位|本年|增减|备注", "l u this other other"),
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
    rows += [["增减", *("-3" for _ in labels)]] if head == "" else []
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


def cells_lost_2014() -> Layout:
    """Every third row has lost this year's cell, every fourth ends before the remarks, which no row needs."""
    rows: Text = [["指标", "单位", "2017年", "2016年", "备注"]]
    facts: Expected = {}
    for n, (code, label, unit) in enumerate(labels_2014()):
        row = [label, unit, str(n), str(5000 + n), "均为镇本级" if n % 2 else ""]
        if n % 3 == 1:
            row = row[:2] + (row[3:] if n % 2 else row[3:4])
        else:
            facts[code] = n
            row = row[:4] if n % 4 == 2 else row
        rows.append(row)
    return Layout("2014: cells lost", page(table(rows)), facts, "2014", 2017)


def cells_lost_three() -> Layout:
    """Section 三 with 上年总计 and 增减; rows that have lost a number, remarks behind them."""
    rows: Text = [["办理情况", *TYPES, "上年总计", "增减", "备注"]]
    facts: Expected = {}
    drawn = section_three("2021", lambda r, c: str(3 * r + c))[3:]
    for n, (code, row) in enumerate(zip(codes_three("2021"), drawn, strict=True)):
        texts = [text for text, _, _ in row[-8:]] + ["5001", "-4980", ""]
        if n % 4 == 3:
            del texts[n % 7 + 1]
            texts = texts if n % 8 == 3 else texts[:-1]
        else:
            facts |= {(code, who): 3 * n + c for c, who in enumerate(APPLICANTS)}
        rows.append(texts)
    return Layout("section 三, last year's total, cells lost", page(table(rows)), facts, "2021", 2022)


def remarks_three() -> Layout:
    """Section 三 with a column of remarks; rows that have lost a number end one column early."""
    rows: Text = [["办理情况", *TYPES, "备注"]]
    facts: Expected = {}
    drawn = section_three("2019", lambda r, c: str(3 * r + c))[3:]
    for n, (code, row) in enumerate(zip(codes_three("2019"), drawn, strict=True)):
        texts = [text for text, _, _ in row[-8:]] + ["见说明" if n % 2 else ""]
        if n % 4 == 3:
            del texts[n % 7 + 1]
        else:
            facts |= {(code, who): 3 * n + c for c, who in enumerate(APPLICANTS)}
        rows.append(texts)
    return Layout("section 三, remarks, cells lost", page(table(rows)), facts, "2019", 2020)


def two_forms_by_year(inside: bool, first: int) -> Layout:
    """The forms of two years one after the other, each year's in its caption or in its first row."""
    parts = []
    for year in (first, 4033 - first):
        rows: Text = [[f"1x3:{year}年政府信息公开情况统计表"]] if inside else []
        rows.append(["统计指标", "单位", "统计数"])
        rows += [[label, unit, str(n if year == 2017 else 5000)] for n, (_, label, unit) in enumerate(labels_2014())]
        parts.append(table(rows, "" if inside else f"<p>{year}年度政府信息公开情况统计表</p>"))
    facts: Expected = {code: n for n, (code, _, _) in enumerate(labels_2014())}
    return Layout(f"two forms, {first} first, {inside}", page(*parts), facts, "2014", 2017)


def interleaved_three(first: str, second: str) -> Layout:
    """Section 三 with two columns for every applicant type."""
    rows: Text = [["2x1:办理情况", *(f"1x2:{kind}" for kind in TYPES)], [first, second] * 7]
    for row in section_three("2021", lambda r, c: str(3 * r + c))[3:]:
        pairs = [[text, "5000"] if first in ("本年", "2022年") else ["5000", text] for text, _, _ in row[-7:]]
        rows.append([row[-8][0], *(text for pair in pairs for text in pair)])
    facts: Expected = dict(expected_three("2021", lambda r, c: 3 * r + c))
    return Layout(f"section 三 interleaved, {first}, {second}", page(table(rows)), facts, "2021", 2022)


def three_by_rows(first: str, second: str) -> Layout:
    """Section 三 with a row for each year beside every label."""
    rows: Text = [["办理情况", "年度", *TYPES]]
    for row in section_three("2021", lambda r, c: str(3 * r + c))[3:]:
        for year in (first, second):
            label = [f"2x1:{row[-8][0]}"] if year == first else []
            this = year in ("本年", "2022年")
            rows.append([*label, year, *(text if this else "5000" for text, _, _ in row[-7:])])
    facts: Expected = dict(expected_three("2021", lambda r, c: 3 * r + c))
    return Layout(f"section 三, rows of {first}, {second}", page(table(rows)), facts, "2021", 2022)


def four_beside(first: str, second: str) -> Layout:
    """Section 四 with the results of two years side by side, the kinds of cases down the left."""
    cases = dict(zip(("行政复议", "未经复议直接起诉", "行政诉讼—复议后起诉"), PARTS.values(), strict=True))
    rows: Text = [["2x1:类别", f"1x5:{first}", f"1x5:{second}"], OUTCOMES * 2]
    facts: Expected = dict(expected_three("2021", lambda r, c: r * c))
    for p, (case, part) in enumerate(cases.items()):
        this = [str(10 * p + o) for o in range(5)]
        rows.append([case, *(this + ["5000"] * 5 if first == "2022年" else ["5000"] * 5 + this)])
        facts |= {f"{part}.{name}": 10 * p + o for o, name in enumerate(NAMES)}
    three = as_html(section_three("2021", lambda r, c: str(r * c)))
    return Layout(f"section 四, {first} beside {second}", page(three, table(rows)), facts, "2021", 2022)


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
    cells_lost_2014, cells_lost_three, remarks_three, lambda: two_forms_by_year(False, 2016),
    lambda: two_forms_by_year(False, 2017), lambda: two_forms_by_year(True, 2016), lambda: two_forms_by_year(True, 2017),
    lambda: three_by_year(["2021年", "2022年"], 1), lambda: three_by_year(["本年数", "上年数", "增减"], 0),
    lambda: three_by_year(["上年同期", "总计"], 1), three_beside,
    lambda: four_by_rows("2021年", "2022年"), lambda: four_by_rows("上年度", "本年度"), lambda: four_alone("2022"),
    lambda: two_by_rows("2019年", "2020年"), lambda: two_by_rows("今年", "去年"),
    lambda: interleaved_three("2021年", "2022年"), lambda: interleaved_three("本年", "上年"),
    lambda: three_by_rows("2021年", "2022年"), lambda: three_by_rows("本年", "上年"),
    lambda: four_beside("2021年", "2022年"), lambda: four_beside("2022年", "2021年"),
]  # fmt: skip
