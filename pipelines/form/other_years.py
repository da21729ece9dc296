"""Which of several forms on a page are of other years than the report, or of a part of its year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from pipelines.form.facts import Form

LINES_ABOVE = 3
"""Lines above a form that may be its name: the heading of its first section stands between, and a unit."""

LONGEST_NAME = 60

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?!\s?\d{1,2}月\s?\d{1,2}日)")
"""The day on which a form was filled in is none of its year."""
_NAME = r"[^。；\d]{0,24}(?:统计表|情况表|报表|附表|数据表?|统计数据)"
_OF_YEAR = re.compile(rf"(?<!\d)((?:19|20)\d\d年)度?{_NAME}")
_OF_PART = re.compile(
    r"(?:^|\s)(?:附[件表]?\d?[:： ]?)?(?:(?:19|20)\d\d年|本年度?|今年)?"
    rf"(?:第?[一二三四1-4](?:[至到-]第?[二三四2-4])?季度|[上下]半年|前三季度|1?\d月份|上一?年度?|去年){_NAME}|填?报?样表"
)


def of_other_years(text: str, forms: Sequence[Form], said: Mapping[int, str], year: int | None) -> list[Form]:
    """The forms that are named as of another year or of some months; none where that is said of all of them.

    `said` is what stands right above each grid and in its first row. A name above the heading between them counts where it
    names a table.
    """
    if len(forms) < 2:
        return []
    others = [form for form in forms if _is_other(said[form.grids[0]], _lines_above(text, form), year)]
    return others if len(others) < len(forms) else []


def _is_other(said: str, lines: Sequence[str], year: int | None) -> bool:
    years = {int(named[:4]) for named in (*_YEAR.findall(said), *_OF_YEAR.findall("\n".join(lines)))}
    if years and year is not None and year not in years:
        return True
    return any(map(_OF_PART.search, (said, *lines)))


def _lines_above(text: str, form: Form) -> list[str]:
    """The short lines right above a form, the nearest first."""
    lines = text[max(0, form.start - 200) : form.start].rstrip("\n").split("\n")[-LINES_ABOVE:]
    return list(takewhile(lambda line: 0 < len(line) < LONGEST_NAME, reversed(lines)))
