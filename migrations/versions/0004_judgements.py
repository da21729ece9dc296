"""A person's verdict on whether a report's page is genuine

Revision: 0004
Follows: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.views import drop_views

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table, and room for the program's verdict beside a person's."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    op.add_column(
        "report_version",
        sa.Column("hijack_found", sa.Text(), nullable=True, comment="the program's own verdict where a person judged otherwise"),
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column(
            "verdict", sa.Text(), nullable=False, comment="genuine (released), or what is wrong with the page (confirmed)"
        ),
        sa.Column("found", sa.Text(), nullable=False, comment="verdict of the program when the person judged"),
        sa.Column(
            "signs", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False,
            comment="words of the program's signs when the person judged",
        ),
        sa.Column("content_hash", sa.Text(), nullable=False, comment="text that was judged"),
        sa.Column("body_hash", sa.Text(), nullable=True, comment="bytes that were judged"),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("reviewer", sa.Text(), nullable=True),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_judgement_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        sa.UniqueConstraint("report_id", "content_hash", name=op.f("uq_judgement_report_id_content_hash")),
    )  # fmt: skip


def downgrade() -> None:
    """Takes the table away; versions get back what the program found."""
    drop_views(op.get_bind())
    op.execute("UPDATE report_version SET hijack_verdict = hijack_found WHERE hijack_found IS NOT NULL")
    op.drop_table("judgement")
    op.drop_column("report_version", "hijack_found")
