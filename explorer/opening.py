"""Which SQLite file the web pages stand on: the project's database, a file, a release's folder; checked before it is served."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy.engine import make_url

from models.database import DatabaseProblem, require_current

RELEASE_MARK = "datapackage.json"
"""The file that makes a folder a release."""

NEEDED = {"reports", "facts"}
"""What a release has at least, as tables or views."""

_ENDINGS = (".sqlite", ".sqlite3", ".db")


class NotServed(Exception):
    """The pages cannot be opened on what was given; the message says what was expected, found, and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """A SQLite file to be served.

    file        the file
    frozen      nobody writes it: it is opened as immutable, without locks
    warc        folder of the raw captures; None where there are none beside it, as in a release
    """

    file: Path
    frozen: bool
    warc: Path | None


def source_of(given: Path | None, database: str, data_dir: Path) -> Source:
    """What to serve: `given` (a SQLite file or a release's folder), else the project's own database.

    Raises NotServed for PostgreSQL, a folder without a database, a file that is missing; DatabaseProblem for a file
    that is not ours or of another revision.
    """
    source = _project(database, data_dir) if given is None else _given(given, data_dir)
    _require_usable(source)
    return source


def _project(database: str, data_dir: Path) -> Source:
    address = make_url(database)
    if address.get_backend_name() != "sqlite":
        shown = address.render_as_string(hide_password=True)
        raise NotServed(
            f"expected a SQLite database to show, found {shown}: the web pages read SQLite only."
            " Make a release (`nianbao release DIR`) and serve it: `nianbao serve DIR`"
        )
    return Source(Path(str(address.database)), False, _warc(data_dir))


def _given(given: Path, data_dir: Path) -> Source:
    if given.is_dir():
        found = sorted(path for path in given.iterdir() if path.suffix in _ENDINGS and path.is_file())
        if len(found) != 1:
            names = ", ".join(path.name for path in found) or "none"
            raise NotServed(f"{given}: expected a release with one SQLite file ({', '.join(_ENDINGS)}), found {names}")
        return Source(found[0], True, _warc(given))
    if not given.exists():
        raise NotServed(f"{given}: expected a SQLite file or a release's folder, found nothing")
    return Source(given, (given.parent / RELEASE_MARK).exists(), _warc(given.parent))


def _warc(folder: Path) -> Path | None:
    return folder / "warc" if (folder / "warc").is_dir() else None


def _require_usable(source: Source) -> None:
    """The living database must be of this program's revision. A release stays readable by every later program."""
    if not source.frozen:
        require_current(f"sqlite:///{source.file.resolve()}")
        return
    try:
        with closing(connect(source)) as connection:
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError as error:
        raise DatabaseProblem(f"{source.file}: expected the SQLite file of a release, found: {error}") from error
    if missing := sorted(NEEDED - names):
        raise DatabaseProblem(f"{source.file}: expected a release of nianbao, found no {', '.join(missing)}; choose another file")


def has_captures(source: Source) -> bool:
    """Whether the file knows the requests behind its reports; a release does not."""
    with closing(connect(source)) as connection:
        found = connection.execute("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('fetch', 'report_version')")
        return int(found.fetchone()[0]) == 2


def connect(source: Source) -> sqlite3.Connection:
    """A connection that cannot write, whatever is asked of it."""
    door = "immutable=1" if source.frozen else "mode=ro"
    connection = sqlite3.connect(f"file:{quote(str(source.file.resolve()))}?{door}", uri=True, check_same_thread=False)
    connection.execute("PRAGMA query_only = 1")
    return connection
