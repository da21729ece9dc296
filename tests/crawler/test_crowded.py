"""Tags with thousands of attributes lose them; everything else of a page stays as it is."""

from __future__ import annotations

import pytest

from crawler.pages.crowded import LOOKED_AT, MOST_ATTRIBUTES, without_crowds
from crawler.pages.document import parse, text_of

LONG = f"<p>{'年度报告' * (LOOKED_AT // 4)}</p>"


def _many(attribute: str) -> str:
    return " ".join(attribute.format(number) for number in range(20_000))


@pytest.mark.parametrize("attribute", ['a{}="1"', "a{}='>'", 'a{}=">"', 'a{}="<p>"', "a{}", "a{}=1", "a{}/", 'a{} = "</script>"'])
def test_a_crowded_tag_loses_its_attributes_and_keeps_its_text(attribute: str) -> None:
    page = f"<div class=x><div {_many(attribute)}>主动公开12条</div></div>{LONG}"
    assert without_crowds(page) == f"<div class=x><div>主动公开12条</div></div>{LONG}"
    assert text_of(parse(page)).startswith("主动公开12条")


@pytest.mark.parametrize(
    "page",
    [
        f"<p title='{'甲乙 ' * 9000}'>看</p>",  # one long value
        f'<img src="data:image/png;base64,{"QUJD" * 30_000}">',
        f"<script>for(i=0;i<n;i++){{{' a = b ;' * 9000}}}</script><p>看</p>",
        f'<a title="x"" href="y">甲</a>{"<b class=c>乙</b> 丙 " * 3000}',  # an odd quote
        f"<p>5 < 6 {'甲 ' * 9000}</p>",
    ],
)
def test_a_long_page_without_crowds_is_left_alone(page: str) -> None:
    page += LONG
    assert without_crowds(page) == page


def test_a_tag_at_the_bound_is_left_alone() -> None:
    page = f"<div {' '.join(f'a{number}' for number in range(MOST_ATTRIBUTES - 1))}>看</div>{LONG}"
    assert without_crowds(page) == page
