"""Pages whose forms are drawn in layouts of their own, each with what a careful reader takes from it. For tests only.

Every page was written before the reader was tried on it. A page's year is what its title says; None where it says none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.codebook import indicators_of
from tests.pipelines.form_pages import (
    APPLICANTS,
    OTHER_2021,
    OUTCOMES,
    RESULTS,
    as_html,
    codes_four,
    codes_three,
    expected_three,
    numbered_2014,
    section_four,
    section_three,
    section_two_2019,
    section_two_2021,
)

PARTS = {"行政复议": "review", "未经复议直接起诉": "litigation_direct", "复议后起诉": "litigation_after_review"}
NAMES = ("upheld", "corrected", "other", "pending", "total")

Expected = dict[object, object]
Text = list[list[str]]


@dataclass(slots=True)
class Layout:
    """One page: its markup, the facts (code, or code and applicant, to value or meaning), the edition, the report year."""

    name: str
    markup: str
    facts: Expected = field(default_factory=dict)
    edition: str | None = None
    year: int | None = None


def table(rows: Sequence[Sequence[str]], before: str = "") -> str:
    """A table of plain cells; a text may open with its spans as `2x3:` (rows by columns), `!` makes a hidden cell."""
    out = []
    for row in rows:
        cells = []
        for text in row:
            head, colon, rest = text.partition(":")
            tall, cross, wide = head.partition("x")
            if text.startswith("!"):
                cells.append(f'<td style="display:none">{text[1:]}</td>')
            elif colon and cross and tall.isdigit() and wide.isdigit():
                cells.append(f'<td rowspan="{tall}" colspan="{wide}">{rest}</td>')
            else:
                cells.append(f"<td>{text}</td>")
        out.append("<tr>" + "".join(cells) + "</tr>")
    return before + "<table>" + "".join(out) + "</table>"


def bars(text: str) -> Text:
    """Rows written with bars between their cells, a row a line."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]


def page(*parts: str) -> str:
    """An article: a title, an opening sentence, the parts."""
    opening = "<p>某某县某某镇政府信息公开工作年度报告</p><p>根据有关规定，现公布本年度报告，报告由概述和统计表组成。</p>"
    return f"<div>{opening}{''.join(parts)}</div>"


# --- the first twenty ---


def labels_2014() -> list[tuple[str, str, str]]:
    """Code, label, unit of the numbered rows of 2014."""
    return [(i.code, i.label, i.unit) for i in numbered_2014()]


def leaders_in_pre() -> Layout:
    lines = ["某某镇人民政府信息公开情况统计表", ""]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()):
        lines.append(f"    {label}{'…' * (3 + number % 5)}{100 + number}{unit}")
        facts[code] = 100 + number
    return Layout("leaders in pre", page("<pre>" + "\n".join(lines) + "</pre>"), facts, "2014", 2016)


def tabs_in_pre() -> Layout:
    lines = ["统计指标\t单位\t统计数", "一、主动公开情况\t\t"]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()):
        lines.append(f"{label}\t{unit}\t{number}")
        facts[code] = number
    prose = "某某镇政府信息公开年报\n\n一、概述\n全年主动公开信息的情况良好。\n\n"
    markup = f"<pre>{prose}{chr(10).join(lines)}\n\n联系电话：1234567\n</pre>"
    return Layout("tabs in pre", page(markup), facts, "2014", 2017)


def spaces_in_pre_2021() -> Layout:
    lines: list[str] = []
    for rows in (section_two_2021(lambda n: str(40 + n)), section_three("2021", lambda r, c: str(3 * r + c)), section_four(str)):
        lines += ["    ".join(text for text, _, _ in row if text) for row in rows] + [""]
    facts: Expected = {c: 40 + n for n, c in enumerate(codes_of_two("2021"))}
    facts |= expected_three("2021", lambda r, c: 3 * r + c) | {c: n for n, c in enumerate(codes_four())}
    return Layout("spaces in pre", page("<pre>", "\n".join(lines), "</pre>"), facts, "2021", 2022)


def codes_of_two(edition: str) -> list[str]:
    heads = ("applications.", "review.", "litigation_")
    return [code for code in indicators_of(edition) if not code.startswith(heads)]  # type: ignore[arg-type]


def two_years_2014(name: str, this: str, last: str, first_is_last: bool = False, year: int | None = 2017) -> Layout:
    rows = [["指标名称", "计量单位", *([last, this] if first_is_last else [this, last])]]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()):
        pair = [str(500 + number), str(900 + number)]
        rows.append([label, unit, *(reversed(pair) if first_is_last else pair)])
        facts[code] = 500 + number
    return Layout(name, page(table(rows)), facts, "2014", year)


