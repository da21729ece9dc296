"""Pages in layouts of their own, the seventh set: turned tables, labels that name two words, rows that are drawn.

For tests only.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from tests.pipelines.form_layouts import NAMES, Expected, Layout, Text, codes_of_two, page, table
from tests.pipelines.form_pages import (
    APPLICANTS,
    OUTCOMES,
    as_html,
    codes_three,
    expected_three,
    section_three,
    section_two_2019,
    section_two_2021,
)

TYPES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
CASES = ["行政复议", "行政诉讼—未经复议直接起诉", "行政诉讼—复议后起诉"]
PARTS = ["review", "litigation_direct", "litigation_after_review"]

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


def applicants_of_nothing() -> Layout:
    """Applicant types down the left below 总计, 数量, 其他: of which row, nobody says."""
    below = [[kind, str(n)] for n, kind in enumerate(TYPES)]
    parts = [[["申请人类型", head], *below] for head in ("总计", "数量", "其他", "合计")]
    return Layout("applicant types below a total", page(*map(table, parts)), {}, None, 2022)


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


def cases_in_two_rows() -> Layout:
    """Section 四 turned, the kinds of cases in two rows of the header, a total of both kinds of litigation between."""
    rows: Text = [["2x1:结果", "2x1:行政复议", "1x2:行政诉讼"], ["未经复议直接起诉", "复议后起诉"]]
    rows += [[name, *(str(10 * p + o) for p in range(3))] for o, name in enumerate(OUTCOMES)]
    facts: Expected = {f"{part}.{name}": 10 * p + o for p, part in enumerate(PARTS) for o, name in enumerate(NAMES)}
    facts |= dict(expected_three("2019", lambda r, c: r * c))
    three = as_html(section_three("2019", lambda r, c: str(r * c)))
    return Layout("section 四 turned, two rows of cases", page(three, table(rows)), facts, "2019", 2020)


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


def one_label_later(join: str, applicant_first: bool) -> Layout:
    """Sections 三 and 四 as a list of whole labels: row and applicant type, kind of case and result."""
    rows: Text = [["事项", "数量（件）"]]
    facts: Expected = {}
    drawn = section_three("2021", lambda r, c: "")[3:]
    for r, (code, row) in enumerate(zip(codes_three("2021"), drawn, strict=True)):
        for c, (kind, who) in enumerate(zip(TYPES, APPLICANTS, strict=True)):
            label = f"法人或其他组织{join}{kind}" if 0 < c < 6 and r % 2 else kind
            name = f"（六）其他处理{join}3.其他" if row[-8][0] == "3.其他" else row[-8][0]
            both = [label, name] if applicant_first else [name, label]
            rows.append([join.join(both), str(7 * r + c)])
            facts[code, who] = 7 * r + c
    for p, (case, part) in enumerate(zip(CASES, PARTS, strict=True)):
        for o, (result, name) in enumerate(zip(OUTCOMES, NAMES, strict=True)):
            rows.append([join.join([case, result]), str(10 * p + o)])
            facts[f"{part}.{name}"] = 10 * p + o
    return Layout(f"whole labels of 三 and 四, {join}{applicant_first}", page(table(rows)), facts, "2021", 2023)


LINES = ("<p>{0}：{1}；</p>", "<p>{0} {1}</p>", "<p>{0}</p><p>{1}</p>", "<li>{1}.{0}：{1}。</li>", "<p>{0}……{1}</p>")


def labels_in_lines(edition: str, line: str) -> Layout:
    """Section 二 typed as lines of a whole label and a number each."""
    lines: list[str] = []
    facts: Expected = {}
    for n, ((subject, column), code) in enumerate(zip(whole_labels(edition), codes_of_two(edition), strict=True), 1):
        lines.append(line.format(subject + column.partition("（")[0], n))
        facts[code] = n
    return Layout(f"lines of whole labels {edition}, {line}", page("<p>二、公开</p>", *lines), facts, edition, int(edition) + 1)


def whole_labels_across(edition: str) -> Layout:
    heads = [subject + column for subject, column in whole_labels(edition)]
    facts: Expected = {code: 60 + n for n, code in enumerate(codes_of_two(edition))}
    rows = [heads, [str(60 + n) for n in range(len(heads))]]
    return Layout(f"whole labels across {edition}", page(table(rows)), facts, edition, int(edition) + 1)


def header_words_in_lines() -> Layout:
    """Words of headers a line each, which together sound like labels: nothing is told by them."""
    lines = ["自然人 总计", "其他 总计", "自然人 法人或其他组织 总计", "行政复议 行政诉讼", "规章 本年制发件数", "总计 1 2"]
    return Layout("words of headers in lines", page("<pre>" + "\n".join(lines) + "</pre>"), {}, None, 2022)


def whole_labels_of_others() -> Layout:
    """Labels that only look so, and rows of several offices under whole labels: nothing is a figure of the form."""
    rows: Text = [["事项", "数量"], ["行政许可申请数量", "5"], ["行政处罚案件处理数量", "6"], ["规章培训件数", "7"]]
    offices: Text = [["单位", "行政许可本年处理决定数量", "行政处罚本年处理决定数量", "行政强制本年处理决定数量"]]
    offices += [["甲局", "1", "2", "3"], ["乙局", "4", "5", "6"]]
    twice = [["规章本年制发件数", "规章本年废止件数", "规章现行有效件数"]] * 3
    return Layout("labels that look so", page(table(rows), table(offices), table(twice)), {}, None, 2022)


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


SEVENTH: list[Callable[[], Layout]] = [
    lambda: three_turned("—"), lambda: three_turned("（{}）"), lambda: three_turned("：", "法人和其他组织"), turned_with_groups,
    lambda: turned_lists("法人或其他组织"), applicants_of_nothing, lambda: four_turned(True), lambda: four_turned(False),
    *(lambda how=how, edition=edition: one_label(edition, how) for how in JOINED for edition in ("2019", "2021")),
    lambda: one_label("2019", "a dash", 2), lambda: one_label("2021", "one after the other", 3),
    *(lambda join=join, first=first: one_label_later(join, first) for join in ("—", "：") for first in (True, False)),
    *(lambda edition=edition, line=line: labels_in_lines(edition, line) for edition in ("2019", "2021") for line in LINES),
    cases_in_two_rows, header_words_in_lines, lambda: whole_labels_across("2021"), whole_labels_of_others,
    *(lambda how=how: drawn_rows(how) for how in DRAWN),
]  # fmt: skip
