from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine

from crawler.night.tally import noted
from models.claims import claim, finish

NIGHT = datetime(2024, 1, 2, 18, 0, tzinfo=UTC)


def _crawl(database: Engine, site: str, outcome: str | None, counts: dict[str, Any] | None = None) -> int:
    held = claim(database, site, NIGHT)
    assert held is not None
    if outcome is not None:
        finish(database, held, outcome, counts or {}, None, NIGHT)
    return held.crawl


def test_what_was_counted_is_sorted_by_its_kind(sqlite_database: Engine) -> None:
    stats = {"nianbao/stopped/pages": 2, "nianbao/suspect/empty_list": 1, "nianbao/family/trs": 5, "nianbao/entries": 9, "x": 1}
    found = noted(stats, sqlite_database, _crawl(sqlite_database, "baiyan", None))
    assert found == {"stops": {"pages": 2}, "suspects": {"empty_list": 1}, "families": {"trs": 5}}


def test_a_redesign_shows_beside_the_last_good_crawl_that_read_pages(database: Engine) -> None:
    _crawl(database, "baiyan", "ok", {"families": {"trs": 8}})
    _crawl(database, "baiyan", "nothing_new", {"families": {}})
    _crawl(database, "baiyan", "broken", {"families": {"ucap": 9}})
    _crawl(database, "other", "ok", {"families": {"ucap": 9}})
    now = _crawl(database, "baiyan", None)
    assert noted({"nianbao/family/ucap": 4}, database, now)["suspects"] == {"redesign": 1}
    assert noted({"nianbao/family/trs": 4}, database, now)["suspects"] == {}


def test_a_first_crawl_has_nothing_to_differ_from(sqlite_database: Engine) -> None:
    assert noted({"nianbao/family/ucap": 4}, sqlite_database, _crawl(sqlite_database, "baiyan", None))["suspects"] == {}
