"""The facts of the forms of 2014, 2019 and 2021 that stand in an outline's grids, each with its exact place.

The edition is read off the rows and columns of the form itself. What cannot be placed surely is not stored; a note says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from models.codebook import Edition, indicators_of
from pipelines.form.edition_2014 import Reader2014
from pipelines.form.edition_2019 import Reader2019, section_two
from pipelines.form.rows import UNITS, Entry, Row, rows_of
from pipelines.form.year_columns import of_year
from pipelines.items import Fact, Origin, Place
from pipelines.numbers import Number, in_unit, read_number
from pipelines.outline import Grid, Outline

MAX_ROWS = 3000
"""Rows of one grid that are looked at: no form has more than 70, and 3,000 leave room for a summary over a county."""

MAX_LOCAL = 70
"""Numbers in rows that no form has which one form may hold: ten rows with seven applicant types."""


@dataclass(slots=True)
class Form:
    """One form on the page: its edition, the span of text from its first to its last grid, those grids, its facts."""

    edition: str
    start: int
    end: int
    grids: list[int] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)


@dataclass(slots=True)
class FormReading:
    """What the forms on a page say. `facts` are those of the main form: the first one that is no mere fragment.

    edition  edition of the main form, None where there is no form
    grids    numbers of the grids that belong to any form
    notes    what was found and not stored, and why; rows that no form has are facts and not notes
    forms    every form in printed order: two where a county's and an attachment's stand on one page
    """

    edition: str | None = None
    facts: list[Fact] = field(default_factory=list)
    grids: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)


def form_facts(
    outline: Outline, start: int = 0, end: int | None = None, origin: Origin = "form", report_year: int | None = None
) -> FormReading:
    """The facts of the forms between two characters of an outline. Never raises; the same outline gives the same facts.

    Where a form prints several years side by side, only the columns of `report_year` count; of the latest if it is None.
    """
    reading = FormReading()
    end = len(outline.text) if end is None else end
    entries: list[Entry] = []
    grids = [grid for grid in outline.grids if grid.start >= start and grid.end <= end]
    readers: dict[str, Reader2014 | Reader2019] = {}
    for grid in grids:
        rows = of_year(list(islice(rows_of(grid), MAX_ROWS)), report_year, reading.notes)
        family = _family(rows, set(readers))
        if family == "2014":
            reader = readers.setdefault(family, Reader2014(reading.notes))
            assert isinstance(reader, Reader2014)
            entries += reader.read(grid, rows)
        elif family == "2019":
            later = readers.setdefault(family, Reader2019(reading.notes))
            assert isinstance(later, Reader2019)
            entries += later.read(grid, rows, _line_above(outline, grid))
    entries = _without_small_tables(entries)
    by_number = {grid.number: grid for grid in grids}
    for part in _forms(entries, reading.notes):
        form = _form(part, by_number, origin, reading.notes)
        if reading.forms and form.start < reading.forms[-1].end:  # two forms in one grid
            before = reading.forms[-1]
            before.end = max(fact.place.end for fact in before.facts)
            form.start = outline.text.find("\n", before.end) + 1
        reading.forms.append(form)
    _choose(reading)
    return reading


def _line_above(outline: Outline, grid: Grid) -> str:
    """The last line of text before a grid, as far as it is a caption and not a sentence."""
    above = outline.text[max(0, grid.start - 120) : grid.start].rstrip("\n")
    line = above.rpartition("\n")[2]
    return line if len(line) < 60 else ""


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


# --- which form a grid belongs to ---


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
    known = later["subject"] + later["column"] + later["row3"] + later["outcome"] + later["applicant"]
    if len(lines) == 1 and not heads and "2014" not in begun and len({code.partition(".")[0] for code in codes}) == 1:
        return None  # 当面 | 信函 | 传真 | 网络 across: a small table of a report's prose
    if codes and len(codes) >= known and (len(codes) >= 3 or len(heads) >= 2 or "2014" in begun):
        return "2014"
    if later["subject"] and (later["column"] or later["article"]):
        return "2019"
    if later["row3"] >= 3 or later["applicant"] >= 3 or later["outcome"] >= 4:
        return "2019"
    return "2019" if "2019" in begun and later["row3"] + later["subject"] else None


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


def _again(ahead: list[Entry], seen: set[tuple[object, str | None]]) -> bool:
    """Whether a whole form begins again here, and not one row: at least three rows ahead are all there already."""
    keys = list(dict.fromkeys(entry.key for entry in ahead if entry.key is not None))
    known = {key for key, _ in seen}
    return len(keys) >= 3 and all(key in known for key in keys[:3])


def _choose(reading: FormReading) -> None:
    if not reading.forms:
        return
    most = max(len(form.facts) for form in reading.forms)
    main = next(form for form in reading.forms if 2 * len(form.facts) >= most)
    reading.edition, reading.facts = main.edition, main.facts
    reading.grids = sorted({number for form in reading.forms for number in form.grids})


# --- entries to facts ---


def _form(entries: list[Entry], grids: dict[int, Grid], origin: Origin, notes: list[str]) -> Form:
    edition = _edition(entries, notes)
    entries = _without_lists(_without_contradictions(entries, notes), notes)
    numbers = sorted({entry.grid for entry in entries})
    form = Form(edition, grids[entries[0].grid].start, grids[entries[-1].grid].end, numbers)
    form.facts = [_fact(entry, edition, origin, notes) for entry in entries]
    return form


def _without_contradictions(entries: list[Entry], notes: list[str]) -> list[Entry]:
    """The entries without 其他处理 as one row where its three parts of 2021 are there: then it is their heading."""
    if any(isinstance(entry.key, str) and entry.key.startswith("applications.other_") for entry in entries):
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
        editions = _editions_of("2019", key)
        if len(editions) == 1:
            proofs[next(iter(editions))] += 1
    if not proofs:
        notes.append("edition not certain: the rows are those of 2019 and of 2021")
    elif len(proofs) > 1:
        notes.append("rows of the forms of 2019 and 2021 in one form")
    return "2021" if proofs["2021"] >= max(1, proofs["2019"]) else "2019"


Key = str | tuple[str, str] | None


@lru_cache(maxsize=1024)
def _editions_of(family: str, key: Key) -> dict[Edition, str]:
    """The editions that have what an entry stands for, with its code in each."""
    if isinstance(key, tuple):
        return section_two().get(key, {})
    editions: tuple[Edition, ...] = ("2014",) if family == "2014" else ("2019", "2021")
    return {edition: key for edition in editions if key is not None and key in indicators_of(edition)}


class Meant(NamedTuple):
    """What an entry stands for: edition and code, the unit of the codebook (None: as printed), whether it may be negative."""

    edition: Edition
    code: str | None
    unit: str | None
    signed: bool


@lru_cache(maxsize=1024)
def _meant(family: str, key: Key, form_edition: Edition) -> Meant:
    """What an entry stands for in the form's edition, or in the other one where only that has it."""
    editions = _editions_of(family, key)
    if not editions:
        return Meant(form_edition, None, None, False)
    edition = form_edition if form_edition in editions else next(iter(editions))
    code = editions[edition]
    unit = indicators_of(edition)[code].unit
    return Meant(edition, code, unit if unit in UNITS else None, code.endswith(".items_change"))


