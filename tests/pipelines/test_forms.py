"""Facts of the three forms from their many layouts: right where they can be told, absent where they cannot."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from pipelines.forms import FormReading, form_facts
from pipelines.items import Fact
from pipelines.outline import outline_of, outline_of_text
from tests.pipelines.form_pages import (
    APPLICANTS,
    OUTCOMES,
    Rows,
    as_html,
    as_lines,
    as_pipes,
    codes_four,
    codes_three,
    codes_two,
    expected_three,
    form_2014,
    numbered_2014,
    one,
    read_html,
    read_text,
    section_four,
    section_three,
    section_two_2019,
    section_two_2021,
    values,
)

SHARED = Path(__file__).parents[2].parent / "shared"

EDITIONS = ["2014", "2019", "2021"]


def two(n: int) -> int:
    return 1000 + n


def three(row: int, column: int) -> int:
    return 3000 + 10 * row + column


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


def one_table(rows: list[Rows]) -> list[Rows]:
    return [[row for table in rows for row in table]]


def without_spans(rows: list[Rows]) -> list[Rows]:
    return [[[one(text) for text, _, _ in row] for row in table] for table in rows]


def without_rowspans(rows: list[Rows]) -> list[Rows]:
    return [[[one(text, 1, colspan) for text, _, colspan in row] for row in table] for table in rows]


def without_colspans(rows: list[Rows]) -> list[Rows]:
    return [[[one(text, rowspan) for text, rowspan, _ in row] for row in table] for table in rows]


def cut_in_two(rows: list[Rows]) -> list[Rows]:
    return [part for table in rows for part in ((table[:8], table[8:]) if len(table) > 14 else (table,))]


def with_repeated_header(rows: list[Rows]) -> list[Rows]:
    if len(rows) == 1:
        return [[*rows[0][:20], rows[0][0], *rows[0][20:]]]
    head = rows[1][:3]
    return [rows[0], rows[1][:12], head + rows[1][12:], rows[2]]


LAYOUTS: dict[str, Callable[[list[Rows]], list[Rows]]] = {
    "as drawn": lambda rows: rows,
    "one table": one_table,
    "no spans": without_spans,
    "no rowspans": without_rowspans,
    "no colspans": without_colspans,
    "cut in two": cut_in_two,
    "repeated header": with_repeated_header,
}
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


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("written", WRITTEN)
def test_every_layout_of_every_form_is_read_whole(edition: str, layout: str, written: str) -> None:
    reading = WRITTEN[written](LAYOUTS[layout](tables(edition)))
    assert reading.edition == edition
    found = values(reading.facts)
    assert {k: v for k, v in found.items() if v != "blank"} == truth(edition)
    assert len(reading.forms) == 1
    assert {fact.edition for fact in reading.facts} == {edition}


# --- labels ---

SPELLINGS: dict[str, Callable[[str], str]] = {
    "half width": lambda t: t.replace("（", "(").replace("）", ")").replace("、", ",").replace("“", '"').replace("”", '"'),
    "no numbering": lambda t: re.sub(r"^(（[一-九]）|[一-九]、|\d\.)", "", t),
    "circled": lambda t: re.sub(r"^(\d)\.", lambda m: chr(0x2460 + int(m[1]) - 1), t),
    "brackets numbering": lambda t: re.sub(r"^(\d)\.", r"（\1）", t),
    "spaces": lambda t: "　" + t[:2] + " " + t[2:] if not t.isdigit() else t,
    "line breaks": lambda t: t[:3] + "<br/>" + t[3:] if len(t) > 5 else t,
    "styled spans": lambda t: "".join(f"<span lang='x'>{c}</span>" for c in t),
    "其它": lambda t: t.replace("其他", "其它"),
    "其中": lambda t: "其中：" + t if t.startswith("1.") else t,
}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_labels_in_many_spellings(edition: str, spelling: str) -> None:
    change = SPELLINGS[spelling]
    rows = [[[(change(text), a, b) for text, a, b in row] for row in table] for table in tables(edition)]
    found = values(read_html(as_html(*rows)).facts)
    assert {k: v for k, v in found.items() if v != "blank"} == truth(edition)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "disclosure.total"),
        ("制发规范文件性文件总数", "normative_documents.issued"),
        ("2.兼职人数", "staff.part_time"),
        ("1.专职人员（不包括政府公报及政府网站工作人员", "staff.full_time"),
        ("政务微公开政府信息数", "channel.weibo"),
        ("政府公报公政府信息数", "channel.gazette"),
        ("维持具体行政行", "review.upheld"),
        ("申请信息不存在", "replies.nonexistent"),
        ("危及国家安全公共安全经济安全社会稳定", "replies.refused_security"),
        ("不是条例所指政府信息", "replies.refused_not_government_information"),
        ("收到申请总数", "requests.received"),
        ("举办各类培训班次数", "training.classes"),
        ("接受培训人数", "training.people"),
    ],
)
def test_damaged_labels_of_2014(printed: str, code: str) -> None:
    order = [indicator.code for indicator in numbered_2014()]
    rows = form_2014(lambda n: "0")
    rows[2 + order.index(code)] = [one(printed), one("条"), one("77")]
    assert [fact.code for fact in read_html(as_html(rows)).facts if fact.raw == "77"] == [code]
    assert [fact.code for fact in read_text(as_lines(rows)).facts if fact.raw == "77"] == [code]


def test_a_label_that_may_be_two_rows_is_not_guessed() -> None:
    rows = [row for row in form_2014(lambda n: "0") if "政务微" not in row[0][0]]
    rows.insert(7, [one("政务微公开政府信息数"), one("条"), one("77")])
    reading = read_html(as_html(rows))
    assert not [fact for fact in reading.facts if fact.raw == "77"]
    assert any("not recognised" in note for note in reading.notes)


def test_shared_labels_go_to_the_section_that_is_read() -> None:
    found = values(read_html(as_html(form_2014())).facts)
    order = [indicator.code for indicator in numbered_2014()]
    for code in ("review.corrected", "review.other", "litigation.corrected", "litigation.other"):
        assert found[code] == order.index(code)


def test_shared_labels_without_their_section_are_not_guessed() -> None:
    rows = [row for row in form_2014() if not re.search("复议|诉讼|具体行政行为", row[0][0])]
    reading = read_html(as_html(rows))
    assert not {code for code in values(reading.facts) if str(code).startswith(("review", "litigation"))}
    assert any("several rows" in note for note in reading.notes)


def test_a_missing_row_is_missing() -> None:
    rows = [row for row in form_2014(lambda n: str(two(n))) if "传真" not in row[0][0]]
    assert values_with_numbers(read_html(as_html(rows))) == {
        k: v for k, v in truth("2014").items() if k != "requests.received_fax"
    }


def values_with_numbers(reading: FormReading) -> dict[object, object]:
    return {key: value for key, value in values(reading.facts).items() if value != "blank"}


# --- cells ---


@pytest.mark.parametrize(
    ("printed", "value", "meaning", "remark"),
    [
        ("9（县级）", 9, "number", "县级"),
        ("", None, "blank", None),
        ("/", None, "na", None),
        ("暂未统计", None, "text", None),
        ("约30", 30, "approximate", None),
        ("１，２３４", 1234, "number", None),
        ("零", 0, "zero", None),
        ("-3", None, "text", None),
        ("9" * 400, None, "text", None),
        ("一百二十", 120, "number", None),
        ("645条", 645, "number", None),
    ],
)
def test_cells_of_2014_mean_what_the_codebook_says(printed: str, value: int | None, meaning: str, remark: str | None) -> None:
    rows = form_2014(lambda n: printed if n == 0 else "0")
    fact = next(f for f in read_html(as_html(rows)).facts if f.code == "disclosure.total")
    assert (fact.value, fact.meaning, fact.remark) == (value, meaning, remark)
    assert (fact.raw, fact.unit, fact.origin) == (printed, "条", "form")


def test_money_is_converted_to_the_unit_of_the_form() -> None:
    rows = form_2014(lambda n: "0")
    rows = [[row[0], row[1], one("35000元")] if "专项经费" in row[0][0] else row for row in rows]
    rows = [[row[0], one("元"), one("1200")] if "收取的费用" in row[0][0] else row for row in rows]
    facts = {fact.code: fact for fact in read_html(as_html(rows)).facts}
    assert (facts["funding.special"].value, facts["funding.special"].unit, facts["funding.special"].remark) == (
        Decimal("3.5"),
        "万元",
        "元",
    )
    assert (facts["fees.collected"].value, facts["fees.collected"].unit) == (Decimal("0.12"), "万元")


def test_group_rows_may_have_their_number_in_the_unit_column() -> None:
    rows = [[*row[:2], row[2]] for row in form_2014(lambda n: "5")]
    rows.insert(5, [one("（二）通过不同渠道和方式公开政府信息的情况"), one("976"), one("")])
    found = values(read_html(as_html(rows)).facts)
    assert found["channel.total"] == 976


def test_a_section_row_without_a_number_cell_gives_no_fact() -> None:
    rows = form_2014(lambda n: "5")
    rows.insert(12, [one("二、回应解读情况", 1, 3)])
    assert "response.total" not in values(read_html(as_html(rows)).facts)


def facts_two(edition: str, printed: dict[str, str]) -> dict[str | None, Fact]:
    order = codes_two(edition)
    cells = {order.index(code): text for code, text in printed.items()}
    section = section_two_2019 if edition == "2019" else section_two_2021
    return {fact.code: fact for fact in read_html(as_html(section(lambda n: cells.get(n, "1")))).facts}


@pytest.mark.parametrize(
    ("printed", "value"), [("-2", -2), ("+3", 3), ("减少4", -4), ("增5", 5), ("0", 0), ("－1", -1), ("减少2项", -2)]
)
def test_signs_and_words_of_change_in_2019(printed: str, value: int) -> None:
    assert facts_two("2019", {"penalties.items_change": printed})["penalties.items_change"].value == value


def test_units_of_procurement_and_fees() -> None:
    amount = facts_two("2019", {"procurement.amount": "12.5万元"})["procurement.amount"]
    assert (amount.value, amount.unit) == (Decimal("12.5"), "万元")
    assert facts_two("2019", {"procurement.amount": "125000"})["procurement.amount"].unit is None
    fees = facts_two("2021", {"admin_fees.amount": "35000元"})["admin_fees.amount"]
    assert (fees.value, fees.unit, fees.remark) == (Decimal("3.5"), "万元", "元")


def test_the_unit_of_procurement_may_stand_in_its_header() -> None:
    rows = [[(t.replace("采购总金额", "采购总金额（元）"), a, b) for t, a, b in row] for row in section_two_2019()]
    amount = next(fact for fact in read_html(as_html(rows)).facts if fact.code == "procurement.amount")
    assert amount.unit == "元"


def test_a_form_filled_with_text_gives_no_values() -> None:
    for edition in EDITIONS:
        rows = [[[(("见附件说明" if t.isdigit() else t), a, b) for t, a, b in row] for row in table] for table in tables(edition)]
        assert all(f.value is None for f in read_html(as_html(*rows)).facts)


def test_blank_cells_of_section_three_stay_blank() -> None:
    rows = section_three("2021", lambda r, c: "" if c == 3 else str(three(r, c)))
    found = values(read_html(as_html(rows)).facts)
    assert found["applications.new", "welfare"] == "blank"
    assert found["applications.new", "legal_service"] == three(0, 4)


# --- columns ---


def test_numbers_whose_columns_are_lost_are_not_stored() -> None:
    rows = section_three("2021", lambda r, c: "" if (r, c) in ((4, 2), (9, 6)) else str(three(r, c)))
    reading = read_text(as_lines(rows))
    lost = {codes_three("2021")[4], codes_three("2021")[9]}
    assert values(reading.facts) == {k: v for k, v in expected_three("2021", three).items() if k[0] not in lost}  # type: ignore[index]
    assert sum("6 numbers for 7" in note for note in reading.notes) == 2


def test_a_header_with_fewer_applicants_is_believed_when_the_rows_agree() -> None:
    def narrow(rows: Rows) -> Rows:
        return [[cell for cell in row if cell[0] not in ("科研机构",) and not re.fullmatch(r"3\d\d2", cell[0])] for row in rows]

    rows = narrow(section_three("2021", lambda r, c: str(three(r, c))))
    rows[1] = [one("自然人", 2), one("法人或其他组织", 1, 4), one("总计", 2)]
    wanted = {k: v for k, v in expected_three("2021", three).items() if k[1] != "research"}  # type: ignore[index]
    assert values(read_html(as_html(rows)).facts) == wanted


def test_a_row_that_lost_a_cell_is_not_stored() -> None:
    rows = section_three("2021", lambda r, c: str(three(r, c)))
    rows[6] = rows[6][:-3] + rows[6][-2:]
    found = values(read_html(as_html(rows)).facts)
    gone = codes_three("2021")[3]
    assert found == {k: v for k, v in expected_three("2021", three).items() if k[0] != gone}  # type: ignore[index]


def test_an_extra_column_at_the_end_is_left_out() -> None:
    rows = section_three("2021", lambda r, c: str(three(r, c)))
    rows = [[*rows[0], one("备注", 3)], *rows[1:3], *([*row, one("")] for row in rows[3:])]
    assert values(read_html(as_html(rows)).facts) == expected_three("2021", three)


def test_headers_and_values_of_2019_need_not_share_columns() -> None:
    rows = tables("2019")
    rows[0] = [[(t, a, (i % 3) + 1) for i, (t, a, _) in enumerate(row)] for row in rows[0]]
    assert values(read_html(as_html(*rows)).facts) == truth("2019")


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_small_tables_without_their_headers(edition: str) -> None:
    rows = tables(edition)
    rows[0] = [row for row in rows[0] if row[0][0] != "信息内容"]
    assert values(read_html(as_html(*rows)).facts) == truth(edition)
    assert values(read_text(as_pipes(*rows)).facts) == truth(edition)


def test_section_three_without_its_header() -> None:
    rows = tables("2021")
    rows[1] = rows[1][3:]
    assert values(read_html(as_html(*rows)).facts) == truth("2021")


def four_stacked(titled: bool) -> list[Rows]:
    names = [["行政复议"], ["行政诉讼", "未经复议直接起诉"], ["行政诉讼", "复议后起诉"]]
    return [
        [
            *([one(title, 1, 5)] for title in name if titled),
            [one(o) for o in OUTCOMES],
            [one(str(four(5 * at + n))) for n in range(5)],
        ]
        for at, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    "read",
    [lambda rows: read_html(as_html(*rows)), lambda rows: read_text(as_lines(*rows)), lambda rows: read_text(as_pipes(*rows))],
)
def test_section_four_as_three_stacked_tables(read: Callable[[list[Rows]], FormReading]) -> None:
    rows = [*tables("2021")[:2], *four_stacked(titled=True)]
    assert values(read(rows).facts) == truth("2021")


def test_section_four_with_captions_above_its_tables() -> None:
    markup = as_html(*tables("2021")[:2]) + as_html(
        *four_stacked(titled=False), titles=["（一）行政复议", "（二）未经复议直接起诉", "（三）复议后起诉"]
    )
    assert values(read_html(markup).facts) == truth("2021")


def test_section_four_without_any_title_is_not_guessed() -> None:
    reading = read_html(as_html(*tables("2021")[:2], *four_stacked(titled=False)))
    assert not {code for code in codes_four() if code in values(reading.facts)}
    assert any("review and litigation" in note for note in reading.notes)


def test_section_four_turned_on_its_side() -> None:
    rows: Rows = []
    parts = [("行政复议", None), ("行政诉讼", "未经复议直接起诉"), ("行政诉讼", "复议后起诉")]
    for at, (group, part) in enumerate(parts):
        for n, outcome in enumerate(OUTCOMES):
            head = [one(group, 5), *([one(part, 5)] if part else [])] if n == 0 else []
            rows.append([*head, one(outcome), one(str(four(5 * at + n)))])
    found = values(read_html(as_html(*tables("2021")[:2], rows)).facts)
    assert {code: found.get(code) for code in codes_four()} == {code: four(n) for n, code in enumerate(codes_four())}


def test_fourteen_numbers_of_fifteen_are_not_placed() -> None:
    rows = tables("2021")
    rows[2][-1] = rows[2][-1][:6] + rows[2][-1][7:]
    for reading in (read_html(as_html(*rows)), read_text(as_lines(*rows)), read_text(as_pipes(*rows))):
        assert not set(codes_four()) & set(values(reading.facts))


def test_a_form_printed_in_two_halves_side_by_side() -> None:
    head, *body = form_2014(lambda n: str(two(n)))
    half = (len(body) + 1) // 2
    blank = [one(""), one(""), one("")]
    rows = [head + head, *(body[n] + (body[half + n] if half + n < len(body) else blank) for n in range(half))]
    assert values_with_numbers(read_html(as_html(rows))) == truth("2014")


def test_columns_of_serial_numbers_and_remarks() -> None:
    rows = [[one("序号"), *form_2014()[0], one("备注")]]
    rows += [[one(str(n)), *row, one("")] for n, row in enumerate(form_2014(lambda n: str(two(n)))[1:], 1)]
    assert values_with_numbers(read_html(as_html(rows))) == truth("2014")


def test_of_several_number_columns_the_one_under_the_header_counts() -> None:
    rows = [[*form_2014()[0], one("上年数")]]
    rows += [[*row, one("7" if row[2][0] else "")] for row in form_2014(lambda n: str(two(n)))[1:]]
    assert values_with_numbers(read_html(as_html(rows))) == truth("2014")


def test_two_number_columns_without_a_header_are_not_guessed() -> None:
    rows = [[*row, one("7")] for row in form_2014(lambda n: str(two(n)))[2:]]
    reading = read_html(as_html(rows))
    assert not values_with_numbers(reading)
    assert any("several numbers" in note for note in reading.notes)


def test_sections_in_a_column_of_their_own() -> None:
    rows: Rows = [[one("统计指标", 1, 2), one("单位"), one("统计数")]]
    sections: dict[str, list[Any]] = {}
    for n, indicator in enumerate(numbered_2014()):
        sections.setdefault(indicator.section, []).append((n, indicator))
    for section, members in sections.items():
        for at, (n, indicator) in enumerate(members):
            rows.append(
                [*([one(section, len(members))] if at == 0 else []), one(indicator.label), one(indicator.unit), one(str(two(n)))]
            )
    assert values_with_numbers(read_html(as_html(rows))) == truth("2014")


# --- rows that no form has, several forms, other tables ---


def test_local_rows_are_kept_under_their_printed_label() -> None:
    rows = form_2014(lambda n: "0")
    rows.insert(20, [one("6.政务客户端推送数"), one("条"), one("88")])
    fact = next(f for f in read_html(as_html(rows)).facts if f.raw == "88")
    assert (fact.code, fact.category, fact.value, fact.edition) == (None, "6.政务客户端推送数", 88, "2014")


def test_a_local_row_of_section_three_has_its_applicants() -> None:
    rows = section_three("2021", lambda r, c: str(three(r, c)))
    rows.append([one("五、本年度补正答复数量", 1, 3), *(one(str(n)) for n in range(7))])
    found = values(read_html(as_html(rows)).facts)
    assert [found["五、本年度补正答复数量", applicant] for applicant in APPLICANTS] == list(range(7))


@pytest.mark.parametrize("label", ["联系电话", "填报日期", "单位负责人", "年份"])
def test_the_foot_of_a_form_is_no_local_row(label: str) -> None:
    rows = [*form_2014(lambda n: "0"), [one(label), one(""), one("8021996")]]
    assert not [f for f in read_html(as_html(rows)).facts if f.code is None]


def test_a_long_list_in_a_form_is_not_kept() -> None:
    rows = form_2014(lambda n: "0") + [[one(f"第{n}类事项办理"), one("件"), one(str(n))] for n in range(500)]
    reading = read_html(as_html(rows))
    assert not [f for f in reading.facts if f.code is None]
    assert any("too many" in note for note in reading.notes)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("written", ["html", "pipes", "lines"])
def test_two_forms_on_one_page_are_told_apart(edition: str, written: str) -> None:
    other = [[[(str(int(t) + 500) if t.isdigit() else t, a, b) for t, a, b in row] for row in table] for table in tables(edition)]
    reading = WRITTEN[written]([*tables(edition), *other])
    first, second = reading.forms
    assert first.end <= second.start
    assert reading.facts == first.facts
    assert {k: v for k, v in values(first.facts).items() if v != "blank"} == truth(edition)
    assert {k: v for k, v in values(second.facts).items() if v != "blank"} == {
        k: int(str(v)) + 500 for k, v in truth(edition).items()
    }


def test_forms_of_two_editions_are_two_forms() -> None:
    reading = read_html(as_html(*tables("2014"), *tables("2021")))
    assert [form.edition for form in reading.forms] == ["2014", "2021"]


def test_a_range_reads_one_of_two_forms() -> None:
    markup = as_html(*tables("2014"), form_2014(lambda n: str(two(n) + 500)))
    outline = outline_of(html.fromstring(markup))
    second = form_facts(outline).forms[1]
    reading = form_facts(outline, second.start, second.end)
    assert reading.facts == second.facts
    assert form_facts(outline, 0, second.start).facts == form_facts(outline).forms[0].facts


def test_a_hidden_copy_of_a_form_is_no_second_form() -> None:
    markup = as_html(*tables("2021"))
    assert len(read_html(f"<div><div style='display:none'>{markup}</div>{markup}</div>").forms) == 1


def test_the_edition_is_read_off_the_form() -> None:
    for edition in ("2019", "2021"):
        for part in (0, 1):
            assert read_html("<h1>2015年年度报告</h1>" + as_html(tables(edition)[part])).edition == edition


def test_the_heading_of_2021_is_no_row_of_2019() -> None:
    rows = section_three("2021", lambda r, c: str(three(r, c)))
    at = next(n for n, row in enumerate(rows) if row[0][0] == "（六）其他处理")
    rows[at] = [rows[at][0], *rows[at][2:]]
    found = values(read_html(as_html(rows)).facts)
    assert not [key for key in found if "applications.other" in key]  # type: ignore[operator]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>单位<td>电话<tr><td>办公室<td>5224110<tr><td>财政所<td>5224111</table>",
        "<table><tr><td>渠道<td>条数<tr><td>政府公报<td>5<tr><td>政府网站<td>100<tr><td>政务微博<td>2<tr><td>政务微信<td>3</table>",
        "<table><tr><td>类别<td>数量<tr><td>行政许可<td>12<tr><td>行政处罚<td>3<tr><td>其他<td>3<tr><td>总计<td>18</table>",
        "<table><tr><td>科目<td>预算<td>决算<tr><td>总计<td>100<td>90<tr><td>其他<td>1<td>2</table>",
        "<p>总计</p><p>5</p><p>其他</p><p>6</p>",
    ],
)
def test_other_tables_are_no_forms(markup: str) -> None:
    reading = read_html(f"<div>{markup}</div>")
    assert (reading.edition, reading.facts, reading.forms) == (None, [], [])


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_same_page_gives_the_same_reading(edition: str) -> None:
    markup = as_html(*tables(edition))
    assert read_html(markup) == read_html(markup)


def test_an_empty_page_has_no_form() -> None:
    assert form_facts(outline_of_text("")) == FormReading()


# --- damage of every kind: whatever is stored is right ---

Damage = Callable[[list[Rows], random.Random], list[Rows]]


def each_cell(rows: list[Rows], change: Callable[[str], str]) -> list[Rows]:
    return [[[(change(t), a, b) for t, a, b in row] for row in table] for table in rows]


def lose_letters(rows: list[Rows], dice: random.Random) -> list[Rows]:
    def change(text: str) -> str:
        at = dice.randrange(len(text)) if len(text) > 3 and not text.isdigit() and dice.random() < 0.15 else None
        return text if at is None else text[:at] + text[at + 1 :]

    return each_cell(rows, change)


def lose_numbers(rows: list[Rows], dice: random.Random) -> list[Rows]:
    return each_cell(rows, lambda t: "" if t.isdigit() and dice.random() < 0.15 else t)


def lose_rows(rows: list[Rows], dice: random.Random) -> list[Rows]:
    return [[row for row in table if dice.random() > 0.1] for table in rows]


def lose_cells(rows: list[Rows], dice: random.Random) -> list[Rows]:
    return [[[cell for cell in row if dice.random() > 0.01] for row in table] for table in rows]


DAMAGE: list[Damage] = [lose_letters, lose_numbers, lose_rows, lose_cells]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("written", ["html", "pipes", "lines"])
@pytest.mark.parametrize("damage", DAMAGE)
def test_whatever_is_lost_nothing_wrong_is_stored(edition: str, written: str, damage: Damage) -> None:
    for seed in range(6):
        dice = random.Random(seed)
        reading = WRITTEN[written](damage(tables(edition), dice))
        wanted = truth(edition)
        for fact in reading.facts:
            assert fact.value is None or wanted.get(key_of_fact(fact)) == fact.value, (seed, fact)
        least = {"lines": 0.2}.get(written, 0.6)
        assert sum(fact.value is not None for fact in reading.facts) > least * len(wanted)


def key_of_fact(fact: Fact) -> object:
    return (fact.code, fact.applicant) if fact.applicant else fact.code


# --- the seeds ---


def seeds_with_forms() -> list[dict[str, Any]]:
    path = SHARED / "gold" / "seeds.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def as_table(text: str) -> str:
    """The lines with bars as a real HTML table, the others as paragraphs."""
    out = []
    for line in text.splitlines():
        if "|" in line:
            cells = line.rstrip().removesuffix("|").split("|")
            out.append("<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in cells) + "</tr>")
        else:
            out.append(f"<p>{line}</p>")
    return re.sub(r"((?:<tr>.*?</tr>)+)", r"<table>\1</table>", "".join(out))


@pytest.mark.parametrize("wrap", ["text", "paragraphs", "breaks", "table"])
def test_all_form_facts_of_the_seeds_and_no_others(wrap: str) -> None:
    seeds = seeds_with_forms()
    if not seeds:
        pytest.skip("the shared seeds are not here")
    for seed in seeds:
        text = (SHARED / "seeds" / seed["seed"]).read_text(encoding="utf-8")
        if wrap == "text":
            outline = outline_of_text(text)
        elif wrap == "table":
            outline = outline_of(html.fromstring(f"<div>{as_table(text)}</div>"))
        else:
            pattern = "<p>{}</p>" if wrap == "paragraphs" else "{}<br>"
            outline = outline_of(
                html.fromstring("<div>" + "".join(pattern.format(line) for line in text.splitlines()) + "</div>")
            )
        reading = form_facts(outline)
        wanted = {fact["code"]: fact["value"] for fact in seed["facts"] if fact["origin"] == "form"}
        assert {fact.code: fact.value for fact in reading.facts} == wanted
        assert reading.edition == seed["form_edition"]
        assert all(outline.text[f.place.start : f.place.end] == f.raw for f in reading.facts)


def test_remarks_in_the_seeds_are_kept() -> None:
    for seed in seeds_with_forms():
        if "notes" not in seed:
            continue
        reading = form_facts(outline_of_text((SHARED / "seeds" / seed["seed"]).read_text(encoding="utf-8")))
        assert {f.code: f.raw for f in reading.facts if f.remark} == seed["notes"]
