"""What search needs

Revision: 0007
Follows: 0006
"""

from __future__ import annotations

from alembic import op

from models.views import drop_views

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them


def downgrade() -> None:
    """Nothing yet."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
