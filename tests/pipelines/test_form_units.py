"""The unit of a row of money: printed in the label, in the column of units, or beside the number."""

from __future__ import annotations

import pytest

from tests.pipelines.form_pages import (
    Rows,
    as_html,
    as_lines,
    as_pipes,
    form_2014,
    one,
    read_html,
    read_text,
    tables,
    truth,
    values,
)

FEES = "依申请公开信息收取的费用"
CODE = "fees.collected"


def form(label: str, unit: str, printed: str, other: str = "条") -> Rows:
    rows: Rows = []
    for row in form_2014():
        if FEES in row[0][0]:
            rows.append([one(label), one(unit), one(printed)])
        else:
            rows.append([row[0], one(other), row[2]] if "主动公开政府信息数" in row[0][0] else row)
    return rows


CASES = [
    (f"七、{FEES}（元）", "", "3500", "0.35"),
    (f"七、{FEES}（单位：元）", "", "3,500", "0.35"),
    (f"七、{FEES}（元）", "元", "3500", "0.35"),
    (f"七、{FEES}（万元）", "", "3.5", "3.5"),
    (f"七、{FEES}", "千元", "35", "3.5"),
    (f"七、{FEES}", "万", "3.5", "3.5"),
    (f"七、{FEES}", "元", "3500", "0.35"),
    (f"七、{FEES}", "万元", "3500元", "0.35"),
    (f"七、{FEES}", "", "3500元", "0.35"),
    (f"七、{FEES}", "", "3.5", "3.5"),
]


@pytest.mark.parametrize(("label", "unit", "printed", "value"), CASES)
def test_money_is_stored_in_the_unit_of_the_codebook_whatever_names_the_printed_one(
    label: str, unit: str, printed: str, value: str
) -> None:
    rows = form(label, unit, printed)
    for reading in (read_html(as_html(rows)), read_text(as_pipes(rows)), read_text(as_lines(rows))):
        assert str(values(reading.facts)[CODE]) == value


def test_a_row_of_money_without_a_column_of_units() -> None:
    rows = [[row[0], row[2]] for row in form(f"七、{FEES}（元）", "", "3500")]
    for reading in (read_html(as_html(rows)), read_text(as_pipes(rows)), read_text(as_lines(rows))):
        assert values(reading.facts)[CODE] == "0.35"


def test_units_that_disagree_give_no_figure() -> None:
    reading = read_html(as_html(form(f"七、{FEES}（元）", "万元", "3500")))
    assert CODE not in values(reading.facts)
    assert any("unit not sure" in note for note in reading.notes)


def test_ten_thousands_of_what_is_not_said_is_no_count() -> None:
    reading = read_html(as_html(form(FEES, "万元", "3.5", other="万")))
    assert "disclosure.total" not in values(reading.facts)


@pytest.mark.parametrize(
    ("printed", "value"),
    [("—3", -3), ("↓3", -3), ("↑3", 3), ("负3", -3), ("减少3项", -3), ("增3", 3), ("-3", -3), ("+3", 3), ("▲2", 2), ("—", "na"),
     ("(3)", "text"), ("增2减1", "text"), ("持平", "text")],
)  # fmt: skip
def test_a_change_has_the_sign_that_is_printed(printed: str, value: object) -> None:
    rows = tables("2019")
    rows[0] = [[(printed if t == "1007" else t, a, b) for t, a, b in row] for row in rows[0]]
    for reading in (read_html(as_html(*rows)), read_text(as_pipes(*rows))):
        assert values(reading.facts) == truth("2019") | {"licences.items_change": value}
