"""Text to text: what was done to a page before it was sent, found and undone as far as it can be.

A page that reads well is never touched: one cheap look (`_glance`) sends most pages straight through. The order is
mojibake first, then the folding of ï¿½ and stray byte order marks, then disguising kits, then the counting of what is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.garble.disguise import undo_disguise
from crawler.garble.flags import flag_losses, speaks_of_garbling
from crawler.garble.mojibake import undo_mojibake
from crawler.garble.plausibility import Sample, sample
from crawler.garble.readings import TONED
from crawler.garble.report import Notes

_MARKERS = ("鐨", "锛", "銆", "鏀", "ㄛ", "﹝")
"""Characters that honest pages hardly have: 的 ，。 政 as UTF-8 read as GBK, ，。 as GBK read as Big5."""
_FOLDED = re.compile("ï¿½|Ã¯Â¿Â½")
_LATIN_BYTES = {
    bytes([lead]): re.compile(bytes([lead]) + rb"[\x80-\xbf](?:[\xc2-\xcb\xe2][\x80-\xbf]{1,2}){2}")
    for lead in (0xC3, 0xC4, 0xC5)
}
"""Three characters in a row such as a wrong Latin codec makes, in UTF-8; searched only where the first byte occurs."""
_TONE_SIGNS = ("ì", "è", "à", "é", "í", "ù", "ǎ", "ā", "ē", "ī", "á", "ò")


@dataclass(frozen=True, slots=True)
class Repaired:
    """The repaired text, and the offsets in it of characters that the model filled in."""

    text: str
    filled: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Glance:
    garbled: bool
    latin: bool
    glossed: bool
    private: bool


def repair(text: str, notes: Notes, raw: bytes | None = None, seen: Sample | None = None) -> Repaired:
    """The text with its damage undone where it can be, counted where it cannot.

    `raw` are the page's bytes when it was valid UTF-8; looking for a byte in them is quicker than for characters.
    `seen` is the sample of the text, when it was taken already.
    """
    glance = _glance(text, raw, seen or sample(text))
    filled: tuple[int, ...] = ()
    before = text
    if glance.garbled or glance.latin:
        turned = undo_mojibake(text, notes)
        text, filled = turned.text, tuple(turned.filled)
    length = len(text)
    if glance.latin and ("ï¿½" in text or "Â¿Â½" in text) and not speaks_of_garbling(text):
        text = _FOLDED.sub("\ufffd", text)
    if "\ufeff" in text or text.startswith("ï»¿"):
        shorter = text.removeprefix("ï»¿").replace("\ufeff", "")
        notes.add("byte-order-mark", "taken out", len(text) - len(shorter))
        text = shorter
    if glance.glossed or text is not before:
        text = undo_disguise(text, notes)
    flag_losses(text, notes, private=glance.private)
    return Repaired(text, filled if len(text) == length else ())


def _glance(text: str, raw: bytes | None, seen: Sample) -> _Glance:
    """What is worth a closer look."""
    a, b, c, d, e, f = _MARKERS
    marked = a in text or b in text or c in text or d in text or e in text or f in text  # any() costs as much as the search
    garbled = marked or seen.spotted or not seen.fine
    if raw is not None:
        leads = [lead for lead in _LATIN_BYTES if lead in raw]
        latin = any(_LATIN_BYTES[lead].search(raw) for lead in leads)
        toned = bool(leads) or b"\xc7" in raw
    else:
        latin = garbled
        toned = any(sign in text for sign in _TONE_SIGNS)
    private = b"\xee" in raw if raw is not None else "\ue000" <= max(seen.chars, default="") <= "\uf8ff"
    return _Glance(garbled, latin, (_many_parentheses(seen) or toned) and _has_glosses(text), private or seen.odd > 2)


def _many_parentheses(seen: Sample) -> bool:
    return seen.parentheses * 12 > seen.count > 0


_GLOSS = re.compile(f"(?<=[\u3400-\u9fff>])[(（][ \xa0]?[a-zA-Zɡ{TONED}]{{1,6}}[ \xa0]?[)）]")


def _has_glosses(text: str) -> bool:
    return sum(1 for _ in zip(_GLOSS.finditer(text), range(3), strict=False)) == 3
