"""Bytes to text, with the evidence: `read_text` is the one place where a page's bytes become characters.

The bytes themselves are asked first (strict UTF-8, then strict GB18030 that reads like Chinese), declarations after them:
they only break ties. What no codec takes whole is read segment by segment (`crawler.garble.segments`), and the text is then
looked over for damage done before it was sent (`crawler.repair`). Never raises, on any bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from crawler.garble.charsets import strict
from crawler.garble.labels import byte_order_mark, codec_of, header_label, page_labels
from crawler.garble.plausibility import PLAUSIBLE, Sample, sample
from crawler.garble.report import Damage, Notes, Vote
from crawler.garble.rivals import best_codec, short_text_is_gbk
from crawler.garble.segments import read_segments
from crawler.garble.signatures import binary_kind, is_noise
from crawler.repair import repair

__all__ = ["Damage", "PageText", "Vote", "read_text"]

_BINARY = "binary"
_MARKS = bytes(1 if 0x80 <= byte <= 0xA0 else 0 for byte in range(256))
_PRINTABLE = bytes([9, 10, 13, *range(0x20, 0x7F)])
_FOREIGN_PIECES = 60
_NO_RIVAL = ("utf-8", "gb18030", "windows-1252")
"""Declared codecs that need not be weighed against GB18030 text that reads well."""
_UTF16 = ("utf-16-le", "utf-16-be")
_UTF16_LIKELY = 14.2
"""Mean price a character up to which UTF-16 is believed when its NULs or a label speak for it."""
_UTF16_SENSE = 8.6
"""Mean price a character below which bytes taken as UTF-16 cannot make sense by chance."""


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as text, how it was read, and what was wrong with it.

    codec      the Python codec the bytes were read with (the main one when `mixed-codecs` stands in `damage`)
    evidence   every voice on the codec: `bom`, `header`, `meta`, `bytes`, `detector`
    damage     what was found and how it was undone, one entry a kind
    damaged    something is lost for good, or was filled in by the model
    disguised  the page had gone through a text-disguising kit: likely a copy on a hijacked host
    binary     the kind of a file that is no text, which is not decoded; else None
    filled     offsets in `text` of the characters the model chose
    """

    text: str
    codec: str
    evidence: tuple[Vote, ...] = ()
    damage: tuple[Damage, ...] = ()
    damaged: bool = False
    disguised: bool = False
    binary: str | None = None
    filled: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Declared:
    """What was declared, by whom: (source, label as sent, codec or None for a label nobody knows)."""

    labels: tuple[tuple[str, str, str | None], ...]

    def codecs(self) -> tuple[str, ...]:
        return tuple(codec for _, _, codec in self.labels if codec)

    def votes(self, chosen: str) -> tuple[Vote, ...]:
        return tuple(Vote(source, label, codec == chosen) for source, label, codec in self.labels)


def read_text(body: bytes, content_type: str | None = None) -> PageText:
    """The text of a page's bytes, with the codec, the votes on it and the damage found.

    `content_type` is the HTTP header's value, as sent. A page that is right comes out as it is. Never raises.
    """
    kind = binary_kind(body)
    if kind:
        return _binary(kind)
    notes = Notes()
    mark = byte_order_mark(body)
    declared = _declared(body, content_type, mark)
    if mark and mark[0] in ("utf-8", "gb18030"):
        body = body[mark[1] :]
    text, codec, source, seen = _choose(body, declared, notes)
    if codec == _BINARY:
        return _binary("unknown")
    votes = (*declared.votes(codec), Vote(source, codec, True))
    repaired = repair(text, notes, body if codec == "utf-8" else None, seen)
    return PageText(
        repaired.text, codec, votes, notes.damage(len(repaired.text)), notes.damaged(), notes.disguised, None, repaired.filled
    )


def _binary(kind: str) -> PageText:
    return PageText("", _BINARY, (Vote("bytes", kind, True),), binary=kind)


def _declared(body: bytes, content_type: str | None, mark: tuple[str, int] | None) -> _Declared:
    header = header_label(content_type)
    found = [("bom", mark[0], mark[0])] if mark else []
    labels = [("header", header)] if header else []
    labels += [("meta", label) for label in page_labels(body)]
    return _Declared((*found, *((source, label, codec_of(label)) for source, label in labels)))


def _choose(body: bytes, declared: _Declared, notes: Notes) -> tuple[str, str, str, Sample | None]:
    """Text, codec, who decided, and the sample of the text if one was taken."""
    if b"\0" in body or _has_controls(body) or any(codec in _UTF16 for codec in declared.codecs()):
        wide = _utf16(body, declared)
        if wide:
            return *wide, None
        count = body.count(0)
        if count:
            notes.add("nul-bytes", "removed", count)
            body = body.replace(b"\0", b"")
    if body.isascii():
        return *_ascii(body), None
    text = strict(body, "utf-8")
    if text is not None and not (len(body) - len(text) <= 12 and short_text_is_gbk(body, text, declared.codecs())):
        return text, "utf-8", "bytes", None
    if is_noise(body):
        return "", _BINARY, "bytes", None
    sure = _sure(body, declared)
    mixed = sure is not None and sure[1] == "gb18030" and _holds_utf8(body)
    if sure and not mixed:
        return sure
    codec, source = best_codec(body, declared.codecs())
    text = strict(body, codec)
    if text is None or mixed or sample(text).spotted:
        text = read_segments(body, codec, notes)
    return text, codec, source, None