def growth_column_2014() -> Layout:
    rows = [["统计指标", "单位", "2016年", "2015年", "同比增减（%）"]]
    facts: Expected = {}
    for number, (code, label, unit) in enumerate(labels_2014()):
        rows.append([label, unit, str(50 + number), str(80 + number), str(number)])
        facts[code] = 50 + number
    return Layout("two years and growth", page(table(rows)), facts, "2014", 2016)


def two_years_over_2021() -> Layout:
    """Section 三 of 2021 with the numbers of two years side by side, 总计 alone for each."""
    rows = section_three("2021", lambda r, c: str(10 * r + c))
    head: Text = [["1x3:项目", "2022年", "2021年"]]
    body = []
    for row in rows[3:]:
        texts = [text for text, _, _ in row]
        spans = [f"{r}x{w}:{t}" for t, r, w in row[: len(row) - 7]]
        body.append([*spans, texts[-1], "77"])
    facts: Expected = {(code, "total"): 10 * number + 6 for number, code in enumerate(codes_three("2021"))}
    return Layout("section 三 with totals of two years", page(table(head + body)), facts, "2021", 2022)


def section_four_as_rows(totals: bool = True) -> Layout:
    names = OUTCOMES if totals else OUTCOMES[:4]
    rows = [["类别", *names]]
    facts: Expected = {}
    for at, (label, part) in enumerate(PARTS.items()):
        rows.append([label, *(str(10 * at + n) for n in range(len(names)))])
        facts |= {f"{part}.{outcome}": 10 * at + n for n, outcome in enumerate(NAMES[: len(names)])}
    two = as_html(section_two_2021(lambda n: str(600 + n)))
    facts |= {code: 600 + n for n, code in enumerate(codes_of_two("2021"))}
    name = "section 四 as three rows" + ("" if totals else " without totals")
    return Layout(name, page(two, "<p>四、政府信息公开行政复议、行政诉讼情况</p>", table(rows)), facts, "2021", 2021)


def section_four_on_its_side() -> Layout:
    rows = [["2x1:", "2x1:行政复议", "1x2:行政诉讼"], ["未经复议直接起诉", "复议后起诉"]]
    facts: Expected = {}
    for at, (label, outcome) in enumerate(zip(OUTCOMES, NAMES, strict=True)):
        rows.append([label, str(at), str(10 + at), str(20 + at)])
        for n, part in enumerate(("review", "litigation_direct", "litigation_after_review")):
            facts[f"{part}.{outcome}"] = 10 * n + at
    three = as_html(section_three("2019", lambda r, c: str(r + c)))
    facts |= expected_three("2019", lambda r, c: r + c)
    return Layout("section 四 on its side", page(three, table(rows)), facts, "2019", 2020)


def section_two_turned_2021() -> Layout:
    """Section 二, items across and 本年制发件数 and the rest down the left."""
    head = [
        table(bars("""
信息内容 | 规章 | 行政规范性文件
本年制发件数 | 1 | 4
本年废止件数 | 2 | 5
现行有效件数 | 3 | 6
""")),
        table([["信息内容", "行政许可", "行政处罚", "行政强制"], ["本年处理决定数量", "7", "8", "9"]]),
        table([["信息内容", "行政事业性收费"], ["本年收费金额（单位：万元）", "10.5"]]),
    ]  # fmt: skip
    facts: Expected = {code: n for n, code in enumerate(codes_of_two("2021"), 1)}
    facts["admin_fees.amount"] = "10.5"
    return Layout("section 二 turned, 2021", page(*head), facts, "2021", 2023)


def section_two_turned_2019() -> Layout:
    subjects, columns = bars("""
规章 | 规范性文件 | 行政许可 | 其他对外管理服务事项 | 行政处罚 | 行政强制 | 行政事业性收费 | 政府集中采购
本年新制作数量 | 本年新公开数量 | 对外公开总数量 | 上一年项目数量 | 本年增/减 | 处理决定数量 | 采购项目数量 | 采购总金额
""")
    having = {"规章": (0, 1, 2), "规范性文件": (0, 1, 2), "行政事业性收费": (3, 4), "政府集中采购": (6, 7)}
    rows = [["项目", *subjects]]
    values = {(s, c): 10 * s + c for s, name in enumerate(subjects) for c in having.get(name, (3, 4, 5))}
    for c, column in enumerate(columns):
        rows.append([column, *(str(values[s, c]) if (s, c) in values else "/" for s in range(len(subjects)))])
    facts: Expected = dict(zip(codes_of_two("2019"), values.values(), strict=True))
    four = as_html(section_four(str))
    facts |= {code: n for n, code in enumerate(codes_four())}
    return Layout("section 二 turned in one table, 2019", page(table(rows), four), facts, "2019", 2019)


