"""The three forms as officially drawn, with numbers of our own, as HTML, as pipes and as one cell a line. For tests only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml import html

from models.codebook import indicators_of
from pipelines.forms import FormReading, form_facts
from pipelines.items import Fact
from pipelines.outline import outline_of, outline_of_text

Rows = list[list[tuple[str, int, int]]]
"""Rows of cells (text, rowspan, colspan), as they are written in HTML."""

RESULTS = {
    "（三）不予公开": ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
                "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"],
    "（四）无法提供": ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"],
    "（五）不予处理": ["1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
                "5.要求行政机关确认或重新出具已获取信息"],
}  # fmt: skip
OTHER_2021 = [
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
]
APPLICANTS = ["natural_person", "enterprise", "research", "welfare", "legal_service", "other_legal", "total"]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def one(text: str, rowspan: int = 1, colspan: int = 1) -> tuple[str, int, int]:
    return (text, rowspan, colspan)


def form_2014(value: Callable[[int], str] = str, mark: Callable[[str], str] = lambda label: label) -> Rows:
    """The form of 2014 with the value `value(n)` in its n-th numbered row; rows without a number have a blank cell."""
    rows: Rows = [[one("统计指标"), one("单位"), one("统计数")], [one("一、主动公开情况"), one(""), one("")]]
    for number, indicator in enumerate(numbered_2014()):
        rows.append([one(mark(indicator.label)), one(indicator.unit), one(value(number))])
    return rows


def numbered_2014() -> list:  # type: ignore[type-arg]
    groups = ("channel.total", "response.total", "response.channels_total", "requests.section_total", "proposals.")
    return [i for i in indicators_of("2014").values() if not i.code.startswith(groups)]


def section_two_2019(value: Callable[[int], str] = str) -> Rows:
    rows: Rows = []
    counter = iter(range(1000))

    def table(item: str, headers: Sequence[str], subjects: Sequence[str], wide: Sequence[int]) -> None:
        rows.append([one(f"第二十条第（{item}）项", 1, 8)])
        rows.append([one("信息内容", 1, 2), *(one(h, 1, w) for h, w in zip(headers, wide, strict=True))])
        for subject in subjects:
            rows.append([one(subject, 1, 2), *(one(value(next(counter)), 1, w) for w in wide)])

    table("一", ["本年新制作数量", "本年新公开数量", "对外公开总数量"], ["规章", "规范性文件"], [2, 2, 2])
    table("五", ["上一年项目数量", "本年增/减", "处理决定数量"], ["行政许可", "其他对外管理服务事项"], [2, 2, 2])
    table("六", ["上一年项目数量", "本年增/减", "处理决定数量"], ["行政处罚", "行政强制"], [2, 2, 2])
    table("八", ["上一年项目数量", "本年增/减"], ["行政事业性收费"], [3, 3])
    table("九", ["采购项目数量", "采购总金额"], ["政府集中采购"], [3, 3])
    return rows


def section_two_2021(value: Callable[[int], str] = str) -> Rows:
    rows: Rows = []
    counter = iter(range(1000))
    for item, headers, subjects in (
        ("一", ["本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "行政规范性文件"]),
        ("五", ["本年处理决定数量"], ["行政许可"]),
        ("六", ["本年处理决定数量"], ["行政处罚", "行政强制"]),
        ("八", ["本年收费金额（单位：万元）"], ["行政事业性收费"]),
    ):
        wide = 3 // len(headers)
        rows.append([one(f"第二十条第（{item}）项", 1, 4)])
        rows.append([one("信息内容"), *(one(h, 1, wide) for h in headers)])
        rows += [[one(subject), *(one(value(next(counter)), 1, wide) for _ in headers)] for subject in subjects]
    return rows


def section_three(edition: str, value: Callable[[int, int], str]) -> Rows:
    """Section 三 with `value(row, column)` in its cells; rows count from 0 in the order of the codebook."""
    rows: Rows = [
        [one("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), one("申请人情况", 1, 7)],
        [one("自然人", 2), one("法人或其他组织", 1, 5), one("总计", 2)],
        [one("商业企业"), one("科研机构"), one("社会公益组织"), one("法律服务机构"), one("其他")],
    ]
    counter = iter(range(100))

    def numbers() -> list[tuple[str, int, int]]:
        row = next(counter)
        return [one(value(row, column)) for column in range(7)]

    rows.append([one("一、本年新收政府信息公开申请数量", 1, 3), *numbers()])
    rows.append([one("二、上年结转政府信息公开申请数量", 1, 3), *numbers()])
    groups = dict(RESULTS)
    if edition == "2021":
        groups["（六）其他处理"] = OTHER_2021
    results = 2 + sum(map(len, groups.values())) + (edition == "2019") + 1
    rows.append([one("三、本年度办理结果", results), one("（一）予以公开", 1, 2), *numbers()])
    rows.append([one("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, 2), *numbers()])
    for group, labels in groups.items():
        for number, label in enumerate(labels):
            rows.append([*([one(group, len(labels))] if number == 0 else []), one(label), *numbers()])
    if edition == "2019":
        rows.append([one("（六）其他处理", 1, 2), *numbers()])
    rows.append([one("（七）总计", 1, 2), *numbers()])
    rows.append([one("四、结转下年度继续办理", 1, 3), *numbers()])
    return rows


def flat_three(edition: str, value: Callable[[int, int], object]) -> Iterator[tuple[str, list[str]]]:
    """The rows of section 三 as one label and seven numbers each, blank beside the name of a group."""
    for row in section_three(edition, lambda at, column: str(value(at, column)))[3:]:
        *groups, label = [text for text, _, _ in row[:-7]]
        yield from ((group, [""] * 7) for group in groups)
        yield label, [text for text, _, _ in row[-7:]]


def section_four(value: Callable[[int], str] = str) -> Rows:
    return [
        [one("行政复议", 1, 5), one("行政诉讼", 1, 10)],
        [*(one(o, 2) for o in OUTCOMES), one("未经复议直接起诉", 1, 5), one("复议后起诉", 1, 5)],
        [one(o) for o in OUTCOMES * 2],
        [one(value(n)) for n in range(15)],
    ]


def codes_three(edition: str) -> list[str]:
    return [code for code in indicators_of(edition) if code.startswith("applications.")]  # type: ignore[arg-type]


def codes_two(edition: str) -> list[str]:
    heads = ("applications.", "review.", "litigation_")
    return [code for code in indicators_of(edition) if not code.startswith(heads)]  # type: ignore[arg-type]


def codes_four() -> list[str]:
    return [code for code in indicators_of("2021") if code.startswith(("review.", "litigation_"))]


# --- the same rows written in different ways ---


def as_html(*tables: Rows, cell: str = "<p><span>{}</span></p>", titles: Sequence[str] = ()) -> str:
    out = []
    for at, rows in enumerate(tables):
        if at < len(titles):
            out.append(f"<p>{titles[at]}</p>")
        out.append('<table border="1">')
        for row in rows:
            out.append("<tr>")
            for text, rowspan, colspan in row:
                spans = (f' rowspan="{rowspan}"' if rowspan > 1 else "") + (f' colspan="{colspan}"' if colspan > 1 else "")
                out.append(f"<td{spans}>{cell.format(text)}</td>")
            out.append("</tr>")
        out.append("</table>")
    return "<div>" + "".join(out) + "</div>"


def as_pipes(*tables: Rows) -> str:
    """Rows with bars, spans lost."""
    return "\n\n".join("\n".join(" | ".join(text for text, _, _ in row) + " |" for row in rows) for rows in tables)


def as_lines(*tables: Rows) -> str:
    """One cell a line, blank cells lost."""
    return "\n\n".join(text for rows in tables for row in rows for text, _, _ in row if text)


def read_html(markup: str) -> FormReading:
    return checked(outline_of(html.fromstring(markup)))


def read_text(text: str) -> FormReading:
    return checked(outline_of_text(text))


def checked(outline) -> FormReading:  # type: ignore[no-untyped-def]
    """The reading, after a look that each fact's place holds exactly what the fact says is printed there."""
    reading = form_facts(outline)
    for form in reading.forms:
        for fact in form.facts:
            assert outline.text[fact.place.start : fact.place.end] == fact.raw
            assert form.start <= fact.place.start <= fact.place.end <= form.end
    return reading


