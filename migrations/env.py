"""What Alembic runs: the revisions, then, at the newest one, the views and what this code fills tables with.

The URL comes from `models.database` (`nianbao db upgrade`), else from NIANBAO_DATABASE_URL, else `sqlite:///data/nianbao.sqlite`.
"""

from __future__ import annotations

import os
from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from models import (
    base,
    codebook_tables,
    division_tables,
    due_dates,
    likeness,
    publications,
    queue,
    search,
    summaries,
    views,
    wordings,
)
from models.database import open_engine, writer
from models.tables import metadata


def main() -> None:
    """Runs what was asked for in one transaction: a migration that fails leaves the database as it was."""
    url = context.config.attributes.get("url") or os.environ.get("NIANBAO_DATABASE_URL", "sqlite:///data/nianbao.sqlite")
    engine = open_engine(url)
    try:
        with writer(engine).connect() as connection:
            _let_tables_be_copied(connection)
            migrate(connection)
    finally:
        engine.dispose()


PLAIN = {
    base.Words: "sa.Text()",
    base.Structure: "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')",
    base.Moment: "sa.DateTime(timezone=True)",
    base.Figure: "sa.Numeric()",
    base.Coded: "sa.SmallInteger()",
}
"""Our column types as revisions write them: a revision must not change when `models/base.py` does."""


def plainly(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """How autogenerate writes one of our types; False leaves anything else to Alembic."""
    if kind != "type" or type(item) not in PLAIN:
        return False
    if isinstance(item, base.Structure):
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
    return PLAIN[type(item)]


def migrate(connection: Connection) -> None:
    """Runs the revisions on a connection and, where that ends at the newest one, refreshes views and codebook."""
    # Batch mode: SQLite cannot alter most things in place and needs its tables copied.
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=True,
        render_item=plainly, include_name=lambda name, kind, _: kind != "table" or not search.is_index(name),
    )  # fmt: skip
    with context.begin_transaction():
        before = context.get_context().get_current_revision()
        context.run_migrations()
        _refuse_broken_references(connection)
        revision = context.get_context().get_current_revision()
        if revision is not None and revision == ScriptDirectory.from_config(context.config).get_current_head():
            views.drop_views(connection)
            views.create_views(connection)
            new_series = codebook_tables.sync(connection)
            wordings.sync(connection)
            division_tables.sync(connection)
            if due_dates.sync(connection) or revision != before:  # minutes on a full database: only where it may matter
                publications.refresh(connection)
            if new_series or revision != before:
                summaries.rebuild(connection)
            search.sync(connection)
            if revision != before:
                likeness.sync(connection)
            queue.prepare(connection)
        elif revision is None:
            queue.drop(connection)


def _let_tables_be_copied(connection: Connection) -> None:
    """SQLite alters a table by copying and dropping it, which would take away the rows that refer to it."""
    if connection.dialect.name == "sqlite":
        # Past SQLAlchemy, which would begin a transaction first, and inside one this pragma does nothing.
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")


def _refuse_broken_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
        raise RuntimeError(f"expected every reference to hold after the migration, found a broken one: {tuple(broken)}")


if context.is_offline_mode():
    raise SystemExit("expected a database to connect to: migrations are not written out as SQL scripts")
main()
