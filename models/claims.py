"""Claiming a site for a crawl: the database lets one crawl a site run, whoever asks and on whatever machine.

The lock is the partial unique index on running crawls. A claim lasts for its lease and is renewed by a heartbeat; one whose
lease ran out is taken over, and the late sleeper can write nothing more, since its crawl is no longer running.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Connection, Engine, Table, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from models import coverage_basis, requests
from models.base import Moment, Structure, Words
from models.crawl import CLOCK_SKEW, OUTCOMES, Crawl
from models.database import writer
from models.prepared import Prepared
from models.publications import refresh
from models.site import Site

LEASE_EXPIRED = "lease expired"
STOPPED = "stopped early (shutdown)"
DATABASE_FAILED = "the database failed"
ARCHIVE_FAILED = "the archive failed"
"""How the reasons of crawls begin that were cut off: killed, told to stop, and left without database or disk.

`crawler.outcome` writes all but the first.
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to crawl one site: the crawl's id, and the fencing token, which rises with every claim of the site."""

    crawl: int
    site: str
    token: int


def claim(
    engine: Engine,
    site_key: str,
    now: datetime,
    trigger: str = "demand",
    lease: timedelta = timedelta(minutes=10),
    *,
    request: int | None = None,
    partial: bool = False,
    row: Mapping[str, Any] | None = None,
) -> Claim | None:
    """The claim of a site, or None while another crawl of it runs. One whose lease ran out by `now` ends as broken.

    `row` is what the registry says of the site, as `register_sites` takes it; it is written where it is news.
    With `request` also None where that request was taken by somebody else or has ended: nothing is changed then.
    """
    try:
        with writer(engine).begin() as connection:
            # The site's row is locked by this, so that claims of one site go one after another.
            token, updated_at, *said = _TAKE.rows(connection, {"site": site_key})[0]
            if row is not None and (updated_at is None or _says_else(dict(zip(_SAID, said, strict=True)), row)):
                connection.execute(_change_site(), {"site": site_key, **row, "updated_at": now})
            kind = {"site": site_key, "token": token, "trigger": trigger, "partial": partial}
            held = _claim(connection, kind, now, lease)
            if held is not None and request is not None and not requests.take(connection, request, held.crawl):
                connection.rollback()
                return None
            return held
    except IntegrityError as error:
        # Two asked at the same moment and the index let one through; any other constraint is an error of ours.
        if "uq_crawl_running" in str(error.orig) or "crawl.site_key" in str(error.orig):
            return None
        raise


def heartbeat(engine: Engine, held: Claim, now: datetime, lease: timedelta = timedelta(minutes=10)) -> bool:
    """Whether the claim is still held; if so its lease now ends at `now + lease`."""
    with writer(engine).begin() as connection:
        return _BEAT.run(connection, {**_mine(held), "now": now, "until": now + lease}).rowcount == 1


def finish(
    engine: Engine,
    held: Claim,
    outcome: str,
    counts: Mapping[str, Any] | None,
    reason: str | None,
    now: datetime,
    *,
    would_store: Mapping[str, Any] | None = None,
) -> bool:
    """Whether the end of the crawl was written: False, and nothing is changed, where the claim was lost before.

    The request it was made for ends with it, or waits again where the crawl was cut off. The coverage of the site is brought
    up to date.
    """
    if outcome not in OUTCOMES:
        raise ValueError(f"crawl of {held.site}: expected an outcome of {', '.join(OUTCOMES)}, found {outcome!r}")
    said = {
        "now": now, "outcome": outcome, "counts": dict(counts) if counts is not None else None, "reason": reason or None,
        "would_store": dict(would_store) if would_store is not None else None,
    }  # fmt: skip
    with writer(engine).begin() as connection:
        written = _END.run(connection, {**_mine(held), **said}).rowcount == 1
        # Where the connection was cut after the commit, the end is written already and the coverage may not be.
        handed_in_before = not written and _says(connection, held, outcome, reason or None)
        if written:
            (requests.give_back if was_cut_off(reason) else requests.end)(connection, held.crawl, now)
    if written or handed_in_before:
        _cover(engine, held.site)
    return written or handed_in_before


def _cover(engine: Engine, site: str) -> None:
    """Makes the coverage of a site anew: on its own, since that can be done again at any time and the end of a crawl cannot."""
    with engine.connect() as connection:
        if coverage_basis.holds(connection, site):
            return  # most nights, and nobody waits for the lock of a writer
    with writer(engine).begin() as connection:
        refresh(connection, [site])


def owner() -> str:
    """Host and process, as claims and requests name who holds them."""
    return f"{socket.gethostname()}:{os.getpid()}"


def register_sites(engine: Engine, sites: Mapping[str, Mapping[str, Any]], now: datetime) -> None:
    """Writes what the registry says of each site (columns of table `site` by key); its count of claims stays."""
    with writer(engine).begin() as connection:
        for key, values in sites.items():
            _register(connection, key, values, now)


