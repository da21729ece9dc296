"""The likeliest reading of damaged bytes: stray bytes left out, lost bytes filled in, alignment found again.

A damaged stretch is a row of cells; a cell is a byte, or the bytes that may have stood where one was lost. `best_reading`
finds the cheapest path through it (Viterbi) with the bigram prices of `crawler.garble.plausibility`. It is made for short
stretches: whole pages are decoded by Python's codecs, and only what those refuse comes here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod
from typing import Literal, NamedTuple

from crawler.garble.plausibility import COMMON_MARKS, PAIRS, PRICES, is_han, table

Cell = int | tuple[int, ...]
Grammar = Literal["utf-8", "gb18030", "big5hkscs"]
Kind = Literal["", "stray", "filled", "lost"]

STRAY = 11.0
"""Price of leaving a byte out."""
LOST = 15.5
"""Price of giving a character up for lost."""
FILLED = 3.0
"""Price of choosing a byte that is not there."""
_LETTER = 6.0
"""Price of an ASCII letter right behind a Han character."""
_COMMON = 250
_STATES = 24
_BEHIND = 16.0
"""A state this much dearer than the best one at the same place is given up."""
_PRODUCTS = 140


class Arc(NamedTuple):
    """One step of a path: cells taken, text given, extra price, and what was done to get it."""

    cells: int
    text: str
    price: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Path:
    """The arcs of the cheapest reading, and its price."""

    arcs: tuple[Arc, ...]
    price: float

    @property
    def text(self) -> str:
        """The reading as text."""
        return "".join(arc.text for arc in self.arcs)


@lru_cache(maxsize=65536)
def char_of(data: bytes, grammar: Grammar) -> str | None:
    """The one character some bytes are, or None."""
    try:
        text = data.decode(grammar)
    except UnicodeDecodeError:
        return None
    return text if len(text) == 1 else None


def _utf8_length(byte: int) -> int:
    return 2 if 0xC2 <= byte <= 0xDF else 3 if 0xE0 <= byte <= 0xEF else 4 if 0xF0 <= byte <= 0xF4 else 0


def _lengths(cell: Cell, grammar: Grammar) -> set[int]:
    found = set()
    for byte in (cell,) if isinstance(cell, int) else cell:
        if byte < 0x80:
            found.add(1)
        elif grammar == "utf-8":
            found.add(_utf8_length(byte))
        elif byte not in (0x80, 0xFF):
            found.add(2)
            if grammar == "gb18030":
                found.add(4)
    return found - {0}


def fitting_chars(cells: Sequence[Cell], grammar: Grammar) -> Iterator[str]:
    """The characters some cells can be together; only common ones where too many bytes are unknown to try all."""
    options = [(cell,) if isinstance(cell, int) else cell for cell in cells]
    if prod(map(len, options)) > _PRODUCTS:
        yield from _common_chars(options, grammar)
        return
    for bytes_ in product(*options):
        char = char_of(bytes(bytes_), grammar)
        if char:
            yield char


def _common_chars(options: list[tuple[int, ...]], grammar: Grammar) -> Iterator[str]:
    """The common characters that fit where too many bytes are unknown to try all."""
    if len(options[0]) > 8:
        return
    for lead in options[0]:
        for char, code in _starting_with(lead, grammar):
            if len(code) == len(options) and all(byte in option for byte, option in zip(code, options, strict=True)):
                yield char


@lru_cache(maxsize=512)
def _starting_with(lead: int, grammar: Grammar) -> list[tuple[str, bytes]]:
    found = []
    for char in (*COMMON_MARKS, *table()):
        code = char.encode(grammar, "ignore")
        if code[:1] == bytes([lead]):
            found.append((char, code))
            if len(found) >= _COMMON:
                break
    return found


def arcs_at(cells: Sequence[Cell], grammar: Grammar, missing: tuple[int, ...]) -> Iterator[Arc]:
    """The steps that can be taken at the first of some cells."""
    return _arcs(cells, 0, grammar, missing)


def _arcs(cells: Sequence[Cell], at: int, grammar: Grammar, missing: tuple[int, ...]) -> Iterator[Arc]:
    cell = cells[at]
    if isinstance(cell, int) and cell < 0x80:
        yield Arc(1, chr(cell), 0.0, "")
        return
    for length in _lengths(cell, grammar):
        part = cells[at : at + length]
        known = all(isinstance(c, int) for c in part)
        if len(part) == length:
            for char in fitting_chars(part, grammar):
                yield Arc(length, char, 0.0 if known else FILLED, "" if known else "filled")
        yield from _around_stray(cells[at : at + length + 1], length, grammar)
        if missing and 1 < length < 4:
            yield from _with_missing(cells[at : at + length - 1], length, grammar, missing)
    if missing and grammar == "gb18030":
        for lead in missing:
            yield from (Arc(1, char, FILLED, "filled") for char in fitting_chars([lead, cell], grammar))
    if cell == 0x80 and grammar == "gb18030":
        yield Arc(1, "€", 0.0, "")
    if isinstance(cell, int):
        yield Arc(1, "", STRAY, "stray")
    yield from _lost(cells, at, grammar)


def _around_stray(part: Sequence[Cell], length: int, grammar: Grammar) -> Iterator[Arc]:
    """A stray byte inside a character."""
    if len(part) == length + 1 and length in (2, 3) and all(isinstance(c, int) for c in part):
        for out in range(1, length):
            for char in fitting_chars([*part[:out], *part[out + 1 :]], grammar):
                yield Arc(length + 1, char, STRAY + 1, "stray")


def _with_missing(part: Sequence[Cell], length: int, grammar: Grammar, missing: tuple[int, ...]) -> Iterator[Arc]:
    """A byte that was dropped inside a character, one of the few a codec drops."""
    if len(part) < length - 1 or not all(isinstance(c, int) for c in part):
        return
    for place in range(1, length):
        for char in fitting_chars([*part[:place], missing, *part[place:]], grammar):
            yield Arc(length - 1, char, FILLED, "filled")


def _lost(cells: Sequence[Cell], at: int, grammar: Grammar) -> Iterator[Arc]:
    """A character of which only a part is left."""
    cell = cells[at]
    if not isinstance(cell, int):
        yield Arc(1, "\ufffd", LOST, "lost")
        return
    yield Arc(1, "\ufffd", LOST, "lost")
    if grammar == "utf-8" and at + 1 < len(cells):
        after = cells[at + 1]
        if (cell >= 0xE0 or cell < 0xC0) and (not isinstance(after, int) or 0x80 <= after < 0xC0):
            yield Arc(2, "\ufffd", LOST - 1, "lost")


def ending_price(char: str) -> float:
    """What it costs that a word ends after this character, 0 for all but Han."""
    entry = table().get(char)
    return 0.0 if entry is None else max(0.0, 1.2 * (1 - entry.last / (entry.total + 1)))


class _State(NamedTuple):
    price: float
    arc: Arc | None
    back: int
    before: str


def best_reading(
    cells: Sequence[Cell],
    grammar: Grammar,
    *,
    missing: tuple[int, ...] = (),
    before: str = "",
    seen: dict[str, float] | None = None,
) -> Path:
    """The cheapest reading of a row of cells in a codec's grammar.

    `missing` are bytes that may have been dropped anywhere; `before` is the character in front; `seen` are pairs that
    stand elsewhere on the page with the discount in nats they earn.
    """
    ends: list[dict[str, _State]] = [{} for _ in range(len(cells) + 1)]
    ends[0][before] = _State(0.0, None, 0, "")
    for at in range(len(cells)):
        states = _alive(ends[at])
        if not states:
            continue
        for arc in _arcs(cells, at, grammar, missing):
            if at + arc.cells <= len(cells):
                _extend(states, arc, at, ends[at + arc.cells], seen or {})
    return _trace(ends)


def _alive(states: dict[str, _State]) -> list[tuple[str, _State]]:
    if len(states) < 2:
        return list(states.items())
    ranked = sorted(states.items(), key=lambda item: item[1].price)[:_STATES]
    limit = ranked[0][1].price + _BEHIND
    return [item for item in ranked if item[1].price <= limit]


def _extend(states: list[tuple[str, _State]], arc: Arc, at: int, goal: dict[str, _State], seen: dict[str, float]) -> None:
    for last, state in states:
        price, key = state.price + arc.price, last
        if arc.text:
            key = arc.text if arc.text >= "\x80" and arc.kind != "lost" else ""
            if arc.kind != "lost":
                price += step_price(last, arc.text, seen)
        known = goal.get(key)
        if known is None or price < known.price:
            goal[key] = _State(price, arc, at, last)


def step_price(last: str, char: str, seen: dict[str, float]) -> float:
    """What a character costs after another (`""` for none), less the discount of a pair `seen` on the page."""
    if char < "\x80":
        return (ending_price(last) + (_LETTER if char.isalpha() else 0.0)) if last else 0.0
    price = PAIRS[last + char] if last else PRICES[char]
    if last and not is_han(char):
        price += ending_price(last)
    return price - seen.get(last + char, 0.0) if seen else price


def _trace(ends: list[dict[str, _State]]) -> Path:
    final = min(
        ((state.price + ending_price(last) if last else state.price, last) for last, state in ends[-1].items()), default=None
    )
    if final is None:
        return Path((), float("inf"))
    arcs, at, last = [], len(ends) - 1, final[1]
    while at > 0:
        state = ends[at][last]
        if state.arc is None:
            break
        arcs.append(state.arc)
        at, last = state.back, state.before
    return Path(tuple(reversed(arcs)), final[0])
