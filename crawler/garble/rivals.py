"""Which codec reads some bytes best, when none is certain: every candidate's text is priced and the cheapest wins.

Declarations are worth a few nats: they break near-ties and lose to the bytes otherwise. ISO-8859-1, windows-1252 and
ASCII are servers' defaults and are worth nothing. chardet is asked only when no candidate reads well.
"""

from __future__ import annotations

import re

import chardet

from crawler.garble.charsets import strict
from crawler.garble.lattice import Grammar, best_reading
from crawler.garble.plausibility import PLAUSIBLE, cost, mean_cost

_SPLIT = re.compile(rb"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]+")
_WEIGHED = 1200
_HEAD = 1 << 14
_SHORT = 4096
_CUT_TAIL = 16.0
"""What a last character that is cut is cheaper than another broken one."""
_ASCII = b'<a href="X9">~\\'
"""Read the same by every codec a web page can have (EBCDIC, which detectors like to name, reads it otherwise)."""
_CHINESE: tuple[Grammar, ...] = ("gb18030", "big5hkscs", "utf-8")
_SURE = 7.3
"""Mean price below which a reading is right beyond doubt; bigrams price Chinese prose at 3.5 to 6.5."""
_ENOUGH = 24
"""Bytes a detector needs before it may overrule a plausible Chinese reading."""
_MENDED = 120
_DEFAULTS = ("windows-1252", "utf-16-le", "utf-16-be")


def best_codec(body: bytes, declared: tuple[str, ...]) -> tuple[str, str]:
    """The codec that reads the bytes best and the voice that carried it (`bytes`, `detector`)."""
    part = _telling_part(body)
    prices = {codec: _price(part, codec) for codec in dict.fromkeys((*_CHINESE, *declared, "windows-1252"))}
    for rank, codec in enumerate(dict.fromkeys(codec for codec in declared if codec not in _DEFAULTS)):
        prices[codec] *= 0.97 if rank == 0 else 0.985
        prices[codec] -= 3.0 if rank == 0 else 1.5
    prices["windows-1252"] += 2.0
    best = min(prices, key=prices.__getitem__)
    mean = mean_cost(part.decode(best, "replace"))
    if mean < _SURE and best != "windows-1252":
        return best, "bytes"
    if best in _CHINESE and mean < PLAUSIBLE:
        return _detected(body, part, best, prices[best]) if len(part) >= _ENOUGH else (best, "bytes")
    wide = _utf16_by_sense(body)
    if wide:
        return wide, "bytes"
    if _is_mixed(part):
        return min(("utf-8", "gb18030"), key=prices.__getitem__), "bytes"
    if best in declared and best not in _DEFAULTS:
        return best, "bytes"
    shifted = _by_mending(part)
    if shifted:
        return shifted, "bytes"
    return _detected(body, part, best, prices[best])


def _is_mixed(part: bytes) -> bool:
    """Whether the words read well when each is taken in the better of UTF-8 and GB18030."""
    texts = []
    for word in part.split(b" "):
        readings = [text for codec in ("utf-8", "gb18030") if (text := strict(word, codec)) is not None]
        texts.append(min(readings, key=cost, default="\ufffd" * len(word)))
    return mean_cost(" ".join(texts)) < PLAUSIBLE


def _by_mending(part: bytes) -> str | None:
    """The Chinese codec that reads the first bytes well once a stray byte or two is left out."""
    found: dict[str, float] = {}
    for codec in _CHINESE:
        path = best_reading(part[:_MENDED], codec)
        damage = sum(1 for arc in path.arcs if arc.kind)
        if damage * 12 <= len(part[:_MENDED]) and mean_cost(path.text.replace("\ufffd", "")) < PLAUSIBLE - 1.5:
            found[codec] = path.price
    return min(found, key=found.__getitem__, default=None)


def _utf16_by_sense(body: bytes) -> str | None:
    """UTF-16 without NULs, as a bare Chinese title has it."""
    if len(body) % 2 or not 4 <= len(body) <= _SHORT:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        text = strict(body, codec)
        if text and mean_cost(text) < PLAUSIBLE - 1.2 and not text.isascii():
            return codec
    return None


def _detected(body: bytes, part: bytes, best: str, price: float) -> tuple[str, str]:
    """Asks chardet, when nothing reads so well that it is beyond doubt."""
    found = chardet.detect(body[:8192] if not body[:8192].isascii() else part)["encoding"]
    if found:
        codec = found.lower()
        try:
            if _ASCII.decode(codec) == _ASCII.decode("ascii") and _price(part, codec) < 0.95 * price:
                return codec, "detector"
        except (LookupError, UnicodeError):
            pass
    return best, "bytes"


def _telling_part(body: bytes) -> bytes:
    """The first words that hold high bytes, up to some 1,200 bytes: enough to tell codecs apart."""
    start = _first_high(body)
    words, size = [], 0
    for word in _SPLIT.split(body[max(0, start - 40) : start + _HEAD]):
        if not word.isascii():
            words.append(word)
            size += len(word)
            if size > _WEIGHED:
                break
    return b" ".join(words)[: 4 * _WEIGHED]


def _first_high(body: bytes) -> int:
    found = re.search(rb"[\x80-\xff]", body)
    return found.start() if found else 0


def _price(part: bytes, codec: str) -> float:
    try:
        text = part.decode(codec, "replace")
    except (LookupError, UnicodeError):
        return float("inf")
    cut = _CUT_TAIL if text.endswith("\ufffd") else 0.0
    return cost(text) + _amid_letters(text) * 6.0 - cut


_AMID = re.compile("[A-Za-z][\u3400-\u9fff]{1,2}[a-z]")


def _amid_letters(text: str) -> int:
    """How often one or two Han characters stand inside a Latin word, which German or French read as GBK shows."""
    return len(_AMID.findall(text))


def short_text_is_gbk(body: bytes, text: str, declared: tuple[str, ...]) -> bool:
    """Whether a few bytes that are valid UTF-8 by chance are rather GBK: `目` in GBK is valid UTF-8 for `Ŀ`."""
    other = strict(body, "gb18030")
    if other is None or _amid_letters(other):
        return False
    margin = 12.0 if "utf-8" in declared else 1.0 if "gb18030" in declared else 6.0
    return mean_cost(other) < PLAUSIBLE and cost(other) + margin < cost(text)
