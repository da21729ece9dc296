"""Rows written past SQLAlchemy's executemany are the rows that it would have written."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, insert, select

from models.bulk import excluded, insert_rows, new_ids
from models.crawl import Crawl
from models.database import writer
from models.site import Site

MOMENT = datetime(2026, 3, 5, 18, tzinfo=UTC)


def row(key: str, **more: Any) -> dict[str, Any]:
    return {
        "key": key,
        "name": "清水县\x00人民政府",
        "start_urls": ["http://a.example/"],
        "updated_at": MOMENT,
        "claims": 2,
        **more,
    }


def crawl(site: str) -> dict[str, Any]:
    moments = dict.fromkeys(("started_at", "ended_at", "lease_until", "heartbeat_at"), MOMENT)
    return {"site_key": site, "trigger": "night", "outcome": "ok", "token": 1, "partial": True, **moments}


def test_values_become_what_the_column_types_make_of_them(database: Engine) -> None:
    with writer(database).begin() as connection:
        insert_rows(connection, Site, [row("a"), row("b", updated_at=None)])
        connection.execute(insert(Site), [row("c")])
        found = {each.key: each for each in connection.execute(select(Site.__table__))}
    assert tuple(found["a"])[1:] == tuple(found["c"])[1:]
    assert found["a"].name == "清水县\ufffd人民政府"
    assert found["b"].updated_at is None


def test_a_conflict_does_what_it_is_told(database: Engine) -> None:
    with writer(database).begin() as connection:
        insert_rows(connection, Site, [row("a")])
        insert_rows(connection, Site, [row("a", claims=7)], "ON CONFLICT DO NOTHING")
        assert connection.scalar(select(Site.claims)) == 2
        insert_rows(connection, Site, [row("a", claims=7)], f"ON CONFLICT (key) DO UPDATE {excluded(('claims',))}")
        assert connection.scalar(select(Site.claims)) == 7
        insert_rows(connection, Site, [])


def test_new_ids_are_nobody_elses(database: Engine) -> None:
    with writer(database).begin() as connection:
        insert_rows(connection, Site, [row("a")])
        mine = new_ids(connection, Crawl, 3)
        insert_rows(connection, Crawl, [{"id": number, **crawl("a")} for number in mine])
        later = connection.execute(insert(Crawl).returning(Crawl.id), crawl("a")).scalar_one()
        assert mine == sorted(set(mine))
        assert later > mine[-1]
        assert min(new_ids(connection, Crawl, 2)) > later


def test_what_no_database_takes_is_made_storable_deep_down_too(database: Engine) -> None:
    urls = ["http://a.example/\x00\ud800", {"名\x00": ["\\u0000"]}]
    with writer(database).begin() as connection:
        insert_rows(connection, Site, [row("a", start_urls=urls, name="\ud800县")])
        found = connection.execute(select(Site.__table__)).one()
    assert found.start_urls == ["http://a.example/\ufffd\ufffd", {"名\ufffd": ["\\u0000"]}]
    assert found.name == "\ufffd县"
