"""Marks of footnotes and struck-out text in a page: neither is a digit of the number beside it."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.outline import outline_of
from tests.pipelines.form_pages import as_html, read_html, tables, truth, values


def text(markup: str) -> str:
    return outline_of(html.fromstring(f"<div>{markup}</div>")).text


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("12<sup>1</sup>", "12[1]"),
        ("12<sup>[1]</sup>条", "12[1]条"),
        ("12<a href='#n1'><sup>①</sup></a>", "12[①]"),
        ("12<sup><a href='#n1'>注1</a></sup>", "12[注1]"),
        ("12<sup>*</sup>", "12[*]"),
        ("占地5m<sup>2</sup>", "占地5m2"),
        ("<sup>第一部分</sup>概述", "第一部分概述"),
        ("<s>5</s>6", "6"),
        ("<del>5</del><ins>6</ins>", "6"),
        ("<strike><b>5</b></strike>6", "6"),
        ("<span style='color:red;text-decoration: line-through'>5</span>6", "6"),
        ("<s/>56", "56"),
        ("<strong>5</strong>6", "56"),
    ],
)
def test_text_of_marks_and_of_what_is_struck_out(markup: str, said: str) -> None:
    assert text(f"<p>{markup}</p>") == said


def test_an_element_that_was_never_closed_strikes_out_nothing() -> None:
    assert text("<s><p>甲</p><p>乙</p></s><p>丙</p>") == "甲\n乙\n丙"
    assert text(f"<p><s>{'很长的一段话，' * 60}</s></p>").startswith("很长")


@pytest.mark.parametrize("cell", ["{}<sup>1</sup>", "<p>{}<sup>[2]</sup></p>", "<s>7</s>{}", "<del>12</del><p>{}</p>", "{}①"])
@pytest.mark.parametrize("edition", ["2014", "2021"])
def test_a_form_whose_numbers_have_marks_is_read_like_any_other(edition: str, cell: str) -> None:
    rows = [[[(cell.format(t) if t.isdigit() else t, a, c) for t, a, c in row] for row in table] for table in tables(edition)]
    assert values(read_html(as_html(*rows, cell="{}")).facts).items() >= truth(edition).items()


def test_a_label_with_the_mark_of_a_footnote_is_that_label() -> None:
    rows = [[[(f"{t}<sup>1</sup>" if len(t) > 5 else t, a, c) for t, a, c in row] for row in table] for table in tables("2014")]
    assert values(read_html(as_html(*rows, cell="{}")).facts).items() >= truth("2014").items()
    rows = [[[(f"{t}①" if len(t) > 5 else t, a, c) for t, a, c in row] for row in table] for table in tables("2014")]
    assert values(read_html(as_html(*rows, cell="{}")).facts).items() >= truth("2014").items()


def test_many_marks_cost_no_more_than_their_size() -> None:
    assert text("<p>" + "<sup>1" * 3000 + "</p>")
    assert text("<p>" + "5<s>" * 3000 + "</p>")
    assert text("<p>" + "<b style=" + "line-through" * 3000 + ">x</b></p>") == ""
    assert text("<p><b title='line-through'>x</b></p>") == "x"
