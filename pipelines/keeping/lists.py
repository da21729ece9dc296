"""The memory of lists: what their pages said is kept with the fetch of each page, what vanished is counted at a crawl's end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from models.base import Moment
from models.bulk import excluded, insert_rows
from models.listing import Listing, ListingEntry
from models.prepared import Prepared
from pipelines import items
from pipelines.extractor import EXTRACTOR
from pipelines.keeping.standing import note_gone, off_list
from pipelines.list_page import ListPage
from pipelines.version import request_key

Row = dict[str, Any]
GONE_AFTER = 2
"""Whole walks of its list without an entry, after which its page counts as gone."""


def write_lists(connection: Connection, fetches: Sequence[items.Fetch], ids: Mapping[str, int]) -> None:
    """Keeps what pages of lists said. `ids` are the fetches' numbers by request key."""
    found = [_list_row(fetch, fetch.listing, ids[request_key(fetch)]) for fetch in fetches if fetch.listing is not None]
    for changed, alike in groupby(found, itemgetter(0)):  # most nights one group: no first page of a list says anything new
        _upsert(connection, Listing, [row for _, row in alike], changed)
    entries = [row for fetch in fetches if fetch.listing for row in _entry_rows(fetch, fetch.listing)]
    if entries:
        latest = {(row["site_key"], row["url_hash"]): row for row in entries}
        said = ("list_hash", "url", "title", "date", "unit", "last_seen", "missing")
        _upsert(connection, ListingEntry, list(latest.values()), said)


def _list_row(fetch: items.Fetch, page: ListPage, number: int) -> tuple[list[str], Row]:
    """What a page says of its list, and which columns of a list that is known already that changes."""
    row: Row = {
        "site_key": fetch.site, "list_hash": page.key, "url": page.root, "annual": page.annual, "leads_to": [],
        "walked_at": fetch.fetched_at, "ended": page.end,
    }  # fmt: skip
    changed = ["ended", "walked_at"]
    if page.body_hash is not None:
        leads = [[one.url, one.title, one.annual] for one in page.leads_to]
        row |= {"leads_to": leads, "fetch_id": number, "body_hash": page.body_hash, "extractor": EXTRACTOR}
        changed += ["annual", "leads_to", "fetch_id", "body_hash", "extractor"]
    if page.end == "whole":
        row["full_at"] = fetch.fetched_at
        changed.append("full_at")
    return changed, row


def _entry_rows(fetch: items.Fetch, page: ListPage) -> Iterable[Row]:
    for entry in page.entries:
        yield {
            "site_key": fetch.site, "url_hash": entry.key, "list_hash": page.key, "url": entry.url, "title": entry.title,
            "date": entry.date, "unit": entry.unit, "first_seen": fetch.fetched_at, "last_seen": fetch.fetched_at, "missing": 0,
        }  # fmt: skip


def _upsert(connection: Connection, table: type[Any], rows: list[Row], changed: Iterable[str]) -> None:
    """Inserts rows, or gives those that are there already the new content of some columns."""
    primary = ", ".join(column.name for column in table.__table__.primary_key)
    insert_rows(connection, table, rows, f"ON CONFLICT ({primary}) DO UPDATE {excluded(tuple(changed))}")


@dataclass(slots=True)
class WalksSeen:
    """Which lists a crawl walked, as its fetches tell: those under way, and those that were to be walked whole and were."""

    began: dict[str, datetime] = field(default_factory=dict)
    under_way: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    whole: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    partly: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def see(self, fetch: items.Fetch) -> None:
        """Takes note of one request."""
        self.began[fetch.site] = min(fetch.fetched_at, self.began.get(fetch.site, fetch.fetched_at))
        page = fetch.listing
        if page is None:
            return
        self.under_way[fetch.site].add(page.key)
        if page.end is not None:
            self.under_way[fetch.site].discard(page.key)
        if page.end == "whole" and page.full and page.annual:
            self.whole[fetch.site].add(page.key)
        elif page.end is not None and not (page.end == "whole" and page.full):
            self.partly[fetch.site].add(page.key)

    def count_missing(self, connection: Connection, saw_all: bool = False) -> int:
        """How many reports are gone since their list was walked whole once more without them.

        A list that failed, was cut or left early counts nothing; neither does a crawl that was stopped on its way. `saw_all`:
        every list of the site was asked for, so that one which was not is led to no longer, and what stood on it counts too.
        """
        return sum(self._missing(connection, site, saw_all) for site in self.whole if not self.under_way[site])

    def _missing(self, connection: Connection, site: str, saw_all: bool) -> int:
        began = self.began[site]
        lists = sorted(self.whole[site])
        if saw_all and not self.partly[site]:
            lists += _left_out(connection, site, began)
        absent = {"site": site, "lists": lists, "began": began}
        if not _MISS.run(connection, absent).rowcount:
            return 0
        gone = _GONE.rows(connection, absent)
        return note_gone(connection, [off_list(site, url, began) for (url,) in gone])


_ABSENT = "site_key = :site AND list_hash IN :lists AND last_seen < :began"
_MISS = Prepared(f"UPDATE listing_entry SET missing = missing + 1 WHERE {_ABSENT}", began=Moment())
_GONE = Prepared(f"SELECT url FROM listing_entry WHERE {_ABSENT} AND missing = {GONE_AFTER}", began=Moment())
_LEFT_OUT = Prepared("SELECT list_hash FROM listing WHERE site_key = :site AND annual AND walked_at < :began", began=Moment())


def _left_out(connection: Connection, site: str, began: datetime) -> list[str]:
    """The lists of annual reports of a site that were last answered before a crawl began."""
    return [key for (key,) in _LEFT_OUT.rows(connection, {"site": site, "began": began})]
