"""The forms are drawn with spans that fill a rectangle, and each figure stands under its applicant and beside its row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import html
from lxml.html import HtmlElement

from demo.content import Content
from demo.places import PLANS
from demo.truth import Truth

Grid = list[list[str]]
APPLICANTS = ("natural_person", "enterprise", "research", "welfare", "legal_service", "other_legal", "total")
CONTENTS = {plan.key: Content(plan, "127.0.0.2") for plan in PLANS}
REPORTS = [(plan, path, truth) for plan in PLANS for path, truth in CONTENTS[plan.key].truth().items() if truth.edition]


def grid(table: HtmlElement) -> Grid:
    """The table as a rectangle; a slot that two cells claim, or none, is an error in the drawing."""
    slots: dict[tuple[int, int], str] = {}
    for row, tr in enumerate(table.iter("tr")):
        column = 0
        for cell in tr.iter("td", "th"):
            while (row, column) in slots:
                column += 1
            for down in range(int(cell.get("rowspan", "1"))):
                for right in range(int(cell.get("colspan", "1"))):
                    assert (row + down, column + right) not in slots, "two cells claim one slot"
                    slots[row + down, column + right] = "".join(cell.itertext()).strip().replace("\xa0", "")
    height, width = max(row for row, _ in slots) + 1, max(column for _, column in slots) + 1
    assert len(slots) == height * width, "the table is not a rectangle"
    return [[slots[row, column] for column in range(width)] for row in range(height)]


def grids(site: str, path: str) -> Iterator[Grid]:
    codec = next(plan.codec for plan in PLANS if plan.key == site)
    tree = html.document_fromstring(CONTENTS[site].answer(path, {}).body.decode(codec))
    for table in tree.iter("table"):
        if table.get("class") in ("tj", "MsoNormalTable", "trs_word_table") or table.get("bordercolor"):
            yield grid(table)


def raw(truth: Truth, code: str, applicant: str | None = None) -> str:
    return next(fact.raw for fact in truth.facts if (fact.code, fact.applicant, fact.origin) == (code, applicant, "form"))


LATER = [(plan, path, truth) for plan, path, truth in REPORTS if truth.edition in ("2019", "2021")]
FIRST = [(plan, path, truth) for plan, path, truth in REPORTS if truth.edition == "2014"]
LABELS = {
    "本年新收政府信息公开申请": "new", "上年结转": "carried_in", "予以公开": "granted", "部分公开": "partially_granted",
    "属于国家秘密": "denied_state_secret", "行政查询事项": "denied_administrative_query", "不掌握相关": "unavailable_not_held",
    "公开出版物": "not_processed_published_material", "（七）总计": "processed", "结转下年度": "carried_out",
    "逾期未按收费通知": "other_fee_unpaid",
}  # fmt: skip


@pytest.mark.parametrize(("plan", "path", "truth"), LATER, ids=[f"{t.publisher}-{t.year}" for _, _, t in LATER])
def test_each_application_figure_stands_in_its_row_and_column(plan: object, path: str, truth: Truth) -> None:
    table = next(grid for grid in grids(truth.site, path) if len(grid[0]) == 10)
    assert table[2][3:9] == ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    assert {row[9] for row in table[1:3]} == {"总计"}
    for label, name in LABELS.items():
        rows = [row for row in table[3:] if label in row[2]]
        if not rows:
            assert (name, truth.edition) == ("other_fee_unpaid", "2019")
            continue
        assert len(rows) == 1
        assert rows[0][3:] == [raw(truth, f"applications.{name}", applicant) for applicant in APPLICANTS]


@pytest.mark.parametrize(("plan", "path", "truth"), LATER, ids=[f"{t.publisher}-{t.year}" for _, _, t in LATER])
def test_reviews_and_lawsuits_stand_in_one_row_of_fifteen(plan: object, path: str, truth: Truth) -> None:
    table = next(grid for grid in grids(truth.site, path) if len(grid[0]) == 15)
    assert len(table) == 4
    assert table[0] == ["行政复议"] * 5 + ["行政诉讼"] * 10
    assert table[1][5:] == ["未经复议直接起诉"] * 5 + ["复议后起诉"] * 5
    assert table[3][4] == raw(truth, "review.total")
    assert table[3][14] == raw(truth, "litigation_after_review.total")


@pytest.mark.parametrize(("plan", "path", "truth"), FIRST, ids=[f"{t.publisher}-{t.year}" for _, _, t in FIRST])
def test_the_form_of_2014_has_a_label_a_unit_and_a_number(plan: object, path: str, truth: Truth) -> None:
    rows = [row for grid in grids(truth.site, path) for row in grid]
    for label, unit, code in (
        ("（一）主动公开政府信息数", "条", "disclosure.total"), ("（一）收到申请数", "件", "requests.received"),
        ("七、依申请公开信息收取的费用", "万元", "fees.collected"), ("（三）接受培训人员数", "人次", "training.people"),
    ):  # fmt: skip
        found = [row for row in rows if row[0].lstrip("　").startswith(label)]
        assert [row[1:] for row in found] == [[unit, raw(truth, code)]]


def test_the_drawings_vary() -> None:
    hands = {fact.raw[0] for _, _, truth in REPORTS for fact in truth.facts if fact.origin == "form" and fact.raw}
    assert {"1", "１", "零", "+", "-", "/"} <= hands
    editors = {
        mark
        for plan, path, _ in REPORTS
        for mark in ("MsoNormalTable", "trs_word_table", 'class="tj"', "bordercolor")
        if mark.encode() in CONTENTS[plan.key].answer(path, {}).body
    }
    assert len(editors) == 4
