"""Damaged bytes to text: long stretches by Python's codecs, the broken places by `crawler.garble.lattice`.

UTF-8 finds its own step after damage, so only a few bytes around it are weighed. GB18030 and Big5 do not: there the whole
run between two safe ASCII bytes is weighed, for one stray byte shifts all that follows. The bytes weighed are bounded by
a `Budget`; beyond it the codec's own replacement is taken.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from crawler.garble.charsets import strict
from crawler.garble.lattice import Arc, Cell, Grammar, arcs_at, best_reading, ending_price, fitting_chars, step_price
from crawler.garble.plausibility import ODD, PRICES, mean_cost
from crawler.garble.shifted import with_leads_filled, without_one_byte

UNKNOWN = 0xFF
"""Stands in `Damaged.raw` for a byte that is lost; never a lead byte in the three codecs."""
_RUN_EDGE = re.compile(rb"[\x00-\x2f\x3a-\x3f]")
_WINDOW = 6
_WEIGHED = 16
_STILL_BROKEN = 7.0
"""Price of leaving the next character broken."""
_LONGEST_RUN = 3000
_READS_WELL = 7.6
_SHORT_RUN = 90
"""Bytes up to which a run is weighed in full: on a bare title every character counts."""
_CLOSE = 6


@dataclass(slots=True)
class Budget:
    """How much more may be weighed for this page; keeps the worst case linear and bounded (some seconds).

    cells   for the lattice, 0.1 ms each          places  broken places of UTF-8 given to the lattice
    quick   for what is tried first, 0.05 ms each
    """

    cells: int = 10_000
    places: int = 60
    quick: int = 40_000

    def take(self, count: int) -> bool:
        """Whether `count` cells may still be weighed; takes them off."""
        self.cells -= count
        return self.cells >= 0

    def take_quick(self, count: int = 1) -> bool:
        """Whether `count` quick steps may still be done; takes them off."""
        self.quick -= count
        return self.quick >= 0

    def place(self) -> bool:
        """Whether one more broken place may be weighed at length."""
        self.places -= 1
        return self.places >= 0 and self.take(_WEIGHED)


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
        end = _fill(damaged, bad, out, knowledge) if budget.take_quick() else None
        if end is None:
            if not budget.take_quick(3):
                out.text += raw[bad:].decode("utf-8", "replace")
                out.lost += out.text.count("\ufffd")
                return out
            end = (_weigh_place if budget.place() else _mend_place)(damaged, bad, out, knowledge)
        at, pieces = end, [out.text]
    out.text = "".join(pieces) or out.text
    return out


def _fill(damaged: Damaged, bad: int, out: Mended, knowledge: Knowledge) -> int | None:
    """The common case, done fast: bytes of one character are lost and the next one is sound."""
    cells = damaged.cells(bad, bad + 3) if bad + 3 <= len(damaged.raw) else []
    lead = damaged.raw[bad]
    following = _following(damaged, bad + 3)
    if not 0xE0 <= lead < 0xF0 or all(isinstance(cell, int) for cell in cells) or following is None:
        return None
    before = out.text[-1:] if out.text[-1:] >= "\x80" else ""
    seen = knowledge.seen or {}
    chars = list(fitting_chars(cells, "utf-8"))
    if not chars:
        return None
    out.filled.append(len(out.text))
    out.text += min(chars, key=lambda char: step_price(before, char, seen) + _after(char, following, seen))
    return bad + 3


def _after(char: str, following: str, seen: dict[str, float]) -> float:
    return step_price(char, following, seen) if following else ending_price(char)


def _weigh_place(damaged: Damaged, bad: int, out: Mended, knowledge: Knowledge) -> int:
    """Appends the cheapest reading of the bytes around a broken place, found by the lattice; gives where it ends."""
    start = bad
    if out.text[-1:] >= "\x80":
        start -= len(out.text[-1].encode("utf-8"))
        out.text = out.text[:-1]
    before = out.text[-1:] if out.text[-1:] >= "\x80" else ""
    end = _window_end(damaged.raw, start)
    path = best_reading(damaged.cells(start, end), "utf-8", missing=knowledge.missing, before=before, seen=knowledge.seen)
    used = _settled(path.arcs, end == len(damaged.raw))
    out.add(used)
    return start + sum(arc.cells for arc in used)


def _window_end(raw: bytes, start: int) -> int:
    end = min(len(raw), start + _WEIGHED)
    while end < len(raw) and 0x80 <= raw[end] < 0xC0 and end < start + _WEIGHED + 4:
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


def _mend_place(damaged: Damaged, bad: int, out: Mended, knowledge: Knowledge) -> int:
    """Appends the cheapest reading of the broken place, judged with the characters around it; gives where it ends."""
    cells = damaged.cells(bad, min(len(damaged.raw), bad + _WINDOW))
    before = out.text[-1:] if out.text[-1:] >= "\x80" else ""
    options = [
        (_place_price(damaged, bad, before, arc, knowledge), bad, arc) for arc in arcs_at(cells, "utf-8", knowledge.missing)
    ]
    if before:
        back = bad - len(before.encode("utf-8"))
        front = out.text[-2:-1] if out.text[-2:-1] >= "\x80" else ""
        gone = step_price(front, before, {})
        cells = damaged.cells(back, min(len(damaged.raw), back + _WINDOW))
        options += [
            (_place_price(damaged, back, front, arc, knowledge) - gone, back, arc)
            for arc in arcs_at(cells, "utf-8", ())
            if arc.kind == "stray" and arc.text and back + arc.cells > bad
        ]
    _, start, arc = min(options, key=lambda option: option[0])
    if start < bad:
        out.text = out.text[:-1]
    out.add([arc])
    return start + arc.cells


def _place_price(damaged: Damaged, start: int, before: str, arc: Arc, knowledge: Knowledge) -> float:
    """What an arc costs between the character in front and what follows it."""
    seen, price, last = knowledge.seen or {}, arc.price, before
    if arc.text and arc.kind != "lost":
        price += step_price(before, arc.text, seen)
        last = arc.text if arc.text >= "\x80" else ""
    elif arc.text:
        last = ""
    end = start + arc.cells
    following = _following(damaged, end)
    if following is None:
        return price + _STILL_BROKEN
    return price + (step_price(last, following, seen) if following else ending_price(last) if last else 0.0)


def _following(damaged: Damaged, at: int) -> str | None:
    """The character that stands at a place, `""` at the end, None when it is broken too."""
    raw = damaged.raw
    if at >= len(raw):
        return ""
    length = 1 if raw[at] < 0x80 else 2 if raw[at] < 0xE0 else 3 if raw[at] < 0xF0 else 4
    return strict(raw[at : at + length], "utf-8") if at not in damaged.options or raw[at] == 0x3F else None


def _mend_runs(damaged: Damaged, grammar: Grammar, budget: Budget, knowledge: Knowledge) -> Mended:
    raw, out, at = damaged.raw, Mended(), 0
    parts: list[str] = []
    for start, end in _runs(raw, damaged.options):
        text = None if any(start <= place < end for place in damaged.options) else strict(raw[start:end], grammar)
        if text is not None and not (knowledge.shifted and _is_odd(text)):
            parts.append(raw[at:start].decode("latin-1") + text)
        elif budget.take_quick(1 + (end - start) // 20) and _mend_fast(
            damaged, (start, end), grammar, out, [*parts, raw[at:start].decode("latin-1")]
        ):
            parts = [out.text]
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


def _mend_fast(damaged: Damaged, span: tuple[int, int], grammar: Grammar, out: Mended, front: list[str]) -> bool:
    """Mends a run in which one simple thing is wrong and the rest then reads well; whether it did."""
    run, cells = damaged.raw[span[0] : span[1]], damaged.cells(*span)
    filled: list[int] = []
    if all(isinstance(cell, int) for cell in cells):
        text = without_one_byte(run, grammar) if len(run) > _SHORT_RUN else None
    else:
        text, filled = with_leads_filled(run, cells, grammar) or (None, [])
    if text is None or _is_odd(text) or mean_cost(text) > _READS_WELL:
        return False
    out.text = "".join(front)
    out.filled += [len(out.text) + at for at in filled]
    out.stray += not filled
    out.text += text
    return True


def _is_odd(text: str) -> bool:
    """Whether three odd characters stand close together, as they do in text that is out of step."""
    places = [at for at, char in enumerate(text) if PRICES[char] > ODD]
    return any(third - first <= _CLOSE for first, third in zip(places, places[2:], strict=False))


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
