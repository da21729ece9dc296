"""Sites: what the registry's rows leave in the database, and the counter that fences off late writers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Site(Base):
    """One site of the registry by its key. A site that was only ever crawled by name has no more than that."""

    __tablename__ = "site"

    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    # Not a foreign key: a row of the registry may name a division that no report has brought in yet.
    division: Mapped[str | None] = mapped_column(index=True, comment="code of the division that the site belongs to")
    family: Mapped[str | None] = mapped_column(comment="CMS family whose page classes read the site")
    start_urls: Mapped[list[Any] | None]
    schedule: Mapped[dict[str, Any] | None]
    expectations: Mapped[dict[str, Any] | None]
    caveats: Mapped[str | None]
    claims: Mapped[int] = mapped_column(default=0, server_default="0", comment="how often it was claimed: the fencing token")
    updated_at: Mapped[datetime | None]
    coverage_basis: Mapped[str | None] = mapped_column(
        comment="digest of what the coverage was last made from; NULL: to be made anew"
    )
