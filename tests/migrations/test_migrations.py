"""One history of migrations makes the same database on both engines, and takes it away again."""

from __future__ import annotations

from datetime import datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from models.database import _configuration, check, downgrade, head, open_engine, upgrade
from models.search import is_index
from models.tables import metadata
from models.views import VIEWS

REVISIONS = [script.revision for script in ScriptDirectory.from_config(_configuration(None)).walk_revisions()][::-1]


def ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or not is_index(name)


def differing(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": ours})
    return list(compare_metadata(context, metadata))


def test_the_migrations_make_exactly_the_tables_of_the_models(database: Engine) -> None:
    with database.connect() as connection:
        assert differing(connection) == []
        assert set(inspect(connection).get_view_names()) == set(VIEWS)


def test_the_history_is_one_line() -> None:
    assert len(REVISIONS) > 1
    assert REVISIONS[-1] == head()


@pytest.mark.parametrize("revision", ["base", *REVISIONS[:-1]])
def test_down_to_any_revision_and_up_again(database: Engine, revision: str) -> None:
    downgrade(database.url, revision)
    with database.connect() as connection:
        assert inspect(connection).get_view_names() == []
    upgrade(database.url)
    assert check(database.url) == "current"
    with database.connect() as connection:
        assert differing(connection) == []


def test_an_upgrade_run_again_keeps_what_is_there(database: Engine) -> None:
    with database.begin() as connection:
        connection.execute(text("INSERT INTO site (key) VALUES ('qingshui')"))
    upgrade(database.url)
    with database.connect() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM site")) == 1
        assert connection.scalar(text("SELECT COUNT(*) FROM indicator")) > 100


def test_a_migration_that_fails_leaves_the_database_as_it_was(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: Connection) -> None:
        raise RuntimeError("no more room")

    upgrade(database_url, REVISIONS[0])
    monkeypatch.setattr("models.views.create_views", fail)
    with pytest.raises(RuntimeError, match="no more room"):
        upgrade(database_url)
    assert check(database_url) == "older revision"
    engine = open_engine(database_url)
    assert "report" not in inspect(engine).get_table_names()
    engine.dispose()


def test_crawls_outlive_a_way_back_before_requests_and_forward_again(database: Engine) -> None:
    """Whatever was crawled stays; requests are forgotten on the way back."""
    with database.begin() as connection:
        connection.execute(text("INSERT INTO site (key) VALUES ('qingshui')"))
        connection.execute(
            text(
                "INSERT INTO crawl (id, site_key, trigger, started_at, outcome, token, lease_until, heartbeat_at, partial)"
                " VALUES (7, 'qingshui', 'demand', :at, 'running', 1, :at, :at, :yes)"
            ).bindparams(at=datetime(2026, 3, 5), yes=True)  # noqa: DTZ001 - as SQLite keeps it
        )
        asked = "INSERT INTO crawl_request (site_key, asked_at, options, crawl_id, tries) VALUES ('qingshui', :at, '{}', 7, 1)"
        connection.execute(text(asked).bindparams(at=datetime(2026, 3, 5)))  # noqa: DTZ001 - as above
    downgrade(database.url, "0008")
    upgrade(database.url)
    with database.connect() as connection:
        kept = connection.execute(text("SELECT id, outcome, partial FROM crawl")).one()
        assert (kept.id, kept.outcome, bool(kept.partial)) == (7, "running", False)
        assert connection.scalar(text("SELECT COUNT(*) FROM crawl_request")) == 0
