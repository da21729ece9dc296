"""The figures that a report states in sentences: each with its place, none that belongs to something else.

A number counts when the words that introduce it end in those of an indicator and what stands unread among them is
harmless (`pipelines/wording/wordings.py`, `stated.py`, `tolerance.py`), or else when the evidence around it speaks for one
(`evidence.py`); and when its surroundings are right (`needs.py`): the publisher's own, this year's, no other subject's.
A zero is taken only from a sentence that denies the thing (`zeros`).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import islice

from pipelines.forms import form_facts
from pipelines.items import Fact
from pipelines.outline import Grid, Outline, Paragraph
from pipelines.wording.claims import facts_of
from pipelines.wording.heads import of_the_publisher
from pipelines.wording.in_cells import cell_sentences
from pipelines.wording.lists.classes import classes_told
from pipelines.wording.lists.clause_by_clause import kinds_by_clause
from pipelines.wording.lists.left import kinds_left
from pipelines.wording.lists.numbered import numbered_kinds
from pipelines.wording.lists.put_out import kinds_beside_a_form, without_sorts
from pipelines.wording.lists.series import each_as_many
from pipelines.wording.lists.tabled import MAX_TABLES, tabled
from pipelines.wording.names import publisher_names
from pipelines.wording.plain.retyping import retyped
from pipelines.wording.plain.script import as_printed, plain, simplified
from pipelines.wording.published.proven import proofs_of
from pipelines.wording.reader import Reader
from pipelines.wording.requests.contents import labels_put_right
from pipelines.wording.sentences import sentences
from pipelines.wording.weighing import weighed

MAX_CLAIMS = 500
"""No report states a fifth of that; a page that does is made to stall, and the rest of it is not read."""


_FORM_WITHOUT_TOTALS = 2019
"""Since then no form counts what was disclosed, and the prose beside it tells it kind by kind."""


def prose_facts(
    outline: Outline, report_year: int | None, start: int = 0, end: int | None = None, publisher: str | None = None,
    forms: Collection[int] | None = None,
) -> list[Fact]:  # fmt: skip
    """The facts stated in the sentences of one report, in the order of their places; origin `prose`, nothing twice.

    Codes are those of the form of 2014 (units 条, 件, 次, 人, 万元), by which series read reports in prose; a row that only
    the forms of 2019 or later have takes their code and edition, and so do rows worded alike beside such a form.
    A breakdown's items carry the code of the total they break down and their printed label in `category`. `publisher` is its
    name where that is known (a count of 县教育局 is the
    total of its own report, a share in the county's); without it the title and the first lines are asked. `forms` are the
    numbers of the grids that belong to a form (they are looked for if it is None); other small tables are read as prose.
    Bad input gives no facts and never an exception.
    """
    end = len(outline.text) if end is None else end
    printed, outline = outline.text, simplified(outline)
    publisher = plain(publisher) if publisher and publisher not in outline.text else publisher
    reader = Reader(report_year, publisher_names(_head(outline, start, end), publisher))
    taken: Collection[int] = forms or ()
    if forms is None and outline.grids:
        taken = form_facts(outline, start, end, report_year=report_year).grids
    typed = _typed_lines(outline, taken)
    text = retyped(_with_lines(outline, typed) if typed else outline, start, end)
    printed_here = sentences(text.outline, 0, len(text.outline.text), report_year)
    read = list(of_the_publisher(printed_here, report_year, reader.names))
    reader.proofs = proofs_of(read, report_year, reader.names)
    for sentence in read:
        reader.read(sentence)
        if len(reader.claims) > MAX_CLAIMS:
            break
    one_by_one = bool(taken) and (report_year or 0) >= _FORM_WITHOUT_TOTALS
    if one_by_one:
        reader.claims = kinds_beside_a_form(read, reader.claims, report_year, reader.names)
    else:
        reader.claims = kinds_left(read, reader.claims, report_year)
    reader.claims += numbered_kinds(read, reader.claims)
    reader.claims = classes_told(read, reader.claims, report_year, reader.names)
    if one_by_one:
        reader.claims = kinds_by_clause(read, reader.claims, report_year, reader.names)
    reader.claims = each_as_many(read, without_sorts(read, reader.claims))
    labels_put_right(read, reader.claims)
    text.place(reader.claims)
    if outline.grids:
        _read_tables(reader, outline, frozenset((*taken, *(grid.number for grid in typed))), start, end)
    return as_printed(facts_of(weighed(reader.claims), report_year, bool(taken)), printed, outline.text)


def _typed_lines(outline: Outline, taken: Collection[int]) -> list[Grid]:
    """The grids that are lines of text taken for rows, where no form took them: they are prose after all."""
    free = (grid for grid in outline.grids if grid.number not in taken)
    lines = ("lines", "told")
    return [grid for grid in free if grid.source in lines or (grid.source == "pipes" and _counts_in_each_cell(grid, outline))]


_WORDS_AND_COUNT = re.compile(r"[^|｜│\d\n]*[一-龥]\s?\d[\d,，.]*\s?[条件次篇期场起宗元人项个份]\s*")


def _counts_in_each_cell(grid: Grid, outline: Outline) -> bool:
    """Whether strokes divide no columns but counts, each with its words: 解读9篇｜访谈2次."""
    cells = [cell for cell in _STROKE.split(outline.text[grid.start : grid.end]) if cell.strip()][:_CELLS]
    return bool(cells) and all(_WORDS_AND_COUNT.fullmatch(cell) for cell in cells)


_STROKE, _CELLS = re.compile(r"[|｜│\n]"), 30


def _with_lines(outline: Outline, grids: list[Grid]) -> Outline:
    """The outline with the lines of such grids among its paragraphs, in reading order."""
    found = list(outline.paragraphs)
    for grid in grids:
        at = grid.start
        for line in outline.text[grid.start : grid.end].split("\n"):
            found += [Paragraph(at, at + len(line))] if line else []
            at += len(line) + 1
    return replace(outline, paragraphs=tuple(sorted(found, key=lambda paragraph: paragraph.start)))


def _read_tables(reader: Reader, outline: Outline, taken: frozenset[int], start: int, end: int) -> None:
    """Adds the claims of the tables that are no form: small ones of figures, and sentences that stand in cells."""
    reader.claims += tabled(outline, taken, (start, end), reader.year, reader.names, reader.claims)
    grids = (grid for grid in outline.grids if grid.number not in taken and grid.start >= start and grid.end <= end)
    for grid in islice(grids, MAX_TABLES):
        for sentence in cell_sentences(outline, grid, start, reader.year):
            if len(reader.claims) <= MAX_CLAIMS:
                reader.read(sentence)


def _head(outline: Outline, start: int, end: int) -> str:
    """The first lines of a report, which name its publisher; a form that stands first is left out."""
    inside = (line for line in outline.paragraphs if line.start >= start and line.end <= end)
    return "\n".join(outline.text[line.start : min(line.end, line.start + 400)] for line in islice(inside, 8))[:900]
