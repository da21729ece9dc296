"""A night over hosts that misbehave: each ends with its outcome and its reason, and the others go on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from demo.web import DemoWeb
from models.database import open_engine
from tests.night.commands import Installation


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Connection]:
    here = Installation(tmp_path_factory.mktemp("faults"))
    with DemoWeb(faults=True) as web:
        web.rows(here.rows)
        for key in {*web.sites, "fault-drip"} - {"shuangdu"}:  # the drip takes as long as the time limit lets it
            (here.rows / f"{key}.toml").unlink()
        here.prepare(sqlite_template)
        (here.folder / "nianbao.toml").write_text("lanes = 40\n", encoding="utf-8")  # nearly all they do is to wait
        night = here.type("night")
        assert night.returncode == 1, night.stdout + night.stderr
        assert "Traceback" not in night.stdout + night.stderr
    engine = open_engine(here.database)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _ended(connection: Connection, site: str) -> tuple[str, str]:
    query = text("SELECT outcome, reason FROM crawl WHERE site_key = :site ORDER BY id DESC LIMIT 1")
    outcome, reason = connection.execute(query, {"site": f"fault-{site}"}).one()
    return outcome, reason or ""


def _fetches(connection: Connection, site: str) -> set[str]:
    query = text("SELECT DISTINCT outcome FROM fetch WHERE site_key = :site")
    return {outcome for (outcome,) in connection.execute(query, {"site": f"fault-{site}"})}


def test_a_healthy_site_is_crawled_while_others_fail(database: Connection) -> None:
    assert database.execute(text("SELECT outcome FROM crawl WHERE site_key = 'shuangdu'")).scalar_one() == "ok"


def test_every_site_has_an_outcome_and_none_is_left_running(database: Connection) -> None:
    outcomes = database.execute(text("SELECT site_key, outcome, reason FROM crawl")).all()
    assert len(outcomes) > 10
    assert [row for row in outcomes if row.outcome == "running"] == []
    assert [row for row in outcomes if row.outcome in ("broken", "blocked", "incomplete") and not row.reason] == []


@pytest.mark.parametrize(
    ("site", "outcome", "fetch"),
    [
        ("unreachable", "broken", "unreachable"),
        ("missing", "broken", "gone"),
        ("error", "broken", "http_error"),
        ("empty", "broken", "empty"),
        ("huge", "broken", "too_large"),
        ("binary", "broken", "binary"),
        ("loop", "broken", "redirect_loop"),
        ("robots", "blocked", "forbidden"),
        ("challenge", "blocked", "blocked"),
    ],
)
def test_a_fault_ends_as_its_outcome(database: Connection, site: str, outcome: str, fetch: str) -> None:
    assert _ended(database, site)[0] == outcome
    assert fetch in _fetches(database, site)


def test_a_list_with_good_and_bad_links_is_incomplete_and_its_good_report_is_kept(database: Connection) -> None:
    outcome, reason = _ended(database, "mixed")
    assert outcome == "incomplete"
    assert reason
    assert database.execute(text("SELECT count(*) FROM report WHERE site_key = 'fault-mixed'")).scalar_one() == 1
