"""How much a text reads like Chinese (or like any language at all), in nats: the model behind every choice of codec.

`cost` sums minus the logarithm of each character's probability after its neighbour, so that two readings of the same
bytes can be compared by their totals. Han pairs come from a table of bigrams (`data/bigrams.xz`), other characters get
the price of their class. ASCII is free: all candidate codecs read it alike.
"""

from __future__ import annotations

import lzma
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

RARE = 14.5
"""Price in nats of a Han character the model has never seen."""
PLAUSIBLE = 9.6
"""Mean price in nats a character below which a text reads well. Chinese prose costs 4 to 7, mojibake 12 and more."""
_BROKEN = 22.0
_CACHE = 400_000
_IN_WORD = 0.6
_BETWEEN = 0.3
_ALONE = 0.1


class Entry(NamedTuple):
    """What the table knows of one character: its counts and what follows it."""

    total: float
    first: float
    last: float
    followers: str
    counts: str


def _count(level: str) -> float:
    return math.pow(2.0, (ord(level) - 48) / 2) - 1


@lru_cache(maxsize=1)
def table() -> dict[str, Entry]:
    """Every Han character the bigram table knows. Read from disk at first use."""
    text = lzma.decompress((Path(__file__).parent / "data" / "bigrams.xz").read_bytes()).decode("utf-8")
    entries = {}
    for line in text.split("\n"):
        head, followers, counts = line.split("\t")
        entries[head[0]] = Entry(_count(head[1]), _count(head[2]), _count(head[3]), followers, counts)
    return entries


@lru_cache(maxsize=1)
def _sums() -> tuple[float, float]:
    entries = table().values()
    return sum(e.total for e in entries), sum(e.first for e in entries)


class _Prices(dict[str, float]):
    """Price of one character without its neighbour, worked out when first asked for."""

    def __missing__(self, char: str) -> float:
        price = _price(char)
        self[char] = price
        return price


class _PairPrices(dict[str, float]):
    """Price of the second character of a pair after the first."""

    def __missing__(self, pair: str) -> float:
        if len(self) > _CACHE:
            self.clear()
        price = _pair_price(pair[0], pair[1])
        self[pair] = price
        return price


PRICES = _Prices()
PAIRS = _PairPrices()

_CLASSES = (
    (0x80, 0.0), (0xA0, _BROKEN), (0xC0, 9.0), (0xDF, 8.0), (0x100, 6.5), (0x250, 8.0), (0x2B0, 13.0), (0x300, 11.0),
    (0x370, 12.0), (0x3AC, 7.0), (0x3D0, 4.5), (0x400, 12.0), (0x430, 7.0), (0x450, 4.0), (0x500, 7.5), (0x590, 12.0),
    (0x700, 4.5), (0xE00, 11.0), (0xE80, 4.5), (0x1100, 9.0), (0x1E00, 9.0), (0x1F00, 6.0), (0x2000, 11.0), (0x2070, 8.0),
    (0x2190, 10.0), (0x2300, 9.0), (0x2460, 11.0), (0x2500, 8.0), (0x2600, 10.0), (0x3000, 10.0), (0x3040, 7.0),
    (0x30A0, 4.8), (0x3100, 5.5), (0x3130, 14.0), (0x3200, 14.0), (0x3400, 11.0), (0x4E00, RARE + 2), (0xA000, RARE),
    (0xAC00, 14.0), (0xD7B0, 6.5), (0xE000, 20.0), (0xF900, 20.0), (0xFB00, RARE), (0xFE30, 13.0), (0xFE70, 10.0),
    (0xFF00, 12.0), (0xFF5F, 6.0), (0xFFA0, 15.0), (0xFFE0, 15.0), (0xFFF0, 7.0), (0x10000, _BROKEN), (0x1F000, 20.0),
    (0x20000, 12.0), (0x32000, RARE + 3), (0x110000, _BROKEN),
)  # fmt: skip
"""First code point after a block and the price of its characters: what a page of this sort would seldom hold costs more."""

COMMON_MARKS = {
    **dict.fromkeys("：；？！（）", 5.6), **dict.fromkeys("“”《》", 6.2), **dict.fromkeys("‘’·—…\u3000\xa0【】〔〕", 7.2),
    **dict.fromkeys("①②③④⑤％￥×●■★→√•", 8.0), "，": 3.2, "。": 3.4, "、": 3.8,
}  # fmt: skip
"""Price of the marks that Chinese pages are full of."""


