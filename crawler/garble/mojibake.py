"""Text that was saved after being read with a wrong codec, turned back piece by piece.

A piece is what stands between two tags or line ends. The page's method is found on its suspicious pieces together, then
each piece is turned back by itself and kept only when it reads clearly better. Layers are peeled while that goes on, at
most three. Nothing is done to a page whose own words speak of garbled text, unless most of it is garbled.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from crawler.garble.charsets import strict
from crawler.garble.lattice import FILLED, LOST, STRAY, Grammar
from crawler.garble.mend import Budget, Damaged, Knowledge, Mended, mend
from crawler.garble.plausibility import PRICES, cost, is_han, sample
from crawler.garble.report import Notes
from crawler.garble.wrong_codecs import DROPPED, Outer, bytes_before

METHODS: tuple[tuple[Outer, Grammar], ...] = (
    ("cp1252", "utf-8"), ("cp1252", "gb18030"), ("gbk", "utf-8"), ("cp1250", "utf-8"), ("cp1250", "gb18030"),
    ("big5hkscs", "gb18030"), ("big5", "gb18030"), ("big5", "utf-8"), ("cp1252", "big5hkscs"), ("gbk", "big5hkscs"),
)  # fmt: skip
"""(codec the bytes were wrongly read with, codec they were written in), likelier ones first."""
_PIECE = re.compile(r"([<>\r\n]+|(?:锟斤拷)+)")
_SUBJECT = re.compile(r"乱码|亂碼|mojibake|文字化け|字符编码|字元編碼|编码错误", re.IGNORECASE)
_LATIN_RUN = re.compile("[\x80-\u024f\u2013-\u203a\u20ac\u2122\u02c6-\u02dd]{3}")
_LOST = "锟斤拷"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LAYERS = 3
_TRIED = 600
_LONGEST = 4000
_GAIN = 0.78
"""A reading must cost at most this share of the text as it stands."""
_SUSPICIOUS = 9.3
_LIKELY = (0xC7, 0xC8, 0xC6, 0xF9)
"""GB2312 lead bytes that Big5 leaves free."""
_BAD = 7.0
"""Price of a broken place while methods are only tried."""


@dataclass(slots=True)
class Turned:
    """A text after mojibake was undone, with the offsets of characters that were filled in."""

    text: str
    filled: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    text: str
    suspicious: bool
    filled: list[int] = field(default_factory=list)
    stray: int = 0
    lost: int = 0


def undo_mojibake(text: str, notes: Notes) -> Turned:
    """The text with its mojibake undone; the same text when there is none. Damage goes into `notes`."""
    whole = _undo_whole(text, notes)
    if whole is not None:
        return Turned(whole)
    pieces = [_Piece(part, _suspicious(part)) for part in _pieces(text)]
    garbled = sum(len(piece.text) for piece in pieces if piece.suspicious)
    if not garbled or (_SUBJECT.search(text) and 2 * garbled < sum(len(p.text) for p in pieces if not p.text.isascii())):
        return Turned(text)
    budget, used = Budget(), []
    for _ in range(_LAYERS):
        method = _page_method(pieces)
        if method is None:
            break
        touched = _apply(pieces, method, budget)
        if not touched:
            break
        used.append((method, touched))
    if not used:
        return Turned(text)
    return _joined(pieces, used, notes)


def _undo_whole(text: str, notes: Notes) -> str | None:
    """The quick way: all of the text is mojibake of one kind, nothing is lost, and it reads well once turned back."""
    layers: list[tuple[Outer, Grammar]] = []
    before, length = sample(text), len(text)
    for _ in range(_LAYERS):
        turned = next(((m, t) for m in _QUICK if (t := _turned_whole(text, m)) is not None and _is_step(text, t, m)), None)
        if turned is None:
            break
        layers.append(turned[0])
        text = turned[1]
    after = sample(text)
    if not layers or not after.sure or after.spotted or after.price(len(text)) > _GAIN * before.price(length):
        return None
    for outer, inner in layers:
        notes.add(f"{inner}-read-as-{outer}", f"encoded as {outer}, decoded as {inner}", len(text))
    return text


def _turned_whole(text: str, method: tuple[Outer, Grammar]) -> str | None:
    damaged = bytes_before(text, method[0])
    return None if damaged is None or damaged.options else strict(damaged.raw, method[1])


def _is_step(text: str, turned: str, method: tuple[Outer, Grammar]) -> bool:
    """UTF-8 is never valid by chance; GB18030 nearly always is, and must read well."""
    if turned == text:
        return False
    return method[1] == "utf-8" or (sample(turned).sure and not sample(turned).spotted)


_QUICK: tuple[tuple[Outer, Grammar], ...] = (("cp1252", "utf-8"), ("gbk", "utf-8"), ("cp1252", "gb18030"), ("cp1250", "gb18030"))


def _pieces(text: str) -> Iterator[str]:
    for part in _PIECE.split(text):
        for at in range(0, len(part), _LONGEST):
            yield part[at : at + _LONGEST]


def _suspicious(part: str) -> bool:
    if part.isascii() or part.startswith(_LOST):
        return False
    if _LATIN_RUN.search(part):
        return True
    prices = [price for price in map(PRICES.__getitem__, part) if price]
    return len(prices) > 1 and sum(prices) / len(prices) > _SUSPICIOUS


def _page_method(pieces: list[_Piece]) -> tuple[Outer, Grammar] | None:
    """The method that gains most on the first suspicious pieces, if it gains enough."""
    tried, size = [], 0
    for piece in sorted((p for p in pieces if p.suspicious), key=lambda p: -min(len(p.text), 60))[:20]:
        tried.append(piece.text[:400])
        size += len(tried[-1])
        if size > _TRIED:
            break
    best, most = None, 0.0
    before = [cost(part) for part in tried]
    for method in METHODS:
        gain, weight, sound, signs = 0.0, 0.0, method[1] == "utf-8", Counter[str]()
        for part, price in zip(tried, before, strict=True):
            turned = _tried(part, method)
            if turned is None:
                sound = False
                continue
            bad = turned.count("\ufffd")
            after = cost(turned) - bad * (PRICES["\ufffd"] - _BAD)
            signs.update(filter(is_han, turned))
            sound = sound and not bad and turned != part
            if after < _GAIN * price:
                gain, weight = gain + price - after, weight + price
        if sound and gain > 4:
            return method
        if gain > most + 4 and weight * 3 > sum(before) and (method[1] == "utf-8" or _has_words(signs)):
            best, most = method, gain
        if best == method and most > 0.55 * sum(before) and method[0] != "big5hkscs":
            break
    return best if most > 12 else None


def _has_words(signs: Counter[str]) -> bool:
    """Whether Chinese characters can be words: ¯¯ and ˙˙ have a reading in every double-byte codec, one sign again and again."""
    return len(signs) >= 3 or 2 <= len(signs) == signs.total()


def _damaged(part: str, method: tuple[Outer, Grammar]) -> Damaged | None:
    """The bytes a piece was read from. Private-use characters are GBK's free area only where UTF-8 was read as GBK."""
    if method[1] != "utf-8" and _PRIVATE.search(part):
        return None
    return bytes_before(part, method[0])


