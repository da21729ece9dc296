"""A printed name as divisions: 昆明市晋宁区二街镇人民政府 -> 晋宁区's 二街镇, and every other place that bears the name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from opencc import OpenCC

from models.divisions import Division, Gazetteer, gazetteer

LONGEST = 80
"""Characters of a printed name that are looked at; no office has so long a name."""

LONGEST_TEXT = 300
"""Characters of running text in which names are looked for."""

_TRADITIONAL = frozenset(
    "縣鎮鄉區廳處辦東廣寧陽門龍長雲蘭濟莊馬興會靈華漢慶貴灣島蘇遼臨義樂豐溫紹萬國鹽連濱錦鳳滄陝贛瀘潁澤單滿鄭許圍嶺嶽關鎬齊魯衛"
)
"""Traditional characters common in the names of places and offices; a name with one of them is read in simplified ones."""

_HAN = r"\u3007\u3400-\u9fff\U00020000-\U000323af"
_NOT_HAN = re.compile(rf"[^{_HAN}]+")
_ABOVE_ALL = re.compile(r"(?:中华人民共和国|中国共产党|中共|国家税务总局|国家统计局|中国气象局|中国)")
_TOWN = re.compile(
    rf"([{_HAN}]{{1,8}}?)(民族乡|乡|镇|街道|苏木)"
    r"(?=$|人民政府|政府|办事处|办公室|办$|党政|党委|党工委|综合|管理委员会|管委会|人大|社区|便民)"
)
_KIND_NEXT = re.compile(rf"[{_HAN}]{{0,6}}?(?:省|市|县|区|旗|州|盟|乡|镇|街道|村)")
_ZONE_NEXT = re.compile(
    rf"[{_HAN}]{{0,8}}?(?:开发区|园区|高新区|高新技术|经开区|示范区|保税区|风景区|度假区|管理区|产业区|试验区|新区|功能区)"
)
_GOVERNMENT = re.compile(
    r"(?:市辖区)?(?:人民政府|政府|行政公署|办事处)?(?:办事处)?(?:门户网站|网站|网)?$"
    r"|(?:人民政府|政府)?(?:党政|党委|党工委)?(?:综合)?(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:领导小组)?(?:办公[室厅]|办)$"
)
_UNKNOWN = re.compile(rf"([{_HAN}]{{2,8}}?(?:自治县|县|旗|市|区))(?=人民政府|政府|$)")


@dataclass(frozen=True, slots=True)
class Named:
    """What a printed name says of places.

    divisions   every division that it may name, under whatever name it bears now
    above       the divisions printed before a township: those of which it is one; () for a township printed alone
    town        a township's name as printed, None where the deepest name is above a township
    found       False where `town` is in no list of the divisions printed before it
    rest        what follows the place: 人民政府, 农业农村局
    unknown     a county-like name at the start that no list has: 青岚县
    """

    divisions: tuple[Division, ...]
    above: tuple[Division, ...] = ()
    town: str | None = None
    found: bool = True
    rest: str = ""
    unknown: str | None = None

    @property
    def is_government(self) -> bool:
        """True where the name is that of the place, its government or its general office, False for a department."""
        return bool(_GOVERNMENT.match(self.rest))


def plain(printed: str, size: int = LONGEST) -> str:
    """The Chinese characters of a printed name, look-alikes of other blocks made plain: ⽊ -> 木; at most `size` of them."""
    text = printed[: size * 4]
    if not text.isascii() and any("\u2e80" <= sign <= "\u2fdf" or sign >= "\uf900" for sign in text):
        text = unicodedata.normalize("NFKC", text)
    if not _TRADITIONAL.isdisjoint(text):
        text = _simplified()(text)
    return _NOT_HAN.sub("", text)[:size]


def read_name(printed: str) -> Named | None:
    """What an office's or place's name says; None where it names no place (我镇, 县政府办公室, 教育局)."""
    text = plain(printed)
    head = _ABOVE_ALL.match(text)
    return _read(text[head.end() :] if head else text)


@cache
def _simplified() -> Callable[[str], str]:
    converter = OpenCC("tw2s")
    return lambda text: str(converter.convert(text))


@lru_cache(maxsize=8192)
def _read(text: str) -> Named | None:
    best = max(_parses(text), key=_worth, default=None)
    if best is not None:
        return best.named(text)
    if text[:1] in ("我", "本", "该", "全", "各"):
        return None
    town = _TOWN.match(text)
    if town:
        return Named((), town=town[1] + town[2], found=False, rest=text[town.end() :])
    unknown = _UNKNOWN.match(text)
    return Named((), unknown=unknown[1], rest=text[unknown.end() :]) if unknown else None


def mentions(text: str) -> tuple[Named, ...]:
    """The places that running text names by their full names, in order, at most eight different ones."""
    shown = plain(text, LONGEST_TEXT)
    heads, at = gazetteer().sizes, 0
    found: list[Named] = []
    while at < len(shown) - 1 and len(found) < 8:
        if shown[at : at + 2] in heads:
            parse = max(_parses(shown[at : at + 40], bare=False), key=_worth, default=None)
            if parse is not None and parse.stems == 0:
                found.append(parse.named(shown[at : at + 40]))
                at += parse.end
                continue
        at += 1
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Parse:
    """One way to read a name: where the places end, what they may be, and how many were printed without their kind."""

    end: int
    stems: int
    divisions: tuple[Division, ...]
    above: tuple[Division, ...] = ()
    town: str | None = None
    found: bool = True

    def named(self, text: str) -> Named:
        return Named(self.divisions, self.above, self.town, self.found, text[self.end :])


def _worth(parse: _Parse) -> tuple[int, bool, int, int]:
    """Better is what explains more of the name, by a township that is listed, in a smaller place, with fewer short forms."""
    return parse.end, parse.found, max((one.depth for one in parse.above or parse.divisions), default=0), -parse.stems


def _parses(
    text: str, at: int = 0, above: tuple[Division, ...] = (), stems: int = 0, *, full: bool = True, bare: bool = True
) -> Iterator[_Parse]:
    """Every way to read the text from `at` on as a chain of places; `full` says that the last one was printed with its kind."""
    known = gazetteer()
    if above and (full or _stem_may_end(text[at:], above)):
        yield _Parse(at, stems, above)
    if above or bare:
        yield from _towns(known, text, at, above, stems, full=full)
    uppers = tuple(one for one in above if one.depth < 3)
    if len(text) == at or (above and not uppers):
        return
    for size in known.sizes.get(text[at : at + 2], ()):
        form = text[at : at + size]
        for index, is_full in ((known.by_name, True), (known.by_stem, False)):
            here = tuple(one for one in index.get(form, ()) if not above or any(_is_below(one, upper) for upper in uppers))
            if here:
                yield from _parses(text, at + size, here, stems + (not is_full), full=is_full)


def _stem_may_end(rest: str, divisions: tuple[Division, ...]) -> bool:
    """Whether a place printed without its kind may be the last: 苏州 in 苏州工业园区, not 江门 in 江门口镇."""
    if not any(one.depth < 3 for one in divisions):
        return False
    return bool(rest) and (bool(_ZONE_NEXT.match(rest)) or not _KIND_NEXT.match(rest))


def _is_below(division: Division, upper: Division) -> bool:
    return division.depth > upper.depth and division.code.startswith(upper.code[: upper.depth * 2])


def _towns(known: Gazetteer, text: str, at: int, above: tuple[Division, ...], stems: int, *, full: bool) -> Iterator[_Parse]:
    for size in known.township_sizes.get(text[at : at + 2], ()):
        codes = known.by_township.get(text[at : at + size], ())
        inside = [code for code in codes if not above or any(known.lies_in(code, upper.code) for upper in above)]
        if inside:
            yield _Parse(at + size, stems, towns_of(inside), above, text[at : at + size])
            return
    if full and any(one.depth >= 2 for one in above) and (match := _TOWN.match(text, at)):
        town = match[1] + match[2]
        yield _Parse(match.end(), stems, renamed(town, above), above, town, found=False)


def towns_of(codes: list[str]) -> tuple[Division, ...]:
    """The townships of the codes, each once."""
    known = gazetteer()
    return tuple(one for code in dict.fromkeys(codes) if (one := known.of_code(code)) is not None)


def renamed(town: str, above: tuple[Division, ...]) -> tuple[Division, ...]:
    """The township of a county that bears the same name with another kind now: 宿安乡 -> 宿安镇; () unless there is just one."""
    known = gazetteer()
    stem = re.sub(r"(?:民族乡|乡|镇|街道|苏木)$", "", town)
    counties = {heir for upper in above if upper.depth == 3 for heir in known.heirs(upper.code)}
    kinds = (f"{stem}镇", f"{stem}乡", f"{stem}街道", f"{stem}苏木")
    codes = [code for name in kinds for code in known.by_township.get(name, ()) if code[:6] in counties]
    return towns_of(codes) if len(set(codes)) == 1 and stem else ()
