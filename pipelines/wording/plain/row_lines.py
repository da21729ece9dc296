"""Rows of an appended table that stand as lines: 当面申请数 件 12 40 under 指标名称 计量单位 2010年度 历年累计.

They are read as a name with its unit and the year's number: 当面申请数（件）：12; 机构职能/3/8.33% as 机构职能：3, and a row
of names and numbers that are each closed as sentences (河道管理24。水政许可36。) as one list. Points that print no unit
(①乡村振兴49) count items where they add up to a number of 条 right before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipelines.outline import Paragraph

_LONGEST = 80
_HEAD = re.compile(
    r"\s*(?:统计)?(?:指标(?:名称)?|项目(?:名称)?|内容|名称)\s+(?:计量)?单位\s+(?P<columns>[^\s\d]{0,4}(?:20\d\d|\D)[^\s]{0,8}(?:\s+[^\s]{2,10}){0,3})\s*"
)
_ROW = re.compile(
    r"\s*(?:\d{1,2}[.、．])?[^\d\s].{0,30}?[^\d\s](?P<cut>\s+)(?:条|件|次|人次|人|个|份|篇|场|期|元|万元)(?P<gap>\s+)(?P<numbers>\d[\d,，.]{0,12}(?:\s+\d[\d,，.]{0,12}){0,3})\s*"
)
_NUMBER = re.compile(r"\S+")
_OF_OTHER_YEARS = re.compile(r"累计|历年|上年|去年|上一年|增|比")
_YEAR = re.compile(r"20\d\d")


_SHARED = re.compile(
    r"\s*[^\d\s/][^\d/]{0,24}(?P<cut>/\s?)\d[\d,，]{0,8}\s?[条件份]?(?P<share>\s?/\s?\d{1,3}(?:\.\d{1,4})?\s?[%％])\s*"
)
_CLOSED = re.compile(r"(?<=条)。(?:[一-龥]{2,12}\d{1,6}[。，、；]){3,}|(?<=[。：:])(?:[一-龥]{2,12}\d{1,6}。){3,}")


def closed_items(line: str) -> Iterator[tuple[int, int, str]]:
    """The stops of a line that only part names with their numbers, read as commas; before the first name as a colon."""
    for run in _CLOSED.finditer(line):
        first = run.group().startswith("。")
        stops = [at for at in range(run.start(), run.end() - 1) if line[at] == "。"]
        yield from ((at, at + 1, "：" if first and at == run.start() else "，") for at in stops)


_POINT = re.compile(
    r"\s*(?:[①-⑳]|[（(]?\d{1,2}[.、．）)](?!\d))\s?[^，,。；;：:\d（）()]{2,24}?[：:]?\s?(?P<count>\d{1,6})\s*[；;，,。]?\s*"
)
_ITEMS = re.compile(r"(\d[\d,]{0,8})\s?条")
_LEAST, _POINT_LENGTH = 3, 40


def points_of_items(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[int]:
    """Where the counts of points end that print no unit but add up to the items that the line before them tells."""
    run: list[re.Match[str]] = []
    before = ""
    for paragraph in paragraphs:
        point = _POINT.fullmatch(text, paragraph.start, paragraph.end) if _is_short(paragraph) else None
        if point:
            run.append(point)
            continue
        yield from _counted(run, before)
        run, before = [], text[paragraph.start : paragraph.end]
    yield from _counted(run, before)


def _is_short(paragraph: Paragraph) -> bool:
    return paragraph.end - paragraph.start <= _POINT_LENGTH


def _counted(run: list[re.Match[str]], before: str) -> Iterator[int]:
    if len(run) < _LEAST or "条" not in before:
        return
    if sum(int(point["count"]) for point in run) in {int(told.replace(",", "")) for told in _ITEMS.findall(before)}:
        yield from (point.end("count") for point in run)


@dataclass(slots=True)
class RowLines:
    """What the lines before told: which column of the rows is the year's, and how many there are; none outside a table."""

    column: int = 0
    columns: int = 0

    def edits(self, line: str) -> Iterator[tuple[int, int, str]]:
        """What is read otherwise than it is printed in a row, so that it is a name with its unit and the year's number."""
        if "/" in line and (shared := _SHARED.fullmatch(line)):
            yield (*shared.span("cut"), "：")
            yield (*shared.span("share"), "")
            return
        if len(line) > _LONGEST or " " not in line:
            self.columns = 0
            return
        if head := _HEAD.fullmatch(line):
            self._take(head["columns"].split())
            return
        row = _ROW.fullmatch(line) if self.columns else None
        numbers = list(_NUMBER.finditer(line, *row.span("numbers"))) if row else []
        if row is None or len(numbers) != self.columns:
            self.columns = 0
            return
        mine = numbers[self.column]
        yield (*row.span("cut"), "（")
        yield row.start("gap"), mine.start(), "）："
        if mine.end() < row.end("numbers"):
            yield mine.end(), row.end("numbers"), ""

    def _take(self, columns: list[str]) -> None:
        """Keeps which column is the year's: the only one, or the latest, that is not of other years."""
        mine = [(_year(name), number) for number, name in enumerate(columns) if not _OF_OTHER_YEARS.search(name)]
        self.columns = len(columns) if mine else 0
        self.column = max(mine)[1] if mine else 0


def _year(name: str) -> int:
    found = _YEAR.search(name)
    return int(found.group()) if found else 0
