"""Rows of the form of 2014 (国办发〔2014〕32号, 政府信息公开情况统计表): label, unit, number in nine sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from models.codebook import indicators_of
from pipelines.form.labels import Near, joins_labels, key_of, nearest, words_of
from pipelines.form.ordinals import ordinals
from pipelines.form.rows import Entry, Row, end_of, is_unit, is_value, stands_whole
from pipelines.form.turned import across_2014
from pipelines.layout.line_words import SAID
from pipelines.numbers import read_number
from pipelines.outline import Cell, Grid

_TOTALS = frozenset(("合计", "总计", "总数", "全县", "全市", "全区", "全镇", "全乡", "本年", "本年度", "本年数", "今年"))
_MEASURES = _TOTALS | {
    "小计", "总量", "数量", "总数量", "件数", "总件数", "次数", "总次数", "人数", "总人数", "条数", "总条数", "金额", "总金额",
}  # fmt: skip
"""What stands in the column of labels where the section's name beside it is the row's: 四、行政复议数量 | 数量 | 件 | 2."""
_NOT_A_ROW = re.compile(
    r"电话|日期|时间|负责人|审核|填报|填表|制表|传真|邮编|邮箱|年份|年度\)?$|序号|编号|单位名称|网址|地址|备注"
)
_NUMBERED = re.compile(r"\s*(?:其中|[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．])")
_UNITS = re.compile(r"[条件次篇个人项份期场处家元百千万亿 ]+")
"""The units of several rows that were typed into one."""
_BRANCHES = "-—–－─└├ "
"""What a clerk draws the tree of rows with: --6.手机短信公开政府信息数."""
_NOTHING = Near()


@cache
def _order() -> dict[str, int]:
    return {code: number for number, code in enumerate(indicators_of("2014"))}


@cache
def _section(code: str) -> str:
    return indicators_of("2014")[code].section


class Reader2014:
    """Reads the rows of one or more grids of one form in printed order; `notes` says what could not be placed."""

    def __init__(self, notes: list[str]) -> None:
        self.notes = notes
        self.last: str | None = None
        self.falls = False  # whether that row stands before the one before it in the form: then the order tells nothing
        self.gap = False  # whether a row after that one was not recognised: what follows may be of another section
        self.number_column: int | None = None
        self.number_columns = 1  # so many does its header span
        self.end = 0  # the column after the header's last cell
        self.usual = 0  # the column after the last cell of most rows
        self.width = 0
        self.several = False  # whether most rows have several numbers: one alone is this year's only where a header tells
        self.whole = True  # whether the row's label is surely not the second half of one that was broken in two
        self.across = False  # whether the labels of the table before stood across
        self.present: set[str] = set()  # rows whose own labels stand in the grid: a damaged label is none of them

    def read(self, grid: Grid, rows: Sequence[Row]) -> Iterator[Entry]:
        """The number cells of a grid. Two forms' halves printed side by side are read left half first."""
        width = len(grid.slots[0])
        if width != self.width:  # a table cut in two keeps the columns of its first half
            self.number_column, self.width = None, width
        self.usual = Counter(map(end_of, rows)).most_common(1)[0][0]
        self.present = {code for row in rows for code in self._sure(row)}
        alone = bool(self.present) and not self.across  # a row has one label alone
        across = [] if alone else list(across_2014(grid, rows, self._next, self.across))
        self.across = bool(across)
        yield from across
        for part in _halves(rows) if not across else ():
            if part is not rows:
                self.present.update(code for row in part for code in self._sure(row))
            self.several = _have_several(part)
            for number, row in enumerate(part):
                self.whole = row.slots is not None or stands_whole(part[number - 1] if number else None)
                entry = self._entry(grid, row, part[number + 1 : number + 4])
                if entry is not None:
                    yield entry

    def _entry(self, grid: Grid, row: Row, following: Sequence[Row]) -> Entry | None:
        if self._is_header(row):
            return None
        at = _label_at(row.cells, self.number_column)
        if at is None:
            return None
        label = row.cells[at]
        if label.row != row.number and row.slots is not None:
            return None  # a label that spans rows names its first row alone
        value, unit = self._value(row, at)
        words = words_of(label.text)
        joined = not words and joins_labels(label.text)
        if not words and value is None:
            number = row.slots is None and label.text not in ordinals() and any(letter.isdigit() for letter in label.text)
            self.gap = self.gap or number or joined  # perhaps a row, the label and the number in one cell
            return None
        near = _NOTHING if words else nearest(label.text, ("row2014",))
        meant = words or [word for word in near.clear if word.name not in self.present]
        code = self._code(label.text, [word.name for word in meant if word.kind in ("row2014", "alias2014")])
        code = code or _total_of(row, label)
        if code is None and near.all and not near.clear:
            code = self._between([word.name for word in near.all if word.name not in self.present], following)
        if code is not None:
            self.falls = self.last is not None and _order()[code] < _order()[self.last]
            self.last, self.gap = code, False
            unit, told = _unit_of(code, label.text, unit)
            if not told:
                self.notes.append(f"unit not sure: {label.text[:40]}")
            return Entry("2014", code, value, grid.number, unit=unit) if value is not None and told else None
        if any(word.name not in self.present for word in near.all):
            self.notes.append(f"label not recognised: {label.text[:40]}")
            self.gap = True
            return None
        if joined:
            self.gap = True  # what stands in its rows is not told
            return None
        return self._extra(grid, row, label, value, unit)

    def _between(self, codes: Sequence[str], following: Sequence[Row]) -> str | None:
        """The one of several rows that the form has between the row before and the next row that is known."""
        order = _order()
        after = (order[code] for row in following for code in self._sure(row))
        end = next(after, None)
        if self.last is None or end is None:
            return None
        fitting = [code for code in codes if order[self.last] < order[code] < end]
        return fitting[0] if len(fitting) == 1 else None

    @staticmethod
    def _sure(row: Row) -> list[str]:
        codes = [word.name for word, _ in row.words if word.kind == "row2014"]
        return codes if len(codes) == 1 else []

    def _extra(self, grid: Grid, row: Row, label: Cell, value: Cell | None, unit: str | None) -> Entry | None:
        """A row that the form of 2014 does not have: kept with its printed label if it has a number."""
        headed = self.number_column is not None and row.slots is not None and unit is not None  # it may come before the first
        if value is None or not (self.last or headed) or read_number(value.text).value is None:
            return None
        if (unit is None and _NOT_A_ROW.search(label.text)) or len(label.text) > 60:
            return None
        if words_of(label.text):
            return None
        if row.slots is None and not ((self.whole and unit is not None) or _NUMBERED.match(label.text)):
            # In a flattened form this may be the second half of a label, or a remark: whose number it is, is not sure.
            self.notes.append(f"row not placed: {label.text[:40]}")
            self.gap = True
            return None
        return Entry("2014", None, value, grid.number, category=label.text.lstrip(_BRANCHES) or label.text, unit=unit)

    def _is_header(self, row: Row) -> bool:
        names = {word.name: cell for word, cell in row.words if word.kind == "head2014"}
        if len(names) < 2 and not ("number" in names and len(row.cells) > 1):
            return False
        if len(names) < 2 and self._sure(row) and any(is_unit(cell.text) or is_value(cell.text) for cell in row.cells):
            return False  # 四、行政复议数量 | 数量 | 件 | 2
        self.end = end_of(row)
        number = names.get("number") or next((cell for cell in row.cells if is_total(cell.text)), None)
        self.number_column, self.number_columns = (number.column, number.colspan) if number else (None, 1)
        return True

    def _code(self, label: str, codes: Sequence[str]) -> str | None:
        """The indicator that a label stands for. Labels that two sections share go to the section that is being read."""
        if len(codes) < 2:
            return codes[0] if codes else None
        order = _order()
        if self.last is not None and not self.gap and not self.falls:
            at = order[self.last]
            later = [code for code in codes if order[code] > at]
            if later and _section(self.last) in map(_section, later):
                return min(later, key=order.__getitem__)
        self.notes.append(f"label stands for several rows: {label[:40]}")
        return None

    def _next(self, label: str, codes: Sequence[str]) -> str | None:
        """The indicator that a label stands for which comes after those before it, as in `_code`."""
        code = self._code(label, codes)
        self.last = code or self.last
        return code

    def _value(self, row: Row, at: int) -> tuple[Cell | None, str | None]:
        """The number cell of a row and the unit printed before it. Of several numbers the one under 统计数 counts."""
        after = row.cells[at + 1 :]
        unit = next((cell.text.strip("()（）[] ") for cell in after if is_unit(cell.text)), None)
        numbers = [cell for cell in after if is_value(cell.text)]
        under = self._under_header(row, after)
        if len(numbers) == 1:
            if under is None and (self.several or _digits_before(numbers[0], after)):
                return None, unit
            beside = under is not None and not under.text and under.start < numbers[0].start
            return under if beside else numbers[0], unit
        if not numbers:
            others = [cell for cell in after if not is_unit(cell.text)]
            if under is not None and under in others:
                return under, unit
            told = row.slots is not None or (len(others) == 1 and (not others[0].text or others[0].text in SAID))
            told = told and not any(is_value(cell.text) for cell in row.cells[:at])  # that number may be the row's own
            told = told and bool(others) and not self._is_other(others[-1], row)
            return (others[-1] if others and told else None), unit
        if under is not None and under in numbers:
            return under, unit
        self.notes.append(f"several numbers in a row: {row.cells[at].text[:40]}")
        return None, unit

    def _is_other(self, last: Cell, row: Row) -> bool:
        """Whether what ends a row without a number is no text in its stead: a label, or a blank remark behind a lost cell."""
        if not last.text:
            return row.slots is not None and end_of(row) < self.usual
        return any(word.kind == "row2014" for word in words_of(last.text))

    def _under_header(self, row: Row, after: Sequence[Cell]) -> Cell | None:
        column = self.number_column
        if column is None or row.slots is None or column >= len(row.slots) or end_of(row) != self.end:
            return None  # a row that ends elsewhere has lost a cell, or its header has
        cell = row.slots[column]
        return cell if cell is not None and cell.colspan == self.number_columns and cell in after else None


