"""Figures kept small, and sums kept beside them

Revision: 0006
Follows: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.views import drop_views

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Packs facts, hangs on each finding the facts it rests on, and makes room for the summary tables."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    _list_facts_of_findings()
    _small_facts()
    op.get_bind().execute(sa.text(_SMALLER.format(**_ENGINE[op.get_bind().dialect.name])))
    _take_place_of_facts("fact_small")
    _summaries()
    op.drop_index("ix_report_report_year", "report")
    op.create_index("ix_report_report_year_division_code", "report", ["report_year", "division_code"])


def downgrade() -> None:
    """Unpacks facts, gives findings their table of facts back, forgets the summaries, which hold nothing of their own."""
    drop_views(op.get_bind())
    op.drop_index("ix_report_report_year_division_code", "report")
    op.create_index("ix_report_report_year", "report", ["report_year"])
    for table in ("figure_sum", "series_point", "series_name", "tally"):
        op.drop_table(table)
    _plain_facts()
    op.get_bind().execute(sa.text(_PLAINER))
    _take_place_of_facts("fact_plain")
    _table_of_facts_of_findings()


# --- findings ---

_FACT_NUMBERS = {
    "sqlite": "(SELECT REPLACE(json_group_array(x.fact_number), ',', ', ') FROM"
    " (SELECT l.fact_number FROM finding_fact l WHERE l.finding_id = finding.id ORDER BY l.fact_number) x)",
    "postgresql": "(SELECT jsonb_agg(l.fact_number ORDER BY l.fact_number) FROM finding_fact l WHERE l.finding_id = finding.id)",
}
_EACH_NUMBER = {
    "sqlite": "json_each(n.facts) x",
    "postgresql": "jsonb_array_elements(n.facts) AS x(value)",
}


def _list_facts_of_findings() -> None:
    with op.batch_alter_table("finding") as batch:
        batch.add_column(
            sa.Column("facts", JSON, nullable=True, comment="numbers of the version's facts that it rests on, on either side")
        )
        batch.alter_column(
            "fingerprint", existing_type=sa.Text(), existing_nullable=False,
            comment="digest of the rule and the figures it rests on",
        )  # fmt: skip
        batch.drop_constraint("uq_finding_version_id_rule_fingerprint", type_="unique")
    op.drop_index("ix_finding_fingerprint", "finding")
    op.create_index("ix_finding_version_id", "finding", ["version_id"])
    numbers = _FACT_NUMBERS[op.get_bind().dialect.name]
    rests = "EXISTS (SELECT 1 FROM finding_fact l WHERE l.finding_id = finding.id)"
    op.execute(f"UPDATE finding SET facts = {numbers} WHERE {rests}")
    op.drop_table("finding_fact")


def _table_of_facts_of_findings() -> None:
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
    each = _EACH_NUMBER[op.get_bind().dialect.name]
    op.execute(
        "INSERT INTO finding_fact (finding_id, version_id, fact_number)"
        f" SELECT n.id, n.version_id, CAST(CAST(x.value AS TEXT) AS INTEGER) FROM finding n, {each} WHERE n.facts IS NOT NULL"
    )
    op.drop_index("ix_finding_version_id", "finding")
    op.create_index("ix_finding_fingerprint", "finding", ["fingerprint"])
    with op.batch_alter_table("finding") as batch:
        batch.create_unique_constraint("uq_finding_version_id_rule_fingerprint", ["version_id", "rule", "fingerprint"])
        batch.alter_column("fingerprint", existing_type=sa.Text(), existing_nullable=False, comment=None)
        batch.drop_column("facts")


# --- facts ---

_ENGINE = {
    "sqlite": {"some": "NULLIF(json_patch('{{}}', json_object({pairs})), '{{}}')"},
    "postgresql": {"some": "NULLIF(jsonb_strip_nulls(jsonb_build_object({pairs})), CAST('{{}}' AS jsonb))"},
}
_PAIRS = """'edition', f.edition, 'category', f.category,
        'unit', CASE WHEN COALESCE(f.unit, '') <> COALESCE(i.unit, '') THEN COALESCE(f.unit, '') END, 'remark', f.remark,
        'end', CASE WHEN f.place_end <> f.place_start + LENGTH(f.raw) THEN f.place_end END"""
for _engine in _ENGINE.values():
    _engine["some"] = _engine["some"].format(pairs=_PAIRS)

# The best is the form's word before an attachment's before the prose's, the first where it is said twice alike.
_SMALLER = """
INSERT INTO fact_small (version_id, number, indicator_id, value, said, raw, place_start, cell, more)
SELECT f.version_id, f.number, f.indicator_id, f.value,
    COALESCE(f.applicant + 1, 0) + f.meaning * 16 + f.origin * 256
        + CASE WHEN f.value IS NULL OR (f.one AND f.number = f.best AND f.low = f.high) THEN 0 ELSE 128 END,
    CASE WHEN f.raw <> CASE WHEN f.value IS NULL THEN '' ELSE CAST(f.value AS TEXT) END THEN f.raw END,
    f.place_start,
    CASE WHEN f.place_table IS NULL AND f.place_row IS NULL AND f.place_column IS NULL THEN NULL
        WHEN f.place_table > 0 AND f.place_row BETWEEN 1 AND 255 AND f.place_column BETWEEN 1 AND 63
        THEN (CAST(f.place_table AS BIGINT) - 1) * 16384 + f.place_row * 64 + f.place_column
        ELSE -(CAST(COALESCE(f.place_table, 0) AS BIGINT) * 4398046511104 + CAST(COALESCE(f.place_row, 0) AS BIGINT) * 2097152
            + COALESCE(f.place_column, 0)) END,
    {some}
