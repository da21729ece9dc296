"""What one page of a site's list said, as the next visit will want to know it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

ListEnd = Literal["whole", "known", "cut"]
"""How the walk of a list ended: nothing is missing, left at known entries, a part did not come."""


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """One line of a list: the key and address it leads to, title as printed, date beside it, whose report the list says it is."""

    key: str
    url: str
    title: str
    date: date | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class LeadsTo:
    """A further list that the first page of a list leads to; `annual` where it is known to hold annual reports."""

    url: str
    title: str
    annual: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """What one page of a list said, to be remembered.

    `root` is the address that the list begins with, `key` that address's key. `full`: it is walked whatever is known of it.
    `end`: how the walk of the list ended with this page, None while more of it is asked for: `whole` nothing is missing,
    `known` it was left at a full page of known entries, `cut` a part did not come. `repeats`: the page is the same as last
    time and was not read.
    """

    root: str
    key: str
    annual: bool
    full: bool
    is_first: bool
    entries: tuple[ListedEntry, ...] = ()
    leads_to: tuple[LeadsTo, ...] = ()
    end: ListEnd | None = None
    repeats: bool = False
    body_hash: str | None = None
