"""Rows that an office adds to a form, labels with words missing or of another edition, words for none: nothing beside is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipelines.form.labels import nearest, words_of
from pipelines.form.other_words import says_another, says_the_same
from pipelines.forms import FormReading
from tests.pipelines.form_pages import (
    APPLICANTS,
    EDITIONS,
    Rows,
    as_html,
    as_lines,
    as_pipes,
    one,
    read_html,
    read_text,
    tables,
    truth,
    values,
)

Read = Callable[[list[Rows]], FormReading]
READS: dict[str, Read] = {
    "html": lambda rows: read_html(as_html(*rows)),
    "pipes": lambda rows: read_text(as_pipes(*rows)),
    "lines": lambda rows: read_text(as_lines(*rows)),
}
every_writing = pytest.mark.parametrize("read", READS.values(), ids=READS)


def said(reading: FormReading) -> dict[object, object]:
    return {key: value for key, value in values(reading.facts).items() if value != "blank"}


def renamed(rows: list[Rows], old: str, new: str) -> list[Rows]:
    assert any(old in text for part in rows for row in part for text, _, _ in row)
    return [[[(text.replace(old, new), a, b) for text, a, b in row] for row in part] for part in rows]


# --- rows of an office's own in the form of 2014 ---


OWN_ROWS = [
    ("政务微博公开", "政务快手公开政府信息数", "条"),
    ("政务微信公开", "政务客户端公开政府信息数", "条"),
    ("政府公报公开", "政府电视公开政府信息数", "条"),
    ("政府网站公开", "部门网页公开政府信息数", "条"),
    ("延期办结数", "超期办结数", "件"),
    ("按时办结数", "未按时办结数", "件"),
    ("信函申请数", "电话申请数", "件"),
    ("收到申请数", "收到口头申请数", "件"),
    ("设置政府信息公开查阅点数", "设置政府信息公开宣传栏数", "个"),
    ("举办各类培训班数", "举办各类培训班人数", "人"),
    ("举报投诉数量", "举报投诉查实数量", "件"),
    ("政务微信公开", "政务短信公开政府信息数", "条"),
    ("微博微信回应事件数", "微博回应事件数", "次"),
    ("政策解读稿件发布数", "政策解读稿件转发数", "篇"),
    ("依申请公开信息收取的费用", "依申请公开信息应收的费用", "万元"),
]


@every_writing
@pytest.mark.parametrize("behind", [True, False])
@pytest.mark.parametrize(("near", "own", "unit"), OWN_ROWS)
def test_a_row_that_says_another_thing_is_kept_under_its_label_and_takes_no_code(
    read: Read, behind: bool, near: str, own: str, unit: str
) -> None:
    (form,) = tables("2014")
    at = next(n for n, row in enumerate(form) if near in row[0][0])
    form.insert(at + behind, [one(own), one(unit), one("77")])
    assert said(read([form])) == truth("2014") | {own: 77}


@every_writing
@pytest.mark.parametrize(("near", "own", "unit"), OWN_ROWS)
def test_such_a_row_in_the_place_of_the_forms_own_is_kept_too(read: Read, near: str, own: str, unit: str) -> None:
    (form,) = tables("2014")
    at = next(n for n, row in enumerate(form) if near in row[0][0])
    form[at] = [one(own), one(unit), one("77")]
    wanted = [(key, value) for key, value in truth("2014").items() if value != 1000 + at - 2]
    assert said(read([form])) == dict(wanted) | {own: 77}


@pytest.mark.parametrize(
    ("label", "known"),
    [
        ("政务微博公开政务信息数", "政务微博公开政府信息数"),
        ("通过政府公报公开政府信息数", "政府公报公开政府信息数"),
        ("主动公开各类政府信息数", "主动公开政府信息数"),
        ("申请办理办结数", "申请办结数"),
    ],
)
def test_a_slip_or_words_that_say_nothing_make_no_other_row(label: str, known: str) -> None:
    assert says_another(label, known) == (label == "申请办理办结数")


@pytest.mark.parametrize(
    ("label", "known", "same"),
    [
        ("维持具体行为数", "维持具体行政行为数", True),
        ("信息不存在数", "申请信息不存在数", True),
        ("公开答复数", "同意公开答复数", False),
        ("同意公开答复数", "同意部分公开答复数", False),
        ("收到申请", "收到申请数", True),
    ],
)
def test_only_words_that_say_nothing_may_be_missing(label: str, known: str, same: bool) -> None:
    assert says_the_same(label, known) == same


# --- rows of an office's own, and labels of another edition, in section 三 ---


@every_writing
@pytest.mark.parametrize("label", ["（八）其他情形（县里增设）", "（八）转交乡镇承办", "（八）法律法规规定的其他情形"])
def test_a_row_of_its_own_in_section_three_is_kept_under_its_label(read: Read, label: str) -> None:
    rows = tables("2021")
    rows[1] = [[(t, a + 1 if t.startswith("三、") else a, b) for t, a, b in row] for row in rows[1]]
    rows[1].insert(len(rows[1]) - 1, [one(label, 1, 2), *(one(str(60 + n)) for n in range(7))])
    found = said(read(rows))
    assert found == truth("2021") | {(label, name): 60 + n for n, name in enumerate(APPLICANTS)}


@every_writing
@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("new", ["涉及个人隐私", "不是《条例》所指政府信息", "申请信息不存在数", "告知作出更改补充数"])
def test_one_label_of_the_form_of_2014_loses_its_row_alone(read: Read, edition: str, new: str) -> None:
    found = said(read(renamed(tables(edition), "保护第三方合法权益", new)))
    wanted = {key: value for key, value in truth(edition).items() if key[0] != "applications.denied_third_party"}  # type: ignore[index]
    assert {key: value for key, value in found.items() if key in truth(edition)} == wanted
    assert found[f"4.{new}", "natural_person"] == truth(edition)["applications.denied_third_party", "natural_person"]


LABELS = [
    ("属于国家秘密", "涉及国家秘密"),
    ("属于行政执法案卷", "行政执法案卷"),
    ("补正后申请内容仍不明确", "补正后仍不明确"),
    ("上年结转政府信息公开申请数量", "上年度结转申请数"),
    ("本年新收政府信息公开申请数量", "本年度新收申请数量"),
    ("重复申请", "重复"),
    ("予以公开", "给予公开"),
    ("行政强制", "行政强制措施"),
    ("自然人", "自燃人"),
    ("行政复议", "行政复义"),
    ("行政复议", "行政付议"),
]


@every_writing
@pytest.mark.parametrize(("old", "new"), [*LABELS, ("本年处理决定数量", "处理决定数量"), ("本年收费金额", "本年收费总金额")])
def test_a_label_with_words_missing_or_typed_wrongly_is_known(read: Read, old: str, new: str) -> None:
    assert said(read(renamed(tables("2021"), old, new))) == truth("2021")


@every_writing
@pytest.mark.parametrize(("old", "new"), [("申请信息不存在数", "信息不存在"), ("维持具体行政行为数", "维持具体行为数")])
def test_a_label_of_2014_with_words_missing_is_known(read: Read, old: str, new: str) -> None:
    assert said(read(renamed(tables("2014"), old, new))) == truth("2014")


def test_marks_of_footnotes_and_other_brackets_are_no_part_of_a_label() -> None:
    assert words_of("〔一〕主动公开政府信息数①") == words_of("主动公开政府信息数") != ()
    assert nearest("〖1〗政府公报公开政府信息数*", ("row2014",)).all


# --- words for none ---


@every_writing
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("word", ["无", "没有", "未统计", "不适用"])
def test_words_for_none_are_text_and_cost_no_number_beside_them(read: Read, edition: str, word: str) -> None:
    rows = [
        [[(word if text.isdigit() and int(text) % 3 else text, a, b) for text, a, b in row] for row in part]
        for part in tables(edition)
    ]
    wanted = {key: value if value % 3 == 0 else "text" for key, value in truth(edition).items()}  # type: ignore[operator]
    assert said(read(rows)) == wanted


def test_words_in_a_column_of_remarks_stand_for_no_number() -> None:
    rows = tables("2021")
    rows[1] = [[*rows[1][0], one("备注", 3)], *rows[1][1:3], *([*row, one("无")] for row in rows[1][3:])]
    rows[1][7] = rows[1][7][:-3] + rows[1][7][-2:]  # a number is lost
    for read in READS.values():
        found = said(read(rows))
        assert all(truth("2021")[key] == value for key, value in found.items() if value != "text")


# --- pages of paper ---


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("page", ["— 3 —", "-3-", "－ 12 －", "第3页", "第 3 页 共 12 页", "3 页"])
def test_the_number_of_a_page_between_two_rows_is_no_cell(edition: str, page: str) -> None:
    for part, rows in enumerate(tables(edition)):
        cut = len(rows) * 2 // 3
        first, second = as_lines(rows[:cut]), as_lines(rows[cut:])
        others = [as_lines(other) for at, other in enumerate(tables(edition)) if at != part]
        written = [*others[:part], f"{first}\n{page}\n{second}", *others[part:]]
        assert said(read_text("\n\n".join(written))) == truth(edition)
