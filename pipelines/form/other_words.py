"""Whether a label that is nearly one of a form's says another thing (政务抖音公开… beside 政务微博公开…), or the same."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

_TURNS = frozenset("未不非无逾超拟前上短转应率天额均占比")
"""Letters that turn what a label says: 逾期办结数 is not 延期办结数, 未按时办结数 not 按时办结数, 政务短信 not 政务微信."""

_PART = re.compile("微[博信]|部分|[不未]|同意|负责")
"""Words without which a label says another thing: 微博回应事件数 is a part of 微博微信回应事件数."""

_PEOPLE = re.compile(r"人[数次](?:量|总数)?$|人员(?:总)?数量?$")
"""How a label ends that counts people."""

_SAYS_NOTHING = re.compile(
    r"(?:各类|各|类|通过|利用|经|本年度?|年度?|全年|政府|信息|公开|政务|相关|有关|具体|数量?|总|共|的|了|工作|情况|统计|合计|行政|机关|其中|"
    r"以及|或者?|和|及|与|已经|已|次|件|条|个|篇|进行|予以|给予|属于|涉及|中|所|等|是|为)+"
)
"""Words that a hand puts into a label without changing what it says."""

LEAST = 2
"""So many letters in a row, put in or put in the place of others, are a word; fewer are a slip."""


@lru_cache(maxsize=4096)
def says_another(label: str, known: str) -> bool:
    """Whether a label's key has a word that the known key near it has not, or counts people where that counts none."""
    if bool(_PEOPLE.search(label)) != bool(_PEOPLE.search(known)):
        return True
    for kind, left, right, begin, end in SequenceMatcher(None, known, label, autojunk=False).get_opcodes():
        new, old = label[begin:end], known[left:right]
        if kind == "delete" and _PART.search(old):
            return True
        if kind in ("equal", "delete"):
            continue
        if any(letter in _TURNS and letter not in known for letter in new):
            return True
        if len(new) >= LEAST and not _SAYS_NOTHING.fullmatch(new):
            return True
    return False


_DROPPED = re.compile(
    r"(?:政府信息公开|政府信息|信息公开|政府|信息|行政|申请内容|申请|工作|本年度?|年度?|相关|属于|其中|情况|总|数量?|量|件|次|的|类|项|各|和|或者?)+"
)


@lru_cache(maxsize=4096)
def says_the_same(label: str, known: str) -> bool:
    """Whether a label's key is a known one without words that say nothing there: 上年结转申请数, 补正后仍不明确, 行政查询事项."""
    for kind, left, right, _, _ in SequenceMatcher(None, known, label, autojunk=False).get_opcodes():
        if kind not in ("equal", "delete") or (kind == "delete" and not _is_dropped(known, left, right)):
            return False
    return True


def _is_dropped(known: str, left: int, right: int) -> bool:
    """Whether the letters that are gone may be words that say nothing: of 行政行为 to 行为, 行政 is gone as well as 政行."""
    while left and known[left - 1] == known[right - 1]:
        left, right = left - 1, right - 1
    while not _DROPPED.fullmatch(known, left, right):
        if right == len(known) or known[left] != known[right]:
            return False
        left, right = left + 1, right + 1
    return True
