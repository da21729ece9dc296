"""The database: locked, restarted, cut off, away when it is needed, read-only, of another revision."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from subprocess import Popen

from faults.catalogue import SAME, Place, fault
from faults.installation import Installation
from faults.kills import Moment, kill
from faults.process import begun, finished

CLEAR = "exit code 3 and a sentence that says what was expected, found and what to do; no traceback"


@contextmanager
def locked(installation: Installation) -> Iterator[None]:
    """Inside, another program holds SQLite's one write lock."""
    file = installation.folder / "data" / "nianbao.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None, timeout=60)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@fault("database", "locked for 35 s", "another program holds SQLite's write lock for 35 s in the middle of a crawl",
       f"the crawl waits and goes on by itself: one crawl a site, all ok; {SAME}")  # fmt: skip
def locked_for_a_while(place: Place) -> list[str]:
    """Longer than SQLite itself waits (30 s)."""
    installation, running = begun(place, "locked")
    with locked(installation):
        time.sleep(35)
    running.wait(120)
    return _only_good(installation) + place.expected.compare(installation)


@fault("database", "locked for too long", "the write lock is held for 75 s, and crawls are to wait 2 s only",
       f"crawls wait, end as broken or lose their lease, the log says so, the next night reads what is left; {SAME}")  # fmt: skip
def locked_for_too_long(place: Place) -> list[str]:
    """What was fetched meanwhile stands in the archive."""
    installation, running = begun(place, "locked-too-long", settings={"NIANBAO_PATIENCE": "2"})
    with locked(installation):
        time.sleep(75)  # SQLite itself waits 30 s, twice
    running.wait(120)
    said = "not written" in installation.log() or "the database is away" in installation.log()
    wrong = [] if said else ["the log does not say what was waited for"]
    installation.let_leases_end()
    return wrong + finished(place, installation)


def on_postgres(place: Place, name: str, answers: int = 12, patience: int = 120) -> tuple[Installation, Popen[str]]:
    """A crawl into a database of its own on PostgreSQL, that has had so many answers."""
    return begun(place, name, answers, place.server.database(), {"NIANBAO_PATIENCE": str(patience)})


def _ended(installation: Installation, running: Popen[str]) -> list[str]:
    running.wait(150)
    return _only_good(installation)


def _only_good(installation: Installation) -> list[str]:
    crawls = installation.ask("SELECT site_key, outcome, reason FROM crawl WHERE outcome NOT IN ('ok', 'nothing_new')")
    return [f"the crawl of {site} ended as {outcome}: {reason}" for site, outcome, reason in crawls]


@fault(
    "database", "restarted", "PostgreSQL is stopped and started at once in the middle of a crawl", f"the crawl goes on; {SAME}"
)
def restarted(place: Place) -> list[str]:
    """Every connection is lost, and what was not committed."""
    installation, running = on_postgres(place, "restarted")
    place.server.stop()
    place.server.start()
    return _ended(installation, running) + place.expected.compare(installation)


@fault(
    "database",
    "away for 30 s",
    "PostgreSQL is stopped in the middle of a crawl and started 30 s later",
    f"the crawl waits; {SAME}",
)
def away(place: Place) -> list[str]:
    """Connecting is refused meanwhile."""
    installation, running = on_postgres(place, "away")
    place.server.stop()
    time.sleep(30)
    place.server.start()
    return _ended(installation, running) + place.expected.compare(installation)


@fault("database", "connections cut", "pg_terminate_backend of every connection, ten times in 3 s", f"the crawl goes on; {SAME}")
def cut(place: Place) -> list[str]:
    """In the middle of statements, and between them."""
    installation, running = on_postgres(place, "cut", 5)
    for _ in range(10):
        place.server.cut_connections()
        time.sleep(0.3)
    return _ended(installation, running) + place.expected.compare(installation)


@fault("database", "away for too long", "PostgreSQL is stopped for 15 s, and crawls are to wait 2 s only",
       f"crawls end; the next night reads what they had archived; {SAME}")  # fmt: skip