def values(facts: Sequence[Fact]) -> dict[object, object]:
    """code, or (code, applicant) -> value as int where it has one, else its meaning."""
    found: dict[object, object] = {}
    for fact in facts:
        key: object = (fact.code or fact.category, fact.applicant) if fact.applicant else fact.code or fact.category
        assert key not in found, key
        found[key] = fact.meaning if fact.value is None else int(fact.value) if fact.value == int(fact.value) else str(fact.value)
    return found


def expected_three(edition: str, value: Callable[[int, int], int]) -> dict[object, object]:
    return {
        (code, applicant): value(row, column)
        for row, code in enumerate(codes_three(edition))
        for column, applicant in enumerate(APPLICANTS)
    }


# --- forms with a number of their own in every cell ---

EDITIONS = ["2014", "2019", "2021"]


def two(n: int) -> int:
    return 1000 + n


def three(row: int, column: int) -> int:
    """The total is the sum of the six others: without a header, that alone tells where it stands."""
    return 1100 + 10 * row + column if column < 6 else sum(three(row, other) for other in range(6))


def four(n: int) -> int:
    return 5000 + n


def tables(edition: str) -> list[Rows]:
    if edition == "2014":
        return [form_2014(lambda n: str(two(n)))]
    section_two = section_two_2019 if edition == "2019" else section_two_2021
    return [
        section_two(lambda n: str(two(n))),
        section_three(edition, lambda row, column: str(three(row, column))),
        section_four(lambda n: str(four(n))),
    ]


