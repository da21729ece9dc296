"""Where a query's words stand in one report: how well it answers, and the words in their surroundings."""

from __future__ import annotations

from models.harmless import one_line
from models.search_words import Query

BEFORE, AFTER = "【", "】"
AROUND = 24
"""Characters shown on either side of a hit."""
MOST_SHOWN = 3
_USUAL_LENGTH = 4000
_IN_TITLE = 4.0


def rank(query: Query, title: str | None, text: str) -> tuple[float, int]:
    """How well a report answers, and how often the words stand in it.

    A word counts by its frequency against the text's length and with less for each repetition, as in BM25, without its rarity,
    since all words of most queries must occur; in the title it counts as four times the most that a text can give.
    """
    length = 1.2 * (0.25 + 0.75 * len(text) / _USUAL_LENGTH)
    head, low_head = (title or ""), query.low(title or "")
    low, score, hits = query.low(text), 0.0, 0
    for word in query.wanted:
        in_title, in_text = word.count(head, low_head), word.count(text, low)
        score += _IN_TITLE * (in_title > 0) + in_text / (in_text + length)
        hits += in_title + in_text
    return score, hits


def snippet(query: Query, text: str, before: str = BEFORE, after: str = AFTER) -> str:
    """The first places of the words with what stands around them, each hit marked; the beginning where none stands here."""
    low = query.low(text)
    found = sorted((at, at + len(word.said)) for word in query.wanted for at in word.first(text, low, MOST_SHOWN))
    shown: list[list[tuple[int, int]]] = []
    for start, end in found:
        if shown and start < shown[-1][-1][1]:
            continue  # within the hit before
        if shown and start - AROUND <= shown[-1][-1][1] + AROUND:
            shown[-1].append((start, end))
        elif len(shown) < MOST_SHOWN:
            shown.append([(start, end)])
    if not shown:
        return one_line(text[: 2 * AROUND])
    return " … ".join(_passage(text, hits, before, after) for hits in shown)


def _passage(text: str, hits: list[tuple[int, int]], before: str, after: str) -> str:
    at = max(0, hits[0][0] - AROUND)
    parts = []
    for start, end in hits:
        parts += [one_line(text[at:start]), before, one_line(text[start:end]), after]
        at = end
    return "".join(parts).lstrip() + one_line(text[at : at + AROUND]).rstrip()
