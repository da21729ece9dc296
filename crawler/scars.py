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

from crawler.charsets import strict
from crawler.plausibility import cost
from crawler.readings import is_syllable, is_toned, plain, syllables
from crawler.report import Notes

_LETTERS = "a-zA-Zɡɑāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"
_SCAR = re.compile(rf"([^\x00-\x7f])[?\ufffd]([{_LETTERS}]{{1,6}})\)")
_TAIL = re.compile(rf"([^\x00-\x7f\ufffd]{{0,200}})(?:[?\ufffd](?:([{_LETTERS}]{{1,6}})\))?)?")
_AFTER_ASCII = re.compile(rf"([^\x00-\x7f])([A-Za-z@-~])\(([{_LETTERS}]{{1,6}})\)")


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

    def read_so(self, reading: str) -> Iterator[str]:
        """Characters with this reading: those of the page's table, or any when the page glosses none."""
        yield from self.table.get(reading) or syllables().get(plain(reading), frozenset())


def _gbk(text: str) -> bytes:
    try:
        return text.encode("gb18030")
    except UnicodeEncodeError:
        return b""


def has_scar(text: str) -> bool:
    """Whether a place looks like `府?dāng)?shù)`: a mark, a reading and a closing parenthesis that nothing opened."""
    return any(is_toned(match[2]) and is_syllable(match[2]) for match in _SCAR.finditer(text))


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
    tail = _TAIL.match(text, scar.end())
    if tail is None:
        return None
    best: tuple[float, str, int] | None = None
    for char in scars.read_so(scar[2]):
        code = _gbk(char)
        if len(code) != 2 or code[:1] != _gbk(before)[1:2]:
            continue
        ascii_trail = text[tail.end() : tail.end() + 1] if tail.end() == tail.end(1) else ""
        for put, end in _continued(code[1:] + _gbk(tail[1]), tail, ascii_trail, scars):
            price = cost(before + put)
            if best is None or price < best[0]:
                best = (price, put, end)
    return None if best is None else (before + best[1], best[2])


def _continued(data: bytes, tail: re.Match[str], ascii_trail: str, scars: Scars) -> Iterator[tuple[str, int]]:
    """What the bytes of a cut run can have been, with the end of the part of the text they stand for."""
    reading, marked = tail[2], tail.end() > tail.end(1)
    swallowed = strict(data + ascii_trail.encode("ascii", "ignore"), "gb18030") if "@" <= ascii_trail <= "~" else None
    if swallowed is not None and swallowed[-1] >= "\x80":
        yield swallowed, tail.end() + 1
    whole = strict(data, "gb18030")
    if whole is not None and not marked:
        yield whole, tail.end()
    front = strict(data[:-1], "gb18030")
    if front is None:
        return
    if not marked:
        if data[-1] < 0x80:
            yield front + chr(data[-1]), tail.end()
        return
    if reading:
        for char in scars.read_so(reading):
            if _gbk(char)[:1] == data[-1:] and len(_gbk(char)) == 2:
                yield front + char, tail.end()
    yield front + "\ufffd", tail.end(1) + 1


def _without_stray_gloss(match: re.Match[str], scars: Scars) -> str:
    """`P(guān)` loses its gloss when the bytes of 關 stand across the border in front: 宏P is BAEA 50, EA50 is 關."""
    across = strict(_gbk(match[1])[1:2] + match[2].encode("ascii"), "gb18030")
    return match[1] + match[2] if across and across in set(scars.read_so(match[3])) else match[0]
