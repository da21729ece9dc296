"""From a printed name and the evidence of its page to a placement: one division, or open with its candidates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from models.divisions import Division, depth_of, gazetteer
from pipelines.field.names import level_of
from pipelines.folding import squeeze
from pipelines.items import DivisionRef, Level, Placement, PlaceVote
from pipelines.placing.evidence import Area, DivisionRow, supports, weight_for
from pipelines.placing.hosts import labels_of, spelling
from pipelines.placing.printed import Named, renamed

ENOUGH, MARGIN = 2, 2
"""What the evidence for one of several places of a name must weigh, and by how much it must outweigh every other."""

ESTABLISHED = 4
"""What the evidence for a place must weigh that the publisher's name does not say."""

MOST = 40
"""Candidates that are weighed; a name that more places share is decided by the county alone."""

SHOWN = 12
"""Candidates and codes that a placement keeps."""

_TELLING = frozenset(
    {"registry", "title", "compiler", "office", "site", "breadcrumb", "siblings", "credit code", "SiteIDCode", "list"}
)
"""Sources that may say whose report it is; an address or a telephone number only says where the office stands."""

_RELATIVE = re.compile(
    r"(?:我|本|全|该)?(?P<kind>省|自治区|市|州|县|区|旗|乡|镇|街道)(?:人民)?(?:政府|党政|政务公开|政府信息公开|信息公开|委|办|$|直|属|级)"
)
_DEPTHS = {"省": (1,), "自治区": (1,), "市": (1, 2, 3), "州": (2,), "县": (3,), "区": (3,), "旗": (3,)}


@dataclass(slots=True)
class Case:
    """What is to be decided: the publisher as stated, what its name says, the evidence, the year, the report's opening."""

    publisher: str | None
    named: Named | None
    areas: list[Area]
    row: DivisionRow | None
    year: int | None
    host: str | None
    level: Level | None
    opening: str


@dataclass(frozen=True, slots=True)
class _Choice:
    """A decision before it is written down: the code chosen, the codes it might be, why, whether a township is meant."""

    code: str | None
    candidates: tuple[str, ...]
    reason: str
    is_town: bool = False


def decide(case: Case) -> Placement:
    """The placement of one report. Never guesses: what two places may be stays open with both."""
    own = _own_row(case)
    if own is not None:
        return Placement(own, _level(case, own.code), _votes(case, own.code, ()), (), "the registry's own division")
    choice = _choose(case)
    shown = tuple(reference(code, case.year) for code in choice.candidates[:SHOWN]) if choice.code is None else ()
    division = _reference(case, choice.code) if choice.code else None
    level = _level(case, choice.code, choice.is_town)
    return Placement(division, level, _votes(case, choice.code, choice.candidates), shown, choice.reason)


@lru_cache(maxsize=1 << 16)
def reference(code: str, year: int | None) -> DivisionRef:
    """The division of a code as it was called in the year."""
    path = gazetteer().path(code, year)
    return DivisionRef(code, path[-1], path)


def _reference(case: Case, code: str) -> DivisionRef:
    if case.row is not None and case.row.code == code and gazetteer().of_code(code) is None:
        return DivisionRef(code, case.row.name, tuple(case.row.path))
    return reference(code, case.year)


def _own_row(case: Case) -> DivisionRef | None:
    """The registry's division where no list has its code and the publisher is named after it, or after nothing that is known."""
    row = case.row
    if row is None or gazetteer().of_code(row.code) is not None:
        return None
    name = squeeze(case.publisher or "")
    bears = any(part and part in name for part in (row.name, *row.path[1:]))
    elsewhere = case.named is not None and bool(case.named.divisions) and (case.named.town is None or bool(case.named.above))
    return DivisionRef(row.code, row.name, tuple(row.path)) if bears or not elsewhere else None


# --- which division ---


def _choose(case: Case) -> _Choice:
    named = case.named
    if named is None:
        return _without_name(case)
    if named.unknown is not None:
        return _Choice(None, (), f"no list has a place named {named.unknown}")
    if named.town is not None:
        return _town(case, named)
    codes, past = _in_year(named.divisions, case.year)
    choice = _one_of(case, codes, f"the name {_shown(named)}")
    if choice.code is None or not past:
        return choice
    return _Choice(choice.code, choice.candidates, f"{choice.reason}; it was not in the list of {case.year}")


