"""Pages that went through a text-disguising kit, told from honest ones and turned back.

Kit A and B turn simplified text into traditional, character by character, and put the reading of some characters (a
fixed table, learned here from the page) behind them in parentheses: `當(dāng)前`. Kit C leaves simplified text and puts
toneless readings behind characters at random: `想(xiang)象`. Honest pages gloss a few rare names, or, in a primer, nearly
everything; they are left alone, and a traditional page without glosses is never converted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from opencc import OpenCC

from crawler.garble.plausibility import PRICES
from crawler.garble.readings import can_be_read, is_syllable, is_toned, readings_of
from crawler.garble.report import Notes
from crawler.garble.scars import Scars, has_scar, heal_scars

Kit = Literal["A", "C"]

_READING = "[a-zA-Zɡɑāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,6}"
_TAGS = "(?:</?[a-zA-Z][^<>]{0,60}>){0,2}"
_HAN = "[\u3007\u3400-\u9fff]"
GLOSS = re.compile(rf"({_HAN})({_TAGS})[(（][ \xa0]?({_READING})[ \xa0]?[)）]")
"""A Han character, tags that may stand between, and a reading in parentheses of either width."""
_SAID_APART = re.compile(
    "(?<![討議爭談辯評理])論著|(?<!翻)譯著|[專土卓編原遺撰拙所較]著|見微知著|徵調|魏徵|[暱鯰顎]|錢鍾書|鍾[馗繇]"
)
"""What OpenCC's tw2s would spell wrongly: 著 read zhù, and characters with a second simplified form."""
_SAID = {
    "論著": "论著", "譯著": "译著", "專著": "专著", "土著": "土著", "卓著": "卓著", "編著": "编著",
    "原著": "原著", "遺著": "遗著", "撰著": "撰著", "拙著": "拙著", "所著": "所著", "較著": "较著",
    "見微知著": "见微知著", "徵調": "征调", "魏徵": "魏征", "暱": "昵", "鯰": "鲶", "顎": "颚",
    "錢鍾書": "钱钟书", "鍾馗": "钟馗", "鍾繇": "钟繇",
}  # fmt: skip
_ONE_TO_ONE = re.compile("范圍|[聯關]系|准[確備]|[標水]准|復[雜制]|征[求集]|特征|采[購取集]|旅游|游客|[意志自]愿|愿意|干部|樹干")
"""Spellings that come from turning characters one by one; people in Taiwan and Hong Kong do not write them."""
_OUTSIDE_GBK = re.compile("[\U00010000-\U0010ffff]")
"""Simplified forms no GBK page can have held: the character was not converted on the way there either."""
_EVERYDAY = 8.4
_COMMON = 9.6
"""Price below which a character is too common for an honest page to tell its reading."""


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("tw2s")


@lru_cache(maxsize=8192)
def _simplified(char: str) -> str:
    return str(_converter().convert(char))


def _is_traditional(char: str) -> bool:
    return _simplified(char) != char


@dataclass(frozen=True, slots=True)
class Glosses:
    """What the glosses of a page look like.

    hits      glosses whose reading the character can have      wrong     glosses it cannot have
    types     glossed characters -> how often glossed           han       Han characters on the page
    toned     share of hits with a tone mark                    traditional  share of hits on traditional-only characters
    """

    hits: int
    wrong: int
    types: Counter[str]
    han: int
    toned: float
    traditional: float

    @property
    def density(self) -> float:
        """Glosses a Han character."""
        return self.hits / max(self.han, 1)


def look(text: str) -> Glosses:
    """Counts the glosses of a page."""
    types: Counter[str] = Counter()
    toned = wrong = 0
    for match in GLOSS.finditer(text):
        if can_be_read(match[1], match[3]):
            types[match[1]] += 1
            toned += is_toned(match[3])
        else:
            wrong += is_syllable(match[3])
    hits = types.total()
    traditional = sum(count for char, count in types.items() if _is_traditional(char))
    han = sum(map(len, _HAN_RUN.findall(text)))
    return Glosses(hits, wrong, types, han, toned / max(hits, 1), traditional / max(hits, 1))


