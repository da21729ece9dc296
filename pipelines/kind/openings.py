"""Lines of a text that are titles of reports: the first is the page's own, each further one may open another report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.field.publisher import name_in_title
from pipelines.field.titles import NAME_LINE, is_report_title, may_be_title, trim
from pipelines.field.years import years_in
from pipelines.folding import fold, squeeze
from pipelines.kind.title_kinds import title_verdict
from pipelines.outline import Outline, Paragraph

MOST = 30
"""Openings of reports looked at in one page."""

_MOST_LINES = 4000
_LONGEST, _REST = 80, 20
_NO_TITLE = re.compile(r"[一二三四五六七八九十]{1,3}[、.]|[(（]|\d{1,2}[.、]|(?:[是其附本我全]|为了?|根据|按照|第)")
_LED = re.compile(
    r"(?:附件? ?[一二三四五六七八九十\d]{0,3} ?[:.、 ]|[一二三四五六七八九十]{1,3}、"
    r"|\([一二三四五六七八九十\d]{1,3}\)、?|\d{1,2}[.、](?!\d)) ?"
)
"""附件2:, 二、 before the title of one of several reports."""
_YEAR_LINE = re.compile(r" ?20\d\d ?年度? ?")
_ENDS = re.compile(r"(?:报告|年报|总结)(?:\([^()]*\))?$")


@dataclass(frozen=True, slots=True)
class Opening:
    """A title in the text; `led` where a number or 附件1: stands before its `start` in the line."""

    start: int
    end: int
    title: str
    led: bool = False


def names_report(title: str) -> bool:
    """Whether a title names a report and nothing of a section's (2013年政府信息公开工作情况)."""
    return _ENDS.search(squeeze(fold(title))) is not None


def openings(outline: Outline) -> list[Opening]:
    """The titles of reports in a text, the first ones; joined with the lines before or after where they are broken."""
    found: list[Opening] = []
    paragraphs = outline.paragraphs[:_MOST_LINES]
    past, under_names = -1, None
    for number, paragraph in enumerate(paragraphs):
        if paragraph.start < past or paragraph.end - paragraph.start > _LONGEST:
            continue
        opening = _opening_at(outline, paragraphs[number : number + 2])
        if opening is None:
            continue
        past = opening.end
        if not opening.led and name_in_title(opening.title) is None:
            above = [_said(outline, line) for line in paragraphs[max(0, number - 2) : number]]
            if under_names is None:  # the first title tells whether a unit's line above one begins it or signs what stands there
                under_names = any(map(_is_name, above[-1:] if above and not _is_year(above[-1]) else above))
            opening = _with_lines_above(outline, paragraphs[max(0, number - 2) : number], opening, under_names)
        found.append(opening)
        if len(found) == MOST:
            break
    return found


def _said(outline: Outline, paragraph: Paragraph) -> str:
    return outline.text[paragraph.start : paragraph.end].strip(" |")


def _is_name(line: str) -> bool:
    return NAME_LINE.fullmatch(fold(line)) is not None


def _is_year(line: str) -> bool:
    return _YEAR_LINE.fullmatch(fold(line)) is not None


def _is_title(line: str) -> bool:
    return may_be_title(line) and is_report_title(trim(line))


def _opening_at(outline: Outline, pair: Sequence[Paragraph]) -> Opening | None:
    """The title that begins with the first of two lines; None where none does."""
    line = _said(outline, pair[0])
    if "公" not in line and not line.endswith(("信息", "政务")):  # most lines
        return None
    if _NO_TITLE.match(line):
        return _led(outline, pair[0])
    end = pair[0].end
    if not _is_title(line) and len(pair) > 1:
        rest = outline.text[pair[1].start : min(pair[1].end, pair[1].start + _REST + 1)].strip(" |")
        if len(rest) > _REST or outline.text.count("\n", end, pair[1].start) > 3:
            return None
        line, end = line + rest, pair[1].end
    if _is_title(line) and title_verdict(trim(line))[0] == "report":
        return Opening(pair[0].start, end, trim(line))
    return None


def _led(outline: Outline, paragraph: Paragraph) -> Opening | None:
    """The title behind a number, which is no section's head: it names a report, its year and whose it is."""
    lead = _LED.match(fold(outline.text[paragraph.start : paragraph.end]).lstrip(" |"))
    line = _said(outline, paragraph)
    title = trim(line[lead.end() :]) if lead else ""
    if not title or not _is_title(title) or title_verdict(title)[0] != "report":
        return None
    if not names_report(title) or not years_in(title) or name_in_title(title) is None:
        return None
    start = outline.text.index(line, paragraph.start) + (lead.end() if lead else 0)
    return Opening(start, paragraph.end, title, led=True)


def _with_lines_above(outline: Outline, above: Sequence[Paragraph], opening: Opening, under_names: bool) -> Opening:
    """The opening with the lines above it that name its year or, where they do so in this page, its unit."""
    for paragraph in reversed(above):
        line = _said(outline, paragraph)
        dated = bool(years_in(line))
        named = _is_name(line) and (dated or under_names)
        if outline.text[paragraph.end : opening.start].strip("\n |") or not (named or _is_year(line)):
            break
        opening = Opening(paragraph.start, opening.end, trim(line + opening.title))
        if named:
            break
    return opening
