"""Which crawls may have left something in the archive alone, and which went on where another was cut off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from models import left_behind
from models.claims import ARCHIVE_FAILED, DATABASE_FAILED, STOPPED, claim, finish, was_cut_off

NOW = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
GOOD = {"errors": 0}


def crawled(engine: Engine, number: int, reason: str | None, counts: dict[str, int] | None, killed: bool = False) -> int:
    held = claim(engine, "qingshui", NOW + timedelta(days=number))
    assert held is not None
    if not killed:
        finish(engine, held, "broken" if reason else "ok", counts, reason, NOW + timedelta(days=number))
    return held.crawl


@pytest.mark.parametrize(
    ("reason", "counts", "killed", "left", "gone_on"),
    [
        (None, GOOD, False, 0, 0),
        (None, None, True, 1, 1),
        (f"{STOPPED}; 3 x no answer", GOOD, False, 0, 1),
        (f"{DATABASE_FAILED}: it was away", {"errors": 2}, False, 1, 1),
        (f"{ARCHIVE_FAILED}: make room", {"errors": 1}, False, 1, 1),
        ("1 error(s) in our own code", {"errors": 1}, False, 1, 1),
        ("no list of reports could be read", GOOD, False, 0, 0),
    ],
)
def test_crawls_since_the_last_good_one(
    database: Engine, reason: str | None, counts: dict[str, int] | None, killed: bool, left: int, gone_on: int
) -> None:
    crawled(database, 0, None, None, killed=True)
    crawled(database, 1, None, GOOD)
    last = crawled(database, 2, reason, counts, killed)
    now = crawled(database, 3, None, None, killed=True)
    with database.connect() as connection:
        assert [row.id for row in left_behind.crawls_left_behind(connection, "qingshui", now)] == [last] * left
        assert left_behind.crawls_gone_on_with(connection, "qingshui", now) == [last] * gone_on


def test_a_crawl_left_without_disk_or_database_was_cut_off_and_one_of_a_silent_site_was_not() -> None:
    assert was_cut_off(f"{ARCHIVE_FAILED}: make room")
    assert was_cut_off(f"{DATABASE_FAILED}: it was away")
    assert not was_cut_off("no list of reports could be read")
