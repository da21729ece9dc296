"""The columns and rows of one year where a form prints several beside one another (2017年 | 2016年, 本年 | 上年 | 增减)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from pipelines.form.labels import key_of, words_of
from pipelines.form.rows import Row, has_hole, has_number, is_value
from pipelines.outline import Cell

MAX_HEADER = 8
"""Rows at the top of a grid among which the header with the years stands."""

LONGEST_MARK = 20

_HEADS = frozenset(("head2014", "applicant", "section"))
"""Words that may stand in a header beside years without 年."""

_FIGURES = frozenset(("head2014", "applicant"))
"""Words that head the figures of this year where only last year's column, or one of remarks, says what it is."""

_WIDE = str.maketrans("（）％０１２３４５６７８９＋－：", "()%0123456789+-:")
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_IN_NUMERALS = re.compile(r"(?:二[〇○零]|一九)[〇○零一二三四五六七八九]{2}(?=年)")
_MONTHS = r"(?:1月?(?:1日)?[-—–至到~]12月(?:31日)?)?"
_PIECE = re.compile(
    rf"(?P<year>(?:19|20)\d\d)(?:年度?{_MONTHS})?(?!\d)|(?P<this>(?:本|今|当)年度?{_MONTHS}|本期)|"
    rf"(?P<last>上一?年度?{_MONTHS}|去年|往年|前年|上期|同期)|(?P<sum>累计)|"
    r"(?P<never>历年|历史|以来|至今|截[至止]|同比|环比|[比较与差涨]|相比|增减|增加|减少|增长|变化|变动|增幅|升降|幅度|率|计划|目标|预计|"
    r"预算|明年|下一?年|[%‰±]|备注|说明|注释|[-—–至~])|统计|完成|实际|数量|数据|数值|数字|情况|合计|总计|总数|件数|单位|万元|亿元|人次|"
    r"[数值量额总底末()条件次篇个人项元:]"
)

Mark = int | Literal["this", "last", "never"]
_REMARKS = frozenset(("备注", "说明", "注释"))
_YEARS_HEAD = frozenset(("年份", "年度", "年", "年别"))


@lru_cache(maxsize=2048)
def year_mark(text: str) -> tuple[Mark, bool] | None:
    """Which year a header cell stands for, and whether it says so by more than four bare digits; None for other cells.

    `this` is 本年, `last` is 上年, `never` a column of no single year: 历年累计, 同比增减, 计划数, 备注.
    """
    if not 2 <= len(text) <= LONGEST_MARK:
        return None
    key = "".join(text.split()).translate(_WIDE)
    key = _IN_NUMERALS.sub(lambda year: year[0].translate(_NUMERALS), key) if "年" in key else key
    said: set[str] = set()
    years: set[int] = set()
    at = 0
    while at < len(key):
        piece = _PIECE.match(key, at)
        if piece is None:
            return None
        at = piece.end()
        if piece["year"]:
            years.add(int(piece["year"]))
        elif piece.lastgroup:
            said.add(piece.lastgroup)
    if not (years and not said) and words_of(text):
        return None
    mark = _meant(years, said)
    return None if mark is None else (mark, not key.isdigit())


def _meant(years: set[int], said: set[str]) -> Mark | None:
    """The mark of a cell that names those years and says those things."""
    relative = said & {"this", "last"}
    if not years and not said:
        return None
    if "never" in said or len(years) > 1 or len(relative) > 1 or ("sum" in said and not relative):
        return "never"
    if years:
        return years.pop()
    return "this" if "this" in said else "last"


def of_year(rows: Sequence[Row], year: int | None, notes: list[str]) -> Sequence[Row]:
    """The rows without the columns and rows of other years, where several are named; without any if none is the year's.

    `year` is the report's; None where it is unknown, then the latest year printed counts.
    """
    return _rows_of_year(_columns_of_year(rows, year, notes), year, notes)


# --- columns ---


