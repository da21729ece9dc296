"""Section 三 with the names of its rows above their numbers, and with headers in short words and spans that are wrong."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.form.named_above import is_unit_line
from pipelines.forms import FormReading, form_facts
from pipelines.outline import outline_of
from tests.pipelines.form_layouts import table
from tests.pipelines.form_pages import APPLICANTS, expected_three, flat_three, read_html, three, values

TYPES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
ROWS = list(flat_three("2021", three))
WHOLE = expected_three("2021", three)
NEW = "一、本年新收政府信息公开申请数量"
SEVEN = ["5", "1", "0", "0", "1", "0", "7"]


def above(*parts: str) -> str:
    return "<div>" + "".join(parts) + "</div>"


def small(label: str, figures: list[str], how: str) -> str:
    """A table for one row, or the line of a group alone."""
    if not any(figures):
        return f"<p><b>{label}</b></p>"
    caption = f"<p>{label}</p>"
    drawn = {
        "caption": caption + table([TYPES, figures]),
        "caption of the table": table([TYPES, figures]).replace("<table>", f"<table><caption>{label}</caption>"),
        "caption and unit": caption + "<p>（单位：件）</p>" + table([TYPES, figures]),
        "title row": table([[f"1x7:{label}"], TYPES, figures]),
        "name of numbers": caption + table([["申请人", *TYPES], ["数量", *figures]]),
        "corner": caption + table([["", *TYPES], ["", *figures]]),
        "list": caption + table([[name, figure] for name, figure in zip(TYPES, figures, strict=True)]),
    }
    return drawn[how]


HOW = ["caption", "caption of the table", "caption and unit", "title row", "name of numbers", "corner", "list"]


@pytest.mark.parametrize("how", HOW)
def test_a_table_for_each_row(how: str) -> None:
    assert values(read_html(above(*(small(label, figures, how) for label, figures in ROWS))).facts) == WHOLE


def test_the_header_stands_once() -> None:
    lines = [line for label, figures in ROWS for line in ([f"1x7:{label}"], *([figures] if any(figures) else []))]
    assert values(read_html(above(table([TYPES, *lines]))).facts) == WHOLE
    first, *rest = ((label, figures) for label, figures in ROWS if any(figures))
    apart = [f"<p>{first[0]}</p>", table([TYPES, first[1]]), *(f"<p>{label}</p>" + table([figures]) for label, figures in rest)]
    assert values(read_html(above(*apart)).facts) == WHOLE


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{NEW}</p>" + table([TYPES, SEVEN, SEVEN]),
        f"<p>{NEW}</p>" + table([TYPES, ["县本级", *SEVEN]]),
        f"<p>{NEW}</p>" + table([TYPES, SEVEN[:6]]),
        f"<p>{NEW}</p><p>上述申请均已办结。</p>" + table([TYPES, SEVEN]),
        "<p>（三）不予公开</p>" + table([TYPES, SEVEN]),
        table([[f"1x7:{NEW}"], ["1x7:其中网上申请"], TYPES, SEVEN]),
    ],
)
def test_numbers_that_a_name_above_them_does_not_surely_mean_are_not_stored(markup: str) -> None:
    assert not values(read_html(above(markup)).facts)


def test_tables_that_differ_in_the_lines_above_them_alone_are_told_apart() -> None:
    def read(label: str) -> FormReading:
        return form_facts(outline_of(html.fromstring(above(f"<p>{label}</p>" + table([TYPES, SEVEN])))))

    assert {fact.code for fact in read(NEW).facts} == {"applications.new"}
    assert {fact.code for fact in read(CARRIED).facts} == {"applications.carried_in"}
    assert not read("某某情况").facts


@pytest.mark.parametrize(
    ("line", "expected"), [("单位：件", True), ("（计量单位: 件、条）", True), ("单位：某某局", False), (NEW, False)]
)
def test_lines_with_a_unit_alone(line: str, expected: bool) -> None:
    assert is_unit_line(line) is expected


# --- headers ---

CARRIED = "二、上年结转政府信息公开申请数量"
SHORT = ["个人", "企业", "科研", "公益组织", "法律服务", "其他", "合计"]


@pytest.mark.parametrize("types", [SHORT, ["自然人", "商业", "科研院所", "社会公益", "法律机构", "其他", "总计"]])
@pytest.mark.parametrize("first", [[["3x1:项目", "1x6:申请人情况"]], [["2x1:项目", "1x7:申请人情况"]], []])
def test_short_words_for_the_applicants_and_spans_that_are_wrong(types: list[str], first: list[list[str]]) -> None:
    rows = [*first, types if first else ["项目", *types], *([label, *figures] for label, figures in ROWS)]
    assert values_of(table(rows)) == WHOLE


def test_short_words_below_the_name_of_their_group() -> None:
    head = [["2x1:项目", "2x1:个人", "1x5:法人或组织", "2x1:合计"], SHORT[1:6]]
    assert values_of(table([*head, *([label, *figures] for label, figures in ROWS)])) == WHOLE


def test_a_row_that_a_header_pushes_aside_keeps_its_blank_cells() -> None:
    rows = [["3x1:项目", "1x6:申请人情况"], SHORT, [NEW, "5", "", "0", "", "1", "0", "6"], [CARRIED, *SEVEN]]
    found = values(read_html(above(table(rows))).facts)
    assert [found["applications.new", name] for name in APPLICANTS] == [5, "blank", 0, "blank", 1, 0, 6]


def values_of(markup: str) -> dict[object, object]:
    return {key: value for key, value in values(read_html(above(markup)).facts).items() if value != "blank"}
