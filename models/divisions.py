"""China's administrative divisions: names, codes, years, parents, what became of each, telephone areas. Pure look-ups.

The data file is made by `models/data/build_divisions.py`, which says where the data come from and what they leave out:
counties and above since the end of 2007 by year, townships as they stand in 2026.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "divisions.txt.xz"

FIRST_YEAR, LAST_YEAR = 2007, 2026
"""The year ends that the data cover; a record without a year was there before the first or is there still."""

LEVELS = {1: "province", 2: "prefecture", 3: "county", 4: "township"}


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """One division under one name; the gazetteer makes each once, so that one is equal to itself alone.

    depth         1 for a province, 2 for a prefecture, 3 for a county, 4 for a township
    first, last   the years at whose end it was in the list; None where it goes on beyond what is covered
    stem          the name without its kind (沈荡镇 has none); pinyin its readings, syllables apart, `chao|zhao yang`
    heirs         codes of what it became: (code, True) for the same place under a new code or name, False for a merger
    listed        False for a township that the list marks as abolished, at an unknown time before 2026
    """

    code: str
    name: str
    depth: int
    first: int | None = None
    last: int | None = None
    stem: str = ""
    pinyin: str = ""
    heirs: tuple[tuple[str, bool], ...] = ()
    listed: bool = True

    @property
    def level(self) -> str:
        """`province`, `prefecture`, `county` or `township`."""
        return LEVELS[self.depth]

    def stands_in(self, year: int | None) -> bool:
        """Whether the division was in the list at the end of the year; None asks for today."""
        asked = LAST_YEAR if year is None else year
        return (self.first or 0) <= asked and (self.last is None or asked <= self.last)


@lru_cache(maxsize=1 << 16)
def depth_of(code: str) -> int:
    """The depth that a code shows: 1 for 330000, 2 for 330400, 3 for 330424, 4 for 330424101."""
    if len(code) > 6:
        return 4
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


class Gazetteer:
    """All divisions, looked up by code and by name. Made once by `gazetteer()`; takes about 0.1 s to load."""

    def __init__(self, text: str) -> None:
        self.by_code: dict[str, list[Division]] = {}
        self.by_name: dict[str, list[Division]] = {}
        self.by_stem: dict[str, list[Division]] = {}
        self.area_codes: dict[str, tuple[str, ...]] = {}
        self._township_lines: dict[str, str] = {}
        for line in text.splitlines():
            kind, *fields = line.split("\t")
            if kind == "D":
                self._add_upper(fields)
            elif kind == "T":
                self._township_lines[fields[0]] = fields[1]
            else:
                self.area_codes[fields[0]] = tuple(fields[1].split("|"))
        self._heirs: dict[str, frozenset[str]] = {}
        self._made: dict[str, Division] = {}

    def _add_upper(self, fields: list[str]) -> None:
        code, name, first, last, aliases, stem, pinyin, heirs = fields
        became = tuple((heir.lstrip("+"), heir[0] != "+") for heir in heirs.split("|")) if heirs else ()
        years = (int(first) if first else None, int(last) if last else None)
        division = Division(code, name, depth_of(code), *years, stem, pinyin, became)
        self.by_code.setdefault(code, []).append(division)
        for form in (name, *aliases.split("|")) if aliases else (name,):
            self.by_name.setdefault(form, []).append(division)
        if stem:
            self.by_stem.setdefault(stem, []).append(division)

    # --- by code ---

    def of_code(self, code: str, year: int | None = None) -> Division | None:
        """The division of a code under its name of the year; its latest name where it did not stand then; None if unknown."""
        if len(code) == 9:
            return self._township(code)
        known = self.by_code.get(code, ())
        return next((one for one in known if one.stands_in(year)), max(known, key=lambda one: one.first or 0, default=None))

    def parent(self, code: str) -> str | None:
        """The code of the division above; None for a province. 东城区 of Beijing and 仙桃市 are right under theirs."""
        depth = depth_of(code)
        if depth == 4:
            return code[:6]
        above = code[:4] + "00"
        if depth == 3 and above in self.by_code:
            return above
        return code[:2] + "0000" if depth > 1 else None

    def path(self, code: str, year: int | None = None) -> tuple[str, ...]:
        """The names from the province down to the division, as they were in the year."""
        names: list[str] = []
        at: str | None = code
        while at is not None:
            division = self.of_code(at, year)
            names.append(division.name if division else at)
            at = self.parent(at)
        return tuple(reversed(names))

    def lies_in(self, code: str, area: str) -> bool:
        """Whether a division is the area or lies in it, following areas that became others: 惠南镇 of 浦东新区 lies in 南汇区."""
        depth = depth_of(area)
        if depth == 4:
            return code == area
        if code.startswith(area if depth == 3 else area[: depth * 2]):
            return True
        return depth == 3 and depth_of(code) >= 3 and code[:6] in self.heirs(area)

    # --- in time ---

    def heirs(self, code: str) -> frozenset[str]:
        """The codes of today that a code's territory went to, the code itself included."""
        found = self._heirs.get(code)
        if found is None:
            todo, seen = [code], {code}
            while todo:
                for division in self.by_code.get(todo.pop(), ()):
                    fresh = {heir for heir, _ in division.heirs} - seen
                    seen |= fresh
                    todo += fresh
            found = self._heirs[code] = frozenset(seen)
        return found

    def in_year(self, division: Division, year: int | None) -> Division | None:
        """The same place as it was in the year; None where it was not a division of its own then.

        Renames and new codes are followed both ways, mergers are not: 呈贡区 in 2010 is 呈贡县.
        """
        at, steps = division, 0
        while not at.stands_in(year) and steps < 8:
            before = (at.first or 0) > (LAST_YEAR if year is None else year)
            step = self._forerunner(at) if before else self._successor(at)
            if step is None:
                return None
            at, steps = step, steps + 1
        return at if at.stands_in(year) else None

    def _successor(self, division: Division) -> Division | None:
        heirs = [code for code, same in division.heirs if same]
        if len(heirs) != 1 or division.last is None:
            return None
        later = self.of_code(heirs[0], division.last + 1)
        return later if later is not division else None

    def _forerunner(self, division: Division) -> Division | None:
        found = [one for one in self._ended.get(division.code, ()) if one.last is not None and one.last + 1 == division.first]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _ended(self) -> dict[str, list[Division]]:
        found: dict[str, list[Division]] = {}
        for division in self.uppers():
            for heir, same in division.heirs:
                if same:
                    found.setdefault(heir, []).append(division)
        return found

    # --- townships ---

    def townships_of(self, county: str) -> tuple[Division, ...]:
        """The townships of a county (or of a city without counties) as they stand in 2026; () for an unknown code."""
        codes = [county + item.partition("=")[0][-3:] for item in self._township_lines.get(county, "").split()]
        return tuple(one for code in codes if (one := self._township(code)) is not None)

    def _township(self, code: str) -> Division | None:
        made = self._made.get(code)
        if made is None and (name := self._townships[1].get(code)):
            made = self._made[code] = Division(code, name.lstrip("-"), 4, listed=name[0] != "-")
        return made

    @property
    def by_township(self) -> dict[str, list[str]]:
        """Codes of townships by name, and by short form for those named after a people (三宝乡 for 三宝彝族乡)."""
        return self._townships[0]

    @cached_property
    def _townships(self) -> tuple[dict[str, list[str]], dict[str, str]]:
        codes: dict[str, list[str]] = {}
        names: dict[str, str] = {}
        for county, line in self._township_lines.items():
            for item in line.split(" "):
                long, _, alias = item.partition("=") if "=" in item else (item, "", "")
                code, name = county + long[-3:], long[:-3]
                names[code] = name
                codes.setdefault(name.lstrip("-"), []).append(code)
                if alias:
                    codes.setdefault(alias, []).append(code)
        return codes, names

    @cached_property
    def sizes(self) -> dict[str, tuple[int, ...]]:
        """How long the names and stems are of counties and above are, by their first two characters, the longest first."""
        return _sizes([*self.by_name, *self.by_stem])

    @cached_property
    def full_sizes(self) -> dict[str, tuple[int, ...]]:
        """The lengths of the full names alone."""
        return _sizes(self.by_name)

    @cached_property
    def township_sizes(self) -> dict[str, tuple[int, ...]]:
        """The lengths of the townships' names by their first two characters, the longest first."""
        return _sizes(self.by_township)

    def uppers(self) -> Iterator[Division]:
        """Every record above the townships, in order of code."""
        for records in self.by_code.values():
            yield from records

    def counties(self) -> Iterator[str]:
        """The codes under which townships are listed."""
        yield from self._township_lines


def _sizes(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


@cache
def gazetteer() -> Gazetteer:
    """The divisions, read from the data file at the first call."""
    return Gazetteer(lzma.decompress(DATA.read_bytes()).decode())