def truth(edition: str) -> dict[object, object]:
    if edition == "2014":
        return {indicator.code: two(n) for n, indicator in enumerate(numbered_2014())}
    found: dict[object, object] = {code: two(n) for n, code in enumerate(codes_two(edition))}
    found |= expected_three(edition, three)
    return found | {code: four(n) for n, code in enumerate(codes_four())}


def values_with_numbers(reading: FormReading) -> dict[object, object]:
    return {key: value for key, value in values(reading.facts).items() if value != "blank"}


WRITTEN: dict[str, Callable[..., FormReading]] = {
    "html": lambda rows: read_html(as_html(*rows)),
    "bare html": lambda rows: read_html(as_html(*rows, cell="{}")),
    "cells with several elements": lambda rows: read_html(
        as_html(*rows, cell="\n  <div><p>\n<b>{}</b></p>\n</div>\n<p>&nbsp;</p>")
    ),
    "pipes": lambda rows: read_text(as_pipes(*rows)),
    "pipes in paragraphs": lambda rows: read_html("".join(f"<p>{line}</p>" for line in as_pipes(*rows).splitlines())),
    "lines": lambda rows: read_text(as_lines(*rows)),
    "lines in paragraphs": lambda rows: read_html("".join(f"<p>&nbsp; {line}</p>" for line in as_lines(*rows).splitlines())),
    "a row a line": lambda rows: read_text("\n".join(" ".join(t for t, _, _ in row if t) for table in rows for row in table)),
    "tabs": lambda rows: read_text("\n".join("\t".join(t for t, _, _ in row) for table in rows for row in table)),
    "nested in a layout table": lambda rows: read_html(
        f"<table><tr><td>导航</td><td><table><tr><td>{as_html(*rows)}</table></table>"
    ),
}
