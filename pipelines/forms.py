"""The facts of the forms of 2014, 2019 and 2021 that stand in an outline's grids, each with its exact place.

The edition is read off the rows and columns of the form itself. What cannot be placed surely is not stored; a note says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, islice

from models.codebook import Edition
from pipelines.form.by_unit import is_by_unit
from pipelines.form.drawings import drawing_of
from pipelines.form.edition_2014 import Reader2014
from pipelines.form.edition_2019 import Reader2019
from pipelines.form.facts import Form, FormReading, asked_of, editions_of
from pipelines.form.line_columns import of_column
from pipelines.form.mirrored import labels_first
from pipelines.form.named_above import is_unit_line
from pipelines.form.other_years import of_other_years
from pipelines.form.owners import of_other_offices
from pipelines.form.rows import Entry, Row, has_number, rows_of
from pipelines.form.serials import serial_columns, serial_rows, without_serials
from pipelines.form.translated import without_translations
from pipelines.form.year_columns import of_year, year_mark
from pipelines.items import Origin
from pipelines.outline import Grid, Outline

__all__ = ["MAX_LOCAL", "MAX_ROWS", "Form", "FormReading", "captions_of", "form_facts", "read_forms"]

MAX_ROWS = 3000
"""Rows of one grid that are looked at: no form has more than 70, and 3,000 leave room for a summary over a county."""

MAX_LOCAL = 70
"""Numbers in rows that no form has which one form may hold: ten rows with seven applicant types."""


def form_facts(
    outline: Outline,
    start: int = 0,
    end: int | None = None,
    origin: Origin = "form",
    report_year: int | None = None,
    publisher: str | None = None,
) -> FormReading:
    """The facts of the forms between two characters of an outline. Never raises; the same outline gives the same facts.

    Where a form prints several years side by side, only the columns of `report_year` count; of the latest if it is None.
    Of several forms, one whose caption names another office than the `publisher` is not the main form.
    """
    end = len(outline.text) if end is None else end
    grids = [grid for grid in outline.grids if grid.start >= start and grid.end <= end]
    if not grids:
        return FormReading()
    captions = captions_of(outline, grids)
    drawing = drawing_of(grids, captions)
    plan = drawing.plan(report_year) if drawing is not None else None
    reading = plan.reading(grids) if plan is not None else read_forms(outline, grids, captions, report_year)
    if drawing is not None and plan is None:
        drawing.learn(reading, report_year, grids)
    if plan is not None:
        reading.others = of_other_years(outline.text, reading.forms, _said(grids, captions), report_year)
    if len(reading.forms) > 1 and not reading.others:
        titles = {grid.number: _title_of(grid) for grid in grids}
        reading.others = of_other_offices(outline.text, reading.forms, titles, publisher)
    reading.fill(origin)
    return reading


def _said(grids: Sequence[Grid], captions: Sequence[str]) -> dict[int, str]:
    """What the line above each grid and its first row say."""
    return {grid.number: f"{caption} {_title_of(grid)}" for grid, caption in zip(grids, captions, strict=True)}


def _title_of(grid: Grid) -> str:
    """What the first row of a grid says, where that is one cell, but for a column of remarks."""
    said = [cell.text for cell in (grid.rows[0].cells if grid.rows else ()) if cell.text and year_mark(cell.text) is None]
    return said[0] if len(said) == 1 else ""


def read_forms(outline: Outline, grids: Sequence[Grid], captions: Sequence[str], report_year: int | None) -> FormReading:
    """The forms in some grids with the cells that state facts, each row looked at; the facts are still to be filled in.

    `captions` are the lines above the grids.
    """
    reading = FormReading()
    entries: list[Entry] = []
    readers: dict[str, Reader2014 | Reader2019] = {}
    for grid, caption in zip(grids, captions, strict=True):
        every = without_serials(list(islice(rows_of(grid), MAX_ROWS)), serial_columns(grid), serial_rows(grid))
        rows = (of_column if grid.source == "lines" else of_year)(every, report_year, reading.notes)
        reading.by_year = reading.by_year or rows is not every
        rows = labels_first(without_translations(rows), reading.notes)
        family = None if is_by_unit(rows) else _family(rows, set(readers)) or _headed_before(rows, caption, readers)
        family = "2019" if grid.source == "told" else family
        if family == "2014":
            reader = readers.setdefault(family, Reader2014(reading.notes))
            assert isinstance(reader, Reader2014)
            entries += reader.read(grid, rows)
        elif family == "2019":
            later = readers.setdefault(family, Reader2019(reading.notes, captions))
            assert isinstance(later, Reader2019)
            entries += later.read(grid, rows, caption)
            reading.by_sums = later.applicants.by_sums
    entries = _without_summaries(_without_small_tables(entries), reading.notes)
    by_number = {grid.number: grid for grid in grids}
    for part in _forms(entries, reading.notes):
        form = _form(part, by_number, reading.notes)
        if reading.forms and form.start < reading.forms[-1].end:  # two forms in one grid
            before = reading.forms[-1]
            before.end = max(cell.end for cell, _, _ in before.cells)
            form.start = outline.text.find("\n", before.end) + 1
        reading.forms.append(form)
    reading.others = of_other_years(outline.text, reading.forms, _said(grids, captions), report_year)
    return reading


LONGEST_CAPTION = 60


def captions_of(outline: Outline, grids: Sequence[Grid]) -> list[str]:
    """The line of text above each grid, "" where that is a sentence."""
    return [_line_above(outline, grid) for grid in grids]


def _line_above(outline: Outline, grid: Grid) -> str:
    """The last line of text before a grid, as far as it is a caption and not a sentence; a line with a unit is none."""
    above = outline.text[max(0, grid.start - 120) : grid.start].rstrip("\n")
    before, _, line = above.rpartition("\n")
    if is_unit_line(line):
        line = before.rpartition("\n")[2]
    return line if len(line) < LONGEST_CAPTION else ""


_LEAST_OF_A_FORM = 6
"""Fewer rows of one family are no form of 2014 but a small table of the prose."""

_OF_REQUESTS = {"requests", "replies"}


def _without_small_tables(entries: list[Entry]) -> list[Entry]:
    """The entries without those of 2014 where all that was found of that form are a few rows, or only those of requests."""
    keys = {str(entry.key) for entry in entries if entry.family == "2014" and entry.key is not None}
    families = {key.partition(".")[0] for key in keys}
    if (len(keys) >= _LEAST_OF_A_FORM or len(families) > 1) and not families <= _OF_REQUESTS:
        return entries
    return [entry for entry in entries if entry.family != "2014"]


def _without_summaries(entries: list[Entry], notes: list[str]) -> list[Entry]:
    """The entries without those above a form whose rows all come again in one table of it, which has twice as many.

    What stands there is some of the form's rows for a part of the year or of the offices, or told before for the hurried.
    """
    if len({entry.grid for entry in entries}) < 2:
        return entries
    kept: list[Entry] = []
    for _, group in groupby(entries, lambda entry: (entry.family, entry.grid)):
        table = list(group)
        before, whole = _keys(kept), _keys(table)
        if before and before <= whole and 2 * len(before) <= len(whole) and kept[-1].family == table[0].family:
            notes.append(f"{len(kept)} figures above the form whose rows come again in it")
            kept = []
        kept += table
    return kept


def _keys(entries: Sequence[Entry]) -> set[tuple[object, str | None]]:
    return {(entry.key, entry.applicant) for entry in entries if entry.key is not None}


# --- which form a grid belongs to ---

_OF_2014 = frozenset(("row2014", "alias2014"))


def _family(rows: Sequence[Row], begun: set[str]) -> str | None:
    """`2014`, `2019` (both later forms) or None, by the words in a grid. The rest of a form already begun needs fewer."""
    codes: set[str] = set()
    heads: set[str] = set()
    lines: set[int] = set()
    later: Counter[str] = Counter()
    for row in rows:
        for word, cell in row.words:
            if word.kind == "row2014":
                codes.add(word.name)
                lines.add(row.number)
            elif word.kind == "head2014":
                heads.add(word.name)
            elif (cell.row == row.number or row.slots is None) and word.name not in ("other_legal", "total"):
                later[word.kind if not word.name.startswith("第二十条") else "article"] += 1
    known = later["pair"] + later["subject"] + later["column"] + later["row3"] + later["outcome"] + later["applicant"]
    families = {code.partition(".")[0] for code in codes}
    if len(lines) == 1 and len(codes) > known and not heads and "2014" not in begun and len(families) == 1:
        return None  # 当面 | 信函 | 传真 | 网络 across: a small table of a report's prose
    if "2014" in begun and not known and _is_heading(rows):
        return "2014"
    if codes and len(codes) >= known and (len(codes) >= 3 or len(heads) >= 2 or "2014" in begun):
        return "2014"
    if later["subject"] and (later["column"] or later["article"]):
        return "2019"
    if later["pair"] >= 2 or later["row3"] >= 3 or later["applicant"] >= 3 or later["outcome"] >= 4:
        return "2019"
    return "2019" if "2019" in begun and later["pair"] + later["row3"] + later["subject"] else None


def _is_heading(rows: Sequence[Row]) -> bool:
    """Whether a grid is a single line with a label of 2014 and its number, as `pipelines.form.headings` makes them."""
    row = rows[0] if len(rows) == 1 else None
    return row is not None and row.slots is None and has_number(row) and any(word.kind in _OF_2014 for word, _ in row.words)


def _headed_before(rows: Sequence[Row], caption: str, readers: Mapping[str, Reader2014 | Reader2019]) -> str | None:
    """`2019` where a grid is the numbers alone whose header stood in a grid before, else None."""
    later = readers.get("2019")
    return "2019" if isinstance(later, Reader2019) and later.awaits(rows, caption) else None


# --- several forms on one page ---


def _forms(entries: list[Entry], notes: list[str]) -> list[list[Entry]]:
    """The entries of each form. A form ends where another family begins, or where rows begin to come a second time."""
    forms: list[list[Entry]] = []
    current: list[Entry] = []
    seen: set[tuple[object, str | None]] = set()
    for at, entry in enumerate(entries):
        key = (entry.key, entry.applicant)
        if key not in seen and current and entry.family == current[-1].family:
            pass
        elif current and (entry.family != current[-1].family or (key in seen and _again(entries[at : at + 40], seen))):
            forms.append(current)
            current, seen = [], set()
        elif entry.key is not None and key in seen:
            notes.append(f"printed twice, the first one counts: {entry.key}")
            continue
        current.append(entry)
        if entry.key is not None:
            seen.add(key)
    if current:
        forms.append(current)
    return forms


LEAST_AGAIN = 3


def _again(ahead: list[Entry], seen: set[tuple[object, str | None]]) -> bool:
    """Whether a whole form begins again here, and not one row: at least three rows ahead are all there already."""
    keyed = [(key, key if isinstance(key, str) else key[0], entry) for entry in ahead if (key := entry.key) is not None]
    labels = list(dict.fromkeys(label for _, label, _ in keyed))[:LEAST_AGAIN]
    rows = list(dict.fromkeys((entry.grid, entry.cell.row) for _, _, entry in keyed))[:LEAST_AGAIN]
    first = {key for key, label, entry in keyed if label in labels or (entry.grid, entry.cell.row) in rows}
    return len(labels) == len(rows) == LEAST_AGAIN and first <= {key for key, _ in seen}


# --- entries to facts ---


def _form(entries: list[Entry], grids: dict[int, Grid], notes: list[str]) -> Form:
    edition = _edition(entries, notes)
    entries = _without_lists(_without_contradictions(entries, notes), notes)
    numbers = sorted({entry.grid for entry in entries})
    form = Form(edition, grids[entries[0].grid].start, grids[entries[-1].grid].end, numbers)
    form.cells = [(entry.cell, entry.grid, asked_of(entry, edition)) for entry in entries]
    return form


def _without_contradictions(entries: list[Entry], notes: list[str]) -> list[Entry]:
    """The entries without 其他处理 as one row where its three parts of 2021 are there: then it is their heading."""
    if any(isinstance(key, str) and key.startswith("applications.other_") for key in {entry.key for entry in entries}):
        kept = [entry for entry in entries if entry.key != "applications.other"]
        if len(kept) < len(entries):
            notes.append("numbers beside the heading 其他处理, whose rows stand below it")
        return kept
    return entries


def _without_lists(entries: list[Entry], notes: list[str]) -> list[Entry]:
    """The entries without rows that no form has, where they are so many that they are some other list."""
    if sum(entry.key is None for entry in entries) <= MAX_LOCAL:
        return entries
    notes.append("too many rows that no form has: none of them is kept")
    return [entry for entry in entries if entry.key is not None]


def _edition(entries: list[Entry], notes: list[str]) -> Edition:
    """The edition that the form's own rows and columns prove; 2021 where those of both stand in it."""
    if entries[0].family == "2014":
        return "2014"
    proofs: Counter[str] = Counter()
    for key in dict.fromkeys(entry.key for entry in entries):
        editions = editions_of("2019", key)
        if len(editions) == 1:
            proofs[next(iter(editions))] += 1
    if not proofs:
        notes.append("edition not certain: the rows are those of 2019 and of 2021")
    elif len(proofs) > 1:
        notes.append("rows of the forms of 2019 and 2021 in one form")
    return "2021" if proofs["2021"] >= max(1, proofs["2019"]) else "2019"
