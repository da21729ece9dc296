"""Pages in layouts of their own, the fourth set: serial numbers everywhere, forms typed as lines of text, tables without a table.

For tests only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.pipelines.form_layouts import PARTS, Expected, Layout, Text, codes_of_two, labels_2014, page, table
from tests.pipelines.form_pages import (
    APPLICANTS,
    OUTCOMES,
    Rows,
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
Serial = Callable[[int], str]
NUMERALS = [f"{tens}{ones}" for tens in ("", "十", "二十", "三十", "四十", "五十") for ones in "一二三四五六七八九十"]
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

# --- serial numbers ---

STYLES: dict[str, Serial] = {
    "序号": str,
    "编号": lambda n: f"{n:02d}",
    "行次": lambda n: f"{n}.",
    "项目": lambda n: f"（{n}）",
    "": str,
    "类别": lambda n: f"{n}、",
    "代码": lambda n: f"{n:02d}",
    "顺序": lambda n: CIRCLED[(n - 1) % 20],
}


def grouped_2014(name: str, at: str) -> Layout:
    """Groups in a first column of merged cells, serial numbers left of the labels, behind them, or at the rows' ends."""
    serial = STYLES[name]
    cells = {"serial": name, "label": "指标名称", "unit": "单位", "number": "数值"}
    order = {"left": "serial label unit number", "last": "label unit number serial", "between": "label serial unit number"}
    rows: Text = [["类别", *(cells[part] for part in order[at].split())]]
    facts: Expected = {}
    for n, (code, label, unit) in enumerate(labels_2014(), 1):
        cells = {"serial": serial(n), "label": label, "unit": unit, "number": str(700 + n)}
        group = ["9x1:" + f"第{n // 9 + 1}部分情况"] if n % 9 == 1 else []
        rows.append([*group, *(cells[part] for part in order[at].split())])
        facts[code] = 700 + n
    return Layout(f"2014, {name} {at}", page(table(rows)), facts, "2014", 2016)


def restarting_2014() -> Layout:
    """No header at all; the serial numbers begin again in each group."""
    rows: Text = []
    facts: Expected = {}
    for n, (code, label, unit) in enumerate(labels_2014()):
        group = ["7x1:某某情况"] if n % 7 == 0 else []
        rows.append([*group, str(n % 7 + 1), label, unit, str(3 + n % 5)])
        facts[code] = 3 + n % 5
    return Layout("2014, serial numbers begin again", page(table(rows)), facts, "2014", 2015)


def halves_2014() -> Layout:
    rows: Text = [["序号", "统计指标", "单位", "统计数"] * 2]
    facts: Expected = {}
    labels = labels_2014()
    half = len(labels) // 2
    for n in range(half):
        row: list[str] = []
        for at in (n, half + n):
            code, label, unit = labels[at]
            row += [str(at + 1), label, unit, str(900 - at)]
            facts[code] = 900 - at
        rows.append(row)
    return Layout("2014 in two halves with serial numbers", page(table(rows)), facts, "2014", 2017)


def later_with_serials(at: str) -> Layout:
    """Sections 二, 三 and 四 (turned) of 2021, each with a column of serial numbers."""

    def put(row: list[str], serial: str) -> list[str]:
        return [serial, *row] if at == "first" else [*row, serial]

    two: Text = [put(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], "序号")]
    two += [put(["规章", "4", "5", "6"], "1"), put(["行政规范性文件", "7", "8", "9"], "2")]
    facts: Expected = dict(zip(codes_of_two("2021")[:6], range(4, 10), strict=True))
    three: Text = [put(["项目", *TYPES], "行次")]
    drawn = section_three("2021", lambda r, c: str(r))[3:]
    three += [put([row[-8][0], *(text for text, _, _ in row[-7:])], str(n)) for n, row in enumerate(drawn, 1)]
    facts |= expected_three("2021", lambda r, c: r)
    four: Text = [put(["类别", *OUTCOMES], "")]
    for n, (label, part) in enumerate(PARTS.items()):
        four.append(put([label, *(str(10 * n + column + 5) for column in range(5))], str(n + 1)))
        names = ("upheld", "corrected", "other", "pending", "total")
        facts |= {f"{part}.{name}": 10 * n + column + 5 for column, name in enumerate(names)}
    return Layout(f"2021, serial numbers {at}", page(table(two), table(three), table(four)), facts, "2021", 2022)


