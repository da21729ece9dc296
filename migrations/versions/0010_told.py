"""Which problems the operator was told of

Revision: 0010
Follows: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.views import drop_views

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    op.create_table(
        "told",
        sa.Column("site_key", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False, comment="broken, blocked, incomplete or stale"),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["site_key"], ["site.key"], name=op.f("fk_told_site_key")),
        sa.PrimaryKeyConstraint("site_key", name=op.f("pk_told")),
    )
    op.create_table(
        "sent_digest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_digest")),
    )


def downgrade() -> None:
    """Forgets what was told: the next night tells it again."""
    drop_views(op.get_bind())
    op.drop_table("sent_digest")
    op.drop_table("told")