def _register(connection: Connection, key: str, values: Mapping[str, Any], now: datetime) -> None:
    """Writes a site's row where it says something else than before: most nights it does not."""
    known = connection.execute(_site(), {"site": key}).one_or_none()
    if known is None:
        connection.execute(_add_site(connection.dialect.name), {"key": key, "claims": 0, **values, "updated_at": now})
    elif known.updated_at is None or _says_else(known._asdict(), values):
        connection.execute(_change_site(), {"site": key, **values, "updated_at": now})


def _says_else(known: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    return any(known[name] != value for name, value in values.items())


def was_cut_off(reason: str | None) -> bool:
    """Whether a crawl of this reason did not come to its end through no fault of the site: it is taken up again soon."""
    return reason is not None and (reason == LEASE_EXPIRED or reason.startswith((STOPPED, DATABASE_FAILED, ARCHIVE_FAILED)))


def _claim(connection: Connection, kind: Mapping[str, Any], now: datetime, lease: timedelta) -> Claim | None:
    site = {"site": kind["site"]}
    crawl = {**kind, "owner": owner(), "now": now, "until": now + lease}
    begun = _BEGIN.row(connection, crawl)
    if begun is None and (held := _RUNNING.row(connection, site)) is not None:
        number, lease_until, heartbeat_at = held
        if lease_until > now and heartbeat_at <= now + CLOCK_SKEW:
            connection.rollback()  # gives the token back
            return None
        end = {"ended_at": now, "outcome": "broken", "reason": LEASE_EXPIRED}
        connection.execute(update(Crawl).where(Crawl.id == number).values(end))
        requests.give_back(connection, number, now)
    if begun is None:  # the one that ran has ended, by itself or just now
        begun = _BEGIN.row(connection, crawl)
    if begun is None:
        connection.rollback()
        return None
    return Claim(begun[0], kind["site"], kind["token"])


def _says(connection: Connection, held: Claim, outcome: str, reason: str | None) -> bool:
    """Whether the crawl has ended in this way already; one that was taken over has ended in another."""
    said = (Crawl.outcome == outcome, Crawl.reason.is_not_distinct_from(reason), Crawl.token == held.token)
    return connection.execute(select(Crawl.id).where(Crawl.id == held.crawl, *said)).first() is not None


def _mine(held: Claim) -> dict[str, int]:
    return {"crawl": held.crawl, "token": held.token}


# --- the statements: a night runs most of them once a site ---

_SAID = ("name", "division", "family", "start_urls", "schedule", "expectations", "caveats")
"""Columns of a site's row that the registry gives, in the order of `_TAKE`."""

_TAKE = Prepared(
    f"""INSERT INTO site (key, claims) VALUES (:site, 1) ON CONFLICT (key) DO UPDATE SET claims = site.claims + 1
RETURNING claims, updated_at, {", ".join(_SAID)}""",
    updated_at=Moment(), start_urls=Structure(), schedule=Structure(), expectations=Structure(),
)  # fmt: skip
"""The site's next claim number, and what its row says; a site not known yet gets a row that says nothing."""

_BEGIN = Prepared(
    """INSERT INTO crawl (site_key, "trigger", started_at, outcome, owner, token, lease_until, heartbeat_at, partial)
VALUES (:site, :trigger, :now, 'running', :owner, :token, :until, :now, :partial)
ON CONFLICT (site_key) WHERE outcome = 'running' DO NOTHING RETURNING id""",
    now=Moment(), until=Moment(), partial=Boolean(),
)  # fmt: skip

_RUNNING = Prepared(
    "SELECT id, lease_until, heartbeat_at FROM crawl WHERE site_key = :site AND outcome = 'running'",
    lease_until=Moment(), heartbeat_at=Moment(),
)  # fmt: skip

_IF_HELD = "WHERE id = :crawl AND token = :token AND outcome = 'running'"

_BEAT = Prepared(f"UPDATE crawl SET heartbeat_at = :now, lease_until = :until {_IF_HELD}", now=Moment(), until=Moment())

_END = Prepared(
    f"""UPDATE crawl SET ended_at = :now, outcome = :outcome, reason = :reason, counts = :counts, would_store = :would_store
{_IF_HELD}""",
    now=Moment(), reason=Words(), counts=Structure(), would_store=Structure(),
)  # fmt: skip


@cache
def _site() -> Any:
    return select(_table(Site)).where(_table(Site).c.key == bindparam("site"))


@cache
def _add_site(dialect: str) -> Any:
    """For a new site; another crawl that adds it at the same moment says the same."""
    return _insert(dialect, Site).on_conflict_do_nothing()


@cache
def _change_site() -> Any:
    return update(_table(Site)).where(_table(Site).c.key == bindparam("site"))


def _insert(dialect: str, model: type[Any]) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(_table(model)) if dialect == "postgresql" else sqlite.insert(_table(model))


def _table(model: type[Any]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table
