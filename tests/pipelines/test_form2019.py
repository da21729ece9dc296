"""Columns and headers of the forms of 2019 and 2021: what can be told is read, what cannot is not stored."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pipelines.forms import FormReading
from tests.pipelines.form_pages import (
    OUTCOMES,
    Rows,
    as_html,
    as_lines,
    as_pipes,
    codes_four,
    codes_three,
    expected_three,
    four,
    one,
    read_html,
    read_text,
    section_four,
    section_three,
    section_two_2021,
    tables,
    three,
    truth,
    values,
)


def test_numbers_whose_columns_are_lost_are_not_stored() -> None:
    rows = section_three("2021", lambda r, c: "" if (r, c) in ((4, 2), (9, 6)) else str(three(r, c)))
    reading = read_text(as_lines(rows))
    lost = {codes_three("2021")[4], codes_three("2021")[9]}
    assert values(reading.facts) == {k: v for k, v in expected_three("2021", three).items() if k[0] not in lost}  # type: ignore[index]
    assert sum("6 numbers for 7" in note for note in reading.notes) == 2


def test_a_header_with_fewer_applicants_is_believed_when_the_rows_agree() -> None:
    def narrow(rows: Rows) -> Rows:
        return [[cell for cell in row if cell[0] not in ("科研机构",) and not re.fullmatch(r"1\d\d2", cell[0])] for row in rows]

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


def test_a_blank_row_beside_a_cell_from_above_that_is_too_long_is_blank() -> None:
    rows = section_three("2021", lambda r, c: "" if r == 24 else str(three(r, c)))
    assert rows[-1][0][0].startswith("四")
    rows[5][0] = one(rows[5][0][0], rows[5][0][1] + 1)
    rows[-1] = [rows[-1][0], *(one("") for _ in range(7))]
    found = values(read_html(as_html(rows)).facts)
    assert {found.get(("applications.carried_out", who)) for who in ("natural_person", "welfare", "total")} == {"blank"}


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


def test_section_four_with_its_header_in_a_table_of_its_own() -> None:
    rows = section_four(lambda column: str(four(column)))
    assert values(read_html(as_html(rows[:-1]) + as_html(rows[-1:])).facts) == values(read_html(as_html(rows)).facts)


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


@pytest.mark.parametrize("join", ["{}{}", "{}：{}", "{} {}", "{}<br>{}", "三、本年度办理结果{}{}"])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_one_column_of_labels_with_the_group_before_each(edition: str, join: str) -> None:
    rows: Rows = [
        [one("项目"), *(one(t) for t in ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"))]
    ]
    group = ""
    for row in section_three(edition, lambda r, c: str(three(r, c)))[3:]:
        labels = [text for text, _, _ in row[:-7] if text != "三、本年度办理结果"]
        group = labels[0] if len(labels) == 2 else group if labels[0][0].isdigit() else ""
        rows.append([one(join.format(group, labels[-1]) if group else labels[-1]), *row[-7:]])
    assert values(read_html(as_html(rows)).facts) == expected_three(edition, three)


def test_the_parts_of_section_four_named_in_brackets() -> None:
    names = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
    rows: Rows = []
    for at, name in enumerate(names):
        rows += [[one(name, 1, 5)], [one(o) for o in OUTCOMES], [one(str(four(5 * at + n))) for n in range(5)]]
    assert values(read_html(as_html(*tables("2021")[:2], rows)).facts) == truth("2021")


def test_a_blank_row_of_section_four_is_fifteen_blank_cells() -> None:
    found = values(read_html(as_html(*tables("2021")[:2], section_four(lambda n: ""))).facts)
    assert [found[code] for code in codes_four()] == ["blank"] * 15


def test_a_local_row_under_one_column_has_its_label_alone() -> None:
    rows = section_two_2021(lambda n: "1")
    rows.insert(5, [one("行政确认"), one("8", 1, 3)])
    rows.insert(8, [one("行政裁决"), one("9", 1, 3)])
    local = {fact.category: fact.value for fact in read_html(as_html(rows)).facts if fact.code is None}
    assert local["行政裁决"] == 9


@pytest.mark.parametrize("left", [0, 1])
def test_blank_columns_beside_section_four_are_air(left: int) -> None:
    air = [[*[one("")] * left, *row, one("")] for row in section_four(lambda n: str(four(n)))]
    rows = section_three("2021", lambda r, c: str(three(r, c)))
    found = values(read_html(as_html(rows, air)).facts)
    assert [found.get(code) for code in codes_four()] == [four(n) for n in range(15)]


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("①无正当理由逾期不补正，不再处理", "applications.other_not_amended"),
        ("逾期未补正的", "applications.other_not_amended"),
        ("②逾期未缴费，不再处理", "applications.other_fee_unpaid"),
        ("2.申请人逾期未按要求缴纳费用", "applications.other_fee_unpaid"),
    ],
)
def test_rows_of_other_handling_are_known_by_their_short_names(label: str, code: str) -> None:
    rows = section_three("2021", lambda r, c: str(three(r, c)))
    at = 3 + codes_three("2021").index(code)
    rows[at] = [*rows[at][:-8], one(label), *rows[at][-7:]]
    assert values(read_html(as_html(rows)).facts) == expected_three("2021", three)
