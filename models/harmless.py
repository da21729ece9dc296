"""Text from the web made harmless for screens and spreadsheets: nothing that acts, hides or turns the line around."""

from __future__ import annotations

import re

_ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, among them those that move a terminal's cursor
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible signs and those that turn direction
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"  # halves, non-characters, hidden tags
)
_BREAKS = re.compile(r"[\t\r\n\x85\u2028\u2029]+")
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def visible(text: str) -> str:
    """The text without what acts or hides; tabs and ends of lines stay.

    >>> visible("a\\x1b[31m\\u202eb")
    'a[31mb'
    """
    return _ACTING.sub("", text)


def one_line(text: str) -> str:
    """The visible text with ends of lines and tabs as single spaces."""
    return visible(_BREAKS.sub(" ", text))


def defused(text: str) -> str:
    """The visible text, led by an apostrophe where a spreadsheet would run it as a formula; a lone sign is left alone.

    Full-width signs count too: Chinese spreadsheets take them for their ASCII twins. White space in front is looked past.

    >>> defused("=1+1"), defused("＝HYPERLINK(1)"), defused("-"), defused("5=5")
    ("'=1+1", "'＝HYPERLINK(1)", '-', '5=5')
    """
    text = visible(text)
    bare = text.lstrip(" \u00a0\u3000\n")
    runs = len(bare) > 1 and bare.startswith(_FORMULA)
    return f"'{text}" if runs else text
