"""Who is expected to report by when, and when each report came

Revision: 0003
Follows: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.views import drop_views

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables; env.py fills them from the reports."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    op.create_table(
        "due_date",
        sa.Column("rule", sa.Text(), nullable=False, comment="a level, or level@code for the divisions within an area"),
        sa.Column("report_year", sa.Integer(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=True, comment="beginning of the division codes it holds for; NULL: everywhere"),
        sa.Column("due", sa.Date(), nullable=False, comment="the day itself is still in time"),
        sa.Column("local", sa.Boolean(), nullable=False, comment="the day is set by local rule, not by the regulation"),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("rule", "report_year", name=op.f("pk_due_date")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "publisher",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "key", sa.Text(), nullable=False, comment="division code and colon for its government; else with a name or site"
        ),
        sa.Column("name", sa.Text(), nullable=True, comment="as the newest report has it; NULL: that of the division"),
        sa.Column("division_code", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False, comment="rule of table due_date that its reports are held to"),
        sa.Column("site_key", sa.Text(), nullable=True, comment="site on which it is looked for"),
        sa.Column("first_year", sa.Integer(), nullable=True, comment="years in which its division stood; NULL: no bound known"),
        sa.Column("last_year", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["division_code"], ["division.code"], name=op.f("fk_publisher_division_code")),
        sa.ForeignKeyConstraint(["site_key"], ["site.key"], name=op.f("fk_publisher_site_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publisher")),
        sa.UniqueConstraint("key", name=op.f("uq_publisher_key")),
    )
    op.create_index("ix_publisher_division_code", "publisher", ["division_code"])
    op.create_index("ix_publisher_site_key", "publisher", ["site_key"])
    op.create_table(
        "publication",
        sa.Column("publisher_id", sa.Integer(), nullable=False),
        sa.Column("report_year", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column(
            "main", sa.Boolean(), nullable=False, comment="the report to go by, where an office and its government have one each"
        ),
        sa.Column("standing", sa.SmallInteger(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True, comment="day of publication, see basis"),
        sa.Column("basis", sa.SmallInteger(), nullable=False, comment="what the day rests on, see models/punctuality.py"),
        sa.Column("days_late", sa.Integer(), nullable=True, comment="0 in time; NULL where it cannot be told"),
        sa.Column("verdict", sa.Text(), nullable=False, comment="hijack verdict of the version to read"),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gone_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["publisher_id"], ["publisher.id"], name=op.f("fk_publication_publisher_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_publication_report_id")),
        sa.PrimaryKeyConstraint("publisher_id", "report_year", "report_id", name=op.f("pk_publication")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_publication_report_id", "publication", ["report_id"])
    op.create_table(
        "coverage_cell",
        sa.Column("publisher_id", sa.Integer(), nullable=False),
        sa.Column("report_year", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False, comment="see models/coverage.py"),
        sa.Column("days_late", sa.Integer(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("basis", sa.SmallInteger(), nullable=True),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("local", sa.Boolean(), nullable=False, comment="the due date is set by local rule"),
        sa.Column(
            "division_code", sa.Text(), nullable=True, comment="the publisher's, again: a province is read by this index"
        ),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("report_id", sa.Integer(), nullable=True, comment="NULL where nothing was ever seen"),
        sa.ForeignKeyConstraint(["publisher_id"], ["publisher.id"], name=op.f("fk_coverage_cell_publisher_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_coverage_cell_report_id")),
        sa.PrimaryKeyConstraint("publisher_id", "report_year", name=op.f("pk_coverage_cell")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_coverage_cell_division_code", "coverage_cell", ["division_code"])
    op.create_index("ix_coverage_cell_state_report_year", "coverage_cell", ["state", "report_year"])


def downgrade() -> None:
    """Takes the tables away: the reports that they were made from stay."""
    drop_views(op.get_bind())
    op.drop_table("coverage_cell")
    op.drop_table("publication")
    op.drop_table("publisher")
    op.drop_table("due_date")
