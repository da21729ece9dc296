"""What a person set wrongly, in words: pydantic's own are sentences of another kind than ours."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_WORDINGS = (
    ("Value error, ", ""), ("Input should be ", ""), ("String should match pattern", "text that matches the pattern"),
    ("String should have", "text of"), ("List should have", "a list of"),
)  # fmt: skip


def in_our_words(said: str) -> str:
    """What is expected, as it goes on after that word.

    >>> in_our_words("Input should be greater than or equal to 1")
    'greater than or equal to 1'
    """
    for theirs, ours in _WORDINGS:
        said = said.replace(theirs, ours, 1)
    return said


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """` (did you mean delay?)` for a name that is nearly a known one; '' for any other."""
    near = get_close_matches(name, sorted(known), n=1)
    return f" (did you mean {near[0]}?)" if near else ""
