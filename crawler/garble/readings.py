"""Readings of Chinese characters (pinyin), with and without tone marks."""

from __future__ import annotations

import lzma
import unicodedata
from functools import lru_cache
from pathlib import Path

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
"""Letters that carry a tone mark in a reading."""


@lru_cache(maxsize=1)
def syllables() -> dict[str, frozenset[str]]:
    """Every syllable without tone -> the characters that can be read so. Read from disk at first use."""
    text = lzma.decompress((Path(__file__).parent / "data" / "readings.xz").read_bytes()).decode("utf-8")
    pairs = (line.split("\t") for line in text.split("\n"))
    return {syllable: frozenset(chars) for syllable, chars in pairs}


@lru_cache(maxsize=8192)
def plain(reading: str) -> str:
    """A reading in lower case without its tone mark; ü stays ü, `v` becomes it.

    >>> plain("lǜ"), plain("Zhèn")
    ('lü', 'zhen')
    """
    decomposed = unicodedata.normalize("NFD", reading.lower().replace("v", "ü").replace("ɡ", "g").replace("ɑ", "a"))
    kept = "".join(char for char in decomposed if not unicodedata.combining(char) or char == "\u0308")
    return unicodedata.normalize("NFC", kept)


def is_toned(reading: str) -> bool:
    """Whether a reading carries a tone mark."""
    return any(char in TONED for char in unicodedata.normalize("NFC", reading.lower()))


@lru_cache(maxsize=16384)
def can_be_read(char: str, reading: str) -> bool:
    """Whether a character can be read so, whatever the tone."""
    syllable = plain(reading)
    return char in syllables().get(syllable, ()) or ("ü" in syllable and char in syllables().get(syllable.replace("ü", "u"), ()))


@lru_cache(maxsize=4096)
def readings_of(char: str) -> frozenset[str]:
    """The syllables, without tone, a character can be read as."""
    return frozenset(syllable for syllable, chars in syllables().items() if char in chars)


def is_syllable(reading: str) -> bool:
    """Whether this is a syllable of Mandarin at all."""
    return plain(reading) in syllables()