def _sure(body: bytes, declared: _Declared) -> tuple[str, str, str, Sample] | None:
    """GB18030 or Big5, when the whole page is valid in it and reads so well that no declaration need be weighed."""
    rivals = dict.fromkeys((*(codec for codec in declared.codecs() if codec not in _NO_RIVAL), "big5hkscs"))
    text = strict(body, "gb18030")
    seen = sample(text) if text is not None else None
    if text is not None and seen is not None and seen.sure and not seen.spotted:
        if list(rivals) == ["big5hkscs"] and "big5hkscs" not in declared.codecs():
            return text, "gb18030", "bytes", seen
        others = [sample(other).mean for codec in rivals if (other := strict(body, codec)) is not None]
        return (text, "gb18030", "bytes", seen) if all(mean > seen.mean + 1.5 for mean in others) else None
    other = strict(body, "big5hkscs")
    if other is None or any(codec != "big5hkscs" for codec in rivals):
        return None
    better = sample(other)
    return (other, "big5hkscs", "bytes", better) if better.sure and (not seen or better.mean + 1.5 < seen.mean) else None


def _holds_utf8(body: bytes) -> bool:
    """Whether UTF-8 stands in between: a piece that is valid in it, with bytes from 0x80 to 0xA0, which GB2312 has not."""
    marks = body.translate(_MARKS)
    at = marks.find(1)
    for _ in range(_FOREIGN_PIECES):
        if at < 0:
            return False
        start, end = body.rfind(b">", max(0, at - 2000), at) + 1, body.find(b"<", at, at + 2000)
        end = end if end >= 0 else len(body)
        piece = body[start or max(0, at - 2000) : end]
        if marks.count(1, start, end) >= 2 and strict(piece, "utf-8") is not None:
            return True
        at = marks.find(1, end)
    return True


def _ascii(body: bytes) -> tuple[str, str, str]:
    for codec, sign in (("hz", b"~{"), ("iso2022_jp", b"\x1b$")):
        if sign in body:
            text = strict(body, codec)
            if text is not None and not text.isascii() and sample(text).fine:
                return text, codec, "bytes"
    return body.decode("ascii"), "utf-8", "bytes"


def _has_controls(body: bytes) -> bool:
    """Whether the head holds control characters: in UTF-16 every eighth Han character has one as its low byte."""
    head = body[:256]
    return len(head.translate(None, _CONTROLS)) < len(head)


_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27}))


def _utf16(body: bytes, declared: _Declared) -> tuple[str, str, str] | None:
    """UTF-16, when the bytes read well so: by mark, by label, by NULs on one side of each pair, or by their sense alone."""
    head = body[: 1 << 13]
    even, odd = head[::2].count(0), head[1::2].count(0)
    sided = max(even, odd) * 12 > len(head) // 2 and min(even, odd) * 8 <= max(even, odd) and _beside_ascii(head, odd >= even)
    labelled = [codec for source, _, codec in declared.labels if codec in _UTF16 and source != "meta"]
    sense = PLAUSIBLE if _has_controls(body) else _UTF16_SENSE
    likely = "utf-16-le" if odd >= even else "utf-16-be"
    found: list[tuple[float, str, str]] = []
    for codec in dict.fromkeys((*labelled[:1], likely, *_UTF16)):
        text = strict(body[: len(body) // 2 * 2], codec)
        if text is None or text.count("\0") * 20 > len(text):
            continue
        seen = sample(text)
        if not seen.cjk * 2 >= seen.count and not sided and codec not in labelled:
            continue
        trusted = (sided and codec == likely) or (codec in labelled and strict(body, "utf-8") is None)
        if sided and codec == likely and seen.sure and seen.count:
            return text.removeprefix("\ufeff"), codec, "bytes"
        if seen.mean < (_UTF16_LIKELY if trusted else sense) and (seen.count or sided):
            found.append((seen.mean - (2.0 if trusted else 0.0), codec, text))
    _, codec, text = min(found, default=(0.0, "", ""))
    return (text.removeprefix("\ufeff"), codec, "bytes") if codec else None


def _beside_ascii(head: bytes, little: bool) -> bool:
    """Whether the NULs are the upper halves of ASCII characters, as in UTF-16, and not strays."""
    nul_side, other_side = (head[1::2], head[::2]) if little else (head[::2], head[1::2])
    printable = len(other_side) - len(other_side.translate(None, _PRINTABLE))
    return printable * 10 >= nul_side.count(0) * 8
