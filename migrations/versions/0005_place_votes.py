"""The votes on where a report belongs

Revision: 0005
Follows: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.views import drop_views

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes room for the votes."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    op.add_column(
        "report_version",
        sa.Column(
            "placement", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True,
            comment="why it is placed where it is: reason, votes (source, said, followed), candidates where it stays open",
        ),
    )  # fmt: skip


def downgrade() -> None:
    """Forgets the votes."""
    drop_views(op.get_bind())
    op.drop_column("report_version", "placement")
