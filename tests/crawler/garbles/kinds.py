"""The labelled set: own texts, set as pages in four styles, garbled in every way the fact sheet names.

Each case carries what must come out, and how strictly: `exact` for what loses nothing, `floor` for what loses some.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from opencc import OpenCC

from crawler.garble.readings import syllables

HERE = Path(__file__).parent
STYLES = ("title", "short", "long", "script")


@dataclass(frozen=True, slots=True)
class Case:
    """A garbled page: its bytes and header, what must come out, whether something is lost for good."""

    kind: str
    style: str
    body: bytes
    header: str | None
    truth: str
    exact: bool = True
    lost: bool = False


def base_texts() -> list[tuple[str, list[str]]]:
    """Title and lines of each own text."""
    blocks = (HERE / "texts.txt").read_text("utf-8").split("# ")[1:]
    return [(block.splitlines()[0], block.splitlines()[1:]) for block in blocks]


def honest_texts() -> dict[str, str]:
    """Right pages that must not be touched, by name; `\\uXXXX` in the file stands for a private-use character."""
    blocks = re.split(r"^# ", (HERE / "honest.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
    named = (block.split("\n", 1) for block in blocks)
    return {name: re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text) for name, text in named}


def page(style: str, number: int, declared: str | None = None) -> str:
    """One of the texts set as a page of a style."""
    texts = base_texts()
    title, _ = texts[number % len(texts)]
    meta = f'<meta charset="{declared}">' if declared else ""
    if style == "title":
        return title
    if style == "short":
        links = "".join(
            f'<li><a href="/c/{i}.html" title="{t}">{t}</a></li>\n' for i, (t, _) in enumerate(_next(texts, number, 5))
        )
        return f"<html><head>{meta}<title>{title}</title></head><body><ul>\n{links}</ul></body></html>"
    paragraphs = "".join(
        f"<h2>{t}</h2>\n" + "".join(f"<p>{line}</p>\n" for line in body)
        for t, body in _next(texts, number, 6 if style == "long" else 2)
    )
    script = "<script>" + "var a=[];function f(x){return x+1;}\n" * 130 + "</script>" if style == "script" else ""
    return f"<html><head>{script}{meta}<title>{title}</title></head>\n<body><h1>{title}</h1>\n{paragraphs}</body></html>"


def _next(texts: list[tuple[str, list[str]]], number: int, count: int) -> list[tuple[str, list[str]]]:
    return [texts[(number + i) % len(texts)] for i in range(count)]


Garble = Callable[[str, int, random.Random], "Case | None"]


def _gb(text: str) -> bytes:
    return text.encode("gb18030")


def _plain(kind: str, encode: Callable[[str], bytes], header: str | None, declared: str | None) -> Garble:
    def garble(style: str, number: int, rng: random.Random) -> Case | None:
        text = page(style, number, declared)
        return Case(kind, style, encode(text), header, text)

    return garble


def _saved(kind: str, wrong: Callable[[str], str], *, exact: bool = True, declared: str = "utf-8") -> Garble:
    def garble(style: str, number: int, rng: random.Random) -> Case | None:
        text = page(style, number, declared)
        seen = wrong(text)
        lost = "\ufffd" in seen or len(seen.encode()) == 0
        return Case(kind, style, seen.encode("utf-8"), "text/html; charset=utf-8", text, exact and not lost, lost)

    return garble


def _dropped(text: str, codec: str) -> str:
    return text.encode("utf-8" if codec == "utf-8-1252" else "gb18030").decode("cp1252", "ignore")


def _browser_1252(data: bytes, codec: str = "cp1252") -> str:
    return "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in data)


def _stray(codec: str) -> Garble:
    def garble(style: str, number: int, rng: random.Random) -> Case | None:
        text = page(style, number)
        data = bytearray(text.encode(codec))
        for _ in range(1 if style == "title" else 3):
            places = [i for i, byte in enumerate(data) if byte >= 0x80]
            data.insert(rng.choice(places), rng.choice((0xFF, 0xA1, 0xC3, 0xE5, 0x81, 0xB7)))
        return Case(f"stray-{codec}", style, bytes(data), None, text, exact=False)

    return garble


def _cut(codec: str) -> Garble:
    def garble(style: str, number: int, rng: random.Random) -> Case | None:
        text = page(style, number).split("</body>")[0].rstrip()
        if len(text) < 4:
            return None
        text = text[: max(i for i, c in enumerate(text) if c > "\x80") + 1]
        return Case(f"cut-{codec}", style, text.encode(codec)[:-1], None, text[:-1] + "\ufffd", lost=True)

    return garble


def _mixed(first: str, second: str) -> Garble:
    def garble(style: str, number: int, rng: random.Random) -> Case | None:
        if style == "title":
            return None
        text = page(style, number)
        at = text.index("</title>") if number % 2 else text.index("<", len(text) // 2)
        return Case(f"mixed-{first}-{second}", style, text[:at].encode(first) + text[at:].encode(second), None, text)

    return garble


def _one_paragraph(style: str, number: int, rng: random.Random) -> Case | None:
    if style in ("title", "short"):
        return None
    text = page(style, number)
    start = text.index("<p>", len(text) // 2) + 3
    end = text.index("</p>", start)
    wrong = _gb(text[start:end]).decode("latin-1")
    return Case("one-paragraph", style, (text[:start] + wrong + text[end:]).encode(), None, text)


def _blocks(style: str, number: int, rng: random.Random) -> Case | None:
    if style != "long":
        return None
    data, step = page(style, number).encode(), 1024
    seen = "".join(data[i : i + step].decode("utf-8", "replace") for i in range(0, len(data), step))
    return Case("blocks", style, seen.encode(), None, seen, lost="\ufffd" in seen)


def _nuls(style: str, number: int, rng: random.Random) -> Case | None:
    text = page(style, number)
    data = bytearray(_gb(text))
    for _ in range(3):
        data.insert(rng.randrange(len(data)), 0)
    return Case("nul-bytes", style, bytes(data), None, text)


def _replacement(style: str, number: int, rng: random.Random) -> Case | None:
    text = page(style, number)
    seen = text[: len(text) // 2].rstrip() + "锟斤拷锟斤拷" + text[len(text) // 2 :].lstrip()
    return Case("kun-jin-kao", style, seen.encode(), None, seen, lost=True)


def _folded(style: str, number: int, rng: random.Random) -> Case | None:
    text = page(style, number)
    at = len(text) // 2
    return Case("folded", style, (text[:at] + "ï¿½" + text[at:]).encode(), None, text[:at] + "\ufffd" + text[at:], lost=True)


def _gbk_replaced(style: str, number: int, rng: random.Random) -> Case | None:
    text = page(style, number)
    seen = text.encode().decode("gbk", "replace").replace("\ufffd", "?")
    if seen.encode("gbk", "replace").decode("utf-8", "ignore") == text:
        return None
    return Case("utf8-as-gbk-questions", style, seen.encode(), None, text, exact=False, lost=True)


def _twice(text: str) -> str:
    return text.encode().decode("latin-1").encode().decode("latin-1")


def _toned(syllable: str, tone: int) -> str:
    marked = {"a": "āáǎà", "e": "ēéěè", "o": "ōóǒò", "i": "īíǐì", "u": "ūúǔù", "ü": "ǖǘǚǜ"}
    vowel = next((v for v in "aeo" if v in syllable), None) or next(v for v in reversed(syllable) if v in marked)
    return syllable.replace(vowel, marked[vowel][tone % 4], 1)


def _reading(char: str) -> str | None:
    return next((s for s, chars in syllables().items() if char in chars and any(v in s for v in "aeiouü")), None)


def _as_windows_reads(data: bytes) -> str:
    """GBK bytes to text, one `?` for each byte pair that is none."""
    out, at = [], 0
    while at < len(data):
        if data[at] < 0x80:
            out.append(chr(data[at]))
            at += 1
            continue
        try:
            out.append(data[at : at + 2].decode("gbk"))
        except UnicodeDecodeError:
            out.append("?")
        at += 2
    return "".join(out)


def _traditional(text: str) -> str:
    return "".join(_TO_TRADITIONAL.convert(char) for char in text)


def kit_a(text: str, share: float, rng: random.Random) -> str:
    """What a kit makes of a text: traditional, a share of the traditional-only types glossed, byte by byte."""
    traditional = _traditional(text)
    types = sorted(
        {t for s, t in zip(text, traditional, strict=True) if s != t and _reading(t)}, key=lambda c: c.encode("gbk", "ignore")
    )
    table = [char for char in types if rng.random() < share]
    data = traditional.encode("gbk", "replace")
    for char in table:
        gloss = "(" + _toned(_reading(char) or "", ord(char)) + ")"
        data = data.replace(char.encode("gbk"), char.encode("gbk") + gloss.encode("gb18030"))
    return _as_windows_reads(data)


def kit_c(text: str, share: float, rng: random.Random) -> str:
    """Simplified text with a toneless reading behind characters at random."""
    return "".join(
        c + (f"({_reading(c)})" if _reading(c) and "\u4e00" <= c <= "\u9fff" and rng.random() < share else "") for c in text
    )


def _kit(kind: str, make: Callable[[str, float, random.Random], str], share: float) -> Garble:
    def garble(style: str, number: int, rng: random.Random) -> Case | None:
        if style == "title":
            return None
        text = page(style, number).encode("gbk", "ignore").decode("gbk")
        return Case(kind, style, make(text, share, rng).encode(), None, text, exact=False)

    return garble


_TO_TRADITIONAL = OpenCC("s2t")

KINDS: dict[str, Garble] = {
    "utf8": _plain("utf8", str.encode, "text/html; charset=utf-8", "utf-8"),
    "utf8-undeclared": _plain("utf8-undeclared", str.encode, None, None),
    "gbk": _plain("gbk", _gb, "text/html; charset=gbk", "gb2312"),
    "gbk-undeclared": _plain("gbk-undeclared", _gb, None, None),
    "gbk-says-utf8": _plain("gbk-says-utf8", _gb, "text/html; charset=utf-8", "utf-8"),
    "utf8-says-gb2312": _plain("utf8-says-gb2312", str.encode, "text/html; charset=gb2312", "gb2312"),
    "gbk-says-latin1": _plain("gbk-says-latin1", _gb, "text/html; charset=ISO-8859-1", "gbk"),
    "utf8-says-latin1": _plain("utf8-says-latin1", str.encode, "text/html; charset=ISO-8859-1", None),
    "gbk-says-big5": _plain("gbk-says-big5", _gb, "text/html; charset=big5", "big5"),
    "gbk-says-shift-jis": _plain("gbk-says-shift-jis", _gb, "text/html; charset=Shift_JIS", None),
    "gbk-says-windows-1251": _plain("gbk-says-windows-1251", _gb, "text/html; charset=windows-1251", None),
    "odd-label": _plain("odd-label", _gb, "text/html; charset=zh_CN.gbk", "x-gbk"),
    "utf16-le": _plain("utf16-le", lambda t: t.encode("utf-16-le"), None, "gb2312"),
    "utf16-be": _plain("utf16-be", lambda t: t.encode("utf-16-be"), "text/html; charset=gb2312", None),
    "utf16-bom": _plain("utf16-bom", lambda t: t.encode("utf-16"), "text/html; charset=utf-8", None),
    "utf8-bom": _plain("utf8-bom", lambda t: t.encode("utf-8-sig"), "text/html; charset=gb2312", None),
    "lying-bom": _plain("lying-bom", lambda t: b"\xef\xbb\xbf" + _gb(t), "text/html; charset=utf-8", None),
    "gb18030-bom": _plain("gb18030-bom", lambda t: b"\x84\x31\x95\x33" + _gb(t), None, None),
    "bom-inside": _plain("bom-inside", lambda t: t.encode()[:0] + t.replace("<body>", "\ufeff<body>").encode(), None, None),
    "gbk-as-latin1": _saved("gbk-as-latin1", lambda t: _gb(t).decode("latin-1")),
    "gbk-as-1252": _saved("gbk-as-1252", lambda t: _browser_1252(_gb(t))),
    "gbk-as-1252-dropped": _saved("gbk-as-1252-dropped", lambda t: _dropped(t, "gbk")),
    "gbk-as-1250": _saved("gbk-as-1250", lambda t: _browser_1252(_gb(t), "cp1250")),
    "utf8-as-latin1": _saved("utf8-as-latin1", lambda t: t.encode().decode("latin-1")),
    "utf8-as-1252": _saved("utf8-as-1252", lambda t: _browser_1252(t.encode())),
    "utf8-as-latin1-twice": _saved("utf8-as-latin1-twice", _twice),
    "utf8-as-1252-twice": _saved("utf8-as-1252-twice", lambda t: _browser_1252(_browser_1252(t.encode()).encode())),
    "utf8-as-1252-dropped": _saved("utf8-as-1252-dropped", lambda t: _dropped(t, "utf-8-1252"), exact=False),
    "utf8-as-gbk": _saved("utf8-as-gbk", lambda t: t.encode().decode("gbk", "replace")),
    "utf8-as-gb18030": _saved("utf8-as-gb18030", lambda t: t.encode().decode("gb18030", "replace")),
    "utf8-as-gbk-questions": _gbk_replaced,
    "gbk-as-big5": _saved("gbk-as-big5", lambda t: _gb(t).decode("big5", "replace"), exact=False),
    "gbk-as-big5hkscs": _saved("gbk-as-big5hkscs", lambda t: _gb(t).decode("big5hkscs", "replace"), exact=False),
    "gbk-as-cp950": _saved("gbk-as-cp950", lambda t: _gb(t).decode("cp950", "replace"), exact=False),
    "stray-utf-8": _stray("utf-8"),
    "stray-gb18030": _stray("gb18030"),
    "cut-utf8": _cut("utf-8"),
    "cut-gbk": _cut("gb18030"),
    "mixed-1": _mixed("utf-8", "gb18030"),
    "mixed-2": _mixed("gb18030", "utf-8"),
    "one-paragraph": _one_paragraph,
    "blocks": _blocks,
    "nul-bytes": _nuls,
    "kun-jin-kao": _replacement,
    "folded": _folded,
    "kit-a": _kit("kit-a", kit_a, 0.6),
    "kit-b": _kit("kit-b", kit_a, 0.12),
    "kit-c": _kit("kit-c", kit_c, 0.33),
}  # fmt: skip


def cases(kind: str, count: int = 33) -> Iterator[Case]:
    """The cases of a kind: each text, in the styles in turn. The same at every run."""
    rng = random.Random(kind)
    for number in range(count):
        for style in STYLES:
            case = KINDS[kind](style, number, rng)
            if case is not None:
                yield case


def bigram_f1(got: str, want: str) -> float:
    """How alike two texts are: F1 over their pairs of neighbouring non-ASCII characters."""

    def pairs(text: str) -> Counter[str]:
        return Counter(a + b for a, b in pairwise(text) if a > "\x7f" and b > "\x7f")

    left, right = pairs(got), pairs(want)
    both = sum((left & right).values())
    return 2 * both / max(1, sum(left.values()) + sum(right.values()))
