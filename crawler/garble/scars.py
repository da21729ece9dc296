"""Places where a kit's byte-wise search hit across the border of two characters, and how they are healed.

The kit replaced the GBK bytes of a character x by the same bytes and `(reading)`. In 府數 (B8AE 94B5) it found 當 (AE94)
and wrote B8 AE 94 `(dāng)` B5: the bytes 94 28 and B5 28 are no characters, so the decoder wrote `?` for each and
swallowed the parentheses: `府?dāng)?shù)`. Where the cut character had no gloss of its own, its second byte pairs with what
follows, and everything up to the next ASCII byte is wrong: that run is encoded again with the lost lead byte in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.garble.charsets import strict
from crawler.garble.lattice import Cell, best_reading
from crawler.garble.plausibility import cost
from crawler.garble.readings import is_syllable, is_toned, plain, syllables
from crawler.garble.report import Notes

_LETTERS = "a-zA-Zɡɑāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"
_SCAR = re.compile(rf"([^\x00-\x7f])(\([{_LETTERS}]{{1,6}}\))?[?\ufffd]([{_LETTERS}]{{1,6}})\)")
_MARK = rf"[?\ufffd](?![{_LETTERS}]{{1,6}}\))(?=[^\x00-\x7f]|[?\ufffd])"
_TAIL = re.compile(rf"((?:[^\x00-\x7f\ufffd]|{_MARK}){{0,200}})(?:[?\ufffd](?:([{_LETTERS}]{{1,6}})\))?)?")
"""What follows a scar up to the next ASCII byte: wrong characters, marks for byte pairs that are none, a second reading."""
_AFTER_ASCII = re.compile(rf"([^\x00-\x7f])([A-Za-z@-~])\(([{_LETTERS}]{{1,6}})\)")
_UNSEEN = 6.0
_GAP = 9.0
_ANY = tuple(byte for byte in range(0x40, 0xFF) if byte != 0x7F)
_NO_LEAD = (*range(0xA1, 0xB0), *range(0xF8, 0xFF))
"""First bytes of the pairs GBK leaves free."""


@dataclass(frozen=True, slots=True)
class Scars:
    """The kit's table as learned from the page: reading -> glossed characters."""

    table: dict[str, frozenset[str]]

    @classmethod
    def learned(cls, gloss: re.Pattern[str], text: str) -> Scars:
        """The table of a page, read off its glosses (group 1 the character, group 3 the reading)."""
        table: dict[str, set[str]] = {}
        for match in gloss.finditer(text):
            table.setdefault(match[3], set()).add(match[1])
        return cls({reading: frozenset(chars) for reading, chars in table.items()})

    def read_so(self, reading: str, lead: bytes) -> Iterator[tuple[str, float]]:
        """Characters with this reading and this first GBK byte; those the page does not gloss elsewhere at a price."""
        known = self.table.get(reading, frozenset())
        for char in known | syllables().get(plain(reading), frozenset()):
            code = _gbk(char)
            if len(code) == 2 and code[:1] == lead:
                yield char, 0.0 if char in known else _UNSEEN


def _gbk(text: str) -> bytes:
    try:
        return text.encode("gb18030")
    except UnicodeEncodeError:
        return b""


def has_scar(text: str) -> bool:
    """Whether a place looks like `府?dāng)?shù)`: a mark, a reading and a closing parenthesis that nothing opened."""
    return any(is_toned(match[3]) and is_syllable(match[3]) for match in _SCAR.finditer(text))


def heal_scars(text: str, scars: Scars, notes: Notes) -> str:
    """The text with its scars healed. A character that cannot be told becomes U+FFFD and is counted as lost."""
    parts, at = [], 0
    for scar in _SCAR.finditer(text):
        if scar.start() < at:
            continue
        healed = _healed(text, scar, scars)
        if healed is None:
            continue
        put, end = healed
        parts += [text[at : scar.start()], put]
        at = end
        lost = put.count("\ufffd")
        notes.add("gloss-scar", "encoded again with the lost byte" if not lost else "marked", len(put), lost)
    return _AFTER_ASCII.sub(lambda match: _without_stray_gloss(match, scars), "".join([*parts, text[at:]]))


def _healed(text: str, scar: re.Match[str], scars: Scars) -> tuple[str, int] | None:
    """The cheapest text that can have stood at a scar, and where what it replaces ends."""
    before = scar[1]
    best: tuple[float, str, int] | None = None
    for char, extra in scars.read_so(scar[3], _gbk(before)[1:2]):
        lost = _gbk(char)[1:2]
        if lost < b"\x81":
            continue  # the cut character began with this byte
        for put, end, own in _continued(lost, text, scar.end(), scars):
            price = own + extra + cost(before + put)
            if best is None or price < best[0]:
                best = (price, put, end)
    return None if best is None else (before + (scar[2] or "") + best[1], best[2])


def _continued(lead: bytes, text: str, start: int, scars: Scars) -> Iterator[tuple[str, int, float]]:
    """What a cut run can have been: text, the end of what it stands for, extra price."""
    tail = _TAIL.match(text, start)
    if tail is None:
        return
    run, reading, end = tail[1], tail[2], tail.end(1)
    if "?" in run or "\ufffd" in run:
        front, last = _with_gaps(lead, run)
        price = _GAP
    else:
        data = lead + _gbk(run)
        following = text[end : end + 1]
        if "@" <= following <= "~" and (whole := strict(data + following.encode("ascii"), "gb18030")) and whole[-1] >= "\x80":
            yield whole, end + 1, 0.0
        if (whole := strict(data, "gb18030")) is not None and not tail[0][len(run) :]:
            yield whole, end, 0.0
        front, last, price = strict(data[:-1], "gb18030") or "", data[-1:], 0.0
        if not front and len(data) > 1:
            return
    if reading:
        for char, extra in scars.read_so(reading, last):
            yield front + char, tail.end(), price + extra
    if tail[0][len(run) :]:
        yield front + "\ufffd", end + 1, price + _GAP


def _with_gaps(lead: bytes, run: str) -> tuple[str, bytes]:
    """A run in which the decoder met byte pairs that are no characters: the text up to the last lead byte, and that byte."""
    cells: list[Cell] = list(lead)
    for char in run:
        cells += [_NO_LEAD, _ANY] if char in "?\ufffd" else list(_gbk(char))
    path = best_reading(cells[:-1], "gb18030")
    last = cells[-1]
    return path.text, bytes([last]) if isinstance(last, int) else b""


def _without_stray_gloss(match: re.Match[str], scars: Scars) -> str:
    """`P(guān)` loses its gloss when the bytes of 關 stand across the border in front: 宏P is BAEA 50, EA50 is 關."""
    across_bytes = _gbk(match[1])[1:2] + match[2].encode("ascii")
    across = strict(across_bytes, "gb18030")
    return (
        match[1] + match[2]
        if across and any(across == char for char, _ in scars.read_so(match[3], across_bytes[:1]))
        else match[0]
    )
