"""Tables that count unit by unit what a form counts for all: their columns are words of the form, their rows are names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.form.labels import key_of
from pipelines.form.rows import Row, has_number, is_unit, is_value

LEAST_NAMED = 2
"""Rows with names of different units that make a table one by unit, whatever stands above them."""

_UNIT = re.compile(
    r"[^\d:：。，]{1,20}(?:[镇乡局委办厅处科股室所队院校部县区市旗社]|街道|苏木|政府|中心|委员会|管委会|开发区|园区|农场|林场|集团|公司)"
    r"(?:[(（][^()（）]{1,12}[)）])?"
)
_HEAD = re.compile(r"(?:[各填报送公开责任部门]{0,4}单位|各?(?:县直|区直|市直)?部门|各?乡镇|镇街|街道|各?县区|县市区|科室|股室|地区)(?:名称)?")
_OF_ALL = frozenset(("total", "applications.processed"))
"""What 合计 and 总计 may be, which stand below such a table too."""


def is_by_unit(rows: Sequence[Row]) -> bool:
    """Whether no row with numbers has a label of a form, and they are named after units: 城关镇 | 3 | 0, 教育局 | 2 | 1."""
    named: set[str] = set()
    others = headed = False
    for row in rows:
        label = next((cell.text for cell in row.cells if key_of(cell.text) and not is_value(cell.text)), "")
        if not has_number(row):
            headed = headed or (not is_unit(label) and _HEAD.fullmatch(key_of(label)) is not None) or label == "单位"
        elif any(word.name not in _OF_ALL for word, _ in row.words):
            return False
        elif _UNIT.fullmatch(label):
            named.add(label)
        else:
            others = others or not row.words
    return len(named) >= LEAST_NAMED or (headed and (bool(named) or others))
