"""What was done to pages before they were sent is undone, marked, or flagged: the labelled set and its floors."""

from __future__ import annotations

from statistics import mean

import pytest

from crawler.decode import read_text
from tests.crawler.garbles.kinds import KINDS, STYLES, bigram_f1, cases, page

LOSSY = {"stray-utf-8": 0.97, "stray-gb18030": 0.97, "utf8-as-gbk": 0.85, "utf8-as-gb18030": 0.85, "utf8-as-gbk-questions": 0.85,
         "gbk-as-big5": 0.85, "gbk-as-big5hkscs": 0.85, "gbk-as-cp950": 0.85, "utf8-as-1252-dropped": 0.85}  # fmt: skip
"""Floors of bigram F1 for kinds that lose something."""
DISGUISED = {"kit-a", "kit-b", "kit-c"}
COUNT = 33


@pytest.mark.parametrize("kind", sorted(set(KINDS) - DISGUISED))
def test_labelled_set_stays_above_its_floors(kind: str) -> None:
    scores: dict[str, list[float]] = {style: [] for style in STYLES}
    for case in cases(kind, COUNT):
        result = read_text(case.body, case.header)
        truth = case.truth.replace("\ufeff", "")
        if case.exact:
            assert result.text == truth, (case.style, result.codec, result.damage)
        scores[case.style].append(bigram_f1(result.text, truth))
        assert result.damaged or not case.lost, "lost text must be flagged"
        assert not result.disguised
    assert mean(score for found in scores.values() for score in found) >= LOSSY.get(kind, 0.97)


@pytest.mark.parametrize("kind", sorted(k for k in KINDS if k.startswith(("utf8-as", "gbk-as"))))
def test_flags_nothing_as_lost_when_all_is_restored(kind: str) -> None:
    for case in cases(kind, 8):
        if case.exact:
            assert not read_text(case.body, case.header).damaged


def test_marks_each_character_it_filled_in() -> None:
    text = "<p>关于印发信息公开指南的通</p>\n<p>请各单位认真贯彻执行</p>"
    result = read_text(text.encode().decode("gbk", "replace").encode())
    assert "filled-characters" in {damage.kind for damage in result.damage}
    assert result.damaged
    assert result.filled
    assert all(result.text[at] >= "\u3000" for at in result.filled)


def test_never_invents_text_for_replacement_characters() -> None:
    text = "<p>公开\ufffd\ufffd目录，锟斤拷已更新</p>"
    result = read_text(text.encode())
    assert result.text == text
    assert {damage.kind for damage in result.damage} == {"replacement-characters", "kun-jin-kao"}


def test_says_which_blocks_a_page_was_cut_in() -> None:
    data = (page("long", 2) * 3).encode()
    seen = "".join(data[at : at + 1024].decode("utf-8", "replace") for at in range(0, len(data), 1024))
    result = read_text(seen.encode())
    assert result.text == seen
    assert any(damage.kind == "block-cut" and "1024" in damage.method for damage in result.damage)


def test_takes_out_byte_order_marks_inside_a_page() -> None:
    assert read_text("<p>通知</p>\ufeff<p>公告</p>".encode()).text == "<p>通知</p><p>公告</p>"


def test_leaves_numeric_entities_to_the_parser() -> None:
    assert read_text(b"<p>&#25919;&#24220;</p>").text == "<p>&#25919;&#24220;</p>"


def test_flags_text_in_a_font_of_its_own() -> None:
    coded = "".join(chr(0xE000 + 37 * i % 4000) for i in range(60))
    result = read_text(f"<p>今天我们{coded}大家一起来{coded}</p>".encode())
    assert result.damaged
    assert coded in result.text


def test_reads_large_garble_in_bounded_time() -> None:
    """Not timed: it would simply not end if the work were not bounded."""
    garbled = (page("long", 4).encode().decode("gbk", "replace") * 300).encode()
    assert len(read_text(garbled).text) > 100_000
