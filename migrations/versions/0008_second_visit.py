"""What a second visit remembers: lists and their entries, reports that went and came back, which records are revisits

Revision: 0008
Follows: 0007
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.views import drop_views

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

def _added() -> dict[str, tuple[sa.Column[Any], ...]]:
    """The columns that known tables get."""
    return {
        "fetch": (
            sa.Column(
                "warc_kind", sa.Text(), nullable=True, comment="response, or revisit: the bytes stand in an earlier record"
            ),
        ),
        "page": (
            sa.Column(
                "listed_column", sa.Text(), nullable=True, comment="address of the registry's column that the list belongs to"
            ),
            sa.Column("extractor", sa.Text(), nullable=True, comment="version of the code that read it last"),
            sa.Column(
                "last_seen", sa.DateTime(timezone=True), nullable=True,
                comment="when the same bytes were last seen at this address",
            ),
        ),
        "sighting": (
            sa.Column("gone_since", sa.DateTime(timezone=True), nullable=True, comment="since when this address gives no page"),
        ),
    }  # fmt: skip


def upgrade() -> None:
    """Makes the tables, and gives what was kept before its place in them."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    for table, columns in _added().items():
        for column in columns:
            op.add_column(table, column)
    _make_listing()
    _make_listing_entry()
    _make_tombstone()
    # Until now every answer was archived whole, every page was last seen when it was read, and 404 and 410 alone were noted.
    op.execute("UPDATE \"fetch\" SET warc_kind = 'response' WHERE warc_file IS NOT NULL")
    op.execute("UPDATE page SET last_seen = (SELECT f.fetched_at FROM \"fetch\" f WHERE f.id = page.fetch_id)")
    op.execute(
        "INSERT INTO tombstone (report_id, number, gone_since, why, url)"
        " SELECT id, 1, gone_since, 'status 404 or 410', url FROM report WHERE gone_since IS NOT NULL"
    )
    op.execute(
        "UPDATE sighting SET gone_since = (SELECT r.gone_since FROM report r JOIN report_version v ON v.report_id = r.id"
        " WHERE v.id = sighting.version_id AND r.url = sighting.url)"
    )


def downgrade() -> None:
    """Forgets the lists and the record of what came back; `report.gone_since` stays as it was."""
    drop_views(op.get_bind())
    for table in ("tombstone", "listing_entry", "listing"):
        op.drop_table(table)
    for table, columns in _added().items():
        for column in columns:
            op.drop_column(table, column.name)


def _make_listing() -> None:
    op.create_table(
        "listing",
        sa.Column("site_key", sa.Text(), nullable=False),
        sa.Column("list_hash", sa.Text(), nullable=False, comment="digest of the list's address"),
        sa.Column("url", sa.Text(), nullable=False, comment="address of its first page"),
        sa.Column("annual", sa.Boolean(), nullable=False, comment="whether it is known to hold annual reports"),
        sa.Column("leads_to", _JSON, nullable=False, comment="lists that its first page leads to: url, title, annual"),
        sa.Column("fetch_id", sa.Integer(), nullable=True, comment="the first page as it was last read"),
        sa.Column("body_hash", sa.Text(), nullable=True, comment="SHA-256 of that page's bytes"),
        sa.Column("extractor", sa.Text(), nullable=True, comment="version of the code that read it"),
        sa.Column("walked_at", sa.DateTime(timezone=True), nullable=False, comment="when its first page was last answered"),
        sa.Column(
            "ended", sa.Text(), nullable=True,
            comment="how its last walk ended: whole, known (stopped early), cut; NULL while under way",
        ),
        sa.Column(
            "full_at", sa.DateTime(timezone=True), nullable=True, comment="when it was last walked to its end without a gap"
        ),
        sa.ForeignKeyConstraint(["fetch_id"], ["fetch.id"], name="fk_listing_fetch_id"),
        sa.ForeignKeyConstraint(["site_key"], ["site.key"], name="fk_listing_site_key"),
        sa.PrimaryKeyConstraint("site_key", "list_hash", name="pk_listing"),
    )  # fmt: skip


def _make_listing_entry() -> None:
    op.create_table(
        "listing_entry",
        sa.Column("site_key", sa.Text(), nullable=False),
        sa.Column(
            "url_hash", sa.Text(), nullable=False, comment="digest of the address without scheme, session, tracking"
        ),
        sa.Column("list_hash", sa.Text(), nullable=False, comment="the list that it was last seen on"),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "missing", sa.Integer(), server_default="0", nullable=False,
            comment="whole walks of its list in a row without it",
        ),
        sa.ForeignKeyConstraint(["site_key"], ["site.key"], name="fk_listing_entry_site_key"),
        sa.PrimaryKeyConstraint("site_key", "url_hash", name="pk_listing_entry"),
    )  # fmt: skip
    op.create_index("ix_listing_entry_site_key_list_hash", "listing_entry", ["site_key", "list_hash"])


def _make_tombstone() -> None:
    op.create_table(
        "tombstone",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="counts a report's disappearances from 1"),
        sa.Column("gone_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "why", sa.Text(), nullable=False, comment="status 404, status 410, or that its list no longer names it"
        ),
        sa.Column("url", sa.Text(), nullable=False, comment="the address that was last of all to be gone"),
        sa.Column(
            "returned_at", sa.DateTime(timezone=True), nullable=True, comment="when it was seen again; NULL while it is gone"
        ),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_tombstone_report_id"),
        sa.PrimaryKeyConstraint("report_id", "number", name="pk_tombstone"),
    )  # fmt: skip
