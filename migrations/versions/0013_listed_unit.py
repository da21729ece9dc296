"""Whose report a list says that a line is: beside the page that was read, and in the memory of lists

Revision: 0013
Follows: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.views import drop_views

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_SAID = "whose report the list says it is"


def upgrade() -> None:
    """Adds the columns; what was listed before says nothing."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    op.add_column("page", sa.Column("listed_unit", sa.Text(), nullable=True, comment=_SAID))
    op.add_column("listing_entry", sa.Column("unit", sa.Text(), nullable=True, comment=_SAID))


def downgrade() -> None:
    """Forgets what lists said of that."""
    drop_views(op.get_bind())
    for table, column in (("listing_entry", "unit"), ("page", "listed_unit")):
        with op.batch_alter_table(table) as batch:
            batch.drop_column(column)
