"""The TOML row that a search comes to: what was found as fields, what is not settled as comments with its candidates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from crawler.addresses import netloc_of
from crawler.pages.wordings import is_town, is_unit, is_year_link, years_in
from crawler.probing.search import Search, best_of
from crawler.probing.verdict import ColumnSeen, family_of
from crawler.probing.whose import Whose, is_township, unit_division
from models.divisions import Division, gazetteer

_KEY = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """The row to add, as text; `key` is the site's, `family` with its evidence, `is_settled` False where a person must look."""

    key: str
    text: str
    family: str
    evidence: tuple[str, ...]
    is_settled: bool


def propose(search: Search, place: Whose, today: date, *, allow_private: bool = False) -> Proposal | None:
    """The row of what a search found; None when it found no list."""
    columns = search.found
    if not columns:
        return None
    family, evidence = family_of(columns, search.sample)
    own = [column for column in columns if column.way.unit is None]
    units = [column for column in columns if column.way.unit is not None]
    key = _key_of(search.home, place.division)
    level = place.division.level if place.division else "township" if is_township(place.name or "") else "county"
    starts = list(dict.fromkeys(_starts(own or units, search)))
    lines = [f"key = {_text(key)}", f"name = {_text(_publisher(place))}", f"level = {_text(level)}", f"family = {_text(family)}"]
    if place.division is None:
        lines[2] += "  # not settled: the division is not known"
    lines += [f"start = {_texts(starts)}", *_hosts(search, columns, starts)]
    lines += ["allow_private = true", "delay = 0"] if allow_private else []
    lines += [f"caveats = {_texts([f'found by `nianbao sites probe` on {today} from {search.home}'])}", "visited = false"]
    text = "\n".join([*lines, "", *_division(place)]) + "\n" + "".join(_units(units, search, place))
    return Proposal(key, text, family, tuple(evidence), place.division is not None)


def _starts(columns: Sequence[ColumnSeen], search: Search) -> Iterable[str]:
    """Where a crawl begins: each list, or the column above lists that stand there a year each or a unit each."""
    parents = [column.way.parent for column in columns]
    above = {held.url for held in search.columns if parents.count(held.url) >= 2}
    for column in columns:
        begins = _begin(column, search)
        yield column.way.parent if begins == column.url and column.way.parent in above else begins


def _begin(column: ColumnSeen, search: Search) -> str:
    """Where one list begins: the column above it where it holds a single year, so that next year's is found too."""
    parent, label = column.way.parent, column.way.label
    one_year = is_year_link(label) or bool(years_in(label))
    if parent and one_year and any(held.url == parent for held in search.columns):
        return parent
    return column.start


def _hosts(search: Search, columns: Sequence[ColumnSeen], starts: Sequence[str]) -> list[str]:
    """Further hosts that the lists' reports stand on."""
    begun = {netloc_of(url) for url in [*starts, *(column.url for column in columns)]}
    hosts = {netloc_of(entry.url) for column in columns for entry in column.reports} - begun
    found = sorted(host for host in hosts if host)
    return [f"hosts = {_texts(found)}"] if found else []


def _division(place: Whose) -> list[str]:
    if place.division is not None:
        return ["[division]", *_division_lines(place.division)]
    lines = [f"# division: not settled; {'; '.join(place.reasons)}"]
    for one in place.candidates[:8]:
        path = _texts(gazetteer().path(one.code))
        lines.append(f"# division = {{ code = {_text(one.code)}, name = {_text(one.name)}, path = {path} }}")
    return lines


def _division_lines(division: Division) -> list[str]:
    path = gazetteer().path(division.code)
    return [f"code = {_text(division.code)}", f"name = {_text(division.name)}", f"path = {_texts(path)}"]


def _units(columns: Sequence[ColumnSeen], search: Search, place: Whose) -> Iterable[str]:
    """The columns of towns and bureaus, each address once."""
    begun = {_begin(column, search): column.way.unit or "" for column in columns}
    for url, unit in begun.items():
        office, level = _office(unit, place.place)
        lines = ["", "[[columns]]", f"url = {_text(url)}", f"publisher = {_text(office)}", f"level = {_text(level)}"]
        town = unit_division(unit, place.division) if level == "township" else None
        if town is not None:
            lines += ["", "[columns.division]", *_division_lines(town)]
        elif level == "township":
            lines.append("# division: no single town of that name is known")
        yield "\n".join(lines) + "\n"


def _office(unit: str, above: str) -> tuple[str, str]:
    """The full name of a town's government or of a bureau, the county's name before it, and its level."""
    kind = above[-1:]
    bare = unit[1:] if kind in "县区市旗" and unit[:1] == kind else unit  # 县教育局 of 岚迳县
    name = unit if unit.startswith(above) else above + bare
    if is_unit(unit) and not is_town(unit):
        return name, "department"
    if re.search(r"(?:人民政府|办事处|管委会|开发区)$", unit):
        return name, "township"
    return (name + "办事处" if unit.endswith("街道") else name + "人民政府"), "township"


def _publisher(place: Whose) -> str:
    """Whose reports the portal's own are: the division's government, else the name the portal gives itself."""
    if place.division is not None:
        named = place.division.name
        above = gazetteer().path(place.division.code)[-2:-1] if place.division.depth == 4 else ()
        return "".join(above) + (f"{named}办事处" if named.endswith("街道") else f"{named}人民政府")
    return f"{place.place}人民政府" if place.place else place.name or "未定"


def _key_of(url: str, division: Division | None) -> str:
    """A key for the site: the division's name in letters, else its host."""
    if division is not None and division.pinyin:
        key = "".join(part.split("|")[0] for part in division.pinyin.split(" "))
    else:
        key = _KEY.sub("-", (urlsplit(url).hostname or "site").removeprefix("www.").removesuffix(".gov.cn"))
    key = _KEY.sub("-", key.lower()).strip("-")[:50]
    return key if len(key) >= 2 else f"site-{key}"


def newest(search: Search) -> str | None:
    """The address of the report that is looked at to be sure of the family; None where no list was found."""
    column = best_of(search.found)
    return column.reports[0].url if column else None


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML basic string


def _texts(values: Iterable[str]) -> str:
    return "[" + ", ".join(_text(value) for value in values) + "]"
