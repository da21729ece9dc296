"""What is due, from the rows as they stand now and the database: the schedule's reckoning with everything it needs looked up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from crawler.night.rhythm import CHINA, PastCrawl, Published, SiteFacts
from crawler.night.windows import Window
from crawler.registry import RegistryProblem, Site, check_sites
from crawler.schedule import Visit, due, upcoming
from models import nights

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The moment."""
    return datetime.now(UTC)


def site_facts(engine: Engine, sites: Mapping[str, Site], now: datetime) -> list[SiteFacts]:
    """What is stored of each of the sites: how their last crawls ended and when their reports were published."""
    some = sites if len(sites) <= 100 else None  # of many the whole tables are read
    past = nights.past_crawls(engine, now, some)
    out = nights.years_out(engine, now.astimezone(CHINA).year - 1, sites=some)
    return [
        SiteFacts(
            key,
            site.schedule.rhythm,
            [PastCrawl(one.ended, one.outcome, one.cut_off) for one in past.get(key, ())],
            {year: Published(one.publishers, one.first, one.last) for year, one in out.get(key, {}).items()},
        )
        for key, site in sites.items()
    ]


class Agenda:
    """The rows and the database of one installation, asked again and again while a night runs: rows that change are read again.

    `problems` are the rows that are wrong; their sites are left out, the others go on.
    """

    def __init__(self, folders: list[Path], engine: Engine, night: Window | None) -> None:
        self.folders, self.engine, self.night = folders, engine, night
        self.sites: dict[str, Site] = {}
        self.problems: list[RegistryProblem] = []
        self._seen: frozenset[tuple[str, int, int]] | None = None
        self.read_rows()

    def read_rows(self) -> bool:
        """Whether any row has changed since they were last read; if so they are read again."""
        seen = frozenset(
            (str(file), stat.st_mtime_ns, stat.st_size)
            for folder in self.folders if folder.is_dir()
            for file in folder.glob("*.toml") if (stat := file.stat())
        )  # fmt: skip
        if seen == self._seen:
            return False
        self.sites, self.problems = check_sites(self.folders)
        self._seen = seen
        return True

    def due(self, now: datetime) -> list[Visit]:
        """The sites that are due and may begin now, longest waiting first; not those that somebody is crawling."""
        busy = nights.running(self.engine, now)
        found = due(site_facts(self.engine, self.sites, now), now, self.night)
        return [visit for visit in found if visit.starts <= now and visit.site not in busy]

    def upcoming(self, now: datetime) -> list[Visit]:
        """The next visit of every site, soonest first."""
        return upcoming(site_facts(self.engine, self.sites, now), now, self.night)
