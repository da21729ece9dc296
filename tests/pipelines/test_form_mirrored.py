"""Forms with their numbers left of the labels, and with the labels said again in another language."""

from __future__ import annotations

import pytest

from pipelines.form.labels import words_of
from tests.pipelines.form_pages import (
    EDITIONS,
    OUTCOMES,
    Rows,
    as_html,
    as_pipes,
    one,
    read_html,
    read_text,
    section_four,
    tables,
    truth,
    values_with_numbers,
)


def translated(rows: Rows, at: int | None) -> Rows:
    """The rows with a column of English words, some blank, before that cell; behind the last one for None."""
    found: Rows = []
    for number, row in enumerate(rows):
        text = "Item" if number == 0 else "Information released" if number % 3 else ""
        found.append([*row, one(text)] if at is None else [*row[:at], one(text), *row[at:]])
    return found


@pytest.mark.parametrize("at", [0, 1, 2, None])
def test_numbers_left_of_the_labels_of_2014(at: int | None) -> None:
    rows = [row[::-1] for row in tables("2014")[0]]
    assert values_with_numbers(read_html(as_html(rows))) == truth("2014")
    assert values_with_numbers(read_html(as_html(translated(rows, at)))) == truth("2014")
    assert values_with_numbers(read_text(as_pipes(rows))) == truth("2014")


def test_without_a_header_no_cell_behind_the_label_is_its_figure() -> None:
    rows = [row[::-1] for row in tables("2014")[0][1:]]
    assert read_html(as_html(rows)).facts == []
    assert read_html(as_html(translated(rows, None))).facts == []


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_numbers_left_of_the_labels_of_later_forms(edition: str) -> None:
    drawn = [[row[::-1] for row in rows] for rows in tables(edition)]
    assert values_with_numbers(read_html(as_html(*drawn))) == truth(edition)
    for at, row in ((0, 3), (0, 12), (1, 8), (1, 9)):  # one cell of that row lost
        damaged = [[list(cells) for cells in rows] for rows in drawn]
        del damaged[at][row][0]
        found = values_with_numbers(read_html(as_html(*damaged)))
        assert found.items() <= truth(edition).items()


def test_results_of_cases_right_of_their_numbers() -> None:
    rows = [[one("件数"), one("结果"), one("类别")]]
    rows += [[one(str(n)), one(name), *([one("行政复议", 5)] if n == 0 else [])] for n, name in enumerate(OUTCOMES)]
    names = ("upheld", "corrected", "other", "pending", "total")
    assert values_with_numbers(read_html(as_html(rows))) == {f"review.{name}": n for n, name in enumerate(names)}


@pytest.mark.parametrize("head", [[], [["序号", "信息内容"]], [["序号", "信息内容", "本年处理决定数量"]]])
def test_a_number_before_a_label_that_no_header_names_is_not_its_figure(head: list[list[str]]) -> None:
    labels = ["行政许可", "行政处罚", "行政强制"]
    rows = [list(map(one, names)) for names in [*head, *([str(n), label] for n, label in enumerate(labels, 3))]]
    assert read_html(as_html(rows)).facts == []


def test_a_row_that_lost_a_cell_is_not_read() -> None:
    rows = [row[::-1] for row in translated(tables("2014")[0], 0)]
    rows[9] = rows[9][1:]
    reading = read_html(as_html(rows))
    assert len(values_with_numbers(reading)) == len(truth("2014")) - 1
    assert any("lost a cell" in note for note in reading.notes)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("at", [0, None])
def test_a_column_in_another_language_says_nothing(edition: str, at: int | None) -> None:
    found = values_with_numbers(read_html(as_html(*[translated(rows, at) for rows in tables(edition)])))
    assert found == truth(edition)


@pytest.mark.parametrize("at", [1, 2])
def test_a_column_in_another_language_beside_the_label(at: int) -> None:
    assert values_with_numbers(read_html(as_html(translated(tables("2014")[0], at)))) == truth("2014")


def test_a_header_of_section_four_in_another_order_is_not_the_official_one() -> None:
    rows = [row[::-1] for row in section_four()]
    found = values_with_numbers(read_text("\n".join([as_pipes(rows[1:3]), as_pipes(rows[:1]), as_pipes(rows[3:])])))
    assert found == {}
    assert values_with_numbers(read_text(as_pipes(rows))) == {}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("4.政务微信公开政府信息数政务微信公开政府信息数", "channel.wechat"),
        ("（一）收到申请数 Requests received", "requests.received"),
        ("三、依申请公开情况 （一）收到申请数", "requests.received"), ("收到申请数（Requests）", "requests.received"),
        ("收到申请收到", None), ("App", None), ("网站Web访问量", None),
    ],
)  # fmt: skip
def test_labels_said_twice(label: str, name: str | None) -> None:
    assert [word.name for word in words_of(label)] == ([name] if name else [])


def test_a_column_that_counts_rows_is_no_number_of_a_mirrored_form() -> None:
    rows = [[one(str(7 * at) if at else "序号"), row[2], row[1], row[0]] for at, row in enumerate(tables("2014")[0])]
    blank = [[*row[:1], one(""), *row[2:]] if "公开政府信息数" in row[3][0] else row for row in rows]
    found = values_with_numbers(read_html(as_html(blank)))
    assert found.items() < truth("2014").items()
