"""Pages in layouts of their own, the second and third set: two years side by side, short forms, tables of something else.

Written, as the first, before the reader was tried on them. For tests only.
"""

from __future__ import annotations

from models.codebook import indicators_of
from tests.pipelines.form_layouts import NAMES, PARTS, Expected, Layout, Text, bars, codes_of_two, labels_2014, page, table
from tests.pipelines.form_pages import (
    OUTCOMES,
    as_html,
    codes_three,
    expected_three,
    section_three,
    section_two_2021,
)

# --- ten more, written when the first were read ---


def natural_and_legal_2021() -> Layout:
    rows: Text = [["项目", "自然人", "法人或其他组织", "合计"]]
    facts: Expected = {}
    labels = [row[-8][0] for row in section_three("2021", lambda r, c: "0")[3:]]
    for at, (label, code) in enumerate(zip(labels, codes_three("2021"), strict=True)):
        rows.append([label, str(at), str(2 * at), str(3 * at)])
        facts |= {(code, "natural_person"): at, (code, "total"): 3 * at}
    return Layout("自然人, 法人, 合计", page(table(rows)), facts, "2021", 2022)


def section_two_of_two_years() -> Layout:
    head: Text = [["2x1:信息内容", "1x3:2021年", "1x3:2022年"], ["本年制发件数", "本年废止件数", "现行有效件数"] * 2]
    rows = [*head, ["规章", "9", "9", "9", "1", "2", "3"], ["行政规范性文件", "8", "8", "8", "4", "5", "6"]]
    one_column = [["信息内容", "2021年本年处理决定数量", "2022年本年处理决定数量"], ["行政许可", "70", "7"]]
    facts: Expected = dict(zip(codes_of_two("2021")[:6], range(1, 7), strict=True))
    return Layout("section 二 with two years", page(table(rows), table(one_column)), facts, "2021", 2022)


def section_three_of_two_years() -> Layout:
    """Every applicant type twice, last year's seven columns first."""
    drawn = section_three("2019", lambda r, c: str(40 * r + c))
    rows: Text = [["1x3:", "1x7:2018年", "1x7:2019年"]]
    rows.append(["2x3:项目", *["2x1:自然人", "1x5:法人或其他组织", "2x1:总计"] * 2])
    rows.append(["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"] * 2)
    for row in drawn[3:]:
        spans = [f"{r}x{w}:{t}" for t, r, w in row[: len(row) - 7]]
        rows.append([*spans, *("6" for _ in range(7)), *(t for t, _, _ in row[-7:])])
    return Layout("section 三 with two years", page(table(rows)), expected_three("2019", lambda r, c: 40 * r + c), "2019", 2019)


def leaders_in_paragraphs() -> Layout:
    lines = []
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()[:20]):
        lines.append(f"<p>　　{label}...............{number} {unit}</p>")
        facts[code] = number
    return Layout("leaders in paragraphs", page(*lines), facts, "2014", 2015)


def across_2014() -> Layout:
    """A short form of 2014 lying on its side: the labels across, one row of numbers."""
    rows = bars("""
主动公开政府信息数 | 政府网站公开政府信息数 | 收到申请数 | 当面申请数 | 申请办结数
61 | 50 | 4 | 3 | 4
""")
    codes = ["disclosure.total", "channel.website", "requests.received", "requests.received_in_person", "requests.completed"]
    facts: Expected = dict(zip(codes, (61, 50, 4, 3, 4), strict=True))
    return Layout("labels across, 2014", page(table(rows, "<p>政府信息公开情况统计表</p>")), facts, "2014", 2016)


def list_of_three_2019() -> Layout:
    """Section 二 as a plain list: item, subject, what is counted, number."""
    found = indicators_of("2019")
    rows = [["条款", "信息内容", "统计项", "数值"]]
    facts: Expected = {}
    for number, code in enumerate(codes_of_two("2019")):
        subject, column = found[code].label.split(" / ")
        rows.append([found[code].section.rpartition(" ")[2], subject, column, str(number)])
        facts[code] = number
    return Layout("section 二 as a list", page(table(rows)), facts, "2019", 2020)


