"""Findings name the figures of other reports that they rest on; a verdict keeps what the person saw

Revision: 0014
Follows: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.views import drop_views

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_SIDES = ("left_side", "right_side")
_ON = """(SELECT n.{side} FROM finding n JOIN report_version v ON v.id = n.version_id
WHERE v.report_id = review.report_id AND n.rule = review.rule AND n.fingerprint = review.fingerprint {when} LIMIT 1)"""
_THEN = "AND v.first_seen <= review.reviewed_at ORDER BY v.seq DESC, n.id DESC"
"""The version that was the newest when the person judged: of a later one the same fingerprint may mean other sides."""
_SEVERAL = """rule = 'county-townships' OR rule IN
    (SELECT i.rule FROM identity i WHERE i.left_side || ' ' || i.right_side LIKE '% of year N%')"""


def upgrade() -> None:
    """Adds the columns; verdicts get the sides of the findings that they are on.

    A finding on several reports may have linked a like figure of its own in the place of the other report's: its links are
    forgotten, and are made truly the next time that the reports are compared (a crawl that changes one, or a replay).
    """
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    said = "the facts of other reports that it rests on: version_id and number of each; NULL for a rule on one report"
    op.add_column("finding", sa.Column("elsewhere", json, nullable=True, comment=said))
    for side in _SIDES:
        seen = f"{side.removesuffix('_side')} side of the finding when the person judged"
        op.add_column("review", sa.Column(side, sa.Text(), nullable=True, comment=seen))
        then, first = (_ON.format(side=side, when=when) for when in (_THEN, "ORDER BY v.seq, n.id"))
        op.execute(sa.text(f"UPDATE review SET {side} = COALESCE({then}, {first})"))
    op.execute(sa.text(f"UPDATE finding SET facts = NULL WHERE {_SEVERAL}"))
    _digest("digest of the rule, the figures it rests on, and whose those of others are")


def downgrade() -> None:
    """Forgets the figures of other reports, and what people saw."""
    drop_views(op.get_bind())
    _digest("digest of the rule and the figures it rests on")
    with op.batch_alter_table("finding") as table:
        table.drop_column("elsewhere")
    with op.batch_alter_table("review") as table:
        for side in reversed(_SIDES):
            table.drop_column(side)


def _digest(said: str) -> None:
    if op.get_bind().dialect.name == "postgresql":  # SQLite keeps no comments
        op.alter_column("finding", "fingerprint", existing_type=sa.Text(), existing_nullable=False, comment=said)
