"""The placing gate: the labelled places, with floors and a digest that cannot be lowered silently."""

from __future__ import annotations

import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

HERE = Path(__file__).parent

DIGEST = "a416c2e7103ce86334fcb96a92857e82088391fcc1e7eb87b779d9a4c93b8afa"
"""SHA-256 of tests/labelled/places. Whoever changes the set changes this line too and says why in the commit."""

FLOOR = 0.98
"""Share of the cases whose division (and level, where labelled) must be right: issue 7, item 6."""

SIZE, OPEN = 480, 55
"""Cases that the set must have at least, and those among them that must stay open."""



def _module(name: str) -> ModuleType:
    """The sibling file as a module: tests are no package, so it cannot be imported by name."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


placing_score = _module("placing_score")


@pytest.fixture(scope="module")
def cases() -> list[Any]:
    scored: list[Any] = placing_score.scored()
    return scored


def test_places_the_labelled_set_at_least_as_well_as_the_floor(cases: list[Any]) -> None:
    missed = [f"{one.case}: {one.code} {one.level}, got {one.got} {one.placement.level}" for one in cases if not one.right]
    assert 1 - len(missed) / len(cases) >= FLOOR, "\n".join(missed)


def test_places_none_of_those_that_may_be_several(cases: list[Any]) -> None:
    assert [(one.case, one.got) for one in cases if one.code is None and one.got is not None] == []


def test_places_none_in_a_division_other_than_the_labelled_one(cases: list[Any]) -> None:
    assert [(one.case, one.code, one.got) for one in cases if one.got is not None and one.got != one.code] == []


def test_floor_is_that_of_the_issue() -> None:
    assert FLOOR == 0.98


def test_set_is_the_one_that_the_floor_was_measured_on(cases: list[Any]) -> None:
    assert placing_score.digest() == DIGEST
    assert len(cases) >= SIZE
    assert sum(one.code is None for one in cases) >= OPEN


def _known() -> dict[str, str]:
    """Codes of the facts' publishers, looked up by hand."""
    with (HERE.parent / "labelled" / "places" / "publishers.csv").open(encoding="utf-8", newline="") as file:
        return {row["publisher"]: row["code"] for row in csv.DictReader(file)}


def test_publishers_of_the_facts_are_placed_by_their_names_alone() -> None:
    facts = HERE.parents[1].parent / "shared" / "facts" / "real-addresses.csv"
    if not facts.exists():
        pytest.skip("the shared facts are not beside this checkout")
    known = _known()
    with facts.open(encoding="utf-8", newline="") as file:
        rows = [(row["publisher"], int(row["report_year"])) for row in csv.DictReader(file)]
    wrong = []
    for name, year in rows:
        placement = placing_score.place_header({"publisher": name, "year": year})
        if placement.division is None or placement.division.code != known[name]:
            wrong.append((name, year, known[name], placement))
    assert (wrong, len(rows)) == ([], 43)


def test_seeds_are_placed_as_a_careful_reader_places_them() -> None:
    from crawler.offline import read_file
    from pipelines.place import OPENING, place
    from pipelines.placing.evidence import Around

    seeds = HERE.parents[1].parent / "shared" / "seeds"
    if not seeds.exists():
        pytest.skip("the shared seeds are not beside this checkout")
    wanted = {"000": "330424101", "001": "640121", "002": "360732201", "003": "140423", "004": "520200"}
    placed = {}
    for file in sorted(seeds.glob("*.txt")):
        reading = read_file(file)
        report = reading.reports[0]
        opening = reading.outline.text[report.start : report.start + OPENING]
        placement = place(report, reading.page, None, around=Around(opening, (), reading.furniture))
        placed[file.name[:3]] = placement.division.code if placement.division else None
    assert placed == wanted
