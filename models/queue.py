"""The queue of a cluster: procrastinate's tables in a schema of their own, on PostgreSQL only.

Nothing is kept here that could not be made again: what is due follows from the crawls, what was asked for from the requests.
So the queue is no part of the revisions or of a backup, and one of another version of procrastinate is thrown away.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import metadata

from sqlalchemy import URL, Connection, Engine, select, text

from models.crawl import RUNNING, Crawl

SCHEMA = "nianbao_queue"
LAYOUT = 1
"""Raised where `prepare` adds something else to procrastinate's tables."""
STALLED = 30.0
"""Seconds without a sign of life after which a worker is taken for dead; its jobs go to others."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a queue stands: workers alive, jobs that wait (and of them those put off until later), jobs that run."""

    workers: int
    waiting: int
    put_off: int
    running: int


def is_for(engine: Engine) -> bool:
    """Whether a database of this kind can have a queue."""
    return engine.dialect.name == "postgresql"


def prepare(connection: Connection) -> bool:
    """Whether the queue is there for the installed procrastinate; makes it, anew where it is of another version.

    False on SQLite, and where the role may not create a schema: everything but `nianbao worker` works without.
    """
    if connection.dialect.name != "postgresql":
        return False
    wanted = _version()
    found = _found(connection)
    if found == wanted:
        return True
    if found is None and not connection.scalar(text("SELECT has_database_privilege(current_database(), 'CREATE')")):
        return False
    from procrastinate.schema import SchemaManager  # here, so that commands without a queue need not wait for it to load

    drop(connection)
    connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
    connection.execute(text(f"SET LOCAL search_path TO {SCHEMA}"))
    cursor = connection.connection.cursor()  # past SQLAlchemy: many statements at once, with percent signs in them
    cursor.execute(SchemaManager.get_schema())
    cursor.close()
    # Fetching a job looks for others of the same lock: without this index through all that wait, at each job.
    here = "WHERE status IN ('todo', 'doing')"
    connection.execute(text(f"CREATE INDEX nianbao_jobs_lock ON {SCHEMA}.procrastinate_jobs (lock, status) {here}"))
    # Without statistics, as the table is empty or full by turns, the planner sorts all that wait to take the first one.
    for plan in ("sort", "bitmapscan", "hashjoin", "mergejoin"):
        connection.execute(text(f"ALTER FUNCTION {SCHEMA}.procrastinate_fetch_job_v2 SET enable_{plan} = off"))
    connection.execute(text("SET LOCAL search_path TO DEFAULT"))
    connection.execute(text(f"COMMENT ON SCHEMA {SCHEMA} IS '{wanted}'"))
    return True


def drop(connection: Connection) -> None:
    """Takes the queue away."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE"))


def is_ready(connection: Connection) -> bool:
    """Whether the queue is there for the installed procrastinate."""
    return connection.dialect.name == "postgresql" and _found(connection) == _version()


def address(url: URL) -> tuple[str, str]:
    """What libpq needs to reach the queue: the address of the database, and the options of a session in its schema."""
    options = str(url.query.get("options", ""))
    plain = url.set(drivername="postgresql").difference_update_query(["options"])
    return plain.render_as_string(hide_password=False), f"{options} -c search_path={SCHEMA}".strip()


def workers_alive(engine: Engine) -> int:
    """How many workers gave a sign of life lately; 0 without a queue."""
    return standing(engine).workers


def standing(engine: Engine) -> Standing:
    """How the queue stands now; all 0 without one."""
    if not is_for(engine):
        return Standing(0, 0, 0, 0)
    with engine.connect() as connection:
        if not is_ready(connection):
            return Standing(0, 0, 0, 0)
        alive = text(
            f"SELECT COUNT(*) / 2 FROM {SCHEMA}.procrastinate_workers"  # each process stands there twice: crawls, and keeping
            " WHERE last_heartbeat > now() - make_interval(secs => :stalled)"
        )
        jobs = text(
            "SELECT COUNT(*) FILTER (WHERE status = 'todo'), COUNT(*) FILTER (WHERE status = 'todo' AND scheduled_at > now()),"
            f" COUNT(*) FILTER (WHERE status = 'doing') FROM {SCHEMA}.procrastinate_jobs WHERE queue_name = 'crawl'"
        )
        return Standing(connection.execute(alive, {"stalled": STALLED}).scalar_one(), *connection.execute(jobs).one())


def known_jobs(engine: Engine) -> tuple[set[str], set[int]]:
    """The sites with a crawl of the schedule, and the requests, that wait in the queue or run."""
    query = text(
        "SELECT args ->> 'site', (args ->> 'request')::bigint"
        f" FROM {SCHEMA}.procrastinate_jobs WHERE queue_name = 'crawl' AND status IN ('todo', 'doing')"
    )
    with engine.connect() as connection:
        rows = connection.execute(query).all()
    return {site for site, request in rows if request is None}, {request for _, request in rows if request is not None}


def lease_ends(engine: Engine, sites: Collection[str]) -> dict[str, datetime]:
    """Until when the claims of those of the sites last that are being crawled; some may have ended already."""
    query = select(Crawl.site_key, Crawl.lease_until).where(Crawl.outcome == RUNNING, Crawl.site_key.in_(sites))
    with engine.connect() as connection:
        return {row.site_key: row.lease_until for row in connection.execute(query)}


def up_for(engine: Engine) -> timedelta:
    """How long the database has been there since it was last started."""
    with engine.connect() as connection:
        up: timedelta = connection.execute(text("SELECT clock_timestamp() - pg_postmaster_start_time()")).scalar_one()
    return up


def moment_of(engine: Engine) -> datetime:
    """The moment by the clock of the database, which is the same for all machines."""
    with engine.connect() as connection:
        moment: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
    return moment


def _found(connection: Connection) -> str | None:
    """What the schema's comment says; None without the schema, "" without a comment."""
    query = text("SELECT COALESCE(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace WHERE nspname = :name")
    said: str | None = connection.scalar(query, {"name": SCHEMA})
    return said


def _version() -> str:
    return f"procrastinate {metadata.version('procrastinate')}, layout {LAYOUT}"