def spreadsheet_2019() -> Layout:
    """Section 二 from a spreadsheet: two empty columns at the right, one hidden among the others with other numbers."""
    rows = []
    for row in section_two_2019(lambda n: str(20 + n)):
        texts = [text for text, _, _ in row]
        if len(texts) == 1:
            rows.append([f"1x6:{texts[0]}"])
            continue
        texts += [""] * (4 - len(texts))
        rows.append([texts[0], "!99", *texts[1:], "", ""])
    facts: Expected = {c: 20 + n for n, c in enumerate(codes_of_two("2019"))}
    return Layout("spreadsheet with hidden and empty columns", page(table(rows)), facts, "2019", 2019)


def narrow_hidden_2021() -> Layout:
    """As a spreadsheet writes it: the hidden column has no width and keeps its numbers."""
    rows = []
    for row in section_two_2021(lambda n: str(30 + n)):
        texts = [text for text, _, _ in row]
        if len(texts) == 1:
            rows.append(f'<tr><td colspan="7">{texts[0]}</td></tr>')
            continue
        cells = "".join(f"<td>{text}</td>" for text in texts) + "<td></td>" * (4 - len(texts))
        rows.append(f'<tr>{cells}<td width="0" style="width:0pt">5</td><td></td><td></td></tr>')
    facts: Expected = {c: 30 + n for n, c in enumerate(codes_of_two("2021"))}
    return Layout("spreadsheet with a column of no width", page("<table>" + "".join(rows) + "</table>"), facts, "2021", 2021)


def section_three_turned() -> Layout:
    labels = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（七）总计"]
    rows = [["1x2:申请人情况", *labels, "四、结转下年度继续办理"]]
    codes = ["new", "carried_in", "granted", "processed", "carried_out"]
    kinds = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    facts: Expected = {}
    for at, (label, applicant) in enumerate(zip(kinds, APPLICANTS, strict=True)):
        front = [f"1x2:{label}"] if at in (0, 6) else ["5x1:法人或其他组织", label] if at == 1 else [label]
        rows.append([*front, *(str(10 * at + n) for n in range(5))])
        facts |= {(f"applications.{code}", applicant): 10 * at + n for n, code in enumerate(codes)}
    return Layout("section 三 turned", page(table(rows)), facts, "2019", 2020)


def section_three_totals_only() -> Layout:
    rows: Text = bars("""
序号 | 办理情况 | 总计
1 | 一、本年新收政府信息公开申请数量 | 5件
2 | 二、上年结转政府信息公开申请数量 | 0 件
""")
    facts: Expected = {("applications.new", "total"): 5, ("applications.carried_in", "total"): 0}
    rows += [["3", "三、本年度办理结果", ""], ["3.1", "（一）予以公开", "3 件"], ["3.2", "（二）部分公开", "1件"]]
    facts |= {("applications.granted", "total"): 3, ("applications.partially_granted", "total"): 1}
    codes = iter([c for c in codes_three("2021") if ".denied" in c or ".unav" in c or ".not_proc" in c])
    for group, labels in RESULTS.items():
        rows.append(["", group, ""])
        for label in labels:
            rows.append(["", label, "0件"])
            facts[next(codes), "total"] = 0
    rows += [["", "（六）其他处理", ""], *(["", label, "0件"] for label in OTHER_2021)]
    facts |= {(f"applications.other_{name}", "total"): 0 for name in ("not_amended", "fee_unpaid", "remaining")}
    rows += [["", "（七）总计", "4件"], ["4", "四、结转下年度继续办理", "1件"]]
    facts |= {("applications.processed", "total"): 4, ("applications.carried_out", "total"): 1}
    return Layout("section 三 with totals alone", page(table(rows)), facts, "2021", 2022)


def section_three_short_heads() -> Layout:
    """Two applicant types, header words short and misspelt, one column of labels."""
    rows: Text = [["指标", "自然人", "企业", "科研", "社会公益", "法律服务", "其它", "合计"]]
    facts: Expected = {}
    spans = section_three("2019", lambda r, c: str(r * c))
    for row in spans[3:]:
        rows.append([row[-8][0], *(text for text, _, _ in row[-7:])])
    facts = expected_three("2019", lambda r, c: r * c)
    return Layout("section 三 with short header words", page(table(rows)), facts, "2019", 2019)