def _town(case: Case, named: Named) -> _Choice:
    """A township: among those of the printed county, or among all of its name by the other evidence."""
    town = named.town or ""
    if any(one.depth > 1 for one in named.above):
        if named.divisions:
            note = "" if named.found else f": {town} is listed under a later name"
            return _one_of(case, [one.code for one in named.divisions], f"the name {_shown(named)}{note}", is_town=True)
        counties, _ = _in_year(named.above, case.year)
        choice = _one_of(case, counties, f"no list has {town}: placed in what is printed before it", is_town=True)
        if choice.code is not None and depth_of(choice.code) < 3 and not _has_no_counties(choice.code):
            return _Choice(None, (), f"no list has {town} in {'、'.join(one.name for one in named.above[:3])}", True)
        return choice
    county = _established(case, (3,))
    codes = [one.code for one in named.divisions]
    best = _by_evidence(case, codes) if codes else None
    if best is not None and (county is None or gazetteer().lies_in(best, county)):
        return _Choice(best, tuple(codes), f"{town} in the county that the other evidence gives", True)
    if county is None:
        return _Choice(None, tuple(codes), f"{town} is printed without its county, and no other evidence decides", True)
    known = gazetteer().of_code(county)
    later = renamed(town, (known,)) if known else ()
    if later:
        return _Choice(later[0].code, tuple(codes), f"{town} by its later name in the county that the other evidence gives", True)
    return _Choice(county, tuple(codes), f"no list has {town}: placed in the county that the other evidence gives", True)


def _has_no_counties(code: str) -> bool:
    """True for a prefecture such as 东莞市, whose townships are right under it."""
    return depth_of(code) == 2 and code[:4] not in _with_counties()


@cache
def _with_counties() -> frozenset[str]:
    return frozenset(code[:4] for code in gazetteer().by_code if depth_of(code) == 3)


def _one_of(case: Case, codes: list[str], why: str, *, is_town: bool = False) -> _Choice:
    """The only code, or the one that the evidence decides for; else open with all."""
    if len(codes) == 1:
        return _Choice(codes[0], tuple(codes), why, is_town)
    best = _by_evidence(case, codes)
    if best is not None:
        return _Choice(best, tuple(codes), f"{why}, which {len(codes)} places share, and the other evidence", is_town)
    shared = f"which {len(codes)} places share" if codes else "which stood in no such year"
    return _Choice(None, tuple(codes), f"{why}, {shared}", is_town)


def _by_evidence(case: Case, codes: Sequence[str]) -> str | None:
    """The code that the evidence clearly decides for, above every other code and above every place elsewhere."""
    if not codes or len(codes) > MOST:
        return None
    scores = dict.fromkeys(codes, 0)
    elsewhere = 0
    for area in [*case.areas, *_spelt(case, codes)]:
        inside = [code for code in codes if supports(area, code)]
        for code in inside:
            scores[code] += weight_for(area, code)
        if not inside:
            elsewhere += area.weight
    ranked = sorted(scores, key=lambda code: -scores[code])
    best = ranked[0]
    second = scores[ranked[1]] if len(ranked) > 1 else 0
    return best if scores[best] >= max(ENOUGH, second + MARGIN, elsewhere + 1) else None


def _spelt(case: Case, codes: Iterable[str]) -> list[Area]:
    """What the host's spelling says about the candidates."""
    labels = labels_of(case.host) if case.host else ()
    if not labels:
        return []
    surely = {code: spelling(labels, code[:6]) for code in codes}
    return [Area("host", case.host or "", tuple(code for code in surely if surely[code] == weight), weight)
            for weight in (2, 1) if weight in surely.values()]  # fmt: skip


