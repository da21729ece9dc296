"""The columns of one year where a form prints several side by side (2017年 | 2016年, 本年 | 上年 | 历年累计)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from pipelines.form.labels import words_of
from pipelines.form.rows import Row, is_value
from pipelines.outline import Cell

MAX_HEADER = 8
"""Rows at the top of a grid among which the header with the years stands."""

LONGEST_MARK = 16

_HEADS = frozenset(("head2014", "applicant", "section"))
"""Words that may stand in a header beside years without 年."""

_AFTER = r"(?:统计|完成|实际)?(?:数量|数据|数值|数字|情况|数|值)?"
_YEAR = re.compile(rf"(?:统计数|数量|数据)?\(?((?:19|20)\d\d)(?:年度?|年1[-—–至]12月)?{_AFTER}\)?")
_THIS = re.compile(rf"(?:统计数)?\(?(?:本年度?|今年|当年|本期|本年1[-—至]12月){_AFTER}\)?")
_LAST = re.compile(rf"(?:统计数)?\(?(?:上年度?|去年|上一年度?|往年|前年|上期|上年同期|去年同期|同期){_AFTER}\)?")
_NEVER = re.compile(
    r"(?:历年|历史|总)?累计(?:数量?)?|(?:20\d\d年)?(?:以来|至今)(?:累计)?数?|20\d\d(?:年)?[-—–至~]20\d\d年?(?:累计|合计)?|"
    r"(?:与|较|比)?(?:20\d\d年|上年|去年|上一年)?(?:相比)?(?:同比|环比|增减|增长|变化|增幅|升降)(?:增减|增长|变化)?(?:情况|幅度|率|数|量|额|值)?"
    r"(?:\(?[%‰]\)?)?|(?:20\d\d年|明年|下年|下一年)?(?:计划|目标|预计|预算)数?"
)

Mark = int | Literal["this", "last", "never"]


@lru_cache(maxsize=2048)
def year_mark(text: str) -> tuple[Mark, bool] | None:
    """Which year a header cell stands for, and whether it says so by more than four bare digits; None for other cells.

    `this` is 本年, `last` is 上年, `never` a column of no single year: 历年累计, 同比增减, 计划数.
    """
    if not 2 <= len(text) <= LONGEST_MARK:
        return None
    key = "".join(text.split()).translate(str.maketrans("（）％０１２３４５６７８９", "()%0123456789"))
    match = _YEAR.fullmatch(key)
    if match:
        return int(match[1]), key != match[1]
    if words_of(text):
        return None
    for pattern, mark in ((_THIS, "this"), (_LAST, "last"), (_NEVER, "never")):
        if pattern.fullmatch(key):
            return mark, True  # type: ignore[return-value]  # one of three literals
    return None


def of_year(rows: Sequence[Row], year: int | None, notes: list[str]) -> Sequence[Row]:
    """The rows without the columns of other years, where a header names several; without any if none is the year's.

    `year` is the report's; None where it is unknown, then the latest year printed counts.
    """
    for row in rows[:MAX_HEADER]:
        marks = _marks(row)
        if marks:
            break
        if any(is_value(cell.text) for cell in row.cells[1:]):
            return rows  # the numbers have begun
    else:
        return rows
    wanted = _wanted([mark for mark, _ in marks], year)
    if wanted is None:
        notes.append(f"no column for the year {year} among: " + ", ".join(cell.text for _, cell in marks)[:60])
    others = {column for mark, cell in marks if mark != wanted for column in range(cell.column, cell.column + cell.colspan)}
    return [_without(row, others) for row in rows]


def _marks(row: Row) -> list[tuple[Mark, Cell]]:
    """The years that a row heads columns with: two or more marks, one of them a year, and nothing that is a number else."""
    if row.slots is None or len(row.cells) < 2:
        return []
    found: list[tuple[Mark, Cell]] = []
    surely = True
    for cell in row.cells:
        mark = year_mark(cell.text)
        if mark is not None:
            found.append((mark[0], cell))
            surely = surely and mark[1]
        elif is_value(cell.text):
            return []
    names = [mark for mark, _ in found]
    years = [mark for mark in names if isinstance(mark, int)]
    if len(names) < 2 or len(set(names) - {"never"}) < 1 or not (years or "this" in names):
        return []
    if not surely and (max(years) - min(years) > 15 or any(word.kind not in _HEADS for word, _ in row.words)):
        return []
    return found


def _wanted(marks: Sequence[Mark], year: int | None) -> Mark | None:
    """The one mark whose columns count: the report's year, else 本年, else the latest where the year is not known."""
    years = [mark for mark in marks if isinstance(mark, int)]
    if year in years:
        return year
    if "this" in marks:
        return "this"
    return max(years) if year is None and years else None


def _without(row: Row, columns: set[int]) -> Row:
    """The row without the cells that stand wholly in these columns."""
    cells = [cell for cell in row.cells if not columns.issuperset(range(cell.column, cell.column + cell.colspan))]
    if len(cells) == len(row.cells):
        return row
    kept = [(word, cell) for word, cell in row.words if any(cell is other for other in cells)]
    return Row(cells, row.number, row.slots, kept)
