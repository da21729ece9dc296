"""${message}

Revision: ${up_revision}
Follows: ${down_revision | comma,n}
Made: ${create_date}
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.views import drop_views
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    drop_views(op.get_bind())
    ${downgrades if downgrades else "pass"}
