"""Builds `bigrams.xz` and `readings.xz`, the two tables `crawler.garble.plausibility` and `crawler.garble.disguise` read.

Run it by hand, in an environment that has jieba, pypinyin (both MIT) and opencc; none of jieba and pypinyin is needed
when nianbao runs:

    python crawler/garble/data/build_bigrams.py [--text FOLDER ...]

`bigrams.xz` holds counts of characters and of pairs of neighbours inside words, made from jieba's word frequencies, the
same words in traditional characters (OpenCC s2tw), `phrases.txt` and any further folders of plain text. Only counts are
kept, rounded to half powers of two. `readings.xz` holds the readings of each GBK character, without tones.
"""

from __future__ import annotations

import argparse
import lzma
import math
import re
import unicodedata
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
HAN = re.compile(r"[\u3007\u4e00-\u9fff]+")
TEXT_WEIGHT = 3000
"""A pair seen once in running text counts as much as this many of jieba's word counts."""
PAIRS = 115_000


class Counts:
    """How often characters stand alone, first, last and beside one another."""

    def __init__(self) -> None:
        self.total: defaultdict[str, float] = defaultdict(float)
        self.first: defaultdict[str, float] = defaultdict(float)
        self.last: defaultdict[str, float] = defaultdict(float)
        self.pairs: defaultdict[str, float] = defaultdict(float)

    def add(self, run: str, weight: float, *, word: bool) -> None:
        """Counts one run of Han characters; the ends of a whole `word` may meet any other word."""
        for char in run:
            self.total[char] += weight
        for pair in pairwise(run):
            self.pairs["".join(pair)] += weight
        if word:
            self.first[run[0]] += weight
            self.last[run[-1]] += weight


def count_words(counts: Counts) -> None:
    """Adds jieba's words, and their traditional spelling at a quarter of the weight."""
    import jieba  # type: ignore[import-not-found]  # needed for building only
    import opencc

    convert = opencc.OpenCC("s2tw").convert
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text("utf-8").splitlines()
    for line in lines:
        word, count, *_ = line.split(" ")
        if HAN.fullmatch(word):
            counts.add(word, int(count), word=True)
            traditional = convert(word)
            if traditional != word:
                counts.add(traditional, int(count) / 4, word=True)


def count_texts(counts: Counts, folders: list[Path]) -> None:
    """Adds the runs of running text, which know what stands at the borders of words."""
    files = [HERE / "phrases.txt", *(file for folder in folders for file in sorted(folder.glob("*.txt")))]
    for file in files:
        for run in HAN.findall(file.read_text("utf-8")):
            counts.add(run, TEXT_WEIGHT, word=False)


def most(counts: dict[str, float]) -> list[tuple[str, float]]:
    """The entries, most counted first."""
    return sorted(counts.items(), key=lambda item: item[1], reverse=True)


def level(count: float) -> str:
    """One character for a count: twice its binary logarithm, rounded; `0` for none."""
    return chr(48 + (round(2 * math.log2(count + 1)) if count > 0 else 0))


def write_bigrams(counts: Counts) -> None:
    """Writes a line a character: char, levels of total, first, last; its followers; their levels."""
    kept: dict[str, list[tuple[str, float]]] = {char: [] for char in counts.total}
    for pair, count in most(counts.pairs)[:PAIRS]:
        kept[pair[0]].append((pair[1], count))
    lines = []
    for char, total in most(counts.total):
        followers = sorted(kept[char], key=lambda item: (level(item[1]), item[0]), reverse=True)
        head = char + level(total) + level(counts.first[char]) + level(counts.last[char])
        lines.append("\t".join([head, "".join(c for c, _ in followers), "".join(level(n) for _, n in followers)]))
    write("bigrams.xz", lines)


def write_readings() -> None:
    """Writes a line a reading: the syllable without tone, then the GBK characters that can be read so."""
    from pypinyin.constants import PINYIN_DICT  # type: ignore[import-not-found]  # needed for building only

    groups: dict[str, list[str]] = {}
    for code, readings in sorted(PINYIN_DICT.items()):
        if not 0x4E00 <= code <= 0x9FFF:
            continue
        for syllable in sorted({plain(reading) for reading in readings.split(",")}):
            groups.setdefault(syllable, []).append(chr(code))
    write("readings.xz", [f"{syllable}\t{''.join(chars)}" for syllable, chars in sorted(groups.items())])


def plain(reading: str) -> str:
    """A reading without its tone mark; ü stays ü."""
    decomposed = unicodedata.normalize("NFD", reading)
    kept = "".join(c for c in decomposed if not unicodedata.combining(c) or c == "\u0308")
    return unicodedata.normalize("NFC", kept)


def write(name: str, lines: list[str]) -> None:
    """Writes lines as xz, which packs them best."""
    packed = lzma.compress("\n".join(lines).encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)
    (HERE / name).write_bytes(packed)
    print(f"{name}: {len(lines)} lines, {len(packed)} bytes")


def main() -> None:
    """Builds both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, nargs="*", default=[], help="folders of .txt files to count as running text")
    counts = Counts()
    count_words(counts)
    count_texts(counts, parser.parse_args().text)
    write_bigrams(counts)
    write_readings()


if __name__ == "__main__":
    main()
