"""The queue's tables: on PostgreSQL, in a schema of their own, made and taken away with the rest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, inspect, make_url, text

from models import queue
from models.claims import claim
from models.database import downgrade, upgrade

NOW = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
on_postgresql = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def jobs(connection: Connection) -> int:
    return int(connection.execute(text("SELECT COUNT(*) FROM nianbao_queue.procrastinate_jobs")).scalar_one())


def put_in(database: Engine) -> None:
    with database.begin() as connection:
        row = "INSERT INTO nianbao_queue.procrastinate_jobs (queue_name, task_name) VALUES ('crawl', 'crawl')"
        connection.execute(text("SET LOCAL search_path TO nianbao_queue"))
        connection.execute(text(row))


def test_an_upgrade_makes_the_queue_on_postgresql_only(database: Engine) -> None:
    with database.connect() as connection:
        assert queue.is_ready(connection) == queue.is_for(database) == (database.dialect.name == "postgresql")
    assert queue.standing(database) == queue.Standing(0, 0, 0, 0)


@on_postgresql
def test_an_upgrade_run_again_keeps_the_jobs(database: Engine) -> None:
    put_in(database)
    upgrade(database.url)
    assert queue.standing(database).waiting == 1


@on_postgresql
def test_a_queue_of_another_version_is_made_anew(database: Engine) -> None:
    put_in(database)
    with database.begin() as connection:
        connection.execute(text("COMMENT ON SCHEMA nianbao_queue IS 'procrastinate 2.0.0'"))
        assert not queue.is_ready(connection)
    upgrade(database.url)
    with database.connect() as connection:
        assert queue.is_ready(connection)
        assert jobs(connection) == 0


@on_postgresql
def test_the_way_back_to_nothing_takes_the_queue_away(database: Engine) -> None:
    downgrade(database.url, "base")
    assert queue.SCHEMA not in inspect(database).get_schema_names()


@on_postgresql
def test_a_role_that_may_not_make_schemas_gets_everything_else(database: Engine) -> None:
    name = f"poor_{database.url.database}"
    with database.begin() as connection:
        queue.drop(connection)
        connection.execute(text(f"CREATE ROLE {name}"))
        connection.execute(text(f"SET LOCAL ROLE {name}"))
        assert not queue.prepare(connection)
        assert not queue.is_ready(connection)
        connection.execute(text("RESET ROLE"))
        connection.execute(text(f"DROP ROLE {name}"))


def test_the_address_for_libpq_keeps_what_the_url_says() -> None:
    url = make_url("postgresql+psycopg://u:p%40w@db:5433/nianbao?sslmode=require&options=-c%20statement_timeout%3D5s")
    conninfo, options = queue.address(url)
    assert conninfo == "postgresql://u:p%40w@db:5433/nianbao?sslmode=require"
    assert options == "-c statement_timeout=5s -c search_path=nianbao_queue"


def test_lease_ends_are_those_of_running_crawls(database: Engine) -> None:
    claim(database, "aa", NOW, lease=timedelta(minutes=7))
    assert queue.lease_ends(database, ["aa", "bb"]) == {"aa": NOW + timedelta(minutes=7)}
    assert queue.lease_ends(database, []) == {}
