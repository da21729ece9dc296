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

from sqlalchemy import Connection, Engine, Table, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from models import requests
from models.crawl import CLOCK_SKEW, OUTCOMES, RUNNING, Crawl
from models.database import writer
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
            if row is not None:
                _register(connection, site_key, row, now)
            held = _claim(connection, site_key, now, {"trigger": trigger, "partial": partial}, lease)
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
    changes = {"heartbeat_at": now, "lease_until": now + lease}
    with writer(engine).begin() as connection:
        return _write_if_held(connection, held, changes)


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
    changes = {
        "ended_at": now, "outcome": outcome, "counts": dict(counts) if counts is not None else None, "reason": reason or None,
        "would_store": dict(would_store) if would_store is not None else None,
    }  # fmt: skip
    with writer(engine).begin() as connection:
        written = _write_if_held(connection, held, changes)
        # Where the connection was cut after the commit, the end is written already and the coverage may not be.
        handed_in_before = not written and _says(connection, held, outcome, reason or None)
        if written:
            (requests.give_back if was_cut_off(reason) else requests.end)(connection, held.crawl, now)
    if written or handed_in_before:
        # On its own, since coverage can be made again at any time and the end of a crawl cannot.
        with writer(engine).begin() as connection:
            refresh(connection, [held.site])
    return written or handed_in_before


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
    elif known.updated_at is None or any(known._mapping[name] != value for name, value in values.items()):
        connection.execute(_change_site(), {"site": key, **values, "updated_at": now})


def was_cut_off(reason: str | None) -> bool:
    """Whether a crawl of this reason did not come to its end through no fault of the site: it is taken up again soon."""
    return reason is not None and (reason == LEASE_EXPIRED or reason.startswith((STOPPED, DATABASE_FAILED, ARCHIVE_FAILED)))


def _claim(connection: Connection, site_key: str, now: datetime, kind: Mapping[str, Any], lease: timedelta) -> Claim | None:
    token = int(connection.execute(_next_token(connection.dialect.name), {"key": site_key, "claims": 1}).scalar_one())
    held = connection.execute(_running(), {"site": site_key}).one_or_none()
    if held is not None:
        if held.lease_until > now and held.heartbeat_at <= now + CLOCK_SKEW:
            connection.rollback()  # gives the token back
            return None
        end = {"ended_at": now, "outcome": "broken", "reason": LEASE_EXPIRED}
        connection.execute(update(Crawl).where(Crawl.id == held.id).values(end))
        requests.give_back(connection, held.id, now)
    row = {
        **kind, "site_key": site_key, "started_at": now, "outcome": RUNNING, "token": token,
        "owner": owner(), "lease_until": now + lease, "heartbeat_at": now,
    }  # fmt: skip
    return Claim(connection.execute(_begin(), row).scalar_one(), site_key, token)


def _says(connection: Connection, held: Claim, outcome: str, reason: str | None) -> bool:
    """Whether the crawl has ended in this way already; one that was taken over has ended in another."""
    said = (Crawl.outcome == outcome, Crawl.reason.is_not_distinct_from(reason), Crawl.token == held.token)
    return connection.execute(select(Crawl.id).where(Crawl.id == held.crawl, *said)).first() is not None


def _write_if_held(connection: Connection, held: Claim, changes: Mapping[str, Any]) -> bool:
    return connection.execute(_change_if_held(), {"mine": held.crawl, "my_token": held.token, **changes}).rowcount == 1


# --- the statements: making one costs more than running it, and a night runs each of them once a site ---


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


@cache
def _next_token(dialect: str) -> Any:
    """The site's next claim number; its row is locked by this, so that claims of one site go one after another."""
    claims = _table(Site).c.claims
    counted = _insert(dialect, Site).on_conflict_do_update(index_elements=["key"], set_={"claims": claims + 1})
    return counted.returning(claims)


@cache
def _running() -> Any:
    crawl = _table(Crawl).c
    held = select(crawl.id, crawl.lease_until, crawl.heartbeat_at)
    return held.where(crawl.site_key == bindparam("site"), crawl.outcome == RUNNING)


@cache
def _begin() -> Any:
    return insert(_table(Crawl)).returning(_table(Crawl).c.id)


@cache
def _change_if_held() -> Any:
    crawl = _table(Crawl)
    mine = (crawl.c.id == bindparam("mine"), crawl.c.token == bindparam("my_token"), crawl.c.outcome == RUNNING)
    return update(crawl).where(*mine)


def _insert(dialect: str, model: type[Any]) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(_table(model)) if dialect == "postgresql" else sqlite.insert(_table(model))


def _table(model: type[Any]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table
