"""From a cell of a form that is known to stand for something to a fact, and the forms that hold such facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from models.codebook import Edition, indicators_of
from pipelines.form.rows import UNITS, Entry
from pipelines.form.section_two import section_two
from pipelines.items import Fact, Origin, Place
from pipelines.numbers import Number, in_unit, read_number
from pipelines.outline import Cell

Asked = tuple[Edition, str | None, str | None, bool, str | None, str | None, str | None]
"""What a number cell is read for: edition, code, unit and sign as in `Meant`; the unit in force, which is the one printed in
the header or the unit column, else the codebook's; applicant type; category.

A plain tuple: a named one takes four times as long to make, and a page has hundreds.
"""


@dataclass(slots=True)
class Form:
    """One form on the page: its edition, the span of text from its first to its last grid, those grids, its facts.

    cells     the cells that the facts are made from, in the same order: number of the grid, and what it is read for
    """

    edition: str
    start: int
    end: int
    grids: list[int] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    cells: Sequence[tuple[Cell, int, Asked]] = ()


@dataclass(slots=True)
class FormReading:
    """What the forms on a page say. `facts` are those of the main form: the first one that is no mere fragment.

    edition  edition of the main form, None where there is no form
    grids    numbers of the grids that belong to any form
    notes    what was found and not stored, and why; rows that no form has are facts and not notes
    forms    every form in printed order: two where a county's and an attachment's stand on one page
    by_year  whether a header names several years side by side, of which the report's columns were taken
    by_sums  whether it is sums that tell which figures are the totals: what was found holds for these figures alone
    others   those of the forms that are of other years or offices than the report: none of them is the main form
    """

    edition: str | None = None
    facts: list[Fact] = field(default_factory=list)
    grids: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    by_year: bool = False
    by_sums: bool = False
    others: list[Form] = field(default_factory=list)

    def fill(self, origin: Origin) -> None:
        """Makes the facts of every form from its cells, and takes edition and facts from the main form."""
        for form in self.forms:
            form.facts = [fact_of(cell, grid, asked, origin, self.notes) for cell, grid, asked in form.cells]
        mine = [form for form in self.forms if not any(form is other for other in self.others)]
        if mine:
            most = max(len(form.facts) for form in mine)
            main = next(form for form in mine if 2 * len(form.facts) >= most)
            self.edition, self.facts = main.edition, main.facts
            self.grids = sorted({number for form in self.forms for number in form.grids})


Key = str | tuple[str, str] | None


@lru_cache(maxsize=1024)
def editions_of(family: str, key: Key) -> dict[Edition, str]:
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
def meant_by(family: str, key: Key, form_edition: Edition) -> Meant:
    """What an entry stands for in the form's edition, or in the other one where only that has it."""
    editions = editions_of(family, key)
    if not editions:
        return Meant(form_edition, None, None, False)
    edition = form_edition if form_edition in editions else next(iter(editions))
    code = editions[edition]
    unit = indicators_of(edition)[code].unit
    return Meant(edition, code, unit if unit in UNITS else None, code.endswith(".items_change"))


def asked_of(entry: Entry, form_edition: Edition) -> Asked:
    """What is to be read from an entry's cell in a form of that edition."""
    return _asked(entry.family, entry.key, form_edition, entry.unit, entry.applicant, entry.category)


@lru_cache(maxsize=8192)
def _asked(
    family: str, key: Key, form_edition: Edition, printed: str | None, applicant: str | None, category: str | None
) -> Asked:
    edition, code, unit, signed = meant_by(family, key, form_edition)
    return edition, code, unit, signed, printed or unit, applicant, category


@cache
def _money() -> frozenset[str]:
    """The codes of amounts of money whose unit is the one printed with them."""
    editions: tuple[Edition, ...] = ("2019", "2021")
    indicators = ((code, one.unit) for edition in editions for code, one in indicators_of(edition).items())
    return frozenset(code for code, unit in indicators if "元" in unit and unit not in UNITS)


_MYRIADS = re.compile(r"[\d〇零一二三四五六七八九十][余多]?\s?[万亿]\s?$")


def fact_of(cell: Cell, grid: int, asked: Asked, origin: Origin, notes: list[str]) -> Fact:
    """The fact that a cell of the grid with that number states; `notes` say what is there and was not stored."""
    edition, code, unit, signed, printed, applicant, category = asked
    text = cell.text
    if printed is None and code in _money() and _MYRIADS.search(text):
        text += "元"  # 87.4万 of money are 87.4万元
    value, meaning, remark, said = number = read_number(text, printed)
    if signed or (said != unit and unit is not None) or (value is not None and value < 0):
        value, meaning, remark, said = _special(text, number, unit, signed, notes)
    place = Place(cell.start, cell.end, grid, cell.row + 1, cell.column + 1)
    return Fact(code, edition, value, meaning, cell.text, said, origin, place, applicant, category, remark)


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


_CHANGE = re.compile(
    r"\s?(新增|增加|增|[↑▲+＋]|减少|减|下降|负|[↓▼]|[—―－]{1,2})(?=\s?[\d０-９〇零一二三四五六七八九十])(.+)", re.DOTALL
)
_LESS = frozenset("减下负↓▼—―－")


def _change(text: str, unit: str | None) -> Number:
    """A cell of 本年增/减, where 减少2, 负2, ↓2 and —2 are -2 and 增2 is 2. (2) is neither surely."""
    said = _CHANGE.fullmatch(text)
    number = read_number(said[2] if said else text, unit)
    if said and said[1][0] in _LESS and number.value is not None:
        return Number(-abs(number.value), number.meaning, number.remark, number.unit)
    return number
