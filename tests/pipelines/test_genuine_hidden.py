"""What a reader does not see on a page, by every way of hiding it; and the words as the list is written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from pipelines.folding import fold
from pipelines.genuineness.hidden import signs_on_page
from pipelines.genuineness.words import plain


def _signs(attributes: str, tag: str = "div") -> list[str]:
    markup = f"<html><body><{tag} {attributes}>澳门新葡京 百家乐</{tag}><p>正文</p></body></html>"
    return [str(sign) for sign in signs_on_page(html.document_fromstring(markup), markup, "www.example.gov.cn")]


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden", "hidden=''", "hidden='a:b'", "style='display:none'", "style='DISPLAY : NONE'", "style='visibility: hidden'",
        "style='opacity:0'", "style='position:absolute;left:-9999px'", "style='text-indent: -999em'", "style='font-size:0'",
        "style='font-size:1px;color:red'", "style='color:red;width:0'", "style='height: 1px;'",
    ],
)  # fmt: skip
def test_foreign_words_in_a_block_that_nobody_sees_are_a_sign(attributes: str) -> None:
    assert [sign.partition(":")[0] for sign in _signs(attributes)] == ["hidden"]


def test_a_marquee_of_no_width_is_hidden_too() -> None:
    assert [sign.partition(":")[0] for sign in _signs("width='0'", "marquee")] == ["hidden"]


def test_of_several_hidden_blocks_the_first_one_is_the_sign_however_each_is_hidden() -> None:
    words = ("六合彩 百家乐", "老虎机 百家乐", "轮盘 百家乐")
    ways = ("<p style='display:none'>{}</p>", "<p hidden>{}</p>", "<marquee width='0'>{}</marquee>")
    for turn in range(3):
        order = [*ways[turn:], *ways[:turn]]
        markup = "<html><body>" + "".join(way.format(said) for way, said in zip(order, words, strict=True)) + "</body></html>"
        signs = [str(sign) for sign in signs_on_page(html.document_fromstring(markup), markup, "www.example.gov.cn")]
        assert len(signs) == 1
        assert "六合彩" in signs[0]


@pytest.mark.parametrize(
    "attributes",
    ["", "style=''", "style='border-top:none'", "style='font-size:10.5pt'", "style='height:100%'", "style='left:-1px'"],
)
def test_a_block_in_sight_is_no_hidden_one(attributes: str) -> None:
    assert _signs(attributes) == []


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_plain_words_are_narrow_in_lower_case_and_of_the_same_length(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(text) in (fold(text).lower(), fold(text), "".join(sign.lower() for sign in fold(text)))
