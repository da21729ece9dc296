"""Requests for a crawl of one site now: stored, so that they outlive whoever asked, and taken one after another.

A request waits while it has no crawl, is taken by the claim of its site (`models.claims.claim`, in the same transaction) and
ends with that crawl. One whose crawl was cut off before its end waits again, a few times.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, ForeignKey, Index, and_, exists, insert, or_, select, text, update
from sqlalchemy.orm import Mapped, aliased, mapped_column

from models.base import Base, Moment
from models.crawl import RUNNING, Crawl, lease_is_over
from models.database import writer
from models.prepared import Prepared
from models.site import Site

MOST_TRIES = 3
"""Crawls that are begun for one request: one that always takes its process down with it must not do so for ever."""


class CrawlRequest(Base):
    """One request for a crawl of one site. Open until `ended_at` is set."""

    __tablename__ = "crawl_request"
    __table_args__ = (
        Index(
            "ix_crawl_request_open", "id",
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    site_key: Mapped[str] = mapped_column(ForeignKey("site.key"), index=True)
    asked_at: Mapped[datetime]
    asked_by: Mapped[str | None] = mapped_column(comment="host and process that asked")
    options: Mapped[dict[str, Any]] = mapped_column(comment="arguments of the spider: year, url, full, force, dry_run")
    crawl_id: Mapped[int | None] = mapped_column(
        ForeignKey("crawl.id"), index=True, comment="the crawl that runs or ran for it; NULL: it waits"
    )
    tries: Mapped[int] = mapped_column(default=0, server_default="0", comment="crawls begun for it")
    ended_at: Mapped[datetime | None]
    refusal: Mapped[str | None] = mapped_column(comment="why no crawl was made for it")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that may be taken now: no crawl of its site runs."""

    id: int
    site: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a request stands: `crawl` once one was begun for it, its outcome (`running` at first), `refusal` where none will be."""

    id: int
    site: str
    options: Mapping[str, str]
    crawl: int | None
    outcome: str | None
    ended: datetime | None
    refusal: str | None


def ask(engine: Engine, site_key: str, options: Mapping[str, str], now: datetime, asked_by: str | None = None) -> int:
    """The number of the request: a new one, or the one that waits already for the same site with the same options."""
    with writer(engine).begin() as connection:
        waits = (CrawlRequest.site_key == site_key, CrawlRequest.crawl_id.is_(None), CrawlRequest.ended_at.is_(None))
        for number, known in connection.execute(select(CrawlRequest.id, CrawlRequest.options).where(*waits)):
            if known == dict(options):
                return int(number)
        if connection.scalar(select(Site.key).where(Site.key == site_key)) is None:
            connection.execute(insert(Site), {"key": site_key})
        row = {"site_key": site_key, "asked_at": now, "asked_by": asked_by, "options": dict(options)}
        return int(connection.execute(insert(CrawlRequest).values(row).returning(CrawlRequest.id)).scalar_one())


def waiting(engine: Engine, now: datetime, most: int, sites: Collection[str] = ()) -> list[Waiting]:
    """Up to `most` requests that may be taken now, the oldest first, at most one a site; only of `sites` where given."""
    own, other = aliased(Crawl), aliased(Crawl)
    cut_off = exists().where(own.id == CrawlRequest.crawl_id, own.outcome == RUNNING, lease_is_over(own, now))
    busy = exists().where(other.site_key == CrawlRequest.site_key, other.outcome == RUNNING, ~lease_is_over(other, now))
    free = and_(CrawlRequest.ended_at.is_(None), or_(CrawlRequest.crawl_id.is_(None), cut_off), ~busy)
    query = select(CrawlRequest.id, CrawlRequest.site_key, CrawlRequest.options).where(free).order_by(CrawlRequest.id)
    if sites:
        query = query.where(CrawlRequest.site_key.in_(sites))
    found: dict[str, Waiting] = {}
    with engine.connect() as connection:
        for row in connection.execute(query.limit(most)):
            found.setdefault(row.site_key, Waiting(row.id, row.site_key, row.options))
    return list(found.values())


def standing(engine: Engine, request: int) -> Standing:
    """How a request stands now. Raises LookupError where there is none of this number."""
    columns = (CrawlRequest.site_key, CrawlRequest.options, CrawlRequest.crawl_id, Crawl.outcome)
    query = select(*columns, CrawlRequest.ended_at, CrawlRequest.refusal).outerjoin(Crawl, Crawl.id == CrawlRequest.crawl_id)
    with engine.connect() as connection:
        row = connection.execute(query.where(CrawlRequest.id == request)).one_or_none()
    if row is None:
        raise LookupError(f"expected a request for a crawl of number {request}, found none")
    return Standing(request, row.site_key, row.options, row.crawl_id, row.outcome, row.ended_at, row.refusal)


def refuse(engine: Engine, request: int, why: str, now: datetime) -> None:
    """Ends a request that no crawl can be made for, such as one for a site whose row is gone."""
    still_open = (CrawlRequest.id == request, CrawlRequest.ended_at.is_(None))
    with writer(engine).begin() as connection:
        connection.execute(update(CrawlRequest).where(*still_open).values(ended_at=now, refusal=why))


# --- for models.claims, in the transaction of the claim ---


def take(connection: Connection, request: int, crawl: int) -> bool:
    """Whether the request now has this crawl: False where another process has taken it, or it has ended."""
    running = exists().where(Crawl.id == CrawlRequest.crawl_id, Crawl.outcome == RUNNING)
    free = (CrawlRequest.id == request, CrawlRequest.ended_at.is_(None), ~running)
    changes = {"crawl_id": crawl, "tries": CrawlRequest.tries + 1}
    return connection.execute(update(CrawlRequest).where(*free).values(changes)).rowcount == 1


def give_back(connection: Connection, crawl: int, now: datetime) -> None:
    """Lets the request of a crawl that was cut off wait again; after `MOST_TRIES` crawls it ends."""
    mine = (CrawlRequest.crawl_id == crawl, CrawlRequest.ended_at.is_(None))
    again = update(CrawlRequest).where(*mine, CrawlRequest.tries < MOST_TRIES).values(crawl_id=None)
    connection.execute(again)
    connection.execute(update(CrawlRequest).where(*mine).values(ended_at=now))


def end(connection: Connection, crawl: int, now: datetime) -> None:
    """Ends the request of a crawl that has ended."""
    _END.run(connection, {"crawl": crawl, "now": now})


_END = Prepared("UPDATE crawl_request SET ended_at = :now WHERE crawl_id = :crawl AND ended_at IS NULL", now=Moment())
"""Every crawl of a night needs it, few are made for a request."""
