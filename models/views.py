"""Views for readers: plain names over the tables, the same columns and results on SQLite and PostgreSQL.

They stand in no `MetaData` of the tables (Alembic would take them for tables). Migrations drop them first and
`migrations/env.py` makes them again at the newest revision, so a view is always the one of this code.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Connection, Date, inspect, text
from sqlalchemy.types import TypeEngine

from models.base import Figure, Moment, Structure
from models.coverage_cells import TYPES as COVERAGE_TYPES
from models.view import documents, doings, figures, forms, presence
from models.view.figures import ALL_FACTS as ALL_FACTS
from models.view.shape import View

DESCRIBED: dict[str, View] = {
    view.name: view
    for view in (*documents.VIEWS, *figures.VIEWS, *forms.VIEWS, *doings.VIEWS, *presence.VIEWS)
}  # fmt: skip
"""Every view by its name, with what it and its columns say."""

VIEWS: dict[str, str] = {name: view.query for name, view in DESCRIBED.items()}
"""The SQL of every view by its name, as SQLite takes it."""

_MOMENTS = (
    "first_seen", "last_seen", "gone_since", "seen", "fetched_at", "turned", "judged_at", "last_started", "last_ended",
    "last_worked", "troubled_since", "last_report_seen",
)  # fmt: skip

TYPES: dict[str, TypeEngine[Any]] = {
    **COVERAGE_TYPES,
    **dict.fromkeys(_MOMENTS, Moment()),
    **dict.fromkeys(("period_start", "period_end", "publish_date", "listed_date"), Date()),
    **dict.fromkeys(("value", "old_value", "new_value", *forms.FIGURES), Figure()),
    **dict.fromkeys(
        ("current", "publisher_inferred", "is_summary", "is_annual_report", "against_declaration", "counts", "own"), Boolean()
    ),
    **dict.fromkeys(("encoding_evidence", "damage", "evidence", "facts", "elsewhere"), Structure()),
}
"""Types of the views' columns by name, where they are more than text and whole numbers: `text(query).columns(**TYPES)`."""


def create_views(connection: Connection) -> None:
    """Makes every view; the tables must be those of the newest revision."""
    for name, view in DESCRIBED.items():
        connection.execute(text(f"CREATE VIEW {name} AS {view.query_on(connection.dialect.name)}"))


def drop_views(connection: Connection) -> None:
    """Takes away those views of ours that exist; views of other names are left alone."""
    for name in sorted(set(inspect(connection).get_view_names()) & set(VIEWS)):
        connection.execute(text(f"DROP VIEW {name}"))


def columns(connection: Connection, name: str) -> list[str]:
    """The column names of a view as the database has it, in order."""
    return [column["name"] for column in inspect(connection).get_columns(name)]
