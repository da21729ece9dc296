"""Where the words of `models/data/foreign_words.csv` stand in a text, and whether the text around tells of a raid or a licence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from models.foreign_words import ForeignWord, foreign_words
from pipelines.folding import fold

MOST_HITS = 200
"""Occurrences that are looked at in a text."""

AROUND = 24
"""Characters on either side in which a report's own talk of gambling and the like is looked for."""

_SIMPLIFIED, _FULL = (
    "门赌场龙乐网戏贷买卖线体视频电码钱鱼机游竞财银国际丽欢马经无图奖计划飞艇赛车号注册录载户账剧页开发药",
    "門賭場龍樂網戲貸買賣線體視頻電碼錢魚機遊競財銀國際麗歡馬經無圖獎計劃飛艇賽車號註冊錄載戶賬劇頁開發藥",
)
_TRADITIONAL = str.maketrans(_SIMPLIFIED, _FULL)
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
def _pattern(strengths: frozenset[str]) -> tuple[re.Pattern[str], dict[str, ForeignWord]]:
    """All words of some strengths as one pattern, the longest first, in simplified and in traditional characters."""
    by_form = {form: one for one in foreign_words() if one.strength in strengths for form in _forms(one.word)}
    forms = sorted(by_form, key=lambda form: (-len(form), form))
    latin = [form for form in forms if form[0].isascii() and form[0].isalpha()]
    other = [form for form in forms if form not in latin]
    # One alternation: its first characters are looked for at once, which is the quickest that `re` can do.
    parts = [*map(re.escape, other), *(rf"(?<![a-z]){re.escape(form)}" for form in latin)]
    return re.compile("|".join(parts)), by_form


def _forms(word: str) -> set[str]:
    """A word as written in simplified and in traditional characters; fold() has made some of the latter simple already."""
    return {word, fold(word.translate(_TRADITIONAL)), word.translate(_TRADITIONAL)}


def plain(text: str) -> str:
    """The text as the list is written: narrow and in lower case; same length."""
    lower = fold(text).lower()
    return lower if len(lower) == len(text) else fold(text)


@lru_cache(maxsize=1024)
def compact(text: str) -> str:
    """The plain text without spaces and the dots that are put between characters: 新 葡·京 -> 新葡京."""
    return _SPACE.sub("", plain(text))


def hits(text: str, *strengths: str) -> list[Hit]:
    """The words of these strengths in a text that is plain already, in order, those inside their harmless phrases left out."""
    pattern, by_form = _pattern(frozenset(strengths))
    found = (Hit(by_form[match.group()], match.start(), match.end()) for match in islice(pattern.finditer(text), MOST_HITS))
    return [hit for hit in found if not (hit.word.harmless_in and _harmless(text, hit.start, hit.word))]


def _harmless(text: str, at: int, one: ForeignWord) -> bool:
    return any(
        phrase in text[max(0, at - len(phrase)) : at + len(one.word) + len(phrase)] for phrase in one.harmless_in
    )


def is_own_talk(text: str, start: int, end: int) -> bool:
    """True where the words around `start` to `end` tell of a raid, a warning or a licence, as a report's own do."""
    return _OWN_TALK.search(text, max(0, start - AROUND), min(len(text), end + AROUND)) is not None
