"""What was held on one day or in one month (8月组织专题培训1次，33人参加), which is the year's where nothing else is told."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.evidence import judged
from pipelines.wording.needs import Memory, fits
from pipelines.wording.stated import stated, summed
from pipelines.wording.wordings import Figure, phrase_of

_DAY = re.compile(
    r"(?:[于在从至]|早在)?(?<![\d—~～至到－–-])(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?!\s?[—~～至到－–-]|份?[和、及与]|度)"
    r"(?:份|[初中末底]|[上中下]旬|\d{1,2}[日号])?|[年月][初中末底](?!报)"
)
_SEVERAL = re.compile(r"季度|半年|[每各]月|各(?:举|召|组|开|办)|[两几]次|每年")
"""A span that leaves the rest of the year open, or several days that had one each."""
HELD_UNITS = frozenset(("次", "场", "期", "班", "个", "人次", "人", "名", "位", "个人", "场次", "班次"))
_FAR = 60
_HELD = ("training.", "response.press_conferences", "response.online_interviews")


def of_a_day(number: Number, year: int | None, names: tuple[str, ...], memory: Memory) -> Figure | None:
    """The figure of something held on a single day that a number states; None where it counts anything else."""
    start, words = number.hit.start, number.words
    said = number.sentence.text[max(0, start - _FAR) : start]
    if _DAY.search(said) is None or _SEVERAL.search(said):
        return None
    number.words = _DAY.sub("", words)
    number.phrase = phrase_of(number.words, year, names)
    figure = summed(number) or stated(number, number.phrase.core, year, names)
    if figure is None or not fits(figure, number, memory):
        code = judged(number, names, memory)
        figure = Figure(code, frozenset(("weak", "judged"))) if code is not None else None
    number.words = words
    return figure if figure is not None and figure.code.startswith(_HELD) else None
