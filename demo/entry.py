"""What stands on a site's list: reports and the decoys beside them, and what a server sends for an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from demo.places import Publisher
from demo.truth import Truth


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a site. `truth` is None for a decoy; `serial` is its number in the CMS, unique on the site.

    `column` is the publisher whose column it stands in; `html` the article's inner HTML; `source` who is named as source.
    """

    title: str
    published: date
    html: str
    serial: int
    column: Publisher
    source: str
    index_number: str
    truth: Truth | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """One answer: bytes as sent and the header that claims what they are; `modified` gives Last-Modified."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    modified: date | None = None
    headers: tuple[tuple[str, str], ...] = ()


Served = Resource | Callable[[Mapping[str, str]], Resource]
"""An answer, or a function from the query's (or form's) parameters to one."""