def _columns_of_year(rows: Sequence[Row], year: int | None, notes: list[str]) -> Sequence[Row]:
    marks: list[tuple[Mark, Cell]] = []
    header: Row | None = None  # the last row with years in it
    for row in rows[:MAX_HEADER]:
        found = _marks(row, year)
        marks += found
        header = row if found else header
        if any(mark != "never" for mark, _ in marks) or any(is_value(cell.text) for cell in row.cells[1:]):
            break  # the years are told, or the numbers have begun
    if header is None:
        return rows
    wanted = wanted_of([mark for mark, _ in marks], year)
    if wanted is None and any(isinstance(mark, int) for mark, _ in marks):
        notes.append(f"no column for the year {year} among: " + ", ".join(cell.text for _, cell in marks)[:60])
    texts = {cell.column for row in rows for cell in row.cells if cell.text and not is_value(cell.text)}
    others = {column: False for column in _unnamed(header.cells) if column not in texts}
    others |= {
        column: mark != "never"
        for mark, cell in marks
        if mark != wanted
        for column in range(cell.column, cell.column + cell.colspan)
    }  # and whether its figures are those of a year
    if wanted is not None and _stand_beside(rows, [cell for mark, cell in marks if mark == wanted], header, others):
        notes.append(f"columns of several years do not line up: none below {year}")
        return [row for row in rows if not has_number(row)]
    ends = _ends(header, rows)
    kept = (_without(row, others, ends, notes) for row in rows)
    return [row for row in kept if row.cells]


def _stand_beside(rows: Sequence[Row], heads: Sequence[Cell], header: Row, others: dict[int, bool]) -> bool:
    """Whether no figure stands below the wanted heads and some do below no year's: then the header has lost a cell."""
    figures = {cell.column for row in rows if row.number > header.number for cell in row.cells if is_value(cell.text)}
    wanted = {column for head in heads for column in range(head.column, head.column + head.colspan)}
    return not figures & wanted and not all(map(others.get, figures))


def _ends(header: Row, rows: Sequence[Row]) -> tuple[int, int]:
    """The columns after the header's last cell that is not for remarks, and after its last; (0, 0) where it has lost a cell.

    It has where there is a hole in it, or where most rows with figures go on behind it.
    """
    end = max((cell.column + cell.colspan for cell in header.cells if key_of(cell.text) not in _REMARKS), default=0)
    last = header.cells[-1].column + header.cells[-1].colspan
    longer = [row.cells[-1].column + row.cells[-1].colspan > last for row in rows if has_number(row)]
    return (0, 0) if has_hole(header) or 2 * sum(longer) > len(longer) else (end, last)


def _unnamed(header: Sequence[Cell]) -> Iterator[int]:
    """The columns of a header whose names are blank, right of one that is not."""
    first = next((cell.column for cell in header if cell.text), 0)
    for cell in header:
        if not cell.text and cell.column > first:
            yield from range(cell.column, cell.column + cell.colspan)


def _marks(row: Row, year: int | None) -> list[tuple[Mark, Cell]]:
    """The years that a row heads columns with, where they tell which figures are this year's; [] for other rows."""
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
    if len(names) < 2 or not (years or "this" in names):
        return found if surely and _beside_others(row, found, year) else []
    if not surely and (max(years) - min(years) > 15 or any(word.kind not in _HEADS for word, _ in row.words)):
        return []
    return found


def _beside_others(row: Row, found: Sequence[tuple[Mark, Cell]], year: int | None) -> bool:
    """Whether the columns that a row names are beside those of this year, which it names otherwise (统计数 | 上年数 | 备注)."""
    if not found or found[0][1] is row.cells[0] or any(mark in ("this", year) for mark, _ in found):
        return False
    if not row.words:
        return len(found) > 1 and any(mark == "last" for mark, _ in found)
    heads = {id(cell) for word, cell in row.words if word.kind in _FIGURES}
    if all(mark == "never" for mark, _ in found) and not _has_number_head(row):
        return False  # the readers know columns beside those of the applicant types, and 累计 may head the only figures
    if any(id(cell) not in heads for _, cell in row.words):
        return False
    if not any(isinstance(mark, int) for mark, _ in found):
        return True
    return year is not None and (_has_number_head(row) or any(not cell.text for cell in row.cells))


