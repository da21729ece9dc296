"""A release as `nianbao release` writes it, in the web pages: figures with their place, search, no link to what it lacks."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from explorer.opening import Source, source_of
from models.database import open_engine
from models.exports.release import release


@pytest.fixture(scope="module")
def look(
    demo_url: str, looking: Callable[[Source], Callable[..., Any]], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Any]:
    """The pages on a release of the demo data."""
    folder = tmp_path_factory.mktemp("released") / "release"
    engine = open_engine(demo_url)
    release(engine, folder, None, date(2026, 1, 1))
    engine.dispose()
    return looking(source_of(folder, "", folder))


def test_a_figure_of_a_release_leads_to_its_place_and_its_source(look: Callable[..., Any]) -> None:
    shown = look("/nianbao/facts?division=青岚县&year=2019&code=applications.new&applicant=total&origin=form").text
    (figure,) = set(re.findall(r'href="(/-/figure/\d+/\d+)"', shown))
    assert ">８５</mark>" in look(figure).text
    assert "/-/capture/" not in shown, "a release has no captures"


def test_search_and_questions_work_on_a_release(look: Callable[..., Any]) -> None:
    assert "<mark>热线</mark>" in look("/-/search?q=热线&year=2012").text
    home = look("/").text
    assert "/nianbao/trend-of-a-place" in home
    assert "/nianbao/sites-health" not in home, "what a release cannot answer is not asked"
    rows = look("/nianbao/trend-of-a-place.json?place=青岚县&_shape=objects").json()["rows"]
    assert rows[6] == {"year": 2018, "value": 31, "edition": "2014", "comparability": "full"}


def test_the_charts_stand_on_a_release_too(look: Callable[..., Any]) -> None:
    assert look("/-/dashboards/trend?place=青岚县&series=applications_received").status_code == 200
    assert look("/-/dashboards/coverage?level=county").status_code == 200