def three_in_two_tables() -> Layout:
    """Section 三 cut by its columns: 自然人 and 总计 in one table, the five legal persons in the next."""
    drawn = section_three("2021", lambda r, c: str(10 * r + c))
    names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    rows = [[row[-8][0], *(text for text, _, _ in row[-7:])] for row in drawn[3:]]
    parts = [[["办理情况", *(names[at] for at in columns)], *([row[0], *(row[1 + at] for at in columns)] for row in rows)]
             for columns in ((0, 6), (1, 2, 3, 4, 5))]  # fmt: skip
    facts = expected_three("2021", lambda r, c: 10 * r + c)
    return Layout("section 三 in two tables", page(*map(table, parts)), facts, "2021", 2023)


def section_four_as_list(cases: str = "span") -> Layout:
    """A row for each result; the kind of case spans its five rows, or stands in the first and is blank below."""
    rows: Text = [["类型", "结果", "件数"]]
    facts: Expected = {}
    number = 0
    for label, part in PARTS.items():
        for at, (outcome, name) in enumerate(zip(OUTCOMES, NAMES, strict=True)):
            above = [] if cases == "span" else [""]
            rows.append([*(above if at else [f"5x1:{label}" if cases == "span" else label]), outcome, str(number)])
            facts[f"{part}.{name}"] = number
            number += 1
    if cases == "span":
        rows.append(["1x2:本年行政复议诉讼案件合计", "99"])
    three = as_html(section_three("2021", lambda r, c: str(r)))
    facts |= expected_three("2021", lambda r, c: r)
    drawn = "".join(f"<p>| {' | '.join(row)} |</p>" for row in rows) if cases == "bars" else table(rows)
    return Layout(f"section 四 as a list, {cases}", page(three, drawn), facts, "2021", 2023)


def serial_and_notes_2014() -> Layout:
    rows: Text = [["序号", "统计指标", "单位", "2015年统计数", "2014年统计数", "备注"]]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014(), 1):
        rows.append([str(number), label, unit, f"{number}{unit}", "7", "含2条转载" if number == 1 else ""])
        facts[code] = number
    return Layout("serial numbers, two years and notes", page(table(rows)), facts, "2014", 2015)


def department_2021() -> Layout:
    """A department that leaves out rows and columns, with titles typed inside a nested layout table."""
    two = table([["信息内容", "本年制发件数", "现行有效件数"], ["规范性文件", "2", "11"]])
    three: Text = [["2x1:办理情况", "2x1:自然人", "1x2:法人或其他组织", "2x1:总计"], ["企业", "其他"]]
    three += [["本年新收政府信息公开申请数量", "1", "2", "3", "6"], ["上年结转政府信息公开申请数量", "0", "0", "0", "0"]]
    three += bars("""
予以公开 | 1 | 1 | 3 | 5
本机关不掌握相关政府信息 | 0 | 1 | 0 | 1
结转下年度继续办理 | 0 | 0 | 0 | 0
""")
    facts: Expected = {"normative_documents.issued": 2, "normative_documents.in_force": 11}
    for name, numbers in (("new", (1, 2, 3, 6)), ("carried_in", (0,) * 4), ("granted", (1, 1, 3, 5)),
                          ("unavailable_not_held", (0, 1, 0, 1)), ("carried_out", (0,) * 4)):  # fmt: skip
        heads = ("natural_person", "enterprise", "other_legal", "total")
        facts |= {(f"applications.{name}", head): number for head, number in zip(heads, numbers, strict=True)}
    inner = f"<table><tr><td>{table(three)}</td></tr></table>"
    layout = f"<table><tr><td>政府信息公开</td><td>{two}<p>三、</p>{inner}</td></tr></table>"
    return Layout("a department's short form", page(layout), facts, "2021", 2021)


def parts_of_section_four() -> Layout:
    """Section 四 as three tables, each under a heading; the total stands first."""
    facts: Expected = {}
    titles = ("（一）行政复议", "（二）未经复议直接起诉", "（三）复议后起诉")
    tables = [as_html(section_two_2021(str))]
    facts |= {c: n for n, c in enumerate(codes_of_two("2021"))}
    for at, (title, part) in enumerate(zip(titles, PARTS.values(), strict=True)):
        numbers = [10 * at + n for n in range(5)]
        tables.append(table([["总计", *OUTCOMES[:4]], [str(n) for n in numbers]], f"<p>{title}</p>"))
        names = ("total", "upheld", "corrected", "other", "pending")
        facts |= {f"{part}.{name}": number for name, number in zip(names, numbers, strict=True)}
    return Layout("section 四 as three tables", page(*tables), facts, "2021", 2022)


