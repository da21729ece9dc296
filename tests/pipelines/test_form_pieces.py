"""Forms in pieces: strips of labels across, boxes side by side, headings with figures between small tables."""

from __future__ import annotations

from itertools import groupby

import pytest

from tests.pipelines.form_layouts import table
from tests.pipelines.form_pages import (
    OUTCOMES,
    expected_three,
    flat_three,
    read_html,
    tables,
    three,
    truth,
    values_with_numbers,
)

ROWS = [[text for text, _, _ in row] for row in tables("2014")[0][2:]]
TYPES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]


@pytest.mark.parametrize("many", [3, 4, 5, 6, 8, 11])
@pytest.mark.parametrize("heads", [("统计指标", "单位", "统计数"), None])
def test_a_strip_of_labels_may_be_as_short_as_what_is_left(many: int, heads: tuple[str, ...] | None) -> None:
    strips = [ROWS[at : at + many] for at in range(0, len(ROWS), many)]
    drawn = [[[*([heads[n]] if heads else []), *(row[n] for row in strip)] for n in range(3)] for strip in strips]
    found = values_with_numbers(read_html("<div>" + "".join(map(table, drawn)) + "</div>"))
    alone = [row[2] for row in strips[-1]] if len(strips[-1]) == 1 and heads is None else []  # is anything's
    assert found == {code: value for code, value in truth("2014").items() if str(value) not in alone}


# --- boxes ---


def boxes(label: str, pairs: list[tuple[str, str]], drawn: str) -> str:
    return f"<h6>{label}</h6><div>" + "".join(drawn.format(*pair) for pair in pairs) + "</div>"


@pytest.mark.parametrize("drawn", ["<span><i>{}</i><b>{}</b></span>", "<i>{}</i><b>{}件</b>", "<div><i>{}</i><b>{}</b></div>"])
@pytest.mark.parametrize("path", ["› {}", "» {}", "> {}", "→{}", "— {}"])
def test_boxes_below_the_name_of_their_row(drawn: str, path: str) -> None:
    group = "三、本年度办理结果"
    rows = [(label, figures) for label, figures in flat_three("2021", three) if any(figures)]
    names = [f"{group} {path.format(label)}" if 1 < at < len(rows) - 1 else label for at, (label, _) in enumerate(rows)]
    markup = "".join(boxes(name, [*zip(TYPES, row, strict=True)], drawn) for name, (_, row) in zip(names, rows, strict=True))
    assert values_with_numbers(read_html(f"<div>{markup}</div>")) == expected_three("2021", three)


def test_boxes_with_results_of_cases() -> None:
    parts = {"行政复议": "review", "未经复议直接起诉": "litigation_direct", "复议后起诉": "litigation_after_review"}
    markup = "".join(
        boxes(part, [(name, str(10 * at + n)) for n, name in enumerate(OUTCOMES)], "<div><span>{}</span><span>{}</span></div>")
        for at, part in enumerate(parts)
    )
    found = values_with_numbers(read_html(f"<div>{markup}</div>"))
    names = ("upheld", "corrected", "other", "pending", "total")
    assert found == {f"{part}.{name}": 10 * at + n for at, part in enumerate(parts.values()) for n, name in enumerate(names)}


def test_numbers_above_their_names_are_not_read() -> None:
    rows = [(label, figures) for label, figures in flat_three("2021", three) if any(figures)]
    for drawn in ("<span><b>{1}</b><i>{0}</i></span>", "<div><b>{1}</b><i>{0}</i></div>", "<p>{1}</p><p>{0}</p>"):
        markup = "".join(boxes(label, [*zip(TYPES, figures, strict=True)], drawn) for label, figures in rows)
        found = values_with_numbers(read_html(f"<div>{markup}</div>"))
        assert found.items() <= expected_three("2021", three).items()


# --- headings ---


HEADINGS = ("review.total", "litigation.total", "complaints.total", "fees.collected")


def in_sections(heading: str) -> str:
    """The form in a table for each family of rows; rows that are the name of a section stand above its table alone."""
    out = ""
    codes = list(truth("2014"))
    for _, run in groupby(zip(codes, ROWS, strict=True), lambda pair: pair[0].partition(".")[0]):
        part = list(run)
        out += "".join("<h4>" + heading.format(*row) + "</h4>" for code, row in part if code in HEADINGS)
        rest = [row for code, row in part if code not in HEADINGS]
        out += table([["指标", "单位", "数值"], *rest]) if rest else ""
    return f"<div>{out}</div>"


@pytest.mark.parametrize("heading", ["{0}：{2}{1}", "{0}……{2}{1}", "{0}: {2}"])
def test_headings_with_figures_between_the_tables(heading: str) -> None:
    assert values_with_numbers(read_html(in_sections(heading))) == truth("2014")


def test_lines_below_other_tables_stay_prose() -> None:
    markup = table([["渠道", "数量"], ["当面申请数", "2"], ["信函申请数", "1"]]) + "<p>四、行政复议数量：3件</p><p>工作有序。</p>"
    assert read_html(f"<div>{markup}</div>").facts == []