def away_for_too_long(place: Place) -> list[str]:
    """The end of the crawl cannot be written either: its lease runs out."""
    installation, running = on_postgres(place, "away-too-long", patience=2)
    place.server.stop()
    time.sleep(15)
    place.server.start()
    running.wait(150)
    installation.let_leases_end()
    return finished(place, installation)


@fault("database", "killed on PostgreSQL", "kill -9 of a crawl into PostgreSQL, five times")
def killed_on_postgres(place: Place) -> list[str]:
    """As on SQLite."""
    installation = place.expected.installation("killed-postgres", place.server.database())
    for answers in (8, 20, 14, 30, 25):
        kill(place.web, installation.begin("night", "--all"), Moment(answers, 0.1))
        installation.let_leases_end()
    return finished(place, installation)


@fault("database", "away at the start", "PostgreSQL is not running when a night begins", CLEAR)
def away_at_the_start(place: Place) -> list[str]:
    """Nothing is fetched that could not be stored."""
    installation = place.expected.installation("away-at-start", place.server.database())
    before = len(place.web.requests)
    place.server.stop()
    code = installation.run("night")
    place.server.start()
    return clear_end(installation, code, "start it or correct the URL") + (
        ["pages were asked for"] if len(place.web.requests) > before else []
    )


@fault("database", "read-only", "a PostgreSQL database that is set to read-only in the middle of a crawl",
       f"crawls end as broken or lose their lease; once it is writable the next night goes on; {SAME}")  # fmt: skip
def read_only(place: Place) -> list[str]:
    """As after a failover to a standby."""
    installation, running = on_postgres(place, "read-only", patience=2)
    name = installation.url.rpartition("/")[2].partition("?")[0]
    place.server.say(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    place.server.cut_connections()
    running.wait(150)
    place.server.say(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    installation.let_leases_end()
    return finished(place, installation)


@fault(
    "database",
    "its file read-only",
    "a SQLite file that may only be read",
    "no crawl is begun, each says why; no page is asked for",
)
def file_read_only(place: Place) -> list[str]:
    """Opened read-only by its URL: root may write to any file whatever its permissions."""
    installation = place.expected.installation("file-read-only", NIANBAO_PATIENCE="1")
    file = installation.folder / "data" / "nianbao.sqlite"
    before = len(place.web.requests)
    installation.settings = {**installation.settings, "NIANBAO_DATABASE_URL": f"sqlite:///file:{file}?mode=ro&uri=true"}
    code = installation.run("night")
    wrong = ["pages were asked for"] if len(place.web.requests) > before else []
    if code == 0 or "readonly" not in installation.said() + installation.log():
        wrong.append(f"exit code {code}, said: {installation.said()[-300:]}")
    return wrong + (["it said a traceback"] if "Traceback" in installation.said() else [])


@fault("database", "its file is something else", "the SQLite file is written over with something that is no database", CLEAR)
def file_is_rubbish(place: Place) -> list[str]:
    """A disk that was restored from the wrong place."""
    installation = place.expected.installation("rubbish")
    (installation.folder / "data" / "nianbao.sqlite").write_bytes(b"no database, but long enough to be one " * 200)
    return clear_end(installation, installation.run("night"), "expected a SQLite database")


@fault("database", "of an older revision", "a database that was made by an older nianbao", CLEAR)
def older_revision(place: Place) -> list[str]:
    """It is never changed without being told to."""
    installation = place.expected.installation("older")
    file = installation.folder / "data" / "nianbao.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    shutil.copy(file, file.with_suffix(".before"))
    return clear_end(installation, installation.run("night"), "run `nianbao db upgrade`")


def clear_end(installation: Installation, code: int, words: str) -> list[str]:
    """What is wrong with how a command ended that could not use the database."""
    said = installation.said()
    wrong = [] if code == 3 else [f"exit code {code}"]
    wrong += [] if words in said.replace("\n", " ") else [f"expected {words!r}, it said: {said[-300:]}"]
    return wrong + (["it said a traceback"] if "Traceback" in said else [])
