"""Findings keep their rule's words once; versions have sixty bits by which their texts are compared

Revision: 0011
Follows: 0010
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from models.views import drop_views

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

CHUNK = 5000


def upgrade() -> None:
    """Makes the tables; takes the rules' words out of the findings. env.py fills in the bits of the texts."""
    drop_views(op.get_bind())  # env.py makes them again, as the code of the day has them
    op.add_column(
        "report_version",
        sa.Column(
            "likeness", sa.BigInteger(), nullable=True,
            comment="sixty bits of its sentences, see models/likeness.py; NULL where they are too few",
        ),
    )  # fmt: skip
    now = sa.text("current")
    op.create_index(
        "ix_report_version_content_hash", "report_version", ["content_hash", "report_id"], sqlite_where=now, postgresql_where=now
    )
    few = sa.text("hijack_verdict IN ('disguised', 'injected', 'mirror', 'hijacked')")
    op.drop_index("ix_report_version_hijack_verdict", "report_version")
    op.create_index(
        "ix_report_version_hijack_verdict", "report_version", ["hijack_verdict"], sqlite_where=few, postgresql_where=few
    )
    op.create_table(
        "wording",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("phrase", sa.Text(), nullable=False, comment="what must hold, in codes: a + b must be = c"),
        sa.Column(
            "place", sa.Text(), nullable=False,
            comment="' in ' and the applicant type or row that it was looked at for; '' for none",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wording")),
        sa.UniqueConstraint("phrase", "place", name=op.f("uq_wording_phrase_place")),
    )  # fmt: skip
    op.drop_index("ix_finding_outcome_rule", "finding")
    said = "what the wording and the two sides do not say; see view findings"
    with op.batch_alter_table("finding") as table:
        table.alter_column("message", existing_type=sa.Text(), nullable=True, comment=said)
        words = "the rule's words; NULL: message is whole"
        table.add_column(sa.Column("wording_id", sa.Integer(), nullable=True, comment=words))
        table.create_foreign_key(op.f("fk_finding_wording_id"), "wording", ["wording_id"], ["id"])
    for outcome in ("fail", "uncertain"):
        which = sa.text(f"outcome = '{outcome}'")
        op.create_index(f"ix_finding_{outcome}", "finding", ["rule"], sqlite_where=which, postgresql_where=which)
    _take_words_out()


def downgrade() -> None:
    """Gives every finding its whole message back, and forgets the bits."""
    drop_views(op.get_bind())
    op.execute(sa.text(_WHOLE))
    op.execute(sa.text("UPDATE finding SET message = '' WHERE message IS NULL"))
    for outcome in ("fail", "uncertain"):
        op.drop_index(f"ix_finding_{outcome}", "finding")
    with op.batch_alter_table("finding") as table:
        table.drop_constraint(op.f("fk_finding_wording_id"), type_="foreignkey")
        table.drop_column("wording_id")
        table.alter_column("message", existing_type=sa.Text(), nullable=False, comment=None)
    op.create_index("ix_finding_outcome_rule", "finding", ["outcome", "rule"])
    op.drop_table("wording")
    for name in ("content_hash", "hijack_verdict"):
        op.drop_index(f"ix_report_version_{name}", "report_version")
    op.create_index("ix_report_version_hijack_verdict", "report_version", ["hijack_verdict"])
    op.drop_column("report_version", "likeness")


# --- up: the words as they were printed, phrase by phrase of the identities that the database has ---

_GAP, _NOTHING, _NUMBER = "missing or blank", "0 (of nothing;", "-.+E0123456789"
_PLACE = re.compile(r" in [a-z_.]+")


def _take_words_out() -> None:
    connection = op.get_bind()
    rules = connection.execute(sa.text("SELECT strength, left_side, operator, right_side FROM identity"))
    phrases = {f"{left} {'must' if strength == 'hard' else 'should'} be {sign} {right}" for strength, left, sign, right in rules}
    known: dict[tuple[str, str], int] = {}
    last = 0
    query = sa.text(f"SELECT id, message, left_side, right_side FROM finding WHERE id > :last ORDER BY id LIMIT {CHUNK}")
    while rows := connection.execute(query, {"last": last}).all():
        last = rows[-1].id
        changed = list(_shorter(rows, phrases, known))
        fresh = [{"id": number, "phrase": phrase, "place": place} for (phrase, place), number in known.items()]
        told = connection.scalar(sa.text("SELECT COUNT(*) FROM wording")) or 0
        if fresh[told:]:
            insert = sa.text("INSERT INTO wording (id, phrase, place) VALUES (:id, :phrase, :place)")
            connection.execute(insert, fresh[told:])
        if changed:
            connection.execute(sa.text("UPDATE finding SET message = :said, wording_id = :wording WHERE id = :number"), changed)
    if known and connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT setval(pg_get_serial_sequence('wording', 'id'), :last)"), {"last": len(known)})


def _shorter(rows: Any, phrases: set[str], known: dict[tuple[str, str], int]) -> Iterator[dict[str, Any]]:
    for number, message, left, right in rows:
        phrase, _, rest = message.partition(": found ")
        said = f"{_shown(left)} and {_shown(right)}"
        if phrase not in phrases or left is None or right is None or not rest.startswith(said):
            continue
        own = rest[len(said) :]
        found = _PLACE.search(own, max(own.rfind(" in "), 0))
        place = found[0] if found and found.end() == len(own) else ""
        own = own[: len(own) - len(place)]
        wording = known.setdefault((phrase, place), len(known) + 1)
        yield {"number": number, "said": own or None, "wording": wording}


def _shown(side: str | None) -> str:
    said = side or ""
    if said == _GAP or said.startswith(_NOTHING):
        return _GAP
    return said[: len(said) - len(said.lstrip(_NUMBER))]


# --- down ---


def _side(name: str) -> str:
    length = f"LENGTH({name}) - LENGTH(LTRIM({name}, '{_NUMBER}'))"
    return f"CASE WHEN {name} = '{_GAP}' OR {name} LIKE '{_NOTHING}%' THEN '{_GAP}' ELSE SUBSTR({name}, 1, {length}) END"


_WORDING = "(SELECT w.{column} FROM wording w WHERE w.id = finding.wording_id)"
_WHOLE = f"""
UPDATE finding SET message = {_WORDING.format(column="phrase")} || ': found ' || {_side("left_side")} || ' and ' ||
    {_side("right_side")} || COALESCE(message, '') || {_WORDING.format(column="place")}
WHERE wording_id IS NOT NULL"""