def left_rail_2019() -> Layout:
    heads = {"一": ["本年新制作数量", "本年新公开数量", "对外公开总数量"], "五": ["上一年项目数量", "本年增/减", "处理决定数量"]}
    heads |= {"六": heads["五"], "八": ["上一年项目数量", "本年增/减", ""], "九": ["采购项目数量", "采购总金额", ""]}
    items = {"一": ["规章", "规范性文件"], "五": ["行政许可", "其他对外管理服务事项"], "六": ["行政处罚", "行政强制"]}
    items |= {"八": ["行政事业性收费"], "九": ["政府集中采购"]}
    rows: Text = []
    codes = iter(codes_of_two("2019"))
    facts: Expected = {}
    number = 0
    for item, columns in heads.items():
        rows.append([f"{1 + len(items[item])}x1:第二十条第（{item}）项", "信息内容", "单位", *columns])
        for subject in items[item]:
            cells = []
            for column in columns:
                cells.append(str(number) if column else "")
                if column:
                    facts[next(codes)] = number
                number += 1
            rows.append([subject, "件" if item != "九" else "个", *cells])
    return Layout("left rail and unit column, 2019", page(table(rows)), facts, "2019", 2020)


def two_pairs_a_row_2014() -> Layout:
    rows = [["统计指标", "单位", "统计数", "统计指标", "单位", "统计数"]]
    known = labels_2014()[:44]
    facts: Expected = {}
    for at in range(0, 44, 2):
        rows.append([text for n in (at, at + 1) for text in (known[n][1], known[n][2], str(n))])
        facts |= {known[n][0]: n for n in (at, at + 1)}
    rows[0] = ["1x6:政府信息公开情况统计表"]
    return Layout("two pairs a row, 2014", page(table(rows)), facts, "2014", 2015)


def province_2012() -> Layout:
    wanted = {
        "主动公开政府信息数": ("disclosure.total", 812), "政府网站公开政府信息数": ("channel.website", 640),
        "收到申请数": ("requests.received", 14), "当面申请数": ("requests.received_in_person", 3),
        "网络申请数": ("requests.received_online", 9), "信函申请数": ("requests.received_letter", 2),
        "同意公开答复数": ("replies.granted", 11), "行政复议数量": ("review.total", 0), "行政诉讼数量": ("litigation.total", 0),
    }  # fmt: skip
    rows = [["序号", "指标名称", "单位", "2012年度", "历年累计"]]
    for at, (label, (_, value)) in enumerate(wanted.items(), 1):
        rows.append([str(at), label, "条" if at < 3 else "件", str(value), str(5000 + at)])
    facts: Expected = dict(wanted.values())
    return Layout("a province's table of 2012", page(table(rows)), facts, "2014", 2012)


def budget_trap() -> Layout:
    rows = bars("""
项目 | 2017年 | 2016年
一般公共服务支出 | 120 | 110
培训费 | 3 | 4
会议费 | 1 | 2
合计 | 124 | 116
""")
    staff = bars("""
单位 | 专职人员 | 兼职人员 | 总计
党政办 | 1 | 2 | 3
财政所 | 0 | 1 | 1
合计 | 1 | 3 | 4
""")
    calls = [["类别", "受理", "办结", "其他", "总计"], ["咨询", "10", "9", "1", "20"], ["投诉", "5", "5", "0", "10"]]
    return Layout("a budget, a staff list, hotline calls", page(table(rows), table(staff), table(calls)), {}, None, 2017)


def years_as_rows_trap() -> Layout:
    rows = bars("""
年份 | 主动公开政府信息数 | 收到申请数 | 行政复议数量
2015年 | 10 | 20 | 30
2016年 | 11 | 21 | 31
""")
    return Layout("a table of years", page(table(rows)), {}, None, None)


FIRST = [
    leaders_in_pre, tabs_in_pre, spaces_in_pre_2021,
    lambda: two_years_2014("two years by number", "2017年", "2016年"),
    lambda: two_years_2014("two years by word", "本年", "上年", first_is_last=True),
    lambda: two_years_2014("two bare years, year unknown", "2017", "2016", first_is_last=True, year=None),
    growth_column_2014, two_years_over_2021, section_four_as_rows, lambda: section_four_as_rows(totals=False),
    section_four_on_its_side, section_two_turned_2021, section_two_turned_2019, spreadsheet_2019, narrow_hidden_2021,
    section_three_turned, section_three_totals_only, section_three_short_heads, left_rail_2019, two_pairs_a_row_2014,
    province_2012, budget_trap, years_as_rows_trap,
]  # fmt: skip
