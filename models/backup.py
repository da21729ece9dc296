"""Backups: the whole database in one SQLite file, whatever engine it was on, and back again onto either.

A SQLite database is copied by SQLite's own online backup, page by page. PostgreSQL's tables are written row by row into a new
SQLite file of the same revision, out of one snapshot. No program beside this one is needed, and a backup of one engine is put
back on the other by the same command. Of the archive (`warc/`) there is nothing in it: those are files, to be copied as such.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Column, Connection, Engine, Table, delete, func, insert, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from models import search, summary_tables  # noqa: F401 - its tables are part of what is copied
from models.crawl import Crawl
from models.database import DatabaseProblem, check, head, open_engine, require_current, upgrade, writer
from models.document import Report
from models.site import Site
from models.tables import metadata

Row = dict[str, Any]
ROWS_AT_ONCE = 2000
_OWN = (Site, Crawl, Report)
"""Tables in which nothing stands before anybody has used the database; others are filled when it is made."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds: its revision, and how many sites, crawls and reports."""

    revision: str
    sites: int
    crawls: int
    reports: int


def backup(url: str | URL, file: Path) -> Kept:
    """What the new backup holds. The database may be in use meanwhile; the file appears when it is whole, and checked.

    Raises DatabaseProblem where the database is not of this revision, or the file exists or cannot be written.
    """
    require_current(url)
    if file.exists():
        raise DatabaseProblem(f"expected a new file for the backup, found {file} there already: choose another name")
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _write(make_url(url), part)
        kept = look_into(part)
        part.replace(file)
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        raise DatabaseProblem(f"the backup {file} could not be written: {error}") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return kept


def restore(file: Path, url: str | URL, overwrite: bool = False) -> Kept:
    """What the database holds now: all that stands in the backup and nothing else. It is wholly put back or not at all.

    A backup of an older revision is brought up to date on the way. Raises DatabaseProblem where the file is no whole backup
    of ours, and where the database has data and `overwrite` is not said.
    """
    look_into(file)
    address = make_url(url)
    if (status := check(address)) in ("not ours", "newer revision"):
        raise DatabaseProblem(f"expected an empty database or one of nianbao at {address.render_as_string()}, found: {status}")
    with TemporaryDirectory(dir=_folder_of(address)) as folder:
        copy = Path(folder) / "copy.sqlite"
        shutil.copyfile(file, copy)
        upgrade(f"sqlite:///{copy}")
        kept = look_into(copy)
        if status != "missing" and not overwrite and _has_data(address):
            raise DatabaseProblem(
                f"expected a database without data at {address.render_as_string()}, found one that has some;"
                " say --overwrite to put the backup in its place (back it up first)"
            )
        try:
            _put_back(copy, address)
        except (OSError, sqlite3.Error, SQLAlchemyError) as error:
            raise DatabaseProblem(f"the backup could not be put back, the database is as it was: {error}") from error
    return kept


def look_into(file: Path) -> Kept:
    """What a backup holds, after SQLite's own check of every page. Raises DatabaseProblem where it is not whole or not ours."""
    if not file.is_file():
        raise DatabaseProblem(f"expected a backup, found no file {file}")
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise DatabaseProblem(f"expected a whole backup, found damage in {file}: {found}")
            revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
            counts = [connection.execute(f"SELECT COUNT(*) FROM {each.__tablename__}").fetchone()[0] for each in _OWN]
    except (sqlite3.Error, TypeError) as error:
        raise DatabaseProblem(f"expected a backup made by `nianbao db backup` in {file}, found something else: {error}") from None
    if revision > head():
        raise DatabaseProblem(f"{file} is of revision {revision}, this program knows {head()}: install the newer nianbao")
    return Kept(revision, *counts)


# --- SQLite ---


def _write(address: URL, part: Path) -> None:
    if address.get_backend_name() == "sqlite":
        _copy_pages(Path(str(address.database)), part)
        _fold_log(part)
        return
    upgrade(f"sqlite:///{part}")
    with _opened(address) as source, _opened(f"sqlite:///{part}") as target:
        snapshot = source.execution_options(isolation_level="REPEATABLE READ")
        with snapshot.connect() as rows, writer(target).connect() as out:
            out.connection.cursor().execute("PRAGMA foreign_keys = OFF")  # past SQLAlchemy, which would begin a transaction
            with out.begin():
                _copy_rows(rows, out)
                _refuse_broken_references(out)
    _fold_log(part)