def _tried(part: str, method: tuple[Outer, Grammar]) -> str | None:
    """A piece turned back roughly, broken places as U+FFFD."""
    damaged = _damaged(part, method)
    if damaged is None or not _worth_mending(damaged, method[1]):
        return None
    return _roughly(damaged, method[1]).decode(method[1], "replace")


def _roughly(damaged: Damaged, inner: Grammar) -> bytes:
    """The bytes with something likely in place of lost ones, so that double-byte text stays in step."""
    if inner == "utf-8" or not damaged.options:
        return damaged.raw
    cells = bytearray(damaged.raw)
    for at, options in damaged.options.items():
        cells[at] = next((byte for byte in _LIKELY if byte in options), options[-1] if options else cells[at])
    return bytes(cells)


def _turn(part: str, method: tuple[Outer, Grammar], budget: Budget, knowledge: Knowledge) -> Mended | None:
    """A piece turned back by one method, or None when the method cannot apply."""
    inner = method[1]
    damaged = _damaged(part, method)
    if damaged is None:
        return None
    text = None if damaged.options and any(damaged.raw[at] == 0xFF for at in damaged.options) else strict(damaged.raw, inner)
    if text is not None:
        return Mended(text)
    if not _worth_mending(damaged, inner):
        return None
    return mend(damaged, inner, budget, knowledge)


