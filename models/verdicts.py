"""A person's verdict on whether a report's page is genuine: kept by report, so that it survives every later reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Structure

_NOTES = ("rebuilt: ", "publisher found again: ")
"""Evidence that tells what was done about the signs and is none of them."""


class Judgement(Base):
    """What a person made of one report's page. `applies` says to which later captures it holds too."""

    __tablename__ = "judgement"
    __table_args__ = (UniqueConstraint("report_id", "content_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"))
    verdict: Mapped[str] = mapped_column(comment="genuine (released), or what is wrong with the page (confirmed)")
    found: Mapped[str] = mapped_column(comment="verdict of the program when the person judged")
    signs: Mapped[list[Any]] = mapped_column(Structure, comment="words of the program's signs when the person judged")
    content_hash: Mapped[str] = mapped_column(comment="text that was judged")
    body_hash: Mapped[str | None] = mapped_column(comment="bytes that were judged")
    note: Mapped[str | None]
    reviewer: Mapped[str | None]
    judged_at: Mapped[datetime]


def signs_of(verdict: str, evidence: Iterable[str]) -> list[str]:
    """The words of the signs in a version's evidence, without the names of their places, which code may call otherwise.

    >>> signs_of("hijacked", ["title: 新葡京", "publisher: 新葡京", "rebuilt: 永嘉县人民政府, by its names"])
    ['新葡京']
    """
    if verdict in ("genuine", "unknown"):
        return []
    said = (line.partition(": ")[2] or line for line in evidence if not line.startswith(_NOTES))
    return sorted(set(said))


def applies(judged: Any, content_hash: str, body_hash: str | None, signs: Sequence[str]) -> bool:
    """Whether a judgement (its row) holds for a capture.

    The same bytes: always, whatever newer code makes of them. The same text with the same signs: yes (a counter moved, the
    page was saved again). Other text: only a release, and only where no sign is new, since a false alarm stays one while the
    page is edited. A page that was confirmed and then restored, or was released and then turned, is judged anew.
    """
    if body_hash is not None and judged.body_hash == body_hash:
        return True
    known = set(judged.signs)
    if judged.content_hash == content_hash:
        return known == set(signs) or (judged.verdict == "genuine" and known >= set(signs))
    return judged.verdict == "genuine" and bool(signs) and known >= set(signs)
