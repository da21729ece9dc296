"""Damaged bytes to text: long stretches by Python's codecs, the broken places by `crawler.lattice`.

UTF-8 finds its own step after damage, so only a few bytes around it are weighed. GB18030 and Big5 do not: there the whole
run between two safe ASCII bytes is weighed, for one stray byte shifts all that follows. The bytes weighed are bounded by
a `Budget`; beyond it the codec's own replacement is taken.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from crawler.charsets import strict
from crawler.lattice import Arc, Cell, Grammar, best_reading, ending_price, step_price
from crawler.plausibility import ODD, PRICES

UNKNOWN = 0xFF
"""Stands in `Damaged.raw` for a byte that is lost; never a lead byte in the three codecs."""
_RUN_EDGE = re.compile(rb"[\x00-\x2f\x3a-\x3f]")
_WINDOW = 18
_LONGEST_RUN = 3000


@dataclass(slots=True)
class Budget:
    """How many more cells may be weighed for this page; keeps the worst case linear and bounded."""

    cells: int = 60_000

    def take(self, count: int) -> bool:
        """Whether `count` cells may still be weighed; takes them off."""
        self.cells -= count
        return self.cells >= 0


@dataclass(slots=True)
class Damaged:
    """Bytes of which some are lost: `raw` with `UNKNOWN` or a doubtful `?` in their place, and what each may have been."""

    raw: bytes
    options: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def cells(self, start: int, end: int) -> list[Cell]:
        """The stretch as cells for the lattice."""
        return [self.options.get(at, self.raw[at]) for at in range(start, end)]


@dataclass(slots=True)
class Mended:
    """A text put together from damaged bytes; `filled` are offsets of characters chosen by the model."""

    text: str = ""
    filled: list[int] = field(default_factory=list)
    stray: int = 0
    lost: int = 0
    price: float = 0.0

    @property
    def sound(self) -> bool:
        """Whether nothing had to be mended."""
        return not (self.stray or self.lost or self.filled)

    def add(self, arcs: Sequence[Arc]) -> None:
        """Appends what a path gave and counts what it did."""
        parts, length = [self.text], len(self.text)
        for arc in arcs:
            if arc.kind == "filled":
                self.filled.append(length)
            self.stray += arc.kind == "stray"
            self.lost += arc.kind == "lost"
            parts.append(arc.text)
            length += len(arc.text)
        self.text = "".join(parts)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What helps to choose: bytes the wrong codec drops, and pairs of characters seen on the same page."""

    missing: tuple[int, ...] = ()
    seen: dict[str, float] | None = None
    shifted: bool = False
    """Valid runs may be out of step all the same."""


def mend(damaged: Damaged, grammar: Grammar, budget: Budget, knowledge: Knowledge | None = None) -> Mended:
    """The likeliest text of damaged bytes in a codec, with what was filled, left out and lost."""
    knowledge = knowledge or Knowledge()
    if grammar == "utf-8":
        return _mend_utf8(damaged, budget, knowledge)
    return _mend_runs(damaged, grammar, budget, knowledge)


