"""A printed name as divisions: 昆明市晋宁区二街镇人民政府 -> 晋宁区's 二街镇, and every other place that bears the name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from opencc import OpenCC

from models.divisions import Division, Gazetteer, gazetteer

LONGEST = 80
"""Characters of a printed name that are looked at; no office has so long a name."""

LONGEST_TEXT = 160
"""Characters of running text in which names are looked for."""

_TRADITIONAL = frozenset(
    "縣鎮鄉區廳處辦東廣寧陽門龍長雲蘭濟莊馬興會靈華漢慶貴灣島蘇遼臨義樂豐溫紹萬國鹽連濱錦鳳滄陝贛瀘潁澤單滿鄭許圍嶺嶽關鎬齊魯衛"
)
"""Traditional characters common in the names of places and offices; a name with one of them is read in simplified ones."""

_HAN = r"\u3007\u3400-\u9fff\U00020000-\U000323af"
_NOT_HAN = re.compile(rf"[^{_HAN}]+")
_COMPATIBLE = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff\U0001f100-\U0001f2ff\U0002f800-\U0002fa1f]")
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


class Named(NamedTuple):
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
    def is_certain(self) -> bool:
        """True where the name alone says one place, its county printed or a county itself."""
        return len(self.divisions) == 1 and (self.town is None or any(one.depth > 1 for one in self.above))

    @property
    def is_government(self) -> bool:
        """True where the name is that of the place, its government or its general office, False for a department."""
        return bool(_GOVERNMENT.match(self.rest))


def plain(printed: str, size: int = LONGEST) -> str:
    """The Chinese characters of a printed name, look-alikes of other blocks made plain: ⽊ -> 木; at most `size` of them."""
    text = printed[: size * 4]
    if _COMPATIBLE.search(text):
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


@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Named, ...]:
    """The places that running text names by their full names, in order, at most eight different ones."""
    shown = plain(text, LONGEST_TEXT)
    known, at = gazetteer(), 0
    found: list[Named] = []
    while at < len(shown) - 1 and len(found) < 8:
        sizes = known.full_sizes.get(shown[at : at + 2])
        if sizes and any(shown[at : at + size] in known.by_name for size in sizes):
            part = shown[at : at + 40]
            parse = max(_parses(part, bare=False), key=_worth, default=None)
            if parse is not None and parse.kinds == 0:
                found.append(parse.named(part))
                at += parse.end
                continue
        at += 1
    return tuple({(one.divisions, one.town): one for one in found}.values())


class _Parse(NamedTuple):
    """One way to read a name: where the places end, what they may be, and how many were printed without their kind.

    Better (greater) is what explains more of the name, by a township that is listed, in a smaller place, with fewer short forms.
    """

    end: int
    found: bool
    depth: int
    kinds: int
    divisions: tuple[Division, ...]
    above: tuple[Division, ...] = ()
    town: str | None = None

    def named(self, text: str) -> Named:
        return Named(self.divisions, self.above, self.town, self.found, text[self.end :])


_worth = itemgetter(0, 1, 2, 3)


def _parses(
    text: str, at: int = 0, above: tuple[Division, ...] = (), stems: int = 0, *, full: bool = True, bare: bool = True
) -> Iterator[_Parse]:
    """Every way to read the text from `at` on as a chain of places; `full` says that the last one was printed with its kind."""
    known = gazetteer()
    if above and (full or _stem_may_end(text[at:], above)):
        yield _Parse(at, True, above[0].depth, -stems, above)
    uppers = tuple([one.code[: one.depth * 2] for one in above if one.depth < 3])
    deeper = list(_deeper(known, text, at, uppers)) if uppers or not above else []
    if above or bare:
        yield from _towns(known, text, at, above, stems, unlisted=full and not any(whole for _, _, whole in deeper))
    for end, here, whole in deeper:
        yield from _parses(text, end, here, stems + (not whole), full=whole)


def _deeper(
    known: Gazetteer, text: str, at: int, uppers: tuple[str, ...]
) -> Iterator[tuple[int, tuple[Division, ...], bool]]:
    """Where a county or higher division ends that begins at `at`, which it may be, and whether it is printed with its kind."""
    for size in known.sizes.get(text[at : at + 2], ()):
        form = text[at : at + size]
        for index, whole in ((known.by_name, True), (known.by_stem, False)):
            if here := _inside(index.get(form, ()), uppers):
                yield at + size, here, whole
                if whole:
                    return  # a name with its kind is not read as a shorter one without


def _inside(divisions: Sequence[Division], prefixes: tuple[str, ...]) -> tuple[Division, ...]:
    """Those of the divisions that lie below one whose code begins so; all where nothing was printed before."""
    if not divisions or not prefixes:
        return tuple(divisions)
    return tuple([one for one in divisions if one.code.startswith(prefixes) and one.depth * 2 > min(map(len, prefixes))])


def _stem_may_end(rest: str, divisions: tuple[Division, ...]) -> bool:
    """Whether a place printed without its kind may be the last: 苏州 in 苏州工业园区, not 江门 in 江门口镇."""
    if not any(one.depth < 3 for one in divisions):
        return False
    return bool(rest) and (bool(_ZONE_NEXT.match(rest)) or not _KIND_NEXT.match(rest))


def _towns(known: Gazetteer, text: str, at: int, above: tuple[Division, ...], stems: int, *, unlisted: bool) -> Iterator[_Parse]:
    for size in known.township_sizes.get(text[at : at + 2], ()):
        codes = known.by_township.get(text[at : at + size])
        inside = _towns_inside(known, codes, above) if codes else ()
        if inside:
            depth = above[0].depth if above else 0
            yield _Parse(at + size, True, depth, -stems, towns_of(inside), above, text[at : at + size])
            return
    if unlisted and above and above[0].depth > 1 and (match := _TOWN.match(text, at)):
        town = match[1] + match[2]
        yield _Parse(match.end(), False, above[0].depth, -stems, renamed(town, above), above, town)


def _towns_inside(known: Gazetteer, codes: Sequence[str], above: tuple[Division, ...]) -> Sequence[str]:
    if not above:
        return codes
    prefixes = tuple([one.code[: one.depth * 2] for one in above])
    found = [code for code in codes if code.startswith(prefixes)]
    # Only where none is: the county may have become another since, and its townships stand under that one's code.
    return found or [code for code in codes if any(one.last and known.lies_in(code, one.code) for one in above)]


def towns_of(codes: Iterable[str]) -> tuple[Division, ...]:
    """The townships of the codes, each once."""
    known = gazetteer()
    return tuple([one for code in dict.fromkeys(codes) if (one := known.of_code(code)) is not None])


def renamed(town: str, above: tuple[Division, ...]) -> tuple[Division, ...]:
    """The township of a county that bears the same name with another kind now: 宿安乡 -> 宿安镇; () unless there is just one."""
    known = gazetteer()
    stem = re.sub(r"(?:民族乡|乡|镇|街道|苏木)$", "", town)
    counties = {heir for upper in above if upper.depth == 3 for heir in known.heirs(upper.code)}
    kinds = (f"{stem}镇", f"{stem}乡", f"{stem}街道", f"{stem}苏木")
    codes = [code for name in kinds for code in known.by_township.get(name, ()) if code[:6] in counties]
    return towns_of(codes) if len(set(codes)) == 1 and stem else ()