# --- groups and labels in one cell ---


def joined_groups(before: str, between: str) -> Layout:
    """Every row of section 三 with the name of its group before its own, in one cell, beside a blank column."""
    rows: Text = [["序号", "办理情况", "", *TYPES]]
    for n, row in enumerate(section_three("2021", lambda r, c: str(3 * r + c))[3:]):
        labels = [text for text, _, _ in row[:-7]]
        label = between.join(text for text in labels[-2:] if not text.startswith("三、"))
        if 1 < n < len(codes_three("2021")) - 1:
            label = f"{before}{label}"
        rows.append([str(n + 1), label, "", *(text for text, _, _ in row[-7:])])
    return Layout(f"joined by {before}", page(table(rows)), expected_three("2021", lambda r, c: 3 * r + c), "2021", 2023)


# --- typed as lines of text ---


def told_lines(edition: str, name_number: str, apart: str, end: str) -> list[str]:
    """Each row of the later forms as a sentence: label, then name and number for each column; numbers count on from 1."""
    drawn: list[str] = []
    count = iter(range(1, 1000))

    def told(label: str, names: Sequence[str]) -> str:
        return f"{label}：" + apart.join(name_number.format(name, next(count)) for name in names) + end

    names: list[str] = []
    for row in section_two_2021() if edition == "2021" else section_two_2019():
        texts = [text for text, _, _ in row]
        if texts[0] == "信息内容":
            names = texts[1:]
        else:
            drawn.append(told(texts[0], names) if len(texts) > 1 else texts[0])
    drawn.append("三、收到和处理政府信息公开申请情况")
    for row in section_three(edition, lambda r, c: "")[3:]:
        labels = [text for text, _, _ in row[:-7]]
        drawn += [*labels[:-1], told(labels[-1], TYPES)]
    drawn.append("四、政府信息公开行政复议、行政诉讼情况")
    parts = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
    return drawn + [told(part, OUTCOMES) for part in parts]


def told_facts(edition: str) -> Expected:
    keys: list[object] = [*codes_of_two(edition)]
    keys += [(code, applicant) for code in codes_three(edition) for applicant in APPLICANTS]
    keys += codes_four()
    return {key: number for number, key in enumerate(keys, 1)}


def told_form(edition: str, name_number: str, apart: str, end: str) -> Layout:
    lines = told_lines(edition, name_number, apart, end)
    markup = page("<p>" + "<br>".join(f"&nbsp;&nbsp;{line}" for line in lines) + "</p>")
    return Layout(f"{edition} told with {name_number}{apart}", markup, told_facts(edition), edition, int(edition) + 1)


def numbers_behind_commas() -> Layout:
    """Under a line of names the numbers alone, divided by commas."""
    lines = ["自然人，商业企业，科研机构，社会公益组织，法律服务机构，其他，总计"]
    for row in section_three("2021", lambda r, c: str(2 * r + c))[3:]:
        lines.append(row[-8][0] + "：" + "，".join(text for text, _, _ in row[-7:]) + "；")
    markup = page(*(f"<p>{line}</p>" for line in lines))
    return Layout("numbers behind commas", markup, expected_three("2021", lambda r, c: 2 * r + c), "2021", 2021)


def lines_of_2014(pattern: str) -> Layout:
    lines = []
    facts: Expected = {}
    for n, (code, label, unit) in enumerate(labels_2014(), 1):
        lines.append(f"<p>{pattern.format(n, label, 30 + n, unit)}</p>")
        facts[code] = 30 + n
    return Layout(f"lines of 2014, {pattern}", page("<p>附：统计表</p>", *lines), facts, "2014", 2016)


