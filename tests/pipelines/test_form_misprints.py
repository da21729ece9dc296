"""Headers that name a column twice, words of counting beside a section's name, rows before the first of the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipelines.forms import FormReading
from tests.pipelines.form_pages import Rows, as_html, as_pipes, form_2014, one, read_html, read_text, section_two_2019, values

Write = Callable[[Rows], FormReading]


def html_of(rows: Rows) -> FormReading:
    return read_html(as_html(rows))


def pipes_of(rows: Rows) -> FormReading:
    return read_text(as_pipes(rows))


def unclosed(rows: Rows) -> FormReading:
    return read_html(as_html(rows).replace("</td>", "").replace("</tr>", "").replace("</TD>", "").replace("</TR>", ""))


EACH: Any = pytest.mark.parametrize("read", [html_of, pipes_of, unclosed])


def misprinted(old: str, new: str) -> Rows:
    return [[(new if text == old else text, *span) for text, *span in row] for row in section_two_2019()]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("本年新公开数量", "本年新制作数量"), ("对外公开总数量", "本年新公开数量"), ("本年新制作数量", "本年新公开数量"),
        ("处理决定数量", "本年增/减"), ("对外公开总数量", "本年新制作数量"),
    ],
)  # fmt: skip
@EACH
def test_a_column_named_twice_is_the_one_whose_place_it_has(read: Write, old: str, new: str) -> None:
    whole, found = html_of(section_two_2019()), read(misprinted(old, new))
    assert values(found.facts) == values(whole.facts)
    assert any("told by its place" in note for note in found.notes)


def test_a_header_with_more_amiss_than_one_name_is_not_told_by_places() -> None:
    rows = misprinted("本年新公开数量", "对外公开总数量")
    rows = [[("本年新公开数量" if text == "本年新制作数量" else text, *span) for text, *span in row] for row in rows]  # type: ignore[misc]
    assert not any("told by its place" in note for note in html_of(rows).notes)


def test_a_merged_header_whose_name_was_repeated_names_no_further_column() -> None:
    rows: Rows = []
    for row in section_two_2019():
        wide = any(span == 3 for _, _, span in row)
        rows.append([cell for text, _, span in row for cell in [one(text)] * (2 if wide and span == 3 else 1)] if wide else row)
    whole = values(html_of(section_two_2019()).facts)
    found = values(html_of(rows).facts)
    assert all(whole[code] == value for code, value in found.items())


def sections_beside(word: str, name: str = "四、行政复议数量") -> Rows:
    """The form with a column of sections, in which the section's own row says a word of counting."""
    rows: Rows = [[one("类别"), one("统计指标"), one("单位"), one("统计数")]]
    for label, unit, number in (row for row in form_2014() if row[2][0].isdigit()):
        total = label[0].startswith(("四、", "五、", "六、"))
        section = name if label[0].startswith("四、") else label[0] if total else ""
        rows.append([one(section), one(word) if total else label, unit, number])
    return rows


@pytest.mark.parametrize("word", ["数量", "件数", "总数", "总件数", "小计", "合计"])
@pytest.mark.parametrize("read", [html_of, unclosed])
def test_a_word_of_counting_beside_a_sections_name_heads_no_column(read: Write, word: str) -> None:
    whole = values(html_of(form_2014()).facts)
    found = values(read(sections_beside(word)).facts)
    assert {code: found.get(code) for code in whole} == whole


def test_a_row_of_the_offices_own_before_the_first_of_the_form_is_kept() -> None:
    rows = form_2014()
    own: Rows = [[one("纳入统计的单位数"), one("个"), one("5")], [one("填报单位"), one(""), one("3")]]
    facts = html_of([rows[0], *own, *rows[1:]]).facts
    assert [(fact.category, str(fact.value)) for fact in facts if fact.code is None] == [("纳入统计的单位数", "5")]
