"""Whether a label that is nearly one of a form's says another thing (政务抖音公开… beside 政务微博公开…) or was typed wrongly."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

_TURNS = frozenset("未不非无逾超拟前上")
"""Letters that turn what a label says: 逾期办结数 is not 延期办结数, 未按时办结数 not 按时办结数."""

_PEOPLE = re.compile(r"人[数次](?:量|总数)?$|人员(?:总)?数量?$")
"""How a label ends that counts people."""

_SAYS_NOTHING = re.compile(
    r"(?:各类|各|类|通过|利用|经|本年度?|年度?|全年|政府|信息|公开|政务|相关|有关|具体|数量?|总|共|的|了|工作|情况|统计|合计|行政|机关|其中|"
    r"以及|或者?|和|及|与|已经|已|次|件|条|个|篇|进行|予以|给予|中|所|等|是|为)+"
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
        if kind in ("equal", "delete"):
            continue
        if any(letter in _TURNS and letter not in known for letter in new):
            return True
        if len(new) >= LEAST and (kind == "insert" or len(old) >= LEAST) and not _SAYS_NOTHING.fullmatch(new):
            return True
    return False
