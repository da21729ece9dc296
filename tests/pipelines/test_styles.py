"""The styles of a page, and the attribute `hidden`, for which only pages are asked that may have it."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.layout.styles import HIDDEN, styles_of


@pytest.mark.parametrize("attribute", ["hidden", "HIDDEN", 'hidden=""', "class='a'hidden", "\n\thidden ", 'style="x:y" hidden/'])
def test_the_attribute_hidden_is_found_however_it_is_written(attribute: str) -> None:
    page = f"<div><p {attribute}>甲</p></div>"
    assert HIDDEN in styles_of(html.fromstring(page), page)


def test_words_that_are_no_such_attribute_do_not_hide() -> None:
    page = '<div><input type="hidden"><p style="overflow: hidden" class=" hidden " data-hidden=1>甲hidden</p></div>'
    assert styles_of(html.fromstring(page), page) == {"overflow: hidden"} == styles_of(html.fromstring(page))