FROM (
    SELECT y.*,
        MIN(CASE WHEN y.rank = y.first_rank THEN y.number END) OVER cell AS best,
        MIN(CASE WHEN y.rank = y.first_rank THEN y.value END) OVER cell AS low,
        MAX(CASE WHEN y.rank = y.first_rank THEN y.value END) OVER cell AS high
    FROM (
        SELECT x.*, x.indicator_id IS NOT NULL AND x.category IS NULL AS one,
            CASE x.origin WHEN 0 THEN 0 WHEN 2 THEN 1 ELSE 2 END AS rank,
            MIN(CASE x.origin WHEN 0 THEN 0 WHEN 2 THEN 1 ELSE 2 END) OVER (PARTITION BY x.version_id, x.indicator_id,
                COALESCE(x.applicant, -1), COALESCE(x.category, ''), x.value IS NULL) AS first_rank
        FROM fact x
    ) y
    WINDOW cell AS (PARTITION BY y.version_id, y.indicator_id, COALESCE(y.applicant, -1), COALESCE(y.category, ''),
        y.value IS NULL)
) f LEFT JOIN indicator i ON i.id = f.indicator_id
ORDER BY f.version_id, f.number"""

_RAW = "COALESCE(f.raw, CASE WHEN f.value IS NULL THEN '' ELSE CAST(f.value AS TEXT) END)"
_PLAINER = f"""
INSERT INTO fact_plain (version_id, number, indicator_id, edition, applicant, category, value, meaning, raw, unit, remark, origin,
    place_start, place_end, place_table, place_row, place_column)
SELECT f.version_id, f.number, f.indicator_id, f.more ->> 'edition', NULLIF((f.said & 15) - 1, -1), f.more ->> 'category',
    f.value, (f.said >> 4) & 7, {_RAW}, NULLIF(COALESCE(f.more ->> 'unit', i.unit), ''), f.more ->> 'remark', f.said >> 8,
    f.place_start, COALESCE(CAST(f.more ->> 'end' AS INTEGER), f.place_start + LENGTH({_RAW})),
    CASE WHEN f.cell >= 0 THEN (f.cell >> 14) + 1 ELSE NULLIF((-f.cell) >> 42, 0) END,
    CASE WHEN f.cell >= 0 THEN (f.cell >> 6) & 255 ELSE NULLIF(((-f.cell) >> 21) & 2097151, 0) END,
    CASE WHEN f.cell >= 0 THEN f.cell & 63 ELSE NULLIF((-f.cell) & 2097151, 0) END
