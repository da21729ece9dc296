"""A pattern's look at the next character (`led`) hides none of its matches, on any sentence of the tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipelines.wording import cues, sentences
from pipelines.wording.plain import item_units
from pipelines.wording.second import events, nothing

LINES = [
    line.partition("=>")[0]
    for path in sorted((*Path(__file__).parent.glob("test_prose_*.txt"), *Path(__file__).parent.glob("hands/**/*.txt")))
    for line in path.read_text(encoding="utf-8").splitlines()
]
LOOK = re.compile(r"\(\?=\[[^\]]*\]\)")
LED = {
    "cue": cues.CUE, "domain": cues.DOMAIN, "media": cues.MEDIA, "planned": cues.PLANNED, "denial": sentences._DENIAL,
    "event": events._EVENT, "told items": item_units._TOLD, "nothing": nothing._SIGNED,
}  # fmt: skip


@pytest.mark.parametrize("name", LED)
def test_a_look_ahead_hides_no_match(name: str) -> None:
    pattern = LED[name].pattern
    look = LOOK.match(pattern)
    assert look, f"{name} was made without cues.led"
    plain = re.compile(pattern[look.end() :])
    hidden = [line for line in LINES if _found(plain, line) != _found(LED[name], line)]
    assert not hidden, f"cues.led of {name} lacks a first character of what it finds in: {hidden[0]}"


def _found(pattern: re.Pattern[str], line: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(line)]