_HAN_RUN = re.compile(f"{_HAN}+")


def kit_of(glosses: Glosses, text: str) -> Kit | None:
    """Which kind of kit disguised the page, None for an honest one."""
    found = glosses
    if found.hits < 3 or found.wrong * 8 > found.hits or not 0.012 <= found.density <= 0.70:
        return None
    if found.hits < 15 or len(found.types) < 6:
        return _kit_of_short(found, text)
    if found.traditional > 0.95 and found.toned > 0.8:
        return "A" if _common_share(found.types) > 0.3 else None
    return "C" if found.traditional < 0.5 and found.toned < 0.1 and found.density > 0.05 else None


def _kit_of_short(found: Glosses, text: str) -> Kit | None:
    """Few glosses are a kit's only on common characters and (kit A) on nearly every place of each.

    Besides, they must be dense, or stand on everyday characters with one reading each, which nobody would gloss; or the
    spelling must be one no person writes (`聯系`), or a scar must show the byte-wise search.
    """
    common = _common_share(found.types)
    if found.traditional == 1.0 and found.toned == 1.0 and len(found.types) >= 2 and common >= 0.4:
        if not all(0.75 * text.count(char) <= count for char, count in found.types.items()):
            return None
        dense = found.density >= 0.08 and len(found.types) >= 3 and common >= 0.65
        return "A" if dense or _everyday(found) or has_scar(text) or _ONE_TO_ONE.search(GLOSS.sub(r"\1", text)) else None
    if common < 0.99:
        return None
    if len(found.types) < 3 or found.hits < 5:
        return None
    return "C" if found.traditional < 0.5 and found.toned == 0.0 and found.density > 0.12 else None


def _everyday(found: Glosses) -> bool:
    plain = [char for char in found.types if len(readings_of(char)) == 1 and PRICES[_simplified(char)] < _EVERYDAY]
    return found.density >= 0.02 and len(plain) >= 2 and found.hits >= 4


def _common_share(types: Counter[str]) -> float:
    common = sum(1 for char in types if PRICES[_simplified(char)] < _COMMON)
    return common / max(len(types), 1)


def undo_disguise(text: str, notes: Notes) -> str:
    """The text as it was before the kit, in simplified characters; the same text when no kit was at work."""
    glosses = look(text)
    kit = kit_of(glosses, text)
    if kit is None:
        return text
    notes.disguised = True
    if kit == "A":
        text = heal_scars(text, Scars.learned(GLOSS, text), notes)
    text = GLOSS.sub(_without_reading, text)
    notes.add("pinyin-gloss", f"kit {kit}: readings taken out", glosses.hits)
    return simplify(text) if kit == "A" else text


def _without_reading(match: re.Match[str]) -> str:
    return match[1] + match[2] if is_syllable(match[3]) else match[0]


def simplify(text: str) -> str:
    """Traditional text in simplified characters, by OpenCC tw2s, words it gets wrong protected.

    >>> simplify("專著存在著問題")
    '专著存在着问题'
    """
    converted = str(_converter().convert(text))
    if len(converted) != len(text):
        return "".join(_SAID.get(part, "") or str(_converter().convert(part)) for part in _split_apart(text))
    for match in _SAID_APART.finditer(text):
        converted = converted[: match.start()] + _SAID[match[0]] + converted[match.end() :]
    return _OUTSIDE_GBK.sub(lambda match: text[match.start()], converted)


def _split_apart(text: str) -> list[str]:
    parts, at = [], 0
    for match in _SAID_APART.finditer(text):
        parts += [text[at : match.start()], match[0]]
        at = match.end()
    return [*parts, text[at:]]
