"""`nianbao findings`: what is listed, on a narrow screen too, and what a verdict says back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.console import Console

from models.database import open_engine
from pipelines.items import Finding
from pipelines.store import Store
from tests.conftest import Pages
from tests.night.commands import Installation

RULE = "f14-channel-website"
MESSAGE = "channel.website should be <= disclosure.total: found 3480 and 1841"


@pytest.mark.parametrize("width", [120, 80])
def test_a_rule_is_whole_and_nothing_is_cut_however_narrow_the_screen(
    width: int, tmp_path: Path, sqlite_template: Path, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Installation(tmp_path)
    here.prepare(sqlite_template)
    engine = open_engine(here.database)
    reading = pages.reading([pages.fact("disclosure.total", 1841)])
    reading.reports[0].findings = [Finding(RULE, "fail", MESSAGE, "3480 (of 1200, 1200, 540, 540)", "1841")]
    store = Store(engine)
    store.add(reading)
    store.close()
    engine.dispose()
    monkeypatch.setattr("crawler.cli.screens._screen", Console(width=width))
    shown = here.type("findings", "list").stdout
    assert f"│ {RULE} │" in shown
    assert "…" not in shown
    cells = [[cell.strip() for cell in line.split("│")] for line in shown.splitlines() if line.startswith("│")]
    assert "".join(row[7] for row in cells).replace(" ", "") == MESSAGE.replace(" ", "")


@pytest.fixture
def here(tmp_path: Path, sqlite_template: Path, pages: Pages) -> Installation:
    """An installation with one report, on which one rule fails, one is uncertain and one passes."""
    made = Installation(tmp_path)
    made.prepare(sqlite_template)
    engine = open_engine(made.database)
    reading = pages.reading([pages.fact("disclosure.total", 1841)])
    reading.reports[0].findings = [
        Finding(RULE, "fail", MESSAGE, "3480", "1841", tuple(reading.reports[0].facts)),
        Finding("f14-review", "uncertain", "a figure is blank", "2", "missing or blank"),
        Finding("f14-staff", "pass", "holds", "2", "2"),
    ]
    store = Store(engine)
    store.add(reading)
    store.close()
    engine.dispose()
    return made


def listed(here: Installation, *options: str) -> list[str]:
    lines = here.type("findings", "list", "--json", *options).stdout.splitlines()
    return [json.loads(line)["rule"] for line in lines]


def test_findings_are_listed_by_place_site_year_and_outcome(here: Installation) -> None:
    assert listed(here) == [RULE]
    assert listed(here, "--in", "清水县", "--year", "2018", "--site", "qingshui") == [RULE]
    assert listed(here, "--in", "甘肃省") == listed(here, "--in", "清水县人民") == [RULE]
    assert listed(here, "--year", "2019") == []
    assert listed(here, "--outcome", "any") == ["f14-channel-website", "f14-review", "f14-staff"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--rule", "foo"), "expected the name of a rule, found 'foo'; rules that fail on some report: f14-channel-website"),
        (("--site", "nowhere"), "expected the key of a site that was crawled, found 'nowhere'"),
        (("--in", "无此县"), "no report of '无此县' is stored"),
    ],
)
def test_a_wrong_name_is_a_clear_error(here: Installation, options: tuple[str, str], said: str) -> None:
    done = here.type("findings", "list", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr.replace("\n", "")


def test_a_known_rule_that_finds_nothing_is_an_empty_list(here: Installation) -> None:
    done = here.type("findings", "list", "--rule", "f14-litigation")
    assert done.returncode == 0
    assert "0 finding(s)" in done.stdout


def number_of(here: Installation) -> str:
    (found,) = here.type("findings", "list", "--json").stdout.splitlines()
    return str(json.loads(found)["finding_id"])


def test_a_verdict_says_what_it_is_on_and_is_shown_and_listed(here: Installation) -> None:
    number = number_of(here)
    said = here.type("findings", "review", number, "confirmed").stdout
    assert f"finding {number}: confirmed: 清水县人民政府, 2018, {RULE} (fail): {MESSAGE}" in said
    said = here.type("findings", "review", number, "dismissed", "--note", "an item twice on it").stdout
    assert "dismissed (was confirmed)" in said
    assert listed(here) == listed(here, "--review", "unseen") == []
    assert listed(here, "--status", "dismissed") == listed(here, "--review", "any") == [RULE]
    assert "dismissed: an item twice on it" in here.type("findings", "list", "--review", "dismissed").stdout
    shown = here.type("show", "清水县", "2018").stdout
    (line,) = [line for line in shown.splitlines() if RULE in line]
    assert re.search(rf"│ {number} +│ {RULE}.*│ dismissed: an item", line)


def test_an_unknown_number_is_a_clear_error(here: Installation) -> None:
    done = here.type("findings", "review", "999", "confirmed")
    assert done.returncode == 2
    assert "no finding has the number 999" in done.stderr


def test_the_json_of_a_report_has_number_fingerprint_and_figures_of_its_findings(here: Installation) -> None:
    record = json.loads(here.type("show", "清水县", "2018", "--json").stdout)
    finding = next(one for one in record["findings"] if one["rule"] == RULE)
    assert (str(finding["number"]), finding["review"], finding["facts"]) == (number_of(here), None, [1])
    assert re.fullmatch("[0-9a-f]{32}", finding["fingerprint"])
    assert record["facts"][finding["facts"][0] - 1]["value"] == 1841


def test_a_rule_beside_the_identities_is_known_before_it_finds_anything(here: Installation) -> None:
    assert here.type("findings", "list", "--rule", "county-townships").returncode == 0
