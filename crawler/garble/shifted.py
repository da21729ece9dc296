"""Runs of double-byte text with one thing wrong: a byte too many, or lost bytes whose places are known. Done fast.

`crawler.garble.lattice` weighs everything that may be wrong with a run; these two cases are so common and so simple that they
are tried first, in time linear in the run with a small factor.
"""

from __future__ import annotations

from itertools import pairwise

from crawler.garble.charsets import strict
from crawler.garble.lattice import Cell, Grammar, char_of, ending_price, fitting_chars, step_price
from crawler.garble.plausibility import PRICES, cost

_NEVER = float("inf")
_NEAR = 6.0
_TRIED = 6


def without_one_byte(run: bytes, grammar: Grammar) -> str | None:
    """The run read without its one stray byte, wherever that makes it read best; None when no single byte helps."""
    steps, chars = _steps(run, grammar)
    behind = [_NEVER] * (len(run) + 3)
    behind[len(run)] = 0.0
    for at in range(len(run) - 1, -1, -1):
        if steps[at]:
            behind[at] = behind[at + steps[at]] + PRICES[chars[at]]
    found, at, front = [], 0, 0.0
    while at < len(run):
        found.append((front + behind[at + 1], at))
        if run[at] >= 0x80 and at + 2 < len(run):
            char = char_of(run[at : at + 1] + run[at + 2 : at + 3], grammar)
            if char is not None:
                found.append((front + PRICES[char] + behind[at + 3], at + 1))
        if not steps[at]:
            break
        front += PRICES[chars[at]]
        at += steps[at]
    return _best_without(run, sorted(found)[:_TRIED], grammar)


def _steps(run: bytes, grammar: Grammar) -> tuple[list[int], list[str]]:
    """For each place the length of the character that begins there (0 for none) and that character."""
    steps, chars = [0] * len(run), [""] * len(run)
    for at, byte in enumerate(run):
        part = run[at : at + 1] if byte < 0x80 else run[at : at + 2]
        char = char_of(part, grammar)
        if char is not None:
            steps[at], chars[at] = len(part), char
    return steps, chars


def _best_without(run: bytes, found: list[tuple[float, int]], grammar: Grammar) -> str | None:
    texts = [strict(run[:at] + run[at + 1 :], grammar) for price, at in found if price < found[0][0] + _NEAR]
    readable = [text for text in texts if text is not None]
    return min(readable, key=_with_ending, default=None)


def _with_ending(text: str) -> float:
    return cost(text) + sum(ending_price(a) for a, b in pairwise(text) if b < "\x80") + (ending_price(text[-1]) if text else 0.0)


def with_leads_filled(run: bytes, cells: list[Cell], grammar: Grammar) -> tuple[str, list[int]] | None:
    """A run whose lost bytes are first bytes of characters, the rest in step; with the offsets filled. None if it is not so."""
    text, filled, at = "", [], 0
    places = [place for place, cell in enumerate(cells) if not isinstance(cell, int)]
    for index, place in enumerate(places):
        front = strict(run[at:place], grammar)
        end = places[index + 1] if index + 1 < len(places) else len(run)
        following = strict(run[place + 2 : place + 4], grammar) if place + 4 <= end else ""
        if front is None or place + 2 > end:
            return None
        text += front
        before = text[-1:] if text[-1:] >= "\x80" else ""
        chars = list(fitting_chars(cells[place : place + 2], grammar))
        if not chars:
            return None
        filled.append(len(text))
        text += min(chars, key=lambda char: step_price(before, char, {}) + _then(char, following))
        at = place + 2
    rest = strict(run[at:], grammar)
    return None if rest is None else (text + rest, filled)


def _then(char: str, following: str | None) -> float:
    return step_price(char, following[0], {}) if following else ending_price(char)
