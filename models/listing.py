"""What the lists of a site said when they were last walked: so that a second visit asks only for what may have changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Listing(Base):
    """One list of a site by the address that it begins with, and how its last walks went."""

    __tablename__ = "listing"

    site_key: Mapped[str] = mapped_column(ForeignKey("site.key"), primary_key=True)
    list_hash: Mapped[str] = mapped_column(primary_key=True, comment="digest of the list's address")
    url: Mapped[str] = mapped_column(comment="address of its first page")
    annual: Mapped[bool] = mapped_column(comment="whether it is known to hold annual reports")
    leads_to: Mapped[list[Any]] = mapped_column(comment="lists that its first page leads to: url, title, annual")
    fetch_id: Mapped[int | None] = mapped_column(ForeignKey("fetch.id"), comment="the first page as it was last read")
    body_hash: Mapped[str | None] = mapped_column(comment="SHA-256 of that page's bytes")
    extractor: Mapped[str | None] = mapped_column(comment="version of the code that read it")
    walked_at: Mapped[datetime] = mapped_column(comment="when its first page was last answered")
    ended: Mapped[str | None] = mapped_column(
        comment="how its last walk ended: whole, known (stopped early), cut; NULL while under way"
    )
    full_at: Mapped[datetime | None] = mapped_column(comment="when it was last walked to its end without a gap")


class ListingEntry(Base):
    """One line of a site's lists: an address with its title and date as they were last printed."""

    __tablename__ = "listing_entry"
    __table_args__ = (Index("ix_listing_entry_site_key_list_hash", "site_key", "list_hash"),)

    site_key: Mapped[str] = mapped_column(ForeignKey("site.key"), primary_key=True)
    url_hash: Mapped[str] = mapped_column(primary_key=True, comment="digest of the address without scheme, session, tracking")
    list_hash: Mapped[str] = mapped_column(comment="the list that it was last seen on")
    url: Mapped[str]
    title: Mapped[str]
    date: Mapped[date | None]
    unit: Mapped[str | None] = mapped_column(comment="whose report the list says it is")
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    missing: Mapped[int] = mapped_column(default=0, server_default="0", comment="whole walks of its list in a row without it")
