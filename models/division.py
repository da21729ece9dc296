"""Administrative divisions: the places that publishers belong to."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Division(Base):
    """One division by its code (GB/T 2260, six digits; nine for a township), in the years in which it was valid."""

    __tablename__ = "division"

    code: Mapped[str] = mapped_column(primary_key=True, comment="GB/T 2260, six digits; nine digits for a township")
    name: Mapped[str] = mapped_column(index=True)
    level: Mapped[str | None] = mapped_column(comment="province, prefecture, county or township")
    parent: Mapped[str | None] = mapped_column(ForeignKey("division.code"), index=True)
    path: Mapped[str] = mapped_column(comment="names from the province down, joined by /")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
