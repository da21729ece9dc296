"""Several reports in one page: where each begins, and whether a report sums up many units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.field.names import full_name, is_office
from pipelines.field.published import signed_day, signs
from pipelines.field.publisher import name_in_title
from pipelines.field.years import years_in
from pipelines.folding import fold, squeeze
from pipelines.kind.bodies import BLANKS, FORM_WORDS, has_any, read_body, tells_figures
from pipelines.kind.openings import Opening, names_report, openings
from pipelines.kind.title_kinds import title_verdict
from pipelines.outline import Outline
from pipelines.tables import Cell, RawRow

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


def _is_whole(text: str) -> bool:
    """True where a stretch under a title is a report of its own and not a link or a heading."""
    body = read_body(fold(text)[:MEASURED])
    return body.size >= 250 and (body.is_report or (body.form and body.past))


def _core(title: str) -> str:
    """A title without signs that vary between its printings."""
    return re.sub(r"[年度工作的\W]", "", squeeze(fold(title)))


_SHORT = 40
"""Characters of the shortest report among several: one sentence of figures, signed."""
_FIRST_HEAD = re.compile(r"(?m)^[ |]{0,4}(?:一、|\(一\)|1[.、](?!\d))")
_SECOND_HEAD = re.compile(r"(?m)^[ |]{0,4}(?:二、|\(二\)|2[.、](?!\d))")


def _is_complete(text: str) -> bool:
    """True where a short stretch is a report from end to end: figures, and sections counted from the first or a signature."""
    folded = fold(text)[:MEASURED]
    body = read_body(folded)
    if body.size < _SHORT or body.against or body.ruled_out or "公开" not in folded or not tells_figures(folded):
        return False
    first = _FIRST_HEAD.search(folded)
    return (first is not None and _SECOND_HEAD.search(folded, first.end()) is not None) or _is_signed(folded)


_SIGNED_WITHIN = 4
"""Lines at the end of a report in which it is signed; the label of the next annex may stand behind."""


def _is_signed(folded: str) -> bool:
    """Whether a text ends with an office and a day, in one line or in two, or with a written day alone."""
    lines = ["", *(line.strip(" |") for line in folded.split("\n") if line.strip(" |"))][-_SIGNED_WITHIN:]
    signed = ((above, line, day) for above, line in pairwise(lines) if (day := signed_day(line)) is not None)
    return any(
        signs(above, line, day) or (line == squeeze(day.raw).strip() and line.endswith("日")) for above, line, day in signed
    )


def _are_of_two(title: str, other: str) -> bool:
    """True where two titles are surely those of two reports: they name different years or different offices."""
    if not names_report(title) or not names_report(other):
        return False
    years = set(years_in(title)), set(years_in(other))
    if all(years) and years[0].isdisjoint(years[1]):
        return True
    name, another = sorted((squeeze(name_in_title(each) or "") for each in (title, other)), key=len)
    return bool(name) and (name not in another or _is_office_of(name, another))


def _is_office_of(name: str, longer: str) -> bool:
    """Whether the longer of two names is that of an office under the other: 东岭县, 东岭县人民政府办公室; not 东岭县人民政府."""
    rest = longer.removeprefix(name)
    return rest != longer and is_office(rest) and full_name(name) != full_name(longer)


def _stands_alone(text: str, sure: bool) -> bool:
    """Whether a stretch between two titles is a report; a short one only where the titles are `sure` to be of two."""
    return _is_whole(text) or (sure and _is_complete(text))


def parts_of(outline: Outline, title: str | None, start: int = 0) -> tuple[Part, ...]:
    """The reports that stand one after the other in a page with this title, from `start` on; one part for an ordinary page.

    A further part opens at a title of another year or unit, under which a whole report follows, as one did above it.
    """
    whole = Part(start, len(outline.text), title if start else None)
    heads = [opening for opening in openings(outline) if opening.start >= start]
    if title and title_verdict(title)[0] == "report" and (not heads or _core(heads[0].title) != _core(title)):
        heads.insert(0, Opening(start, start, title))
    if len({_core(opening.title) for opening in heads}) < 2:
        return (whole,)
    cuts = _cuts(outline, heads, start)
    if len(cuts) == 1:
        return (whole,)
    ends = [cut for cut, _ in cuts[1:]] + [len(outline.text)]
    return tuple(Part(cut, end, named) for (cut, named), end in zip(cuts, ends, strict=True))


def _cuts(outline: Outline, heads: Sequence[Opening], start: int) -> list[tuple[int, str]]:
    """Where each report begins and the title that is nearest above its body: lists of titles stand before the first."""
    text = outline.text
    cuts = [(start, "")]
    limits = [opening.start for opening in heads[1:]] + [len(text)]
    for opening, limit in zip(heads, limits, strict=True):
        begin, current = cuts[-1]
        if _core(opening.title) == _core(current):
            continue
        sure = _are_of_two(current, opening.title)
        if not current or not _stands_alone(text[begin : opening.start], sure):
            led = opening.led and "\n" not in text[begin : opening.start]  # its number is no line of the report
            cuts[-1] = (opening.start if led else begin, opening.title)
        elif _stands_alone(text[opening.end : limit], sure):
            cuts.append((opening.start, opening.title))
    return cuts


_SHORTEST = 100
"""Characters of the shortest report under a notice that brings it along."""


def whole_parts(outline: Outline) -> Iterator[Part]:
    """Each title of a report under which a body like a report's follows, with all from there to the end of the page."""
    for opening in openings(outline):
        body = read_body(fold(outline.text[opening.end :])[:MEASURED])
        if not opening.led and body.size >= _SHORTEST and (body.is_report or (body.form and body.past)):
            yield Part(opening.start, len(outline.text), opening.title)


_HANDS_OVER = re.compile(
    r"现[将予][^。\n]{0,80}?(?:印发|公布|发布|公开|转发|报告|报送)|(?:印发|转发)给你们|予以(?:公布|公开|发布)"
)
_FIRST_SECTION = re.compile(r"(?m)^[ |]{0,4}一、[^\n。;]{2,30}$")
_SECTIONS = 3
_LETTER = 800
"""Characters within which the letter of a notice has come to its end and the first section of the report begins."""


def untitled_part(outline: Outline) -> Part | None:
    """The report that begins with its first section behind a letter that hands it over, without a title of its own."""
    text = fold(outline.text[:MEASURED])
    head = _FIRST_SECTION.search(text, 0, _LETTER)
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