def units_trap() -> Layout:
    """What each office published, a goal for next year, and last year's report alone: none of it is this form."""
    offices = [["单位", "主动公开信息数", "收到申请数", "办结数"], ["党政办", "10", "1", "1"], ["经发办", "20", "0", "0"]]
    calls = bars("""
类别 | 自然人 | 企业 | 总计
热线咨询 | 5 | 6 | 11
投诉举报 | 1 | 2 | 3
建议 | 1 | 1 | 2
""")
    courts = [["案件类型", "结果维持", "结果纠正", "总计"], ["劳动仲裁", "1", "2", "3"], ["治安处罚复议", "0", "1", "1"]]
    return Layout("offices, calls, courts", page(table(offices), table(calls), table(courts)), {}, None, 2021)


def goals_2014() -> Layout:
    rows: Text = [["统计指标", "单位", "2018年", "2019年目标"]]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()):
        rows.append([label, unit, str(number), str(2 * number)])
        facts[code] = number
    return Layout("next year's goals beside", page(table(rows)), facts, "2014", 2018)


def other_year_alone() -> Layout:
    """The columns are of 2013 and 2012, the report is of 2016: none of them is this year's."""
    rows: Text = [["统计指标", "单位", "2013年", "2012年"]]
    rows += [[label, unit, "3", "4"] for _, label, unit in labels_2014()]
    return Layout("columns of other years", page(table(rows)), {}, None, 2016)


SECOND = [
    natural_and_legal_2021, section_two_of_two_years, section_three_of_two_years, leaders_in_paragraphs, across_2014,
    list_of_three_2019, *(lambda how=how: section_four_as_list(how) for how in ("span", "blank", "bars")),
    three_in_two_tables, serial_and_notes_2014, department_2021, parts_of_section_four, units_trap, goals_2014, other_year_alone,
]  # fmt: skip


# --- the third set ---


def lost_header_cell() -> Layout:
    """Section 四 in three rows whose header lost a cell: which number is whose is not sure."""
    rows = [["类别", *OUTCOMES[1:]], *([label, *"12345"] for label in PARTS)]
    facts: Expected = {c: n for n, c in enumerate(codes_of_two("2021"))}
    return Layout("section 四 with a lost header cell", page(as_html(section_two_2021(str)), table(rows)), facts, "2021", 2021)


def wide_corner() -> Layout:
    """Section 二 turned, its corner one column wider than its labels: the numbers stand under the wrong subjects."""
    rows = bars("""
1x2:信息内容 | 规章 | 行政规范性文件
本年制发件数 | 1 | 4
本年废止件数 | 2 | 5
""")
    return Layout("section 二 turned with a wide corner", page(table(rows)), {}, None, 2021)


def two_years_in_pre() -> Layout:
    lines = ["统计指标\t单位\t2017年\t2016年"]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()):
        lines.append(f"{label}\t{unit}\t{number}\t{number + 7}")
        facts[code] = number
    markup = '<div style="white-space: pre-wrap">一、概述\n情况良好。\n' + "\n".join(lines) + "</div>"
    return Layout("two years with tabs", page(markup), facts, "2014", 2017)


def legal_persons_turned() -> Layout:
    rows = bars("""
申请人 | 一、本年新收政府信息公开申请数量 | （一）予以公开 | （二）部分公开 | （七）总计
自然人 | 1 | 2 | 3 | 4
法人或其他组织 | 5 | 6 | 7 | 8
合计 | 6 | 8 | 10 | 12
""")
    facts: Expected = {}
    for applicant, numbers in (("natural_person", (1, 2, 3, 4)), ("total", (6, 8, 10, 12))):
        for name, number in zip(("new", "granted", "partially_granted", "processed"), numbers, strict=True):
            facts[f"applications.{name}", applicant] = number
    return Layout("section 三 turned, 法人 as one row", page(table(rows)), facts, "2019", 2020)


def two_years_in_pipes() -> Layout:
    lines = ["指标名称|单位|2017年|2016年|"]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()):
        lines.append(f"{label} | {unit} | {number} | {number + 7} |")
        facts[code] = number
    return Layout("two years in pipes", page(*(f"<p>{line}</p>" for line in lines)), facts, "2014", 2017)


