"""The probe over real HTTP: every demo site from its home page alone, and portals that it was not made with."""

import json
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crawler.registry import read_site
from demo.families import START
from demo.places import PLANS
from demo.web import DemoWeb
from tests import nursery
from tests.crawler import odd_portals

HERE = Path(__file__).parent
FAMILIES = {
    "qinglan": "trs", "moting": "hanweb", "heyin": "static", "weibo": "ucap", "cangping": "vsb", "shuangdu": "nfcms",
    "luyan": "static", "tangyu": "gkmlpt",
}  # fmt: skip


@dataclass(frozen=True)
class Probed:
    """What was found on each portal, by its key; the folder of the archive; the bases of the sites."""

    told: dict[str, dict[str, Any]]
    data: Path
    bases: dict[str, str]


@pytest.fixture(scope="module")
def probed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Probed]:
    folder = tmp_path_factory.mktemp("probe")
    with ExitStack() as stack:
        web = stack.enter_context(DemoWeb())
        homes = {key: f"{base}/" for key, base in web.sites.items()}
        homes |= {key: stack.enter_context(odd_portals.served(portal)) for key, portal in odd_portals.PORTALS.items()}
        words = [str(folder / "data"), str(folder / "out.jsonl"), *homes.values()]
        done = nursery.run(words, HERE.parents[1], {}, script=HERE / "probing_portals.py")
        assert done.returncode == 0, done.stderr[-3000:]
        lines = [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
        yield Probed(dict(zip(homes, lines, strict=True)), folder / "data", homes)


def _paths(told: dict[str, Any]) -> dict[str, str | None]:
    return {odd_portals.path_of(url): unit for url, unit in told["found"].items()}


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_the_column_and_family_of_a_demo_site_are_found_from_its_home_page(probed: Probed, plan: Any) -> None:
    told = probed.told[plan.key]
    assert told["family"] == FAMILIES[plan.key]
    if plan.key == "weibo":
        assert sorted(told["found"].values()) == ["云簌镇", "柳笛镇", "石萤乡"]
    elif plan.key == "tangyu":
        assert list(_paths(told)) == ["/gkmlpt/api/all/2187?page=1&sid=755077"]
    else:
        assert _paths(told) == {START[plan.family]: None}
    assert told["candidates"] == []


@pytest.mark.parametrize("key", odd_portals.PORTALS)
def test_an_odd_portal_gives_its_lists_and_nothing_else(probed: Probed, key: str) -> None:
    told, portal = probed.told[key], odd_portals.PORTALS[key]
    assert _paths(told) == portal.lists
    assert told["family"] == (portal.family or None)
    assert [odd_portals.path_of(url) for url in told["candidates"]] == list(portal.candidates) or portal.lists


def test_the_row_is_one_that_the_registry_accepts(probed: Probed, tmp_path: Path) -> None:
    for key, told in probed.told.items():
        if told["row"]:
            (tmp_path / f"{key}.toml").write_text(told["row"], encoding="utf-8")
            site = read_site(tmp_path / f"{key}.toml")
            assert not site.visited
            assert site.allow_private


def test_a_list_asked_for_by_script_begins_at_the_page_with_the_script(probed: Probed) -> None:
    assert tomllib.loads(probed.told["scripted"]["row"])["start"] == [probed.bases["scripted"] + "open/annual"]
    assert tomllib.loads(probed.told["tangyu"]["row"])["start"] == [probed.bases["tangyu"] + "gkmlpt/index"]


def test_bureaus_below_a_column_become_columns_that_hold_all_their_years(probed: Probed) -> None:
    row = tomllib.loads(probed.told["bureaus"]["row"])
    columns = {column["publisher"]: (column["url"].rpartition("/gk")[2], column["level"]) for column in row["columns"]}
    assert columns == {"岚迳县公安局": ("/nb/xgaj/", "department"), "岚迳县教育局": ("/nb/xjyj/", "department")}


def test_a_challenge_page_is_said_and_not_got_round(probed: Probed) -> None:
    told = probed.told["shielded"]
    assert [outcome for _, outcome in told["troubles"]] == ["blocked"]
    assert told["asked"] == 1
    assert told["row"] is None


def test_few_pages_are_asked_for_and_none_into_a_look_alike(probed: Probed) -> None:
    assert all(told["asked"] <= 12 for told in probed.told.values())
    assert not any("/zwgk/c" in url for url, _ in probed.told["postback"]["troubles"])


def test_the_bytes_of_a_probe_are_archived(probed: Probed) -> None:
    assert sum(file.stat().st_size for file in (probed.data / "warc").glob("*.warc.gz")) > 10_000
    assert not (probed.data / "nianbao.sqlite").exists()