# --- tables without a table ---


def boxes(rows: Rows, draw: tuple[str, str, str], *, merged: bool) -> str:
    """Rows as elements with these opening tags (table, row, cell); without merging a span is followed by blank cells."""
    out = [f"<{draw[0]}>"]
    busy: dict[tuple[int, int], bool] = {}
    for at, row in enumerate(rows):
        out.append(f"<{draw[1]}>")
        column = 0
        cells = list(row)
        while cells or busy.get((at, column)):
            if busy.get((at, column)):
                text, tall, wide = "", 1, 1
            else:
                text, tall, wide = cells.pop(0)
                busy |= {(at + down, column + right): True for down in range(tall) for right in range(wide)}
                tall, wide = (tall, wide) if merged else (1, 1)
            spans = f' aria-colspan="{wide}" aria-rowspan="{tall}"' if (tall, wide) != (1, 1) else ""
            if not merged or text or (tall, wide) != (1, 1):
                out.append(f"<{draw[2]}{spans}>{text}</{draw[2].split()[0]}>")
            column += 1 if not merged else wide
        out.append(f"</{draw[1].split()[0]}>")
    return "".join(out) + f"</{draw[0].split()[0]}>"


DRAWN = {
    "roles": ('div role="table"', 'div role="row"', 'span role="cell"'),
    "inline styles": ('div style="display:table"', 'div style="display: table-row"', 'div style="width:9%;display: table-cell"'),
    "style sheet": ('div class="t"', 'ul class="wide r"', 'li class="c"'),
    "sheet by place": ('section class="t2"', "p", "span"),
    "rows that are tables": ("div", 'div class="t"', 'div class="c"'),
}
SHEET = """<style>/* tables */ .t{border:1px;display:table}.r , .rr{display:table-row}
li.c,div.c { padding:2px; display:table-cell }
.t2{display:table} .t2 > p{display:table-row}.t2 p span{display:table-cell}.t a:hover{display:table-cell}</style>"""


def drawn_in_boxes(how: str) -> Layout:
    forms = (section_two_2021(str), section_three("2021", lambda r, c: str(r + 2 * c)), section_four(lambda n: str(n % 3)))
    markup = page(SHEET, *(boxes(rows, DRAWN[how], merged=False) for rows in forms))
    facts: Expected = {code: n for n, code in enumerate(codes_of_two("2021"))}
    facts |= expected_three("2021", lambda r, c: r + 2 * c) | {code: n % 3 for n, code in enumerate(codes_four())}
    return Layout(f"boxes, {how}", markup, facts, "2021", 2021)


def boxes_with_blanks() -> Layout:
    """Blank cells in boxes stay cells: what stands behind them keeps its column."""
    rows: Text = [["项目", *TYPES]]
    facts: Expected = {}
    for row, code in zip(section_three("2021", lambda r, c: "")[3:], codes_three("2021"), strict=True):
        rows.append([row[-8][0], "", "", "", "5", "", "", "6"])
        facts |= {(code, "welfare"): 5, (code, "total"): 6}
    drawn = boxes([[(text, 1, 1) for text in row] for row in rows], DRAWN["roles"], merged=False)
    return Layout("blank boxes", page(drawn), facts, "2021", 2022)


# --- typing errors, and tables that nobody merged ---


