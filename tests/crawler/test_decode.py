"""Right bytes come out right, whatever was declared; nothing raises; what is no text is not decoded."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.decode import PageText, read_text
from tests.crawler.garbles.kinds import base_texts, honest_texts, page

TEXTS = [title + "\n" + "\n".join(lines) for title, lines in base_texts()]
HONEST = honest_texts()


def _is_untouched(result: PageText, text: str) -> bool:
    return result.text == text and not result.damaged and not result.disguised


@pytest.mark.parametrize("name", sorted(HONEST))
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030"])
def test_leaves_right_pages_alone(name: str, codec: str) -> None:
    text = HONEST[name]
    for header in (None, f"text/html; charset={codec}", "text/html; charset=ISO-8859-1"):
        assert _is_untouched(read_text(text.encode(codec), header), text)


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("taiwan", "big5"), ("taiwan-symbols", "cp950"), ("hongkong", "big5hkscs"), ("links-traditional", "big5"),
        ("title-traditional", "big5"), ("japanese", "shift_jis"), ("japanese", "iso2022_jp"), ("korean", "cp949"),
        ("russian", "windows-1251"), ("german", "windows-1252"), ("french", "iso8859-1"), ("greek", "iso8859-7"),
    ],
)  # fmt: skip
def test_reads_other_codecs_with_and_without_a_declaration(name: str, codec: str) -> None:
    body = HONEST[name].encode(codec)
    assert _is_untouched(read_text(body, f"text/html; charset={codec}"), HONEST[name])
    assert _is_untouched(read_text(body), HONEST[name])


@given(
    number=st.integers(0, 32),
    style=st.sampled_from(["title", "short", "long", "script"]),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]),
    declared=st.sampled_from([None, "utf-8", "gb2312", "gbk", "big5", "iso-8859-1", "windows-1252", "nonsense", "x-gbk"]),
)
@settings(max_examples=120, deadline=None)
def test_gives_the_page_back_whatever_is_declared(number: int, style: str, codec: str, declared: str | None) -> None:
    text = (
        page(style, number, declared)
        .encode(codec if codec == "gbk" else "utf-8", "ignore")
        .decode(codec if codec == "gbk" else "utf-8")
    )
    header = f"text/html; charset={declared}" if declared else None
    assert _is_untouched(read_text(text.encode(codec), header), text)


@given(number=st.integers(0, 32), style=st.sampled_from(["title", "short", "long"]), codec=st.sampled_from(["utf-8", "gb18030"]))
@settings(max_examples=40, deadline=None)
def test_reading_twice_changes_nothing(number: int, style: str, codec: str) -> None:
    once = read_text(page(style, number).encode(codec)).text
    assert read_text(once.encode("utf-8")).text == once


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=60)))
@settings(max_examples=150, deadline=None)
def test_never_raises(body: bytes, header: str | None) -> None:
    assert isinstance(read_text(body, header), PageText)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.5\n%\xe2\xe3\xcf\xd3", "pdf"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
        (b"\x89PNG\r\n\x1a\n", "png"),
    ],
)
def test_does_not_decode_binary_files(body: bytes, kind: str) -> None:
    result = read_text(body, "text/html; charset=gb2312")
    assert (result.text, result.binary) == ("", kind)


def test_recognises_random_bytes_as_no_text() -> None:
    assert read_text(random.Random(1).randbytes(20_000)).binary == "unknown"


def test_reads_an_empty_body_as_empty_text() -> None:
    assert read_text(b"") == PageText("", "utf-8", read_text(b"").evidence)


@pytest.mark.parametrize(
    "head",
    [
        '<!-- <meta charset="utf-8"> --><meta charset="gbk">',
        '<META http-equiv=Content-Type content="text/html; charset=gb2312">',
        '<meta charset=""gb_2312-80"">',
        '<meta charset="utf-8"><meta charset="gb2312">',
        '<?xml version="1.0" encoding="GBK"?>',
        "",
    ],
)  # fmt: skip
def test_reads_gbk_under_every_sort_of_head(head: str) -> None:
    text = head + page("short", 3)
    assert read_text(text.encode("gb18030")).text == text


def test_every_declaration_is_a_vote() -> None:
    votes = read_text(page("short", 1, "gb2312").encode("utf-8"), "text/html; charset=GBK").evidence
    assert [(vote.source, vote.said, vote.followed) for vote in votes] == [
        ("header", "GBK", False), ("meta", "gb2312", False), ("bytes", "utf-8", True),
    ]  # fmt: skip


def test_reads_hz() -> None:
    text = "通知公告 notice"
    assert read_text(text.encode("hz")).text == text


def test_takes_0x80_for_the_euro_sign() -> None:
    assert read_text("票价".encode("gbk") + b"\x8037" + "元整，请注意查收".encode("gbk")).text == "票价€37元整，请注意查收"


def test_tells_short_gbk_from_utf8_valid_by_chance() -> None:
    assert read_text("目".encode("gbk"), "text/html; charset=gbk").text == "目"
    assert read_text("Köln".encode()).text == "Köln"


@pytest.mark.parametrize(
    "text",
    ["// 3 = AltGr,  4 = Shift\n//  ¯¯¯¯    ¯¯¯¯\n", "of class ˙˙paragraph˙˙ and ˙˙list˙˙", '["ɔku", "ɔkutɔburu", "ɔkuba"]'],
)
def test_signs_without_chinese_words_are_not_read_as_another_codec(text: str) -> None:
    assert read_text(text.encode()).text == text