def _price(char: str) -> float:
    if char in COMMON_MARKS:
        return COMMON_MARKS[char]
    known = table().get(char)
    if known:
        return min(RARE, math.log(_sums()[0] / (known.total + 1)))
    code = ord(char)
    return next(price for end, price in _CLASSES if code < end)


def _pair_price(before: str, char: str) -> float:
    known, prior = table().get(char), table().get(before)
    alone = PRICES[char]
    if known is None or prior is None:
        return alone
    at = prior.followers.find(char)
    inside = _count(prior.counts[at]) / (prior.total + 1) if at >= 0 else 0.0
    between = (prior.last / (prior.total + 1)) * (known.first / _sums()[1])
    return -math.log(_IN_WORD * inside + _BETWEEN * between + _ALONE * math.exp(-alone))


def is_han(char: str) -> bool:
    """Whether a character is a Han character (the basic block or 〇, extensions A and up too)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "〇" or "\U00020000" <= char < "\U00032000"


def cost(text: str) -> float:
    """The price of a text in nats, ASCII free. Lower reads better; compare readings of the same bytes by it."""
    total, before = 0.0, ""
    for char in text:
        if char < "\x80":
            before = ""
        else:
            total += PAIRS[before + char] if before else PRICES[char]
            before = char
    return total


def mean_cost(text: str) -> float:
    """The price a non-ASCII character in nats; 0.0 for pure ASCII."""
    count = sum(1 for char in text if char >= "\x80")
    return cost(text) / count if count else 0.0


@dataclass(frozen=True, slots=True)
class Sample:
    """Some characters of a text, evenly spaced.

    chars   the characters looked at            count   those that are not ASCII
    mean    their mean price                    odd     those dearer than `ODD`
    parentheses  opening ones: many mean glosses
    """

    chars: str
    count: int
    mean: float
    odd: int
    parentheses: int

    @property
    def cjk(self) -> int:
        """Han characters, kana and their marks among them."""
        return len([char for char in self.chars if "\u3000" <= char <= "\u9fff"])

    @property
    def fine(self) -> bool:
        """Whether the sampled characters are those of ordinary text."""
        return self.mean < PLAUSIBLE and self.odd * 12 <= self.count

    def price(self, length: int) -> float:
        """The price of the whole text of so many characters, estimated."""
        return self.mean * self.count * length / max(len(self.chars), 1)

    @property
    def spotted(self) -> bool:
        """Whether odd characters are too many for the rare names of an honest page."""
        return self.odd >= 4 and self.odd * 24 > self.count

    @property
    def sure(self) -> bool:
        """Whether they are so ordinary that no other reading need be tried."""
        return self.mean < _SURE and self.odd * 12 <= self.count


_SURE = 8.2
_ASCII = bytes(range(128))
_SAMPLED = 140
ODD = 12.3
"""Price from which a character is odd: fewer than one in a hundred are on an honest page."""


def sample(text: str) -> Sample:
    """Looks at some 140 characters of a text, without their neighbours: the cheap first glance at every page."""
    chars = text[:: len(text) // _SAMPLED or 1]
    prices = list(map(PRICES.__getitem__, chars))
    count = len(prices) - prices.count(0.0)
    if count < 24 and len(text) > _SAMPLED:
        chars, parentheses = _without_ascii(text[: 1 << 20])
        prices = list(map(PRICES.__getitem__, chars))
        count = len(prices)
    else:
        parentheses = chars.count("(") + chars.count("（")
    if not count:
        return Sample(chars, 0, 0.0, 0, parentheses)
    odd = len([price for price in prices if price > ODD]) if max(prices) > ODD else 0
    return Sample(chars, count, sum(prices) / count, odd, parentheses)


def _without_ascii(text: str) -> tuple[str, int]:
    """The first characters that are not ASCII, and how often one of them stands before a parenthesis."""
    data = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    chars = data[: 15 * _SAMPLED].decode("utf-8", "ignore")[: 5 * _SAMPLED]
    before = [part[-1:] for part in text.split("(", 2000)] if chars else []
    return chars, len([char for char in before if char >= "\u3400"]) + chars.count("（")