def _label_at(cells: Sequence[Cell], number_column: int | None) -> int | None:
    """Where a row's own label stands: the last text before the first unit or number; remarks in brackets do not count."""
    found: int | None = None
    for at, cell in enumerate(cells):
        text = cell.text
        if not text or not key_of(text) or (text in ordinals() and not is_value(text)):
            continue
        if is_unit(text) or _UNITS.fullmatch(text) or text in SAID or (is_value(text) and not words_of(text)):
            if found is not None:
                break
        elif found is not None and number_column is not None and cell.column >= number_column:
            break  # a number cell filled with text
        else:
            found = at
    return found


def _digits_before(number: Cell, cells: Sequence[Cell]) -> bool:
    """Whether a cell before a row's only number has digits that are none: of the two it is not told which counts."""
    return any(cell.start < number.start and any(map(str.isdigit, cell.text)) for cell in cells)


_WHOLE = re.compile(r"全[省市县区旗州镇乡](?:合计|总计|总数|汇总数?|数)?|(?:合计|总计|汇总)数?")


def is_total(text: str) -> bool:
    """Whether a header cell stands over the totals, or this year's numbers: 合计, 全县合计, 本年."""
    key = key_of(text)
    return key in _TOTALS or _WHOLE.fullmatch(key) is not None