def typing_errors() -> Layout:
    two = as_html(section_two_2019(str))
    for right, wrong in (("制作", "制做"), ("上一年项目", "上年项目"), ("其他对外", "其它对外"), ("行政许可", "行政许可事项"),
                         ("总数量", "总数"), ("本年增/减", "本年增减"), ("行政处罚", "行政处罚决定")):  # fmt: skip
        two = two.replace(right, wrong)
    three = as_html(section_three("2019", lambda r, c: str(r)))
    for right, wrong in (("信访举报投诉", "信访投诉举报"), ("总 计", "合计"), ("（七）总计", "(七)合计"),
                         ("仍不明确", "任不明确"), ("已获取", "己获取"), ("2.重复申请", "2.重复申请的"),
                         ("其他法律行政", "其他法律、行政")):  # fmt: skip
        three = three.replace(right, wrong)
    facts: Expected = {code: n for n, code in enumerate(codes_of_two("2019"))}
    return Layout("typing errors", page(two, three), facts | expected_three("2019", lambda r, c: r), "2019", 2020)


def shortened_2021() -> Layout:
    two = as_html(section_two_2021(str)).replace("本年废止件数", "本年废止数").replace("现行有效件数", "现行有效")
    three = as_html(section_three("2021", lambda r, c: str(r)))
    for right, wrong in (("行政机关不再处理其政府信息公开申请", "行政机关不再处理其申请"), ("缴纳", "交纳")):
        three = three.replace(right, wrong)
    facts: Expected = {code: n for n, code in enumerate(codes_of_two("2021"))}
    return Layout("shortened labels", page(two, three), facts | expected_three("2021", lambda r, c: r), "2021", 2022)


def totals_in_groups_2014() -> Layout:
    """行政复议数量 and 行政诉讼数量 as groups, whose own number stands in a row 总数 beside the name."""
    rows: Text = [["类别", "序号", "指标名称", "单位", "数值"], ["2x1:依申请公开情况", "1", "收到申请数", "件", "14"]]
    rows.append(["2", "申请办结数", "件", "13"])
    facts: Expected = {"requests.received": 14, "requests.completed": 13}
    n = 3
    for group, part in (("行政复议数量", "review"), ("行政诉讼数量", "litigation")):
        upheld = "维持具体行政行为数" if part == "review" else "维持具体行政行为或者驳回原告诉讼请求数"
        for at, (label, name) in enumerate(
            (("总数", "total"), (upheld, "upheld"), ("被依法纠错数", "corrected"), ("其他情形数", "other"))
        ):
            rows.append([*([f"4x1:{group}"] if not at else []), str(n), label, "件", str(50 - n)])
            facts[f"{part}.{name}"] = 50 - n
            n += 1
    rows.append(["举报投诉数量", str(n), "六、举报投诉数量", "件", "7"])
    return Layout("totals in groups", page(table(rows)), facts | {"complaints.total": 7}, "2014", 2018)


FOURTH: list[Callable[[], Layout]] = [
    *(lambda name=name, at=at: grouped_2014(name, at) for name in STYLES for at in ("left", "last", "between")),
    restarting_2014, halves_2014, lambda: later_with_serials("first"), lambda: later_with_serials("last"),
    lambda: joined_groups("办理结果", ""), lambda: joined_groups("三、本年度办理结果：", "-"),
    lambda: joined_groups("三、办理结果情况", " "),
    lambda: told_form("2019", "{}{}", "，", "；"), lambda: told_form("2021", "{}{}", "、", "。"),
    lambda: told_form("2021", "{}为{}", "；", "；"), lambda: told_form("2019", "{}：{}", "，", ""),
    lambda: told_form("2021", "{} {}", " ", ""), lambda: told_form("2021", "{}（{}）", "，", "。"), numbers_behind_commas,
    lambda: lines_of_2014("{1}：{2}{3}；"), lambda: lines_of_2014("{0}.{1}：{2} {3}。"),
    lambda: lines_of_2014("（{0}）{1}{2}{3}；"),
    lambda: lines_of_2014("{0}、{1}（{3}）：{2}"), lambda: lines_of_2014("{1}为{2}{3}"),
    *(lambda how=how: drawn_in_boxes(how) for how in DRAWN), boxes_with_blanks, typing_errors, shortened_2021,
    totals_in_groups_2014,
]  # fmt: skip
