"""What a request was made for, kept in the record of its answer: an answer that was archived, and of which nothing reached the
database, is read from it as if it had just come.

It is a field of our own in the record's head, which other readers pass over (WARC 1.1, 4: extension fields).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from pipelines.items import Listed, Purpose

ASKED = "Nianbao-Asked"
"""The field's name; its value is one line of JSON in ASCII."""
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: for which site and purpose, by which address before redirects, and how a list had announced it."""

    site: str
    purpose: Purpose
    requested_url: str
    listed: Listed | None = None

    def line(self) -> str:
        """It as one line."""
        said: dict[str, str] = {"site": self.site, "purpose": self.purpose, "url": self.requested_url}
        if self.listed is not None:
            said |= {"title": self.listed.title[:_LONGEST_TITLE], "index": self.listed.index_url}
            said |= {"date": self.listed.date.isoformat()} if self.listed.date else {}
            said |= {"column": self.listed.column} if self.listed.column else {}
            said |= {"unit": self.listed.unit} if self.listed.unit else {}
        return json.dumps(said)


def asked_of(line: str | None) -> Asked | None:
    """What a line says; None where there is none, or one that another program wrote."""
    try:
        said = json.loads(line or "")
        listed = None
        if "index" in said:
            day = date.fromisoformat(said["date"]) if "date" in said else None
            listed = Listed(str(said["title"]), day, str(said["index"]), said.get("column"), said.get("unit"))
        if said["purpose"] not in get_args(Purpose):
            return None
        return Asked(str(said["site"]), cast(Purpose, said["purpose"]), str(said["url"]), listed)
    except (ValueError, KeyError, TypeError):
        return None
