"""Where the words of `models/data/foreign_words.csv` stand in a text, and whether the text around tells of a raid."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from opencc import OpenCC

from models.foreign_words import ForeignWord, foreign_words
from pipelines.folding import fold

MOST_HITS = 200
"""Occurrences of one word that are looked at in a text."""

AROUND = 24
"""Characters on either side in which a report's own talk of gambling and the like is looked for."""

_OWN_TALK = re.compile(
    "打击|整治|查处|取缔|查获|破获|侦破|侦办|捣毁|端掉|抓获|收缴|查缴|清查|清理|治理|关停|关闭|封堵|曝光|揭露|处罚|处置|涉嫌|涉赌|非法"
    "|违法|违规|犯罪|诈骗|骗局|虚假|假药|案件|案例|类案|警惕|谨防|防范|防骗|禁止|严禁|不参与|抵制|宣传教育|反诈|扫黄|禁赌|禁毒"
    "|许可|审批|备案|年审|检查|抽检|抽查|监管|监督|执法|专项|场所|公益金|公示|拆迁|补偿|规划|业主|物业|酒店|小区|赛事|商业广场"
)
_SPACE = re.compile(r"[\s·•∙・.\-_*|~,、]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the list in a text: `text[start:end]`; `start` counts in the text that was searched."""

    word: ForeignWord
    start: int
    end: int


@cache
def _by_letter(strengths: frozenset[str]) -> dict[str, tuple[tuple[str, ForeignWord], ...]]:
    """The words of some strengths, in simplified and in traditional characters, by the letter that reports have least of."""
    found: dict[str, list[tuple[str, ForeignWord]]] = {}
    for one in foreign_words():
        for form in _forms(one.word) if one.strength in strengths else ():
            found.setdefault(min(form, key=_COMMON.find), []).append((form, one))
    return {letter: tuple(words) for letter, words in found.items()}


@cache
def _any_letter(strengths: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(_by_letter(strengths)))}]")


_COMMON = (
    "借值千半双奖您戶挂攻春減热現略福禽級視觀观论货車阳非頁優兰典刷卡友套廉换援最極楼欢款牌空臺走跑運马丰技河药西墙影扎支游破轮速錄写天"
    "客必海精际频首优册司惠盘色说页快百码端约听试升特产州手环育院點口清视品城极足排考证f利运名场官小送交p备播流老银水印云棠入照级资代台间批"
    "登平永迎集私b高充免t禁额j能金注直路a外q短章图址载合料购华九围导录成yu来地将联话区热h划户自线版减明v管看限现k真万具家接元单至子律"
    "系增投存出博改大无m服cde体密重点门国下时用提i电六五上加正解通o文w微站方g日在会新员制n有度费同机中网果发务主法三复计和理7二6办89"
    "5一情行申人3信开公10"
)
"""Letters of the list that reports have too, the rarer ones first; all others are rarer."""


def _forms(word: str) -> set[str]:
    """A word as written in simplified and in traditional characters; fold() has made some of the latter simple already."""
    full = _traditional()(word)
    return {word, full, fold(full)}


@cache
def _traditional() -> Callable[[str], str]:
    converter = OpenCC("s2t")
    return lambda word: str(converter.convert(word))


def plain(text: str) -> str:
    """The text as the list is written: narrow and in lower case; same length."""
    # Lower case is made of the few signs that have it: asking each Chinese one costs as much as a search for ten words.
    folded = fold(text)
    lower = _CASED.sub(_lower, folded)
    return lower if len(lower) == len(text) else folded


_CASED = re.compile("[A-Z\u00c0-\u1fff\u2100-\u2dff\ua640-\uabff\U00010400-\U0001ffff]")
"""Every sign of a folded text that str.lower may change, and some that it does not."""


def _lower(sign: re.Match[str]) -> str:
    return sign[0].lower()


@lru_cache(maxsize=1024)
def compact(text: str) -> str:
    """The plain text without spaces and the dots that are put between characters: 新 葡·京 -> 新葡京."""
    return _SPACE.sub("", plain(text))


def hits(text: str, *strengths: str) -> list[Hit]:
    """The words of these strengths in a text that is plain already, in order, those inside their harmless phrases left out."""
    found: list[Hit] = []
    there: dict[str, bool] = {}
    # One pass for the letters of which each word has one; a clean text has few letters of 赌 or 葡.
    wanted = frozenset(strengths)
    for letter in sorted(set(_any_letter(wanted).findall(text))):
        for form, one in _by_letter(wanted)[letter]:
            if _has_letters(text, form, there):
                found += [Hit(one, at, at + len(form)) for at in _places(text, form) if not _harmless(text, at, one)]
    found.sort(key=lambda hit: (hit.start, -hit.end))
    return found


def _has_letters(text: str, form: str, there: dict[str, bool]) -> bool:
    """Whether every letter of a word stands in the text; `there` keeps what was found of each."""
    for sign in form:
        if sign not in there:
            there[sign] = sign in text
        if not there[sign]:
            return False
    return True


def _places(text: str, form: str) -> list[int]:
    found: list[int] = []
    at = text.find(form)
    while at >= 0 and len(found) < MOST_HITS:
        if not (form[0].isascii() and _is_latin(text, at - 1) and _is_latin(text, at)):
            found.append(at)  # a Latin word that is the end of a longer one is none
        at = text.find(form, at + 1)
    return found


def _is_latin(text: str, at: int) -> bool:
    return at >= 0 and text[at].isascii() and text[at].isalpha()


def _harmless(text: str, at: int, one: ForeignWord) -> bool:
    """True inside one of the word's own phrases, unless that is made a place: 体育彩票中心, but not 体育彩票市统计局."""
    for phrase in one.harmless_in:
        start = text.find(phrase, max(0, at - len(phrase)), at + len(one.word) + len(phrase))
        if start >= 0 and not _A_PLACE.match(text, start + len(phrase)):
            return True
    return False


_A_PLACE = re.compile(r"(?:省|市(?!场|值|级|民|面|区)|县(?!级)|自治[州县])")


def is_own_talk(text: str, start: int, end: int) -> bool:
    """True where the words around `start` to `end` tell of a raid, a warning or a licence, as a report's own do."""
    return _OWN_TALK.search(text, max(0, start - AROUND), min(len(text), end + AROUND)) is not None
