"""A good night, a bad one, and a good one again: what stands in the place of a page never displaces what was stored."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from demo.impostors import SPOILS
from demo.web import DemoWeb
from models.database import open_engine
from tests.night.commands import Installation

SITE = "shuangdu"
OUTCOMES = {
    "soft-404": "soft_404", "login": "login", "maintenance": "maintenance", "parked": "parked", "half": "cut_short",
    "shield": "blocked",
}  # fmt: skip
KEPT = {
    "versions": "SELECT report_id, seq, content_hash, current FROM report_version ORDER BY id",
    "reports": "SELECT identity, url, gone_since FROM report ORDER BY id",
    "facts": "SELECT version_id, count(*) FROM fact GROUP BY version_id ORDER BY version_id",
    "decoys": 'SELECT DISTINCT url FROM page JOIN "fetch" ON id = fetch_id WHERE NOT is_annual_report ORDER BY url',
}


@dataclass(frozen=True)
class Night:
    """How a night ended, what its requests ended in by address, and what was kept after it."""

    outcome: str
    reason: str
    ended: dict[str, str]
    kept: dict[str, list[Any]]


def _night(here: Installation, typed: subprocess.CompletedProcess[str]) -> Night:
    assert typed.returncode in (0, 1), typed.stdout + typed.stderr
    assert "Traceback" not in typed.stdout + typed.stderr
    engine = open_engine(here.database)
    with engine.connect() as connection:
        crawl, outcome, reason = connection.execute(text("SELECT id, outcome, reason FROM crawl ORDER BY id DESC LIMIT 1")).one()
        fetches = connection.execute(text("SELECT requested_url, outcome FROM fetch WHERE crawl_id = :crawl"), {"crawl": crawl})
        ended = {str(url): str(how) for url, how in fetches}
        kept = {name: [tuple(row) for row in connection.execute(text(query))] for name, query in KEPT.items()}
    engine.dispose()
    return Night(outcome, reason or "", ended, kept)


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[tuple[dict[str, str], list[Night]]]:
    here = Installation(tmp_path_factory.mktemp("bad-night"))
    with DemoWeb() as web:
        web.rows(here.rows)
        for row in here.rows.glob("*.toml"):
            if row.stem != SITE:
                row.unlink()
        here.prepare(sqlite_template)
        found = [_night(here, here.type("crawl", SITE))]
        urls = [url for url in web.truth if url.startswith(web.sites[SITE])]
        spoiled = dict(zip(urls, SPOILS, strict=False))
        for url, how in spoiled.items():
            web.spoil([url], how)
        found.append(_night(here, here.type("crawl", SITE, "--force")))
        web.heal()
        web.spoil([url for url in found[0].ended if url not in {*urls, *web.decoys}], "no-rows")
        found += [_night(here, here.type("crawl", SITE)) for _ in range(2)]
        web.heal()
        found.append(_night(here, here.type("crawl", SITE)))
        yield spoiled, found


def test_each_page_in_place_of_a_report_is_named(nights: tuple[dict[str, str], list[Night]]) -> None:
    spoiled, (_, bad, *_) = nights
    assert {url: bad.ended[url] for url in spoiled} == {url: OUTCOMES[how] for url, how in spoiled.items()}


def test_a_bad_night_is_incomplete_and_says_in_words_what_came(nights: tuple[dict[str, str], list[Night]]) -> None:
    _, (_, bad, *_) = nights
    assert bad.outcome == "incomplete"
    assert "1 x a login page (look with a browser" in bad.reason
    assert "1 x a notice of maintenance" in bad.reason


def test_a_list_without_rows_where_there_were_some_is_suspect_and_nothing_is_gone(
    nights: tuple[dict[str, str], list[Night]],
) -> None:
    _, (_, _, *emptied, _) = nights
    for night in emptied:
        assert night.outcome == "incomplete"
        assert "suspect: no row on a list that had rows before" in night.reason
        assert all(gone is None for *_, gone in night.kept["reports"])


def test_no_bad_night_changes_what_was_kept(nights: tuple[dict[str, str], list[Night]]) -> None:
    _, (good, *later) = nights
    assert good.kept["versions"]
    assert [night.kept for night in later] == [good.kept] * 4


def test_the_night_after_is_as_if_nothing_had_been(nights: tuple[dict[str, str], list[Night]]) -> None:
    _, (*_, healed) = nights
    assert healed.outcome == "nothing_new"
    assert healed.reason == ""
