"""A pattern's look at the next character (`led`) hides none of its matches, on any sentence of the tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipelines.wording import cues, sentences
from pipelines.wording.plain import item_units
from pipelines.wording.second import cases, events, look, nothing
from pipelines.wording.zeros import of_requests

LINES = [
    line.partition("=>")[0]
    for path in sorted((*Path(__file__).parent.glob("test_prose_*.txt"), *Path(__file__).parent.glob("hands/**/*.txt")))
    for line in path.read_text(encoding="utf-8").splitlines()
]
LOOK = re.compile(r"\(\?=\[[^\]]*\]\)")
LED = {
    "cue": cues.CUE, "domain": cues.DOMAIN, "media": cues.MEDIA, "planned": cues.PLANNED, "denial": sentences._DENIAL,
    "event": events._EVENT, "told items": item_units._TOLD, "nothing": nothing._SIGNED,
    "outcome": cases._WORD, "second look": look._SIGNED, "none of requests": of_requests._SIGNED,
}  # fmt: skip


def test_a_count_that_is_asked_for_first_is_a_cue_itself() -> None:
    assert all(cues.CUE.search(line) for line in LINES if sentences._A_COUNT.search(line))


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
