"""The numbered sections of a report: where the numbering repeats or skips, and whether as many stand as it announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from pipelines.folding import fold
from pipelines.items import Finding
from pipelines.outline import Outline

MOST = 40
"""Headings looked at; a report has some ten."""

_NUMERALS = {han: value for value, han in enumerate("一二三四五六七八九", start=1)}
_HEADING = re.compile(r"\n ?([一二三四五六七八九十]{1,3})、[^\n]{0,40}")
_ANNOUNCED = re.compile(r"([二三四五六七八九十]{1,3}|\d{1,2})个? ?(?:部分|方面)(?:组成|构成|内容|的内容)")
_APPENDIX = ("\n附件", "\n附表", "\n 附件", "\n 附表", "统计表\n")


def numeral(han: str) -> int:
    """The value of a Chinese numeral below 100, 0 for what is none: 十二 is 12."""
    if "十" not in han:
        return _NUMERALS.get(han, 0)
    tens, _, ones = han.partition("十")
    return _NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0)


def _headings(outline: Outline, start: int, end: int) -> Iterator[tuple[int, str, int]]:
    """Number, line and place of each first-level heading outside of tables, up to an appendix or a second beginning."""
    text = "\n" + outline.text[start:end]
    tables = [(grid.start - start, grid.end - start) for grid in outline.grids]
    last = 0
    appendix = min((at for mark in _APPENDIX if (at := text.find(mark, len(text) // 3)) >= 0), default=len(text))
    for match in _HEADING.finditer(text, 0, appendix):
        at = match.start()  # one before the place in the part: the text got a newline put before it
        if any(first <= at < beyond for first, beyond in tables):
            continue
        number = numeral(match[1])
        if number == 1 and last > 1:
            return
        last = number
        yield number, match.group().strip(), at + start


def _stand_in_lines(outline: Outline, start: int, end: int, numbers: range) -> bool:
    """Whether all those headings are among the lines of a table that was copied as lines: there they look like its rows."""
    said = "".join("\n" + outline.text[grid.start : grid.end] for grid in outline.grids
                   if grid.source == "lines" and start <= grid.start and grid.end <= end)  # fmt: skip
    return {numeral(match[1]) for match in _HEADING.finditer(said)}.issuperset(numbers)


def _announced(head: str) -> re.Match[str] | None:
    """Where the opening says how many parts follow: the pattern is tried only before the word 部分 or 方面."""
    for word in ("部分", "方面"):
        at = head.find(word)
        while at >= 0:
            if match := _ANNOUNCED.search(head, max(0, at - 5), at + 12):
                return match
            at = head.find(word, at + 1)
    return None


def section_findings(outline: Outline, start: int, end: int) -> Iterator[Finding]:
    """Findings on the numbering 一、二、… of the part `start` to `end`: `section-numbering` and `announced-parts`."""
    headings = list(islice(_headings(outline, start, end), MOST))
    if len(headings) < 2:
        return
    hidden = 0
    for (before, above, at), (number, line, beyond) in pairwise(headings):
        if number > before + 1 and _stand_in_lines(outline, at, beyond, range(before + 1, number)):
            hidden += number - before - 1
        elif number != before + 1:
            what = f"two sections are numbered {number}" if number == before else f"section {number} follows section {before}"
            yield Finding("section-numbering", "fail", what, above.strip(), line.strip())
    announced = _announced(fold(outline.text)[start : min(end, start + 2500)])
    if announced:
        count, there = int(announced[1]) if announced[1].isdigit() else numeral(announced[1]), len(headings) + hidden
        if count != there and count > 1:
            what = f"{count} parts are announced, {there} stand there"
            yield Finding("announced-parts", "fail", what, str(count), str(there))
