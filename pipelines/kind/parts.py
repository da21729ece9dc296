"""Several reports in one page: where each begins, and whether a report sums up many units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.field.titles import is_report_title, may_be_title, trim
from pipelines.folding import fold, squeeze
from pipelines.kind.bodies import BLANKS, FORM_WORDS, has_any, read_body, tells_figures
from pipelines.kind.title_kinds import title_verdict
from pipelines.outline import Outline
from pipelines.tables import Cell, RawRow

MOST = 30
"""Openings of reports looked at in one page."""

MEASURED = 60_000
"""Characters of a text on which a body is judged; the longest real reports seen have about half as many."""

_MANY = re.compile(
    r"汇总|(?:在|对|根据|综合)[^。;\n]{0,30}?各(?:乡|镇|街道|部门|单位|县|区|市|委办局)[^。;\n]{0,60}?(?:基础上|汇总|综合)|(?:[、,(]各?部门(?:单位)?|各单位)[^。;\n]{0,24}(?:基础上)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch of the outline's text that one report takes, with the title line that opens it."""

    start: int
    end: int
    title: str | None = None


_NO_TITLE = re.compile(r"[一二三四五六七八九十]{1,3}[、.]|[(（]|\d{1,2}[.、]|(?:[是其附本我全]|为了?|根据|按照|第)")


def _openings(outline: Outline) -> list[tuple[int, int, str]]:
    """Lines of the text that are titles of reports: start, end, trimmed title; joined with the line after where broken."""
    found: list[tuple[int, int, str]] = []
    paragraphs = outline.paragraphs[:4000]
    skip = -1
    for number, paragraph in enumerate(paragraphs):
        if number <= skip or paragraph.end - paragraph.start > 80:
            continue
        line = outline.text[paragraph.start : paragraph.end].strip(" |")
        if "公" not in line or _NO_TITLE.match(line):
            continue
        end = paragraph.end
        if not (may_be_title(line) and is_report_title(trim(line))) and number + 1 < len(paragraphs):
            after = paragraphs[number + 1]
            rest = outline.text[after.start : min(after.end, after.start + 21)].strip(" |")
            if len(rest) > 20 or not may_be_title(line + rest) or outline.text.count("\n", end, after.start) > 3:
                continue
            line, end = line + rest, after.end
        if may_be_title(line) and is_report_title(trim(line)) and title_verdict(trim(line))[0] == "report":
            found.append((paragraph.start, end, trim(line)))
            skip = number + (end != paragraph.end)
    return found


def _is_whole(text: str) -> bool:
    """True where a stretch under a title is a report of its own and not a link or a heading."""
    body = read_body(fold(text)[:MEASURED])
    return body.size >= 250 and (body.is_report or (body.form and body.past))


def _core(title: str) -> str:
    """A title without signs that vary between its printings."""
    return re.sub(r"[年度工作的\W]", "", squeeze(fold(title)))


def parts_of(outline: Outline, title: str | None) -> tuple[Part, ...]:
    """The reports that stand one after the other in a page with this title; one part over all the text for an ordinary page.

    A further part opens at a title of another year or unit, under which a whole report follows, as one did above it.
    """
    whole = Part(0, len(outline.text))
    openings = _openings(outline)[:MOST]
    if title and title_verdict(title)[0] == "report" and (not openings or _core(openings[0][2]) != _core(title)):
        openings.insert(0, (0, 0, title))
    if len({_core(title) for _, _, title in openings}) < 2:
        return (whole,)
    cuts: list[tuple[int, str]] = [(0, openings[0][2])]
    ends = [start for start, _, _ in openings[1:]] + [len(outline.text)]
    for (start, end, title), limit in zip(openings, ends, strict=True):
        if start == openings[0][0] or _core(title) == _core(cuts[-1][1]):
            continue
        if _is_whole(outline.text[cuts[-1][0] : start]) and _is_whole(outline.text[end:limit]):
            cuts.append((start, title))
    if len(cuts) == 1:
        return (whole,)
    ends = [start for start, _ in cuts[1:]] + [len(outline.text)]
    return tuple(Part(start, end, title) for (start, title), end in zip(cuts, ends, strict=True))


_SHORTEST = 100
"""Characters of the shortest report under a notice that brings it along."""


def whole_parts(outline: Outline) -> Iterator[Part]:
    """Each title of a report under which a body like a report's follows, with all from there to the end of the page."""
    for start, end, title in _openings(outline)[:MOST]:
        body = read_body(fold(outline.text[end:])[:MEASURED])
        if body.size >= _SHORTEST and (body.is_report or (body.form and body.past)):
            yield Part(start, len(outline.text), title)


_HANDS_OVER = re.compile(
    r"现[将予][^。\n]{0,80}?(?:印发|公布|发布|公开|转发|报告|报送)|(?:印发|转发)给你们|予以(?:公布|公开|发布)"
)
_FIRST_HEAD = re.compile(r"(?m)^[ |]{0,4}一、[^\n。;]{2,30}$")
_SECTIONS = 3
_LETTER = 800
"""Characters within which the letter of a notice has come to its end and the first section of the report begins."""


def untitled_part(outline: Outline) -> Part | None:
    """The report that begins with its first section behind a letter that hands it over, without a title of its own."""
    text = fold(outline.text[:MEASURED])
    head = _FIRST_HEAD.search(text, 0, _LETTER)
    if head is None or not _HANDS_OVER.search(text, 0, head.start()) or has_any(text[: head.start()], BLANKS):
        return None
    report = text[head.start() :]
    body = read_body(report)
    sure = body.is_report and body.sections >= _SECTIONS and tells_figures(report)  # a blank form tells none
    return Part(head.start(), len(outline.text)) if sure else None


_UNIT = re.compile(r"[\u4e00-\u9fff]{1,10}(?:[乡镇局县]|街道|街道办|办事处|委员会|管委会)")
_UNITS = 3
"""Columns named after units that make a table one of many; a county may set itself beside what all of it has."""


def names_many_units(outline: Outline) -> bool:
    """True where a table of the form's figures has a column or a row for each of several units, named after them."""
    return any(
        _names_units(heads) and has_any(outline.text[grid.start : grid.end], FORM_WORDS)
        for grid in outline.grids[:8]
        for heads in (*(row.cells for row in grid.rows[:3]), _first_cells(grid.rows))
    )


def _first_cells(rows: Sequence[RawRow]) -> list[Cell]:
    """The cell of each row that can name it: the first one, or the second behind a number."""
    filled = [row.cells for row in rows[:60] if row.cells]
    return [cells[1] if len(cells) > 1 and cells[0].text.strip().isdigit() else cells[0] for cells in filled]


def _names_units(cells: Sequence[Cell]) -> bool:
    named = {said for cell in cells[:60] if len(cell.text) <= 24 and _UNIT.fullmatch(said := squeeze(cell.text))}
    return len(named) >= _UNITS


def is_summary(title: str | None, text: str) -> bool:
    """True where the report sums up many units: 汇总 in its title, or it says that it is made from theirs."""
    if title and re.search(r"汇总|各(?:乡镇|部门|单位|县区|县市区|街道)|[、,](?:部门|乡镇)", fold(title)):
        return True
    head = fold(text)[:2500]
    return has_any(head, ("汇总", "基础上", "综合")) and "各" in head and bool(_MANY.search(head))
