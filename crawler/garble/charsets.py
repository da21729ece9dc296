"""One codec's bytes to text, strictly, the way browsers and Windows read them rather than Python's tables."""

from __future__ import annotations

_BIG5_MARKS = str.maketrans("•､‾∼♁☉／＼¥¢£", "‧﹑¯～⊕⊙∕﹨￥￠￡")
"""Eleven symbols on which Python's Big5 tables differ from Windows' cp950, which wrote the pages."""
_EUROS = 4096
"""Euro signs a page may hold; more of the byte 0x80 than this is no text."""


def strict(body: bytes, codec: str) -> str | None:
    """The text of bytes that are wholly valid in a codec, else None. GB18030 takes 0x80 for the euro sign, as Windows does."""
    try:
        if codec == "big5hkscs":
            return _big5(body)
        return body.decode(codec)
    except UnicodeDecodeError as error:
        return _with_euro(body) if codec == "gb18030" and body[error.start] == 0x80 else None
    except (LookupError, UnicodeError):
        return None


def _big5(body: bytes) -> str:
    """Taiwan's set as Windows has it, Hong Kong's where that does not know a character."""
    try:
        return body.decode("cp950")
    except UnicodeDecodeError:
        return body.decode("big5hkscs").translate(_BIG5_MARKS)


def _with_euro(body: bytes) -> str | None:
    parts, at = [], 0
    for _ in range(_EUROS if len(body) < 1 << 20 else 64):
        try:
            parts.append(body[at:].decode("gb18030"))
            return "".join(parts)
        except UnicodeDecodeError as error:
            if body[at + error.start] != 0x80:
                return None
            parts.append(body[at : at + error.start].decode("gb18030") + "€")
            at += error.start + 1
    return None
