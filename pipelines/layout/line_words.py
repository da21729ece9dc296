"""Lines of a flattened form that are neither label nor number: words in the place of a number, numbers of pages of paper."""

from __future__ import annotations

import re

SAID = frozenset(("无", "暂无", "没有", "未统计", "不详", "不适用", "不涉及"))
"""Words that stand in the place of a number."""

PAGE_NUMBER = re.compile(
    r"[-—－–―]{1,2}\s?\d{1,3}\s?[-—－–―]{1,2}|第\s?\d{1,3}\s?页(?:\s?[,，/]?\s?共\s?\d{1,3}\s?页)?|\d{1,3}\s?页"
)
"""The number of a page of paper that was printed between two rows: no cell. A bare number is not told from one."""
