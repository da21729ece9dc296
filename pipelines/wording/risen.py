"""What rose or fell from one number to another, the second of which is the year's: 申请由35件增至61件."""

from __future__ import annotations

import re

_CHANGES = ("增", "上升", "提高", "扩大", "减", "下降", "提升", "降", "升", "变", "回落", "调整", "调", "改", "压", "缩")
_FROM = re.compile(
    r"(?P<what>.{2,}?|)[由从](?:(?:20\d\d|上|去)?年(?P<stock>[初末底])|20\d\d年度?|上年度?|去年|前年|原来|原先|过去)?的?"
)
_CHANGED = re.compile(
    r"(?:(?:同比|[较比与和同]?(?:上一?年度?|去年|往年|前年)(?:同期|相比|比较)?)(?:有所|大幅|明显|显著|略有|持续|小幅|进一步)?|有所|大幅度?|明显|略有|显著)"
    r"(?:上升|增[加长多]|下降|减少|提[高升]|回落)$"
)
"""申请受理量同比大幅上升，由35件增至61件: what rose."""
_RISES = r"(?:增[加长]?|上?升|提[高升]|扩大|减少?|下?降|回落|调整?|变化?|压[减缩]|压?缩减?|改)"
RISEN_TO = re.compile(rf"{_RISES}(?:到|至|为|成)了?(?:现在|目前|[今本]年|当前|如今)?的?")
"""解读信息由0条增加到4条: the second is the year's."""


def risen_from(words: str, subject: str, behind: str) -> tuple[str, bool]:
    """What the number behind `words` says rose or fell, "" where it tells of no change, and whether it is that of a stock.

    `subject` is what the clause before speaks of; `behind` begins right behind the number.
    """
    source = _FROM.fullmatch(words) if words and words[-1] in "由从年的来先去" else None
    if not source or not behind.startswith(_CHANGES):
        return "", False
    return source["what"] or _CHANGED.sub("", subject), source["stock"] is not None
