"""Every table, in one import: whoever needs the whole metadata (Alembic, the data dictionary) imports `metadata` here."""

from __future__ import annotations

from models import (
    codebook_tables,
    crawl,
    division,
    document,
    due_dates,
    figure,
    listing,
    publisher,
    requests,
    site,
    told,
    verdicts,
    wordings,
)
from models.base import Base

metadata = Base.metadata

__all__ = [
    "codebook_tables", "crawl", "division", "document", "due_dates", "figure", "listing", "metadata", "publisher", "requests",
    "site", "told", "verdicts",
    "wordings",
]  # fmt: skip