def two_years_flattened() -> Layout:
    """Two numbers in every row, as many as the header names years: they stand in its order."""
    cells = ["统计指标", "单位", "2017年", "2016年"]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()):
        cells += [label, unit, str(number), str(number + 7)]
        facts[code] = number
    return Layout("two years, a cell a line", page(*(f"<p>{cell}</p>" for cell in cells)), facts, "2014", 2017)


def totals_of_this_year() -> Layout:
    rows: Text = [["办理情况", "本年", "上年", "同比（%）"]]
    facts: Expected = {}
    labels = [row[-8][0] for row in section_three("2021", lambda r, c: "0")[3:]]
    for number, (label, code) in enumerate(zip(labels, codes_three("2021"), strict=True)):
        rows.append([label, str(number), "44", "5%"])
        facts[code, "total"] = number
    return Layout("section 三, this year and last", page(table(rows)), facts, "2021", 2022)


def hidden_row() -> Layout:
    rows: Text = [["统计指标", "单位", "统计数"], ["!收到申请数", "!件", "!999"]]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()):
        rows.append([label, unit, str(number)])
        facts[code] = number
    return Layout("a hidden row", page(table(rows)), facts, "2014", 2016)


def turned_with_blanks() -> Layout:
    rows = bars("""
 | 规章 | 行政规范性文件 | 行政许可 | 行政处罚 | 行政强制
本年制发件数 | 1 | 2 | | |
本年废止件数 | 3 | 4 | — | — | —
现行有效件数 | 5 | 6 | | |
本年处理决定数量 | | | 7 | 8 | 9
备注 | | | | |
""")
    codes = ["rules.issued", "normative_documents.issued", "rules.repealed", "normative_documents.repealed"]
    codes += ["rules.in_force", "normative_documents.in_force", "licences.decisions", "penalties.decisions", "coercion.decisions"]
    facts: Expected = {code: number for number, code in enumerate(codes, 1)}
    return Layout("section 二 turned, cells blank where nothing is asked", page(table(rows)), facts, "2021", 2021)


def four_with_sums() -> Layout:
    rows: Text = [["2x1:结果", "2x1:行政复议", "1x2:行政诉讼", "2x1:合计"], ["未经复议直接起诉", "复议后起诉"]]
    facts = expected_three("2021", lambda r, c: r)
    for number, (label, name) in enumerate(zip(OUTCOMES[:4], NAMES[:4], strict=True)):
        numbers = [number, number + 5, number + 9]
        rows.append([label, *map(str, numbers), "77"])
        facts |= {f"{part}.{name}": n for part, n in zip(PARTS.values(), numbers, strict=True)}
    three = as_html(section_three("2021", lambda r, c: str(r)))
    return Layout("section 四 on its side with sums", page(three, table(rows)), facts, "2021", 2021)


def more_traps() -> Layout:
    costs = bars("""
项目 | 预算数 | 决算数 | 同比增减
公务接待费 | 3 | 2 | 1
培训费 | 1 | 1 | 0
合计 | 4 | 3 | 1
""")
    years = bars("""
年度 | 2019年 | 2020年 | 2021年
收到申请数 | 3 | 4 | 5
办结数 | 3 | 4 | 5
""")
    cases = bars("""
 | 2020年 | 2021年
行政许可 | 3 | 4
行政处罚 | 5 | 6
""")
    return Layout("costs, years, cases", page(table(costs), table(years), table(cases)), {}, None, 2021)


def groups_and_serials() -> Layout:
    rows: Text = [["序号", "1x2:指标", "单位", "数量"]]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()[:14]):
        group = ["14x1:主动公开"] if not number else []
        rows.append([str(number + 1), *group, label, unit, f"{number}{unit}"])
        facts[code] = number
    return Layout("serial numbers and a group column", page(table(rows)), facts, "2014", 2014)


THIRD = [
    lost_header_cell, wide_corner, two_years_in_pre, legal_persons_turned, two_years_in_pipes, two_years_flattened,
    totals_of_this_year, hidden_row, turned_with_blanks, four_with_sums, more_traps, groups_and_serials,
]  # fmt: skip
