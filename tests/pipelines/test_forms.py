"""Facts of the three forms from their many layouts; several forms on a page; damage of every kind; the seeds."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from pipelines.forms import FormReading, form_facts
from pipelines.items import Fact
from pipelines.outline import outline_of, outline_of_text
from tests.pipelines.form_pages import (
    APPLICANTS,
    EDITIONS,
    WRITTEN,
    Rows,
    as_html,
    form_2014,
    one,
    read_html,
    section_three,
    tables,
    three,
    truth,
    two,
    values,
)

SHARED = Path(__file__).parents[2].parent / "shared"


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