_IN_LABEL = re.compile(r"(?:[(（](?:单位[:：]?|计?量?单位为)?|(?=[百千万亿]?万?元$))(亿元|百万元|万元|千元|元)(?:[)）]|$)")
"""Money whose unit is printed in the label: 依申请公开信息收取的费用（元）."""


def _unit_of(code: str, label: str, unit: str | None) -> tuple[str | None, bool]:
    """The unit that a row's number is in, and whether that is sure: not where its label and its column name different ones.

    万 alone is 万元 where money is counted; elsewhere it multiplies, and what it multiplies is not said.
    """
    money = indicators_of("2014")[code].unit == "万元"
    if unit == "万":
        return "万元", money
    printed = _IN_LABEL.search("".join(label.split())) if money else None
    if printed is None:
        return unit, True
    return printed[1], unit is None or unit == printed[1]


def _have_several(rows: Sequence[Row]) -> bool:
    """Whether more rows have several numbers than one."""
    counts = [sum(is_value(cell.text) for cell in row.cells) for row in rows]
    return sum(count > 1 for count in counts) > counts.count(1)


def _total_of(row: Row, label: Cell) -> str | None:
    """The row that a group's name stands for, where the label of a row beside it is 总数: 行政复议数量 | 总数 | 件 | 1."""
    if key_of(label.text) not in _MEASURES:
        return None
    codes = {word.name for word, cell in row.words if word.kind == "row2014" and cell.column < label.column}
    return codes.pop() if len(codes) == 1 and row.slots is not None else None


