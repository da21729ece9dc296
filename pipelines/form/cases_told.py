"""Section 四 told in lines of text behind the tables of its form: `行政复议：结果维持0，结果纠正0，总计0。`

Such a line consists of kinds of cases, results and numbers, and of nothing else: then it is a row, and no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipelines.form.labels import words_of
from pipelines.tables import Cell, RawRow, RawTable

LEAST_TOLD, LEAST_SHORT = 2, 4
"""So many results must be told in the words of the form, or so many in any, for `维持1件，纠正1件` may be a sentence."""

LEAST_LATER = 3
"""So many rows of section 三 must the tables above have."""

LONGEST = 400
_PARTS = {
    "行政复议": "review", "未经复议直接起诉": "litigation_direct", "未经行政复议直接起诉": "litigation_direct",
    "复议后起诉": "litigation_after_review", "行政复议后起诉": "litigation_after_review",
}  # fmt: skip
_RESULTS = {
    "结果维持": "upheld", "维持": "upheld", "结果纠正": "corrected", "纠正": "corrected", "其他结果": "other",
    "其它结果": "other", "其他": "other", "其它": "other", "尚未审结": "pending", "未审结": "pending",
    "总计": "total", "合计": "total", "共计": "total",
}  # fmt: skip
_OF_FORM = frozenset(("结果维持", "结果纠正", "其他结果", "其它结果", "尚未审结"))
_SECTION = re.compile(r"(?:[一二三四五六][、.．])?[^，。；;:：\d]{0,14}行政复议(?:和|、|及)?(?:行政)?诉讼(?:工作)?情况[:：。 　]")
_TOKEN = re.compile(
    r"(?P<item>[（(]?[一二三123][)）.．、](?=[未复行]))|(?P<part>未经(?:行政)?复议直接起诉|(?:行政)?复议后起诉|行政复议)"
    r"|(?P<result>结果维持|结果纠正|其[他它]结果|尚?未审结|维持|纠正|其[他它]|总计|合计|共计)"
    r"|(?P<number>[\d０-９]{1,6})(?:\s?[件起宗例])?|(?P<mark>行政诉讼|情况|案件|其中|[，,、；;。:：\s（）()—－\-=为是])"
)


def with_cases(lines: list[str], tables: Callable[[], Sequence[RawTable]]) -> list[str | RawTable]:
    """The lines, those that tell section 四 as tables of one row each; [] where none does, or its form is not there.

    `tables` gives those above the lines and those typed among them; it is asked only where lines tell the section.
    """
    if not any("维持" in line or "审结" in line for line in lines):
        return []
    apart = [line for whole in lines for line in _without_heading(whole)]
    told = [_cells_of(line) for line in apart]
    said = {cell.text for cells in told for cell in cells}
    if len(said & _OF_FORM) < LEAST_TOLD and len({_RESULTS[name] for name in said & _RESULTS.keys()}) < LEAST_SHORT:
        return []
    if not _is_awaited(tables()):
        return []
    return [RawTable([RawRow(cells, line=line)], "told") if cells else line for line, cells in zip(apart, told, strict=True)]


def _without_heading(line: str) -> tuple[str, ...]:
    """A line, the name of the section with which it begins as one of its own."""
    section = _SECTION.match(line)
    return (section.group().strip(), line[section.end() :].strip()) if section and _cells_of(line[section.end() :]) else (line,)


def _cells_of(line: str) -> list[Cell]:
    """Kinds of cases, results and numbers of a line that consists of them; [] for other lines."""
    if len(line) > LONGEST or not any(word in line for word in ("总计", "维持", "起诉", "合计")):
        return []
    cells = _tokens(line) or []
    return cells if cells_told(cells, None) else []


def _tokens(line: str) -> list[Cell] | None:
    """The kinds of cases, results and numbers that a line consists of; None for other lines."""
    at = 0
    cells: list[Cell] = []
    while at < len(line):
        token = _TOKEN.match(line, at)
        if token is None:
            return None
        at = token.end()
        if (group := token.lastgroup) and group not in ("item", "mark"):
            cells.append(Cell(token[group], token.start(group)))
    return cells


def _is_awaited(tables: Sequence[RawTable]) -> bool:
    """Whether section 三 of a later form stands in the tables, and section 四 in none of them."""
    words = [word for table in tables for row in table.rows for cell in row.cells for word in words_of(cell.text)]
    rows = {word.name for word in words if word.kind == "row3"}
    return len(rows) >= LEAST_LATER and not any(word.kind == "outcome" and word.name == "upheld" for word in words)


# --- reading ---


def told_in(rows: Sequence[RawRow], caption: str) -> Iterator[tuple[str, Cell]]:
    """The codes and numbers of the rows of such a line; one that names no kind of cases is of the kind that the line above is."""
    above = [cell.text for cell in _tokens(caption) or ()]
    part = _PARTS.get(above[0]) if len(above) == 1 else None
    for row in rows:
        yield from (pair for pair in cells_told(row.cells, part) or () if not pair[0].startswith("."))


def cells_told(cells: Sequence[Cell], part: str | None) -> list[tuple[str, Cell]] | None:
    """The codes and numbers of a row of kinds of cases, results and numbers in turn; None for another row.

    `part` is the kind of cases that the line above names, for a row that names none.
    """
    found: list[tuple[str, Cell]] = []
    for name, told in _by_part(cells):
        pairs = _pairs(told)
        if pairs is None:
            return None
        found += [(f"{name or part or ''}.{result}", number) for result, number in pairs]
    return found if len({code for code, _ in found}) == len(found) else None


def _by_part(cells: Sequence[Cell]) -> Iterator[tuple[str | None, Sequence[Cell]]]:
    starts = [at for at, cell in enumerate(cells) if cell.text in _PARTS]
    if not starts or starts[0]:
        yield None, cells[: starts[0] if starts else len(cells)]
    for at, end in pairwise([*starts, len(cells)]):
        yield _PARTS[cells[at].text], cells[at + 1 : end]


def _pairs(cells: Sequence[Cell]) -> list[tuple[str, Cell]] | None:
    """Results with their numbers, behind them or before (0件结果维持); a number alone is the total. None where none fit."""
    names = [_RESULTS.get(cell.text) for cell in cells]
    if any(name is None and not cell.text.isdecimal() for name, cell in zip(names, cells, strict=True)):
        return None
    total: list[tuple[str, Cell]] = []
    if len(cells) % 2 and not names[0]:
        total, names, cells = [("total", cells[0])], names[1:], cells[1:]
    first = 1 if names and names[0] is None else 0
    results, numbers = names[first::2], cells[1 - first :: 2]
    if len(cells) % 2 or not all(results) or any(names[1 - first :: 2]):
        return None
    return total + [(result, number) for result, number in zip(results, numbers, strict=True) if result]
