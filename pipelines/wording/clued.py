"""Which clues of the table the words of a clause name, looked up by the words and not clue by clue."""

from __future__ import annotations

from functools import cache, lru_cache

from pipelines.wording.wordings import Clue, clues


@cache
def _by_word(unit: str) -> dict[str, list[tuple[int, frozenset[str]]]]:
    """The nouns of a unit's clues, each under one of its words and with the place of its clue."""
    found: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for place, clue in enumerate(clues().get(unit, ())):
        for noun in clue.nouns:
            found.setdefault(min(noun), []).append((place, noun))
    return found


@lru_cache(maxsize=1024)
def clued(unit: str, said: frozenset[str]) -> tuple[tuple[Clue, int], ...]:
    """The clues of a number's unit of which a noun is said, each with the number of words of its longest such noun."""
    nouns: dict[int, int] = {}
    for word in said:
        for place, noun in _by_word(unit).get(word, ()):
            if noun <= said:
                nouns[place] = max(nouns.get(place, 0), len(noun))
    rows = clues().get(unit, ())
    return tuple((rows[place], nouns[place]) for place in sorted(nouns))