def _without_name(case: Case) -> _Choice:
    """我镇, 县政府办公室, 教育局: the registry's division, else the one place that the telling evidence establishes."""
    depths: tuple[int, ...] = (1, 2, 3, 4)
    match = _RELATIVE.match(squeeze(case.publisher or ""))
    if match:
        depths = _DEPTHS.get(match["kind"], (4,))
    if case.row is not None and (not match or depth_of(case.row.code) in depths):
        return _Choice(case.row.code, (case.row.code,), "the publisher names no place; the registry's division")
    code = _established(case, depths)
    if code is None:
        return _Choice(None, (), "the publisher names no place, and no other evidence decides")
    return _Choice(code, (code,), "the publisher names no place; the one that the other evidence gives")


def _established(case: Case, depths: tuple[int, ...]) -> str | None:
    """The one division of these depths that the telling evidence names, when it outweighs every other; else None."""
    telling = [area for area in case.areas if area.source in _TELLING and len(area.codes) <= SHOWN]
    found: dict[str, int] = {}
    for area in telling:
        for code in area.codes:
            for cut in (code, code[:6]):
                if depth_of(cut) in depths:
                    found.setdefault(cut, 0)
    for code in found:
        # What allows several places establishes none of them; it only adds to what names one.
        found[code] = sum(area.weight for area in case.areas if supports(area, code)) - sum(
            area.weight for area in telling if not supports(area, code))  # fmt: skip
    ranked = sorted(found, key=lambda code: (-found[code], -depth_of(code)))
    rivals = [code for code in ranked[1:] if not gazetteer().lies_in(ranked[0], code)]
    if not ranked or found[ranked[0]] < ESTABLISHED or (rivals and found[ranked[0]] < found[rivals[0]] + MARGIN):
        return None
    alone = any(area.codes == (code,) or code in area.codes[:1] for area in telling for code in ranked[:1])
    return ranked[0] if alone or len(ranked[0]) == 6 else None


def _in_year(divisions: Iterable[Division], year: int | None) -> tuple[list[str], bool]:
    """The codes of the divisions as they were in the year, and whether none of them stood then and it is their last years' codes.

    A name that was given up still names the place in later papers; one that was not yet given names nothing.
    """
    known = gazetteer()
    # 巢湖市 was a prefecture in 2010, and what is 巢湖市 now was 居巢区: the name means who bore it then.
    standing = [one.code for one in divisions if one.stands_in(year)]
    standing = standing or [one.code for division in divisions if (one := known.in_year(division, year)) is not None]
    if standing:
        return list(dict.fromkeys(standing)), False
    gone = [one.code for one in divisions if one.last is not None and (year is None or one.last < year)]
    return list(dict.fromkeys(gone)), True


def _shown(named: Named) -> str:
    return named.town or "/".join(dict.fromkeys(one.name for one in named.divisions[:3]))


# --- what is said of the decision ---


def _level(case: Case, code: str | None, is_town: bool = False) -> Level | None:
    """The level of the publisher: that of its place, `department` for an office that is not the place's government."""
    named = case.named
    if named is not None and named.is_government and (named.divisions or is_town):
        if is_town or named.town is not None:
            return "township"
        if code is not None and case.level in (None, "province", "prefecture", "county"):
            return _DEPTH_LEVEL[depth_of(code)]
    if case.level is not None:
        return case.level
    known = level_of(case.publisher, case.opening, code) if case.publisher else None
    # An office of a kind that no rule knows (红十字会) is an office all the same.
    return known or ("department" if named is not None and named.divisions and not named.is_government else None)


_DEPTH_LEVEL: dict[int, Level] = {1: "province", 2: "prefecture", 3: "county", 4: "township"}


def _votes(case: Case, chosen: str | None, candidates: tuple[str, ...]) -> tuple[PlaceVote, ...]:
    """Every vote, the publisher's name first, and whether the decision followed it."""
    votes = []
    if case.publisher:
        codes = candidates[:SHOWN] if case.named is not None else ()
        votes.append(PlaceVote("publisher", case.publisher[:120], codes, chosen is not None and bool(codes)))
    for area in [*case.areas, *_spelt(case, candidates[:MOST] or ((chosen,) if chosen else ()))]:
        votes.append(PlaceVote(area.source, area.said, area.codes[:SHOWN], chosen is not None and supports(area, chosen)))
    return tuple(votes)