def _halves(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows, or the rows of each half where a header repeats 统计指标 because the form is printed in two columns."""
    starts: list[int] = []
    for row in rows[:8]:
        heads = [cell.column for word, cell in row.words if (word.kind, word.name) == ("head2014", "label")]
        if len(heads) > 1:
            starts = heads
            break
    if not starts:
        yield _pairs_apart(rows)
        return
    for first, end in zip(starts, [*starts[1:], 10**9], strict=True):
        half = []
        for row in rows:
            cells = tuple(cell for cell in row.cells if first <= cell.column < end)
            if cells:
                half.append(Row.of(cells, row.number, row.slots))
        yield half


LEAST_PAIRS = 3
"""From this many rows with two labels on, each with a number of its own, such rows are read as two."""


def _pairs_apart(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows; where several hold two labels of the form and a number after each, each of those is cut in two."""
    if sum(_second_label(row) is not None for row in rows) < LEAST_PAIRS:
        return rows
    cuts = [_second_label(row, least=0) for row in rows]
    columns = Counter(row.cells[cut].column for row, cut in zip(rows, cuts, strict=True) if cut is not None)
    column = columns.most_common(1)[0][0]
    cuts = [_label_in(row, column) if cut is None else cut for row, cut in zip(rows, cuts, strict=True)]
    found: list[Row] = []
    for row, cut in zip(rows, cuts, strict=True):
        if cut is None:
            found.append(row)
            continue
        for part in (row.cells[:cut], row.cells[cut:]):
            found.append(Row.of(part, row.number, row.slots))
    return found


def _label_in(row: Row, column: int) -> int | None:
    """Where a text stands that is no label of the form and begins in the column of the second labels: a damaged one."""
    begun = (at for at, cell in enumerate(row.cells) if at and cell.column == column)
    return next((at for at in begun if key_of(row.cells[at].text) and not is_value(row.cells[at].text)), None)


def _second_label(row: Row, least: int = 1) -> int | None:
    """Where the second label of a row stands, if it has exactly two and `least` numbers to one after each; None otherwise."""
    if row.slots is None or len(row.cells) < 4 or len(row.words) < 2:
        return None
    named = [cell for word, cell in row.words if word.kind in ("row2014", "alias2014")]
    labels = [at for at, cell in enumerate(row.cells) if any(cell is other for other in named)]
    if len(labels) != 2 or labels[1] < labels[0] + 2:
        return None
    halves = (row.cells[labels[0] + 1 : labels[1]], row.cells[labels[1] + 1 :])
    return labels[1] if all(least <= sum(is_value(cell.text) for cell in half) <= 1 for half in halves) else None
