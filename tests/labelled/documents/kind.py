"""Short ways to write a document down."""

from __future__ import annotations

from typing import Any

from build import Document
from forms import Block
from shells import Around

AROUND = ("title", "heading", "site", "meta", "rows", "crumbs", "line", "lists")


def report(name: str, shell: str, url: str, *body: str | Block, expect: dict[str, Any], **more: Any) -> Document:
    """A page with an annual report. Words of the page round it go by their names in `shells.Around`."""
    around = Around(**{key: more.pop(key) for key in AROUND if key in more})
    return Document(name, url, shell, around, body, {"is_annual_report": True, **expect}, **more)


def decoy(name: str, shell: str, url: str, *body: str | Block, **more: Any) -> Document:
    """A page that is no annual report."""
    around = Around(**{key: more.pop(key) for key in AROUND if key in more})
    return Document(name, url, shell, around, body, {"is_annual_report": False}, **more)


def year(of: int) -> list[str]:
    """The period of a full year."""
    return [f"{of}-01-01", f"{of}-12-31"]