def _worth_mending(damaged: Damaged, inner: Grammar) -> bool:
    """Whether enough of the bytes is sound in the codec: mending is for damage, not for guessing codecs."""
    if len(damaged.options) * 2 > sum(1 for byte in damaged.raw if byte >= 0x80):
        return False
    replaced = _roughly(damaged, inner).decode(inner, "replace")
    bad = replaced.count("\ufffd")
    sound = sum(1 for char in replaced if char >= "\x80") - bad
    return sound >= bad if inner != "utf-8" else 3 * sound >= bad


def _price(mended: Mended | None) -> float | None:
    if mended is None:
        return None
    return cost(mended.text.replace("\ufffd", "")) + LOST * mended.lost + STRAY * mended.stray + FILLED * len(mended.filled)


def _apply(pieces: list[_Piece], method: tuple[Outer, Grammar], budget: Budget) -> int:
    """Turns every piece that gains by it; gives the characters touched."""
    touched, later = 0, []
    seen: Counter[str] = Counter()
    for piece in pieces:
        if piece.text.isascii() or piece.text.startswith(_LOST):
            continue
        turned = _turn(piece.text, method, Budget(0, 0, 0), Knowledge())
        if turned is None or not turned.sound:
            later.append(piece)
        elif _accept(piece, turned, method):
            touched += len(piece.text)
            seen.update(map("".join, zip(turned.text, turned.text[1:], strict=False)))
    knowledge = Knowledge(DROPPED[method[0]], {pair: 1.0 + min(count, 4) / 2 for pair, count in seen.items()})
    for piece in later:
        turned = _turn(piece.text, method, budget, knowledge)
        if turned is not None and _accept(piece, turned, method):
            touched += len(piece.text)
    return touched


def _accept(piece: _Piece, turned: Mended, method: tuple[Outer, Grammar]) -> bool:
    """Takes the turned text over when it reads better; a sound UTF-8 reading need not gain much, for it is never chance."""
    after = _price(turned)
    before = cost(piece.text)
    sound = method[1] == "utf-8" and turned.sound
    if after is None or turned.text == piece.text or after > before * (0.97 if sound else _GAIN if piece.suspicious else 0.5):
        return False
    piece.text, piece.filled = turned.text, turned.filled
    piece.lost += turned.lost
    piece.stray += turned.stray
    piece.suspicious = _suspicious(turned.text)
    return True


def _joined(pieces: list[_Piece], used: list[tuple[tuple[Outer, Grammar], int]], notes: Notes) -> Turned:
    """Puts the pieces together again and notes what was done."""
    parts, filled, length = [], [], 0
    for piece in pieces:
        filled += [length + at for at in piece.filled]
        parts.append(piece.text)
        length += len(piece.text)
    for (outer, inner), touched in used:
        notes.add(f"{inner}-read-as-{outer}", f"encoded as {outer}, decoded as {inner}", touched)
    lost, stray = sum(p.lost for p in pieces), sum(p.stray for p in pieces)
    if filled:
        notes.add("filled-characters", "bigram model", len(filled), len(filled))
    if lost:
        notes.add("broken-bytes", "marked", lost, lost)
    if stray:
        notes.add("stray-bytes", "left out", stray)
    return Turned("".join(parts), filled)
