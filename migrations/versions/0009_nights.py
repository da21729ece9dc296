"""Requests for a crawl, and what a night remembers

Revision: 0009
Follows: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.views import drop_views

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table of requests, and tells visits from looks at a part of a site."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    structure = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    op.add_column(
        "crawl",
        sa.Column(
            "partial", sa.Boolean(), server_default=sa.false(), nullable=False,
            comment="only a year, only a page or a dry run: no visit for the schedule",
        ),
    )  # fmt: skip
    op.add_column(
        "crawl",
        sa.Column(
            "would_store", structure, nullable=True,
            comment="of a dry run: what it would have stored",
        ),
    )  # fmt: skip
    op.create_index("ix_crawl_site_key_id", "crawl", ["site_key", "id"])
    op.create_table(
        "crawl_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_key", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=True, comment="host and process that asked"),
        sa.Column("options", structure, nullable=False, comment="arguments of the spider: year, url, full, force, dry_run"),
        sa.Column("crawl_id", sa.Integer(), nullable=True, comment="the crawl that runs or ran for it; NULL: it waits"),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False, comment="crawls begun for it"),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refusal", sa.Text(), nullable=True, comment="why no crawl was made for it"),
        sa.ForeignKeyConstraint(["crawl_id"], ["crawl.id"], name=op.f("fk_crawl_request_crawl_id")),
        sa.ForeignKeyConstraint(["site_key"], ["site.key"], name=op.f("fk_crawl_request_site_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crawl_request")),
    )
    still_open = sa.text("ended_at IS NULL")
    op.create_index("ix_crawl_request_open", "crawl_request", ["id"], sqlite_where=still_open, postgresql_where=still_open)
    op.create_index(op.f("ix_crawl_request_crawl_id"), "crawl_request", ["crawl_id"])
    op.create_index(op.f("ix_crawl_request_site_key"), "crawl_request", ["site_key"])


def downgrade() -> None:
    """Forgets the requests; crawls of a part of a site, and dry runs, stay among the crawls."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    op.drop_table("crawl_request")
    op.drop_index("ix_crawl_site_key_id", "crawl")
    with op.batch_alter_table("crawl") as table:
        table.drop_column("would_store")
        table.drop_column("partial")
