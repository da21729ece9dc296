"""Files that are no text: told by their first bytes, whatever the server called them."""

from __future__ import annotations

import re

_SIGNATURES = (
    (b"%PDF-", "pdf"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"), (b"\x1f\x8b\x08", "gzip"),
    (b"Rar!\x1a\x07", "rar"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x00\x00\x01\x00", "ico"), (b"wOFF", "woff"), (b"wOF2", "woff2"),
    (b"\x00\x01\x00\x00\x00", "ttf"), (b"OTTO\x00", "otf"), (b"ID3\x03", "mp3"), (b"ID3\x04", "mp3"), (b"OggS\x00", "ogg"),
    (b"\x7fELF", "elf"), (b"MZ\x90\x00", "exe"), (b"FWS", "swf"), (b"CWS", "swf"), (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"),
    (b"BM", "bmp"), (b"{\\rtf1", "rtf"), (b"BZh9", "bzip2"), (b"\xfd7zXZ\x00", "xz"), (b"\x1a\x45\xdf\xa3", "webm"),
    (b"FLV\x01", "flv"), (b"SQLite format 3\x00", "sqlite"),
)  # fmt: skip
_TEXTLIKE = {"bmp", "swf"}
"""Signatures so short that only NUL bytes behind them make them believable."""
_MHTML = re.compile(rb"\A\s*[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[^<\n]+\n)*?content-type:\s*multipart/related", re.IGNORECASE)
"""Headers of a mail, of which one says that a page and its pictures follow: what browsers call one file (.mht)."""
_HEAD = 4096
_TEXT_STARTS = frozenset([b"<", b"\xef", *(bytes([lead]) for lead in range(0xA0, 0xD0))])
"""First bytes no signature has: most pages need no closer look."""
_CONTROL = bytes(sorted(set(range(32)) - {0, 9, 10, 12, 13, 27}))


def binary_kind(body: bytes) -> str | None:
    """The kind of a file that is not text by its first bytes (`pdf`, `zip`, `ole`, `png`, …), or None.

    `zip` covers .docx, .xlsx, .ofd; `ole` covers .doc, .xls, .wps; `mhtml` is a page with its pictures in one file (RFC 2557).
    """
    if body[:1] in _TEXT_STARTS:
        return None
    head = body[:_HEAD]
    if head[:64].lstrip().startswith(b"%PDF-"):
        return "pdf"
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and (kind not in _TEXTLIKE or head.count(0) > 8):
            return kind
    if head[4:8] == b"ftyp":
        return "mp4"
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return head[8:12].decode("ascii").strip().lower()
    return "mhtml" if _MHTML.match(head) else None


def is_noise(body: bytes) -> bool:
    """Whether control characters are so many that text of no codec but UTF-16 can hold them (random or packed bytes)."""
    head = body[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROL))
    return controls > 16 and controls * 25 > len(head)
