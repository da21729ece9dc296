"""What search needs: an index of bigrams

Revision: 0007
Follows: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.views import drop_views

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the index; env.py fills it from the versions."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search USING fts5(grams, content='', detail='none', tokenize='ascii')")
        return
    op.create_table(
        "search",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("grams", postgresql.TSVECTOR(), nullable=False, comment="bigrams of title and text, see models/search.py"),
        sa.ForeignKeyConstraint(["version_id"], ["report_version.id"], name=op.f("fk_search_version_id")),
        sa.PrimaryKeyConstraint("version_id", name=op.f("pk_search")),
    )
    op.create_index("ix_search_grams", "search", ["grams"], postgresql_using="gin")


def downgrade() -> None:
    """Takes the index away; it can be made again."""
    drop_views(op.get_bind())
    op.drop_table("search")