def _has_number_head(row: Row) -> bool:
    return any((word.kind, word.name) == ("head2014", "number") for word, _ in row.words)


def wanted_of(marks: Sequence[Mark], year: int | None) -> Mark | None:
    """The one mark whose columns count: the report's year, else 本年, else the latest where the year is not known."""
    years = [mark for mark in marks if isinstance(mark, int)]
    if year in years:
        return year
    if "this" in marks:
        return "this"
    return max(years) if year is None and years else None


def _without(row: Row, others: dict[int, bool], ends: tuple[int, int], notes: list[str]) -> Row:
    """The row without the cells that stand wholly in these columns; without any figure where it does not line up with them."""
    cells = [cell for cell in row.cells if not others.keys() >= set(range(cell.column, cell.column + cell.colspan))]
    numbers = [at for at, cell in enumerate(row.cells) if is_value(cell.text)]
    if numbers and _has_moved(row, others, *ends):
        notes.append(f"columns of several years do not line up: {row.cells[0].text[:40]}")
        cells = list(row.cells[: numbers[0]])
    if len(cells) == len(row.cells):
        return row
    there = {id(cell) for cell in cells}
    kept = [(word, cell) for word, cell in row.words if id(cell) in there]
    return Row(cells, row.number, row.slots, kept)


def _has_moved(row: Row, others: dict[int, bool], end: int, whole: int) -> bool:
    """Whether a row or its header has lost a cell: words stand where last year's figure should, or they end apart.

    A row may end before the remarks, at the column `end` and not at the `whole` header's, but only with a figure.
    """
    last = row.cells[-1]
    if last.column + last.colspan not in ((end, whole) if is_value(last.text) else (whole,)):
        return True
    figures = [cell for cell in row.cells if others.get(cell.column)]
    return any(cell.text and not is_value(cell.text) for cell in figures)


# --- rows ---


def _rows_of_year(rows: Sequence[Row], year: int | None, notes: list[str]) -> Sequence[Row]:
    """The rows without those whose label names another year (2016年 | 5 | 3 below 2017年 | 7 | 2)."""
    column = next((cell.column for row in rows[:MAX_HEADER] for cell in row.cells if key_of(cell.text) in _YEARS_HEAD), None)
    marks = [_mark_of(row, column) for row in rows]
    names = [mark for mark, _ in filter(None, marks) if mark != "never"]
    wanted = wanted_of(names, year) if year is not None or "this" in names else None
    if not names or all(mark == wanted for mark in names) or (len(set(names)) < 2 and names[0] != "last"):
        return rows
    if wanted is None and any(isinstance(mark, int) for mark in names):
        notes.append(f"no row for the year {year} among: " + ", ".join(dict.fromkeys(map(str, names)))[:60])
    kept: list[Row] = []
    for row, mark in zip(rows, marks, strict=True):
        if mark is None:
            kept.append(row)
        elif mark[0] == wanted:
            kept.append(_labelled(row, mark[1]))
    return kept


def _mark_of(row: Row, column: int | None) -> tuple[Mark, Cell] | None:
    """The year, or none (`never`), that a row of figures is labelled with, bare digits only in a column of years; else None."""
    if row.slots is None or len(row.cells) < 2:
        return None
    for at, cell in enumerate(row.cells[:-1]):
        text = cell.text
        is_number = is_value(text)
        mark = year_mark(text) if not is_number or cell.column == column else None
        if mark is not None and (mark[1] or cell.column == column):
            return (mark[0], cell) if any(is_value(other.text) for other in row.cells[at + 1 :]) else None
        if is_number:
            return None
    return None


def _labelled(row: Row, mark: Cell) -> Row:
    """The row of figures without the year before them, its labels its own though they span the rows of other years too."""
    cells = [replace(cell, row=row.number) if cell.start < mark.start else cell for cell in row.cells if cell is not mark]
    return Row.of(cells, row.number, row.slots)