def _mend_utf8(damaged: Damaged, budget: Budget, knowledge: Knowledge) -> Mended:
    raw, out, at = damaged.raw, Mended(), 0
    pieces: list[str] = []
    while at < len(raw):
        try:
            pieces.append(raw[at:].decode("utf-8") if at else raw.decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            bad = at + error.start
        out.text, pieces = "".join([*pieces, raw[at:bad].decode("utf-8")]), []
        if _fill_third(damaged, bad, out, knowledge, budget):
            at, pieces = bad + 3, [out.text]
            continue
        back, start = _step_back(out, bad)
        end = _window_end(raw, start)
        if not budget.take(end - start):
            out.text += raw[start:].decode("utf-8", "replace")
            out.lost += out.text.count("\ufffd")
            return out
        path = best_reading(damaged.cells(start, end), "utf-8", missing=knowledge.missing, before=back, seen=knowledge.seen)
        used = _settled(path.arcs, end == len(raw))
        out.add(used)
        at = start + sum(arc.cells for arc in used)
        pieces = [out.text]
    out.text = "".join(pieces) or out.text
    return out


def _fill_third(damaged: Damaged, bad: int, out: Mended, knowledge: Knowledge, budget: Budget) -> bool:
    """The common case, done fast: the third byte of the last character before ASCII is lost."""
    raw, options = damaged.raw, damaged.options.get(bad + 2)
    followed = raw[bad + 3 : bad + 4]
    if not options or options[0] < 0x80 or not 0xE0 <= raw[bad] < 0xF0 or not 0x80 <= raw[bad + 1] < 0xC0:
        return False
    if (followed and followed[0] >= 0x80) or bad + 3 in damaged.options or not budget.take(3):
        return False
    before = out.text[-1:] if out.text[-1:] >= "\x80" else ""
    chars = [char for byte in options if (char := strict(raw[bad : bad + 2] + bytes([byte]), "utf-8"))]
    if not chars:
        return False
    out.filled.append(len(out.text))
    out.text += min(chars, key=lambda char: step_price(before, char, knowledge.seen or {}) + ending_price(char))
    return True


def _step_back(out: Mended, start: int) -> tuple[str, int]:
    """Takes the last character back, for the damage may have begun in it, and gives the one before and the new start."""
    if out.text and out.text[-1] >= "\x80":
        last, out.text = out.text[-1], out.text[:-1]
        start -= len(last.encode("utf-8"))
    before = out.text[-1:]
    return (before if before >= "\x80" else ""), start


def _window_end(raw: bytes, start: int) -> int:
    end = min(len(raw), start + _WINDOW)
    while end < len(raw) and 0x80 <= raw[end] < 0xC0 and end < start + _WINDOW + 4:
        end += 1
    return end


def _settled(arcs: Sequence[Arc], last: bool) -> Sequence[Arc]:
    """The arcs up to the first two sound ones after damage: what lies behind is decoded anew."""
    if last:
        return arcs
    sound, damaged = 0, False
    for index, arc in enumerate(arcs):
        damaged = damaged or bool(arc.kind)
        sound = 0 if arc.kind else sound + 1
        if damaged and sound == 2:
            return arcs[: index + 1]
    return arcs


def _mend_runs(damaged: Damaged, grammar: Grammar, budget: Budget, knowledge: Knowledge) -> Mended:
    raw, out, at = damaged.raw, Mended(), 0
    parts: list[str] = []
    for start, end in _runs(raw, damaged.options):
        text = None if any(start <= place < end for place in damaged.options) else strict(raw[start:end], grammar)
        if text is not None and not (knowledge.shifted and _is_odd(text)):
            parts.append(raw[at:start].decode("latin-1") + text)
        elif end - start <= _LONGEST_RUN and budget.take(end - start):
            out.text = "".join([*parts, raw[at:start].decode("latin-1")])
            out.add(best_reading(damaged.cells(start, end), grammar, missing=knowledge.missing, seen=knowledge.seen).arcs)
            parts = [out.text]
        else:
            text = raw[start:end].decode(grammar, "replace")
            out.lost += text.count("\ufffd")
            parts.append(raw[at:start].decode("latin-1") + text)
        at = end
    out.text = "".join([*parts, raw[at:].decode("latin-1")])
    return out


def _is_odd(text: str) -> bool:
    return sum(1 for char in text if PRICES[char] > ODD) >= 2


def _runs(raw: bytes, doubtful: Container[int]) -> list[tuple[int, int]]:
    """Start and end of each stretch with high bytes between two bytes that can be no part of a character."""
    runs, at = [], 0
    for edge in _RUN_EDGE.finditer(raw):
        if edge.start() in doubtful:
            continue
        if edge.start() > at and not raw[at : edge.start()].isascii():
            runs.append((at, edge.start()))
        at = edge.end()
    if at < len(raw) and not raw[at:].isascii():
        runs.append((at, len(raw)))
    return runs
