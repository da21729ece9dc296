"""`nianbao replay` as it is typed: what is wrong with a call, and one that goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.database import open_engine
from pipelines.items import Finding
from pipelines.store import Store
from tests.conftest import Pages
from tests.night.commands import Installation

ROW = 'key = "qingshui"\nname = "清水县人民政府"\nlevel = "county"\nstart = ["http://www.qs.example/"]\n'


@pytest.fixture
def here(tmp_path: Path, sqlite_template: Path, pages: Pages) -> Installation:
    """An installation with two reports, of whose captures nothing is in the archive; a rule fails on one of them."""
    installation = Installation(tmp_path)
    installation.rows.mkdir()
    (installation.rows / "qingshui.toml").write_text(ROW, encoding="utf-8")
    installation.prepare(sqlite_template)
    engine = open_engine(installation.database)
    store = Store(engine)
    for year in (2018, 2019):
        reading = pages.reading([pages.fact("disclosure.total", 12)], year=year, url=f"http://www.qs.example/{year}.html")
        if year == 2018:
            reading.reports[0].findings = [Finding("f14-received", "fail", "4 is not 5", "4", "5")]
        store.add(reading)
    store.close()
    engine.dispose()
    return installation


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--finding", "f14-recieved"], "expected one of f14-received, found 'f14-recieved': did you mean f14-received?"),
        (["--finding", "nonsense"], "expected one of f14-received, found 'nonsense'"),
        (["--anew"], "expected --anew with --all"),
        (["--unread", "--anew", "--all"], "expected --unread alone"),
        (["--site", "qingshiu"], "did you mean qingshui?"),
    ],
    ids=str,
)
def test_a_wrong_call_is_told_in_words(here: Installation, words: list[str], said: str) -> None:
    done = here.type("replay", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_rule_that_fails_nowhere_leaves_nothing_to_read(here: Installation) -> None:
    done = here.type("replay", "--finding", "f14-review")
    assert done.returncode == 0
    assert "rule f14-review fails on no report" in done.stdout
    assert here.type("replay", "--finding", "f14-received", "--all").stderr.count("cannot be read") == 1


def test_a_replay_of_everything_says_where_it_goes_on_and_counts_what_was_broken_before(here: Installation) -> None:
    first = here.type("replay", "--all", "--limit", "1")
    assert "the same command goes on from here" in first.stdout
    assert here.type("replay", "--all", "--site", "qingshui", "--dry-run").stderr.count("a.warc.gz at") == 2
    then = here.type("replay", "--all")
    assert then.returncode == 1
    assert "goes on where it was stopped" in then.stdout
    assert (then.stderr.count("a.warc.gz at"), "2 capture(s) could not be read" in then.stderr) == (1, True)
    assert "goes on" not in here.type("replay", "--all").stdout
    here.type("replay", "--all", "--limit", "1")
    assert here.type("replay", "--all", "--anew").stderr.count("a.warc.gz at") == 2
