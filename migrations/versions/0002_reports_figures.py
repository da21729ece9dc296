"""The reports, their versions, figures, findings and changes

Revision: 0002
Follows: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.views import drop_views

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Makes the tables."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False, comment="division or site, publisher's normal form, year"),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("report_year", sa.Integer(), nullable=True),
        sa.Column("division_code", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("site_key", sa.Text(), nullable=False, comment="site where it was seen first"),
        sa.Column("url", sa.Text(), nullable=False, comment="address of the current version"),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gone_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["division_code"], ["division.code"], name=op.f("fk_report_division_code")),
        sa.ForeignKeyConstraint(["site_key"], ["site.key"], name=op.f("fk_report_site_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("identity", name=op.f("uq_report_identity")),
    )
    op.create_index("ix_report_division_code", "report", ["division_code"])
    op.create_index("ix_report_publisher", "report", ["publisher"], postgresql_using="hash")
    op.create_index("ix_report_report_year", "report", ["report_year"])
    op.create_index("ix_report_site_key", "report", ["site_key"])
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False, comment="confirmed, dismissed or unclear"),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("reviewer", sa.Text(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_review_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint("report_id", "rule", "fingerprint", name=op.f("uq_review_report_id_rule_fingerprint")),
    )
    op.create_table(
        "report_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False, comment="counts a report's versions from 1"),
        sa.Column("current", sa.Boolean(), nullable=False, comment="the version to read"),
        sa.Column(
            "cause",
            sa.Text(),
            nullable=False,
            comment="first, published (changed), reread (by other code), elsewhere (other page)",
        ),
        sa.Column("fetch_id", sa.Integer(), nullable=False, comment="the capture it was first read from"),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("family", sa.Text(), nullable=False, comment="CMS family that read the page"),
        sa.Column("extractor", sa.Text(), nullable=False, comment="version of the code that read it"),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("title_as_printed", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("publisher_as_printed", sa.Text(), nullable=True),
        sa.Column(
            "publisher_inferred", sa.Boolean(), nullable=False, comment="the name is nowhere printed as given in publisher"
        ),
        sa.Column("compiled_by", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("division_code", sa.Text(), nullable=True),
        sa.Column("report_year", sa.Integer(), nullable=True),
        sa.Column("period_start", sa.Date(), nullable=True),
        sa.Column("period_end", sa.Date(), nullable=True),
        sa.Column("publish_date", sa.Date(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dates", JSON, nullable=False, comment="every publication date found, the winner first: source, value, raw"),
        sa.Column("form_edition", sa.Text(), nullable=True, comment="2014, 2019, 2021; NULL for prose"),
        sa.Column("index_number", sa.Text(), nullable=True),
        sa.Column("document_number", sa.Text(), nullable=True),
        sa.Column("issuing_office", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("source_media", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("fax", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("website", sa.Text(), nullable=True),
        sa.Column("is_summary", sa.Boolean(), nullable=False, comment="a summary over many units"),
        sa.Column("hijack_verdict", sa.Text(), nullable=False),
        sa.Column("hijack_evidence", JSON, nullable=False),
        sa.Column("codec", sa.Text(), nullable=False),
        sa.Column("encoding_evidence", JSON, nullable=False),
        sa.Column("damage", JSON, nullable=False),
        sa.Column(
            "text", sa.Text(), nullable=False, comment="the report's text after repair; places of facts count its characters"
        ),
        sa.Column(
            "content_hash", sa.Text(), nullable=False, comment="SHA-256 of the text without white space and visit counters"
        ),
        sa.Column("facts_hash", sa.Text(), nullable=False, comment="SHA-256 of every cell's meaning"),
        sa.Column("fact_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["division_code"], ["division.code"], name=op.f("fk_report_version_division_code")),
        sa.ForeignKeyConstraint(["fetch_id"], ["fetch.id"], name=op.f("fk_report_version_fetch_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_version_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_version")),
        sa.UniqueConstraint("report_id", "seq", name=op.f("uq_report_version_report_id_seq")),
    )
    op.create_index("ix_report_version_fetch_id", "report_version", ["fetch_id"])
    op.create_index("ix_report_version_hijack_verdict", "report_version", ["hijack_verdict"])
    op.create_index(
        "uq_report_version_current",
        "report_version",
        ["report_id"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )
    op.create_table(
        "attachment",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("fetch_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["fetch_id"], ["fetch.id"], name=op.f("fk_attachment_fetch_id")),
        sa.ForeignKeyConstraint(["version_id"], ["report_version.id"], name=op.f("fk_attachment_version_id")),
        sa.PrimaryKeyConstraint("version_id", "number", name=op.f("pk_attachment")),
    )
    op.create_table(
        "change",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("previous_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, comment="added, removed or changed"),
        sa.Column("field", sa.Text(), nullable=True, comment="name of the field; NULL where a figure differs"),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("edition", sa.Text(), nullable=True),
        sa.Column("applicant", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("old_value", sa.Numeric(), nullable=True),
        sa.Column("new_value", sa.Numeric(), nullable=True),
        sa.Column("old_raw", sa.Text(), nullable=True, comment="as printed before; the field's old content"),
        sa.Column("new_raw", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["previous_id"], ["report_version.id"], name=op.f("fk_change_previous_id")),
        sa.ForeignKeyConstraint(["version_id"], ["report_version.id"], name=op.f("fk_change_version_id")),
        sa.PrimaryKeyConstraint("version_id", "number", name=op.f("pk_change")),
    )
    op.create_index("ix_change_previous_id", "change", ["previous_id"])
    op.create_table(
        "fact",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="counts a version's facts from 1"),
        sa.Column("indicator_id", sa.Integer(), nullable=True, comment="NULL for a local extra row"),
        sa.Column("edition", sa.Text(), nullable=True, comment="only where there is no indicator, which has its own"),
        sa.Column("applicant", sa.SmallInteger(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True, comment="printed label of a breakdown or of a local row"),
        sa.Column("value", sa.Numeric(), nullable=True, comment="NULL unless meaning is number, zero or approximate"),
        sa.Column("meaning", sa.SmallInteger(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False, comment="as printed at its place"),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("origin", sa.SmallInteger(), nullable=False),
        sa.Column("place_start", sa.Integer(), nullable=False, comment="characters of the version's text, the end exclusive"),
        sa.Column("place_end", sa.Integer(), nullable=False),
        sa.Column("place_table", sa.Integer(), nullable=True, comment="table, row and column count from 1"),
        sa.Column("place_row", sa.Integer(), nullable=True),
        sa.Column("place_column", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name=op.f("fk_fact_indicator_id")),
        sa.ForeignKeyConstraint(["version_id"], ["report_version.id"], name=op.f("fk_fact_version_id")),
        sa.PrimaryKeyConstraint("version_id", "number", name=op.f("pk_fact")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False, comment="pass, fail, uncertain or not_assessable"),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("left_side", sa.Text(), nullable=True),
        sa.Column("right_side", sa.Text(), nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["report_version.id"], name=op.f("fk_finding_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("version_id", "rule", "fingerprint", name=op.f("uq_finding_version_id_rule_fingerprint")),
    )
    op.create_index("ix_finding_fingerprint", "finding", ["fingerprint"])
    op.create_index("ix_finding_outcome_rule", "finding", ["outcome", "rule"])
    op.create_table(
        "sighting",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("url_hash", sa.Text(), nullable=False, comment="digest of the URL, which may be of any length"),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("site_key", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_fetch_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["last_fetch_id"], ["fetch.id"], name=op.f("fk_sighting_last_fetch_id")),
        sa.ForeignKeyConstraint(["site_key"], ["site.key"], name=op.f("fk_sighting_site_key")),
        sa.ForeignKeyConstraint(["version_id"], ["report_version.id"], name=op.f("fk_sighting_version_id")),
        sa.PrimaryKeyConstraint("version_id", "url_hash", name=op.f("pk_sighting")),
    )
    op.create_index("ix_sighting_url_hash", "sighting", ["url_hash"])
    op.create_table(
        "finding_fact",
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("fact_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name=op.f("fk_finding_fact_finding_id")),
        sa.ForeignKeyConstraint(
            ["version_id", "fact_number"], ["fact.version_id", "fact.number"], name=op.f("fk_finding_fact_version_id_fact_number")
        ),
        sa.PrimaryKeyConstraint("finding_id", "version_id", "fact_number", name=op.f("pk_finding_fact")),
    )


def downgrade() -> None:
    """Takes the tables away, with what is in them."""
    drop_views(op.get_bind())
    op.drop_table("finding_fact")
    op.drop_table("sighting")
    op.drop_table("finding")
    op.drop_table("fact")
    op.drop_table("change")
    op.drop_table("attachment")
    op.drop_table("report_version")
    op.drop_table("review")
    op.drop_table("report")