FROM fact f LEFT JOIN indicator i ON i.id = f.indicator_id
ORDER BY f.version_id, f.number"""


def _small_facts() -> None:
    op.create_table(
        "fact_small",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="counts a version's facts from 1"),
        sa.Column("indicator_id", sa.Integer(), nullable=True, comment="NULL for a local extra row"),
        sa.Column("value", sa.Numeric(), nullable=True, comment="NULL unless meaning is number, zero or approximate"),
        sa.Column(
            "said", sa.SmallInteger(), nullable=False, comment="applicant, meaning, whether it counts, origin; packed"
        ),
        sa.Column(
            "raw", sa.Text(), nullable=True, comment="as printed at its place; NULL where that is the value's plain printing"
        ),
        sa.Column("place_start", sa.Integer(), nullable=False, comment="characters of the version's text before it"),
        sa.Column("cell", sa.BigInteger(), nullable=True, comment="table, row and column, which count from 1; packed"),
        sa.Column(
            "more", JSON, nullable=True,
            comment="what few have: edition (of a local row), category, unit (not the indicator's), remark, end (of the place)",
        ),
        *_keys_of_facts(),
        sqlite_with_rowid=False,
    )  # fmt: skip


def _plain_facts() -> None:
    op.create_table(
        "fact_plain",
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
        *_keys_of_facts(),
        sqlite_with_rowid=False,
    )


def _keys_of_facts() -> list[sa.Constraint]:
    # Names are given when the table has its own: PostgreSQL lets no two keys of one schema have the same name.
    return [
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name=op.f("fk_fact_indicator_id")),
        sa.ForeignKeyConstraint(["version_id"], ["report_version.id"], name=op.f("fk_fact_version_id")),
        sa.PrimaryKeyConstraint("version_id", "number", name=op.f("pk_fact_new")),
    ]


def _take_place_of_facts(table: str) -> None:
    op.drop_table("fact")
    op.rename_table(table, "fact")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER INDEX pk_fact_new RENAME TO pk_fact")


# --- summaries ---


def _summaries() -> None:
    op.create_table(
        "tally",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False, comment="the version whose figures are in the sums and points"),
        sa.Column("report_year", sa.Integer(), nullable=True, comment="NULL: in no sum"),
        sa.Column("area", sa.Text(), nullable=False, comment="first two digits of the division's code, the province; '' unknown"),
        sa.Column("level", sa.Text(), nullable=False, comment="level of the publisher; '' unknown"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_tally_report_id")),
        sa.ForeignKeyConstraint(["version_id"], ["report_version.id"], name=op.f("fk_tally_version_id")),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_tally")),
    )
    op.create_index("ix_tally_report_year_area", "tally", ["report_year", "area"])
    op.create_table(
        "series_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series_name")),
        sa.UniqueConstraint("series", name=op.f("uq_series_name_series")),
    )
    op.create_table(
        "series_point",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.SmallInteger(), nullable=False, comment="edition that the series is read off"),
        sa.Column("value", sa.Numeric(), nullable=True, comment="NULL where a figure of the sum is missing"),
        sa.Column("found", sa.SmallInteger(), nullable=False, comment="how many figures of the sum are there"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_series_point_report_id")),
        sa.ForeignKeyConstraint(["series_id"], ["series_name.id"], name=op.f("fk_series_point_series_id")),
        sa.PrimaryKeyConstraint("report_id", "series_id", name=op.f("pk_series_point")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "figure_sum",
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("report_year", sa.Integer(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False, comment="first two digits of the division's code, the province; '' unknown"),
        sa.Column("level", sa.Text(), nullable=False, comment="level of the publishers; '' unknown"),
        sa.Column("applicant", sa.SmallInteger(), nullable=False, comment="0 none, else the place of the applicant type from 1"),
        sa.Column("reports", sa.Integer(), nullable=False, comment="how many reports have a value"),
        sa.Column("value", sa.Numeric(), nullable=False, comment="their sum"),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name=op.f("fk_figure_sum_indicator_id")),
        sa.PrimaryKeyConstraint("indicator_id", "report_year", "area", "level", "applicant", name=op.f("pk_figure_sum")),
        sqlite_with_rowid=False,
    )
