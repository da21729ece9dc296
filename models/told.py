"""How every site stands, and which of its problems the operator has been told of, so that nobody is told twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, ForeignKey, delete, func, insert, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from models.base import Base
from models.claims import was_cut_off
from models.crawl import RUNNING, Crawl
from models.database import writer
from models.nights import WELL
from models.site import Site


class Told(Base):
    """A problem of a site that the operator was told of and that is not over."""

    __tablename__ = "told"

    site_key: Mapped[str] = mapped_column(ForeignKey("site.key"), primary_key=True)
    problem: Mapped[str] = mapped_column(comment="broken, blocked, incomplete or stale")
    told_at: Mapped[datetime]


class SentDigest(Base):
    """A digest that was sent, so that there is one a night and the operator can look up what was told."""

    __tablename__ = "sent_digest"

    id: Mapped[int] = mapped_column(primary_key=True)
    sent_at: Mapped[datetime]
    title: Mapped[str]
    body: Mapped[str]


@dataclass(frozen=True, slots=True)
class SiteState:
    """How a site stands: outcome and reason of its last crawl, since when it is so, when it last went well, crawls in a row.

    `cut_off`: the last crawl was killed or told to stop, which says nothing of the site yet.
    """

    site: str
    name: str | None
    outcome: str
    reason: str | None
    since: datetime | None
    last_good: datetime | None
    in_a_row: int = 1
    cut_off: bool = False


def site_states(engine: Engine) -> list[SiteState]:
    """How each site stands that was ever crawled to an end, by key; looks at a part of a site and dry runs do not count."""
    ended = (Crawl.outcome != RUNNING, ~Crawl.partial)
    last = select(Crawl.site_key, func.max(Crawl.id).label("id")).where(*ended).group_by(Crawl.site_key).subquery()
    good = select(Crawl.site_key, func.max(Crawl.id).label("id")).where(*ended, Crawl.outcome.in_(WELL)).group_by(Crawl.site_key)
    well = good.subquery()
    one, best, bad = aliased(Crawl), aliased(Crawl), aliased(Crawl)
    since = (bad.site_key == last.c.site_key, bad.id > func.coalesce(well.c.id, 0), bad.outcome != RUNNING, ~bad.partial)
    first = select(func.min(bad.ended_at)).where(*since).correlate(last, well).scalar_subquery()
    in_a_row = select(func.count()).where(*since).correlate(last, well).scalar_subquery()
    query = (
        select(Site.key, Site.name, one.outcome, one.reason, first, best.ended_at, in_a_row)
        .join(last, last.c.site_key == Site.key)
        .join(one, one.id == last.c.id)
        .outerjoin(well, well.c.site_key == Site.key)
        .outerjoin(best, best.id == well.c.id)
        .order_by(Site.key)
    )
    with engine.connect() as connection:
        found = connection.execute(query).all()
    return [
        SiteState(key, name, outcome, reason, since, good, in_a_row, was_cut_off(reason))
        for key, name, outcome, reason, since, good, in_a_row in found
    ]


def problems_told(engine: Engine) -> dict[str, str]:
    """The problem that the operator was told of, by site."""
    with engine.connect() as connection:
        return {row.site_key: row.problem for row in connection.execute(select(Told.site_key, Told.problem))}


def last_sent(engine: Engine) -> datetime | None:
    """When the last digest was sent; None where none was."""
    with engine.connect() as connection:
        return connection.execute(select(func.max(SentDigest.sent_at))).scalar_one()


def remember_told(
    engine: Engine, message: tuple[str, str], problems: Mapping[str, str], over: Sequence[str], now: datetime
) -> None:
    """Keeps the title and body that were sent and the problems they told of, and forgets the problems that are over."""
    title, body = message
    with writer(engine).begin() as connection:
        connection.execute(insert(SentDigest), {"sent_at": now, "title": title, "body": body})
        connection.execute(delete(Told).where(Told.site_key.in_([*problems, *over])))
        if problems:
            rows = [{"site_key": site, "problem": problem, "told_at": now} for site, problem in problems.items()]
            connection.execute(insert(Told), rows)
