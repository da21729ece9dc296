"""Section 三 as a block of rows for each applicant type, drawn in the ways of several sites."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.forms import form_facts
from pipelines.outline import outline_of
from tests.pipelines.form_layouts import table
from tests.pipelines.form_pages import APPLICANTS, expected_three, flat_three, read_html, read_text, three, values

TYPES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
ROWS = [(label, figures) for label, figures in flat_three("2021", three) if any(figures)]
WHOLE = expected_three("2021", three)
HEAD = ["申请人类型", "办理情况", "件数"]
TALL = len(ROWS)


def block(at: int) -> list[list[str]]:
    return [[label, figures[at]] for label, figures in ROWS]


def drawn(how: str, order: list[int]) -> str:
    """The blocks of the applicant types in that order, each row with one figure."""
    if how == "captions":
        return "".join(f"<h4>{TYPES[at]}</h4>" + table([HEAD[1:], *block(at)]) for at in order)
    if how == "captions with words":
        return "".join(f"<p>申请人类型：{TYPES[at]}</p>" + table(block(at)) for at in order)
    rows: list[list[str]] = [HEAD[1:] if how == "titles" else ["申请人", *HEAD] if how == "groups" else HEAD]
    for at in order:
        mine = block(at)
        if how == "titles":
            rows += [[f"1x2:{TYPES[at]}"], *mine]
        elif how == "spans":
            rows += [[f"{TALL}x1:{TYPES[at]}", *mine[0]], *mine[1:]]
        elif how == "groups":
            group = [] if at in range(2, 6) else [f"{5 * TALL}x1:法人或其他组织"] if at == 1 else []
            name = f"{TALL}x{1 if at in range(1, 6) else 2}:{TYPES[at]}"
            rows += [[*group, name, *mine[0]], *mine[1:]]
        else:
            rows += [[TYPES[at] if how == "repeated" or not n else "", *row] for n, row in enumerate(mine)]
    return table(rows)


HOW = ["captions", "captions with words", "titles", "spans", "groups", "repeated", "blanks below"]


@pytest.mark.parametrize("how", HOW)
def test_a_block_for_each_applicant_type(how: str) -> None:
    assert values(read_html(f"<div>{drawn(how, [*range(7)])}</div>").facts) == WHOLE


@pytest.mark.parametrize("how", ["captions", "titles", "spans"])
def test_the_total_may_come_first(how: str) -> None:
    assert values(read_html(f"<div>{drawn(how, [6, *range(6)])}</div>").facts) == WHOLE


@pytest.mark.parametrize("between", ["：", "\n"])
def test_blocks_of_lines(between: str) -> None:
    lines = [line for at in range(7) for line in (TYPES[at], *map(between.join, block(at)))]
    assert values(read_text("\n".join(lines)).facts) == WHOLE


def test_a_blank_figure_is_that_of_its_applicant_type() -> None:
    rows = [[name, *row] for at, name in enumerate(TYPES[:3]) for row in [[ROWS[0][0], ""], *block(at)[1:]]]
    found = values(read_html(f"<div>{table([HEAD, *rows])}</div>").facts)
    assert [found["applications.new", name] for name in APPLICANTS[:3]] == ["blank"] * 3


def test_legal_persons_together_are_no_applicant_type_of_the_form() -> None:
    names = {"自然人": 0, "法人或其他组织": 3, "总计": 6}
    rows = [[name, label, figures[at]] for name, at in names.items() for label, figures in ROWS]
    found = values(read_html(f"<div>{table([HEAD, *rows])}</div>").facts)
    assert found == {key: value for key, value in WHOLE.items() if key[1] in ("natural_person", "total")}  # type: ignore[index]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, *([name, *row] for at, name in enumerate(TYPES[:2]) for row in block(at)), [TYPES[0], *block(0)[0]]],
        [[*HEAD, *HEAD], *([TYPES[0], *left, TYPES[1], *right] for left, right in zip(block(0), block(1), strict=True))],
        [HEAD[1:], ["1x2:自然人申请人（含个体工商户）"], *block(0)],
        [HEAD, *(["自然人", *row] for row in block(0))],
    ],
)
def test_blocks_that_are_not_surely_understood_are_not_read(rows: list[list[str]]) -> None:
    assert not values(read_html(f"<div>{table(rows)}</div>").facts)


def test_tables_that_differ_in_the_names_above_them_alone_are_told_apart() -> None:
    def applicants(name: str) -> set[str | None]:
        markup = f"<div><h4>{name}</h4>{table([HEAD[1:], *block(0)])}</div>"
        return {fact.applicant for fact in form_facts(outline_of(html.fromstring(markup))).facts}

    assert [applicants(name) for name in ("自然人", "商业企业", "情况")] == [{"natural_person"}, {"enterprise"}, {"total"}]


def test_a_table_without_a_name_among_named_ones_is_not_the_totals() -> None:
    drawn = [(f"<h4>{name}</h4>" if at else "") + table([HEAD[1:], *block(at)]) for at, name in enumerate(TYPES[:3])]
    found = values(read_html(f"<div>{''.join(drawn)}</div>").facts)
    assert found == {key: value for key, value in WHOLE.items() if key[1] in APPLICANTS[1:3]}  # type: ignore[index]


def test_a_caption_about_applicants_makes_no_total() -> None:
    assert not values(read_html(f"<div><p>企业和自然人提出的申请</p>{table([HEAD[1:], *block(0)])}</div>").facts)
