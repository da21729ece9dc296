"""Text back to the bytes it was wrongly read from: latin-1, cp1252, cp1250, GBK or Big5, losses marked.

U+FFFD and a doubtful `?` become bytes that are unknown; which bytes they may have been follows from what the wrong codec
could not read in front of the byte that comes next.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import Any, Literal

from crawler.garble.mend import UNKNOWN, Damaged

Outer = Literal["cp1252", "cp1250", "gbk", "big5", "big5hkscs"]
DROPPED: dict[Outer, tuple[int, ...]] = {
    "cp1252": (0x81, 0x8D, 0x8F, 0x90, 0x9D),
    "cp1250": (0x81, 0x83, 0x88, 0x90, 0x98),
    "gbk": (),
    "big5": (),
    "big5hkscs": (),
}
"""Bytes a codec has no character for, which many programs drop without a word."""
_LOST_SIGNS = re.compile("[\ufffd€\uf8f5?]")


def _charmap(codec: str) -> Any:
    chars = "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(256))
    return codecs.charmap_build(chars)


_MAPS = {codec: _charmap(codec) for codec in ("cp1252", "cp1250")}


def bytes_before(text: str, outer: Outer) -> Damaged | None:
    """The bytes a text was read from by a wrong codec, or None when that codec cannot have given this text.

    >>> bytes_before("ÕþÎÄ", "cp1252").raw.decode("gbk")
    '政文'
    """
    return _single(text, outer) if outer in ("cp1252", "cp1250") else _double(text, outer)


def _single(text: str, outer: Outer) -> Damaged | None:
    plain = text.replace("\ufffd", "\0") if "\ufffd" in text else text
    try:
        raw: bytes = codecs.charmap_encode(plain, "strict", _MAPS[outer])[0]
    except UnicodeEncodeError:
        try:
            raw = plain.encode("latin-1") if outer == "cp1252" else b""
        except UnicodeEncodeError:
            return None
    if len(raw) != len(text):
        return None
    options = {at: DROPPED[outer] for at, char in enumerate(text) if char == "\ufffd"} if plain is not text else {}
    return Damaged(_with_unknown(raw, options), options)


def _with_unknown(raw: bytes, options: dict[int, tuple[int, ...]]) -> bytes:
    if not options:
        return raw
    cells = bytearray(raw)
    for at in options:
        cells[at] = UNKNOWN
    return bytes(cells)


def _double(text: str, outer: Outer) -> Damaged | None:
    encode = _ENCODERS[outer]
    if not _LOST_SIGNS.search(text):
        raw = encode(text)
        return None if raw is None else Damaged(raw)
    cells, doubtful, at = bytearray(), [], 0
    for sign in _LOST_SIGNS.finditer(text):
        part = encode(text[at : sign.start()])
        if part is None:
            return None
        cells += part
        at = sign.end()
        if sign.group() == "€" and outer == "gbk":
            cells.append(0x80)
        elif sign.group() == "?":
            doubtful.append(len(cells))
            cells += b"?"
        elif sign.group() == "\ufffd":
            doubtful.append(len(cells))
            cells.append(UNKNOWN)
        else:
            cells += b"\xff" if outer == "gbk" else encode(sign.group()) or b"?"
    rest = encode(text[at:])
    if rest is None:
        return None
    cells += rest
    return Damaged(bytes(cells), {place: _possible(bytes(cells[place : place + 2]), outer) for place in doubtful})


def _possible(here: bytes, outer: Outer) -> tuple[int, ...]:
    """What an unknown byte may have been, given the sign in its place and the byte after it."""
    after = here[1] if len(here) > 1 else 0x3C
    lost = _undecodable_before(after, outer)
    return (0x3F, *lost) if here[0] == 0x3F else lost


@lru_cache(maxsize=1024)
def _undecodable_before(after: int, outer: Outer) -> tuple[int, ...]:
    codec = "gbk" if outer == "gbk" else "big5"
    nexts = range(0x80, 0xC0) if after == UNKNOWN else (after,)
    return tuple(byte for byte in range(0x80, 0xFF) if not all(_decodes(bytes([byte, after]), codec) for after in nexts))


def _decodes(pair: bytes, codec: str) -> bool:
    try:
        pair.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _encode_gbk(text: str) -> bytes | None:
    try:
        return text.encode("gb18030")
    except UnicodeEncodeError:
        return None


def _encode_big5(text: str) -> bytes | None:
    return _encode_chars(text, ("cp950", "big5", "big5hkscs"))


def _encode_hkscs(text: str) -> bytes | None:
    return _encode_chars(text, ("big5hkscs", "big5", "cp950"))


def _encode_chars(text: str, codecs_: tuple[str, ...]) -> bytes | None:
    try:
        return text.encode(codecs_[0])
    except UnicodeEncodeError:
        parts = [_char_bytes(char, codecs_) for char in text]
        return None if None in parts else b"".join(part for part in parts if part)


@lru_cache(maxsize=8192)
def _char_bytes(char: str, codecs_: tuple[str, ...]) -> bytes | None:
    for codec in codecs_:
        try:
            return char.encode(codec)
        except UnicodeEncodeError:
            continue
    return None


_ENCODERS = {"gbk": _encode_gbk, "big5": _encode_big5, "big5hkscs": _encode_hkscs}
