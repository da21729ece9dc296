"""The places, the sites, what the crawler did, and the codebook

Revision: 0001
Follows: nothing
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.views import drop_views

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Makes the tables."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    op.create_table(
        "concordance",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("expression", sa.Text(), nullable=False),
        sa.Column("comparability", sa.Text(), nullable=False),
        sa.Column("terms", sa.Integer(), nullable=False, comment="how many figures the expression adds up"),
        sa.PrimaryKeyConstraint("series", "edition", name=op.f("pk_concordance")),
    )
    op.create_table(
        "division",
        sa.Column("code", sa.Text(), nullable=False, comment="GB/T 2260, six digits; nine digits for a township"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=True, comment="province, prefecture, county or township"),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("path", sa.Text(), nullable=False, comment="names from the province down, joined by /"),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["parent"], ["division.code"], name=op.f("fk_division_parent")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_division")),
    )
    op.create_index("ix_division_name", "division", ["name"])
    op.create_index("ix_division_parent", "division", ["parent"])
    op.create_table(
        "identity",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("editions", JSON, nullable=False),
        sa.Column("strength", sa.Text(), nullable=False),
        sa.Column("left_side", sa.Text(), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("right_side", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("rule", name=op.f("pk_identity")),
    )
    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False, comment="2014, 2019 or 2021"),
        sa.Column("position", sa.Integer(), nullable=False, comment="order in which the form prints it"),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False, comment="as the form prints it"),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True, comment="code of the total it is a part of"),
        sa.Column("aliases", JSON, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.UniqueConstraint("code", "edition", name=op.f("uq_indicator_code_edition")),
    )
    op.create_table(
        "site",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("division", sa.Text(), nullable=True, comment="code of the division that the site belongs to"),
        sa.Column("family", sa.Text(), nullable=True, comment="CMS family whose page classes read the site"),
        sa.Column("start_urls", JSON, nullable=True),
        sa.Column("schedule", JSON, nullable=True),
        sa.Column("expectations", JSON, nullable=True),
        sa.Column("caveats", sa.Text(), nullable=True),
        sa.Column(
            "claims", sa.Integer(), server_default="0", nullable=False, comment="how often it was claimed: the fencing token"
        ),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_site")),
    )
    op.create_index("ix_site_division", "site", ["division"])
    op.create_table(
        "crawl",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_key", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False, comment="what asked for it: night, demand, retry, catch-up, replay"),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("counts", JSON, nullable=True, comment="what was counted: requests, new, changed, gone, …"),
        sa.Column("owner", sa.Text(), nullable=True, comment="host and process that runs it"),
        sa.Column("token", sa.Integer(), nullable=False, comment="fencing token: the site's claim number, rising"),
        sa.Column(
            "lease_until", sa.DateTime(timezone=True), nullable=False, comment="after this moment another may take the site over"
        ),
        sa.Column("heartbeat_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(outcome = 'running') = (ended_at IS NULL)", name=op.f("ck_crawl_ended")),
        sa.CheckConstraint(
            "outcome IN ('running', 'ok', 'nothing_new', 'incomplete', 'broken', 'blocked')", name=op.f("ck_crawl_outcome")
        ),
        sa.ForeignKeyConstraint(["site_key"], ["site.key"], name=op.f("fk_crawl_site_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crawl")),
    )
    op.create_index("ix_crawl_site_key_started_at", "crawl", ["site_key", "started_at"])
    op.create_index(
        "uq_crawl_running",
        "crawl",
        ["site_key"],
        unique=True,
        sqlite_where=sa.text("outcome = 'running'"),
        postgresql_where=sa.text("outcome = 'running'"),
    )
    op.create_table(
        "series_term",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("applicant", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name=op.f("fk_series_term_indicator_id")),
        sa.PrimaryKeyConstraint("series", "indicator_id", name=op.f("pk_series_term")),
    )
    op.create_table(
        "fetch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_key", sa.Text(), nullable=False),
        sa.Column("crawl_id", sa.Integer(), nullable=True),
        sa.Column("request_key", sa.Text(), nullable=False, comment="digest of requested URL, purpose and moment"),
        sa.Column("url", sa.Text(), nullable=False, comment="address that answered, after redirects"),
        sa.Column("requested_url", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False, comment="index, report or attachment"),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("content_type", sa.Text(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False, comment="bytes of the body"),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("warc_file", sa.Text(), nullable=True),
        sa.Column("warc_offset", sa.Integer(), nullable=True),
        sa.Column("warc_length", sa.Integer(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True, comment="SHA-1 of the payload as in the archive"),
        sa.Column("codec", sa.Text(), nullable=True, comment="codec the bytes were decoded with"),
        sa.Column("declared_codec", sa.Text(), nullable=True, comment="codec that the header declared, else the page's meta tag"),
        sa.Column(
            "against_declaration", sa.Boolean(), nullable=True, comment="whether a declaration (header or meta) was overruled"
        ),
        sa.Column("encoding_evidence", JSON, nullable=True, comment="every vote: source, said, followed"),
        sa.Column("damage", JSON, nullable=True, comment="garbling found: kind, method, share, lost"),
        sa.ForeignKeyConstraint(["crawl_id"], ["crawl.id"], name=op.f("fk_fetch_crawl_id")),
        sa.ForeignKeyConstraint(["site_key"], ["site.key"], name=op.f("fk_fetch_site_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fetch")),
        sa.UniqueConstraint("site_key", "request_key", name=op.f("uq_fetch_site_key_request_key")),
    )
    op.create_index("ix_fetch_crawl_id", "fetch", ["crawl_id"])
    op.create_index("ix_fetch_digest", "fetch", ["digest"])
    op.create_index("ix_fetch_url", "fetch", ["url"], postgresql_using="hash")
    op.create_table(
        "page",
        sa.Column("fetch_id", sa.Integer(), nullable=False),
        sa.Column("is_annual_report", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False, comment="in words, what the verdict rests on"),
        sa.Column("reports", sa.Integer(), nullable=False, comment="how many reports stand on the page"),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=True),
        sa.Column("listed_title", sa.Text(), nullable=True, comment="the index page's anchor title, may be cut"),
        sa.Column("listed_date", sa.Date(), nullable=True),
        sa.Column("index_url", sa.Text(), nullable=True),
        sa.Column("body_hash", sa.Text(), nullable=False, comment="SHA-256 of the bytes as sent"),
        sa.Column("damaged", sa.Boolean(), nullable=False),
        sa.Column("disguised", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["fetch_id"], ["fetch.id"], name=op.f("fk_page_fetch_id")),
        sa.PrimaryKeyConstraint("fetch_id", name=op.f("pk_page")),
    )
    op.create_index("ix_page_is_annual_report", "page", ["is_annual_report"])


def downgrade() -> None:
    """Takes the tables away, with what is in them."""
    drop_views(op.get_bind())
    op.drop_table("page")
    op.drop_table("fetch")
    op.drop_table("series_term")
    op.drop_table("crawl")
    op.drop_table("site")
    op.drop_table("indicator")
    op.drop_table("identity")
    op.drop_table("division")
    op.drop_table("concordance")
