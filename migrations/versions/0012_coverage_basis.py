"""On what the coverage of a site rests, so that it is made anew only where something has changed

Revision: 0012
Follows: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.views import drop_views

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the digest; without one, the coverage of a site is made anew when its next crawl ends."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    op.add_column(
        "site",
        sa.Column(
            "coverage_basis", sa.Text(), nullable=True,
            comment="digest of what the coverage was last made from; NULL: to be made anew",
        ),
    )  # fmt: skip


def downgrade() -> None:
    """Forgets the digests."""
    drop_views(op.get_bind())
    with op.batch_alter_table("site") as table:
        table.drop_column("coverage_basis")
