"""Dashes that stand for a colon or a comma: 作出答复——公开10，部分公开2; 拒绝提供2份——均因涉及商业秘密."""

from __future__ import annotations

import re

DASH = "——"
_OPENS_LIST = re.compile(r"(?<=[复结理况型果类计式道径源成单下件份宗项])——(?=[^，,。；;：:—\d]{2,14}\d)")
_GOES_ON = re.compile(r"(?<=[条件份宗项起例])——(?=[均都全皆其系因])")


_BULLETS = tuple("-–—*•▪")
_BULLET = re.compile(r"^[-–—*•▪]\s(?=[^\s\d])")
"""- 费用：3元: an item of a list."""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def undashed(text: str) -> str:
    """The text with a colon or a comma in the place of a dash that means one, none before an item; all keep their places."""
    text = _BULLET.sub(_blank, text) if text[:1] in _BULLETS else text
    return _GOES_ON.sub("， ", _OPENS_LIST.sub("： ", text)) if DASH in text else text
