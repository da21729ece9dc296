"""The database by its URL: opening it, bringing it to this code's revision, and saying plainly what is wrong with it."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from models.away import remedy

if TYPE_CHECKING:
    from alembic.config import Config  # Alembic itself is loaded where a database is changed: each command looks at one

Status = Literal["missing", "not ours", "older revision", "newer revision", "current"]

_SAID = re.compile(r'^(revision|down_revision) = "(\w+)"$', re.MULTILINE)
BUSY_SECONDS = 30
"""How long a writer waits for another one on SQLite before it gives up."""


class DatabaseProblem(Exception):
    """The database cannot be used as it is; the message says what was expected, what was found and what to do."""


def open_engine(url: str | URL) -> Engine:
    """An engine for the URL. SQLite: foreign keys on, WAL, one writer at a time; PostgreSQL: by psycopg 3.

    Opening does not connect: use `check` or `require_current` first. Raises DatabaseProblem for a URL of another kind.
    """
    address = address_of(url)
    dumps = json.JSONEncoder(ensure_ascii=False).encode  # Chinese stays readable to whoever looks into a JSON column
    if address.get_backend_name() == "postgresql":
        return create_engine(address, json_serializer=dumps, pool_pre_ping=True)
    engine = create_engine(address, json_serializer=dumps, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _on_sqlite_connect)
    event.listen(engine, "begin", _on_sqlite_begin)
    return engine


@lru_cache(maxsize=4)  # each crawl of a night asks for it several times
def writer(engine: Engine) -> Engine:
    """The same engine for transactions that write: SQLite takes its write lock at their start, not halfway through."""
    return engine.execution_options(nianbao_writes=True)


def check(url: str | URL) -> Status:
    """How the database stands to this code, without changing or creating anything.

    Raises DatabaseProblem where the server cannot be reached or the file is no database.
    """
    address = address_of(url)
    if _file_missing(address):
        return "missing"
    engine = open_engine(address)
    try:
        with engine.connect() as connection:
            return _status(connection)
    except OperationalError as error:
        shown = address.render_as_string()
        what_to_do = remedy(error, otherwise="start it or correct the URL")
        raise DatabaseProblem(f"expected a database at {shown}, found: {error.orig}; {what_to_do}") from error
    except Exception as error:
        if type(getattr(error, "orig", None)).__module__ != "sqlite3":
            raise
        raise DatabaseProblem(f"expected a SQLite database at {address.database}, found a file of another kind") from error
    finally:
        engine.dispose()


def require_current(url: str | URL) -> None:
    """Nothing where the database has this code's revision; raises DatabaseProblem with what to do where it has not."""
    status = check(url)
    if status == "current":
        return
    remedy = {
        "missing": "run `nianbao db upgrade` to create it",
        "not ours": "it has tables of something else: choose another URL",
        "older revision": "run `nianbao db upgrade`",
        "newer revision": "it was written by a newer nianbao: install that one",
    }[status]
    shown = address_of(url).render_as_string()
    raise DatabaseProblem(f"expected the database {shown} at revision {head()}, found: {status}; {remedy}")


def upgrade(url: str | URL, revision: str = "head") -> None:
    """Creates the database where it is missing and brings it to the revision, with views and codebook as in this code.

    Raises DatabaseProblem where it belongs to something else or to a newer nianbao.
    """
    if (status := check(url)) in ("not ours", "newer revision"):
        shown = address_of(url).render_as_string()
        raise DatabaseProblem(f"expected an empty database or one of nianbao at {shown}, found: {status}; choose another URL")
    from alembic import command

    _make_folder(address_of(url))
    command.upgrade(_configuration(address_of(url)), revision)


def downgrade(url: str | URL, revision: str) -> None:
    """Takes the database back to an earlier revision (`base` removes every table, with what is in it)."""
    from alembic import command

    command.downgrade(_configuration(address_of(url)), revision)


def head() -> str:
    """The revision that this code needs."""
    (newest,) = _revisions().keys() - _revisions().values()
    return newest


def address_of(url: str | URL) -> URL:
    """The URL in its parts, with the driver we use. Raises DatabaseProblem where it is none of SQLite or PostgreSQL."""
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise DatabaseProblem(f"expected a database URL like sqlite:///nianbao.db, found {url!r}") from error
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise DatabaseProblem(f"expected a URL of sqlite or postgresql, found {address.drivername}")
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername="postgresql+psycopg")
    return address


def _file_missing(address: URL) -> bool:
    name = address.database
    if address.get_backend_name() != "sqlite" or not name or name == ":memory:" or name.startswith("file:"):
        return False
    return not Path(name).exists()


def _make_folder(address: URL) -> None:
    if _file_missing(address):
        Path(str(address.database)).parent.mkdir(parents=True, exist_ok=True)


def _status(connection: Connection) -> Status:
    tables = set(inspect(connection).get_table_names())
    revision = connection.scalar(text("SELECT version_num FROM alembic_version")) if "alembic_version" in tables else None
    if revision is None:
        return "not ours" if tables - {"alembic_version"} else "missing"
    if revision == head():
        return "current"
    if revision in _revisions():
        return "older revision"
    return "newer revision" if "report_version" in tables else "not ours"


@cache
def _revisions() -> dict[str, str]:
    """Each revision with the one before it ('' for the first), as their files say: Alembic would run every file for it."""
    found: dict[str, str] = {}
    for file in sorted((_migrations() / "versions").glob("*.py")):
        said = dict(_SAID.findall(file.read_text(encoding="utf-8")))
        if "revision" in said:
            found[said["revision"]] = said.get("down_revision", "")
    return found


def _migrations() -> Path:
    # `migrations` stands right of `models` on the import ladder: it is found by name here and only Alembic loads it.
    spec = find_spec("migrations")
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseProblem("expected the package `migrations` beside `models`, found none; install nianbao again")
    return Path(next(iter(spec.submodule_search_locations)))


def _configuration(address: URL | None) -> Config:
    from alembic.config import Config

    configuration = Config()
    configuration.set_main_option("script_location", str(_migrations()).replace("%", "%%"))
    configuration.attributes["url"] = address
    return configuration


def _on_sqlite_connect(connection: Any, _record: Any) -> None:
    # The driver's own transactions start at the first write and so let a reader's view go stale: we begin by ourselves.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _on_sqlite_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("nianbao_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