def _put_back(copy: Path, address: URL) -> None:
    if address.get_backend_name() == "sqlite":
        _copy_pages(copy, Path(str(address.database)))
        return
    upgrade(address)
    with _opened(f"sqlite:///{copy}") as source, _opened(address) as target, source.connect() as rows, target.begin() as out:
        _copy_rows(rows, out)


def _copy_pages(source: Path, target: Path) -> None:
    """SQLite's online backup: one moment of the source, whoever writes meanwhile; the target changes wholly or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target, timeout=30)) as other:
        one.backup(other)


def _refuse_broken_references(connection: Connection) -> None:
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise DatabaseProblem(f"expected every reference to hold in the backup, found a broken one: {tuple(broken)}")


def _fold_log(file: Path) -> None:
    """Makes a new SQLite file stand for itself, without a write-ahead log beside it."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


# --- rows ---


def _copy_rows(source: Connection, target: Connection) -> None:
    """Makes the target's tables hold the source's rows and no others, within its transaction."""
    tables = metadata.sorted_tables
    _empty(target, tables)
    for table in tables:
        for rows in _rows(source, table):
            target.execute(insert(table), rows)
        _set_sequence(target, table)
    search.sync(target)  # the index is made anew from the texts: the engines keep it in different ways


def _empty(target: Connection, tables: Sequence[Table]) -> None:
    if target.dialect.name == "postgresql":
        # At once: deleted one by one, each of 46,000 divisions would be looked for in every table that refers to one.
        quoted = [target.dialect.identifier_preparer.quote(each.name) for each in tables]
        target.execute(text(f"TRUNCATE search, {', '.join(quoted)}"))
        return
    target.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))
    for table in reversed(tables):
        target.execute(delete(table))


def _rows(source: Connection, table: Table) -> Iterator[list[Row]]:
    streamed = source.execution_options(yield_per=ROWS_AT_ONCE).execute(select(table))
    parts = ([dict(zip(table.columns.keys(), row, strict=True)) for row in part] for part in streamed.partitions(ROWS_AT_ONCE))
    own = next((str(key.parent.key) for key in table.foreign_keys if key.column.table is table), None)
    if own is None:
        yield from parts
    elif found := [row for part in parts for row in part]:
        yield _above_first(found, str(next(iter(table.primary_key.columns)).key), own)


def _above_first(rows: Sequence[Row], key: str, above: str) -> list[Row]:
    """Rows of a table that refers to itself, each after the one that it refers to."""
    by_key = {row[key]: row for row in rows}
    ordered: dict[object, Row] = {}
    for row in rows:
        chain: list[Row] = []
        at: Row | None = row
        while at is not None and at[key] not in ordered:
            chain.append(at)
            at = by_key.get(at[above])
        for one in reversed(chain):
            ordered[one[key]] = one
    return list(ordered.values())


def _set_sequence(target: Connection, table: Table) -> None:
    """PostgreSQL numbers new rows by a counter of its own, which must go on after the rows put in."""
    numbered: Column[int] | None = table.autoincrement_column
    if target.dialect.name == "postgresql" and numbered is not None and table.name != "alembic_version":
        last = target.execute(select(func.max(numbered))).scalar_one()
        sequence = target.execute(
            text("SELECT pg_get_serial_sequence(:table, :column)"), {"table": table.name, "column": numbered.name}
        ).scalar_one()
        if sequence is not None and last is not None:
            target.execute(text("SELECT setval(:sequence, :last)"), {"sequence": sequence, "last": last})


# --- what is there ---


def _has_data(address: URL) -> bool:
    with _opened(address) as engine, engine.connect() as connection:
        known = set(connection.dialect.get_table_names(connection))
        return any(
            each.__tablename__ in known and connection.execute(select(func.count()).select_from(each)).scalar_one()
            for each in _OWN
        )


def _folder_of(address: URL) -> Path | None:
    """Where the copy is made: beside the database, where there is room for it, else in the system's own place."""
    if address.get_backend_name() != "sqlite" or not address.database:
        return None
    folder = Path(address.database).resolve().parent
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _opened(url: str | URL) -> Iterator[Engine]:
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()
