"""What the styles of a page say, the attribute `hidden` among them."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.layout.styles import Styles, styles_of


@pytest.mark.parametrize("attribute", ["hidden", "HIDDEN", 'hidden=""', "class='a'hidden", "\n\thidden ", 'style="x:y" hidden/'])
def test_the_attribute_hidden_is_found_however_it_is_written(attribute: str) -> None:
    page = f"<div><p {attribute}>甲</p></div>"
    found = styles_of(html.fromstring(page))
    assert found == Styles(hides=True, conceals=True, strikes=False, draws=False, breaks=False, sheets="")


def test_words_that_are_no_such_attribute_do_not_hide() -> None:
    page = '<div><input type="hidden"><p style="overflow: hidden" class=" hidden " data-hidden=1>甲hidden</p></div>'
    assert not any(styles_of(html.fromstring(page)))
