"""Tables that count by unit, month or matter what a form counts for all: their columns are words of the form, not their rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.form.labels import Kind, key_of, nearest
from pipelines.form.rows import Row, has_number, is_unit, is_value
from pipelines.form.year_columns import year_mark

LEAST_NAMED = 2
"""Rows with names of different units that make a table one by unit, whatever stands above them."""

LEAST_OTHERS = 3
"""Rows with labels of no form under heads of a form that make it a table of something else."""

_UNIT = re.compile(
    r"[^\d:：。，]{1,20}(?:[镇乡局委办厅处科股室所队院校部县区市旗社]|街道|苏木|政府|中心|委员会|管委会|开发区|园区|农场|林场|集团|公司)"
    r"(?:[(（][^()（）]{1,12}[)）])?"
)
_HEAD = re.compile(
    r"(?:[各填报送公开责任部门]{0,4}单位|各?(?:县直|区直|市直)?部门|各?乡镇|镇街|街道|各?县区|县市区|科室|股室|地区)(?:名称)?"
)
_OF_ALL = frozenset(("total", "applications.processed"))
"""What 合计 and 总计 may be, which stand below such a table too."""

_HEADS = frozenset(("applicant", "outcome", "column", "row3", "subject"))
_OLDER = frozenset(("row2014", "alias2014", "head2014"))
_ROWS: tuple[Kind, ...] = ("row3", "group3", "subject")


def is_by_unit(rows: Sequence[Row]) -> bool:
    """Whether no row with numbers has a label of the form, and they count unit by unit (城关镇 | 3 | 0), or by month or matter.

    Of months and matters there are three under the heads of a later form: below 自然人, 商业企业, … also 当面申请 is a matter.
    """
    named: set[str] = set()
    others: set[str] = set()
    heads: set[str] = set()
    headed = False
    for row in rows:
        label = next((cell.text for cell in row.cells if key_of(cell.text) and not is_value(cell.text)), "")
        if not has_number(row):
            heads.update(word.name for word, _ in row.words if word.kind in _HEADS and word.name not in _OF_ALL)
            headed = headed or label == "单位" or (not is_unit(label) and _HEAD.fullmatch(key_of(label)) is not None)
        elif any(word.name not in _OF_ALL and (len(heads) < 2 or word.kind not in _OLDER) for word, _ in row.words):
            return False
        elif _UNIT.fullmatch(label):
            named.add(label)
        elif label and year_mark(label) is None and not any(word.name in _OF_ALL for word, _ in row.words):
            others.add(label)
    if len(named) >= LEAST_NAMED or (headed and (named or others)):
        return True
    return len(heads) > 1 and len(others) >= LEAST_OTHERS and not any(nearest(label, _ROWS).clear for label in others)
