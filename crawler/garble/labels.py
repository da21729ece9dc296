"""What a page says its codec is: HTTP header, `<meta>`, XML declaration, byte order mark; and what such labels mean.

Labels are read the way browsers read them (WHATWG encoding standard), plus the odd ones that Chinese sites send
(`gb_2312-80`, `x-gbk`, `zh_CN.gbk`, `utf-8, text/html`). A label nobody knows counts as not declared.
"""

from __future__ import annotations

import re
from functools import lru_cache

HEAD = 65536
"""Bytes of a page that are searched for a declaration: some heads put it behind kilobytes of script."""

_CODECS = {
    "utf8": "utf-8", "utf8sig": "utf-8", "unicode11utf8": "utf-8", "unicode20utf8": "utf-8", "utf8mb4": "utf-8",
    "utf16": "utf-16-le", "utf16le": "utf-16-le", "unicode": "utf-16-le", "ucs2": "utf-16-le", "utf16be": "utf-16-be",
    "hz": "hz", "hzgb2312": "hz", "hzgb": "hz",
    "chinese": "gb18030", "csgb2312": "gb18030", "csiso58gb231280": "gb18030", "isoir58": "gb18030", "euccn": "gb18030",
    "cp936": "gb18030", "ms936": "gb18030", "windows936": "gb18030", "936": "gb18030", "54936": "gb18030",
    "cp950": "big5hkscs", "ms950": "big5hkscs", "windows950": "big5hkscs", "950": "big5hkscs", "cnbig5": "big5hkscs",
    "csbig5": "big5hkscs", "xxbig5": "big5hkscs", "hkscs": "big5hkscs",
    "ascii": "windows-1252", "usascii": "windows-1252", "ansi": "windows-1252", "latin1": "windows-1252", "l1": "windows-1252",
    "iso88591": "windows-1252", "88591": "windows-1252", "isolatin1": "windows-1252",
    "shiftjis": "cp932", "sjis": "cp932", "ms932": "cp932", "cp932": "cp932", "mskanji": "cp932", "windows31j": "cp932",
    "eucjp": "euc_jp", "iso2022jp": "iso2022_jp", "jis": "iso2022_jp",
    "euckr": "cp949", "korean": "cp949", "ksc5601": "cp949", "ksc56011987": "cp949", "ksc56011989": "cp949", "uhc": "cp949",
    "windows949": "cp949", "cp949": "cp949", "ms949": "cp949", "johab": "johab", "tis620": "cp874", "windows874": "cp874",
    "iso885911": "cp874", "koi8r": "koi8-r", "koi8": "koi8-r", "koi8u": "koi8-u", "cp866": "cp866", "ibm866": "cp866",
    "iso88599": "windows-1254", "viscii": "windows-1258", "macintosh": "mac-roman",
}  # fmt: skip
_WORDS = re.compile(r"[a-z0-9]+(?:[-_ ][a-z0-9]+)*")
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]+)", re.IGNORECASE)
_META = re.compile(rb"charset\s*=?\s*[\"'\xa1\xb0]*\s*=?\s*[\"']?\s*([A-Za-z0-9][\w.: -]{0,40})", re.IGNORECASE)
_HEAD_ENDS = (b"</head", b"<body", b"</HEAD", b"<BODY")
_TAG = 400
_OCCURRENCES = 40
_XML = re.compile(rb"^\s*<\?xml[^<>]{0,100}?encoding\s*=\s*[\"']([^\"'<>]{1,40})", re.IGNORECASE)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


@lru_cache(maxsize=512)
def codec_of(label: str) -> str | None:
    """The Python codec a declared label stands for, or None when nobody knows the label.

    All GB labels mean gb18030 and all Big5 labels big5hkscs, the supersets; ISO-8859-1 and ASCII mean windows-1252.

    >>> codec_of("zh_CN.gbk"), codec_of("gb_2312-80"), codec_of("utf-8, text/html"), codec_of("none")
    ('gb18030', 'gb18030', 'utf-8', None)
    """
    for part in re.split(r"[;,/|]", label.lower())[:4]:
        found = _codec_of_word(part.rsplit(".", 1)[-1]) or _codec_of_word(part)
        if found:
            return found
    return None


def _codec_of_word(word: str) -> str | None:
    found = _WORDS.search(word)
    if not found:
        return None
    squashed = re.sub(r"[^a-z0-9]", "", found.group())
    for name in (squashed, squashed.removeprefix("x"), squashed.removeprefix("charset")):
        if name in _CODECS:
            return _CODECS[name]
        if re.match(r"gb(?:2312|k|18030|13000|231280)", name):
            return "gb18030"
        if name.startswith("big5"):
            return "big5hkscs"
        numbered = re.fullmatch(r"(?:windows|cp)(125[0-8])|iso8859(\d{1,2})", name)
        if numbered:
            return f"windows-{numbered[1]}" if numbered[1] else _iso8859(numbered[2])
    return None


def _iso8859(part: str) -> str | None:
    return f"iso8859-{part}" if part.lstrip("0") in {"2", "3", "4", "5", "6", "7", "8", "10", "13", "14", "15", "16"} else None


def header_label(content_type: str | None) -> str | None:
    """The charset label of a Content-Type header, as sent; None when it has none."""
    found = _HEADER.search(content_type[:1000]) if content_type else None
    return found[1] if found else None


def page_labels(body: bytes) -> tuple[str, ...]:
    """The labels a page declares in its head, in order, as written; those in comments do not count.

    An XML declaration comes first. Broken attributes and stray quotes are read over.
    """
    head = _head(body)
    found = []
    if b"<?xml" in head[:300] and (match := _XML.search(head[:300])):
        found.append(match[1].decode("latin-1"))
    for at in _occurrences(head):
        start = head.rfind(b"<", max(0, at - _TAG), at)
        if start >= 0 and head[start : start + 5].lower() == b"<meta" and b">" not in head[start:at]:
            match = _META.match(head, at)
            if match and not _in_comment(head, start):
                found.append(match[1].decode("latin-1").strip())
    return tuple(found)


def _head(body: bytes) -> bytes:
    """The part in which a declaration counts; cheap on a page with an ordinary head."""
    for end in _HEAD_ENDS[:2] if b"<head" in body[:400] else _HEAD_ENDS:
        at = body.find(end, 0, HEAD)
        if at >= 0 and b"<meta" not in body[at : at + 2000].lower():
            return body[:at]
    return body[:HEAD]


def _occurrences(head: bytes) -> list[int]:
    """Where the word `charset` stands, however it is spelt, in order."""
    places: list[int] = []
    for spelling in (b"charset", b"CHARSET", b"Charset", b"CharSet"):
        at = head.find(spelling)
        while at >= 0 and len(places) < _OCCURRENCES:
            places.append(at)
            at = head.find(spelling, at + 7)
    return sorted(places)


def _in_comment(head: bytes, at: int) -> bool:
    opened = head.rfind(b"<!--", 0, at)
    return opened >= 0 and head.find(b"-->", opened, at) < 0


def byte_order_mark(body: bytes) -> tuple[str, int] | None:
    """The codec a byte order mark at the start speaks for and the mark's length, or None."""
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return codec, len(mark)
    return None
