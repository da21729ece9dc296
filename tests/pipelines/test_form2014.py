"""Labels, cells and columns of the form of 2014, and spellings that all three forms share."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pipelines.items import Fact
from tests.pipelines.form_pages import (
    EDITIONS,
    Rows,
    as_html,
    as_lines,
    codes_two,
    form_2014,
    numbered_2014,
    one,
    read_html,
    read_text,
    section_three,
    section_two_2019,
    section_two_2021,
    tables,
    three,
    truth,
    two,
    values,
    values_with_numbers,
)
from tests.pipelines.report_pages import report_of_page

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


def test_a_local_row_that_resembles_rows_of_the_form_is_local() -> None:
    rows = form_2014(lambda n: "0")
    rows.insert(9, [one("（1）政务客户端公开政府信息数"), one("条"), one("88")])
    fact = next(f for f in read_html(as_html(rows)).facts if f.raw == "88")
    assert (fact.code, fact.category) == (None, "（1）政务客户端公开政府信息数")


@pytest.mark.parametrize(("year", "edition"), [(2010, None), (2014, "2014")])
def test_a_small_table_of_the_years_before_is_the_places_own(year: int, edition: str | None) -> None:
    rows = (("主动公开信息数", 128, 331), ("其中：政府网站", 120, 301), ("受理依申请公开信息总数", 1, 3), ("行政复议数", 0, 0))
    cells = "".join(f"<tr><td>{label}</td><td>条</td><td>{count}</td><td>{ever}</td></tr>" for label, count, ever in rows)
    title = f"岚桥县水利局{year}年政府信息公开工作年度报告"
    text = f"<p>一、概述。{year}年，我局主动公开信息128条，收到申请1件。</p>"
    head = f"<tr><td>指标名称</td><td>单位</td><td>{year}年</td><td>历年累计</td></tr>"
    report = report_of_page(f"<h1>{title}</h1><div>{text}<table>{head}{cells}</table></div>", title)
    assert report.form_edition == edition
    assert any(fact.code == "disclosure.total" and fact.value == 128 for fact in report.facts)
