"""What a sentence tells of another year, or of all years, with which it begins: 2012年，复议1件 in the report on 2013."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.wording.claims import Claim
from pipelines.wording.sentences import Sentence

_OPENING = 24
"""Characters at the head of a sentence in which it names its year."""

_OPENS = re.compile(
    r"(?:\s|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]是|在)*"
    r"(?:(?P<year>20\d\d)年度?(?!\d)(?:全年|[，,])?|(?:去年|上一?年度?|前年|往年)(?:全年)?[，,](?!.{0,6}结转)"
    r"|(?:明年|来年|下一?年度?|今后|下一步|下步)(?:[，,]|(?=.{0,4}[将拟计])))"
    r"(?!\s?\d{1,2}月|以来|[底末初]|开始|起|至|到|[-—~]|[^，,。；;]{0,16}(?:以来|[成建设]立|启用|开通|施行|实施))"
)
"""2012年5月起, 2008年成立以来: what began then may stand now."""

_SINCE = re.compile(
    r"(?:截[至止到]{1,2}[^，,。；;]{0,12}[，,])?(?:自|从)?(?:(?P<year>20\d\d)年[^，,。；;]{0,16}(?:以来|至今|起)|历年(?:来|以来)?|多年来)"
    r"[，,]?[^，,。；;\d]{0,12}累计"
)
_STOCK = ("staff.", "organisation.")
"""What 自2008年以来累计 leaves alone: people and rooms that are there now."""

_NOW = "今年|本年|年内|本报告|报告期|目前|现有|现在|现任|现设|现已|至今|截至|截止|年底|年末"


def without_other_years(sentence: Sentence, claims: list[Claim], year: int | None) -> list[Claim]:
    """The claims without those of a sentence that begins with other years, up to where it turns to this one or to now."""
    text = sentence.text
    if year is None or "年" not in text[:_OPENING]:
        return claims
    since = _SINCE.match(text) if "累计" in text else None
    opens = since or _OPENS.match(text)
    if opens is None or opens["year"] == str(year):
        return claims
    now = _now(year).search(text, opens.end())
    first, last = sentence.start, sentence.start + (now.start() if now else len(text))
    stock = _STOCK if since else ()
    return [claim for claim in claims if not first <= claim.start < last or claim.code.startswith(stock)]


@lru_cache(maxsize=64)
def _now(year: int) -> re.Pattern[str]:
    return re.compile(rf"{year}年|{_NOW}")
