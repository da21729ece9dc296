"""What the rules say in their findings, kept once: a finding's row has only what its rule and its two sides do not say.

Nearly every finding is worded alike: `a + b must be = c: found 3 and 3 in enterprise`. The phrase before `: found` and the
place at the end are a row of table `wording`; the numbers are the beginnings of the two sides; what stands between (what is
missing) is the row's own message. Whatever is worded otherwise keeps its whole message. Read the view `findings`, which shows
every message as it was said; `packed` and `MESSAGE` are each other's reverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, UniqueConstraint, insert
from sqlalchemy.orm import Mapped, mapped_column

from models import codebook
from models.base import Base

GAP = "missing or blank"
"""What a side says that has no figure."""

_FOUND, _IN, _NOTHING = ": found ", " in ", "0 (of nothing;"
_NUMBER = "-.+E0123456789"

Known = Mapping[tuple[str, str], int]
"""The ids of wordings by phrase and place."""


class Wording(Base):
    """The words of a rule for one place of a form. Never changed: findings of an older codebook keep their words."""

    __tablename__ = "wording"
    __table_args__ = (UniqueConstraint("phrase", "place"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    phrase: Mapped[str] = mapped_column(comment="what must hold, in codes: a + b must be = c")
    place: Mapped[str] = mapped_column(comment="' in ' and the applicant type or row that it was looked at for; '' for none")


def packed(message: str, left: str | None, right: str | None, known: Known) -> tuple[int | None, str | None]:
    """The id of the wording and what is left of the message; None and the whole message where it is worded otherwise."""
    phrase, _, rest = message.partition(_FOUND)
    said = f"{shown(left)} and {shown(right)}"
    if left is None or right is None or not rest.startswith(said):
        return None, message
    own, place = rest[len(said) :], ""
    before, word, last = own.rpartition(_IN)
    if word and (phrase, word + last) in known:
        own, place = before, word + last
    number = known.get((phrase, place))
    return (None, message) if number is None else (number, own or None)


def unpacked(message: str | None, left: str | None, right: str | None, phrase: str | None, place: str | None) -> str:
    """The message again, from its row and its wording's.

    >>> unpacked(None, "3 (of 1, 2)", "3", "a + b must be = c", " in enterprise")
    'a + b must be = c: found 3 and 3 in enterprise'
    """
    if phrase is None:
        return message or ""
    return f"{phrase}{_FOUND}{shown(left)} and {shown(right)}{message or ''}{place}"


def shown(side: str | None) -> str:
    """A side as the message has it: its sum without its parts."""
    said = side or ""
    if said == GAP or said.startswith(_NOTHING):
        return GAP
    return said[: len(said) - len(said.lstrip(_NUMBER))]


def _shown_in_sql(side: str) -> str:
    length = f"LENGTH({side}) - LENGTH(LTRIM({side}, '{_NUMBER}'))"
    return f"CASE WHEN {side} = '{GAP}' OR {side} LIKE '{_NOTHING}%' THEN '{GAP}' ELSE SUBSTR({side}, 1, {length}) END"


MESSAGE = (
    f"CASE WHEN o.id IS NULL THEN n.message ELSE o.phrase || '{_FOUND}' || {_shown_in_sql('n.left_side')} || ' and ' ||"
    f" {_shown_in_sql('n.right_side')} || COALESCE(n.message, '') || o.place END"
)
"""The same in SQL, on a finding `n` and its wording `o`."""


def load(connection: Connection) -> Known:
    """The wordings that the database has."""
    found = connection.exec_driver_sql("SELECT id, phrase, place FROM wording")
    return {(phrase, place): number for number, phrase, place in found}


def sync(connection: Connection) -> None:
    """Adds the wordings of this code's rules that the database does not have; none is ever changed or taken away."""
    known = load(connection)
    fresh = [(phrase, place) for phrase, place in dict.fromkeys(_wordings()) if (phrase, place) not in known]
    if fresh:
        connection.execute(insert(Wording), [{"phrase": phrase, "place": place} for phrase, place in fresh])


def _wordings() -> Iterator[tuple[str, str]]:
    for identity in codebook.identities():
        yield identity.phrase, ""
        yield from ((identity.phrase, f"{_IN}{name}") for name in _places(identity))


def _places(identity: codebook.Identity) -> Iterator[str]:
    """What a rule of section 三 is looked at for: each applicant type, or each row where it adds up the types."""
    first = re.match("[a-z_]+", identity.left)
    if first and first[0] in codebook.APPLICANTS:
        yield from dict.fromkeys(item.code for item in codebook.indicators() if item.by_applicant)
    elif first and first[0] == "applications":
        yield from codebook.APPLICANTS
