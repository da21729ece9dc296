"""Pages no codec takes whole, read segment by segment: mixed pages, stray bytes, cut tails.

A segment is what stands between two tags or line ends. Each is read with the page's codec if that takes it, with
another Chinese codec if that takes it and reads clearly better, and by `crawler.garble.mend` otherwise.
"""

from __future__ import annotations

import re

from crawler.garble.charsets import strict
from crawler.garble.lattice import FILLED, LOST, STRAY, Grammar, best_reading
from crawler.garble.mend import Budget, Damaged, Knowledge, Mended, mend
from crawler.garble.plausibility import ODD, PRICES, cost
from crawler.garble.report import Notes

_BORDER = re.compile(rb"([<>\r\n]+)")
_LAST_RUN = re.compile(rb"[^\x00-\x2f\x3a-\x3f]{1,2000}$")
_TAIL = 400
_STRAYS = 3
"""Strays in one valid segment that are believable; to explain rare characters away it takes more."""
_LONGEST = 6000
_MARGIN = 4.0
_CLEAR = 8.0
"""Price a character below which another codec's reading of a segment is taken at once."""
_CHINESE: tuple[Grammar, ...] = ("utf-8", "gb18030", "big5hkscs")


def read_segments(body: bytes, main: str, notes: Notes) -> str:
    """The text of a page, each segment in the codec that reads it best. Damage goes into `notes`."""
    parts, budget = [], Budget()
    body, tail = _without_cut_tail(body, main)
    segments = [piece for segment in _BORDER.split(body) for piece in _bounded(segment)]
    for segment in segments:
        parts.append(segment.decode("ascii") if segment.isascii() else _read(segment, main, notes, budget))
    if tail:
        notes.add("truncated-tail", "marked", 1, 1)
        parts.append("\ufffd")
    return "".join(parts)


def _without_cut_tail(body: bytes, main: str) -> tuple[bytes, bytes]:
    """The bytes, and the first part of a last character that was cut."""
    if main == "utf-8":
        for length in (1, 2, 3):
            lead = body[-length] if length <= len(body) else 0
            if lead >= 0xC0:
                whole = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
                return (body[:-length], body[-length:]) if length < whole else (body, b"")
        return body, b""
    run = _LAST_RUN.search(body[-_LONGEST:])
    if main in ("gb18030", "big5hkscs") and run and strict(run[0], main) is None and 0x81 <= body[-1] <= 0xFE:
        front = strict(run[0][:-1], main)
        mended = best_reading(run[0][-_TAIL:], "gb18030" if main == "gb18030" else "big5hkscs") if front is not None else None
        if front is not None and mended and mended.price + 4 > cost(front[-len(mended.text) :]) + STRAY:
            return body[:-1], body[-1:]
    return body, b""


def _bounded(segment: bytes) -> list[bytes]:
    """Cuts an overlong segment behind ASCII bytes that belong to no character, so that work stays linear."""
    if len(segment) <= _LONGEST:
        return [segment]
    cuts, at = [], 0
    while at < len(segment):
        end = at + _LONGEST
        found = re.search(rb"[\x20-\x2f\x3a-\x3f]", segment[end : end + 200]) if end < len(segment) else None
        stop = end + (found.end() if found else 0)
        cuts.append(segment[at:stop])
        at = stop
    return cuts


def _read(segment: bytes, main: str, notes: Notes, budget: Budget) -> str:
    text = strict(segment, main)
    if text is not None and (main == "utf-8" or main not in _CHINESE):
        return text
    utf8 = strict(segment, "utf-8") if main != "utf-8" else None
    if text is not None and utf8 is None and max(map(PRICES.__getitem__, text)) < ODD:
        return text
    others = {codec: other for codec in _CHINESE if codec != main and (other := strict(segment, codec)) is not None}
    if text is None and not others and main not in _CHINESE:
        text = segment.decode(main, "replace")
        notes.add("stray-bytes", "replaced", text.count("\ufffd"), text.count("\ufffd"))
        return text
    prices = {codec: cost(other) for codec, other in others.items()}
    best = min(prices, key=prices.__getitem__, default=None)
    if text is not None:
        price = cost(text)
        if best and prices[best] + _MARGIN < 0.75 * price:
            notes.add("mixed-codecs", best, len(others[best]))
            return others[best]
        return _realigned(segment, text, price, main, notes, budget)
    if best and prices[best] < _CLEAR * len(others[best]):
        notes.add("mixed-codecs", best, len(others[best]))
        return others[best]
    mended, codec = _mended(segment, main, budget)
    if best and prices[best] < mended.price:
        notes.add("mixed-codecs", best, len(others[best]))
        return others[best]
    _note(mended, codec, main, notes)
    return mended.text


def _realigned(segment: bytes, text: str, price: float, main: str, notes: Notes, budget: Budget) -> str:
    """The segment's text, or a far better one when two stray bytes had shifted a part of it without any error."""
    if main not in _CHINESE or sum(1 for char in text if PRICES[char] > ODD) < 2:
        return text
    mended = _priced(segment, main, budget, Knowledge(shifted=True))
    if mended.stray + mended.lost <= _STRAYS and mended.price + 3 * _MARGIN < 0.85 * price:
        _note(mended, main, main, notes)
        return mended.text
    return text


def _mended(segment: bytes, main: str, budget: Budget) -> tuple[Mended, str]:
    """The cheapest repair of a segment: in the page's codec, or in the other of UTF-8 and GB18030 when that is far cheaper."""
    first: Grammar = main if main in _CHINESE else "gb18030"
    best = _priced(segment, first, budget)
    if best.stray + best.lost <= 2:
        return best, first
    second: Grammar = "gb18030" if first == "utf-8" else "utf-8"
    other = _priced(segment, second, budget)
    return (other, second) if other.price + _MARGIN < best.price else (best, first)


def _priced(segment: bytes, codec: Grammar, budget: Budget, knowledge: Knowledge | None = None) -> Mended:
    mended = mend(Damaged(segment), codec, budget, knowledge)
    mended.price = (
        cost(mended.text.replace("\ufffd", "")) + STRAY * mended.stray + LOST * mended.lost + FILLED * len(mended.filled)
    )
    return mended


def _note(mended: Mended, codec: str, main: str, notes: Notes) -> None:
    if codec != main:
        notes.add("mixed-codecs", codec, len(mended.text))
    if mended.stray:
        notes.add("stray-bytes", "left out", mended.stray)
    if mended.lost:
        notes.add("broken-bytes", "marked", mended.lost, mended.lost)