def _fact(entry: Entry, form_edition: Edition, origin: Origin, notes: list[str]) -> Fact:
    edition, code, unit, signed = _meant(entry.family, entry.key, form_edition)
    cell = entry.cell
    text = cell.text
    number = read_number(text, entry.unit or unit)
    if signed or (number.unit != unit and unit is not None) or (number.value is not None and number.value < 0):
        number = _special(text, number, unit, signed, notes)
    place = Place(cell.start, cell.end, entry.grid, cell.row + 1, cell.column + 1)
    return Fact(
        code, edition, number.value, number.meaning, text, number.unit, origin, place,
        entry.applicant, entry.category, number.remark,
    )  # fmt: skip


def _special(text: str, number: Number, unit: str | None, signed: bool, notes: list[str]) -> Number:
    """A change with its sign; a number in the indicator's unit. A negative count is no count: its text has no value."""
    if signed:
        return _change(text, unit)
    if unit is not None:
        number = in_unit(number, unit)
    if number.value is not None and number.value < 0:
        notes.append(f"negative count: {text[:40]}")
        return Number(None, "text", None, number.unit)
    return number


_CHANGE = re.compile(r"(新增|增加|增|减少|减|下降)(.+)", re.DOTALL)


def _change(text: str, unit: str | None) -> Number:
    """A cell of 本年增/减, where 减少2 is -2 and 增2 is 2."""
    said = _CHANGE.fullmatch(text)
    number = read_number(said[2] if said else text, unit)
    if said and said[1] in ("减少", "减", "下降") and number.value is not None:
        return Number(-abs(number.value), number.meaning, number.remark, number.unit)
    return number
